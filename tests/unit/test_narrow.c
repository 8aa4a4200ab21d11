/* Unit tests of reading/narrow: only the exchanges that match. */
#include "reading/narrow.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/items.h"
#include "document/build.h"
#include "unit/search_fixture.h"

/* Paragraphs: 0 narration, 1 a heading, 2 to 7 turns, 8 a heading, 9 … */
static const char LINES[] =
	" preface of it\n#First\nAone\nBtwo\nAthree\nBfour\nAfive\nBsix\n"
	"#Second two\n note two\nAseven\nBeight";

typedef struct NarrowCase {
	const char *query;
	uint32_t context;
	const char *only;	/* a speaker, or NULL */
	const char *shown;	/* paragraphs, a letter each; NULL: nothing */
} NarrowCase;

static const NarrowCase cases[] = {
	{ "three", 0, NULL, "bef" },	/* a question, and its answer */
	{ "six", 0, NULL, "bgh" },
	{ "three|four", 0, NULL, "bef" },
	{ "one|six", 0, NULL, "bcdgh" },
	{ "six", 1, NULL, "bfghijk" },
	{ "four", 99, NULL, "bcdefghijkl" },
	{ "preface", 0, NULL, "a" },
	{ "two", 0, NULL, "bcdij" },	/* a heading and a note, too */
	{ "@Bob e", 0, NULL, "ikl" },
	{ "three", 0, "Bob", "bf" },
	{ "four", 0, "Ann", "be" },
	{ "nowhere", 0, NULL, NULL },
	{ "@Ann four", 0, NULL, NULL },
};

typedef struct Narrowed {
	Fixture fix;
	Narrow narrow;
} Narrowed;

static void
narrowed_open(Narrowed *narrowed)
{
	fix_set_up(&narrowed->fix);
	doc_set_role(narrowed->fix.doc, 0, SPEAKER_HOST);
	narrow_init(&narrowed->narrow);
}

static void
narrowed_close(Narrowed *narrowed)
{
	narrow_done(&narrowed->narrow);
	fix_tear_down(&narrowed->fix);
}

static Progress
step(Narrowed *narrowed, Deadline deadline)
{
	return narrow_step(&narrowed->narrow, narrowed->fix.doc,
			   &narrowed->fix.filter, deadline);
}

static void
run(Narrowed *narrowed, bool sliced)
{
	Deadline deadline = sliced ? deadline_now() : deadline_never();

	while (step(narrowed, deadline) == PROGRESS_MORE)
		;
}

static void
start(Narrowed *narrowed, const char *query, uint32_t context, ParaId from)
{
	NarrowWish wish = { slice_from(query), 0, context, from };
	Err err;

	assert_int_equal(narrow_start(&narrowed->narrow, narrowed->fix.doc,
				      &wish, &err), STATUS_OK);
}

/* Fails where other paragraphs are shown than these, a letter each. */
static void
check_shown(const Narrowed *narrowed, const char *want, const char *what)
{
	const Document *doc = narrowed->fix.doc;
	Buf out;

	buf_init(&out, 4096);
	for (ParaId para = 0; para < doc_n_paras(doc); para++)
		if (filter_shows(&narrowed->fix.filter, doc, para))
			buf_append_char(&out, (char)('a' + para));
	fix_check_buf(&out, want, what);
}

static void
check_case(const NarrowCase *one, bool sliced, ParaId from)
{
	Narrowed narrowed;

	narrowed_open(&narrowed);
	fix_add_lines(&narrowed.fix, LINES);
	fix_complete(&narrowed.fix);
	if (one->only)
		filter_only(&narrowed.fix.filter, narrowed.fix.doc,
			    one->only[0] == 'A' ? 0 : 1);
	start(&narrowed, one->query, one->context, from);
	run(&narrowed, sliced);
	if (one->shown)
		check_shown(&narrowed, one->shown, one->query);
	assert_int_equal(narrowed.narrow.state, one->shown ? NARROW_DONE
							   : NARROW_NOTHING);
	assert_int_equal(narrowed.fix.filter.matching, one->shown != NULL);
	assert_int_equal(narrowed.narrow.filled, one->shown != NULL);
	narrowed_close(&narrowed);
}

static void
exchanges_that_match_are_shown(void **state)
{
	(void)state;
	for (size_t i = 0; i < N_ITEMS(cases); i++)
		for (ParaId from = 0; from < 12; from++) {
			check_case(&cases[i], false, from);
			check_case(&cases[i], true, from);
		}
}

/* Of what is too much work nobody can say that there is none. */
static void
a_pattern_that_is_too_much_work_is_told_from_none(void **state)
{
	Narrowed narrowed;
	Buf line;

	(void)state;
	buf_init(&line, SIZE_MAX);
	buf_append(&line, SLICE("A"));
	for (int i = 0; i < 30000; i++)
		buf_append_char(&line, 'a');
	buf_append(&line, SLICE("b\n"));
	buf_append_char(&line, '\0');
	narrowed_open(&narrowed);
	fix_add_lines(&narrowed.fix, line.ptr);
	fix_complete(&narrowed.fix);
	start(&narrowed, "(a+)+$", 0, 0);
	run(&narrowed, false);
	assert_int_equal(narrowed.narrow.state, NARROW_LIMIT);
	assert_false(narrowed.fix.filter.matching);
	narrowed_close(&narrowed);
	buf_done(&line);
}

