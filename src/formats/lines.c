#include "formats/lines.h"

#include <string.h>

#include "text/utf8.h"

void
lines_init(Lines *lines, const Text *text, const LineSyntax *syntax,
	   TextOff pos, uint32_t line_no)
{
	*lines = (Lines){ .text = text, .pos = pos, .line_no = line_no };
	scan_init(&lines->scan, syntax);
	lines_look(lines);
}

void
lines_look(Lines *lines)
{
	lines->ahead = text_rest(lines->text, lines->pos);
}

static void
go_on(Lines *lines, size_t len)
{
	lines->pos += len;
	lines->ahead.ptr += len;
	lines->ahead.len -= len;
}

/* A line without an end so far: all, or a piece of it. */
static bool
cut_piece(Lines *lines, bool eof, Line *ret)
{
	Slice rest = lines->ahead;
	Slice piece = slice_sub(rest, 0, LINES_PIECE_MAX);

	if (!eof && piece.len < LINES_PIECE_MAX &&
	    lines->pos + rest.len == text_len(lines->text))
		return false;
	while (piece.len > 1 && piece.len < rest.len &&
	       utf8_is_continuation(rest.ptr[piece.len]))
		piece.len--;
	ret->text = piece;
	ret->last = false;
	lines->inside = true;
	go_on(lines, piece.len);
	return true;
}

/* Nearly half of all lines: what may be in one that holds nothing is open. */
static void
skip_blank(Lines *lines)
{
	Slice rest = lines->ahead;
	size_t n = 0;

	if (lines->inside || lines->scan.fence != 0 || lines->details.depth > 0)
		return;
	/* Not all of a text of nothing else at once. */
	rest = slice_sub(rest, 0, LINES_PIECE_MAX);
	while (n < rest.len && rest.ptr[n] == '\n')
		n++;
	if (n == 0)
		return;
	lines->divided = true;
	lines->line_no += (uint32_t)n;
	go_on(lines, n);
}

static bool
cut(Lines *lines, bool eof, Line *ret)
{
	const char *lf;
	size_t len;

	skip_blank(lines);
	if (lines->ahead.len == 0) {
		lines_look(lines);
		if (lines->ahead.len == 0)
			return false;
	}
	ret->off = lines->pos;
	ret->no = lines->line_no;
	ret->first = !lines->inside;
	len = lines->ahead.len;
	if (len > LINES_PIECE_MAX)
		len = LINES_PIECE_MAX;
	lf = memchr(lines->ahead.ptr, '\n', len);
	if (lf == NULL)
		return cut_piece(lines, eof, ret);
	len = (size_t)(lf - lines->ahead.ptr);
	ret->text = (Slice){ lines->ahead.ptr, len };
	ret->last = true;
	lines->line_no++;
	lines->inside = false;
	go_on(lines, len + 1);
	return true;
}

bool
lines_next(Lines *lines, bool eof, Line *ret)
{
	Scan *scan = &lines->scan;

	if (!cut(lines, eof, ret))
		return false;
	ret->divided = lines->divided;
	lines->divided = false;
	ret->tagged = false;
	if (!ret->first || (lines->details.depth == 0 &&
			    scan_plain(scan, ret->text, &ret->scan)))
		return true;
	ret->tagged = scan->syntax->details && scan->fence == 0 &&
		      details_read(&lines->details, ret->text, &ret->tags);
	if (!ret->tagged)
		scan_line(scan, ret->text, &ret->scan);
	else if (ret->tags.end > ret->tags.start)
		scan_line(scan, line_beside(ret), &ret->scan);
	return true;
}
