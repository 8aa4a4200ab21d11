/*
 * The place is kept through whatever becomes of the screen: over the
 * interviews of FANGTAN_SHARED (default: ../shared beside the sources) where
 * they are there, and over those of the project.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/items.h"
#include "support/random.h"
#include "ui/app.h"
#include "ui/keys.h"
#include "ui/paint.h"

#define DUMP_MAX (1024 * 1024)
#define FIRST_COLS 120
#define FIRST_ROWS 40

#ifdef FANGTAN_TINY
#define RESIZES 100
#else
#define RESIZES 1000
#endif

static const char *const shared_files[] = {
	"verified/hard-fork-2025-dario-amodei.zh-Hant.md",
	"verified/ezra-klein-2024-dario-amodei.zh-Hans.txt",
};

static const char *const own_files[] = {
	"tea-master.zh-Hant.md",
};

typedef struct Fixture {
	Options options;
	App app;
	Canvas canvas;
	uint32_t seed;
} Fixture;

static void
work_off(App *app)
{
	while (app_work(app, deadline_never()) == PROGRESS_MORE)
		;
}

static void
feed(Fixture *fix, const char *names)
{
	Slice rest = slice_from(names);

	while ((rest = slice_trim(rest)).len) {
		Key key;

		assert_true(key_parse(&rest, &key));
		keys_feed(&fix->app, key);
		work_off(&fix->app);
	}
}

static void
fixture_open(Fixture *fix, const char *path)
{
	char program[] = "fangtan";
	char *argv[] = { program, NULL };
	Err err = { .text = "" };

	fix->seed = 2024;
	assert_int_equal(options_parse(&fix->options, 1, argv, NULL),
			 STATUS_OK);
	app_init(&fix->app, &fix->options, clock_system());
	canvas_init(&fix->canvas);
	app_resize(&fix->app, FIRST_ROWS, FIRST_COLS);
	if (app_open(&fix->app, path, &err) != STATUS_OK)
		fail_msg("%s: %s", path, err.text);
	work_off(&fix->app);
}

static void
fixture_done(Fixture *fix)
{
	canvas_done(&fix->canvas);
	app_done(&fix->app);
	options_done(&fix->options);
}

/* Anything that lays the text out anew and is no movement. */
static void
disturb(Fixture *fix, bool filter)
{
	static const char *const keys[] = { "\\", "<lt>", ">", "|", "w", "x" };
	uint32_t key = random_below(&fix->seed, filter ? 6 : 5);

	app_resize(&fix->app, 5 + (int)random_below(&fix->seed, 56),
		   20 + (int)random_below(&fix->seed, 181));
	if (random_below(&fix->seed, 4) == 0)
		feed(fix, keys[key]);
	if (random_below(&fix->seed, 8) == 0) {
		fix->options.names = (int)random_below(&fix->seed, 3);
		app_relayout(&fix->app);
	}
	buf_clear(&fix->app.message.text);	/* it hides a row */
	paint_all(&fix->app, &fix->canvas);
}

/* What one chose, and the size. */
typedef struct Chosen {
	int sidebar_cols, names, measure;
	bool sidebar_on, times, filtered;
} Chosen;

static Chosen
chosen(const Fixture *fix)
{
	const App *app = &fix->app;

	return (Chosen){
		app->sidebar_cols, fix->options.names,
		app_session(app)->measure, app->sidebar_on, app->times,
		app_session(app)->filter.on,
	};
}

static void
choose_again(Fixture *fix, Chosen before)
{
	App *app = &fix->app;

	app->sidebar_cols = before.sidebar_cols;
	app->sidebar_on = before.sidebar_on;
	app->sidebar_over = false;
	app->times = before.times;
	fix->options.names = before.names;
	app_session(app)->measure = before.measure;
	if (app_session(app)->filter.on != before.filtered)
		feed(fix, "x");
	app_resize(app, FIRST_ROWS, FIRST_COLS);
	buf_clear(&app->message.text);
}

static void
paint_dump(Fixture *fix, Buf *out)
{
	buf_init(out, DUMP_MAX);
	paint_all(&fix->app, &fix->canvas);
	canvas_dump(&fix->canvas, out);
	buf_append_char(out, '\0');
}

