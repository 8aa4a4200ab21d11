/* Unit tests of reading/search with its hits, matcher and walk. */
#include "reading/search.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/items.h"
#include "base/vec.h"
#include "document/build.h"
#include "unit/search_fixture.h"
#include "text/utf8.h"

static void
check_all(const char *lines, const char *query, const char *want)
{
	Fixture fix;
	ChunkVec matches;
	bool partial = false;
	Buf out;
	Err err = { 0 };

	fix_set_up(&fix);
	fix_add_lines(&fix, lines);
	fix_complete(&fix);
	vec_init(&matches, sizeof(Match));
	assert_int_equal(fix_find(fix.doc, query, &matches, &partial, &err),
			 STATUS_OK);
	buf_init(&out, 4096);
	for (size_t i = 0; i < matches.count; i++) {
		const Match *match = vec_at(&matches, i);
		buf_appendf(&out, " %u:%u+%u", (unsigned)match->para,
			    (unsigned)match->start, (unsigned)match->len);
	}
	if (partial)
		buf_append_char(&out, '!');
	fix_check_buf(&out, want, query);
	vec_done(&matches);
	fix_tear_down(&fix);
}

static void
all_matches_come_in_reading_order(void **state)
{
	static const struct {
		const char *lines;
		const char *query;
		const char *want;
	} CASES[] = {
		{ "Aone two\nBtwo\n two two", "two",
		  " 0:4+3 1:0+3 2:0+3 2:4+3" },
		{ "#Chapter one\nAone", "one", " 0:8+3 1:0+3" },
		{ "A出口管制\nB管制", "管制", " 0:6+6 1:0+6" },
		{ "Aab\nBcd", "bc", "" },
		{ "Aaaaa", "aa", " 0:0+2 0:2+2" },
		{ "A**big** deal", "big deal", " 0:0+8" },
		{ "A[a link](http://example.org/two) two", "two", " 0:7+3" },
		{ "Aone\nBone", "^one$", " 0:0+3 1:0+3" },
		{ "Aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab\nBc",
		  "^(a+)+$|c", " 1:0+1!" },
		{ "Aone", "", "" },
		{ "", "one", "" },
	};

	(void)state;
	for (size_t i = 0; i < N_ITEMS(CASES); i++)
		check_all(CASES[i].lines, CASES[i].query, CASES[i].want);
}

static const char LINES[] = "Ax one x\nBtwo\nAthree x\n#x\nBfour x x";

typedef struct WalkCase {
	const char *query;
	ParaId para;
	uint32_t byte;
	bool backward;
	const char *keys; /* n, N, or s: only Ann is shown */
	const char *want;
} WalkCase;

static const WalkCase WALKS[] = {
	{ "x", 0, 0, false, "nnnnnn", " 0:0 0:6 2:6 3:0 4:5 4:7 ~0:0" },
	{ "x", 0, 1, false, "", " 0:6" },
	{ "x", 0, 6, false, "", " 0:6" },
	{ "x", 0, 7, false, "", " 2:6" },
	{ "x", 1, 0, false, "NNN", " 2:6 0:6 0:0 ~4:7" },
	{ "x", 1, 0, true, "NNN", " 0:6 0:0 ~4:7 4:5" },
	{ "x", 0, 6, true, "", " 0:0" },
	{ "x", 0, 0, true, "", " ~4:7" },
	{ "x", 4, 8, false, "", " ~0:0" },
	{ "x", 4, 99, true, "", " 4:7" },
	{ "x", 99, 0, true, "", " 4:7" },
	{ "x", 99, 0, false, "", " ~0:0" },
	{ "three", 2, 3, false, "nN", " ~2:0 ~2:0 ~2:0" },
	{ "three", 2, 0, true, "", " ~2:0" },
	{ "none", 2, 0, false, "nN", " none none none" },
	{ "none", 2, 0, true, "", " none" },
	{ "x", 1, 0, false, "snnn", " 2:6 2:6 3:0 ~0:0 0:6" },
	{ "four", 0, 0, false, "sn", " 4:0 4:0 none" },
	{ "two", 0, 0, false, "sN", " 1:0 1:0 none" },
};

static void
press(Fixture *fix, char key, bool sliced)
{
	if (key == 's') {
		filter_only(&fix->filter, fix->doc, 0);
		search_filter_changed(fix->search);
	} else {
		search_next(fix->search, key == 'N');
	}
	if (sliced)
		fix_run_sliced(fix);
	else
		fix_run(fix);
}

