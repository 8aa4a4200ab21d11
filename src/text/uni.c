/*
 * Most text here is ASCII, Han, kana and their punctuation: for these the
 * answers come from ranges, and ICU is asked for the rest.  A code point of
 * these ranges is "simple": it is one cluster with what precedes and follows
 * it, as long as that is simple too.
 */
#ifdef HAVE_CONFIG_H
#include "config.h"
#endif

#include "base/ascii.h"
#include "base/items.h"
#include "text/uni.h"

#include <assert.h>

#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uset.h>
#include <unicode/utext.h>

#include "base/mem.h"
#include "text/utf8.h"

typedef struct Range {
	uint32_t first, last;
} Range;

static bool
in_ranges(uint32_t cp, const Range *ranges, size_t count)
{
	for (size_t i = 0; i < count && cp >= ranges[i].first; i++)
		if (cp <= ranges[i].last)
			return true;
	return false;
}

#define IN_RANGES(cp, ranges) \
	in_ranges(cp, ranges, N_ITEMS(ranges))

static bool
is_simple_ascii(uint32_t cp)
{
	return cp >= 0x20 && cp < 0x7F;
}

/* Simple and two cells wide: punctuation, kana, Han, full-width forms. */
static bool
is_simple_wide(uint32_t cp)
{
	if (cp < 0x3000)
		return false;
	if (cp < 0x3400)
		return cp <= 0x3029 || (cp >= 0x3041 && cp <= 0x3096) ||
		       (cp >= 0x30A1 && cp <= 0x30FE);
	if (cp <= 0x9FFF)
		return cp <= 0x4DBF || cp >= 0x4E00;
	return cp >= 0xFF01 && cp <= 0xFF60;
}

static bool
has_property(uint32_t cp, UProperty property)
{
	return u_hasBinaryProperty((UChar32)cp, property);
}

/* Jamo that join the syllable before them. */
static bool
is_joining_jamo(uint32_t cp)
{
	return (cp >= 0x1160 && cp <= 0x11FF) || (cp >= 0xD7B0 && cp <= 0xD7FB);
}

static int
east_asian_width(uint32_t cp)
{
	switch (u_getIntPropertyValue((UChar32)cp, UCHAR_EAST_ASIAN_WIDTH)) {
	case U_EA_FULLWIDTH:
	case U_EA_WIDE:
		return 2;
	case U_EA_AMBIGUOUS:
		return uni_ambiguous_width();
	default:
		return 1;
	}
}

int
uni_width(uint32_t cp)
{
	if (is_simple_ascii(cp))
		return 1;
	if (is_simple_wide(cp))
		return 2;
	if (cp < 0xA0 || cp > UCHAR_MAX_VALUE)
		return -1;
	if (is_joining_jamo(cp))
		return 0;
	switch (u_charType((UChar32)cp)) {
	case U_NON_SPACING_MARK:
	case U_ENCLOSING_MARK:
		return 0;
	case U_FORMAT_CHAR:
		return cp == 0xAD ? 1 : 0;
	case U_LINE_SEPARATOR:
	case U_PARAGRAPH_SEPARATOR:
	case U_SURROGATE:
		return -1;
	default:
		return east_asian_width(cp);
	}
}

/* What UAX #29 has to know of the code points before. */
typedef struct ClusterState {
	int before;	    /* Grapheme_Cluster_Break of the last one */
	bool pictograph;    /* Extended_Pictographic Extend* ends here */
	bool joined;	    /* the same, and a ZWJ */
	bool odd_indicator; /* an odd number of regional indicators */
} ClusterState;

static int
cluster_class(uint32_t cp)
{
	return u_getIntPropertyValue((UChar32)cp, UCHAR_GRAPHEME_CLUSTER_BREAK);
}

static bool
is_break_control(int class)
{
	return class == U_GCB_CR || class == U_GCB_LF || class == U_GCB_CONTROL;
}

