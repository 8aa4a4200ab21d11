/*
 * The mouse without a terminal: what is at a cell, and what clicks, drags and
 * the wheel do there.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "text/uni.h"
#include "text/utf8.h"
#include "ui/copying.h"
#include "ui/keys.h"
#include "ui/mouse.h"
#include "ui/paint.h"
#include "ui/pointed.h"

#define ROWS 30
#define COLS 120
#define CHAPTERS 60
#define TALK_MAX 8192
#define DRAGGED 32		/* a button that is down, moved */
#define WHEEL_UP 64
#define WHEEL_DOWN 65

static const char talk[] =
"---\n"
"title: A talk\n"
"---\n"
"\n"
"## 第一章\n"
"\n"
"**Ada**: 橋是一座鐘，兩百年才響一次。誰在夜裡過橋？\n"
"\n"
"Second paragraph of hers.\n"
"\n"
"**Ben**: See [the survey](https://example.org/survey) of it.\n"
"\n"
"- an item of a list\n"
"\n"
"**Ada**: Nobody crosses it, or nobody says so.\n"
"\n"
"**Ada**: And nobody asks.\n"
"\n"
"**Ben**: Why should they?\n";

static uint64_t
no_time(void *ctx)
{
	(void)ctx;
	return 0;
}

typedef struct Fixture {
	Clock clock;
	Options options;
	App app;
	Canvas canvas;
	char text[TALK_MAX];
} Fixture;

static void
work_off(Fixture *fixture)
{
	while (app_work(&fixture->app, deadline_never()) == PROGRESS_MORE)
		;
	paint_all(&fixture->app, &fixture->canvas);
}

/* The talk, and behind it chapters that scroll its list. */
static int
setup(void **state)
{
	Fixture *fixture = calloc(1, sizeof(*fixture));
	char program[] = "fangtan";
	char *argv[] = { program, NULL };
	char *end = fixture->text + sprintf(fixture->text, "%s", talk);
	Source *source;

	for (int i = 2; i <= CHAPTERS; i++)
		end += sprintf(end, "\n## Chapter %d\n\n**Ben**: Words.\n", i);
	source = source_from_memory(slice_from(fixture->text), NULL, NULL);
	fixture->clock = (Clock){ no_time, NULL };
	assert_int_equal(options_parse(&fixture->options, 1, argv, NULL),
			 STATUS_OK);
	app_init(&fixture->app, &fixture->options, &fixture->clock);
	canvas_init(&fixture->canvas);
	app_resize(&fixture->app, ROWS, COLS);
	app_push_session(&fixture->app,
			 session_new(source, "talk.md",
				     &(LoaderOptions){ 0 }));
	work_off(fixture);
	*state = fixture;
	return 0;
}

static int
teardown(void **state)
{
	Fixture *fixture = *state;

	canvas_done(&fixture->canvas);
	app_done(&fixture->app);
	options_done(&fixture->options);
	free(fixture);
	return 0;
}

static Session *
session_of(Fixture *fixture)
{
	return app_session(&fixture->app);
}

/* True where the screen shows `text` from this cell on. */
static bool
stands_at(const Canvas *canvas, int row, int col, Slice text)
{
	uint32_t cp;

	while (text.len && col < canvas->cols) {
		const Cell *cell = canvas_cell(canvas, row, col);

		text = slice_sub(text, utf8_decode(text, &cp), SIZE_MAX);
		if (cell->points[0] != cp)
			return false;
		col += cell->cols;
	}
	return !text.len;
}

typedef struct Where {
	int row;
	int col;
} Where;

/* Where the screen shows a text, `right` columns on; below the head. */
static Where
find(Fixture *fixture, const char *text, int right)
{
	const Canvas *canvas = &fixture->canvas;

	for (int row = 1; row < canvas->rows; row++)
		for (int col = 0; col < canvas->cols; col++)
			if (stands_at(canvas, row, col, slice_from(text)))
				return (Where){ row, col + right };
	fail_msg("“%s” is not on the screen", text);
	return (Where){ 0, 0 };
}

