#include "terminal/harness.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>

#include "terminal/harness_inner.h"

#define READ_BYTES 65536

static void
answer(const char *bytes, size_t len, void *ctx)
{
	Harness *harness = ctx;
	char text[READ_BYTES / 1024];
	int row, col;

	snprintf(text, sizeof(text), "%.*s", (int)len, bytes);
	if (!harness->mute
	    || sscanf(text, "\033[%d;%d", &row, &col) != 2
	    || bytes[len - 1] != 'R') {
		harness_send(harness, bytes, len);
		return;
	}
	harness->asked = true;
	harness->asked_row = row - 1;
	harness->asked_col = col - 1;
}

static int
set_property(VTermProp prop, VTermValue *value, void *ctx)
{
	Harness *harness = ctx;

	if (prop == VTERM_PROP_ALTSCREEN)
		harness->alternate = value->boolean;
	if (prop == VTERM_PROP_CURSORVISIBLE)
		harness->cursor_shown = value->boolean;
	if (prop == VTERM_PROP_MOUSE)
		harness->mouse = value->number != VTERM_PROP_MOUSE_NONE;
	return 1;
}

static void
open_emulator(Harness *harness, int cols, int rows)
{
	static const VTermScreenCallbacks callbacks = {
		.settermprop = set_property,
	};

	harness->vterm = vterm_new(rows, cols);
	vterm_set_utf8(harness->vterm, 1);
	vterm_output_set_callback(harness->vterm, answer, harness);
	harness->screen = vterm_obtain_screen(harness->vterm);
	vterm_screen_set_callbacks(harness->screen, &callbacks, harness);
	vterm_screen_enable_altscreen(harness->screen, 1);
	vterm_screen_reset(harness->screen, 1);
}

Harness *
harness_start(const HarnessStart *start)
{
	Harness *harness = calloc(1, sizeof(*harness));
	HarnessStart full = *start;

	assert_non_null(harness);
	full.cols = full.cols ? full.cols : 80;
	full.rows = full.rows ? full.rows : 24;
	harness->cursor_shown = true;
	harness->mute = start->mute;
	open_emulator(harness, full.cols, full.rows);
	job_start(&harness->job, &full);
	return harness;
}

void
harness_free(Harness *harness)
{
	if (!harness)
		return;
	harness_signal(harness, SIGKILL);
	job_done(&harness->job);
	vterm_free(harness->vterm);
	for (int i = 0; i < HARNESS_ROWS_MAX; i++)
		free(harness->rows[i]);
	free(harness->output);
	free(harness->typed);
	free(harness);
}

static void
take_report(Harness *harness)
{
	const char *text = harness->report + strlen(JOB_REPORT);
	int value = atoi(text + 1);

	switch (*text) {
	case JOB_STARTED:
		harness->program = value;
		break;
	case JOB_STOPPED:
		harness->state = HARNESS_STOPPED;
		break;
	case JOB_ENDED:
		harness->state = HARNESS_ENDED;
		harness->status = value;
		break;
	default:
		fail_msg("the job's report is not understood: %s", text);
	}
}

/* Keeps what was written. */
static void
keep_output(Harness *harness, const char *bytes, size_t len)
{
	if (harness->room - harness->written < len) {
		harness->room = 2 * harness->room + len;
		harness->output = realloc(harness->output, harness->room);
		assert_non_null(harness->output);
	}
	memcpy(harness->output + harness->written, bytes, len);
	harness->written += len;
}

static void
feed_terminal(Harness *harness, const char *bytes, size_t len)
{
	static const char clear[] = "\033[2J";

	for (size_t i = 0; i < len; i++) {
		int *n = &harness->clear_matched;

		*n = bytes[i] == clear[*n] ? *n + 1 : bytes[i] == '\033';
		if (clear[*n])
			continue;
		harness->clears++;
		*n = 0;
	}
	if (!len)
		return;
	keep_output(harness, bytes, len);
	vterm_input_write(harness->vterm, bytes, len);
}

/* True where the byte belongs to a report, which is not the program's. */
static bool
feed_report(Harness *harness, char byte)
{
	size_t begin = strlen(JOB_REPORT);
	size_t n = harness->n_report;

	if (n < begin ? byte != JOB_REPORT[n] : n + 1 >= JOB_REPORT_MAX) {
		harness->n_report = 0;
		feed_terminal(harness, harness->report, n);
		return n && feed_report(harness, byte);
	}
	harness->report[n] = byte;
	harness->n_report = n + 1;
	if (n < begin || byte != '\\')
		return true;
	harness->report[n] = '\0';
	harness->n_report = 0;
	take_report(harness);
	return true;
}

