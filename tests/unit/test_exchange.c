/* Unit tests of reading/exchange: which turns are a question and its answer. */
#include "reading/exchange.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/items.h"
#include "support/maker.h"

/* A turn for each letter; those of `hosts` are hosts. */
static void
make(Maker *maker, const char *turns, const char *hosts)
{
	maker_init(maker);
	for (; *turns; turns++) {
		maker_turn(maker, (SpeakerId)(*turns - 'a'));
		maker_para(maker, "words");
	}
	for (; *hosts; hosts++)
		doc_set_role(maker->doc, (SpeakerId)(*hosts - 'a'),
			     SPEAKER_HOST);
	maker_finish(maker);
}

/* The turns around the one under the mark are those under the dots. */
static void
exchanges_are_those_that_hold_the_turn(void **state)
{
	static const struct {
		const char *turns;
		const char *hosts;
		const char *around;
	} cases[] = {
		/* An interview. */
		{ "ababab", "a", "^.    " },
		{ "ababab", "a", ".^    " },
		{ "ababab", "a", "  ^.  " },
		/* Two hosts, who banter. */
		{ "ababcab", "ab", "^....  " },
		{ "ababcab", "ab", "..^..  " },
		{ "ababcab", "ab", "....^  " },
		{ "ababcab", "ab", "     ^ " },
		/* An answer that goes on. */
		{ "abbab", "a", ".^   " },
		{ "abbab", "a", "  ^  " },
		/* Two guests answer one question, or speak to each other. */
		{ "abcab", "a", "^..  " },
		{ "abcab", "a", ".^.  " },
		{ "abcab", "a", "..^  " },
		{ "abcbcab", "a", "  .^.  " },
		/* Nobody is known to be host. */
		{ "ababab", "", "^.    " },
		{ "ababab", "", "  .^. " },
		{ "abcabc", "", " .^.  " },
		{ "aabba", "", "^..  " },
		{ "a", "", "^" },
		{ "a", "a", "^" },
	};

	(void)state;
	for (size_t i = 0; i < N_ITEMS(cases); i++) {
		const char *around = cases[i].around;
		size_t first = strspn(around, " ");
		size_t len = strspn(around + first, ".^");
		ExchangeTurns turns;
		Maker maker;

		make(&maker, cases[i].turns, cases[i].hosts);
		turns = exchange_around(maker.doc,
					exchange_has_hosts(maker.doc),
					(TurnId)strcspn(around, "^"));
		if (turns.first != first || turns.end != first + len)
			fail_msg("%s “%s”: %u to %u", cases[i].turns, around,
				 (unsigned)turns.first, (unsigned)turns.end);
		maker_done(&maker);
	}
}

/* Whoever speaks once would else answer all that was said before. */
static void
an_exchange_has_an_end(void **state)
{
	ExchangeTurns turns;
	Maker maker;

	(void)state;
	maker_init(&maker);
	for (int i = 0; i < 4 * EXCHANGE_MAX; i++) {
		maker_turn(&maker, 0);
		maker_para(&maker, "words");
	}
	maker_turn(&maker, 1);
	maker_finish(&maker);
	doc_set_role(maker.doc, 0, SPEAKER_HOST);
	turns = exchange_around(maker.doc, true, 4 * EXCHANGE_MAX);
	assert_int_equal(turns.end - turns.first, EXCHANGE_MAX);
	turns = exchange_around(maker.doc, true, 3 * EXCHANGE_MAX);
	assert_int_equal(turns.end - turns.first, 1);
	maker_done(&maker);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(exchanges_are_those_that_hold_the_turn),
		cmocka_unit_test(an_exchange_has_an_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
