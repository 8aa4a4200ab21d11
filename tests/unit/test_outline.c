#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>

#include "base/items.h"
#include "reading/outline.h"
#include "reading/question.h"
#include "support/maker.h"

/* The paragraphs before one, whatever records they are in. */
static unsigned
paras_before(const Document *doc, ParaId para)
{
	unsigned n = 0;

	for (ParaId id = 0; id < para; id++)
		n += !(doc_para(doc, id)->flags & PARA_PART);
	return n;
}

/*
 * What the outline lists, an entry a line: the number of its paragraph, from
 * 0, its depth and its title.
 */
static void
append_entries(const Outline *outline, Buf *out)
{
	Buf title;
	int depth;

	buf_init(&title, 10000);
	for (uint32_t i = 0; i < outline_count(outline); i++) {
		outline_title(outline, i, &title, &depth);
		buf_appendf(out, "%u %d %.*s\n",
			    paras_before(outline->doc,
					 outline_para(outline, i)),
			    depth, SLICE_ARGS(buf_slice(&title)));
	}
	buf_done(&title);
}

static void
assert_entries(const Outline *outline, const char *wanted)
{
	Buf entries;

	buf_init(&entries, 100000);
	append_entries(outline, &entries);
	buf_append_char(&entries, '\0');
	assert_string_equal(entries.ptr, wanted);
	buf_done(&entries);
}

static void
look_at(Outline *outline, const Document *doc)
{
	outline_init(outline);
	outline_set_document(outline, doc);
	assert_int_equal(outline_step(outline, deadline_never()),
			 doc->complete ? PROGRESS_DONE : PROGRESS_BLOCKED);
}

static void
two_chapters_are_listed_with_depth_and_place(void **state)
{
	Maker maker;
	Outline outline;

	(void)state;
	maker_interview(&maker);
	look_at(&outline, maker.doc);
	assert_int_equal(outline_kind(&outline), OUTLINE_CHAPTERS);
	assert_entries(&outline, "1 0 第一章 河\n"
				 "17 1 還是第一章,可是說到一半\n"
				 "23 0 第二章 Bridge\n");
	for (uint32_t i = 0; i < 3; i++)
		assert_int_equal(outline_at(&outline,
					    outline_para(&outline, i)), i);
	outline_done(&outline);
	maker_done(&maker);
}

static void
nothing_holds_what_stands_before_the_first_entry(void **state)
{
	Maker maker;
	Outline outline;

	(void)state;
	maker_interview(&maker);
	look_at(&outline, maker.doc);
	assert_int_equal(outline_at(&outline, 0), DOC_NONE);
	assert_int_equal(outline_at(&outline, doc_n_paras(maker.doc) - 1), 2);
	outline_done(&outline);
	maker_done(&maker);
}

static void
empty_document_has_no_entry(void **state)
{
	Maker maker;
	Outline outline;

	(void)state;
	maker_init(&maker);
	maker_finish(&maker);
	look_at(&outline, maker.doc);
	assert_int_equal(outline_count(&outline), 0);
	assert_int_equal(outline_at(&outline, 0), DOC_NONE);
	assert_false(outline_switch(&outline));
	outline_done(&outline);
	maker_done(&maker);
}

