/*
 * The search prompt, what is marked, and the way from match to match.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "terminal/reader.h"

#define PROMPT_ROW 22

static Harness *
open_turns(Reader *reader)
{
	Harness *harness = reader_open(reader, reader_write_turns(reader), 80,
				       24);

	reader_see(reader, (ReaderSight){ "First", " 1/30" });
	return harness;
}

/* Types into the prompt and waits for what it says at its right end. */
static void
type_pattern(Harness *harness, const char *keys, const char *note)
{
	harness_keys(harness, keys);
	harness_expect_row(harness, PROMPT_ROW, note);
}

/* The first cell where the text stands. */
static HarnessCell
cell_of(Harness *harness, const char *text)
{
	int row, col;

	harness_expect_text(harness, text);
	assert_true(harness_find(harness, text, &row, &col));
	return harness_cell(harness, row, col);
}

static void
an_empty_prompt_says_what_it_takes(void **state)
{
	Reader *reader = *state;
	Harness *harness = open_turns(reader);

	harness_keys(harness, "/");
	harness_expect_row(harness, PROMPT_ROW, "/");
	harness_expect_row(harness, PROMPT_ROW, "text or pattern");
	harness_expect_cursor(harness, PROMPT_ROW);
	reader_escape(reader, "text or pattern");
	harness_expect_cursor(harness, -1);
	harness_keys(harness, "?");
	harness_expect_row(harness, PROMPT_ROW, "search backward (help is h)");
	reader_escape(reader, "search backward");
}

static void
every_key_searches_at_once(void **state)
{
	Reader *reader = *state;
	Harness *harness = open_turns(reader);

	type_pattern(harness, "/", "text or pattern");
	type_pattern(harness, "m", "1/6");
	type_pattern(harness, "ore", "/more");
	type_pattern(harness, "", "1/6");
	type_pattern(harness, " 2", "1/2");
	harness_expect_text(harness, "more 20");
	harness_expect_row(harness, 23, "20/30");
	type_pattern(harness, "5", "1/1");
	harness_expect_row(harness, 23, "25/30");
	type_pattern(harness, "<BS>", "1/2");
	harness_expect_row(harness, 23, "20/30");
}

static void
matches_are_marked_the_current_one_differently(void **state)
{
	Reader *reader = *state;
	Harness *harness = open_turns(reader);

	assert_false(cell_of(harness, "turn 3").underline);
	type_pattern(harness, "/turn [34]", "1/3");
	assert_true(cell_of(harness, "turn 3").reverse);
	assert_false(cell_of(harness, "turn 4").reverse);
	assert_true(cell_of(harness, "turn 4").underline);
	assert_false(cell_of(harness, "turn 5").underline);
	harness_keys(harness, "<Enter>");
	harness_expect_no_text(harness, "/turn");
	reader_press(reader, "n", (ReaderSight){ NULL, " 4/30" });
	assert_true(cell_of(harness, "turn 4").reverse);
	assert_true(cell_of(harness, "turn 3").underline);
	assert_false(cell_of(harness, "turn 3").reverse);
}

static bool
is_unmarked(Harness *harness, const void *arg)
{
	HarnessCell cell = cell_of(harness, arg);

	return !cell.underline && !cell.reverse;
}

static void
escape_takes_the_marks_away(void **state)
{
	Reader *reader = *state;
	Harness *harness = open_turns(reader);

	type_pattern(harness, "/turn [34]", "1/3");
	harness_keys(harness, "<Enter>");
	reader_see(reader, (ReaderSight){ NULL, " 3/30" });
	assert_true(cell_of(harness, "turn 4").underline);
	harness_keys(harness, "<Esc>");
	harness_expect(harness, is_unmarked, "turn 4", "no marks");
	harness_expect(harness, is_unmarked, "turn 3", "no marks");
}

