#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/items.h"
#include "document/wrap.h"
#include "support/random.h"
#include "text/linebreak.h"

typedef struct WrapCase {
	const char *text;
	uint32_t cols;
	const char *rows;	/* `|` between; what hangs is not shown */
} WrapCase;

static const WrapCase cases[] = {
	/* words */
	{ "one two three", 20, "one two three" },
	{ "one two three", 8, "one two|three" },
	{ "one two three", 7, "one two|three" },
	{ "one two three", 6, "one|two|three" },
	{ "one", 3, "one" },
	{ "well-known fact", 7, "well-|known|fact" },
	/* white space hangs */
	{ "one   two  ", 3, "one|two" },
	{ "   ", 2, "" },
	{ "  a", 2, "|a" },
	{ "a\xE3\x80\x80" "b", 1, "a|b" },
	/* a word wider than the row */
	{ "abcdefgh", 3, "abc|def|gh" },
	{ "a bcdefgh", 3, "a|bcd|efg|h" },
	{ "中文", 1, "中|文" },
	/* Chinese: no stop begins a row, no opening bracket ends one */
	{ "我們說起河。", 12, "我們說起河。" },
	{ "我們說起河。", 10, "我們說起|河。" },
	{ "我們「說」起", 6, "我們|「說」|起" },
	{ "中文abc中文", 5, "中文|abc中|文" },
	{ "中文abc中文", 8, "中文abc|中文" },
	{ "我們（ 說 ）起。", 8, "我們|（ 說 ）|起。" },
	{ "甲乙……丙", 5, "甲|乙……|丙" },
	{ "甲乙 ……丙", 6, "甲|乙 ……|丙" },
	{ "甲——乙丙", 3, "甲|——|乙|丙" },
	{ "－－甲乙", 4, "－－|甲乙" },
	{ "達里奧·阿莫", 6, "達里|奧·阿|莫" },
	{ "我有３０％。", 8, "我有|３０％。" },
	{ "我有50 %的", 5, "我有|50 %|的" },
	{ "共￥30元", 6, "共|￥30元" },
	{ "思考 20 分鐘", 8, "思考|20 分鐘" },
	{ "有3.5億人", 6, "有|3.5億|人" },
	{ "在第5排", 5, "在第5|排" },
	{ "it has 16 GB of", 9, "it has|16 GB of" },
	{ "we saw 16 Germans", 10, "we saw 16|Germans" },
	{ "カッターやきょう", 4, "カッ|ター|や|きょ|う" },
	{ "！！！！！", 6, "！！！|！！" },
	{ "甲！！！！！", 6, "甲！！|！！！" },
	{ "河http://example.org）水", 10, "河http://|example.or|g）水" },
	{ "河abcdefghij）水", 12, "河|abcdefghij）|水" },
	{ "abcdefghij）水", 10, "abcdefghi|j）水" },
	/* curly quotes open and close beside Han, and do not beside Latin */
	{ "他說“好的”就走", 6, "他說|“好的”|就走" },
	{ "他說“好”就走", 8, "他說“好”|就走" },
	{ "他說 “ 好的 ” 就", 9, "他說 “ 好|的 ” 就" },
	{ "他用‘AI’做", 5, "他用|‘AI’|做" },
	{ "early ’90s", 5, "early|’90s" },
	{ "say “yes” now", 7, "say|“yes”|now" },
	/* clusters stay whole */
	{ "e\xCC\x81" "e\xCC\x81" "e\xCC\x81", 2,
	  "e\xCC\x81" "e\xCC\x81|e\xCC\x81" },
	{ "👩‍👩‍👧‍👦👩‍👩‍👧‍👦", 2, "👩‍👩‍👧‍👦|👩‍👩‍👧‍👦" },
	{ "🇹🇼🇯🇵", 3, "🇹🇼|🇯🇵" },
	/* hard breaks */
	{ "a\nb", 10, "a|b" },
	{ "a\n\nb\n", 10, "a||b" },
	{ "a  \r\nb", 10, "a|b" },
	{ "one two\nthree", 0, "one two|three" },
	{ "one two three", 0, "one two three" },
};

