/*
 * HTML page: which part of a page is what it is for, and what it says of
 * itself.
 */
#ifndef FORMATS_HTML_PAGE_H
#define FORMATS_HTML_PAGE_H

#include "formats/draft.h"
#include "text/xml_tree.h"

/* The one `article`, else `main`, else `body`, else the root itself. */
const XmlNode *
html_page_content(const XmlNode *root);

/*
 * The heading that is the title: the first, where it stands alone on its level
 * and none is above it.  NULL: there is none.
 */
const XmlNode *
html_page_title(const XmlNode *content);

/*
 * Gives the draft the date, and for a title what `<title>` says, or the
 * heading `title` (may be NULL) where that begins it (`… - Site`).
 */
void
html_page_meta(const XmlNode *root, const XmlNode *title, Draft *draft);

#endif
