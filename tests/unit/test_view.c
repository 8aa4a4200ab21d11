#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "reading/view.h"
#include "support/maker.h"

typedef struct Fixture {
	Maker maker;
	Filter filter;
	Layout *layout;
	View view;
} Fixture;

static Fixture *
new_fixture(void)
{
	Fixture *fix = malloc(sizeof(*fix));

	filter_init(&fix->filter);
	fix->layout = layout_new();
	view_init(&fix->view, &fix->filter, fix->layout);
	return fix;
}

static void
show(Fixture *fix, int cols, int rows)
{
	view_set_document(&fix->view, fix->maker.doc);
	view_resize(&fix->view, rows, layout_shape(cols, 68, NAMES_ABOVE));
}

/* The interview at 40 columns and 10 rows. */
static int
open_interview(void **state)
{
	Fixture *fix = new_fixture();

	maker_interview(&fix->maker);
	show(fix, 40, 10);
	*state = fix;
	return 0;
}

/*
 * Ten turns of two speakers, each a name, a row, and the gap above; a chapter
 * before turns 0 and 6, a preface.  Lines: 0 preface, 2 heading, 4 turn 0,
 * 7 turn 1, 10, 13, 16, 19 turn 5, 22 heading, 24 turn 6, … 33 turn 9, 34.
 */
static void
make_regular(Maker *maker)
{
	maker_para(maker, "preface");
	maker_chapter(maker, 2, "## one");
	for (unsigned i = 0; i < 10; i++) {
		if (i == 6)
			maker_chapter(maker, 2, "## two");
		maker_turn(maker, i % 2);
		maker_para(maker, "words");
	}
	maker_finish(maker);
}

static int
open_regular(void **state)
{
	Fixture *fix = new_fixture();

	maker_init(&fix->maker);
	make_regular(&fix->maker);
	show(fix, 40, 9);
	*state = fix;
	return 0;
}

static int
open_empty(void **state)
{
	Fixture *fix = new_fixture();

	maker_init(&fix->maker);
	show(fix, 40, 9);
	*state = fix;
	return 0;
}

static int
close_fixture(void **state)
{
	Fixture *fix = *state;

	layout_free(fix->layout);
	filter_done(&fix->filter);
	maker_done(&fix->maker);
	free(fix);
	return 0;
}

/* The number of the line on the first row, from 0; -1: nothing is shown. */
static int
top_line(Fixture *fix)
{
	Line line, top;
	int n = 0;

	if (view_lines(&fix->view, &top, 1) == 0)
		return -1;
	layout_first(fix->layout, &line);
	for (; layout_compare(&line, &top) != 0; n++)
		assert_true(layout_next(fix->layout, &line));
	return n;
}

/* One movement by its key: those of the reader, `t` a turn, `z` an align. */
static bool
move(Fixture *fix, char key, long n)
{
	View *view = &fix->view;

	switch (key) {
	case 'j': return view_scroll(view, n);
	case 'k': return view_scroll(view, -n);
	case 'd': return view_half_page(view, n);
	case 'u': return view_half_page(view, -n);
	case ' ': return view_page(view, n);
	case 'b': return view_page(view, -n);
	case 'g': return view_to_start(view);
	case 'G': return view_to_end(view);
	case '%': return view_to_percent(view, (int)n);
	case 'J': return view_next_turn(view, n);
	case 'K': return view_next_turn(view, -n);
	case 'L': return view_next_of_speaker(view, n);
	case 'H': return view_next_of_speaker(view, -n);
	case '}': return view_next_para(view, n);
	case '{': return view_next_para(view, -n);
	case ']': return view_next_entry(view, n);
	case '[': return view_next_entry(view, -n);
	case 't': return view_to_turn(view, (TurnId)n, NULL);
	case 'z': return view_align(view, (ViewAlign)n);
	case 'o': return view_jump(view, n);
	case 'n': return view_jump(view, -n);
	case '\'': return view_jump_back(view);
	default: fail_msg("no key %c", key); return false;
	}
}

