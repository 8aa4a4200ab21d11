/*
 * Plain text: paragraphs, labels, and a heading's `#` where somebody wrote it.
 */
#include "formats/format.h"

#include "formats/read_lines.h"

static const LineSyntax SYNTAX = {
	.joins = true,
	.joins_short = true,
};

static int
score(Slice head, Slice path)
{
	(void)head;
	(void)path;
	return 10;
}

static Reader *
reader_new(const Format *format, Text *text, Slice path)
{
	return read_lines_new(format, &SYNTAX, text, path);
}

const Format FORMAT_PLAIN =
	READ_LINES_FORMAT("plain", MARKUP_LINKS, score, reader_new);
