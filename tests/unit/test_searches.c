/* Unit tests of reading/searches: which patterns there are, and the current. */
#include "reading/searches.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/items.h"
#include "unit/search_fixture.h"

static void
search_for(Searches *searches, const Fixture *fix, char query)
{
	Err err;

	assert_int_equal(search_start(searches_current(searches), fix->doc,
				      (Slice){ &query, 1 }, 0, &err),
			 STATUS_OK);
}

/*
 * A letter: the current one searches for it; `+` one more, `-` drops, `t`
 * turns, `s` stops, a digit chooses a slot, `=` drops what is twice.
 */
static void
press(Searches *searches, const Fixture *fix, char key)
{
	if (key == '+')
		searches_add(searches);
	else if (key == '-')
		searches_drop(searches);
	else if (key == 't')
		searches_turn(searches);
	else if (key == 's')
		searches_stop(searches);
	else if (key == '=')
		searches_drop_same(searches);
	else if (key >= '0' && key <= '4')
		searches_choose(searches, key - '0');
	else
		search_for(searches, fix, key);
}

/* What each slot searches for, `.` nothing, `>` before the current one. */
static void
append_slots(const Searches *searches, Buf *out)
{
	for (int slot = 0; slot < SEARCHES_MAX; slot++) {
		const Search *search = searches_at(searches, slot);

		if (slot == searches_current_slot(searches))
			buf_append_char(out, '>');
		if (search)
			buf_append(out, search_query(search));
		else
			buf_append_char(out, '.');
	}
}

static void
keys_leave_the_patterns_they_should(void **state)
{
	static const struct {
		const char *keys;
		const char *slots;
		int count;
	} cases[] = {
		{ "", ">.....", 0 },
		{ "a", ">a....", 1 },
		{ "ab", ">b....", 1 },
		{ "+a", ">a....", 1 },
		{ "a+", "a>....", 1 },
		{ "a++b", "a>b...", 2 },
		{ "a+b", "a>b...", 2 },
		{ "a+b+c+d+e", "abcd>e", 5 },
		{ "a+b+c+d+e+x", "abcd>x", 5 },	/* no slot is free */
		{ "a-", ">.....", 0 },
		{ "--", ">.....", 0 },
		{ "a+-", ">a....", 1 },
		{ "a+b-", ">a....", 1 },
		{ "a+b+c0-", ".b>c..", 2 },	/* chosen before that */
		{ "a+b+c0-+d", ">dbc..", 3 },	/* the colour is free again */
		{ "a+b+ct", ">abc..", 3 },
		{ "a+b+ctt", "a>bc..", 3 },
		{ "a+b+cttt", "ab>c..", 3 },
		{ "at", ">a....", 1 },
		{ "t", ">.....", 0 },
		{ "a+b+0", ">ab...", 2 },
		{ "a+b1", "a>b...", 2 },
		{ "a+b+a=", ".b>a..", 2 },
		{ "a+b+0tt", ">ab...", 2 },	/* the added one is gone */
		{ "a+b=", "a>b...", 2 },
		{ "a+b+cs", ">.....", 0 },
		{ "a+b+cs+d", ">d....", 1 },
	};
	Fixture fix;

	(void)state;
	fix_set_up(&fix);
	for (size_t i = 0; i < N_ITEMS(cases); i++) {
		Searches searches;
		Buf slots;

		searches_init(&searches);
		for (const char *key = cases[i].keys; *key; key++)
			press(&searches, &fix, *key);
		buf_init(&slots, 64);
		append_slots(&searches, &slots);
		fix_check_buf(&slots, cases[i].slots, cases[i].keys);
		assert_int_equal(searches_count(&searches), cases[i].count);
		searches_done(&searches);
	}
	fix_tear_down(&fix);
}

static void
one_too_many_is_refused(void **state)
{
	Searches searches;
	Fixture fix;

	(void)state;
	fix_set_up(&fix);
	searches_init(&searches);
	for (int i = 0; i < SEARCHES_MAX; i++) {
		assert_true(searches_add(&searches));
		search_for(&searches, &fix, (char)('a' + i));
	}
	assert_false(searches_add(&searches));
	searches_drop(&searches);
	assert_true(searches_add(&searches));
	searches_done(&searches);
	fix_tear_down(&fix);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(keys_leave_the_patterns_they_should),
		cmocka_unit_test(one_too_many_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
