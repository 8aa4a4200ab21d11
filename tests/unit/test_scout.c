/*
 * What a search passes over by the source alone holds no match: it finds what
 * looking at every paragraph finds.
 */
#include "reading/search.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/items.h"
#include "document/shown.h"
#include "reading/finder.h"
#include "reading/needles.h"
#include "support/random.h"
#include "text/utf8.h"
#include "unit/load_fixture.h"

#define TEXTS 100
#define PATTERNS 40		/* for each text */
#define WALKS 2			/* for each pattern */

static void
append_needles(const char *regex, bool caseless, Buf *out)
{
	Needles *needles = needles_new(slice_from(regex), caseless);
	char bytes[UTF8_MAX];

	for (size_t i = 0; needles && i < needles_count(needles); i++) {
		const Needle *needle = needles_at(needles, i);

		if (i > 0)
			buf_append_char(out, '|');
		for (uint32_t k = 0; k < needle->n; k++) {
			NeedleChar of = needle->chars[k];

			if (of.n > 1)
				buf_append_char(out, '[');
			for (uint16_t j = 0; j < of.n; j++) {
				uint32_t cp = needles_points(needles, of)[j];
				size_t len = utf8_encode(cp, bytes);

				buf_append(out, (Slice){ bytes, len });
			}
			if (of.n > 1)
				buf_append_char(out, ']');
		}
	}
	needles_free(needles);
}

static void
needles_stand_in_whatever_matches(void **state)
{
	static const struct {
		const char *regex;
		bool caseless;
		const char *want;
	} cases[] = {
		{ "fog", false, "fog" },
		{ "fog", true, "[Ff][Oo][Gg]" },
		{ "ask", true, "[Aa][Ss\xC5\xBF][Kk\xE2\x84\xAA]" },
		{ "[人⼈]工智(?:能|慧)", false, "[人⼈]工智" },
		{ "(?:影[片⽚]|[视視]频)", false, "影[片⽚]|[视視]频" },
		{ "霧|雲|a", false, "" },
		{ "霧|(雲|(?<n>茶))", false, "霧|雲|茶" },
		{ "ab?cd", false, "cd" },
		{ "ab*cde", false, "cde" },
		{ "ab{0,2}cde", false, "cde" },
		{ "ab{2}{0}cde", false, "cde" },
		{ "ab\\E*cde", false, "cde" },
		{ "ab(?#x)*cde", false, "cde" },
		{ "a{,3}bcd", false, "" },
		{ "abc+de", false, "abc" },
		{ "(abc)?de", false, "de" },
		{ "(abc)+?d", false, "abc" },
		{ "(?:abc|def)*gh", false, "gh" },
		{ "(?=abcd)ef", false, "ef" },
		{ "(?<!abcd)ef", false, "ef" },
		{ "(?i)fog", false, "" },
		{ "(*ACCEPT)fog", false, "" },
		{ "(?(?=a)fog|霧)霧", false, "" },
		{ "(fog)(?1)", false, "" },
		{ "[[:<:]]fog", false, "" },
		{ "[[:alpha:]]fog", false, "" },
		{ "[^a]fog", false, "fog" },
		{ "[a-c]fog", false, "[abc]fog" },
		{ "[a-z]fog", false, "fog" },
		{ "\\w.fog", false, "fog" },
		{ "\\x{9727}fog", false, "fog" },
		{ "the fog", false, "the" },
		{ "\\Qa.b\\E", false, "a.b" },
		{ "f", false, "" },
		{ "", false, "" },
		{ "\\s+", false, "" },
		{ "abcdefghijk", false, "abcdefgh" },
	};

	(void)state;
	for (size_t i = 0; i < N_ITEMS(cases); i++) {
		Buf out;

		buf_init(&out, 4096);
		append_needles(cases[i].regex, cases[i].caseless, &out);
		buf_append_char(&out, '\0');
		if (strcmp(out.ptr, cases[i].want) != 0)
			fail_msg("%s: \"%s\" and not \"%s\"", cases[i].regex,
				 out.ptr, cases[i].want);
		buf_done(&out);
	}
}