static void
escape_in_the_prompt_goes_back_exactly(void **state)
{
	Reader *reader = *state;
	Harness *harness = open_turns(reader);

	reader_press(reader, "12Gj", (ReaderSight){ "turn 12", "12/30" });
	type_pattern(harness, "/more 30", "1/1");
	harness_expect_row(harness, 23, "30/30");
	reader_escape(reader, "/more");
	reader_see(reader, (ReaderSight){ "turn 12", "12/30" });
	reader_press(reader, "k", (ReaderSight){ "Cat  12", "12/30" });
	reader_press(reader, ",", (ReaderSight){ "First", " 1/30" });
}

static void
enter_stays_and_n_goes_on_and_around(void **state)
{
	Reader *reader = *state;
	Harness *harness = open_turns(reader);

	type_pattern(harness, "/more", "1/6");
	harness_keys(harness, "<Enter>");
	reader_see(reader, (ReaderSight){ NULL, " 5/30" });
	reader_press(reader, "n", (ReaderSight){ NULL, "10/30" });
	reader_press(reader, "2n", (ReaderSight){ NULL, "20/30" });
	reader_press(reader, "N", (ReaderSight){ NULL, "15/30" });
	reader_press(reader, "3N", (ReaderSight){ NULL, "30/30" });
	harness_expect_row(harness, PROMPT_ROW, "continues from the end");
	reader_press(reader, "n", (ReaderSight){ NULL, " 5/30" });
	reader_press(reader, "''", (ReaderSight){ NULL, "/30" });
}

static void
a_search_starts_where_one_is(void **state)
{
	Reader *reader = *state;
	Harness *harness = open_turns(reader);

	reader_press(reader, "16G", (ReaderSight){ "Ann  16", "16/30" });
	type_pattern(harness, "/more", "4/6");
	harness_keys(harness, "<Enter>");
	reader_see(reader, (ReaderSight){ NULL, "20/30" });
}

static void
n_goes_on_from_what_is_on_the_screen(void **state)
{
	Reader *reader = *state;
	Harness *harness = open_turns(reader);

	type_pattern(harness, "/more", "1/6");
	harness_keys(harness, "<Enter>");
	reader_see(reader, (ReaderSight){ NULL, " 5/30" });
	reader_press(reader, "26G", (ReaderSight){ "Bob  26", "26/30" });
	reader_press(reader, "n", (ReaderSight){ NULL, "30/30" });
	reader_press(reader, "12G", (ReaderSight){ "Cat  12", "12/30" });
	reader_press(reader, "N", (ReaderSight){ NULL, "10/30" });
	reader_press(reader, "n", (ReaderSight){ NULL, "15/30" });
}

static void
a_question_mark_searches_backward(void **state)
{
	Reader *reader = *state;
	Harness *harness = open_turns(reader);

	reader_press(reader, "16G", (ReaderSight){ "Ann  16", "16/30" });
	type_pattern(harness, "?more", "3/6");
	harness_keys(harness, "<Enter>");
	reader_see(reader, (ReaderSight){ NULL, "15/30" });
	reader_press(reader, "n", (ReaderSight){ NULL, "10/30" });
	reader_press(reader, "N", (ReaderSight){ NULL, "15/30" });
}

static void
an_unfinished_pattern_is_reported_and_keeps_the_result(void **state)
{
	Reader *reader = *state;
	Harness *harness = open_turns(reader);

	type_pattern(harness, "/more 2", "1/2");
	harness_expect_row(harness, 23, "20/30");
	type_pattern(harness, "(", "parenthes");
	harness_expect_row(harness, 23, "20/30");
	harness_expect_text(harness, "more 20");
	type_pattern(harness, "5)", "1/1");
	harness_expect_row(harness, 23, "25/30");
}

static void
a_pattern_without_a_match_says_so(void **state)
{
	Reader *reader = *state;
	Harness *harness = open_turns(reader);

	type_pattern(harness, "/qqq more", "0 · qqq 0 · more 6");
	type_pattern(harness, "<C-u>qqq", " 0");
	harness_expect_row(harness, READER_FIRST, "First");
	harness_keys(harness, "<Enter>");
	harness_expect_row(harness, PROMPT_ROW, "no match of qqq");
	reader_see(reader, (ReaderSight){ "First", " 1/30" });
}

