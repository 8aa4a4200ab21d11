/*
 * Speakers: their names while a document is read, and their roles.
 *
 * A NameTable maps names to numbers: O(1), names borrowed from an arena that
 * outlives it.
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

/* `host`, `guest`, `unknown`: as the interface calls them. */
const char *
speakers_role_name(SpeakerRole role);

/*
 * The role that a name itself says: `Host`, `主持人`, `Q1`, `嘉賓王小明`, `Ann
 * (Moderator)`.  `A` says nothing by itself: role.h.
 */
SpeakerRole
speakers_role_of(Slice name);

#endif
