/* Unit tests of reading/para_set against a plain array. */
#include "reading/para_set.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/items.h"

#define N 300

static ParaId
next_in(const bool *plain, ParaId id)
{
	while (id < N && !plain[id])
		id++;
	return id < N ? id : DOC_NONE;
}

static ParaId
prev_in(const bool *plain, ParaId id)
{
	for (ParaId i = id < N ? id + 1 : N; i > 0; i--)
		if (plain[i - 1])
			return i - 1;
	return DOC_NONE;
}

static void
check_same(const ParaSet *set, const bool *plain)
{
	for (ParaId id = 0; id < N + 100; id++) {
		assert_int_equal(para_set_has(set, id), id < N && plain[id]);
		assert_int_equal(para_set_next(set, id), next_in(plain, id));
		assert_int_equal(para_set_prev(set, id), prev_in(plain, id));
	}
}

static bool
add_plain(bool *plain, ParaId from, ParaId end)
{
	bool any = false;

	for (; from < end; from++) {
		any = any || !plain[from];
		plain[from] = true;
	}
	return any;
}

static void
a_set_holds_what_was_put_in(void **state)
{
	ParaSet set = { .bits = NULL };
	bool plain[N] = { false };

	(void)state;
	srand(7);
	check_same(&set, plain);
	for (int i = 0; i < 60; i++) {
		ParaId from = (ParaId)(rand() % N);
		ParaId end = from + (ParaId)(rand() % (i % 3 ? 3 : 70));

		end = end < N ? end : N;
		assert_int_equal(para_set_add(&set, from, end),
				 add_plain(plain, from, end));
		check_same(&set, plain);
	}
	para_set_done(&set);
	check_same(&set, (bool[N]){ false });
}

static void
words_have_their_first_and_last_bit(void **state)
{
	static const ParaId edges[][2] = {
		{ 0, 1 }, { 63, 64 }, { 64, 65 }, { 63, 65 }, { 0, 64 },
		{ 64, 128 }, { 0, 128 }, { 1, 127 }, { 127, 129 }, { 5, 5 },
	};

	(void)state;
	for (size_t i = 0; i < N_ITEMS(edges); i++) {
		ParaSet set = { .bits = NULL };
		bool plain[N] = { false };

		para_set_add(&set, edges[i][0], edges[i][1]);
		add_plain(plain, edges[i][0], edges[i][1]);
		check_same(&set, plain);
		para_set_done(&set);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_set_holds_what_was_put_in),
		cmocka_unit_test(words_have_their_first_and_last_bit),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