/* All matches, by looking at every paragraph. */
static void
find_slowly(const Document *doc, const Pattern *pattern, ChunkVec *ret)
{
	ParaId para = doc_n_paras(doc) > 0 ? 0 : DOC_NONE;
	Shown shown;
	size_t start, len;

	shown_init(&shown);
	for (; para != DOC_NONE; para = doc_para_next(doc, para)) {
		size_t from = 0;

		shown_build(&shown, doc, para);
		while (pattern_find(pattern, shown.text, from, &start, &len)
		       == PATTERN_FOUND) {
			*(Match *)vec_push(ret) = (Match){
				para, (uint32_t)start, (uint32_t)len };
			from = start + len;
		}
	}
	shown_done(&shown);
}

static bool
is_match(const Match *a, const Match *b)
{
	return a->para == b->para && a->start == b->start && a->len == b->len;
}

static bool
same_matches(const ChunkVec *a, const ChunkVec *b)
{
	if (a->count != b->count)
		return false;
	for (size_t i = 0; i < a->count; i++)
		if (!is_match(vec_at(a, i), vec_at(b, i)))
			return false;
	return true;
}

/* The match at or behind the place, or before it; once round. */
static const Match *
expected(const ChunkVec *all, ParaId para, bool backward)
{
	size_t i = 0;

	if (all->count == 0)
		return NULL;
	while (i < all->count && ((const Match *)vec_at(all, i))->para < para)
		i++;
	if (backward)
		i = i > 0 ? i - 1 : all->count - 1;
	return vec_at(all, i == all->count ? 0 : i);
}

/* A walk from somewhere comes to the next match, and all are counted. */
static void
check_walk(Search *search, const Document *doc, const ChunkVec *all,
	   uint32_t *seed)
{
	uint32_t n = doc_n_paras(doc);
	ParaId para = n > 0 ? doc_para_head(doc, random_below(seed, n)) : 0;
	bool backward = random_below(seed, 2);
	const Match *want = expected(all, para, backward);
	Match found;

	search_from(search, para, 0, backward);
	while (search_step(search, doc, NULL, deadline_now()) == PROGRESS_MORE)
		;
	found = search_current(search);
	if (search_state(search) != (want ? SEARCH_AT : SEARCH_NOTHING) ||
	    search_count(search).shown != all->count ||
	    (want && !is_match(want, &found)))
		fail_msg("%.*s: a walk %s from %u comes to %u:%u of %u",
			 SLICE_ARGS(search_query(search)),
			 backward ? "back" : "on", para, found.para,
			 found.start, search_count(search).shown);
}

static void
check_walks(const Document *doc, Slice query, unsigned flags,
	    const ChunkVec *all, uint32_t *seed)
{
	Search *search = search_new();

	for (int i = 0; i < WALKS; i++) {
		search_stop(search);
		assert_int_equal(search_start(search, doc, query, flags, NULL),
				 STATUS_OK);
		check_walk(search, doc, all, seed);
	}
	search_free(search);
}

static void
check_pattern(const Document *doc, Slice query, unsigned flags, uint32_t *seed)
{
	Pattern *pattern = pattern_new(query, flags, NULL);
	Finder *finder = finder_new(query, flags, NULL);
	ChunkVec slow, fast;
	bool partial;

	assert_int_equal(pattern == NULL, finder == NULL);
	if (!pattern)
		return;
	vec_init(&slow, sizeof(Match));
	vec_init(&fast, sizeof(Match));
	find_slowly(doc, pattern, &slow);
	assert_int_equal(finder_find(finder, doc, &fast, &partial, NULL),
			 STATUS_OK);
	if (!same_matches(&slow, &fast))
		fail_msg("%.*s: %zu matches and not %zu", SLICE_ARGS(query),
			 fast.count, slow.count);
	check_walks(doc, query, flags, &slow, seed);
	vec_done(&fast);
	vec_done(&slow);
	finder_free(finder);
	pattern_free(pattern);
}

