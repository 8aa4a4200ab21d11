#include "unit/screen_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "ui/keys.h"
#include "ui/paint.h"

/* A clock that a test moves by hand, and that never moves by itself. */
static uint64_t
stopped_clock(void *ctx)
{
	return *(uint64_t *)ctx;
}

void
work_off(App *app)
{
	while (app_work(app, deadline_never()) == PROGRESS_MORE)
		;
}

void
fixture_open(Fixture *fixture, int rows, int cols, const Sample *sample)
{
	char program[] = "fangtan";
	char option[64];
	char *argv[] = { program, sample->option ? option : NULL, NULL };

	snprintf(option, sizeof(option), "%s",
		 sample->option ? sample->option : "");
	fixture->now_us = 0;
	fixture->clock = (Clock){ stopped_clock, &fixture->now_us };
	assert_int_equal(options_parse(&fixture->options,
				       sample->option ? 2 : 1, argv, NULL),
			 STATUS_OK);
	app_init(&fixture->app, &fixture->options, &fixture->clock);
	canvas_init(&fixture->canvas);
	app_resize(&fixture->app, rows, cols);
	app_push_session(&fixture->app,
			 session_new(source_from_memory(slice_from(sample->text),
							NULL, NULL),
				     sample->path, &(LoaderOptions){ 0 }));
	work_off(&fixture->app);
}

void
fixture_done(Fixture *fixture)
{
	canvas_done(&fixture->canvas);
	app_done(&fixture->app);
	options_done(&fixture->options);
}

void
feed(Fixture *fixture, const char *names)
{
	Slice rest = slice_from(names);

	while ((rest = slice_trim(rest)).len) {
		Key key;

		assert_true(key_parse(&rest, &key));
		keys_feed(&fixture->app, key);
		work_off(&fixture->app);
	}
}

void
paint_dump(Fixture *fixture, Buf *out)
{
	paint_all(&fixture->app, &fixture->canvas);
	canvas_dump(&fixture->canvas, out);
	buf_append_char(out, '\0');
	out->len--;
}
