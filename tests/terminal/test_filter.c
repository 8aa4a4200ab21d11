/*
 * Whose turns are shown: s, S, x, and what the status line says of it.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "terminal/reader.h"

static Harness *
open_turns(Reader *reader)
{
	return reader_open(reader, reader_write_turns(reader), 80, 24);
}

/* Waits for what the status line says, and for nothing that it should not. */
static void
expect_status(Reader *reader, const char *text, const char *not)
{
	Harness *harness = reader->harness;

	reader_see(reader, (ReaderSight){ NULL, text });
	if (not && strstr(harness_row(harness, reader_status_row(reader)), not))
		fail_msg("the status line still has “%s”", not);
}

static void
a_number_and_s_switch_a_speaker_out_and_in(void **state)
{
	Reader *reader = *state;
	Harness *harness = open_turns(reader);

	harness_expect_text(harness, "Bob  2");
	reader_press(reader, "2s",
		     (ReaderSight){ NULL, "without Bob · 20 of 30" });
	harness_expect_no_text(harness, "Bob  ");
	harness_expect_text(harness, "Ann  1");
	harness_expect_text(harness, "Cat  3");
	reader_press(reader, "2s", (ReaderSight){ NULL, "1/30" });
	harness_expect_text(harness, "Bob  2");
	expect_status(reader, "1/30", "without");
}

static void
a_number_and_capital_s_show_only_that_speaker(void **state)
{
	Reader *reader = *state;
	Harness *harness = open_turns(reader);

	reader_press(reader, "2S",
		     (ReaderSight){ NULL, "only Bob · 10 of 30" });
	harness_expect_text(harness, "turn 2");
	harness_expect_no_text(harness, "turn 1 ");
	reader_press(reader, "J", (ReaderSight){ "Bob", "/30 · Bob" });
	reader_press(reader, "3S",
		     (ReaderSight){ NULL, "only Cat · 10 of 30" });
	harness_expect_no_text(harness, "Bob  ");
}

static void
movements_pass_over_who_is_hidden(void **state)
{
	Reader *reader = *state;

	open_turns(reader);
	reader_press(reader, "3G", (ReaderSight){ "Cat  3", " 3/30" });
	reader_press(reader, "S",
		     (ReaderSight){ "Cat  3", "only Cat · 10 of 30" });
	reader_press(reader, "J", (ReaderSight){ "Cat  6", " 6/30" });
	reader_press(reader, "2J", (ReaderSight){ "Cat  12", "12/30" });
	reader_press(reader, "K", (ReaderSight){ "Cat  9", " 9/30" });
}

static void
capital_s_shows_the_current_speaker_and_goes_back_to_before(void **state)
{
	Reader *reader = *state;

	open_turns(reader);
	reader_press(reader, "2s",
		     (ReaderSight){ NULL, "without Bob · 20 of 30" });
	reader_press(reader, "S",
		     (ReaderSight){ NULL, "only Ann · 10 of 30" });
	reader_press(reader, "S",
		     (ReaderSight){ NULL, "without Bob · 20 of 30" });
}

static void
x_switches_the_filter_off_and_on(void **state)
{
	Reader *reader = *state;
	Harness *harness = open_turns(reader);

	reader_press(reader, "1S",
		     (ReaderSight){ NULL, "only Ann · 10 of 30" });
	harness_expect_no_text(harness, "Bob");
	harness_keys(harness, "x");
	harness_expect_text(harness, "Bob  2");
	expect_status(reader, "1/30", "only");
	reader_press(reader, "x",
		     (ReaderSight){ NULL, "only Ann · 10 of 30" });
	harness_expect_no_text(harness, "Bob");
}

static void
when_the_last_speaker_goes_out_all_are_in(void **state)
{
	Reader *reader = *state;
	Harness *harness = open_turns(reader);

	reader_press(reader, "1s", (ReaderSight){ NULL, "without Ann" });
	reader_press(reader, "2s", (ReaderSight){ NULL, "only Cat" });
	harness_keys(harness, "3s");
	harness_expect_text(harness, "Ann  1");
	harness_expect_text(harness, "Bob  2");
	expect_status(reader, "/30", "only");
}

static void
a_speaker_that_is_not_there_is_reported(void **state)
{
	Reader *reader = *state;
	Harness *harness = open_turns(reader);

	harness_keys(harness, "9S");
	harness_expect_row(harness, 22, "there is no speaker 9");
	expect_status(reader, "1/30", "only");
}

static void
a_jump_to_a_hidden_turn_arrives_without_the_filter(void **state)
{
	Reader *reader = *state;
	Harness *harness = open_turns(reader);

	reader_press(reader, "2S", (ReaderSight){ NULL, "only Bob" });
	harness_keys(harness, "13G");
	harness_expect_row(harness, READER_FIRST, "Ann  13");
	harness_expect_row(harness, 22, "x");
	expect_status(reader, "13/30 · Ann", "only");
	reader_press(reader, "x", (ReaderSight){ NULL, "only Bob" });
}

static void
options_arrive_at_a_hidden_turn_and_say_so(void **state)
{
	Reader *reader = *state;
	const char *path = reader_write_turns(reader);
	const char *const operands[] = { "-s", "Bob", "-t", "13", path, NULL };
	HarnessStart start = { .cols = 80, .rows = 24 };
	Harness *harness = reader_run(reader, &start, operands);

	harness_expect_row(harness, READER_FIRST, "Ann  13");
	harness_expect_row(harness, 22, "x puts it on again");
	reader_press(reader, "x", (ReaderSight){ NULL, "only Bob" });
}

