/*
 * Wrap: a paragraph's visible text into rows.
 *
 * Pure: text and columns in, rows out.  Rows partition the text: joined they
 * are the text, nothing lost, nothing twice.  White space at which a row ends
 * hangs behind it and counts no columns.  Breaks are those of UAX #14 with the
 * Chinese and Japanese rules (uni.h, linebreak.h); a word wider than the row is
 * broken between grapheme clusters.  A line end inside the text ends a row and hangs
 * like white space.  A row is never empty, and never wider than asked but
 * where a single cluster is, or by the stop that may hang.  Cost: O(bytes), however long a word is.
 */
#ifndef DOCUMENT_WRAP_H
#define DOCUMENT_WRAP_H

#include <stdbool.h>
#include <stdint.h>

#include "base/slice.h"
#include "text/uni.h"

typedef struct Row {
	uint32_t start;		/* bytes of the visible text */
	uint32_t len;		/* with the white space that hangs */
	uint32_t shown_len;	/* without it */
	uint32_t cols;		/* cells of shown_len, those that stand
				 * between Han and other letters too */
} Row;

enum WrapFlag {
	WRAP_HANG = 1,		/* a stop may hang behind a full row */
	WRAP_SPACE = 2,		/* a column between Han and other letters */
	WRAP_JUSTIFY = 4,	/* for who paints a row: it is to be full */
};

#define WRAP_HANG_COLS 2	/* columns that may hang */

typedef struct WrapStyle {
	uint32_t cols;		/* 0: one row for each hard break */
	unsigned flags;		/* WrapFlag */
} WrapStyle;

typedef struct Wrap {
	UniBreaker *breaker;
	Slice text;
	WrapStyle style;
	uint32_t pos;		/* where the next row starts */
	uint32_t known;		/* a break at or before it, or 0 */
	uint32_t brk;		/* the first break found behind it */
	bool hard;		/* at `brk` a row must end */
} Wrap;

/*
 * Starts to wrap `text`.  The breaker is in use until the last row was taken.
 */
void
wrap_start(Wrap *wrap, UniBreaker *breaker, Slice text, WrapStyle style);

/* Goes on after the breaker was used for another text. */
void
wrap_resume(Wrap *wrap);

/* The next row; false at the end.  An empty text has no row. */
bool
wrap_next(Wrap *wrap, Row *ret_row);

#endif