static void
arrows_walk_the_history(void **state)
{
	Reader *reader = *state;
	Harness *harness = open_turns(reader);

	type_pattern(harness, "/more 1", "1/2");
	harness_keys(harness, "<Enter>/turn 3");
	harness_expect_row(harness, PROMPT_ROW, "/turn 3 ");
	harness_keys(harness, "<Enter>/");
	harness_expect_row(harness, PROMPT_ROW, "text or pattern");
	type_pattern(harness, "<Up>", "/turn 3 ");
	type_pattern(harness, "<Up>", "/more 1 ");
	type_pattern(harness, "<Down>", "/turn 3 ");
}

static void
the_history_is_there_the_next_time(void **state)
{
	HarnessStart start = { .cols = 80, .rows = 24 };
	const char *operands[] = { "--no-state", NULL, NULL };
	Reader *reader = *state;
	Harness *harness = open_turns(reader);

	type_pattern(harness, "/more 1", "1/2");
	harness_keys(harness, "<Enter>");
	reader_quit(reader, "Q");
	harness = reader_open(reader, reader->path, 80, 24);
	type_pattern(harness, "/turn 3", "/turn 3");
	harness_keys(harness, "<Enter>/");
	type_pattern(harness, "<Up><Up>", "/more 1 ");
	reader_escape(reader, "/more");
	reader_quit(reader, "Q");
	operands[1] = reader->path;
	harness = reader_run(reader, &start, operands);
	type_pattern(harness, "/<Up>", "text or pattern");
}

static void
enter_on_an_empty_prompt_takes_the_last_pattern(void **state)
{
	Reader *reader = *state;
	Harness *harness = open_turns(reader);

	type_pattern(harness, "/more 25", "1/1");
	harness_keys(harness, "<Enter>");
	reader_press(reader, "g", (ReaderSight){ "First", " 1/30" });
	reader_press(reader, "/<Enter>", (ReaderSight){ NULL, "25/30" });
}

static void
control_r_and_control_x_say_how_the_pattern_is_read(void **state)
{
	Reader *reader = *state;
	Harness *harness = open_turns(reader);

	type_pattern(harness, "/t.rn 3", "1/2");
	type_pattern(harness, "<C-r>", " 0");
	type_pattern(harness, "<C-r>", "1/2");
	type_pattern(harness, "<C-x><C-u>TURN 30", "1/1");
}

static void
what_is_not_the_usual_way_to_read_a_pattern_is_shown(void **state)
{
	Reader *reader = *state;
	Harness *harness = open_turns(reader);

	type_pattern(harness, "/<C-r>", "literal");
	type_pattern(harness, "<C-r>mor", "1/6");
	type_pattern(harness, "<C-g>", "whole word  0");
	type_pattern(harness, "e", "whole word  1/6");
	type_pattern(harness, "<C-g><C-x>", "any case  1/6");
	type_pattern(harness, "<C-x>", "exact case  1/6");
	type_pattern(harness, "<C-x><C-u>ｍｏｒｅ", "1/6");
	type_pattern(harness, "<C-t>", "exact script  0");
	type_pattern(harness, "<C-t>", "1/6");
}

static void
matches_of_who_is_hidden_are_counted_apart(void **state)
{
	Reader *reader = *state;
	Harness *harness = open_turns(reader);

	reader_press(reader, "1S", (ReaderSight){ NULL, "only Ann" });
	type_pattern(harness, "/more", "(4 hidden)");
	harness_expect_row(harness, PROMPT_ROW, "1/2 (4 hidden)");
}

