/*
 * The harness itself, tried on programs that every system has.
 */
#include <signal.h>
#include <stdarg.h>
#include <setjmp.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "terminal/harness.h"

static Harness *
start_shell(void **state, const char *script, bool piped)
{
	const char *const argv[] = { "/bin/sh", "-c", script, NULL };
	HarnessStart start = { .argv = argv, .cols = 40, .rows = 5,
			       .piped = piped };
	Harness *harness = harness_start(&start);

	*state = harness;
	return harness;
}

static int
free_harness(void **state)
{
	harness_free(*state);
	return 0;
}

static void
shows_what_was_written_and_the_exit_status(void **state)
{
	Harness *harness = start_shell(state, "echo one; exit 7", false);

	assert_int_equal(harness_wait_end(harness), 7);
	assert_string_equal(harness_row(harness, 0), "one");
	assert_true(harness_written(harness) == strlen("one\r\n"));
}

static void
tells_the_signal_that_killed(void **state)
{
	Harness *harness = start_shell(state, "echo up; exec cat", false);

	harness_expect_text(harness, "up");
	harness_signal(harness, SIGTERM);
	assert_int_equal(harness_wait_end(harness), -SIGTERM);
}

static void
types_keys_and_sees_the_echo(void **state)
{
	Harness *harness = start_shell(state, "exec cat", false);

	harness_keys(harness, "中<lt>文<Enter>");
	harness_expect_row(harness, 1, "中<文");
	assert_int_equal(harness_cell(harness, 1, 0).cols, 2);
	assert_string_equal(harness_cell(harness, 1, 1).text, "");
	assert_string_equal(harness_cell(harness, 1, 2).text, "<");
	harness_keys(harness, "<C-d>");
	assert_int_equal(harness_wait_end(harness), 0);
}

static void
sees_attributes_and_places(void **state)
{
	static const char script[] =
		"printf '\\033[2J\\033[3;5H中\\033[1;4mb\\033[0;7mr\\033[0m."
		"\\033[38;5;99mc\\033[?25l'";
	Harness *harness = start_shell(state, script, false);
	int row, col;

	harness_wait_end(harness);
	assert_true(harness_find(harness, "br.c", &row, &col));
	assert_int_equal(row, 2);
	assert_int_equal(col, 6);
	assert_true(harness_cell(harness, 2, 6).bold);
	assert_true(harness_cell(harness, 2, 6).underline);
	assert_true(harness_cell(harness, 2, 7).reverse);
	assert_false(harness_cell(harness, 2, 8).reverse);
	assert_int_equal(harness_cell(harness, 2, 8).fg, -1);
	assert_int_equal(harness_cell(harness, 2, 9).fg, 99);
	assert_int_equal(harness_clears(harness), 1);
	assert_false(harness_cursor(harness, &row, &col));
	assert_int_equal(col, 10);
}

static void
answers_what_the_program_asks(void **state)
{
	static const char script[] =
		"stty raw -echo; printf '\\033[3;7H\\033[6n'; "
		"head -c 6 | cut -c 2-; stty sane";
	Harness *harness = start_shell(state, script, false);

	harness_wait_end(harness);
	harness_expect_text(harness, "[3;7R");
}

static void
notices_modes_that_were_left(void **state)
{
	Harness *harness = start_shell(state, "stty raw; stty sane", false);

	harness_wait_end(harness);
	harness_free(harness);
	harness = start_shell(state, "stty -echo", false);
	harness_wait_end(harness);
	assert_false(harness_restored(harness));
	harness_free(harness);
	harness = start_shell(state, "printf '\\033[?1049h'", false);
	harness_wait_end(harness);
	assert_true(harness_alternate(harness));
	assert_false(harness_restored(harness));
	harness_free(harness);
	harness = start_shell(state, "echo", false);
	harness_wait_end(harness);
	assert_true(harness_restored(harness));
}

static void
suspends_and_continues_as_a_shell_does(void **state)
{
	Harness *harness = start_shell(state, "echo up; exec cat", false);

	harness_expect_text(harness, "up");
	harness_keys(harness, "<C-z>");
	harness_expect_state(harness, HARNESS_STOPPED);
	harness_signal(harness, SIGCONT);
	harness_keys(harness, "on<Enter>");
	harness_expect_row(harness, 2, "on");
}

static void
resizes(void **state)
{
	static const char script[] =
		"trap 'stty size; exit 3' WINCH; echo up; read -r line";
	Harness *harness = start_shell(state, script, false);

	harness_expect_text(harness, "up");
	harness_resize(harness, 20, 6);
	harness_expect_text(harness, "6 20");
	assert_int_equal(harness_cols(harness), 20);
	assert_int_equal(harness_wait_end(harness), 3);
}

static void
pipes_standard_input(void **state)
{
	static const char script[] = "cat; read -r key </dev/tty; echo \"=$key\"";
	Harness *harness = start_shell(state, script, true);

	harness_pipe(harness, "first\n", 6);
	harness_expect_row(harness, 0, "first");
	harness_pipe(harness, "second\n", 7);
	harness_pipe_end(harness);
	harness_expect_row(harness, 1, "second");
	harness_keys(harness, "k<Enter>");
	harness_expect_text(harness, "=k");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(
			shows_what_was_written_and_the_exit_status,
			free_harness),
		cmocka_unit_test_teardown(tells_the_signal_that_killed,
					  free_harness),
		cmocka_unit_test_teardown(types_keys_and_sees_the_echo,
					  free_harness),
		cmocka_unit_test_teardown(sees_attributes_and_places,
					  free_harness),
		cmocka_unit_test_teardown(answers_what_the_program_asks,
					  free_harness),
		cmocka_unit_test_teardown(notices_modes_that_were_left,
					  free_harness),
		cmocka_unit_test_teardown(
			suspends_and_continues_as_a_shell_does, free_harness),
		cmocka_unit_test_teardown(resizes, free_harness),
		cmocka_unit_test_teardown(pipes_standard_input, free_harness),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
