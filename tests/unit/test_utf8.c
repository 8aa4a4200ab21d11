/* Unit tests of text/utf8. */
#include "text/utf8.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

#include "base/items.h"
#include "support/random.h"

static bool
is_scalar_value(uint32_t cp)
{
	return cp < 0xD800 || (cp > 0xDFFF && cp <= 0x10FFFF);
}

static void
every_code_point_survives_encoding(void **state)
{
	char bytes[UTF8_MAX];
	uint32_t cp;
	bool cut;

	(void)state;
	for (uint32_t want = 0; want <= 0x10FFFF; want++) {
		Slice s = { bytes, utf8_encode(want, bytes) };

		if (!is_scalar_value(want))
			continue;
		if (utf8_decode(s, &cp) != s.len || cp != want ||
		    utf8_decode_last(s, &cp) != s.len || cp != want ||
		    utf8_valid_prefix(s, &cut) != s.len || cut)
			fail_msg("U+%04X", (unsigned)want);
	}
}

static void
what_is_no_code_point_is_encoded_as_replacement(void **state)
{
	static const uint32_t cases[] = { 0xD800, 0xDFFF, 0x110000,
					  UINT32_MAX };
	char bytes[UTF8_MAX];

	(void)state;
	for (size_t i = 0; i < N_ITEMS(cases); i++) {
		assert_int_equal(utf8_encode(cases[i], bytes), 3);
		assert_memory_equal(bytes, "\xEF\xBF\xBD", 3);
	}
}

/* The lengths that the maximal subparts of ill-formed text have. */
static void
each_maximal_subpart_is_one_replacement(void **state)
{
	static const struct {
		const char *bytes;
		const char *lengths; /* upper case: well-formed */
	} cases[] = {
		/* Tables 3-8 to 3-11 of the Unicode Standard. */
		{ "\xC0\xAF\xE0\x80\xBF\xF0\x81\x82\x41", "aaaaaaaaA" },
		{ "\xED\xA0\x80\xED\xBF\xBF\xED\xAF\x41", "aaaaaaaaA" },
		{ "\xF4\x91\x92\x93\xFF\x41\x80\xBF\x42", "aaaaaAaaA" },
		{ "\xE1\x80\xE2\xF0\x91\x92\xF1\xBF\x41", "bacbA" },
		{ "\xE8\xA8", "b" },
		{ "\xF0\x9F\x98", "c" },
		{ "\xF0\x9F\x98\x80\xC3\xA9\x80", "DBa" },
		{ "\xF5\x80\xC1\xC2", "aaaa" },
	};

	(void)state;
	for (size_t i = 0; i < N_ITEMS(cases); i++) {
		Slice rest = slice_from(cases[i].bytes);
		const char *want = cases[i].lengths;

		for (; rest.len; want++) {
			uint32_t cp;
			size_t len = utf8_decode(rest, &cp);
			bool bad = *want >= 'a';

			assert_int_equal(len, *want - (bad ? 'a' : 'A') + 1);
			assert_int_equal(cp == UTF8_REPLACEMENT, bad);
			rest = slice_sub(rest, len, rest.len);
		}
		assert_int_equal(*want, '\0');
	}
}

/* Bytes that often form sequences. */
static Slice
random_bytes(uint32_t *seed, char *out, size_t size)
{
	static const unsigned char often[] = {
		0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC2,
		0xE0, 0xE4, 0xE9, 0xED, 0xEF, 0xF0, 0xF1, 0xF4, 0xF5, 0xFF,
	};
	size_t len = random_next(seed) % size + 1;

	for (size_t i = 0; i < len; i++)
		out[i] = (char)often[random_next(seed) % sizeof(often)];
	return (Slice){ out, len };
}

/* Walks by utf8_decode(): the end of what is well-formed. */
static size_t
walk_valid(Slice s)
{
	size_t at = 0;

	while (at < s.len) {
		char again[UTF8_MAX];
		uint32_t cp;
		Slice rest = slice_sub(s, at, s.len);
		size_t len = utf8_decode(rest, &cp);

		if (utf8_encode(cp, again) != len ||
		    memcmp(again, rest.ptr, len) != 0)
			break;
		at += len;
	}
	return at;
}

static void
the_valid_prefix_ends_where_decoding_fails(void **state)
{
	uint32_t seed = 20250303;
	char bytes[40];
	bool cut;

	(void)state;
	for (int i = 0; i < 200000; i++) {
		Slice s = random_bytes(&seed, bytes, sizeof(bytes));

		assert_int_equal(utf8_valid_prefix(s, &cut), walk_valid(s));
	}
}