static const char *const PARTS[] = {
	"\n", "\n", "  \n", "\n\n", "\n\n", "\t", " ", "\n\n**Ann Lee:** ",
	"\n\n**林茂川**：", "\n\n# ", " #\n\n", "\n\n- ", "\n\n> ", "\n> ", "\n\n```\n",
	"\n\n| a |\n|---|\n| ", "*", "**", "_", "`", "``", "` ", " `", "[", "](http://a/b)",
	"](x \"fog\")", "<b>", "</b>", "<!-- fog -->", "<http://fog.org>", "![",
	"\\*", "\\&", "&", "&amp;", "&#38738;", "&#x9727;", "&#102;og", "R&D", "\x01",
	"fog", "f", "o", "g", "seakay", "sea", "kay", "FOG", "ｆｏｇ", "ſ", "ask",
	"霧", "雾", "人", "工", "人工智能", "人工智慧", "軟", "軟體",
	"软件", "。", "，", "——", "--", "…", "「", "é", "да",
	"\xC2\xAD", "\xE2\x80\x8B", "\xE2\x81\xA0", "&shy;", "’",
	"　", "\xC2\xA0", "👩‍👩‍👧", "e\xCC\x81", "[laughs] ", "12", "2:30",
};

static const char *const PATTERN_PARTS[] = {
	"fog", "fo", "og", "f", "FOG", "seakay", "ask", "霧", "雾",
	"人工智能", "人工", "智", "工智",
	"軟體", "软件", "*", "\\*", "_", "`", "&", "[fo]", "[霧雾]", "[^a]", ".", "\\w",
	"\\s", " ", "+", "?", "{2}", "{0,1}", "(", "(?:", ")", "|", "^", "$", "(?=",
	"(?<=", "\\b", "。", "，", "--", "「", "é", "да", "12", "a.b", "http", "<", ">",
	"!", "\x01", "\x02", "\xC2\xAD", "(?i)", "\\K", "\\Q", "\\E", "ss", "&amp;",
};

static const char *const PINYIN_PARTS[] = {
	"wu", "w", "ren", "r", "rengong", "rgzn", "rj", "ti", "fog", "f", "og",
	"seakay", "xian", "e", " ", "'", "12", "é", "霧", "。",
};

/* What may stand around a word, and between two of its characters. */
static const struct {
	const char *before;
	const char *between;
	const char *after;
} GAPS[] = {
	{ "", "", "" }, { "*", "*", "" }, { "", "**", "**" }, { "_", "_", "" },
	{ "`", "`", "" }, { "` ", " `", "" }, { "", "` ", " `" },
	{ "``", " ``", "" }, { "[", "](http://a.b/c)", "" },
	{ "", "[", "](http://a.b/c)" }, { "![", "](x)", "" },
	{ "", "![", "](x)" }, { "", "<b>", "</b>" }, { "", "<!-- x -->", "" },
	{ "<http://a.b/", ">", "" }, { "", "<", "http://a.b>" },
	{ "", "\n", "" }, { "", " \n", "" }, { "", "  \n ", "" },
	{ "", "\t\n", "" }, { "", "\n　", "" }, { "> ", "\n> ", "" },
	{ "- ", "\n  ", "" }, { "", "\\", "" }, { "", "\x01", "" },
	{ "", "\t", "" }, { "", " ", "" }, { "", "&lrm;", "" },
	{ "", "\xC2\xAD", "" }, { "", "\xE2\x80\x8D\xC2\xAD", "" },
	{ "", "&shy;", "" }, { "", "*\xE2\x81\xA0*", "" },
	{ "\\*", "\\*", "" }, { "&", "", ";" },
};

static void
append_random(uint32_t *seed, const char *const *parts, size_t n_parts,
	      uint32_t n, Buf *out)
{
	buf_clear(out);
	while (n-- > 0)
		buf_append(out, slice_from(parts[random_below(seed, n_parts)]));
}