static void
question_is_long_enough_and_in_the_last_sentences(void **state)
{
	static const struct {
		const char *turn;
		const char *question;	/* NULL: there is none */
	} cases[] = {
		{ "Why do your clocks run slow?",
		  "Why do your clocks run slow?" },
		{ "Really?", NULL },
		{ "Is that so?", NULL },
		{ "真的嗎？", NULL },
		{ "她為什麼選六點？", "她為什麼選六點？" },
		{ "Bridges are old. How old is this one? I forget.",
		  "How old is this one?" },
		{ "How old is this one? A. B it is. It is. So it goes on.",
		  NULL },
		{ "How far is it from here? Is it?", "How far is it from here?" },
		{ "Is it far from here? 從這裡到河邊要走多久呢？",
		  "從這裡到河邊要走多久呢？" },
		{ "Can you tell us, Mr. Voss, what a bridge is?",
		  "Can you tell us, Mr. Voss, what a bridge is?" },
		{ "See a.example/?q=1 for what I mean here.", NULL },
		{ "It is **not**. **Or will it *ever* be safe?**",
		  "Or will it ever be safe?" },
		{ "他說：「你為什麼不去修那座橋？」", "他說：「你為什麼不去修那座橋？」" },
		{ "It is 3.5 metres wide, is it not?",
		  "It is 3.5 metres wide, is it not?" },
		{ "What does it do at night?! [laughs]",
		  "What does it do at night?!" },
		{ "", NULL },
		{ "...", NULL },
	};

	(void)state;
	for (size_t i = 0; i < N_ITEMS(cases); i++) {
		Maker maker;
		Question question;
		Shown shown;
		Buf text;

		maker_init(&maker);
		shown_init(&shown);
		buf_init(&text, 1000);
		maker.doc->markup = MARKUP_MARKDOWN;
		maker_turn(&maker, 0);
		maker_para(&maker, cases[i].turn);
		maker_turn(&maker, 1);
		maker_para(&maker, "Yes.");
		maker_finish(&maker);
		print_message("%s\n", cases[i].turn);
		if (question_find(maker.doc, 0, &shown, &question)) {
			question_text(maker.doc, &question, &text);
			buf_append_char(&text, '\0');
			assert_non_null(cases[i].question);
			assert_string_equal(text.ptr, cases[i].question);
		} else {
			assert_null(cases[i].question);
		}
		buf_done(&text);
		shown_done(&shown);
		maker_done(&maker);
	}
}

/* A turn of one paragraph. */
static void
say(Maker *maker, SpeakerId speaker, const char *text)
{
	maker_turn(maker, speaker);
	maker_para(maker, text);
}

static void
question_is_one_that_another_answers(void **state)
{
	Maker maker;
	Outline outline;

	(void)state;
	maker_init(&maker);
	say(&maker, 0, "Who made the first of these clocks?");
	say(&maker, 0, "And who made the second one?");
	say(&maker, 1, "My father did.");
	say(&maker, 0, "And who will make the next?");
	maker_finish(&maker);
	look_at(&outline, maker.doc);
	assert_entries(&outline, "1 0 And who made the second one?\n");
	outline_done(&outline);
	maker_done(&maker);
}

static void
where_roles_are_known_the_host_asks(void **state)
{
	Maker maker;
	Outline outline;

	(void)state;
	maker_init(&maker);
	say(&maker, 0, "Who made the first of these clocks?");
	doc_set_role(maker.doc, 0, SPEAKER_HOST);
	say(&maker, 1, "Do you really want to know?");
	say(&maker, 0, "Yes, of course.");
	say(&maker, 2, "May I ask what it cost?");
	say(&maker, 1, "Nothing.");
	maker_finish(&maker);
	look_at(&outline, maker.doc);
	assert_entries(&outline, "0 0 Who made the first of these clocks?\n"
				 "3 0 May I ask what it cost?\n");
	outline_done(&outline);
	maker_done(&maker);
}

static void
question_stands_where_it_is_asked(void **state)
{
	Maker maker;
	Outline outline;

	(void)state;
	maker_init(&maker);
	maker_para(&maker, "preface");
	maker_turn(&maker, 0);
	maker_para(&maker, "Welcome to the workshop by the river.");
	maker_para(&maker, "Why do you live so close to it?");
	maker_kind(&maker, PARA_DIRECTION, "[a tram passes]");
	say(&maker, 1, "It was cheap.");
	maker_finish(&maker);
	look_at(&outline, maker.doc);
	assert_int_equal(outline_kind(&outline), OUTLINE_QUESTIONS);
	assert_entries(&outline, "2 0 Why do you live so close to it?\n");
	assert_int_equal(outline_at(&outline, 1), DOC_NONE);
	assert_int_equal(outline_at(&outline, 4), 0);
	outline_done(&outline);
	maker_done(&maker);
}

