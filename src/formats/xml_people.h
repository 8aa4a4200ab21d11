/*
 * XML people: the names that a transcript in XML gives its references.
 *
 * `<TLCPerson eId="ann" showAs="Ann">`, `<person xml:id="ann"><persName>`,
 * `<role xml:id="ann">`, `<Speaker id="spk1" name="Ann">`, and, because they
 * are referred to alike, `<Topic id="to1" desc="…">`.  Names are borrowed from
 * the tree or owned.
 */
#ifndef FORMATS_XML_PEOPLE_H
#define FORMATS_XML_PEOPLE_H

#include "document/speakers.h"
#include "text/xml_tree.h"

typedef struct People {
	Arena arena;
	NameTable ids;		/* id: index into names */
	ChunkVec names;		/* of Slice */
} People;

void
people_init(People *people, const XmlNode *root);

void
people_done(People *people);

/* The name behind a reference (`#ann`), or the empty slice. */
Slice
people_get(const People *people, Slice reference);

/* The reference without what makes it one. */
Slice
people_bare(Slice reference);

/* The name in a label (`<speaker>Ann.</speaker>`), in `arena`. */
Slice
people_label(const XmlNode *label, Arena *arena);

#endif
