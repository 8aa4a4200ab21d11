/*
 * HTML table: the tables of a page that are tables, and not its layout.
 */
#ifndef FORMATS_HTML_TABLE_H
#define FORMATS_HTML_TABLE_H

#include <stdbool.h>

#include "base/vec.h"
#include "text/xml_tree.h"

/* True where its cells hold nothing but text, and no label of a dialogue. */
bool
html_table_is_plain(const XmlNode *table);

/* Appends a line for each row: `| a | b |`. */
void
html_table_append(const XmlNode *table, Buf *out);

#endif
