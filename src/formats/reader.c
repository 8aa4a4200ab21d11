/*
 * The Reader of lines: what it starts with, is told and keeps.
 */
#include "formats/read_lines_inner.h"

#include "document/build.h"

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
