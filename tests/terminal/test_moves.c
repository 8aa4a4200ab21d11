/*
 * Every key that moves, with and without counts.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include "terminal/reader.h"

typedef struct Move {
	const char *keys;
	const char *first;
	const char *status;
} Move;

/* Each from the start of the document. */
static void
try_moves(Reader *reader, const Move *moves, size_t n, ReaderSight start)
{
	for (size_t i = 0; i < n; i++) {
		ReaderSight sight = { moves[i].first, moves[i].status };

		reader_press(reader, "g", start);
		reader_press(reader, moves[i].keys, sight);
	}
}

#define TRY_MOVES(reader, moves, ...) \
	try_moves(reader, moves, sizeof(moves) / sizeof(*(moves)), \
		  (ReaderSight){ __VA_ARGS__ })

static void
keys_scroll_by_rows_pages_and_percent(void **state)
{
	static const Move moves[] = {
		{ "j", "w000", "1/3" }, { "<Down>", "w000", "1/3" },
		{ "<Enter>", "w000", "1/3" }, { "<C-e>", "w000", "1/3" },
		{ "5j", "w004", "1/3" }, { "12<Down>", "w011", NULL },
		{ "3<Enter>", "w002", NULL }, { "3<C-e>", "w002", NULL },
		{ "5jk", "w003", NULL }, { "5j<Up>", "w003", NULL },
		{ "5j<C-y>", "w003", NULL }, { "5j2k", "w002", NULL },
		{ "5j3<Up>", "w001", NULL }, { "5j3<C-y>", "w001", NULL },
		{ "k", "Ann", NULL }, { "5j9k", "Ann", NULL },
		{ "d", "w009", NULL }, { "<C-d>", "w009", NULL },
		{ "2d", "w019", NULL }, { "2<C-d>", "w019", NULL },
		{ "2du", "w009", NULL }, { "2d<C-u>", "w009", NULL },
		{ "4d3u", "w009", NULL }, { "4d3<C-u>", "w009", NULL },
		{ "<Space>", "w019", NULL }, { " ", "w019", NULL },
		{ "f", "w019", NULL }, { "<PgDn>", "w019", NULL },
		{ "<C-f>", "w019", NULL }, { "2f", "w039", NULL },
		{ "3<PgDn>", "w059", NULL }, { "3<Space>", "w059", NULL },
		{ "3fb", "w039", NULL }, { "3f<PgUp>", "w039", NULL },
		{ "3f<C-b>", "w039", NULL }, { "3f2b", "w019", NULL },
		{ "G", "w085", "100 %" }, { "<End>", "w085", "100 %" },
		{ "Gg", "Ann", NULL }, { "G<Home>", "Ann", NULL },
		{ "999j", "w085", "100 %" }, { "99f", "w085", "100 %" },
		{ "Gk", "w084", "99 %" }, { "Gb", "w065", NULL },
		{ "50%", "w049", NULL }, { "0%", "Ann", NULL },
	};
	Reader *reader = *state;

	reader_open(reader, reader_write_rows(reader), 80, 24);
	TRY_MOVES(reader, moves, "Ann  1", "1/3");
}

static void
reading_again_one_stays_where_one_was(void **state)
{
	static const Move moves[] = {
		{ "12GR", "Cat  12", "12/30 · Cat" },
		{ "5G}R", "more 5", " 5/30" },
		{ "12GR5G", "Bob  5", " 5/30 · Bob" },
	};
	Reader *reader = *state;

	reader_open(reader, reader_write_turns(reader), 80, 24);
	TRY_MOVES(reader, moves, "First", "§1/3 · 1/30 · Ann");
}

static void
the_text_stays_where_its_file_has_gone(void **state)
{
	Reader *reader = *state;
	const char *path = reader_write_turns(reader);
	Harness *harness = reader_open(reader, path, 80, 24);

	reader_press(reader, "7G", (ReaderSight){ "Ann", "7/30" });
	remove(path);
	harness_keys(harness, "R");
	harness_expect_text(harness, "the text stays as it was: no such file");
	reader_see(reader, (ReaderSight){ "Ann", "7/30" });
}

