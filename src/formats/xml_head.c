#include "formats/xml_head.h"

static bool
is_name_byte(char c)
{
	return (unsigned char)c > ' ' && c != '>' && c != '/' && c != '<' &&
	       c != '[';
}

/* The name that `text` begins with. */
static Slice
name_at(Slice text)
{
	size_t len = 0;

	while (len < text.len && is_name_byte(text.ptr[len]))
		len++;
	return slice_sub(text, 0, len);
}

/* Behind `mark`, or the end where it does not stand in `text`. */
static Slice
behind(Slice text, Slice mark)
{
	size_t at = slice_find(text, mark);

	return at == SIZE_MAX ? (Slice){ NULL, 0 }
			      : slice_sub(text, at + mark.len, SIZE_MAX);
}

/* Behind a document type, its declarations included. */
static Slice
behind_doctype(Slice text)
{
	size_t open = slice_find(text, SLICE("["));

	if (open < slice_find(text, SLICE(">")))
		text = behind(text, SLICE("]"));
	return behind(text, SLICE(">"));
}

XmlHead
xml_head_read(Slice head)
{
	const Slice doctype = SLICE("<!doctype");
	XmlHead ret = { .declared = false };
	size_t colon;

	for (;;) {
		head = slice_trim_start(head);
		if (slice_starts(head, SLICE("<!--"))) {
			head = behind(head, SLICE("-->"));
		} else if (slice_starts(head, SLICE("<?"))) {
			ret.declared |= slice_starts(head, SLICE("<?xml"));
			head = behind(head, SLICE("?>"));
		} else if (slice_eq_nocase(slice_sub(head, 0, doctype.len),
					   doctype)) {
			head = slice_trim_start(slice_sub(head, doctype.len,
							  SIZE_MAX));
			ret.doctype = name_at(head);
			head = behind_doctype(head);
		} else {
			break;
		}
	}
	if (head.len < 2 || head.ptr[0] != '<')
		return ret;
	ret.root = name_at(slice_sub(head, 1, SIZE_MAX));
	colon = slice_find(ret.root, SLICE(":"));
	if (colon < ret.root.len)
		ret.root = slice_sub(ret.root, colon + 1, SIZE_MAX);
	return ret;
}
