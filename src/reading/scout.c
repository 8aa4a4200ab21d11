/*
 * Of a needle the rarest characters are looked for, in a window of three
 * bytes, those that may follow it counted.  A table tells of each pair of
 * bytes what it may be of a window; the pairs of a stride are looked up, and
 * beside one another they tell whether it may hold one.  Where it does, the
 * needle is compared character by character, and what stands before.
 */
#include "reading/scout.h"

#include <limits.h>
#include <string.h>

#include "base/mem.h"
#include "reading/scout_inner.h"
#include "reading/unseen.h"
#include "text/uni.h"
#include "text/utf8.h"

#define N_PAIRS 65536
#define STRIDE 16		/* bytes that are looked at together */
#define PAIR_BITS 8		/* of what a pair tells, in that of a stride */
#define EACH UINT64_C(0x0101010101010101)	/* pair of a stride */
#define WINDOW 3		/* bytes */
#define GAP_COMMONNESS 10000	/* of one behind a letter, as of two letters */
#define ENTITY_MAX 64

/* What a pair may be; of windows there are two kinds, by their second byte. */
enum {
	PAIR_HEAD = 1,		/* the first two bytes: PAIR_TAIL follows */
	PAIR_ODD_HEAD = 2,	/* the same: PAIR_ODD_TAIL follows */
	PAIR_BEFORE = 4,	/* a byte and the first: PAIR_REST follows */
	FOLLOWS = 4,		/* bits from each of these to what follows */
	PAIR_TAIL = 1 << 4,	/* the third byte and another */
	PAIR_ODD_TAIL = 2 << 4,
	PAIR_REST = 4 << 4,	/* the second byte and the third */
	PAIR_ALONE = 1 << 7,	/* all that is known; or one begins an entity */
};

/*
 * The first byte of what may stand between two characters, or a blank: of
 * markup, and of what is not seen.
 */
static const char GAPS[] = "\t\n\1!&*<>[\\]_`\xC2\xE2\xEF";

/* How often a letter of ASCII stands in a thousand, in English. */
static const uint8_t LETTERS[] = {
	['a'] = 82, ['b'] = 15, ['c'] = 28, ['d'] = 43, ['e'] = 127,
	['f'] = 22, ['g'] = 20, ['h'] = 61, ['i'] = 70, ['j'] = 2,
	['k'] = 8,  ['l'] = 40, ['m'] = 24, ['n'] = 67, ['o'] = 75,
	['p'] = 19, ['q'] = 1,  ['r'] = 60, ['s'] = 63, ['t'] = 91,
	['u'] = 28, ['v'] = 10, ['w'] = 24, ['x'] = 2,  ['y'] = 20,
	['z'] = 1,
};

struct Scout {
	Places *places;		/* in place of all that follows, or NULL */
	Needles *needles;
	uint8_t pairs[N_PAIRS];
	uint32_t first[256];	/* of a byte: a bit for each needle's window */
	uint32_t start[NEEDLES_MAX];	/* its character in the window */
};

/* How one begins; what is not known of it may be any byte. */
typedef struct Window {
	unsigned char bytes[WINDOW + UTF8_MAX];
	size_t n;
} Window;

static uint16_t
pair_at(const void *bytes)
{
	uint16_t pair;

	memcpy(&pair, bytes, sizeof(pair));
	return pair;
}

static void
mark(Scout *scout, unsigned first, unsigned second, uint8_t kind)
{
	unsigned char bytes[2] = { (unsigned char)first,
				   (unsigned char)second };

	scout->pairs[pair_at(bytes)] |= kind;
}

/* Marks a pair of which one byte may be any. */
static void
mark_before(Scout *scout, unsigned second, uint8_t kind)
{
	for (unsigned any = 0; any < 256; any++)
		mark(scout, any, second, kind);
}

static void
mark_behind(Scout *scout, unsigned first, uint8_t kind)
{
	for (unsigned any = 0; any < 256; any++)
		mark(scout, first, any, kind);
}

static void
mark_window(Scout *scout, const Window *window)
{
	const unsigned char *bytes = window->bytes;
	unsigned odd = bytes[1] & 1;

	mark_before(scout, bytes[0], PAIR_BEFORE);
	if (window->n < WINDOW) {
		mark(scout, bytes[0], bytes[1], PAIR_ALONE);
		mark_behind(scout, bytes[1], PAIR_REST);
		return;
	}
	mark(scout, bytes[0], bytes[1], (uint8_t)(PAIR_HEAD << odd));
	mark_behind(scout, bytes[2], (uint8_t)(PAIR_TAIL << odd));
	mark(scout, bytes[1], bytes[2], PAIR_REST);
}

static void
mark_entities(Scout *scout)
{
	mark_before(scout, '&', PAIR_ALONE);
	mark_behind(scout, '&', PAIR_ALONE);
}

static Window
window_and(const Window *window, Slice more)
{
	Window longer = *window;

	memcpy(longer.bytes + longer.n, more.ptr, more.len);
	longer.n += more.len;
	return longer;
}

