/*
 * The configuration in the reader: keys, and what is said of mistakes.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <cmocka.h>

#include "terminal/reader.h"

/* Opens `turns` with a configuration. */
static Harness *
open_with(Reader *reader, const char *text)
{
	char option[READER_PATH_MAX + 16];
	char path[READER_PATH_MAX];
	const char *operands[] = { option, path, NULL };
	HarnessStart start = { .cols = 80, .rows = 24 };

	snprintf(option, sizeof(option), "--config=%s",
		 reader_write(reader, "config.yaml", text));
	snprintf(path, sizeof(path), "%s", reader_write_turns(reader));
	reader_run(reader, &start, operands);
	harness_expect_text(reader->harness, "1/30");
	return reader->harness;
}

static void
keys_of_the_configuration_act_and_those_of_before_do_not(void **state)
{
	Reader *reader = *state;
	Harness *harness = open_with(reader, "keys:\n  next-turn: [x, e]\n"
					     "  filter: <F5>\n");

	reader_press(reader, "x", (ReaderSight){ NULL, " 2/30" });
	reader_press(reader, "3e", (ReaderSight){ NULL, " 5/30" });
	harness_keys(harness, "J");
	harness_expect_text(harness, "J does nothing here");
	reader_see(reader, (ReaderSight){ NULL, " 5/30" });
	reader_quit(reader, "Q");
}

static void
the_help_shows_the_keys_in_force(void **state)
{
	Reader *reader = *state;
	Harness *harness = open_with(reader, "keys:\n"
					     "  next-turn: [x, <C-a>]\n"
					     "  filter: []\n"
					     "  help: H\n  next-of-speaker: L\n"
					     "  prev-of-speaker: (\n"
					     "  close: <F9>\n");

	harness_expect_text(harness, "H help");
	harness_keys(harness, "H");
	harness_expect_text(harness, "F9 closes this");
	harness_expect_text(harness, "x Ctrl-A");
	harness_expect_no_text(harness, "J →");
	harness_keys(harness, "<F9>");
	harness_expect_no_text(harness, "F9 closes this");
	reader_quit(reader, "Q");
}

static void
what_is_wrong_is_said_and_the_rest_holds(void **state)
{
	Reader *reader = *state;
	Harness *harness = open_with(reader, "keys:\n  next-turn: x9x\n"
					     "  help: zz\n  prev-turn: X\n");

	harness_expect_text(harness, "config.yaml:2: x9x: one or two keys");
	reader_press(reader, "J", (ReaderSight){ NULL, " 2/30" });
	reader_press(reader, "X", (ReaderSight){ NULL, " 1/30" });
	reader_quit(reader, "Q");
}

#define TEST(function) \
	cmocka_unit_test_setup_teardown(function, reader_setup, \
					reader_teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(keys_of_the_configuration_act_and_those_of_before_do_not),
		TEST(the_help_shows_the_keys_in_force),
		TEST(what_is_wrong_is_said_and_the_rest_holds),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
