/*
 * Word lists: whether a word, or a character, is one of a table's.
 *
 * Tables stand in the order of their bytes, which tests/check_style watches:
 * they are searched by halves.
 */
#ifndef DOCUMENT_WORD_LIST_H
#define DOCUMENT_WORD_LIST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/slice.h"

#define WORD_BYTES 32	/* of a word, with at least one NUL behind it */

/* In small letters, as far as they are ASCII, and not empty. */
typedef char Word[WORD_BYTES];

/* Characters of three bytes. */
typedef char CharList[];

/* True where a word is one of `n`, but for the case of ASCII letters. */
bool
word_list_has(Slice word, const Word *words, size_t n);

/* True where a code point is one of the characters, `len` bytes in all. */
bool
char_list_has(uint32_t cp, const char *chars, size_t len);

#endif
