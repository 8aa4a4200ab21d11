/*
 * Word lists: whether a word, or a character, is one of a table's.
 */
#ifndef DOCUMENT_WORD_LIST_H
#define DOCUMENT_WORD_LIST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/slice.h"

/* True where a character stands among `chars`, none of which is a letter. */
bool
word_list_holds(uint32_t cp, const char *chars);

/* True where a word is one of `n`, but for the case of ASCII letters. */
bool
word_list_has(Slice word, const char *const *words, size_t n);

#endif
