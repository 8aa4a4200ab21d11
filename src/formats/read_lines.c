#include "formats/read_lines_inner.h"

#include "document/build.h"
#include "document/direction.h"
#include "document/listing.h"
#include "document/marked.h"
#include "document/shown.h"
#include "formats/explain.h"
#include "formats/people.h"

#define BOLD_LEVEL 2	/* of a bold line that is a heading */

static void
set_title(Reader *reader, Document *doc)
{
	Shown shown;

	if (doc->meta.title.ptr != NULL)
		return;
	if (reader->verdict.headings.title_line == 0) {
		assemble_title(doc, reader->path);
		return;
	}
	shown_init(&shown);
	shown_build_title(&shown, doc, reader->verdict.headings.title);
	doc->meta.title = arena_copy(&doc->names, slice_trim(shown.text));
	shown_done(&shown);
}

void
read_lines_build_start(Reader *reader, Document *doc)
{
	Build *build = &reader->build;

	turns_done(&build->turns);
	*build = (Build){
		.doc = doc,
		.syntax = *reader->syntax,
		.alone = true,
		.time_ms = DOC_NONE,
	};
	build->syntax.joins = reader->verdict.joins;
	build->syntax.quotes &= !rules_are_captions(reader->verdict.rules);
	turns_init(&build->turns, doc, reader->people,
		   reader->verdict.headings.derive);
	build->turns.plan = &reader->verdict.translation;
	build->turns.explain = reader->explain;
	lines_init(&build->lines, reader->text, reader->syntax,
		   reader->front.len, reader->front.lines + 1);
	scan_flow_init(&build->flow, &build->syntax);
	proposals_rewind(&reader->proposals);
	explain_start(reader->explain, reader->verdict.rules,
		      text_slice(reader->text, 0, reader->front.len));
	doc->markup = reader->format->markup;
	doc->defined = definitions_share(reader->definitions);
	front_apply(&reader->front, doc);
	if (doc->meta.date.ptr == NULL && reader->verdict.date[0] != '\0')
		doc->meta.date = arena_copy(&doc->names,
					    slice_from(reader->verdict.date));
	set_title(reader, doc);
}

/* A new paragraph, `text` at `off`, in the turn that goes on. */
static void
add_para(Reader *reader, ParaKind kind, TextOff off, Slice text,
	 uint32_t line_no)
{
	Build *build = &reader->build;

	turns_para(&build->turns, kind, off, text, line_no);
	doc_fill_para(build->doc, text.len);
	if (build->time_ms != DOC_NONE)
		doc_time_para(build->doc, build->time_ms);
	build->time_ms = DOC_NONE;
	build->alone = kind == PARA_DIRECTION;
}

/* The words of a label, without the marks of a heading, are a direction. */
static void
show_label(Reader *reader)
{
	Build *build = &reader->build;
	TextOff off = build->label_off;
	Slice text = text_slice(reader->text, off, build->label_end - off);

	while (text.len > 0 && (text.ptr[0] == '#' || text.ptr[0] == ' ')) {
		text = slice_sub(text, 1, SIZE_MAX);
		off++;
	}
	add_para(reader, PARA_DIRECTION, off, text,
		 build->turns.label_line);
}

/*
 * The label that waited for its text, where none came: the turn of a speaker
 * is empty; who never says a word is a break.
 */
static void
keep_label(Reader *reader)
{
	Build *build = &reader->build;
	Turns *turns = &build->turns;

	if (!turns->waiting)
		return;
	if (turns->label.silent) {
		turns->waiting = false;
		assemble_break(&turns->assembly);
		show_label(reader);
	} else {
		add_para(reader, PARA_TEXT, build->label_end, SLICE(""),
			 turns->label_line);
	}
	doc_close_para(build->doc);
}

/* Remembers the label of the line at `off` until its text comes. */
static void
wait_for_text(Reader *reader, const RulesLabel *label, Slice line, TextOff off,
	      uint32_t line_no)
{
	Build *build = &reader->build;

	turns_label(&build->turns, label, line_no);
	build->label_off = off;
	build->label_end = off + slice_trim_end(line).len;
	build->alone = true;
	if (label->time_ms != DOC_NONE)
		build->time_ms = label->time_ms;
}

/* What the rules say of a line of text that was surveyed. */
static bool
rule_text(Reader *reader, Slice line, uint32_t line_no, RulesLabel *ret)
{
	const Rules *rules = reader->verdict.rules;
	const SurveyLabel *label;

	if (proposals_get(&reader->proposals, line, line_no, PROPOSAL_TEXT,
			  &label))
		return rules_read_proposed(rules, line, label, ret);
	return rules_read(rules, line, RULES_LINE, ret);
}

