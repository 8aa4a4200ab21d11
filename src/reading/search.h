/*
 * Search: matches of one pattern in the visible text, found in steps.
 *
 * Owns the query, its pattern, the list of the paragraphs that match, and the
 * current match.  Looks in paragraphs and in headings that stand in the source,
 * not in names; no match crosses a paragraph.  Two walks share the work: one
 * from where the search began, in its direction and once round the document,
 * to the first match, then one over the whole document that counts all of them.
 *
 * Invariant: the list (hits.h) is sorted and holds all paragraphs with matches
 * before its end, which does not pass an open paragraph.  It grows with the
 * document.  A new document or generation (told by the pointer and the number)
 * starts it anew, and the current match is looked for at its text offset.
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
#include "reading/hits.h"
#include "reading/matcher.h"
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
 * Starts to search for `query` (query.h) in `doc` from the origin on (backward:
 * before it).  Fails with `err` where it is none, or names nobody; then the
 * search is as before.  The same query again keeps what is counted; one
 * without a pattern stops.
 */
Status
search_start(Search *search, const Document *doc, Slice query, unsigned flags,
	     Err *err);

/* No pattern, no matches. */
void
search_stop(Search *search);

/*
 * Another document, or a new reading of it, which search_step() would come to
 * know otherwise: all begins anew, and the current match is looked for at its
 * text offset.
 */
void
search_set_document(Search *search, const Document *doc);

/*
 * The origin, where the walk to the first match begins: a visible byte of a
 * paragraph.  Does not disturb a walk that is on its way.
 */
void
search_from(Search *search, ParaId para, uint32_t byte, bool backward);

/*
 * Goes on with both walks in `doc`.  `filter` (may be NULL) says what the
 * walk to a match skips and what counts as hidden.  While the document is not
 * complete, a walk that reaches its end (or start) waits there: BLOCKED.  Ends
 * before the deadline where the walk to a match does, so that one can go there.
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

/* Which of the matches of its paragraph that is, from 0. */
uint32_t
search_current_nth(const Search *search);

/*
 * True where the last walk passed the end (or start) of the document, until
 * the next one starts.
 */
bool
search_wrapped(const Search *search);

SearchCount
search_count(const Search *search);

/*
 * Starts the walk to the next match after the current one, or before it; from
 * the origin where nothing was found; nothing while one is on its way.
 */
void
search_next(Search *search, bool backward);

/* Starts the walk from the origin anew, where there is a pattern. */
void
search_from_origin(Search *search);

/*
 * Starts the walk forward to `match`, which is one of what is searched for, or
 * to the first behind it.
 */
void
search_go(Search *search, Match match);

/* Makes `match`, the `nth` (from 0) of its paragraph, the current one. */
void
search_choose(Search *search, Match match, uint32_t nth);

/*
 * What of `doc` is counted so far; NULL where nothing is searched for, or no
 * step was done in it yet.
 */
const Hits *
search_hits(const Search *search, const Document *doc);

/* Has a matcher look for the same in the same document, hidden or not. */
void
search_lend(const Search *search, Matcher *matcher);

/*
 * The matches inside the visible text of one paragraph, for painting; at most
 * `max` into `ret`; returns how many.  Looks at the text, not at the list.
 */
uint32_t
search_in_para(Search *search, ParaId para, Slice text, Match *ret,
	       uint32_t max);

/* The same, but only those that touch `range`, a stretch of the paragraph. */
uint32_t
search_in_range(Search *search, Match range, Slice text, Match *ret,
		uint32_t max);

/* True where the query looks in this paragraph; for who paints matches. */
bool
search_looks_in(const Search *search, const Document *doc, ParaId para);

/* True where it looks only in what somebody says. */
bool
search_names_speakers(const Search *search);

/*
 * Of what is counted so far: the shown matches of the paragraphs `from` to
 * before `end`, and those in what a speaker says, be the speaker in or not.
 */
uint32_t
search_count_between(const Search *search, ParaId from, ParaId end);

uint32_t
search_count_speaker(const Search *search, SpeakerId id);

/*
 * The first paragraph from `from` on that is known to hold a match, hidden or
 * not; DOC_NONE where none is.
 */
ParaId
search_hit_from(const Search *search, ParaId from);

/* True where both search for the same, read in the same way. */
bool
search_is_same(const Search *a, const Search *b);

/* The query as typed, empty while there is none. */
Slice
search_query(const Search *search);

unsigned
search_flags(const Search *search);

#endif