static void
han_text_is_typed_and_found(void **state)
{
	Reader *reader = *state;
	Harness *harness = reader_open(
		reader, reader_sample(reader, "tea-master.zh-Hant.md"), 80, 24);

	type_pattern(harness, "/第三代茶農", "1/1");
	harness_expect_row(harness, 23, " 8/60 · 許若庭");
	reader_escape(reader, "1/1");
	reader_see(reader, (ReaderSight){ "霧從山下走上來", " 1/60" });
	type_pattern(harness, "/第三代茶農", "1/1");
	harness_keys(harness, "<Enter>");
	harness_expect_no_text(harness, "/第");
	reader_see(reader, (ReaderSight){ NULL, " 8/60 · 許若庭" });
	assert_true(cell_of(harness, "第三代茶").reverse);
}

/* Adds a pattern, and waits for what the status line says of all. */
static void
add_pattern(Reader *reader, const char *pattern, const char *status)
{
	harness_keys(reader->harness, "+");
	harness_expect_text(reader->harness, "another pattern");
	harness_keys(reader->harness, pattern);
	reader_press(reader, "<Enter>", (ReaderSight){ NULL, status });
}

static void
several_patterns_are_counted_apart_and_n_follows_the_last(void **state)
{
	Reader *reader = *state;
	Harness *harness = open_turns(reader);
	HarnessCell more, turn;

	type_pattern(harness, "/turn 1", "1/11");
	harness_keys(harness, "<Enter>");
	add_pattern(reader, "more", "turn 1 11 · more 1/6");
	turn = cell_of(harness, "turn 1");
	more = cell_of(harness, "more 5");
	assert_true(more.reverse);
	assert_false(turn.reverse);
	assert_true(turn.underline);
	reader_press(reader, "n", (ReaderSight){ NULL,
						 "turn 1 11 · more 2/6" });
	harness_expect_text(harness, "more 10");
	reader_press(reader, "-", (ReaderSight){ NULL, "10/30" });
	harness_expect(harness, is_unmarked, "more 10", "no marks");
	assert_true(cell_of(harness, "turn 10").underline);
	harness_keys(harness, "<Esc>");
	harness_expect(harness, is_unmarked, "turn 10", "no marks");
}

static void
a_sixth_pattern_is_refused(void **state)
{
	Reader *reader = *state;
	Harness *harness = open_turns(reader);

	type_pattern(harness, "/u", "1/");
	harness_keys(harness, "<Enter>");
	add_pattern(reader, "t", "u 30 · t 1/");
	add_pattern(reader, "o", "t 32 · o 1/");
	add_pattern(reader, "r", "o 7 · r 1/");
	add_pattern(reader, "n", "r 38 · n 1/31");
	harness_keys(harness, "+");
	harness_expect_text(harness, "there are 5 patterns; - takes one away");
	reader_press(reader, "-", (ReaderSight){ NULL, "o 7 · r 1/38" });
}

#define TEST(name) \
	cmocka_unit_test_setup_teardown(name, reader_setup, reader_teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(an_empty_prompt_says_what_it_takes),
		TEST(every_key_searches_at_once),
		TEST(matches_are_marked_the_current_one_differently),
		TEST(escape_takes_the_marks_away),
		TEST(escape_in_the_prompt_goes_back_exactly),
		TEST(enter_stays_and_n_goes_on_and_around),
		TEST(a_search_starts_where_one_is),
		TEST(n_goes_on_from_what_is_on_the_screen),
		TEST(a_question_mark_searches_backward),
		TEST(an_unfinished_pattern_is_reported_and_keeps_the_result),
		TEST(a_pattern_without_a_match_says_so),
		TEST(arrows_walk_the_history),
		TEST(the_history_is_there_the_next_time),
		TEST(enter_on_an_empty_prompt_takes_the_last_pattern),
		TEST(control_r_and_control_x_say_how_the_pattern_is_read),
		TEST(what_is_not_the_usual_way_to_read_a_pattern_is_shown),
		TEST(matches_of_who_is_hidden_are_counted_apart),
		TEST(han_text_is_typed_and_found),
		TEST(several_patterns_are_counted_apart_and_n_follows_the_last),
		TEST(a_sixth_pattern_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
