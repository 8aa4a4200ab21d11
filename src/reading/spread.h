/*
 * Spread: in which columns the characters of a row stand.
 *
 * A row's clusters stand side by side, but for columns that the text does not
 * have: one between Han and other letters (WRAP_SPACE), and those that make
 * the row as wide as the measure (WRAP_JUSTIFY).  Who paints a row, marks a
 * part of it, or asks what a column holds, asks here; what is copied and
 * searched knows nothing of it.
 *
 * Justified, a row's spare columns go to its blanks; where there are too few,
 * behind its marks and between Han and other letters as well; and a row that
 * would be torn apart stays as it is, as does a paragraph's last.
 *
 * Pure.  Cost: O(bytes of the row).
 */
#ifndef READING_SPREAD_H
#define READING_SPREAD_H

#include <stdbool.h>
#include <stdint.h>

#include "base/slice.h"
#include "document/wrap.h"

#define SPREAD_GAPS_MAX 256	/* further ones are not shown */

typedef struct SpreadGap {
	uint32_t byte;		/* of the text: the columns stand before it */
	uint32_t cols;
} SpreadGap;

typedef struct Spread {
	Slice text;		/* of the paragraph; borrowed */
	Row row;
	SpreadGap gaps[SPREAD_GAPS_MAX];
	uint32_t n_gaps;
} Spread;

/* A row that was wrapped in this style. */
void
spread_row(Slice text, const Row *row, WrapStyle style, Spread *ret);

/* The column, from the row's start, of a byte of the paragraph's text. */
uint32_t
spread_col(const Spread *spread, uint32_t byte);

/* The column behind what ends at `byte`. */
uint32_t
spread_end_col(const Spread *spread, uint32_t byte);

/*
 * The byte at which the cluster in column `col` begins; that of the row's end
 * behind the last.
 */
uint32_t
spread_byte(const Spread *spread, uint32_t col);

#endif