/* A turn, spoken at a minute, of each of `n` minutes. */
static void
talk_on(Maker *maker, unsigned n, unsigned every)
{
	for (unsigned i = 0; i < n; i++) {
		char text[100];

		snprintf(text, sizeof(text), "minute %u of a talk", i);
		maker_turn(maker, i % 2);
		maker_para(maker, text);
		if (i % every == 0)
			doc_time_para(maker->doc, i * 60000);
	}
	maker_finish(maker);
}

static void
sections_are_ten_minutes_where_there_are_times(void **state)
{
	Maker maker;
	Outline outline;

	(void)state;
	maker_init(&maker);
	talk_on(&maker, 75, 1);
	look_at(&outline, maker.doc);
	assert_int_equal(outline_kind(&outline), OUTLINE_SECTIONS);
	assert_entries(&outline, "0 0 0:00 minute 0 of a talk\n"
				 "10 0 10:00 minute 10 of a talk\n"
				 "20 0 20:00 minute 20 of a talk\n"
				 "30 0 30:00 minute 30 of a talk\n"
				 "40 0 40:00 minute 40 of a talk\n"
				 "50 0 50:00 minute 50 of a talk\n"
				 "60 0 1:00:00 minute 60 of a talk\n"
				 "70 0 1:10:00 minute 70 of a talk\n");
	assert_int_equal(outline_at(&outline, 19), 1);
	outline_done(&outline);
	maker_done(&maker);
}

static void
sections_wait_for_the_next_time_where_not_all_have_one(void **state)
{
	Maker maker;
	Outline outline;

	(void)state;
	maker_init(&maker);
	talk_on(&maker, 40, 7);
	look_at(&outline, maker.doc);
	assert_entries(&outline, "0 0 0:00 minute 0 of a talk\n"
				 "14 0 14:00 minute 14 of a talk\n"
				 "28 0 28:00 minute 28 of a talk\n");
	outline_done(&outline);
	maker_done(&maker);
}

/* Paragraphs of 500 characters, `per_turn` of them in each turn. */
static void
speak_on(Maker *maker, unsigned n, unsigned per_turn)
{
	char text[501];

	memset(text, 'a', 500);
	text[500] = '\0';
	for (unsigned i = 0; i < n; i++) {
		int len = snprintf(text, sizeof(text), "part %u ", i);

		text[len] = 'a';
		if (per_turn && i % per_turn == 0)
			maker_turn(maker, i / per_turn % 2);
		maker_para(maker, text);
	}
	maker_finish(maker);
}

static void
sections_are_characters_where_there_are_no_times(void **state)
{
	static const struct {
		unsigned per_turn;
		unsigned second, third;
	} cases[] = {
		{ 1, 6, 12 },
		{ 0, 6, 12 },	/* narration */
		{ 4, 8, 16 },	/* at the start of a turn */
		{ 30, 9, 18 },	/* in the middle of one that is very long */
	};

	(void)state;
	for (size_t i = 0; i < N_ITEMS(cases); i++) {
		Maker maker;
		Outline outline;

		maker_init(&maker);
		speak_on(&maker, 20, cases[i].per_turn);
		look_at(&outline, maker.doc);
		assert_int_equal(outline_kind(&outline), OUTLINE_SECTIONS);
		assert_true(outline_count(&outline) >= 3);
		assert_int_equal(outline_para(&outline, 0), 0);
		assert_int_equal(paras_before(maker.doc,
					      outline_para(&outline, 1)),
				 cases[i].second);
		assert_int_equal(paras_before(maker.doc,
					      outline_para(&outline, 2)),
				 cases[i].third);
		outline_done(&outline);
		maker_done(&maker);
	}
}

static void
section_is_named_by_what_is_said_in_it(void **state)
{
	Maker maker;
	Outline outline;

	(void)state;
	maker_init(&maker);
	maker_para(&maker, "A preface by somebody else.");
	maker_turn(&maker, 0);
	maker_kind(&maker, PARA_DIRECTION, "[a tram passes]");
	maker_para(&maker, "Clocks are slow in winter, as all know.");
	doc_time_para(maker.doc, 5000);
	maker_finish(&maker);
	look_at(&outline, maker.doc);
	assert_entries(&outline, "0 0 0:05 Clocks are slow in winter\n");
	outline_done(&outline);
	maker_done(&maker);
}

