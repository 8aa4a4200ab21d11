/* The visible text of a paragraph, its map and its spans. */
#include "document/shown.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/items.h"
#include "support/maker.h"
#include "support/random.h"
#include "text/utf8.h"

typedef struct ShownCase {
	const char *source;
	const char *text;
	ParaKind kind;
	unsigned flags;
} ShownCase;

static const ShownCase MARKDOWN[] = {
	/* nothing to hide */
	{ "plain words", "plain words", PARA_TEXT, 0 },
	{ "", "", PARA_TEXT, 0 },
	/* emphasis */
	{ "a **b** c", "a b c", PARA_TEXT, 0 },
	{ "*a* _b_ __c__ ***d***", "a b c d", PARA_TEXT, 0 },
	{ "snake_case_word 2*3*4 *x", "snake_case_word 234 *x", PARA_TEXT, 0 },
	{ "**bold", "**bold", PARA_TEXT, 0 },
	{ "a * b * c", "a * b * c", PARA_TEXT, 0 },
	/* Han text has no blanks around its punctuation */
	{ "**「重點」**是", "「重點」是", PARA_TEXT, 0 },
	{ "他說**“好”**。", "他說“好”。", PARA_TEXT, 0 },
	{ "這是**重點。**然後", "這是重點。然後", PARA_TEXT, 0 },
	{ "中文**粗**體，*斜*。", "中文粗體，斜。", PARA_TEXT, 0 },
	/* links, code, entities, escapes, HTML */
	{ "[a](http://b/) c", "a c", PARA_TEXT, 0 },
	{ "[a *b*](c \"d\") e", "a b e", PARA_TEXT, 0 },
	{ "![a](b.png)", "a", PARA_TEXT, 0 },
	{ "[a] [b][c] [d", "[a] [b][c] [d", PARA_TEXT, 0 },
	{ "<http://e.org/>", "http://e.org/", PARA_TEXT, 0 },
	{ "`a *b* \\*` c", "a *b* \\* c", PARA_TEXT, 0 },
	{ "&amp; &lt;b&gt; &#39; &#x4E2D; &nosuch; &", "& <b> ' 中 &nosuch; &",
	  PARA_TEXT, 0 },
	{ "&#0; &#xFFFFFF;", "\xEF\xBF\xBD \xEF\xBF\xBD", PARA_TEXT, 0 },
	{ "\\[laughs\\] \\*a\\* \\a", "[laughs] *a* \\a", PARA_TEXT, 0 },
	{ "<span class=\"x\">a</span> b <!-- c -->", "a b ", PARA_TEXT, 0 },
	{ "1 < 2 > 0", "1 < 2 > 0", PARA_TEXT, 0 },
	/* no block syntax applies */
	{ "2024. *年*", "2024. 年", PARA_TEXT, 0 },
	{ "# *a* #", "# a #", PARA_TEXT, 0 },
	{ "- *a*", "- a", PARA_TEXT, 0 },
	{ "> *a*", "> a", PARA_TEXT, 0 },
	{ "*a* ===", "a ===", PARA_TEXT, 0 },
	/* lines join: with a space, between Han with nothing */
	{ "one\ntwo", "one two", PARA_TEXT, 0 },
	{ "one  \n  two", "one two", PARA_TEXT, 0 },
	{ "河水\n流過", "河水流過", PARA_TEXT, 0 },
	{ "河水\nabc\n流過", "河水 abc 流過", PARA_TEXT, 0 },
	{ "河水，\n流過", "河水，流過", PARA_TEXT, 0 },
	{ "*one\ntwo*", "one two", PARA_TEXT, 0 },
	{ "a\tb", "a b", PARA_TEXT, 0 },
	{ "a\\\nb", "a\\ b", PARA_TEXT, 0 },
	/* markers */
	{ "> one\n> two", "one two", PARA_QUOTE, 0 },
	{ ">> one\n> two\nlazy", "one two lazy", PARA_QUOTE, 0 },
	{ "> *a*\n> b", "a b", PARA_QUOTE, 0 },
	{ "- one\n  two", "one two", PARA_ITEM, PARA_MARKER },
	{ "12. one", "one", PARA_ITEM, PARA_MARKER | PARA_ORDERED },
	{ "  * *one*", "one", PARA_ITEM, PARA_MARKER },
	{ "\xE3\x80\x80- one", "one", PARA_ITEM, PARA_MARKER },
	{ "## one", "one", PARA_HEADING, 0 },
	{ "# one ##", "one", PARA_HEADING, 0 },
	{ "# C#", "C#", PARA_HEADING, 0 },
	{ "# one {#two}", "one", PARA_HEADING, 0 },
	{ "# one ## {#two-3} ", "one", PARA_HEADING, 0 },
	{ "# one {#two\\}", "one {#two}", PARA_HEADING, 0 },
	{ "# one {two}", "one {two}", PARA_HEADING, 0 },
	{ "# {#two}", "", PARA_HEADING, 0 },
	{ "### *one* `two`", "one two", PARA_HEADING, 0 },
	/* code and tables keep their lines and marks */
	{ "a *b*\n  c", "a *b*\n  c", PARA_CODE, 0 },
	{ "\ta\tb", " a b", PARA_CODE, 0 },
	{ "| *a* |\n|---|", "| *a* |\n|---|", PARA_TABLE, 0 },
	/* brackets that nothing closes hide nothing */
	{ "[a [b", "[a [b", PARA_TEXT, 0 },
	{ "[a *b* \\[c", "[a b [c", PARA_TEXT, 0 },
	{ "  [a\n\t  [b", "[a [b", PARA_TEXT, 0 },
	/* brackets of a direction stay, controls too */
	{ "[laughs]", "[laughs]", PARA_DIRECTION, 0 },
	{ "\\[laughs\\]", "[laughs]", PARA_DIRECTION, 0 },
	{ "a\x02*b*", "a\x02" "b", PARA_TEXT, 0 },
};