static bool
press(Fixture *fix, const char *keys)
{
	bool moved = false;

	for (; *keys; keys++) {
		char *end;
		bool counted = *keys >= '0' && *keys <= '9';
		long n = strtol(keys, &end, 10);

		if (counted)
			keys = end;
		moved = move(fix, *keys, counted ? n : 1);
	}
	return moved;
}

typedef struct MoveCase {
	const char *keys;
	int top;		/* line on the first row */
	uint32_t current;
	bool moved;		/* by the last key */
} MoveCase;

static const MoveCase moves[] = {
	/* rows; the screen has 9, the document 35 */
	{ "", 0, 0, false },
	{ "j", 1, 0, true },
	{ "3j", 3, 0, true },
	{ "k", 0, 0, false },
	{ "5jk", 4, 0, true },
	{ "100j", 26, 7, true },
	{ "100jj", 26, 7, false },
	{ "G5k", 21, 7, true },
	{ "d", 4, 0, true },
	{ "du", 0, 0, true },
	{ " ", 8, 1, true },
	{ "  ", 16, 4, true },
	{ "     ", 26, 7, false },
	{ "  b", 8, 4, true },
	{ "99999999999 ", 26, 7, true },
	/* ends and percents */
	{ "G", 26, 9, true },
	{ "Gg", 0, 0, true },
	{ "g", 0, 0, false },
	{ "GG", 26, 9, false },
	{ "0%", 0, 0, false },
	{ "100%", 26, 9, true },
	{ "50%", 16, 4, true },
	/* turns; a jump may leave blank rows below the end */
	{ "J", 7, 1, true },
	{ "3J", 13, 3, true },
	{ "99J", 33, 9, true },
	{ "99JJ", 33, 9, false },
	{ "99Jj", 33, 9, false },
	{ "99Jk", 32, 9, true },
	{ "K", 0, 0, false },
	{ "3JK", 10, 2, true },
	{ "3JjK", 13, 3, true },
	{ "3Jj2K", 10, 2, true },
	{ "3JkK", 10, 2, true },
	{ "3J99K", 4, 0, true },
	{ "3J99KK", 4, 0, false },
	/* turns of the speaker */
	{ "L", 10, 2, true },
	{ "JL", 13, 3, true },
	{ "J2L", 19, 5, true },
	{ "JLH", 7, 1, true },
	{ "JH", 7, 1, false },
	/* paragraphs */
	{ "}", 2, 0, true },
	{ "2}", 4, 0, true },
	{ "3}{", 4, 0, true },
	{ "3}j{", 7, 1, true },
	{ "{", 0, 0, false },
	{ "99}", 33, 9, true },
	{ "99}}", 33, 9, false },
	/* entries of the outline */
	{ "]", 2, 0, true },
	{ "]]", 22, 6, true },
	{ "2]", 22, 6, true },
	{ "9]", 22, 6, true },
	{ "9]]", 22, 6, false },
	{ "2][", 2, 0, true },
	{ "2]j[", 22, 6, true },
	{ "2]j2[", 2, 0, true },
	{ "[", 0, 0, false },
	{ "2]9[", 2, 0, true },
	/* a turn by its number */
	{ "6t", 24, 6, true },
	{ "6t6t", 24, 6, true },
	{ "10t", 0, 0, false },
	/* the current turn to the top, the middle, the bottom */
	{ "6t0z", 24, 6, false },
	{ "6t1z", 20, 6, true },
	{ "6t2z", 16, 6, true },
	{ "6t1z0z", 24, 6, true },
	{ "2z", 0, 0, false },
	/* the jump list */
	{ "o", 0, 0, false },
	{ "6to", 0, 0, true },
	{ "6toon", 24, 6, true },
	{ "6toonn", 24, 6, false },
	{ "6t2t9to", 10, 2, true },
	{ "6t2t9too", 24, 6, true },
	{ "6t2t9t3o", 0, 0, true },
	{ "6t2t9t9o", 0, 0, true },
	{ "6t2t9t9oo", 0, 0, false },
	{ "6t2t9t3o2n", 10, 2, true },
	{ "6t2t9t3o9n", 33, 9, true },
	{ "6tjjo", 0, 0, true },
	{ "6tjjon", 26, 7, true },
	{ "JJJo", 13, 3, false },
	{ "]o", 0, 0, true },
	{ "Go", 0, 0, true },
	{ "50%o", 0, 0, true },
	/* back, and forth */
	{ "'", 0, 0, false },
	{ "6t'", 0, 0, true },
	{ "6t''", 24, 6, true },
	{ "6t2t'", 24, 6, true },
	{ "6t2t''", 10, 2, true },
};

