#include "reading/view.h"

#include "reading/view_inner.h"

Place
view_here(const View *view)
{
	return (Place){
		.off = view_has_paras(view)
			? doc_anchor_off(view->doc, view->top) : 0,
		.part = view->top.part,
	};
}

Anchor
view_anchor_at(const View *view, Place place)
{
	Anchor anchor = doc_anchor_at(view->doc, place.off);

	if (anchor.byte == 0)
		anchor.part = place.part;
	return anchor;
}

long
view_back(View *view, Line *line, long n)
{
	long moved = 0;

	while (moved < n && layout_prev(view->layout, line))
		moved++;
	return moved;
}

static long
step_forward(View *view, Line *line, long n)
{
	long moved = 0;

	while (moved < n && layout_next(view->layout, line))
		moved++;
	return moved;
}

bool
view_last_page(View *view, Line *ret)
{
	if (!layout_last(view->layout, ret))
		return false;
	view_back(view, ret, view->rows - 1);
	return true;
}

bool
view_top_line(View *view, Line *ret)
{
	if (!layout_at(view->layout, view->top, ret))
		return false;
	if (ret->para < doc_para_head(view->doc, view->top.para))
		view_last_page(view, ret);
	if (view->held.on)
		view_shift_to_held(view, ret);
	return true;
}

/* The nearest turn to `near` that has a row on the screen, or DOC_NONE. */
static TurnId
nearest_on_screen(View *view, Line line, TurnId near)
{
	TurnId best = DOC_NONE;
	uint32_t best_far = UINT32_MAX;
	int row = 0;

	do {
		TurnId turn = doc_para(view->doc, line.para)->turn;

		if (line.kind == LINE_GAP || turn == DOC_NONE)
			continue;
		if (near == DOC_NONE)
			return turn;
		uint32_t far = turn > near ? turn - near : near - turn;

		if (far < best_far) {
			best_far = far;
			best = turn;
		}
	} while (++row < view->rows && layout_next(view->layout, &line));
	return best;
}

static bool
is_shown_turn(const View *view, TurnId turn)
{
	return filter_shows_turn(view->filter, view->doc, turn);
}

/* The next shown turn at or after a paragraph, or the last one before. */
static TurnId
turn_around(const View *view, ParaId para)
{
	TurnId from = doc_turn_from(view->doc, para);

	for (TurnId turn = from; turn < doc_n_turns(view->doc); turn++)
		if (is_shown_turn(view, turn))
			return turn;
	for (TurnId turn = from; turn > 0; turn--)
		if (is_shown_turn(view, turn - 1))
			return turn - 1;
	return DOC_NONE;
}

TurnId
view_turn_for(const View *view, ParaId para)
{
	TurnId turn = doc_para(view->doc, para)->turn;
	ChapterId chapter = doc_chapter_at(view->doc, para);

	if (turn == DOC_NONE && chapter != DOC_NONE)
		turn = doc_chapter_first_turn(view->doc, chapter);
	return turn != DOC_NONE ? turn : turn_around(view, para);
}

/* Makes the current turn what the rule says, from what one chose. */
static void
settle(View *view)
{
	Line top;

	if (view->doc == NULL || !view_top_line(view, &top)) {
		view->current = DOC_NONE;
		return;
	}
	TurnId near = nearest_on_screen(view, top, view->chosen);

	view->current = near != DOC_NONE ? near
		: turn_around(view, top.para);
}

/* The same after a movement. */
static void
choose(View *view, TurnId current)
{
	view->chosen = current;
	settle(view);
	view->chosen = view->current;
}

bool
view_arrive(View *view, Anchor top, TurnId current)
{
	Line before, after;
	Anchor was_top = view->top;
	TurnId was_current = view->current;
	ViewHeld was_held = view->held;

	view->goal = GOAL_NONE;
	if (!view_has_paras(view) || !view_top_line(view, &before))
		return false;
	view->held.on = false;
	view->top = top;
	choose(view, current);
	view_top_line(view, &after);
	if (layout_compare(&before, &after) != 0
	    || view->current != was_current || top.para != was_top.para)
		return true;
	view->top = was_top;
	view->held = was_held;
	return false;
}

