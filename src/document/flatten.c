#include "document/flatten.h"

#include <string.h>

#include "text/uni.h"
#include "text/utf8.h"

static void
drop(char *bytes, size_t from, size_t to)
{
	if (to > from)
		memset(bytes + from, FLATTEN_DROP, to - from);
}

/* The white space at the start of a line: what the scanner skips too. */
static size_t
blanks(Slice line)
{
	return line.len - slice_trim_start(line).len;
}

/* The bytes of a list item's marker and the blanks around it, or 0. */
static size_t
item_marker(Slice line)
{
	size_t n = blanks(line), digits = n;

	while (digits < line.len && line.ptr[digits] >= '0' &&
	       line.ptr[digits] <= '9')
		digits++;
	if (digits >= line.len ||
	    memchr(digits > n ? ".)" : "-*+", line.ptr[digits],
		   digits > n ? 2 : 3) == NULL)
		return n;
	digits++;
	return digits + blanks(slice_sub(line, digits, SIZE_MAX));
}

/* The bytes of the markers of a quote: `> > `. */
static size_t
quote_marker(Slice line)
{
	size_t n = blanks(line);

	while (n < line.len && line.ptr[n] == '>')
		n += 1 + blanks(slice_sub(line, n + 1, SIZE_MAX));
	return n;
}

static size_t
heading_marker(Slice line)
{
	size_t n = blanks(line);

	while (n < line.len && line.ptr[n] == '#')
		n++;
	return n + blanks(slice_sub(line, n, SIZE_MAX));
}

/* Where the anchor that ends a heading begins: ` {#name}`; else `end`. */
static size_t
anchor_before(Slice line, size_t end)
{
	size_t n = end;

	if (n == 0 || line.ptr[--n] != '}')
		return end;
	while (n > 0 && line.ptr[n - 1] > ' ' && line.ptr[n - 1] != '\\' &&
	       line.ptr[n - 1] != '#')
		n--;
	if (n < 3 || memcmp(line.ptr + n - 3, " {#", 3) != 0)
		return end;
	for (n -= 3; n > 0 && line.ptr[n - 1] == ' ';)
		n--;
	return n;
}

/* The `#`s or the anchor that may close a heading, with the blanks before. */
static size_t
heading_end(Slice line)
{
	size_t n = line.len, end;

	while (n > 0 && line.ptr[n - 1] == ' ')
		n--;
	n = anchor_before(line, n);
	end = n;
	while (n > 0 && line.ptr[n - 1] == '#')
		n--;
	if (n == end || n == 0 || line.ptr[n - 1] != ' ')
		return end;
	while (n > 0 && line.ptr[n - 1] == ' ')
		n--;
	return n;
}

/* The bytes at the start of a line that are markup of the block. */
static size_t
marker_len(const Para *para, Slice line, bool first)
{
	switch ((ParaKind)para->kind) {
	case PARA_QUOTE:
		return quote_marker(line);
	case PARA_ITEM:
		return first && para->flags & PARA_MARKER ? item_marker(line)
							  : blanks(line);
	case PARA_HEADING:
		return heading_marker(line);
	default:
		return blanks(line);
	}
}

/* True where nothing stands between the two lines that meet at `end`. */
static bool
joins_closely(Slice flat, size_t end, size_t next)
{
	uint32_t before, after;

	if (end == 0 || next >= flat.len)
		return true;
	utf8_decode_last(slice_sub(flat, 0, end), &before);
	utf8_decode(slice_sub(flat, next, SIZE_MAX), &after);
	return uni_is_han(before) && uni_is_han(after);
}

/* The line that starts at `start`, without its line end. */
static Slice
line_at(Slice flat, size_t start)
{
	Slice rest = slice_sub(flat, start, SIZE_MAX);
	const char *lf = memchr(rest.ptr, '\n', rest.len);

	if (lf != NULL)
		rest.len = (size_t)(lf - rest.ptr);
	return rest;
}

/* The line end between two lines becomes a space, or nothing. */
static void
join(Buf *flat, size_t end_before, size_t start, size_t text)
{
	bool close = joins_closely(buf_slice(flat), end_before, text);

	drop(flat->ptr, end_before, start);
	if (!close)
		flat->ptr[start - 1] = ' ';
}

static void
replace(char *bytes, size_t len, char old, char new)
{
	char *c = bytes, *end = bytes + len;

	while ((c = memchr(c, old, (size_t)(end - c))) != NULL)
		*c++ = new;
}

bool
flatten_is_needed(Slice source, const Para *para)
{
	return para->flags & PARA_MARKER || para->kind == PARA_QUOTE ||
	       para->kind == PARA_HEADING ||
	       memchr(source.ptr, '\n', source.len) != NULL ||
	       memchr(source.ptr, '\t', source.len) != NULL ||
	       memchr(source.ptr, FLATTEN_DROP, source.len) != NULL;
}

void
flatten(Slice source, const Para *para, Buf *out)
{
	bool keeps_lines = para->kind == PARA_CODE || para->kind == PARA_TABLE;
	size_t start = 0, end_before = 0;

	buf_clear(out);
	buf_append(out, source);
	replace(out->ptr, out->len, FLATTEN_DROP, FLATTEN_DROP + 1);
	replace(out->ptr, out->len, '\t', ' ');
	while (!keeps_lines && start <= out->len) {
		Slice line = line_at(buf_slice(out), start);
		size_t text = marker_len(para, line, start == 0);
		size_t end = para->kind == PARA_HEADING ? heading_end(line)
							: line.len;

		if (start > 0)
			join(out, end_before, start, start + text);
		drop(out->ptr, start, start + (text < end ? text : end));
		drop(out->ptr, start + end, start + line.len);
		end_before = start + end;
		while (end_before > start && out->ptr[end_before - 1] == ' ')
			end_before--;
		start += line.len + 1;
	}
}