static const ShownCase PLAIN[] = {
	{ "a **b** _c_ `d` &amp; \\[e\\]", "a **b** _c_ `d` &amp; \\[e\\]",
	  PARA_TEXT, 0 },
	{ "[a](http://b/) c", "a c", PARA_TEXT, 0 },
	{ "[a：b](https://c.d/e?f=g&h) i", "a：b i", PARA_TEXT, 0 },
	{ "[a](b) [c] (d:e) [f", "[a](b) [c] (d:e) [f", PARA_TEXT, 0 },
	{ "[a](b: c) [](d:e) [f]()", "[a](b: c) [](d:e) [f]()", PARA_TEXT, 0 },
	{ "[[a](x:y)]", "[a]", PARA_TEXT, 0 },
	{ "[笑] 對\n嗎", "[笑] 對嗎", PARA_TEXT, 0 },
};

/* A paragraph of its own document, made visible. */
static void
build_case(Maker *maker, Shown *shown, const ShownCase *the, Markup markup)
{
	ParaId id;

	maker_init(maker);
	maker->doc->markup = markup;
	id = maker_kind(maker, the->kind, the->source);
	doc_mark_para(maker->doc, 1, the->flags);
	maker_finish(maker);
	while (doc_para(maker->doc, id)->flags & PARA_PART)
		id--;
	shown_build(shown, maker->doc, id);
}

/*
 * The runs cover the text in order; a run of equal lengths is the source but
 * where a line end became a space; and the map leads back.
 */
static void
check_map(const Shown *shown, Slice source)
{
	uint32_t at = 0, from = 0;

	assert_int_equal(shown->source_len, source.len);
	for (uint32_t i = 0; i < shown->n_runs; i++) {
		const ShownRun *run = &shown->runs[i];

		assert_int_equal(run->shown, at);
		assert_true(run->source >= from);
		assert_true(run->shown_len > 0 && run->source_len > 0);
		at += run->shown_len;
		from = run->source + run->source_len;
		assert_true(from <= source.len);
	}
	assert_int_equal(at, shown->text.len);
	for (uint32_t i = 0; i < shown->text.len; i++) {
		uint32_t byte = shown_to_source(shown, i);
		char c = source.ptr[byte];

		assert_true(byte < source.len);
		assert_true(shown_from_source(shown, byte) <= i);
		if (shown_from_source(shown, byte) == i && c != '&' &&
		    c != '\n' && c != '\t' && c != '\\' && c != '\0' &&
		    c != '\x01')
			assert_int_equal(shown->text.ptr[i], c);
	}
	assert_int_equal(shown_to_source(shown, at), at > 0 ? source.len : 0);
	assert_int_equal(shown_from_source(shown, (uint32_t)source.len), at);
	for (uint32_t i = 1; i <= source.len; i++)
		assert_true(shown_from_source(shown, i) >=
			    shown_from_source(shown, i - 1));
}

