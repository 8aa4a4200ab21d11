#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/items.h"
#include "support/viewer.h"

static void
an_empty_document_stays_where_it_is(void **state)
{
	static const char keys[] = "jkdu bgG%JKLH}{][tzon'";
	Viewer *viewer = *state;

	maker_finish(&viewer->maker);
	for (const char *key = keys; *key; key++)
		assert_false(viewer_move(viewer, *key, 1));
	assert_int_equal(viewer_top(viewer), -1);
	assert_int_equal(view_percent(&viewer->view), 100);
	assert_int_equal(viewer->view.current, DOC_NONE);
	assert_int_equal(view_carried_turn(&viewer->view), DOC_NONE);
	assert_int_equal(view_search_origin(&viewer->view).para, 0);
	assert_false(view_work(&viewer->view));
}

static void
a_jump_to_what_is_hidden_switches_the_filter_off(void **state)
{
	Viewer *viewer = *state;
	bool unfiltered;

	filter_only(&viewer->filter, viewer->maker.doc, 0);
	assert_true(view_to_turn(&viewer->view, 4, &unfiltered));
	assert_false(unfiltered);
	assert_true(view_to_turn(&viewer->view, 5, &unfiltered));
	assert_true(unfiltered);
	assert_false(viewer->filter.on);
	assert_int_equal(viewer_top(viewer), 19);

	filter_only(&viewer->filter, viewer->maker.doc, 0);
	ParaId hidden = doc_turn(viewer->maker.doc, 7)->first;

	assert_true(view_to_match(&viewer->view, (Match){ hidden, 0, 5 },
				  &unfiltered));
	assert_true(unfiltered);
	assert_int_equal(viewer->view.current, 7);
}

static void
turns_that_are_hidden_are_stepped_over(void **state)
{
	Viewer *viewer = *state;

	filter_only(&viewer->filter, viewer->maker.doc, 1);
	viewer_press(viewer, "J");
	assert_int_equal(viewer->view.current, 1);
	viewer_press(viewer, "J");
	assert_int_equal(viewer->view.current, 3);
	viewer_press(viewer, "K");
	assert_int_equal(viewer->view.current, 1);
	assert_false(viewer_press(viewer, "K"));
}

static void
the_last_page_is_shown_where_all_that_follows_is_hidden(void **state)
{
	Viewer *viewer = *state;
	Line lines[9];

	viewer_press(viewer, "9t");
	filter_only(&viewer->filter, viewer->maker.doc, 0);
	assert_int_equal(view_lines(&viewer->view, lines, 9), 9);
	assert_int_equal(viewer->view.current, 8);
	filter_switch(&viewer->filter, viewer->maker.doc, false);
	assert_int_equal(viewer_top(viewer), 33);
}

static void
a_match_on_the_screen_does_not_move_it(void **state)
{
	Viewer *viewer = *state;
	const Document *doc = viewer->maker.doc;
	Match match = { doc_turn(doc, 1)->first, 1, 3 };

	assert_true(view_to_match(&viewer->view, match, NULL));
	assert_int_equal(viewer_top(viewer), 0);
	assert_int_equal(viewer->view.current, 1);
	match.para = doc_turn(doc, 5)->first;
	assert_true(view_to_match(&viewer->view, match, NULL));
	assert_int_equal(viewer_top(viewer), 17);
	assert_int_equal(viewer->view.current, 5);
	match.para = doc_turn(doc, 9)->first;
	assert_true(view_to_match(&viewer->view, match, NULL));
	assert_int_equal(viewer_top(viewer), 26);
	assert_true(view_jump(&viewer->view, 1));
	assert_int_equal(viewer_top(viewer), 17);
}

static void
an_incremental_search_leaves_no_trace(void **state)
{
	Viewer *viewer = *state;

	viewer_press(viewer, "2t");
	ViewPlace place = view_place(&viewer->view);

	for (TurnId turn = 5; turn < 10; turn++) {
		ParaId para = doc_turn(viewer->maker.doc, turn)->first;

		view_restore(&viewer->view, place);
		view_to_match(&viewer->view, (Match){ para, 0, 2 }, NULL);
	}
	view_restore(&viewer->view, place);
	assert_int_equal(viewer_top(viewer), 10);
	assert_int_equal(viewer->view.current, 2);
	assert_true(viewer_press(viewer, "o"));
	assert_int_equal(viewer_top(viewer), 0);
}

