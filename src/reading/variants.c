/*
 * Two sorted tables of pairs, of a character and one of its keys.  A character
 * is always a key of its own, so that most need no pair.
 */
#include "reading/variants.h"

#include <stdlib.h>

#include "base/mem.h"
#include "base/vec.h"
#include "text/uni.h"

#define KEYS_MAX 16		/* of a character */
#define STEP_POINTS 1024	/* characters of a unit */

typedef struct Pair {
	uint32_t from;
	uint32_t to;
} Pair;

typedef struct Range {
	uint32_t first;
	uint32_t last;
} Range;

/* Where compatibility forms are; those for emphasis in mathematics are not. */
static const Range FORMS[] = {
	{ 0x00A0, 0x024F }, { 0x02B0, 0x02E4 }, { 0x1D2C, 0x1DBF },
	{ 0x2000, 0x2BFF }, { 0x2E80, 0x33FF }, { 0xF900, 0xFB06 },
	{ 0xFE30, 0xFE6F }, { 0xFF00, 0xFFEF }, { 0x2F800, 0x2FA1F },
};

#define OPENS 0x201C		/* of double quotation marks */
#define CLOSES 0x201D
#define OPENS_SINGLE 0x2018
#define CLOSES_SINGLE 0x2019

/* Beyond compatibility: quotation marks, dashes, dots, blanks. */
static const Pair MARKS[] = {
	{ '"', OPENS },		 { '"', CLOSES },
	{ 0x300C, OPENS },	 { 0x300D, CLOSES },
	{ 0x201E, OPENS },	 { 0x201F, OPENS },
	{ 0x301D, OPENS },	 { 0x301E, CLOSES },
	{ 0x301F, CLOSES },	 { 0x00AB, OPENS },
	{ 0x00BB, CLOSES },
	{ '\'', OPENS_SINGLE },	 { '\'', CLOSES_SINGLE },
	{ 0x300E, OPENS_SINGLE }, { 0x300F, CLOSES_SINGLE },
	{ 0x201A, OPENS_SINGLE }, { 0x201B, OPENS_SINGLE },
	{ 0x2039, OPENS_SINGLE }, { 0x203A, CLOSES_SINGLE },
	{ 0x02BC, '\'' },
	{ 0x2010, '-' },	 { 0x2012, '-' },
	{ 0x2013, '-' },	 { 0x2014, '-' },
	{ 0x2015, '-' },	 { 0x2212, '-' },
	{ 0x2500, '-' },	 { 0x2E3A, '-' },
	{ 0x2E3B, '-' },
	{ 0x30FB, 0x00B7 },	 { 0x2027, 0x00B7 },
	{ 0x2022, 0x00B7 },	 { 0x2219, 0x00B7 },
	{ 0x22C5, 0x00B7 },
	{ 0x301C, '~' },	 { 0x223C, '~' },
	{ '\t', ' ' },		 { '\n', ' ' },
	{ 0x22EF, 0x2026 },
};

#define N_ITEMS(table) (sizeof(table) / sizeof((table)[0]))

struct Variants {
	Script *script;
	Buf by_point;		/* of Pair, sorted by `from` … */
	Buf by_key;		/* … and turned round, by the key */
	uint32_t next_form;	/* in the ranges of FORMS, counted through */
	uint32_t next_han;
	uint32_t place;		/* ScriptPlace in which that is looked up */
	uint32_t *mainland;	/* the Simplified form of each Han character */
	bool sorted;
	bool marked;		/* compatibility forms and marks are there */
	bool done;
};

Variants *
variants_new(Script *script)
{
	Variants *variants = mem_zalloc(sizeof(*variants));

	variants->script = script;
	buf_init(&variants->by_point, SIZE_MAX);
	buf_init(&variants->by_key, SIZE_MAX);
	variants->mainland = mem_zalloc((SCRIPT_HAN_LAST - SCRIPT_HAN_FIRST +
					 1) * sizeof(uint32_t));
	return variants;
}

void
variants_free(Variants *variants)
{
	if (!variants)
		return;
	buf_done(&variants->by_point);
	buf_done(&variants->by_key);
	mem_free(variants->mainland);
	mem_free(variants);
}

static void
add(Variants *variants, uint32_t point, uint32_t key)
{
	Pair pair = { point, key };
	Pair turned = { key, point };

	if (point == key)
		return;
	variants->sorted = false;
	buf_append(&variants->by_point, (Slice){ (char *)&pair, sizeof(pair) });
	buf_append(&variants->by_key,
		   (Slice){ (char *)&turned, sizeof(turned) });
}

/* `point` is a form of `plain`, whose keys are its own too. */
static void
add_form(Variants *variants, uint32_t point, uint32_t plain)
{
	add(variants, point, plain);
	for (size_t i = 0; i < N_ITEMS(MARKS); i++)
		if (MARKS[i].from == plain)
			add(variants, point, MARKS[i].to);
}

static int
compare_pairs(const void *a, const void *b)
{
	const Pair *p = a;
	const Pair *q = b;

	if (p->from != q->from)
		return p->from < q->from ? -1 : 1;
	return (p->to > q->to) - (p->to < q->to);
}

static void
sort(Buf *pairs)
{
	if (pairs->len > 0)
		qsort(pairs->ptr, pairs->len / sizeof(Pair), sizeof(Pair),
		      compare_pairs);
}

