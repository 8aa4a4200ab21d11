/* Unit tests of text/uni and of the program's wcwidth(). */
#include "text/uni.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

#include <cmocka.h>

#include <unicode/uchar.h>

#include "base/items.h"
#include "text/utf8.h"

static void
code_points_have_the_cells_of_a_terminal(void **state)
{
	static const struct {
		uint32_t cp;
		int cells;
	} cases[] = {
		{ 0x00, -1 },  { 0x1B, -1 },  { ' ', 1 },     { '~', 1 },
		{ 0x7F, -1 },  { 0x9F, -1 },  { 0xA0, 1 },    { 0xAD, 1 },
		{ 0xE9, 1 },   { 0x301, 0 },  { 0x20DD, 0 },  { 0x200B, 0 },
		{ 0x200D, 0 }, { 0x202E, 0 }, { 0x2028, -1 }, { 0xFEFF, 0 },
		{ 0xFE0F, 0 }, { 0xFFFD, 1 }, { 0x4E00, 2 },  { 0x9FFF, 2 },
		{ 0x3400, 2 }, { 0xF900, 2 }, { 0x20000, 2 }, { 0x3FFFD, 2 },
		{ 0x3000, 2 }, { 0x300C, 2 }, { 0x302A, 0 },  { 0x303F, 1 },
		{ 0x3042, 2 }, { 0x3099, 0 }, { 0x30A2, 2 },  { 0x30FC, 2 },
		{ 0xFF01, 2 }, { 0xFF1A, 2 }, { 0xFF61, 1 },  { 0xFF9E, 1 },
		{ 0xFFE5, 2 }, { 0xAC00, 2 }, { 0x1100, 2 },  { 0x1160, 0 },
		{ 0x11A8, 0 }, { 0xD7B0, 0 }, { 0x1F600, 2 }, { 0x1F1E6, 1 },
		{ 0x2764, 1 }, { 0x231A, 2 }, { 0xE0041, 0 }, { 0x110000, -1 },
		{ 0x0915, 1 }, { 0x093E, 1 }, { 0x0941, 0 },
	};

	(void)state;
	for (size_t i = 0; i < N_ITEMS(cases); i++)
		if (uni_width(cases[i].cp) != cases[i].cells)
			fail_msg("U+%04X: %d", (unsigned)cases[i].cp,
				 uni_width(cases[i].cp));
}

static bool
breaks_clusters(uint32_t cp)
{
	return u_getIntPropertyValue((UChar32)cp,
				     UCHAR_GRAPHEME_CLUSTER_BREAK) ==
	       U_GCB_CONTROL;
}

/* The ranges must answer as ICU does for all that they take in. */
static void
the_fast_ranges_agree_with_icu(void **state)
{
	char bytes[UTF8_MAX * 2];

	(void)state;
	for (uint32_t cp = 0xA0; cp < 0x20000; cp++) {
		int ea, cells = uni_width(cp);
		size_t len;

		if (cp >= 0xD800 && cp < 0xE000)
			continue;
		ea = u_getIntPropertyValue((UChar32)cp, UCHAR_EAST_ASIAN_WIDTH);
		if (cells > 0 &&
		    (cells == 2) != (ea == U_EA_WIDE || ea == U_EA_FULLWIDTH))
			fail_msg("U+%04X has %d cells", (unsigned)cp, cells);
		len = utf8_encode(cp, bytes);
		len += utf8_encode(0x301, bytes + len);
		if (cells > 0 && !breaks_clusters(cp) &&
		    uni_cluster((Slice){ bytes, len }) != len)
			fail_msg("U+%04X takes no accent", (unsigned)cp);
	}
}

static void
the_ambiguous_width_is_chosen(void **state)
{
	static const uint32_t cases[] = { 0xB7,	  0x2014, 0x2018, 0x201C,
					  0x2026, 0x2460, 0x3B1,  0xE000 };

	(void)state;
	for (int cells = 1; cells <= 2; cells++) {
		uni_set_ambiguous_width(cells);
		assert_int_equal(uni_ambiguous_width(), cells);
		for (size_t i = 0; i < N_ITEMS(cases); i++)
			assert_int_equal(uni_width(cases[i]), cells);
		assert_int_equal(uni_width('a'), 1);
		assert_int_equal(uni_width(0x301), 0);
		assert_int_equal(uni_width(0x4E00), 2);
	}
	uni_set_ambiguous_width(1);
}

static void
wcwidth_answers_from_here(void **state)
{
	(void)state;
	assert_int_equal(wcwidth(L'\0'), 0);
	assert_int_equal(wcwidth(0x1B), -1);
	assert_int_equal(wcwidth(0x8A2A), 2);
	uni_set_ambiguous_width(2);
	assert_int_equal(wcwidth(0x2026), 2);
	uni_set_ambiguous_width(1);
	assert_int_equal(wcwidth(0x2026), 1);
}

