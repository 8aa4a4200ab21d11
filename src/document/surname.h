/*
 * Surname: by what most Han names begin.
 */
#ifndef DOCUMENT_SURNAME_H
#define DOCUMENT_SURNAME_H

#include <stdbool.h>

#include "base/slice.h"

/* True where the first character is a surname, in either script. */
bool
surname_begins(Slice name);

/* True where a surname of two characters begins it: `欧阳`. */
bool
surname_is_long(Slice name);

/* True where one of the most common Japanese surnames of two or three does. */
bool
surname_is_japanese(Slice name);

#endif
