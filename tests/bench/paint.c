/*
 * paint FILE...
 * Opens each document in a reader without a terminal, reads it to its end, and
 * prints how long a key that scrolls and a resize take until the canvas is
 * painted: the median and the 99th percentile of each, in milliseconds of the
 * processor, so that others hardly count.
 * Measured at places all over the document; the first paint of a place is
 * part of no figure.
 */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "settings/options.h"
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
	double scroll_ms[N];
	double resize_ms[N];
} Bench;

static double
now_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
	return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

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
	double start = now_ms();

	keys_feed(&bench->app, keys[i % 6]);
	paint_all(&bench->app, &bench->canvas);
	return now_ms() - start;
}

static double
resize(Bench *bench, int i)
{
	double start = now_ms();

	app_resize(&bench->app, 24 + i * 7 % 37, 40 + i * 41 % 161);
	paint_all(&bench->app, &bench->canvas);
	return now_ms() - start;
}

static void
go_to(Bench *bench, int percent)
{
	char count[8];

	snprintf(count, sizeof(count), "%d%%", percent);
	for (const char *key = count; *key; key++)
		keys_feed(&bench->app, (Key)*key);
	paint_all(&bench->app, &bench->canvas);
}

static int
compare(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

static void
print(const char *what, double *ms)
{
	qsort(ms, N, sizeof(*ms), compare);
	printf("    %-8s p50 %8.3f ms  p99 %8.3f ms  worst %8.3f ms\n", what,
	       ms[N / 2], ms[N * 99 / 100], ms[N - 1]);
}

static void
measure(Bench *bench, const char *path)
{
	for (int place = 0; place < PLACES; place++) {
		go_to(bench, place * 100 / PLACES);
		for (int i = 0; i < EACH; i++) {
			int at = place * EACH + i;

			bench->scroll_ms[at] = scroll(bench, at);
			bench->resize_ms[at] = resize(bench, at);
		}
	}
	printf("  %s\n", path);
	print("scroll", bench->scroll_ms);
	print("resize", bench->resize_ms);
}

static int
run(Bench *bench, char *program, const char *path)
{
	char *argv[] = { program, NULL };
	Err err = { .text = "" };
	int status = EXIT_FAILURE;

	options_parse(&bench->options, 1, argv, NULL);
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
	int status = EXIT_SUCCESS;

	for (int i = 1; bench && i < argc; i++)
		if (run(bench, argv[0], argv[i]) != EXIT_SUCCESS)
			status = EXIT_FAILURE;
	free(bench);
	return status;
}
