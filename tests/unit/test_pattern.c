/* Unit tests of reading/pattern. */
#include "reading/pattern.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/items.h"
#include "base/mem.h"
#include "base/vec.h"

typedef struct MatchCase {
	const char *source;
	unsigned flags;
	const char *text;
	const char *want; /* the matches, each behind a `|` */
} MatchCase;

static void
append_matches(const Pattern *pattern, Slice text, Buf *out)
{
	size_t from = 0;
	size_t start;
	size_t len;

	while (pattern_find(pattern, text, from, &start, &len) ==
	       PATTERN_FOUND) {
		assert_true(start >= from);
		assert_true(len > 0);
		buf_append_char(out, '|');
		buf_append(out, slice_sub(text, start, len));
		from = start + len;
	}
}

static void
check_match(const MatchCase *item)
{
	Err err = { 0 };
	Pattern *pattern = pattern_new(slice_from(item->source),
				       item->flags | PATTERN_EXACT_SCRIPT,
				       &err);
	Buf out;

	if (!pattern)
		fail_msg("%s: %s", item->source, err.text);
	buf_init(&out, 4096);
	append_matches(pattern, slice_from(item->text), &out);
	buf_append_char(&out, '\0');
	if (strcmp(out.ptr, item->want) != 0)
		fail_msg("%s on %s: %s", item->source, item->text, out.ptr);
	buf_done(&out);
	pattern_free(pattern);
}

static void
check_matches(const MatchCase *items, size_t n)
{
	for (size_t i = 0; i < n; i++)
		check_match(&items[i]);
}

static void
literal_is_taken_as_it_stands(void **state)
{
	static const MatchCase CASES[] = {
		{ "a.c", PATTERN_FIXED, "abc a.c", "|a.c" },
		{ "(", PATTERN_FIXED, "f(x)", "|(" },
		{ "\\", PATTERN_FIXED, "a\\b", "|\\" },
		{ "\\E", PATTERN_FIXED, "a\\Eb", "|\\E" },
		{ "[x] #", PATTERN_FIXED, "[x] #", "|[x] #" },
		{ "$1", PATTERN_FIXED, "$1^2", "|$1" },
		{ "安全", PATTERN_FIXED, "不安全的安全", "|安全|安全" },
		{ "。", PATTERN_FIXED, "好。", "|。" },
		{ "😀", PATTERN_FIXED, "a😀😀", "|😀|😀" },
	};

	(void)state;
	check_matches(CASES, N_ITEMS(CASES));
}

static void
regex_is_unicode(void **state)
{
	static const MatchCase CASES[] = {
		{ "安.", 0, "安全安", "|安全" },
		{ "\\w+", 0, "你好，世界 été", "|你好|世界|été" },
		{ "\\d+", 0, "１２ 34", "|１２|34" },
		{ "\\p{Han}+", 0, "AI是人工智慧", "|是人工智慧" },
		{ "[一-龥]", 0, "a好b", "|好" },
		{ "出口|管制", 0, "出口管制", "|出口|管制" },
		{ "^你", 0, "你你", "|你" },
		{ "你$", 0, "你你", "|你" },
		{ "好$", 0, "好\n", "" },
		{ "(?<=口)管", 0, "出口管，管", "|管" },
		{ "a{", 0, "a{1", "|a{" },
		{ "\\Q(a", 0, "(a", "|(a" },
		{ "a(?C)b", 0, "ab", "|ab" },
		{ "a\\Kb", 0, "ab", "|b" },
	};

	(void)state;
	check_matches(CASES, N_ITEMS(CASES));
}

static void
match_is_never_empty(void **state)
{
	static const MatchCase CASES[] = {
		{ "a*", 0, "baac", "|aa" },
		{ "x*", 0, "abc", "" },
		{ "^", 0, "abc", "" },
		{ "|a", 0, "ba", "|a" },
		{ "", 0, "abc", "" },
		{ "", PATTERN_FIXED, "abc", "" },
		{ "", PATTERN_WORD, "abc", "" },
		{ "a?", 0, "", "" },
	};

	(void)state;
	check_matches(CASES, N_ITEMS(CASES));
}

