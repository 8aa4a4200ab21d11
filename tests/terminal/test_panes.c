/*
 * The sidebar's lists, the help, and the list of several documents.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include "terminal/reader.h"

#define RULE "│"
#define ENTRY_COLS 5		/* before which an entry begins */

static Harness *
open_wide(Reader *reader)
{
	Harness *harness = reader_open(reader, reader_write_turns(reader), 120,
				       30);

	harness_expect_text(harness, "Chapters");
	return harness;
}

/* True where an entry of a list, which begins with the text, is reverse. */
static bool
is_selected(Harness *harness, const void *arg)
{
	const char *text = arg;

	for (int row = 1; row < harness_rows(harness); row++) {
		const char *line = harness_row(harness, row);
		size_t before = 0;

		for (int col = 0; col < ENTRY_COLS; col++) {
			HarnessCell cell = harness_cell(harness, row, col);

			if (cell.reverse && before < strlen(line)
			    && !strncmp(line + before, text, strlen(text)))
				return true;
			before += strlen(cell.text);
		}
	}
	return false;
}

static bool
is_not_selected(Harness *harness, const void *arg)
{
	return !is_selected(harness, arg);
}

static void
expect_selected(Harness *harness, const char *text)
{
	harness_expect(harness, is_selected, text, text);
}

static void
expect_not_selected(Harness *harness, const char *text)
{
	harness_expect(harness, is_not_selected, text, text);
}

static void
tab_goes_round_the_panes(void **state)
{
	Reader *reader = *state;
	Harness *harness = open_wide(reader);

	harness_keys(harness, "<Tab>");
	expect_selected(harness, "First");
	harness_keys(harness, "<Tab>");
	expect_selected(harness, "1 Ann");
	expect_not_selected(harness, "First");
	harness_keys(harness, "<Tab>");
	expect_not_selected(harness, "1 Ann");
	reader_press(reader, "J", (ReaderSight){ NULL, " 2/30" });
	harness_keys(harness, "<S-Tab>");
	expect_selected(harness, "2 Bob");
	harness_keys(harness, "<S-Tab>");
	expect_selected(harness, "First");
	harness_keys(harness, "<S-Tab>");
	expect_not_selected(harness, "First");
}

static void
the_chapters_take_keys_and_enter_goes_there(void **state)
{
	Reader *reader = *state;
	Harness *harness = open_wide(reader);

	harness_keys(harness, "c");
	expect_selected(harness, "First");
	harness_keys(harness, "j");
	expect_selected(harness, "Second");
	harness_keys(harness, "G");
	expect_selected(harness, "Third");
	harness_keys(harness, "k");
	expect_selected(harness, "Second");
	harness_keys(harness, "g");
	expect_selected(harness, "First");
	harness_keys(harness, "<Down><Down>");
	expect_selected(harness, "Third");
	harness_keys(harness, "<Up>");
	expect_selected(harness, "Second");
	harness_keys(harness, "<Enter>");
	expect_not_selected(harness, "Second");
	reader_see(reader, (ReaderSight){ "Second", "§2/3 · 11/30 · Bob" });
	reader_press(reader, "j", (ReaderSight){ NULL, "11/30" });
}

static void
other_keys_act_on_the_dialogue_while_a_list_has_the_focus(void **state)
{
	Reader *reader = *state;
	Harness *harness = open_wide(reader);

	harness_keys(harness, "c");
	expect_selected(harness, "First");
	reader_press(reader, "]", (ReaderSight){ "Second", "11/30" });
	reader_press(reader, "J", (ReaderSight){ NULL, "12/30" });
}

static void
a_list_is_left_by_q_and_by_escape(void **state)
{
	static const char *const keys[] = { "q", "<Esc>" };
	Reader *reader = *state;
	Harness *harness = open_wide(reader);

	for (size_t i = 0; i < 2; i++) {
		harness_keys(harness, "s");
		expect_selected(harness, "1 Ann");
		harness_keys(harness, keys[i]);
		expect_not_selected(harness, "1 Ann");
		harness_expect_text(harness, "1 Ann");
	}
	reader_see(reader, (ReaderSight){ "First", " 1/30" });
}

static void
backslash_switches_the_sidebar(void **state)
{
	Reader *reader = *state;
	Harness *harness = open_wide(reader);

	harness_keys(harness, "\\");
	harness_expect_no_text(harness, "Chapters");
	harness_expect_no_text(harness, RULE);
	reader_press(reader, "J", (ReaderSight){ NULL, " 2/30" });
	harness_keys(harness, "\\");
	harness_expect_text(harness, "Chapters");
	harness_expect_text(harness, "Speakers");
}

