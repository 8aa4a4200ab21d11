#include "formats/read_lines.h"

#include <string.h>

#include "base/clock.h"
#include "document/build.h"
#include "document/date.h"
#include "document/direction.h"
#include "document/evidence.h"
#include "document/shown.h"
#include "formats/assemble.h"
#include "formats/front.h"
#include "formats/headings.h"

/* A line beyond this is read in pieces of as much. */
#ifdef FANGTAN_TINY
#define PIECE_MAX 256
#else
#define PIECE_MAX 65536
#endif
#define DATE_LINES 12	/* lines of text among which a date may stand */
#define LONG_LINE 120	/* bytes of a line that nobody wrapped by hand */

/* A place in the text, between lines or inside a very long one. */
typedef struct Cursor {
	TextOff pos;
	uint32_t line_no;	/* of the next line, from 1 */
	bool inside;		/* of a line whose start was given */
} Cursor;

/* What the survey decided. */
typedef struct Verdict {
	Rules *rules;
	HeadingPlan headings;
	bool joins;
	FrontState front;
	char date[DATE_SIZE];	/* of the line that is one; "" : none */
} Verdict;

/* Where the build is. */
typedef struct Build {
	Document *doc;
	Cursor cursor;
	Scan scan;
	LineSyntax syntax;	/* with what was decided of joining */
	Assembly assembly;
	bool alone;		/* the last paragraph takes no further line */
} Build;

struct Reader {
	const Format *format;
	const LineSyntax *syntax;
	Text *text;		/* borrowed */
	Slice path;		/* borrowed */
	Front front;
	Headings headings;
	Survey *survey;
	Cursor cursor;		/* of the survey */
	Scan scan;
	uint32_t text_lines;
	uint32_t pairs;		/* text lines directly behind another … */
	uint32_t long_pairs;	/* … that was long */
	bool long_before;
	char date[DATE_SIZE];	/* as in Verdict */
	Verdict verdict;
	Build build;
};

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
	headings_init(&reader->headings);
	scan_init(&reader->scan, syntax);
	assemble_init(&reader->build.assembly, NULL, false);
	return reader;
}

void
read_lines_free(Reader *reader)
{
	if (reader == NULL)
		return;
	assemble_done(&reader->build.assembly);
	rules_free(reader->verdict.rules);
	survey_free(reader->survey);
	headings_done(&reader->headings);
	front_done(&reader->front);
	mem_free(reader);
}

/*
 * The next whole line, or piece of a very long one; false where the text does
 * not hold it yet.  `ret_first`: the line begins with it.
 */
static bool
next_line(Reader *reader, Cursor *cursor, bool eof, Slice *ret, bool *ret_first)
{
	Slice rest = text_rest(reader->text, cursor->pos);
	Slice window = slice_sub(rest, 0, PIECE_MAX);
	const char *lf;

	if (rest.len == 0)
		return false;
	lf = memchr(window.ptr, '\n', window.len);
	*ret_first = !cursor->inside;
	if (lf != NULL) {
		*ret = slice_sub(window, 0, (size_t)(lf - window.ptr));
		cursor->pos += ret->len + 1;
		cursor->line_no++;
		cursor->inside = false;
		return true;
	}
	if (!eof && window.len < PIECE_MAX &&
	    cursor->pos + rest.len == text_len(reader->text))
		return false;
	while (window.len > 1 && window.len < rest.len &&
	       (rest.ptr[window.len] & 0xC0) == 0x80)
		window.len--;
	*ret = window;
	cursor->pos += window.len;
	cursor->inside = true;
	return true;
}

static void
survey_text(Reader *reader, Slice line, bool starts, uint32_t line_no)
{
	headings_text(&reader->headings);
	survey_line(reader->survey, line, line_no, starts);
	if (++reader->text_lines <= DATE_LINES && reader->date[0] == '\0')
		date_read_line(line, reader->date);
	reader->pairs += !starts;
	reader->long_pairs += !starts && reader->long_before;
	reader->long_before = line.len > LONG_LINE;
}

