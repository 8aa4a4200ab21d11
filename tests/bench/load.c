/*
 * load FILE
 * Reads a document to its end in the reader's steps and prints how many
 * seconds of the processor that took, the longest step in milliseconds, the bytes of its text
 * and those of its records.
 */
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "formats/loader.h"

#define STEP_US 4000

static double
seconds(clockid_t clock)
{
	struct timespec now;

	clock_gettime(clock, &now);
	return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/* Returns the seconds of the longest step. */
static double
load(Loader *loader, const Clock *clock)
{
	Progress progress = PROGRESS_MORE;
	double longest = 0;

	while (progress == PROGRESS_MORE || progress == PROGRESS_BLOCKED) {
		double start = seconds(CLOCK_MONOTONIC), step;

		progress = loader_step(loader, deadline_in(clock, STEP_US));
		step = seconds(CLOCK_MONOTONIC) - start;
		longest = step > longest ? step : longest;
		if (progress == PROGRESS_BLOCKED) {
			struct pollfd fd = { loader_fd(loader), POLLIN, 0 };

			poll(&fd, 1, -1);
		}
	}
	return longest;
}

int
main(int argc, char **argv)
{
	Err err = { .line = 0 };
	double start, longest;
	Source *source;
	Loader *loader;

	if (argc != 2)
		return EXIT_FAILURE;
	start = seconds(CLOCK_PROCESS_CPUTIME_ID);
	source = source_open(argv[1], &err);
	if (source == NULL) {
		fprintf(stderr, "load: %s: %s\n", argv[1], err.text);
		return EXIT_FAILURE;
	}
	loader = loader_new(source, argv[1], NULL);
	longest = load(loader, clock_system());
	start = seconds(CLOCK_PROCESS_CPUTIME_ID) - start;
	printf("%.4f %.1f %llu %zu\n", start, longest * 1000,
	       (unsigned long long)loader_bytes(loader),
	       doc_bytes(loader_doc(loader)));
	loader_free(loader);
	return EXIT_SUCCESS;
}
