/*
 * Movements of the view that put a place on the screen: the next turn, the
 * turn of a number, a match, a place of the jump list.
 */
#include "reading/view_inner.h"

/* Whether a walk over turns stops at `turn`. */
typedef bool
(*TurnTest)(const View *view, TurnId turn);

/* True where the turn is shown and has a paragraph to go to. */
static bool
is_readable(const View *view, TurnId turn)
{
	ParaId first = doc_turn(view->doc, turn)->first;

	return first < doc_n_paras(view->doc)
		&& doc_para(view->doc, first)->turn == turn
		&& filter_shows_turn(view->filter, view->doc, turn);
}

/* True where it is readable and shares a speaker with the current turn. */
static bool
is_of_speaker(const View *view, TurnId turn)
{
	SpeakerId ids[64];
	uint32_t n = doc_turn_speakers(view->doc, view->current, ids, 64);

	if (!is_readable(view, turn))
		return false;
	for (uint32_t i = 0; i < n && i < 64; i++)
		if (doc_turn_has(view->doc, turn, ids[i]))
			return true;
	return false;
}

/* The `n`th turn from the current one that passes, or the last that does. */
static TurnId
walk_turns(const View *view, long n, TurnTest passes)
{
	TurnId found = DOC_NONE;
	uint32_t count = doc_n_turns(view->doc);
	long dir = n < 0 ? -1 : 1;

	for (long turn = (long)view->current + dir;
	     n != 0 && turn >= 0 && turn < (long)count; turn += dir) {
		if (!passes(view, (TurnId)turn))
			continue;
		found = (TurnId)turn;
		n -= dir;
	}
	return found;
}

/* True where the first row is behind the start of a paragraph. */
static bool
is_past(View *view, ParaId para)
{
	Line top, start;

	return view_top_line(view, &top)
		&& layout_at(view->layout, view_start_of(para), &start)
		&& layout_compare(&top, &start) > 0;
}

static bool
arrive_at_turn(View *view, TurnId turn)
{
	if (turn == DOC_NONE)
		return false;
	return view_arrive(view,
			   view_start_of(doc_turn(view->doc, turn)->first),
			   turn);
}

bool
view_next_turn(View *view, long n)
{
	TurnId to = DOC_NONE;
	TurnId before;

	if (view->doc != NULL && doc_n_turns(view->doc) == 0)
		return view_next_para(view, n);
	view->goal = GOAL_NONE;
	if (view->doc == NULL || view->current == DOC_NONE)
		return false;
	if (n < 0 && is_readable(view, view->current)
	    && is_past(view, doc_turn(view->doc, view->current)->first)) {
		to = view->current;
		n++;
	}
	before = walk_turns(view, n, is_readable);
	return arrive_at_turn(view, before != DOC_NONE ? before : to);
}

bool
view_next_of_speaker(View *view, long n)
{
	view->goal = GOAL_NONE;
	if (view->doc == NULL || view->current == DOC_NONE)
		return false;
	return arrive_at_turn(view, walk_turns(view, n, is_of_speaker));
}

static ParaId
step_para(const View *view, ParaId para, long dir)
{
	return dir > 0 ? filter_next(view->filter, view->doc,
				     doc_para_next(view->doc, para))
		       : filter_prev(view->filter, view->doc,
				     doc_para_prev(view->doc, para));
}

/* The `n`th shown paragraph from `para`, or as far as there are. */
static ParaId
walk_paras(const View *view, ParaId para, long n)
{
	long dir = n < 0 ? -1 : 1;

	for (; n != 0; n -= dir) {
		ParaId next = step_para(view, para, dir);

		if (next == DOC_NONE)
			break;
		para = next;
	}
	return para;
}

bool
view_next_para(View *view, long n)
{
	Line top;
	ParaId to;
	TurnId turn;

	view->goal = GOAL_NONE;
	if (view->doc == NULL || !view_top_line(view, &top))
		return false;
	if (n < 0 && is_past(view, top.para))
		n++;
	to = walk_paras(view, top.para, n);
	if (to == top.para && !is_past(view, to))
		return false;
	turn = doc_para(view->doc, to)->turn;
	return view_arrive(view, view_start_of(to),
			   turn != DOC_NONE ? turn : view->current);
}

/* Entries that have a paragraph. */
static long
count_entries(const View *view, const Outline *outline)
{
	uint32_t n = outline_count(outline);

	while (n > 0
	       && outline_para(outline, n - 1) >= doc_n_paras(view->doc))
		n--;
	return (long)n;
}