static void
check_cases(const ShownCase *cases, size_t n, Markup markup)
{
	Shown shown;
	int bad = 0;

	shown_init(&shown);
	for (size_t i = 0; i < n; i++) {
		Maker maker;

		build_case(&maker, &shown, &cases[i], markup);
		if (!slice_eq(shown.text, slice_from(cases[i].text))) {
			print_message("“%s” became “%.*s”\n", cases[i].source,
				      SLICE_ARGS(shown.text));
			bad++;
		}
		check_map(&shown, slice_from(cases[i].source));
		maker_done(&maker);
	}
	shown_done(&shown);
	assert_int_equal(bad, 0);
}

static void
markup_is_not_shown(void **state)
{
	(void)state;
	check_cases(MARKDOWN, N_ITEMS(MARKDOWN), MARKUP_MARKDOWN);
}

static void
plain_text_has_links_only(void **state)
{
	(void)state;
	check_cases(PLAIN, N_ITEMS(PLAIN), MARKUP_LINKS);
}

/* `role:start+len` of each span, and the address of a link. */
static void
append_spans(const Shown *shown, Buf *out)
{
	static const char roles[] = "esclD";

	for (uint32_t i = 0; i < shown->n_spans; i++) {
		const Span *span = &shown->spans[i];

		buf_appendf(out, " %c:%u+%u", roles[span->role], span->start,
			    span->len);
		if (span->role == SPAN_LINK)
			buf_appendf(out, "=%.*s",
				    SLICE_ARGS(shown->links[span->link]));
	}
	buf_append_char(out, '\0');
}

static void
spans_say_what_was_marked(void **state)
{
	static const struct {
		const char *source, *spans;
	} cases[] = {
		{ "a", "" },
		{ "*a* **b**", " e:0+1 s:2+1" },
		{ "***a***", " e:0+1 s:0+1" },
		{ "**a *b* c** d", " s:0+5 e:2+1" },
		{ "[a](b) [*c*](d)", " l:0+1=b l:2+1=d e:2+1" },
		{ "`a` [b](<c d>)", " c:0+1 l:2+1=c d" },
		{ "*a [b](c) d*", " e:0+5 l:2+1=c" },
		{ "a [笑] *b* (laughs)", " e:8+1 D:2+5 D:10+8" },
		{ "a [笔] （本）", "" },
	};
	Shown shown;

	(void)state;
	shown_init(&shown);
	for (size_t i = 0; i < N_ITEMS(cases); i++) {
		Buf out;

		buf_init(&out, SIZE_MAX);
		shown_build_source(&shown, slice_from(cases[i].source),
				   PARA_TEXT, MARKUP_MARKDOWN);
		shown_add_directions(&shown);
		append_spans(&shown, &out);
		assert_string_equal(out.ptr, cases[i].spans);
		buf_done(&out);
	}
	shown_done(&shown);
}

static void
random_source(unsigned *seed, Buf *out)
{
	static const char *const parts[] = {
		"*", "**", "_", "__", "`", "``", "[", "](", ")", "](a:b)",
		"<", ">", "</b>", "<b>", "&amp;", "&#65;", "&", "\\", " ", "\n",
		"\t", "a", "word", "河", "，", "「", "」", "\x01", "!", "#", "> ",
		"- ", "1. ", "~", "|", "\xC2\xA0", "👩‍👩‍👧", "<!--", "-->", "\x0B",
	};
	unsigned n = random_next(seed) % 40;

	buf_clear(out);
	while (n-- > 0)
		buf_append(out, slice_from(parts[random_below(seed, N_ITEMS(parts))]));
}

/* What is visible is valid UTF-8, maps back, and what is hidden is markup. */
static void
random_sources_map_both_ways(void **state)
{
	unsigned seed = 3;
	Shown shown;
	Buf source;
	bool cut;

	(void)state;
	shown_init(&shown);
	buf_init(&source, SIZE_MAX);
	for (int i = 0; i < 4000; i++) {
		random_source(&seed, &source);
		shown_build_source(&shown, buf_slice(&source),
				   (ParaKind)(i % 7),
				   i % 3 ? MARKUP_MARKDOWN : MARKUP_LINKS);
		check_map(&shown, buf_slice(&source));
		assert_int_equal(utf8_valid_prefix(shown.text, &cut),
				 shown.text.len);
	}
	buf_done(&source);
	shown_done(&shown);
}

