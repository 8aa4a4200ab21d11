/*
 * libxml2 is used by its events (SAX) alone; the tree is built here, so that
 * its limits are checked while it grows.  The parser takes time that is the
 * square of the attributes of a tag or of the open namespaces, so those have
 * limits too, the former before it sees the input.
 */
#ifdef HAVE_CONFIG_H
#include "config.h"
#endif

#include "base/ascii.h"
#include "text/xml.h"

#include <string.h>

#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/xmlversion.h>

#include "base/dynlib.h"
#include "base/i18n.h"
#include "base/items.h"
#include "base/vec.h"
#include "text/utf8.h"

#ifndef XML_SONAME
#define XML_SONAME "libxml2.so.2"
#endif

#define NAMESPACES_MAX 256	/* declared and still open */
#define HTML_DEPTH_MAX 1024	/* with what is left out of the tree */
#define HTML_ERRORS_MAX 200000	/* each costs time */

#if LIBXML_VERSION >= 21200
typedef const xmlError ParserError;
#else
typedef xmlError ParserError;
#endif

/* What is taken from the library. */
typedef struct Library {
	xmlParserCtxtPtr (*new_xml)(void);
	htmlParserCtxtPtr (*new_html)(void);
	xmlDocPtr (*read_xml)(xmlParserCtxtPtr parser, const char *bytes,
			      int size, const char *url, const char *encoding,
			      int options);
	htmlDocPtr (*read_html)(htmlParserCtxtPtr parser, const char *bytes,
				int size, const char *url,
				const char *encoding, int options);
	void (*free_parser)(xmlParserCtxtPtr parser);
	void (*free_doc)(xmlDocPtr doc);
	void (*stop)(xmlParserCtxtPtr parser);
	int (*line)(void *parser);
	const htmlEntityDesc *(*entity)(const xmlChar *name);
} Library;

typedef struct Level {
	XmlNode *node;
	XmlNode *last;		/* its newest child */
	int namespaces;		/* that it declares */
} Level;

typedef struct Reading {
	Library library;
	xmlParserCtxtPtr parser;
	Arena *arena;
	Err *err;
	bool html;
	bool failed;		/* `err` says why */
	XmlNode *root;
	unsigned nodes;
	int namespaces;
	unsigned html_depth;
	unsigned html_errors;
	Buf text;		/* since the last tag */
	uint32_t text_line;
	unsigned depth;
	Level levels[XML_DEPTH_MAX];
} Reading;

static Slice
from_xml(const xmlChar *str)
{
	return slice_from((const char *)str);
}

static Status
library_load(Library *library, Err *err)
{
	const DynlibSymbol symbols[] = {
		{ "xmlNewParserCtxt", &library->new_xml },
		{ "htmlNewParserCtxt", &library->new_html },
		{ "xmlCtxtReadMemory", &library->read_xml },
		{ "htmlCtxtReadMemory", &library->read_html },
		{ "xmlFreeParserCtxt", &library->free_parser },
		{ "xmlFreeDoc", &library->free_doc },
		{ "xmlStopParser", &library->stop },
		{ "xmlSAX2GetLineNumber", &library->line },
		{ "htmlEntityLookup", &library->entity },
	};

	if (dynlib_load(XML_SONAME, symbols, N_ITEMS(symbols)))
		return STATUS_OK;
	return err_set(err,
		       _("XML and HTML cannot be read, because the library %s "
			 "cannot be loaded; install libxml2"),
		       XML_SONAME);
}

static uint32_t
current_line(const Reading *reading)
{
	int line = reading->library.line(reading->parser);

	return line > 0 ? (uint32_t)line : 0;
}

static void
refuse(Reading *reading, const char *why)
{
	if (!reading->failed)
		err_set_line(reading->err, current_line(reading), "%s", why);
	reading->failed = true;
	reading->library.stop(reading->parser);
}

/* A new child of the element that is open, or the root. */
static XmlNode *
add_node(Reading *reading)
{
	XmlNode *node = arena_alloc(reading->arena, sizeof(*node));
	Level *level = reading->levels + reading->depth - 1;

	if (++reading->nodes > XML_NODE_MAX)
		refuse(reading, _("the file has more than a million elements; "
				  "split it"));
	if (reading->depth == 0) {
		reading->root = reading->root ? reading->root : node;
		return node;
	}
	node->parent = level->node;
	if (level->last)
		level->last->next = node;
	else
		level->node->first = node;
	level->last = node;
	return node;
}

