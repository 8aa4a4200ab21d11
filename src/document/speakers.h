/*
 * Speakers: finding them by name.
 *
 * A NameTable maps names to numbers while a document is read: O(1), names
 * borrowed from an arena that outlives it.  speakers_find() answers what a
 * user types.
 */
#ifndef DOCUMENT_SPEAKERS_H
#define DOCUMENT_SPEAKERS_H

#include <stdbool.h>
#include <stdint.h>

#include "document/document.h"

typedef struct NameTable {
	struct NameSlot *slots;
	uint32_t n_slots;	/* a power of two, or 0 */
	uint32_t count;
} NameTable;

void
names_init(NameTable *table);

void
names_done(NameTable *table);

/* The number of a name, or DOC_NONE. */
uint32_t
names_get(const NameTable *table, Slice name);

/* Sets it; the name must outlive the table. */
void
names_put(NameTable *table, Slice name, uint32_t value);

/*
 * The speaker that `query` names: a number, a name or an alias, or the unique
 * part of one, in any case.  DOC_NONE where there is none, or where it is part
 * of the names of several (*ret_several).  O(speakers).
 */
SpeakerId
speakers_find(const Document *doc, Slice query, bool *ret_several);

#endif
