#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/items.h"
#include "reading/layout.h"
#include "support/maker.h"

typedef struct ShapeCase {
	int cols, measure;
	NamePlace names;
	LayoutShape shape;
} ShapeCase;

/* time_col, time_cols, name_col, name_cols, bar_col, text_col, text_cols */
static const ShapeCase shapes[] = {
	/* names in the margin */
	{ 91, 68, NAMES_AUTO, { 84, 7, 1, 12, 14, 15, 68, 0, 0 } },
	{ 84, 68, NAMES_AUTO, { -1, 0, 1, 12, 14, 15, 68, 0, 0 } },
	{ 90, 68, NAMES_AUTO, { -1, 0, 1, 18, 20, 21, 68, 0, 0 } },
	{ 94, 68, NAMES_AUTO, { 87, 7, 1, 15, 17, 18, 68, 0, 0 } },
	{ 150, 68, NAMES_AUTO, { 117, 7, 26, 20, 47, 48, 68, 0, 0 } },
	{ 79, 68, NAMES_MARGIN, { -1, 0, 1, 12, 14, 15, 63, 0, 0 } },
	{ 79, 40, NAMES_AUTO, { 68, 7, 5, 20, 26, 27, 40, 0, 0 } },
	/* names above */
	{ 83, 68, NAMES_AUTO, { 1, 6, 0, 0, 7, 8, 68, 0, 0 } },
	{ 94, 68, NAMES_ABOVE, { 6, 6, 0, 0, 12, 13, 68, 0, 0 } },
	{ 79, 68, NAMES_AUTO, { 1, 6, 0, 0, 7, 8, 68, 0, 0 } },
	{ 77, 68, NAMES_AUTO, { 1, 6, 0, 0, 7, 8, 68, 0, 0 } },
	{ 76, 68, NAMES_AUTO, { -1, 0, 0, 0, 6, 7, 68, 0, 0 } },
	{ 70, 68, NAMES_AUTO, { -1, 0, 0, 0, 0, 1, 68, 0, 0 } },
	{ 60, 68, NAMES_AUTO, { -1, 0, 0, 0, 0, 1, 58, 0, 0 } },
	{ 50, 68, NAMES_MARGIN, { -1, 0, 0, 0, 0, 1, 48, 0, 0 } },
	{ 39, 68, NAMES_AUTO, { -1, 0, 0, 0, 0, 1, 37, 0, 0 } },
	{ 20, 68, NAMES_AUTO, { -1, 0, 0, 0, 0, 1, 18, 0, 0 } },
	{ 10, 68, NAMES_MARGIN, { -1, 0, 0, 0, 0, 1, 8, 0, 0 } },
	{ 2, 68, NAMES_AUTO, { -1, 0, 0, 0, 0, 1, 1, 0, 0 } },
};

static void
shapes_are_those_of_the_pictures(void **state)
{
	(void)state;
	for (size_t i = 0; i < N_ITEMS(shapes); i++) {
		const ShapeCase *want = &shapes[i];
		LayoutShape shape = layout_shape(want->cols, want->measure,
						 want->names);

		if (memcmp(&shape, &want->shape, sizeof(shape)) != 0)
			fail_msg("%d columns: time %d+%d name %d+%d bar %d "
				 "text %d+%d", want->cols, shape.time_col,
				 shape.time_cols, shape.name_col,
				 shape.name_cols, shape.bar_col,
				 shape.text_col, shape.text_cols);
	}
}

static void
no_shape_leaves_its_pane(void **state)
{
	(void)state;
	for (int cols = 3; cols < 300; cols++)
		for (int measure = 1; measure < 120; measure += 7)
			for (int names = NAMES_AUTO; names <= NAMES_MARGIN;
			     names++) {
				LayoutShape s = layout_shape(cols, measure,
							     (NamePlace)names);

				assert_true(s.text_cols >= 1);
				assert_true(s.text_cols <= measure);
				assert_true(s.text_col + s.text_cols < cols);
				assert_int_equal(s.bar_col, s.text_col - 1);
				assert_true(s.bar_col >= 0);
				assert_true(s.time_col + s.time_cols <= cols);
				assert_true(s.name_col + s.name_cols
					    <= s.bar_col);
			}
}

