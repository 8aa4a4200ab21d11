/*
 * The mouse: taken where it is asked for, given back, and what it does.
 */
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <cmocka.h>

#include "base/items.h"
#include "terminal/reader.h"

/* Thirty turns of three who speak in no order, in three chapters. */
static const char *
write_talk(Reader *reader)
{
	static const char order[] = "ABACABCBACABCACBABCABACBCABACB";
	static const char *const names[] = { "Ann", "Bob", "Cat" };
	static const char *const chapters[] = { "First", "Second", "Third" };
	char text[4096] = "---\ntitle: Talk\n---\n";

	for (int i = 0; order[i]; i++) {
		size_t len = strlen(text);

		if (i % 10 == 0)
			len += (size_t)sprintf(text + len, "\n## %s\n",
					       chapters[i / 10]);
		sprintf(text + len, "\n**%s**: turn %d\n",
			names[order[i] - 'A'], i + 1);
	}
	return reader_write(reader, "talk.md", text);
}

static bool
has_mouse(Harness *harness, const void *arg)
{
	return harness_mouse(harness) == *(const bool *)arg;
}

static void
expect_mouse(Harness *harness, bool wanted)
{
	harness_expect(harness, has_mouse, &wanted,
		       wanted ? "the mouse taken" : "the mouse given back");
}

static Harness *
open_with_mouse(Reader *reader, const char *path, const char *const *env)
{
	const char *const operands[] = { "--mouse", path, NULL };
	HarnessStart start = { .cols = 120, .rows = 30, .env = env };
	Harness *harness = reader_run(reader, &start, operands);

	harness_expect_text(harness, "h help");
	expect_mouse(harness, true);
	return harness;
}

static void
point_at(Harness *harness, const char *text)
{
	int row, col;

	harness_expect_text(harness, text);
	assert_true(harness_find(harness, text, &row, &col));
	harness_point(harness, row, col);
}

static void
click(Harness *harness, const char *text)
{
	point_at(harness, text);
	harness_button(harness, true);
	harness_button(harness, false);
}

/* From the first character of `from` to that of `to`. */
static void
drag(Harness *harness, const char *from, const char *to)
{
	point_at(harness, from);
	harness_button(harness, true);
	point_at(harness, to);
	harness_button(harness, false);
}

static void
without_the_option_the_terminal_keeps_its_mouse(void **state)
{
	static const char *const modes[] = { "?1000", "?1002", "?1003",
					     "?1006", "]52;" };
	Reader *reader = *state;
	Harness *harness = reader_open(reader, write_talk(reader), 120,
				       30);

	drag(harness, "turn 1", "turn 3");
	reader_press(reader, "J", (ReaderSight){ NULL, " 2/30" });
	reader_quit(reader, "q");
	for (size_t i = 0; i < N_ITEMS(modes); i++)
		assert_false(harness_has_written(harness, modes[i]));
}

static void
the_mouse_is_given_back_at_every_end(void **state)
{
	static const int signals[] = { SIGTERM, SIGHUP, SIGSEGV, SIGABRT };
	static const char *const env[] = {
		"ASAN_OPTIONS=handle_segv=0:handle_abort=0", NULL,
	};
	Reader *reader = *state;

	open_with_mouse(reader, write_talk(reader), NULL);
	reader_quit(reader, "q");
	for (size_t i = 0; i < N_ITEMS(signals); i++) {
		Harness *harness = open_with_mouse(reader, reader->path, env);

		harness_signal(harness, signals[i]);
		assert_int_equal(harness_wait_end(harness), -signals[i]);
		assert_true(harness_restored(harness));
	}
}

static void
the_mouse_is_given_back_while_suspended(void **state)
{
	Reader *reader = *state;
	Harness *harness = open_with_mouse(reader, write_talk(reader),
					   NULL);

	harness_keys(harness, "<C-z>");
	harness_expect_state(harness, HARNESS_STOPPED);
	expect_mouse(harness, false);
	harness_signal(harness, SIGCONT);
	expect_mouse(harness, true);
	reader_quit(reader, "q");
}

static void
the_wheel_scrolls_the_dialogue_by_three_rows(void **state)
{
	Reader *reader = *state;
	Harness *harness = open_with_mouse(reader, reader_write_rows(reader),
					   NULL);

	point_at(harness, "w003");
	harness_wheel(harness, true);
	reader_see(reader, (ReaderSight){ "w003", NULL });
	harness_wheel(harness, true);
	reader_see(reader, (ReaderSight){ "w006", NULL });
	harness_wheel(harness, false);
	reader_see(reader, (ReaderSight){ "w003", NULL });
}

static void
a_click_goes_where_it_points(void **state)
{
	Reader *reader = *state;
	Harness *harness = open_with_mouse(reader, write_talk(reader),
					   NULL);

	click(harness, "Second");
	reader_see(reader, (ReaderSight){ "Second", "§2/3 · 11/30 · Ann" });
	click(harness, "turn 13");
	reader_see(reader, (ReaderSight){ "Second", "13/30 · Cat" });
	click(harness, "1 Ann");
	reader_see(reader, (ReaderSight){ NULL, "without Ann" });
	click(harness, "1 Ann");
	harness_expect_no_text(harness, "without Ann");
	harness_point(harness, 28, 119);
	harness_button(harness, true);
	harness_button(harness, false);
	reader_see(reader, (ReaderSight){ NULL, "100 %" });
}