static void
what_a_held_match_shows_is_gone_back_to(void **state)
{
	Viewer *viewer = *state;
	View *view = &viewer->view;
	const Document *doc = viewer->maker.doc;
	Match near = { doc_turn(doc, 1)->first, 0, 2 };
	Match far = { doc_turn(doc, 9)->first, 0, 2 };

	view_hold(view, near);
	view_resize(view, 5, layout_current_shape(viewer->layout));
	assert_int_equal(viewer_top(viewer), 4);
	ViewPlace place = view_place(view);

	view_to_match(view, far, NULL);
	view_restore(view, place);
	assert_int_equal(viewer_top(viewer), 4);
	view_resize(view, 9, layout_current_shape(viewer->layout));
	assert_int_equal(viewer_top(viewer), 0);
}

static void
a_match_that_is_held_is_gone_to_where_it_is(void **state)
{
	Viewer *viewer = *state;
	View *view = &viewer->view;
	Match near = { doc_turn(viewer->maker.doc, 1)->first, 0, 2 };

	view_hold(view, near);
	view_resize(view, 5, layout_current_shape(viewer->layout));
	view_to_match(view, near, NULL);
	assert_int_equal(viewer_top(viewer), 4);
}

static void
a_way_through_many_places_is_one_jump(void **state)
{
	Viewer *viewer = *state;

	viewer_press(viewer, "2t");
	ViewPlace place = view_place(&viewer->view);

	view_jumped_from(&viewer->view, place);
	assert_int_equal(viewer->view.jumps.n, 1);
	for (TurnId turn = 5; turn < 10; turn++) {
		ParaId para = doc_turn(viewer->maker.doc, turn)->first;

		view_to_match(&viewer->view, (Match){ para, 0, 2 }, NULL);
		view_jumped_from(&viewer->view, place);
		assert_int_equal(viewer->view.jumps.n, 2);
	}
	assert_int_equal(viewer->view.current, 9);
	assert_true(view_jump(&viewer->view, 1));
	assert_int_equal(viewer_top(viewer), 10);
	assert_true(view_jump(&viewer->view, 1));
	assert_int_equal(viewer_top(viewer), 0);
}

static void
the_current_turn_is_kept_while_in_sight(void **state)
{
	Viewer *viewer = *state;

	viewer_press(viewer, "3t");
	assert_true(view_scroll(&viewer->view, -7));
	assert_int_equal(viewer->view.current, 3);
	assert_true(view_scroll(&viewer->view, -2));
	assert_int_equal(viewer->view.current, 2);
	viewer_press(viewer, "3t2j");
	assert_int_equal(viewer->view.current, 4);
}

static void
a_name_that_scrolled_off_is_carried(void **state)
{
	Viewer *viewer = *state;

	assert_int_equal(view_carried_turn(&viewer->view), DOC_NONE);
	viewer_press(viewer, "3t");
	assert_int_equal(view_carried_turn(&viewer->view), DOC_NONE);
	viewer_press(viewer, "j");
	assert_int_equal(view_carried_turn(&viewer->view), 3);
	viewer_press(viewer, "j");
	assert_int_equal(view_carried_turn(&viewer->view), DOC_NONE);
}

static void
a_heading_inside_a_turn_carries_its_name(void **state)
{
	Viewer *viewer = *state;
	ParaId heading = doc_chapter(viewer->maker.doc, 1)->first;

	view_to_para(&viewer->view, heading, NULL);
	assert_int_equal(view_carried_turn(&viewer->view),
			 doc_para(viewer->maker.doc, heading + 1)->turn);
	assert_int_equal(viewer->view.current,
			 doc_para(viewer->maker.doc, heading + 1)->turn);
}

static void
percent_counts_to_the_last_row(void **state)
{
	Viewer *viewer = *state;
	int last = -1;

	do {
		int percent = view_percent(&viewer->view);

		assert_true(percent >= last);
		last = percent;
	} while (view_scroll(&viewer->view, 1));
	assert_int_equal(last, 100);
}