static void
keys_lead_where_they_should(void **state)
{
	int wrong = 0;

	(void)state;
	for (size_t i = 0; i < sizeof(moves) / sizeof(moves[0]); i++) {
		const MoveCase *want = &moves[i];
		void *opened;

		open_regular(&opened);
		Fixture *fix = opened;
		bool moved = press(fix, want->keys);
		int top = top_line(fix);

		if (top != want->top || moved != want->moved
		    || fix->view.current != want->current) {
			print_error("`%s`: line %d, turn %u, moved %d\n",
				    want->keys, top, fix->view.current, moved);
			wrong++;
		}
		close_fixture(&opened);
	}
	assert_int_equal(wrong, 0);
}

static void
every_row_is_seen_once_by_pages(void **state)
{
	Fixture *fix = *state;
	Line line, seen[10];

	assert_true(layout_first(fix->layout, &line));
	for (bool more = true; more; more = view_page(&fix->view, 1)) {
		int n = view_lines(&fix->view, seen, 10);

		assert_int_equal(n, 10);
		for (int i = 0; i < n; i++) {
			if (layout_compare(&seen[i], &line) < 0)
				continue;
			assert_int_equal(layout_compare(&seen[i], &line), 0);
			layout_next(fix->layout, &line);
		}
	}
	assert_false(layout_next(fix->layout, &line));
	assert_int_equal(view_percent(&fix->view), 100);
}

static void
scrolling_back_retraces_scrolling_forward(void **state)
{
	Fixture *fix = *state;
	int n = 0;

	while (view_scroll(&fix->view, 1))
		n++;
	assert_true(n > 50);
	for (; n > 0; n--) {
		assert_int_equal(top_line(fix), n);
		assert_true(view_scroll(&fix->view, -1));
	}
	assert_false(view_scroll(&fix->view, -1));
}

static unsigned
next_random(unsigned *seed)
{
	*seed = *seed * 1103515245u + 12345u;
	return *seed >> 16 & 0x7FFF;
}

static void
resize_at_random(Fixture *fix, unsigned *seed)
{
	int cols = 5 + (int)(next_random(seed) % 200);
	int rows = 1 + (int)(next_random(seed) % 60);
	NamePlace names = (NamePlace)(next_random(seed) % 3);

	view_resize(&fix->view, rows, layout_shape(cols, 68, names));
}

static void
assert_same_anchor(Anchor a, Anchor b)
{
	assert_int_equal(a.para, b.para);
	assert_int_equal(a.byte, b.byte);
	assert_int_equal(a.part, b.part);
}

static void
resizing_and_filtering_never_change_the_anchor(void **state)
{
	static const char *const places[] = {
		"", "7j", "30%", "41%3j", "2]5j", "5t", "G", "99J", "99Jk",
	};
	Fixture *fix = *state;
	unsigned seed = 3;

	for (size_t i = 0; i < sizeof(places) / sizeof(places[0]); i++) {
		view_resize(&fix->view, 10,
			    layout_shape(40, 68, NAMES_ABOVE));
		press(fix, "g");
		press(fix, places[i]);
		Anchor top = fix->view.top;
		int line = top_line(fix);

		for (int n = 0; n < 1000; n++) {
			Line lines[60];

			resize_at_random(fix, &seed);
			if (n % 10 == 0)
				filter_toggle(&fix->filter, fix->maker.doc,
					      next_random(&seed) % 3);
			assert_true(view_lines(&fix->view, lines, 60) > 0);
			assert_same_anchor(fix->view.top, top);
		}
		filter_switch(&fix->filter, fix->maker.doc, false);
		view_resize(&fix->view, 10,
			    layout_shape(40, 68, NAMES_ABOVE));
		assert_int_equal(top_line(fix), line);
	}
}

