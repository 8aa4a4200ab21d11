/*
 * Spoken: whether what stands behind a label sounds as if somebody said it.
 *
 * `Yes, I did.`, `谢谢，我先说`, `Why not?`, unlike `a list of jobs`.  Looks at
 * the first words only, by a table of a few languages; what it does not find
 * may be speech all the same.
 */
#ifndef DOCUMENT_SPOKEN_H
#define DOCUMENT_SPOKEN_H

#include "base/slice.h"

typedef enum Spoken {
	SPOKEN_NOT,		/* nothing tells */
	SPOKEN_ASKS,		/* a question, which headings are too */
	SPOKEN_SAYS,		/* `I`, `我`, or the word of an answer */
} Spoken;

/* How it sounds.  O(1): a few hundred bytes are looked at. */
Spoken
spoken_sounds(Slice text);

#endif