static void
keys_jump_by_turns_speakers_and_paragraphs(void **state)
{
	static const Move moves[] = {
		{ "J", "Bob  2", " 2/30 · Bob" },
		{ "<Right>", "Bob  2", " 2/30 · Bob" },
		{ "3J", "Ann  4", " 4/30 · Ann" },
		{ "3<Right>", "Ann  4", " 4/30 · Ann" },
		{ "5JK", "Bob  5", " 5/30 · Bob" },
		{ "5J<Left>", "Bob  5", " 5/30 · Bob" },
		{ "5J2K", "Ann  4", " 4/30 · Ann" },
		{ "5J3<Left>", "Cat  3", " 3/30 · Cat" },
		{ "5JjK", "Cat  6", " 6/30 · Cat" },
		{ "99J", "Cat  30", "30/30 · Cat" },
		{ "12G", "Cat  12", "12/30 · Cat" },
		{ "1G", "Ann  1", " 1/30 · Ann" },
		{ "12G99K", "Ann  1", " 1/30 · Ann" },
		{ "L", "Ann  4", " 4/30" }, { ")", "Ann  4", " 4/30" },
		{ "2L", "Ann  7", " 7/30" }, { "3)", "Ann  10", "10/30" },
		{ "12GH", "Cat  9", " 9/30" }, { "12G(", "Cat  9", " 9/30" },
		{ "12G2H", "Cat  6", " 6/30" },
		{ "12G3(", "Cat  3", " 3/30" },
		{ "5G}", "more 5", " 5/30" },
		{ "5G}{", "Bob  5", " 5/30" },
		{ "5G2}", "Cat  6", " 6/30" },
		{ "6G{", "more 5", " 5/30" },
		{ "6G2{", "Bob  5", " 5/30" },
	};
	Reader *reader = *state;

	reader_open(reader, reader_write_turns(reader), 80, 24);
	TRY_MOVES(reader, moves, "First", "§1/3 · 1/30 · Ann");
}

static void
keys_jump_by_chapters(void **state)
{
	static const Move moves[] = {
		{ "]", "Second", "§2/3 · 11/30 · Bob" },
		{ "2]", "Third", "§3/3 · 21/30 · Cat" },
		{ "9]", "Third", "§3/3 · 21/30 · Cat" },
		{ "15G[", "Second", "§2/3 · 11/30 · Bob" },
		{ "15G2[", "First", "§1/3 · 1/30 · Ann" },
		{ "2][", "Second", "§2/3 · 11/30 · Bob" },
	};
	Reader *reader = *state;

	reader_open(reader, reader_write_turns(reader), 80, 24);
	TRY_MOVES(reader, moves, "First", "§1/3 · 1/30 · Ann");
}

static void
keys_go_back_to_older_places_and_forth(void **state)
{
	static const Move moves[] = {
		{ "12G20G''", "Cat  12", "12/30" },
		{ "12G20G``", "Cat  12", "12/30" },
		{ "12G20G''''", "Bob  20", "20/30" },
		{ "12G20G,", "Cat  12", "12/30" },
		{ "12G20G<C-o>", "Cat  12", "12/30" },
		{ "7G12G20G2,", "Ann  7", " 7/30" },
		{ "7G12G20G,,", "Ann  7", " 7/30" },
		{ "7G12G20G2,.", "Cat  12", "12/30" },
		{ "7G12G20G2,<C-n>", "Cat  12", "12/30" },
		{ "7G12G20G2,2.", "Bob  20", "20/30" },
	};
	Reader *reader = *state;

	reader_open(reader, reader_write_turns(reader), 80, 24);
	TRY_MOVES(reader, moves, "First", "§1/3 · 1/30 · Ann");
}

static void
z_puts_the_current_turn_where_it_says(void **state)
{
	Reader *reader = *state;
	Harness *harness = reader_open(reader, reader_write_turns(reader), 80,
				       24);
	int row, col;

	reader_press(reader, "12G", (ReaderSight){ "Cat  12", "12/30" });
	reader_press(reader, "zz", (ReaderSight){ NULL, "12/30" });
	harness_expect_text(harness, "turn 12");
	assert_true(harness_find(harness, "Cat  12", &row, &col));
	assert_in_range(row, 11, 13);
	reader_press(reader, "zb", (ReaderSight){ NULL, "12/30" });
	assert_true(harness_find(harness, "Cat  12", &row, &col));
	assert_int_equal(row, 22);
	reader_press(reader, "zt", (ReaderSight){ "Cat  12", "12/30" });
}

