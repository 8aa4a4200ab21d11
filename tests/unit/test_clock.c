/* Unit tests of base/clock. */
#include "base/clock.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static uint64_t
now_of_test(void *ctx)
{
	return *(uint64_t *)ctx;
}

static void
a_deadline_passes_at_its_time(void **state)
{
	uint64_t now = 1000;
	Clock clock = { now_of_test, &now };
	Deadline deadline = deadline_in(&clock, 50);

	(void)state;
	assert_int_equal(clock_now_us(&clock), 1000);
	assert_false(deadline_passed(deadline));
	now = 1049;
	assert_false(deadline_passed(deadline));
	now = 1050;
	assert_true(deadline_passed(deadline));
	now = 9999;
	assert_true(deadline_passed(deadline));
}

static void
a_deadline_at_once_has_passed(void **state)
{
	uint64_t now = 0;
	Clock clock = { now_of_test, &now };

	(void)state;
	assert_true(deadline_passed(deadline_in(&clock, 0)));
	assert_true(deadline_passed(deadline_now()));
}

static void
a_deadline_too_far_away_does_not_pass(void **state)
{
	uint64_t now = 1000;
	Clock clock = { now_of_test, &now };

	(void)state;
	assert_false(deadline_passed(deadline_in(&clock, UINT64_MAX)));
	assert_false(deadline_passed(deadline_never()));
}

static void
the_clock_of_the_system_never_goes_back(void **state)
{
	uint64_t before = clock_now_us(clock_system());

	(void)state;
	for (int i = 0; i < 1000; i++) {
		uint64_t now = clock_now_us(clock_system());

		assert_true(now >= before);
		before = now;
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_deadline_passes_at_its_time),
		cmocka_unit_test(a_deadline_at_once_has_passed),
		cmocka_unit_test(a_deadline_too_far_away_does_not_pass),
		cmocka_unit_test(the_clock_of_the_system_never_goes_back),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
