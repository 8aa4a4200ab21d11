#include "document/find.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/items.h"
#include "document/build.h"
#include "support/maker.h"

typedef struct FindCase {
	const char *query;
	uint32_t id;		/* DOC_NONE: none */
	bool several;
} FindCase;

static int
open_document(void **state)
{
	static Maker maker;

	maker_init(&maker);
	doc_add_speaker(maker.doc, SLICE("Ann Lee"));
	doc_add_speaker(maker.doc, SLICE("Bob Lee"));
	doc_add_speaker(maker.doc, SLICE("Ann"));
	doc_add_speaker(maker.doc, SLICE("許若庭"));
	doc_add_speaker(maker.doc, SLICE("2024"));
	doc_add_alias(maker.doc, 3, SLICE("小許"));
	doc_add_alias(maker.doc, 1, SLICE("BL"));
	maker_chapter(&maker, 1, "# *One* thing");
	maker_para(&maker, "text");
	maker_chapter(&maker, 1, "# Another thing");
	maker_para(&maker, "text");
	maker_chapter(&maker, 1, "# One");
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
speakers_are_found_by_name_alias_number_or_part(void **state)
{
	static const FindCase cases[] = {
		{ "Ann Lee", 0, false }, { "ann lee", 0, false },
		{ " Ann ", 2, false }, { "ANN", 2, false },
		{ "bl", 1, false }, { "Bo", 1, false }, { "許", 3, false },
		{ "小許", 3, false }, { "1", 0, false }, { "5", 4, false },
		{ "2024", 4, false }, { "Lee", DOC_NONE, true },
		{ "Ann L", 0, false }, { "Cid", DOC_NONE, false },
		{ "0", 4, false }, { "6", DOC_NONE, false },
		{ "", DOC_NONE, false }, { "99999999999999999999999",
		DOC_NONE, false },
	};
	const Maker *maker = *state;

	for (size_t i = 0; i < N_ITEMS(cases); i++) {
		bool several;
		SpeakerId id = find_speaker(maker->doc,
					    slice_from(cases[i].query),
					    &several);

		if (id != cases[i].id || several != cases[i].several)
			fail_msg("%s: %u %d", cases[i].query, id, several);
	}
}

static void
chapters_are_found_by_title_number_or_part(void **state)
{
	static const FindCase cases[] = {
		{ "One thing", 0, false }, { "one", 2, false },
		{ "another", 1, false }, { "thing", DOC_NONE, true },
		{ "3", 2, false }, { "4", DOC_NONE, false },
		{ "#", DOC_NONE, false },
	};
	const Maker *maker = *state;

	maker->doc->markup = MARKUP_MARKDOWN;
	for (size_t i = 0; i < N_ITEMS(cases); i++) {
		bool several;
		ChapterId id = find_chapter(maker->doc,
					    slice_from(cases[i].query),
					    &several);

		if (id != cases[i].id || several != cases[i].several)
			fail_msg("%s: %u %d", cases[i].query, id, several);
	}
}

static void
time_is_that_of_what_begins_last_before_it(void **state)
{
	static const struct {
		uint32_t time_ms;
		ParaId para;
	} cases[] = {
		{ 0, 1 },	/* before the first */
		{ 4999, 1 },
		{ 5000, 1 },
		{ 9999, 1 },
		{ 10000, 4 },	/* the last of two; one without is skipped */
		{ 14999, 4 },
		{ 19999, 7 },	/* 15 s, which runs backwards */
		{ 20000, 6 },
		{ 30000, 6 },
	};
	static const uint32_t times[] = {
		DOC_NONE, 5000, DOC_NONE, 10000, 10000, DOC_NONE, 20000, 15000,
	};
	Maker maker;

	(void)state;
	maker_init(&maker);
	assert_int_equal(find_time(maker.doc, 5000), DOC_NONE);
	for (size_t i = 0; i < N_ITEMS(times); i++) {
		maker_para(&maker, "text");
		if (times[i] != DOC_NONE)
			doc_time_para(maker.doc, times[i]);
	}
	maker_finish(&maker);
	for (size_t i = 0; i < N_ITEMS(cases); i++)
		assert_int_equal(find_time(maker.doc, cases[i].time_ms),
				 cases[i].para);
	assert_int_equal(find_time_of(maker.doc, 0), DOC_NONE);
	assert_int_equal(find_time_of(maker.doc, 2), 5000);
	assert_int_equal(find_time_of(maker.doc, 7), 15000);
	maker_done(&maker);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
			speakers_are_found_by_name_alias_number_or_part),
		cmocka_unit_test(chapters_are_found_by_title_number_or_part),
		cmocka_unit_test(time_is_that_of_what_begins_last_before_it),
	};

	return cmocka_run_group_tests(tests, open_document, close_document);
}