/*
 * What begins so and goes on behind a gap.  Blanks are one before code alone:
 * those at the end of a line go only between Han, which fill a window.
 */
static void
mark_gaps(Scout *scout, const Window *window)
{
	Window longer = window_and(window, SLICE(" `"));

	mark_window(scout, &longer);
	for (size_t i = 0; i < sizeof(GAPS) - 1; i++) {
		longer = window_and(window, (Slice){ GAPS + i, 1 });
		mark_window(scout, &longer);
	}
}

/* How common a character is, with those that are as good. */
static unsigned
commonness(const Scout *scout, NeedleChar of)
{
	const uint32_t *points = needles_points(scout->needles, of);
	unsigned sum = 0;

	for (uint16_t k = 0; k < of.n; k++)
		sum += points[k] < sizeof(LETTERS) && LETTERS[points[k]] > 0
			       ? LETTERS[points[k]]
			       : 1;
	return sum;
}

/* True where it has the bytes of a window, however it is written. */
static bool
fills_window(const Scout *scout, NeedleChar of)
{
	const uint32_t *points = needles_points(scout->needles, of);
	char bytes[UTF8_MAX];

	for (uint16_t k = 0; k < of.n; k++)
		if (utf8_encode(points[k], bytes) < WINDOW)
			return false;
	return true;
}

/* How common a window is whose first character is `i`, with its gaps. */
static unsigned
window_commonness(const Scout *scout, const Needle *needle, uint32_t i)
{
	unsigned common[WINDOW] = { 0 };

	if (fills_window(scout, needle->chars[i]))
		return commonness(scout, needle->chars[i]);
	for (uint32_t k = 0; k < WINDOW; k++)
		common[k] = commonness(scout, needle->chars[i + k]);
	return common[0] * (common[1] * common[2] + GAP_COMMONNESS);
}

/* The character that the rarest window of the needle begins with. */
static uint32_t
window_start(const Scout *scout, const Needle *needle)
{
	unsigned least = UINT_MAX;
	uint32_t start = 0;

	for (uint32_t i = 0; i < needle->n; i++) {
		unsigned common;

		if (i + WINDOW > needle->n &&
		    !fills_window(scout, needle->chars[i]))
			continue;
		common = window_commonness(scout, needle, i);
		if (common < least) {
			least = common;
			start = i;
		}
	}
	return start;
}

/* Marks how the needle goes on from character `i`. */
static void
mark_chars(Scout *scout, const Needle *needle, uint32_t i, const Window *before)
{
	const uint32_t *points = needles_points(scout->needles,
						needle->chars[i]);
	char bytes[UTF8_MAX];

	for (uint16_t k = 0; k < needle->chars[i].n; k++) {
		size_t len = utf8_encode(points[k], bytes);
		Window window = window_and(before, (Slice){ bytes, len });

		if (window.n >= WINDOW || i + 1 == needle->n) {
			mark_window(scout, &window);
			continue;
		}
		mark_gaps(scout, &window);
		mark_chars(scout, needle, i + 1, &window);
	}
}

static void
mark_first(Scout *scout, size_t i)
{
	const Needle *needle = needles_at(scout->needles, i);
	NeedleChar of = needle->chars[scout->start[i]];
	const uint32_t *points = needles_points(scout->needles, of);
	char bytes[UTF8_MAX];

	for (uint16_t k = 0; k < of.n; k++) {
		utf8_encode(points[k], bytes);
		scout->first[(unsigned char)bytes[0]] |= UINT32_C(1) << i;
	}
}

Scout *
scout_new(Needles *needles)
{
	static const Window nothing = { .n = 0 };
	Scout *scout = mem_zalloc(sizeof(*scout));

	scout->needles = needles;
	for (size_t i = 0; i < needles_count(needles); i++) {
		const Needle *needle = needles_at(needles, i);

		scout->start[i] = window_start(scout, needle);
		mark_chars(scout, needle, scout->start[i], &nothing);
		mark_first(scout, i);
	}
	mark_entities(scout);
	return scout;
}

Scout *
scout_new_places(Places *places)
{
	Scout *scout = mem_zalloc(sizeof(*scout));

	scout->places = places;
	return scout;
}

void
scout_free(Scout *scout)
{
	if (!scout)
		return;
	mem_free(scout->places);
	needles_free(scout->needles);
	mem_free(scout);
}

bool
scout_is_gap(Slice rest)
{
	uint32_t cp;

	if ((unsigned char)rest.ptr[0] >= 0x80) {
		utf8_decode(rest, &cp);
		return unseen_is(cp);
	}
	if (memchr(GAPS, rest.ptr[0], sizeof(GAPS) - 1))
		return true;
	if (rest.ptr[0] != ' ')
		return false;
	while (rest.len > 0 && rest.ptr[0] == ' ')
		rest = slice_sub(rest, 1, SIZE_MAX);
	return rest.len == 0 || rest.ptr[0] == '\n' || rest.ptr[0] == '`';
}

