/*
 * HTML: a paragraph's visible text with its spans, escaped.
 *
 * What stands in a page is UTF-8 without control characters; nothing that a
 * document holds can open a tag, leave an attribute or run.
 */
#ifndef FORMATS_HTML_H
#define FORMATS_HTML_H

#include "document/shown.h"
#include "formats/out.h"

/* Text, also inside an attribute with quotes. */
void
html_put_text(Out *out, Slice text);

/* The visible text with links, emphasis and stage directions. */
void
html_put_shown(Out *out, const Shown *shown);

/* The rows of a table that is written with `|`. */
void
html_put_table(Out *out, Slice text);

/* `1:02:03` in a time element. */
void
html_put_time(Out *out, uint32_t time_ms);

/* What stands in the page's style element. */
extern const char HTML_STYLE[];

#endif
