/*
 * Concordance: the matches of a search as a list, in one of three orders.
 *
 * By place, an entry is looked up in the hits of the search when it is asked
 * for; nothing is stored.  By speaker and by what follows, the entries are put
 * in order in steps, as they are counted, CONCORDANCE_MAX of them at most.
 * Matches that the filter hides are not listed.
 *
 * Borrows the search and the document; owns the text that it looked into last.
 * Each call begins with what the search holds then: where that was made anew
 * (another query, filter, or generation) so is the list.
 */
#ifndef READING_CONCORDANCE_H
#define READING_CONCORDANCE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/clock.h"
#include "document/document.h"
#include "reading/matcher.h"
#include "reading/search.h"
#include "reading/sorted.h"

/* Matches that are put in order; with 48 bytes each they take at most 100 MB. */
#ifdef FANGTAN_TINY
#define CONCORDANCE_MAX 64
#else
#define CONCORDANCE_MAX 1000000
#endif

typedef enum ConcordanceOrder {
	CONCORDANCE_PLACE,
	CONCORDANCE_SPEAKER,	/* the first of its turn; narration last */
	CONCORDANCE_FOLLOWING,	/* what stands behind it, whatever the case */
	CONCORDANCE_ORDERS,
} ConcordanceOrder;

typedef struct Concordance {
	const Search *search;
	const Document *doc;
	ConcordanceOrder order;
	uint32_t version;	/* of the hits that the rest is made of */
	Sorted sorted;		/* not by place */
	uint32_t taken;		/* the shown matches that are in it */
	Matcher matcher;
	ParaId para;		/* where one looked last, and … */
	MatcherPlace place;	/* … behind which match of it */
	Buf folded;
} Concordance;

/* One match of the list. */
typedef struct Listed {
	Match match;
	uint32_t nth;		/* of its paragraph's matches, from 0 */
} Listed;

void
concordance_init(Concordance *concordance);

void
concordance_done(Concordance *concordance);

/* The matches of `search` in `doc` from now on. */
void
concordance_set(Concordance *concordance, const Search *search,
		const Document *doc);

void
concordance_set_order(Concordance *concordance, ConcordanceOrder order);

/* Frees what is kept; the next step begins anew. */
void
concordance_clear(Concordance *concordance);

/* Puts in order what is counted; one match at a time. */
Progress
concordance_step(Concordance *concordance, Deadline deadline);

/* The entries that are listed so far. */
uint32_t
concordance_count(Concordance *concordance);

/* How many are to be listed, of those that are counted. */
uint32_t
concordance_target(Concordance *concordance);

/* False where there is no entry `i`.  Cost: O(bytes of its paragraph). */
bool
concordance_at(Concordance *concordance, uint32_t i, Listed *ret);

/* The entry of the search's current match; DOC_NONE where it has none yet. */
uint32_t
concordance_here(Concordance *concordance);

#endif
