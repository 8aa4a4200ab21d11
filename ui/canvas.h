/*
 * Canvas: the whole screen as cells, before any terminal sees it.
 *
 * Owns the cells and the place of the cursor.  Invariant: what stands in the
 * cells of a row fills its columns exactly; a wide cell is followed by one
 * that it covers; no control character reaches a cell.  Every code point of a
 * cell but the first is of no width, so that whatever measures code point by
 * code point counts the same columns.
 * Knows no colours and no terminal.
 */
#ifndef UI_CANVAS_H
#define UI_CANVAS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/slice.h"
#include "base/vec.h"
#include "settings/theme.h"
#include "text/uni.h"

#define CANVAS_POINTS UNI_CELL_POINTS	/* code points of a cell */

typedef struct Cell {
	uint32_t points[CANVAS_POINTS];	/* zeros behind the last */
	uint8_t cols;		/* 1 or 2; 0: the cell before covers it */
	uint8_t role;		/* Role */
	uint8_t attrs;		/* StyleAttr, beside those of the role */
	uint8_t unused;		/* 0: cells are compared as bytes */
} Cell;

typedef struct Canvas {
	Cell *cells;		/* rows * cols */
	int rows;
	int cols;
	int cursor_row;		/* -1: the cursor is not shown */
	int cursor_col;
} Canvas;

typedef struct Rect {
	int row;
	int col;
	int rows;
	int cols;
} Rect;

/* A stretch of one row. */
typedef struct Spot {
	int row;
	int col;
	int cols;
} Spot;

void
canvas_init(Canvas *canvas);

void
canvas_done(Canvas *canvas);

/* Makes it `rows` by `cols`, blank. */
void
canvas_resize(Canvas *canvas, int rows, int cols);

/* Blank, without a cursor. */
void
canvas_clear(Canvas *canvas);

const Cell *
canvas_cell(const Canvas *canvas, int row, int col);

/*
 * Puts the clusters of `text` that fit into `spot`, clipped to the canvas;
 * returns the columns used.  What uni_cluster_cells() makes of them is shown.
 */
int
canvas_put(Canvas *canvas, Spot spot, Slice text, Role role);

/* The same, with an ellipsis where `text` does not fit. */
int
canvas_put_cut(Canvas *canvas, Spot spot, Slice text, Role role);

/* Bytes of `text` that go on a row: whole words, where one fits. */
size_t
canvas_fit_words(Slice text, int cols);

/* Flush right in `spot`; returns the columns used. */
int
canvas_put_right(Canvas *canvas, Spot spot, Slice text, Role role);

/* The end of `text` flush right, behind an ellipsis where it does not fit. */
int
canvas_put_end(Canvas *canvas, Spot spot, Slice text, Role role);

/* Blanks of a role. */
void
canvas_fill(Canvas *canvas, Rect rect, Role role);

/* Changes the role of what stands there. */
void
canvas_role(Canvas *canvas, Spot spot, Role role);

/* Adds StyleAttr to what stands there. */
void
canvas_attrs(Canvas *canvas, Spot spot, unsigned attrs);

void
canvas_set_cursor(Canvas *canvas, int row, int col);

/* The characters of one row, without blanks at its end; appended to `out`. */
void
canvas_text(const Canvas *canvas, int row, Buf *out);

/*
 * For tests: each row's characters, then, behind `~`, a letter for the role of
 * each column, and the place of the cursor where there is one.
 */
void
canvas_dump(const Canvas *canvas, Buf *out);

#endif