static void
switching_goes_between_two_lists(void **state)
{
	Maker maker;
	Outline outline;

	(void)state;
	maker_init(&maker);
	say(&maker, 0, "Who made the first of these clocks?");
	say(&maker, 1, "My father did.");
	maker_chapter(&maker, 2, "## one");
	look_at(&outline, maker.doc);
	assert_int_equal(outline_kind(&outline), OUTLINE_QUESTIONS);
	assert_true(outline_switch(&outline));
	assert_int_equal(outline_kind(&outline), OUTLINE_SECTIONS);
	assert_true(outline_switch(&outline));
	maker_chapter(&maker, 2, "## two");
	assert_int_equal(outline_kind(&outline), OUTLINE_CHAPTERS);
	assert_true(outline_switch(&outline));
	assert_int_equal(outline_kind(&outline), OUTLINE_QUESTIONS);
	outline_set_document(&outline, maker.doc);
	assert_int_equal(outline_kind(&outline), OUTLINE_SECTIONS);
	outline_step(&outline, deadline_never());
	assert_int_equal(outline_kind(&outline), OUTLINE_QUESTIONS);
	outline_done(&outline);
	maker_done(&maker);
}

/* The records of a talk, of which `n` are made, with a step after each. */
static void
make_talk(Maker *maker, Outline *stepped)
{
	for (unsigned i = 0; i < 60; i++) {
		static const char *const lines[] = {
			"And what did you do with it?", "I kept it.",
			"All these years, and nobody asked for it?",
			"Nobody. Why would they ask me for it?",
			"Who knows?", "I do not know.",
		};

		maker_turn(maker, i % 2);
		for (unsigned j = 0; j <= i % 3; j++) {
			maker_para(maker, lines[(i + j) % 6]);
			if (i % 2)
				doc_time_para(maker->doc, i * 90000);
			maker_grow(maker, " and more of it");
			if (stepped)
				outline_step(stepped, deadline_now());
		}
	}
	maker_finish(maker);
}

static void
growing_document_is_listed_as_a_whole_one(void **state)
{
	Maker maker, grown;
	Outline whole, stepped;
	Buf wanted;

	(void)state;
	maker_init(&maker);
	maker_init(&grown);
	buf_init(&wanted, 100000);
	make_talk(&maker, NULL);
	look_at(&whole, maker.doc);
	outline_init(&stepped);
	outline_set_document(&stepped, grown.doc);
	make_talk(&grown, &stepped);
	while (outline_step(&stepped, deadline_now()) == PROGRESS_MORE)
		;
	for (int list = 0; list < 2; list++) {
		assert_true(outline_count(&whole) > 5);
		buf_clear(&wanted);
		append_entries(&whole, &wanted);
		buf_append_char(&wanted, '\0');
		assert_entries(&stepped, wanted.ptr);
		assert_true(outline_switch(&whole));
		assert_true(outline_switch(&stepped));
	}
	buf_done(&wanted);
	outline_done(&stepped);
	outline_done(&whole);
	maker_done(&grown);
	maker_done(&maker);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(two_chapters_are_listed_with_depth_and_place),
		cmocka_unit_test(
			nothing_holds_what_stands_before_the_first_entry),
		cmocka_unit_test(empty_document_has_no_entry),
		cmocka_unit_test(
			question_is_long_enough_and_in_the_last_sentences),
		cmocka_unit_test(question_is_one_that_another_answers),
		cmocka_unit_test(where_roles_are_known_the_host_asks),
		cmocka_unit_test(question_stands_where_it_is_asked),
		cmocka_unit_test(
			sections_are_ten_minutes_where_there_are_times),
		cmocka_unit_test(
			sections_wait_for_the_next_time_where_not_all_have_one),
		cmocka_unit_test(
			sections_are_characters_where_there_are_no_times),
		cmocka_unit_test(section_is_named_by_what_is_said_in_it),
		cmocka_unit_test(switching_goes_between_two_lists),
		cmocka_unit_test(growing_document_is_listed_as_a_whole_one),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
