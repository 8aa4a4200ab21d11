/*
 * XML tree: elements and text, as a file of XML or HTML was read.
 *
 * Nodes and what they point at live in the arena that they were read into.
 */
#ifndef TEXT_XML_TREE_H
#define TEXT_XML_TREE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/slice.h"

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
	uint32_t line;			/* of the input, from 1; of text that
					   of its first word */
} XmlNode;

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
