#include "document/inline.h"

#include <md4c.h>
#include <string.h>

#include "text/utf8.h"

/*
 * The paragraph is fed as a heading's text, within which md4c knows no other
 * block, and a word is set behind it so that trailing `#` stay text.
 */
#define PREFIX "# "
#define SUFFIX " x"

typedef struct Reading {
	const InlineSink *sink;
	Slice fed;		/* prefix, source, suffix */
	size_t source_len;
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
	for (size_t i = 0; i < sizeof(SPANS) / sizeof(*SPANS); i++)
		if (SPANS[i].type == type)
			return (int)SPANS[i].role;
	return -1;
}

static int
on_enter_span(MD_SPANTYPE type, void *detail, void *ctx)
{
	Reading *reading = ctx;
	int role = role_of(type);
	Slice address = { NULL, 0 };

	if (type == MD_SPAN_A) {
		const MD_SPAN_A_DETAIL *link = detail;

		address = (Slice){ link->href.text, link->href.size };
	}
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
	for (size_t i = 0; i < sizeof(ENTITIES) / sizeof(*ENTITIES); i++)
		if (slice_eq(entity, slice_from(ENTITIES[i].name)))
			return ENTITIES[i].cp;
	return 0;
}

/* Passes on the bytes that md4c points at inside what it was fed. */
static void
pass_on(Reading *reading, const char *ptr, size_t len, Slice shown)
{
	size_t off = (size_t)(ptr - reading->fed.ptr) - strlen(PREFIX);

	if (off >= reading->source_len)
		return;
	if (off + len > reading->source_len) {
		len = reading->source_len - off;
		shown.len = len;
	}
	reading->sink->text(reading->sink->ctx, off, len, shown);
}

static int
on_text(MD_TEXTTYPE type, const MD_CHAR *ptr, MD_SIZE size, void *ctx)
{
	Reading *reading = ctx;
	Slice shown = { ptr, size };
	char utf8[UTF8_MAX];
	uint32_t cp;

	if (ptr < reading->fed.ptr ||
	    ptr >= reading->fed.ptr + reading->fed.len)
		return 0;
	if (type == MD_TEXT_HTML)
		return 0;
	if (type == MD_TEXT_ENTITY && (cp = inline_entity(shown)) != 0)
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

void
inline_read(Slice source, Buf *scratch, const InlineSink *sink)
{
	const MD_PARSER parser = {
		.flags = MD_FLAG_NOINDENTEDCODEBLOCKS | MD_FLAG_NOHTMLBLOCKS,
		.enter_block = on_block,
		.leave_block = on_block,
		.enter_span = on_enter_span,
		.leave_span = on_leave_span,
		.text = on_text,
	};
	Reading reading = { .sink = sink, .source_len = source.len };

	buf_clear(scratch);
	if (!buf_append(scratch, SLICE(PREFIX)) ||
	    !buf_append(scratch, source) ||
	    !buf_append(scratch, SLICE(SUFFIX))) {
		sink->text(sink->ctx, 0, source.len, source);
		return;
	}
	reading.fed = buf_slice(scratch);
	md_parse(reading.fed.ptr, (MD_SIZE)reading.fed.len, &parser, &reading);
}
