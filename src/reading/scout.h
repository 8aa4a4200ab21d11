/*
 * Scout: where in the source bytes of a document a pattern may match.
 *
 * Knows the pattern's needles (needles.h) or places (places.h), and how what is
 * seen of a paragraph (shown.h) comes from its bytes: a character that is seen
 * stands there whole, or as an entity, and where two that are seen side by side
 * stand apart, the first byte between them is one of markup, white space or what
 * is not seen.  So whatever the pattern may match in is found; what is found
 * may turn out to be nothing.
 */
#ifndef READING_SCOUT_H
#define READING_SCOUT_H

#include <stddef.h>

#include "base/slice.h"
#include "document/document.h"
#include "reading/needles.h"
#include "reading/places.h"

typedef struct Scout Scout;

/* Takes the needles over. */
Scout *
scout_new(Needles *needles);

/* The same with places, which mem_free() may free. */
Scout *
scout_new_places(Places *places);

void
scout_free(Scout *scout);

/*
 * The first byte at or after `from` where a needle may stand: where the rarest
 * of its characters may begin; SIZE_MAX where there is none.  What stands
 * behind `bytes` is taken for a line end.  Some 2 GB/s.
 */
size_t
scout_find(const Scout *scout, Slice bytes, size_t from, Markup markup);

#endif
