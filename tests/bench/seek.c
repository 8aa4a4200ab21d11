/*
 * seek FILE KEYS CHARACTERS
 * Reads a document to its end in a reader without a terminal, types KEYS, then
 * each of the CHARACTERS, which backspace takes away again, and prints the
 * median, the 99th percentile and the worst of the milliseconds of the
 * processor from such a key to the canvas on which its match is painted.
 */
#include <stdio.h>
#include <stdlib.h>

#include "settings/options.h"
#include "tests/bench/timing.h"
#include "text/utf8.h"
#include "ui/app.h"
#include "ui/keys.h"
#include "ui/paint.h"

#define ROUNDS 8
#define KEYS_MAX 1000
#define SLICE_US 12000		/* of work, as the loop gives it */

typedef struct Bench {
	Options options;
	App app;
	Canvas canvas;
	double ms[KEYS_MAX];
	int n;
} Bench;

static void
type(Bench *bench, Key key)
{
	keys_feed(&bench->app, key);
	while (app_is_seeking(&bench->app))
		app_work(&bench->app, deadline_in(clock_system(), SLICE_US));
	paint_all(&bench->app, &bench->canvas);
}

/* Types each character; `timed`: and takes it away again. */
static void
type_all(Bench *bench, Slice text, bool timed)
{
	while (text.len > 0 && bench->n < KEYS_MAX) {
		uint32_t cp;
		size_t len = utf8_decode(text, &cp);
		double start = timing_cpu_ms();

		type(bench, cp);
		if (timed) {
			bench->ms[bench->n++] = timing_cpu_ms() - start;
			type(bench, KEYS_BACKSPACE);
		}
		text = slice_sub(text, len, SIZE_MAX);
	}
}

static void
measure(Bench *bench, const char *keys, const char *characters)
{
	while (app_work(&bench->app, deadline_never()) == PROGRESS_MORE)
		;
	paint_all(&bench->app, &bench->canvas);
	type_all(bench, slice_from(keys), false);
	for (int i = 0; i < ROUNDS; i++)
		type_all(bench, slice_from(characters), true);
	timing_sort(bench->ms, (size_t)bench->n);
	printf("%.2f %.2f %.2f\n", bench->ms[bench->n / 2],
	       bench->ms[(bench->n * 99 + 99) / 100 - 1],
	       bench->ms[bench->n - 1]);
}

int
main(int argc, char **argv)
{
	Bench *bench = calloc(1, sizeof(*bench));
	Err err = { .text = "" };
	int status = EXIT_FAILURE;

	if (!bench || argc != 4 ||
	    options_parse(&bench->options, 1, argv, &err) != STATUS_OK) {
		fprintf(stderr, "usage: seek FILE KEYS CHARACTERS\n");
		return status;
	}
	app_init(&bench->app, &bench->options, clock_system());
	app_resize(&bench->app, 40, 120);
	canvas_init(&bench->canvas);
	if (app_open(&bench->app, argv[1], &err) == STATUS_OK) {
		measure(bench, argv[2], argv[3]);
		status = EXIT_SUCCESS;
	} else {
		fprintf(stderr, "seek: %s: %s\n", argv[1], err.text);
	}
	canvas_done(&bench->canvas);
	app_done(&bench->app);
	options_done(&bench->options);
	free(bench);
	return status;
}