/* Runs are looked at in long strides: none may hide a byte. */
static void
each_byte_of_a_run_counts(void **state)
{
	const Slice run = SLICE("訪談一録，人說話的時候，我們聽見");
	bool cut;

	(void)state;
	for (size_t i = 0; i < run.len; i++)
		for (unsigned c = 0; c < 256; c++) {
			char bytes[64];
			Slice s = { bytes, run.len };

			memcpy(bytes, run.ptr, run.len);
			bytes[i] = (char)c;
			assert_int_equal(utf8_valid_prefix(s, &cut),
					 walk_valid(s));
		}
}

static void
a_cut_sequence_is_told_from_a_bad_one(void **state)
{
	static const struct {
		const char *bytes;
		size_t valid;
		bool cut;
	} cases[] = {
		{ "", 0, false },
		{ "0123456789abcdefg", 17, false },
		{ "01234567\xE8\xA8", 8, true },
		{ "訪談訪談\xE8", 12, true },
		{ "訪\xE8\xA8\x41", 3, false },
		{ "\xF0", 0, true },
		{ "\xF0\x9F\x98", 0, true },
		{ "\xF0\x80", 0, false },
		{ "\xED\xA0", 0, false },
		{ "a\x80", 1, false },
		{ "a\xFF", 1, false },
	};
	bool cut;

	(void)state;
	for (size_t i = 0; i < N_ITEMS(cases); i++) {
		Slice s = slice_from(cases[i].bytes);

		assert_int_equal(utf8_valid_prefix(s, &cut), cases[i].valid);
		assert_int_equal(cut, cases[i].cut);
	}
}

static void
decoding_backwards_finds_the_same_boundaries(void **state)
{
	uint32_t seed = 7;
	char bytes[12];

	(void)state;
	for (int i = 0; i < 100000; i++) {
		Slice s = random_bytes(&seed, bytes, sizeof(bytes));
		size_t at = 0;
		size_t len = 0;
		uint32_t cp = 0, last;

		while (at < s.len) {
			len = utf8_decode(slice_sub(s, at, s.len), &cp);
			at += len;
		}
		assert_int_equal(utf8_decode_last(s, &last), len);
		assert_int_equal(last, cp);
	}
}

static void
repairing_replaces_each_maximal_subpart(void **state)
{
	static const struct {
		const char *bytes;
		const char *repaired;
	} cases[] = {
		{ "", "" },
		{ "a訪é😀", "a訪é😀" },
		{ "\xFF", "\xEF\xBF\xBD" },
		{ "a\xE8\xA8", "a\xEF\xBF\xBD" },
		{ "\xE8\xA8z\x80\x80", "\xEF\xBF\xBDz\xEF\xBF\xBD\xEF\xBF\xBD" },
	};

	(void)state;
	for (size_t i = 0; i < N_ITEMS(cases); i++) {
		Buf out;

		buf_init(&out, SIZE_MAX);
		assert_true(utf8_append_repaired(&out,
						 slice_from(cases[i].bytes)));
		buf_append_char(&out, '\0');
		assert_string_equal(out.ptr, cases[i].repaired);
		buf_done(&out);
	}
}

static void
code_points_are_counted(void **state)
{
	(void)state;
	assert_int_equal(utf8_count(SLICE("")), 0);
	assert_int_equal(utf8_count(SLICE("a訪é😀")), 4);
	assert_int_equal(utf8_count(SLICE("a訪é😀a訪é😀a訪é😀訪訪訪訪")), 16);
	assert_int_equal(utf8_count(SLICE("sixteen of ASCII訪訪訪訪訪訪")), 22);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_code_point_survives_encoding),
		cmocka_unit_test(
			what_is_no_code_point_is_encoded_as_replacement),
		cmocka_unit_test(each_maximal_subpart_is_one_replacement),
		cmocka_unit_test(the_valid_prefix_ends_where_decoding_fails),
		cmocka_unit_test(each_byte_of_a_run_counts),
		cmocka_unit_test(a_cut_sequence_is_told_from_a_bad_one),
		cmocka_unit_test(decoding_backwards_finds_the_same_boundaries),
		cmocka_unit_test(repairing_replaces_each_maximal_subpart),
		cmocka_unit_test(code_points_are_counted),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
