/*
 * Sorted: matches kept in order while they come, one after the other.
 *
 * Owns its entries, in blocks that hold a stretch of the order each, so that
 * one more moves few.  The order is that of the keys' bytes, then that of the
 * text.  Knows no texts and makes no keys.
 *
 * Invariant: no block is empty; all in a block stand before all in the next.
 */
#ifndef READING_SORTED_H
#define READING_SORTED_H

#include <stddef.h>
#include <stdint.h>

#include "document/document.h"

#define SORTED_KEY 32		/* bytes of a key, zeros behind the last */

typedef struct SortedEntry {
	unsigned char key[SORTED_KEY];
	Match match;
	uint32_t nth;		/* of its paragraph's matches, from 0 */
} SortedEntry;

struct SortedBlock;

typedef struct Sorted {
	struct SortedBlock *blocks;
	size_t n_blocks;
	size_t room;		/* blocks that there is memory for */
	uint32_t count;		/* entries */
} Sorted;

void
sorted_init(Sorted *sorted);

void
sorted_done(Sorted *sorted);

/* Forgets all entries and frees their memory. */
void
sorted_clear(Sorted *sorted);

/* Takes a copy.  Cost: a block's entries, and the blocks where one is full. */
void
sorted_insert(Sorted *sorted, const SortedEntry *entry);

/* Entry `i`, which must exist; valid until the next one is inserted. */
const SortedEntry *
sorted_at(const Sorted *sorted, uint32_t i);

/* Where the entry of that key and match stands, or DOC_NONE. */
uint32_t
sorted_find(const Sorted *sorted, const SortedEntry *entry);

#endif
