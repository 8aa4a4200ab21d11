/*
 * Write HTML: a document as one page that needs nothing else.
 *
 * Semantic and without scripts: an article with its chapters as a list of
 * links, turns with their speakers in colours that follow the reader's light
 * or dark scheme, times, quotes, lists.  All text is escaped; only links to
 * http, https and mailto stay links.
 */
#ifndef FORMATS_WRITE_HTML_H
#define FORMATS_WRITE_HTML_H

#include "document/selection.h"
#include "formats/out.h"

void
write_html(Out *out, const Document *doc, const Selection *sel);

#endif