/* The same of a heading. */
static bool
rule_heading(Reader *reader, Slice line, const Line *whole, RulesLabel *ret)
{
	ProposalKind kind = whole->scan.kind == SCAN_HEADING ? PROPOSAL_HEADING
							     : PROPOSAL_TITLE;
	const Rules *rules = reader->verdict.rules;
	const SurveyLabel *label;

	ret->why = RULES_WHY_NONE;
	if (!proposals_get(&reader->proposals, line, whole->no, kind, &label))
		return rules_read(rules, line, RULES_HEADING, ret);
	return label != NULL && rules_read_proposed(rules, line, label, ret);
}

/* What a line of text begins with. */
typedef enum Opening { OPENS_NOTHING, OPENS_TURN, OPENS_BREAK } Opening;

/* It tells who somebody is: no turn begins. */
static bool
is_credit(const Reader *reader, const RulesLabel *label, Slice line)
{
	return label->n_speakers > 0 &&
	       listing_is_credit(label->speakers[0],
				slice_sub(line, label->text, SIZE_MAX),
				doc_n_turns(reader->build.doc) == 0 &&
					!reader->build.turns.waiting);
}

/* Reads the label of a line; *ret_text is what stands behind it. */
static Opening
read_label(Reader *reader, Slice line, TextOff off, uint32_t line_no,
	   Slice *ret_text)
{
	RulesLabel label;
	Slice text;

	*ret_text = slice_trim_start(line);
	if (rule_text(reader, line, line_no, &label) && label.indirect &&
	    !turns_opens(&reader->build.turns, &label))
		label.why = RULES_WHY_SPEAKS;
	if (label.why >= RULES_WHY_TAKEN && is_credit(reader, &label, line)) {
		label.why = RULES_WHY_CREDIT;
		reader->build.alone = true;
	}
	if (label.why >= RULES_WHY_TAKEN && !label.pseudo)
		keep_label(reader);
	explain_line(reader->explain, line, line_no, SCAN_TEXT, &label);
	if (label.why < RULES_WHY_TAKEN)
		return OPENS_NOTHING;
	text = slice_sub(line, label.text,
			 line.len - label.text - label.tail);
	if (turns_take_label(&reader->build.turns, &label, text)) {
		*ret_text = text;
		reader->build.alone = true;
		return OPENS_NOTHING;
	}
	if (label.pseudo)
		return OPENS_BREAK;
	if (label.topic)
		assemble_break(&reader->build.turns.assembly);
	wait_for_text(reader, &label, line, off, line_no);
	*ret_text = text;
	return OPENS_TURN;
}

/* A line of text at `off`. */
static void
build_text(Reader *reader, Slice line, TextOff off, bool starts,
	   uint32_t line_no)
{
	Build *build = &reader->build;
	Slice text;
	Opening opening = read_label(reader, line, off, line_no, &text);
	bool begins = opening == OPENS_NOTHING &&
		      (starts || build->alone ||
		       read_lines_begins_by_time(reader, line));

	if (begins)
		text = slice_sub(text, read_lines_time(reader, text), SIZE_MAX);
	text = slice_trim_end(text);
	if (text.len == 0)
		return;
	off += (TextOff)(text.ptr - line.ptr);
	if (opening == OPENS_BREAK || build->direction || direction_is(text)) {
		build->direction = false;
		add_para(reader, PARA_DIRECTION, off, text, line_no);
		if (opening == OPENS_BREAK ||
		    (opening == OPENS_NOTHING && direction_is_break(text)))
			assemble_break(&build->turns.assembly);
	} else if (opening == OPENS_NOTHING && !begins) {
		doc_grow_para(build->doc, off + text.len);
	} else {
		add_para(reader, PARA_TEXT, off, text, line_no);
	}
}

/* True where a line of a quote or an item begins a turn. */
static bool
build_block_label(Reader *reader, Slice line, TextOff off,
		  const ScanLine *scan, uint32_t line_no)
{
	size_t marks;
	RulesLabel label;

	if (!rules_take_blocks(reader->verdict.rules) ||
	    !(scan->kind == SCAN_QUOTE ||
	      (scan->kind == SCAN_ITEM && scan->starts)))
		return false;
	marks = marked_block(line);
	if (!rules_read(reader->verdict.rules,
			slice_sub(line, marks, SIZE_MAX), RULES_BLOCK,
			&label) ||
	    label.pseudo)
		return false;
	keep_label(reader);
	explain_line(reader->explain, line, line_no, SCAN_TEXT, &label);
	wait_for_text(reader, &label, line, off, line_no);
	marks += label.text;
	line = slice_trim_end(line);
	if (marks < line.len)
		add_para(reader, PARA_TEXT, off + marks,
			 slice_sub(line, marks, SIZE_MAX), line_no);
	return true;
}