/* GB6 to GB8. */
static bool
joins_hangul(int before, int class)
{
	switch (before) {
	case U_GCB_L:
		return class == U_GCB_L || class == U_GCB_V ||
		       class == U_GCB_LV || class == U_GCB_LVT;
	case U_GCB_LV:
	case U_GCB_V:
		return class == U_GCB_V || class == U_GCB_T;
	case U_GCB_LVT:
	case U_GCB_T:
		return class == U_GCB_T;
	default:
		return false;
	}
}

/* Whether there is no boundary before `cp` (GB3 to GB999). */
static bool
joins_cluster(const ClusterState *state, uint32_t cp, int class)
{
	if (state->before == U_GCB_CR && class == U_GCB_LF)
		return true; /* GB3 */
	if (is_break_control(state->before) || is_break_control(class))
		return false; /* GB4, GB5 */
	if (joins_hangul(state->before, class))
		return true;
	if (class == U_GCB_EXTEND || class == U_GCB_ZWJ ||
	    class == U_GCB_SPACING_MARK || state->before == U_GCB_PREPEND)
		return true; /* GB9, 9a, 9b */
	if (class == U_GCB_REGIONAL_INDICATOR)
		return state->odd_indicator; /* GB12, GB13 */
	return state->joined &&
	       has_property(cp, UCHAR_EXTENDED_PICTOGRAPHIC); /* GB11 */
}

static void
advance_cluster(ClusterState *state, uint32_t cp, int class)
{
	state->joined = state->pictograph && class == U_GCB_ZWJ;
	if (class != U_GCB_EXTEND)
		state->pictograph =
			has_property(cp, UCHAR_EXTENDED_PICTOGRAPHIC);
	state->odd_indicator =
		class == U_GCB_REGIONAL_INDICATOR && !state->odd_indicator;
	state->before = class;
}

/* The cluster that begins with the `len` bytes of `cp`. */
static size_t
complex_cluster(Slice s, uint32_t cp, size_t len)
{
	ClusterState state = { 0 };
	int class = cluster_class(cp);
	size_t n;

	advance_cluster(&state, cp, class);
	while (len < s.len) {
		n = utf8_decode(slice_sub(s, len, s.len), &cp);
		class = cluster_class(cp);
		if (!joins_cluster(&state, cp, class))
			break;
		advance_cluster(&state, cp, class);
		len += n;
	}
	return len;
}

/* Whether the text that begins here is surely a cluster of its own. */
static bool
starts_simple(Slice s)
{
	uint32_t cp;

	if (s.len == 0 || is_simple_ascii((unsigned char)s.ptr[0]))
		return true;
	utf8_decode(s, &cp);
	return is_simple_wide(cp);
}

size_t
uni_cluster(Slice s)
{
	uint32_t cp;
	size_t len = utf8_decode(s, &cp);

	if ((is_simple_ascii(cp) || is_simple_wide(cp)) &&
	    starts_simple(slice_sub(s, len, s.len)))
		return len;
	return complex_cluster(s, cp, len);
}

/* Beside the simple ones; without the Hangul that some blocks hold too. */
static const Range han_ranges[] = {
	{ 0x2E80, 0x2FDF },   /* radicals */
	{ 0x2FF0, 0x312F },   /* description, punctuation, kana, bopomofo */
	{ 0x3190, 0x31FF },   /* kanbun, bopomofo, strokes, kana */
	{ 0x3220, 0x325F },   /* enclosed */
	{ 0x3280, 0x4DBF },   /* enclosed, compatibility, extension A */
	{ 0x4E00, 0x9FFF },   /* the first ideographs */
	{ 0xF900, 0xFAFF },   /* compatibility ideographs */
	{ 0xFE10, 0xFE1F },   /* vertical forms */
	{ 0xFE30, 0xFE6F },   /* compatibility and small forms */
	{ 0xFF01, 0xFF9F },   /* full-width forms, half-width kana */
	{ 0xFFE0, 0xFFE6 },   /* full-width signs */
	{ 0x16FE2, 0x16FF1 }, /* marks of Han text */
	{ 0x1AFF0, 0x1B16F }, /* kana */
	{ 0x1F200, 0x1F2FF }, /* enclosed ideographs */
	{ 0x20000, 0x3FFFD }, /* extensions B and on */
};

