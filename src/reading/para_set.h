/*
 * Para set: some of a document's paragraphs.
 *
 * A bit for each record up to the last that was put in.  One finds the next
 * that is in it without looking at those that are not.
 */
#ifndef READING_PARA_SET_H
#define READING_PARA_SET_H

#include <stdbool.h>
#include <stdint.h>

#include "document/document.h"

typedef struct ParaSet {
	uint64_t *bits;
	uint32_t n_words;	/* what is beyond is not in it */
} ParaSet;

/* Empties it and frees its memory; all zero it is empty. */
void
para_set_done(ParaSet *set);

/* Puts the records `from` to before `end` in; false where all were. */
bool
para_set_add(ParaSet *set, ParaId from, ParaId end);

bool
para_set_has(const ParaSet *set, ParaId id);

/* The first record in it from `id` on, the last up to `id`; or DOC_NONE. */
ParaId
para_set_next(const ParaSet *set, ParaId id);

ParaId
para_set_prev(const ParaSet *set, ParaId id);

#endif