/* A line of a quote, an item, code or a table. */
static void
build_block(Reader *reader, Slice line, TextOff off, const ScanLine *scan,
	    uint32_t line_no)
{
	static const ParaKind kinds[] = {
		[SCAN_QUOTE] = PARA_QUOTE,
		[SCAN_ITEM] = PARA_ITEM,
		[SCAN_CODE] = PARA_CODE,
		[SCAN_TABLE] = PARA_TABLE,
	};
	Build *build = &reader->build;
	Slice text = slice_trim_end(line);
	size_t marks;

	if (build_block_label(reader, line, off, scan, line_no))
		return;
	explain_line(reader->explain, line, line_no, scan->kind, NULL);
	if (!scan->starts && !build->alone) {
		doc_grow_para(build->doc, off + text.len);
		return;
	}
	marks = scan->kind == SCAN_QUOTE ? direction_quoted(line) : 0;
	if (marks > 0) {
		add_para(reader, PARA_DIRECTION, off + marks,
			 slice_sub(text, marks, SIZE_MAX), line_no);
		return;
	}
	add_para(reader, kinds[scan->kind], off, text, line_no);
	doc_mark_para(build->doc, scan->level,
		      (scan->ordered ? PARA_ORDERED : 0) |
			      (scan->kind == SCAN_ITEM ? PARA_MARKER : 0));
}

/* The bytes before the words of a heading. */
static size_t
heading_marks(Slice line)
{
	Slice rest = slice_trim_start(line);

	while (rest.len > 0 && rest.ptr[0] == '#')
		rest = slice_sub(rest, 1, SIZE_MAX);
	return line.len - slice_trim_start(rest).len;
}

static void
build_heading(Reader *reader, Slice line, TextOff off, unsigned level,
	      const Line *heading)
{
	uint32_t line_no = heading->no;
	Build *build = &reader->build;
	RulesLabel label;

	doc_close_para(build->doc);
	build->alone = true;
	if (line_no == reader->verdict.headings.title_line ||
	    headings_is_structure(line)) {
		explain_line(reader->explain, line, line_no, EXPLAIN_TITLE,
			     NULL);
		return;
	}
	rule_heading(reader, line, heading, &label);
	if (label.why >= RULES_WHY_TAKEN && !label.pseudo)
		keep_label(reader);
	explain_line(reader->explain, line, line_no, SCAN_HEADING, &label);
	if (label.why >= RULES_WHY_TAKEN && !label.pseudo) {
		if (!turns_take_label(&build->turns, &label, SLICE("")))
			wait_for_text(reader, &label, line, off, line_no);
		return;
	}
	if (turns_translates(&build->turns, line)) {
		size_t marks = heading_marks(line);

		add_para(reader, PARA_TEXT, off + marks,
			 slice_sub(line, marks, SIZE_MAX), line_no);
		return;
	}
	doc_add_chapter(build->doc, level, 0);
	doc_add_para(build->doc, PARA_HEADING, DOC_NONE, off, line_no);
	doc_grow_para(build->doc, off + line.len);
	doc_mark_para(build->doc, level, 0);
	if (heading->last)
		doc_close_para(build->doc);
}

/* True where a line that goes on like an item is a turn of its own. */
static bool
opens_turn_in_item(Reader *reader, Slice line, uint32_t line_no)
{
	RulesLabel label;

	return rule_text(reader, line, line_no, &label) &&
	       !label.indirect;
}

/* Nobody sees a comment; one of them ends the turn. */
static void
build_comment(Reader *reader, Slice line)
{
	Build *build = &reader->build;

	if (slice_eq(slice_trim(line), SLICE(SCAN_NARRATION)) ||
	    slice_eq(slice_trim(line), SLICE(SCAN_BREAK)))
		keep_label(reader);
	doc_close_para(build->doc);
	build->alone = true;
	if (slice_eq(slice_trim(line), SLICE(SCAN_NARRATION)))
		turns_narration(&build->turns);
	if (slice_eq(slice_trim(line), SLICE(SCAN_BREAK)))
		assemble_break(&build->turns.assembly);
	build->direction = slice_eq(slice_trim(line), SLICE(SCAN_DIRECTION));
}

/*
 * Nobody speaks a definition; but where labels are written like that, it is
 * what somebody says: `[Ann]: https://…`.
 */
static void
build_definition(Reader *reader, Slice line, TextOff off, uint32_t line_no)
{
	Build *build = &reader->build;
	RulesLabel label;

	if (rule_text(reader, line, line_no, &label) &&
	    label.why != RULES_WHY_KNOWN && label.why != RULES_WHY_HINTED) {
		build_text(reader, line, off, true, line_no);
		return;
	}
	explain_line(reader->explain, line, line_no, SCAN_DEFINITION, NULL);
	doc_close_para(build->doc);
	build->alone = true;
}