/* Markup over the limits of md4c's pieces; nothing is lost. */
static void
long_markup_is_read_in_pieces(void **state)
{
	static const struct {
		const char *unit, *shown;
	} cases[] = {
		{ "*a* b ", "a b " }, { "河，", "河，" }, { "[", "[" },
		{ " ", " " }, { "   \\*", "   *" },
	};
	Shown shown;

	(void)state;
	shown_init(&shown);
	for (size_t i = 0; i < N_ITEMS(cases); i++) {
		Buf source, want;

		buf_init(&source, SIZE_MAX);
		buf_init(&want, SIZE_MAX);
		buf_append(&source, SLICE("x\\*"));
		buf_append(&want, SLICE("x*"));
		while (source.len < 200000) {
			buf_append(&source, slice_from(cases[i].unit));
			buf_append(&want, slice_from(cases[i].shown));
		}
		shown_build_source(&shown, buf_slice(&source), PARA_TEXT,
				   MARKUP_MARKDOWN);
		assert_true(slice_eq(shown.text, buf_slice(&want)));
		buf_done(&source);
		buf_done(&want);
	}
	shown_done(&shown);
}

static void
more_links_than_16_bits_have_their_addresses(void **state)
{
	Shown shown;
	Buf source;

	(void)state;
	shown_init(&shown);
	buf_init(&source, SIZE_MAX);
	for (int i = 0; i < 70000; i++)
		buf_appendf(&source, "[a](b%d) ", i);
	shown_build_source(&shown, buf_slice(&source), PARA_TEXT,
			   MARKUP_MARKDOWN);
	assert_true(shown.n_spans > 69990);
	for (uint32_t i = 0; i < shown.n_spans; i++)
		assert_int_equal(shown.spans[i].link, i);
	buf_done(&source);
	shown_done(&shown);
}

/* A paragraph of many records is shown as one. */
static void
a_chain_is_one_text(void **state)
{
	size_t len = 3 * PARA_MAX + 7;
	char *words = calloc(1, len + 1);
	Maker maker;
	Shown shown;
	ParaId id;

	(void)state;
	for (size_t i = 0; i < len; i++)
		words[i] = i % 10 == 9 ? ' ' : (char)('a' + i % 23);
	maker_init(&maker);
	maker_para(&maker, words);
	maker_finish(&maker);
	id = doc_n_paras(maker.doc) - 1;
	assert_true(doc_para(maker.doc, id)->flags & PARA_PART);
	assert_int_equal(doc_para_head(maker.doc, id), 0);
	shown_init(&shown);
	shown_build(&shown, maker.doc, 0);
	assert_int_equal(shown.text.len, len);
	assert_memory_equal(shown.text.ptr, words, len);
	shown_done(&shown);
	maker_done(&maker);
	free(words);
}

static void
a_chapter_has_its_heading_or_its_first_words(void **state)
{
	Maker maker;
	Buf title;

	(void)state;
	maker_init(&maker);
	maker_chapter(&maker, 2, "## *One* & [two](http://x/) ##");
	maker_chapter(&maker, 1, NULL);
	maker_turn(&maker, 0);
	maker_kind(&maker, PARA_DIRECTION, "[music]");
	maker_para(&maker, "一二三四五六七八九十一二三四五六七八九十多了");
	maker_finish(&maker);
	buf_init(&title, SIZE_MAX);
	maker.doc->markup = MARKUP_MARKDOWN;
	shown_chapter_title(maker.doc, 0, &title);
	assert_true(slice_eq(buf_slice(&title), SLICE("One & two")));
	shown_chapter_title(maker.doc, 1, &title);
	assert_true(slice_eq(buf_slice(&title),
			     SLICE("一二三四五六七八九十一二三四五六七八九十")));
	buf_done(&title);
	maker_done(&maker);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(markup_is_not_shown),
		cmocka_unit_test(plain_text_has_links_only),
		cmocka_unit_test(spans_say_what_was_marked),
		cmocka_unit_test(random_sources_map_both_ways),
		cmocka_unit_test(long_markup_is_read_in_pieces),
		cmocka_unit_test(more_links_than_16_bits_have_their_addresses),
		cmocka_unit_test(a_chain_is_one_text),
		cmocka_unit_test(a_chapter_has_its_heading_or_its_first_words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
