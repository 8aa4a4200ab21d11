/*
 * The first screen at several sizes, colours and attributes, and that columns
 * do not drift.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

#include "base/items.h"
#include "terminal/reader.h"

#define TEA "tea-master.zh-Hant.md"

static void
the_first_screen_at_120_by_40_has_sidebar_text_and_map(void **state)
{
	Reader *reader = *state;
	Harness *harness = reader_open(reader, reader_sample(reader, TEA), 120,
				       40);

	harness_expect_row(harness, READER_HEAD,
			   "一片葉子記得的事：茶農與香氣科學家對談 · 霧從山下走上來");
	reader_see(reader, (ReaderSight){ "霧從山下走上來",
					  "§1/4 · 1/60 · 許若庭" });
	harness_expect_row(harness, 39, "h help");
	harness_expect_row(harness, 39, " % · ");
	harness_expect_row(harness, 39, " min · ");
	harness_expect_text(harness, "Chapters");
	harness_expect_text(harness, "Speakers");
	harness_expect_text(harness, "1 許若庭");
	harness_expect_text(harness, "2 林茂川");
	harness_expect_text(harness, "3 沈芷蘭");
	harness_expect_text(harness, "▸");
	harness_expect_text(harness, "茂川師，我們今天坐的這個地方，海拔多少？");
}

static void
at_80_columns_there_is_no_sidebar(void **state)
{
	Reader *reader = *state;
	Harness *harness = reader_open(reader, reader_sample(reader, TEA), 80,
				       24);
	int row, col;

	reader_see(reader, (ReaderSight){ "霧從山下走上來",
					  "§1/4 · 1/60 · 許若庭" });
	harness_expect_row(harness, 23, "h help");
	assert_false(harness_find(harness, "Speakers", &row, &col));
	assert_true(harness_find(harness, "許若庭  1", &row, &col));
	assert_int_equal(col, 8);
	assert_true(harness_cell(harness, row, col).bold);
	assert_string_equal(harness_cell(harness, row, 7).text, "┃");
	assert_true(harness_find(harness, "茂川師", &row, &col));
	assert_false(harness_cell(harness, row, col).bold);
	assert_int_equal(harness_cell(harness, row, col).fg, -1);
	assert_true(harness_find(harness, "林茂川  2", &row, &col));
	assert_string_equal(harness_cell(harness, row, 7).text, " ");
	assert_true(harness_find(harness, "[笑]", &row, &col));
	assert_true(harness_cell(harness, row, col).italic);
}

static void
at_40_columns_fields_go_from_the_right(void **state)
{
	Reader *reader = *state;
	Harness *harness = reader_open(reader, reader_sample(reader, TEA), 40,
				       12);

	reader_see(reader, (ReaderSight){ "霧從山下走上來", "1/60" });
	harness_expect_row(harness, READER_HEAD, "一片葉子記得的事");
	harness_expect_row(harness, 11, "§1/4");
	harness_expect_text(harness, "許若庭  1");
	assert_null(strstr(harness_row(harness, 11), "h help"));
}

static void
at_20_by_5_the_turn_is_still_told(void **state)
{
	Reader *reader = *state;

	reader_open(reader, reader_sample(reader, TEA), 20, 5);
	reader_see(reader, (ReaderSight){ "霧從山下走上來", "1/60" });
	reader_press(reader, "2G", (ReaderSight){ "林茂川", "2/60" });
	reader_press(reader, "G", (ReaderSight){ NULL, "60/60" });
	reader_press(reader, "g", (ReaderSight){ "霧從山下走上來", "1/60" });
}

static void
the_screen_is_the_second_one_without_a_cursor(void **state)
{
	Reader *reader = *state;
	Harness *harness = reader_open(reader, reader_write_rows(reader), 80,
				       24);
	int row, col;

	assert_true(harness_alternate(harness));
	harness_expect_cursor(harness, -1);
	assert_int_equal(harness_modes(harness).c_lflag & (ICANON | ECHO), 0);
	reader_quit(reader, "q");
	assert_true(harness_cursor(harness, &row, &col));
}

static void
without_colour_there_is_none(void **state)
{
	static const char *const env[] = { "NO_COLOR=1", NULL };
	Reader *reader = *state;
	const char *const operands[] = { reader_sample(reader, TEA), NULL };
	HarnessStart start = { .cols = 120, .rows = 24, .env = env };
	Harness *harness = reader_run(reader, &start, operands);

	harness_expect_text(harness, "h help");
	harness_expect_text(harness, "茂川師");
	for (int row = 0; row < 24; row++)
		for (int col = 0; col < 120; col++)
			assert_int_equal(harness_cell(harness, row, col).fg,
					 -1);
}

/* Ambiguous, wide, combining, and wide outside of the first plane. */
static void
columns_do_not_drift_behind_characters_of_doubtful_width(void **state)
{
	static const char text[] =
		"**Ann**: a\n\n**Bob**: b\n\n"
		"**Ann**: …“q”—§α中→│endhere\n\n"
		"**Bob**: 😀x🎉y𠮷zendthere\n\n"
		"**Ann**: e\xcc\x81\xcc\xa3o가각end3\n\n"
		"**Bob**: 一、二。「三」end4\n\n";
	static const struct {
		const char *end;
		int col;
	} cases[] = {
		{ "endhere", 19 }, { "endthere", 17 },
		{ "end3", 14 }, { "end4", 22 },
	};
	Reader *reader = *state;
	Harness *harness = reader_open(
		reader, reader_write(reader, "drift.md", text), 80, 24);
	int row, col;

	for (size_t i = 0; i < N_ITEMS(cases); i++) {
		harness_expect_text(harness, cases[i].end);
		assert_true(harness_find(harness, cases[i].end, &row, &col));
		assert_int_equal(col, cases[i].col);
		assert_int_equal(harness_cell(harness, row, 79).cols, 1);
		assert_string_not_equal(harness_cell(harness, row, 79).text,
					" ");
	}
}

