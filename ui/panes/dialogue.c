#include "ui/panes/dialogue.h"

#include <assert.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "document/timestamp.h"
#include "reading/spread.h"
#include "text/uni.h"
#include "text/utf8.h"
#include "ui/glyph.h"

#define NAMES_MAX 1024		/* bytes of the names of one turn */
#define VOICES_MAX 16		/* speakers of one turn that are named */
#define MATCHES_FIRST 64
#define MATCHES_MAX 65536	/* of one paragraph that are marked */
#define ITEMS_MAX 1000		/* how far an item's number is looked for */

static_assert(SEARCHES_MAX == THEME_PATTERNS, "each pattern has its colour");

/* The matches of a pattern. */
typedef struct Marked {
	Match *matches;
	uint32_t n;
	uint32_t room;
} Marked;

typedef struct Painter {
	Session *session;
	const Document *doc;
	Canvas *canvas;
	Rect area;
	LayoutShape shape;
	bool times;
	bool plain;
	ParaId para;		/* the matches and spans are of this one */
	uint32_t first_span;	/* those before it end above this row */
	Marked marked[SEARCHES_MAX];
} Painter;

void
dialogue_names(const Session *session, TurnId turn, Buf *out)
{
	const Document *doc = session->doc;
	SpeakerId ids[VOICES_MAX];
	uint32_t n = doc_turn_speakers(doc, turn, ids, VOICES_MAX);
	Buf converted;

	buf_init(&converted, SIZE_MAX);
	for (uint32_t i = 0; i < n && i < VOICES_MAX; i++) {
		Slice name = shown_script_text(&session->script,
					       doc_speaker(doc, ids[i])->name,
					       &converted);
		uint32_t point = 0;

		if (name.len)
			utf8_decode(name, &point);
		if (i > 0)
			buf_append(out, uni_is_han(point) ? SLICE("、")
							  : SLICE(", "));
		buf_append(out, name);
	}
	buf_done(&converted);
}

static Spot
spot_at(const Painter *painter, int row, int col, int cols)
{
	return (Spot){ painter->area.row + row, painter->area.col + col, cols };
}

/* The gap above a turn is none of its lines. */
static bool
is_of_current_turn(const Painter *painter, const Line *line)
{
	TurnId turn = doc_para(painter->doc, line->para)->turn;

	if (turn == DOC_NONE || turn != painter->session->view.current)
		return false;
	return line->kind != LINE_GAP
		|| line->para != doc_turn(painter->doc, turn)->first;
}

static void
paint_bar(const Painter *painter, int row, const Line *line)
{
	TurnId turn = painter->session->view.current;

	if (painter->plain || !is_of_current_turn(painter, line))
		return;
	canvas_put(painter->canvas,
		   spot_at(painter, row, painter->shape.bar_col, 1),
		   glyph(GLYPH_BAR),
		   theme_speaker(doc_turn(painter->doc, turn)->speaker));
}

/*
 * The time of a turn or paragraph, a column free behind it where one is.
 * Where it has no room, in hours and minutes.
 */
static void
paint_time(const Painter *painter, int row, uint32_t time_ms)
{
	const LayoutShape *shape = &painter->shape;
	int end = shape->time_col + shape->time_cols;
	Buf time;
	int cols;

	if (!painter->times || shape->time_col < 0 || time_ms == DOC_NONE)
		return;
	buf_init(&time, 64);
	timestamp_append(time_ms, &time);
	if ((int)time.len < shape->time_cols)
		end--;
	if ((int)time.len > end) {
		buf_clear(&time);
		buf_appendf(&time, "%uh%02um", time_ms / 3600000,
			    time_ms / 60000 % 60);
	}
	cols = (int)time.len < end ? (int)time.len : end;
	canvas_put(painter->canvas, spot_at(painter, row, end - cols, cols),
		   buf_slice(&time), ROLE_DIM);
	buf_done(&time);
}

/* The turn's number; in a plain column, which has no margin, its time too. */
static void
append_number(const Painter *painter, TurnId turn, Buf *out)
{
	uint32_t time_ms = doc_turn_time(painter->doc, turn);

	buf_appendf(out, "  %u", turn + 1);
	if (!painter->plain || !painter->times || time_ms == DOC_NONE)
		return;
	buf_append(out, SLICE("  "));
	timestamp_append(time_ms, out);
}

