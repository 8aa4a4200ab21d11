/*
 * XML: a file of XML or HTML as a small tree.  The one owner of libxml2,
 * which is loaded at the first use.
 *
 * Nothing outside the input is ever read: no network, no DTD, no entity but
 * those of XML and HTML themselves.  A file that declares entities is refused.
 * Input is at most XML_INPUT_MAX bytes, depth at most XML_DEPTH_MAX, nodes at
 * most XML_NODE_MAX, attributes of one element at most XML_ATTR_MAX.
 * Namespaces are left out of names.  HTML is repaired as browsers do.
 */
#ifndef TEXT_XML_H
#define TEXT_XML_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "base/mem.h"
#include "base/slice.h"

#define XML_INPUT_MAX (16 * 1024 * 1024)
#define XML_DEPTH_MAX 256
#define XML_NODE_MAX 1000000
#define XML_ATTR_MAX 128

typedef struct XmlAttr {
	Slice name;
	Slice value;
	struct XmlAttr *next;
} XmlAttr;

/* An element, or (name empty) text. */
typedef struct XmlNode {
	Slice name;			/* without prefix; lower case in HTML */
	Slice text;			/* of text; valid UTF-8 */
	XmlAttr *attrs;
	struct XmlNode *parent;
	struct XmlNode *first;		/* children */
	struct XmlNode *next;		/* the next sibling */
	uint32_t line;			/* of the input, from 1 */
} XmlNode;

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

/* True for an element of this name. */
bool
xml_is(const XmlNode *node, const char *name);

/* The value of an attribute; ptr NULL where there is none. */
Slice
xml_attr(const XmlNode *node, const char *name);

/* The first child element of this name, or NULL. */
const XmlNode *
xml_child(const XmlNode *node, const char *name);

/*
 * The node after `node` in a walk through all of `top` in the order of the
 * input; NULL behind the last.
 */
const XmlNode *
xml_walk(const XmlNode *top, const XmlNode *node);

/* The same without what is inside `node`. */
const XmlNode *
xml_walk_past(const XmlNode *top, const XmlNode *node);

/* The first element of this name inside `top`, or NULL. */
const XmlNode *
xml_find(const XmlNode *top, const char *name);

#endif