static void
case_matters_only_where_upper_case_is_typed(void **state)
{
	static const MatchCase CASES[] = {
		{ "kevin", 0, "Kevin KEVIN", "|Kevin|KEVIN" },
		{ "Kevin", 0, "Kevin KEVIN kevin", "|Kevin" },
		{ "été", 0, "ÉTÉ", "|ÉTÉ" },
		{ "Été", 0, "ÉTÉ été", "" },
		{ "ж", 0, "Ж", "|Ж" },
		{ "Ж", 0, "ж", "" },
		{ "a\\W", 0, "A ", "|A " },
		{ "\\Sb", 0, "AB", "|AB" },
		{ "\\p{Lu}b", PATTERN_EXACT_CASE, "AB Ab", "|Ab" },
		{ "\\p{Han}a", 0, "好A", "|好A" },
		{ "\\PLa", 0, "1A", "|1A" },
		{ "\\x{4E}a", 0, "NA", "|NA" },
		{ "\\x4Ea", 0, "na", "|na" },
		{ "(?<Name>a)\\k<Name>", 0, "aA", "|aA" },
		{ "(?P<Name>a)(?P=Name)", 0, "aA", "|aA" },
		{ "(?:A)", 0, "aA", "|A" },
		{ "(?<=A)b", 0, "ab Ab", "|b" },
		{ "(?#No)a", 0, "A", "|A" },
		{ "(*NO_JIT)a", 0, "A", "|A" },
		{ "\\QA\\Eb", 0, "ab Ab", "|Ab" },
		{ "\\W", PATTERN_FIXED, "\\w \\W", "|\\W" },
		{ "A", PATTERN_IGNORE_CASE, "a", "|a" },
		{ "a", PATTERN_EXACT_CASE, "A", "" },
		{ "a", PATTERN_EXACT_CASE | PATTERN_FIXED, "Aa", "|a" },
	};

	(void)state;
	check_matches(CASES, N_ITEMS(CASES));
}

static void
word_has_no_word_around_it(void **state)
{
	static const MatchCase CASES[] = {
		{ "ai", PATTERN_WORD, "ai said AI.", "|ai|AI" },
		{ "a|ai", PATTERN_WORD, "ai", "|ai" },
		{ "ai", PATTERN_WORD, "用AI的", "|AI" },
		{ "安全", PATTERN_WORD, "不安全的", "|安全" },
		{ "-x", PATTERN_WORD, "a-x -x", "|-x" },
		{ "a.b", PATTERN_WORD | PATTERN_FIXED, "a.b axb a.bc", "|a.b" },
		{ "\\Qa.", PATTERN_WORD, "a. b", "|a." },
		{ "(a)\\1", PATTERN_WORD, "aa aaa", "|aa" },
	};

	(void)state;
	check_matches(CASES, N_ITEMS(CASES));
}

static void
unfinished_pattern_is_told_with_its_place(void **state)
{
	static const struct {
		const char *source;
		const char *want;
	} CASES[] = {
		{ "(", "a closing parenthesis is missing at character 2" },
		{ "(安全", "a closing parenthesis is missing at character 4" },
		{ "[", "a closing bracket is missing at character 2" },
		{ "a\\", "a character is missing behind the backslash"
			 " at character 3" },
		{ "*", "there is nothing to repeat at character 1" },
		{ "a)", "an opening parenthesis is missing for the closing one"
			" at character 2" },
		{ "安[b-a]", "the range in brackets is in the wrong order"
			     " at character 5" },
		{ "a\\C", "\\C is not allowed, use . for a character"
			  " at character 4" },
		{ "\xFF", "the pattern is no valid UTF-8 at character 1" },
	};

	(void)state;
	for (size_t i = 0; i < N_ITEMS(CASES); i++) {
		Err err = { 0 };
		assert_null(pattern_new(slice_from(CASES[i].source), 0,
					&err));
		assert_string_equal(err.text, CASES[i].want);
	}
}

static void
every_beginning_of_a_pattern_compiles_or_is_told(void **state)
{
	static const char SOURCE[] = "(?<N>a{1,2})\\p{Lu}[[:alpha:]\\x{4e00}](?"
				     "=b)\\k<N>(?i:C)*+\\Qz";

	(void)state;
	for (size_t len = 0; len < sizeof(SOURCE); len++) {
		for (unsigned flags = 0; flags < 16; flags++) {
			Err err = { 0 };
			Slice source = { SOURCE, len };
			Pattern *pattern = pattern_new(source, flags, &err);
			assert_true(pattern || err.text[0] != '\0');
			pattern_free(pattern);
		}
	}
}

