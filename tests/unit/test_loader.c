/* What becomes of a file: blocks, limits, emptiness, and how a loader steps. */
#include "formats/loader.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/items.h"
#include "document/shown.h"
#include "formats/format.h"
#include "unit/load_fixture.h"

/* A talk before and behind what is tested. */
#define TALK "Ann Lee: one\n\nBob Ray: two\n\n"
#define SAID "Ann Lee: one\nBob Ray: two"

typedef struct Case {
	const char *text, *outline;
} Case;

static const Case MARKDOWN[] = {
	/* next to nothing */
	{ "", "" },
	{ "\n", "" },
	{ "\xEF\xBB\xBF", "" },
	{ "x", "-: x\n" },
	{ "x\n\n\n\n", "-: x\n" },
	{ "   \n\t\n\xE3\x80\x80\n", "" },
	{ "---\ntitle: t\n---\n", "" },
	{ "---\ntitle: t\n---", "" },
	{ "---\n---\n", "" },
	{ "# t\n", "" },
	{ "# t\n\n## a\n\n## b", "## a\n## b\n" },
	{ "Ann Lee: one", "Ann Lee: one\n" },
	{ "**Ann**: one", "-: Ann: one\n" },
	/* blocks */
	{ "a\nb\n\nc", "-: a b/c\n" },
	{ "a\n> b\n> c\n\n> d\n", "-: a/>b c/>d\n" },
	{ "> a\n>\n> b\n", "-: >a/>b\n" },
	{ "- a\n- b\n  c\n1. d\n2) e\n", "-: *a/*b c/*d/*e\n" },
	{ "a\n- b\n\nc", "-: a/*b/c\n" },
	{ "```\na\n\nb\n```\nc", "-: `a\n\nb/c\n" },
	{ "~~~ x\n```\n~~~~\nc", "-: ````/c\n" },
	{ "```a` b\n\nc", "-: ```a` b/c\n" },
	{ "```x```\n\nAnn Lee: one\n\nBob Ray: two\n", "-: x\n" SAID "\n" },
	{ "```\nnever closed\n\nAnn Lee: one\n",
	  "-: `never closed\n\nAnn Lee: one\n" },
	{ "| a |\n|---|\n| b |\nc", "-: || a |\n|---|\n| b |/c\n" },
	{ "a\n\n---\n\nb\n***\n_ _ _\nc", "-: a/b/c\n" },
	{ "#hash\n\n#1 thing\n\n####### seven\n",
	  "-: #hash/#1 thing/####### seven\n" },
	/* chapters and turns */
	{ "# t\n\npreface\n\n## a\n\n" TALK "## b\n\nmore\n\n### c\n\nmore",
	  "-: preface\n## a\n" SAID "\n## b\nBob Ray: more\n### c\n"
	  "Bob Ray: more\n" },
	{ "## a\n\n" TALK "## a\n\n" TALK, "## a\n" SAID "\n## a\n" SAID "\n" },
	{ "Ann Lee: one\n\n## a\n\ntwo\n\nBob Ray: three\n",
	  "Ann Lee: one\n## a\nAnn Lee: two\nBob Ray: three\n" },
	{ "**Ann Lee:**\n\n## a\n\none\n\n**Bob Ray:** two\n",
	  "## a\nAnn Lee: one\nBob Ray: two\n" },
	/* bold lines are chapters where there are no headings */
	{ "**Bread**\n\n" TALK "**Part 2: Tea & milk**\nand\n",
	  "## Bread\n" SAID "\n## Part 2: Tea & milk\nBob Ray: and\n" },
	{ "# t\n\n" TALK "**Bread**\n\n" TALK "**Tea?**\n\nmore",
	  SAID "\n## Bread\n" SAID "\n## Tea?\nBob Ray: more\n" },
	{ "## a\n\n" TALK "## b\n\n**Bread**\n\n**Tea**\n",
	  "## a\n" SAID "\n## b\nBob Ray: Bread/Tea\n" },
	{ TALK "**Bread**\n\nmore", SAID "/Bread/more\n" },
	{ TALK "**So.**\n\n**[a]**\n\n**Tea**\n\nmore",
	  SAID "/So./[a]/Tea/more\n" },
	{ TALK "**———**\n\n**————**\n", SAID "/———/————\n" },
	{ TALK "**Yes**\n\n**No**\n\n**Yes**\n", SAID "/Yes/No/Yes\n" },
	{ "**Ann Lee 00:01**\n\none\n\n**Bob Ray 00:02**\n\ntwo\n",
	  "Ann Lee: one\nBob Ray: two\n" },
	/* what goes on in a turn */
	{ TALK "> q\n\n- i\n\n```\nc\n```\n\n| t |\n\nend",
	  "Ann Lee: one\nBob Ray: two/>q/*i/`c/|| t |/end\n" },
	/* directions */
	{ TALK "[laughs]\n\nthree\n\n> （現場笑）\n\n\\[applause\\]\nfour",
	  "Ann Lee: one\nBob Ray: two/![laughs]/three/!（現場笑）/![applause]/four\n" },
	{ TALK "[Kubernetes]\n\n[译]\n\n[a](b)\n\n【人工智能】\n\n【注：x】",
	  "Ann Lee: one\nBob Ray: two/[Kubernetes]/[译]/a/【人工智能】/【注：x】\n" },
};

