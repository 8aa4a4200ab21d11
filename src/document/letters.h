/*
 * Letters: the script in which most of a text is written.
 *
 * Tells languages apart only as far as their scripts do, from the first words.
 */
#ifndef DOCUMENT_LETTERS_H
#define DOCUMENT_LETTERS_H

#include "base/slice.h"

typedef enum Letters {
	LETTERS_NONE,		/* it has none: `2024`, `……` */
	LETTERS_LATIN,
	LETTERS_CYRILLIC,
	LETTERS_HANGUL,
	LETTERS_KANA,		/* Japanese, with Han among it */
	LETTERS_HAN,
	LETTERS_OTHER,
	LETTERS_KINDS
} Letters;

/* O(1): what leads clearly in the first bytes is taken. */
Letters
letters_of(Slice text);

#endif
