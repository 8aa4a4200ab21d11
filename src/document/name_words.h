/*
 * Name words: the tables of words by which names are judged.
 */
#ifndef DOCUMENT_NAME_WORDS_H
#define DOCUMENT_NAME_WORDS_H

#include <stdbool.h>

#include "base/slice.h"

typedef enum NameWords {
	NAME_WORDS_STOP,	/* stand before a colon and name nobody */
	NAME_WORDS_TITLES,	/* of titles and sentences */
	NAME_WORDS_THINGS,	/* of things */
	NAME_WORDS_ROLES,
	NAME_WORDS_OFFICES,	/* roles behind `the` */
	NAME_WORDS_UNKNOWN,	/* nobody knows who */
	NAME_WORDS_ROLE_SUFFIXES,
	NAME_WORDS_PSEUDO,	/* head a line and speak not */
	NAME_WORDS_PARTICLES,	/* small words inside a Latin name */
	NAME_WORDS_ABBREVIATIONS	/* end in a period inside it */
} NameWords;

/* True where the whole of `word` is one of the set, in any case. */
bool
name_word_is(Slice word, NameWords set);

/* `王議員`: a title stands at the end. */
bool
name_ends_as_role(Slice name);

#endif