static void
movements_never_lose_the_screen(void **state)
{
	static const char keys[] = "jkdu bgG%JKLH}{][tzon'";
	Fixture *fix = *state;
	unsigned seed = 5;

	for (int n = 0; n < 5000; n++) {
		Line lines[60];
		Anchor before = fix->view.top;
		char key = keys[next_random(&seed) % (sizeof(keys) - 1)];
		long count = next_random(&seed) % 3;

		if (next_random(&seed) % 9 == 0)
			resize_at_random(fix, &seed);
		if (next_random(&seed) % 9 == 0)
			filter_toggle(&fix->filter, fix->maker.doc,
				      next_random(&seed) % 3);
		bool moved = move(fix, key, count);

		if (!moved)
			assert_same_anchor(fix->view.top, before);
		assert_true(view_lines(&fix->view, lines, 60) > 0);
		assert_true(fix->view.current
			    < doc_n_turns(fix->maker.doc));
		int percent = view_percent(&fix->view);

		assert_true(percent >= 0 && percent <= 100);
		view_carried_turn(&fix->view);
	}
}

static void
an_empty_document_stays_where_it_is(void **state)
{
	static const char keys[] = "jkdu bgG%JKLH}{][tzon'";
	Fixture *fix = *state;

	maker_finish(&fix->maker);
	for (const char *key = keys; *key; key++)
		assert_false(move(fix, *key, 1));
	assert_int_equal(top_line(fix), -1);
	assert_int_equal(view_percent(&fix->view), 100);
	assert_int_equal(fix->view.current, DOC_NONE);
	assert_int_equal(view_carried_turn(&fix->view), DOC_NONE);
	assert_int_equal(view_search_origin(&fix->view).para, 0);
	assert_false(view_work(&fix->view));
}

static void
a_jump_to_what_is_hidden_switches_the_filter_off(void **state)
{
	Fixture *fix = *state;
	bool unfiltered;

	filter_only(&fix->filter, fix->maker.doc, 0);
	assert_true(view_to_turn(&fix->view, 4, &unfiltered));
	assert_false(unfiltered);
	assert_true(view_to_turn(&fix->view, 5, &unfiltered));
	assert_true(unfiltered);
	assert_false(fix->filter.on);
	assert_int_equal(top_line(fix), 19);

	filter_only(&fix->filter, fix->maker.doc, 0);
	ParaId hidden = doc_turn(fix->maker.doc, 7)->first;

	assert_true(view_to_match(&fix->view, (Match){ hidden, 0, 5 },
				  &unfiltered));
	assert_true(unfiltered);
	assert_int_equal(fix->view.current, 7);
}

static void
turns_that_are_hidden_are_stepped_over(void **state)
{
	Fixture *fix = *state;

	filter_only(&fix->filter, fix->maker.doc, 1);
	press(fix, "J");
	assert_int_equal(fix->view.current, 1);
	press(fix, "J");
	assert_int_equal(fix->view.current, 3);
	press(fix, "K");
	assert_int_equal(fix->view.current, 1);
	assert_false(press(fix, "K"));
}

static void
the_last_page_is_shown_where_all_that_follows_is_hidden(void **state)
{
	Fixture *fix = *state;
	Line lines[9];

	press(fix, "9t");
	filter_only(&fix->filter, fix->maker.doc, 0);
	assert_int_equal(view_lines(&fix->view, lines, 9), 9);
	assert_int_equal(fix->view.current, 8);
	filter_switch(&fix->filter, fix->maker.doc, false);
	assert_int_equal(top_line(fix), 33);
}