static void
pattern_that_closes_what_is_around_it_is_refused(void **state)
{
	Err err = { 0 };

	(void)state;
	assert_null(pattern_new(SLICE("a)(b"), PATTERN_WORD, &err));
	assert_string_equal(err.text, "an opening parenthesis is missing for "
				      "the closing one at character 2");
}

static void
too_long_pattern_is_refused(void **state)
{
	static char source[PATTERN_MAX + 1];
	Err err = { 0 };

	(void)state;
	memset(source, '.', sizeof(source));
	assert_null(pattern_new((Slice){ source, PATTERN_MAX + 1 }, 0,
					&err));
	assert_string_equal(err.text, "the pattern is longer than 4096 bytes");
	Pattern *pattern = pattern_new((Slice){ source, PATTERN_MAX },
				       PATTERN_FIXED | PATTERN_WORD, &err);
	assert_non_null(pattern);
	pattern_free(pattern);
}

static void
bad_bytes_in_the_text_match_nothing_and_do_no_harm(void **state)
{
	static const MatchCase CASES[] = {
		{ ".", 0,
		  "a\xFF\xE5\xAE"
		  "b",
		  "|a|b" },
		{ "(*NO_JIT).", 0,
		  "a\xFF\xE5\xAE"
		  "b",
		  "|a|b" },
		{ "全", 0, "\xE5\xAE全\x89", "|全" },
	};

	(void)state;
	check_matches(CASES, N_ITEMS(CASES));
}

static void
check_limit(const char *source, char *text, size_t len)
{
	Err err = { 0 };
	Pattern *pattern = pattern_new(slice_from(source), 0, &err);
	size_t start;
	size_t match_len;

	assert_non_null(pattern);
	PatternResult result = pattern_find(pattern, (Slice){ text, len }, 0,
					    &start, &match_len);
	assert_true(result == PATTERN_LIMIT || result == PATTERN_NONE);
	pattern_free(pattern);
}

static void
runaway_pattern_ends_at_a_limit(void **state)
{
	static const char *const SOURCES[] = {
		"(a+)+$",
		"(*NO_JIT)(a+)+$",
		"(a|a)*$",
		"a*[xy]",
		"(*NO_JIT)a*[xy]",
		"(?s).*.*[xy]",
		"(?:\\w+\\s?)+[xy]",
		"(*NO_JIT)(a|a)*$",
		"(?:a?){50}a{50}c",
		"(*LIMIT_MATCH=4000000000)(a+)+$",
		"(*LIMIT_HEAP=4000000000)(*NO_JIT)(a|aa)*$",
		"((?1)a|c)",
	};
	size_t len = 100 * 1000;
	char *text = mem_alloc(len);

	(void)state;
	memset(text, 'a', len);
	text[len - 1] = 'b';
	for (size_t i = 0; i < N_ITEMS(SOURCES); i++)
		check_limit(SOURCES[i], text, len);
	mem_free(text);
}

static void
long_match_needs_no_jit_stack(void **state)
{
	size_t len = 20 * 1000;
	char *text = mem_alloc(len);
	Err err = { 0 };
	Pattern *pattern = pattern_new(SLICE("(a|b)*c"), 0, &err);
	size_t start = 1;
	size_t match_len = 0;

	(void)state;
	assert_non_null(pattern);
	memset(text, 'a', len);
	text[len - 1] = 'c';
	assert_int_equal(pattern_find(pattern, (Slice){ text, len }, 0, &start,
				      &match_len),
			 PATTERN_FOUND);
	assert_int_equal(start, 0);
	assert_int_equal(match_len, len);
	pattern_free(pattern);
	mem_free(text);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(literal_is_taken_as_it_stands),
		cmocka_unit_test(regex_is_unicode),
		cmocka_unit_test(match_is_never_empty),
		cmocka_unit_test(case_matters_only_where_upper_case_is_typed),
		cmocka_unit_test(word_has_no_word_around_it),
		cmocka_unit_test(unfinished_pattern_is_told_with_its_place),
		cmocka_unit_test(
			every_beginning_of_a_pattern_compiles_or_is_told),
		cmocka_unit_test(
			pattern_that_closes_what_is_around_it_is_refused),
		cmocka_unit_test(too_long_pattern_is_refused),
		cmocka_unit_test(
			bad_bytes_in_the_text_match_nothing_and_do_no_harm),
		cmocka_unit_test(runaway_pattern_ends_at_a_limit),
		cmocka_unit_test(long_match_needs_no_jit_stack),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
