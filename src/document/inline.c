#ifdef HAVE_CONFIG_H
#include "config.h"
#endif

#include "document/inline.h"

#include <string.h>

#include <md4c.h>

#include "base/dynlib.h"
#include "base/items.h"
#include "text/utf8.h"

#ifndef MD4C_SONAME
#define MD4C_SONAME "libmd4c.so.0"
#endif

/*
 * The paragraph is fed as a heading's text, within which md4c knows no other
 * block, and a word is set behind it so that trailing `#` stay text.
 */
#define PREFIX "# "
#define SUFFIX " x"

/* What is longer is fed in pieces: md4c takes memory by the mark. */
#define PIECE_MAX 65536
#define PIECE_SEEK 4096	/* bytes in which a blank is looked for to cut at */

#define LETTER "中"	/* stands for wide punctuation, of as many bytes */

/* What is used of the library. */
typedef int (*MdParse)(const MD_CHAR *text, MD_SIZE len,
		       const MD_PARSER *parser, void *ctx);

typedef struct Reading {
	MdParse parse;
	const Defined *defined;
	const InlineSink *sink;
	Slice source;		/* the piece */
	size_t start;		/* of the piece in the paragraph */
	Slice fed;		/* prefix, source as fed, suffix, definitions */
} Reading;

static const struct {
	MD_SPANTYPE type;
	SpanRole role;
} SPANS[] = {
	{ MD_SPAN_EM, SPAN_EMPHASIS },
	{ MD_SPAN_STRONG, SPAN_STRONG },
	{ MD_SPAN_CODE, SPAN_CODE },
	{ MD_SPAN_A, SPAN_LINK },
};

static int
role_of(MD_SPANTYPE type)
{
	for (size_t i = 0; i < N_ITEMS(SPANS); i++)
		if (SPANS[i].type == type)
			return (int)SPANS[i].role;
	return -1;
}

/* Where a link leads: what md4c points at, or what that is the number of. */
static Slice
address_of(const Reading *reading, const MD_SPAN_A_DETAIL *link)
{
	Slice address = { link->href.text, link->href.size };
	const char *end = reading->fed.ptr + reading->fed.len;
	uint32_t number = 0;

	if (address.len == 0 || address.ptr >= end ||
	    address.ptr < reading->fed.ptr + strlen(PREFIX) +
				  reading->source.len)
		return address;
	for (size_t i = 0; i < address.len; i++)
		number = 10 * number + (uint32_t)(address.ptr[i] - '0');
	return definitions_address(reading->defined, number);
}

static int
on_enter_span(MD_SPANTYPE type, void *detail, void *ctx)
{
	Reading *reading = ctx;
	int role = role_of(type);
	Slice address = { NULL, 0 };

	if (type == MD_SPAN_A)
		address = address_of(reading, detail);
	if (role >= 0)
		reading->sink->enter(reading->sink->ctx, (SpanRole)role,
				     address);
	return 0;
}

static int
on_leave_span(MD_SPANTYPE type, void *detail, void *ctx)
{
	Reading *reading = ctx;
	int role = role_of(type);

	(void)detail;
	if (role >= 0)
		reading->sink->leave(reading->sink->ctx, (SpanRole)role);
	return 0;
}

/* What HTML's named entities mean; the frequent ones. */
static const struct {
	const char *name;
	uint32_t cp;
} ENTITIES[] = {
	{ "&amp;", '&' },	{ "&lt;", '<' },	{ "&gt;", '>' },
	{ "&quot;", '"' },	{ "&apos;", '\'' },	{ "&nbsp;", 0xA0 },
	{ "&hellip;", 0x2026 },	{ "&mdash;", 0x2014 },	{ "&ndash;", 0x2013 },
	{ "&ldquo;", 0x201C },	{ "&rdquo;", 0x201D },	{ "&lsquo;", 0x2018 },
	{ "&rsquo;", 0x2019 },	{ "&middot;", 0xB7 },	{ "&copy;", 0xA9 },
	{ "&lrm;", 0x200E },	{ "&rlm;", 0x200F },	{ "&zwj;", 0x200D },
	{ "&zwnj;", 0x200C },	{ "&shy;", 0xAD },
	{ "&laquo;", 0xAB },	{ "&raquo;", 0xBB },	{ "&bull;", 0x2022 },
};

