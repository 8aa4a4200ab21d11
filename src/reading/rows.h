/*
 * Rows: the paragraphs near the screen, wrapped, and kept for a while.
 *
 * Owns the visible text and the rows of the paragraphs that were asked for
 * last; forgets the one that was not asked for longest.  A section of a
 * paragraph (section.h) is wrapped as far as somebody asks, and goes on from
 * there: the cost of a row is that of the section's text up to it, once.
 *
 * Every paragraph has a row; the only one of an empty text is empty.
 * Paragraphs are named by the head of their chain.  The index of a row grows
 * from 0 at the first, not always by one: rows_next() and rows_prev() step it.
 * Does not know why rows are indented, names, gaps or what is hidden.
 */
#ifndef READING_ROWS_H
#define READING_ROWS_H

#include <stdbool.h>
#include <stdint.h>

#include "document/document.h"
#include "document/shown.h"
#include "document/shown_script.h"
#include "document/wrap.h"

typedef struct Rows Rows;

/* How wide rows are. */
typedef struct RowShape {
	uint32_t cols;
	uint32_t first;		/* columns less in a paragraph's first row */
} RowShape;

Rows *
rows_new(void);

void
rows_free(Rows *rows);

/* Forgets everything; `doc` (borrowed, may be NULL) comes next. */
void
rows_set_document(Rows *rows, const Document *doc);

/* How paragraphs are wrapped from now on: WrapFlag. */
void
rows_set_flags(Rows *rows, unsigned flags);

/*
 * Forgets everything; texts are shown in this script (borrowed, see
 * shown_set_script) from now on.
 */
void
rows_set_script(Rows *rows, const ShownScript *script);

/* Forgets the paragraph that ended the document, and may have grown. */
void
rows_grown(Rows *rows);

/* Row `index` of `para`; false where there is none of that index. */
bool
rows_get(Rows *rows, ParaId para, RowShape shape, uint32_t index, Row *ret);

/* The index of the row behind; false, and no change, at the last. */
bool
rows_next(Rows *rows, ParaId para, RowShape shape, uint32_t *index);

/* The index of the row before; false, and no change, at the first. */
bool
rows_prev(Rows *rows, ParaId para, RowShape shape, uint32_t *index);

/* The index of the last row. */
uint32_t
rows_last(Rows *rows, ParaId para, RowShape shape);

/* The row that holds a source byte of the paragraph; the last for its end. */
uint32_t
rows_at(Rows *rows, ParaId para, RowShape shape, uint32_t source);

/* The visible text; valid until the next call of rows_*. */
const Shown *
rows_shown(Rows *rows, ParaId para);

#endif
