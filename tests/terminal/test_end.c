/*
 * How the program ends, and what it leaves: quitting, signals, crashes, and
 * what it refuses before it touches the screen.
 */
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <cmocka.h>

#include "base/items.h"
#include "terminal/reader.h"

#define EXIT_REFUSED 2
#define EXIT_NOT_RUN 127
#define USER_NOBODY 65534
#define MESSAGES_MAX 4096

static void
every_key_that_quits_restores_the_terminal(void **state)
{
	static const char *const keys[] = { "q", "Q", "ZZ", "<F10>", "12Q",
					    "jJ/more<Enter>Q", "2SQ" };
	Reader *reader = *state;

	for (size_t i = 0; i < N_ITEMS(keys); i++) {
		reader_open(reader, reader_write_turns(reader), 80, 24);
		reader_quit(reader, keys[i]);
	}
}

static void
prompts_take_the_keys_that_quit(void **state)
{
	Reader *reader = *state;
	Harness *harness = reader_open(reader, reader_write_turns(reader), 80,
				       24);

	harness_keys(harness, "/qQZZ");
	harness_expect_row(harness, 22, "/qQZZ");
	reader_escape(reader, "/qQZZ");
	reader_quit(reader, "<F10>");
}

/* Sanitizers have handlers of their own, which do not die of the signal. */
static Harness *
open_to_crash(Reader *reader, const char *keys)
{
	static const char *const env[] = {
		"ASAN_OPTIONS=handle_segv=0:handle_abort=0:handle_sigbus=0:"
		"handle_sigfpe=0:handle_sigill=0",
		"UBSAN_OPTIONS=handle_segv=0:handle_abort=0:handle_sigbus=0:"
		"handle_sigfpe=0:handle_sigill=0",
		NULL,
	};
	const char *const operands[] = { reader_write_turns(reader), NULL };
	HarnessStart start = { .env = env };
	Harness *harness = reader_run(reader, &start, operands);

	reader_see(reader, (ReaderSight){ "First", "1/30" });
	harness_keys(harness, keys);
	harness_expect_text(harness, *keys == '/' ? "/turn" : "h help");
	return harness;
}

static void
signals_that_kill_leave_the_terminal_as_it_was(void **state)
{
	static const int signals[] = { SIGTERM, SIGHUP, SIGSEGV, SIGABRT,
				       SIGBUS, SIGFPE, SIGILL, SIGQUIT };
	static const char *const keys[] = { "", "/turn" };
	Reader *reader = *state;

	for (size_t i = 0; i < 2 * N_ITEMS(signals); i++) {
		int sig = signals[i / 2];
		Harness *harness = open_to_crash(reader, keys[i % 2]);

		harness_signal(harness, sig);
		assert_int_equal(harness_wait_end(harness), -sig);
		assert_true(harness_restored(harness));
	}
}

static void
a_signal_to_a_suspended_program_ends_it(void **state)
{
	Reader *reader = *state;
	Harness *harness = open_to_crash(reader, "");

	harness_keys(harness, "<C-z>");
	harness_expect_state(harness, HARNESS_STOPPED);
	harness_signal(harness, SIGTERM);
	harness_signal(harness, SIGCONT);
	assert_int_equal(harness_wait_end(harness), -SIGTERM);
	assert_true(harness_restored(harness));
}

typedef struct Refusal {
	const char *path;	/* NULL: none */
	const char *env;	/* NULL: nothing special */
	const char *message;	/* what it says among other things */
} Refusal;

static void
read_messages(const char *path, char *ret)
{
	FILE *file = fopen(path, "r");
	size_t len = 0;

	if (file) {
		len = fread(ret, 1, MESSAGES_MAX - 1, file);
		fclose(file);
	}
	ret[len] = '\0';
}

/* Runs it to its end; the exit status.  The screen must not be touched. */
static int
run_refused(Reader *reader, const Refusal *refusal, uid_t user, char *messages)
{
	const char *const operands[] = { refusal->path, NULL };
	const char *const env[] = { refusal->env, NULL };
	char errors[READER_PATH_MAX];
	HarnessStart start = { .env = env, .errors = errors, .user = user };
	Harness *harness;
	int status;

	snprintf(errors, sizeof(errors), "%s/errors", reader->dir);
	harness = reader_run(reader, &start, operands);
	status = harness_wait_end(harness);
	read_messages(errors, messages);
	assert_int_equal(harness_written(harness), 0);
	assert_true(harness_restored(harness));
	return status;
}

static void
expect_refused(Reader *reader, Refusal refusal)
{
	char messages[MESSAGES_MAX];
	int status = run_refused(reader, &refusal, 0, messages);

	if (status != EXIT_REFUSED || strncmp(messages, "fangtan: ", 9)
	    || !strstr(messages, refusal.message)
	    || strchr(messages, '\n') != messages + strlen(messages) - 1)
		fail_msg("%s, %s: status %d, not “%s” but:\n%s",
			 refusal.path ? refusal.path : "",
			 refusal.env ? refusal.env : "", status,
			 refusal.message, messages);
}

