/*
 * The list of matches: what it shows, and where it leads.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "terminal/reader.h"

#define ROWS 24
#define TITLE_ROW 16		/* of the list in so many rows */
#define ENTRIES_ROW 17

static Harness *
open_list(Reader *reader, const char *search)
{
	Harness *harness = reader_open(reader, reader_write_turns(reader), 80,
				       ROWS);

	reader_see(reader, (ReaderSight){ "First", " 1/30" });
	harness_keys(harness, search);
	harness_expect_no_text(harness, "/turn");
	harness_keys(harness, "r");
	harness_expect_row(harness, TITLE_ROW, "by place");
	return harness;
}

static bool
is_reversed(Harness *harness, const void *arg)
{
	const char *text = arg;

	for (int row = ENTRIES_ROW; row < ROWS - 1; row++)
		if (strstr(harness_row(harness, row), text))
			return harness_cell(harness, row, 1).reverse;
	return false;
}

static void
expect_selected(Harness *harness, const char *text)
{
	harness_expect(harness, is_reversed, text, "an entry that is selected");
}

static void
moving_in_the_list_moves_the_dialogue(void **state)
{
	Reader *reader = *state;
	Harness *harness = open_list(reader, "/turn \\d*5<Enter>");

	harness_expect_row(harness, TITLE_ROW, "3 matches");
	harness_expect_row(harness, ENTRIES_ROW, "§1   5 Bob");
	expect_selected(harness, " 5 Bob");
	reader_see(reader, (ReaderSight){ NULL, "§1/3 · 5/30" });
	harness_keys(harness, "j");
	expect_selected(harness, "15 Cat");
	reader_see(reader, (ReaderSight){ NULL, "§2/3 · 15/30" });
	harness_keys(harness, "G");
	expect_selected(harness, "25 Ann");
	reader_see(reader, (ReaderSight){ NULL, "§3/3 · 25/30" });
	harness_keys(harness, "<Enter>");
	harness_expect_no_text(harness, "by place");
	reader_see(reader, (ReaderSight){ NULL, "§3/3 · 25/30" });
	reader_press(reader, "<C-o>", (ReaderSight){ "First", "§1/3" });
}

static void
escape_goes_back_to_where_one_was(void **state)
{
	Reader *reader = *state;
	Harness *harness = open_list(reader, "/turn 1<Enter>");
	char *before;
	const char *rest;

	harness_keys(harness, "<Esc>");
	harness_expect_no_text(harness, "by place");
	reader_see(reader, (ReaderSight){ "First", "§1/3 · 1/30" });
	before = harness_screen(harness);
	harness_keys(harness, "r");
	harness_expect_row(harness, TITLE_ROW, "11 matches");
	harness_keys(harness, "oG");
	expect_selected(harness, "18 Cat");
	reader_see(reader, (ReaderSight){ NULL, "§2/3 · 18/30" });
	harness_keys(harness, "<Esc>");
	harness_expect_no_text(harness, "by speaker");
	reader_see(reader, (ReaderSight){ "First", "§1/3 · 1/30" });
	rest = before;
	for (int row = 0; row < ROWS; row++) {
		size_t len = strcspn(rest, "\n");
		const char *now = harness_row(harness, row);

		assert_int_equal(strlen(now), len);
		assert_memory_equal(now, rest, len);
		rest += len + 1;
	}
	free(before);
}

static void
another_search_and_the_filter_change_the_list(void **state)
{
	Reader *reader = *state;
	Harness *harness = open_list(reader, "/turn<Enter>");

	harness_expect_row(harness, TITLE_ROW, "30 matches");
	harness_keys(harness, "1S");
	harness_expect_row(harness, TITLE_ROW, "10 matches (20 hidden)");
	harness_expect_row(harness, ENTRIES_ROW + 1, "§1   4 Ann");
	harness_keys(harness, "2s");
	harness_expect_row(harness, TITLE_ROW, "20 matches (10 hidden)");
	harness_keys(harness, "x/more<Enter>");
	harness_expect_row(harness, TITLE_ROW, "6 matches");
	harness_expect_row(harness, ENTRIES_ROW, "more 5");
	harness_keys(harness, "/zebra<Enter>");
	harness_expect_row(harness, ENTRIES_ROW, "no match");
	harness_keys(harness, "<Esc>");
	harness_expect_no_text(harness, "by place");
}