static void
a_match_on_the_screen_does_not_move_it(void **state)
{
	Fixture *fix = *state;
	const Document *doc = fix->maker.doc;
	Match match = { doc_turn(doc, 1)->first, 1, 3 };

	assert_true(view_to_match(&fix->view, match, NULL));
	assert_int_equal(top_line(fix), 0);
	assert_int_equal(fix->view.current, 1);
	match.para = doc_turn(doc, 5)->first;
	assert_true(view_to_match(&fix->view, match, NULL));
	assert_int_equal(top_line(fix), 17);
	assert_int_equal(fix->view.current, 5);
	match.para = doc_turn(doc, 9)->first;
	assert_true(view_to_match(&fix->view, match, NULL));
	assert_int_equal(top_line(fix), 26);
	assert_true(view_jump(&fix->view, 1));
	assert_int_equal(top_line(fix), 17);
}

static void
an_incremental_search_leaves_no_trace(void **state)
{
	Fixture *fix = *state;

	press(fix, "2t");
	ViewPlace place = view_place(&fix->view);

	for (TurnId turn = 5; turn < 10; turn++) {
		ParaId para = doc_turn(fix->maker.doc, turn)->first;

		view_restore(&fix->view, place);
		view_to_match(&fix->view, (Match){ para, 0, 2 }, NULL);
	}
	view_restore(&fix->view, place);
	assert_int_equal(top_line(fix), 10);
	assert_int_equal(fix->view.current, 2);
	assert_true(press(fix, "o"));
	assert_int_equal(top_line(fix), 0);
}

static void
the_current_turn_is_kept_while_in_sight(void **state)
{
	Fixture *fix = *state;

	press(fix, "3t");
	assert_true(view_scroll(&fix->view, -7));
	assert_int_equal(fix->view.current, 3);
	assert_true(view_scroll(&fix->view, -2));
	assert_int_equal(fix->view.current, 2);
	press(fix, "3t2j");
	assert_int_equal(fix->view.current, 4);
}

static void
a_name_that_scrolled_off_is_carried(void **state)
{
	Fixture *fix = *state;

	assert_int_equal(view_carried_turn(&fix->view), DOC_NONE);
	press(fix, "3t");
	assert_int_equal(view_carried_turn(&fix->view), DOC_NONE);
	press(fix, "j");
	assert_int_equal(view_carried_turn(&fix->view), 3);
	press(fix, "j");
	assert_int_equal(view_carried_turn(&fix->view), DOC_NONE);
}

static void
a_heading_inside_a_turn_carries_its_name(void **state)
{
	Fixture *fix = *state;
	ParaId heading = doc_chapter(fix->maker.doc, 1)->first;

	view_to_para(&fix->view, heading, NULL);
	assert_int_equal(view_carried_turn(&fix->view),
			 doc_para(fix->maker.doc, heading + 1)->turn);
	assert_int_equal(fix->view.current,
			 doc_para(fix->maker.doc, heading + 1)->turn);
}

static void
percent_counts_to_the_last_row(void **state)
{
	Fixture *fix = *state;
	int last = -1;

	do {
		int percent = view_percent(&fix->view);

		assert_true(percent >= last);
		last = percent;
	} while (view_scroll(&fix->view, 1));
	assert_int_equal(last, 100);
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
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		void *opened;

		open_empty(&opened);
		Fixture *fix = opened;

		press(fix, cases[i].keys);
		assert_int_equal(fix->view.goal, cases[i].goal);
		assert_false(view_work(&fix->view));
		make_regular(&fix->maker);
		view_work(&fix->view);
		assert_int_equal(fix->view.goal, GOAL_NONE);
		assert_int_equal(top_line(fix), cases[i].top);
		close_fixture(&opened);
	}
}

