/* Unit tests of reading/query: what is typed, taken apart; where it looks. */
#include "reading/query.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/items.h"
#include "document/build.h"
#include "reading/pattern.h"
#include "unit/search_fixture.h"

static void
append_scopes(Buf *out, const char *sign, const QueryScope *scopes, uint32_t n)
{
	for (uint32_t i = 0; i < n; i++)
		buf_appendf(out, "%s%.*s:%zu ", sign,
			    SLICE_ARGS(scopes[i].name), scopes[i].at);
}

/* The scopes with their places, `~` where it is pinyin, the pattern. */
static void
text_is_taken_apart(void **state)
{
	static const struct {
		const char *text;
		unsigned flags;
		const char *want;
	} CASES[] = {
		{ "risk", 0, "[risk]" },
		{ "", 0, "[]" },
		{ "@Ann risk", 0, "@Ann:1 [risk]" },
		{ "@Ann  risk x", 0, "@Ann:1 [risk x]" },
		{ "@Ann　風險", 0, "@Ann:1 [風險]" },
		{ "@\"Ann Lee\" risk", 0, "@Ann Lee:1 [risk]" },
		{ "@\"Ann Lee\"risk", 0, "@Ann Lee:1 [risk]" },
		{ "#2 risk", 0, "#2:1 [risk]" },
		{ "@Ann #2 risk", 0, "@Ann:1 #2:6 [risk]" },
		{ "#2 @安 @Bob risk", 0, "@安:4 @Bob:7 #2:1 [risk]" },
		{ "~rgzn", 0, "~[rgzn]" },
		{ "@Ann #2 ~rgzn", 0, "@Ann:1 #2:6 ~[rgzn]" },
		{ "@Ann", 0, "@Ann:1 open[]" },
		{ "@", 0, "open[]" },
		{ "@Ann ", 0, "@Ann:1 []" },
		{ "#2", 0, "#2:1 []" },
		{ "#", 0, "[]" },
		{ "~", 0, "~[]" },
		{ "\\@Ann", 0, "[@Ann]" },
		{ "\\#2", 0, "[#2]" },
		{ "\\~x", 0, "[~x]" },
		{ "@Ann \\@Bob", 0, "@Ann:1 [@Bob]" },
		{ "@Ann \\~x", 0, "@Ann:1 [~x]" },
		{ "\\@Ann", PATTERN_FIXED, "[@Ann]" },
		{ "@Ann 1+1", PATTERN_FIXED, "@Ann:1 [1+1]" },
		{ "@Ann risk", PATTERN_FIXED | QUERY_PLAIN, "[@Ann risk]" },
		{ "\\@Ann", PATTERN_FIXED | QUERY_PLAIN, "[\\@Ann]" },
		{ "~x", QUERY_PLAIN, "[~x]" },
		{ "# 2", 0, "[# 2]" },
		{ "#hash", 0, "[#hash]" },
		{ "#2nd", 0, "[#2nd]" },
		{ "a@b", 0, "[a@b]" },
		{ " @Ann", 0, "[ @Ann]" },
		{ "a ~x", 0, "[a ~x]" },
		{ "\\d", 0, "[\\d]" },
	};

	(void)state;
	for (size_t i = 0; i < N_ITEMS(CASES); i++) {
		Err err = { 0 };
		Query query;
		Buf out;

		assert_int_equal(query_parse(slice_from(CASES[i].text),
					     CASES[i].flags, &query, &err),
				 STATUS_OK);
		buf_init(&out, 4096);
		append_scopes(&out, "@", query.speakers, query.n_speakers);
		append_scopes(&out, "#", query.chapters, query.n_chapters);
		if (query.open)
			buf_append(&out, SLICE("open"));
		if (query.flags & PATTERN_PINYIN)
			buf_append(&out, SLICE("~"));
		buf_appendf(&out, "[%.*s]", SLICE_ARGS(query.pattern));
		fix_check_buf(&out, CASES[i].want, CASES[i].text);
	}
}