static const Case PLAIN[] = {
	{ "a\n> b\n- c\n```\nd\n```\n", "-: a > b - c ``` d ```\n" },
	{ "## t\n\n" TALK "*a* **b**", "Ann Lee: one\nBob Ray: two/*a* **b**\n" },
	{ "---\ntitle: t\n---\na", "-: a\n" },
	{ "a\nb\n\nc\n", "-: a b/c\n" },
	/* a time begins a paragraph on any line */
	{ "[00:01] a\n[00:05] b\nc\n(00:09) d\n\\[00:12\\]\ne\n(00:15): f\n",
	  "-: a/b c (00:09) d/e/f\n" },
	{ "a\n[00:05](https://a.example) b\n",
	  "-: a 00:05 b\n" },
};

static void
check_cases(const Case *cases, size_t n, const char *path)
{
	for (size_t i = 0; i < n; i++)
		check_outline(cases[i].text, path, cases[i].outline);
}

static void
markdown_is_read_block_by_block(void **state)
{
	(void)state;
	check_cases(MARKDOWN, N_ITEMS(MARKDOWN), "a.md");
}

static void
plain_text_is_paragraphs_and_labels(void **state)
{
	(void)state;
	check_cases(PLAIN, N_ITEMS(PLAIN), "a.txt");
}

/* Lines that nobody wrapped are a paragraph each; short ones join. */
static void
long_lines_of_plain_text_are_paragraphs(void **state)
{
	static const char words[] =
		"This is a line that nobody wrapped by hand, so that it goes on "
		"and on, far beyond what a screen shows in one of its rows.";
	Loaded loaded;
	Buf text;

	(void)state;
	buf_init(&text, SIZE_MAX);
	for (int i = 0; i < 4; i++)
		buf_appendf(&text, "%s\n", words);
	buf_append_char(&text, '\0');
	load_text(&loaded, text.ptr, "a.txt");
	assert_int_equal(doc_n_paras(loaded.doc) > 3, true);
	assert_int_equal(doc_para_next(loaded.doc, 0) != DOC_NONE, true);
	loaded_done(&loaded);
	load_text(&loaded, text.ptr, "a.md");
	assert_int_equal(doc_para_next(loaded.doc, 0), DOC_NONE);
	loaded_done(&loaded);
	buf_done(&text);
}

