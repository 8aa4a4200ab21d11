/*
 * That what a terminal shows is in the columns that the canvas has: libvterm,
 * tmux where it is installed, and a terminal that takes two columns for
 * ambiguous characters.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

#include "terminal/reader.h"
#include "text/uni.h"
#include "ui/app.h"
#include "ui/keys.h"
#include "ui/paint.h"

#define ROWS 30
#define COLS 90
#define ROW_MAX (COLS * 32)
#define COMMAND_MAX 1024

/* Each kind of cluster on whose width terminals disagree. */
static const char doubtful[] =
	"---\ntitle: 寬 👨\u200D👩\u200D👧 …\n---\n\n"
	"**Ann**: flags 🇹🇼🇯🇵 🇹 end1\n\n"
	"**Bob**: families 👨\u200D👩\u200D👧 👩\u200D🚀 end2\n\n"
	"**Ann**: tones 👍🏽 and 🏽 end3\n\n"
	"**Bob**: styles ❤\uFE0F ❤ ⌚\uFE0E ⌚ 1\uFE0F\u20E3 end4\n\n"
	"**Ann**: new \U0001F970\U0001FAE8 \U0001F6D8 end5\n\n"
	"**Bob**: jamo \u1112\u1161\u11AB \u1112\u119E 한 end6\n\n"
	"**Ann**: kana か\u3099 ｶﾞ あ\u3099 end7\n\n"
	"**Bob**: Indic \u0915\u094D\u0937\u093F \u0B95\u0BCB ก\u0E33 end8\n\n"
	"**Ann**: marks e\u0301\u0323 o\u1ABF 一\U000E0100 end9\n\n"
	"**Bob**: none \u0378 \uFFFE \U0003FFFD \uE000 \uFFFD end10\n\n"
	"**Ann**: signs \u4DC0 \u3248 \u06DE \u302A end11\n\n"
	"**Bob**: hidden a\u00ADb\u200Bc\u2060d\uFEFF end12\n\n"
	"**Ann**: ambiguous …“q”—§α中→│①★ end13\n\n"
	"**Bob**: wide 、。「」！𠮷\U00031350 end14\n";

/* The program's canvas, without a terminal. */
typedef struct Believed {
	Options options;
	App app;
	Canvas canvas;
} Believed;

static void
believe(Believed *believed)
{
	while (app_work(&believed->app, deadline_in(clock_system(), 1000000))
	       == PROGRESS_MORE)
		;
	paint_all(&believed->app, &believed->canvas);
}

static void
believed_init(Believed *believed, const char *path, int cols, int rows)
{
	char name[] = "fangtan";
	char *argv[] = { name, NULL };
	Err err = { .text = "" };

	options_parse(&believed->options, 1, argv, NULL);
	app_init(&believed->app, &believed->options, clock_system());
	canvas_init(&believed->canvas);
	app_resize(&believed->app, rows, cols);
	if (app_open(&believed->app, path, &err) != STATUS_OK)
		fail_msg("%s: %s", path, err.text);
	believe(believed);
}

static void
believed_done(Believed *believed)
{
	canvas_done(&believed->canvas);
	app_done(&believed->app);
	options_done(&believed->options);
}

/* Visits every file of the samples and of the shared interviews. */
static void
each_file_in(const char *dir, void (*visit)(Reader *, const char *),
	     Reader *reader)
{
	DIR *entries = opendir(dir);
	char path[READER_PATH_MAX];
	struct dirent *entry;

	while (entries && (entry = readdir(entries))) {
		if (entry->d_name[0] == '.' || strstr(entry->d_name, ".json")
		    || !strncmp(entry->d_name, "README", 6))
			continue;
		snprintf(path, sizeof(path), "%s/%s", dir, entry->d_name);
		if (strchr(entry->d_name, '.'))
			visit(reader, path);
		else
			each_file_in(path, visit, reader);
	}
	if (entries)
		closedir(entries);
}

static void
each_file(void (*visit)(Reader *, const char *), Reader *reader)
{
	const char *shared = getenv("FANGTAN_SHARED");
	const char *top = getenv("srcdir");
	char dir[READER_PATH_MAX];

	visit(reader, reader_write(reader, "doubtful.md", doubtful));
	snprintf(dir, sizeof(dir), "%s/data/interviews", top && *top ? top : ".");
	each_file_in(dir, visit, reader);
	if (shared)
		snprintf(dir, sizeof(dir), "%s/interviews", shared);
	else
		snprintf(dir, sizeof(dir), "%s/../shared/interviews",
			 top && *top ? top : ".");
	each_file_in(dir, visit, reader);
}

/* A cell's text as bytes; NUL-terminated. */
static void
cell_text(const Cell *cell, char *ret, size_t max)
{
	Canvas one = { .cells = (Cell *)cell, .rows = 1, .cols = 1 };
	Buf out;

	buf_init(&out, max);
	canvas_text(&one, 0, &out);
	if (!out.len)
		buf_append_char(&out, ' ');
	snprintf(ret, max, "%.*s", SLICE_ARGS(buf_slice(&out)));
	buf_done(&out);
}

