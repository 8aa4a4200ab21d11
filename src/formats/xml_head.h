/*
 * XML head: what a text of XML or HTML begins with, to tell the forms apart.
 */
#ifndef FORMATS_XML_HEAD_H
#define FORMATS_XML_HEAD_H

#include <stdbool.h>

#include "base/slice.h"

typedef struct XmlHead {
	bool declared;		/* `<?xml` */
	Slice doctype;		/* the name behind `<!DOCTYPE`, or empty */
	Slice root;		/* the first tag, without prefix, or empty */
} XmlHead;

XmlHead
xml_head_read(Slice head);

#endif