bool
uni_is_han(uint32_t cp)
{
	if (cp < 0x2E80)
		return false;
	return is_simple_wide(cp) || IN_RANGES(cp, han_ranges);
}

bool
uni_is_space(uint32_t cp)
{
	if (cp < 0x80)
		return cp == ' ' || (cp >= '\t' && cp <= '\r');
	if (cp > 0x3000 || (cp > 0xA0 && cp < 0x1680))
		return false;
	return u_isUWhiteSpace((UChar32)cp);
}

bool
uni_is_letter(uint32_t cp)
{
	if (cp < 0x80)
		return ascii_is_letter(cp);
	if (cp >= 0x4E00 && cp <= 0x9FFF)
		return true;
	return (U_GET_GC_MASK((UChar32)cp) & (U_GC_L_MASK | U_GC_M_MASK)) != 0;
}

bool
uni_is_upper(uint32_t cp)
{
	if (cp < 0x80)
		return cp >= 'A' && cp <= 'Z';
	return (U_GET_GC_MASK((UChar32)cp) & (U_GC_LU_MASK | U_GC_LT_MASK)) !=
	       0;
}

/* Bidi_Control. */
static const Range bidi_controls[] = {
	{ 0x061C, 0x061C },
	{ 0x200E, 0x200F },
	{ 0x202A, 0x202E },
	{ 0x2066, 0x2069 },
};

bool
uni_is_control(uint32_t cp)
{
	if (cp < 0xA0)
		return cp < 0x20 || cp >= 0x7F;
	return IN_RANGES(cp, bidi_controls);
}

bool
uni_is_format(uint32_t cp)
{
	return cp >= 0xAD && u_charType((UChar32)cp) == U_FORMAT_CHAR;
}

bool
uni_is_emoji(uint32_t cp)
{
	return has_property(cp, UCHAR_EMOJI);
}

int
uni_age(uint32_t cp)
{
	UVersionInfo version;

	if (u_charType((UChar32)cp) == U_UNASSIGNED)
		return 0;
	u_charAge((UChar32)cp, version);
	return version[0];
}

uint32_t
uni_compose(uint32_t cp, uint32_t mark)
{
	UErrorCode status = U_ZERO_ERROR;
	const UNormalizer2 *form = unorm2_getNFCInstance(&status);
	UChar32 composed = -1;

	if (U_SUCCESS(status))
		composed = unorm2_composePair(form, (UChar32)cp,
					      (UChar32)mark);
	return composed < 0 ? 0 : (uint32_t)composed;
}

uint32_t
uni_fold_point(uint32_t cp)
{
	return (uint32_t)u_foldCase((UChar32)cp, U_FOLD_CASE_DEFAULT);
}

/* Appends what folds to itself, from `start` to `end` of `s`. */
static bool
append_part(Buf *out, Slice s, size_t start, size_t end)
{
	return buf_append(out, slice_sub(s, start, end - start));
}

size_t
uni_case_variants(uint32_t cp, uint32_t *ret_points, size_t max)
{
	USet *set = uset_open((UChar32)cp, (UChar32)cp);
	size_t n;

	uset_closeOver(set, USET_CASE_INSENSITIVE);
	uset_removeAllStrings(set);
	n = (size_t)uset_size(set);
	for (size_t i = 0; i < n && n <= max; i++)
		ret_points[i] = (uint32_t)uset_charAt(set, (int32_t)i);
	uset_close(set);
	return n <= max ? n : 0;
}

