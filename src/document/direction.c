#include "document/direction.h"

#include <stdint.h>
#include <string.h>

#include "base/items.h"
#include "text/uni.h"
#include "text/utf8.h"

#define INLINE_MAX 60	/* bytes of an inline direction */
#define ALONE_MAX 240	/* bytes of one that stands alone */

static const struct {
	Slice open, close;
	bool square;		/* the brackets that editors use for it */
} BRACKETS[] = {
	{ { "[", 1 }, { "]", 1 }, true },
	{ { "\\[", 2 }, { "\\]", 2 }, true },
	{ { "((", 2 }, { "))", 2 }, false },
	{ { "(", 1 }, { ")", 1 }, false },
	{ { "（", 3 }, { "）", 3 }, true },
	{ { "【", 3 }, { "】", 3 }, false },
	{ { "〔", 3 }, { "〕", 3 }, false },
	{ { "［", 3 }, { "］", 3 }, true },
};
#define N_BRACKETS N_ITEMS(BRACKETS)

/* Words of which one stands in what divides a talk. */
static const char *const HAN_BREAKS[] = {
	"音乐", "音樂", "配乐", "配樂", "片头", "片頭", "片尾", "广告", "廣告",
	"插播", "休息",
};
static const char *const LATIN_BREAKS[] = {
	"music", "jingle", "break", "advert", "commercial", "sponsor",
	"intermission",
};

/* Words of which one stands in a direction. */
static const char *const HAN_WORDS[] = {
	"笑", "哈哈", "掌声", "掌聲", "鼓掌", "拍手", "沉默", "停顿", "停頓",
	"叹", "嘆", "哭", "咳", "铃声", "鈴聲", "轻声", "輕聲", "小声", "小聲",
	"大声", "大聲", "低声", "低聲", "到场", "到場", "入场", "入場", "离场",
	"離場", "现场", "現場", "全场", "全場", "点头", "點頭", "摇头", "搖頭",
	"听不清", "聽不清", "无法辨认", "無法辨認", "同时", "同時", "拍桌",
};
static const char *const LATIN_WORDS[] = {
	"laugh", "applau", "cheer", "clap", "sigh", "pause", "silence",
	"inaudible", "unintelligible", "crosstalk", "cross-talk", "cough",
	"chuckle", "giggle", "whisper", "quietly", "snort", "groan", "gasp",
	"sniff", "crying", "shout", "foreign language", "indistinct",
	"background", "audio", "video plays", "sound of", "speaks", "nods",
};

/* True where `text` holds `word`, in any case of ASCII letters. */
static bool
has_word(Slice text, const char *word)
{
	size_t len = strlen(word);
	char first = (char)(word[0] | 32);

	for (size_t i = 0; i + len <= text.len; i++)
		if ((text.ptr[i] | 32) == first &&
		    slice_eq_nocase((Slice){ text.ptr + i, len },
				    (Slice){ word, len }))
			return true;
	return false;
}

#define PAIR_BITS 512u

/* A text with the pairs of bytes it holds, so that most words need no look. */
typedef struct Held {
	Slice text;
	bool ascii, wide;	/* it holds bytes of ASCII, and others */
	uint64_t pairs[PAIR_BITS / 64];	/* a bit for several */
} Held;

/* The bit of two bytes; of letters, the small ones. */
static inline unsigned
pair_bit(const char *p)
{
	return ((unsigned char)(p[0] | 32) * 37u + (unsigned char)(p[1] | 32)) %
	       PAIR_BITS;
}

static Held
held_of(Slice text)
{
	Held held = { .text = text };

	for (size_t i = 0; i + 1 < text.len; i++) {
		unsigned bit = pair_bit(text.ptr + i);

		held.pairs[bit / 64] |= (uint64_t)1 << bit % 64;
		held.wide |= (unsigned char)text.ptr[i] >= 0x80;
		held.ascii |= (unsigned char)text.ptr[i] < 0x80;
	}
	return held;
}

/* The words are all of Han, or all of ASCII. */
static bool
has_one_of(const Held *held, const char *const *words, size_t n)
{
	if (!((unsigned char)words[0][0] < 0x80 ? held->ascii : held->wide))
		return false;
	for (size_t i = 0; i < n; i++) {
		unsigned bit = pair_bit(words[i]);

		if (held->pairs[bit / 64] >> bit % 64 & 1 &&
		    has_word(held->text, words[i]))
			return true;
	}
	return false;
}
#define HAS_ONE_OF(held, words) \
	has_one_of(held, words, N_ITEMS(words))

