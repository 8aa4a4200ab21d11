/*
 * Pinyin: the tokens as an automaton that runs over a text.
 *
 * Its states are the tokens (pinyin_tokens.h); from each place where a match
 * may begin it goes on with all of them that are alive.  What may begin one is
 * looked up by the set of a character's readings.
 */
#include "reading/pinyin.h"

#include <string.h>

#include "base/items.h"
#include "base/mem.h"
#include "reading/pinyin_table.h"
#include "reading/pinyin_tokens.h"
#include "text/uni.h"
#include "text/utf8.h"

/* Tokens that one search tries, and for each byte; most texts need one. */
#define STEPS_MAX 2000000
#define STEPS_BYTE 8

#define SYLLABLES_MAX 1024	/* more than the table has */
#define LATIN_LAST 0x24F	/* those that pinyin_plain() makes others of */
#define WIDE_FIRST 0xFF01
#define WIDE_LAST 0xFF5E

typedef struct Alive {
	uint16_t tokens[PINYIN_TOKENS_MAX];
	unsigned n;
} Alive;

struct Pinyin {
	PinyinTokens tokens;
	bool *starts;		/* for each set: a match may begin with it */
	bool ascii_starts[0x80];
	Alive alive[2];		/* now, and with the next character */
	uint32_t rounds[PINYIN_TOKENS_MAX];	/* when last among the next */
	uint32_t round;
	uint64_t steps;
};

/* A character of a text. */
typedef struct Char {
	uint32_t point;
	uint16_t set;
	size_t len;
} Char;

static Char
char_at(Slice text, size_t at)
{
	const unsigned char *s = (const unsigned char *)text.ptr + at;
	Char c;

	if (text.len - at >= 3 && s[0] >= 0xE3 && s[0] <= 0xE9 &&
	    (s[1] & 0xC0) == 0x80 && (s[2] & 0xC0) == 0x80) {
		c.len = 3;
		c.point = (s[0] & 0xFu) << 12 | (s[1] & 0x3Fu) << 6 |
			  (s[2] & 0x3Fu);
	} else if (s[0] < 0x80) {
		return (Char){ s[0], 0, 1 };
	} else {
		c.len = utf8_decode(slice_sub(text, at, SIZE_MAX), &c.point);
	}
	c.set = pinyin_set(c.point);
	return c;
}

static bool
set_has(uint16_t set, uint16_t low, uint16_t high)
{
	for (const uint16_t *id = &PINYIN_SETS[set]; *id != PINYIN_END; id++)
		if (*id >= low && *id < high)
			return true;
	return false;
}

static bool
takes(const PinyinToken *token, Char c)
{
	if (token->kind == PINYIN_SYLLABLE || token->kind == PINYIN_INITIAL)
		return set_has(c.set, token->low, token->high);
	return pinyin_plain(c.point) == token->point;
}

/* True where some token at the start takes the character. */
static bool
starts_with(const PinyinTokens *tokens, Char c)
{
	for (unsigned i = 0; i < tokens->first[1]; i++)
		if (takes(&tokens->list[i], c))
			return true;
	return false;
}

Pinyin *
pinyin_new(Slice source, Err *err)
{
	Pinyin *pinyin = mem_zalloc(sizeof(*pinyin));
	const PinyinTokens *tokens = &pinyin->tokens;

	if (pinyin_read(source, &pinyin->tokens, err) != STATUS_OK) {
		mem_free(pinyin);
		return NULL;
	}
	pinyin->starts = mem_zalloc(PINYIN_N_SETS);
	for (uint32_t set = 1; set < PINYIN_N_SETS; set++)
		pinyin->starts[set] =
			starts_with(tokens, (Char){ 0, (uint16_t)set, 3 });
	for (unsigned c = 0; c < 0x80; c++)
		pinyin->ascii_starts[c] =
			starts_with(tokens, (Char){ c, 0, 1 });
	return pinyin;
}

void
pinyin_free(Pinyin *pinyin)
{
	if (!pinyin)
		return;
	mem_free(pinyin->starts);
	mem_free(pinyin);
}

/* A letter of words that are written with blanks between them. */
static bool
is_word_letter(uint32_t point)
{
	return uni_is_letter(point) && !uni_is_han(point);
}

static bool
letter_before(Slice text, size_t at)
{
	uint32_t point;

	if (at == 0)
		return false;
	utf8_decode_last(slice_sub(text, 0, at), &point);
	return is_word_letter(point);
}

static bool
letter_after(Slice text, size_t at)
{
	return at < text.len && is_word_letter(char_at(text, at).point);
}

/* Makes alive what at `from` takes `c` and may follow `before` (or NULL). */
static void
enter(Pinyin *pinyin, unsigned from, const PinyinToken *before, Char c)
{
	const PinyinTokens *tokens = &pinyin->tokens;
	Alive *next = &pinyin->alive[1];

	for (unsigned i = tokens->first[from]; i < tokens->first[from + 1];
	     i++) {
		const PinyinToken *token = &tokens->list[i];

		pinyin->steps++;
		if (pinyin->rounds[i] == pinyin->round || !takes(token, c) ||
		    (before && !pinyin_may_follow(before, token)))
			continue;
		pinyin->rounds[i] = pinyin->round;
		next->tokens[next->n++] = (uint16_t)i;
	}
}

/* True where one of the living tokens ends what was typed at `at`. */
static bool
is_end(const Pinyin *pinyin, Slice text, size_t at)
{
	const PinyinTokens *tokens = &pinyin->tokens;

	for (unsigned i = 0; i < pinyin->alive[0].n; i++) {
		const PinyinToken *token =
			&tokens->list[pinyin->alive[0].tokens[i]];

		if (token->to == tokens->end &&
		    (token->kind != PINYIN_LETTER || !letter_after(text, at)))
			return true;
	}
	return false;
}