/* The code point of `&#39;` or `&#x27;`, or 0. */
static uint32_t
numeric_entity(Slice entity)
{
	uint64_t cp = 0;
	bool hex = entity.len > 3 && (entity.ptr[2] | 32) == 'x';

	for (size_t i = hex ? 3 : 2; i + 1 < entity.len; i++) {
		unsigned char c = (unsigned char)entity.ptr[i];
		unsigned digit = c <= '9' ? c - 48u : (c | 32u) - 'a' + 10u;

		if (digit >= (hex ? 16u : 10u))
			return 0;
		cp = cp * (hex ? 16 : 10) + digit;
		if (cp > 0x10FFFF)
			return UTF8_REPLACEMENT;
	}
	return cp == 0 ? UTF8_REPLACEMENT : (uint32_t)cp;
}

uint32_t
inline_entity(Slice entity)
{
	if (entity.len > 3 && entity.ptr[1] == '#')
		return numeric_entity(entity);
	for (size_t i = 0; i < N_ITEMS(ENTITIES); i++)
		if (slice_eq(entity, slice_from(ENTITIES[i].name)))
			return ENTITIES[i].cp;
	return 0;
}

/* Passes on the source of what md4c points at, or what is `shown` for it. */
static void
pass_on(Reading *reading, const char *ptr, size_t len, Slice shown)
{
	size_t off = (size_t)(ptr - reading->fed.ptr) - strlen(PREFIX);
	Slice source = slice_sub(reading->source, off, len);

	if (source.len > 0)
		reading->sink->text(reading->sink->ctx, reading->start + off,
				    source.len,
				    shown.ptr != NULL ? shown : source);
}

static int
on_text(MD_TEXTTYPE type, const MD_CHAR *ptr, MD_SIZE size, void *ctx)
{
	Reading *reading = ctx;
	Slice shown = { NULL, 0 };
	char utf8[UTF8_MAX];
	uint32_t cp;

	if (ptr < reading->fed.ptr ||
	    ptr >= reading->fed.ptr + reading->fed.len)
		return 0;
	if (type == MD_TEXT_HTML)
		return 0;
	if (type == MD_TEXT_ENTITY &&
	    (cp = inline_entity((Slice){ ptr, size })) != 0)
		shown = (Slice){ utf8, utf8_encode(cp, utf8) };
	pass_on(reading, ptr, size, shown);
	return 0;
}

static int
on_block(MD_BLOCKTYPE type, void *detail, void *ctx)
{
	(void)type;
	(void)detail;
	(void)ctx;
	return 0;
}

/* Wide punctuation of three bytes: that of Han text, and curly quotes. */
static bool
is_wide_mark(const char *bytes)
{
	uint32_t cp;

	if (utf8_decode((Slice){ bytes, 3 }, &cp) != 3)
		return false;
	return (cp >= 0x3001 && cp <= 0x3003) ||
	       (cp >= 0x3008 && cp <= 0x301F) ||
	       (cp >= 0x2013 && cp <= 0x2026) ||
	       (cp >= 0xFF01 && cp <= 0xFF0F) ||
	       (cp >= 0xFF1A && cp <= 0xFF20);
}

/*
 * Wide punctuation beside a run of `*` is fed as a letter: CommonMark's rules
 * want blanks around punctuation, which Han text has not, and would leave
 * `**「重點」**是` as it is.  A NUL, which md4c replaces, is another control.
 */
static void
ease_marks(char *bytes, size_t len)
{
	size_t i = 0;
	char *nul = bytes;

	while ((nul = memchr(nul, '\0', (size_t)(bytes + len - nul))) != NULL)
		*nul = '\2';
	while (i < len) {
		const char *star = memchr(bytes + i, '*', len - i);
		size_t end;

		if (star == NULL)
			return;
		i = end = (size_t)(star - bytes);
		while (end < len && bytes[end] == '*')
			end++;
		if (i >= 3 && is_wide_mark(bytes + i - 3))
			memcpy(bytes + i - 3, LETTER, 3);
		if (len - end >= 3 && is_wide_mark(bytes + end))
			memcpy(bytes + end, LETTER, 3);
		i = end;
	}
}

/*
 * Feeds a definition for each label in the piece that has one.  In place of an
 * address it gives the number, so that much is never fed for little.
 */
