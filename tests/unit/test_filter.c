#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/items.h"
#include "reading/filter.h"
#include "support/maker.h"

enum { ANN, BEN, CAT, DAN };

/* Turns: Ann, Ben, Cat, Ann with Ben; narration; Dan never speaks. */
typedef struct Fixture {
	Maker maker;
	Filter filter;
	ParaId narration;
} Fixture;

static Fixture
open_fixture(void)
{
	Fixture fix;

	maker_init(&fix.maker);
	fix.narration = maker_para(&fix.maker, "narration");
	for (SpeakerId id = ANN; id <= CAT; id++) {
		maker_turn(&fix.maker, id);
		maker_para(&fix.maker, "words");
	}
	maker_turn(&fix.maker, ANN);
	doc_add_voice(fix.maker.doc, BEN);
	maker_para(&fix.maker, "together");
	doc_add_speaker(fix.maker.doc, SLICE("Dan"));
	maker_finish(&fix.maker);
	filter_init(&fix.filter);
	return fix;
}

static void
close_fixture(Fixture *fix)
{
	filter_done(&fix->filter);
	maker_done(&fix->maker);
}

/* The turns that are shown, as bits. */
static unsigned
shown_turns(const Fixture *fix)
{
	unsigned bits = 0;

	for (TurnId turn = 0; turn < doc_n_turns(fix->maker.doc); turn++)
		if (filter_shows_turn(&fix->filter, fix->maker.doc, turn))
			bits |= 1u << turn;
	return bits;
}

static void
everybody_is_in_at_first(void **state)
{
	Fixture fix = open_fixture();

	(void)state;
	assert_false(filter_is_active(&fix.filter, fix.maker.doc));
	assert_int_equal(shown_turns(&fix), 0xF);
	assert_int_equal(filter_turns(&fix.filter, fix.maker.doc), 4);
	close_fixture(&fix);
}

typedef struct FilterCase {
	const char *keys;	/* a to c: switch; A to C: only; !: S of Ann;
				 * x: off, X: on; m: Ben's and Cat's turn
				 * match, M: all */
	unsigned shown;
} FilterCase;

static const FilterCase cases[] = {
	{ "a", 0xE },		/* the last turn is Ben's too */
	{ "ab", 0x4 },
	{ "aa", 0xF },
	{ "A", 0x9 },
	{ "B", 0xA },
	{ "C", 0x4 },
	{ "Cc", 0xF },		/* the last one went out: all are in */
	{ "Ab", 0xB },
	{ "abx", 0xF },
	{ "abxX", 0x4 },
	{ "abxc", 0xB },	/* begins with what is seen */
	{ "!", 0x9 },
	{ "!!", 0xF },
	{ "c!", 0x9 },
	{ "c!!", 0xB },
	{ "c!!!", 0x9 },
	{ "cA!", 0xB },
	{ "C!!", 0x4 },
	{ "bx!!", 0xF },
	{ "X", 0xF },		/* no set to put in force */
	{ "m", 0x6 },
	{ "mb", 0x4 },
	{ "mB", 0x2 },
	{ "mA", 0x6 },		/* nothing of hers would be left */
	{ "m!", 0x6 },
	{ "bm", 0x4 },
	{ "mM", 0xF },
	{ "bmM", 0xD },
	{ "mx", 0xF },
	{ "mxX", 0x6 },
	{ "mxM", 0xF },
	{ "mxc", 0xB },		/* begins with what is seen */
	{ "bxm", 0x6 },
	{ "mxmx", 0xF },
};

/* Counts the turns before and between, as somebody who looks at it does. */
static void
match(Fixture *fix)
{
	filter_match(&fix->filter);
	filter_turns(&fix->filter, fix->maker.doc);
	filter_add_turns(&fix->filter, fix->maker.doc, 1, 2);
	filter_add_turns(&fix->filter, fix->maker.doc, 1, 3);
}

static void
press(Fixture *fix, char key)
{
	const Document *doc = fix->maker.doc;

	if (key >= 'a' && key <= 'c')
		filter_toggle(&fix->filter, doc, (SpeakerId)(key - 'a'));
	else if (key >= 'A' && key <= 'C')
		filter_only(&fix->filter, doc, (SpeakerId)(key - 'A'));
	else if (key == 'm')
		match(fix);
	else if (key == 'M')
		filter_match_all(&fix->filter, doc);
	else if (key == '!')
		filter_only_or_back(&fix->filter, doc, ANN);
	else
		filter_switch(&fix->filter, doc, key == 'X');
}

