/* Records: their order, their chains, and what is asked of them. */
#include "document/document.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/items.h"
#include "support/maker.h"

#define WORD_32 "abcdefghijklmnopqrstuvwxyz123456"
#define CODE WORD_32 " = " WORD_32 ";"

/*
 * Paragraphs: 0 narration; 1 heading; 2, 3 turn 0; 4 heading; 5 turn 0; 6 turn
 * 1; 7 turn 2; 8 heading; 9 narration.
 */
static int
open_document(void **state)
{
	static Maker maker;

	maker_init(&maker);
	maker_para(&maker, "preface");
	maker_chapter(&maker, 1, "# one");
	maker_turn(&maker, 0);
	maker_para(&maker, "a");
	maker_para(&maker, "b");
	maker_chapter(&maker, 1, "# two");
	maker_para(&maker, "c");
	maker_turn(&maker, 1);
	doc_add_voice(maker.doc, 0);
	doc_add_voice(maker.doc, 0);
	maker_para(&maker, "d");
	maker_turn(&maker, 0);
	maker_para(&maker, "e");
	maker_chapter(&maker, 1, "# three");
	maker_narrate(&maker);
	maker_para(&maker, "credits");
	maker_finish(&maker);
	*state = &maker;
	return 0;
}

static int
close_document(void **state)
{
	maker_done(*state);
	return 0;
}

static void
chapters_and_turns_of_paragraphs_are_found(void **state)
{
	static const ChapterId chapters[] = { DOC_NONE, 0, 0, 0, 1, 1, 1, 1,
					      2, 2 };
	static const TurnId from[] = { 0, 0, 0, 1, 1, 1, 1, 2, 3, 3 };
	const Document *doc = ((Maker *)*state)->doc;

	assert_int_equal(doc_n_paras(doc), 10);
	for (ParaId id = 0; id < 10; id++) {
		assert_int_equal(doc_para_chapter(doc, id), chapters[id]);
		assert_int_equal(doc_turn_from(doc, id), from[id]);
		assert_int_equal(doc_chapter_at(doc, id),
				 id == 1 || id == 4 || id == 8 ? chapters[id]
							       : DOC_NONE);
	}
	assert_int_equal(doc_turn_end(doc, 0), 6);
	assert_int_equal(doc_turn_end(doc, 2), 8);
	assert_int_equal(doc_chapter_end(doc, 0), 4);
	assert_int_equal(doc_chapter_end(doc, 2), 10);
}

static void
chapters_count_the_turns_that_begin_in_them(void **state)
{
	static const uint32_t turns[] = { 1, 2, 0 };
	static const TurnId first[] = { 0, 0, DOC_NONE };
	const Document *doc = ((Maker *)*state)->doc;

	for (ChapterId id = 0; id < 3; id++) {
		assert_int_equal(doc_chapter_turns(doc, id), turns[id]);
		assert_int_equal(doc_chapter_first_turn(doc, id), first[id]);
	}
}

static void
turns_of_several_list_them_once(void **state)
{
	const Document *doc = ((Maker *)*state)->doc;
	SpeakerId ids[2];

	assert_int_equal(doc_turn_speakers(doc, 1, ids, 2), 2);
	assert_int_equal(ids[0], 1);
	assert_int_equal(ids[1], 0);
	assert_int_equal(doc_turn_speakers(doc, 0, ids, 2), 1);
	assert_int_equal(doc_turn_speakers(doc, 1, ids, 0), 2);
	assert_true(doc_turn_has(doc, 1, 0));
	assert_true(doc_turn_has(doc, 1, 1));
	assert_false(doc_turn_has(doc, 0, 1));
	assert_int_equal(doc_speaker(doc, 0)->turns, 3);
	assert_int_equal(doc_speaker(doc, 1)->turns, 1);
}

static void
passages_end_where_turns_end_and_chapters_begin(void **state)
{
	static const Passage want[] = {
		{ 0, 1, DOC_NONE, DOC_NONE }, { 2, 4, 0, 0 }, { 5, 6, 0, 1 },
		{ 6, 7, 1, 1 }, { 7, 8, 2, 1 }, { 9, 10, DOC_NONE, 2 },
	};
	const Document *doc = ((Maker *)*state)->doc;
	Passage passage;
	ParaId from = 0;

	for (size_t i = 0; i < 6; i++) {
		assert_true(doc_next_passage(doc, from, &passage));
		assert_memory_equal(&passage, &want[i], sizeof(passage));
		from = passage.end;
	}
	assert_false(doc_next_passage(doc, from, &passage));
}