/* What was entered is alive now, and nothing is entered. */
static void
turn_round(Pinyin *pinyin)
{
	Alive *now = &pinyin->alive[0], *next = &pinyin->alive[1];

	now->n = next->n;
	memcpy(now->tokens, next->tokens, next->n * sizeof(*next->tokens));
	next->n = 0;
	pinyin->round++;
}

/* The length of the longest match that begins at `start`; 0: none does. */
static size_t
match_at(Pinyin *pinyin, Slice text, size_t start, Char c)
{
	const PinyinTokens *tokens = &pinyin->tokens;
	const Alive *now = &pinyin->alive[0];
	size_t at = start, len = 0;

	pinyin->round++;
	if (c.set != 0 || !is_word_letter(c.point) ||
	    !letter_before(text, start))
		enter(pinyin, 0, NULL, c);
	for (;;) {
		turn_round(pinyin);
		at += c.len;
		if (is_end(pinyin, text, at))
			len = at - start;
		if (now->n == 0 || at >= text.len)
			return len;
		c = char_at(text, at);
		for (unsigned i = 0; i < now->n; i++) {
			const PinyinToken *token =
				&tokens->list[now->tokens[i]];
			enter(pinyin, token->to, token, c);
		}
	}
}

static bool
may_start(const Pinyin *pinyin, Char c)
{
	if (c.set != 0 && pinyin->starts[c.set])
		return true;
	if (c.point < 0x80)
		return pinyin->ascii_starts[c.point];
	if (c.set != 0 && pinyin->tokens.list[0].kind != PINYIN_OTHER)
		return false;
	return starts_with(&pinyin->tokens, (Char){ c.point, 0, c.len });
}

/* Marks the characters that stand for themselves as `token` does. */
static void
place_plain(Places *places, const PinyinToken *token, uint8_t bit)
{
	static const struct { uint32_t first, last; } plain[] = {
		{ 0, LATIN_LAST }, { WIDE_FIRST, WIDE_LAST },
	};

	if (token->point < N_ITEMS(places->of))
		places->of[token->point] |= bit;
	for (size_t i = 0; i < N_ITEMS(plain); i++)
		for (uint32_t point = plain[i].first; point <= plain[i].last;
		     point++)
			if (pinyin_plain(point) == token->point)
				places->of[point] |= bit;
}

/* What of `tokens` may stand behind those that are `now`; true where one ends. */
static bool
place_next(const PinyinTokens *tokens, const bool *now, bool *next)
{
	bool ends = false;

	for (unsigned i = 0; i < tokens->n; i++) {
		unsigned to = tokens->list[i].to;

		if (!now[i])
			continue;
		ends = ends || to == tokens->end;
		for (unsigned k = tokens->first[to]; k < tokens->first[to + 1];
		     k++)
			next[k] |= pinyin_may_follow(&tokens->list[i],
						     &tokens->list[k]);
	}
	return ends;
}

/* Marks the places of all characters that are read as syllables. */
static void
place_read(Places *places, const uint8_t *syllables)
{
	for (uint32_t point = 0; point < N_ITEMS(places->of); point++)
		for (const uint16_t *id = &PINYIN_SETS[pinyin_set(point)];
		     *id != PINYIN_END; id++)
			places->of[point] |= syllables[*id];
}

/* Marks the place `bit` of what the tokens that are `now` take. */
static void
place_tokens(Places *places, const PinyinTokens *tokens, const bool *now,
	     uint8_t *syllables, uint8_t bit)
{
	for (unsigned i = 0; i < tokens->n; i++) {
		const PinyinToken *token = &tokens->list[i];
		bool is_read = token->kind == PINYIN_SYLLABLE ||
			       token->kind == PINYIN_INITIAL;

		if (now[i] && !is_read)
			place_plain(places, token, bit);
		for (unsigned id = token->low; now[i] && is_read &&
					       id < token->high; id++)
			syllables[id] |= bit;
	}
}

Places *
pinyin_places(const Pinyin *pinyin)
{
	const PinyinTokens *tokens = &pinyin->tokens;
	bool states[PLACES_MAX + 1][PINYIN_TOKENS_MAX] = { 0 };
	uint8_t syllables[SYLLABLES_MAX] = { 0 };
	Places *places;
	bool ends = false;

	if (tokens->end == 0)
		return NULL;
	places = mem_zalloc(sizeof(*places));
	memset(states[0], true, tokens->first[1]);
	for (unsigned i = 0; i < PLACES_MAX && !ends; i++) {
		place_tokens(places, tokens, states[i], syllables,
			     (uint8_t)(1u << i));
		ends = place_next(tokens, states[i], states[i + 1]);
		places->n++;
	}
	place_read(places, syllables);
	return places;
}

PatternResult
pinyin_find(Pinyin *pinyin, Slice text, size_t from, size_t *ret_start,
	    size_t *ret_len)
{
	uint64_t most = STEPS_MAX + (uint64_t)STEPS_BYTE * text.len;
	Char c;

	pinyin->steps = 0;
	if (pinyin->tokens.end == 0)
		return PATTERN_NONE;
	for (size_t at = from; at < text.len; at += c.len) {
		c = char_at(text, at);
		if (!may_start(pinyin, c))
			continue;
		size_t len = match_at(pinyin, text, at, c);
		if (len > 0) {
			*ret_start = at;
			*ret_len = len;
			return PATTERN_FOUND;
		}
		if (pinyin->steps > most)
			return PATTERN_LIMIT;
	}
	return PATTERN_NONE;
}
