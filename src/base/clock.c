#ifdef HAVE_CONFIG_H
#include "config.h"
#endif

#include "base/clock.h"

#include <stddef.h>
#include <time.h>

static uint64_t
system_now_us(void *ctx)
{
	struct timespec now;

	(void)ctx;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (uint64_t)now.tv_sec * 1000000 + (uint64_t)now.tv_nsec / 1000;
}

static const Clock system_clock = { system_now_us, NULL };

const Clock *
clock_system(void)
{
	return &system_clock;
}

uint64_t
clock_now_us(const Clock *clock)
{
	return clock->now_us(clock->ctx);
}

Deadline
deadline_in(const Clock *clock, uint64_t us)
{
	uint64_t now = clock_now_us(clock);

	return (Deadline){ clock,
			   us > UINT64_MAX - now ? UINT64_MAX : now + us };
}

Deadline
deadline_never(void)
{
	return (Deadline){ NULL, UINT64_MAX };
}

Deadline
deadline_now(void)
{
	return (Deadline){ NULL, 0 };
}

bool
deadline_passed(Deadline deadline)
{
	if (!deadline.clock)
		return deadline.at_us == 0;
	return clock_now_us(deadline.clock) >= deadline.at_us;
}