static void
report(Fixture *fixture, Where at, int button, bool released)
{
	mouse_feed(&fixture->app, (SequenceReport){
		.row = at.row, .col = at.col, .button = button,
		.released = released });
	work_off(fixture);
}

static void
click(Fixture *fixture, Where at)
{
	report(fixture, at, 0, false);
	report(fixture, at, 0, true);
}

static void
drag(Fixture *fixture, Where from, Where to)
{
	report(fixture, from, 0, false);
	report(fixture, to, DRAGGED, false);
	report(fixture, to, 0, true);
}

static void
press_key(Fixture *fixture, Key key)
{
	keys_feed(&fixture->app, key);
	work_off(fixture);
}

static void
search_for(Fixture *fixture, const char *pattern)
{
	press_key(fixture, '/');
	while (*pattern)
		press_key(fixture, (Key)*pattern++);
	press_key(fixture, KEYS_ENTER);
}

static void
expect_copied(Fixture *fixture, const char *text)
{
	Buf *copied = &fixture->app.copied;

	buf_append_char(copied, '\0');
	assert_string_equal(copied->ptr, text);
	copying_end(&fixture->app, CLIPBOARD_SENT);
}

/* What stands in the cells that show the selection, rows apart by `|`. */
static void
expect_marked(Fixture *fixture, const char *text)
{
	Buf marked;
	int last = -1;

	buf_init(&marked, TALK_MAX);
	for (int row = 0; row < fixture->canvas.rows; row++) {
		for (int col = 0; col < fixture->canvas.cols; col++) {
			const Cell *cell = canvas_cell(&fixture->canvas, row,
						       col);
			char bytes[UTF8_MAX];

			if (cell->role != ROLE_SELECTION || !cell->cols)
				continue;
			if (last >= 0 && last != row)
				buf_append_char(&marked, '|');
			last = row;
			buf_append(&marked,
				   (Slice){ bytes, utf8_encode(cell->points[0],
							       bytes) });
		}
	}
	buf_append_char(&marked, '\0');
	assert_string_equal(marked.ptr, text);
	buf_done(&marked);
}

static void
expect_message(Fixture *fixture, const char *text)
{
	Slice message = buf_slice(&fixture->app.message.text);

	assert_true(slice_eq(message, slice_from(text)));
}

static Pointed
at(Fixture *fixture, Where place)
{
	return pointed_at(&fixture->app, place.row, place.col);
}

static void
a_cell_points_at_what_it_shows(void **state)
{
	static const struct {
		const char *text;
		int right;
		PointedKind kind;
		uint32_t entry;
	} cases[] = {
		{ "Chapters", 0, POINTED_CHAPTERS, DOC_NONE },
		{ "Chapter 3", 5, POINTED_CHAPTERS, 2 },
		{ "Chapter 2", 0, POINTED_CHAPTERS, 1 },
		{ "Chapter 2", 22, POINTED_NOTHING, DOC_NONE },
		{ "Speakers", 0, POINTED_SPEAKERS, DOC_NONE },
		{ "1 Ada", -1, POINTED_SPEAKERS, 0 },
		{ "2 Ben", 4, POINTED_SPEAKERS, 1 },
		{ "Second", 0, POINTED_DIALOGUE, DOC_NONE },
		{ "Second", 60, POINTED_DIALOGUE, DOC_NONE },
		{ "h help", 0, POINTED_NOTHING, DOC_NONE },
	};
	Fixture *fixture = *state;

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		Where place = find(fixture, cases[i].text, cases[i].right);
		Pointed pointed = at(fixture, place);

		assert_int_equal(pointed.kind, cases[i].kind);
		assert_int_equal(pointed.entry, cases[i].entry);
	}
	assert_int_equal(at(fixture, (Where){ 0, 3 }).kind, POINTED_NOTHING);
	assert_int_equal(at(fixture, (Where){ 2, COLS - 1 }).percent, 0);
	assert_int_equal(at(fixture, (Where){ ROWS - 2, COLS - 1 }).percent,
			 100);
	assert_int_equal(at(fixture, (Where){ 2, COLS - 1 }).kind,
			 POINTED_MAP);
}