bool
view_jump_to(View *view, Anchor top, TurnId current)
{
	Place here = view_here(view);

	if (!view_arrive(view, top, current))
		return false;
	jumps_remember(&view->jumps, here);
	return true;
}

void
view_init(View *view, Filter *filter, Layout *layout)
{
	*view = (View){
		.filter = filter,
		.layout = layout,
		.current = DOC_NONE,
		.chosen = DOC_NONE,
		.rows = 1,
	};
	jumps_init(&view->jumps);
}

/* The current turn's place, or 0. */
static TextOff
current_off(const View *view)
{
	if (view->current == DOC_NONE)
		return 0;
	ParaId first = doc_turn(view->doc, view->current)->first;

	return doc_anchor_off(view->doc, view_start_of(first));
}

/* Takes the places over into a new generation of the same text. */
static void
carry_over(View *view, const Document *doc)
{
	Place top = view_here(view);
	TextOff current = current_off(view);

	view->doc = doc;
	view->top = (Anchor){ .part = ANCHOR_GAP };
	view->current = DOC_NONE;
	if (!view_is_reached(view, top.off)) {
		if (view->goal == GOAL_NONE && top.off > 0) {
			view->goal = GOAL_OFFSET;
			view->goal_value = top.off;
			view->goal_part = top.part;
		}
		return;
	}
	view->top = view_anchor_at(view, top);
	view->current = view_turn_for(view, doc_anchor_at(doc, current).para);
}

void
view_set_document(View *view, const Document *doc)
{
	const Document *old = view->doc;
	bool same_text = old != NULL && doc != NULL && old->text == doc->text;

	view->held.on = false;
	if (same_text) {
		carry_over(view, doc);
	} else {
		view->doc = doc;
		view->top = (Anchor){ .part = ANCHOR_GAP };
		view->current = DOC_NONE;
		view->goal = GOAL_NONE;
		jumps_init(&view->jumps);
	}
	LayoutShape shape = layout_current_shape(view->layout);

	layout_set(view->layout, NULL, NULL, shape);
	layout_set(view->layout, doc, view->filter, shape);
	choose(view, view->current);
}

void
view_choose_turn(View *view, TurnId turn)
{
	view->goal = GOAL_NONE;
	choose(view, turn);
}

void
view_resize(View *view, int rows, LayoutShape shape)
{
	view->rows = rows > 0 ? rows : 1;
	layout_set(view->layout, view->doc, view->filter, shape);
	settle(view);
}

int
view_lines(View *view, Line *ret, int max)
{
	Line line;
	int n = 0;

	settle(view);
	if (max <= 0 || !view_top_line(view, &line))
		return 0;
	do
		ret[n++] = line;
	while (n < max && n < view->rows && layout_next(view->layout, &line));
	return n;
}

bool
view_unhide(View *view, ParaId para)
{
	return !filter_shows(view->filter, view->doc, para)
		&& filter_switch(view->filter, view->doc, false);
}

static long
scroll_forward(View *view, Line *top, long n)
{
	Line bottom = *top;
	long moved = 0;

	if (step_forward(view, &bottom, view->rows - 1) < view->rows - 1)
		return 0;
	for (; moved < n && layout_next(view->layout, &bottom); moved++)
		layout_next(view->layout, top);
	return moved;
}

bool
view_scroll(View *view, long n)
{
	Line top;
	long moved;

	view->goal = GOAL_NONE;
	if (view->doc == NULL || !view_top_line(view, &top))
		return false;
	if (n > VIEW_SCROLL_MAX)
		n = VIEW_SCROLL_MAX;
	if (n < -VIEW_SCROLL_MAX)
		n = -VIEW_SCROLL_MAX;
	moved = n > 0 ? scroll_forward(view, &top, n)
		: view_back(view, &top, -n);
	if (moved == 0)
		return false;
	view->top = layout_anchor(view->layout, &top);
	view->held.on = false;
	choose(view, view->current);
	return true;
}