static int
rule_column(Harness *harness)
{
	int row, col;

	harness_expect_text(harness, RULE);
	return harness_find(harness, RULE, &row, &col) ? col : -1;
}

static bool
has_rule(Harness *harness, const void *arg)
{
	int row, col;

	return harness_find(harness, RULE, &row, &col)
		&& col == *(const int *)arg;
}

static void
angle_brackets_change_the_width_of_the_sidebar(void **state)
{
	Reader *reader = *state;
	Harness *harness = open_wide(reader);
	int before = rule_column(harness);
	int after;

	reader_press(reader, ">", (ReaderSight){ "First", " 1/30" });
	after = rule_column(harness);
	assert_true(after > before);
	harness_keys(harness, "<lt>");
	harness_expect(harness, has_rule, &before, "the rule as before");
	reader_press(reader, "<lt>", (ReaderSight){ "First", " 1/30" });
	after = rule_column(harness);
	assert_true(after < before);
}

static void
widths_are_as_they_were_left(void **state)
{
	HarnessStart start = { .cols = 120, .rows = 30 };
	const char *operands[] = { "--no-state", NULL, NULL };
	Reader *reader = *state;
	Harness *harness = open_wide(reader);
	int usual = rule_column(harness), wider = usual + 5;

	harness_keys(harness, "5>40|");
	harness_expect(harness, has_rule, &wider, "a wider sidebar");
	harness_expect_text(harness, "the text is 40 columns wide");
	reader_quit(reader, "Q");
	harness = reader_open(reader, reader->path, 120, 30);
	harness_expect(harness, has_rule, &wider, "it is as wide again");
	harness_keys(harness, "|");
	harness_expect_text(harness, "the text is 56 columns wide");
	reader_quit(reader, "Q");
	operands[1] = reader->path;
	harness = reader_run(reader, &start, operands);
	harness_expect(harness, has_rule, &usual, "as the option has it");
}

static void
the_script_is_as_it_was_left(void **state)
{
	HarnessStart start = { .cols = 80, .rows = 24 };
	const char *operands[] = { "--script=original", NULL, NULL };
	Reader *reader = *state;
	Harness *harness;

	operands[1] = reader_write(reader, "talk.md",
				   "**Ann**: 软件开发。\n\n**Bob**: 为什么？\n");
	harness = reader_open(reader, reader->path, 80, 24);
	harness_expect_text(harness, "软件");
	harness_keys(harness, "t");
	harness_expect_text(harness, "軟體");
	reader_quit(reader, "Q");
	harness = reader_open(reader, reader->path, 80, 24);
	harness_expect_text(harness, "軟體");
	reader_quit(reader, "Q");
	harness = reader_run(reader, &start, operands);
	harness_expect_text(harness, "软件");
	reader_quit(reader, "Q");
	harness = reader_open(reader, reader->path, 80, 24);
	harness_keys(harness, "tt");
	harness_expect_text(harness, "软件");
	reader_quit(reader, "Q");
	harness = reader_open(reader, reader->path, 80, 24);
	harness_expect_text(harness, "软件");
}

static void
times_that_are_not_there_are_not_switched_off(void **state)
{
	Reader *reader = *state;
	Harness *harness = open_wide(reader);

	harness_keys(harness, "w");
	harness_expect_text(harness, "this document has no times");
}

static void
where_it_is_narrow_a_list_opens_over_the_text(void **state)
{
	Reader *reader = *state;
	Harness *harness = reader_open(reader, reader_write_turns(reader), 80,
				       24);

	harness_keys(harness, "c");
	harness_expect_text(harness, "Chapters");
	expect_selected(harness, "First");
	harness_keys(harness, "jj<Enter>");
	harness_expect_no_text(harness, "Chapters");
	reader_see(reader, (ReaderSight){ "Third", "21/30" });
	harness_keys(harness, "s");
	harness_expect_text(harness, "Speakers");
	reader_escape(reader, "Speakers");
	reader_see(reader, (ReaderSight){ "Third", "21/30" });
}

static void
help_shows_the_bindings_and_closes(void **state)
{
	static const char *const opening[] = { "h", "<F1>" };
	static const char *const closing[] = { "q", "<Esc>" };
	Reader *reader = *state;
	Harness *harness = open_wide(reader);

	for (int i = 0; i < 4; i++) {
		harness_keys(harness, opening[i / 2]);
		harness_expect_text(harness, "down N rows");
		harness_expect_no_text(harness, "turn 1");
		harness_keys(harness, closing[i % 2]);
		harness_expect_no_text(harness, "down N rows");
		harness_expect_text(harness, "turn 1");
	}
	reader_quit(reader, "q");
}

