/*
 * Pinyin tokens: what was typed, in a plain form, and its tokens.
 *
 * A run is a stretch of letters without a blank.  Where one can be read as
 * whole syllables, its tokens are those that such a reading has; else all
 * syllables in it, and each letter that begins one as an initial.
 */
#include "reading/pinyin_tokens.h"

#include <string.h>

#include "base/i18n.h"
#include "base/items.h"
#include "reading/pinyin_table.h"
#include "text/uni.h"
#include "text/utf8.h"

#define LETTERS_MAX (PINYIN_SYLLABLE_SIZE - 1)
#define DIAERESIS 0x308		/* combining */

/* What was typed, one item for each character. */
typedef struct Typed {
	uint32_t points[PINYIN_MAX];
	bool apart[PINYIN_MAX];	/* a blank or the like stands before it */
	unsigned n;
} Typed;

typedef struct Range {
	uint16_t low;
	uint16_t high;
} Range;

/* Letters with a tone, or with dots, and what they are without. */
static const struct Marked {
	uint16_t point;
	char plain;
} MARKED[] = {
	{ 0xE0, 'a' },	{ 0xE1, 'a' },	{ 0xE8, 'e' },	{ 0xE9, 'e' },
	{ 0xEA, 'e' },	{ 0xEC, 'i' },	{ 0xED, 'i' },	{ 0xF2, 'o' },
	{ 0xF3, 'o' },	{ 0xF9, 'u' },	{ 0xFA, 'u' },	{ 0xFC, 'v' },
	{ 0xDC, 'v' },	{ 0x101, 'a' }, { 0x113, 'e' }, { 0x11B, 'e' },
	{ 0x12B, 'i' }, { 0x144, 'n' }, { 0x148, 'n' }, { 0x14D, 'o' },
	{ 0x16B, 'u' }, { 0x1CE, 'a' }, { 0x1D0, 'i' }, { 0x1D2, 'o' },
	{ 0x1D4, 'u' }, { 0x1D6, 'v' }, { 0x1D8, 'v' }, { 0x1DA, 'v' },
	{ 0x1DC, 'v' }, { 0x1F9, 'n' },
};

uint32_t
pinyin_plain(uint32_t point)
{
	if (point >= 0xFF01 && point <= 0xFF5E)
		point -= 0xFEE0;
	if (point >= 'A' && point <= 'Z')
		return point + 'a' - 'A';
	if (point < 0xC0 || point > 0x1F9)
		return point;
	for (size_t i = 0; i < N_ITEMS(MARKED); i++)
		if (MARKED[i].point == point)
			return (unsigned char)MARKED[i].plain;
	return point;
}

static bool
is_letter(uint32_t point)
{
	return point >= 'a' && point <= 'z';
}

static bool
is_one_of(uint32_t point, const char *letters)
{
	return point != 0 && point < 0x80 && strchr(letters, (int)point);
}

static bool
separates(uint32_t point)
{
	return uni_is_space(point) || point == '\'' || point == 0x2019 ||
	       point == 0x2BC;
}

/* True where what follows the last item only says how to read it. */
static bool
is_mark(Typed *typed, uint32_t point)
{
	uint32_t *last = typed->n > 0 ? &typed->points[typed->n - 1] : NULL;
	uint32_t before = typed->n > 1 ? last[-1] : 0;
	bool dots = point == DIAERESIS ||
		    (point == ':' && is_one_of(before, "ln"));

	if (last && *last == 'u' && dots) {
		*last = is_one_of(before, "jqxy") ? 'u' : 'v';
		return true;
	}
	return point >= 0x300 && point < 0x370;
}

static Status
read_typed(Slice source, Typed *ret, Err *err)
{
	bool apart = true;
	uint32_t point;

	ret->n = 0;
	for (size_t at = 0; at < source.len;) {
		at += utf8_decode(slice_sub(source, at, SIZE_MAX), &point);
		point = pinyin_plain(point);
		if (separates(point)) {
			apart = true;
			continue;
		}
		if (!apart && is_mark(ret, point))
			continue;
		if (ret->n == PINYIN_MAX)
			return err_set(err, _("the pinyin is longer than %d "
					      "characters"), PINYIN_MAX);
		if (point == 'v' && !apart &&
		    is_one_of(ret->points[ret->n - 1], "jqxy"))
			point = 'u';
		ret->apart[ret->n] = apart;
		ret->points[ret->n++] = point;
		apart = false;
	}
	return STATUS_OK;
}