static bool
has_point(const Scout *scout, NeedleChar of, uint32_t cp)
{
	const uint32_t *points = needles_points(scout->needles, of);

	for (uint16_t i = 0; i < of.n; i++)
		if (points[i] == cp)
			return true;
	return false;
}

/* True where the needle goes on from character `i` as `rest`, or may. */
static bool
goes_on(const Scout *scout, const Needle *needle, uint32_t i, Slice rest)
{
	uint32_t start = i, cp;

	for (; i < needle->n && rest.len > 0; i++) {
		size_t len = utf8_decode(rest, &cp);

		if (!has_point(scout, needle->chars[i], cp))
			return i > start && scout_is_gap(rest);
		rest = slice_sub(rest, len, SIZE_MAX);
	}
	return true;
}

/*
 * True where the needle comes to character `i` as `before`, or may: what is not
 * seen does not end with a letter of ASCII.
 */
static bool
comes_to(const Scout *scout, const Needle *needle, uint32_t i, Slice before)
{
	uint32_t cp;

	while (i > 0 && before.len > 0) {
		before.len -= utf8_decode_last(before, &cp);
		if (!has_point(scout, needle->chars[--i], cp))
			return cp >= 0x80 || !uni_is_letter(cp);
	}
	return true;
}

bool
scout_is_entity(Slice rest)
{
	char c = rest.len > 1 ? rest.ptr[1] : ' ';
	bool named = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');

	return rest.len > 0 && rest.ptr[0] == '&' && (named || c == '#') &&
	       slice_find(slice_sub(rest, 0, ENTITY_MAX), SLICE(";")) !=
		       SIZE_MAX;
}

/* True where a needle may stand whose window begins `at` this byte. */
static bool
stands(const Scout *scout, Slice bytes, size_t at)
{
	Slice rest = slice_sub(bytes, at, SIZE_MAX);
	uint32_t maybe = scout->first[(unsigned char)rest.ptr[0]];

	for (size_t i = 0; maybe; i++, maybe >>= 1) {
		const Needle *needle;

		if (!(maybe & 1))
			continue;
		needle = needles_at(scout->needles, i);
		if (goes_on(scout, needle, scout->start[i], rest) &&
		    comes_to(scout, needle, scout->start[i],
			     slice_sub(bytes, 0, at)))
			return true;
	}
	return false;
}

/* The first byte from `at` to before `end` where a needle may stand. */
static size_t
find_between(const Scout *scout, Slice bytes, size_t at, size_t end,
	     Markup markup)
{
	for (; at < end; at++)
		if (stands(scout, bytes, at) ||
		    (markup == MARKUP_MARKDOWN &&
		     scout_is_entity(slice_sub(bytes, at, SIZE_MAX))))
			return at;
	return SIZE_MAX;
}

/* What four pairs tell. */
static inline uint64_t
told_by_four(const uint8_t *pairs, const char *p)
{
	return pairs[pair_at(p)] |
	       (uint32_t)pairs[pair_at(p + 2)] << PAIR_BITS |
	       (uint32_t)pairs[pair_at(p + 4)] << 2 * PAIR_BITS |
	       (uint32_t)pairs[pair_at(p + 6)] << 3 * PAIR_BITS;
}

/* The first stride at or behind `at` that may hold the end of a window. */
static size_t
skip(const uint8_t *pairs, Slice bytes, size_t at)
{
	uint64_t before = at > 0 ? pairs[pair_at(bytes.ptr + at - 2)] : 0;

	for (; at + STRIDE <= bytes.len; at += STRIDE) {
		const char *p = bytes.ptr + at;
		uint64_t told = told_by_four(pairs, p) |
				told_by_four(pairs, p + 8) << 4 * PAIR_BITS;
		uint64_t wanted = (told << PAIR_BITS | before) << FOLLOWS &
				  EACH * (PAIR_TAIL | PAIR_ODD_TAIL |
					PAIR_REST);

		if (told & (wanted | EACH * PAIR_ALONE))
			break;
		before = told >> 7 * PAIR_BITS;
	}
	return at;
}

static size_t
find(const Scout *scout, Slice bytes, Markup markup)
{
	size_t at = skip(scout->pairs, bytes, 0), from, found;

	for (;;) {
		bool last = at + STRIDE > bytes.len;

		from = at > WINDOW ? at - WINDOW : 0;
		found = find_between(scout, bytes, from,
				     last ? bytes.len : at + STRIDE, markup);
		if (found != SIZE_MAX || last)
			return found;
		at = skip(scout->pairs, bytes, at + STRIDE);
	}
}

size_t
scout_find(const Scout *scout, Slice bytes, size_t from, Markup markup)
{
	size_t found;

	if (scout->places)
		return places_find(scout->places, bytes, from, markup);
	found = find(scout, slice_sub(bytes, from, SIZE_MAX), markup);
	return found == SIZE_MAX ? SIZE_MAX : from + found;
}