static void
check_walk(const WalkCase *item, bool sliced)
{
	Fixture fix;
	Buf out;

	fix_set_up(&fix);
	fix_add_lines(&fix, LINES);
	fix_complete(&fix);
	search_from(fix.search, item->para, item->byte, item->backward);
	fix_start(&fix, item->query);
	if (sliced)
		fix_run_sliced(&fix);
	else
		fix_run(&fix);
	buf_init(&out, 4096);
	fix_append_state(&fix, &out);
	for (const char *key = item->keys; *key != '\0'; key++) {
		press(&fix, *key, sliced);
		fix_append_state(&fix, &out);
	}
	fix_check_buf(&out, item->want, item->query);
	fix_tear_down(&fix);
}

static void
walk_goes_in_its_direction_and_round_once(void **state)
{
	(void)state;
	for (size_t i = 0; i < N_ITEMS(WALKS); i++)
		check_walk(&WALKS[i], false);
}

static void
walk_in_slices_is_the_same(void **state)
{
	(void)state;
	for (size_t i = 0; i < N_ITEMS(WALKS); i++)
		check_walk(&WALKS[i], true);
}

static void
walk_is_the_same_before_anything_is_listed(void **state)
{
	Fixture fix;
	int steps = 0;

	(void)state;
	fix_set_up(&fix);
	fix_add_lines(&fix, LINES);
	fix_complete(&fix);
	search_from(fix.search, 1, 0, true);
	fix_start(&fix, "x");
	while (search_state(fix.search) == SEARCH_LOOKING && steps++ < 100)
		search_step(fix.search, fix.doc, NULL, deadline_now());
	fix_check_state(&fix, " 0:6");
	fix_check_count(&fix, "0/0+");
	search_next(fix.search, true);
	while (search_state(fix.search) == SEARCH_LOOKING && steps++ < 100)
		search_step(fix.search, fix.doc, NULL, deadline_now());
	fix_check_state(&fix, " 0:0");
	fix_check_count(&fix, "0/0+");
	fix_tear_down(&fix);
}

static void
count_follows_the_current_match(void **state)
{
	Fixture fix;

	(void)state;
	fix_set_up(&fix);
	fix_add_lines(&fix, LINES);
	fix_complete(&fix);
	search_from(fix.search, 2, 0, false);
	fix_start(&fix, "x");
	fix_run(&fix);
	fix_check_count(&fix, "3/6");
	search_next(fix.search, false);
	fix_check_count(&fix, "0/6");
	fix_run(&fix);
	fix_check_count(&fix, "4/6");
	search_next(fix.search, true);
	fix_run(&fix);
	search_next(fix.search, true);
	fix_run(&fix);
	fix_check_count(&fix, "2/6");
	fix_start(&fix, "none");
	fix_run(&fix);
	fix_check_count(&fix, "0/0");
	fix_tear_down(&fix);
}

static void
filter_parts_shown_from_hidden(void **state)
{
	Fixture fix;

	(void)state;
	fix_set_up(&fix);
	fix_add_lines(&fix, LINES);
	fix_complete(&fix);
	search_from(fix.search, 4, 0, false);
	fix_start(&fix, "x");
	fix_run(&fix);
	fix_check_count(&fix, "5/6");
	filter_only(&fix.filter, fix.doc, 0);
	search_filter_changed(fix.search);
	fix_run(&fix);
	fix_check_count(&fix, "0/4 (2 hidden)");
	search_next(fix.search, false);
	fix_run(&fix);
	fix_check_count(&fix, "1/4 (2 hidden)");
	filter_switch(&fix.filter, fix.doc, false);
	search_filter_changed(fix.search);
	fix_check_count(&fix, "0/0+");
	fix_run(&fix);
	fix_check_count(&fix, "1/6");
	fix_tear_down(&fix);
}

static void
unfinished_pattern_keeps_the_search_as_it_was(void **state)
{
	Fixture fix;
	Err err = { 0 };

	(void)state;
	fix_set_up(&fix);
	fix_add_lines(&fix, LINES);
	fix_complete(&fix);
	fix_start(&fix, "x");
	fix_run(&fix);
	assert_int_equal(search_start(fix.search, fix.doc, SLICE("x("), 0,
				      &err),
			 STATUS_FAILED);
	assert_true(err.text[0] != '\0');
	fix_check_state(&fix, " 0:0");
	fix_check_count(&fix, "1/6");
	assert_true(slice_eq(search_query(fix.search), SLICE("x")));
	fix_tear_down(&fix);
}

static void
same_query_keeps_what_is_counted(void **state)
{
	Fixture fix;

	(void)state;
	fix_set_up(&fix);
	fix_add_lines(&fix, LINES);
	fix_complete(&fix);
	fix_start(&fix, "x");
	fix_run(&fix);
	search_from(fix.search, 2, 0, false);
	fix_check_state(&fix, " 0:0");
	fix_start(&fix, "x");
	fix_check_state(&fix, " looking");
	fix_check_count(&fix, "0/6");
	fix_run(&fix);
	fix_check_count(&fix, "3/6");
	fix_start(&fix, "");
	fix_check_state(&fix, " off");
	fix_check_count(&fix, "0/0+");
	assert_int_equal(search_query(fix.search).len, 0);
	fix_tear_down(&fix);
}

