/*
 * Word lists: whether a word is one of a table's.
 */
#ifndef DOCUMENT_WORD_LIST_H
#define DOCUMENT_WORD_LIST_H

#include <stdbool.h>
#include <stddef.h>

#include "base/slice.h"

#define WORD_BYTES 32	/* of a word, with at least one NUL behind it */

/* In small letters, as far as they are ASCII, and not empty. */
typedef char Word[WORD_BYTES];

/* True where a word is one of `n`, but for the case of ASCII letters. */
bool
word_list_has(Slice word, const Word *words, size_t n);

#endif
