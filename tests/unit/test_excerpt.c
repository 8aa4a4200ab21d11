/* Unit tests of reading/excerpt. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/items.h"
#include "reading/excerpt.h"
#include "support/maker.h"

#define TEXT_MAX 4096

typedef struct Fixture {
	Maker maker;
	Filter filter;
	Excerpt excerpt;
	Buf text;
} Fixture;

static int
setup(void **state)
{
	Fixture *fixture = calloc(1, sizeof(*fixture));
	Maker *maker = &fixture->maker;

	maker_init(maker);
	maker->doc->markup = MARKUP_MARKDOWN;
	maker_chapter(maker, 2, "## 河邊");
	maker_turn(maker, 0);
	maker_para(maker, "The **old** bridge &amp; the\nriver.");
	maker_turn(maker, 1);
	maker_para(maker, "我們從[上游](https://example.org/a)說起，\n那時候沒有橋。");
	maker_kind(maker, PARA_CODE, "a = 1;\n\tb = 2;");
	maker_turn(maker, 0);
	maker_para(maker, "e\xCC\x81 \x1B[31m end");
	maker_finish(maker);
	filter_init(&fixture->filter);
	buf_init(&fixture->text, TEXT_MAX);
	*state = fixture;
	return 0;
}

static int
teardown(void **state)
{
	Fixture *fixture = *state;

	buf_done(&fixture->text);
	filter_done(&fixture->filter);
	maker_done(&fixture->maker);
	free(fixture);
	return 0;
}

/* Where `word` stands in what is visible of a paragraph; "": its end. */
static ExcerptUnit
unit_of(const Fixture *fixture, ParaId para, const char *word)
{
	Slice wanted = slice_from(word);
	Match match = { para, 0, (uint32_t)wanted.len };
	ExcerptUnit unit;
	Shown shown;
	size_t at;

	shown_init(&shown);
	shown_build(&shown, fixture->maker.doc, para);
	at = wanted.len ? slice_find(shown.text, wanted) : shown.text.len;
	assert_true(at <= shown.text.len);
	match.start = (uint32_t)at;
	unit = excerpt_unit(fixture->maker.doc, &shown, match);
	shown_done(&shown);
	return unit;
}

/* A paragraph's number, and the words on which it stands. */
typedef struct End {
	unsigned para;
	const char *word;
} End;

static void
select_words(Fixture *fixture, End from, End to)
{
	ParaId paras[8];
	ParaId para = 0;

	for (int i = 0; i < 8 && para != DOC_NONE; i++) {
		paras[i] = para;
		para = doc_para_next(fixture->maker.doc, para);
	}
	excerpt_start(&fixture->excerpt,
		      unit_of(fixture, paras[from.para], from.word));
	excerpt_extend(&fixture->excerpt,
		       unit_of(fixture, paras[to.para], to.word));
	buf_clear(&fixture->text);
}

static void
expect_text(Fixture *fixture, const char *text)
{
	buf_clear(&fixture->text);
	assert_true(excerpt_text(&fixture->excerpt, fixture->maker.doc,
				 &fixture->filter, &fixture->text));
	buf_append_char(&fixture->text, '\0');
	assert_string_equal(fixture->text.ptr, text);
}

static void
text_goes_from_end_to_end_without_markup(void **state)
{
	static const struct {
		End from;
		End to;
		const char *text;
	} cases[] = {
		{ { 1, "old" }, { 1, "bridge" }, "old bridge" },
		{ { 1, "bridge" }, { 1, "old" }, "old bridge" },
		{ { 1, "bridge" }, { 1, "river" }, "bridge & the river" },
		{ { 1, "&" }, { 1, "&" }, "&" },
		{ { 2, "上" }, { 2, "游" }, "上游" },
		{ { 2, "們" }, { 2, "那" }, "們從上游說起，那" },
		{ { 0, "邊" }, { 1, "The" }, "邊\n\nThe" },
		{ { 1, "river" }, { 2, "我" }, "river.\n\n我" },
		{ { 2, "橋" }, { 3, "b" }, "橋。\n\na = 1;\n b" },
		{ { 2, "" }, { 3, "a" }, "a" },
		{ { 4, "e\xCC\x81" }, { 4, "e\xCC\x81" }, "e\xCC\x81" },
		{ { 4, "[31m" }, { 4, "end" }, "[31m end" },
		{ { 4, " " }, { 4, "[" }, " \xEF\xBF\xBD[" },
		{ { 1, "" }, { 1, "" }, "" },
	};
	Fixture *fixture = *state;

	for (size_t i = 0; i < N_ITEMS(cases); i++) {
		select_words(fixture, cases[i].from, cases[i].to);
		expect_text(fixture, cases[i].text);
	}
}

static void
what_the_filter_hides_is_not_in_the_text(void **state)
{
	Fixture *fixture = *state;

	select_words(fixture, (End){ 1, "river" }, (End){ 4, "end" });
	assert_true(filter_only(&fixture->filter, fixture->maker.doc, 0));
	expect_text(fixture,
		    "river.\n\ne\xCC\x81 \xEF\xBF\xBD[31m end");
}

static void
part_of_a_character_selects_all_of_it(void **state)
{
	Fixture *fixture = *state;
	ExcerptUnit unit;

	select_words(fixture, (End){ 2, "們" }, (End){ 2, "那" });
	unit = fixture->excerpt.moving;
	assert_int_equal(unit.end - unit.start, 3);
	excerpt_start(&fixture->excerpt,
		      (ExcerptUnit){ unit.start + 1, unit.start + 2 });
	expect_text(fixture, "那");
}

static void
nothing_is_selected_behind_a_clear(void **state)
{
	Fixture *fixture = *state;

	assert_false(excerpt_clear(&fixture->excerpt));
	select_words(fixture, (End){ 1, "old" }, (End){ 1, "old" });
	assert_true(excerpt_clear(&fixture->excerpt));
	expect_text(fixture, "");
}

static void
text_that_does_not_fit_is_told(void **state)
{
	Fixture *fixture = *state;
	Buf small;

	buf_init(&small, 8);
	select_words(fixture, (End){ 1, "The" }, (End){ 1, "river" });
	assert_false(excerpt_text(&fixture->excerpt, fixture->maker.doc,
				  &fixture->filter, &small));
	assert_int_equal(small.len, 8);
	buf_done(&small);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(text_goes_from_end_to_end_without_markup),
		TEST(what_the_filter_hides_is_not_in_the_text),
		TEST(part_of_a_character_selects_all_of_it),
		TEST(nothing_is_selected_behind_a_clear),
		TEST(text_that_does_not_fit_is_told),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
