/*
 * HTML label: what on a page of HTML names who speaks, by the elements alone.
 *
 * Whether it is one in this dialogue is for the evidence to decide.
 */
#ifndef FORMATS_HTML_LABEL_H
#define FORMATS_HTML_LABEL_H

#include <stdbool.h>

#include "formats/rich.h"
#include "text/xml_tree.h"

#define HTML_LABEL_MAX 120	/* bytes of a name */

/*
 * The text of an element without markup into `rich`, which it initialises;
 * false where there is none or more than HTML_LABEL_MAX bytes.
 */
bool
html_label_text(const XmlNode *node, Rich *rich);

bool
html_label_has_colon(Slice text);

Slice
html_label_trim_colon(Slice text);

/* True where the class of an element says that it names a speaker. */
bool
html_label_is_class(const XmlNode *node);

/*
 * True for a `<cite>` that names who speaks: it stands beside paragraphs or
 * first in one, and has a colon or a time behind it.
 */
bool
html_label_is_cite(const XmlNode *node);

/* True for a row of two cells of which the first ends in a colon. */
bool
html_label_is_row(const XmlNode *row);

/* True where a line begins as a label does: few words and a colon. */
bool
html_label_begins(Slice text);

#endif
