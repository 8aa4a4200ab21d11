/*
 * One walk over the tree.  Text and inline elements gather in a Rich; where a
 * block begins or ends, what was gathered becomes a part.
 */
#include <string.h>

#include "base/items.h"
#include "document/timestamp.h"
#include "formats/html_label.h"
#include "formats/html_page.h"
#include "formats/html_table.h"
#include "formats/read_whole.h"
#include "formats/rich.h"
#include "formats/xml_head.h"
#include "text/xml.h"

/* What a walk does with an element. */
typedef enum TagClass {
	TAG_INLINE,
	TAG_BLOCK,
	TAG_SKIP,		/* is no text of the page */
	TAG_ITEM,
	TAG_LIST,
	TAG_ORDERED,
	TAG_QUOTE,
	TAG_HEADING,
	TAG_CODE,
	TAG_TABLE,
	TAG_ROW,
	TAG_CELL,
	TAG_BREAK,
	TAG_TERM,
	TAG_CITE,
	TAG_TIME,
	TAG_EMPHASIS,
	TAG_STRONG,
	TAG_LINK,
} TagClass;

static const struct {
	const char *name;
	TagClass class;
} TAGS[] = {
	{ "a", TAG_LINK },		{ "article", TAG_BLOCK },
	{ "address", TAG_BLOCK },	{ "aside", TAG_SKIP },
	{ "audio", TAG_SKIP },		{ "b", TAG_STRONG },
	{ "blockquote", TAG_QUOTE },	{ "body", TAG_BLOCK },
	{ "br", TAG_BREAK },		{ "button", TAG_SKIP },
	{ "caption", TAG_BLOCK },	{ "cite", TAG_CITE },
	{ "dd", TAG_BLOCK },		{ "details", TAG_BLOCK },
	{ "div", TAG_BLOCK },		{ "dl", TAG_BLOCK },
	{ "dt", TAG_TERM },		{ "em", TAG_EMPHASIS },
	{ "fieldset", TAG_BLOCK },	{ "figcaption", TAG_BLOCK },
	{ "figure", TAG_BLOCK },	{ "footer", TAG_SKIP },
	{ "form", TAG_SKIP },		{ "h1", TAG_HEADING },
	{ "h2", TAG_HEADING },		{ "h3", TAG_HEADING },
	{ "h4", TAG_HEADING },		{ "h5", TAG_HEADING },
	{ "h6", TAG_HEADING },		{ "head", TAG_SKIP },
	{ "header", TAG_SKIP },		{ "hgroup", TAG_BLOCK },
	{ "hr", TAG_BLOCK },		{ "html", TAG_BLOCK },
	{ "i", TAG_EMPHASIS },		{ "iframe", TAG_SKIP },
	{ "li", TAG_ITEM },		{ "main", TAG_BLOCK },
	{ "nav", TAG_SKIP },		{ "noscript", TAG_SKIP },
	{ "object", TAG_SKIP },		{ "ol", TAG_ORDERED },
	{ "p", TAG_BLOCK },		{ "pre", TAG_CODE },
	{ "script", TAG_SKIP },		{ "section", TAG_BLOCK },
	{ "select", TAG_SKIP },		{ "strong", TAG_STRONG },
	{ "style", TAG_SKIP },		{ "summary", TAG_BLOCK },
	{ "svg", TAG_SKIP },		{ "table", TAG_TABLE },
	{ "tbody", TAG_BLOCK },		{ "td", TAG_CELL },
	{ "template", TAG_SKIP },	{ "textarea", TAG_SKIP },
	{ "tfoot", TAG_BLOCK },		{ "th", TAG_CELL },
	{ "thead", TAG_BLOCK },		{ "time", TAG_TIME },
	{ "title", TAG_SKIP },		{ "tr", TAG_ROW },
	{ "ul", TAG_LIST },		{ "video", TAG_SKIP },
};

typedef struct Page {
	Draft *draft;
	Rich rich;
	const XmlNode *title;	/* the heading that is no chapter, or NULL */
	bool cites;		/* speakers are told by <cite> */
	bool has_paras;		/* the page has <p> */
	ParaKind kind;		/* of the paragraph that is gathered */
	unsigned level;
	unsigned flags;
	uint32_t line;		/* where it began; 0: not yet */
	uint32_t time_ms;
	size_t label_end;	/* its text so far is a label; 0: it is not */
	Buf speaker;		/* of <cite>; "" : none */
	bool turn;		/* the next paragraph is his first */
	unsigned lists;		/* that are open */
} Page;

