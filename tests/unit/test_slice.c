/* Unit tests of base/slice. */
#include "base/slice.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

#include "base/items.h"

static void
assert_slice(Slice got, const char *want)
{
	Slice wanted = slice_from(want);

	assert_int_equal(got.len, wanted.len);
	assert_true(slice_eq(got, wanted));
}

static void
slice_of_no_string_is_empty(void **state)
{
	(void)state;
	assert_int_equal(slice_from(NULL).len, 0);
	assert_slice(slice_from("ab"), "ab");
	assert_int_equal(SLICE("a\0b").len, 3);
}

static void
sub_is_clipped_to_the_slice(void **state)
{
	static const struct {
		size_t off, len;
		const char *want;
	} cases[] = {
		{ 0, 3, "abc" }, { 1, 1, "b" }, { 1, SIZE_MAX, "bc" },
		{ 3, 1, "" },	 { 4, 1, "" },	{ SIZE_MAX, SIZE_MAX, "" },
	};

	(void)state;
	for (size_t i = 0; i < N_ITEMS(cases); i++)
		assert_slice(
			slice_sub(SLICE("abc"), cases[i].off, cases[i].len),
			cases[i].want);
	assert_int_equal(slice_sub((Slice){ NULL, 0 }, 1, 1).len, 0);
}

static void
equality_looks_at_all_bytes(void **state)
{
	(void)state;
	assert_true(slice_eq(SLICE("a\0b"), SLICE("a\0b")));
	assert_false(slice_eq(SLICE("a\0b"), SLICE("a\0c")));
	assert_false(slice_eq(SLICE("ab"), SLICE("a")));
	assert_true(slice_eq((Slice){ NULL, 0 }, SLICE("")));
}

static void
case_is_ignored_for_ascii_only(void **state)
{
	(void)state;
	assert_true(slice_eq_nocase(SLICE("AzZ@[`"), SLICE("aZz@[`")));
	assert_false(slice_eq_nocase(SLICE("@"), SLICE("`")));
	assert_false(slice_eq_nocase(SLICE("É"), SLICE("é")));
	assert_false(slice_eq_nocase(SLICE("a"), SLICE("ab")));
}

static void
starts_and_ends_compare_whole_parts(void **state)
{
	(void)state;
	assert_true(slice_starts(SLICE("abc"), SLICE("ab")));
	assert_true(slice_starts(SLICE("abc"), SLICE("")));
	assert_false(slice_starts(SLICE("abc"), SLICE("abcd")));
	assert_false(slice_starts(SLICE("abc"), SLICE("b")));
	assert_true(slice_ends(SLICE("abc"), SLICE("bc")));
	assert_true(slice_ends(SLICE(""), SLICE("")));
	assert_false(slice_ends(SLICE("abc"), SLICE("xabc")));
	assert_false(slice_ends(SLICE("abc"), SLICE("b")));
}

static void
find_gives_the_first_place(void **state)
{
	static const struct {
		const char *text, *needle;
		size_t want;
	} cases[] = {
		{ "abcabc", "bc", 1 },
		{ "abc", "", 0 },
		{ "", "", 0 },
		{ "", "a", SIZE_MAX },
		{ "ab", "abc", SIZE_MAX },
		{ "aab", "ab", 1 },
		{ "訪談", "談", 3 },
	};

	(void)state;
	for (size_t i = 0; i < N_ITEMS(cases); i++)
		assert_int_equal(slice_find(slice_from(cases[i].text),
					    slice_from(cases[i].needle)),
				 cases[i].want);
}

static void
trim_takes_white_space_of_both_ends(void **state)
{
	static const struct {
		const char *text, *both, *start, *end;
	} cases[] = {
		{ " \t\r\n\v\fa b \n", "a b", "a b \n", " \t\r\n\v\fa b" },
		{ "\u3000訪\u00A0談\uFEFF\u00A0", "訪\u00A0談",
		  "訪\u00A0談\uFEFF\u00A0", "\u3000訪\u00A0談" },
		{ " \u3000 ", "", "", "" },
		{ "", "", "", "" },
		{ "\u2003a", "\u2003a", "\u2003a", "\u2003a" },
	};

	(void)state;
	for (size_t i = 0; i < N_ITEMS(cases); i++) {
		Slice text = slice_from(cases[i].text);

		assert_slice(slice_trim(text), cases[i].both);
		assert_slice(slice_trim_start(text), cases[i].start);
		assert_slice(slice_trim_end(text), cases[i].end);
	}
}

static void
hash_is_that_of_the_bytes(void **state)
{
	char copy[] = "-Ann Lee, of Ann Lee";
	Slice name = { copy + 1, sizeof(copy) - 2 };

	(void)state;
	assert_true(slice_hash(name) ==
		    slice_hash(SLICE("Ann Lee, of Ann Lee")));
	assert_true(slice_hash(SLICE("Ann Lee")) !=
		    slice_hash(SLICE("Ann Lef")));
	assert_true(slice_hash(SLICE("a")) != slice_hash(SLICE("a\0")));
	assert_true(slice_hash(SLICE("")) != slice_hash(SLICE("\0")));
}

static void
lines_are_taken_one_by_one(void **state)
{
	Slice rest = SLICE("one\n\ntwo");

	(void)state;
	assert_slice(slice_next_line(&rest), "one");
	assert_slice(slice_next_line(&rest), "");
	assert_slice(slice_next_line(&rest), "two");
	assert_int_equal(rest.len, 0);
	assert_slice(slice_next_line(&rest), "");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(slice_of_no_string_is_empty),
		cmocka_unit_test(sub_is_clipped_to_the_slice),
		cmocka_unit_test(equality_looks_at_all_bytes),
		cmocka_unit_test(case_is_ignored_for_ascii_only),
		cmocka_unit_test(starts_and_ends_compare_whole_parts),
		cmocka_unit_test(find_gives_the_first_place),
		cmocka_unit_test(trim_takes_white_space_of_both_ends),
		cmocka_unit_test(hash_is_that_of_the_bytes),
		cmocka_unit_test(lines_are_taken_one_by_one),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
