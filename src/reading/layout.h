/*
 * Layout: the document as lines of the dialogue, made as they are asked for.
 *
 * Owns the rows of the paragraphs near the screen (rows.h); stores no line.
 * A line is the gap above a paragraph, the name of who speaks, or a row of the
 * text.  One steps from line to line in both directions, and finds the line
 * that holds an anchor.  What the filter hides has no lines.
 *
 * Invariant: the text rows of all lines from the first to the last, joined,
 * are the visible text of the shown paragraphs (and headings).  A paragraph
 * whose visible text is empty has one empty row.  Cost: wrapping the
 * paragraphs that are touched, each up to the row asked for, never the
 * document.
 * Does not know the screen's rows, the current turn, or curses.
 */
#ifndef READING_LAYOUT_H
#define READING_LAYOUT_H

#include <stdbool.h>
#include <stdint.h>

#include "document/document.h"
#include "document/shown.h"
#include "document/shown_script.h"
#include "document/wrap.h"
#include "reading/filter.h"

#define LAYOUT_FULL 1000	/* a measure: what the pane has */

typedef enum NamePlace { NAMES_AUTO, NAMES_ABOVE, NAMES_MARGIN } NamePlace;

/*
 * Columns inside the dialogue pane, counted from its left edge.
 *
 * Names above: the times and the bar stand in a margin of 8 at the left of
 * the text, which shrinks before the measure does.  Names in the margin: from
 * left to right names, bar, text, times.  A column stays free at the right of
 * the text.  Times switched on or off change none of it.
 */
typedef struct LayoutShape {
	int time_col;		/* of the times; -1: no room for them */
	int time_cols;		/* their room; what is longer begins earlier,
				 * what is shorter leaves it at the right */
	int name_col;		/* where names in the margin begin */
	int name_cols;		/* their room; 0: names stand above; what is
				 * longer begins earlier */
	int bar_col;		/* of the bar at the current turn */
	int text_col;		/* where the text begins */
	int text_cols;		/* its measure, at least 1 */
	unsigned flags;		/* WrapFlag */
	int para_indent;	/* of a paragraph that goes on with a turn, in
				 * place of the gap above it; 0: the gap */
} LayoutShape;

/*
 * The shape for a pane of `cols` columns (its map column not counted) and a
 * measure of at most `measure` columns (SCREEN: 68), without flags and indents.
 * LAYOUT_FULL leaves the margin of times and bar where 68 columns remain.
 * NAMES_AUTO puts names in the margin where 14 columns are free beside
 * measure, bar and times.
 */
LayoutShape
layout_shape(int cols, int measure, NamePlace names);

typedef enum LineKind { LINE_GAP, LINE_NAME, LINE_TEXT } LineKind;

typedef struct Line {
	LineKind kind;
	ParaId para;		/* the head of its chain */
	Row row;		/* of LINE_TEXT */
	uint32_t index;		/* of the row in its paragraph; 0: the first */
	int indent;		/* columns of a quote, an item, a first row */
	bool starts_turn;	/* it is the name, or has it in the margin */
	bool starts_item;	/* the item's marker belongs before this row */
} Line;

typedef struct Layout Layout;

Layout *
layout_new(void);

void
layout_free(Layout *layout);

/*
 * What is laid out.  Both are borrowed; `filter` NULL hides nothing, `doc`
 * NULL has no lines and lets go of the document before.  What was wrapped is
 * forgotten where the document or the shape is another one; a change of the
 * filter needs no call.
 */
void
layout_set(Layout *layout, const Document *doc, const Filter *filter,
	   LayoutShape shape);

/* In which script; borrowed.  What was wrapped is forgotten at each call. */
void
layout_set_script(Layout *layout, const ShownScript *script);

/*
 * The document has grown: forgets its last paragraph.  To be called whenever
 * the loader read on, for an open paragraph's bytes may have moved.
 */
void
layout_grown(Layout *layout);

LayoutShape
layout_current_shape(const Layout *layout);

/*
 * The line that holds an anchor; where the anchor is in what is hidden, the
 * next line that is shown (no gap), else the last one.  A gap or a name that
 * is not there is the line below it.  False where there is no line.
 */
bool
layout_at(Layout *layout, Anchor anchor, Line *ret);

/* The last line. */
bool
layout_last(Layout *layout, Line *ret);

/* Steps `line`; false, and no change, at the ends. */
bool
layout_next(Layout *layout, Line *line);

bool
layout_prev(Layout *layout, Line *line);

/*
 * The anchor that the line's start is: layout_at() gives the line again.  The
 * row with the name in the margin is ANCHOR_NAME.
 */
Anchor
layout_anchor(Layout *layout, const Line *line);

/* < 0, 0 or > 0 as `a` stands before `b`, at it, or behind it. */
int
layout_compare(const Line *a, const Line *b);

/*
 * The line of a turn that has its name: LINE_NAME, or its first row.  False
 * where the turn is hidden or has no paragraph.
 */
bool
layout_turn(Layout *layout, TurnId turn, Line *ret);

/* The visible text of a paragraph; valid until the next call of layout_*. */
const Shown *
layout_shown(Layout *layout, ParaId para);

#endif
