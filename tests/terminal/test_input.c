/*
 * What comes from the terminal, and what is a key in it; standard input as
 * the document.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include "base/items.h"
#include "terminal/reader.h"

static Harness *
open_turns(Reader *reader)
{
	return reader_open(reader, reader_write_turns(reader), 80, 24);
}

static void
standard_input_is_read_and_keys_come_from_the_terminal(void **state)
{
	static const char *const operands[] = { "-", NULL };
	static const char text[] = "**Ann**: one\n\n**Bob**: two\n\n";
	Reader *reader = *state;
	HarnessStart start = { .piped = true };

	for (int i = 0; i < 2; i++) {
		Harness *harness = reader_run(reader, &start,
					      i ? operands : NULL);

		for (int j = 0; j < 20; j++)
			harness_pipe(harness, text, strlen(text));
		harness_pipe_end(harness);
		reader_see(reader, (ReaderSight){ "Ann  1", " 1/40 · Ann" });
		reader_press(reader, "J",
			     (ReaderSight){ "Bob  2", " 2/40 · Bob" });
		reader_quit(reader, "q");
	}
}

static void
a_pipe_that_is_still_written_can_be_read_meanwhile(void **state)
{
	static const char first[] = "**Ann**: one\n\n**Bob**: two\n\n"
		"**Ann**: three\n\n**Bob**: four\n\n";
	static const char then[] = "**Ann**: five\n\n**Bob**: six\n\n";
	Reader *reader = *state;
	Harness *harness = reader_run(reader, &(HarnessStart){ .piped = true },
				      NULL);

	harness_pipe(harness, first, strlen(first));
	harness_expect_text(harness, "three");
	harness_keys(harness, "J");
	harness_expect_row(harness, READER_FIRST, "Bob  2");
	harness_pipe(harness, then, strlen(then));
	harness_pipe_end(harness);
	harness_expect_text(harness, "six");
	reader_see(reader, (ReaderSight){ "Bob  2", " 2/6 · Bob" });
}

/*
 * Sends it in two pieces, the second when the program has done with the first
 * and painted since.
 */
static void
send_in_pieces(Reader *reader, const char *bytes, size_t cut)
{
	Harness *harness = reader->harness;

	harness_send(harness, bytes, cut);
	reader_resize(reader, harness_cols(harness) ^ 1, 24);
	harness_send(harness, bytes + cut, strlen(bytes) - cut);
}

/* Each must leave the screen as it is, without a message. */
static void
what_the_terminal_answers_is_never_a_key(void **state)
{
	static const char *const answers[] = {
		"\033[24;3R",
		"\033[?62;1;6;22c",
		"\033[?2026;2$y",
		"\033]11;rgb:1e1e/1e1e/2e2e\033\\",
		"\033]4;1;rgb:ffff/0000/0000\007",
		"\033P1+r524742=38\033\\",
		"\033P>|xterm(390)\033\\",
		"\033_Gi=31;OK\033\\",
		"\033[I",
		"\033[O",
		"\033[<0;10;12M",
	};
	Reader *reader = *state;
	Harness *harness = open_turns(reader);

	reader_press(reader, "2G", (ReaderSight){ "Bob  2", " 2/30" });
	for (size_t i = 0; i < N_ITEMS(answers); i++) {
		size_t len = strlen(answers[i]);
		size_t cuts[] = { 2, len / 2 + 1, len - 1, len };

		for (int j = 0; j < 4; j++) {
			send_in_pieces(reader, answers[i], cuts[j]);
			reader_see(reader, (ReaderSight){ "Bob  2", " 2/30" });
			assert_string_equal(harness_cell(harness, 22, 1).text,
					    " ");
		}
	}
}

