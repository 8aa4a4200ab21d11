/*
 * Word lists: whether a word is one of a table's.
 */
#ifndef DOCUMENT_WORD_LIST_H
#define DOCUMENT_WORD_LIST_H

#include <stdbool.h>
#include <stddef.h>

#include "base/slice.h"

/* True where a word is one of `n`, but for the case of ASCII letters. */
bool
word_list_has(Slice word, const char *const *words, size_t n);

#endif
