#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/items.h"
#include "support/random.h"
#include "support/viewer.h"

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
	for (size_t i = 0; i < N_ITEMS(moves); i++) {
		const MoveCase *want = &moves[i];
		void *opened;

		viewer_open_regular(&opened);
		Viewer *viewer = opened;
		bool moved = viewer_press(viewer, want->keys);
		int top = viewer_top(viewer);

		if (top != want->top || moved != want->moved
		    || viewer->view.current != want->current) {
			print_error("`%s`: line %d, turn %u, moved %d\n",
				    want->keys, top, viewer->view.current, moved);
			wrong++;
		}
		viewer_close(&opened);
	}
	assert_int_equal(wrong, 0);
}

static void
every_row_is_seen_once_by_pages(void **state)
{
	Viewer *viewer = *state;
	Line line, seen[10];

	assert_true(layout_at(viewer->layout, (Anchor){ 0 }, &line));
	for (bool more = true; more; more = view_page(&viewer->view, 1)) {
		int n = view_lines(&viewer->view, seen, 10);

		assert_int_equal(n, 10);
		for (int i = 0; i < n; i++) {
			if (layout_compare(&seen[i], &line) < 0)
				continue;
			assert_int_equal(layout_compare(&seen[i], &line), 0);
			layout_next(viewer->layout, &line);
		}
	}
	assert_false(layout_next(viewer->layout, &line));
	assert_int_equal(view_percent(&viewer->view), 100);
}

static void
scrolling_back_retraces_scrolling_forward(void **state)
{
	Viewer *viewer = *state;
	int n = 0;

	while (view_scroll(&viewer->view, 1))
		n++;
	assert_true(n > 50);
	for (; n > 0; n--) {
		assert_int_equal(viewer_top(viewer), n);
		assert_true(view_scroll(&viewer->view, -1));
	}
	assert_false(view_scroll(&viewer->view, -1));
}

static void
resize_at_random(Viewer *viewer, unsigned *seed)
{
	int cols = 5 + (int)(random_next(seed) % 200);
	int rows = 1 + (int)(random_next(seed) % 60);
	NamePlace names = (NamePlace)(random_next(seed) % 3);

	view_resize(&viewer->view, rows, layout_shape(cols, 68, names));
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
	Viewer *viewer = *state;
	unsigned seed = 3;

	for (size_t i = 0; i < N_ITEMS(places); i++) {
		view_resize(&viewer->view, 10,
			    layout_shape(40, 68, NAMES_ABOVE));
		viewer_press(viewer, "g");
		viewer_press(viewer, places[i]);
		Anchor top = viewer->view.top;
		int line = viewer_top(viewer);

		for (int n = 0; n < 1000; n++) {
			Line lines[60];

			resize_at_random(viewer, &seed);
			if (n % 10 == 0)
				filter_toggle(&viewer->filter, viewer->maker.doc,
					      random_next(&seed) % 3);
			assert_true(view_lines(&viewer->view, lines, 60) > 0);
			assert_same_anchor(viewer->view.top, top);
		}
		filter_switch(&viewer->filter, viewer->maker.doc, false);
		view_resize(&viewer->view, 10,
			    layout_shape(40, 68, NAMES_ABOVE));
		assert_int_equal(viewer_top(viewer), line);
	}
}

static void
movements_never_lose_the_screen(void **state)
{
	static const char keys[] = "jkdu bgG%JKLH}{][tzon'";
	Viewer *viewer = *state;
	unsigned seed = 5;

	for (int n = 0; n < 5000; n++) {
		Line lines[60];
		Anchor before = viewer->view.top;
		char key = keys[random_next(&seed) % (sizeof(keys) - 1)];
		long count = random_next(&seed) % 3;

		if (random_next(&seed) % 9 == 0)
			resize_at_random(viewer, &seed);
		if (random_next(&seed) % 9 == 0)
			filter_toggle(&viewer->filter, viewer->maker.doc,
				      random_next(&seed) % 3);
		bool moved = viewer_move(viewer, key, count);

		if (!moved)
			assert_same_anchor(viewer->view.top, before);
		assert_true(view_lines(&viewer->view, lines, 60) > 0);
		assert_true(viewer->view.current
			    < doc_n_turns(viewer->maker.doc));
		int percent = view_percent(&viewer->view);

		assert_true(percent >= 0 && percent <= 100);
		view_carried_turn(&viewer->view);
	}
}

#define IN(open, test) \
	cmocka_unit_test_setup_teardown(test, open, viewer_close)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(keys_lead_where_they_should),
		IN(viewer_open_interview, every_row_is_seen_once_by_pages),
		IN(viewer_open_interview, scrolling_back_retraces_scrolling_forward),
		IN(viewer_open_interview,
		   resizing_and_filtering_never_change_the_anchor),
		IN(viewer_open_interview, movements_never_lose_the_screen),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
