/*
 * Searches: the patterns that are searched for at one time.
 *
 * Up to SEARCHES_MAX, each in a slot of its own, which is its colour, and each
 * with its own matches.  One is current: that which was added or chosen last.
 *
 * Invariant: of those that are in use, only the current one may be off.
 */
#ifndef READING_SEARCHES_H
#define READING_SEARCHES_H

#include <stdbool.h>

#include "reading/search.h"

#define SEARCHES_MAX 5

typedef struct Searches {
	Search *slots[SEARCHES_MAX];	/* NULL: never used */
	int used[SEARCHES_MAX];	/* slots, that chosen last at the end */
	int n_used;		/* at least 1 */
} Searches;

void
searches_init(Searches *searches);

void
searches_done(Searches *searches);

/* The slot of the current one, and that one. */
int
searches_current_slot(const Searches *searches);

Search *
searches_current(const Searches *searches);

/* The search of a slot; NULL where that has no pattern. */
Search *
searches_at(const Searches *searches, int slot);

/* How many have a pattern. */
int
searches_count(const Searches *searches);

/*
 * Makes one without a pattern the current one; false where all slots have a
 * pattern.
 */
bool
searches_add(Searches *searches);

/* Stops the current one; that chosen before it is the current one. */
void
searches_drop(Searches *searches);

/* Makes that of a slot, which has a pattern, the current one. */
void
searches_choose(Searches *searches, int slot);

/* The one that was chosen longest ago becomes the current one. */
void
searches_turn(Searches *searches);

/* What is searched for twice stays in the current one alone. */
void
searches_drop_same(Searches *searches);

/* Stops all. */
void
searches_stop(Searches *searches);

#endif
