/*
 * The Reader of lines: what it starts with, is told and keeps, and how its two
 * passes go along.
 */
#include "formats/read_lines_inner.h"

#include "base/clock.h"
#include "document/build.h"
#include "formats/people.h"

#define BUILD_UNIT (CLOCK_UNIT / 4)	/* bytes; a screen needs few records */

Reader *
read_lines_new(const Format *format, const LineSyntax *syntax, Text *text,
	       Slice path)
{
	Reader *reader = mem_zalloc(sizeof(*reader));

	reader->format = format;
	reader->syntax = syntax;
	reader->text = text;
	reader->path = path;
	reader->survey = survey_new();
	front_init(&reader->front);
	proposals_init(&reader->proposals);
	vec_init(&reader->underlined, sizeof(Underlined));
	headings_init(&reader->headings);
	scan_flow_init(&reader->flow, syntax);
	translation_init(&reader->verdict.translation);
	turns_init(&reader->build.turns, NULL, NULL, false);
	return reader;
}

void
read_lines_free(Reader *reader)
{
	if (reader == NULL)
		return;
	turns_done(&reader->build.turns);
	translation_done(&reader->verdict.translation);
	rules_free(reader->verdict.rules);
	survey_free(reader->survey);
	headings_done(&reader->headings);
	definitions_free(reader->definitions);
	vec_done(&reader->underlined);
	proposals_done(&reader->proposals);
	front_done(&reader->front);
	mem_free(reader);
}

void
read_lines_know(Reader *reader, const YamlNode *people)
{
	reader->people = people;
}

void
read_lines_explain(Reader *reader, Explain *explain)
{
	reader->explain = explain;
}

TextOff
read_lines_keep(const Reader *reader)
{
	const Build *build = &reader->build;
	TextOff keep = reader->lines.pos;
	const Para *open;

	if (reader->front.state == FRONT_UNKNOWN)
		return 0;
	if (build->doc == NULL)
		return keep;
	if (!build->follows && build->lines.pos < keep)
		keep = build->lines.pos;
	open = doc_open_para(build->doc);
	if (open != NULL && para_off(open) < keep)
		keep = para_off(open);
	return keep;
}

/* Places the survey behind the front matter, once that is known. */
static bool
pass_front(Reader *reader, bool eof)
{
	Front *front = &reader->front;

	if (front->state != FRONT_UNKNOWN)
		return true;
	front_look(front, text_rest(reader->text, 0), eof);
	if (front->state == FRONT_UNKNOWN)
		return false;
	reader->people = people_join(reader->people, front->root,
				     &front->arena);
	people_hint(reader->people, reader->survey);
	lines_init(&reader->lines, reader->text, reader->syntax, front->len,
		   front->lines + 1);
	return true;
}

Status
read_lines_survey(Reader *reader, bool eof, Err *err)
{
	Line pair[2], *line = pair, *before = NULL;

	(void)err;
	if (!pass_front(reader, eof))
		return STATUS_OK;
	lines_look(&reader->lines);
	while (lines_next(&reader->lines, eof, line)) {
		read_lines_survey_line(reader, line);
		if (!reader->build.follows)
			continue;
		if (before != NULL)
			read_lines_build_line(reader, before);
		before = line;
		line = &pair[line == pair];
	}
	if (before != NULL)
		read_lines_build_line(reader, before);
	return STATUS_OK;
}

/* Goes on for a unit; true where the survey is still ahead. */
static bool
catch_up(Reader *reader, bool eof)
{
	Lines *lines = &reader->build.lines;
	TextOff end = reader->lines.pos;
	TextOff limit = lines->pos + BUILD_UNIT;
	Line line;

	lines_look(lines);
	while (lines->pos < limit && lines->pos < end &&
	       lines_next(lines, eof, &line))
		read_lines_build_line(reader, &line);
	return lines->pos < end;
}

bool
read_lines_build(Reader *reader, bool eof)
{
	Build *build = &reader->build;

	if (reader->verdict.front == FRONT_UNKNOWN)
		return false;
	if (!build->follows && catch_up(reader, eof))
		return true;
	build->follows = true;
	if (reader->lines.divided)
		read_lines_divide(build);
	if (eof)
		read_lines_build_end(reader);
	return false;
}