static TagClass
class_of(const XmlNode *node)
{
	for (size_t i = 0; i < N_ITEMS(TAGS); i++)
		if (xml_is(node, TAGS[i].name))
			return TAGS[i].class;
	return TAG_INLINE;
}

static void
walk(Page *page, const XmlNode *node);

static void
walk_children(Page *page, const XmlNode *node)
{
	for (node = node->first; node != NULL; node = node->next)
		walk(page, node);
}

/* Makes a part of what was gathered. */
static void
flush(Page *page)
{
	Slice speaker = buf_slice(&page->speaker);
	DraftPart part = {
		.kind = page->kind,
		.flags = page->flags,
		.level = page->level,
		.text = rich_finish(&page->rich),
		.start_ms = page->time_ms,
		.end_ms = DOC_NONE,
		.line = page->line,
	};

	rich_clear(&page->rich);
	page->label_end = 0;
	if (part.text.len == 0)
		return;
	page->line = 0;
	page->time_ms = DOC_NONE;
	if (page->kind == PARA_HEADING) {
		part.start_ms = DOC_NONE;
	} else if (!page->cites) {
		part.flags |= DRAFT_LABELS;
	} else if (page->turn && speaker.len > 0) {
		part.flags |= DRAFT_TURN;
		part.speakers = &speaker;
		part.n_speakers = 1;
		page->turn = false;
	}
	draft_add(page->draft, &part);
}

/* The same where a block begins: a label waits for what it belongs to. */
static void
flush_before(Page *page)
{
	if (page->label_end > 0 && page->rich.text.len == page->label_end)
		return;
	flush(page);
}

/* A block whose paragraphs are of a kind of their own. */
static void
walk_kind(Page *page, const XmlNode *node, ParaKind kind, unsigned level)
{
	ParaKind old_kind = page->kind;
	unsigned old_level = page->level;

	flush_before(page);
	page->kind = kind;
	page->level = level;
	walk_children(page, node);
	flush(page);
	page->kind = old_kind;
	page->level = old_level;
}

static void
walk_list(Page *page, const XmlNode *node, unsigned flags)
{
	unsigned old_flags = page->flags;

	flush_before(page);
	page->flags = flags;
	page->lists++;
	walk_children(page, node);
	flush(page);
	page->lists--;
	page->flags = old_flags;
}

static void
walk_heading(Page *page, const XmlNode *node)
{
	unsigned flags = page->flags;

	if (node == page->title)
		return;
	flush(page);
	page->flags = 0;
	walk_kind(page, node, PARA_HEADING, (unsigned)(node->name.ptr[1] - '0'));
	page->flags = flags;
}

/* A name that stands in an element of its own, as a bold label. */
static bool
walk_label(Page *page, const XmlNode *node)
{
	Rich name;
	bool is_label = html_label_text(node, &name);
	Slice text = slice_trim(rich_finish(&name));

	if (is_label) {
		flush(page);
		page->line = node->line;
		rich_open(&page->rich, RICH_STRONG);
		rich_text(&page->rich, text);
		if (!html_label_has_colon(text))
			rich_text(&page->rich, SLICE(":"));
		rich_close(&page->rich, RICH_STRONG);
		rich_text(&page->rich, SLICE(" "));
		page->label_end = page->rich.text.len;
	}
	rich_done(&name);
	return is_label;
}

static void
walk_cite(Page *page, const XmlNode *node)
{
	Rich name;

	if (!page->cites || !html_label_is_cite(node)) {
		walk_children(page, node);
		return;
	}
	flush(page);
	html_label_text(node, &name);
	buf_clear(&page->speaker);
	buf_append(&page->speaker, html_label_trim_colon(rich_finish(&name)));
	page->turn = true;
	page->line = node->line;
	rich_done(&name);
}