/* What curses paints by differences is what it paints at once. */
static void
scrolling_paints_what_a_repaint_paints(void **state)
{
	static const char keys[] = "jjdJLkufb]}G{K12Jjjjdd3j";
	Reader *reader = *state;
	Harness *harness = reader_open(reader, reader_sample(reader, TEA), 100,
				       30);

	reader_see(reader, (ReaderSight){ "霧從山下走上來", "1/60" });
	for (const char *key = keys; *key; key++) {
		char *painted;
		char *repainted;

		harness_send(harness, key, 1);
		harness_keys(harness, "98765");
		harness_expect_row(harness, 29, "98765");
		reader_escape(reader, "98765");
		painted = harness_screen(harness);
		reader_see(reader, (ReaderSight){ NULL, "h help" });
		repainted = harness_screen(harness);
		assert_string_equal(painted, repainted);
		free(painted);
		free(repainted);
	}
}

/* The interviews that the counts are known of stand beside the source. */
static void
a_long_interview_counts_its_chapters_and_turns(void **state)
{
	const char *shared = getenv("FANGTAN_SHARED");
	const char *top = getenv("srcdir");
	Reader *reader = *state;
	char path[READER_PATH_MAX];

	if (shared)
		snprintf(path, sizeof(path), "%s", shared);
	else
		snprintf(path, sizeof(path), "%s/../shared", top ? top : ".");
	strncat(path, "/interviews/verified/hard-fork-2025-dario-amodei"
		".zh-Hant.md", sizeof(path) - strlen(path) - 1);
	if (access(path, R_OK) < 0) {
		print_message("no %s\n", path);
		skip();
	}
	reader_open(reader, path, 120, 40);
	reader_see(reader, (ReaderSight){ NULL, "1/142" });
	reader_press(reader, "12G", (ReaderSight){ NULL, "§1/3 · 12/142" });
	reader_press(reader, "]", (ReaderSight){ NULL, "§2/3 · 44/142" });
	reader_press(reader, "]", (ReaderSight){ NULL, "§3/3 · " });
	reader_press(reader, "G", (ReaderSight){ NULL, "/142" });
	reader_quit(reader, "q");
}

#define TEST(name) \
	cmocka_unit_test_setup_teardown(name, reader_setup, reader_teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_first_screen_at_120_by_40_has_sidebar_text_and_map),
		TEST(at_80_columns_there_is_no_sidebar),
		TEST(at_40_columns_fields_go_from_the_right),
		TEST(at_20_by_5_the_turn_is_still_told),
		TEST(the_screen_is_the_second_one_without_a_cursor),
		TEST(without_colour_there_is_none),
		TEST(columns_do_not_drift_behind_characters_of_doubtful_width),
		TEST(scrolling_paints_what_a_repaint_paints),
		TEST(a_long_interview_counts_its_chapters_and_turns),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
