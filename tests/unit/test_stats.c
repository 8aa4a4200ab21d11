#include "document/stats.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "document/build.h"
#include "support/maker.h"
#include "unit/load_fixture.h"

static void
speech_is_counted_in_visible_characters(void **state)
{
	static const char text[] =
		"A preface.\n\nAnn Lee: **河** [a](http://b/) &amp;\n\n[laughs]\n\n"
		"> 說\n\n## heading\n\nBob Ray: xyz　x\n\n- it [笑]\n";
	Loaded loaded;
	Stats stats;

	(void)state;
	load_text(&loaded, text, "a.md");
	stats_init(&stats);
	assert_int_equal(stats_step(&stats, loaded.doc, deadline_never()),
			 PROGRESS_DONE);
	assert_int_equal(stats_characters(&stats, 0), 4);
	assert_int_equal(stats_characters(&stats, 1), 9);
	assert_int_equal(stats_characters(&stats, 77), 0);
	assert_true(stats_share(&stats, 0) > 0.307 &&
		    stats_share(&stats, 0) < 0.308);
	stats_done(&stats);
	loaded_done(&loaded);
}

static void
a_turn_of_several_counts_for_each(void **state)
{
	Stats stats;
	Maker maker;

	(void)state;
	maker_init(&maker);
	maker_turn(&maker, 0);
	maker_para(&maker, "abcd");
	maker_turn(&maker, 1);
	doc_add_voice(maker.doc, 0);
	maker_para(&maker, "ab");
	maker_finish(&maker);
	stats_init(&stats);
	stats_step(&stats, maker.doc, deadline_never());
	assert_int_equal(stats_characters(&stats, 0), 6);
	assert_int_equal(stats_characters(&stats, 1), 2);
	assert_true(stats_share(&stats, 0) == 0.75);
	stats_done(&stats);
	maker_done(&maker);
}

static void
counting_waits_for_what_is_open_and_goes_on(void **state)
{
	Stats stats;
	Maker maker;

	(void)state;
	maker_init(&maker);
	stats_init(&stats);
	assert_int_equal(stats_step(&stats, maker.doc, deadline_never()),
			 PROGRESS_BLOCKED);
	maker_turn(&maker, 0);
	maker_para(&maker, "abcd");
	maker_para(&maker, "ab");
	stats_step(&stats, maker.doc, deadline_never());
	assert_int_equal(stats_characters(&stats, 0), 4);
	maker_grow(&maker, "cd");
	maker_finish(&maker);
	assert_int_equal(stats_step(&stats, maker.doc, deadline_never()),
			 PROGRESS_DONE);
	assert_int_equal(stats_characters(&stats, 0), 8);
	stats_done(&stats);
	maker_done(&maker);
}

static void
another_document_starts_anew(void **state)
{
	Stats stats;
	Maker one, two;

	(void)state;
	maker_interview(&one);
	maker_init(&two);
	maker_turn(&two, 0);
	maker_para(&two, "x");
	maker_finish(&two);
	stats_init(&stats);
	while (stats_step(&stats, one.doc, deadline_now()) == PROGRESS_MORE)
		;
	assert_true(stats_characters(&stats, 1) > 100);
	stats_step(&stats, two.doc, deadline_never());
	assert_int_equal(stats_characters(&stats, 0), 1);
	assert_int_equal(stats_characters(&stats, 1), 0);
	assert_true(stats_share(&stats, 0) == 1);
	stats_done(&stats);
	maker_done(&one);
	maker_done(&two);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(speech_is_counted_in_visible_characters),
		cmocka_unit_test(a_turn_of_several_counts_for_each),
		cmocka_unit_test(counting_waits_for_what_is_open_and_goes_on),
		cmocka_unit_test(another_document_starts_anew),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
