/*
 * Write front: the metadata of a document as front matter.
 *
 * Reads back (front.h) as the same title, date and entries in their order:
 * keys `a.b` become maps and `a.1` lists where that gives the same keys again,
 * else they are written as they are.
 */
#ifndef FORMATS_WRITE_FRONT_H
#define FORMATS_WRITE_FRONT_H

#include "document/document.h"
#include "formats/out.h"

/* Nothing where there is nothing to say. */
void
write_front(Out *out, const Meta *meta);

#endif