static void
survey_one(Reader *reader, Slice line, uint32_t line_no)
{
	ScanLine scan = scan_line(&reader->scan, line);

	switch (scan.kind) {
	case SCAN_TEXT:
		survey_text(reader, line, scan.starts, line_no);
		break;
	case SCAN_HEADING:
		headings_add(&reader->headings, line, scan.level, line_no);
		break;
	case SCAN_BLANK:
	case SCAN_RULE:
		break;
	default:
		headings_text(&reader->headings);
		if (scan.lazy)
			survey_line(reader->survey, line, line_no, false);
		break;
	}
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
	front_hint(front, reader->survey);
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

		if (!next_line(reader, &reader->cursor, eof, &line, &first))
			return STATUS_OK;
		if (first)
			survey_one(reader, line, line_no);
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
	verdict.headings = headings_plan(&reader->headings,
					 front_title(&reader->front),
					 rules_first_line(verdict.rules));
	verdict.joins = reader->syntax->joins &&
			!(reader->syntax->joins_short &&
			  2 * reader->long_pairs > reader->pairs);
	same = old.rules != NULL && old.joins == verdict.joins &&
	       old.front == verdict.front &&
	       strcmp(old.date, verdict.date) == 0 &&
	       old.headings.derive == verdict.headings.derive &&
	       old.headings.title_line == verdict.headings.title_line &&
	       rules_equal(reader->survey, old.rules, verdict.rules);
	rules_free(old.rules);
	reader->verdict = verdict;
	return !same;
}

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
	shown_build_source(&shown, reader->headings.first, PARA_HEADING,
			   reader->format->markup);
	doc->meta.title = arena_copy(&doc->names, slice_trim(shown.text));
	shown_done(&shown);
}

void
read_lines_build_start(Reader *reader, Document *doc)
{
	Build *build = &reader->build;

	assemble_done(&build->assembly);
	*build = (Build){
		.doc = doc,
		.cursor = { reader->front.len, reader->front.lines + 1, false },
		.syntax = *reader->syntax,
		.alone = true,
	};
	build->syntax.joins = reader->verdict.joins;
	assemble_init(&build->assembly, doc, reader->verdict.headings.derive);
	scan_init(&build->scan, &build->syntax);
	doc->markup = reader->format->markup;
	front_apply(&reader->front, doc);
	if (doc->meta.date.ptr == NULL && reader->verdict.date[0] != '\0')
		doc->meta.date = arena_copy(&doc->names,
					    slice_from(reader->verdict.date));
	set_title(reader, doc);
}

/* A new paragraph from `off` to `end`, in the turn that goes on. */
static void
add_para(Reader *reader, ParaKind kind, TextOff off, TextOff end,
	 uint32_t line_no)
{
	Build *build = &reader->build;

	assemble_para(&build->assembly, kind, off, line_no);
	doc_grow_para(build->doc, end);
	build->alone = kind == PARA_DIRECTION;
}

static SpeakerId
speaker_of(Reader *reader, const RulesLabel *label)
{
	Build *build = &reader->build;
	bool is_new;
	SpeakerId id = assemble_speaker(&build->assembly, label->speaker,
					&is_new);

	if (is_new)
		doc_set_role(build->doc, id,
			     front_role(&reader->front, label->speaker));
	doc_add_alias(build->doc, id, label->alias);
	return id;
}

/*
 * True where indirect speech opens a turn: its speaker is known, and another
 * one spoke before.
 */
static bool
opens_turn(const Reader *reader, const RulesLabel *label)
{
	const Assembly *assembly = &reader->build.assembly;
	SpeakerId id = names_get(&assembly->speakers, label->speaker);

	return id != DOC_NONE && !assembly->waiting &&
	       assembly->turn != DOC_NONE &&
	       doc_turn(assembly->doc, assembly->turn)->speaker != id;
}

/* What a line of text begins with. */
typedef enum Opening { OPENS_NOTHING, OPENS_TURN, OPENS_BREAK } Opening;

/* Reads the label of a line; *ret_text is where its text starts. */
static Opening
read_label(Reader *reader, Slice line, uint32_t line_no, size_t *ret_text)
{
	Build *build = &reader->build;
	RulesLabel label;

	*ret_text = line.len - slice_trim_start(line).len;
	if (!rules_read(reader->verdict.rules, line, &label))
		return OPENS_NOTHING;
	if (label.pseudo)
		return OPENS_BREAK;
	if (label.indirect && !opens_turn(reader, &label))
		return OPENS_NOTHING;
	assemble_turn(&build->assembly, speaker_of(reader, &label), line_no);
	build->alone = true;
	*ret_text = label.text;
	return OPENS_TURN;
}

