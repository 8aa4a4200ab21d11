/*
 * Read lines: the reader that Markdown and plain text share.
 *
 * Owns the survey (labels, headings, front matter, the date line) and the
 * place in the text; appends to a Document that it borrows.  What tells the
 * forms apart is a LineSyntax.
 */
#ifndef FORMATS_READ_LINES_H
#define FORMATS_READ_LINES_H

#include "formats/format.h"
#include "formats/scan.h"

Reader *
read_lines_new(const Format *format, const LineSyntax *syntax, Text *text,
	       Slice path);

void
read_lines_free(Reader *reader);

void
read_lines_know(Reader *reader, const YamlNode *people);

Status
read_lines_survey(Reader *reader, bool eof, Err *err);

bool
read_lines_decide(Reader *reader);

void
read_lines_build_start(Reader *reader, Document *doc);

bool
read_lines_build(Reader *reader, bool eof);

void
read_lines_explain(Reader *reader, struct Explain *explain);

TextOff
read_lines_keep(const Reader *reader);

/* The row of a form that is read line by line. */
#define READ_LINES_FORMAT(format_name, markup_kind, score_fn, new_fn) \
	{ \
		.name = format_name, \
		.markup = markup_kind, \
		.in_place = true, \
		.score = score_fn, \
		.reader_new = new_fn, \
		.reader_free = read_lines_free, \
		.know = read_lines_know, \
		.survey = read_lines_survey, \
		.decide = read_lines_decide, \
		.build_start = read_lines_build_start, \
		.build = read_lines_build, \
		.explain = read_lines_explain, \
		.keep = read_lines_keep, \
	}

#endif