/* The name above the text, and its turn's number; the columns used. */
static int
paint_name_above(const Painter *painter, int row, TurnId turn, Role role)
{
	const LayoutShape *shape = &painter->shape;
	Buf names, number;
	int used;

	buf_init(&names, NAMES_MAX);
	buf_init(&number, 64);
	dialogue_names(painter->session, turn, &names);
	append_number(painter, turn, &number);
	used = canvas_put_cut(painter->canvas,
			      spot_at(painter, row, shape->text_col,
				      shape->text_cols - (int)number.len),
			      buf_slice(&names), role);
	used += canvas_put(painter->canvas,
			   spot_at(painter, row, shape->text_col + used,
				   (int)number.len),
			   buf_slice(&number), ROLE_DIM);
	buf_done(&number);
	buf_done(&names);
	return used;
}

static void
paint_name_beside(const Painter *painter, int row, TurnId turn, Role role)
{
	const LayoutShape *shape = &painter->shape;
	Buf names;

	buf_init(&names, NAMES_MAX);
	dialogue_names(painter->session, turn, &names);
	canvas_put_right(painter->canvas,
			 spot_at(painter, row, 1, shape->name_col
				 + shape->name_cols - 1),
			 buf_slice(&names), role);
	buf_done(&names);
}

static void
paint_name(const Painter *painter, int row, const Line *line)
{
	TurnId turn = doc_para(painter->doc, line->para)->turn;
	Role role = theme_speaker(doc_turn(painter->doc, turn)->speaker);

	if (line->kind == LINE_NAME)
		paint_name_above(painter, row, turn, role);
	else
		paint_name_beside(painter, row, turn, role);
	paint_time(painter, row, doc_turn_time(painter->doc, turn));
}

static Role
base_role(const Para *para)
{
	if (para_is_translation(para) && para->kind != PARA_DIRECTION)
		return ROLE_DIM;
	switch ((ParaKind)para->kind) {
	case PARA_DIRECTION:
		return ROLE_DIRECTION;
	case PARA_QUOTE:
		return ROLE_QUOTE;
	case PARA_CODE:
	case PARA_TABLE:
		return ROLE_CODE;
	case PARA_HEADING:
		return ROLE_HEADING;
	case PARA_TEXT:
	case PARA_ITEM:
		break;
	}
	return para->turn == DOC_NONE ? ROLE_NARRATION : ROLE_TEXT;
}

static Role
span_role(SpanRole role)
{
	static const Role roles[] = {
		[SPAN_EMPHASIS] = ROLE_EMPHASIS, [SPAN_STRONG] = ROLE_STRONG,
		[SPAN_CODE] = ROLE_CODE, [SPAN_LINK] = ROLE_LINK,
		[SPAN_DIRECTION] = ROLE_DIRECTION,
	};

	return roles[role];
}

/* A row of text that was painted. */
typedef struct TextRow {
	Spot spot;
	Row row;
	ParaId para;
	const Shown *shown;
	Spread *spread;
} TextRow;

/* Gives a stretch of the paragraph its role, as far as it is on this row. */
static void
mark_stretch(const Painter *painter, const TextRow *text, Match stretch,
	     Role role)
{
	uint32_t start = stretch.start, end = stretch.start + stretch.len;
	uint32_t row_end = text->row.start + text->row.shown_len;
	Spot spot = text->spot;
	int col;

	if (start < text->row.start)
		start = text->row.start;
	if (end > row_end)
		end = row_end;
	if (start >= end)
		return;
	col = (int)spread_col(text->spread, start);
	spot.col += col;
	spot.cols = (int)spread_end_col(text->spread, end) - col;
	canvas_role(painter->canvas, spot, role);
}

static void
mark_spans(Painter *painter, const TextRow *text)
{
	const Shown *shown = text->shown;

	while (painter->first_span < shown->n_spans
	       && shown->spans[painter->first_span].start
		  + shown->spans[painter->first_span].len <= text->row.start)
		painter->first_span++;
	for (uint32_t i = painter->first_span; i < shown->n_spans; i++) {
		const Span *span = &shown->spans[i];
		Match stretch = { text->para, span->start, span->len };

		if (span->start >= text->row.start + text->row.len)
			break;
		mark_stretch(painter, text, stretch,
			     span_role((SpanRole)span->role));
	}
}

/* The matches of a pattern in a paragraph, once for all of its rows. */
static void
find_matches(Marked *marked, Search *search, const TextRow *text)
{
	for (;;) {
		marked->n = search_in_para(search, text->para,
					   text->shown->plain, marked->matches,
					   marked->room);
		if (marked->n < marked->room || marked->room >= MATCHES_MAX)
			return;
		marked->room = marked->room ? marked->room * 4 : MATCHES_FIRST;
		marked->matches = mem_realloc_array(marked->matches,
						    marked->room,
						    sizeof(Match));
	}
}