static void
a_click_opens_a_document_of_a_list(void **state)
{
	Reader *reader = *state;
	Harness *harness;

	write_talk(reader);
	reader_write_rows(reader);
	harness = open_with_mouse(reader, reader->dir, NULL);
	click(harness, "Talk");
	reader_see(reader, (ReaderSight){ "First", " 1/30 · Ann" });
	harness_keys(harness, "q");
	click(harness, "Rows");
	reader_see(reader, (ReaderSight){ NULL, "1/3 " });
}

static void
text_that_is_dragged_over_is_sent_to_the_terminal(void **state)
{
	Reader *reader = *state;
	Harness *harness = open_with_mouse(reader, write_talk(reader),
					   NULL);

	drag(harness, "turn 1", "turn 2");
	harness_expect_text(harness, "9 characters sent to the terminal");
	/* "turn 1\n\nt" */
	assert_true(harness_has_written(harness,
					"\033]52;c;dHVybiAxCgp0\a"));
	reader_quit(reader, "Q");
}

static void
what_is_too_long_for_a_terminal_is_not_sent(void **state)
{
	Reader *reader = *state;
	const char *path = reader_write(reader, "long.md", "");
	FILE *file = fopen(path, "w");
	Harness *harness;

	assert_non_null(file);
	fputs("**Ann**: first ", file);
	for (int i = 0; i < 8000; i++)
		fputs("0123456789", file);
	fputs("\n\n**Bob**: last\n", file);
	fclose(file);
	harness = open_with_mouse(reader, path, NULL);
	point_at(harness, "first");
	harness_button(harness, true);
	harness_keys(harness, "G");
	point_at(harness, "last");
	harness_button(harness, false);
	harness_expect_text(harness, "more than the 74994 bytes");
	assert_false(harness_has_written(harness, "]52;"));
}

/* A program `tmux` in the folder; then the environment that it is found in. */
static void
write_tmux(Reader *reader, const char *script, char *path, size_t size)
{
	reader_write(reader, "tmux", script);
	assert_int_equal(chmod(reader->path, 0700), 0);
	snprintf(path, size, "PATH=%s:%s", reader->dir, getenv("PATH"));
}

static void
inside_tmux_text_goes_into_its_buffer(void **state)
{
	static const char script[] = "#!/bin/sh\n"
		"[ \"$*\" = 'load-buffer -w -' ] && cat >\"${0%/*}/taken\"\n";
	Reader *reader = *state;
	char path[8192], name[READER_PATH_MAX], taken[64] = "";
	const char *const env[] = { path, "TMUX=/tmp/none,1,0", NULL };
	Harness *harness;
	FILE *file;

	write_tmux(reader, script, path, sizeof(path));
	harness = open_with_mouse(reader, write_talk(reader), env);
	drag(harness, "turn 2", "turn 1");
	harness_expect_text(harness, "copied 9 characters");
	assert_false(harness_has_written(harness, "]52;"));
	snprintf(name, sizeof(name), "%s/taken", reader->dir);
	file = fopen(name, "r");
	assert_non_null(file);
	assert_int_equal(fread(taken, 1, sizeof(taken) - 1, file), 9);
	fclose(file);
	assert_string_equal(taken, "turn 1\n\nt");
}

static void
where_tmux_fails_the_terminal_gets_the_text(void **state)
{
	static const char *const scripts[] = { "#!/bin/sh\nexit 1\n",
					       "#!/bin/sh\nkill -9 $$\n",
					       "#!/no/such/program\n" };
	Reader *reader = *state;
	char path[8192];
	const char *const env[] = { path, "TMUX=/tmp/none,1,0", NULL };

	for (size_t i = 0; i < N_ITEMS(scripts); i++) {
		Harness *harness;

		write_tmux(reader, scripts[i], path, sizeof(path));
		harness = open_with_mouse(reader, write_talk(reader),
					  env);
		drag(harness, "turn 1", "turn 2");
		harness_expect_text(harness, "sent to the terminal");
		assert_true(harness_has_written(harness, "]52;c;dHVy"));
	}
}

static void
a_star_takes_no_more_than_a_paragraph(void **state)
{
	Reader *reader = *state;
	Harness *harness = open_with_mouse(reader, write_talk(reader), NULL);

	drag(harness, "turn 1", "turn 3");
	harness_expect_text(harness, "sent to the terminal");
	harness_keys(harness, "*");
	harness_expect_text(harness, "no match is that long; select less");
}

#define TEST(name) \
	cmocka_unit_test_setup_teardown(name, reader_setup, reader_teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(without_the_option_the_terminal_keeps_its_mouse),
		TEST(the_mouse_is_given_back_at_every_end),
		TEST(the_mouse_is_given_back_while_suspended),
		TEST(the_wheel_scrolls_the_dialogue_by_three_rows),
		TEST(a_click_goes_where_it_points),
		TEST(a_click_opens_a_document_of_a_list),
		TEST(text_that_is_dragged_over_is_sent_to_the_terminal),
		TEST(what_is_too_long_for_a_terminal_is_not_sent),
		TEST(inside_tmux_text_goes_into_its_buffer),
		TEST(where_tmux_fails_the_terminal_gets_the_text),
		TEST(a_star_takes_no_more_than_a_paragraph),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
