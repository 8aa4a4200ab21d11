/* Unit tests of reading/parts: what there is of a literal that is not. */
#include "reading/parts.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/items.h"
#include "unit/search_fixture.h"

/* The words of a query and how often each is there: `出口 2 管制 0`. */
static void
check_parts(Fixture *fix, const char *query, unsigned flags, const char *want)
{
	Parts *parts = parts_new();
	Err err;
	Buf out;

	assert_int_equal(search_start(fix->search, fix->doc, slice_from(query),
				      flags, &err), STATUS_OK);
	while (parts_step(parts, fix->search, fix->doc, deadline_now()) ==
	       PROGRESS_MORE)
		;
	buf_init(&out, 256);
	for (size_t i = 0; i < parts_count(parts); i++) {
		SearchCount found = parts_found(parts, i);

		assert_true(found.complete);
		buf_appendf(&out, "%.*s %u ", SLICE_ARGS(parts_word(parts, i)),
			    found.shown);
	}
	fix_check_buf(&out, want, query);
	parts_free(parts);
}

static void
words_of_a_literal_are_counted_apart(void **state)
{
	static const struct {
		const char *query;
		unsigned flags;
		const char *want;
	} CASES[] = {
		{ "出口管制", 0, "出口 2 管制 0 " },
		{ "cold blue night", 0, "cold 1 blue 0 night 2 " },
		{ "night night cold", 0, "night 2 cold 1 " },
		{ "@Bob night cold", 0, "night 1 cold 0 " },
		{ "@Ann \\#night (", PATTERN_FIXED, "" },
		{ "@Ann \\#night cold", 0, "night 1 cold 1 " },
		{ "cold\\+night", 0, "cold 1 night 2 " },
		{ "cold+night", PATTERN_FIXED, "cold 1 night 2 " },
		{ "8.97 blue", PATTERN_FIXED, "8.97 1 blue 0 " },
		{ "cold+night", 0, "" },
		{ "cold|blue", 0, "" },
		{ "~chu kou", 0, "" },
		{ "cold", 0, "" },
		{ "1 2 3 4 5 6 7", 0, "1 0 2 0 3 0 4 0 5 0 6 0 " },
	};
	Fixture fix;

	(void)state;
	fix_set_up(&fix);
	fix_add_lines(&fix, "A cold night 出口\nB night 8.97\nB 出口\n");
	fix_complete(&fix);
	for (size_t i = 0; i < N_ITEMS(CASES); i++)
		check_parts(&fix, CASES[i].query, CASES[i].flags,
			    CASES[i].want);
	fix_tear_down(&fix);
}

static void
another_query_has_other_parts(void **state)
{
	Parts *parts = parts_new();
	Fixture fix;

	(void)state;
	fix_set_up(&fix);
	fix_add_lines(&fix, "A cold night\n");
	fix_complete(&fix);
	fix_start(&fix, "night cold");
	parts_step(parts, fix.search, fix.doc, deadline_now());
	assert_int_equal(parts_count(parts), 2);
	fix_start(&fix, "blue");
	parts_step(parts, fix.search, fix.doc, deadline_now());
	assert_int_equal(parts_count(parts), 0);
	fix_start(&fix, "night cold");
	parts_step(parts, fix.search, fix.doc, deadline_now());
	parts_stop(parts);
	assert_int_equal(parts_count(parts), 0);
	parts_free(parts);
	fix_tear_down(&fix);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_of_a_literal_are_counted_apart),
		cmocka_unit_test(another_query_has_other_parts),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
