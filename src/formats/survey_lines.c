/*
 * The first pass over lines: what they propose, and what that means.
 */
#include "formats/read_lines_inner.h"

#include <string.h>

#include "formats/people.h"

#define DATE_LINES 12	/* lines of text among which a date may stand */
#define LONG_LINE 120	/* bytes of a line that nobody wrapped by hand */

/* Surveys a line; what it proposes is kept for the build.  False: nothing. */
static bool
keep_proposed(Reader *reader, Slice line, uint32_t line_no, SurveyPlace place)
{
	Proposal *last = &reader->last[line_no % PROPOSALS];
	bool proposed = survey_proposed(reader->survey, line, line_no, place,
					&last->label);

	last->line_no = proposed ? line_no : 0;
	last->line = line;
	last->heading = place == SURVEY_HEADING;
	return proposed;
}

/* A line of text where a label may stand. */
static void
survey_may_label(Reader *reader, Slice line, uint32_t line_no,
		 SurveyPlace place)
{
	uint64_t *bits;

	if (keep_proposed(reader, line, line_no, place))
		return;
	while (reader->bare.count <= line_no / 64)
		vec_push(&reader->bare);
	bits = vec_at(&reader->bare, line_no / 64);
	*bits |= UINT64_C(1) << line_no % 64;
}

static void
survey_text(Reader *reader, Slice line, bool starts, uint32_t line_no)
{
	SurveyPlace place = starts ? SURVEY_STARTS : SURVEY_INSIDE;

	headings_text(&reader->headings);
	if (starts && line.ptr[0] == '*' &&
	    reader->format->markup == MARKUP_MARKDOWN && headings_is_bold(line))
		headings_add_bold(&reader->headings, line);
	if (slice_starts(line, SLICE(">")))
		survey_marked(reader->survey, line, line_no, place);
	else
		survey_may_label(reader, line, line_no, place);
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
	reader->late |= reader->build.cursor.line_no >= line_no;
	headings_add(&reader->headings, title, level, reader->title_no);
	keep_proposed(reader, title, reader->title_no, SURVEY_HEADING);
	return true;
}

static void
survey_bare(Reader *reader, Slice line, TextOff off, uint32_t line_no)
{
	ScanLine scan;

	scan_line(&reader->scan, line, &scan);
	if (survey_underline(reader, line, line_no)) {
		reader->scan.before = SCAN_RULE;
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
	case SCAN_BLANK:
	case SCAN_RULE:
		break;
	default:
		headings_text(&reader->headings);
		if (scan.lazy)
			survey_may_label(reader, line, line_no, SURVEY_INSIDE);
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
survey_tagged(Reader *reader, Slice line, TextOff off, uint32_t line_no,
	      const DetailsLine *tags)
{
	Slice rest = slice_sub(line, tags->start, tags->end - tags->start);

	scan_divide(&reader->scan);
	if (tags->opens)
		survey_details(reader->survey, UNIT_BLOCK);
	if (tags->stated)
		survey_details(reader->survey, UNIT_STATED);
	if (rest.len > 0)
		survey_bare(reader, rest, off + tags->start, line_no);
	if (tags->closes) {
		survey_details(reader->survey, UNIT_BLOCK_END);
		scan_divide(&reader->scan);
	}
}

static void
survey_one(Reader *reader, Slice line, TextOff off, uint32_t line_no)
{
	DetailsLine tags;

	if (read_lines_tags(&reader->details, &reader->scan, line, &tags))
		survey_tagged(reader, line, off, line_no, &tags);
	else
		survey_bare(reader, line, off, line_no);
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
	reader->cursor.pos = front->len;
	reader->cursor.line_no = front->lines + 1;
	return true;
}

Status
read_lines_survey(Reader *reader, bool eof, Err *err)
{
	Slice line;
	bool first;

	(void)err;
	if (!pass_front(reader, eof))
		return STATUS_OK;
	for (;;) {
		uint32_t line_no = reader->cursor.line_no;
		TextOff off = reader->cursor.pos;

		if (!lines_next(reader->text, &reader->cursor, eof, &line,
				&first))
			return STATUS_OK;
		if (first)
			survey_one(reader, line, off, line_no);
	}
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
	verdict.joins = reader->syntax->joins &&
			!(reader->syntax->joins_short &&
			  2 * reader->long_pairs > reader->pairs);
	same = old.rules != NULL && !reader->late && old.joins == verdict.joins &&
	       old.front == verdict.front &&
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