static void
keys_leave_the_turns_they_should(void **state)
{
	(void)state;
	for (size_t i = 0; i < N_ITEMS(cases); i++) {
		Fixture fix = open_fixture();

		for (const char *key = cases[i].keys; *key; key++)
			press(&fix, *key);
		if (shown_turns(&fix) != cases[i].shown)
			fail_msg("%s: %x", cases[i].keys, shown_turns(&fix));
		assert_int_equal(filter_is_active(&fix.filter, fix.maker.doc),
				 cases[i].shown != 0xF);
		assert_int_equal(filter_turns(&fix.filter, fix.maker.doc),
				 __builtin_popcount(cases[i].shown));
		close_fixture(&fix);
	}
}

static void
narration_stays(void **state)
{
	Fixture fix = open_fixture();

	(void)state;
	filter_only(&fix.filter, fix.maker.doc, CAT);
	assert_true(filter_shows(&fix.filter, fix.maker.doc, fix.narration));
	assert_false(filter_shows(&fix.filter, fix.maker.doc,
				  fix.narration + 1));
	close_fixture(&fix);
}

static void
narration_that_does_not_match_goes(void **state)
{
	Fixture fix = open_fixture();
	const Document *doc = fix.maker.doc;

	(void)state;
	match(&fix);
	assert_false(filter_shows(&fix.filter, doc, fix.narration));
	filter_add_para(&fix.filter, doc, fix.narration);
	assert_true(filter_shows(&fix.filter, doc, fix.narration));
	close_fixture(&fix);
}

static void
turns_without_words_are_none_that_match(void **state)
{
	Maker maker;
	Filter filter;

	(void)state;
	maker_init(&maker);
	for (int i = 0; i < 5; i++) {
		maker_turn(&maker, ANN);
		if (i % 2)
			maker_para(&maker, "words");
	}
	maker_finish(&maker);
	filter_init(&filter);
	filter_match(&filter);
	filter_add_turns(&filter, maker.doc, 4, 5);
	assert_int_equal(filter_turns(&filter, maker.doc), 0);
	filter_add_turns(&filter, maker.doc, 2, 5);
	assert_int_equal(filter_turns(&filter, maker.doc), 1);
	assert_true(filter_shows_turn(&filter, maker.doc, 3));
	filter_done(&filter);
	maker_done(&maker);
}

/* Both from every paragraph, with each of these filters. */
static void
the_next_shown_paragraph_is_found(void **state)
{
	static const char *const keys[] = { "", "m", "mb", "a", "C", "mx" };
	Fixture fix = open_fixture();
	const Document *doc = fix.maker.doc;
	ParaId n = doc_n_paras(doc);

	(void)state;
	for (size_t i = 0; i < N_ITEMS(keys); i++) {
		for (const char *key = keys[i]; *key; key++)
			press(&fix, *key);
		for (ParaId para = 0; para < n; para++) {
			ParaId next = para, prev = para;

			while (next != DOC_NONE
			       && !filter_shows(&fix.filter, doc, next))
				next = doc_para_next(doc, next);
			while (prev != DOC_NONE
			       && !filter_shows(&fix.filter, doc, prev))
				prev = doc_para_prev(doc, prev);
			assert_int_equal(filter_next(&fix.filter, doc, para),
					 next);
			assert_int_equal(filter_prev(&fix.filter, doc, para),
					 prev);
		}
		filter_match_all(&fix.filter, doc);
	}
	assert_int_equal(filter_next(&fix.filter, doc, DOC_NONE), DOC_NONE);
	close_fixture(&fix);
}

static void
a_set_that_leaves_no_turn_is_refused(void **state)
{
	Fixture fix = open_fixture();
	const Document *doc = fix.maker.doc;
	uint32_t version = fix.filter.version;

	(void)state;
	assert_false(filter_only(&fix.filter, doc, DAN));
	assert_false(filter_only(&fix.filter, doc, 99));
	assert_false(filter_toggle(&fix.filter, doc, 99));
	assert_int_equal(version, fix.filter.version);
	assert_true(filter_toggle(&fix.filter, doc, ANN));
	assert_true(filter_toggle(&fix.filter, doc, BEN));
	assert_false(filter_toggle(&fix.filter, doc, CAT));
	assert_int_equal(shown_turns(&fix), 0x4);
	close_fixture(&fix);
}

