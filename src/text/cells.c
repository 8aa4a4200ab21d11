/*
 * In which cells a cluster is painted, and so how wide it is.
 *
 * Terminals count differently what is newer than their tables, and what
 * several code points make together: flags, families, keycaps, jamo.  Such a
 * cluster gets a form on whose columns all agree: the letters of a flag, the
 * first of a family, a sign without the selector that would widen it and a
 * blank beside it, a syllable composed, a mark where nothing else is sure.
 * Only what is painted changes, never the text.
 */
#ifdef HAVE_CONFIG_H
#include "config.h"
#endif

#include "text/uni.h"

#include "base/items.h"
#include "text/utf8.h"

#define ZERO_WIDTH_JOINER 0x200Du
#define TEXT_STYLE 0xFE0Eu /* variation selectors of emoji */
#define EMOJI_STYLE 0xFE0Fu
#define INDICATOR_FIRST 0x1F1E6u /* the letters of flags */
#define INDICATOR_LAST 0x1F1FFu
#define TONE_FIRST 0x1F3FBu /* of skin */
#define TONE_LAST 0x1F3FFu
#define HAN_PLANES 0x20000u /* from here on all is wide */
#define WIDE_STAND_IN 0x3013u /* 〓, as printers set for a type they lack */

/* The version of Unicode that some terminal in use does not know. */
#define AGE_DOUBTFUL 15
#define AGE_DOUBTFUL_WIDE 10 /* emoji; Han has its width by its plane */
#define AGE_DOUBTFUL_MARK 5

/* Bytes among which one looks for where a cluster begins, from behind. */
#define STRETCH_MAX 1024

typedef struct Range {
	uint32_t first, last;
} Range;

/* Old enough, but counted differently all the same. */
static const Range doubtful[] = {
	{ 0x06DE, 0x06DE },   /* start of rub el hizb */
	{ 0x1734, 0x1734 },   /* Hanunoo pamudpod */
	{ 0x302A, 0x302D },   /* tone marks of Han */
	{ 0x1885, 0x1886 },   /* Mongolian baluda */
	{ 0x1A1B, 0x1A1B },   /* Buginese ae */
	{ 0x3099, 0x309A },   /* voiced sounds, not composed */
	{ 0x3248, 0x324F },   /* numbers on squares */
	{ 0x4DC0, 0x4DFF },   /* hexagrams */
	{ 0xA802, 0xA802 },   /* Syloti Nagri dvisvara */
	{ 0x1F93B, 0x1F93B }, /* pentathlon */
	{ 0x1F946, 0x1F946 }, /* rifle */
};

static bool
is_listed(uint32_t cp)
{
	for (size_t i = 0; i < N_ITEMS(doubtful); i++)
		if (cp >= doubtful[i].first && cp <= doubtful[i].last)
			return true;
	return false;
}

/* Whether terminals disagree on a code point that uni.h gives `cols`. */
static bool
is_doubtful(uint32_t cp, int cols)
{
	int age = uni_age(cp);

	if (age == 0 || age >= AGE_DOUBTFUL || is_listed(cp))
		return true;
	if (cols == 2)
		return age >= AGE_DOUBTFUL_WIDE && cp < HAN_PLANES;
	return cols == 0 && age >= AGE_DOUBTFUL_MARK;
}

/* A cluster on the way to its cells. */
typedef struct Painting {
	UniCell *cells;
	int n;
	int base;	 /* the cell that takes marks; -1: none yet */
	uint32_t before; /* the code point before */
	bool emoji;	 /* the cluster begins with an emoji */
	bool widened;	 /* its selector asks for two columns */
} Painting;

static void
add_cell(Painting *painting, uint32_t cp, int cols)
{
	UniCell *cell = &painting->cells[painting->n];

	if (painting->n == UNI_CELLS_MAX)
		return;
	*cell = (UniCell){ .points = { cp }, .cols = cols };
	painting->base = painting->n++;
}

/* What stands for a code point of so many columns that is not painted. */
static void
add_stand_in(Painting *painting, int cols)
{
	uint32_t cp = WIDE_STAND_IN;

	if (cols == 1)
		cp = uni_width(UTF8_REPLACEMENT) == 1 ? UTF8_REPLACEMENT : '?';
	add_cell(painting, cp, cols);
}

static void
add_point(UniCell *cell, uint32_t cp)
{
	for (int i = 1; i < UNI_CELL_POINTS; i++) {
		if (cell->points[i])
			continue;
		cell->points[i] = cp;
		return;
	}
}

/* A code point of no width: into the cell before, or nowhere. */
static void
add_mark(Painting *painting, uint32_t cp)
{
	UniCell *cell;
	uint32_t composed = 0;

	if (painting->base < 0)
		return;
	cell = &painting->cells[painting->base];
	if (cell->cols == 2 && !cell->points[1]) /* jamo, kana */
		composed = uni_compose(cell->points[0], cp);
	if (composed && uni_width(composed) == 2)
		cell->points[0] = composed;
	else if (!is_doubtful(cp, 0))
		add_point(cell, cp);
}