static void
the_list_goes_along_when_the_document_is_read_again(void **state)
{
	Reader *reader = *state;
	Harness *harness = open_list(reader, "/turn 2<Enter>");

	harness_keys(harness, "oj");
	expect_selected(harness, "20 Bob");
	reader_write(reader, "turns.md",
		     "---\ntitle: Turns\n---\n\n"
		     "**Ann**: turn 2 of six\n\n**Bob**: turn 3\n\n"
		     "**Ann**: turn 4\n\n**Bob**: turn 5\n\n"
		     "**Ann**: turn 6\n\n**Bob**: turn 2 once more\n");
	harness_keys(harness, "R");
	harness_expect_row(harness, TITLE_ROW, "2 matches · by speaker");
	harness_expect_row(harness, ENTRIES_ROW, "turn 2 of six");
	harness_expect_row(harness, ENTRIES_ROW + 1, "turn 2 once more");
	harness_keys(harness, "g");
	expect_selected(harness, "of six");
	harness_keys(harness, "<Esc>");
	harness_expect_no_text(harness, "by speaker");
	reader_see(reader, (ReaderSight){ NULL, "/6" });
}

/* True where the matches of all `n` entries begin in one column. */
static bool
are_in_one_column(Harness *harness, const void *arg)
{
	int last = ENTRIES_ROW + *(const int *)arg - 1;
	int at = 1;

	while (at < 79 && !harness_cell(harness, ENTRIES_ROW, at).underline)
		at++;
	for (int row = ENTRIES_ROW; row <= last; row++)
		if (strcmp(harness_cell(harness, row, at).text, "鐘")
		    || !harness_cell(harness, row, at).underline
		    || harness_cell(harness, row, at - 1).underline)
			return false;
	return true;
}

static void
matches_stand_below_each_other_among_wide_characters(void **state)
{
	Reader *reader = *state;
	const int n = 5;
	Harness *harness;

	reader_write(reader, "wide.md",
		     "# 鐘\n\n"
		     "**林雨**: 鐘。\n\n"
		     "**Ada Voss**: a很多話在前面，說得很長很長，一直說到了這裡才有"
		     "鐘，後面也很長很長很長很長很長很長。\n\n"
		     "**林雨**: 🇹🇼🇹🇼🇹🇼🇹🇼🇹🇼🇹🇼🇹🇼🇹🇼🇹🇼🇹🇼🇹🇼🇹🇼🇹🇼🇹🇼🇹🇼"
		     "👨‍👩‍👧👨‍👩‍👧鐘👨‍👩‍👧\n\n"
		     "**一個名字很長很長的人**: éé`鐘`**鐘**\n");
	harness = reader_open(reader, reader->path, 80, ROWS);
	harness_expect_text(harness, "林雨");
	harness_keys(harness, "/鐘<Enter>");
	harness_expect_no_text(harness, "/鐘");
	harness_keys(harness, "rj");
	harness_expect_row(harness, TITLE_ROW, "by place");
	harness_expect(harness, are_in_one_column, &n, "one column");
}

static void
a_small_window_has_room_for_both(void **state)
{
	Reader *reader = *state;
	Harness *harness = open_list(reader, "/turn 1<Enter>");

	harness_keys(harness, "jjj");
	expect_selected(harness, "12 Cat");
	reader_resize(reader, 40, 12);
	harness_expect_row(harness, 7, "by place");
	harness_expect_row(harness, 10, "§2  12 Cat");
	reader_see(reader, (ReaderSight){ NULL, "12/30" });
	reader_resize(reader, 20, 5);
	harness_expect_row(harness, 3, "12 Cat");
	reader_resize(reader, 80, ROWS);
	expect_selected(harness, "12 Cat");
	reader_see(reader, (ReaderSight){ NULL, "§2/3 · 12/30" });
}

