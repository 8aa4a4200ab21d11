/*
 * Another size of the window, suspending and continuing.
 */
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/items.h"
#include "terminal/reader.h"

static void
the_first_row_stays_through_20_by_5_and_back(void **state)
{
	Reader *reader = *state;

	reader_open(reader, reader_write_rows(reader), 80, 24);
	reader_press(reader, "37j", (ReaderSight){ "w036", "1/3" });
	reader_resize(reader, 20, 5);
	reader_see(reader, (ReaderSight){ "w036", "1/3" });
	reader_resize(reader, 80, 24);
	reader_see(reader, (ReaderSight){ "w036", "1/3" });
	reader_resize(reader, 200, 60);
	reader_see(reader, (ReaderSight){ "w036", "1/3" });
	reader_resize(reader, 40, 12);
	reader_see(reader, (ReaderSight){ "w036", "1/3" });
	reader_resize(reader, 80, 24);
	reader_see(reader, (ReaderSight){ "w036", "1/3" });
}

/* The screen when all of it is painted, the end of the last row last. */
static char *
whole_screen(Harness *harness)
{
	harness_expect_row(harness, harness_rows(harness) - 1, "h help");
	return harness_screen(harness);
}

static void
the_place_stays_to_the_character_when_rows_break_elsewhere(void **state)
{
	Reader *reader = *state;
	Harness *harness = reader_open(
		reader, reader_sample(reader, "tea-master.zh-Hant.md"), 80, 24);
	char *before;
	char *after;

	reader_press(reader, "9G2j", (ReaderSight){ "GC-MS", "/60" });
	before = whole_screen(harness);
	for (int cols = 79; cols > 20; cols -= 7) {
		reader_resize(reader, cols, 24);
		reader_see(reader, (ReaderSight){ NULL, "/60" });
	}
	reader_resize(reader, 80, 24);
	reader_see(reader, (ReaderSight){ "GC-MS", "/60" });
	after = whole_screen(harness);
	assert_string_equal(after, before);
	free(before);
	free(after);
}

/* Sizes at random, each taken on; then as many without a pause between. */
static void
thirty_resizes_leave_one_where_one_was(void **state)
{
	Reader *reader = *state;
	Harness *harness = reader_open(
		reader, reader_sample(reader, "tea-master.zh-Hant.md"), 80, 24);
	uint32_t seed = 30;
	char *before, *after;

	reader_press(reader, "9G2j", (ReaderSight){ "GC-MS", "/60" });
	before = whole_screen(harness);
	for (int i = 0; i < 60; i++) {
		int cols, rows;

		seed = seed * 1664525u + 1013904223u;
		cols = 20 + (int)(seed >> 8) % 181;
		rows = 5 + (int)(seed >> 20) % 56;
		if (i < 30)
			reader_resize(reader, cols, rows);
		else
			harness_resize(harness, cols, rows);
	}
	reader_resize(reader, 80, 24);
	reader_see(reader, (ReaderSight){ "GC-MS", "/60" });
	after = whole_screen(harness);
	assert_string_equal(after, before);
	free(before);
	free(after);
}

static void
below_20_by_5_it_says_what_it_needs(void **state)
{
	static const int sizes[][2] = {
		{ 19, 24 }, { 80, 4 }, { 12, 6 }, { 1, 1 }, { 2, 40 },
	};
	Reader *reader = *state;
	Harness *harness = reader_open(reader, reader_write_rows(reader), 80,
				       24);

	reader_press(reader, "9j", (ReaderSight){ "w008", "1/3" });
	for (size_t i = 0; i < N_ITEMS(sizes); i++) {
		reader_resize(reader, sizes[i][0], sizes[i][1]);
		if (sizes[i][0] >= 12)
			harness_expect_text(harness, "fangtan");
		harness_expect_no_text(harness, "w008");
		reader_resize(reader, 80, 24);
		reader_see(reader, (ReaderSight){ "w008", "1/3" });
	}
	reader_resize(reader, 19, 5);
	harness_expect_text(harness, "columns and 5 rows");
	reader_quit(reader, "q");
}

static void
it_opens_in_a_window_that_is_too_small(void **state)
{
	Reader *reader = *state;
	const char *const operands[] = { reader_write_rows(reader), NULL };
	HarnessStart start = { .cols = 19, .rows = 5 };
	Harness *harness = reader_run(reader, &start, operands);

	harness_expect_text(harness, "columns and 5 rows");
	reader_resize(reader, 80, 24);
	reader_see(reader, (ReaderSight){ "Ann  1", "1/3" });
}

static void
the_window_changes_under_a_prompt_help_and_a_list(void **state)
{
	static const struct {
		const char *keys;
		const char *text;
	} cases[] = { { "/w01", "/w01" }, { "h", "rows" } };
	Reader *reader = *state;
	Harness *harness = reader_open(reader, reader_write_turns(reader), 120,
				       30);

	for (size_t i = 0; i < N_ITEMS(cases); i++) {
		harness_keys(harness, cases[i].keys);
		harness_expect_text(harness, cases[i].text);
		reader_resize(reader, 24, 10);
		harness_expect_text(harness, cases[i].text);
		reader_resize(reader, 120, 30);
		harness_expect_text(harness, cases[i].text);
		reader_escape(reader, cases[i].text);
	}
	harness_keys(harness, "c");
	reader_resize(reader, 24, 10);
	harness_expect_text(harness, "Chapters");
	reader_escape(reader, "Chapters");
	reader_resize(reader, 120, 30);
	reader_see(reader, (ReaderSight){ "First", " 1/30" });
}