/* A selector is never painted: some terminals widen or narrow by it. */
static bool
take_selector(Painting *painting, uint32_t cp)
{
	if (cp == EMOJI_STYLE && painting->emoji)
		painting->widened = true;
	return cp == EMOJI_STYLE || cp == TEXT_STYLE;
}

static bool
is_tone(uint32_t cp)
{
	return cp >= TONE_FIRST && cp <= TONE_LAST;
}

static void
add_spacing(Painting *painting, uint32_t cp, int cols)
{
	if (cp >= INDICATOR_FIRST && cp <= INDICATOR_LAST)
		add_cell(painting, 'A' + cp - INDICATOR_FIRST, 1);
	else if (is_tone(cp) && painting->n > 0)
		return;
	else if (is_doubtful(cp, cols))
		add_stand_in(painting, cols);
	else
		add_cell(painting, cp, cols);
}

/* Takes one code point; false where what follows is not painted. */
static bool
take_point(Painting *painting, uint32_t cp)
{
	int cols = uni_width(cp);

	if (uni_is_control(cp)) {
		add_stand_in(painting, 1);
		return false;
	}
	if (painting->emoji && painting->before == ZERO_WIDTH_JOINER)
		return false;
	if (take_selector(painting, cp) || uni_is_format(cp))
		return true;
	if (cols > 0)
		add_spacing(painting, cp, cols);
	else if (cols == 0)
		add_mark(painting, cp);
	return true;
}

/* ASCII, and what most Chinese text is. */
static bool
is_plain(uint32_t cp)
{
	return (cp >= 0x20 && cp < 0x7F) || (cp >= 0x4E00 && cp <= 0x9FFF);
}

int
uni_cluster_cells(Slice cluster, UniCell *ret_cells)
{
	Painting painting = { .cells = ret_cells, .base = -1 };
	uint32_t cp;

	if (utf8_decode(cluster, &cp) == cluster.len && is_plain(cp)) {
		add_cell(&painting, cp, cp < 0x7F ? 1 : 2);
		return 1;
	}
	for (size_t at = 0; at < cluster.len; painting.before = cp) {
		bool first = at == 0;

		at += utf8_decode(slice_sub(cluster, at, SIZE_MAX), &cp);
		if (first)
			painting.emoji = uni_is_emoji(cp);
		if (!take_point(&painting, cp))
			break;
	}
	if (painting.widened && painting.n == 1 && ret_cells[0].cols == 1)
		add_cell(&painting, ' ', 1);
	return painting.n;
}

int
uni_cluster_width(Slice cluster)
{
	UniCell cells[UNI_CELLS_MAX];
	int cols = 0;
	uint32_t cp;
	int n;

	if (utf8_decode(cluster, &cp) == cluster.len && is_plain(cp))
		return cp < 0x7F ? 1 : 2;
	n = uni_cluster_cells(cluster, cells);
	for (int i = 0; i < n; i++)
		cols += cells[i].cols;
	return cols;
}

size_t
uni_text_width(Slice s)
{
	size_t cols = 0;
	size_t len;

	for (; s.len; s = slice_sub(s, len, s.len)) {
		len = uni_cluster(s);
		cols += (size_t)uni_cluster_width(slice_sub(s, 0, len));
	}
	return cols;
}

size_t
uni_fit(Slice s, size_t cols, size_t *ret_cols)
{
	size_t used = 0;
	size_t at = 0;
	Slice rest, cluster;
	size_t more;

	while (at < s.len) {
		rest = slice_sub(s, at, s.len);
		cluster = slice_sub(rest, 0, uni_cluster(rest));
		more = (size_t)uni_cluster_width(cluster);
		if (more > cols - used)
			break;
		used += more;
		at += cluster.len;
	}
	if (ret_cols)
		*ret_cols = used;
	return at;
}

/* Where a code point stands before which clusters end, at most so far back. */
static size_t
last_plain(Slice s)
{
	size_t at = s.len;
	uint32_t cp;

	do
		at -= utf8_decode_last(slice_sub(s, 0, at), &cp);
	while (at > 0 && s.len - at < STRETCH_MAX && !is_plain(cp));
	return at;
}

/* Drops clusters before the last `cols` columns of `s`, which has `*width`. */
static Slice
keep_end(Slice s, size_t cols, size_t *width)
{
	while (*width > cols) {
		size_t len = uni_cluster(s);

		*width -= (size_t)uni_cluster_width(slice_sub(s, 0, len));
		s = slice_sub(s, len, s.len);
	}
	return s;
}

size_t
uni_fit_end(Slice s, size_t cols, size_t *ret_cols)
{
	size_t fits = 0;
	size_t used = 0;
	bool all = true;

	while (all && fits < s.len) {
		Slice before = slice_sub(s, 0, s.len - fits);
		Slice stretch = slice_sub(before, last_plain(before), s.len);
		size_t width = uni_text_width(stretch);
		Slice kept = keep_end(stretch, cols - used, &width);

		all = kept.len == stretch.len;
		fits += kept.len;
		used += width;
	}
	if (ret_cols)
		*ret_cols = used;
	return fits;
}