/* Bytes in the paragraph of what is pointed at. */
static void
a_column_points_at_its_cluster(void **state)
{
	static const struct {
		const char *text;
		int right;
		uint32_t start;
		uint32_t len;
	} cases[] = {
		{ "Second", 0, 0, 1 }, { "Second", 3, 3, 1 },
		{ "Second", 24, 24, 1 }, { "Second", 25, 25, 0 },
		{ "Second", 50, 25, 0 }, { "Second", -1, 0, 0 },
		{ "橋是", 0, 0, 3 }, { "橋是", 1, 0, 3 },
		{ "橋是", 2, 3, 3 }, { "橋是", -4, 0, 0 },
		{ "See the", 4, 4, 1 }, { "an item", 3, 3, 1 },
	};
	Fixture *fixture = *state;

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		Where place = find(fixture, cases[i].text, cases[i].right);
		Pointed pointed = at(fixture, place);

		assert_int_equal(pointed.kind, POINTED_DIALOGUE);
		assert_int_equal(pointed.text.start, cases[i].start);
		assert_int_equal(pointed.text.len, cases[i].len);
	}
}

static void
a_drag_marks_and_copies_text_of_the_dialogue_alone(void **state)
{
	static const struct {
		const char *from;
		const char *to;
		const char *marked;
		const char *copied;
	} cases[] = {
		{ "橋是", "一座", "橋是一", "橋是一" },
		{ "一座", "橋是", "橋是一", "橋是一" },
		{ "夜裡", "paragraph", "夜裡過橋？|Second p",
		  "夜裡過橋？\n\nSecond p" },
		{ "of hers", "the survey", "of hers.|See t",
		  "of hers.\n\nSee t" },
		{ "survey", "item", "survey of it.|an i",
		  "survey of it.\n\nan i" },
	};
	Fixture *fixture = *state;

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		drag(fixture, find(fixture, cases[i].from, 0),
		     find(fixture, cases[i].to, 0));
		expect_marked(fixture, cases[i].marked);
		expect_copied(fixture, cases[i].copied);
	}
}

static void
margins_names_and_gaps_are_not_selected(void **state)
{
	Fixture *fixture = *state;
	Where from = find(fixture, "Second", 0);
	Where to = find(fixture, "See the", 0);

	from.col -= 10;
	to.col -= 10;
	drag(fixture, from, to);
	expect_marked(fixture, "Second paragraph of hers.");
	expect_copied(fixture, "Second paragraph of hers.");
	from.col += 60;
	to.col += 60;
	drag(fixture, from, to);
	expect_copied(fixture, "See the survey of it.");
}

static void
a_selection_stays_at_another_size_and_goes_by_escape(void **state)
{
	Fixture *fixture = *state;

	drag(fixture, find(fixture, "夜裡", 0), find(fixture, "Second", 2));
	app_resize(&fixture->app, 20, 60);
	work_off(fixture);
	expect_marked(fixture, "夜裡過橋？|Sec");
	press_key(fixture, KEYS_ESC);
	expect_marked(fixture, "");
	drag(fixture, find(fixture, "Second", 0), find(fixture, "Second", 2));
	click(fixture, find(fixture, "See the", 0));
	expect_marked(fixture, "");
}

static void
a_drag_beyond_the_edge_scrolls(void **state)
{
	Fixture *fixture = *state;
	Where from = find(fixture, "Second", 0);

	report(fixture, from, 0, false);
	for (int col = 0; col < 4; col++)
		report(fixture, (Where){ ROWS - 1, from.col + col }, DRAGGED,
		       false);
	assert_int_equal(session_of(fixture)->view.top.para, 2);
	for (int col = 0; col < 4; col++)
		report(fixture, (Where){ 0, from.col + col }, DRAGGED, false);
	assert_int_equal(session_of(fixture)->view.top.para, 0);
	report(fixture, (Where){ 0, 0 }, 0, true);
	expect_copied(fixture, "第一章\n\n橋是一座鐘，兩百年才響一次。"
			       "誰在夜裡過橋？\n\nS");
}