/* True where something of what entry `i` of `n` stands for is shown. */
static bool
shows_entry(const View *view, const Outline *outline, long i, long n)
{
	ParaId para = filter_next(view->filter, view->doc,
				  outline_para(outline, (uint32_t)i));

	return para != DOC_NONE
		&& (i + 1 == n
		    || para < outline_para(outline, (uint32_t)i + 1));
}

/* The `n`th such entry from entry `i`, or the last that is one; -1: none. */
static long
walk_entries(const View *view, const Outline *outline, long i, long n)
{
	long entries = count_entries(view, outline);
	long dir = n < 0 ? -1 : 1;
	long found = -1;

	for (i += dir; n != 0 && i >= 0 && i < entries; i += dir) {
		if (!shows_entry(view, outline, i, entries))
			continue;
		found = i;
		n -= dir;
	}
	return found;
}

bool
view_next_entry(View *view, const Outline *outline, long n)
{
	long present, found, to = -1;
	ParaId para;
	uint32_t at;

	view->goal = GOAL_NONE;
	if (!view_has_paras(view))
		return false;
	at = outline_at(outline, view->top.para);
	present = at == DOC_NONE ? -1 : (long)at;
	if (n < 0 && present >= 0
	    && is_past(view, outline_para(outline, at))) {
		to = present;
		n++;
	}
	found = walk_entries(view, outline, present, n);
	if (found >= 0)
		to = found;
	if (to < 0)
		return false;
	para = outline_para(outline, (uint32_t)to);
	return view_jump_to(view, view_start_of(para),
			    view_turn_for(view, para));
}

static void
unhide(View *view, ParaId para, bool *ret_unfiltered)
{
	bool was_hidden = view_unhide(view, para);

	if (ret_unfiltered != NULL)
		*ret_unfiltered = was_hidden;
}

/* A place that is not there yet; false where it never will be. */
static bool
wait_for(View *view, ViewGoal goal, uint64_t value)
{
	if (view->doc == NULL || view->doc->complete)
		return false;
	jumps_remember(&view->jumps, view_here(view));
	view->goal = goal;
	view->goal_value = value;
	return true;
}

static void
clear_flag(bool *ret)
{
	if (ret != NULL)
		*ret = false;
}

static bool
has_turn_text(const View *view, TurnId turn)
{
	return view->doc != NULL && turn < doc_n_turns(view->doc)
		&& doc_turn(view->doc, turn)->first < doc_n_paras(view->doc);
}

bool
view_to_turn(View *view, TurnId turn, bool *ret_unfiltered)
{
	clear_flag(ret_unfiltered);
	view->goal = GOAL_NONE;
	if (!has_turn_text(view, turn))
		return wait_for(view, GOAL_TURN, turn);
	ParaId first = doc_turn(view->doc, turn)->first;

	unhide(view, first, ret_unfiltered);
	view_jump_to(view, view_start_of(first), turn);
	return true;
}

bool
view_to_para(View *view, ParaId para, bool *ret_unfiltered)
{
	clear_flag(ret_unfiltered);
	view->goal = GOAL_NONE;
	if (view->doc == NULL || para >= doc_n_paras(view->doc))
		return false;
	para = doc_para_head(view->doc, para);
	unhide(view, para, ret_unfiltered);
	view_jump_to(view, view_start_of(para), view_turn_for(view, para));
	return true;
}

bool
view_to_offset(View *view, TextOff off, AnchorPart part, bool *ret_unfiltered)
{
	clear_flag(ret_unfiltered);
	view->goal = GOAL_NONE;
	if (!view_is_reached(view, off)) {
		view->goal_part = part;
		return wait_for(view, GOAL_OFFSET, off);
	}
	Anchor anchor = view_anchor_at(view, (Place){ off, part });

	unhide(view, anchor.para, ret_unfiltered);
	view_jump_to(view, anchor, view_turn_for(view, anchor.para));
	return true;
}

/* From the first byte of a match to its last. */
static ViewHeld
stretch_of(View *view, Match match)
{
	uint32_t last = match.start + (match.len > 0 ? match.len - 1 : 0);
	ParaId para = doc_para_head(view->doc, match.para);
	const Shown *shown = layout_shown(view->layout, para);
	Anchor anchor = { .para = para, .part = ANCHOR_TEXT };
	ViewHeld stretch = { true, anchor, anchor };

	stretch.first.byte = shown_to_source(
		shown, shown_from_plain(shown, match.start));
	stretch.last.byte = shown_to_source(
		shown, shown_from_plain(shown, last));
	return stretch;
}