static void
anchors_and_text_offsets_lead_to_each_other(void **state)
{
	const Document *doc = ((Maker *)*state)->doc;

	for (ParaId id = 0; id < doc_n_paras(doc); id++) {
		const Para *para = doc_para(doc, id);

		for (uint32_t byte = 0; byte < para->len; byte++) {
			Anchor anchor = { id, byte, ANCHOR_TEXT };
			TextOff off = doc_anchor_off(doc, anchor);

			assert_int_equal(off, para_off(para) + byte);
			anchor = doc_anchor_at(doc, off);
			assert_int_equal(anchor.para, id);
			assert_int_equal(anchor.byte, byte);
		}
	}
	/* Between paragraphs the next, behind the last its end. */
	assert_int_equal(doc_anchor_at(doc, 0).para, 0);
	assert_int_equal(doc_anchor_at(doc, para_off(doc_para(doc, 3)) - 1)
				 .para, 3);
	assert_int_equal(doc_anchor_at(doc, 99999).para, 9);
	assert_int_equal(doc_anchor_off(doc, (Anchor){ 99, 0, ANCHOR_TEXT }),
			 text_len(doc->text));
}

/* A paragraph of several records, between two of one. */
static void
a_chain_of_records_is_one_paragraph(void **state)
{
	size_t len = 2 * PARA_MAX + 5;
	char *text = malloc(len + 1);
	Anchor anchor;
	Maker maker;

	(void)state;
	for (size_t i = 0; i < len; i++)
		text[i] = "\xE6\xB2\xB3"[i % 3];
	text[len - len % 3] = '\0';
	maker_init(&maker);
	maker_para(&maker, "first");
	maker_kind(&maker, PARA_ITEM, text);
	doc_mark_para(maker.doc, 2, PARA_ORDERED);
	maker_para(&maker, "last");
	maker_finish(&maker);
	assert_int_equal(doc_n_paras(maker.doc), 5);
	assert_int_equal(doc_para_head(maker.doc, 3), 1);
	assert_int_equal(doc_para_next(maker.doc, 1), 4);
	assert_int_equal(doc_para_next(maker.doc, 4), DOC_NONE);
	assert_int_equal(doc_para_prev(maker.doc, 4), 1);
	assert_int_equal(doc_para_prev(maker.doc, 3), 0);
	assert_int_equal(doc_para_prev(maker.doc, 0), DOC_NONE);
	for (ParaId id = 1; id < 4; id++) {
		const Para *para = doc_para(maker.doc, id);

		assert_true(para->len <= PARA_MAX);
		assert_int_equal(para->len % 3, 0);
		assert_int_equal(para->kind, PARA_ITEM);
	}
	anchor = (Anchor){ 1, PARA_MAX + 9, ANCHOR_TEXT };
	assert_int_equal(doc_anchor_at(maker.doc,
				       doc_anchor_off(maker.doc, anchor)).byte,
			 anchor.byte);
	maker_done(&maker);
	free(text);
}

static void
names_and_aliases_are_copied_and_kept_once(void **state)
{
	char name[] = "Ann";
	const Speaker *ann;
	Maker maker;

	(void)state;
	maker_init(&maker);
	doc_add_speaker(maker.doc, slice_from(name));
	doc_add_alias(maker.doc, 0, SLICE("Ann"));
	doc_add_alias(maker.doc, 0, SLICE("A"));
	doc_add_alias(maker.doc, 0, SLICE(""));
	doc_add_alias(maker.doc, 0, SLICE("Annie"));
	doc_add_alias(maker.doc, 0, SLICE("A"));
	memset(name, 'x', 3);
	ann = doc_speaker(maker.doc, 0);
	assert_true(slice_eq(ann->name, SLICE("Ann")));
	assert_true(slice_eq(ann->aliases->name, SLICE("A")));
	assert_true(slice_eq(ann->aliases->next->name, SLICE("Annie")));
	assert_null(ann->aliases->next->next);
	maker_done(&maker);
}

