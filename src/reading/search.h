/*
 * Search: matches of one pattern in the visible text, found in steps.
 *
 * Owns the pattern, the matches counted so far and the current one.  Looks in
 * paragraphs and in headings that stand in the source, not in names; no match
 * crosses a paragraph.  Two walks share the work: one from where the search
 * began, in its direction, to the first match, then one over the whole
 * document that lists all of them in reading order.
 *
 * Invariant: the list is sorted and holds all matches of the paragraphs before
 * its cursor.  It grows with the document and starts anew with a new one.
 * Does not move the view: whoever asks for a match jumps to it.
 */
#ifndef READING_SEARCH_H
#define READING_SEARCH_H

#include <stdbool.h>
#include <stdint.h>

#include "base/clock.h"
#include "base/err.h"
#include "document/document.h"
#include "reading/filter.h"
#include "reading/pattern.h"

typedef struct Search Search;

typedef struct SearchCount {
	uint32_t index;		/* of the current match, from 1; 0: unknown */
	uint32_t shown;		/* matches that the filter shows */
	uint32_t hidden;	/* matches that it hides */
	bool complete;		/* nothing more to count */
	bool partial;		/* a limit was reached in some paragraph */
} SearchCount;

typedef enum SearchState {
	SEARCH_OFF,		/* no pattern */
	SEARCH_LOOKING,		/* the first match is not found yet */
	SEARCH_AT,		/* there is a current match */
	SEARCH_NOTHING,		/* looked everywhere */
} SearchState;

Search *
search_new(void);

void
search_free(Search *search);

/*
 * Starts to search for `query` from `origin` on (backward: before it).  Fails
 * with `err` where the pattern is not one; then the search is as before.
 */
Status
search_start(Search *search, Slice query, unsigned flags, Err *err);

/* No pattern, no matches. */
void
search_stop(Search *search);

/* Where the walk to the first match begins: a visible byte of a paragraph. */
void
search_from(Search *search, ParaId para, uint32_t byte, bool backward);

/*
 * Goes on with both walks in `doc`.  `filter` (may be NULL) says what the
 * walk to a match skips and what counts as hidden.
 */
Progress
search_step(Search *search, const Document *doc, const Filter *filter,
	    Deadline deadline);

/* The filter changed: what is shown and hidden is counted anew. */
void
search_filter_changed(Search *search);

SearchState
search_state(const Search *search);

/* The match that the last walk found (state SEARCH_AT). */
Match
search_current(const Search *search);

/* True once when the walk passed the end (or start) of the document. */
bool
search_wrapped(const Search *search);

SearchCount
search_count(const Search *search);

/* Starts the walk to the next match after the current one, or before it. */
void
search_next(Search *search, bool backward);

/*
 * The matches inside the visible text of one paragraph, for painting; at most
 * `max` into `ret`; returns how many.  Looks at the text, not at the list.
 */
uint32_t
search_in_para(Search *search, ParaId para, Slice text, Match *ret,
	       uint32_t max);

/* The pattern as typed, empty while there is none. */
Slice
search_query(const Search *search);

/*
 * All matches of `query` in a complete document, appended to `ret` (of
 * Match), in reading order: for printing.
 */
Status
search_all(const Document *doc, Slice query, unsigned flags, ChunkVec *ret,
	   Err *err);

#endif
