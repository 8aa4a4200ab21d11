/*
 * View: where one is in the document, and how one moves.
 *
 * Owns the anchor of the first row, the current turn, and the jump list;
 * borrows the document, the filter and the layout.  The anchor is changed by
 * reading alone: never by resizing, filtering, or growth.  The first row shown
 * is the line that holds the anchor; where the filter hides it and all that
 * follows, the last page is shown; and where a match that is held would not
 * be on the screen, the rows are shifted so that it is, until one moves.
 *
 * The current turn is set by every jump and kept while a row of it is on the
 * screen; then it is the nearest turn that is; in narration the next turn, or
 * the last.  Places that are not read yet become a goal, which view_work()
 * reaches when the document has grown that far; any other movement drops it.
 */
#ifndef READING_VIEW_H
#define READING_VIEW_H

#include <stdbool.h>
#include <stdint.h>

#include "document/document.h"
#include "reading/filter.h"
#include "reading/jumps.h"
#include "reading/layout.h"
#include "reading/outline.h"

/* Rows that one movement scrolls at most, however large its count. */
#define VIEW_SCROLL_MAX 100000

typedef enum ViewGoal {
	GOAL_NONE,
	GOAL_TURN,		/* goal_value: a TurnId */
	GOAL_PERCENT,		/* goal_value: 0 to 100 */
	GOAL_END,
	GOAL_OFFSET,		/* goal_value: a TextOff; and goal_part */
} ViewGoal;

/* What stays on the screen, from its first byte to its last. */
typedef struct ViewHeld {
	bool on;
	Anchor first;
	Anchor last;
} ViewHeld;

typedef struct View {
	const Document *doc;	/* borrowed */
	Filter *filter;		/* borrowed */
	Layout *layout;		/* borrowed */
	Anchor top;
	TurnId current;		/* DOC_NONE: no turn */
	TurnId chosen;		/* what it was when one moved last: it is so
				 * again where it comes back on the screen */
	int rows;		/* of the dialogue */
	ViewHeld held;
	ViewGoal goal;
	uint64_t goal_value;
	AnchorPart goal_part;
	Jumps jumps;
} View;

void
view_init(View *view, Filter *filter, Layout *layout);

/*
 * The document is this one now; its places are carried over by text offset
 * where it is a new generation of the one before, which must still be there.
 * Another text starts at its first line.
 */
void
view_set_document(View *view, const Document *doc);

/* The rows of the dialogue, and (through the layout) its shape. */
void
view_resize(View *view, int rows, LayoutShape shape);

/* The lines on the screen, at most `max`; returns how many. */
int
view_lines(View *view, Line *ret, int max);

/*
 * Reaches the goal if the document now holds it (a filter that hides a turn
 * goes off); true where it moved.
 */
bool
view_work(View *view);

/*
 * Movements.  Each returns false where it could not move at all (then nothing
 * changed but the goal, which is dropped).  `n` may be negative for the other
 * direction; where there are fewer than `n`, one moves as far as there are.
 *
 * Scrolling forward ends when the last line is on the last row; the other
 * movements put a place on the first row, and the rows below the end stay
 * blank.  The start, the end, percents and entries are remembered in the jump
 * list, the rest is not.
 */
bool
view_scroll(View *view, long n);		/* rows */

bool
view_half_page(View *view, long n);

bool
view_page(View *view, long n);			/* keeping a row */

bool
view_to_start(View *view);

/*
 * The last page; the row at a percent of the bytes.  While the document grows
 * these go to what is there so far, and are a goal.
 */
bool
view_to_end(View *view);

bool
view_to_percent(View *view, int percent);

/*
 * Turns (paragraphs, where the document has no turn), paragraphs, entries of
 * the outline.  Back, one goes first to the start of the present one where
 * that is above the first row.
 */
bool
view_next_turn(View *view, long n);

bool
view_next_para(View *view, long n);

bool
view_next_entry(View *view, const Outline *outline, long n);

/* Turns of (one of) the current turn's speakers. */
bool
view_next_of_speaker(View *view, long n);

/*
 * Jumps to a named place: these always arrive, and remember where one was.
 * Where the filter hides the place it is switched off; *ret_unfiltered says
 * so (may be NULL).  False where a complete document has no such place; in one
 * that grows it becomes a goal.
 */
bool
view_to_turn(View *view, TurnId turn, bool *ret_unfiltered);

bool
view_to_para(View *view, ParaId para, bool *ret_unfiltered);

bool
view_to_offset(View *view, TextOff off, AnchorPart part,
	       bool *ret_unfiltered);

/*
 * Brings a match into view; the view does not move where all of it is on the
 * screen already.  The turn that holds it becomes current.
 */
bool
view_to_match(View *view, Match match, bool *ret_unfiltered);

/* True where a row of the paragraph is on the screen.  Builds nothing else. */
bool
view_shows_para(View *view, ParaId para);

/* Makes a turn that has a row on the screen the current one; scrolls nothing. */
void
view_choose_turn(View *view, TurnId turn);

/*
 * A match that is on the screen stays on it, whatever becomes of the screen,
 * until one moves.  Nothing where it is not.
 */
void
view_hold(View *view, Match match);

/* The current turn's first row to the top, middle or bottom of the screen. */
typedef enum ViewAlign { ALIGN_TOP, ALIGN_MIDDLE, ALIGN_BOTTOM } ViewAlign;

bool
view_align(View *view, ViewAlign align);

/* `n` places older (or, negative, newer) in the jump list.  No unhiding. */
bool
view_jump(View *view, long n);

/* Back to the place before the last jump, and forth. */
bool
view_jump_back(View *view);

/*
 * The whole place, to go back to after an incremental search.  In another
 * generation, or the document read again, it is told by its offset.
 */
typedef struct ViewPlace {
	const Document *doc;	/* it is a place of this one … */
	uint32_t generation;	/* … as it was then */
	Place place;
	Anchor top;
	ViewHeld held;
	TurnId current;
	JumpsMark jumps;
} ViewPlace;

ViewPlace
view_place(const View *view);

/* Back to `place`; the jumps since then are forgotten.  Drops the goal. */
void
view_restore(View *view, ViewPlace place);

/*
 * Makes of all jumps since then one that began there; none, where one is
 * there.
 */
void
view_jumped_from(View *view, ViewPlace place);

/*
 * Percent of the text's bytes up to the last row on the screen: 100 only at
 * the end of a complete document, and in an empty one.
 */
int
view_percent(View *view);

/* The turn whose text the first row is in while its own name is not on the
 * screen, or DOC_NONE: row 2 of the screen carries it. */
TurnId
view_carried_turn(View *view);

/*
 * Where a search from here begins: the first row.  `byte` is one of the
 * visible text.
 */
Anchor
view_search_origin(View *view);

#endif
