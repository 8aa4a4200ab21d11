/* Unit tests of formats/details. */
#include "formats/details.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/items.h"
#include "base/vec.h"

/*
 * Lines, and what they become: `<` a block begins, `!` it says that it is a
 * translation, `(summary)`, the text beside the tags, `>` it ends.
 */
static const struct {
	const char *text, *want;
} cases[] = {
	{ "a\n", "a\n" },
	{ "<details>\na\n</details>\n", "<\na\n>\n" },
	{ "<details>\n<summary>Notes</summary>\n\na\n\n</details>\n",
	  "<\n(Notes)\n\na\n\n>\n" },
	{ "<details><summary>翻譯</summary>a</details>\n", "<!(翻譯)a>\n" },
	{ "  <DETAILS open>  <Summary>x</SUMMARY> a b </Details> \n",
	  "<(x)a b>\n" },
	{ "<details>\n<summary>\n<b>English</b>\n</summary>\na</details>\n",
	  "<\n\n!(<b>English</b>)\n\na>\n" },
	{ "<details class=\"translation\">\na\n</details>\n", "<!\na\n>\n" },
	{ "<details>\n<details>\na\n</details>\nb\n</details>\nc\n",
	  "<\n\na\n\nb\n>\nc\n" },
	{ "<details\n", "<details\n" },
	{ "<detailsx>\n</details>\n</summary>\n",
	  "<detailsx>\n</details>\n</summary>\n" },
	{ "<summary>a</summary>\n", "<summary>a</summary>\n" },
	{ "a <details>\n", "a <details>\n" },
	{ "<details><summary>a", "<(a)" },
	{ "<details ", "<" },
};

static void
append_line(Details *details, Slice line, Buf *out)
{
	DetailsLine tags;

	if (!details_read(details, line, &tags)) {
		buf_append(out, line);
		return;
	}
	buf_append(out, slice_from(tags.opens ? "<" : ""));
	buf_append(out, slice_from(tags.stated ? "!" : ""));
	if (tags.summary_end > tags.summary)
		buf_appendf(out, "(%.*s)",
			    SLICE_ARGS(slice_sub(line, tags.summary,
						 tags.summary_end -
							 tags.summary)));
	buf_append(out, slice_sub(line, tags.start, tags.end - tags.start));
	buf_append(out, slice_from(tags.closes ? ">" : ""));
}

static void
tags_are_taken_off_the_ends_of_lines(void **state)
{
	(void)state;
	for (size_t i = 0; i < N_ITEMS(cases); i++) {
		Details details = { .depth = 0 };
		Slice rest = slice_from(cases[i].text);
		Buf out;

		buf_init(&out, SIZE_MAX);
		while (rest.len > 0) {
			size_t len = rest.len;
			Slice line = slice_next_line(&rest);

			append_line(&details, line, &out);
			if (line.len + rest.len < len)
				buf_append_char(&out, '\n');
		}
		buf_append_char(&out, '\0');
		assert_string_equal(out.ptr, cases[i].want);
		buf_done(&out);
	}
}

static const char *const translations[] = {
	"翻譯", "翻译：", "中文翻譯", "Translation", "English", "English (translation)",
	"<b>English translation</b>", "**譯文**", "Перевод",
};

static const char *const others[] = {
	"", "Notes", "Sources in English", "翻譯說明", "Translation notes",
	"Show more", "English speakers",
};

static bool
is_stated(const char *summary)
{
	Details details = { .depth = 0 };
	DetailsLine tags;
	Buf line;

	buf_init(&line, SIZE_MAX);
	buf_appendf(&line, "<details><summary>%s</summary>", summary);
	assert_true(details_read(&details, buf_slice(&line), &tags));
	buf_done(&line);
	return tags.stated;
}

static void
a_summary_may_say_that_it_is_a_translation(void **state)
{
	(void)state;
	for (size_t i = 0; i < N_ITEMS(translations); i++)
		if (!is_stated(translations[i]))
			fail_msg("“%s” says it", translations[i]);
	for (size_t i = 0; i < N_ITEMS(others); i++)
		if (is_stated(others[i]))
			fail_msg("“%s” does not say it", others[i]);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(tags_are_taken_off_the_ends_of_lines),
		cmocka_unit_test(a_summary_may_say_that_it_is_a_translation),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