static void
find_all_matches(Painter *painter, const TextRow *text)
{
	const Session *session = painter->session;

	for (int slot = 0; slot < SEARCHES_MAX; slot++) {
		Search *search = searches_at(&session->searches, slot);

		painter->marked[slot].n = 0;
		if (search && search_looks_in(search, session->doc, text->para))
			find_matches(&painter->marked[slot], search, text);
	}
}

/* Marks the matches of a slot, `current` (or none) differently. */
static void
mark_matches(const Painter *painter, const TextRow *text, int slot,
	     Match current)
{
	const Marked *marked = &painter->marked[slot];

	for (uint32_t i = 0; i < marked->n; i++) {
		Match match = marked->matches[i];
		bool is_current = match.para == current.para
			&& match.start == current.start;

		shown_stretch(text->shown, &match.start, &match.len);
		if (match.start >= text->row.start + text->row.len)
			break;
		mark_stretch(painter, text, match,
			     is_current ? theme_match_current(slot)
					: theme_match(slot));
	}
}

/* Those of the current pattern win where they meet others. */
static void
mark_all_matches(const Painter *painter, const TextRow *text)
{
	const Session *session = painter->session;
	int last = searches_current_slot(&session->searches);
	Match current = { DOC_NONE, 0, 0 };

	for (int slot = 0; slot < SEARCHES_MAX; slot++)
		if (slot != last)
			mark_matches(painter, text, slot, current);
	if (search_state(session->search) == SEARCH_AT)
		current = search_current(session->search);
	mark_matches(painter, text, last, current);
}

static void
mark_excerpt(const Painter *painter, const TextRow *text, const Shown *shown)
{
	const Excerpt *excerpt = &painter->session->excerpt;
	Match stretch;

	if (!excerpt->on)
		return;
	stretch = excerpt_in_para(excerpt, painter->doc, text->para, shown);
	if (stretch.len > 0)
		mark_stretch(painter, text, stretch, ROLE_SELECTION);
}

/* The number of an item in its list. */
static uint32_t
item_number(const Document *doc, ParaId para)
{
	const Para *record = doc_para(doc, para);
	uint32_t number = 1;

	while (number < ITEMS_MAX) {
		const Para *before;

		para = doc_para_prev(doc, para);
		if (para == DOC_NONE)
			break;
		before = doc_para(doc, para);
		if (before->kind != PARA_ITEM || before->turn != record->turn
		    || before->level < record->level)
			break;
		if (before->level == record->level)
			number++;
	}
	return number;
}

static void
paint_marker(const Painter *painter, const TextRow *text, int indent)
{
	Spot spot = text->spot;
	Buf number;

	if (!(doc_para(painter->doc, text->para)->flags & PARA_ORDERED)) {
		spot.col -= 2;
		spot.cols = 1;
		canvas_put(painter->canvas, spot, glyph(GLYPH_BULLET),
			   ROLE_DIM);
		return;
	}
	buf_init(&number, 64);
	buf_appendf(&number, "%u.", item_number(painter->doc, text->para));
	spot.col -= indent;
	spot.cols = indent - 1;
	canvas_put_right(painter->canvas, spot, buf_slice(&number), ROLE_DIM);
	buf_done(&number);
}

/* The text of a row, a piece between two gaps at a time. */
static void
put_pieces(const Painter *painter, const TextRow *text, Role role)
{
	const Spread *spread = text->spread;
	uint32_t at = text->row.start, end = at + text->row.shown_len;

	for (uint32_t i = 0; i <= spread->n_gaps; i++) {
		uint32_t to = i < spread->n_gaps ? spread->gaps[i].byte : end;
		Spot spot = text->spot;
		int col = (int)spread_col(spread, at);

		spot.col += col;
		spot.cols -= col;
		canvas_put(painter->canvas, spot,
			   slice_sub(spread->text, at, to - at), role);
		at = to;
	}
}