static void
percent_counts_what_is_hidden_behind_the_last_row(void **state)
{
	Viewer *viewer = *state;

	viewer_press(viewer, "G");
	filter_only(&viewer->filter, viewer->maker.doc, 1);
	assert_int_equal(view_percent(&viewer->view), 100);
	filter_only(&viewer->filter, viewer->maker.doc, 0);
	assert_in_range(view_percent(&viewer->view), 80, 99);
}

static void
a_place_that_is_not_read_yet_is_a_goal(void **state)
{
	static const struct {
		const char *keys;
		ViewGoal goal;
		int top;	/* when all is there */
	} cases[] = {
		{ "6t", GOAL_TURN, 24 },
		{ "50%", GOAL_PERCENT, 16 },
		{ "G", GOAL_END, 26 },
		{ "100%", GOAL_PERCENT, 26 },
		{ "6tj", GOAL_NONE, 0 },
		{ "GK", GOAL_NONE, 0 },
		{ "99t", GOAL_TURN, 0 },
	};

	(void)state;
	for (size_t i = 0; i < N_ITEMS(cases); i++) {
		void *opened;

		viewer_open_empty(&opened);
		Viewer *viewer = opened;

		viewer_press(viewer, cases[i].keys);
		assert_int_equal(viewer->view.goal, cases[i].goal);
		assert_false(view_work(&viewer->view));
		viewer_make_regular(&viewer->maker);
		view_work(&viewer->view);
		assert_int_equal(viewer->view.goal, GOAL_NONE);
		assert_int_equal(viewer_top(viewer), cases[i].top);
		viewer_close(&opened);
	}
}

static void
the_end_of_what_is_there_moves_on_with_it(void **state)
{
	Viewer *viewer = *state;
	Maker *maker = &viewer->maker;

	maker_turn(maker, 0);
	for (int i = 0; i < 20; i++)
		maker_para(maker, "words");
	assert_true(viewer_press(viewer, "G"));
	assert_int_equal(viewer->view.goal, GOAL_END);
	int top = viewer_top(viewer);

	maker_para(maker, "words");
	assert_true(view_work(&viewer->view));
	assert_int_equal(viewer_top(viewer), top + 2);
	assert_true(view_percent(&viewer->view) < 100);
	viewer_press(viewer, "k");
	maker_para(maker, "words");
	assert_false(view_work(&viewer->view));
	assert_int_equal(viewer_top(viewer), top + 1);
}

static void
an_offset_is_reached_when_it_is_there(void **state)
{
	Viewer *viewer = *state;
	Maker whole;

	maker_init(&whole);
	viewer_make_regular(&whole);
	ParaId para = doc_turn(whole.doc, 5)->first;
	TextOff off = para_off(doc_para(whole.doc, para));

	assert_true(view_to_offset(&viewer->view, off, ANCHOR_NAME, NULL));
	assert_int_equal(viewer->view.goal, GOAL_OFFSET);
	viewer_make_regular(&viewer->maker);
	assert_true(view_work(&viewer->view));
	assert_int_equal(viewer_top(viewer), 19);
	assert_int_equal(viewer->view.current, 5);
	maker_done(&whole);
}

/* The same text, read with every paragraph as narration but for two turns. */
static Document *
next_generation(const Maker *maker)
{
	Document *doc = doc_new(maker->text, 1);
	TurnId turn = DOC_NONE;

	doc_add_speaker(doc, SLICE("Speaker 1"));
	for (ParaId id = 0; id < doc_n_paras(maker->doc); id++) {
		const Para *para = doc_para(maker->doc, id);

		if (para->flags & PARA_PART)
			continue;
		if (id == 4 || id == 9)
			turn = doc_add_turn(doc, 0, para->line);
		doc_add_para(doc, PARA_TEXT, turn, para_off(para), 1);
		doc_grow_para(doc, para_off(para) + para->len);
	}
	doc_close_para(doc);
	doc->complete = true;
	return doc;
}

