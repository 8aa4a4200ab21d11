/*
 * Time, and work in steps.
 *
 * What can take long is a function `x_step(X *, Deadline)` that does one unit
 * (at most 64 KiB of input, or one paragraph), looks at the clock, and keeps
 * its place in X.  Tests replace the clock by their own.
 */
#ifndef BASE_CLOCK_H
#define BASE_CLOCK_H

#include <stdbool.h>
#include <stdint.h>

/* One unit of work, in bytes of input. */
#ifdef FANGTAN_TINY
#define CLOCK_UNIT 16
#else
#define CLOCK_UNIT (64 * 1024)
#endif

#define CLOCK_US_PER_MS 1000

typedef struct Clock {
	uint64_t (*now_us)(void *ctx);	/* microseconds, never backwards */
	void *ctx;
} Clock;

/* The monotonic clock of the system. */
const Clock *
clock_system(void);

uint64_t
clock_now_us(const Clock *clock);

typedef struct Deadline {
	const Clock *clock;	/* NULL: there is none */
	uint64_t at_us;
} Deadline;

/* Passes after `us` microseconds of `clock`. */
Deadline
deadline_in(const Clock *clock, uint64_t us);

/* Never passes: do all of it. */
Deadline
deadline_never(void);

/* Has passed already: do one unit. */
Deadline
deadline_now(void);

bool
deadline_passed(Deadline deadline);

typedef enum Progress {
	PROGRESS_MORE,		/* the deadline passed; call again */
	PROGRESS_BLOCKED,	/* nothing to do until the source has bytes */
	PROGRESS_DONE,
	PROGRESS_FAILED,	/* the owner holds the Err */
} Progress;

#endif