/* The first of its rows and the last. */
static bool
lines_of(View *view, const ViewHeld *stretch, Line *ret_first, Line *ret_last)
{
	return layout_at(view->layout, stretch->first, ret_first)
		&& layout_at(view->layout, stretch->last, ret_last);
}

/* True where `last` is on the screen, or above, with `line` on the first row. */
static bool
is_within(View *view, Line line, const Line *last)
{
	for (int row = 1; row < view->rows; row++)
		if (layout_compare(&line, last) >= 0
		    || !layout_next(view->layout, &line))
			break;
	return layout_compare(&line, last) >= 0;
}

/* True where the lines from `first` to `last` are on the screen. */
static bool
is_on_screen(View *view, const Line *first, const Line *last)
{
	Line top;

	return view_top_line(view, &top) && layout_compare(first, &top) >= 0
		&& is_within(view, top, last);
}

void
view_shift_to_held(View *view, Line *top)
{
	const ViewHeld *held = &view->held;
	Line first, last;

	if (!filter_shows(view->filter, view->doc, held->first.para)
	    || !lines_of(view, held, &first, &last))
		return;
	if (!is_within(view, *top, &last)) {
		*top = last;
		view_back(view, top, view->rows - 1);
	}
	if (layout_compare(&first, top) < 0)
		*top = first;
}

bool
view_shows_para(View *view, ParaId para)
{
	Line line;
	int row = 0;

	if (view->doc == NULL || !view_top_line(view, &line))
		return false;
	para = doc_para_head(view->doc, para);
	while (line.para != para || line.kind != LINE_TEXT)
		if (++row >= view->rows || !layout_next(view->layout, &line))
			return false;
	return true;
}

void
view_hold(View *view, Match match)
{
	ViewHeld stretch;
	Line first, last;

	if (!view_shows_para(view, match.para))
		return;
	stretch = stretch_of(view, match);
	if (lines_of(view, &stretch, &first, &last)
	    && is_on_screen(view, &first, &last))
		view->held = stretch;
}

/*
 * Where the first row has to be to have a match in the upper third, with the
 * context before it, and all of it on the screen.
 */
static Anchor
top_for(View *view, const Line *first, const Line *last)
{
	long above = view->rows / 3;
	long height = (long)last->index - (long)first->index + 1;
	Line line = *first;
	Line page;

	if (above > view->rows - height)
		above = height < view->rows ? view->rows - height : 0;
	view_back(view, &line, above);
	if (view_last_page(view, &page) && layout_compare(&line, &page) > 0)
		line = page;
	return layout_anchor(view->layout, &line);
}

bool
view_to_match(View *view, Match match, bool *ret_unfiltered)
{
	ViewHeld stretch;
	Line first, last;
	ParaId para;

	clear_flag(ret_unfiltered);
	view->goal = GOAL_NONE;
	if (view->doc == NULL || match.para >= doc_n_paras(view->doc))
		return false;
	para = doc_para_head(view->doc, match.para);
	unhide(view, para, ret_unfiltered);
	stretch = stretch_of(view, match);
	if (!lines_of(view, &stretch, &first, &last))
		return false;
	Anchor top = view->top;

	if (!is_on_screen(view, &first, &last))
		top = top_for(view, &first, &last);
	else if (view->held.on && view_top_line(view, &first))
		top = layout_anchor(view->layout, &first);
	view_jump_to(view, top, view_turn_for(view, para));
	return true;
}

bool
view_align(View *view, ViewAlign align)
{
	Line line;
	long above = 0;

	view->goal = GOAL_NONE;
	if (view->doc == NULL || view->current == DOC_NONE
	    || !layout_turn(view->layout, view->current, &line))
		return false;
	if (align == ALIGN_MIDDLE)
		above = view->rows / 2;
	else if (align == ALIGN_BOTTOM)
		above = view->rows - 1;
	view_back(view, &line, above);
	return view_arrive(view, layout_anchor(view->layout, &line),
			   view->current);
}

static bool
arrive_at_place(View *view, Place place)
{
	Anchor anchor = view_anchor_at(view, place);

	view_arrive(view, anchor, view_turn_for(view, anchor.para));
	return true;
}

bool
view_jump(View *view, long n)
{
	Place place;

	view->goal = GOAL_NONE;
	if (!view_has_paras(view)
	    || !jumps_go(&view->jumps, view_here(view), n, &place))
		return false;
	return arrive_at_place(view, place);
}

bool
view_jump_back(View *view)
{
	Place place;

	view->goal = GOAL_NONE;
	if (!view_has_paras(view)
	    || !jumps_back(&view->jumps, view_here(view), &place))
		return false;
	return arrive_at_place(view, place);
}
