/* Unit tests of base/vec. */
#include "base/vec.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

typedef struct Record {
	uint32_t number;
	char padding[9];
} Record;

enum { COUNT = VEC_CHUNK * 9 + 3 };

static void
records_are_zeroed_and_never_move(void **state)
{
	Record *records[COUNT];
	ChunkVec vec;

	(void)state;
	vec_init(&vec, sizeof(Record));
	for (uint32_t i = 0; i < COUNT; i++) {
		records[i] = vec_push(&vec);
		assert_int_equal(records[i]->number, 0);
		assert_int_equal(records[i]->padding[8], 0);
		records[i]->number = i;
		records[i]->padding[8] = 'x';
	}
	assert_int_equal(vec.count, COUNT);
	for (uint32_t i = 0; i < COUNT; i++) {
		assert_ptr_equal(vec_at(&vec, i), records[i]);
		assert_int_equal(records[i]->number, i);
	}
	vec_done(&vec);
	assert_int_equal(vec.count, 0);
}

static void
pop_keeps_at_most_one_chunk_to_spare(void **state)
{
	ChunkVec vec;

	(void)state;
	vec_init(&vec, sizeof(Record));
	for (uint32_t i = 0; i < COUNT; i++)
		((Record *)vec_push(&vec))->number = i;
	while (vec.count > 0) {
		size_t last = vec.count - 1;

		assert_int_equal(((Record *)vec_at(&vec, last))->number, last);
		vec_pop(&vec);
		assert_true(vec_bytes(&vec) <=
			    (vec.count + VEC_CHUNK) * sizeof(Record) +
				    2 * (vec.n_chunks + 1) * sizeof(void *));
	}
	vec_done(&vec);
}

static void
push_after_pop_and_clear_gives_zeroed_records(void **state)
{
	ChunkVec vec;

	(void)state;
	vec_init(&vec, sizeof(Record));
	for (size_t round = 1; round <= COUNT; round++) {
		for (size_t i = 0; i < round % 40 + 1; i++)
			((Record *)vec_push(&vec))->number = 7;
		for (size_t i = 0; i < round % 40; i++)
			vec_pop(&vec);
		assert_int_equal(vec.count, round);
	}
	vec_clear(&vec);
	assert_int_equal(vec.count, 0);
	assert_int_equal(((Record *)vec_push(&vec))->number, 0);
	vec_done(&vec);
}

static void
an_append_beyond_the_maximum_is_refused_whole(void **state)
{
	Buf buf;

	(void)state;
	buf_init(&buf, 5);
	assert_true(buf_append(&buf, SLICE("abc")));
	assert_false(buf_append(&buf, SLICE("def")));
	assert_false(buf_appendf(&buf, "%d", 123));
	assert_true(slice_eq(buf_slice(&buf), SLICE("abc")));
	assert_true(buf_append(&buf, SLICE("de")));
	assert_false(buf_append_char(&buf, 'f'));
	assert_true(buf_append(&buf, SLICE("")));
	assert_true(slice_eq(buf_slice(&buf), SLICE("abcde")));
	buf_done(&buf);
}

static void
a_buffer_grows_to_what_is_appended(void **state)
{
	char expected[5000];
	Buf buf;

	(void)state;
	buf_init(&buf, SIZE_MAX);
	assert_int_equal(buf_slice(&buf).len, 0);
	for (size_t i = 0; i < sizeof(expected); i++) {
		expected[i] = (char)('a' + i % 26);
		assert_true(buf_append_char(&buf, expected[i]));
	}
	assert_true(slice_eq(buf_slice(&buf),
			     (Slice){ expected, sizeof(expected) }));
	buf_clear(&buf);
	assert_int_equal(buf_slice(&buf).len, 0);
	assert_true(buf_append(&buf, (Slice){ NULL, 0 }));
	buf_done(&buf);
}

static void
a_buffer_formats_what_just_fits(void **state)
{
	Buf buf;

	(void)state;
	buf_init(&buf, 70);
	assert_true(buf_appendf(&buf, "%s", ""));
	assert_true(buf_appendf(&buf, "%064d", 7));
	assert_true(buf_appendf(&buf, "[%s]", "訪x"));
	assert_int_equal(buf.len, 70);
	assert_true(slice_ends(buf_slice(&buf), SLICE("07[訪x]")));
	buf_done(&buf);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(records_are_zeroed_and_never_move),
		cmocka_unit_test(pop_keeps_at_most_one_chunk_to_spare),
		cmocka_unit_test(push_after_pop_and_clear_gives_zeroed_records),
		cmocka_unit_test(an_append_beyond_the_maximum_is_refused_whole),
		cmocka_unit_test(a_buffer_grows_to_what_is_appended),
		cmocka_unit_test(a_buffer_formats_what_just_fits),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