static void
clusters_have_whole_cells(void **state)
{
	static const struct {
		const char *cluster;
		int cells;
	} cases[] = {
		{ "a", 1 },
		{ "談", 2 },
		{ "e\u0301", 1 },
		{ "\x1B", 1 },
		{ "\r\n", 1 },
		{ "\u200B", 0 },
		{ "か\u3099", 2 },
		{ "❤", 1 },
		{ "❤\uFE0F", 2 },
		{ "⌚", 2 },
		{ "⌚\uFE0E", 2 },
		{ "1\uFE0F\u20E3", 2 },
		{ "a\uFE0F", 1 },
		{ "一\uFE00", 2 },
		{ "👩\u200D🚀", 2 },
		{ "👨\u200D👩\u200D👧\u200D👦", 2 },
		{ "👍🏽", 2 },
		{ "🇹🇼", 2 },
		{ "🇹", 1 },
		{ "한", 2 },
		{ "\u1112\u1161\u11AB", 2 },
		{ "ｶﾞ", 2 },
		{ "กำ", 2 },
	};

	(void)state;
	for (size_t i = 0; i < N_ITEMS(cases); i++) {
		Slice s = slice_from(cases[i].cluster);

		if (uni_cluster(s) != s.len ||
		    uni_cluster_width(s) != cases[i].cells)
			fail_msg("%s: %zu bytes, %d cells", s.ptr,
				 uni_cluster(s), uni_cluster_width(s));
	}
}

static void
the_first_cluster_ends_where_the_next_begins(void **state)
{
	static const struct {
		const char *text;
		size_t len;
	} cases[] = {
		{ "ab", 1 },	     { "a\u0301b", 3 }, { "談話", 3 },
		{ "a談", 1 },	     { "談a", 3 },	{ "談\u302A話", 6 },
		{ "\r\na", 2 },	     { "\n\u0301", 1 }, { "🇹🇼🇯🇵", 8 },
		{ "👩\u200D🚀👩", 11 }, { "👩🚀", 4 },	{ "a\u200D🚀", 4 },
		{ "\u0600談", 5 },   { "。」", 3 },
	};

	(void)state;
	for (size_t i = 0; i < N_ITEMS(cases); i++) {
		Slice s = slice_from(cases[i].text);

		if (uni_cluster(s) != cases[i].len)
			fail_msg("%s: %zu", s.ptr, uni_cluster(s));
	}
}

static void
a_text_is_as_wide_as_its_clusters(void **state)
{
	(void)state;
	assert_int_equal(uni_text_width(SLICE("")), 0);
	assert_int_equal(uni_text_width(SLICE("訪談 fangtan")), 12);
	assert_int_equal(uni_text_width(SLICE("e\u0301🇹🇼\u200B\tx")), 5);
}

static void
whole_clusters_fit_the_columns(void **state)
{
	static const struct {
		const char *text;
		size_t cols, len, used;
	} cases[] = {
		{ "abc", 0, 0, 0 },	  { "abc", 2, 2, 2 },
		{ "abc", 9, 3, 3 },	  { "訪談", 3, 3, 2 },
		{ "訪談", 4, 6, 4 },	  { "訪談", 1, 0, 0 },
		{ "ae\u0301b", 2, 4, 2 }, { "a\u200Bb", 1, 4, 1 },
		{ "", 5, 0, 0 },	  { "👩\u200D🚀!", 2, 11, 2 },
	};

	(void)state;
	for (size_t i = 0; i < N_ITEMS(cases); i++) {
		Slice s = slice_from(cases[i].text);
		size_t used;

		assert_int_equal(uni_fit(s, cases[i].cols, &used),
				 cases[i].len);
		assert_int_equal(used, cases[i].used);
		assert_int_equal(uni_fit(s, cases[i].cols, NULL), cases[i].len);
	}
}

static void
whole_clusters_fit_the_columns_before_the_end(void **state)
{
	static const struct {
		const char *text;
		size_t cols, len, used;
	} cases[] = {
		{ "abc", 0, 0, 0 },	  { "abc", 2, 2, 2 },
		{ "abc", 9, 3, 3 },	  { "訪談", 3, 3, 2 },
		{ "訪談", 4, 6, 4 },	  { "訪談", 1, 0, 0 },
		{ "ae\u0301", 1, 3, 1 },  { "ae\u0301", 2, 4, 2 },
		{ "", 5, 0, 0 },	  { "👩\u200D🚀!", 2, 1, 1 },
		{ "👩\u200D🚀!", 3, 12, 3 }, { "「あ」い", 5, 6, 4 },
		{ "🇹🇼🇯🇵", 2, 8, 2 },	  { "x🇹🇼🇯🇵", 3, 8, 2 },
	};

	(void)state;
	for (size_t i = 0; i < N_ITEMS(cases); i++) {
		Slice s = slice_from(cases[i].text);
		size_t used;

		assert_int_equal(uni_fit_end(s, cases[i].cols, &used),
				 cases[i].len);
		assert_int_equal(used, cases[i].used);
		assert_int_equal(uni_fit_end(s, cases[i].cols, NULL),
				 cases[i].len);
	}
}

