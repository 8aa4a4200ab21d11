/* Links that name a label, and the lines that say where those lead. */
#include "document/definitions.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/items.h"
#include "document/shown.h"
#include "unit/load_fixture.h"

/* `label=address`, a `+` behind it where it has a title; "" where it is none. */
static void
append_definition(const char *line, Buf *out)
{
	Definition definition;

	buf_clear(out);
	if (definition_read(slice_from(line), &definition))
		buf_appendf(out, "%.*s=%.*s%s", SLICE_ARGS(definition.label),
			    SLICE_ARGS(definition.address),
			    definition.titled ? "+" : "");
}

static void
a_definition_is_told_from_speech(void **state)
{
	static const struct {
		const char *line, *read;
	} cases[] = {
		{ "[a]: http://b.org", "a=http://b.org" },
		{ "   [a b]:http://b.org/c  ", "a b=http://b.org/c" },
		{ "    [a]: http://b.org", "" },
		{ "[a]: <b c>", "a=b c" },
		{ "[a]: <>", "a=" },
		{ "[a]: <b", "" },
		{ "[a]: /b \"c d\"", "a=/b+" },
		{ "[a]: #b 'c'", "a=#b+" },
		{ "[a]: ../b (c)", "a=../b+" },
		{ "[a]: b.html", "a=b.html" },
		{ "[a]: mailto:b@c.d", "a=mailto:b@c.d" },
		{ "[中\\]文]: http://例.org/文", "中\\]文=http://例.org/文" },
		{ "[a]: /b \"c\" d", "" },
		{ "[a]: /b\"c\"", "a=/b\"c\"" },
		{ "[a]: /b c", "" },
		/* what somebody says, or when */
		{ "[Ann]: yes", "" },
		{ "[Ann]: Yes.", "" },
		{ "[Ann]: Well...", "" },
		{ "[Ann]: see http://b.org", "" },
		{ "[laughter]:", "" },
		{ "[12:13]: 12:14", "" },
		{ "[12:13] http://b.org", "" },
		/* a footnote, and what is no label */
		{ "[^1]: http://b.org", "" },
		{ "[]: http://b.org", "" },
		{ "[ ]: http://b.org", "" },
		{ "[a[b]: http://b.org", "" },
		{ "[a", "" },
		{ "[a\\", "" },
		{ "", "" },
	};
	Buf out;

	(void)state;
	buf_init(&out, SIZE_MAX);
	for (size_t i = 0; i < N_ITEMS(cases); i++) {
		append_definition(cases[i].line, &out);
		buf_append_char(&out, '\0');
		assert_string_equal(out.ptr, cases[i].read);
	}
	buf_done(&out);
}

/* The addresses to which the links of the first paragraph lead, in order. */
static void
append_links(const Document *doc, Buf *out)
{
	Shown shown;

	shown_init(&shown);
	shown_build(&shown, doc, 0);
	buf_append(out, shown.text);
	for (uint32_t i = 0; i < shown.n_spans; i++) {
		const Span *span = &shown.spans[i];

		if (span->role == SPAN_LINK)
			buf_appendf(out, " %u+%u=%.*s", span->start, span->len,
				    SLICE_ARGS(shown.links[span->link]));
	}
	shown_done(&shown);
}

#define ONE "\n\n[one]: http://a.org\n"

static void
a_label_that_is_defined_makes_a_link(void **state)
{
	static const struct {
		const char *text, *links;
	} cases[] = {
		{ "a [b][one] c" ONE, "a b c 2+1=http://a.org" },
		{ "[One][]" ONE, "One 0+3=http://a.org" },
		{ "[one]" ONE, "one 0+3=http://a.org" },
		{ "[one]: hello" ONE, "one: hello 0+3=http://a.org" },
		{ "[*b*  c][ ONE ]" ONE, "b  c 0+4=http://a.org" },
		{ "x\n[two\nwords]\n\n[Two Words]: /b\n",
		  "x two words 2+9=/b" },
		{ "河\n[二\n三]\n\n[二 三]: /b\n", "河 二三 4+6=/b" },
		{ "[a](b) [one]" ONE, "a one 0+1=b 2+3=http://a.org" },
		{ "[one](b)" ONE, "one 0+3=b" },
		{ "[a](5) [b](<0>)" ONE, "a b 0+1=5 2+1=0" },
		{ "**「重點」[one]** 是" ONE,
		  "「重點」one 是 12+3=http://a.org" },
		{ "*[*a*]*\n\n[*a*]: /b\n", "a 0+1=/b" },
		{ "[「*a*」]\n\n[「*a*」]: /b\n", "「a」 0+7=/b" },
		{ "![a][one]" ONE, "a" },
		/* no links */
		{ "[laughter] [sic] [a][b] [12:13]" ONE,
		  "[laughter] [sic] [a][b] [12:13]" },
		{ "`[one]` \\[one]" ONE, "[one] [one]" },
		{ "[^1]\n\n[^1]: http://b.org\n", "[^1]" },
		/* where it may stand, and what it says */
		{ "x [a]\n[a]: /b\n", "x [a] [a]: /b" },
		{ "[a]\n\n[a]: /b\n[a]: /c\n\n[A]: /d\n", "a 0+1=/b" },
		{ "[a] [b]\n\n[a]: /b\n'title'\n[b]: /c \"d\"\n",
		  "a b 0+1=/b 2+1=/c" },
		{ "[a]\n\n[a]: <b\\_\\>\\c d>\n", "a 0+1=b_>\\c d" },
		{ "[a]\n\n```\n[a]: /b\n```\n", "[a]" },
	};
	Buf out;

	(void)state;
	buf_init(&out, SIZE_MAX);
	for (size_t i = 0; i < N_ITEMS(cases); i++) {
		Loaded loaded;

		load_text(&loaded, cases[i].text, "a.md");
		buf_clear(&out);
		append_links(loaded.doc, &out);
		buf_append_char(&out, '\0');
		assert_string_equal(out.ptr, cases[i].links);
		loaded_done(&loaded);
	}
	buf_done(&out);
}

