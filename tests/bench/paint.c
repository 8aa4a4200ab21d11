/*
 * paint [--OPTION] FILE...
 * Opens each document in a reader without a terminal, reads it to its end, and
 * prints how long a key that scrolls, a resize and a jump take until the canvas
 * is painted: the median and the 99th percentile of each, in milliseconds of
 * the processor, so that others hardly count.
 * Measured at places all over the document; the jump to a place, whose text
 * was not laid out before, is a figure of its own.
 */
#include <stdio.h>
#include <stdlib.h>

#include "settings/options.h"
#include "tests/bench/timing.h"
#include "ui/app.h"
#include "ui/keys.h"
#include "ui/paint.h"

#define PLACES 20
#define EACH 50			/* keys, and resizes, at each of them */
#define N (PLACES * EACH)

typedef struct Bench {
	Options options;
	App app;
	Canvas canvas;
	double jump_ms[PLACES];
	double scroll_ms[N];
	double resize_ms[N];
} Bench;

static void
work_off(App *app)
{
	while (app_work(app, deadline_never()) == PROGRESS_MORE)
		;
}

static double
scroll(Bench *bench, int i)
{
	static const Key keys[] = { 'j', ' ', 'k', 'd', 'b', 'j' };
	double start = timing_cpu_ms();

	keys_feed(&bench->app, keys[i % 6]);
	paint_all(&bench->app, &bench->canvas);
	return timing_cpu_ms() - start;
}

static double
resize(Bench *bench, int i)
{
	double start = timing_cpu_ms();

	app_resize(&bench->app, 24 + i * 7 % 37, 40 + i * 41 % 161);
	paint_all(&bench->app, &bench->canvas);
	return timing_cpu_ms() - start;
}

static double
go_to(Bench *bench, int percent)
{
	double start = timing_cpu_ms();
	char count[8];

	snprintf(count, sizeof(count), "%d%%", percent);
	for (const char *key = count; *key; key++)
		keys_feed(&bench->app, (Key)*key);
	paint_all(&bench->app, &bench->canvas);
	return timing_cpu_ms() - start;
}

static void
print(const char *what, double *ms, int n)
{
	timing_sort(ms, (size_t)n);
	printf("    %-8s p50 %8.3f ms  p99 %8.3f ms  worst %8.3f ms\n", what,
	       ms[n / 2], ms[n * 99 / 100], ms[n - 1]);
}

static void
measure(Bench *bench, const char *path)
{
	for (int place = 0; place < PLACES; place++) {
		bench->jump_ms[place] = go_to(bench, place * 100 / PLACES);
		for (int i = 0; i < EACH; i++) {
			int at = place * EACH + i;

			bench->scroll_ms[at] = scroll(bench, at);
			bench->resize_ms[at] = resize(bench, at);
		}
	}
	printf("  %s\n", path);
	print("scroll", bench->scroll_ms, N);
	print("resize", bench->resize_ms, N);
	print("jump", bench->jump_ms, PLACES);
}

/* `argv`: the program, and an option. */
static int
run(Bench *bench, int argc, char **argv, const char *path)
{
	Err err = { .text = "" };
	int status = EXIT_FAILURE;

	if (options_parse(&bench->options, argc, argv, &err) != STATUS_OK) {
		fprintf(stderr, "paint: %s\n", err.text);
		return status;
	}
	app_init(&bench->app, &bench->options, clock_system());
	app_resize(&bench->app, 40, 120);
	canvas_init(&bench->canvas);
	if (app_open(&bench->app, path, &err) == STATUS_OK) {
		work_off(&bench->app);
		measure(bench, path);
		status = EXIT_SUCCESS;
	} else {
		fprintf(stderr, "paint: %s: %s\n", path, err.text);
	}
	canvas_done(&bench->canvas);
	app_done(&bench->app);
	options_done(&bench->options);
	return status;
}

int
main(int argc, char **argv)
{
	Bench *bench = calloc(1, sizeof(*bench));
	int n_options = argc > 1 && argv[1][0] == '-' ? 2 : 1;
	int status = EXIT_SUCCESS;

	for (int i = n_options; bench && i < argc; i++)
		if (run(bench, n_options, argv, argv[i]) != EXIT_SUCCESS)
			status = EXIT_FAILURE;
	free(bench);
	return status;
}
