#include "text/xml_tree.h"

bool
xml_is(const XmlNode *node, const char *name)
{
	return slice_eq(node->name, slice_from(name));
}

Slice
xml_attr(const XmlNode *node, const char *name)
{
	for (const XmlAttr *attr = node->attrs; attr; attr = attr->next)
		if (slice_eq(attr->name, slice_from(name)))
			return attr->value;
	return (Slice){ NULL, 0 };
}

const XmlNode *
xml_child(const XmlNode *node, const char *name)
{
	for (node = node->first; node; node = node->next)
		if (xml_is(node, name))
			return node;
	return NULL;
}

const XmlNode *
xml_walk_past(const XmlNode *top, const XmlNode *node)
{
	while (node && node != top && !node->next)
		node = node->parent;
	return node && node != top ? node->next : NULL;
}

const XmlNode *
xml_walk(const XmlNode *top, const XmlNode *node)
{
	return node->first ? node->first : xml_walk_past(top, node);
}

const XmlNode *
xml_find(const XmlNode *top, const char *name)
{
	for (const XmlNode *node = xml_walk(top, top); node;
	     node = xml_walk(top, node))
		if (xml_is(node, name))
			return node;
	return NULL;
}
