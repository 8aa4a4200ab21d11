/* What is told of the lines that are labels, or might be. */
#include "formats/explain.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/items.h"
#include "formats/explain_words.h"
#include "unit/load_fixture.h"

/* A text, and all that is told of it. */
static const struct {
	const char *text;
	const char *path;
	const char *want;
} CASES[] = {
	{ "", "a.md", "a.md: nobody is marked as a speaker\n" },
	{ "Nothing here.\n", "a.txt", "a.txt: nobody is marked as a speaker\n" },
	/* the second name is a slip of the pen */
	{ "KL: one\n\nND: two\n\nKL: three\n\nND; four\n", "a.txt",
	  "a.txt: established: form Name: text, 3 lines: what may well be "
	  "names covers most of the text\n"
	  "a.txt:1: label: “KL”, form Name: text: it may well be a name, and "
	  "comes again\n"
	  "a.txt:3: label: “ND”, form Name: text: it may well be a name, "
	  "where nearly every paragraph has one\n"
	  "a.txt:5: label: “KL”, form Name: text: it may well be a name, and "
	  "comes again\n"
	  "a.txt:7: label: “ND”, form Name: text: a slip of the pen; the "
	  "speaker is known\n" },
	/* nothing is said behind one; the front matter names the other */
	{ "---\nguest: Bob Ray\n---\n**Ann Lee:**\n\n**Bob Ray:** one\n",
	  "a.md",
	  "a.md: established: form **Name:** text, 2 lines: it names whom the "
	  "front matter names, and covers much of the text\n"
	  "a.md:2: not a label: “guest”: it stands in the front matter\n"
	  "a.md:4: not a label: “Ann Lee”, form **Name:** text: nothing is "
	  "said behind it\n"
	  "a.md:6: label: “Bob Ray”, form **Name:** text: the front matter "
	  "names this speaker\n" },
	/* the file says who speaks one cue, a label the other */
	{ "WEBVTT\n\n00:00.000 --> 00:02.000\n<v Ann>Hello.\n\n"
	  "00:02.000 --> 00:05.000\nBob Ray: Hi.\n", "a.vtt",
	  "a.vtt: the file itself says who speaks: in 1 paragraph or cue\n"
	  "a.vtt: established: form Name: text, 1 line: one good name covers "
	  "nearly all of the text\n"
	  "a.vtt:7: label: “Bob Ray”, form Name: text: its words are "
	  "capitalised, as in a name\n" },
};

static bool
write_to_buf(void *ctx, Slice bytes)
{
	return buf_append(ctx, bytes);
}

/* What is told of a text that comes in pieces cut as `cut` says. */
static void
append_told(const char *text, const char *path, unsigned cut, Buf *out)
{
	Explain *explain = explain_new();
	Loaded loaded;
	Out to;

	load_explained(&loaded, slice_from(text), path, cut, explain);
	out_init(&to, write_to_buf, out);
	explain_write_text(explain, loaded.doc, path, &to);
	out_done(&to);
	buf_append_char(out, '\0');
	loaded_done(&loaded);
	explain_free(explain);
}

static void
lines_are_explained_however_they_come(void **state)
{
	(void)state;
	for (size_t i = 0; i < 2 * N_ITEMS(CASES); i++) {
		Buf out;

		buf_init(&out, SIZE_MAX);
		append_told(CASES[i / 2].text, CASES[i / 2].path,
			    i % 2 == 0 ? CUT_WHOLE : CUT_BYTES, &out);
		assert_string_equal(out.ptr, CASES[i / 2].want);
		buf_done(&out);
	}
}

static void
check_words(const ExplainWords *words)
{
	assert_non_null(words->code);
	assert_non_null(words->sentence);
	assert_true(strlen(words->sentence) > 0);
}

static void
every_reason_has_its_sentence(void **state)
{
	(void)state;
	for (int i = 0; i < LABEL_FORMS; i++)
		check_words(explain_form((LabelForm)i));
	for (int i = 0; i < FORM_WHYS; i++)
		check_words(explain_form_why((FormWhy)i));
	for (int i = 0; i < RULES_WHYS; i++)
		check_words(explain_rules_why((RulesWhy)i));
	for (int i = 0; i < NAME_WHYS; i++)
		check_words(explain_name_why((NameWhy)i));
	for (int i = 0; i < EXPLAIN_MISSES; i++)
		check_words(explain_miss((ExplainMiss)i));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lines_are_explained_however_they_come),
		cmocka_unit_test(every_reason_has_its_sentence),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