static uint32_t
line_ends(Slice text)
{
	uint32_t n = 0;

	for (size_t i = 0; i < text.len; i++)
		n += text.ptr[i] == '\n';
	return n;
}

static void
flush_text(Reading *reading)
{
	Slice text = buf_slice(&reading->text);
	size_t blank = text.len - slice_trim_start(text).len;
	XmlNode *node;

	if (text.len == 0)
		return;
	if (reading->depth > 0) {
		node = add_node(reading);
		node->text = arena_copy(reading->arena, text);
		node->line = reading->text_line +
			     line_ends(slice_sub(text, 0, blank));
	}
	buf_clear(&reading->text);
}

static const char *
too_deep(void)
{
	return _("elements stand inside each other more than 256 deep; make "
		 "it flatter");
}

static XmlNode *
open_element(Reading *reading, const xmlChar *name, int namespaces)
{
	XmlNode *node;

	flush_text(reading);
	if (reading->depth == XML_DEPTH_MAX) {
		refuse(reading, too_deep());
		return NULL;
	}
	reading->namespaces += namespaces;
	if (reading->namespaces > NAMESPACES_MAX) {
		refuse(reading, _("more than 256 namespaces are declared; "
				  "leave out what is not used"));
		return NULL;
	}
	node = add_node(reading);
	node->name = arena_copy(reading->arena, from_xml(name));
	node->line = current_line(reading);
	reading->levels[reading->depth++] = (Level){ node, NULL, namespaces };
	return node;
}

static void
close_element(Reading *reading)
{
	flush_text(reading);
	if (reading->depth == 0)
		return;
	reading->depth--;
	reading->namespaces -= reading->levels[reading->depth].namespaces;
}

/* In an attribute libxml2 gives `&amp;` as `&#38;`, as SAX has it. */
static Slice
copy_value(Reading *reading, Slice value)
{
	const Slice amp = SLICE("&#38;");
	Slice copy = arena_copy(reading->arena, value);
	char *out = (char *)copy.ptr;
	size_t len = 0;

	if (reading->html)
		return copy;
	for (size_t i = 0; i < value.len; i++) {
		out[len++] = value.ptr[i];
		if (slice_starts(slice_sub(value, i, SIZE_MAX), amp))
			i += amp.len - 1;
	}
	return (Slice){ out, len };
}

static void
add_attr(Reading *reading, XmlNode *node, Slice name, Slice value)
{
	XmlAttr *attr = arena_alloc(reading->arena, sizeof(*attr));

	attr->name = arena_copy(reading->arena, name);
	attr->value = copy_value(reading, value);
	attr->next = node->attrs;
	node->attrs = attr;
}

static void
on_start(void *ctx, const xmlChar *name, const xmlChar *prefix,
	 const xmlChar *uri, int n_namespaces, const xmlChar **namespaces,
	 int n_attrs, int n_defaulted, const xmlChar **attrs)
{
	Reading *reading = ctx;
	XmlNode *node = open_element(reading, name, n_namespaces);

	(void)prefix, (void)uri, (void)namespaces, (void)n_defaulted;
	for (int i = 0; node && i < n_attrs; i++) {
		const char *value = (const char *)attrs[5 * i + 3];
		const char *end = (const char *)attrs[5 * i + 4];

		add_attr(reading, node, from_xml(attrs[5 * i]),
			 (Slice){ value, (size_t)(end - value) });
	}
}

static void
on_end(void *ctx, const xmlChar *name, const xmlChar *prefix,
       const xmlChar *uri)
{
	(void)name, (void)prefix, (void)uri;
	close_element(ctx);
}

/*
 * Elements that are left out of the tree, but for what is inside: those that
 * are often not closed, and the empty ones that libxml2 does not know.
 */
static bool
is_left_out(const xmlChar *name)
{
	static const char *const names[] = { "font", "big", "small", "center",
					     "wbr", "source", "track" };

	for (size_t i = 0; i < N_ITEMS(names); i++)
		if (strcmp((const char *)name, names[i]) == 0)
			return true;
	return false;
}

