/*
 * Flatten: a paragraph of several lines as one, byte for byte.
 *
 * Markers, indents and superfluous line ends become FLATTEN_DROP, the other
 * line ends and tabs a space, so that positions stay those of the source.
 * Code and tables keep their lines.
 */
#ifndef DOCUMENT_FLATTEN_H
#define DOCUMENT_FLATTEN_H

#include <stdbool.h>

#include "base/vec.h"
#include "document/document.h"

#define FLATTEN_DROP '\1'	/* a byte that is no part of what is visible */

/* False where the flat text would be the source itself. */
bool
flatten_is_needed(Slice source, const Para *para);

/* Replaces `out` by as many bytes as `source` has. */
void
flatten(Slice source, const Para *para, Buf *out);

#endif
