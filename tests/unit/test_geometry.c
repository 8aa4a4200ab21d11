#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/items.h"
#include "ui/geometry.h"

static GeometryWish
wish_of(int cols, int rows)
{
	return (GeometryWish){ .cols = cols, .rows = rows, .measure = 68,
			       .names = NAMES_AUTO, .sidebar = 25 };
}

static void
assert_inside(Rect rect, const GeometryWish *wish)
{
	if (rect.cols == 0)
		return;
	assert_true(rect.row >= 0 && rect.rows > 0);
	assert_true(rect.row + rect.rows <= wish->rows);
	assert_true(rect.col >= 0 && rect.cols > 0);
	assert_true(rect.col + rect.cols <= wish->cols);
}

static void
all_parts_lie_on_the_screen_at_every_size(void **state)
{
	(void)state;
	for (int cols = GEOMETRY_COLS_MIN; cols <= 220; cols++) {
		GeometryWish wish = wish_of(cols, 5 + cols % 40);
		Geometry geo;

		wish.over = cols % 2;
		wish.prompt = cols % 3 == 0;
		wish.matches = cols % 5 < 2;
		geo = geometry_make(&wish);
		assert_true(geo.fits);
		assert_inside(geo.head, &wish);
		assert_inside(geo.carried, &wish);
		assert_inside(geo.dialogue, &wish);
		assert_inside(geo.map, &wish);
		assert_inside(geo.matches, &wish);
		assert_inside(geo.sidebar, &wish);
		assert_inside(geo.rule, &wish);
		assert_inside(geo.prompt, &wish);
		assert_inside(geo.status, &wish);
		assert_true(geo.shape.text_col + geo.shape.text_cols
			    <= geo.dialogue.cols);
	}
}

static void
small_terminals_do_not_fit(void **state)
{
	GeometryWish narrow = wish_of(19, 24), low = wish_of(80, 4),
		     least = wish_of(20, 5);

	(void)state;
	assert_false(geometry_make(&narrow).fits);
	assert_false(geometry_make(&low).fits);
	assert_true(geometry_make(&least).fits);
	assert_int_equal(geometry_make(&least).dialogue.rows, 2);
}

static void
sidebar_is_beside_where_it_leaves_the_text_60_columns(void **state)
{
	(void)state;
	for (int cols = 40; cols <= 200; cols++) {
		GeometryWish wish = wish_of(cols, 24);
		Geometry geo = geometry_make(&wish);

		if (geo.beside)
			assert_true(geo.shape.text_cols >= 60);
		assert_int_equal(geo.sidebar.cols > 0, geo.beside);
		if (cols >= 100)
			assert_true(geo.beside);
	}
}

static void
sidebar_opens_over_the_text_elsewhere(void **state)
{
	GeometryWish wish = wish_of(80, 24);
	Geometry closed = geometry_make(&wish), over;

	(void)state;
	assert_int_equal(closed.sidebar.cols, 0);
	wish.over = true;
	over = geometry_make(&wish);
	assert_int_equal(over.sidebar.cols, 25);
	assert_int_equal(over.rule.col, 25);
	/* The text stays where it was. */
	assert_int_equal(over.dialogue.col, closed.dialogue.col);
	assert_int_equal(over.shape.text_cols, closed.shape.text_cols);
}

static void
prompt_takes_the_row_above_the_status_line(void **state)
{
	GeometryWish wish = wish_of(80, 24);
	Geometry without = geometry_make(&wish), with;

	(void)state;
	wish.prompt = true;
	with = geometry_make(&wish);
	assert_int_equal(without.dialogue.rows, 21);
	assert_int_equal(with.dialogue.rows, 20);
	assert_int_equal(with.prompt.row, 22);
	assert_int_equal(with.status.row, 23);
}

static void
lists_share_the_sidebar(void **state)
{
	static const struct {
		int rows, chapters, speakers;
		bool lower;
		int chapter_rows, speaker_row, speaker_rows;
	} cases[] = {
		{ 20, 3, 3, false, 4, 5, 4 },
		{ 20, 40, 3, false, 15, 16, 4 },
		{ 20, 40, 40, false, 10, 11, 9 },
		{ 4, 3, 3, false, 4, 0, 0 },
		{ 4, 3, 3, true, 0, 0, 4 },
		{ 20, 0, 2, false, 1, 2, 3 },
	};

	(void)state;
	for (size_t i = 0; i < N_ITEMS(cases); i++) {
		Rect sidebar = { 0, 0, cases[i].rows, 25 };
		GeometryLists lists = geometry_lists(sidebar,
						     cases[i].chapters,
						     cases[i].speakers,
						     cases[i].lower);

		assert_int_equal(lists.chapters.rows, cases[i].chapter_rows);
		assert_int_equal(lists.speakers.row, cases[i].speaker_row);
		assert_int_equal(lists.speakers.rows, cases[i].speaker_rows);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(all_parts_lie_on_the_screen_at_every_size),
		cmocka_unit_test(small_terminals_do_not_fit),
		cmocka_unit_test(
			sidebar_is_beside_where_it_leaves_the_text_60_columns),
		cmocka_unit_test(sidebar_opens_over_the_text_elsewhere),
		cmocka_unit_test(prompt_takes_the_row_above_the_status_line),
		cmocka_unit_test(lists_share_the_sidebar),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
