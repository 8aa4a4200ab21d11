/*
 * Places: which characters may be the first of a match, the second, and so on.
 *
 * For patterns whose characters are one of hundreds, as pinyin's are: there a
 * scout's needles are of no use.  Knows nothing of what the pattern is.
 */
#ifndef READING_PLACES_H
#define READING_PLACES_H

#include <stddef.h>
#include <stdint.h>

#include "base/slice.h"
#include "document/document.h"

#define PLACES_MAX 8

typedef struct Places {
	uint8_t of[0x10000];	/* a character: a bit for each of its places */
	uint8_t n;		/* that each match has, 1 to PLACES_MAX */
} Places;

/*
 * The first byte at or after `from` where a character may be in the first
 * place, and those behind it, as far as is seen, in the others; SIZE_MAX where
 * there is none.  Words are matched from their start: a letter of ASCII behind
 * another is not in the first place; a character beyond the BMP may be in any.
 * What stands behind `bytes` is taken for a line end.  Some 500 MB/s.
 */
size_t
places_find(const Places *places, Slice bytes, size_t from, Markup markup);

#endif
