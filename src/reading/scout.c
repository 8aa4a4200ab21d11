/*
 * Bytes are looked at in pairs, every second one: what begins like a needle
 * has three bytes, those that may follow it counted, so that its first or its
 * second pair is among them wherever it begins.  Where a table knows the pair,
 * the needles are compared character by character.
 */
#include "reading/scout.h"

#include <string.h>

#include "base/mem.h"
#include "text/utf8.h"

#define N_PAIRS 65536
#define STRIDE 8		/* bytes that are looked at together */
#define WINDOW 3		/* bytes of two pairs */
#define ENTITY_MAX 64

/* What a pair tells. */
enum {
	PAIR_BEGINS = 1,	/* a needle may begin with it */
	PAIR_BEGAN = 2,		/* or have begun a byte before it */
	PAIR_ENTITY = 4,	/* one of the two may begin an entity */
};

/* The first byte of what may stand between two characters; or a blank. */
static const char GAPS[] = "\t\n\1!&*<>[\\]_`";

struct Scout {
	Needles *needles;
	uint8_t pairs[N_PAIRS];
	uint32_t first[256];	/* of a byte: a bit for each needle */
};

/* How a needle begins; what is not known of it may be any byte. */
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

static void
mark_window(Scout *scout, const Window *window)
{
	const unsigned char *bytes = window->bytes;

	mark(scout, bytes[0], bytes[1], PAIR_BEGINS);
	if (window->n >= WINDOW)
		mark(scout, bytes[1], bytes[2], PAIR_BEGAN);
	for (unsigned any = 0; window->n < WINDOW && any < 256; any++)
		mark(scout, bytes[1], any, PAIR_BEGAN);
}

static void
mark_entities(Scout *scout)
{
	for (unsigned any = 0; any < 256; any++) {
		mark(scout, '&', any, PAIR_ENTITY);
		mark(scout, any, '&', PAIR_ENTITY);
	}
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
	NeedleChar of = needles_at(scout->needles, i)->chars[0];
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
		mark_chars(scout, needles_at(needles, i), 0, &nothing);
		mark_first(scout, i);
	}
	mark_entities(scout);
	return scout;
}

void
scout_free(Scout *scout)
{
	if (!scout)
		return;
	needles_free(scout->needles);
	mem_free(scout);
}

/* True where what is seen next may stand behind something that is not. */
static bool
is_gap(Slice rest)
{
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

/* True where the needle begins with `rest`, as far as that can be told. */
static bool
is_needle(const Scout *scout, const Needle *needle, Slice rest)
{
	uint32_t cp;

	for (uint32_t i = 0; i < needle->n && rest.len > 0; i++) {
		size_t len = utf8_decode(rest, &cp);

		if (!has_point(scout, needle->chars[i], cp))
			return i > 0 && is_gap(rest);
		rest = slice_sub(rest, len, SIZE_MAX);
	}
	return true;
}

static bool
is_entity(Slice rest)
{
	char c = rest.len > 1 ? rest.ptr[1] : ' ';
	bool named = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');

	return rest.len > 0 && rest.ptr[0] == '&' && (named || c == '#') &&
	       slice_find(slice_sub(rest, 0, ENTITY_MAX), SLICE(";")) !=
		       SIZE_MAX;
}

/* True where a needle may begin with `rest`, of one byte or more. */
static bool
begins(const Scout *scout, Slice rest)
{
	uint32_t maybe = scout->first[(unsigned char)rest.ptr[0]];

	for (size_t i = 0; maybe; i++, maybe >>= 1)
		if (maybe & 1 &&
		    is_needle(scout, needles_at(scout->needles, i), rest))
			return true;
	return false;
}

/* What the pair `at` tells, and that which overlaps it does not deny. */
static unsigned
told_at(const Scout *scout, Slice bytes, size_t at)
{
	const uint8_t *pairs = scout->pairs;
	const char *p = bytes.ptr + at;
	unsigned told = pairs[pair_at(p)];

	if (told & PAIR_BEGINS && at + 2 < bytes.len &&
	    !(pairs[pair_at(p + 1)] & PAIR_BEGAN))
		told &= ~(unsigned)PAIR_BEGINS;
	if (told & PAIR_BEGAN &&
	    (at == 0 || !(pairs[pair_at(p - 1)] & PAIR_BEGINS)))
		told &= ~(unsigned)PAIR_BEGAN;
	return told;
}

/* What begins at the pair `at` or a byte beside it, as `told`; or SIZE_MAX. */
static size_t
find_at(const Scout *scout, Slice bytes, size_t at, unsigned told)
{
	Slice rest = slice_sub(bytes, at, SIZE_MAX);
	Slice next = slice_sub(bytes, at + 1, SIZE_MAX);

	if (told & PAIR_BEGAN &&
	    begins(scout, slice_sub(bytes, at - 1, SIZE_MAX)))
		return at - 1;
	if (told & PAIR_BEGINS && begins(scout, rest))
		return at;
	if (told & PAIR_ENTITY && is_entity(rest))
		return at;
	return told & PAIR_ENTITY && is_entity(next) ? at + 1 : SIZE_MAX;
}

/* The same for all pairs of a stride. */
static size_t
find_near(const Scout *scout, Slice bytes, size_t at, unsigned kinds)
{
	size_t found = SIZE_MAX;

	for (size_t end = at + STRIDE; found == SIZE_MAX && at < end; at += 2) {
		unsigned told = told_at(scout, bytes, at) & kinds;

		if (told)
			found = find_at(scout, bytes, at, told);
	}
	return found;
}

/* The same for each byte from `at` to the end. */
static size_t
find_in_rest(const Scout *scout, Slice bytes, size_t at, unsigned kinds)
{
	for (; at < bytes.len; at++) {
		Slice rest = slice_sub(bytes, at, SIZE_MAX);

		if (begins(scout, rest) ||
		    (kinds & PAIR_ENTITY && is_entity(rest)))
			return at;
	}
	return SIZE_MAX;
}

static size_t
find(const Scout *scout, Slice bytes, unsigned kinds)
{
	const uint8_t *pairs = scout->pairs;
	size_t at = 0, found;

	for (; at + STRIDE <= bytes.len; at += STRIDE) {
		const char *p = bytes.ptr + at;

		if (!((pairs[pair_at(p)] | pairs[pair_at(p + 2)] |
		       pairs[pair_at(p + 4)] | pairs[pair_at(p + 6)]) & kinds))
			continue;
		found = find_near(scout, bytes, at, kinds);
		if (found != SIZE_MAX)
			return found;
	}
	/* What begins with the last byte would show by the next pair. */
	return find_in_rest(scout, bytes, at > 0 ? at - 1 : 0, kinds);
}

size_t
scout_find(const Scout *scout, Slice bytes, size_t from, Markup markup)
{
	unsigned kinds = PAIR_BEGINS | PAIR_BEGAN;
	size_t found;

	if (markup == MARKUP_MARKDOWN)
		kinds |= PAIR_ENTITY;
	found = find(scout, slice_sub(bytes, from, SIZE_MAX), kinds);
	return found == SIZE_MAX ? SIZE_MAX : from + found;
}