static void
what_is_found_only_where_it_is_hidden_is_told(void **state)
{
	Reader *reader = *state;
	Harness *harness = open_turns(reader);

	reader_press(reader, "2S", (ReaderSight){ NULL, "only Bob" });
	harness_keys(harness, "/turn 13<Enter>");
	harness_expect_row(harness, 22, "no match of turn 13");
	harness_expect_row(harness, 22, "(1 hidden); x shows what is hidden");
}

static void
filtering_keeps_the_place_where_one_is(void **state)
{
	Reader *reader = *state;

	open_turns(reader);
	reader_press(reader, "20G", (ReaderSight){ "Bob  20", "20/30" });
	reader_press(reader, "1s", (ReaderSight){ "Bob  20", "20/30" });
	reader_press(reader, "1s", (ReaderSight){ "Bob  20", "20/30" });
}

static void
the_speakers_list_switches_with_space(void **state)
{
	Reader *reader = *state;
	Harness *harness = reader_open(reader, reader_write_turns(reader), 120,
				       30);

	harness_expect_text(harness, "2 Bob");
	harness_keys(harness, "s");
	harness_keys(harness, "gj");
	harness_keys(harness, " ");
	harness_expect_row(harness, 29, "without Bob · 20 of 30");
	harness_keys(harness, " ");
	harness_expect_no_text(harness, "without Bob");
	harness_expect_text(harness, "Bob  turn 2");
}

/* Types a pattern behind `&`. */
static void
narrow(Reader *reader, const char *keys, ReaderSight sight)
{
	harness_keys(reader->harness, "&");
	harness_expect_text(reader->harness, "show only exchanges that match");
	harness_keys(reader->harness, keys);
	reader_press(reader, "<Enter>", sight);
}

/* A match of turn 20 stands in what 21 answers, too. */
static void
only_exchanges_that_match_are_shown_until_nothing_is_asked(void **state)
{
	Reader *reader = *state;
	Harness *harness = open_turns(reader);

	reader_press(reader, "15G", (ReaderSight){ "Cat  15", "15/30" });
	narrow(reader, "turn 20", (ReaderSight){ NULL,
						 "& turn 20 · 3 of 30" });
	harness_expect_text(harness, "Second");
	harness_expect_text(harness, "turn 19");
	harness_expect_text(harness, "more 20");
	harness_expect_text(harness, "turn 21");
	harness_expect_no_text(harness, "turn 18");
	harness_expect_no_text(harness, "turn 22");
	harness_keys(harness, "&");
	reader_press(reader, "<Enter>", (ReaderSight){ "Cat  15", "15/30" });
	expect_status(reader, "15/30", "&");
}

static void
what_matches_and_who_speaks_are_one_filter(void **state)
{
	Reader *reader = *state;
	Harness *harness = open_turns(reader);

	reader_press(reader, "2S", (ReaderSight){ NULL, "only Bob" });
	narrow(reader, "more", (ReaderSight){ NULL,
					      "only Bob · & more · 6 of 30" });
	reader_press(reader, "J", (ReaderSight){ "Bob", "/30 · Bob" });
	harness_expect_no_text(harness, "Ann  ");
	reader_press(reader, "x", (ReaderSight){ NULL, "/30 · Bob" });
	expect_status(reader, "/30", "&");
	reader_press(reader, "x", (ReaderSight){ NULL, "& more · 6 of 30" });
	reader_press(reader, "1G", (ReaderSight){ "Ann  1", "1/30" });
	harness_expect_text(harness, "x puts it on again");
}

static void
a_pattern_that_leaves_nothing_changes_nothing(void **state)
{
	Reader *reader = *state;
	Harness *harness = open_turns(reader);

	narrow(reader, "turn 9", (ReaderSight){ NULL, "& turn 9 · 3 of 30" });
	narrow(reader, "zebra", (ReaderSight){ NULL, "& turn 9 · 3 of 30" });
	harness_expect_text(harness, "that would leave nothing to read");
	harness_keys(harness, "&(");
	harness_expect_row(harness, 22, "a closing parenthesis is missing");
	reader_escape(reader, "parenthesis");
	expect_status(reader, "& turn 9 · 3 of 30", NULL);
}

static void
chapters_without_what_matches_are_passed_over(void **state)
{
	Reader *reader = *state;

	open_turns(reader);
	narrow(reader, "turn 2$|turn 28", (ReaderSight){ "First", "6 of 30" });
	reader_press(reader, "]", (ReaderSight){ "Third", "27/30" });
	reader_press(reader, "[", (ReaderSight){ "First", "1/30" });
}

#define TEST(name) \
	cmocka_unit_test_setup_teardown(name, reader_setup, reader_teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_number_and_s_switch_a_speaker_out_and_in),
		TEST(a_number_and_capital_s_show_only_that_speaker),
		TEST(movements_pass_over_who_is_hidden),
		TEST(capital_s_shows_the_current_speaker_and_goes_back_to_before),
		TEST(x_switches_the_filter_off_and_on),
		TEST(when_the_last_speaker_goes_out_all_are_in),
		TEST(a_speaker_that_is_not_there_is_reported),
		TEST(a_jump_to_a_hidden_turn_arrives_without_the_filter),
		TEST(options_arrive_at_a_hidden_turn_and_say_so),
		TEST(what_is_found_only_where_it_is_hidden_is_told),
		TEST(filtering_keeps_the_place_where_one_is),
		TEST(the_speakers_list_switches_with_space),
		TEST(only_exchanges_that_match_are_shown_until_nothing_is_asked),
		TEST(what_matches_and_who_speaks_are_one_filter),
		TEST(a_pattern_that_leaves_nothing_changes_nothing),
		TEST(chapters_without_what_matches_are_passed_over),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