/* `n` times `rows`, at least one row each. */
static bool
scroll_by(View *view, long n, int rows)
{
	if (n > VIEW_SCROLL_MAX)
		n = VIEW_SCROLL_MAX;
	if (n < -VIEW_SCROLL_MAX)
		n = -VIEW_SCROLL_MAX;
	return view_scroll(view, n * (rows > 0 ? rows : 1));
}

bool
view_half_page(View *view, long n)
{
	return scroll_by(view, n, view->rows / 2);
}

bool
view_page(View *view, long n)
{
	return scroll_by(view, n, view->rows - 1);
}

ViewPlace
view_place(const View *view)
{
	return (ViewPlace){
		.doc = view->doc,
		.generation = view->doc ? view->doc->generation : 0,
		.place = view_here(view),
		.top = view->top,
		.held = view->held,
		.current = view->current,
		.jumps = jumps_mark(&view->jumps),
	};
}

/* What it was in another document is where its offset is in this one. */
static void
carry_place(const View *view, ViewPlace *place)
{
	const Document *doc = view->doc;

	if (doc && place->doc == doc && place->generation == doc->generation)
		return;
	place->held.on = false;
	if (!view_has_paras(view))
		return;
	place->top = view_anchor_at(view, place->place);
	place->current = view_turn_for(view, place->top.para);
}

void
view_restore(View *view, ViewPlace place)
{
	carry_place(view, &place);
	view->top = place.top;
	view->held = place.held;
	view->goal = GOAL_NONE;
	jumps_rewind(&view->jumps, place.jumps);
	choose(view, place.current);
}

void
view_jumped_from(View *view, ViewPlace place)
{
	Place here = view_here(view);

	jumps_rewind(&view->jumps, place.jumps);
	if (here.off != place.place.off || here.part != place.place.part)
		jumps_remember(&view->jumps, place.place);
}

/* The text offset behind a line. */
static TextOff
off_behind(View *view, const Line *line)
{
	Anchor anchor = { .para = line->para, .part = ANCHOR_TEXT };

	if (line->kind == LINE_TEXT)
		anchor.byte = shown_to_source(
			layout_shown(view->layout, line->para),
			line->row.start + line->row.len);
	return doc_anchor_off(view->doc, anchor);
}

/* True where nothing stands behind the paragraph, be it hidden. */
static bool
is_last(const View *view, ParaId para)
{
	return view->doc->complete
		&& (!filter_is_active(view->filter, view->doc)
		    || para + 1 == doc_n_paras(view->doc));
}

int
view_percent(View *view)
{
	Line line;

	if (view->doc == NULL || !view_top_line(view, &line))
		return 100;
	bool at_end = step_forward(view, &line, view->rows) < view->rows;
	TextOff total = view_end_off(view);

	if (at_end && is_last(view, line.para))
		return 100;
	if (!at_end)
		layout_prev(view->layout, &line);
	if (total == 0)
		return 0;
	TextOff percent = off_behind(view, &line) * 100 / total;

	return percent < 99 ? (int)percent : 99;
}

TurnId
view_carried_turn(View *view)
{
	Line line;
	int row = 0;

	if (view->doc == NULL || !view_top_line(view, &line))
		return DOC_NONE;
	do {
		const Para *para = doc_para(view->doc, line.para);

		if (line.starts_turn)
			return DOC_NONE;
		if (para->turn == DOC_NONE && para->kind != PARA_HEADING)
			return DOC_NONE;
		if (line.kind == LINE_TEXT && para->turn != DOC_NONE)
			return para->turn;
	} while (++row < view->rows && layout_next(view->layout, &line));
	return DOC_NONE;
}

Anchor
view_search_origin(View *view)
{
	Line line;

	if (view->doc == NULL || !view_top_line(view, &line))
		return (Anchor){ .part = ANCHOR_TEXT };
	Anchor origin = { .para = line.para, .part = ANCHOR_TEXT };

	if (line.kind == LINE_TEXT)
		origin.byte = shown_to_plain(
			layout_shown(view->layout, line.para),
			line.row.start);
	return origin;
}
