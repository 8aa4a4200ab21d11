/* Unit tests of reading/finder: what a text is not parsed for. */
#include "reading/finder.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/items.h"
#include "document/shown.h"
#include "reading/pattern.h"
#include "reading/query.h"
#include "support/random.h"
#include "text/utf8.h"
#include "unit/roundtrip.h"

#define TRIES 64		/* of a document */
#define CHARS_MAX 8		/* of what is looked for */

static size_t
char_start(Slice text, size_t off)
{
	while (off > 0 && utf8_is_continuation(text.ptr[off]))
		off--;
	return off;
}

/* Some characters of what is seen. */
static Slice
draw_words(uint32_t *seed, Slice text)
{
	size_t start = char_start(text, random_below(seed, text.len));
	size_t end = start;
	uint32_t cp;

	for (unsigned n = 1 + random_below(seed, CHARS_MAX);
	     n > 0 && end < text.len; n--)
		end += utf8_decode(slice_sub(text, end, SIZE_MAX), &cp);
	return slice_sub(text, start, end - start);
}

static void
check_may_find(const Document *doc, Slice words, unsigned flags,
	       const char *path)
{
	Err err = { .line = 0 };
	Finder *finder = finder_new(words, flags | PATTERN_FIXED | QUERY_PLAIN,
				    &err);

	if (!finder)
		fail_msg("%s: %s", path, err.text);
	if (!finder_may_find(finder, text_rest(doc->text, 0), doc->markup))
		fail_msg("%s has “%.*s”", path, SLICE_ARGS(words));
	finder_free(finder);
}

static void
check_document(const Document *doc, const char *path, uint32_t *seed)
{
	Shown shown;

	shown_init(&shown);
	for (int i = 0; i < TRIES; i++) {
		ParaId id = doc_para_head(doc, random_below(seed,
						    doc_n_paras(doc)));

		shown_build(&shown, doc, id);
		if (shown.text.len > 0)
			check_may_find(doc, draw_words(seed, shown.text),
				       i % 2 ? PATTERN_EXACT_SCRIPT : 0, path);
	}
	shown_done(&shown);
}

static void
check_interview(const char *path, void *ctx)
{
	Loaded loaded;

	load_file(&loaded, path);
	if (strcmp(loader_format(loaded.loader), "markdown") == 0 ||
	    strcmp(loader_format(loaded.loader), "plain") == 0)
		check_document(loaded.doc, path, ctx);
	loaded_done(&loaded);
}

static void
what_is_seen_may_be_found(void **state)
{
	uint32_t seed = 4711;

	(void)state;
	each_interview(check_interview, &seed);
}

static void
what_markup_divides_may_be_found(void **state)
{
	static const struct {
		const char *text;
		const char *seen;
	} CASES[] = {
		{ "Ann: ri**s**k", "risk" },
		{ "Ann: [ri](https://example.org)sk", "risk" },
		{ "Ann: ri&#115;k", "risk" },
		{ "Ann: 1\\+1", "1+1" },
		{ "Ann: ris<!-- x -->k", "risk" },
		{ "Ann: half of it\ngoes on", "it goes on" },
		{ "Ann: 出口\n管制", "出口管制" },
		{ "Ann: 出口\r\n管制", "出口管制" },
		{ "Ann: 出口  \n  管制", "出口管制" },
		{ "> 出口\n> 管制", "出口管制" },
		{ "- 出口\n  管制", "出口管制" },
		{ "## 出口**管**制", "出口管制" },
		{ "Ann: ㎏", "kg" },
		{ "Ann: 軟體", "软件" },
	};

	(void)state;
	for (size_t i = 0; i < N_ITEMS(CASES); i++) {
		Loaded loaded;

		load_text(&loaded, CASES[i].text, "a.md");
		check_may_find(loaded.doc, slice_from(CASES[i].seen), 0,
			       CASES[i].text);
		loaded_done(&loaded);
	}
}

static bool
may_find(void *ctx, Slice text, Markup markup)
{
	return finder_may_find(ctx, text, markup);
}

/* The paragraphs of a text that is read for what the query finds. */
static uint32_t
paras_for(const char *text, const char *path, const char *query)
{
	Err err = { .line = 0 };
	LoaderOptions options = { .flags = LOADER_WHOLE, .wanted = may_find };
	Loaded loaded;
	uint32_t n;

	options.wanted_ctx = finder_new(slice_from(query), 0, &err);
	assert_non_null(options.wanted_ctx);
	load_as(&loaded, slice_from(text), path, &options, CUT_RANDOM);
	assert_true(loaded.doc->complete);
	n = doc_n_paras(loaded.doc);
	if (n == 0)
		assert_int_equal(text_len(loaded.doc->text), strlen(text));
	loaded_done(&loaded);
	finder_free(options.wanted_ctx);
	return n;
}

static void
text_that_cannot_match_is_not_parsed(void **state)
{
	static const char TEXT[] = "Ann: a risk\n\nBob: none\n";
	static const char SRT[] = "1\n00:00:01,000 --> 00:00:02,000\nRisk.\n";

	(void)state;
	assert_int_equal(paras_for(TEXT, "a.txt", "risk"), 2);
	assert_int_equal(paras_for(TEXT, "a.txt", "zebra"), 0);
	assert_int_equal(paras_for(TEXT, "a.md", "zebra"), 0);
	/* Who speaks is not known before. */
	assert_int_equal(paras_for(TEXT, "a.txt", "@Ann zebra"), 2);
	/* Nothing is known of what matches. */
	assert_int_equal(paras_for(TEXT, "a.txt", "[^x]"), 2);
	/* Pinyin is looked for in the bytes. */
	assert_int_equal(paras_for(TEXT, "a.txt", "~rgzn"), 0);
	assert_int_equal(paras_for(TEXT, "a.txt", "~risk"), 2);
	assert_int_equal(paras_for("Ann: 人工**智能**\n", "a.md", "~rgzn"), 1);
	/* What is seen does not stand in the source. */
	assert_int_equal(paras_for(SRT, "a.srt", "zebra"), 1);
}

static void
long_text_is_parsed_without_being_asked_for(void **state)
{
	Buf text;

	(void)state;
	buf_init(&text, SIZE_MAX);
	while (text.len < LOADER_DECIDE + 100)
		buf_append(&text, SLICE("Ann: one\n\nBob: two\n\n"));
	buf_append_char(&text, '\0');
	assert_true(paras_for(text.ptr, "a.txt", "zebra") > 0);
	buf_done(&text);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_seen_may_be_found),
		cmocka_unit_test(what_markup_divides_may_be_found),
		cmocka_unit_test(text_that_cannot_match_is_not_parsed),
		cmocka_unit_test(long_text_is_parsed_without_being_asked_for),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