/* A layout of the interview, or of another document. */
typedef struct Fixture {
	Maker maker;
	Filter filter;
	Layout *layout;
	int para_indent;
} Fixture;

static void
set_cols(Fixture *fix, int cols, NamePlace names)
{
	LayoutShape shape = layout_shape(cols, 68, names);

	shape.para_indent = fix->para_indent;
	layout_set(fix->layout, fix->maker.doc, &fix->filter, shape);
}

static int
open_interview(void **state)
{
	Fixture *fix = malloc(sizeof(*fix));

	maker_interview(&fix->maker);
	filter_init(&fix->filter);
	fix->layout = layout_new();
	fix->para_indent = 0;
	*state = fix;
	return 0;
}

static int
open_indented(void **state)
{
	Fixture *fix;

	open_interview(state);
	fix = *state;
	fix->para_indent = 4;
	return 0;
}

static int
open_empty(void **state)
{
	Fixture *fix = malloc(sizeof(*fix));

	maker_init(&fix->maker);
	filter_init(&fix->filter);
	fix->layout = layout_new();
	fix->para_indent = 0;
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

#define LINES_MAX 5000

/* All lines, forward. */
static size_t
all_lines(Layout *layout, Line *ret)
{
	size_t n = 0;

	if (!layout_at(layout, (Anchor){ 0 }, &ret[n]))
		return 0;
	for (n = 1; n < LINES_MAX; n++) {
		ret[n] = ret[n - 1];
		if (!layout_next(layout, &ret[n]))
			break;
	}
	return n;
}

static bool
line_eq(const Line *a, const Line *b)
{
	return layout_compare(a, b) == 0 && a->indent == b->indent
		&& memcmp(&a->row, &b->row, sizeof(a->row)) == 0
		&& a->starts_turn == b->starts_turn
		&& a->starts_item == b->starts_item;
}

/* The lines as one letter each: `_` gap, `N` name, `t` `T` row (with name). */
static void
draw(Fixture *fix, Buf *out)
{
	Line *lines = malloc(LINES_MAX * sizeof(*lines));
	size_t n = all_lines(fix->layout, lines);

	buf_clear(out);
	for (size_t i = 0; i < n; i++)
		if (lines[i].kind == LINE_GAP)
			buf_append_char(out, '_');
		else if (lines[i].kind == LINE_NAME)
			buf_append_char(out, 'N');
		else
			buf_append_char(out, lines[i].starts_turn ? 'T' : 't');
	buf_append_char(out, '\0');
	free(lines);
}

/* Checks that the rows of shown paragraphs, joined, are their text. */
static void
check_rows_join(Fixture *fix)
{
	Line line;
	uint32_t pos = 0;
	ParaId para = DOC_NONE;
	bool any = layout_at(fix->layout, (Anchor){ 0 }, &line);

	for (; any; any = layout_next(fix->layout, &line)) {
		if (line.para != para) {
			assert_true(para == DOC_NONE || pos == layout_shown(
				fix->layout, para)->text.len);
			assert_true(filter_shows(&fix->filter, fix->maker.doc,
						 line.para));
			para = line.para;
			pos = 0;
		}
		if (line.kind != LINE_TEXT)
			continue;
		assert_int_equal(line.row.start, pos);
		pos += line.row.len;
	}
	assert_int_equal(pos, layout_shown(fix->layout, para)->text.len);
}

static void
make_small(Maker *maker)
{
	maker_para(maker, "preface");
	maker_chapter(maker, 2, "## one");
	maker_turn(maker, 0);
	maker_para(maker, "yes");
	maker_turn(maker, 1);
	maker_para(maker, "word word word word word word");
	maker_para(maker, "again");
	maker_chapter(maker, 2, "## two");
	maker_para(maker, "goes on");
	maker_turn(maker, 0);
	maker_para(maker, "end");
	maker_finish(maker);
}

static void
gaps_and_names_stand_where_they_should(void **state)
{
	Fixture *fix = *state;
	Buf out;

	buf_init(&out, 1000);
	make_small(&fix->maker);
	set_cols(fix, 22, NAMES_ABOVE);
	draw(fix, &out);
	assert_string_equal(out.ptr, "t_t_Nt_Ntt_t_t_t_Nt");
	set_cols(fix, 120, NAMES_MARGIN);
	draw(fix, &out);
	assert_string_equal(out.ptr, "t_t_T_T_t_t_t_T");
	buf_done(&out);
}

static void
what_the_filter_hides_has_no_lines(void **state)
{
	Fixture *fix = *state;
	Buf out;

	buf_init(&out, 1000);
	make_small(&fix->maker);
	set_cols(fix, 22, NAMES_ABOVE);
	filter_only(&fix->filter, fix->maker.doc, 0);
	draw(fix, &out);
	assert_string_equal(out.ptr, "t_t_Nt_t_Nt");
	filter_only(&fix->filter, fix->maker.doc, 1);
	draw(fix, &out);
	assert_string_equal(out.ptr, "t_t_Ntt_t_t_t");
	filter_switch(&fix->filter, fix->maker.doc, false);
	draw(fix, &out);
	assert_string_equal(out.ptr, "t_t_Nt_Ntt_t_t_t_Nt");
	buf_done(&out);
}

static void
the_first_shown_line_has_no_gap(void **state)
{
	Fixture *fix = *state;
	Buf out;

	buf_init(&out, 1000);
	maker_turn(&fix->maker, 0);
	maker_para(&fix->maker, "a");
	maker_turn(&fix->maker, 1);
	maker_para(&fix->maker, "b");
	maker_finish(&fix->maker);
	set_cols(fix, 22, NAMES_ABOVE);
	filter_only(&fix->filter, fix->maker.doc, 1);
	draw(fix, &out);
	assert_string_equal(out.ptr, "Nt");
	buf_done(&out);
}

static void
an_empty_document_has_no_line(void **state)
{
	Fixture *fix = *state;
	Line line;

	set_cols(fix, 80, NAMES_AUTO);
	assert_false(layout_at(fix->layout, (Anchor){ 0 }, &line));
	assert_false(layout_last(fix->layout, &line));
	assert_false(layout_at(fix->layout, (Anchor){ 0 }, &line));
	layout_set(fix->layout, NULL, NULL, layout_shape(80, 68, NAMES_AUTO));
	assert_false(layout_at(fix->layout, (Anchor){ 0 }, &line));
}

static void
an_empty_paragraph_has_one_row(void **state)
{
	Fixture *fix = *state;
	Buf out;

	buf_init(&out, 1000);
	maker_turn(&fix->maker, 0);
	maker_para(&fix->maker, "");
	maker_turn(&fix->maker, 1);
	maker_para(&fix->maker, "b");
	set_cols(fix, 120, NAMES_MARGIN);
	draw(fix, &out);
	assert_string_equal(out.ptr, "T_T");
	buf_done(&out);
}

static void
a_paragraph_that_grows_has_its_new_rows(void **state)
{
	Fixture *fix = *state;
	Buf out;

	buf_init(&out, 1000);
	maker_turn(&fix->maker, 0);
	maker_para(&fix->maker, "one two three");
	set_cols(fix, 10, NAMES_ABOVE);
	draw(fix, &out);
	assert_string_equal(out.ptr, "Ntt");
	for (int i = 0; i < 20; i++) {
		maker_grow(&fix->maker, " 河水河");
		layout_grown(fix->layout);
	}
	draw(fix, &out);
	assert_string_equal(out.ptr, "Ntttttttttttttttttttttt");
	check_rows_join(fix);
	buf_done(&out);
}

static const int all_cols[] = { 3, 10, 20, 39, 40, 61, 79, 94, 119, 200 };

#define N_COLS N_ITEMS(all_cols)

static void
lines_backward_are_the_lines_forward(void **state)
{
	Fixture *fix = *state;
	Line *lines = malloc(LINES_MAX * sizeof(*lines));

	for (size_t i = 0; i < N_COLS; i++) {
		Line line;

		set_cols(fix, all_cols[i], NAMES_AUTO);
		size_t n = all_lines(fix->layout, lines);

		assert_true(n > 50);
		assert_true(layout_last(fix->layout, &line));
		while (n-- > 0) {
			assert_true(line_eq(&line, &lines[n]));
			assert_int_equal(layout_prev(fix->layout, &line),
					 n > 0);
		}
	}
	free(lines);
}

static void
rows_joined_are_the_visible_text(void **state)
{
	Fixture *fix = *state;

	for (size_t i = 0; i < N_COLS; i++) {
		set_cols(fix, all_cols[i], NAMES_AUTO);
		check_rows_join(fix);
		filter_only(&fix->filter, fix->maker.doc, 2);
		check_rows_join(fix);
		filter_switch(&fix->filter, fix->maker.doc, false);
	}
}

static void
no_row_is_wider_than_its_room(void **state)
{
	Fixture *fix = *state;
	Line *lines = malloc(LINES_MAX * sizeof(*lines));

	for (size_t i = 0; i < N_COLS; i++) {
		set_cols(fix, all_cols[i], NAMES_AUTO);
		int room = layout_current_shape(fix->layout).text_cols;
		size_t n = all_lines(fix->layout, lines);

		for (size_t j = 0; j < n; j++)
			assert_true((int)lines[j].row.cols + lines[j].indent
				    <= room || lines[j].row.cols <= 2);
	}
	free(lines);
}

static void
the_anchor_of_a_line_leads_to_it(void **state)
{
	Fixture *fix = *state;
	Line *lines = malloc(LINES_MAX * sizeof(*lines));

	for (size_t i = 0; i < N_COLS; i++) {
		set_cols(fix, all_cols[i], NAMES_AUTO);
		size_t n = all_lines(fix->layout, lines);

		for (size_t j = 0; j < n; j++) {
			Anchor anchor = layout_anchor(fix->layout, &lines[j]);
			Line line;

			assert_true(layout_at(fix->layout, anchor, &line));
			assert_true(line_eq(&line, &lines[j]));
		}
	}
	free(lines);
}

static void
an_anchor_in_hidden_text_is_the_next_line(void **state)
{
	Fixture *fix = *state;
	Line line;

	make_small(&fix->maker);
	set_cols(fix, 22, NAMES_ABOVE);
	filter_only(&fix->filter, fix->maker.doc, 1);
	assert_true(layout_at(fix->layout, (Anchor){ 2, 1, ANCHOR_TEXT },
			      &line));
	assert_int_equal(line.para, 3);
	assert_int_equal(line.kind, LINE_NAME);
	assert_true(layout_at(fix->layout, (Anchor){ 7, 0, ANCHOR_TEXT },
			      &line));
	assert_int_equal(line.para, 6);
	assert_false(layout_turn(fix->layout, 0, &line));
	assert_true(layout_turn(fix->layout, 1, &line));
	assert_int_equal(line.kind, LINE_NAME);
}

static void
quotes_items_and_code_are_indented(void **state)
{
	static const struct {
		ParaKind kind;
		unsigned level, flags;
		int cols, indent;
	} cases[] = {
		{ PARA_TEXT, 0, 0, 80, 0 },
		{ PARA_DIRECTION, 0, 0, 80, 0 },
		{ PARA_QUOTE, 0, 0, 80, 2 },
		{ PARA_QUOTE, 2, 0, 80, 4 },
		{ PARA_ITEM, 1, 0, 80, 2 },
		{ PARA_ITEM, 3, 0, 80, 6 },
		{ PARA_ITEM, 1, PARA_ORDERED, 80, 4 },
		{ PARA_ITEM, 15, 0, 22, 10 },
		{ PARA_CODE, 0, 0, 80, 2 },
		{ PARA_TABLE, 0, 0, 80, 2 },
		{ PARA_HEADING, 2, 0, 80, 0 },
		{ PARA_TEXT, 0, PARA_TRANSLATION, 80, 2 },
		{ PARA_ITEM, 1, PARA_TRANSLATION, 80, 4 },
	};
	Fixture *fix = *state;
	Line line;

	for (size_t i = 0; i < N_ITEMS(cases); i++) {
		maker_kind(&fix->maker, cases[i].kind, "some words");
		doc_mark_para(fix->maker.doc, cases[i].level, cases[i].flags);
		set_cols(fix, cases[i].cols, NAMES_ABOVE);
		assert_true(layout_last(fix->layout, &line));
		assert_int_equal(line.indent, cases[i].indent);
		assert_int_equal(line.starts_item,
				 cases[i].kind == PARA_ITEM && line.index == 0);
	}
}

static void
an_indent_may_take_the_place_of_the_gap(void **state)
{
	Fixture *fix = *state;
	Line line;
	Buf out;

	buf_init(&out, 1000);
	maker_turn(&fix->maker, 0);
	maker_para(&fix->maker, "the first words");
	maker_para(&fix->maker, "and then so very many wordsthatbreak");
	maker_kind(&fix->maker, PARA_ITEM, "an item");
	maker_kind(&fix->maker, PARA_CODE, "code");
	maker_para(&fix->maker, "behind it");
	maker_turn(&fix->maker, 1);
	maker_para(&fix->maker, "yes");
	fix->para_indent = 4;
	set_cols(fix, 22, NAMES_ABOVE);
	draw(fix, &out);
	assert_string_equal(out.ptr, "Ntttt_t_t_Nt");
	assert_true(layout_at(fix->layout, (Anchor){ 1, 0, ANCHOR_TEXT },
			      &line));
	assert_int_equal(line.indent, 4);
	assert_true(line.row.cols <= 16);
	assert_true(layout_next(fix->layout, &line));
	assert_int_equal(line.indent, 0);
	assert_true(line.row.cols > 16);
	assert_true(layout_next(fix->layout, &line));
	assert_int_equal(line.indent, 2);
	buf_done(&out);
}

/* 60,000 bytes are some sections; the rows of each wrap on their own. */
static void
a_huge_paragraph_is_whole_in_both_directions(void **state)
{
	Fixture *fix = *state;
	Line *lines = malloc(LINES_MAX * sizeof(*lines));
	Buf text;
	Line line;
	size_t n;

	buf_init(&text, 60000);
	while (buf_append(&text, SLICE("霧從山下走上來，we wait。")))
		;
	buf_append_char(&text, '\0');
	maker_turn(&fix->maker, 0);
	maker_para(&fix->maker, text.ptr);
	set_cols(fix, 60, NAMES_ABOVE);
	check_rows_join(fix);
	n = all_lines(fix->layout, lines);
	assert_in_range(n, 700, 1000);
	assert_true(layout_last(fix->layout, &line));
	for (size_t i = n; i-- > 0; layout_prev(fix->layout, &line)) {
		Anchor anchor = layout_anchor(fix->layout, &lines[i]);
		Line there;

		assert_true(line_eq(&line, &lines[i]));
		assert_true(layout_at(fix->layout, anchor, &there));
		assert_true(line_eq(&there, &lines[i]));
	}
	buf_done(&text);
	free(lines);
}

#define IN_INTERVIEW(test) \
	cmocka_unit_test_setup_teardown(test, open_interview, close_fixture)
#define IN_INDENTED(test) \
	cmocka_unit_test_setup_teardown(test, open_indented, close_fixture)
#define IN_EMPTY(test) \
	cmocka_unit_test_setup_teardown(test, open_empty, close_fixture)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(shapes_are_those_of_the_pictures),
		cmocka_unit_test(no_shape_leaves_its_pane),
		IN_EMPTY(gaps_and_names_stand_where_they_should),
		IN_EMPTY(what_the_filter_hides_has_no_lines),
		IN_EMPTY(the_first_shown_line_has_no_gap),
		IN_EMPTY(an_empty_document_has_no_line),
		IN_EMPTY(an_empty_paragraph_has_one_row),
		IN_EMPTY(a_paragraph_that_grows_has_its_new_rows),
		IN_INTERVIEW(lines_backward_are_the_lines_forward),
		IN_INTERVIEW(rows_joined_are_the_visible_text),
		IN_INTERVIEW(no_row_is_wider_than_its_room),
		IN_INTERVIEW(the_anchor_of_a_line_leads_to_it),
		IN_INDENTED(lines_backward_are_the_lines_forward),
		IN_INDENTED(rows_joined_are_the_visible_text),
		IN_INDENTED(no_row_is_wider_than_its_room),
		IN_INDENTED(the_anchor_of_a_line_leads_to_it),
		IN_EMPTY(an_indent_may_take_the_place_of_the_gap),
		IN_EMPTY(a_huge_paragraph_is_whole_in_both_directions),
		IN_EMPTY(an_anchor_in_hidden_text_is_the_next_line),
		IN_EMPTY(quotes_items_and_code_are_indented),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