/* What the styles do. */
static const struct {
	const char *text;
	WrapStyle style;
	const char *rows;
	uint32_t first_cols;
} styled[] = {
	{ "我們說起河。水", { 10, WRAP_HANG }, "我們說起河。|水", 12 },
	{ "我們說起a。水", { 10, WRAP_HANG }, "我們說起a。|水", 11 },
	{ "我們說起河。」水", { 10, WRAP_HANG }, "我們說起|河。」水", 8 },
	{ "我們說起河！水", { 10, WRAP_HANG }, "我們說起|河！水", 8 },
	{ "我們說起河。水", { 9, WRAP_HANG }, "我們說起|河。水", 8 },
	{ "用GPT做", { 20, WRAP_SPACE }, "用GPT做", 9 },
	{ "用GPT做", { 8, WRAP_SPACE }, "用GPT|做", 6 },
	{ "用 GPT，做", { 20, WRAP_SPACE }, "用 GPT，做", 10 },
	{ "在3月", { 20, WRAP_SPACE }, "在3月", 7 },
	{ "在３月", { 20, WRAP_SPACE }, "在３月", 6 },
};

/*
 * The shown rows of `text`, joined by `|`; checks that they partition it.
 * Returns the columns of the first.
 */
static uint32_t
join_rows(UniBreaker *breaker, Slice text, WrapStyle style, Buf *out)
{
	uint32_t first_cols = 0;
	Wrap wrap;
	Row row;
	uint32_t pos = 0;

	wrap_start(&wrap, breaker, text, style);
	while (wrap_next(&wrap, &row)) {
		Slice shown = { text.ptr + row.start, row.shown_len };

		assert_int_equal(row.start, pos);
		assert_true(row.len > 0);
		assert_true(row.shown_len <= row.len);
		assert_true(row.cols == uni_text_width(shown)
			    || (style.flags & WRAP_SPACE));
		if (pos == 0)
			first_cols = row.cols;
		else
			buf_append_char(out, '|');
		buf_append(out, shown);
		pos += row.len;
	}
	assert_int_equal(pos, text.len);
	return first_cols;
}

static void
styles_let_stops_hang_and_letters_stand_apart(void **state)
{
	for (size_t i = 0; i < N_ITEMS(styled); i++) {
		uint32_t cols;
		Buf out;

		buf_init(&out, 1000);
		cols = join_rows(*state, slice_from(styled[i].text),
				 styled[i].style, &out);
		buf_append_char(&out, '\0');
		assert_string_equal(out.ptr, styled[i].rows);
		if (cols != styled[i].first_cols)
			fail_msg("%s: %u columns", styled[i].text, cols);
		buf_done(&out);
	}
}

static void
rows_are_as_the_rules_say(void **state)
{
	UniBreaker *breaker = *state;

	for (size_t i = 0; i < N_ITEMS(cases); i++) {
		Buf out;

		buf_init(&out, 1000);
		join_rows(breaker, slice_from(cases[i].text),
			  (WrapStyle){ cases[i].cols, 0 }, &out);
		buf_append_char(&out, '\0');
		assert_string_equal(out.ptr, cases[i].rows);
		buf_done(&out);
	}
}

static void
an_empty_text_has_no_row(void **state)
{
	Wrap wrap;
	Row row;

	wrap_start(&wrap, *state, SLICE(""), (WrapStyle){ 10, 0 });
	assert_false(wrap_next(&wrap, &row));
}

static void
random_text(unsigned *seed, Buf *out)
{
	static const char *const parts[] = {
		"a", "word", " ", "  ", "河", "「", "」", "。", "，", "、", ",",
		"\n", "-",
		"e\xCC\x81", "👩‍👩‍👧", "\xC2\xA0", "http://x.org/a_b", "\x01",
		"……", "“", "”", "——", "%", "\xE2\x80\x8B",
		"河水河水河水河水河水", "한국", "(", ")", "3.14", "\xE2\x80\xA8",
	};
	unsigned n = random_next(seed) % 60;

	buf_clear(out);
	while (n-- > 0)
		buf_append(out, slice_from(parts[random_below(seed, N_ITEMS(parts))]));
}

static bool
is_one_cluster(Slice s)
{
	return s.len > 0 && uni_cluster(s) == s.len;
}

static void
random_rows_partition_the_text_and_fit(void **state)
{
	unsigned seed = 7;
	Buf text;

	buf_init(&text, 10000);
	for (int i = 0; i < 2000; i++) {
		uint32_t cols = 1 + random_next(&seed) % 30;
		uint32_t pos = 0;
		Wrap wrap;
		Row row;

		random_text(&seed, &text);
		wrap_start(&wrap, *state, buf_slice(&text),
			   (WrapStyle){ cols, 0 });
		while (wrap_next(&wrap, &row)) {
			Slice shown = { text.ptr + row.start, row.shown_len };

			assert_int_equal(row.start, pos);
			assert_true(row.len > 0);
			assert_true(row.cols <= cols
				    || is_one_cluster(shown));
			pos += row.len;
		}
		assert_int_equal(pos, text.len);
	}
	buf_done(&text);
}