static void
assert_anchor(const Fixture *fix, Anchor wanted)
{
	Anchor top = app_session(&fix->app)->view.top;

	assert_int_equal(top.para, wanted.para);
	assert_int_equal(top.byte, wanted.byte);
	assert_int_equal(top.part, wanted.part);
}

/* True where a cell of the current match is to be seen. */
static bool
shows_match(const Fixture *fix)
{
	const Canvas *canvas = &fix->canvas;

	for (int i = 0; i < canvas->rows * canvas->cols; i++)
		if (canvas->cells[i].role == ROLE_MATCH_CURRENT)
			return true;
	return false;
}

/* True where all of the dialogue is to be seen, and the match not hidden. */
static bool
is_open(const Fixture *fix)
{
	const App *app = &fix->app;

	return app->geometry.fits
		&& (!app_sidebar_shown(app) || app->geometry.beside);
}

static void
check_place(const char *path, const char *keys, bool has_match)
{
	Fixture fix;
	Chosen before;
	Anchor top;
	Buf wanted, found;

	fixture_open(&fix, path);
	feed(&fix, keys);
	before = chosen(&fix);
	top = app_session(&fix.app)->view.top;
	paint_dump(&fix, &wanted);
	assert_true(top.para > 0);
	assert_int_equal(shows_match(&fix), has_match);
	for (int i = 0; i < RESIZES; i++) {
		disturb(&fix, !has_match);
		assert_anchor(&fix, top);
		if (has_match && is_open(&fix) && !shows_match(&fix))
			fail_msg("%s: no match at %dx%d (%d)", path,
				 fix.app.cols, fix.app.rows, i);
	}
	choose_again(&fix, before);
	paint_dump(&fix, &found);
	assert_string_equal(found.ptr, wanted.ptr);
	buf_done(&found);
	buf_done(&wanted);
	fixture_done(&fix);
}

/* Of both folders, the path of file `i`; false where it is not there. */
static bool
find_file(size_t i, char *path, size_t size)
{
	const char *top = getenv("srcdir");
	const char *shared = getenv("FANGTAN_SHARED");
	size_t n = N_ITEMS(shared_files);

	top = top && *top ? top : ".";
	if (i >= n)
		snprintf(path, size, "%s/data/interviews/%s", top,
			 own_files[i - n]);
	else if (shared)
		snprintf(path, size, "%s/interviews/%s", shared,
			 shared_files[i]);
	else
		snprintf(path, size, "%s/../shared/interviews/%s", top,
			 shared_files[i]);
	return access(path, R_OK) == 0;
}

static void
check_files(const char *keys, bool has_match)
{
	char path[4096];

	for (size_t i = 0; i < 3; i++)
		if (find_file(i, path, sizeof(path)))
			check_place(path, keys, has_match);
}

static void
the_place_stays_through_a_thousand_resizes(void **state)
{
	(void)state;
	check_files("9 G 3 j 1 S x", false);
	check_files("2 0 % j j 2 S", false);
}

static void
the_match_stays_on_the_screen(void **state)
{
	(void)state;
	check_files("1 0 % / 我 <Enter> n n n", true);
	check_files("4 0 % / 我 們 ? 们 ? 的 <Enter> 5 k", true);
}

static void
moving_lets_the_match_go(void **state)
{
	char path[4096];
	Fixture fix;
	View *view;
	Line line;

	(void)state;
	assert_true(find_file(2, path, sizeof(path)));
	fixture_open(&fix, path);
	view = &app_session(&fix.app)->view;
	feed(&fix, "2 0 % / 我 <Enter>");
	app_resize(&fix.app, 5, 20);
	paint_all(&fix.app, &fix.canvas);
	assert_true(shows_match(&fix));
	assert_true(view->held.on);
	feed(&fix, "j");
	assert_false(view->held.on);
	assert_true(view_lines(view, &line, 1));
	assert_int_equal(layout_anchor(view->layout, &line).para,
			 view->top.para);
	app_resize(&fix.app, 40, 120);
	feed(&fix, "g");
	assert_int_equal(view->top.para, 0);
	fixture_done(&fix);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_place_stays_through_a_thousand_resizes),
		cmocka_unit_test(the_match_stays_on_the_screen),
		cmocka_unit_test(moving_lets_the_match_go),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