/* One step after each line, the last paragraph open. */
static void
a_growing_document_comes_to_the_same(void **state)
{
	(void)state;
	for (size_t i = 0; i < N_ITEMS(cases); i++) {
		const char *line = LINES;
		Narrowed narrowed;

		if (cases[i].only || !cases[i].shown)
			continue;
		narrowed_open(&narrowed);
		start(&narrowed, cases[i].query, cases[i].context, 0);
		while (*line) {
			size_t len = strcspn(line, "\n");

			fix_open_para(&narrowed.fix, (Slice){ line, len });
			run(&narrowed, true);
			line += len + (line[len] == '\n');
		}
		fix_complete(&narrowed.fix);
		run(&narrowed, true);
		check_shown(&narrowed, cases[i].shown, cases[i].query);
		narrowed_close(&narrowed);
	}
}

static void
what_is_near_comes_first(void **state)
{
	static const char *const queries[] = { "yes", "ye" };
	Narrowed narrowed;

	(void)state;
	narrowed_open(&narrowed);
	for (int i = 0; i < 200; i++)
		fix_add_lines(&narrowed.fix, "Ayes\nByes");
	fix_complete(&narrowed.fix);
	for (size_t i = 0; i < N_ITEMS(queries); i++) {
		const Filter *filter = &narrowed.fix.filter;
		const Document *doc = narrowed.fix.doc;

		start(&narrowed, queries[i], 0, 300);
		while (narrowed.narrow.state == NARROW_TRYING)
			step(&narrowed, deadline_now());
		for (int n = 0; n < 40; n++)
			step(&narrowed, deadline_now());
		assert_true(filter_shows(filter, doc, 300));
		assert_true(filter_shows(filter, doc, 303));
		assert_false(filter_shows(filter, doc, 200));
		run(&narrowed, true);
		assert_int_equal(filter_turns(&narrowed.fix.filter, doc), 400);
	}
	narrowed_close(&narrowed);
}

static void
one_that_leaves_nothing_keeps_the_one_before(void **state)
{
	Narrowed narrowed;

	(void)state;
	narrowed_open(&narrowed);
	fix_add_lines(&narrowed.fix, LINES);
	fix_complete(&narrowed.fix);
	start(&narrowed, "three", 0, 0);
	run(&narrowed, false);
	start(&narrowed, "nowhere", 0, 0);
	run(&narrowed, false);
	assert_int_equal(narrowed.narrow.state, NARROW_NOTHING);
	check_shown(&narrowed, "bef", "before");
	start(&narrowed, "six", 0, 0);
	run(&narrowed, false);
	check_shown(&narrowed, "bgh", "another");
	narrow_stop(&narrowed.narrow, narrowed.fix.doc, &narrowed.fix.filter);
	check_shown(&narrowed, "abcdefghijkl", "stopped");
	assert_int_equal(step(&narrowed, deadline_now()), PROGRESS_DONE);
	narrowed_close(&narrowed);
}

static void
what_is_tried_can_be_given_up(void **state)
{
	Narrowed narrowed;

	(void)state;
	narrowed_open(&narrowed);
	fix_add_lines(&narrowed.fix, "Aone\nBtwo");
	start(&narrowed, "one", 0, 0);
	run(&narrowed, true);
	start(&narrowed, "three", 0, 0);
	run(&narrowed, true);
	assert_int_equal(narrowed.narrow.state, NARROW_TRYING);
	narrow_cancel(&narrowed.narrow);
	fix_add_lines(&narrowed.fix, "Athree\nBfour\nAone");
	fix_complete(&narrowed.fix);
	run(&narrowed, true);
	check_shown(&narrowed, "abe", "given up");
	narrowed_close(&narrowed);
}

static void
a_query_that_is_none_is_refused(void **state)
{
	static const char *const queries[] = { "(", "@Ann", "@Zed x" };
	Narrowed narrowed;

	(void)state;
	narrowed_open(&narrowed);
	fix_add_lines(&narrowed.fix, LINES);
	fix_complete(&narrowed.fix);
	start(&narrowed, "three", 0, 0);
	run(&narrowed, false);
	for (size_t i = 0; i < N_ITEMS(queries); i++) {
		NarrowWish wish = { .query = slice_from(queries[i]) };
		Err err;

		assert_int_equal(narrow_start(&narrowed.narrow,
					      narrowed.fix.doc, &wish, &err),
				 STATUS_FAILED);
		run(&narrowed, false);
		check_shown(&narrowed, "bef", queries[i]);
	}
	narrowed_close(&narrowed);
}

/* Who is host may be known at the end only. */
static void
roles_that_come_late_are_taken_up(void **state)
{
	Narrowed narrowed;

	(void)state;
	narrowed_open(&narrowed);
	doc_set_role(narrowed.fix.doc, 0, SPEAKER_UNKNOWN);
	fix_add_lines(&narrowed.fix, LINES);
	start(&narrowed, "four", 0, 0);
	run(&narrowed, true);
	check_shown(&narrowed, "befg", "unknown");
	doc_set_role(narrowed.fix.doc, 0, SPEAKER_HOST);
	fix_complete(&narrowed.fix);
	run(&narrowed, true);
	check_shown(&narrowed, "bef", "known");
	narrowed_close(&narrowed);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(exchanges_that_match_are_shown),
		cmocka_unit_test(
			a_pattern_that_is_too_much_work_is_told_from_none),
		cmocka_unit_test(a_growing_document_comes_to_the_same),
		cmocka_unit_test(what_is_near_comes_first),
		cmocka_unit_test(one_that_leaves_nothing_keeps_the_one_before),
		cmocka_unit_test(what_is_tried_can_be_given_up),
		cmocka_unit_test(a_query_that_is_none_is_refused),
		cmocka_unit_test(roles_that_come_late_are_taken_up),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
