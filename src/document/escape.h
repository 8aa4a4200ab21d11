/*
 * Escape: plain text as Markdown that reads back as just that.
 *
 * For whoever makes text with MARKUP_MARKDOWN of text without markup: parsers
 * of whole-file formats and writers.  Property: what shown.h makes visible of
 * an escaped paragraph is what was escaped, whatever its kind (code and tables
 * are not escaped); a line end inside stays one and is joined as in any
 * paragraph.
 *
 * Of blocks it knows only quotes and headings: what begins an item or a rule
 * is escaped by whoever writes lines.
 */
#ifndef DOCUMENT_ESCAPE_H
#define DOCUMENT_ESCAPE_H

#include "base/slice.h"
#include "base/vec.h"

/* Appends `text`, a whole paragraph or a piece of one. */
void
escape_text(Slice text, Buf *out);

/*
 * Appends a link: `label` is escaped, `address` read back as it is but for
 * control bytes, which are written as %XX.
 */
void
escape_link(Slice label, Slice address, Buf *out);

#endif