static void
a_click_makes_its_turn_current(void **state)
{
	Fixture *fixture = *state;

	click(fixture, find(fixture, "nobody asks", 0));
	assert_int_equal(session_of(fixture)->view.current, 3);
	assert_int_equal(session_of(fixture)->view.top.para, 0);
	click(fixture, find(fixture, "Why", -8));
	assert_int_equal(session_of(fixture)->view.current, 4);
	assert_int_equal(fixture->app.copied.len, 0);
}

static void
a_click_on_a_link_shows_its_address(void **state)
{
	Fixture *fixture = *state;

	click(fixture, find(fixture, "survey", 1));
	expect_message(fixture, "https://example.org/survey");
	assert_int_equal(session_of(fixture)->view.current, 1);
}

static void
a_click_on_a_match_makes_it_the_current_one(void **state)
{
	Fixture *fixture = *state;
	Search *search = session_of(fixture)->search;

	search_for(fixture, "nobody");
	assert_int_equal(search_count(search).index, 1);
	click(fixture, find(fixture, "nobody asks", 2));
	assert_int_equal(search_count(search).index, 3);
	click(fixture, find(fixture, "nobody says", 5));
	assert_int_equal(search_count(search).index, 2);
	click(fixture, find(fixture, "asks", 0));
	assert_int_equal(search_count(search).index, 2);
	press_key(fixture, '+');
	press_key(fixture, 's');
	press_key(fixture, KEYS_ENTER);
	assert_ptr_not_equal(session_of(fixture)->search, search);
	click(fixture, find(fixture, "nobody asks", 2));
	assert_ptr_equal(session_of(fixture)->search, search);
	assert_int_equal(search_count(search).index, 3);
}

static void
a_click_in_the_lists_goes_there_or_switches(void **state)
{
	Fixture *fixture = *state;
	const Session *session = session_of(fixture);

	click(fixture, find(fixture, "1 Ada", 0));
	assert_false(filter_has(&session->filter, 0));
	click(fixture, find(fixture, "1 Ada", 0));
	assert_true(filter_has(&session->filter, 0));
	click(fixture, find(fixture, "Chapter 3", 0));
	assert_int_equal(session->view.current, 6);
	assert_int_equal(session->view.top.para,
			 outline_para(&session->outline, 2));
}

static void
a_click_on_the_map_goes_to_its_percent(void **state)
{
	Fixture *fixture = *state;

	click(fixture, (Where){ ROWS - 2, COLS - 1 });
	assert_int_equal(view_percent(&session_of(fixture)->view), 100);
	click(fixture, (Where){ 2, COLS - 1 });
	assert_int_equal(session_of(fixture)->view.top.para, 0);
}

static void
the_wheel_scrolls_what_is_under_it(void **state)
{
	Fixture *fixture = *state;
	Where list = find(fixture, "Chapter 3", 0);
	Where text = find(fixture, "Second", 0);

	report(fixture, list, WHEEL_DOWN, false);
	assert_int_equal(fixture->app.lists[PANE_CHAPTERS].first, 3);
	assert_int_equal(session_of(fixture)->view.top.para, 0);
	report(fixture, list, WHEEL_UP, false);
	assert_int_equal(fixture->app.lists[PANE_CHAPTERS].first, 0);
	report(fixture, text, WHEEL_DOWN, false);
	assert_int_equal(find(fixture, "Second", 0).row, text.row - 3);
	report(fixture, text, WHEEL_UP, false);
	assert_int_equal(find(fixture, "Second", 0).row, text.row);
}

