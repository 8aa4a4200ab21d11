/*
 * Parts: where a literal of several words is nowhere found, how often each of
 * the words is.
 *
 * Owns a search for each word, in the same places and in the same way as that
 * for the literal.  Invariant: no words, or 2 to PARTS_MAX different ones.
 * Does not judge whether the literal was found.
 */
#ifndef READING_PARTS_H
#define READING_PARTS_H

#include <stddef.h>

#include "reading/search.h"

#define PARTS_MAX 6

typedef struct Parts Parts;

Parts *
parts_new(void);

void
parts_free(Parts *parts);

/* No words. */
void
parts_stop(Parts *parts);

/*
 * Counts on in `doc` the words of what `whole` searches for, which are none
 * where that is no literal of several words.  The same again goes on.
 */
Progress
parts_step(Parts *parts, const Search *whole, const Document *doc,
	   Deadline deadline);

/* How many words there are. */
size_t
parts_count(const Parts *parts);

/* Word `i`, as it is searched for. */
Slice
parts_word(const Parts *parts, size_t i);

/* What is found of it so far. */
SearchCount
parts_found(const Parts *parts, size_t i);

#endif
