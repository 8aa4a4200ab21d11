/*
 * For those who see no colours, few of them, or nothing: what a role looks
 * like on terminals of all kinds, and where the cursor stands.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include "terminal/reader.h"

#define COUNT_OF(table) (sizeof(table) / sizeof((table)[0]))

/* A terminal, as it is told to the program. */
typedef struct Kind {
	const char *env[4];
	bool colors;
} Kind;

static const Kind kinds[] = {
	{ { "TERM=vt100" }, false },
	{ { "TERM=vt220" }, false },
	{ { "TERM=linux" }, true },
	{ { "TERM=screen" }, true },
	{ { "TERM=xterm" }, true },
	{ { "TERM=xterm-256color" }, true },
	{ { "TERM=xterm-256color", "NO_COLOR=1" }, false },
};

static Harness *
open_with(Reader *reader, const char *const *env, const char *option)
{
	const char *const operands[] = { reader->path, option, NULL };
	HarnessStart start = { .cols = 120, .rows = 24, .env = env };
	Harness *harness = reader_run(reader, &start, operands);

	harness_expect_text(harness, "turn 1");
	return harness;
}

static HarnessCell
cell_of(Harness *harness, const char *text)
{
	int row, col;

	harness_expect_text(harness, text);
	assert_true(harness_find(harness, text, &row, &col));
	return harness_cell(harness, row, col);
}

static bool
has_color(Harness *harness)
{
	for (int row = 0; row < harness_rows(harness); row++)
		for (int col = 0; col < harness_cols(harness); col++)
			if (harness_cell(harness, row, col).fg >= 0
			    || harness_cell(harness, row, col).bg >= 0)
				return true;
	return false;
}

static bool
is_reversed(Harness *harness, const void *text)
{
	int row, col;

	return harness_find(harness, text, &row, &col)
		&& harness_cell(harness, row, col).reverse;
}

static void
check_matches(Harness *harness)
{
	HarnessCell other;

	harness_keys(harness, "/turn<Enter>");
	harness_expect(harness, is_reversed, "turn 1", "a current match");
	other = cell_of(harness, "turn 2");
	assert_false(other.reverse);
	assert_true(other.underline);
	assert_true(other.bold);
	assert_true(cell_of(harness, "Bob").bold);
}

static void
check_focus(Harness *harness)
{
	int row, col;

	assert_false(cell_of(harness, "Second").reverse);
	assert_false(cell_of(harness, "Chapters").bold);
	harness_keys(harness, "cj");
	harness_expect(harness, is_reversed, "Second", "a selected entry");
	harness_find(harness, "Second", &row, &col);
	harness_expect_cursor(harness, row);
	assert_true(cell_of(harness, "Chapters").bold);
	assert_false(cell_of(harness, "Speakers").bold);
}

static void
matches_and_focus_are_seen_on_every_terminal(void **state)
{
	Reader *reader = *state;

	reader_write_turns(reader);
	for (size_t i = 0; i < COUNT_OF(kinds); i++) {
		Harness *harness = open_with(reader, kinds[i].env, NULL);

		print_message("%s\n", kinds[i].env[0]);
		assert_int_equal(has_color(harness), kinds[i].colors);
		check_matches(harness);
		check_focus(harness);
		reader_quit(reader, "Q");
	}
}

static void
color_says_more_than_no_color(void **state)
{
	static const char *const plain[] = { "TERM=xterm-256color", NULL };
	static const char *const no_color[] = { "TERM=xterm-256color",
						"NO_COLOR=1", NULL };
	static const char *const empty[] = { "TERM=xterm-256color",
					     "NO_COLOR=", NULL };
	static const struct {
		const char *const *env;
		const char *option;
		bool colors;
	} cases[] = {
		{ no_color, "--color=always", true },
		{ no_color, "--color=auto", false },
		{ no_color, "--theme=sepia", false },
		{ empty, "--color=auto", true },
		{ plain, "--color=never", false },
		{ plain, "--theme=mono", false },
	};
	Reader *reader = *state;

	reader_write_turns(reader);
	for (size_t i = 0; i < COUNT_OF(cases); i++)
		assert_int_equal(has_color(open_with(reader, cases[i].env,
						     cases[i].option)),
				 cases[i].colors);
}