/* The next paragraph, of code so long that it may be a chain. */
static ParaId
add_code(Maker *maker, Slice language)
{
	ParaId id = doc_n_paras(maker->doc);

	doc_set_language(maker->doc, language);
	maker_kind(maker, PARA_CODE, CODE);
	return id;
}

static void
code_has_the_language_that_was_set_last(void **state)
{
	char name[] = "python";
	ParaId python, plain, c;
	Maker maker;

	(void)state;
	maker_init(&maker);
	maker_para(&maker, "a");
	doc_set_language(maker.doc, SLICE("lua"));
	python = add_code(&maker, slice_from(name));
	memset(name, 'x', 6);
	doc_set_language(maker.doc, SLICE("lua"));
	plain = add_code(&maker, SLICE(""));
	c = add_code(&maker, SLICE("c"));
	maker_para(&maker, "b");
	assert_true(slice_eq(doc_para_language(maker.doc, python),
			     SLICE("python")));
	assert_true(slice_eq(doc_para_language(maker.doc, c), SLICE("c")));
	assert_int_equal(doc_para_language(maker.doc, 0).len, 0);
	assert_int_equal(doc_para_language(maker.doc, plain).len, 0);
	assert_int_equal(doc_para_language(maker.doc,
					   doc_n_paras(maker.doc) - 1).len, 0);
	maker_done(&maker);
}

static void
what_breaks_a_fence_is_no_language(void **state)
{
	static const struct {
		Slice word;
		bool kept;
	} cases[] = {
		{ SLICE("c++\"&'>~"), true },
		{ SLICE("文言"), true },
		{ SLICE(WORD_32 WORD_32), true },
		{ SLICE(WORD_32 WORD_32 "x"), false },
		{ SLICE("a b"), false },
		{ SLICE("a`"), false },
		{ SLICE("a</details>"), false },
		{ SLICE("a\nb"), false },
		{ SLICE("a\0b"), false },
		{ SLICE("\033[31m"), false },
		{ SLICE("a\xC2\x9B"), false },	/* U+009B */
		{ SLICE("\xE3\x80\x80""a"), false },	/* U+3000 */
		{ SLICE("a\xE2\x80\xA8"), false },	/* U+2028 */
		{ SLICE("\xE2\x80\xAE""a"), false },	/* U+202E */
		{ SLICE("\xEF\xBB\xBF""a"), false },	/* U+FEFF */
	};
	Maker maker;

	(void)state;
	maker_init(&maker);
	for (size_t i = 0; i < N_ITEMS(cases); i++) {
		ParaId id = add_code(&maker, cases[i].word);
		Slice got = doc_para_language(maker.doc, id);

		assert_true(slice_eq(got, cases[i].kept ? cases[i].word
							: SLICE("")));
	}
	maker_done(&maker);
}

static void
an_empty_document_answers_all_questions(void **state)
{
	Passage passage;
	Maker maker;

	(void)state;
	maker_init(&maker);
	assert_false(doc_next_passage(maker.doc, 0, &passage));
	assert_int_equal(doc_turn_from(maker.doc, 0), 0);
	assert_int_equal(doc_anchor_at(maker.doc, 5).para, 0);
	assert_null(doc_open_para(maker.doc));
	maker_done(&maker);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(chapters_and_turns_of_paragraphs_are_found),
		cmocka_unit_test(chapters_count_the_turns_that_begin_in_them),
		cmocka_unit_test(turns_of_several_list_them_once),
		cmocka_unit_test(
			passages_end_where_turns_end_and_chapters_begin),
		cmocka_unit_test(anchors_and_text_offsets_lead_to_each_other),
		cmocka_unit_test(a_chain_of_records_is_one_paragraph),
		cmocka_unit_test(names_and_aliases_are_copied_and_kept_once),
		cmocka_unit_test(code_has_the_language_that_was_set_last),
		cmocka_unit_test(what_breaks_a_fence_is_no_language),
		cmocka_unit_test(an_empty_document_answers_all_questions),
	};

	return cmocka_run_group_tests(tests, open_document, close_document);
}