/* The time of a paragraph stands before its text. */
static void
walk_time(Page *page, const XmlNode *node)
{
	Rich text;
	uint32_t time_ms;
	Slice clock;

	html_label_text(node, &text);
	clock = rich_finish(&text);
	if (clock.len > 0 && timestamp_read(clock, &time_ms) == clock.len &&
	    (rich_is_empty(&page->rich) || page->label_end > 0))
		page->time_ms = time_ms;
	else
		walk_children(page, node);
	rich_done(&text);
}

/* True where the text so far ends a sentence. */
static bool
ends_sentence(const Rich *rich)
{
	static const char *const ends[] = { ".", "!", "?", "。", "！", "？",
					    "\"", "”", "」", "…" };

	for (size_t i = 0; i < N_ITEMS(ends); i++)
		if (rich_ends(rich, slice_from(ends[i])))
			return true;
	return false;
}

/* True where the paragraph so far is nothing but a label. */
static bool
is_bold_label(Rich *rich)
{
	Slice text = { NULL, 0 };

	if (rich->text.len <= HTML_LABEL_MAX)
		text = rich_finish(rich);
	return slice_starts(text, SLICE("**")) &&
	       (slice_ends(text, SLICE(":**")) ||
		slice_ends(text, SLICE("：**")));
}

/*
 * A line that ends in the middle of a sentence was wrapped; else it is a
 * paragraph.
 */
static void
walk_break(Page *page, const XmlNode *node)
{
	const XmlNode *next = node->next;

	while (next != NULL && next->name.len == 0 &&
	       slice_trim(next->text).len == 0)
		next = next->next;
	if (is_bold_label(&page->rich))
		rich_text(&page->rich, SLICE(" "));
	else if (next == NULL || xml_is(next, "br") || xml_is(next, "b") ||
		 xml_is(next, "strong") || ends_sentence(&page->rich) ||
		 html_label_begins(next->text))
		flush(page);
	else
		rich_text(&page->rich, SLICE("\n"));
}

/* Code or a table, whose text stands as it is. */
static void
add_block(Page *page, const XmlNode *node, ParaKind kind, Slice text)
{
	const DraftPart part = {
		.kind = kind,
		.text = slice_trim_end(text),
		.start_ms = DOC_NONE,
		.end_ms = DOC_NONE,
		.line = node->line,
	};

	if (part.text.len > 0)
		draft_add(page->draft, &part);
}

static void
walk_table(Page *page, const XmlNode *node)
{
	Buf lines;

	flush_before(page);
	if (html_table_is_plain(node)) {
		flush(page);
		buf_init(&lines, SIZE_MAX);
		html_table_append(node, &lines);
		add_block(page, node, PARA_TABLE, buf_slice(&lines));
		buf_done(&lines);
	} else {
		walk_children(page, node);
		flush(page);
	}
}

static void
walk_row(Page *page, const XmlNode *row)
{
	const XmlNode *cell = row->first;

	flush_before(page);
	if (html_label_is_row(row)) {
		while (cell->name.len == 0)
			cell = cell->next;
		walk_label(page, cell);
		for (cell = cell->next; cell != NULL; cell = cell->next)
			walk_children(page, cell);
	} else {
		walk_children(page, row);
	}
	flush(page);
}

/* Lines of text without elements. */
static void
walk_lines(Page *page, Slice text, uint32_t line_no)
{
	while (text.len > 0) {
		size_t end = slice_find(text, SLICE("\n"));
		Slice line = slice_sub(text, 0, end);

		if (slice_trim(line).len == 0 || html_label_begins(line))
			flush(page);
		if (page->line == 0)
			page->line = line_no;
		rich_text(&page->rich, line);
		rich_text(&page->rich, SLICE("\n"));
		line_no++;
		text = end < text.len ? slice_sub(text, end + 1, SIZE_MAX)
				      : (Slice){ NULL, 0 };
	}
	flush(page);
}

/* Lines as they are; where a page has no paragraphs, of a transcript. */
static void
walk_code(Page *page, const XmlNode *node)
{
	Buf text;

	flush(page);
	buf_init(&text, SIZE_MAX);
	for (const XmlNode *at = xml_walk(node, node); at != NULL;
	     at = xml_walk(node, at))
		buf_append(&text, at->text);
	if (page->has_paras)
		add_block(page, node, PARA_CODE, buf_slice(&text));
	else
		walk_lines(page, buf_slice(&text), node->line);
	buf_done(&text);
}