bool
uni_fold_case(Slice s, Buf *out)
{
	size_t before = out->len;
	size_t start = 0; /* of what folds to itself */
	size_t at = 0;
	bool fits = true;

	while (fits && at < s.len) {
		char folded[UTF8_MAX];
		uint32_t cp, to;
		size_t len = utf8_decode(slice_sub(s, at, s.len), &cp);

		to = uni_fold_point(cp);
		if (to != cp) {
			Slice new = { folded, utf8_encode(to, folded) };

			fits = append_part(out, s, start, at) &&
			       buf_append(out, new);
			start = at + len;
		}
		at += len;
	}
	fits = fits && append_part(out, s, start, at);
	if (!fits)
		out->len = before;
	return fits;
}

size_t
uni_words(Slice s, Slice *ret, size_t max)
{
	UErrorCode status = U_ZERO_ERROR;
	UText text = UTEXT_INITIALIZER;
	UBreakIterator *words = ubrk_open(UBRK_WORD, "zh", NULL, 0, &status);
	int32_t start = 0;
	int32_t end;
	size_t n = 0;

	utext_openUTF8(&text, s.len ? s.ptr : "", (int64_t)s.len, &status);
	ubrk_setUText(words, &text, &status);
	assert(U_SUCCESS(status));
	while (n < max && (end = ubrk_next(words)) != UBRK_DONE) {
		if (ubrk_getRuleStatus(words) >= UBRK_WORD_NONE_LIMIT)
			ret[n++] = slice_sub(s, (size_t)start,
					     (size_t)(end - start));
		start = end;
	}
	ubrk_close(words);
	utext_close(&text);
	return n;
}

struct UniBreaker {
	UBreakIterator *iterator;
	UText rest; /* of the text, from `from` on: what the iterator has */
	Slice text;
	size_t from;
	size_t at; /* where the iterator stands */
};

/* Passing so many bytes costs less than to start again behind them. */
#define RESTART_BYTES 128

UniBreaker *
uni_breaker_new(void)
{
	UniBreaker *breaker = mem_zalloc(sizeof(*breaker));
	UErrorCode status = U_ZERO_ERROR;
	UText empty = UTEXT_INITIALIZER;

	breaker->rest = empty;
	breaker->iterator =
		ubrk_open(UBRK_LINE, "zh@lb=strict", NULL, 0, &status);
	assert(U_SUCCESS(status));
	uni_breaker_set_text(breaker, SLICE(""));
	return breaker;
}

void
uni_breaker_free(UniBreaker *breaker)
{
	if (!breaker)
		return;
	ubrk_close(breaker->iterator);
	utext_close(&breaker->rest);
	mem_free(breaker);
}

/* The iterator starts at `from`, where a line may break. */
static void
start_breaker(UniBreaker *breaker, size_t from)
{
	Slice rest = slice_sub(breaker->text, from, SIZE_MAX);
	UErrorCode status = U_ZERO_ERROR;

	utext_openUTF8(&breaker->rest, rest.len ? rest.ptr : "",
		       (int64_t)rest.len, &status);
	ubrk_setUText(breaker->iterator, &breaker->rest, &status);
	assert(U_SUCCESS(status));
	breaker->from = from;
	breaker->at = from;
}

void
uni_breaker_set_text(UniBreaker *breaker, Slice s)
{
	assert(s.len < INT32_MAX);
	breaker->text = s;
	start_breaker(breaker, 0);
}

size_t
uni_breaker_next(UniBreaker *breaker, size_t known, size_t off, bool *ret_hard)
{
	int32_t next = 0;
	int32_t rule;

	assert(known <= off || off >= breaker->text.len);
	*ret_hard = false;
	if (off >= breaker->text.len)
		return breaker->text.len;
	if (off < breaker->at || known > breaker->at + RESTART_BYTES)
		start_breaker(breaker, known);
	while (breaker->at <= off && next != UBRK_DONE) {
		next = ubrk_next(breaker->iterator);
		breaker->at = next == UBRK_DONE ? breaker->text.len
						: breaker->from + (size_t)next;
	}
	rule = ubrk_getRuleStatus(breaker->iterator);
	*ret_hard = next != UBRK_DONE && rule >= UBRK_LINE_HARD &&
		    rule < UBRK_LINE_HARD_LIMIT;
	return breaker->at;
}
