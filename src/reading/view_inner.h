/*
 * What the files of the view share: view.c (the screen, the current turn,
 * scrolling), view_goal.c (the end, percents, what is not read yet) and
 * view_jump.c (movements to places).  Private to them.
 */
#ifndef READING_VIEW_INNER_H
#define READING_VIEW_INNER_H

#include "reading/view.h"

static inline bool
view_has_paras(const View *view)
{
	return view->doc != NULL && doc_n_paras(view->doc) > 0;
}

/* The line on the first row; false where the document has none. */
bool
view_top_line(View *view, Line *ret);

/* Shifts the line on the first row so that what is held has a row. */
void
view_shift_to_held(View *view, Line *top);

/* Steps `line` back by at most `n`; returns by how many. */
long
view_back(View *view, Line *line, long n);

/* The line on the first row when the last line is on the last row. */
bool
view_last_page(View *view, Line *ret);

/*
 * Puts `top` on the first row, makes `current` the current turn (as far as
 * the rule of view.h lets it be) and drops the goal.  False, and no change,
 * where that is how it was.
 */
bool
view_arrive(View *view, Anchor top, TurnId current);

/* The same, and remembers in the jump list where one was. */
bool
view_jump_to(View *view, Anchor top, TurnId current);

/* Where one is, for the jump list. */
Place
view_here(const View *view);

/* The start of a paragraph, with the name above it. */
static inline Anchor
view_start_of(ParaId para)
{
	return (Anchor){ .para = para, .part = ANCHOR_NAME };
}

/* The anchor at a place; valid where the document has a paragraph. */
Anchor
view_anchor_at(const View *view, Place place);

/* Switches the filter off where it hides a paragraph; true where it did. */
bool
view_unhide(View *view, ParaId para);

/* True where the text at `off` is in the document, or never will be. */
bool
view_is_reached(const View *view, TextOff off);

/* The bytes of a document so far, which has a paragraph. */
TextOff
view_end_off(const View *view);

/* The turn that is current when a jump goes to a paragraph. */
TurnId
view_turn_for(const View *view, ParaId para);

#endif
