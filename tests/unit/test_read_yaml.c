/* Unit tests of formats/read_yaml. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/items.h"
#include "unit/roundtrip.h"

/* As somebody would write it by hand. */
static const char by_hand[] =
	"# a talk\n"
	"title: Small talk\n"
	"date: 2025-03-03\n"
	"metadata:\n"
	"  layout: post\n"
	"  nested: {x: 1, y: [a, b]}\n"
	"speakers:\n"
	"- name: Ann Lee\n"
	"  role: host\n"
	"- name: Bob Ray\n"
	"  aliases: [BR]\n"
	"chapters:\n"
	"- title: One\n"
	"  level: 2\n"
	"- title: Two\n"
	"passages:\n"
	"- paragraphs:\n"
	"  - Before *all*.\n"
	"- speaker: Ann Lee\n"
	"  chapter: 1\n"
	"  start: 1:02.5\n"
	"  paragraphs:\n"
	"  - Hello\n"
	"    there.\n"
	"  - kind: item\n"
	"    text: One.\n"
	"- speaker: 2\n"
	"  paragraphs:\n"
	"  - text: |-\n"
	"      Two lines\n"
	"      are one.\n"
	"- speaker: 2\n"
	"  chapter: 2\n"
	"  paragraphs: ['null', ~, 7]\n"
	"- speakers: [Ann Lee, Bob Ray]\n"
	"  paragraphs: [All.]\n";

static void
a_file_written_by_hand_may_leave_much_out(void **state)
{
	Loaded loaded;

	(void)state;
	check_outline(by_hand, "x.yaml",
		      "-: Before *all*.\n## One\n"
		      "Ann Lee: Hello there./*One.\n"
		      "Bob Ray: Two lines are one.\n# Two\n"
		      "Bob Ray: null//7\nAnn Lee + Bob Ray: All.\n");
	load_text(&loaded, by_hand, "x.yaml");
	assert_int_equal(doc_n_turns(loaded.doc), 4);
	assert_int_equal(doc_turn_time(loaded.doc, 0), 62500);
	assert_true(doc_turn_has(loaded.doc, 3, 1));
	assert_int_equal(doc_chapter(loaded.doc, 0)->level, 2);
	assert_true(slice_eq(loaded.doc->meta.date, SLICE("2025-03-03")));
	check_roundtrip(&loaded, "the file");
	loaded_done(&loaded);
}

static const struct {
	const char *text, *path, *format;
} formats[] = {
	{ by_hand, "-", "yaml" },
	{ by_hand, "x.md", "yaml" },
	{ "---\npassages:\n- speaker: A\n", "-", "yaml" },
	{ "title: x\nsource:\n  path: y\nspeakers:\n- na", "-", "yaml" },
	{ "a: 1\n", "x.yml", "yaml" },
	{ "a: 1\npassages: []\n", "-", "plain" },
	{ "title: x\ndate: y\n", "-", "plain" },
	{ "---\ntitle: x\nspeakers: [A]\nsource: y\n---\n\n**A**: Hi.\n",
	  "-", "markdown" },
};

static void
the_form_is_told_by_the_keys(void **state)
{
	(void)state;
	for (size_t i = 0; i < N_ITEMS(formats); i++) {
		Loaded loaded;

		load(&loaded, slice_from(formats[i].text), formats[i].path,
		     LOADER_WHOLE, CUT_WHOLE);
		assert_string_equal(loader_format(loaded.loader),
				    formats[i].format);
		loaded_done(&loaded);
	}
}

static const struct {
	const char *text;
	uint32_t line;
	const char *part;
} errors[] = {
	{ "a: 1\n", 0, "no transcript" },
	{ "passages: 1\n", 0, "no transcript" },
	{ "passages:\n- speaker: 1\n", 2, "“1” is no number" },
	{ "passages:\n- speaker: Ann\n  x: [\n", 4, "no valid YAML" },
	{ "title: &a [*a]\npassages: []\n", 1, "stands in what it names" },
};

static void
what_cannot_be_read_is_refused_with_its_line(void **state)
{
	(void)state;
	for (size_t i = 0; i < N_ITEMS(errors); i++) {
		Loaded loaded;
		const Err *err;

		load(&loaded, slice_from(errors[i].text), "x.yaml",
		     LOADER_WHOLE, CUT_WHOLE);
		err = loader_err(loaded.loader);
		assert_false(loaded.doc->complete);
		if (strstr(err->text, errors[i].part) == NULL ||
		    err->line != errors[i].line)
			fail_msg("line %u: %s", err->line, err->text);
		loaded_done(&loaded);
	}
}

static void
an_alias_bomb_is_refused(void **state)
{
	Loaded loaded;
	Buf bomb;

	(void)state;
	buf_init(&bomb, SIZE_MAX);
	buf_append(&bomb, SLICE("title: x\nmetadata:\n  a0: &a0 [x, x]\n"));
	for (int i = 1; i < 40; i++)
		buf_appendf(&bomb, "  a%d: &a%d [*a%d, *a%d]\n", i, i, i - 1,
			    i - 1);
	buf_append(&bomb, SLICE("passages: [*a39]\n"));
	load(&loaded, buf_slice(&bomb), "x.yaml", LOADER_WHOLE, CUT_WHOLE);
	assert_non_null(strstr(loader_err(loaded.loader)->text,
			       "more than 1000000"));
	loaded_done(&loaded);
	buf_done(&bomb);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_file_written_by_hand_may_leave_much_out),
		cmocka_unit_test(the_form_is_told_by_the_keys),
		cmocka_unit_test(what_cannot_be_read_is_refused_with_its_line),
		cmocka_unit_test(an_alias_bomb_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