static void
what_is_not_finished_is_told_with_its_place(void **state)
{
	static const struct {
		const char *text;
		const char *want;
	} CASES[] = {
		{ "@\"安 Lee",
		  "a closing quotation mark is missing at character 8" },
		{ "@ risk", "a name is missing behind @ at character 1" },
		{ "#1 @\"\" risk", "a name is missing behind @ at character 4" },
		{ "#1 #1 #1 #1 #1 #1 #1 #1 #1 #1 #1 #1 #1 #1 #1 #1 #1 x",
		  "there are more than 16 names or numbers at character 49" },
	};

	(void)state;
	for (size_t i = 0; i < N_ITEMS(CASES); i++) {
		Err err = { 0 };
		Query query;

		assert_int_equal(query_parse(slice_from(CASES[i].text), 0,
					     &query, &err),
				 STATUS_FAILED);
		assert_string_equal(err.text, CASES[i].want);
	}
}

static void
make_document(Fixture *fix)
{
	fix_set_up(fix);
	doc_add_speaker(fix->doc, SLICE("Annie Lee"));
	fix_add_lines(fix, "nx before\n"
			   "# x one\n"
			   "AAnn x\n"
			   "BBob x x\n"
			   "# two\n"
			   "nx there\n"
			   "AAnn x x x\n"
			   "BBob 人工智能\n");
	fix_complete(fix);
}

static void
append_result(Fixture *fix, const char *query, Buf *out)
{
	ChunkVec matches;
	bool partial;
	Err err = { 0 };

	vec_init(&matches, sizeof(Match));
	if (fix_find(fix->doc, query, &matches, &partial, &err) != STATUS_OK)
		buf_append(out, slice_from(err.text));
	for (size_t i = 0; i < matches.count; i++) {
		const Match *match = vec_at(&matches, i);

		buf_appendf(out, " %u:%u", (unsigned)match->para,
			    (unsigned)match->start);
	}
	vec_done(&matches);
}

static void
matches_stand_where_the_scopes_say(void **state)
{
	static const struct {
		const char *query;
		const char *want;
	} CASES[] = {
		{ "x", " 0:0 1:0 2:4 3:4 3:6 5:0 6:4 6:6 6:8" },
		{ "@Ann x", " 2:4 6:4 6:6 6:8" },
		{ "@ann x", " 2:4 6:4 6:6 6:8" },
		{ "@2 x", " 3:4 3:6" },
		{ "@bo x", " 3:4 3:6" },
		{ "@bob @Ann x", " 2:4 3:4 3:6 6:4 6:6 6:8" },
		{ "#1 x", " 1:0 2:4 3:4 3:6" },
		{ "#2 x", " 5:0 6:4 6:6 6:8" },
		{ "#1 #2 x", " 1:0 2:4 3:4 3:6 5:0 6:4 6:6 6:8" },
		{ "#2 @Ann x", " 6:4 6:6 6:8" },
		{ "#2 @Bob ~rgzn", " 7:4" },
		{ "@Ann ~rgzn", "" },
		{ "@\"Annie Lee\" x", "" },
		{ "\\@Ann", "" },
		{ "@Cy x", "nobody is called “Cy”" },
		{ "#1 @Cy x", "nobody is called “Cy”" },
		{ "@n x", "“n” means several" },
		{ "#3 x", "there is no chapter 3" },
		{ "#0 x", "there is no chapter 0" },
		{ "@Ann", "a pattern is missing behind “@Ann”; \\@, \\# and "
			  "\\~ are the characters" },
	};
	Fixture fix;

	(void)state;
	make_document(&fix);
	for (size_t i = 0; i < N_ITEMS(CASES); i++) {
		Buf out;

		buf_init(&out, 4096);
		append_result(&fix, CASES[i].query, &out);
		fix_check_buf(&out, CASES[i].want, CASES[i].query);
	}
	fix_tear_down(&fix);
}

static void
search_looks_and_counts_only_in_its_scope(void **state)
{
	Fixture fix;

	(void)state;
	make_document(&fix);
	fix_start(&fix, "@Ann x");
	search_from(fix.search, 0, 0, false);
	fix_run_sliced(&fix);
	fix_check_state(&fix, " 2:4");
	fix_check_count(&fix, "1/4");
	assert_true(search_looks_in(fix.search, fix.doc, 2));
	assert_false(search_looks_in(fix.search, fix.doc, 3));
	assert_int_equal(search_count_speaker(fix.search, 0), 4);
	assert_int_equal(search_count_speaker(fix.search, 1), 0);
	fix_tear_down(&fix);
}