static void
the_list_grows_while_the_document_does(void **state)
{
	static const char first[] = "**Ann**: one\n\n**Bob**: one two\n\n"
		"**Ann**: three\n\n**Bob**: four\n\n";
	static const char then[] = "**Ann**: one five\n\n**Bob**: six\n\n";
	Reader *reader = *state;
	Harness *harness = reader_run(reader, &(HarnessStart){ .piped = true },
				      NULL);

	harness_pipe(harness, first, strlen(first));
	harness_expect_text(harness, "three");
	harness_keys(harness, "/one<Enter>");
	harness_expect_no_text(harness, "/one");
	harness_keys(harness, "ro");
	harness_expect_row(harness, TITLE_ROW, "2+ matches · by speaker");
	harness_expect_row(harness, ENTRIES_ROW + 1, "2 Bob");
	harness_keys(harness, "j");
	expect_selected(harness, "2 Bob");
	harness_pipe(harness, then, strlen(then));
	harness_pipe_end(harness);
	harness_expect_row(harness, TITLE_ROW, "3 matches · by speaker");
	harness_expect_row(harness, ENTRIES_ROW + 1, "5 Ann");
	expect_selected(harness, "2 Bob");
}

static void
point_at_entry(Harness *harness, const char *text)
{
	int row = ENTRIES_ROW;

	while (row < ROWS - 1 && !strstr(harness_row(harness, row), text))
		row++;
	harness_point(harness, row, 30);
}

static void
the_mouse_scrolls_the_list_and_goes_to_its_entries(void **state)
{
	Reader *reader = *state;
	const char *const operands[] = { "--mouse", reader_write_turns(reader),
					 NULL };
	Harness *harness = reader_run(reader, &(HarnessStart){ 0 }, operands);

	harness_expect_text(harness, "h help");
	harness_keys(harness, "/turn<Enter>");
	harness_expect_no_text(harness, "/turn");
	harness_keys(harness, "r");
	harness_expect_row(harness, ENTRIES_ROW, " 1 Ann");
	point_at_entry(harness, " 4 Ann");
	harness_wheel(harness, true);
	harness_expect_row(harness, ENTRIES_ROW, " 4 Ann");
	reader_see(reader, (ReaderSight){ "First", "§1/3 · 1/30" });
	point_at_entry(harness, " 8 Bob");
	harness_button(harness, true);
	harness_button(harness, false);
	expect_selected(harness, " 8 Bob");
	reader_see(reader, (ReaderSight){ NULL, "§1/3 · 8/30" });
	harness_expect_row(harness, TITLE_ROW, "by place");
}

/* Where it is cut, a column may be left that no wide character fits. */
static void
a_match_that_is_too_wide_ends_its_row(void **state)
{
	static const char text[] =
		"**Ann:** 春\n\n**Bob:** 夏\n\n**Ann:** 一二三四五六七八九十"
		"一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十，到了終點\n";
	Reader *reader = *state;
	const char *path = reader_write(reader, "wide.md", text);

	for (int cols = 80; cols < 82; cols++) {
		Harness *harness = reader_open(reader, path, cols, ROWS);

		harness_keys(harness, "/一.*十<Enter>");
		harness_keys(harness, "r");
		harness_expect_row(harness, ENTRIES_ROW, "Ann");
		harness_expect_row(harness, ENTRIES_ROW, "一二三");
		assert_null(strstr(harness_row(harness, ENTRIES_ROW), "……"));
		reader_quit(reader, "Q");
	}
}

#define TEST(name) \
	cmocka_unit_test_setup_teardown(name, reader_setup, reader_teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(moving_in_the_list_moves_the_dialogue),
		TEST(escape_goes_back_to_where_one_was),
		TEST(another_search_and_the_filter_change_the_list),
		TEST(the_list_goes_along_when_the_document_is_read_again),
		TEST(matches_stand_below_each_other_among_wide_characters),
		TEST(a_small_window_has_room_for_both),
		TEST(the_list_grows_while_the_document_does),
		TEST(the_mouse_scrolls_the_list_and_goes_to_its_entries),
		TEST(a_match_that_is_too_wide_ends_its_row),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