static void
bad_input_is_refused_before_the_screen_is_touched(void **state)
{
	Reader *reader = *state;
	char path[READER_PATH_MAX];
	FILE *file;

	expect_refused(reader, (Refusal){ "/nowhere/x.md", NULL,
					  "/nowhere/x.md: no such file" });
	snprintf(path, sizeof(path), "%s/empty", reader->dir);
	mkdir(path, 0700);
	expect_refused(reader, (Refusal){ path, NULL, "no transcripts" });
	snprintf(path, sizeof(path), "%s/binary.txt", reader->dir);
	file = fopen(path, "w");
	for (int i = 0; i < 4096; i++)
		fputc(i * 7 % 256, file);
	fclose(file);
	expect_refused(reader, (Refusal){ path, NULL, "binary.txt: " });
}

static void
a_locale_or_terminal_that_cannot_be_used_is_refused(void **state)
{
	static const Refusal refusals[] = {
		{ NULL, "LC_ALL=zh_TW.Big5", "Big5" },
		{ NULL, "LC_ALL=de_DE.ISO-8859-1", "ISO-8859-1" },
		{ NULL, "TERM=no-such-terminal", "no-such-terminal" },
		{ NULL, "TERM=dumb", "dumb" },
		{ NULL, "TERM=", "TERM" },
		{ NULL, "TERM", "TERM" },
	};
	Reader *reader = *state;

	for (size_t i = 0; i < N_ITEMS(refusals); i++) {
		Refusal refusal = refusals[i];

		refusal.path = reader_write_turns(reader);
		expect_refused(reader, refusal);
	}
}

static void
what_may_not_be_read_is_refused(void **state)
{
	Reader *reader = *state;
	char messages[MESSAGES_MAX];
	Refusal refusal = { .path = reader_write_turns(reader) };
	uid_t user = geteuid() == 0 ? USER_NOBODY : 0;
	int status;

	chmod(reader->dir, 0777);
	chmod(reader->path, 0);
	status = run_refused(reader, &refusal, user, messages);
	if (status == EXIT_NOT_RUN)
		skip();
	assert_int_equal(status, EXIT_REFUSED);
	assert_non_null(strstr(messages, "turns.md: permission denied"));
}

static void
without_any_locale_it_reads_and_shows_utf8(void **state)
{
	static const char *const env[] = { "LC_ALL", NULL };
	Reader *reader = *state;
	const char *const operands[] = {
		reader_sample(reader, "tea-master.zh-Hant.md"), NULL
	};
	HarnessStart start = { .env = env };

	reader_run(reader, &start, operands);
	reader_see(reader, (ReaderSight){ "霧從山下走上來",
					  "§1/4 · 1/60 · 許若庭" });
	reader_quit(reader, "q");
}

static void
a_locale_that_names_no_charset_is_no_obstacle(void **state)
{
	static const char *const locales[] = { "LC_ALL=C", "LC_ALL=POSIX",
					       "LC_ALL=zh_TW",
					       "LC_ALL=zh_TW.UTF-8" };
	Reader *reader = *state;

	for (size_t i = 0; i < N_ITEMS(locales); i++) {
		const char *const env[] = { locales[i], NULL };
		const char *const operands[] = { reader_write_turns(reader),
						 NULL };

		reader_run(reader, &(HarnessStart){ .env = env }, operands);
		reader_see(reader, (ReaderSight){ "First", "§1/3 · 1/30" });
		reader_quit(reader, "q");
	}
}

static void
an_empty_file_opens_as_an_empty_document(void **state)
{
	static const char keys[] = "jkdufbgGJKLH}{][nxSzz''.,";
	Reader *reader = *state;
	Harness *harness = reader_open(
		reader, reader_write(reader, "empty.md", ""), 80, 24);

	harness_expect_text(harness, "empty");
	harness_expect_text(harness, "100 %");
	for (const char *key = keys; *key; key++)
		harness_send(harness, key, 1);
	reader_press(reader, "12G50%2s", (ReaderSight){ NULL, "h help" });
	reader_quit(reader, "q");
}

#define TEST(name) \
	cmocka_unit_test_setup_teardown(name, reader_setup, reader_teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(every_key_that_quits_restores_the_terminal),
		TEST(prompts_take_the_keys_that_quit),
		TEST(signals_that_kill_leave_the_terminal_as_it_was),
		TEST(a_signal_to_a_suspended_program_ends_it),
		TEST(bad_input_is_refused_before_the_screen_is_touched),
		TEST(a_locale_or_terminal_that_cannot_be_used_is_refused),
		TEST(what_may_not_be_read_is_refused),
		TEST(without_any_locale_it_reads_and_shows_utf8),
		TEST(a_locale_that_names_no_charset_is_no_obstacle),
		TEST(an_empty_file_opens_as_an_empty_document),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