/* Whatever a very long line begins with, what follows is not lost. */
static void
nothing_of_a_very_long_line_is_lost(void **state)
{
	static const char *const starts[] = {
		"x", " ", "# t\n\n# ", "> ", "- ", "| ", "-", "Ann Lee: ",
		"**Ann Lee:** ",
	};
	Shown shown;

	(void)state;
	shown_init(&shown);
	for (size_t i = 0; i < 2 * N_ITEMS(starts); i++) {
		const char *fill = i % 2 ? "words " : " ";
		Loaded loaded;
		bool found = false;
		Buf text;

		buf_init(&text, SIZE_MAX);
		buf_append(&text, SLICE("Bob Ray: a\n\nAnn Lee: b\n\n"));
		buf_append(&text, slice_from(starts[i / 2]));
		if (starts[i / 2][0] == '-' && starts[i / 2][1] == '\0')
			fill = "-";
		while (text.len < 140000)
			buf_append(&text, slice_from(fill));
		buf_append(&text, SLICE(" the end\n\nlast"));
		buf_append_char(&text, '\0');
		load_text(&loaded, text.ptr, "a.md");
		for (ParaId id = 0; id != DOC_NONE;
		     id = doc_para_next(loaded.doc, id)) {
			shown_build(&shown, loaded.doc, id);
			found |= slice_ends(shown.text, SLICE("the end"));
		}
		assert_true(found);
		assert_true(slice_eq(shown.text, SLICE("last")));
		loaded_done(&loaded);
		buf_done(&text);
	}
	shown_done(&shown);
}

static void
lines_are_counted_as_in_the_source(void **state)
{
	static const char text[] =
		"---\r\ntitle: t\r\n---\r\n\r\n## a\r\n\r\nAnn Lee: one\r\ntwo"
		"\r\n\r\n**x**\r\r> q\n\nBob Ray:\n\nthree\n\nAnn Lee: x";
	static const uint32_t paras[] = { 5, 7, 10, 12, 16, 18 };
	static const uint32_t turns[] = { 7, 14, 18 };
	Loaded loaded;
	ParaId id = 0;

	(void)state;
	load_text(&loaded, text, "a.md");
	for (size_t i = 0; i < N_ITEMS(paras); i++) {
		assert_int_equal(doc_para(loaded.doc, id)->line, paras[i]);
		id = doc_para_next(loaded.doc, id);
	}
	assert_int_equal(id, DOC_NONE);
	for (TurnId turn = 0; turn < N_ITEMS(turns); turn++)
		assert_int_equal(doc_turn(loaded.doc, turn)->line,
				 turns[turn]);
	loaded_done(&loaded);
}

static void
titles_and_dates_come_from_where_they_stand(void **state)
{
	static const struct {
		const char *text, *path, *title, *date;
	} cases[] = {
		{ "---\ntitle: T\ndate: 2025-03-03\n---\n# H\n", "a.md", "T",
		  "2025-03-03" },
		{ "# *H* &amp;\n\nMarch 3, 2025\n", "a.md", "H &", "2025-03-03" },
		{ "text\n\nPublished on April 12, 2024\n", "b/a.b.txt", "a.b",
		  "2024-04-12" },
		{ "text", "-", NULL, NULL },
		{ "text", "/x/.hidden", ".hidden", NULL },
		{ "text", "name", "name", NULL },
		{ "# a\n\n" TALK "# b\n\n" TALK, "c.md", "c", NULL },
		{ "# a\n\n# b\n\n" TALK, "c.md", "a", NULL },
		{ "# a\n\ntext\n\n## b\n\n" TALK, "c.md", "a", NULL },
		{ "## a\n\ntext\n\n# b\n\n" TALK, "c.md", "c", NULL },
		{ TALK "# a\n", "c.md", "c", NULL },
		{ "---\ntitle: T\ndate: May 2025\n---\n2025年5月4日\n", "a.md",
		  "T", "2025-05-04" },
		{ "---\ntitle: ''\n---\ntext", "a.md", "a", NULL },
	};

	(void)state;
	for (size_t i = 0; i < N_ITEMS(cases); i++) {
		const Meta *meta;
		Loaded loaded;

		load_text(&loaded, cases[i].text, cases[i].path);
		meta = &loaded.doc->meta;
		if (!slice_eq(meta->title, slice_from(cases[i].title)) ||
		    !slice_eq(meta->date, slice_from(cases[i].date)))
			fail_msg("%s: “%.*s” “%.*s”", cases[i].text,
				 SLICE_ARGS(meta->title),
				 SLICE_ARGS(meta->date));
		assert_int_equal(meta->title.ptr == NULL,
				 cases[i].title == NULL);
		loaded_done(&loaded);
	}
}