static void
feed_definitions(const Reading *reading, Buf *scratch)
{
	Slice source = reading->source;
	const char *fed = scratch->ptr + strlen(PREFIX), *open;
	Buf folded, lines;

	buf_init(&folded, SIZE_MAX);
	buf_init(&lines, SIZE_MAX);
	for (size_t off = 0; off < source.len; off++) {
		uint32_t number;
		Slice label;

		open = memchr(source.ptr + off, '[', source.len - off);
		if (open == NULL)
			break;
		off = (size_t)(open - source.ptr);
		label = definitions_label(slice_sub(source, off, SIZE_MAX));
		if (label.len == 0)
			continue;
		number = definitions_find(reading->defined, label, &folded);
		if (number == UINT32_MAX)
			continue;
		/* The label as it was fed, so that md4c finds it. */
		buf_append(&lines, SLICE("\n["));
		buf_append(&lines, (Slice){ fed + off + 1, label.len });
		buf_appendf(&lines, "]: %u", (unsigned)number);
	}
	buf_append(scratch, buf_slice(&lines));
	buf_done(&lines);
	buf_done(&folded);
}

/* True where a piece opens brackets at most, and closes none: no markup. */
static bool
is_bare(Slice source)
{
	if (memchr(source.ptr, ']', source.len) != NULL)
		return false;
	for (size_t i = 0; i < source.len; i++)
		if (source.ptr[i] == '\0' ||
		    strchr("*_<&\\`", source.ptr[i]) != NULL)
			return false;
	return true;
}

/* Reads a piece; md4c would drop the blanks that it begins with. */
static void
read_piece(Reading *reading, Buf *scratch)
{
	const MD_PARSER parser = {
		.flags = MD_FLAG_NOINDENTEDCODEBLOCKS | MD_FLAG_NOHTMLBLOCKS,
		.enter_block = on_block,
		.leave_block = on_block,
		.enter_span = on_enter_span,
		.leave_span = on_leave_span,
		.text = on_text,
	};
	const InlineSink *sink = reading->sink;
	Slice source = reading->source;
	size_t n = 0;

	if (is_bare(source)) {
		sink->text(sink->ctx, reading->start, source.len, source);
		return;
	}
	while (n < source.len && strchr(" \t\v\f", source.ptr[n]) != NULL &&
	       source.ptr[n] != '\0')
		n++;
	if (n > 0)
		sink->text(sink->ctx, reading->start, n,
			   slice_sub(source, 0, n));
	reading->start += n;
	reading->source = source = slice_sub(source, n, SIZE_MAX);
	buf_clear(scratch);
	if (!buf_append(scratch, SLICE(PREFIX)) ||
	    !buf_append(scratch, source) ||
	    !buf_append(scratch, SLICE(SUFFIX))) {
		sink->text(sink->ctx, reading->start, source.len, source);
		return;
	}
	ease_marks(scratch->ptr + strlen(PREFIX), source.len);
	if (reading->defined->count > 0)
		feed_definitions(reading, scratch);
	reading->fed = buf_slice(scratch);
	reading->parse(reading->fed.ptr, (MD_SIZE)reading->fed.len, &parser,
		       reading);
}

/* The bytes of the first piece: up to a blank, at least whole characters. */
static size_t
piece_len(Slice rest)
{
	size_t len = PIECE_MAX;

	if (rest.len <= PIECE_MAX)
		return rest.len;
	while (len > PIECE_MAX - PIECE_SEEK && rest.ptr[len - 1] != ' ')
		len--;
	if (rest.ptr[len - 1] == ' ')
		return len;
	len = PIECE_MAX;
	while (utf8_is_continuation(rest.ptr[len]))
		len--;
	return len;
}

void
inline_read(Slice source, const Defined *defined, Buf *scratch,
	    const InlineSink *sink)
{
	MdParse parse;
	size_t start = 0;

	if (!dynlib_load(MD4C_SONAME, &(DynlibSymbol){ "md_parse", &parse }, 1)) {
		sink->text(sink->ctx, 0, source.len, source);
		return;
	}
	while (start < source.len) {
		Slice rest = slice_sub(source, start, SIZE_MAX);
		Reading reading = {
			.parse = parse,
			.defined = defined,
			.sink = sink,
			.source = slice_sub(rest, 0, piece_len(rest)),
			.start = start,
		};

		start += reading.source.len;
		read_piece(&reading, scratch);
	}
}
