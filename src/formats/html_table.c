#include "formats/html_table.h"

#include "base/items.h"
#include "formats/html_label.h"
#include "formats/rich.h"

/* True for what a cell of data does not hold. */
static bool
is_block(const XmlNode *node)
{
	static const char *const names[] = {
		"p",  "div", "ul", "ol",    "blockquote", "pre",
		"br", "dl",  "h1", "table", "h2",	  "h3",
	};

	for (size_t i = 0; i < N_ITEMS(names); i++)
		if (xml_is(node, names[i]))
			return true;
	return false;
}

bool
html_table_is_plain(const XmlNode *table)
{
	for (const XmlNode *at = xml_walk(table, table); at != NULL;
	     at = xml_walk(table, at))
		if (is_block(at) ||
		    (xml_is(at, "tr") && html_label_is_row(at)))
			return false;
	return true;
}

static void
append_cell(const XmlNode *cell, bool first, Buf *out)
{
	Rich rich;

	rich_init(&rich);
	rich.plain = true;
	for (const XmlNode *at = xml_walk(cell, cell); at != NULL;
	     at = xml_walk(cell, at))
		rich_text(&rich, at->text);
	if (first && out->len > 0)
		buf_append_char(out, '\n');
	buf_append(out, first ? SLICE("| ") : SLICE(" "));
	buf_append(out, rich_finish(&rich));
	buf_append(out, SLICE(" |"));
	rich_done(&rich);
}

void
html_table_append(const XmlNode *table, Buf *out)
{
	bool first = true;

	for (const XmlNode *at = xml_walk(table, table); at != NULL;
	     at = xml_walk(table, at)) {
		if (xml_is(at, "tr"))
			first = true;
		if (!xml_is(at, "td") && !xml_is(at, "th"))
			continue;
		append_cell(at, first, out);
		first = false;
	}
}