static void
sort_all(Variants *variants)
{
	sort(&variants->by_point);
	sort(&variants->by_key);
	variants->sorted = true;
}

/* The `to` of all pairs from `from`, behind the `n` that `ret` has. */
static size_t
collect(const Buf *pairs, uint32_t from, uint32_t *ret, size_t n, size_t max)
{
	const Pair *all = (const Pair *)(const void *)pairs->ptr;
	size_t count = pairs->len / sizeof(Pair);
	size_t low = 0;
	size_t high = count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (all[middle].from < from)
			low = middle + 1;
		else
			high = middle;
	}
	for (; low < count && all[low].from == from && n < max; low++) {
		size_t i = 0;
		while (i < n && ret[i] != all[low].to)
			i++;
		if (i == n)
			ret[n++] = all[low].to;
	}
	return n;
}

static void
take_marks(Variants *variants)
{
	for (size_t i = 0; i < N_ITEMS(MARKS); i++)
		add(variants, MARKS[i].from, MARKS[i].to);
	variants->marked = true;
}

/* A unit of the compatibility forms; with the last, the marks. */
static void
step_forms(Variants *variants)
{
	uint32_t skipped = 0;
	uint32_t end = variants->next_form + STEP_POINTS;

	for (size_t i = 0; i < N_ITEMS(FORMS); i++) {
		uint32_t n = FORMS[i].last - FORMS[i].first + 1;
		while (variants->next_form >= skipped &&
		       variants->next_form < skipped + n) {
			uint32_t point = FORMS[i].first +
					 variants->next_form - skipped;
			uint32_t plain = uni_compatible(point);
			if (plain != point)
				add_form(variants, point, plain);
			if (++variants->next_form == end)
				return;
		}
		skipped += n;
	}
	take_marks(variants);
}

static uint32_t
mainland_form(const Variants *variants, uint32_t point)
{
	if (point < SCRIPT_HAN_FIRST || point > SCRIPT_HAN_LAST)
		return point;
	return variants->mainland[point - SCRIPT_HAN_FIRST];
}

/* What the compatibility forms are forms of, in Simplified. */
static void
finish(Variants *variants)
{
	size_t n = variants->by_point.len / sizeof(Pair);

	for (size_t i = 0; i < n; i++) {
		Pair pair = ((Pair *)(void *)variants->by_point.ptr)[i];
		if (pair.from >= 0x2E80 && pair.from <= 0x2FDF)
			add(variants, pair.from,
			    mainland_form(variants, pair.to));
	}
	variants->done = true;
}

/* The forms of a place: they have the key of what they are a form of. */
static void
take_forms(Variants *variants, const uint32_t *forms, uint32_t n)
{
	uint32_t first = variants->next_han;

	for (uint32_t i = 0; i < n; i++) {
		uint32_t *mainland =
			&variants->mainland[first + i - SCRIPT_HAN_FIRST];
		if (variants->place == SCRIPT_MAINLAND) {
			*mainland = forms[i];
			add(variants, first + i, forms[i]);
		} else if (forms[i] != first + i) {
			add(variants, forms[i], *mainland);
		}
	}
}

static void
step_han(Variants *variants)
{
	uint32_t forms[STEP_POINTS];
	uint32_t n = STEP_POINTS;

	if (variants->next_han == 0)
		variants->next_han = SCRIPT_HAN_FIRST;
	if (n > SCRIPT_HAN_LAST + 1 - variants->next_han)
		n = SCRIPT_HAN_LAST + 1 - variants->next_han;
	if (script_forms(variants->script, (ScriptPlace)variants->place,
			 variants->next_han, n, forms) != STATUS_OK) {
		variants->done = true;
		return;
	}
	take_forms(variants, forms, n);
	variants->next_han += n;
	if (variants->next_han <= SCRIPT_HAN_LAST)
		return;
	variants->next_han = 0;
	if (++variants->place == SCRIPT_PLACES)
		finish(variants);
}

bool
variants_step(Variants *variants)
{
	if (!variants->marked)
		step_forms(variants);
	else if (!variants->done)
		step_han(variants);
	return !variants->done;
}

static void
prepare(Variants *variants, uint32_t cp)
{
	while (!variants->marked)
		variants_step(variants);
	if (cp >= 0x2E80)
		while (variants_step(variants))
			;
	if (!variants->sorted)
		sort_all(variants);
}

static size_t
keys_of(const Variants *variants, uint32_t cp, uint32_t *ret_keys)
{
	ret_keys[0] = cp;
	return collect(&variants->by_point, cp, ret_keys, 1, KEYS_MAX);
}

size_t
variants_of(Variants *variants, uint32_t cp, uint32_t *ret_points)
{
	uint32_t keys[KEYS_MAX];
	size_t n_keys;
	size_t n;

	prepare(variants, cp);
	n_keys = keys_of(variants, cp, keys);
	for (n = 0; n < n_keys; n++)
		ret_points[n] = keys[n];
	for (size_t i = 0; i < n_keys; i++)
		n = collect(&variants->by_key, keys[i], ret_points, n,
			    VARIANTS_MAX);
	return n;
}

bool
variants_alike(Variants *variants, uint32_t a, uint32_t b)
{
	uint32_t points[VARIANTS_MAX];
	size_t n;

	if (a == b)
		return true;
	n = variants_of(variants, a, points);
	for (size_t i = 0; i < n; i++)
		if (points[i] == b)
			return true;
	return false;
}
