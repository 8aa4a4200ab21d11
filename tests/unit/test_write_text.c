#include "formats/write_text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/items.h"
#include "text/uni.h"
#include "unit/load_fixture.h"

static const char TEXT[] =
	"---\ntitle: The Title\ndate: 2025-03-03\ntags: [x]\n---\n"
	"A preface.\n\n## One *two*\n\n**Ann Lee**: first words of many\n\n"
	"second\n\n- item\n  more\n\n> quote\n\n## Next\n\nthird\n\n"
	"**Bob Ray**: [laughs]\n\n```\ncode\n\tindented\n```\n";

static bool
write_to_buf(void *ctx, Slice bytes)
{
	return buf_append(ctx, bytes);
}

static void
check(const Document *doc, const Selection *sel, TextStyle style,
      const char *want)
{
	Buf out;
	Out to;

	buf_init(&out, SIZE_MAX);
	out_init(&to, write_to_buf, &out);
	write_text(&to, doc, sel, &style);
	out_done(&to);
	buf_append_char(&out, '\0');
	assert_string_equal(out.ptr, want);
	buf_done(&out);
}

static void
a_document_is_printed_name_above_text(void **state)
{
	const Selection sel = SELECTION_ALL;
	Loaded loaded;

	(void)state;
	load_text(&loaded, TEXT, "a.md");
	check(loaded.doc, &sel, (TextStyle){ 0, false },
	      "The Title\n2025-03-03\n\n  A preface.\n\nOne two\n\nAnn Lee\n"
	      "  first words of many\n\n  second\n\n  - item more\n\n"
	      "    quote\n\nNext\n\n  third\n\nBob Ray\n  [laughs]\n\n"
	      "    code\n     indented\n");
	check(loaded.doc, &sel, (TextStyle){ 14, false },
	      "The Title\n2025-03-03\n\n  A preface.\n\nOne two\n\nAnn Lee\n"
	      "  first words\n  of many\n\n  second\n\n  - item more\n\n"
	      "    quote\n\nNext\n\n  third\n\nBob Ray\n  [laughs]\n\n"
	      "    code\n     indented\n");
	loaded_done(&loaded);
}

static void
only_what_is_selected_is_printed(void **state)
{
	static const SpeakerId bob[] = { 1 };
	const struct {
		Selection sel;
		const char *text;
	} cases[] = {
		{ { .speakers = bob, .n_speakers = 1, .chapter = DOC_NONE,
		    .turn = DOC_NONE, .para = DOC_NONE },
		  "Bob Ray\n  [laughs]\n\n    code\n     indented\n" },
		{ { .chapter = 1, .turn = DOC_NONE, .para = DOC_NONE },
		  "Next\n\nAnn Lee\n  third\n\nBob Ray\n  [laughs]\n\n    code\n"
		  "     indented\n" },
		{ { .chapter = DOC_NONE, .turn = 0, .para = DOC_NONE },
		  "Ann Lee\n  first words of many\n\n  second\n\n  - item more\n\n"
		  "    quote\n\n  third\n" },
	};
	Loaded loaded;

	(void)state;
	load_text(&loaded, TEXT, "a.md");
	for (size_t i = 0; i < N_ITEMS(cases); i++)
		check(loaded.doc, &cases[i].sel, (TextStyle){ 80, false },
		      cases[i].text);
	loaded_done(&loaded);
}

static void
colour_marks_names_and_matches(void **state)
{
	static const Match matches[] = { { 0, 0, 2 }, { 0, 4, 3 } };
	const Selection sel = {
		.chapter = DOC_NONE,
		.turn = DOC_NONE,
		.matches = matches,
		.n_matches = 2,
	};
	Loaded loaded;

	(void)state;
	load_text(&loaded, "Ann Lee: one two three\n\nBob Ray: x", "a.md");
	check(loaded.doc, &sel, (TextStyle){ 8, true },
	      "\033[1mAnn Lee\033[0m\n\033[1;31mon\033[0me "
	      "\033[1;31mtwo\033[0m\nthree\n");
	check(loaded.doc, &sel, (TextStyle){ 8, false },
	      "Ann Lee\none two\nthree\n");
	loaded_done(&loaded);
}

static void
a_match_is_a_line_with_its_place(void **state)
{
	static const Match matches[] = { { 0, 0, 1 }, { 1, 0, 1 }, { 1, 2, 1 },
					 { 2, 0, 1 } };
	const Selection sel = {
		.chapter = DOC_NONE,
		.turn = DOC_NONE,
		.matches = matches,
		.n_matches = 4,
	};
	TextStyle style = { 0, false };
	Loaded loaded;
	Buf out;
	Out to;

	(void)state;
	load_text(&loaded, "# t\n\nz\n\nAnn Lee: a\nb\n\n```\nc\n\td\n```\n\n"
			   "Bob Ray: x", "a.md");
	buf_init(&out, SIZE_MAX);
	out_init(&to, write_to_buf, &out);
	write_text_matches(&to, "p.md", loaded.doc, &sel, &style);
	out_done(&to);
	buf_append_char(&out, '\0');
	assert_string_equal(out.ptr, "p.md:-:-: z\np.md:1:Ann Lee: a b\n"
				     "p.md:1:Ann Lee: c  d\n");
	buf_done(&out);
	loaded_done(&loaded);
}