static void
breaks_divide_what_has_no_headings(void **state)
{
	static const struct {
		const char *text, *chapters;
	} cases[] = {
		{ "text", "" },
		{ TALK, " 0+2" },
		{ "text\n\n[music]\n\n" TALK "[music]\n\n", " 0+2" },
		{ TALK "[music]\n\nmore\n\n" TALK, " 0+2 1+2" },
		{ TALK "[music]\n\n[music]\n\n" TALK, " 0+2 2+2" },
		{ TALK "[laughs]\n\n" TALK, " 0+4" },
		{ "**Ann Lee:** a\n\n**Break:**\n\n**Bob Ray:** b\n\n",
		  " 0+1 1+1" },
		{ "# t\n\n" TALK "[音乐播放中]\n\n" TALK, " 0+2 2+2" },
		{ "# t\n\n## a\n\n" TALK "[音乐播放中]\n\n" TALK, " 0+4" },
	};

	(void)state;
	for (size_t i = 0; i < N_ITEMS(cases); i++) {
		Loaded loaded;
		Buf out;

		buf_init(&out, SIZE_MAX);
		load_text(&loaded, cases[i].text, "a.md");
		for (ChapterId id = 0; id < doc_n_chapters(loaded.doc); id++)
			buf_appendf(&out, " %u+%u",
				    doc_chapter_first_turn(loaded.doc, id),
				    doc_chapter_turns(loaded.doc, id));
		buf_append_char(&out, '\0');
		if (strcmp(out.ptr, cases[i].chapters) != 0)
			fail_msg("%s: %s and not %s", cases[i].text, out.ptr,
				 cases[i].chapters);
		buf_done(&out);
		loaded_done(&loaded);
	}
}

static void
a_label_without_text_makes_no_speaker(void **state)
{
	Loaded loaded;

	(void)state;
	load_text(&loaded, TALK "Cid Fox:\n\n" TALK "Dan Orr:", "a.md");
	assert_int_equal(doc_n_turns(loaded.doc), 4);
	assert_int_equal(doc_n_speakers(loaded.doc), 2);
	loaded_done(&loaded);
}

static void
the_format_is_told_by_content_and_name(void **state)
{
	static const struct {
		const char *head, *path, *format;
	} cases[] = {
		{ "", "a.md", "markdown" }, { "", "a.markdown", "markdown" },
		{ "", "a.txt", "plain" }, { "", "-", "plain" },
		{ "---\nt: u\n---\n", "-", "markdown" },
		{ "# a\n\n## b\n", "-", "markdown" },
		{ "# a\n\ntext\n", "-", "plain" },
		{ "## a\n\ntext\n", "a.txt", "plain" },
		{ "**A:** a\n\n**B:** b\n", "-", "markdown" },
		{ "**A:** a\n**B:** b\n**A:** a\n**B:** b\n", "a.txt",
		  "markdown" },
	};

	(void)state;
	for (size_t i = 0; i < N_ITEMS(cases); i++)
		assert_string_equal(
			format_detect(slice_from(cases[i].head),
				      slice_from(cases[i].path))->name,
			cases[i].format);
	assert_true(format_may_read(SLICE("a/B.MD")));
	assert_true(format_may_read(SLICE("a.txt")));
	assert_false(format_may_read(SLICE(".txt")));
	assert_false(format_may_read(SLICE("a.png")));
}

/* Some bytes, a pause, and all the others. */
static size_t
pause_once(void *ctx)
{
	unsigned *calls = ctx;

	++*calls;
	return *calls == 1 ? 28 : *calls == 2 ? 0 : CLOCK_UNIT;
}

