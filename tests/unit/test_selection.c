#include "document/selection.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/items.h"
#include "unit/load_fixture.h"

#define PART(who, n, in_chapter, in_turn, in_para)                         \
	{                                                                  \
		.speakers = (who), .n_speakers = (n),                      \
		.chapter = (in_chapter), .turn = (in_turn),                \
		.para = (in_para),                                         \
	}

static const char TEXT[] =
	"preface\n\n## a\n\nAnn Lee: one\n\n## b\n\ntwo\n\nBob Ray: three\n\n"
	"Ann Lee: four\n\nmore\n";

/* The numbers of the passages that are taken. */
static void
check(const Document *doc, const Selection *sel, const char *want)
{
	Passage passage;
	ParaId from = 0;
	unsigned n = 0;
	Buf out;

	buf_init(&out, SIZE_MAX);
	while (doc_next_passage(doc, from, &passage)) {
		from = passage.end;
		if (selection_takes(sel, doc, &passage))
			buf_appendf(&out, "%u", n);
		n++;
	}
	buf_append_char(&out, '\0');
	assert_string_equal(out.ptr, want);
	buf_done(&out);
}

static void
passages_are_taken_by_turn_chapter_and_speaker(void **state)
{
	static const SpeakerId ann[] = { 0 }, both[] = { 1, 0 };
	const struct {
		Selection sel;
		const char *taken;
	} cases[] = {
		{ SELECTION_ALL, "01234" },
		{ PART(ann, 1, DOC_NONE, DOC_NONE, DOC_NONE), "124" },
		{ PART(both, 2, DOC_NONE, DOC_NONE, DOC_NONE), "1234" },
		{ PART(NULL, 0, 0, DOC_NONE, DOC_NONE), "1" },
		{ PART(NULL, 0, 1, DOC_NONE, DOC_NONE), "234" },
		{ PART(NULL, 0, DOC_NONE, 0, DOC_NONE), "12" },
		{ PART(NULL, 0, 1, 0, DOC_NONE), "2" },
		{ PART(NULL, 0, DOC_NONE, DOC_NONE, 0), "0" },
		{ PART(ann, 1, 1, 1, DOC_NONE), "" },
	};
	Loaded loaded;

	(void)state;
	load_text(&loaded, TEXT, "a.md");
	for (size_t i = 0; i < N_ITEMS(cases); i++) {
		check(loaded.doc, &cases[i].sel, cases[i].taken);
		assert_int_equal(selection_is_part(&cases[i].sel), i > 0);
	}
	loaded_done(&loaded);
}

static void
matches_are_those_of_the_paragraphs(void **state)
{
	static const Match matches[] = {
		{ 1, 0, 1 }, { 1, 2, 1 }, { 4, 0, 2 }, { 7, 1, 1 },
	};
	const Selection sel = {
		.chapter = DOC_NONE,
		.turn = DOC_NONE,
		.matches = matches,
		.n_matches = 4,
	};
	uint32_t n;

	(void)state;
	assert_true(selection_is_part(&sel));
	assert_ptr_equal(selection_matches(&sel, 1, 2, &n), matches);
	assert_int_equal(n, 2);
	assert_ptr_equal(selection_matches(&sel, 2, 8, &n), matches + 2);
	assert_int_equal(n, 2);
	selection_matches(&sel, 2, 4, &n);
	assert_int_equal(n, 0);
	selection_matches(&sel, 8, 9, &n);
	assert_int_equal(n, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
			passages_are_taken_by_turn_chapter_and_speaker),
		cmocka_unit_test(matches_are_those_of_the_paragraphs),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