static void
full_width_keys_act_as_their_ascii_ones(void **state)
{
	static const struct {
		const char *keys;
		const char *first;
		const char *status;
	} cases[] = {
		{ "Ｊ", "Bob  2", " 2/30" }, { "３Ｊ", "Ann  4", " 4/30" },
		{ "１２Ｇ", "Cat  12", "12/30" }, { "】", "Second", "11/30" },
		{ "」", "Second", "11/30" }, { "15G【", "Second", "11/30" },
		{ "15G「", "Second", "11/30" }, { "15G·", "Second", "11/30" },
		{ "5G｝", "more 5", " 5/30" }, { "5G』", "more 5", " 5/30" },
		{ "6G｛", "more 5", " 5/30" }, { "6G『", "more 5", " 5/30" },
		{ "）", "Ann  4", " 4/30" }, { "5G（", "Bob  2", " 2/30" },
		{ "12G20G，", "Cat  12", "12/30" },
		{ "12G20G，。", "Bob  20", "20/30" },
		{ "12G20G’’", "Cat  12", "12/30" },
		{ "9Gjｚｔ", "Cat  9", " 9/30" },
	};
	Reader *reader = *state;
	Harness *harness = open_turns(reader);

	for (size_t i = 0; i < N_ITEMS(cases); i++) {
		reader_press(reader, "g", (ReaderSight){ "First", " 1/30" });
		reader_press(reader, cases[i].keys,
			     (ReaderSight){ cases[i].first, cases[i].status });
	}
	harness_keys(harness, "、");
	harness_expect_row(harness, 22, "text or pattern");
	reader_escape(reader, "text or pattern");
	harness_keys(harness, "／");
	harness_expect_row(harness, 22, "text or pattern");
	reader_escape(reader, "text or pattern");
	harness_keys(harness, "？");
	harness_expect_row(harness, 22, "search backward");
	reader_escape(reader, "search backward");
}

static void
han_text_runs_nothing_and_is_explained_once(void **state)
{
	Reader *reader = *state;
	Harness *harness = open_turns(reader);

	reader_press(reader, "2G", (ReaderSight){ "Bob  2", " 2/30" });
	harness_keys(harness, "人工智慧");
	harness_expect_row(harness, 22, "input method");
	reader_see(reader, (ReaderSight){ "Bob  2", " 2/30" });
	reader_press(reader, "J", (ReaderSight){ "Cat  3", " 3/30" });
}

static void
pasted_text_opens_the_search_prompt_with_it(void **state)
{
	Reader *reader = *state;
	Harness *harness = open_turns(reader);

	harness_paste(harness, "more 25");
	harness_expect_row(harness, 22, "/more 25");
	harness_expect_row(harness, 22, "1/1");
	harness_expect_row(harness, 23, "25/30");
	reader_escape(reader, "/more");
	reader_see(reader, (ReaderSight){ "First", " 1/30" });
	harness_paste(harness, "q\rQ\n");
	harness_expect_row(harness, 22, "/q Q");
	reader_escape(reader, "/q");
	harness_keys(harness, "/more ");
	harness_expect_row(harness, 22, "1/6");
	harness_paste(harness, "30");
	harness_expect_row(harness, 22, "/more 30");
	harness_expect_row(harness, 22, "1/1");
}

static void
control_c_never_quits(void **state)
{
	Reader *reader = *state;

	open_turns(reader);
	reader_press(reader, "<C-c>", (ReaderSight){ "First", " 1/30" });
	reader_press(reader, "J<C-c>", (ReaderSight){ "Bob  2", " 2/30" });
	assert_int_equal(harness_state(reader->harness), HARNESS_RUNNING);
}

static void
keys_that_nobody_knows_do_nothing(void **state)
{
	static const char *const keys[] = {
		"\033[1;5P", "\033[57441u", "\033OE", "\001", "\xff\xfe",
		"\xe4\xb8", "\xf0\x9f\x98", "\xed\xa0\x80", "\x80",
	};
	Reader *reader = *state;
	Harness *harness = open_turns(reader);

	reader_press(reader, "2G", (ReaderSight){ "Bob  2", " 2/30" });
	for (size_t i = 0; i < N_ITEMS(keys); i++) {
		harness_send(harness, keys[i], strlen(keys[i]));
		reader_see(reader, (ReaderSight){ NULL, "/30" });
	}
	reader_quit(reader, "Q");
}

#define TEST(name) \
	cmocka_unit_test_setup_teardown(name, reader_setup, reader_teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(standard_input_is_read_and_keys_come_from_the_terminal),
		TEST(a_pipe_that_is_still_written_can_be_read_meanwhile),
		TEST(what_the_terminal_answers_is_never_a_key),
		TEST(full_width_keys_act_as_their_ascii_ones),
		TEST(han_text_runs_nothing_and_is_explained_once),
		TEST(pasted_text_opens_the_search_prompt_with_it),
		TEST(control_c_never_quits),
		TEST(keys_that_nobody_knows_do_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