static void
nobody_speaks_a_definition(void **state)
{
	(void)state;
	check_outline("[a]: /a\n\n# [T][a]\n\n**Ann Lee:** one [a]\n\n"
		      "[b]: /b\n    \"title\"\n\ntwo\n\n[Ann Lee]: /c\n\n"
		      "**[Bob Ray][b]:** three\n\n**[Ann Lee][]:** four\n"
		      "\n[c]: http://b.org \"a\"\n[d]: http://b.org\nfive\n",
		      "a.md",
		      "Ann Lee: one a/two\nBob Ray: three\n"
		      "Ann Lee: four/five\n");
	/* Where labels are written so, it is what somebody says. */
	check_outline("[Ann]: one\n\n[Bob]: two\n\n[Ann]: http://a.org\n\n"
		      "[Bob]: three\n", "a.md",
		      "Ann: one\nBob: two\nAnn: http://a.org\nBob: three\n");
}

static size_t
cut_unit(void *ctx)
{
	(void)ctx;
	return CLOCK_UNIT;
}

/* The definitions stand far behind what the first decision is made on. */
static void
links_are_there_once_their_definition_is_read(void **state)
{
	uint32_t looks = 0;
	Loader *loader;
	Buf text, out;

	(void)state;
	buf_init(&text, SIZE_MAX);
	buf_init(&out, SIZE_MAX);
	buf_append(&text, SLICE("see [one]\n\n"));
	while (text.len < 2 * (LOADER_DECIDE + CHARSET_PROBE))
		buf_append(&text, SLICE("more words and more of them\n\n"));
	buf_append(&text, SLICE(ONE));
	loader = loader_new(source_from_memory(buf_slice(&text), cut_unit,
					       NULL), "a.md", NULL);
	while (loader_step(loader, deadline_now()) != PROGRESS_DONE) {
		const Document *doc = loader_doc(loader);

		if (doc->generation > 0 || doc_n_paras(doc) < 2)
			continue;
		buf_clear(&out);
		append_links(doc, &out);
		assert_true(slice_eq(buf_slice(&out), SLICE("see [one]")));
		looks++;
	}
	assert_true(looks > 0);
	assert_int_equal(loader_doc(loader)->generation, 1);
	buf_clear(&out);
	append_links(loader_doc(loader), &out);
	assert_true(slice_eq(buf_slice(&out),
			     SLICE("see one 4+3=http://a.org")));
	loader_free(loader);
	buf_done(&out);
	buf_done(&text);
}

static void
what_is_too_much_is_forgotten(void **state)
{
	Definitions *all = definitions_new();
	Defined few, defined;
	Buf label;

	(void)state;
	buf_init(&label, SIZE_MAX);
	few = definitions_share(all);
	for (uint32_t i = 0; i <= DEFINITIONS_MAX; i++) {
		buf_clear(&label);
		buf_appendf(&label, "%u", (unsigned)i);
		definitions_add(all, &(Definition){ buf_slice(&label),
						    SLICE("/a"), false });
	}
	defined = definitions_share(all);
	assert_int_equal(defined.count, DEFINITIONS_MAX);
	assert_int_equal(definitions_find(&defined, buf_slice(&label), &label),
			 UINT32_MAX);
	assert_int_equal(definitions_find(&defined, SLICE("7"), &label), 7);
	assert_int_equal(definitions_find(&few, SLICE("7"), &label),
			 UINT32_MAX);
	definitions_free(few.all);
	definitions_free(defined.all);
	definitions_free(all);
	buf_done(&label);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_definition_is_told_from_speech),
		cmocka_unit_test(a_label_that_is_defined_makes_a_link),
		cmocka_unit_test(nobody_speaks_a_definition),
		cmocka_unit_test(links_are_there_once_their_definition_is_read),
		cmocka_unit_test(what_is_too_much_is_forgotten),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
