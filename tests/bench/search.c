/*
 * search FILE QUERY...
 * Reads a document to its end, then counts what each query matches in it, from
 * the key to the last match, and prints the median of RUNS in milliseconds of
 * the processor and the matches, a line each.  A query behind `=` is matched
 * as it stands.
 */
#include <stdio.h>
#include <stdlib.h>

#include "formats/loader.h"
#include "reading/search.h"
#include "tests/bench/timing.h"

#define RUNS 5

/* The milliseconds of one count. */
static double
count(Search *search, const Document *doc, const char *query)
{
	unsigned exact = PATTERN_EXACT_SCRIPT | PATTERN_EXACT_CASE;
	bool as_it_stands = query[0] == '=';
	double start = timing_cpu_ms();
	Err err = { .text = "" };

	search_stop(search);
	if (search_start(search, doc, slice_from(query + as_it_stands),
			 as_it_stands ? exact : 0, &err) != STATUS_OK) {
		fprintf(stderr, "search: %s: %s\n", query, err.text);
		exit(EXIT_FAILURE);
	}
	while (search_step(search, doc, NULL, deadline_never()) ==
	       PROGRESS_MORE)
		;
	return timing_cpu_ms() - start;
}

int
main(int argc, char **argv)
{
	Search *search = search_new();
	Err err = { .text = "" };
	double ms[RUNS];
	Source *source = argc > 1 ? source_open(argv[1], &err) : NULL;
	Loader *loader;

	if (source == NULL) {
		fprintf(stderr, "usage: search FILE QUERY...  %s\n", err.text);
		return EXIT_FAILURE;
	}
	loader = loader_new(source, argv[1], NULL);
	while (loader_step(loader, deadline_never()) == PROGRESS_MORE)
		;
	for (int i = 2; i < argc; i++) {
		for (int run = 0; run < RUNS; run++)
			ms[run] = count(search, loader_doc(loader), argv[i]);
		timing_sort(ms, RUNS);
		printf("%.1f %u\n", ms[RUNS / 2], search_count(search).shown);
	}
	search_free(search);
	loader_free(loader);
	return EXIT_SUCCESS;
}
