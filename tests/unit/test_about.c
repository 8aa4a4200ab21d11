/* Unit tests of ui/panes/about: what it says, and reading in other charsets. */
#include "ui/panes/about.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "ui/keys.h"
#include "ui/paint.h"

#define SCREEN_MAX (64 * 1024)

typedef struct Fixture {
	char path[64];
	Options options;
	App app;
	Canvas canvas;
} Fixture;

static void
work_off(App *app)
{
	while (app_work(app, deadline_never()) == PROGRESS_MORE)
		;
}

/* Opens a file of `bytes`, `times` over. */
static void
open_bytes(Fixture *fixture, Slice bytes, int times)
{
	char program[] = "fangtan";
	char *argv[] = { program, NULL };
	Err err = { .text = "" };
	int fd;

	snprintf(fixture->path, sizeof(fixture->path), "%s",
		 "/tmp/fangtan-about.XXXXXX");
	fd = mkstemp(fixture->path);
	assert_true(fd >= 0);
	while (times-- > 0)
		assert_int_equal(write(fd, bytes.ptr, bytes.len), bytes.len);
	close(fd);
	options_parse(&fixture->options, 1, argv, NULL);
	app_init(&fixture->app, &fixture->options, clock_system());
	canvas_init(&fixture->canvas);
	app_resize(&fixture->app, 24, 80);
	assert_int_equal(app_open(&fixture->app, fixture->path, &err),
			 STATUS_OK);
	work_off(&fixture->app);
}

static void
close_all(Fixture *fixture)
{
	unlink(fixture->path);
	canvas_done(&fixture->canvas);
	app_done(&fixture->app);
	options_done(&fixture->options);
}

static void
press(Fixture *fixture, const char *keys)
{
	for (; *keys; keys++)
		keys_feed(&fixture->app, (Key)*keys);
	work_off(&fixture->app);
}

static void
see(Fixture *fixture, const char *text)
{
	Buf dump;

	buf_init(&dump, SCREEN_MAX);
	paint_all(&fixture->app, &fixture->canvas);
	for (int row = 0; row < fixture->canvas.rows; row++) {
		canvas_text(&fixture->canvas, row, &dump);
		buf_append_char(&dump, '\n');
	}
	if (slice_find(buf_slice(&dump), slice_from(text)) == SIZE_MAX)
		fail_msg("no \"%s\" in\n%.*s", text,
			 SLICE_ARGS(buf_slice(&dump)));
	buf_done(&dump);
}

static const char *
encoding(const Fixture *fixture)
{
	return loader_verdict(app_session(&fixture->app)->loader).name;
}

/* Two turns, `李：你好，世界。` and `王：再见，朋友。`. */
#define GBK_TURNS \
	SLICE("\xC0\xEE\xA3\xBA\xC4\xE3\xBA\xC3\xA3\xAC\xCA\xC0\xBD\xE7" \
	      "\xA1\xA3\n\n\xCD\xF5\xA3\xBA\xD4\xD9\xBC\xFB\xA3\xAC\xC5" \
	      "\xF3\xD3\xD1\xA1\xA3\n\n")

static void
e_tries_one_charset_after_the_other(void **state)
{
	Fixture fixture;

	(void)state;
	open_bytes(&fixture, GBK_TURNS, 2);
	see(&fixture, "你好，世界。");
	press(&fixture, "i");
	see(&fixture, "GB18030, ");
	press(&fixture, "e");
	assert_string_not_equal(encoding(&fixture), "GB18030");
	see(&fixture, encoding(&fixture));
	for (int i = 0; i < SESSION_CANDIDATES; i++) {
		press(&fixture, "e");
		assert_true(fixture.app.about);
		if (!strcmp(encoding(&fixture), "GB18030"))
			break;
	}
	see(&fixture, "GB18030, ");
	press(&fixture, "q");
	see(&fixture, "你好，世界。");
	close_all(&fixture);
}

static void
one_stays_where_one_was(void **state)
{
	Fixture fixture;
	TurnId before;

	(void)state;
	open_bytes(&fixture, GBK_TURNS, 200);
	press(&fixture, "200G");
	before = app_session(&fixture.app)->view.current;
	press(&fixture, "ie");
	for (int i = 0; i < SESSION_CANDIDATES; i++) {
		if (!strcmp(encoding(&fixture), "GB18030"))
			break;
		press(&fixture, "e");
	}
	press(&fixture, "q");
	assert_in_range(app_session(&fixture.app)->view.current, before - 20,
			before + 20);
	close_all(&fixture);
}

static void
wrong_bytes_are_said_once_and_stand_there(void **state)
{
	Fixture fixture;

	(void)state;
	open_bytes(&fixture, SLICE("李：你好，世界\xFF。\n\n王：再見\xFE。\n"), 1);
	see(&fixture, "line 1: 2 byte sequences are not valid UTF-8; shown as"
		      " U+FFFD");
	press(&fixture, "i");
	see(&fixture, "Wrong bytes   line 1: 2 byte sequences");
	close_all(&fixture);
}

static void
metadata_stands_there_as_written(void **state)
{
	Fixture fixture;

	(void)state;
	open_bytes(&fixture, SLICE("---\ntitle: A talk\nlayout: post\ntags: "
				   "[one, two]\n---\nAnn: a\n\nBob: b\n\n"
				   "Ann: c\n"), 1);
	press(&fixture, "i");
	see(&fixture, "Title         A talk");
	see(&fixture, "layout        post");
	see(&fixture, "tags          one\n               two");
	close_all(&fixture);
}

static void
standard_input_is_not_read_again(void **state)
{
	Fixture fixture;
	Session *session;

	(void)state;
	open_bytes(&fixture, SLICE("Ann: a\n"), 1);
	session = session_new(source_from_memory(SLICE("Ann: a\n"), NULL, NULL),
			      "-", &(LoaderOptions){ .flags = 0 });
	app_push_session(&fixture.app, session);
	press(&fixture, "ie");
	see(&fixture, "standard input cannot be read again; start with"
		      " --encoding=");
	assert_ptr_equal(app_session(&fixture.app), session);
	close_all(&fixture);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(e_tries_one_charset_after_the_other),
		cmocka_unit_test(one_stays_where_one_was),
		cmocka_unit_test(wrong_bytes_are_said_once_and_stand_there),
		cmocka_unit_test(metadata_stands_there_as_written),
		cmocka_unit_test(standard_input_is_not_read_again),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