static void
every_key_t_shows_another_theme(void **state)
{
	static const char *const env[] = { "TERM=xterm-256color", NULL };
	static const char *const names[] = {
		"theme: light", "theme: sepia", "theme: contrast",
		"theme: mono", "theme: dark",
	};
	Reader *reader = *state;
	Harness *harness;
	int dark;

	reader_write_turns(reader);
	harness = open_with(reader, env, NULL);
	dark = cell_of(harness, "Bob").fg;
	for (size_t i = 0; i < COUNT_OF(names); i++) {
		harness_keys(harness, "T");
		harness_expect_text(harness, names[i]);
		if (strstr(names[i], "sepia"))
			assert_true(cell_of(harness, "turn 1").bg >= 0);
		else if (strstr(names[i], "mono"))
			assert_false(has_color(harness));
		else if (strstr(names[i], "light"))
			assert_int_not_equal(cell_of(harness, "Bob").fg, dark);
	}
	assert_int_equal(cell_of(harness, "Bob").fg, dark);
}

static void
colorfgbg_chooses_the_theme_unless_one_is_given(void **state)
{
	static const char *const dark[] = { "TERM=xterm-256color",
					    "COLORFGBG=15;0", NULL };
	static const char *const light[] = { "TERM=xterm-256color",
					     "COLORFGBG=0;15", NULL };
	Reader *reader = *state;
	int on_dark, on_light, given;

	reader_write_turns(reader);
	on_dark = cell_of(open_with(reader, dark, NULL), "Bob").fg;
	on_light = cell_of(open_with(reader, light, NULL), "Bob").fg;
	given = cell_of(open_with(reader, light, "--theme=dark"), "Bob").fg;
	assert_int_not_equal(on_dark, on_light);
	assert_int_equal(on_dark, given);
}

static bool
is_painted_in(Harness *harness, const void *fg)
{
	return cell_of(harness, "Bob").fg == *(const int *)fg;
}

/* Keys pressed behind it, so that the answer has been looked at. */
static void
answer_background(Harness *harness, const char *answer, int fg)
{
	harness_send(harness, answer, strlen(answer));
	harness_keys(harness, "98");
	harness_expect_row(harness, 23, "98");
	harness_keys(harness, "<Esc>");
	harness_expect(harness, is_painted_in, &fg, "its theme");
}

static void
the_terminals_background_chooses_the_theme(void **state)
{
	static const char *const env[] = { "TERM=xterm-256color", NULL };
	static const char *const light[] = { "TERM=xterm-256color",
					     "COLORFGBG=0;15", NULL };
	static const char white[] = "\033]11;rgb:ffff/ffff/ffff\033\\";
	static const char black[] = "\033]11;rgb:0000/0000/0000\033\\";
	Reader *reader = *state;
	Harness *harness;
	int on_dark, on_light;

	reader_write_turns(reader);
	on_dark = cell_of(open_with(reader, env, NULL), "Bob").fg;
	on_light = cell_of(open_with(reader, light, NULL), "Bob").fg;
	harness = open_with(reader, env, NULL);
	answer_background(harness, white, on_light);
	answer_background(harness, black, on_light);
	answer_background(open_with(reader, env, NULL), black, on_dark);
	answer_background(open_with(reader, light, NULL), black, on_dark);
	answer_background(open_with(reader, env, "--theme=dark"), white,
			  on_dark);
	harness = open_with(reader, env, NULL);
	harness_keys(harness, "TTTTT");
	harness_expect_text(harness, "theme: dark");
	answer_background(harness, white, on_dark);
	reader_quit(reader, "q");
}

/* What stands where the cursor is. */
static bool
reads(Harness *harness, const void *arg)
{
	const char *const *wanted = arg;
	const char *text;
	int row, col;

	if (!harness_cursor(harness, &row, &col) || col != 0)
		return false;
	text = harness_row(harness, row);
	if (strncmp(text, wanted[0], strlen(wanted[0])))
		return false;
	return strstr(harness_row(harness, harness_rows(harness) - 1),
		      wanted[1]);
}

static void
press_and_read(Harness *harness, const char *keys, const char *text,
	       const char *status)
{
	const char *const wanted[] = { text, status };

	harness_keys(harness, keys);
	harness_expect(harness, reads, wanted, text);
}