/* The query of some of the parts. */
static void
check_parts(const Document *doc, const char *const *parts, size_t n_parts,
	    unsigned flags, uint32_t *seed)
{
	Buf query;

	buf_init(&query, PATTERN_MAX);
	append_random(seed, parts, n_parts, 1 + random_below(seed, 4), &query);
	check_pattern(doc, buf_slice(&query), flags, seed);
	buf_done(&query);
}

static void
check_text(Slice bytes, const char *path, uint32_t *seed)
{
	Loaded loaded;

	load(&loaded, bytes, path, LOADER_WHOLE, CUT_WHOLE);
	for (int i = 0; i < PATTERNS; i++) {
		unsigned flags = random_below(seed, 16) | QUERY_PLAIN;

		if (random_below(seed, 2))
			flags |= PATTERN_EXACT_SCRIPT;
		check_parts(loaded.doc, PATTERN_PARTS, N_ITEMS(PATTERN_PARTS),
			    flags, seed);
		check_parts(loaded.doc, PINYIN_PARTS, N_ITEMS(PINYIN_PARTS),
			    PATTERN_PINYIN | QUERY_PLAIN, seed);
	}
	loaded_done(&loaded);
}

static void
random_texts_hold_no_other_matches(void **state)
{
	static const char *const paths[] = { "a.md", "a.md", "a.txt" };
	uint32_t seed = 77;
	Buf text;

	(void)state;
	buf_init(&text, SIZE_MAX);
	for (int i = 0; i < TEXTS; i++) {
		append_random(&seed, PARTS, N_ITEMS(PARTS),
			      random_below(&seed, 120), &text);
		check_text(buf_slice(&text), paths[i % 3], &seed);
	}
	buf_done(&text);
}

/* A paragraph with the word, cut behind byte `at` by each gap. */
static void
append_cut(Slice word, size_t at, Buf *out)
{
	for (size_t i = 0; i < N_ITEMS(GAPS); i++) {
		buf_append(out, slice_from(GAPS[i].before));
		buf_append(out, slice_sub(SLICE("xyz"), 0, i % 4));
		buf_append(out, slice_sub(word, 0, at));
		buf_append(out, slice_from(GAPS[i].between));
		buf_append(out, slice_sub(word, at, SIZE_MAX));
		buf_append(out, slice_from(GAPS[i].after));
		buf_append(out, i % 2 ? SLICE(" and more\n\n") : SLICE("\n\n"));
	}
}

static void
words_with_markup_inside_are_found(void **state)
{
	static const char *const pinyin[] = { "rengongzhineng", "w", "rgzn" };
	static const char *const words[] = {
		"fog", "ai", "人工智能", "霧", "é霧", "а霧", "*x*", "f霧g", "a&b",
		"<霧>", "霧!", "!霧", "seaside", "otter-kayak", "tea霧tea", "it&zzz",
	};
	uint32_t seed = 1;
	Loaded loaded;
	Buf text;

	(void)state;
	buf_init(&text, SIZE_MAX);
	for (size_t i = 0; i < N_ITEMS(words); i++) {
		Slice word = slice_from(words[i]);
		unsigned flags = PATTERN_FIXED | QUERY_PLAIN;

		buf_clear(&text);
		for (size_t at = 0; at <= word.len; at++)
			if (at == word.len ||
			    !utf8_is_continuation(word.ptr[at]))
				append_cut(word, at, &text);
		load(&loaded, buf_slice(&text), "a.md", LOADER_WHOLE,
		     CUT_WHOLE);
		check_pattern(loaded.doc, word, flags, &seed);
		check_pattern(loaded.doc, word, flags | PATTERN_EXACT_SCRIPT,
			      &seed);
		for (size_t k = 0; k < N_ITEMS(pinyin); k++)
			check_pattern(loaded.doc, slice_from(pinyin[k]),
				      PATTERN_PINYIN | QUERY_PLAIN, &seed);
		loaded_done(&loaded);
	}
	buf_done(&text);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(needles_stand_in_whatever_matches),
		cmocka_unit_test(words_with_markup_inside_are_found),
		cmocka_unit_test(random_texts_hold_no_other_matches),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