static void
suspended_it_gives_the_terminal_back_and_repaints_after(void **state)
{
	Reader *reader = *state;
	Harness *harness = reader_open(reader, reader_write_turns(reader), 80,
				       24);

	reader_press(reader, "12G", (ReaderSight){ "Cat  12", "12/30" });
	for (int i = 0; i < 2; i++) {
		harness_keys(harness, "<C-z>");
		harness_expect_state(harness, HARNESS_STOPPED);
		assert_true(harness_restored(harness));
		harness_signal(harness, SIGCONT);
		harness_expect_row(harness, READER_FIRST, "Cat  12");
		harness_expect_text(harness, "h help");
		assert_true(harness_alternate(harness));
		harness_expect_cursor(harness, -1);
		reader_see(reader, (ReaderSight){ "Cat  12", "12/30" });
	}
	reader_press(reader, "J", (ReaderSight){ "Ann  13", "13/30" });
	reader_quit(reader, "q");
}

static void
stopped_from_outside_it_gives_the_terminal_back_as_well(void **state)
{
	Reader *reader = *state;
	Harness *harness = reader_open(reader, reader_write_turns(reader), 80,
				       24);

	harness_signal(harness, SIGTSTP);
	harness_expect_state(harness, HARNESS_STOPPED);
	assert_true(harness_restored(harness));
	harness_signal(harness, SIGCONT);
	reader_press(reader, "J", (ReaderSight){ "Bob  2", " 2/30" });
	reader_quit(reader, "q");
}

static void
a_prompt_survives_being_suspended(void **state)
{
	Reader *reader = *state;
	Harness *harness = reader_open(reader, reader_write_turns(reader), 80,
				       24);

	harness_keys(harness, "/more");
	harness_expect_row(harness, 22, "1/6");
	harness_signal(harness, SIGTSTP);
	harness_expect_state(harness, HARNESS_STOPPED);
	assert_true(harness_restored(harness));
	harness_signal(harness, SIGCONT);
	harness_keys(harness, " 30");
	harness_expect_row(harness, 22, "/more 30 ");
	harness_expect_row(harness, 22, "1/1");
	harness_expect_cursor(harness, 22);
	reader_escape(reader, "/more");
	reader_see(reader, (ReaderSight){ "First", " 1/30" });
}

static void
with_standard_input_piped_it_is_suspended_too(void **state)
{
	static const char text[] = "**Ann**: one\n\n**Bob**: two\n\n"
		"**Ann**: three\n\n**Bob**: four\n\n";
	Reader *reader = *state;
	Harness *harness = reader_run(reader, &(HarnessStart){ .piped = true },
				      NULL);

	harness_pipe(harness, text, strlen(text));
	harness_expect_text(harness, "four");
	harness_keys(harness, "<C-z>");
	harness_expect_state(harness, HARNESS_STOPPED);
	assert_true(harness_restored(harness));
	harness_signal(harness, SIGCONT);
	harness_expect_text(harness, "four");
	harness_pipe_end(harness);
	reader_press(reader, "J", (ReaderSight){ "Bob  2", " 2/4" });
	reader_quit(reader, "q");
}

static void
a_window_that_changed_meanwhile_is_noticed(void **state)
{
	Reader *reader = *state;
	Harness *harness = reader_open(reader, reader_write_rows(reader), 80,
				       24);

	reader_press(reader, "9j", (ReaderSight){ "w008", "1/3" });
	harness_keys(harness, "<C-z>");
	harness_expect_state(harness, HARNESS_STOPPED);
	harness_resize(harness, 100, 30);
	harness_signal(harness, SIGCONT);
	harness_expect_row(harness, 29, "h help");
	reader_see(reader, (ReaderSight){ "w008", "1/3" });
	harness_expect_row(harness, 28, "w034");
}

#define TEST(name) \
	cmocka_unit_test_setup_teardown(name, reader_setup, reader_teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_first_row_stays_through_20_by_5_and_back),
		TEST(the_place_stays_to_the_character_when_rows_break_elsewhere),
		TEST(thirty_resizes_leave_one_where_one_was),
		TEST(below_20_by_5_it_says_what_it_needs),
		TEST(it_opens_in_a_window_that_is_too_small),
		TEST(the_window_changes_under_a_prompt_help_and_a_list),
		TEST(suspended_it_gives_the_terminal_back_and_repaints_after),
		TEST(stopped_from_outside_it_gives_the_terminal_back_as_well),
		TEST(a_prompt_survives_being_suspended),
		TEST(with_standard_input_piped_it_is_suspended_too),
		TEST(a_window_that_changed_meanwhile_is_noticed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
