/*
 * Read whole: the reader that all whole-file formats share.
 *
 * Waits for the end of the input, lets the format's parser make a Draft of it,
 * and appends the Draft's parts to a Document over a Text of its own: cues of
 * one speaker joined into paragraphs by sentence and pause (every paragraph
 * keeps its time), labels inside texts decided by evidence, chapters from
 * headings or derived from breaks.  Refuses input over READ_WHOLE_MAX.
 */
#ifndef FORMATS_READ_WHOLE_H
#define FORMATS_READ_WHOLE_H

#include "base/err.h"
#include "formats/draft.h"
#include "formats/format.h"

#define READ_WHOLE_MAX (64 * 1024 * 1024)

/*
 * Parses `input`, which is valid UTF-8, into `draft`.  Fails with one sentence
 * (and the line, where it is known) where it is not of the format.
 */
typedef Status DraftParse(Slice input, Draft *draft, Err *err);

Reader *
read_whole_new(const Format *format, DraftParse *parse, Text *text,
	       Slice path);

void
read_whole_free(Reader *reader);

void
read_whole_know(Reader *reader, const YamlNode *people);

Status
read_whole_survey(Reader *reader, bool eof, Err *err);

bool
read_whole_decide(Reader *reader);

void
read_whole_build_start(Reader *reader, Document *doc);

bool
read_whole_build(Reader *reader, bool eof);

void
read_whole_explain(Reader *reader, struct Explain *explain);

TextOff
read_whole_keep(const Reader *reader);

/* The row of a whole-file format; `name` as in `source.format`. */
#define READ_WHOLE_FORMAT(format_name, score_fn, new_fn) \
	{ \
		.name = format_name, \
		.markup = MARKUP_MARKDOWN, \
		.score = score_fn, \
		.reader_new = new_fn, \
		.reader_free = read_whole_free, \
		.know = read_whole_know, \
		.survey = read_whole_survey, \
		.decide = read_whole_decide, \
		.build_start = read_whole_build_start, \
		.build = read_whole_build, \
		.explain = read_whole_explain, \
		.keep = read_whole_keep, \
	}

#endif
