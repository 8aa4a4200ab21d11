#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "base/items.h"
#include "text/uni.h"
#include "ui/canvas.h"
#include "ui/glyph.h"

#define COLS 10

typedef struct Fixture {
	Canvas canvas;
	Buf out;
} Fixture;

static void
fixture_init(Fixture *fixture)
{
	canvas_init(&fixture->canvas);
	canvas_resize(&fixture->canvas, 3, COLS);
	buf_init(&fixture->out, 4096);
}

static void
fixture_done(Fixture *fixture)
{
	buf_done(&fixture->out);
	canvas_done(&fixture->canvas);
}

static void
assert_row(Fixture *fixture, int row, const char *wanted)
{
	buf_clear(&fixture->out);
	canvas_text(&fixture->canvas, row, &fixture->out);
	buf_append_char(&fixture->out, '\0');
	assert_string_equal(fixture->out.ptr, wanted);
}

/* Every column of every row is filled by exactly one cell. */
static void
assert_whole(const Canvas *canvas)
{
	for (int row = 0; row < canvas->rows; row++) {
		for (int col = 0; col < canvas->cols;) {
			int cols = canvas_cell(canvas, row, col)->cols;

			assert_in_range(cols, 1, 2);
			if (cols == 2)
				assert_int_equal(canvas_cell(canvas, row,
							     col + 1)->cols, 0);
			col += cols;
		}
	}
}

static void
put_clips_and_fits_clusters(void **state)
{
	static const struct {
		const char *name;
		const char *text;
		Spot spot;
		int used;
		const char *row;
	} cases[] = {
		{ "plain", "abc", { 0, 2, 8 }, 3, "  abc" },
		{ "cut at its end", "abcdef", { 0, 0, 4 }, 4, "abcd" },
		{ "cut at the edge", "abcdef", { 0, 7, 20 }, 3, "       abc" },
		{ "wide", "訪談", { 0, 1, 9 }, 4, " 訪談" },
		{ "no half of a wide one", "訪談", { 0, 0, 3 }, 2, "訪" },
		{ "wide at the edge", "訪", { 0, 9, 5 }, 0, "" },
		{ "combining", "e\xCC\x81x", { 0, 0, 9 }, 2, "e\xCC\x81x" },
		{ "combining first", "\xCC\x81x", { 0, 0, 9 }, 1, "x" },
		{ "outside above", "abc", { -1, 0, 9 }, 0, "" },
		{ "outside right", "abc", { 0, 12, 9 }, 0, "" },
		{ "no room", "abc", { 0, 3, -2 }, 0, "" },
		{ "empty", "", { 0, 0, 9 }, 0, "" },
	};

	(void)state;
	for (size_t i = 0; i < N_ITEMS(cases); i++) {
		Fixture fixture;
		int used;

		fixture_init(&fixture);
		print_message("%s\n", cases[i].name);
		used = canvas_put(&fixture.canvas, cases[i].spot,
				  slice_from(cases[i].text), ROLE_TEXT);
		assert_int_equal(used, cases[i].used);
		assert_row(&fixture, 0, cases[i].row);
		assert_whole(&fixture.canvas);
		fixture_done(&fixture);
	}
}

static void
no_control_reaches_a_cell(void **state)
{
	static const char text[] = "a\x1b[31mb\x7f\xC2\x9B" "c\xE2\x80\xAE" "d";
	Fixture fixture;

	(void)state;
	fixture_init(&fixture);
	canvas_put(&fixture.canvas, (Spot){ 0, 0, COLS }, slice_from(text),
		   ROLE_TEXT);
	for (int col = 0; col < COLS; col++) {
		const Cell *cell = canvas_cell(&fixture.canvas, 0, col);

		for (int i = 0; i < CANVAS_POINTS && cell->points[i]; i++)
			assert_false(uni_is_control(cell->points[i]));
	}
	assert_whole(&fixture.canvas);
	fixture_done(&fixture);
}

/* What counts code point by code point finds the cell's columns. */
static void
cells_are_as_wide_as_their_code_points(void **state)
{
	static const char *const texts[] = {
		"\U0001F1F9\U0001F1FC!",		/* a flag */
		"\U0001F468\u200D\U0001F469\u200D\U0001F467!",	/* a family */
		"\u2764\uFE0F!",			/* a heart, coloured */
		"\u1112\u1161\u11AB!",			/* jamo */
		"\u0915\u094D\u0937\u093F!",		/* Devanagari */
	};

	(void)state;
	for (size_t i = 0; i < N_ITEMS(texts); i++) {
		Fixture fixture;
		int used, end;

		fixture_init(&fixture);
		used = canvas_put(&fixture.canvas, (Spot){ 0, 0, COLS },
				  slice_from(texts[i]), ROLE_TEXT);
		end = (int)uni_text_width(slice_from(texts[i]));
		assert_int_equal(used, end);
		assert_int_equal(canvas_cell(&fixture.canvas, 0,
					     end - 1)->points[0], '!');
		for (int col = 0; col < used; col++) {
			const Cell *cell = canvas_cell(&fixture.canvas, 0, col);
			int cols = 0;

			for (int k = 0; k < CANVAS_POINTS && cell->points[k];
			     k++)
				cols += uni_width(cell->points[k]);
			assert_int_equal(cols, cell->cols);
		}
		assert_whole(&fixture.canvas);
		fixture_done(&fixture);
	}
}

