/*
 * Sections: where rows begin anew inside a huge paragraph.
 *
 * Rows wrap from their section's start, so that the cost of one in the middle
 * of 50 MB is that of its section.  A section begins behind a sentence, where
 * there is one near; its last row is like a paragraph's last.  A paragraph of
 * less than SECTION_BYTES and a half is one section.  Depends on the text
 * alone.
 *
 * Pure.  Cost: O(SECTION_NEAR).
 */
#ifndef READING_SECTION_H
#define READING_SECTION_H

#include <stdint.h>

#include "base/slice.h"

#define SECTION_BYTES 16384u
#define SECTION_NEAR 4096u	/* how far the end of a sentence is looked for */

/* How many a paragraph's visible text has: at least one. */
uint32_t
section_count(Slice text);

/* Where a section begins; `index` may be the count: the end of the text. */
uint32_t
section_start(Slice text, uint32_t index);

/* The section that holds a byte of the text, or its end. */
uint32_t
section_at(Slice text, uint32_t byte);

#endif
