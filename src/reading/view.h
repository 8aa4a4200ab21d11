/*
 * View: where one is in the document, and how one moves.
 *
 * Owns the anchor of the first row, the current turn, and the jump list;
 * borrows the document, the filter and the layout.  The anchor is changed by
 * reading alone: never by resizing, filtering, or growth.  The first row shown
 * is the line that holds the anchor.
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
#include "reading/layout.h"

#define VIEW_JUMPS 100	/* places that the jump list keeps */

typedef enum ViewGoal {
	GOAL_NONE,
	GOAL_TURN,		/* goal_value: a TurnId */
	GOAL_PERCENT,
	GOAL_END,
	GOAL_OFFSET,		/* goal_value: a TextOff */
} ViewGoal;

typedef struct View {
	const Document *doc;	/* borrowed */
	Filter *filter;		/* borrowed */
	Layout *layout;		/* borrowed */
	Anchor top;
	TurnId current;		/* DOC_NONE: no turn */
	int rows;		/* of the dialogue */
	ViewGoal goal;
	uint64_t goal_value;
	TextOff jumps[VIEW_JUMPS];	/* oldest first */
	AnchorPart jump_parts[VIEW_JUMPS];
	int n_jumps;
	int jump;		/* where one is in them; n_jumps: in none */
} View;

void
view_init(View *view, Filter *filter, Layout *layout);

/*
 * The document is this one now; its places are carried over by text offset
 * where it is a new generation of the one before.
 */
void
view_set_document(View *view, const Document *doc);

/* The rows of the dialogue, and (through the layout) its shape. */
void
view_resize(View *view, int rows, LayoutShape shape);

/* The lines on the screen, at most `max`; returns how many. */
int
view_lines(View *view, Line *ret, int max);

/* Reaches the goal if the document now holds it; true where it moved. */
bool
view_work(View *view);

/*
 * Movements.  Each returns false where it could not move at all (then nothing
 * changed).  `n` may be negative for the other direction.
 */
bool
view_scroll(View *view, long n);		/* rows */

bool
view_half_page(View *view, long n);

bool
view_page(View *view, long n);			/* keeping a row */

bool
view_to_start(View *view);

bool
view_to_end(View *view);

bool
view_to_percent(View *view, int percent);

bool
view_next_turn(View *view, long n);	/* back: first to this one's start */

bool
view_next_of_speaker(View *view, long n);

bool
view_next_para(View *view, long n);

bool
view_next_entry(View *view, long n);	/* of the outline; back as above */

/*
 * Jumps to a named place: these always arrive, and remember where one was.
 * Where the filter hides the place it is switched off; *ret_unfiltered says
 * so (may be NULL).
 */
bool
view_to_turn(View *view, TurnId turn, bool *ret_unfiltered);

bool
view_to_para(View *view, ParaId para, bool *ret_unfiltered);

/*
 * Brings a match into view; the view does not move where all of it is on the
 * screen already.  The turn that holds it becomes current.
 */
bool
view_to_match(View *view, Match match, bool *ret_unfiltered);

/* The current turn's first row to the top, middle or bottom of the screen. */
typedef enum ViewAlign { ALIGN_TOP, ALIGN_MIDDLE, ALIGN_BOTTOM } ViewAlign;

bool
view_align(View *view, ViewAlign align);

/* Remembers the place in the jump list (every jump does so itself). */
void
view_remember(View *view);

/* `n` places older (or, negative, newer) in the jump list. */
bool
view_jump(View *view, long n);

/* Back to the place before the last jump, and forth. */
bool
view_jump_back(View *view);

/* The whole place, to go back to after an incremental search. */
typedef struct ViewPlace {
	Anchor top;
	TurnId current;
} ViewPlace;

ViewPlace
view_place(const View *view);

void
view_restore(View *view, ViewPlace place);

/* Percent of the text's bytes up to the last row on the screen. */
int
view_percent(View *view);

/* The turn whose text the first row is in while its own name is not on the
 * screen, or DOC_NONE: row 2 of the screen carries it. */
TurnId
view_carried_turn(View *view);

/* The paragraph and visible byte where a search from here begins. */
Anchor
view_search_origin(View *view);

#endif
