/*
 * Walk: the way to the next match.
 *
 * From a place in a direction, once round the document and back to the place.
 * Skips what the filter hides, and what the hits say has no match.  Borrows
 * the matcher and the hits; keeps its own place between steps.
 */
#ifndef READING_WALK_H
#define READING_WALK_H

#include <stdbool.h>
#include <stdint.h>

#include "base/clock.h"
#include "document/document.h"
#include "reading/hits.h"
#include "reading/matcher.h"

/* Paragraphs from one to before another; where both are the same, none. */
typedef struct ParaRange {
	ParaId from;
	ParaId to;
} ParaRange;

typedef struct Walk {
	bool begun;
	bool by_offset;		/* begins at `offset`, not at home and byte */
	bool backward;
	bool wrapped;		/* has passed the end, or the start */
	bool has_found;
	ParaId home;		/* where it begins, and ends when wrapped */
	uint32_t byte;		/* of home's visible text */
	ParaId para;		/* not in the document: behind an end of it */
	MatcherPlace place;
	Match found;		/* backward: the last one so far */
	uint32_t found_nth;	/* in its paragraph, from 0 */
	uint32_t open_len;	/* of the open paragraph when looked at */
	ParaRange clean[2];	/* hold no match: before it wrapped, and since */
	TextOff offset;		/* where it began; of what it found */
} Walk;

/* A new walk from a visible byte of a paragraph (backward: from before it). */
void
walk_start(Walk *walk, ParaId para, uint32_t byte, bool backward);

/* The same walk, or to the match it found, in another document. */
void
walk_start_again(Walk *walk);

/* A walk that has arrived at the `nth` (from 0) match of a paragraph. */
void
walk_to(Walk *walk, Matcher *matcher, Match match, uint32_t nth);

/*
 * One unit of it.  DONE: the match is `found` where `has_found`, else there
 * is none.  BLOCKED: at the end of what is there of the document.
 */
Progress
walk_unit(Walk *walk, Matcher *matcher, const Hits *hits);

/* The end of the paragraphs from `para` on that are known to hold no match. */
ParaId
walk_clean_to(const Walk *walk, ParaId para);

#endif