static void
code_points_have_their_classes(void **state)
{
	enum { HAN = 1, SPACE = 2, LETTER = 4, UPPER = 8, CONTROL = 16 };
	static const struct {
		uint32_t cp;
		unsigned classes;
	} cases[] = {
		{ 'a', LETTER },
		{ 'Z', LETTER | UPPER },
		{ '1', 0 },
		{ '@', 0 },
		{ '[', 0 },
		{ ' ', SPACE },
		{ '\n', SPACE | CONTROL },
		{ 0, CONTROL },
		{ 0x7F, CONTROL },
		{ 0x85, SPACE | CONTROL },
		{ 0xA0, SPACE },
		{ 0x3000, HAN | SPACE },
		{ 0x200B, 0 },
		{ 0x8A2A, HAN | LETTER },
		{ 0x20000, HAN | LETTER },
		{ 0x3042, HAN | LETTER },
		{ 0x30FC, HAN | LETTER },
		{ 0x3105, HAN | LETTER },
		{ 0x300C, HAN },
		{ 0xFF0C, HAN },
		{ 0xFF21, HAN | LETTER | UPPER },
		{ 0xAC00, LETTER },
		{ 0x1100, LETTER },
		{ 0x3131, LETTER },
		{ 0x3200, 0 },
		{ 0xE9, LETTER },
		{ 0xC9, LETTER | UPPER },
		{ 0x1C5, LETTER | UPPER },
		{ 0x301, LETTER },
		{ 0x2014, 0 },
		{ 0x202E, CONTROL },
		{ 0x2066, CONTROL },
		{ 0x61C, CONTROL },
		{ 0xFEFF, 0 },
		{ 0x10FFFF, 0 },
	};

	(void)state;
	for (size_t i = 0; i < N_ITEMS(cases); i++) {
		uint32_t cp = cases[i].cp;
		unsigned got = (uni_is_han(cp) ? HAN : 0) |
			       (uni_is_space(cp) ? SPACE : 0) |
			       (uni_is_letter(cp) ? LETTER : 0) |
			       (uni_is_upper(cp) ? UPPER : 0) |
			       (uni_is_control(cp) ? CONTROL : 0);

		if (got != cases[i].classes)
			fail_msg("U+%04X: %u", (unsigned)cp, got);
	}
}

static void
what_equals_without_case_is_all_there(void **state)
{
	static const struct {
		uint32_t cp;
		size_t n;
		uint32_t points[3];
	} cases[] = {
		{ 'a', 2, { 'A', 'a' } },
		{ 'K', 3, { 'K', 'k', 0x212A } },
		{ 0x17F, 3, { 'S', 's', 0x17F } },
		{ 0xFF41, 2, { 0xFF21, 0xFF41 } },
		{ 0x9727, 1, { 0x9727 } },
		{ '-', 1, { '-' } },
		{ 0x3B8, 0, { 0 } },	/* four: more than there is room for */
	};
	uint32_t points[3];

	(void)state;
	for (size_t i = 0; i < N_ITEMS(cases); i++) {
		size_t n = uni_case_variants(cases[i].cp, points, 3);

		assert_int_equal(n, cases[i].n);
		assert_memory_equal(points, cases[i].points,
				    n * sizeof(*points));
	}
}

static void
case_is_folded_without_a_locale(void **state)
{
	static const struct {
		const char *text, *want;
	} cases[] = {
		{ "", "" },
		{ "already", "already" },
		{ "DARIO Amodei 說", "dario amodei 說" },
		{ "ÉÀ ΣΑΣ", "éà σασ" },
		{ "I\u0130", "i\u0130" },
		{ "Ａ", "ａ" },
		{ "\u1E9E", "\u00DF" },
	};
	Buf out;

	(void)state;
	for (size_t i = 0; i < N_ITEMS(cases); i++) {
		buf_init(&out, 100);
		assert_true(uni_fold_case(slice_from(cases[i].text), &out));
		assert_true(
			slice_eq(buf_slice(&out), slice_from(cases[i].want)));
		buf_done(&out);
	}
	buf_init(&out, 4);
	assert_true(buf_append(&out, SLICE("x")));
	assert_false(uni_fold_case(SLICE("AaBb"), &out));
	assert_true(slice_eq(buf_slice(&out), SLICE("x")));
	buf_done(&out);
}

