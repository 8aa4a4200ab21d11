/*
 * The first pass over lines: what they propose, and what that means.
 */
#include "formats/read_lines_inner.h"

#include <string.h>

#define DATE_LINES 12	/* lines of text among which a date may stand */
#define LONG_LINE 120	/* bytes of a line that nobody wrapped by hand */

/* Surveys a line where a label may stand, and keeps what the build needs. */
static void
keep_proposed(Reader *reader, Slice line, uint32_t line_no, SurveyPlace place)
{
	Proposals *proposals = &reader->proposals;
	ProposalKind kind = place == SURVEY_HEADING ? PROPOSAL_HEADING
						    : PROPOSAL_TEXT;

	if (survey_proposed(reader->survey, line, line_no, place,
			    proposals_room(proposals)))
		proposals_add(proposals, line, line_no, kind);
	else
		proposals_add_bare(proposals, line_no);
}

/* The same of the heading that the line behind `title` makes it. */
static void
keep_title(Reader *reader, Slice title)
{
	Proposals *proposals = &reader->proposals;

	if (survey_proposed(reader->survey, title, reader->title_no,
			    SURVEY_HEADING, proposals_room(proposals)))
		proposals_add(proposals, title, reader->title_no,
			      PROPOSAL_TITLE);
}

static void
survey_text(Reader *reader, Slice line, bool starts, uint32_t line_no)
{
	SurveyPlace place = starts ? SURVEY_STARTS : SURVEY_INSIDE;

	headings_text(&reader->headings);
	if (starts && reader->format->markup == MARKUP_MARKDOWN &&
	    headings_is_bold(line))
		headings_add_bold(&reader->headings, line);
	if (slice_starts(line, SLICE(">")))
		survey_marked(reader->survey, line, line_no, place);
	else
		keep_proposed(reader, line, line_no, place);
	if (++reader->text_lines <= DATE_LINES && reader->date[0] == '\0')
		date_read_line(line, reader->date);
	reader->pairs += !starts;
	reader->long_pairs += !starts && reader->long_before;
	reader->long_before = line.len > LONG_LINE;
}

/* He is called so, and is nobody else. */
static void
state_speaker(Survey *survey, Slice name)
{
	survey_hint(survey, name);
	survey_state(survey, name);
}

/* A comment may name a speaker whose name does not look like one. */
static void
survey_comment(Reader *reader, Slice line)
{
	const Slice start = SLICE(SCAN_SPEAKER);

	line = slice_trim(line);
	if (slice_starts(line, start))
		state_speaker(reader->survey,
			    slice_sub(line, start.len,
				      line.len - start.len - 3));
}

/* A link may be defined; of a title that stands alone nothing is kept. */
static void
survey_definition(Reader *reader, Slice line)
{
	Definition definition;

	if (!definition_read(line, &definition))
		return;
	if (reader->definitions == NULL)
		reader->definitions = definitions_new();
	definitions_add(reader->definitions, &definition);
}

/* True where a line underlines the one before, which is a heading then. */
static bool
survey_underline(Reader *reader, Slice line, uint32_t line_no)
{
	unsigned level = scan_underline(line);
	Underlined *underlined;
	Slice title;

	if (level == 0 || reader->title_no == 0 ||
	    reader->title_no + 1 != line_no)
		return false;
	title = text_slice(reader->text, reader->title_off, reader->title_len);
	if (!headings_is_underlined(title, line))
		return false;
	underlined = vec_push(&reader->underlined);
	underlined->line_no = reader->title_no;
	underlined->level = level;
	reader->late |= reader->build.line_no >= reader->title_no;
	headings_add(&reader->headings, title, level, reader->title_no);
	keep_title(reader, title);
	return true;
}

/* What stands in a line beside tags of blocks. */
static void
survey_bare(Reader *reader, Slice line, TextOff off, const Line *whole)
{
	ScanLine scan = whole->scan;
	uint32_t line_no = whole->no;

	scan_follow(&reader->flow, &scan);
	if (scan.kind == SCAN_BLANK)
		return;
	if (survey_underline(reader, line, line_no)) {
		reader->flow.before = SCAN_RULE;
		return;
	}
	if (scan.kind == SCAN_TEXT && scan.starts) {
		reader->title_no = line_no;
		reader->title_off = off;
		reader->title_len = line.len;
	}
	switch (scan.kind) {
	case SCAN_TEXT:
		survey_text(reader, line, scan.starts, line_no);
		break;
	case SCAN_HEADING:
		headings_add(&reader->headings, line, scan.level, line_no);
		keep_proposed(reader, line, line_no, SURVEY_HEADING);
		break;
	case SCAN_COMMENT:
		survey_comment(reader, line);
		break;
	case SCAN_DEFINITION:
		survey_definition(reader, line);
		break;
	case SCAN_RULE:
		break;
	default:
		headings_text(&reader->headings);
		if (scan.lazy)
			keep_proposed(reader, line, line_no, SURVEY_INSIDE);
		else if (scan.kind == SCAN_QUOTE)
			survey_marked(reader->survey, line, line_no,
				      SURVEY_INSIDE);
		else if (scan.kind == SCAN_ITEM)
			survey_item(reader->survey, line, line_no);
		else
			survey_block(reader->survey, line, line_no);
		break;
	}
}

/* A line with tags of a block; what stands beside them is a line too. */
static void
survey_tagged(Reader *reader, const Line *line)
{
	const DetailsLine *tags = &line->tags;
	Slice rest = line_beside(line);

	scan_divide(&reader->flow);
	if (tags->opens)
		survey_details(reader->survey, UNIT_BLOCK);
	if (tags->stated)
		survey_details(reader->survey, UNIT_STATED);
	if (rest.len > 0)
		survey_bare(reader, rest, line->off + tags->start, line);
	if (tags->closes) {
		survey_details(reader->survey, UNIT_BLOCK_END);
		scan_divide(&reader->flow);
	}
}

void
read_lines_survey_line(Reader *reader, const Line *line)
{
	if (!line->first)
		return;
	if (line->divided)
		scan_divide(&reader->flow);
	if (line->tagged)
		survey_tagged(reader, line);
	else
		survey_bare(reader, line->text, line->off, line);
}

bool
read_lines_decide(Reader *reader)
{
	Verdict old = reader->verdict, verdict;
	bool same;

	verdict.front = reader->front.state;
	memcpy(verdict.date, reader->date, DATE_SIZE);
	verdict.rules = evidence_decide(reader->survey);
	translation_init(&verdict.translation);
	translation_decide(&verdict.translation, reader->survey,
			   verdict.rules);
	verdict.headings = headings_plan(&reader->headings,
					 front_title(&reader->front),
					 verdict.rules);
	verdict.n_definitions = definitions_count(reader->definitions);
	verdict.joins = reader->syntax->joins &&
			!(reader->syntax->joins_short &&
			  2 * reader->long_pairs > reader->pairs);
	same = old.rules != NULL && !reader->late && old.joins == verdict.joins &&
	       old.front == verdict.front &&
	       old.n_definitions == verdict.n_definitions &&
	       strcmp(old.date, verdict.date) == 0 &&
	       old.headings.derive == verdict.headings.derive &&
	       old.headings.bold == verdict.headings.bold &&
	       old.headings.title_line == verdict.headings.title_line &&
	       translation_equal(&old.translation, &verdict.translation) &&
	       rules_equal(reader->survey, old.rules, verdict.rules);
	reader->late = false;
	translation_done(&old.translation);
	rules_free(old.rules);
	reader->verdict = verdict;
	return !same;
}
