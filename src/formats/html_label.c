#include "formats/html_label.h"

#include <string.h>

#include "base/items.h"

bool
html_label_text(const XmlNode *node, Rich *rich)
{
	rich_init(rich);
	rich->plain = true;
	for (const XmlNode *at = xml_walk(node, node); at != NULL;
	     at = xml_walk(node, at)) {
		rich_text(rich, at->text);
		if (rich->text.len > HTML_LABEL_MAX)
			return false;
	}
	return rich->text.len > 0;
}

bool
html_label_has_colon(Slice text)
{
	return slice_ends(text, SLICE(":")) || slice_ends(text, SLICE("："));
}

Slice
html_label_trim_colon(Slice text)
{
	while (html_label_has_colon(text))
		text.len -= slice_ends(text, SLICE(":")) ? 1 : 3;
	return slice_trim(text);
}

bool
html_label_is_class(const XmlNode *node)
{
	static const Slice ends[] = { { "speaker", 7 },
				      { "speaker-name", 12 },
				      { "speaker_name", 12 },
				      { "speakerName", 11 } };
	Slice rest = xml_attr(node, "class");

	while (rest.len > 0) {
		size_t end = slice_find(rest, SLICE(" "));
		Slice token = slice_sub(rest, 0, end);

		for (size_t i = 0; i < N_ITEMS(ends); i++)
			if (slice_ends(token, ends[i]))
				return true;
		rest = end < rest.len ? slice_sub(rest, end + 1, SIZE_MAX)
				      : (Slice){ NULL, 0 };
	}
	return false;
}

/* The next element behind `node`, past white space; NULL where text is. */
static const XmlNode *
next_element(const XmlNode *node)
{
	for (node = node->next; node != NULL; node = node->next)
		if (node->name.len > 0 || slice_trim(node->text).len > 0)
			break;
	return node != NULL && node->name.len > 0 ? node : NULL;
}

bool
html_label_is_cite(const XmlNode *node)
{
	const XmlNode *next = next_element(node);
	Rich name;
	bool has_name, colon;

	if (!xml_is(node, "cite"))
		return false;
	has_name = html_label_text(node, &name);
	colon = html_label_has_colon(rich_finish(&name));
	rich_done(&name);
	if (!has_name || (node->parent != NULL && xml_is(node->parent, "p") &&
			  node->parent->first != node))
		return false;
	return colon || (next != NULL && xml_is(next, "time"));
}

static const XmlNode *
element_from(const XmlNode *node)
{
	while (node != NULL && node->name.len == 0)
		node = node->next;
	return node;
}

bool
html_label_is_row(const XmlNode *row)
{
	const XmlNode *first = element_from(row->first);
	const XmlNode *second = first ? element_from(first->next) : NULL;
	Rich text;
	bool is_label;

	if (second == NULL || element_from(second->next) != NULL)
		return false;
	is_label = html_label_text(first, &text) &&
		   html_label_has_colon(rich_finish(&text));
	rich_done(&text);
	return is_label;
}

bool
html_label_begins(Slice text)
{
	text = slice_sub(slice_trim_start(text), 0, HTML_LABEL_MAX / 2);
	for (size_t i = 0; i < text.len; i++) {
		if (strchr(".,;!?", text.ptr[i]) != NULL)
			return false;
		if (text.ptr[i] == ':')
			return i > 0 && (i + 1 == text.len ||
					 text.ptr[i + 1] == ' ');
		if (slice_starts(slice_sub(text, i, 3), SLICE("：")))
			return i > 0;
	}
	return false;
}