static void
places_are_carried_into_the_next_generation(void **state)
{
	Viewer *viewer = *state;

	viewer_press(viewer, "2t5t");
	ParaId para = viewer->view.top.para;
	ViewPlace place = view_place(&viewer->view);
	Document *next = next_generation(&viewer->maker);

	view_set_document(&viewer->view, next);
	view_to_start(&viewer->view);
	view_restore(&viewer->view, place);
	assert_int_equal(viewer->view.top.para, para);
	assert_int_equal(viewer->view.current, 0);
	assert_true(viewer_press(viewer, "o"));
	assert_int_equal(viewer->view.top.para, 4);
	view_set_document(&viewer->view, viewer->maker.doc);
	doc_free(next);
}

static void
another_document_starts_at_its_first_line(void **state)
{
	Viewer *viewer = *state;
	Maker other;

	viewer_press(viewer, "2t5t");
	maker_interview(&other);
	view_set_document(&viewer->view, other.doc);
	assert_int_equal(viewer_top(viewer), 0);
	assert_int_equal(viewer->view.jumps.n, 0);
	assert_false(viewer_press(viewer, "o"));
	view_set_document(&viewer->view, NULL);
	assert_int_equal(viewer_top(viewer), -1);
	maker_done(&other);
}

static void
a_search_begins_at_the_first_row(void **state)
{
	Viewer *viewer = *state;
	Line line;

	viewer_press(viewer, "30%2j");
	view_lines(&viewer->view, &line, 1);
	Anchor origin = view_search_origin(&viewer->view);

	assert_int_equal(origin.para, line.para);
	assert_int_equal(origin.byte, line.row.start);
}

#define IN(open, test) \
	cmocka_unit_test_setup_teardown(test, open, viewer_close)

static void
without_turns_one_goes_from_paragraph_to_paragraph(void **state)
{
	Viewer *viewer = *state;
	View *view = &viewer->view;

	for (unsigned i = 0; i < 4; i++) {
		maker_para(&viewer->maker, "nobody says who speaks");
		doc_time_para(viewer->maker.doc, i * 1000);
	}
	maker_finish(&viewer->maker);
	layout_grown(viewer->layout);
	assert_true(view_next_turn(view, 2));
	assert_int_equal(view->top.para, 2);
	assert_int_equal(view->current, DOC_NONE);
	assert_true(view_next_turn(view, 9));
	assert_int_equal(view->top.para, 3);
	assert_false(view_next_turn(view, 1));
	assert_true(view_next_turn(view, -2));
	assert_int_equal(view->top.para, 1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		IN(viewer_open_empty, an_empty_document_stays_where_it_is),
		IN(viewer_open_regular,
		   a_jump_to_what_is_hidden_switches_the_filter_off),
		IN(viewer_open_regular, turns_that_are_hidden_are_stepped_over),
		IN(viewer_open_regular,
		   the_last_page_is_shown_where_all_that_follows_is_hidden),
		IN(viewer_open_regular, a_match_on_the_screen_does_not_move_it),
		IN(viewer_open_regular, an_incremental_search_leaves_no_trace),
		IN(viewer_open_regular,
		   what_a_held_match_shows_is_gone_back_to),
		IN(viewer_open_regular,
		   a_match_that_is_held_is_gone_to_where_it_is),
		IN(viewer_open_regular, a_way_through_many_places_is_one_jump),
		IN(viewer_open_regular, the_current_turn_is_kept_while_in_sight),
		IN(viewer_open_regular, a_name_that_scrolled_off_is_carried),
		IN(viewer_open_interview, a_heading_inside_a_turn_carries_its_name),
		IN(viewer_open_interview, percent_counts_to_the_last_row),
		IN(viewer_open_regular,
		   percent_counts_what_is_hidden_behind_the_last_row),
		cmocka_unit_test(a_place_that_is_not_read_yet_is_a_goal),
		IN(viewer_open_empty,
		   without_turns_one_goes_from_paragraph_to_paragraph),
		IN(viewer_open_empty, the_end_of_what_is_there_moves_on_with_it),
		IN(viewer_open_empty, an_offset_is_reached_when_it_is_there),
		IN(viewer_open_regular, places_are_carried_into_the_next_generation),
		IN(viewer_open_regular, another_document_starts_at_its_first_line),
		IN(viewer_open_interview, a_search_begins_at_the_first_row),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
