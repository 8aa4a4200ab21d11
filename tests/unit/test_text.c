/* Unit tests of text/text. */
#include "text/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

#include "base/items.h"
#include "base/mem.h"
#include "support/random.h"

/* All of a text in one block; the caller frees it. */
static char *
join_text(const Text *text)
{
	char *joined = mem_alloc((size_t)text_len(text));
	TextOff off = 0;
	Slice rest;

	while ((rest = text_rest(text, off)).len) {
		memcpy(joined + off, rest.ptr, rest.len);
		off += rest.len;
	}
	assert_int_equal(off, text_len(text));
	return joined;
}

static void
assert_text(const Text *text, const char *want, size_t len)
{
	char *joined = join_text(text);

	assert_int_equal(text_len(text), len);
	assert_memory_equal(joined, want, len);
	mem_free(joined);
}

static void
an_empty_text_has_empty_ends(void **state)
{
	Text *text = text_new();

	(void)state;
	assert_int_equal(text_len(text), 0);
	assert_int_equal(text_rest(text, 0).len, 0);
	assert_int_equal(text_slice(text, 0, 0).len, 0);
	text_append(text, 0, SLICE(""));
	text_append_borrowed(text, 0, SLICE(""));
	assert_int_equal(text_len(text), 0);
	text_free(text);
	text_free(NULL);
}

/* What stands before `keep` has its place for ever. */
typedef struct Seen {
	TextOff off;
	const char *ptr;
	char c;
} Seen;

enum { INPUT = 40 * TEXT_SEGMENT > 300000 ? 300000 : 40 * TEXT_SEGMENT };

/*
 * Appends `input` in random parts with a `keep` that goes forward, copied or
 * borrowed, and looks at what must hold after each.
 */
static void
append_at_random(Text *text, const char *input, uint32_t *seed,
		 unsigned largest)
{
	Seen seen[200];
	size_t n_seen = 0;
	TextOff keep = 0;
	size_t at = 0;

	while (at < INPUT) {
		size_t len = random_next(seed) % largest;
		Slice part = slice_sub((Slice){ input, INPUT }, at, len);

		if (random_next(seed) % 3)
			text_append(text, keep, part);
		else
			text_append_borrowed(text, keep, part);
		at += part.len;
		assert_int_equal(text_len(text), at);
		assert_int_equal(text_rest(text, keep).len, at - keep);
		if (random_next(seed) % 4 == 0)
			keep += random_next(seed) % (at - keep + 1);
		if (keep > 0 && n_seen < 200) {
			TextOff off = random_next(seed) % keep;
			Slice one = text_slice(text, off, 1);

			seen[n_seen++] = (Seen){ off, one.ptr, *one.ptr };
		}
	}
	for (size_t i = 0; i < n_seen; i++) {
		Slice one = text_slice(text, seen[i].off, 1);

		assert_ptr_equal(one.ptr, seen[i].ptr);
		assert_int_equal(*one.ptr, seen[i].c);
		assert_int_equal(*one.ptr, input[seen[i].off]);
	}
}

static void
kept_bytes_stay_together_and_others_never_move(void **state)
{
	static const unsigned largest[] = { 3, 20, 70, 300, 70000 };
	char *input = mem_alloc(INPUT);
	uint32_t seed = 1;

	(void)state;
	for (size_t i = 0; i < INPUT; i++)
		input[i] = (char)random_next(&seed);
	for (size_t i = 0; i < N_ITEMS(largest); i++) {
		Text *text = text_new();

		append_at_random(text, input, &seed, largest[i]);
		assert_text(text, input, INPUT);
		text_free(text);
	}
	mem_free(input);
}

static void
a_range_longer_than_a_segment_stays_together(void **state)
{
	enum { LONG = TEXT_SEGMENT * 3 + 7 };
	char *input = mem_alloc(LONG);
	Text *text = text_new();
	size_t part = LONG / 50;

	(void)state;
	memset(input, 'x', LONG);
	text_append(text, 0, SLICE("head"));
	for (size_t at = 0; at < LONG; at += part)
		text_append(text, 2,
			    slice_sub((Slice){ input, LONG }, at, part));
	assert_int_equal(text_len(text), LONG + 4);
	assert_int_equal(text_slice(text, 2, LONG + 2).len, LONG + 2);
	assert_true(slice_starts(text_rest(text, 2), SLICE("adxx")));
	assert_true(slice_eq(text_slice(text, 0, 2), SLICE("he")));
	text_free(text);
	mem_free(input);
}

static void
borrowed_bytes_that_adjoin_are_one_segment(void **state)
{
	static const char input[] = "0123456789";
	Text *text = text_new();

	(void)state;
	text_append_borrowed(text, 0, (Slice){ input, 4 });
	text_append_borrowed(text, 1, (Slice){ input + 4, 6 });
	assert_ptr_equal(text_slice(text, 0, 10).ptr, input);
	text_free(text);
}

static void
borrowed_bytes_are_copied_where_something_is_kept(void **state)
{
	static const char one[] = "abcd", two[] = "efgh";
	Text *text = text_new();

	(void)state;
	text_append_borrowed(text, 0, (Slice){ one, 4 });
	text_append_borrowed(text, 2, (Slice){ two, 4 });
	assert_true(slice_eq(text_slice(text, 2, 6), SLICE("cdefgh")));
	assert_ptr_equal(text_slice(text, 0, 2).ptr, one);
	text_append_borrowed(text, 8, (Slice){ one, 4 });
	assert_ptr_equal(text_slice(text, 8, 4).ptr, one);
	assert_text(text, "abcdefghabcd", 12);
	text_free(text);
}

static void
owned_bytes_join_borrowed_ones_that_are_kept(void **state)
{
	static const char one[] = "abcd";
	Text *text = text_new();

	(void)state;
	text_append_borrowed(text, 0, (Slice){ one, 4 });
	text_append(text, 0, SLICE("é"));
	assert_true(slice_eq(text_slice(text, 0, 6), SLICE("abcdé")));
	text_append(text, 6, SLICE("f"));
	assert_text(text, "abcdéf", 7);
	text_free(text);
}

static void
slices_are_found_in_any_order(void **state)
{
	static const char blocks[100][2] = { { 0 } };
	char input[100];
	Text *text = text_new();

	(void)state;
	for (size_t i = 0; i < 100; i++) {
		input[i] = (char)('0' + i % 10);
		text_append_borrowed(text, i,
				     i % 2 ? (Slice){ input + i, 1 }
					   : (Slice){ blocks[i], 1 });
	}
	for (size_t i = 0; i < 1000; i++) {
		size_t off = i * 37 % 100;
		const char *want = off % 2 ? input + off : blocks[off];

		assert_ptr_equal(text_slice(text, off, 1).ptr, want);
	}
	text_free(text);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_empty_text_has_empty_ends),
		cmocka_unit_test(
			kept_bytes_stay_together_and_others_never_move),
		cmocka_unit_test(a_range_longer_than_a_segment_stays_together),
		cmocka_unit_test(borrowed_bytes_that_adjoin_are_one_segment),
		cmocka_unit_test(
			borrowed_bytes_are_copied_where_something_is_kept),
		cmocka_unit_test(owned_bytes_join_borrowed_ones_that_are_kept),
		cmocka_unit_test(slices_are_found_in_any_order),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