static void
a_turn_too_far_down_to_fill_the_screen_leaves_blank_rows(void **state)
{
	Reader *reader = *state;
	Harness *harness = reader_open(reader, reader_write_turns(reader), 80,
				       24);

	reader_press(reader, "30G", (ReaderSight){ "Cat  30", "30/30" });
	harness_expect_row(harness, READER_FIRST + 1, "turn 30");
	harness_expect_row(harness, READER_FIRST + 3, "more 30");
	for (int row = READER_FIRST + 4; row < 23; row++)
		assert_null(strchr(harness_row(harness, row), 'n'));
}

static void
scrolling_keeps_the_current_turn_while_it_is_in_sight(void **state)
{
	Reader *reader = *state;

	reader_open(reader, reader_write_turns(reader), 80, 24);
	reader_press(reader, "12G", (ReaderSight){ "Cat  12", "12/30" });
	reader_press(reader, "5k", (ReaderSight){ NULL, "12/30" });
	reader_press(reader, "6j", (ReaderSight){ "turn 12", "12/30" });
	reader_press(reader, "f", (ReaderSight){ NULL, "18/30" });
	reader_press(reader, "2b", (ReaderSight){ NULL, "12/30" });
}

static void
counts_are_shown_and_given_up_with_escape(void **state)
{
	Reader *reader = *state;
	Harness *harness = reader_open(reader, reader_write_rows(reader), 80,
				       24);

	harness_expect_row(harness, READER_FIRST, "Ann  1");
	harness_keys(harness, "418");
	harness_expect_row(harness, 23, "418");
	reader_escape(reader, "418");
	reader_press(reader, "j", (ReaderSight){ "w000", NULL });
	harness_keys(harness, "z");
	harness_expect_row(harness, 23, "z …");
	reader_escape(reader, "z …");
	reader_press(reader, "2j", (ReaderSight){ "w002", NULL });
}

/* A paragraph each five minutes, and nobody's name. */
static const char *
write_times(Reader *reader)
{
	static const char text[] =
		"[00:00] zero\n\n[05:00] five\n\n[10:00] ten\n\n"
		"[15:00] fifteen\n\n[1:20:00] eighty\n";

	return reader_write(reader, "times.md", text);
}

static void
a_time_opens_a_document_without_names_and_turns_are_paragraphs(void **state)
{
	Reader *reader = *state;
	const char *const operands[] = { "--time=7:30", write_times(reader),
					 NULL };
	HarnessStart start = { .cols = 80, .rows = 24 };

	reader_run(reader, &start, operands);
	reader_see(reader, (ReaderSight){ "five", "5:00 of 1:20:00" });
	reader_press(reader, "J", (ReaderSight){ "ten", "10:00 of 1:20:00" });
	reader_press(reader, "2J", (ReaderSight){ "eighty", "1:20:00 of" });
	reader_press(reader, "J", (ReaderSight){ "eighty", NULL });
	reader_press(reader, "<Left>", (ReaderSight){ "fifteen", NULL });
	reader_press(reader, "9K", (ReaderSight){ "zero", "0:00 of 1:20:00" });
	reader_press(reader, "]", (ReaderSight){ "ten", NULL });
	reader_press(reader, "]", (ReaderSight){ "eighty", NULL });
	reader_press(reader, "j2[", (ReaderSight){ "zero", NULL });
}

#define TEST(name) \
	cmocka_unit_test_setup_teardown(name, reader_setup, reader_teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(keys_scroll_by_rows_pages_and_percent),
		TEST(keys_jump_by_turns_speakers_and_paragraphs),
		TEST(keys_jump_by_chapters),
		TEST(reading_again_one_stays_where_one_was),
		TEST(the_text_stays_where_its_file_has_gone),
		TEST(keys_go_back_to_older_places_and_forth),
		TEST(z_puts_the_current_turn_where_it_says),
		TEST(a_turn_too_far_down_to_fill_the_screen_leaves_blank_rows),
		TEST(scrolling_keeps_the_current_turn_while_it_is_in_sight),
		TEST(counts_are_shown_and_given_up_with_escape),
		TEST(a_time_opens_a_document_without_names_and_turns_are_paragraphs),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