static void
the_cursor_is_on_the_current_turn_for_a_screen_reader(void **state)
{
	static const char *const env[] = { NULL };
	Reader *reader = *state;
	Harness *harness;

	reader_write_turns(reader);
	harness = open_with(reader, env, "--screen-reader");
	press_and_read(harness, "", "Ann  1", " 1/30");
	press_and_read(harness, "J", "Bob  2", " 2/30");
	press_and_read(harness, "3J", "Bob  5", " 5/30");
	press_and_read(harness, "j", "turn 5", " 5/30");
	press_and_read(harness, "K", "Bob  5", " 5/30");
	press_and_read(harness, "K", "Ann  4", " 4/30");
	press_and_read(harness, "/turn 12<Enter>", "Cat  12", "12/30");
	reader_resize(reader, 40, 9);
	press_and_read(harness, "", "Cat  12", "12/30");
	reader_resize(reader, 100, 30);
	press_and_read(harness, "", "Cat  12", "12/30");
	press_and_read(harness, "]", "Cat  21", "21/30");
	press_and_read(harness, "G", "Cat  30", "30/30");
	reader_quit(reader, "q");
}

static void
lists_fill_the_screen_for_a_screen_reader(void **state)
{
	static const char *const env[] = { NULL };
	Reader *reader = *state;
	Harness *harness;

	reader_write_turns(reader);
	harness = open_with(reader, env, "--screen-reader");
	press_and_read(harness, "c", "here: First", "1/30");
	harness_expect_no_text(harness, "turn 1");
	press_and_read(harness, "j", "Second", "1/30");
	press_and_read(harness, "<Enter>", "Bob  11", "11/30");
	press_and_read(harness, "s", "2 Bob, 33 %, speaks here", "11/30");
	press_and_read(harness, "j<Space>", "3 Cat, 33 %, switched out",
		       "11/30");
	press_and_read(harness, "q", "Bob  11", "11/30");
	harness_keys(harness, "\\");
	harness_expect_row(harness, 23, "no sidebar here");
	harness_keys(harness, "/");
	harness_expect_row(harness, 23, "/text or pattern");
	harness_expect_cursor(harness, 23);
	reader_escape(reader, "text or pattern");
	reader_quit(reader, "Q");
}

/* Nothing that is no text, from the first column to the last. */
static void
a_screen_reader_reads_no_lines_and_blocks(void **state)
{
	static const char *const signs[] = {
		"┃", "│", "▸", "▕", "▐", "•", "|",
	};
	static const char *const env[] = { NULL };
	Reader *reader = *state;
	Harness *harness;
	int row, col;

	reader_write_turns(reader);
	harness = open_with(reader, env, "--screen-reader");
	for (size_t i = 0; i < COUNT_OF(signs); i++)
		assert_false(harness_find(harness, signs[i], &row, &col));
	assert_true(harness_find(harness, "turn 1", &row, &col));
	assert_int_equal(col, 0);
}

static void
every_line_of_the_help_comes_to_the_cursor(void **state)
{
	static const char *const env[] = { NULL };
	Reader *reader = *state;
	Harness *harness;

	reader_write_turns(reader);
	harness = open_with(reader, env, "--screen-reader");
	harness_keys(harness, "h");
	harness_expect_row(harness, 2, "Scrolling");
	harness_expect_cursor(harness, 2);
	harness_keys(harness, "j");
	harness_expect_row(harness, 2, "down N rows");
	harness_keys(harness, "G");
	harness_expect_row(harness, 2, "whole words");
	harness_expect_cursor(harness, 2);
}

#define TEST(name) \
	cmocka_unit_test_setup_teardown(name, reader_setup, reader_teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(matches_and_focus_are_seen_on_every_terminal),
		TEST(color_says_more_than_no_color),
		TEST(every_key_t_shows_another_theme),
		TEST(colorfgbg_chooses_the_theme_unless_one_is_given),
		TEST(the_terminals_background_chooses_the_theme),
		TEST(the_cursor_is_on_the_current_turn_for_a_screen_reader),
		TEST(lists_fill_the_screen_for_a_screen_reader),
		TEST(a_screen_reader_reads_no_lines_and_blocks),
		TEST(every_line_of_the_help_comes_to_the_cursor),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