static void
the_end_of_what_is_there_moves_on_with_it(void **state)
{
	Fixture *fix = *state;
	Maker *maker = &fix->maker;

	maker_turn(maker, 0);
	for (int i = 0; i < 20; i++)
		maker_para(maker, "words");
	assert_true(press(fix, "G"));
	assert_int_equal(fix->view.goal, GOAL_END);
	int top = top_line(fix);

	maker_para(maker, "words");
	assert_true(view_work(&fix->view));
	assert_int_equal(top_line(fix), top + 2);
	assert_true(view_percent(&fix->view) < 100);
	press(fix, "k");
	maker_para(maker, "words");
	assert_false(view_work(&fix->view));
	assert_int_equal(top_line(fix), top + 1);
}

static void
an_offset_is_reached_when_it_is_there(void **state)
{
	Fixture *fix = *state;
	Maker whole;

	maker_init(&whole);
	make_regular(&whole);
	ParaId para = doc_turn(whole.doc, 5)->first;
	TextOff off = para_off(doc_para(whole.doc, para));

	assert_true(view_to_offset(&fix->view, off, ANCHOR_NAME, NULL));
	assert_int_equal(fix->view.goal, GOAL_OFFSET);
	make_regular(&fix->maker);
	assert_true(view_work(&fix->view));
	assert_int_equal(top_line(fix), 19);
	assert_int_equal(fix->view.current, 5);
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
	Fixture *fix = *state;

	press(fix, "2t5t");
	ParaId para = fix->view.top.para;
	Document *next = next_generation(&fix->maker);

	view_set_document(&fix->view, next);
	assert_int_equal(fix->view.top.para, para);
	assert_int_equal(fix->view.current, 0);
	assert_true(press(fix, "o"));
	assert_int_equal(fix->view.top.para, 4);
	view_set_document(&fix->view, fix->maker.doc);
	doc_free(next);
}

static void
another_document_starts_at_its_first_line(void **state)
{
	Fixture *fix = *state;
	Maker other;

	press(fix, "2t5t");
	maker_interview(&other);
	view_set_document(&fix->view, other.doc);
	assert_int_equal(top_line(fix), 0);
	assert_int_equal(fix->view.jumps.n, 0);
	assert_false(press(fix, "o"));
	view_set_document(&fix->view, NULL);
	assert_int_equal(top_line(fix), -1);
	maker_done(&other);
}

static void
a_search_begins_at_the_first_row(void **state)
{
	Fixture *fix = *state;
	Line line;

	press(fix, "30%2j");
	view_lines(&fix->view, &line, 1);
	Anchor origin = view_search_origin(&fix->view);

	assert_int_equal(origin.para, line.para);
	assert_int_equal(origin.byte, line.row.start);
}

#define IN(open, test) \
	cmocka_unit_test_setup_teardown(test, open, close_fixture)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(keys_lead_where_they_should),
		IN(open_interview, every_row_is_seen_once_by_pages),
		IN(open_interview, scrolling_back_retraces_scrolling_forward),
		IN(open_interview,
		   resizing_and_filtering_never_change_the_anchor),
		IN(open_interview, movements_never_lose_the_screen),
		IN(open_empty, an_empty_document_stays_where_it_is),
		IN(open_regular,
		   a_jump_to_what_is_hidden_switches_the_filter_off),
		IN(open_regular, turns_that_are_hidden_are_stepped_over),
		IN(open_regular,
		   the_last_page_is_shown_where_all_that_follows_is_hidden),
		IN(open_regular, a_match_on_the_screen_does_not_move_it),
		IN(open_regular, an_incremental_search_leaves_no_trace),
		IN(open_regular, the_current_turn_is_kept_while_in_sight),
		IN(open_regular, a_name_that_scrolled_off_is_carried),
		IN(open_interview, a_heading_inside_a_turn_carries_its_name),
		IN(open_interview, percent_counts_to_the_last_row),
		cmocka_unit_test(a_place_that_is_not_read_yet_is_a_goal),
		IN(open_empty, the_end_of_what_is_there_moves_on_with_it),
		IN(open_empty, an_offset_is_reached_when_it_is_there),
		IN(open_regular, places_are_carried_into_the_next_generation),
		IN(open_regular, another_document_starts_at_its_first_line),
		IN(open_interview, a_search_begins_at_the_first_row),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