static void
growing_document_is_waited_for(void **state)
{
	Fixture fix;

	(void)state;
	fix_set_up(&fix);
	fix_start(&fix, "x");
	fix_run(&fix);
	fix_check_state(&fix, " looking");
	fix_add_lines(&fix, "Aone\nBtwo");
	fix_run(&fix);
	fix_check_state(&fix, " looking");
	fix_check_count(&fix, "0/0+");
	fix_add_lines(&fix, "Ax x");
	fix_run(&fix);
	fix_check_state(&fix, " 2:0");
	fix_check_count(&fix, "1/2+");
	search_next(fix.search, true);
	fix_run(&fix);
	fix_check_state(&fix, " looking");
	fix_add_lines(&fix, "Bx");
	fix_complete(&fix);
	fix_run(&fix);
	fix_check_state(&fix, " ~3:0");
	fix_check_count(&fix, "3/3");
	fix_tear_down(&fix);
}

static void
backward_walk_waits_in_an_empty_document(void **state)
{
	Fixture fix;

	(void)state;
	fix_set_up(&fix);
	search_from(fix.search, 0, 0, true);
	fix_start(&fix, "x");
	fix_run(&fix);
	fix_add_lines(&fix, "Ax x");
	fix_run(&fix);
	fix_complete(&fix);
	fix_run(&fix);
	fix_check_state(&fix, " ~0:2");
	fix_tear_down(&fix);
}

static void
empty_document_has_nothing(void **state)
{
	Fixture fix;

	(void)state;
	for (int backward = 0; backward < 2; backward++) {
		fix_set_up(&fix);
		fix_complete(&fix);
		search_from(fix.search, 0, 0, backward);
		fix_start(&fix, "x");
		fix_run(&fix);
		fix_check_state(&fix, " none");
		fix_check_count(&fix, "0/0");
		fix_tear_down(&fix);
	}
}

static void
open_paragraph_is_found_in_but_not_counted(void **state)
{
	Fixture fix;

	(void)state;
	fix_set_up(&fix);
	fix_add_lines(&fix, "Aone");
	fix_open_para(&fix, SLICE("Btwo"));
	fix_start(&fix, "x");
	fix_run(&fix);
	fix_check_state(&fix, " looking");
	fix_grow(&fix, SLICE(" x"));
	fix_run(&fix);
	fix_check_state(&fix, " 1:4");
	fix_check_count(&fix, "0/0+");
	fix_complete(&fix);
	fix_run(&fix);
	fix_check_count(&fix, "1/1");
	fix_tear_down(&fix);
}

static void
growth_in_steps_is_as_the_whole(void **state)
{
	static const char *const PARAS[] = {
		"Aone x two x",
		"Bx",
		"#chapter x",
		" narration",
		"Bxxxxxxx",
		"Aa longer paragraph which goes over the edge of a small one,"
		" with an x and another x and 很多的 x 在裡面",
		"Ax",
	};
	Fixture fix;

	(void)state;
	fix_set_up(&fix);
	fix_add_lines(&fix, "Anothing");
	assert_true(filter_only(&fix.filter, fix.doc, 0));
	search_from(fix.search, 2, 0, false);
	fix_start(&fix, "x");
	for (size_t i = 0; i < N_ITEMS(PARAS); i++) {
		fix_open_para(&fix, slice_sub(slice_from(PARAS[i]), 0, 1));
		for (const char *c = PARAS[i] + 1; *c != '\0'; c++) {
			if (utf8_is_continuation(*c))
				continue;
			size_t len = 1;
			while (utf8_is_continuation(c[len]))
				len++;
			fix_grow(&fix, (Slice){ c, len });
			search_step(fix.search, fix.doc, &fix.filter,
				    deadline_now());
		}
	}
	fix_complete(&fix);
	fix_run(&fix);
	fix_check_state(&fix, " 3:8");
	fix_check_count(&fix, "3/7 (8 hidden)");
	fix_tear_down(&fix);
}

static void
long_paragraph_is_one(void **state)
{
	Fixture fix;
	ParaId after = 0;
	Buf text;

	(void)state;
	fix_set_up(&fix);
	buf_init(&text, 1024 * 1024);
	for (int i = 0; i < 20000; i++)
		buf_append(&text, SLICE("安全x "));
	fix_open_para(&fix, SLICE("A"));
	fix_grow(&fix, buf_slice(&text));
	after = doc_n_paras(fix.doc);
	assert_true(after > 1);
	fix_add_lines(&fix, "Bx");
	fix_complete(&fix);
	search_from(fix.search, 0, 70000, false);
	fix_start(&fix, "安全x");
	fix_run_sliced(&fix);
	fix_check_state(&fix, " 0:70000");
	fix_check_count(&fix, "8751/20000");
	fix_start(&fix, "^安全.*x.$");
	fix_run(&fix);
	fix_check_state(&fix, " ~0:0");
	fix_check_count(&fix, "1/1");
	fix_start(&fix, "^x$");
	fix_run(&fix);
	assert_int_equal(search_current(fix.search).para, after);
	buf_done(&text);
	fix_tear_down(&fix);
}