/* A text with `|` where a line may break, and `!` where it must. */
static const char *const break_cases[] = {
	"hello |world",
	"訪|談|記|錄",
	"他|說：|「你|好。」|她|說",
	"（笑）|好|的，|是",
	"2025 |年 |3.14|元",
	"one\n!two\n!",
	"甲\n!\n!乙",
	"甲\u2028!乙",
	"e\u0301e\u0301 |a\u00A0b",
	"カー|キャッ|ト",
	"「引|用」……|好",
	"https://|example.com/|a",
	"x",
};

/* Splits a case into its text and the marks behind each byte of it. */
static size_t
read_break_case(const char *c, char *text, char *marks)
{
	size_t len = 0;

	for (; *c; c++) {
		if (*c == '|' || *c == '!') {
			marks[len] = *c;
			continue;
		}
		text[len++] = *c;
		marks[len] = '\0';
	}
	return len;
}

static void
check_break(UniBreaker *breaker, const char *marks, Slice text, size_t off)
{
	bool hard;
	size_t next = uni_breaker_next(breaker, 0, off, &hard);
	size_t want = off + 1;

	while (want < text.len && !marks[want])
		want++;
	if (next != want || hard != (marks[next] == '!'))
		fail_msg("%.*s: from %zu to %zu, not %zu (%s)",
			 SLICE_ARGS(text), off, next, want,
			 hard ? "hard" : "soft");
}

static void
lines_break_by_the_strict_chinese_rules(void **state)
{
	UniBreaker *breaker = uni_breaker_new();
	char text[200], marks[200];
	bool hard;

	(void)state;
	for (size_t i = 0; i < N_ITEMS(break_cases); i++) {
		Slice s = { text,
			    read_break_case(break_cases[i], text, marks) };

		uni_breaker_set_text(breaker, s);
		for (size_t off = 0; off < s.len;
		     off = uni_breaker_next(breaker, 0, off, &hard))
			check_break(breaker, marks, s, off);
	}
	uni_breaker_free(breaker);
	uni_breaker_free(NULL);
}

static void
breaks_are_found_from_any_place(void **state)
{
	UniBreaker *breaker = uni_breaker_new();
	char text[200], marks[200];
	Slice s = { text, read_break_case(break_cases[2], text, marks) };

	(void)state;
	uni_breaker_set_text(breaker, s);
	for (size_t i = 0; i < 400; i++) {
		size_t off = i * 37 % s.len;

		if (!utf8_is_continuation(text[off]))
			check_break(breaker, marks, s, off);
	}
	uni_breaker_free(breaker);
}

static void
there_is_no_break_behind_the_end(void **state)
{
	UniBreaker *breaker = uni_breaker_new();
	bool hard = true;

	(void)state;
	assert_int_equal(uni_breaker_next(breaker, 0, 0, &hard), 0);
	assert_false(hard);
	uni_breaker_set_text(breaker, SLICE("a b"));
	assert_int_equal(uni_breaker_next(breaker, 0, 2, &hard), 3);
	assert_int_equal(uni_breaker_next(breaker, 0, 3, &hard), 3);
	assert_int_equal(uni_breaker_next(breaker, 0, 9, &hard), 3);
	assert_int_equal(uni_breaker_next(breaker, 0, 0, &hard), 2);
	uni_breaker_set_text(breaker, (Slice){ NULL, 0 });
	assert_int_equal(uni_breaker_next(breaker, 0, 0, &hard), 0);
	uni_breaker_free(breaker);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(code_points_have_the_cells_of_a_terminal),
		cmocka_unit_test(the_fast_ranges_agree_with_icu),
		cmocka_unit_test(the_ambiguous_width_is_chosen),
		cmocka_unit_test(wcwidth_answers_from_here),
		cmocka_unit_test(clusters_have_whole_cells),
		cmocka_unit_test(the_first_cluster_ends_where_the_next_begins),
		cmocka_unit_test(a_text_is_as_wide_as_its_clusters),
		cmocka_unit_test(whole_clusters_fit_the_columns),
		cmocka_unit_test(whole_clusters_fit_the_columns_before_the_end),
		cmocka_unit_test(code_points_have_their_classes),
		cmocka_unit_test(what_equals_without_case_is_all_there),
		cmocka_unit_test(case_is_folded_without_a_locale),
		cmocka_unit_test(lines_break_by_the_strict_chinese_rules),
		cmocka_unit_test(breaks_are_found_from_any_place),
		cmocka_unit_test(there_is_no_break_behind_the_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