static void
who_comes_later_is_in_but_after_only(void **state)
{
	Fixture fix = open_fixture();

	(void)state;
	filter_toggle(&fix.filter, fix.maker.doc, ANN);
	assert_true(filter_has(&fix.filter, 4));
	assert_true(filter_has(&fix.filter, 1000));
	filter_only(&fix.filter, fix.maker.doc, ANN);
	assert_false(filter_has(&fix.filter, 4));
	assert_false(filter_has(&fix.filter, 1000));
	close_fixture(&fix);
}

/* A turn of somebody who was not there before. */
static void
add_turn(Maker *maker, const char *name)
{
	SpeakerId id = doc_add_speaker(maker->doc, slice_from(name));

	maker_turn(maker, id);
	maker_para(maker, "words");
}

/* In the other document they come in another order, and one by one. */
static void
who_is_in_is_so_by_name_in_another_document(void **state)
{
	static const char *const names[] = { "Speaker 3", "Eve", "Speaker 1",
					     "Speaker 2" };
	static const struct {
		bool only;
		unsigned shown[N_ITEMS(names)];
	} wishes[] = { { true, { 0, 0, 4, 4 } }, { false, { 1, 3, 3, 11 } } };

	(void)state;
	for (size_t i = 0; i < N_ITEMS(wishes); i++) {
		Fixture fix = open_fixture();
		Maker before = fix.maker;

		assert_true(wishes[i].only
			? filter_only(&fix.filter, before.doc, ANN)
			: filter_toggle(&fix.filter, before.doc, ANN));
		maker_init(&fix.maker);
		filter_carry(&fix.filter, before.doc);
		for (size_t k = 0; k < N_ITEMS(names); k++) {
			add_turn(&fix.maker, names[k]);
			filter_grow(&fix.filter, fix.maker.doc);
			assert_int_equal(shown_turns(&fix),
					 wishes[i].shown[k]);
		}
		maker_finish(&fix.maker);
		filter_grow(&fix.filter, fix.maker.doc);
		assert_int_equal(shown_turns(&fix), wishes[i].shown[3]);
		maker_done(&before);
		close_fixture(&fix);
	}
}

/* A third document comes before all of the second is there. */
static void
who_did_not_come_as_yet_is_not_forgotten(void **state)
{
	Fixture fix = open_fixture();
	Maker before = fix.maker, between;

	(void)state;
	assert_true(filter_only(&fix.filter, before.doc, BEN));
	maker_init(&between);
	add_turn(&between, "Speaker 1");
	filter_carry(&fix.filter, before.doc);
	filter_grow(&fix.filter, between.doc);
	maker_init(&fix.maker);
	add_turn(&fix.maker, "Speaker 1");
	add_turn(&fix.maker, "Speaker 2");
	filter_carry(&fix.filter, between.doc);
	filter_grow(&fix.filter, fix.maker.doc);
	assert_int_equal(shown_turns(&fix), 2);
	maker_done(&before);
	maker_done(&between);
	close_fixture(&fix);
}

static void
a_set_of_whom_nobody_is_left_is_all(void **state)
{
	Fixture fix = open_fixture();
	Maker before = fix.maker;

	(void)state;
	assert_true(filter_only(&fix.filter, before.doc, BEN));
	maker_init(&fix.maker);
	add_turn(&fix.maker, "Eve");
	filter_carry(&fix.filter, before.doc);
	filter_grow(&fix.filter, fix.maker.doc);
	assert_int_equal(shown_turns(&fix), 0);
	maker_finish(&fix.maker);
	filter_grow(&fix.filter, fix.maker.doc);
	assert_int_equal(shown_turns(&fix), 1);
	maker_done(&before);
	close_fixture(&fix);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(everybody_is_in_at_first),
		cmocka_unit_test(keys_leave_the_turns_they_should),
		cmocka_unit_test(narration_stays),
		cmocka_unit_test(narration_that_does_not_match_goes),
		cmocka_unit_test(turns_without_words_are_none_that_match),
		cmocka_unit_test(the_next_shown_paragraph_is_found),
		cmocka_unit_test(a_set_that_leaves_no_turn_is_refused),
		cmocka_unit_test(who_comes_later_is_in_but_after_only),
		cmocka_unit_test(who_is_in_is_so_by_name_in_another_document),
		cmocka_unit_test(who_did_not_come_as_yet_is_not_forgotten),
		cmocka_unit_test(a_set_of_whom_nobody_is_left_is_all),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
