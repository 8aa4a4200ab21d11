#include "formats/scan.h"

#include <string.h>

#include "document/definitions.h"

#define ITEM_INDENT 2	/* columns that make an item one deeper */

void
scan_init(Scan *scan, const LineSyntax *syntax)
{
	*scan = (Scan){ .syntax = syntax };
}

/* How often `c` stands at the start of `s`. */
static size_t
run_of(Slice s, char c)
{
	size_t n = 0;

	while (n < s.len && s.ptr[n] == c)
		n++;
	return n;
}

static size_t
indent_of(Slice line)
{
	size_t cols = 0;

	for (size_t i = 0; i < line.len; i++) {
		if (line.ptr[i] == ' ')
			cols++;
		else if (line.ptr[i] == '\t')
			cols += 4;
		else
			break;
	}
	return cols;
}

static void
classify_heading(Slice text, ScanLine *ret)
{
	size_t n = run_of(text, '#');

	if (n > 6 || (n < text.len && text.ptr[n] != ' ' &&
		      text.ptr[n] != '\t'))
		return;
	if (slice_trim(slice_sub(text, n, SIZE_MAX)).len == 0)
		return;
	ret->kind = SCAN_HEADING;
	ret->level = (unsigned)n;
}

/*
 * A fence opens, or closes the one that is open.  Backquotes that hold others
 * behind them are code in a line.
 */
static bool
is_fence(Scan *scan, Slice text)
{
	char c = text.len > 0 ? text.ptr[0] : 0;
	size_t n;

	if (c != '`' && c != '~')
		return false;
	n = run_of(text, c);
	if (scan->fence == 0) {
		if (n < 3 || (c == '`' && memchr(text.ptr + n, '`',
						 text.len - n) != NULL))
			return false;
		scan->fence = c;
		scan->fence_len = n;
		return true;
	}
	if (c != scan->fence || n < scan->fence_len ||
	    slice_trim(slice_sub(text, n, SIZE_MAX)).len > 0)
		return false;
	scan->fence = 0;
	return true;
}

static bool
is_rule(Slice text)
{
	char c = text.ptr[0];
	size_t marks = 0;

	if (c != '-' && c != '*' && c != '_')
		return false;
	for (size_t i = 0; i < text.len; i++) {
		if (text.ptr[i] == c)
			marks++;
		else if (text.ptr[i] != ' ' && text.ptr[i] != '\t')
			return false;
	}
	return marks >= 3;
}

unsigned
scan_underline(Slice line)
{
	char c = line.len > 1 ? line.ptr[0] : 0;

	if (c != '=' && c != '-')
		return 0;
	line = slice_trim_end(line);
	if (line.len < 2 || run_of(line, c) < line.len)
		return 0;
	return c == '=' ? 1 : 2;
}

static bool
is_comment(Slice text)
{
	text = slice_trim_end(text);
	return slice_starts(text, SLICE("<!--")) &&
	       slice_find(text, SLICE("-->")) == text.len - 3;
}

/* A quote's mark with nothing behind divides paragraphs. */
static void
classify_quote(Slice text, ScanLine *ret)
{
	size_t i = 0;

	while (i < text.len && (text.ptr[i] == '>' || text.ptr[i] == ' ')) {
		ret->level += text.ptr[i] == '>';
		i++;
	}
	ret->kind = i < text.len ? SCAN_QUOTE : SCAN_BLANK;
}

/* The bytes of a list marker (without the blank behind), or 0. */
static size_t
marker_of(Slice text, bool *ret_ordered)
{
	size_t digits = 0;

	*ret_ordered = false;
	if (text.ptr[0] == '-' || text.ptr[0] == '*' || text.ptr[0] == '+')
		return 1;
	while (digits < text.len && digits < 9 && text.ptr[digits] >= '0' &&
	       text.ptr[digits] <= '9')
		digits++;
	if (digits == 0 || digits >= text.len ||
	    (text.ptr[digits] != '.' && text.ptr[digits] != ')'))
		return 0;
	*ret_ordered = true;
	return digits + 1;
}

static void
classify_item(Slice line, Slice text, ScanLine *ret)
{
	bool ordered;
	size_t n = marker_of(text, &ordered);

	if (n == 0 || n >= text.len ||
	    (text.ptr[n] != ' ' && text.ptr[n] != '\t'))
		return;
	ret->kind = SCAN_ITEM;
	ret->ordered = ordered;
	ret->level = 1 + (unsigned)(indent_of(line) / ITEM_INDENT);
	ret->starts = true;
}

/* What a line is by the mark that `text` of it begins with: a text by none. */
static void
classify_mark(const LineSyntax *syntax, Slice line, Slice text, ScanLine *ret)
{
	ret->kind = SCAN_TEXT;
	switch (text.ptr[0]) {
	case '#':
		classify_heading(text, ret);
		break;
	case '<':
		if (syntax->comments && is_comment(text))
			ret->kind = SCAN_COMMENT;
		break;
	case '>':
		if (syntax->quotes)
			classify_quote(text, ret);
		break;
	case '|':
		if (syntax->tables)
			ret->kind = SCAN_TABLE;
		break;
	default:
		if (syntax->rules && is_rule(text))
			ret->kind = SCAN_RULE;
		else if (syntax->items)
			classify_item(line, text, ret);
		break;
	}
}

/* A definition, or what may be the title of one above. */
static bool
is_definition(Scan *scan, Slice line, ScanLine *ret)
{
	bool untitled = scan->untitled;
	Definition definition;

	scan->untitled = false;
	if (untitled && definition_is_title(line)) {
		ret->level = SCAN_TITLE;
		return true;
	}
	if (!definition_read(line, &definition))
		return false;
	scan->untitled = !definition.titled;
	ret->level = definition.titled ? SCAN_TITLED : SCAN_UNTITLED;
	return true;
}

void
scan_marks(Scan *scan, Slice line, ScanLine *ret)
{
	const LineSyntax *syntax = scan->syntax;
	Slice text = slice_trim_start(line);

	*ret = (ScanLine){ .kind = SCAN_BLANK };
	if (syntax->fences && is_fence(scan, text)) {
		ret->kind = SCAN_FENCE;
		ret->level = scan->fence != 0 ? (unsigned)scan->fence_len : 0;
	} else if (scan->fence != 0) {
		ret->kind = SCAN_CODE;
	} else if (syntax->definitions &&
		   (scan->untitled || slice_starts(text, SLICE("["))) &&
		   is_definition(scan, line, ret)) {
		ret->kind = SCAN_DEFINITION;
	} else if (text.len > 0) {
		classify_mark(syntax, line, text, ret);
	}
}

Slice
scan_language(Slice line, const ScanLine *fence)
{
	size_t len = 0;

	if (fence->level == 0)
		return SLICE("");
	line = slice_sub(slice_trim_start(line), fence->level, SIZE_MAX);
	line = slice_trim(line);
	while (len < line.len && line.ptr[len] != ' ' && line.ptr[len] != '\t')
		len++;
	return slice_sub(line, 0, len);
}