static void
a_list_that_was_scrolled_follows_again_when_one_moves(void **state)
{
	Fixture *fixture = *state;

	for (int i = 0; i < 5; i++)
		report(fixture, find(fixture, "Chapters", 0), WHEEL_DOWN,
		       false);
	assert_true(fixture->app.lists[PANE_CHAPTERS].first > 2);
	press_key(fixture, ']');
	press_key(fixture, ']');
	assert_int_equal(fixture->app.lists[PANE_CHAPTERS].first, 1);
	report(fixture, find(fixture, "Chapters", 0), WHEEL_DOWN, false);
	press_key(fixture, 'c');
	assert_int_equal(fixture->app.lists[PANE_CHAPTERS].first, 2);
}

static void
a_prompt_and_a_small_screen_leave_the_mouse_without_effect(void **state)
{
	Fixture *fixture = *state;
	Where place = find(fixture, "nobody asks", 0);

	press_key(fixture, '/');
	click(fixture, place);
	assert_int_equal(session_of(fixture)->view.current, 0);
	press_key(fixture, KEYS_ESC);
	app_resize(&fixture->app, 4, 10);
	work_off(fixture);
	drag(fixture, (Where){ 0, 0 }, (Where){ 3, 9 });
	assert_int_equal(fixture->app.copied.len, 0);
}

static void
reports_from_anywhere_do_no_harm(void **state)
{
	static const int buttons[] = { 0, 1, 2, 3, DRAGGED, DRAGGED | 1,
				       WHEEL_UP, WHEEL_DOWN, 66, 4, 128,
				       100000 };
	Fixture *fixture = *state;

	for (int i = 0; i < 2000; i++) {
		Where place = { i * 7 % 41 - 3, i * 31 % 150 - 5 };

		report(fixture, place, buttons[i % 12], i % 5 == 0);
		if (i % 97 == 0)
			press_key(fixture, "ohiqcs\\"[i / 97 % 7]);
		if (fixture->app.quit)
			break;
	}
	assert_false(fixture->app.quit);
}

static void
expect_query(Fixture *fixture, const char *query, unsigned index)
{
	const Search *search = session_of(fixture)->search;

	assert_true(slice_eq(search_query(search), slice_from(query)));
	assert_int_equal(search_count(search).index, index);
}

static void
a_star_goes_on_to_the_next_of_what_is_selected(void **state)
{
	static const struct {
		const char *text;
		int right;
		const char *query;
		unsigned index;
	} cases[] = {
		{ "Nobody", 5, "Nobody", 1 },
		{ "nobody says", 6, "nobody", 3 },
		{ "nobody asks", 11, "nobody asks\\.", 1 },
		{ "座鐘", 2, "座鐘", 1 },
	};
	Fixture *fixture = *state;

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		drag(fixture, find(fixture, cases[i].text, 0),
		     find(fixture, cases[i].text, cases[i].right));
		press_key(fixture, '*');
		expect_query(fixture, cases[i].query, cases[i].index);
		expect_marked(fixture, "");
		press_key(fixture, 'g');
	}
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_cell_points_at_what_it_shows),
		TEST(a_column_points_at_its_cluster),
		TEST(a_drag_marks_and_copies_text_of_the_dialogue_alone),
		TEST(margins_names_and_gaps_are_not_selected),
		TEST(a_selection_stays_at_another_size_and_goes_by_escape),
		TEST(a_drag_beyond_the_edge_scrolls),
		TEST(a_click_makes_its_turn_current),
		TEST(a_click_on_a_link_shows_its_address),
		TEST(a_click_on_a_match_makes_it_the_current_one),
		TEST(a_click_in_the_lists_goes_there_or_switches),
		TEST(a_click_on_the_map_goes_to_its_percent),
		TEST(the_wheel_scrolls_what_is_under_it),
		TEST(a_list_that_was_scrolled_follows_again_when_one_moves),
		TEST(a_prompt_and_a_small_screen_leave_the_mouse_without_effect),
		TEST(reports_from_anywhere_do_no_harm),
		TEST(a_star_goes_on_to_the_next_of_what_is_selected),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