static bool
holds_break(const Held *held)
{
	return HAS_ONE_OF(held, HAN_BREAKS) || HAS_ONE_OF(held, LATIN_BREAKS);
}

static bool
is_break_text(Slice text)
{
	Held held = held_of(text);

	return holds_break(&held);
}

static bool
is_direction_text(Slice text)
{
	Held held = held_of(text);

	return holds_break(&held) || HAS_ONE_OF(&held, HAN_WORDS) ||
	       HAS_ONE_OF(&held, LATIN_WORDS);
}

/* What stands between a pair of brackets that spans all of `line`. */
static bool
bracketed(Slice line, Slice *ret_inside, bool *ret_square)
{
	for (size_t i = 0; i < N_BRACKETS; i++) {
		Slice open = BRACKETS[i].open, close = BRACKETS[i].close;
		Slice inside;

		if (line.len == 0 || line.ptr[0] != open.ptr[0] ||
		    !slice_starts(line, open) || !slice_ends(line, close) ||
		    line.len < open.len + close.len)
			continue;
		inside = slice_sub(line, open.len,
				   line.len - open.len - close.len);
		if (slice_find(inside, close) != SIZE_MAX)
			return false;
		*ret_inside = slice_trim(inside);
		*ret_square = BRACKETS[i].square;
		return inside.len > 0;
	}
	return false;
}

/*
 * On a line of its own a clause in brackets is a direction although no word of
 * the table stands in it: five characters that begin with Han, four in round
 * brackets, or Latin words that begin in lower case.
 */
static bool
is_clause(Slice inside, size_t least)
{
	uint32_t cp;
	size_t n = 0, i = 0;

	if (inside.ptr[0] >= 'a' && inside.ptr[0] <= 'z')
		return memchr(inside.ptr, ':', inside.len) == NULL;
	if (slice_ends(inside, SLICE("。")))
		inside.len -= strlen("。");
	while (i < inside.len) {
		i += utf8_decode(slice_sub(inside, i, UTF8_MAX), &cp);
		if (!(uni_is_han(cp) && uni_is_letter(cp)) &&
		    (n == 0 || cp < '0' || cp > '9'))
			return false;
		n++;
	}
	return n >= least;
}

/* What the brackets hold that a line is in. */
static bool
read_alone(Slice line, Slice *ret_inside, bool *ret_square)
{
	line = slice_trim(line);
	return line.len <= ALONE_MAX && bracketed(line, ret_inside, ret_square);
}

bool
direction_is_bracketed(Slice line)
{
	Slice inside;
	bool square;

	return read_alone(line, &inside, &square) &&
	       (is_direction_text(inside) ||
		(square && is_clause(inside, slice_trim(line).ptr[0] == '\xEF'
						     ? 4 : 5)));
}

size_t
direction_quoted(Slice line)
{
	Slice rest = line;

	while (rest.len > 0 && (rest.ptr[0] == '>' || rest.ptr[0] == ' '))
		rest = slice_sub(rest, 1, SIZE_MAX);
	return direction_is(rest) ? line.len - rest.len : 0;
}

bool
direction_is_break(Slice line)
{
	Slice inside;
	bool square;

	return read_alone(line, &inside, &square) && is_break_text(inside);
}

/* The direction that opens at the start of `text`; its length, or 0. */
static size_t
direction_at(Slice text, size_t bracket)
{
	Slice open = BRACKETS[bracket].open, close = BRACKETS[bracket].close;
	Slice inside = slice_sub(text, open.len, INLINE_MAX);
	size_t end = slice_find(inside, close);

	if (end == SIZE_MAX || end == 0)
		return 0;
	inside.len = end;
	if (!is_direction_text(inside))
		return 0;
	return open.len + end + close.len;
}

bool
direction_next(Slice text, size_t from, size_t *ret_start, size_t *ret_len)
{
	size_t best = SIZE_MAX, best_len = 0;

	for (size_t i = 0; i < N_BRACKETS; i++) {
		size_t at = from;

		for (;;) {
			Slice rest = slice_sub(text, at, SIZE_MAX);
			size_t off = slice_find(rest, BRACKETS[i].open);
			size_t len;

			if (off == SIZE_MAX || at + off >= best)
				break;
			at += off;
			len = direction_at(slice_sub(text, at, SIZE_MAX), i);
			if (len > 0) {
				best = at;
				best_len = len;
				break;
			}
			at += BRACKETS[i].open.len;
		}
	}
	*ret_start = best;
	*ret_len = best_len;
	return best != SIZE_MAX;
}
