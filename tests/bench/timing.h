/*
 * Timing: what the measurements share.
 */
#ifndef BENCH_TIMING_H
#define BENCH_TIMING_H

#include <stddef.h>
#include <stdlib.h>
#include <time.h>

static inline double
timing_ms(clockid_t clock)
{
	struct timespec now;

	clock_gettime(clock, &now);
	return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static inline double
timing_wall_ms(void)
{
	return timing_ms(CLOCK_MONOTONIC);
}

/* What the processor has worked for this program. */
static inline double
timing_cpu_ms(void)
{
	return timing_ms(CLOCK_PROCESS_CPUTIME_ID);
}

static inline int
timing_compare(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

/* Puts measured times in order, for medians and percentiles. */
static inline void
timing_sort(double *ms, size_t n)
{
	qsort(ms, n, sizeof(*ms), timing_compare);
}

#endif