static bool
shows_row(Harness *harness, const Canvas *canvas, int row)
{
	for (int col = 0; col < canvas->cols; col++) {
		const Cell *wanted = canvas_cell(canvas, row, col);
		HarnessCell cell = harness_cell(harness, row, col);
		char text[sizeof(cell.text)];

		if (!wanted->cols)
			continue;
		cell_text(wanted, text, sizeof(text));
		if (cell.cols != wanted->cols || strcmp(cell.text, text))
			return false;
	}
	return true;
}

/* The status line tells how long the rest takes, which is measured. */
static bool
shows_canvas(Harness *harness, const void *arg)
{
	const Canvas *canvas = arg;

	for (int row = 0; row < canvas->rows - 1; row++)
		if (!shows_row(harness, canvas, row))
			return false;
	return true;
}

static void
compare_in_libvterm(Reader *reader, const char *path)
{
	Believed believed;
	Harness *harness;

	believed_init(&believed, path, COLS, ROWS);
	harness = reader_open(reader, path, COLS, ROWS);
	harness_expect(harness, shows_canvas, &believed.canvas,
		       "the cells of the canvas");
	harness_keys(harness, " ");
	keys_feed(&believed.app, ' ');
	believe(&believed);
	harness_expect(harness, shows_canvas, &believed.canvas,
		       "the cells of the canvas a page below");
	believed_done(&believed);
}

static void
libvterm_shows_cells_where_the_canvas_has_them(void **state)
{
	each_file(compare_in_libvterm, *state);
}

/* Columns as whoever adds up widths would count them. */
static void
assert_columns_agree(const Canvas *canvas, const char *path)
{
	for (int row = 0; row < canvas->rows; row++) {
		Buf text;
		size_t cols = 0;

		buf_init(&text, ROW_MAX);
		for (int col = 0; col < canvas->cols; col++) {
			char cell[32];

			if (!canvas_cell(canvas, row, col)->cols)
				continue;
			if (uni_text_width(buf_slice(&text)) != (size_t)col)
				fail_msg("%s: row %d drifts at column %d", path,
					 row, col);
			cell_text(canvas_cell(canvas, row, col), cell,
				  sizeof(cell));
			buf_append(&text, slice_from(cell));
		}
		cols = uni_text_width(buf_slice(&text));
		if (cols != (size_t)canvas->cols)
			fail_msg("%s: row %d has %zu columns", path, row, cols);
		buf_done(&text);
	}
}

static void
compare_with_widths(Reader *reader, const char *path)
{
	static const int sizes[] = { 20, 41, 80, 120 };
	static const Key overlays[] = { 'c', 's', 'h', 'q', 'i', 'q', '/',
					KEYS_ESC };
	Believed believed;

	(void)reader;
	believed_init(&believed, path, COLS, ROWS);
	for (size_t i = 0; i < sizeof(sizes) / sizeof(*sizes); i++) {
		app_resize(&believed.app, ROWS, sizes[i]);
		paint_all(&believed.app, &believed.canvas);
		assert_columns_agree(&believed.canvas, path);
		for (size_t k = 0; k < sizeof(overlays) / sizeof(Key); k++) {
			keys_feed(&believed.app, overlays[k]);
			paint_all(&believed.app, &believed.canvas);
			assert_columns_agree(&believed.canvas, path);
		}
	}
	believed_done(&believed);
}

static void
columns_agree_with_either_ambiguous_width(void **state)
{
	for (int cells = 1; cells <= 2; cells++) {
		uni_set_ambiguous_width(cells);
		each_file(compare_with_widths, *state);
	}
	uni_set_ambiguous_width(1);
}

static bool
has_asked(Harness *harness, const void *arg)
{
	int row, col;

	(void)arg;
	return harness_asked(harness, &row, &col);
}

/* On a terminal that answers nothing. */
static Harness *
run_mute(Reader *reader, const char *option, int cols, int rows)
{
	const char *const operands[] = {
		reader_write(reader, "doubtful.md", doubtful), option, NULL
	};
	HarnessStart start = { .cols = cols, .rows = rows, .mute = true };

	return reader_run(reader, &start, operands);
}

static Harness *
open_mute(Reader *reader, const char *option)
{
	Harness *harness = run_mute(reader, option, 80, 24);

	harness_expect_text(harness, "h help");
	return harness;
}

static void
answer(Harness *harness, int col)
{
	char bytes[32];
	int row;
	int asked_col;

	assert_true(harness_asked(harness, &row, &asked_col));
	snprintf(bytes, sizeof(bytes), "\033[%d;%dR", row + 1, col + 1);
	harness_send(harness, bytes, strlen(bytes));
}

/* Lines of one column are drawn by what is one column wide. */
static void
the_terminal_is_asked_behind_the_first_paint(void **state)
{
	Harness *harness = open_mute(*state, NULL);
	int row, col;

	harness_expect_text(harness, "┃");
	harness_expect(harness, has_asked, NULL, "a question");
	assert_true(harness_asked(harness, &row, &col));
	assert_in_range(row, 1, 23);
	assert_int_equal(col, 1);
	answer(harness, 2);
	harness_expect_no_text(harness, "┃");
	harness_expect_text(harness, "|");
	answer(harness, 1);
	reader_press(*state, "J", (ReaderSight){ "|Bob  2", NULL });
	reader_quit(*state, "q");
}

