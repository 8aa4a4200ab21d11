#include "formats/html_page.h"

#include "base/items.h"
#include "document/date.h"
#include "formats/rich.h"

static bool
is_heading(const XmlNode *node)
{
	return node->name.len == 2 && node->name.ptr[0] == 'h' &&
	       node->name.ptr[1] >= '1' && node->name.ptr[1] <= '6';
}

const XmlNode *
html_page_content(const XmlNode *root)
{
	const XmlNode *main = xml_find(root, "main");
	const XmlNode *article = xml_find(main ? main : root, "article");
	const XmlNode *body = xml_find(root, "body");

	/* Several articles are a page of their own kind. */
	for (const XmlNode *at = article; at != NULL;) {
		at = xml_walk_past(root, at);
		if (at != NULL && (xml_is(at, "article") ||
				   xml_find(at, "article") != NULL))
			article = NULL;
		if (article == NULL)
			break;
	}
	if (article != NULL)
		return article;
	if (main != NULL)
		return main;
	return body != NULL ? body : root;
}

const XmlNode *
html_page_title(const XmlNode *content)
{
	const XmlNode *first = NULL;

	for (const XmlNode *at = xml_walk(content, content); at != NULL;
	     at = xml_walk(content, at)) {
		if (!is_heading(at))
			continue;
		if (first == NULL)
			first = at;
		else if (at->name.ptr[1] <= first->name.ptr[1])
			return NULL;
	}
	return first;
}

static Slice
copy_text(Draft *draft, const XmlNode *node)
{
	Slice text;
	Rich rich;

	rich_init(&rich);
	rich.plain = true;
	for (const XmlNode *at = xml_walk(node, node); at != NULL;
	     at = xml_walk(node, at))
		rich_text(&rich, at->text);
	text = arena_copy(&draft->meta->names, rich_finish(&rich));
	rich_done(&rich);
	return text;
}

static void
set_title(Draft *draft, const XmlNode *root, const XmlNode *heading)
{
	const XmlNode *title = xml_find(root, "title");
	Slice of_page = { NULL, 0 }, of_text = { NULL, 0 };

	if (heading == NULL)
		heading = xml_find(root, "h1");
	if (title != NULL)
		of_page = copy_text(draft, title);
	if (heading != NULL)
		of_text = copy_text(draft, heading);
	if (of_text.len > 0 &&
	    (of_page.len == 0 || slice_starts(of_page, of_text)))
		draft->meta->meta.title = of_text;
	else if (of_page.len > 0)
		draft->meta->meta.title = of_page;
}

/* True for an element that says when the page was published. */
static bool
is_date(const XmlNode *node)
{
	static const char *const names[] = { "article:published_time", "date",
					     "datePublished", "DC.date",
					     "dcterms.date" };
	static const char *const attrs[] = { "property", "name", "itemprop" };

	for (size_t i = 0; i < N_ITEMS(names) * N_ITEMS(attrs); i++)
		if (slice_eq(xml_attr(node, attrs[i % N_ITEMS(attrs)]),
			     slice_from(names[i / N_ITEMS(attrs)])))
			return true;
	return false;
}

static void
set_date(Draft *draft, const XmlNode *root)
{
	char date[DATE_SIZE];

	for (const XmlNode *at = xml_walk(root, root); at != NULL;
	     at = xml_walk(root, at)) {
		if (!xml_is(at, "meta") || !is_date(at) ||
		    !date_read(xml_attr(at, "content"), date, NULL))
			continue;
		draft->meta->meta.date = arena_copy(&draft->meta->names,
						    slice_from(date));
		return;
	}
}

void
html_page_meta(const XmlNode *root, const XmlNode *title, Draft *draft)
{
	set_title(draft, root, title);
	set_date(draft, root);
}