static void
on_start_html(void *ctx, const xmlChar *name, const xmlChar **attrs)
{
	Reading *reading = ctx;
	XmlNode *node;

	if (++reading->html_depth > HTML_DEPTH_MAX)
		refuse(reading, too_deep());
	if (is_left_out(name))
		return;
	node = open_element(reading, name, 0);
	for (size_t i = 0; node && attrs && attrs[i]; i += 2)
		add_attr(reading, node, from_xml(attrs[i]),
			 from_xml(attrs[i + 1]));
}

static void
on_end_html(void *ctx, const xmlChar *name)
{
	Reading *reading = ctx;

	if (reading->html_depth > 0)
		reading->html_depth--;
	if (!is_left_out(name))
		close_element(reading);
}

static void
on_text(void *ctx, const xmlChar *text, int len)
{
	Reading *reading = ctx;

	/* The parser is behind the text already. */
	if (reading->text.len == 0)
		reading->text_line = current_line(reading) -
				     line_ends((Slice){ (const char *)text,
							(size_t)len });
	buf_append(&reading->text, (Slice){ (const char *)text, (size_t)len });
}

/* Scripts and styles. */
static void
on_script(void *ctx, const xmlChar *text, int len)
{
	(void)ctx, (void)text, (void)len;
}

/* An entity that only the DTD, which is not read, can declare. */
static void
on_reference(void *ctx, const xmlChar *name)
{
	Reading *reading = ctx;
	const htmlEntityDesc *entity = reading->library.entity(name);
	char utf8[UTF8_MAX];

	if (entity)
		buf_append(&reading->text,
			   (Slice){ utf8, utf8_encode(entity->value, utf8) });
	else
		buf_appendf(&reading->text, "&%s;", (const char *)name);
}

static void
on_entity_declared(void *ctx, const xmlChar *name, int type,
		   const xmlChar *public_id, const xmlChar *system_id,
		   xmlChar *content)
{
	(void)name, (void)type, (void)public_id, (void)system_id;
	(void)content;
	refuse(ctx, _("the file declares entities of its own, which are not "
		      "read because they can grow without bound; put their "
		      "text in their place"));
}

/* One sentence without line ends or control characters. */
static void
on_error(void *ctx, ParserError *error)
{
	Reading *reading = ctx;
	char why[256] = "";
	size_t len = 0;

	if (reading->html && ++reading->html_errors > HTML_ERRORS_MAX)
		refuse(reading, _("the HTML has more than 200000 errors; is "
				  "it HTML at all?"));
	if (reading->html || reading->failed || error->level != XML_ERR_FATAL)
		return;
	for (const char *c = error->message; c && *c && len < 200; c++)
		why[len++] = (unsigned char)*c < ' ' ? ' ' : *c;
	while (len > 0 && (why[len - 1] == ' ' || why[len - 1] & 0x80))
		len--;
	why[len] = '\0';
	reading->failed = true;
	err_set_line(reading->err, error->line > 0 ? (uint32_t)error->line : 0,
		     _("the XML is not well-formed, correct it (%s)"), why);
}

/* True where HTML's content of this tag is no markup. */
static bool
is_raw(Slice tag)
{
	return slice_eq_nocase(slice_sub(tag, 0, 6), SLICE("script")) ||
	       slice_eq_nocase(slice_sub(tag, 0, 5), SLICE("style"));
}

/* Bytes of `rest`, which begins behind a `<`, that hold no tag. */
static size_t
skip_no_tag(Slice rest, bool html)
{
	size_t end;

	if (slice_starts(rest, SLICE("!--")))
		end = slice_find(rest, SLICE("-->"));
	else if (slice_starts(rest, SLICE("![CDATA[")))
		end = slice_find(rest, SLICE("]]>"));
	else if (html && is_raw(rest))
		end = slice_find(rest, SLICE("</"));
	else
		return 0;
	return end < rest.len ? end : rest.len;
}

