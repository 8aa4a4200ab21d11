/*
 * The Reader of lines: what it starts with, is told and keeps, and how its two
 * passes go along.
 */
#include "formats/read_lines_inner.h"

#include "base/clock.h"
#include "document/build.h"
#include "formats/people.h"

/* Lines that the passes take in turn: the code of both is more than a cache. */
#ifdef FANGTAN_TINY
#define BATCH 2
#else
#define BATCH 64
#endif

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

/* Surveys lines behind the `n` that are surveyed; returns how many there are. */
static size_t
survey_batch(Reader *reader, bool eof, Line *lines, size_t n)
{
	size_t end = n;

	while (end < BATCH && lines_next(&reader->lines, eof, &lines[end]))
		end++;
	while (n < end)
		read_lines_survey_line(reader, &lines[n++]);
	return end;
}

static void
build_batch(Reader *reader, const Line *lines, size_t n)
{
	for (size_t i = 0; i < n; i++)
		read_lines_build_line(reader, &lines[i]);
	proposals_trim(&reader->proposals);
}

Status
read_lines_survey(Reader *reader, bool eof, Err *err)
{
	Line lines[BATCH];
	size_t n = BATCH, waiting = 0;

	(void)err;
	if (!pass_front(reader, eof))
		return STATUS_OK;
	lines_look(&reader->lines);
	while (n == BATCH) {
		n = survey_batch(reader, eof, lines, waiting);
		if (!reader->build.follows)
			continue;
		/* The last one, for the line below it, if there is any. */
		waiting = n == BATCH;
		build_batch(reader, lines, n - waiting);
		if (waiting > 0)
			lines[0] = lines[n - 1];
	}
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
	proposals_trim(&reader->proposals);
	if (reader->lines.divided)
		read_lines_divide(build);
	if (eof)
		read_lines_build_end(reader);
	return false;
}
