/* Who speaks in a document: traps that hold no speakers, and small talks. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/items.h"
#include "document/evidence.h"
#include "unit/evidence_articles.h"
#include "unit/evidence_talks.h"
#include "unit/load_fixture.h"

static void
articles_have_no_speakers(void **state)
{
	static const char *const paths[] = { "a.md", "a.txt" };
	int bad = 0;

	(void)state;
	for (size_t i = 0; i < 2 * N_ITEMS(ARTICLES); i++) {
		Loaded loaded;

		load_text(&loaded, ARTICLES[i / 2], paths[i % 2]);
		/* Plain text knows neither fences nor tables. */
		if (i % 2 == 1 && strpbrk(ARTICLES[i / 2], "`|") != NULL) {
			loaded_done(&loaded);
			continue;
		}
		if (doc_n_turns(loaded.doc) > 0) {
			print_message("%s: “%.*s” speaks in\n%s\n",
				      paths[i % 2],
				      SLICE_ARGS(doc_speaker(loaded.doc,
							     0)->name),
				      ARTICLES[i / 2]);
			bad++;
		}
		loaded_done(&loaded);
	}
	assert_int_equal(bad, 0);
}

static void
small_talks_have_their_speakers(void **state)
{
	int bad = 0;

	(void)state;
	for (size_t i = 0; i < N_ITEMS(TALKS); i++) {
		Loaded loaded;
		Buf out;

		load_text(&loaded, TALKS[i].text, "a.md");
		buf_init(&out, SIZE_MAX);
		append_outline(loaded.doc, &out);
		if (!slice_eq(buf_slice(&out), slice_from(TALKS[i].outline))) {
			print_message("of\n%s\nbecame\n%.*s\n", TALKS[i].text,
				      SLICE_ARGS(buf_slice(&out)));
			bad++;
		}
		buf_done(&out);
		loaded_done(&loaded);
	}
	assert_int_equal(bad, 0);
}

static void
questions_behind_a_long_speech_are_turns(void **state)
{
	Loaded loaded;
	Buf text;

	(void)state;
	buf_init(&text, SIZE_MAX);
	for (int i = 0; i < 200; i++)
		buf_append(&text, SLICE(PROSE));
	buf_append(&text, SLICE("Q: one\n\nA: two\n\nQ: three\n\nA: four\n"));
	buf_append_char(&text, '\0');
	load_text(&loaded, buf_slice(&text).ptr, "a.md");
	assert_int_equal(doc_n_turns(loaded.doc), 4);
	loaded_done(&loaded);
	buf_done(&text);
}

/* The build reads by what the survey found as it would by the line itself. */
static void
what_was_proposed_reads_as_the_line_does(void **state)
{
	static const char *const lines[] = {
		"Ann Lee: one", "Bob Ray: two", ">> Ann Lee: three",
		">> four", "Ann Lee 表示 five", "Bob Ray: six", "seven",
		"Ann Lee: eight", "  >> Bob Ray: nine", "**Bob Ray:** ten",
		"Music:", "AL: Ann Lee", "Ann Lee:eleven", "12:00 Bob Ray: x",
		">> Bob Ray: y", ">>> z", "Bob Ray", "",
	};
	SurveyLabel labels[N_ITEMS(lines)];
	bool proposed[N_ITEMS(lines)];

	(void)state;
	for (size_t n = 1; n <= N_ITEMS(lines); n++) {
		Survey *survey = survey_new();
		Rules *rules;

		for (size_t i = 0; i < n; i++)
			proposed[i] = survey_proposed(
				survey, slice_from(lines[i]), (uint32_t)i + 1,
				SURVEY_STARTS, &labels[i]);
		survey->changes = n % 2 ? 40 : 0;
		rules = evidence_decide(survey);
		for (size_t i = 0; i < n; i++) {
			Slice line = slice_from(lines[i]);
			RulesLabel a, b;
			bool is = rules_read(rules, line, RULES_LINE, &a);

			assert_int_equal(is, rules_read_proposed(
				rules, line, proposed[i] ? &labels[i] : NULL,
				&b));
			assert_int_equal(a.why, b.why);
			if (!is)
				continue;
			assert_int_equal(a.text, b.text);
			assert_int_equal(a.n_speakers, b.n_speakers);
			assert_int_equal(a.indirect, b.indirect);
			assert_int_equal(a.pseudo, b.pseudo);
		}
		rules_free(rules);
		survey_free(survey);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(articles_have_no_speakers),
		cmocka_unit_test(small_talks_have_their_speakers),
		cmocka_unit_test(questions_behind_a_long_speech_are_turns),
		cmocka_unit_test(what_was_proposed_reads_as_the_line_does),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
