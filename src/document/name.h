/*
 * Name: how much a few words look like somebody's name.
 *
 * Judges the words alone, by script, capitals, length and tables of surnames,
 * roles and words that head a line and name nobody.  What the document says of
 * them is evidence.h's to weigh.
 */
#ifndef DOCUMENT_NAME_H
#define DOCUMENT_NAME_H

#include <stdbool.h>

#include "base/slice.h"

#define NAME_CHARS_MAX 63	/* code points of a label */

typedef enum NameLook {
	NAME_NOT,		/* a sentence, a number, `Note`, `例如` */
	NAME_WEAK,		/* could be, if much else speaks for it */
	NAME_PLAUSIBLE,		/* one capitalised word, a nick */
	NAME_STRONG,		/* first and last name, surname, role */
} NameLook;

NameLook
name_look(Slice name);

/* `Host`, `主持人`, `科長`, also with a number or letter: `Speaker 7`. */
bool
name_is_role(Slice name);

/* `Break`, `Jingle`, `MUSIC`: heads a line and speaks not. */
bool
name_is_pseudo(Slice name);

#endif