static void
half_covered_wide_cells_become_blank(void **state)
{
	static const struct {
		const char *name;
		Spot spot;
		const char *text;	/* NULL: it is filled */
		const char *row;
	} cases[] = {
		{ "first half", { 0, 0, 1 }, "a", "a 談記錄者" },
		{ "second half", { 0, 1, 1 }, "a", " a談記錄者" },
		{ "both halves", { 0, 2, 2 }, "ab", "訪ab記錄者" },
		{ "two by a wide one", { 0, 3, 2 }, "口", "訪 口 錄者" },
		{ "the last column", { 0, 9, 1 }, "a", "訪談記錄 a" },
		{ "a wide one has no room there", { 0, 9, 9 }, "口",
		  "訪談記錄者" },
		{ "filled from a second half", { 0, 1, 2 }, NULL,
		  "    記錄者" },
		{ "filled to a first half", { 0, 0, 3 }, NULL, "    記錄者" },
		{ "filled at the edge", { 0, 9, 9 }, NULL, "訪談記錄" },
		{ "filled outside", { 0, 10, 9 }, NULL, "訪談記錄者" },
		{ "a flag over a half", { 0, 1, 2 }, "🇹🇼", " TW 記錄者" },
		{ "nothing to see", { 0, 1, 2 }, "\u200B", "訪談記錄者" },
	};

	(void)state;
	for (size_t i = 0; i < N_ITEMS(cases); i++) {
		Fixture fixture;
		Canvas *canvas = &fixture.canvas;
		Spot spot = cases[i].spot;

		fixture_init(&fixture);
		print_message("%s\n", cases[i].name);
		canvas_put(canvas, (Spot){ 0, 0, COLS }, SLICE("訪談記錄者"),
			   ROLE_TEXT);
		if (cases[i].text)
			canvas_put(canvas, spot, slice_from(cases[i].text),
				   ROLE_DIM);
		else
			canvas_fill(canvas, (Rect){ 0, spot.col, 1, spot.cols },
				    ROLE_DIM);
		assert_row(&fixture, 0, cases[i].row);
		assert_whole(canvas);
		fixture_done(&fixture);
	}
}

static void
cut_text_has_an_ellipsis(void **state)
{
	Fixture fixture;
	Canvas *canvas = &fixture.canvas;

	(void)state;
	fixture_init(&fixture);
	canvas_put_cut(canvas, (Spot){ 0, 0, 4 }, SLICE("abcd"), ROLE_TEXT);
	assert_row(&fixture, 0, "abcd");
	canvas_put_cut(canvas, (Spot){ 0, 0, 4 }, SLICE("abcde"), ROLE_TEXT);
	assert_row(&fixture, 0, "abc…");
	canvas_put_cut(canvas, (Spot){ 1, 0, 4 }, SLICE("訪談記"), ROLE_TEXT);
	assert_row(&fixture, 1, "訪…");
	canvas_put_right(canvas, (Spot){ 2, 0, 6 }, SLICE("談1"), ROLE_TEXT);
	assert_row(&fixture, 2, "   談1");
	canvas_clear(canvas);
	canvas_put_end(canvas, (Spot){ 0, 2, 4 }, SLICE("abc"), ROLE_TEXT);
	assert_row(&fixture, 0, "   abc");
	canvas_put_end(canvas, (Spot){ 1, 2, 4 }, SLICE("abcde"), ROLE_TEXT);
	assert_row(&fixture, 1, "  …cde");
	canvas_put_end(canvas, (Spot){ 2, 2, 4 }, SLICE("訪談記"), ROLE_TEXT);
	assert_row(&fixture, 2, "   …記");
	fixture_done(&fixture);
}

static void
dump_shows_roles_and_cursor(void **state)
{
	Fixture fixture;
	Canvas *canvas = &fixture.canvas;

	(void)state;
	fixture_init(&fixture);
	canvas_resize(canvas, 2, 6);
	canvas_put(canvas, (Spot){ 0, 0, 6 }, SLICE("a談b"), ROLE_TEXT);
	canvas_role(canvas, (Spot){ 0, 1, 2 }, ROLE_MATCH_CURRENT);
	canvas_put(canvas, (Spot){ 1, 0, 6 }, SLICE("Ann"), ROLE_SPEAKER + 1);
	canvas_set_cursor(canvas, 1, 9);
	canvas_dump(canvas, &fixture.out);
	buf_append_char(&fixture.out, '\0');
	assert_string_equal(fixture.out.ptr,
			    "a談b\n~ MM\nAnn\n~111\ncursor 1 5\n");
	fixture_done(&fixture);
}

static void
glyphs_take_one_column_in_either_width(void **state)
{
	(void)state;
	for (int width = 1; width <= 2; width++) {
		uni_set_ambiguous_width(width);
		for (int i = 0; i < GLYPH_COUNT; i++)
			assert_int_equal(uni_text_width(glyph((Glyph)i)), 1);
	}
	uni_set_ambiguous_width(1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(put_clips_and_fits_clusters),
		cmocka_unit_test(no_control_reaches_a_cell),
		cmocka_unit_test(cells_are_as_wide_as_their_code_points),
		cmocka_unit_test(half_covered_wide_cells_become_blank),
		cmocka_unit_test(cut_text_has_an_ellipsis),
		cmocka_unit_test(dump_shows_roles_and_cursor),
		cmocka_unit_test(glyphs_take_one_column_in_either_width),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