/* The letters from `from` to before `to`, as the table spells them. */
static size_t
spell(const Typed *typed, unsigned from, unsigned to, char *out)
{
	size_t len = to - from;

	for (size_t i = 0; i < len; i++)
		out[i] = (char)typed->points[from + i];
	if (len > 2 && is_one_of((unsigned char)out[0], "ln") &&
	    out[1] == 'u' && out[2] == 'e')
		out[1] = 'v';
	return len;
}

/* The first syllable that is not before the letters, or (above) beyond. */
static uint16_t
bound(const char *letters, size_t len, bool above)
{
	uint16_t low = 0, high = PINYIN_N_SYLLABLES;

	while (low < high) {
		uint16_t mid = low + (high - low) / 2;
		int order = strncmp(PINYIN_SYLLABLES[mid], letters, len);

		if (order < 0 || (above && order == 0))
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

/* The syllables that begin with these letters. */
static Range
beginning_with(const Typed *typed, unsigned from, unsigned to)
{
	char letters[LETTERS_MAX];
	size_t len;

	if (to - from > LETTERS_MAX)
		return (Range){ 0, 0 };
	len = spell(typed, from, to, letters);
	return (Range){ bound(letters, len, false), bound(letters, len, true) };
}

static bool
begins_some(const Typed *typed, unsigned from, unsigned to)
{
	Range range = beginning_with(typed, from, to);

	return range.low < range.high;
}

static bool
is_syllable(const Typed *typed, unsigned from, unsigned to)
{
	Range range = beginning_with(typed, from, to);

	if (to - from == 1 && !is_one_of(typed->points[from], "aeo"))
		return false;
	return range.low < range.high &&
	       strlen(PINYIN_SYLLABLES[range.low]) == to - from;
}

/* `zh`, `ch`, `sh`: an initial of two letters. */
static bool
is_long_initial(const Typed *typed, unsigned from, unsigned to)
{
	return to - from == 2 && is_one_of(typed->points[from], "zcs") &&
	       typed->points[from + 1] == 'h';
}

static PinyinToken *
add(PinyinTokens *tokens, PinyinKind kind, unsigned from, unsigned to)
{
	PinyinToken *token = &tokens->list[tokens->n++];

	*token = (PinyinToken){ .kind = kind,
				.from = (uint8_t)from,
				.to = (uint8_t)to };
	return token;
}

/* A run of letters: characters `from` to before `to`. */
typedef struct Run {
	unsigned from;
	unsigned to;
} Run;

/* The one token, and one more where a digit for its tone follows. */
static void
add_syllable(PinyinTokens *tokens, const Typed *typed, Run run, PinyinToken as)
{
	unsigned to = as.to;

	as.goes_on = to < run.to && begins_some(typed, as.from, to + 1);
	for (unsigned n = 1; n <= 2 && run.from + n <= as.from; n++)
		as.joins[n] = begins_some(typed, as.from - n, to);
	tokens->list[tokens->n++] = as;
	if (to == run.to && to < typed->n && !typed->apart[to] &&
	    typed->points[to] >= '1' && typed->points[to] <= '5') {
		as.to++;
		tokens->list[tokens->n++] = as;
	}
}

static void
add_whole(PinyinTokens *tokens, const Typed *typed, Run run, Run part)
{
	uint16_t low = beginning_with(typed, part.from, part.to).low;

	add_syllable(tokens, typed, run,
		     (PinyinToken){ .kind = PINYIN_SYLLABLE,
				    .from = (uint8_t)part.from,
				    .to = (uint8_t)part.to,
				    .low = low,
				    .high = low + 1 });
}

/* What this part of a run can be that is no row of whole syllables. */
static void
add_mixed(PinyinTokens *tokens, const Typed *typed, Run run, Run part)
{
	Range range = beginning_with(typed, part.from, part.to);
	bool initial = part.to - part.from == 1 ||
		       is_long_initial(typed, part.from, part.to);
	PinyinToken *token;

	if (range.low == range.high)
		return;
	if (!initial && is_syllable(typed, part.from, part.to)) {
		add_whole(tokens, typed, run, part);
		return;
	}
	if (!initial && part.to != typed->n)
		return;
	token = add(tokens, initial ? PINYIN_INITIAL : PINYIN_SYLLABLE,
		    part.from, part.to);
	token->low = range.low;
	token->high = range.high;
	for (unsigned n = 1; n <= 2 && run.from + n <= part.from; n++)
		token->joins[n] = !initial &&
				  begins_some(typed, part.from - n, part.to);
}

/*
 * Where whole syllables lead to from the run's start (`behind`) and from where
 * they lead to its end (`ahead`).  True where they lead from one to the other.
 */
static bool
find_syllables(const Typed *typed, Run run, bool *behind, bool *ahead)
{
	memset(behind, 0, (PINYIN_MAX + 1) * sizeof(*behind));
	memset(ahead, 0, (PINYIN_MAX + 1) * sizeof(*ahead));
	behind[run.from] = true;
	ahead[run.to] = true;
	for (unsigned at = run.from; at < run.to; at++)
		for (unsigned n = 1; n <= LETTERS_MAX && at + n <= run.to; n++)
			behind[at + n] |= behind[at] &&
					  is_syllable(typed, at, at + n);
	for (unsigned at = run.to; at-- > run.from;)
		for (unsigned n = 1; n <= LETTERS_MAX && at + n <= run.to; n++)
			ahead[at] |= ahead[at + n] &&
				     is_syllable(typed, at, at + n);
	return behind[run.to] && run.to - run.from > 1;
}

static void
add_run(PinyinTokens *tokens, const Typed *typed, Run run)
{
	bool behind[PINYIN_MAX + 1];
	bool ahead[PINYIN_MAX + 1];
	bool whole = find_syllables(typed, run, behind, ahead);

	for (unsigned at = run.from; at < run.to; at++) {
		tokens->first[at] = tokens->n;
		add(tokens, PINYIN_LETTER, at, at + 1)->point =
			typed->points[at];
		for (unsigned n = 1; n <= LETTERS_MAX && at + n <= run.to;
		     n++) {
			Run part = { at, at + n };

			if (!whole)
				add_mixed(tokens, typed, run, part);
			else if (behind[at] && ahead[at + n] &&
				 is_syllable(typed, at, at + n))
				add_whole(tokens, typed, run, part);
		}
	}
}

Status
pinyin_read(Slice source, PinyinTokens *ret, Err *err)
{
	Typed typed;

	if (read_typed(source, &typed, err) != STATUS_OK)
		return STATUS_FAILED;
	ret->n = 0;
	ret->end = (uint8_t)typed.n;
	for (unsigned at = 0; at < typed.n;) {
		Run run = { at, at };

		while (run.to < typed.n && is_letter(typed.points[run.to]) &&
		       (run.to == at || !typed.apart[run.to]))
			run.to++;
		add_run(ret, &typed, run);
		if (run.to == at) {
			ret->first[at] = ret->n;
			add(ret, PINYIN_OTHER, at, at + 1)->point =
				typed.points[at];
			run.to++;
		}
		at = run.to;
	}
	ret->first[typed.n] = ret->n;
	ret->first[typed.n + 1] = ret->n;
	return STATUS_OK;
}

bool
pinyin_may_follow(const PinyinToken *a, const PinyinToken *b)
{
	if (a->kind == PINYIN_SYLLABLE && b->kind == PINYIN_INITIAL)
		return !a->goes_on;
	if (a->kind == PINYIN_INITIAL && b->kind == PINYIN_SYLLABLE)
		return !b->joins[a->to - a->from];
	return true;
}
