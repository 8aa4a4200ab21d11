/*
 * Narrow: only the exchanges that match.
 *
 * Owns the search for a pattern, and puts into the filter, by steps, the turns
 * of each exchange (exchange.h) that matches, turns around it as context, and
 * narration and headings that match themselves: first from the place where one
 * is on, as far as a screen goes, then all.  A pattern is tried first: until it
 * is known to leave something to read, the one before stays in force.
 *
 * Invariant: `search` is on while the filter has a set of paragraphs, and what
 * its hits before `taken` show is in the set.
 */
#ifndef READING_NARROW_H
#define READING_NARROW_H

#include <stdbool.h>

#include "base/clock.h"
#include "base/err.h"
#include "reading/filter.h"
#include "reading/search.h"

/* What came of the last wish. */
typedef enum NarrowState {
	NARROW_DONE,		/* it is in force, or nothing was wished */
	NARROW_TRYING,		/* nothing to read is found yet */
	NARROW_NOTHING,		/* there is none; all is as it was before */
	NARROW_LIMIT,		/* so it is, for the pattern is too much work */
} NarrowState;

typedef struct NarrowWish {
	Slice query;		/* not empty */
	unsigned flags;		/* for the query */
	uint32_t context;	/* turns around an exchange */
	ParaId from;		/* where one is */
} NarrowWish;

typedef struct Narrow {
	Search *search;		/* of what is in force */
	Search *trial;		/* of what may be; off where there is none */
	NarrowState state;
	uint32_t context;
	uint32_t trial_context;
	ParaId trial_taken;	/* hits of the trial before leave nothing */
	bool filled;		/* no more will come into the filter's set */
	const Document *doc;	/* of the last step; so on */
	uint32_t generation;
	uint32_t n_paras;
	uint32_t n_turns;
	bool hosts;		/* somebody in it is host */
	ParaId taken;
	uint32_t n_near;	/* taken near where one is */
} Narrow;

void
narrow_init(Narrow *narrow);

void
narrow_done(Narrow *narrow);

/*
 * Tries to show only what matches.  Fails as search_start() does, and where
 * the query has no pattern; then all is as before.
 */
Status
narrow_start(Narrow *narrow, const Document *doc, const NarrowWish *wish,
	     Err *err);

/* Tries no more; what is in force stays. */
void
narrow_cancel(Narrow *narrow);

/* Shows all again. */
void
narrow_stop(Narrow *narrow, const Document *doc, Filter *filter);

/*
 * Goes on in `doc`.  The filter's version tells whether it shows something
 * else now.
 */
Progress
narrow_step(Narrow *narrow, const Document *doc, Filter *filter,
	    Deadline deadline);

#endif