/* A line of text at `off`. */
static void
build_text(Reader *reader, Slice line, TextOff off, bool starts,
	   uint32_t line_no)
{
	Build *build = &reader->build;
	size_t text;
	Opening opening = read_label(reader, line, line_no, &text);
	Slice rest = slice_trim_end(slice_sub(line, text, SIZE_MAX));
	TextOff end = off + text + rest.len;

	if (rest.len == 0)
		return;
	if (opening == OPENS_BREAK || direction_is(rest)) {
		add_para(reader, PARA_DIRECTION, off + text, end, line_no);
		if (opening == OPENS_BREAK ||
		    (opening == OPENS_NOTHING && direction_is_break(rest)))
			assemble_break(&build->assembly);
	} else if (opening == OPENS_NOTHING && !starts && !build->alone) {
		doc_grow_para(build->doc, end);
	} else {
		add_para(reader, PARA_TEXT, off + text, end, line_no);
	}
}

/* The bytes of a quote's marks where all it holds is a direction, or 0. */
static size_t
quoted_direction(Slice line)
{
	Slice rest = line;

	while (rest.len > 0 && (rest.ptr[0] == '>' || rest.ptr[0] == ' '))
		rest = slice_sub(rest, 1, SIZE_MAX);
	return direction_is(rest) ? line.len - rest.len : 0;
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
	TextOff end = off + slice_trim_end(line).len;
	size_t marks;

	if (!scan->starts && !build->alone) {
		doc_grow_para(build->doc, end);
		return;
	}
	marks = scan->kind == SCAN_QUOTE ? quoted_direction(line) : 0;
	if (marks > 0) {
		add_para(reader, PARA_DIRECTION, off + marks, end, line_no);
		return;
	}
	add_para(reader, kinds[scan->kind], off, end, line_no);
	doc_mark_para(build->doc, scan->level,
		      (scan->ordered ? PARA_ORDERED : 0) |
			      (scan->kind == SCAN_ITEM ? PARA_MARKER : 0));
}

static void
build_heading(Reader *reader, Slice line, TextOff off, unsigned level,
	      uint32_t line_no)
{
	Build *build = &reader->build;

	doc_close_para(build->doc);
	build->alone = true;
	if (line_no == reader->verdict.headings.title_line)
		return;
	doc_add_chapter(build->doc, level, 0);
	doc_add_para(build->doc, PARA_HEADING, DOC_NONE, off, line_no);
	doc_grow_para(build->doc, off + line.len);
	doc_mark_para(build->doc, level, 0);
	doc_close_para(build->doc);
}

/* True where a line that goes on like an item is a turn of its own. */
static bool
opens_in_item(const Reader *reader, Slice line, const ScanLine *scan)
{
	RulesLabel label;

	return scan->lazy && rules_read(reader->verdict.rules, line, &label) &&
	       !label.indirect;
}

static void
build_one(Reader *reader, Slice line, TextOff off, uint32_t line_no)
{
	Build *build = &reader->build;
	ScanLine scan = scan_line(&build->scan, line);

	if (opens_in_item(reader, line, &scan))
		scan.kind = SCAN_TEXT;
	switch (scan.kind) {
	case SCAN_TEXT:
		build_text(reader, line, off, scan.starts, line_no);
		break;
	case SCAN_HEADING:
		build_heading(reader, line, off, scan.level, line_no);
		break;
	case SCAN_BLANK:
	case SCAN_FENCE:
	case SCAN_RULE:
		doc_close_para(build->doc);
		build->alone = true;
		break;
	default:
		build_block(reader, line, off, &scan, line_no);
		break;
	}
}

bool
read_lines_build(Reader *reader, bool eof)
{
	Build *build = &reader->build;
	TextOff limit = build->cursor.pos + CLOCK_UNIT;
	Slice line;
	bool first;

	if (reader->verdict.front == FRONT_UNKNOWN)
		return false;
	while (build->cursor.pos < limit) {
		TextOff off = build->cursor.pos;
		uint32_t line_no = build->cursor.line_no;

		if (!next_line(reader, &build->cursor, eof, &line, &first)) {
			if (eof)
				doc_close_para(build->doc);
			return false;
		}
		if (first)
			build_one(reader, line, off, line_no);
		else if (doc_open_para(build->doc) != NULL)
			doc_grow_para(build->doc, off + line.len);
	}
	return true;
}

TextOff
read_lines_keep(const Reader *reader)
{
	const Build *build = &reader->build;
	TextOff keep = reader->cursor.pos;
	const Para *open;

	if (reader->front.state == FRONT_UNKNOWN)
		return 0;
	if (build->doc == NULL)
		return keep;
	if (build->cursor.pos < keep)
		keep = build->cursor.pos;
	open = doc_open_para(build->doc);
	if (open != NULL && para_off(open) < keep)
		keep = para_off(open);
	return keep;
}