/* Whether the tailoring lets a line break where UAX #14 does, or not. */
static bool
is_let(Slice text, size_t pos, bool standard)
{
	return standard ? !linebreak_keeps(text, pos)
			: linebreak_adds(text, pos);
}

/* Marks in `may` and `must` where a line may, must break. */
static void
find_breaks(UniBreaker *breaker, Slice text, bool *may, bool *must)
{
	bool hard;

	memset(may, 0, (text.len + 1) * sizeof(*may));
	memset(must, 0, (text.len + 1) * sizeof(*must));
	uni_breaker_set_text(breaker, text);
	for (size_t pos = 0; pos < text.len;) {
		pos = uni_breaker_next(breaker, 0, pos, &hard);
		may[pos] = true;
		must[pos] = hard;
	}
	for (size_t pos = uni_cluster(text); pos < text.len;
	     pos += uni_cluster(slice_sub(text, pos, text.len)))
		may[pos] = must[pos] || is_let(text, pos, may[pos]);
}

static bool
any_of(const bool *flags, uint32_t from, uint32_t end)
{
	for (; from < end; from++)
		if (flags[from])
			return true;
	return false;
}

static void
rows_end_where_breaks_are_unless_there_is_none(void **state)
{
	bool may[2000], must[2000];
	UniBreaker *other = uni_breaker_new();
	unsigned seed = 23;
	Buf text;

	buf_init(&text, 1999);
	for (int i = 0; i < 2000; i++) {
		Wrap wrap;
		Row row;

		random_text(&seed, &text);
		if (text.len == 0)
			continue;
		find_breaks(other, buf_slice(&text), may, must);
		wrap_start(&wrap, *state, buf_slice(&text),
			   (WrapStyle){ 1 + random_next(&seed) % 30, 0 });
		while (wrap_next(&wrap, &row)) {
			uint32_t end = row.start + row.len;

			assert_false(any_of(must, row.start + 1, end));
			assert_true(end == text.len || may[end]
				    || !any_of(may, row.start + 1, end));
		}
	}
	buf_done(&text);
	uni_breaker_free(other);
}

static void
rows_are_the_same_after_the_breaker_was_away(void **state)
{
	unsigned seed = 11;
	Buf text;

	buf_init(&text, 10000);
	for (int i = 0; i < 300; i++) {
		UniBreaker *other = uni_breaker_new();
		Wrap whole, cut;
		Row a, b;

		random_text(&seed, &text);
		wrap_start(&whole, other, buf_slice(&text),
			   (WrapStyle){ 9, 0 });
		wrap_start(&cut, *state, buf_slice(&text),
			   (WrapStyle){ 9, 0 });
		while (wrap_next(&whole, &a)) {
			uni_breaker_set_text(*state, SLICE("elsewhere 別處"));
			wrap_resume(&cut);
			assert_true(wrap_next(&cut, &b));
			assert_memory_equal(&a, &b, sizeof(a));
		}
		assert_false(wrap_next(&cut, &b));
		uni_breaker_free(other);
	}
	buf_done(&text);
}

static void
a_megabyte_without_a_break_is_no_trouble(void **state)
{
	size_t len = 1000 * 1000;
	char *text = malloc(len);
	Wrap wrap;
	Row row;
	size_t rows = 0;

	memset(text, 'x', len);
	wrap_start(&wrap, *state, (Slice){ text, len },
		   (WrapStyle){ 50, 0 });
	while (wrap_next(&wrap, &row))
		rows++;
	assert_int_equal(rows, len / 50);
	free(text);
}

static int
open_breaker(void **state)
{
	*state = uni_breaker_new();
	return 0;
}

static int
close_breaker(void **state)
{
	uni_breaker_free(*state);
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rows_are_as_the_rules_say),
		cmocka_unit_test(styles_let_stops_hang_and_letters_stand_apart),
		cmocka_unit_test(an_empty_text_has_no_row),
		cmocka_unit_test(random_rows_partition_the_text_and_fit),
		cmocka_unit_test(
			rows_end_where_breaks_are_unless_there_is_none),
		cmocka_unit_test(rows_are_the_same_after_the_breaker_was_away),
		cmocka_unit_test(a_megabyte_without_a_break_is_no_trouble),
	};

	return cmocka_run_group_tests(tests, open_breaker, close_breaker);
}
