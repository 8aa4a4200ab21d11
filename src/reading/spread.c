#include "reading/spread.h"

#include "text/linebreak.h"
#include "text/uni.h"
#include "text/utf8.h"

#define BLANK_COLS_MAX 3	/* that one blank may get to fill a row */

static uint32_t
row_end(const Spread *spread)
{
	return spread->row.start + spread->row.shown_len;
}

static void
add_gap(Spread *spread, uint32_t byte, uint32_t cols)
{
	SpreadGap *last = spread->gaps + spread->n_gaps - 1;

	if (spread->n_gaps > 0 && last->byte == byte)
		last->cols += cols;
	else if (spread->n_gaps < SPREAD_GAPS_MAX)
		spread->gaps[spread->n_gaps++] = (SpreadGap){ byte, cols };
}

/* Where a row can be widened. */
typedef enum Place { PLACE_NONE, PLACE_BLANK, PLACE_LOOSE } Place;

static Place
place_at(Slice text, uint32_t byte)
{
	uint32_t before, after;

	utf8_decode_last(slice_sub(text, 0, byte), &before);
	utf8_decode(slice_sub(text, byte, text.len), &after);
	if (uni_is_space(before))
		return uni_is_space(after) ? PLACE_NONE : PLACE_BLANK;
	if (linebreak_is_closing(before) && uni_is_han(before)
	    && !linebreak_is_bad(text, byte))
		return PLACE_LOOSE;
	return linebreak_wants_space(text, byte) ? PLACE_LOOSE : PLACE_NONE;
}

/* What a row offers to be widened. */
typedef struct Offer {
	uint32_t blanks;
	uint32_t loose;
} Offer;

typedef void VisitPlace(Spread *spread, uint32_t byte, void *context);

static void
for_each_boundary(Spread *spread, VisitPlace *visit, void *context)
{
	uint32_t at = spread->row.start, end = row_end(spread);

	while (at < end) {
		at += (uint32_t)uni_cluster(slice_sub(spread->text, at,
						      end - at));
		if (at < end)
			visit(spread, at, context);
	}
}

static void
count_place(Spread *spread, uint32_t byte, void *context)
{
	Offer *offer = context;
	Place place = place_at(spread->text, byte);

	offer->blanks += place == PLACE_BLANK;
	offer->loose += place == PLACE_LOOSE;
}

/* How spare columns are given out: place i of n gets its even share. */
typedef struct Share {
	bool loose;		/* to all places, not to blanks alone */
	uint32_t spare;
	uint32_t places;
	uint32_t given;
	uint32_t seen;
	bool spaced;		/* WRAP_SPACE */
} Share;

static uint32_t
next_share(Share *share)
{
	uint32_t due = ++share->seen * share->spare / share->places;
	uint32_t cols = due - share->given;

	share->given = due;
	return cols;
}

static void
widen_place(Spread *spread, uint32_t byte, void *context)
{
	Share *share = context;
	uint32_t cols = 0;
	Place place = share->places ? place_at(spread->text, byte)
				    : PLACE_NONE;

	if (share->spaced)
		cols += linebreak_wants_space(spread->text, byte);
	if (place == PLACE_BLANK || (place == PLACE_LOOSE && share->loose))
		cols += next_share(share);
	if (cols > 0)
		add_gap(spread, byte, cols);
}

static bool
ends_paragraph(const Spread *spread)
{
	const Row *row = &spread->row;

	return row->start + row->len >= spread->text.len
		|| spread->text.ptr[row->start + row->len - 1] == '\n';
}

/* Gives spare columns to the blanks, or to all places, or to none. */
static void
share_out(Spread *spread, uint32_t cols, Share *share)
{
	Offer offer = { 0, 0 };

	if (spread->row.cols >= cols || ends_paragraph(spread))
		return;
	for_each_boundary(spread, count_place, &offer);
	share->spare = cols - spread->row.cols;
	if (share->spare <= BLANK_COLS_MAX * offer.blanks) {
		share->places = offer.blanks;
	} else if (share->spare <= offer.blanks + offer.loose) {
		share->places = offer.blanks + offer.loose;
		share->loose = true;
	}
}

void
spread_row(Slice text, const Row *row, WrapStyle style, Spread *ret)
{
	Share share = { .spaced = style.flags & WRAP_SPACE };

	ret->text = text;
	ret->row = *row;
	ret->n_gaps = 0;
	if (style.flags & WRAP_JUSTIFY)
		share_out(ret, style.cols, &share);
	if (share.spaced || share.places > 0)
		for_each_boundary(ret, widen_place, &share);
}

/* Columns of the gaps before `byte`, and of the one at it. */
static uint32_t
gap_cols(const Spread *spread, uint32_t byte, bool with_own)
{
	uint32_t cols = 0;

	for (uint32_t i = 0; i < spread->n_gaps; i++) {
		const SpreadGap *gap = &spread->gaps[i];

		if (gap->byte < byte || (with_own && gap->byte == byte))
			cols += gap->cols;
	}
	return cols;
}

static uint32_t
text_cols(const Spread *spread, uint32_t byte)
{
	uint32_t start = spread->row.start;

	return (uint32_t)uni_text_width(slice_sub(spread->text, start,
						  byte - start));
}

uint32_t
spread_col(const Spread *spread, uint32_t byte)
{
	return text_cols(spread, byte) + gap_cols(spread, byte, true);
}

uint32_t
spread_end_col(const Spread *spread, uint32_t byte)
{
	return text_cols(spread, byte) + gap_cols(spread, byte, false);
}

uint32_t
spread_byte(const Spread *spread, uint32_t col)
{
	uint32_t at = spread->row.start, end = row_end(spread);

	while (at < end) {
		uint32_t next = at + (uint32_t)uni_cluster(
			slice_sub(spread->text, at, end - at));

		if (spread_end_col(spread, next) > col)
			return at;
		at = next;
	}
	return end;
}