/* Two generations in one step would free what a reader still holds. */
static void
a_step_ends_with_a_new_generation(void **state)
{
	uint32_t generation = 0;
	Progress progress;
	Loader *loader;
	unsigned calls = 0;
	Buf text;

	(void)state;
	buf_init(&text, SIZE_MAX);
	buf_append(&text, SLICE("Ann Lee: yes\n\nBob Ray: no\n\n"));
	for (size_t i = 0; i < LOADER_DECIDE / 4; i++)
		buf_append(&text, SLICE("Topic: words.\n\n"));
	for (size_t i = 0; i < LOADER_DECIDE / 4; i++)
		buf_append(&text, i % 2 ? SLICE("Ann Lee: yes, indeed.\n\n")
					: SLICE("Bob Ray: no, never.\n\n"));
	loader = loader_new(source_from_memory(buf_slice(&text), pause_once,
					       &calls), "a.md", NULL);
	do {
		progress = loader_step(loader, deadline_never());
		assert_true(loader_doc(loader)->generation <= generation + 1);
		generation = loader_doc(loader)->generation;
	} while (progress != PROGRESS_DONE);
	assert_int_equal(generation, 2);
	assert_int_equal(doc_n_speakers(loader_doc(loader)), 2);
	loader_free(loader);
	buf_done(&text);
}

/* What was built in vain till then is a part of it. */
static void
another_verdict_is_taken_long_before_the_end(void **state)
{
	const size_t first = LOADER_DECIDE + CHARSET_PROBE;
	Loader *loader;
	Buf text;

	(void)state;
	buf_init(&text, SIZE_MAX);
	while (text.len < first)
		buf_append(&text, SLICE("Words without a speaker.\n\n"));
	while (text.len < 4 * LOADER_AGAIN * first)
		buf_append(&text, SLICE("Ann Lee: yes, indeed.\n\n"
					"Bob Ray: no, never.\n\n"));
	loader = loader_new(source_from_memory(buf_slice(&text), NULL, NULL),
			    "a.md", NULL);
	while (loader_doc(loader)->generation == 0)
		assert_int_equal(loader_step(loader, deadline_never()),
				 PROGRESS_MORE);
	assert_int_equal(doc_n_speakers(loader_doc(loader)), 2);
	assert_true(loader_bytes(loader) < text.len / 2);
	loader_free(loader);
	buf_done(&text);
}

/* The build waits for the line below; else it would begin anew. */
static void
underlined_headings_are_built_once(void **state)
{
	static const char *const blocks[] = {	/* no unit ends inside one */
		"To it\n==\n\nA: x\n\n", "Of it\n==\n\nB: y\n\n",
	};
	const size_t n = 2 * LOADER_DECIDE / 16;
	Loader *loader;
	Buf text;

	(void)state;
	buf_init(&text, SIZE_MAX);
	for (size_t i = 0; i < n; i++)
		buf_append(&text, slice_from(blocks[i % 2]));
	assert_int_equal(text.len, 16 * n);
	loader = loader_new(source_from_memory(buf_slice(&text), NULL, NULL),
			    "a.md", NULL);
	while (loader_step(loader, deadline_never()) == PROGRESS_MORE)
		continue;
	assert_int_equal(loader_doc(loader)->generation, 0);
	assert_int_equal(doc_n_chapters(loader_doc(loader)), n);
	loader_free(loader);
	buf_done(&text);
}

static void
bytes_that_are_no_text_are_refused(void **state)
{
	Loaded loaded;

	(void)state;
	load(&loaded, (Slice){ "Ann: \0 x", 8 }, "a.md", 0, CUT_WHOLE);
	assert_true(loader_err(loaded.loader)->text[0] != '\0');
	assert_int_equal(loader_step(loaded.loader, deadline_never()),
			 PROGRESS_FAILED);
	loaded_done(&loaded);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(markdown_is_read_block_by_block),
		cmocka_unit_test(plain_text_is_paragraphs_and_labels),
		cmocka_unit_test(long_lines_of_plain_text_are_paragraphs),
		cmocka_unit_test(nothing_of_a_very_long_line_is_lost),
		cmocka_unit_test(lines_are_counted_as_in_the_source),
		cmocka_unit_test(titles_and_dates_come_from_where_they_stand),
		cmocka_unit_test(breaks_divide_what_has_no_headings),
		cmocka_unit_test(a_label_without_text_makes_no_speaker),
		cmocka_unit_test(the_format_is_told_by_content_and_name),
		cmocka_unit_test(a_step_ends_with_a_new_generation),
		cmocka_unit_test(another_verdict_is_taken_long_before_the_end),
		cmocka_unit_test(underlined_headings_are_built_once),
		cmocka_unit_test(bytes_that_are_no_text_are_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