/* A line that is underlined is a heading; what underlines it is a rule. */
static void
read_underline(Reader *reader, uint32_t line_no, ScanLine *scan)
{
	Build *build = &reader->build;
	const Underlined *title;

	if (build->underlined == reader->underlined.count)
		return;
	title = vec_at(&reader->underlined, build->underlined);
	if (line_no < title->line_no)
		return;
	if (line_no == title->line_no) {
		scan->kind = SCAN_HEADING;
		scan->level = title->level;
	} else {
		scan->kind = SCAN_RULE;
		build->underlined++;
	}
	build->flow.before = scan->kind;
}

void
read_lines_divide(Build *build)
{
	scan_divide(&build->flow);
	doc_close_para(build->doc);
	build->alone = true;
}

static void
build_bare(Reader *reader, Slice line, TextOff off, const Line *whole)
{
	Build *build = &reader->build;
	ScanLine scan = whole->scan;
	uint32_t line_no = whole->no;

	scan_follow(&build->flow, &scan);
	read_underline(reader, line_no, &scan);
	if (scan.lazy &&
	    (build->alone || opens_turn_in_item(reader, line, line_no)))
		scan.kind = SCAN_TEXT;
	if (reader->verdict.headings.bold && scan.kind == SCAN_TEXT &&
	    scan.starts && headings_is_bold(line)) {
		scan.kind = SCAN_HEADING;
		scan.level = BOLD_LEVEL;
	}
	switch (scan.kind) {
	case SCAN_COMMENT:
		build_comment(reader, line);
		break;
	case SCAN_TEXT:
		build_text(reader, line, off, scan.starts, line_no);
		break;
	case SCAN_DEFINITION:
		build_definition(reader, line, off, line_no);
		break;
	case SCAN_HEADING:
		build_heading(reader, line, off, scan.level, whole);
		break;
	case SCAN_FENCE:
		doc_set_language(build->doc, scan_language(line, &scan));
		/* fall through */
	case SCAN_BLANK:
	case SCAN_RULE:
		doc_close_para(build->doc);
		build->alone = true;
		break;
	default:
		build_block(reader, line, off, &scan, line_no);
		break;
	}
}

/* A line with tags of a block; what stands beside them is a line too. */
static void
build_tagged(Reader *reader, const Line *line)
{
	Build *build = &reader->build;
	const DetailsLine *tags = &line->tags;
	Slice rest = line_beside(line);
	Slice summary = slice_trim(
		slice_sub(line->text, tags->summary,
			  tags->summary_end - tags->summary));

	read_lines_divide(build);
	if (tags->opens || tags->stated)
		turns_begin_block(&build->turns, tags->stated);
	if (summary.len > 0 && build->turns.block == BLOCK_NONE) {
		TextOff at = line->off +
			     (TextOff)(summary.ptr - line->text.ptr);

		add_para(reader, PARA_TEXT, at, summary, line->no);
		read_lines_divide(build);
	}
	if (rest.len > 0)
		build_bare(reader, rest, line->off + tags->start, line);
	if (!tags->closes)
		return;
	turns_end_block(&build->turns);
	read_lines_divide(build);
}

/*
 * A further piece of a very long line.  What began with blanks or a label
 * alone becomes a paragraph where its text begins.
 */
static void
build_piece(Reader *reader, const Line *line)
{
	Build *build = &reader->build;
	ScanKind before = build->flow.before;
	Slice text = slice_trim(line->text);
	TextOff off = line->off + (TextOff)(text.ptr - line->text.ptr);

	if (text.len == 0)
		return;
	if (doc_open_para(build->doc) != NULL)
		doc_grow_para(build->doc, off + text.len);
	else if (before == SCAN_BLANK || before == SCAN_RULE ||
		 before == SCAN_TEXT)
		add_para(reader, PARA_TEXT, off, text, line->no);
	if (line->last && before == SCAN_HEADING)
		doc_close_para(build->doc);
}

void
read_lines_build_line(Reader *reader, const Line *line)
{
	reader->build.line_no = line->no;
	if (line->divided)
		read_lines_divide(&reader->build);
	if (!line->first)
		build_piece(reader, line);
	else if (line->tagged)
		build_tagged(reader, line);
	else
		build_bare(reader, line->text, line->off, line);
	proposals_pass(&reader->proposals, line->no);
}

void
read_lines_build_end(Reader *reader)
{
	keep_label(reader);
	assemble_end(&reader->build.turns.assembly,
		     !people_give_roles(reader->front.root));
}
