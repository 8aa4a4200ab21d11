/*
 * The ends of the document, percents, and the places that are not read yet.
 */
#include "reading/view_inner.h"

TextOff
view_end_off(const View *view)
{
	const Para *last = doc_para(view->doc, doc_n_paras(view->doc) - 1);

	return para_off(last) + last->len;
}

bool
view_is_reached(const View *view, TextOff off)
{
	if (!view_has_paras(view))
		return false;
	return view->doc->complete || off < view_end_off(view);
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

static bool
arrive_at_percent(View *view, int percent)
{
	Line line, last;

	if (percent == 100)
		return arrive_at_end(view);
	if (!view_has_paras(view) || !view_last_page(view, &last))
		return false;
	TextOff end = view_end_off(view);
	Place place = {
		.off = end / 100 * (unsigned)percent
			+ end % 100 * (unsigned)percent / 100,
		.part = ANCHOR_NAME,
	};

	layout_at(view->layout, view_anchor_at(view, place), &line);
	if (layout_compare(&line, &last) > 0)
		line = last;
	return view_arrive(view, layout_anchor(view->layout, &line), DOC_NONE);
}

static bool
arrive_at_offset(View *view)
{
	Place place = { view->goal_value, view->goal_part };

	if (!view_is_reached(view, place.off))
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