/* Bytes in as long runs as the reports between them leave. */
static void
feed(Harness *harness, const char *bytes, size_t len)
{
	size_t start = 0;

	for (size_t i = 0; i < len; i++) {
		if (!harness->n_report && bytes[i] != JOB_REPORT[0])
			continue;
		if (!harness->n_report)
			feed_terminal(harness, bytes + start, i - start);
		start = feed_report(harness, bytes[i]) ? i + 1 : i;
	}
	feed_terminal(harness, bytes + start, len - start);
}

static void
write_typed(Harness *harness)
{
	ssize_t n = write(harness->job.fd, harness->typed, harness->n_typed);

	if (n <= 0)
		return;
	harness->n_typed -= (size_t)n;
	memmove(harness->typed, harness->typed + n, harness->n_typed);
}

void
harness_send(Harness *harness, const char *bytes, size_t len)
{
	size_t n = harness->n_typed;

	if (!len)
		return;
	harness->typed = realloc(harness->typed, n + len);
	assert_non_null(harness->typed);
	memcpy(harness->typed + n, bytes, len);
	harness->n_typed = n + len;
}

void
harness_pump(Harness *harness, int limit_ms)
{
	struct pollfd fd = { .fd = harness->job.fd, .events = POLLIN };
	char bytes[READ_BYTES];
	ssize_t n;

	if (harness->n_typed) {
		write_typed(harness);
		fd.events |= POLLOUT;
	}
	poll(&fd, 1, limit_ms);
	n = read(fd.fd, bytes, sizeof(bytes));
	if (n > 0)
		feed(harness, bytes, (size_t)n);
	else if (n == 0 || (errno != EAGAIN && errno != EINTR))
		fail_msg("the pseudo-terminal is closed");
}

static long
now_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return now.tv_sec * 1000L + now.tv_nsec / 1000000;
}

bool
harness_wait(Harness *harness, HarnessPredicate holds, const void *arg)
{
	long end = now_ms() + HARNESS_LIMIT_MS;

	for (;;) {
		long left = end - now_ms();

		if (!harness->n_typed && holds(harness, arg))
			return true;
		if (left <= 0)
			return false;
		harness_pump(harness, (int)left);
	}
}

/* Shows what the test saw, row by row as cmocka cuts long messages. */
static void
give_up(Harness *harness, const char *what)
{
	static const char *const states[] = {
		[HARNESS_RUNNING] = "runs",
		[HARNESS_STOPPED] = "is suspended",
		[HARNESS_ENDED] = "has ended",
	};

	print_error("%s\n--- the program %s (%d), the %s screen is\n", what,
		    states[harness->state], harness->status,
		    harness->alternate ? "second" : "first");
	for (int row = 0; row < harness_rows(harness); row++)
		print_error("%s\n", harness_row(harness, row));
	print_error("---\n");
	fail_msg("did not come: %s", what);
}

void
harness_expect(Harness *harness, HarnessPredicate holds, const void *arg,
	       const char *what)
{
	if (!harness_wait(harness, holds, arg))
		give_up(harness, what);
}

static bool
has_state(Harness *harness, const void *arg)
{
	return harness->state == *(const HarnessState *)arg;
}

void
harness_expect_state(Harness *harness, HarnessState state)
{
	static const char *const names[] = {
		[HARNESS_RUNNING] = "the program runs",
		[HARNESS_STOPPED] = "the program is suspended",
		[HARNESS_ENDED] = "the program ends",
	};

	harness_expect(harness, has_state, &state, names[state]);
}

int
harness_wait_end(Harness *harness)
{
	harness_expect_state(harness, HARNESS_ENDED);
	return WIFEXITED(harness->status) ? WEXITSTATUS(harness->status)
					  : -WTERMSIG(harness->status);
}

static bool
has_started(Harness *harness, const void *arg)
{
	(void)arg;
	return harness->program > 0;
}

void
harness_signal(Harness *harness, int sig)
{
	if (harness->state == HARNESS_ENDED)
		return;
	if (harness->program <= 0)
		harness_wait(harness, has_started, NULL);
	if (sig == SIGCONT)
		harness->state = HARNESS_RUNNING;
	if (harness->program > 0)
		kill(harness->program, sig);
}

HarnessState
harness_state(const Harness *harness)
{
	return harness->state;
}

void
harness_pipe(Harness *harness, const char *text, size_t len)
{
	while (len > 0) {
		ssize_t n = write(harness->job.pipe, text, len);

		if (n < 0)
			fail_msg("the pipe is closed: %s", strerror(errno));
		text += n;
		len -= (size_t)n;
	}
}

void
harness_pipe_end(Harness *harness)
{
	close(harness->job.pipe);
	harness->job.pipe = -1;
}

void
harness_resize(Harness *harness, int cols, int rows)
{
	vterm_set_size(harness->vterm, rows, cols);
	job_resize(&harness->job, cols, rows);
}
