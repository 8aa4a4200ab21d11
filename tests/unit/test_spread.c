#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/items.h"
#include "reading/spread.h"
#include "text/uni.h"

/* The rows of `text` as they are painted, `.` in the columns between. */
static void
paint(Slice text, WrapStyle style, Buf *out)
{
	UniBreaker *breaker = uni_breaker_new();
	Wrap wrap;
	Row row;

	wrap_start(&wrap, breaker, text, style);
	while (wrap_next(&wrap, &row)) {
		uint32_t end = row.start + row.shown_len, col = 0;
		Spread spread;

		if (row.start > 0)
			buf_append_char(out, '|');
		spread_row(text, &row, style, &spread);
		for (uint32_t at = row.start; at < end;) {
			Slice rest = slice_sub(text, at, end - at);
			Slice cluster = slice_sub(rest, 0, uni_cluster(rest));

			for (; col < spread_col(&spread, at); col++)
				buf_append_char(out, '.');
			assert_int_equal(spread_byte(&spread, col), at);
			buf_append(out, cluster);
			at += (uint32_t)cluster.len;
			col = spread_end_col(&spread, at);
		}
		assert_int_equal(spread_byte(&spread, col), end);
	}
	uni_breaker_free(breaker);
}

static void
columns_that_the_text_has_not_stand_where_they_look_even(void **state)
{
	static const struct {
		const char *text;
		WrapStyle style;
		const char *rows;
	} cases[] = {
		{ "用GPT做3件事", { 20, WRAP_SPACE }, "用.GPT.做.3.件事" },
		{ "用GPT做", { 20, 0 }, "用GPT做" },
		{ "one two three four", { 10, WRAP_JUSTIFY },
		  "one ...two|three four" },
		{ "a b cc ddddddd", { 9, WRAP_JUSTIFY }, "a .b ..cc|ddddddd" },
		{ "一，二三四五", { 9, WRAP_JUSTIFY }, "一，.二三|四五" },
		/* nothing to widen, or too little: ragged as it was */
		{ "一二三四五六", { 9, WRAP_JUSTIFY }, "一二三四|五六" },
		{ "a ccccccccc", { 9, WRAP_JUSTIFY }, "a|ccccccccc" },
		/* nor the last row of a paragraph, nor one before a break */
		{ "a b\ncccc", { 9, WRAP_JUSTIFY }, "a b|cccc" },
		{ "我們說起河。水", { 10, WRAP_HANG | WRAP_JUSTIFY },
		  "我們說起河。|水" },
	};

	(void)state;
	for (size_t i = 0; i < N_ITEMS(cases); i++) {
		Buf out;

		buf_init(&out, 1000);
		paint(slice_from(cases[i].text), cases[i].style, &out);
		buf_append_char(&out, '\0');
		assert_string_equal(out.ptr, cases[i].rows);
		buf_done(&out);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
			columns_that_the_text_has_not_stand_where_they_look_even),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
