#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "reading/outline.h"
#include "support/maker.h"

static void
an_entry_has_title_depth_and_place(void **state)
{
	static const char *const titles[] = {
		"第一章 河", "還是第一章,可是說到一半", "第二章 Bridge",
	};
	static const int depths[] = { 0, 1, 0 };
	Maker maker;
	Buf title;
	int depth;

	(void)state;
	maker_interview(&maker);
	buf_init(&title, 1000);
	assert_int_equal(outline_count(maker.doc), 3);
	for (uint32_t i = 0; i < 3; i++) {
		outline_title(maker.doc, i, &title, &depth);
		buf_append_char(&title, '\0');
		assert_string_equal(title.ptr, titles[i]);
		assert_int_equal(depth, depths[i]);
		assert_int_equal(outline_at(maker.doc,
					    outline_para(maker.doc, i)), i);
	}
	buf_done(&title);
	maker_done(&maker);
}

static void
nothing_holds_what_stands_before_the_first_entry(void **state)
{
	Maker maker;

	(void)state;
	maker_interview(&maker);
	assert_int_equal(outline_at(maker.doc, 0), DOC_NONE);
	assert_int_equal(outline_at(maker.doc, doc_n_paras(maker.doc) - 1), 2);
	maker_done(&maker);
}

static void
a_document_without_chapters_has_no_entry(void **state)
{
	Maker maker;

	(void)state;
	maker_init(&maker);
	maker_para(&maker, "text");
	assert_int_equal(outline_count(maker.doc), 0);
	assert_int_equal(outline_at(maker.doc, 0), DOC_NONE);
	maker_done(&maker);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_entry_has_title_depth_and_place),
		cmocka_unit_test(
			nothing_holds_what_stands_before_the_first_entry),
		cmocka_unit_test(a_document_without_chapters_has_no_entry),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