static void
an_answer_of_one_changes_nothing(void **state)
{
	Reader *reader = *state;
	Harness *harness = open_mute(reader, NULL);

	harness_expect(harness, has_asked, NULL, "a question");
	answer(harness, 1);
	reader_press(reader, "J", (ReaderSight){ "┃Bob  2", "2/14" });
	reader_quit(reader, "q");
}

static void
nobody_is_asked_where_the_width_is_given(void **state)
{
	static const char *const options[] = { "--ambiguous-width=1",
					       "--ambiguous-width=2" };
	static const char *const bars[] = { "┃Bob  2", "|Bob  2" };
	Reader *reader = *state;

	for (int i = 0; i < 2; i++) {
		Harness *harness = open_mute(reader, options[i]);

		reader_press(reader, "J", (ReaderSight){ bars[i], NULL });
		assert_false(has_asked(harness, NULL));
		reader_quit(reader, "q");
	}
}

/* What the question wrote is gone, whatever stood there. */
static void
the_question_leaves_nothing_on_the_screen(void **state)
{
	static const int sizes[][2] = { { 20, 5 }, { 40, 12 }, { 120, 24 } };
	Reader *reader = *state;

	for (size_t i = 0; i < 3; i++) {
		Harness *harness = run_mute(reader, NULL, sizes[i][0],
					    sizes[i][1]);
		Believed believed;

		believed_init(&believed, reader->path, sizes[i][0],
			      sizes[i][1]);
		harness_expect(harness, has_asked, NULL, "a question");
		harness_expect(harness, shows_canvas, &believed.canvas,
			       "the cells of the canvas");
		believed_done(&believed);
	}
}

/* Runs a command of tmux in a server of the test's own; false: it failed. */
static bool
tmux(Reader *reader, const char *command, char *ret, size_t max)
{
	char line[COMMAND_MAX * 2];
	FILE *out;
	size_t n;

	snprintf(line, sizeof(line),
		 "env -u TMUX LC_ALL=C.UTF-8 tmux -u -S '%s/tmux' %s 2>&1",
		 reader->dir, command);
	out = popen(line, "r");
	assert_non_null(out);
	n = fread(ret, 1, max - 1, out);
	ret[n] = '\0';
	return pclose(out) == 0;
}

/* How often tmux is asked, which takes some milliseconds each time. */
#define TMUX_TRIES 2000

static void
expect_in_tmux(Reader *reader, const Canvas *canvas)
{
	static char shown[ROWS * ROW_MAX];
	Buf wanted;

	buf_init(&wanted, ROWS * ROW_MAX);
	for (int row = 0; row < ROWS - 1; row++) {
		canvas_text(canvas, row, &wanted);
		buf_append_char(&wanted, '\n');
	}
	for (int i = 0; i < TMUX_TRIES; i++) {
		assert_true(tmux(reader, "capture-pane -p", shown,
				 sizeof(shown)));
		if (!strncmp(shown, wanted.ptr, wanted.len)) {
			buf_done(&wanted);
			return;
		}
	}
	fail_msg("%s\n---\n%.*s", shown, SLICE_ARGS(buf_slice(&wanted)));
}

static void
tmux_shows_cells_where_the_canvas_has_them(void **state)
{
	Reader *reader = *state;
	const char *path = reader_write(reader, "doubtful.md", doubtful);
	char command[COMMAND_MAX], out[COMMAND_MAX];
	Believed believed;

	if (!tmux(reader, "-V", out, sizeof(out))) {
		print_message("no tmux\n");
		skip();
	}
	snprintf(command, sizeof(command),
		 "-f /dev/null new-session -d -x %d -y %d \\; set status off"
		 " \\; respawn-pane -k \"env HOME='%s' '%s' '%s'\"",
		 COLS, ROWS, reader->dir, reader_program(), path);
	assert_true(tmux(reader, command, out, sizeof(out)));
	believed_init(&believed, path, COLS, ROWS);
	expect_in_tmux(reader, &believed.canvas);
	tmux(reader, "send-keys Space", out, sizeof(out));
	keys_feed(&believed.app, ' ');
	believe(&believed);
	expect_in_tmux(reader, &believed.canvas);
	tmux(reader, "kill-server", out, sizeof(out));
	believed_done(&believed);
}

#define TEST(name) \
	cmocka_unit_test_setup_teardown(name, reader_setup, reader_teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(libvterm_shows_cells_where_the_canvas_has_them),
		TEST(columns_agree_with_either_ambiguous_width),
		TEST(the_terminal_is_asked_behind_the_first_paint),
		TEST(an_answer_of_one_changes_nothing),
		TEST(nobody_is_asked_where_the_width_is_given),
		TEST(the_question_leaves_nothing_on_the_screen),
		TEST(tmux_shows_cells_where_the_canvas_has_them),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