static void
new_generation_finds_the_match_where_it_was(void **state)
{
	Fixture fix;
	Document *next;

	(void)state;
	fix_set_up(&fix);
	fix_add_lines(&fix, "Aone x\nBtwo\nAx three x\nBx");
	fix_complete(&fix);
	search_from(fix.search, 2, 1, false);
	fix_start(&fix, "x");
	fix_run(&fix);
	fix_check_state(&fix, " 2:8");

	next = doc_new(fix.text, 1);
	doc_free(fix.doc);
	fix.doc = next;
	fix_run(&fix);
	fix_check_state(&fix, " looking");
	doc_add_para(next, PARA_TEXT, DOC_NONE, 0, 1);
	doc_grow_para(next, 8);
	doc_close_para(next);
	fix_run(&fix);
	fix_check_state(&fix, " looking");
	doc_add_para(next, PARA_TEXT, DOC_NONE, 8, 1);
	doc_grow_para(next, text_len(fix.text));
	fix_complete(&fix);
	fix_run(&fix);
	fix_check_state(&fix, " 1:8");
	fix_check_count(&fix, "3/4");
	fix_tear_down(&fix);
}

static void
limit_makes_the_count_partial(void **state)
{
	Fixture fix;

	(void)state;
	fix_set_up(&fix);
	fix_add_lines(&fix, "Aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab\nBc");
	fix_complete(&fix);
	fix_start(&fix, "^(a+)+$|c");
	fix_run(&fix);
	fix_check_state(&fix, " 1:0");
	fix_check_count(&fix, "1/1!");
	fix_tear_down(&fix);
}

static void
matches_of_a_stretch_are_those_that_touch_it(void **state)
{
	static const struct {
		uint32_t start;
		uint32_t len;
		uint32_t max;
		const char *want;
	} CASES[] = {
		{ 0, 100, 9, " 0 3 6 9" }, { 0, 100, 2, " 0 3" },
		{ 1, 1, 9, " 0" },	   { 2, 1, 9, "" },
		{ 2, 2, 9, " 3" },	   { 4, 3, 9, " 3 6" },
		{ 11, 5, 9, "" },	   { 3, 0, 9, "" },
	};
	Slice text = SLICE("ab ab ab ab");
	Fixture fix;
	Match matches[9];

	(void)state;
	fix_set_up(&fix);
	assert_int_equal(search_in_para(fix.search, 7, text, matches, 9), 0);
	fix_start(&fix, "ab");
	assert_int_equal(search_in_para(fix.search, 7, text, matches, 9), 4);
	assert_int_equal(matches[3].para, 7);
	for (size_t i = 0; i < N_ITEMS(CASES); i++) {
		Match range = { 7, CASES[i].start, CASES[i].len };
		Buf out;
		buf_init(&out, 4096);
		uint32_t n = search_in_range(fix.search, range, text, matches,
					     CASES[i].max);
		for (uint32_t j = 0; j < n; j++)
			buf_appendf(&out, " %u", (unsigned)matches[j].start);
		fix_check_buf(&out, CASES[i].want, "range");
	}
	fix_tear_down(&fix);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(all_matches_come_in_reading_order),
		cmocka_unit_test(walk_goes_in_its_direction_and_round_once),
		cmocka_unit_test(walk_in_slices_is_the_same),
		cmocka_unit_test(walk_is_the_same_before_anything_is_listed),
		cmocka_unit_test(count_follows_the_current_match),
		cmocka_unit_test(filter_parts_shown_from_hidden),
		cmocka_unit_test(unfinished_pattern_keeps_the_search_as_it_was),
		cmocka_unit_test(same_query_keeps_what_is_counted),
		cmocka_unit_test(growing_document_is_waited_for),
		cmocka_unit_test(backward_walk_waits_in_an_empty_document),
		cmocka_unit_test(empty_document_has_nothing),
		cmocka_unit_test(open_paragraph_is_found_in_but_not_counted),
		cmocka_unit_test(growth_in_steps_is_as_the_whole),
		cmocka_unit_test(long_paragraph_is_one),
		cmocka_unit_test(new_generation_finds_the_match_where_it_was),
		cmocka_unit_test(limit_makes_the_count_partial),
		cmocka_unit_test(matches_of_a_stretch_are_those_that_touch_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
