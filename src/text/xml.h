/*
 * XML: a file of XML or HTML as a small tree.  The one owner of libxml2,
 * which is loaded at the first use.
 *
 * Nothing outside the input is ever read: no network, no DTD, no entity but
 * those of XML and HTML themselves.  A file that declares entities is refused.
 * Input is at most XML_INPUT_MAX bytes (HTML: XML_HTML_MAX), depth at most
 * XML_DEPTH_MAX, nodes at most XML_NODE_MAX, attributes of one element at most
 * XML_ATTR_MAX.  Namespaces are left out of names.  HTML is repaired as
 * browsers do.
 */
#ifndef TEXT_XML_H
#define TEXT_XML_H

#include "base/err.h"
#include "base/mem.h"
#include "base/slice.h"
#include "text/xml_tree.h"

#define XML_INPUT_MAX (16 * 1024 * 1024)
#define XML_HTML_MAX (8 * 1024 * 1024)
#define XML_DEPTH_MAX 256
#define XML_NODE_MAX 1000000
#define XML_ATTR_MAX 128

/*
 * The root element of `input` (valid UTF-8, whatever it says of its own
 * encoding), in `arena`.  Fails with the line where it is not well-formed, is
 * refused, or libxml2 cannot be loaded; then the arena may hold parts.
 */
Status
xml_read(Slice input, Arena *arena, const XmlNode **ret_root, Err *err);

/* The same of HTML; what is wrong in it is no error. */
Status
xml_read_html(Slice input, Arena *arena, const XmlNode **ret_root, Err *err);

#endif