static void
walk_inline(Page *page, const XmlNode *node, TagClass class)
{
	RichMark mark = class == TAG_STRONG ? RICH_STRONG : RICH_EMPHASIS;

	if (class == TAG_LINK) {
		rich_open_link(&page->rich);
		walk_children(page, node);
		rich_close_link(&page->rich, xml_attr(node, "href"));
	} else if (class == TAG_EMPHASIS || class == TAG_STRONG) {
		rich_open(&page->rich, mark);
		walk_children(page, node);
		rich_close(&page->rich, mark);
	} else {
		walk_children(page, node);
	}
}

static void
walk_text(Page *page, const XmlNode *node)
{
	if (page->line == 0 && slice_trim(node->text).len > 0)
		page->line = node->line;
	rich_text(&page->rich, node->text);
}

static void
walk_element(Page *page, const XmlNode *node)
{
	TagClass class = class_of(node);

	switch (class) {
	case TAG_SKIP:
		break;
	case TAG_BLOCK:
	case TAG_CELL:
		flush_before(page);
		walk_children(page, node);
		flush(page);
		break;
	case TAG_ITEM:
		walk_kind(page, node, PARA_ITEM, page->lists);
		break;
	case TAG_LIST:
		walk_list(page, node, 0);
		break;
	case TAG_ORDERED:
		walk_list(page, node, DRAFT_ORDERED);
		break;
	case TAG_QUOTE:
		walk_kind(page, node, PARA_QUOTE, 1);
		break;
	case TAG_HEADING:
		walk_heading(page, node);
		break;
	case TAG_CODE:
		walk_code(page, node);
		break;
	case TAG_TABLE:
		walk_table(page, node);
		break;
	case TAG_ROW:
		walk_row(page, node);
		break;
	case TAG_BREAK:
		walk_break(page, node);
		break;
	case TAG_TERM:
		flush(page);
		if (!walk_label(page, node))
			walk_children(page, node);
		break;
	case TAG_CITE:
		walk_cite(page, node);
		break;
	case TAG_TIME:
		walk_time(page, node);
		break;
	default:
		walk_inline(page, node, class);
		break;
	}
}

static void
walk(Page *page, const XmlNode *node)
{
	if (node->name.len == 0)
		walk_text(page, node);
	else if (!html_label_is_class(node) || !walk_label(page, node))
		walk_element(page, node);
}

/* True where <cite> tells who speaks. */
static bool
has_cites(const XmlNode *content)
{
	for (const XmlNode *at = xml_walk(content, content); at != NULL;
	     at = xml_walk(content, at))
		if (html_label_is_cite(at))
			return true;
	return false;
}

static Status
parse(Slice input, Draft *draft, Err *err)
{
	const XmlNode *root, *content;
	Page page = { .draft = draft, .time_ms = DOC_NONE };
	Arena arena;
	Status status;

	if (slice_trim(input).len == 0)
		return STATUS_OK;
	arena_init(&arena);
	status = xml_read_html(input, &arena, &root, err);
	if (status == STATUS_OK) {
		content = html_page_content(root);
		page.title = html_page_title(content);
		page.cites = has_cites(content);
		page.has_paras = xml_find(content, "p") != NULL;
		rich_init(&page.rich);
		buf_init(&page.speaker, SIZE_MAX);
		html_page_meta(root, page.title, draft);
		walk_children(&page, content);
		flush(&page);
		buf_done(&page.speaker);
		rich_done(&page.rich);
	}
	arena_done(&arena);
	return status;
}

static Reader *
html_new(const Format *format, Text *text, Slice path)
{
	return read_whole_new(format, parse, text, path);
}

static int
score(Slice head, Slice path)
{
	static const char *const tags[] = { "html", "head", "body", "cite" };
	XmlHead xml = xml_head_read(head);

	if (slice_eq_nocase(xml.doctype, SLICE("html")))
		return 95;
	for (size_t i = 0; i < N_ITEMS(tags); i++)
		if (slice_eq_nocase(xml.root, slice_from(tags[i])))
			return 95;
	if (!slice_ends(path, SLICE(".html")) &&
	    !slice_ends(path, SLICE(".htm")))
		return 0;
	return xml.root.len > 0 ? 90 : 60;
}

const Format FORMAT_HTML = READ_WHOLE_FORMAT("html", score, html_new);