/* The words outside quotes of the tag that `rest` begins with. */
static unsigned
count_words(Slice rest, size_t *ret_len)
{
	unsigned words = 0;
	bool blank = true;
	char quote = '\0';
	size_t i;

	for (i = 0; i < rest.len && (quote || rest.ptr[i] != '>'); i++) {
		char c = rest.ptr[i];

		if (quote) {
			quote = c == quote ? '\0' : quote;
			continue;
		}
		quote = c == '"' || c == '\'' ? c : '\0';
		words += blank && c > ' ';
		blank = (unsigned char)c <= ' ' || quote;
	}
	*ret_len = i;
	return words;
}

static bool
has_giant_tag(Slice input, bool html)
{
	const char *lt;

	while ((lt = memchr(input.ptr, '<', input.len)) != NULL) {
		size_t skip;

		input = slice_sub(input, (size_t)(lt - input.ptr) + 1,
				  SIZE_MAX);
		skip = skip_no_tag(input, html);
		if (skip == 0 && input.len > 0 &&
		    ascii_is_letter(input.ptr[0]) &&
		    count_words(input, &skip) > XML_ATTR_MAX)
			return true;
		input = slice_sub(input, skip, SIZE_MAX);
		if (input.len == 0)
			break;
	}
	return false;
}

static void
set_callbacks(Reading *reading)
{
	xmlSAXHandler *sax = reading->parser->sax;

	memset(sax, 0, sizeof(*sax));
	sax->initialized = XML_SAX2_MAGIC;
	sax->startElementNs = on_start;
	sax->endElementNs = on_end;
	sax->startElement = on_start_html;
	sax->endElement = on_end_html;
	sax->characters = on_text;
	sax->ignorableWhitespace = on_text;
	sax->cdataBlock = reading->html ? on_script : on_text;
	sax->reference = on_reference;
	sax->entityDecl = on_entity_declared;
	sax->serror = on_error;
	reading->parser->userData = reading;
}

static void
run_parser(Reading *reading, Slice input)
{
	const Library *library = &reading->library;
	xmlDocPtr doc;

	if (reading->html)
		doc = library->read_html(reading->parser, input.ptr,
					 (int)input.len, NULL, "UTF-8",
					 HTML_PARSE_RECOVER | HTML_PARSE_NONET |
						 HTML_PARSE_IGNORE_ENC);
	else
		doc = library->read_xml(reading->parser, input.ptr,
					(int)input.len, NULL, "UTF-8",
					XML_PARSE_NONET | XML_PARSE_IGNORE_ENC);
	if (doc)
		library->free_doc(doc);
}

static Status
check_input(Slice input, bool html, Err *err)
{
	size_t max = html ? XML_HTML_MAX : XML_INPUT_MAX;

	if (input.len > max)
		return err_set(err, _("the file is too large for its format: "
				      "at most %zu MiB can be read; split it"),
			       max / (1024 * 1024));
	if (has_giant_tag(input, html))
		return err_set(err, _("an element has more than 128 "
				      "attributes; leave out what is not "
				      "used"));
	return STATUS_OK;
}

static Status
read_tree(Slice input, bool html, Arena *arena, const XmlNode **ret_root,
	  Err *err)
{
	Reading *reading;
	Status status = check_input(input, html, err);

	if (status != STATUS_OK)
		return status;
	reading = mem_zalloc(sizeof(*reading));
	reading->arena = arena;
	reading->err = err;
	reading->html = html;
	buf_init(&reading->text, XML_INPUT_MAX * 4);
	status = library_load(&reading->library, err);
	if (status != STATUS_OK)
		goto out;
	reading->parser = html ? reading->library.new_html()
			       : reading->library.new_xml();
	set_callbacks(reading);
	run_parser(reading, input);
	reading->library.free_parser(reading->parser);
	if (reading->failed)
		status = STATUS_FAILED;
	else if (!reading->root)
		status = err_set(err, _("the file holds no element"));
	else
		*ret_root = reading->root;
out:
	buf_done(&reading->text);
	mem_free(reading);
	return status;
}

Status
xml_read(Slice input, Arena *arena, const XmlNode **ret_root, Err *err)
{
	return read_tree(input, false, arena, ret_root, err);
}

Status
xml_read_html(Slice input, Arena *arena, const XmlNode **ret_root, Err *err)
{
	return read_tree(input, true, arena, ret_root, err);
}
