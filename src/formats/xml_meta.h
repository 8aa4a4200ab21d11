/*
 * XML meta: title, date and times of a transcript in XML.
 */
#ifndef FORMATS_XML_META_H
#define FORMATS_XML_META_H

#include <stdbool.h>
#include <stdint.h>

#include "formats/draft.h"
#include "text/xml_tree.h"

/* Sets the title that a header gives (TEI); false where there is none. */
bool
xml_meta_title(const XmlNode *root, Draft *draft);

/* Sets the text of an element as the title. */
void
xml_meta_set_title(const XmlNode *node, Draft *draft);

/* Sets the date of the debate or recording, where it is given. */
void
xml_meta_date(const XmlNode *root, Draft *draft);

/* `12.5` as milliseconds; DOC_NONE for anything else. */
uint32_t
xml_meta_seconds(Slice text);

#endif