static void
paint_text(Painter *painter, int row, const Line *line)
{
	const Shown *shown = layout_shown(painter->session->layout, line->para);
	const LayoutShape *shape = &painter->shape;
	int cols = shape->text_cols - line->indent;
	int hang = shape->flags & WRAP_HANG ? WRAP_HANG_COLS : 0;
	Spread spread;
	TextRow text = {
		.spot = spot_at(painter, row, shape->text_col + line->indent,
				cols + hang),
		.row = line->row,
		.para = line->para,
		.shown = shown,
		.spread = &spread,
	};

	spread_row(shown->text, &line->row,
		   (WrapStyle){ (uint32_t)cols, shape->flags }, &spread);
	put_pieces(painter, &text,
		   base_role(doc_para(painter->doc, line->para)));
	if (painter->para != line->para) {
		painter->para = line->para;
		painter->first_span = 0;
		find_all_matches(painter, &text);
	}
	mark_spans(painter, &text);
	mark_all_matches(painter, &text);
	mark_excerpt(painter, &text, shown);
	if (line->starts_item)
		paint_marker(painter, &text, line->indent);
}

/* The first paragraph of a turn has its time at the name. */
static bool
begins_turn(const Document *doc, ParaId para)
{
	TurnId turn = doc_para(doc, para)->turn;

	return turn != DOC_NONE && doc_turn(doc, turn)->first == para;
}

static void
paint_line(Painter *painter, int row, const Line *line)
{
	paint_bar(painter, row, line);
	if (line->starts_turn)
		paint_name(painter, row, line);
	if (line->kind != LINE_TEXT)
		return;
	paint_text(painter, row, line);
	if (line->index == 0 && !begins_turn(painter->doc, line->para))
		paint_time(painter, row,
			   doc_para_time(painter->doc, line->para));
}

/* Notes which bytes are on the screen; what no row shows is with the first. */
static void
note_seen(App *app, const Line *lines, int n)
{
	Session *session = app_session(app);
	Anchor from, to;

	app->seen = (Seen){ 0, 0 };
	if (!n)
		return;
	from = layout_anchor(session->layout, &lines[0]);
	to = layout_anchor(session->layout, &lines[n - 1]);
	app->seen.from = doc_anchor_off(session->doc, from);
	app->seen.to = doc_anchor_off(session->doc, to);
	if (lines[n - 1].kind == LINE_TEXT)
		app->seen.to += lines[n - 1].row.len;
	if (from.para == 0 && from.byte == 0)
		app->seen.from = 0;
}

/* Where a screen reader reads on: at the current turn. */
static void
place_cursor(const Painter *painter, const Line *lines, int n)
{
	int row = 0;

	while (row < n && !is_of_current_turn(painter, &lines[row]))
		row++;
	canvas_set_cursor(painter->canvas,
			  painter->area.row + (row < n ? row : 0),
			  painter->area.col + painter->shape.text_col);
}

static void
dialogue_paint(App *app, Canvas *canvas, Rect area)
{
	Session *session = app_session(app);
	Painter painter = {
		.session = session,
		.doc = session->doc,
		.canvas = canvas,
		.area = area,
		.shape = app->geometry.shape,
		.times = app->times,
		.plain = app->geometry.plain,
		.para = DOC_NONE,
	};
	Line *lines = mem_realloc_array(NULL, (size_t)area.rows, sizeof(*lines));
	int n = view_lines(&session->view, lines, area.rows);

	note_seen(app, lines, n);
	for (int i = 0; i < n; i++)
		paint_line(&painter, i, &lines[i]);
	if (painter.plain)
		place_cursor(&painter, lines, n);
	if (!n && session->doc->complete)
		canvas_put_cut(canvas,
			       spot_at(&painter, 0, painter.shape.text_col,
				       painter.shape.text_cols),
			       slice_from(_("there is nothing to read here")),
			       ROLE_DIM);
	for (int slot = 0; slot < SEARCHES_MAX; slot++)
		mem_free(painter.marked[slot].matches);
	mem_free(lines);
}

void
dialogue_paint_carried(App *app, Canvas *canvas, Rect area)
{
	Session *session = app_session(app);
	TurnId turn = view_carried_turn(&session->view);
	Painter painter = {
		.session = session,
		.doc = session->doc,
		.canvas = canvas,
		.area = area,
		.shape = app->geometry.shape,
	};
	int col = painter.shape.text_col;

	if (turn == DOC_NONE)
		return;
	if (painter.shape.name_cols)
		paint_name_beside(&painter, 0, turn, ROLE_DIM);
	else
		col += paint_name_above(&painter, 0, turn, ROLE_DIM) + 2;
	canvas_put(canvas, spot_at(&painter, 0, col, area.cols - col),
		   SLICE("…"), ROLE_DIM);
}

const Pane pane_dialogue = { .paint = dialogue_paint, .key = NULL };