/* At every width, with deep items, wide names and long words. */
static void
no_row_is_wider_than_the_width(void **state)
{
	static const char text[] =
		"---\ntitle: A title that is long enough\n---\n\n"
		"## 一個很長的標題，要折成幾行\n\n**許若庭（Hsu Jo-ting）**: 一二三四五六七八九十"
		"一二三四五六七八九十\n\n- a\n  - b\n      - c\n"
		"                              - deep item of words\n\n"
		"> quoteofonelongwordthatdoesnotfit\n\n**Bob Ray**: "
		"👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦 e\xCC\x81\n"
		"```\n\tcode that goes on and on and on\n```\n";
	Loaded loaded;
	Buf out;

	(void)state;
	load_text(&loaded, text, "a.md");
	buf_init(&out, SIZE_MAX);
	for (uint32_t width = 2; width < 60; width++) {
		Slice rest;

		buf_clear(&out);
		append_printed(loaded.doc, width, &out);
		for (rest = buf_slice(&out); rest.len > 0;) {
			size_t end = slice_find(rest, SLICE("\n"));
			Slice row = slice_sub(rest, 0, end);

			if (uni_text_width(row) > width)
				fail_msg("%u: “%.*s”", width, SLICE_ARGS(row));
			rest = slice_sub(rest, end + 1, SIZE_MAX);
		}
	}
	buf_done(&out);
	loaded_done(&loaded);
}

static void
controls_reach_no_terminal(void **state)
{
	const Selection sel = SELECTION_ALL;
	Loaded loaded;

	(void)state;
	load_text(&loaded, "---\ntitle: \"a\\e[31m\"\n---\nx\033[2Jy\x7Fz\xC2\x9B",
		  "a.md");
	check(loaded.doc, &sel, (TextStyle){ 80, false },
	      "a\xEF\xBF\xBD[31m\n\n  x\xEF\xBF\xBD[2Jy\xEF\xBF\xBDz\xEF\xBF\xBD\n");
	loaded_done(&loaded);
}

static void
lists_are_one_line_each(void **state)
{
	Loaded loaded;
	Stats stats;
	Buf out;
	Out to;

	(void)state;
	load_text(&loaded, TEXT, "a.md");
	stats_init(&stats);
	stats_step(&stats, loaded.doc, deadline_never());
	buf_init(&out, SIZE_MAX);
	out_init(&to, write_to_buf, &out);
	write_text_chapters(&to, loaded.doc, NULL);
	write_text_speakers(&to, loaded.doc, &stats);
	out_done(&to);
	buf_append_char(&out, '\0');
	assert_string_equal(out.ptr,
			    "1\t2\t1\t1\tOne two\n2\t2\t1\t1\tNext\n"
			    "1\tAnn Lee\tunknown\t1\t40\t0.7692\n"
			    "2\tBob Ray\tunknown\t1\t12\t0.2308\n");
	buf_done(&out);
	stats_done(&stats);
	loaded_done(&loaded);
}

static bool
refuse(void *ctx, Slice bytes)
{
	(void)bytes;
	++*(int *)ctx;
	return false;
}

static void
writing_stops_where_nothing_can_be_written(void **state)
{
	const Selection sel = SELECTION_ALL;
	const TextStyle style = { 80, false };
	Loaded loaded;
	int calls = 0;
	Buf text;
	Out to;

	(void)state;
	buf_init(&text, SIZE_MAX);
	for (int i = 0; i < 20000; i++)
		buf_append(&text, SLICE("Ann Lee: words\n\n"));
	buf_append_char(&text, '\0');
	load_text(&loaded, text.ptr, "a.md");
	out_init(&to, refuse, &calls);
	write_text(&to, loaded.doc, &sel, &style);
	assert_true(to.failed);
	out_done(&to);
	assert_int_equal(calls, 1);
	loaded_done(&loaded);
	buf_done(&text);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_document_is_printed_name_above_text),
		cmocka_unit_test(only_what_is_selected_is_printed),
		cmocka_unit_test(colour_marks_names_and_matches),
		cmocka_unit_test(a_match_is_a_line_with_its_place),
		cmocka_unit_test(no_row_is_wider_than_the_width),
		cmocka_unit_test(controls_reach_no_terminal),
		cmocka_unit_test(lists_are_one_line_each),
		cmocka_unit_test(writing_stops_where_nothing_can_be_written),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
