/*
 * Markdown with front matter.
 */
#include "formats/format.h"

#include "formats/read_lines.h"

#define HEAD_LINES 200	/* lines that detection looks at */

static const LineSyntax SYNTAX = {
	.quotes = true,
	.items = true,
	.fences = true,
	.tables = true,
	.rules = true,
	.comments = true,
	.definitions = true,
	.details = true,
	.joins = true,
};

/* How much in the first lines is Markdown's: bold labels, headings, … */
static int
count_marks(Slice head)
{
	int marks = 0;

	for (int i = 0; i < HEAD_LINES && head.len > 0; i++) {
		Slice line = slice_next_line(&head);

		marks += slice_starts(line, SLICE("**")) ||
			 slice_starts(line, SLICE("- **")) ||
			 slice_starts(line, SLICE("* **")) ||
			 slice_starts(line, SLICE("# ")) ||
			 slice_starts(line, SLICE("## ")) ||
			 slice_starts(line, SLICE("### ")) ||
			 slice_starts(line, SLICE("```")) ||
			 slice_starts(line, SLICE("> "));
	}
	return marks;
}

static int
score(Slice head, Slice path)
{
	int marks;

	if (slice_starts(head, SLICE("---\n")) &&
	    slice_find(head, SLICE("\n---\n")) != SIZE_MAX)
		return 90;
	if (slice_ends(path, SLICE(".md")) ||
	    slice_ends(path, SLICE(".markdown")))
		return 80;
	marks = count_marks(head);
	if (slice_ends(path, SLICE(".txt")))
		return marks > 3 ? 60 : 0;
	return marks > 1 ? 60 : 0;
}

static Reader *
reader_new(const Format *format, Text *text, Slice path)
{
	return read_lines_new(format, &SYNTAX, text, path);
}

const Format FORMAT_MARKDOWN =
	READ_LINES_FORMAT("markdown", MARKUP_MARKDOWN, score, reader_new);
