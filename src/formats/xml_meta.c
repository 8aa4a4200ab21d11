#include "formats/xml_meta.h"

#include "base/items.h"
#include "document/date.h"
#include "formats/rich.h"

#define SECONDS_MAX 4000000 /* of which the milliseconds fit 32 bits */

void
xml_meta_set_title(const XmlNode *node, Draft *draft)
{
	Slice text;
	Rich rich;

	rich_init(&rich);
	rich.plain = true;
	for (const XmlNode *at = xml_walk(node, node); at != NULL;
	     at = xml_walk(node, at))
		rich_text(&rich, at->text);
	text = rich_finish(&rich);
	if (text.len > 0)
		draft->meta->meta.title = arena_copy(&draft->meta->names, text);
	rich_done(&rich);
}

bool
xml_meta_title(const XmlNode *root, Draft *draft)
{
	const XmlNode *statement = xml_find(root, "titleStmt");
	const XmlNode *title = NULL;

	if (statement != NULL)
		title = xml_find(statement, "title");
	if (title == NULL)
		return false;
	xml_meta_set_title(title, draft);
	return draft->meta->meta.title.ptr != NULL;
}

/* Sets the date of the first `element` inside `top` that has one. */
static bool
set_date(const XmlNode *top, const char *element, const char *attr,
	 Draft *draft)
{
	char date[DATE_SIZE];

	for (const XmlNode *at = top; at != NULL; at = xml_walk(top, at)) {
		if (!xml_is(at, element) ||
		    !date_read(xml_attr(at, attr), date, NULL))
			continue;
		draft->meta->meta.date = arena_copy(&draft->meta->names,
						    slice_from(date));
		return true;
	}
	return false;
}

void
xml_meta_date(const XmlNode *root, Draft *draft)
{
	static const struct {
		const char *inside, *element, *attr;
	} places[] = {
		{ "FRBRWork", "FRBRdate", "date" },
		{ "FRBRExpression", "FRBRdate", "date" },
		{ "settingDesc", "date", "when" },
		{ "sourceDesc", "date", "when" },
		{ "publicationStmt", "date", "when" },
	};

	for (size_t i = 0; i < N_ITEMS(places); i++) {
		const XmlNode *top = xml_find(root, places[i].inside);

		if (top != NULL && set_date(top, places[i].element,
					    places[i].attr, draft))
			return;
	}
}

uint32_t
xml_meta_seconds(Slice text)
{
	uint64_t whole = 0, fraction = 0, unit = 1000;
	bool point = false;

	text = slice_trim(text);
	if (text.len == 0)
		return DOC_NONE;
	for (size_t i = 0; i < text.len; i++) {
		char c = text.ptr[i];

		if (c == '.' && !point) {
			point = true;
			continue;
		}
		if (c < '0' || c > '9' || whole > SECONDS_MAX)
			return DOC_NONE;
		if (!point)
			whole = whole * 10 + (uint64_t)(c - '0');
		else if ((unit /= 10) > 0)
			fraction += (uint64_t)(c - '0') * unit;
	}
	if (whole > SECONDS_MAX)
		return DOC_NONE;
	return (uint32_t)(whole * 1000 + fraction);
}