static void
matches_are_counted_by_place_and_by_speaker(void **state)
{
	Fixture fix;

	(void)state;
	make_document(&fix);
	fix_start(&fix, "x");
	fix_run_sliced(&fix);
	assert_int_equal(search_count_between(fix.search, 1, 4), 4);
	assert_int_equal(search_count_between(fix.search, 4, 8), 4);
	assert_int_equal(search_count_between(fix.search, 0, 1), 1);
	assert_int_equal(search_count_speaker(fix.search, 0), 4);
	assert_int_equal(search_count_speaker(fix.search, 1), 2);
	assert_int_equal(search_count_speaker(fix.search, 2), 0);
	filter_toggle(&fix.filter, fix.doc, 0);
	search_filter_changed(fix.search);
	fix_run_sliced(&fix);
	assert_int_equal(search_count_between(fix.search, 1, 4), 3);
	assert_int_equal(search_count_speaker(fix.search, 0), 4);
	filter_match(&fix.filter);
	filter_add_para(&fix.filter, fix.doc, 2);
	search_filter_changed(fix.search);
	fix_run_sliced(&fix);
	assert_int_equal(search_count_speaker(fix.search, 0), 1);
	assert_int_equal(search_count_speaker(fix.search, 1), 0);
	fix_tear_down(&fix);
}

static void
scope_alone_and_unknown_names_keep_the_search(void **state)
{
	static const char *const BAD[] = { "@Cy x", "#9 x", "@\"Ann x",
					   "@n x" };
	Fixture fix;
	Err err = { 0 };

	(void)state;
	make_document(&fix);
	fix_start(&fix, "@Ann x");
	for (size_t i = 0; i < N_ITEMS(BAD); i++) {
		assert_int_equal(search_start(fix.search, fix.doc,
					      slice_from(BAD[i]), 0, &err),
				 STATUS_FAILED);
		assert_true(slice_eq(search_query(fix.search),
				     SLICE("@Ann x")));
	}
	assert_int_equal(search_start(fix.search, fix.doc, SLICE("@n"), 0,
				      &err), STATUS_OK);
	assert_int_equal(search_state(fix.search), SEARCH_OFF);
	fix_tear_down(&fix);
}

/* What is quoted is looked for as it stands; a name finds its speaker. */
static void
quoted_text_has_no_scope(void **state)
{
	static const char *const TEXTS[] = { "risk", "@Ann", "~x", "#1",
					     "@\"Ann" };
	Query query;

	(void)state;
	for (size_t i = 0; i < N_ITEMS(TEXTS); i++) {
		Buf out;

		buf_init(&out, 4096);
		query_quote(slice_from(TEXTS[i]), &out);
		assert_int_equal(query_parse(buf_slice(&out), PATTERN_FIXED,
					     &query, NULL), STATUS_OK);
		assert_true(slice_eq(query.pattern, slice_from(TEXTS[i])));
		assert_int_equal(query.n_speakers + query.n_chapters, 0);
		buf_done(&out);
	}
}

/* As a pattern, every character of it stands for itself. */
static void
literal_text_is_found_as_it_stands(void **state)
{
	static const char *const TEXTS[] = {
		"a.b", "(a|b)", "[x]?", "C:\\d", "~5 * 3 + {2}", "^$", "@Ann",
		"\\Q.\\E",
	};

	(void)state;
	for (size_t i = 0; i < N_ITEMS(TEXTS); i++) {
		Fixture fix;
		Buf query;

		fix_set_up(&fix);
		fix_open_para(&fix, SLICE(" axb "));
		fix_grow(&fix, slice_from(TEXTS[i]));
		fix_complete(&fix);
		fix.doc->markup = MARKUP_LINKS;
		buf_init(&query, 4096);
		query_quote_literal(slice_from(TEXTS[i]), &query);
		buf_append_char(&query, '\0');
		fix_start(&fix, query.ptr);
		fix_run(&fix);
		fix_check_state(&fix, " 0:4");
		fix_check_count(&fix, "1/1");
		buf_done(&query);
		fix_tear_down(&fix);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(text_is_taken_apart),
		cmocka_unit_test(what_is_not_finished_is_told_with_its_place),
		cmocka_unit_test(matches_stand_where_the_scopes_say),
		cmocka_unit_test(search_looks_and_counts_only_in_its_scope),
		cmocka_unit_test(matches_are_counted_by_place_and_by_speaker),
		cmocka_unit_test(scope_alone_and_unknown_names_keep_the_search),
		cmocka_unit_test(quoted_text_has_no_scope),
		cmocka_unit_test(literal_text_is_found_as_it_stands),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
