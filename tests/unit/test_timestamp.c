#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "base/items.h"
#include "base/mem.h"
#include "document/timestamp.h"

typedef struct Case {
	const char *text;
	size_t len;		/* of the time; 0: none */
	uint32_t ms;
} Case;

typedef size_t Read(Slice text, uint32_t *ret_ms);

static void
check(const Case *cases, size_t n, Read *read)
{
	for (size_t i = 0; i < n; i++) {
		uint32_t ms = 7;
		size_t len = read(slice_from(cases[i].text), &ms);

		if (len != cases[i].len || (len > 0 && ms != cases[i].ms))
			fail_msg("%s: %zu bytes, %u ms", cases[i].text, len,
				 ms);
		if (len == 0 && ms != 7)
			fail_msg("%s: no time, and yet %u ms", cases[i].text,
				 ms);
	}
}

static void
bare_times_have_two_to_four_parts(void **state)
{
	static const Case cases[] = {
		{ "0:05", 4, 5000 },
		{ "12:13 and on", 5, 733000 },
		{ "1:31:07", 7, 5467000 },
		{ "00:02:14", 8, 134000 },
		{ "125:30", 6, 7530000 },
		{ "00:00:01.250", 12, 1250 },
		{ "00:00:01,5", 10, 1500 },
		{ "01:02:03:04", 11, 93784000 },
		{ "3:1", 0, 0 },
		{ "2:0", 0, 0 },
		{ "12:60", 0, 0 },
		{ "12", 0, 0 },
		{ "12:134", 0, 0 },
		{ "a12:13", 0, 0 },
		{ "", 0, 0 },
	};

	(void)state;
	check(cases, N_ITEMS(cases), timestamp_read);
}

static void
brackets_may_be_escaped_and_must_match(void **state)
{
	static const Case cases[] = {
		{ "[00:12] text", 7, 12000 },
		{ "(00:01:21):", 10, 81000 },
		{ "\\[12:13\\]", 9, 733000 },
		{ "（00:00:12）", 14, 12000 },
		{ "[001:02:03:04]", 14, 93784000 },
		{ "[00:12 - 00:15]: text", 15, 12000 },
		{ "[00:00:12.000 --> 00:00:15.500]  text", 31, 12000 },
		{ "(0:12–0:15)", 13, 12000 },
		{ "[00:12 - 15]", 0, 0 },
		{ "[00:12)", 0, 0 },
		{ "[12]", 0, 0 },
		{ "[laughs]", 0, 0 },
		{ "(", 0, 0 },
	};

	(void)state;
	check(cases, N_ITEMS(cases), timestamp_read_bracketed);
}

static void
a_date_may_stand_before_a_time(void **state)
{
	static const Case cases[] = {
		{ "2024-01-31T00:12:13Z Ann", 20, 733000 },
		{ "2024-01-31 00:12:13", 19, 733000 },
		{ "31.01.24, 00:12 - Ann", 18, 12000 },
		{ "[1/31/24, 00:12:13 PM] Ann", 22, 733000 },
		{ "[1/31/24, 00:12:13 Ann", 0, 0 },
		{ "2024-01-31 Ann", 0, 0 },
		{ "2024-01 00:12", 0, 0 },
		{ "00:12:13 Ann", 0, 0 },
		{ "", 0, 0 },
	};

	(void)state;
	check(cases, N_ITEMS(cases), timestamp_read_dated);
}

static void
a_time_may_end_a_line(void **state)
{
	static const Case cases[] = {
		{ "Stephan Livera 00:02:14", 8, 134000 },
		{ "Ann Lee  0:05", 4, 5000 },
		{ "Ann (00:00:12)", 10, 12000 },
		{ "Ann[12:13]", 7, 733000 },
		{ "Ann 2024-01-31 00:12:13", 19, 733000 },
		{ "12:13", 5, 733000 },
		{ "at 12:13 sharp", 0, 0 },
		{ "x12:13", 0, 0 },
		{ "John 3:16)", 0, 0 },
	};

	(void)state;
	check(cases, N_ITEMS(cases), timestamp_read_end);
}

static size_t
skip_before(Slice line, uint32_t *ret_ms)
{
	bool is_clock;

	return timestamp_skip_before(line, ret_ms, &is_clock);
}

static void
a_time_may_stand_before_a_label(void **state)
{
	static const Case cases[] = {
		{ "[00:12:13] Ann: hello", 11, 733000 },
		{ "12:13 - Ann: hello", 8, 733000 },
		{ "[1/31/24, 12:13 AM] Ann: hello", 20, 733000 },
		{ "[12:13", 0, 0 },
		{ "", 0, 0 },
	};

	(void)state;
	check(cases, N_ITEMS(cases), skip_before);
}

/* Sanitizers tell of one that looks at the byte all the same. */
static void
nothing_is_read_behind_the_end(void **state)
{
	static Read *const reads[] = {
		timestamp_read, timestamp_read_bracketed, timestamp_read_dated,
		timestamp_read_end, timestamp_skip, skip_before,
	};
	static const char *const texts[] = { "", "[", "12:13", "[12:13]" };

	(void)state;
	for (size_t i = 0; i < N_ITEMS(texts); i++) {
		Slice exact = slice_from(texts[i]);
		char *copy = mem_alloc(exact.len + 1);

		for (size_t byte = 0; byte < exact.len; byte++)
			copy[byte + 1] = exact.ptr[byte];
		exact.ptr = copy + 1;
		for (size_t j = 0; j < N_ITEMS(reads); j++) {
			uint32_t ms;
			size_t len = reads[j](exact, &ms);

			assert_true(len == 0 || len == exact.len);
		}
		mem_free(copy);
	}
}

static void
a_time_is_written_as_people_write_it(void **state)
{
	static const struct {
		uint32_t time_ms;
		const char *text;
	} cases[] = {
		{ 0, "0:00" },
		{ 5999, "0:05" },
		{ 733000, "12:13" },
		{ 3600000, "1:00:00" },
		{ 5467000, "1:31:07" },
		{ 1044184000, "290:03:04" },
	};

	(void)state;
	for (size_t i = 0; i < N_ITEMS(cases); i++) {
		Buf text;

		buf_init(&text, 100);
		timestamp_append(cases[i].time_ms, &text);
		buf_append_char(&text, '\0');
		assert_string_equal(text.ptr, cases[i].text);
		buf_done(&text);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(bare_times_have_two_to_four_parts),
		cmocka_unit_test(brackets_may_be_escaped_and_must_match),
		cmocka_unit_test(a_date_may_stand_before_a_time),
		cmocka_unit_test(a_time_may_end_a_line),
		cmocka_unit_test(a_time_may_stand_before_a_label),
		cmocka_unit_test(nothing_is_read_behind_the_end),
		cmocka_unit_test(a_time_is_written_as_people_write_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
