/*
 * Needles: runs of characters of which one stands in all that a regular
 * expression matches.
 *
 * Read from the expression: a run of its characters, each with those that are
 * as good in its place, or of a choice a run for each branch.  What the reader
 * does not understand counts for nothing, so that there may be none.  White
 * space and controls are no part of a needle: a text may show them for others.
 */
#ifndef READING_NEEDLES_H
#define READING_NEEDLES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/slice.h"

#define NEEDLES_MAX 16
#define NEEDLE_CHARS 8		/* of a needle; of a longer run the first */

typedef struct NeedleChar {
	uint16_t first;		/* index into the points */
	uint16_t n;		/* points of which any will do */
} NeedleChar;

typedef struct Needle {
	NeedleChar chars[NEEDLE_CHARS];
	uint32_t n;		/* at least 1 */
} Needle;

typedef struct Needles Needles;

/*
 * The needles of `regex`, which PCRE2 has taken, in UTF mode and with case
 * ignored where `caseless`; NULL where there are none, or too common ones.
 */
Needles *
needles_new(Slice regex, bool caseless);

void
needles_free(Needles *needles);

size_t
needles_count(const Needles *needles);

/* Needle `i`, which must exist. */
const Needle *
needles_at(const Needles *needles, size_t i);

/* The points of one of its characters. */
const uint32_t *
needles_points(const Needles *needles, NeedleChar of);

#endif
