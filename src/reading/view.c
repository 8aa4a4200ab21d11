#include "reading/view.h"

#include "reading/view_inner.h"

static bool
has_paras(const View *view)
{
	return view->doc != NULL && doc_n_paras(view->doc) > 0;
}

Place
view_here(const View *view)
{
	return (Place){
		.off = has_paras(view)
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
		return view_last_page(view, ret);
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

/* Makes the current turn what the rule says, from what it was. */
static void
settle(View *view)
{
	Line top;

	if (view->doc == NULL || !view_top_line(view, &top)) {
		view->current = DOC_NONE;
		return;
	}
	TurnId near = nearest_on_screen(view, top, view->current);

	view->current = near != DOC_NONE ? near
		: turn_around(view, top.para);
}

bool
view_arrive(View *view, Anchor top, TurnId current)
{
	Line before, after;
	Anchor was_top = view->top;
	TurnId was_current = view->current;

	view->goal = GOAL_NONE;
	if (!has_paras(view) || !view_top_line(view, &before))
		return false;
	view->top = top;
	view->current = current;
	settle(view);
	view_top_line(view, &after);
	if (layout_compare(&before, &after) != 0
	    || view->current != was_current || top.para != was_top.para)
		return true;
	view->top = was_top;
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
		.rows = 1,
	};
	jumps_init(&view->jumps);
}

/* True where the text at `off` is in the document, or never will be. */
static bool
is_reached(const View *view, TextOff off)
{
	const Document *doc = view->doc;

	if (!has_paras(view) || doc->complete)
		return has_paras(view);
	const Para *last = doc_para(doc, doc_n_paras(doc) - 1);

	return off < para_off(last) + last->len;
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
	if (!is_reached(view, top.off)) {
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
	settle(view);
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

static bool
work_turn(View *view)
{
	const Document *doc = view->doc;
	TurnId turn = (TurnId)view->goal_value;

	if (view->goal_value >= doc_n_turns(doc)
	    || doc_turn(doc, turn)->first >= doc_n_paras(doc))
		return false;
	ParaId first = doc_turn(doc, turn)->first;

	view_unhide(view, first);
	return view_arrive(view, view_start_of(first), turn);
}

static bool
arrive_at_end(View *view)
{
	Line line;

	if (view->doc == NULL || !view_last_page(view, &line))
		return false;
	return view_arrive(view, layout_anchor(view->layout, &line),
			   doc_n_turns(view->doc) - 1);
}

/* The bytes of the document so far. */
static TextOff
end_off(const Document *doc)
{
	const Para *last = doc_para(doc, doc_n_paras(doc) - 1);

	return para_off(last) + last->len;
}

static bool
arrive_at_percent(View *view, int percent)
{
	Line line, last;

	if (!has_paras(view) || !view_last_page(view, &last))
		return false;
	Place place = { .part = ANCHOR_NAME };

	place.off = end_off(view->doc) / 100 * (unsigned)percent
		+ end_off(view->doc) % 100 * (unsigned)percent / 100;
	layout_at(view->layout, view_anchor_at(view, place), &line);
	if (layout_compare(&line, &last) > 0)
		line = last;
	return view_arrive(view, layout_anchor(view->layout, &line), DOC_NONE);
}

static bool
arrive_at_offset(View *view)
{
	Place place = { view->goal_value, view->goal_part };

	if (!is_reached(view, place.off))
		return false;
	Anchor anchor = view_anchor_at(view, place);

	return view_arrive(view, anchor, view_turn_for(view, anchor.para));
}

static bool
work_end(View *view)
{
	bool moved = arrive_at_end(view);

	view->goal = GOAL_END;
	return moved;
}

static bool
work_goal(View *view)
{
	switch (view->goal) {
	case GOAL_NONE:
		return false;
	case GOAL_TURN:
		return work_turn(view);
	case GOAL_OFFSET:
		return arrive_at_offset(view);
	case GOAL_PERCENT:
		return view->doc->complete
			&& arrive_at_percent(view, (int)view->goal_value);
	case GOAL_END:
		return work_end(view);
	}
	return false;
}

bool
view_work(View *view)
{
	bool moved;

	if (view->doc == NULL || view->goal == GOAL_NONE)
		return false;
	moved = work_goal(view);
	if (view->doc->complete)
		view->goal = GOAL_NONE;
	return moved;
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
	settle(view);
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

bool
view_to_start(View *view)
{
	return view_jump_to(view, (Anchor){ .part = ANCHOR_GAP }, DOC_NONE);
}

/* Remembers `here` where a jump to a goal moved, or will. */
static bool
aim(View *view, Place here, bool moved, ViewGoal goal)
{
	bool waits = view->doc != NULL && !view->doc->complete;

	view->goal = waits ? goal : GOAL_NONE;
	if (moved || waits)
		jumps_remember(&view->jumps, here);
	return moved || waits;
}

bool
view_to_end(View *view)
{
	Place here = view_here(view);

	return aim(view, here, arrive_at_end(view), GOAL_END);
}

bool
view_to_percent(View *view, int percent)
{
	Place here = view_here(view);
	bool moved;

	if (percent < 0)
		percent = 0;
	if (percent > 100)
		percent = 100;
	moved = arrive_at_percent(view, percent);
	view->goal_value = (uint64_t)percent;
	return aim(view, here, moved, GOAL_PERCENT);
}

ViewPlace
view_place(const View *view)
{
	return (ViewPlace){
		.top = view->top,
		.current = view->current,
		.jumps = jumps_mark(&view->jumps),
	};
}

void
view_restore(View *view, ViewPlace place)
{
	view->top = place.top;
	view->current = place.current;
	view->goal = GOAL_NONE;
	jumps_rewind(&view->jumps, place.jumps);
	settle(view);
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

int
view_percent(View *view)
{
	Line line;

	if (view->doc == NULL || !view_top_line(view, &line))
		return 100;
	bool at_end = step_forward(view, &line, view->rows) < view->rows;
	TextOff total = end_off(view->doc);

	if (at_end && view->doc->complete)
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
	return (Anchor){
		.para = line.para,
		.byte = line.kind == LINE_TEXT ? line.row.start : 0,
		.part = ANCHOR_TEXT,
	};
}