static void
all_of_the_help_can_be_read_at_any_size(void **state)
{
	static const int sizes[][2] = { { 80, 24 }, { 40, 12 }, { 20, 5 } };
	Reader *reader = *state;

	for (size_t i = 0; i < 3; i++) {
		Harness *harness = reader_open(
			reader, reader_write_turns(reader), sizes[i][0],
			sizes[i][1]);

		harness_keys(harness, "hG");
		harness_expect_no_text(harness, "turn 1");
		harness_keys(harness, "g");
		harness_expect_text(harness, "j ");
		harness_keys(harness, "f");
		harness_expect_no_text(harness, "turn 1");
		harness_keys(harness, "q");
		reader_see(reader, (ReaderSight){ "First", "1/30" });
	}
}

static Harness *
open_two(Reader *reader)
{
	char turns[READER_PATH_MAX], rows[READER_PATH_MAX];
	const char *const operands[] = { turns, rows, NULL };
	Harness *harness;

	snprintf(turns, sizeof(turns), "%s", reader_write_turns(reader));
	snprintf(rows, sizeof(rows), "%s", reader_write_rows(reader));
	harness = reader_run(reader, &(HarnessStart){ .cols = 80 }, operands);
	harness_expect_text(harness, "Turns");
	harness_expect_text(harness, "Rows");
	return harness;
}

static void
several_documents_open_from_a_list_and_close_into_it(void **state)
{
	Reader *reader = *state;
	Harness *harness = open_two(reader);

	expect_selected(harness, "Turns");
	harness_keys(harness, "j");
	expect_selected(harness, "Rows");
	harness_keys(harness, "<Enter>");
	reader_see(reader, (ReaderSight){ "Ann  1", " 1/3 " });
	harness_expect_no_text(harness, "Turns");
	harness_keys(harness, "q");
	harness_expect_text(harness, "Turns");
	expect_selected(harness, "Rows");
	harness_keys(harness, "k<Enter>");
	reader_see(reader, (ReaderSight){ "First", " 1/30" });
	harness_keys(harness, "q");
	harness_expect_text(harness, "Rows");
	reader_quit(reader, "q");
}

static void
the_list_of_documents_tells_what_needs_a_document(void **state)
{
	Reader *reader = *state;
	Harness *harness = open_two(reader);

	harness_keys(harness, "J");
	harness_expect_row(harness, 22, "Enter opens one");
	harness_keys(harness, "<C-e>");
	expect_selected(harness, "Rows");
	harness_expect_no_text(harness, "Enter opens one");
	reader_quit(reader, "q");
}

static void
capital_q_quits_from_a_document_of_several(void **state)
{
	Reader *reader = *state;
	Harness *harness = open_two(reader);

	harness_keys(harness, "<Enter>");
	reader_see(reader, (ReaderSight){ "First", " 1/30" });
	reader_quit(reader, "Q");
}

static void
a_directory_opens_as_a_list(void **state)
{
	Reader *reader = *state;
	const char *operands[] = { reader->dir, NULL };
	Harness *harness;

	reader_write_turns(reader);
	reader_write_rows(reader);
	harness = reader_run(reader, &(HarnessStart){ .cols = 80 }, operands);
	harness_expect_text(harness, "Turns");
	harness_expect_text(harness, "Rows");
	reader_quit(reader, "q");
}

#define TEST(name) \
	cmocka_unit_test_setup_teardown(name, reader_setup, reader_teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(tab_goes_round_the_panes),
		TEST(the_chapters_take_keys_and_enter_goes_there),
		TEST(other_keys_act_on_the_dialogue_while_a_list_has_the_focus),
		TEST(a_list_is_left_by_q_and_by_escape),
		TEST(backslash_switches_the_sidebar),
		TEST(angle_brackets_change_the_width_of_the_sidebar),
		TEST(widths_are_as_they_were_left),
		TEST(the_script_is_as_it_was_left),
		TEST(times_that_are_not_there_are_not_switched_off),
		TEST(where_it_is_narrow_a_list_opens_over_the_text),
		TEST(help_shows_the_bindings_and_closes),
		TEST(all_of_the_help_can_be_read_at_any_size),
		TEST(several_documents_open_from_a_list_and_close_into_it),
		TEST(the_list_of_documents_tells_what_needs_a_document),
		TEST(capital_q_quits_from_a_document_of_several),
		TEST(a_directory_opens_as_a_list),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
