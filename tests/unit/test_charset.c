/* Unit tests of text/charset. */
#include "text/charset.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

#include "base/items.h"
#include "base/mem.h"

#define BOM "\xEF\xBB\xBF"
#define BAD "\xEF\xBF\xBD"

typedef struct Case {
	Slice input;
	Slice want;
	unsigned replaced;
	unsigned first_line;
} Case;

#define CASE(input, want, replaced, line) \
	{ \
		{ "" input, sizeof(input) - 1 }, \
			{ "" want, sizeof(want) - 1 }, replaced, line \
	}

static const Case cases[] = {
	CASE("", "", 0, 0),
	CASE("plain\ntext", "plain\ntext", 0, 0),
	CASE("訪談：「好」\n一二三四五六七八九十\n😀é\n",
	     "訪談：「好」\n一二三四五六七八九十\n😀é\n", 0, 0),
	CASE(BOM "a" BOM "b", "a" BOM "b", 0, 0),
	CASE(BOM, "", 0, 0),
	CASE(BOM BOM "\r\n", BOM "\n", 0, 0),
	CASE("\xEF\xBB", BAD, 1, 1),
	CASE("a\r\nb\rc\n\rd\r\r\ne\r", "a\nb\nc\n\nd\n\ne\n", 0, 0),
	CASE("\r\n", "\n", 0, 0),
	CASE("\n\r\n\n", "\n\n\n", 0, 0),
	CASE("\r\xFF\n", "\n" BAD "\n", 1, 2),
	CASE("一\r二\r\n三\xE4\xB8", "一\n二\n三" BAD, 1, 3),
	CASE("a\xE4\xB8\nb\xFF\xFE\nc", "a" BAD "\nb" BAD BAD "\nc", 3, 1),
	CASE("\xC0\xAF\xE0\x80\xBF\xF0\x81\x82\x41",
	     BAD BAD BAD BAD BAD BAD BAD BAD "A", 8, 1),
	CASE("\xE1\x80\xE2\xF0\x91\x92\xF1\xBF\x41", BAD BAD BAD BAD "A", 4, 1),
	CASE("\xF0\x9F\x98\xF0\x9F\x98\x80", BAD "😀", 1, 1),
	CASE("\xED\xA0\x80", BAD BAD BAD, 3, 1),
	CASE("\x1B[31m\x07\x7F\xC2\x85", "\x1B[31m\x07\x7F\xC2\x85", 0, 0),
	CASE("\xC4\xE3\xBA\xC3\n\n", BAD BAD BAD "\n\n", 3, 1),
	CASE("1\n2\r\n3\r4\n\n長長長長長長長長長長長長長長長長長長\x80",
	     "1\n2\n3\n4\n\n長長長長長長長長長長長長長長長長長長" BAD, 1, 6),
};

/* Feeds parts whose lengths `next` gives; keeps from the last line on. */
typedef struct Feeder {
	size_t (*next)(uint32_t *seed);
	uint32_t seed;
	unsigned flags;
	bool eof_alone; /* the end comes in a feed of its own */
} Feeder;

static TextOff
last_line(const Text *text, TextOff keep)
{
	Slice rest = text_rest(text, keep);

	assert_int_equal(rest.len, text_len(text) - keep);
	while (rest.len && rest.ptr[rest.len - 1] != '\n')
		rest.len--;
	return keep + rest.len;
}

static Status
feed_all(Feeder *feeder, Slice input, Charset *charset, Text *text)
{
	TextOff keep = 0;
	bool eof = false;
	Status status = STATUS_OK;
	Err err;

	while (!eof && status == STATUS_OK) {
		size_t len = feeder->next(&feeder->seed);
		Slice part = slice_sub(input, 0, len);
		char *copy = mem_strdup_slice(part);

		eof = part.len == 0 ||
		      (part.len == input.len && !feeder->eof_alone);
		input = slice_sub(input, part.len, input.len);
		if (!(feeder->flags & CHARSET_STABLE))
			part.ptr = copy;
		status = charset_feed(charset, text, keep, part,
				      feeder->flags | (eof ? CHARSET_EOF : 0),
				      &err);
		mem_free(copy);
		keep = last_line(text, keep);
	}
	return status;
}

static void
assert_text(const Text *text, Slice want)
{
	TextOff off = 0;
	Slice rest;

	assert_int_equal(text_len(text), want.len);
	while ((rest = text_rest(text, off)).len) {
		assert_memory_equal(rest.ptr, want.ptr + off, rest.len);
		off += rest.len;
	}
}

static void
check_case(const Case *c, Feeder feeder)
{
	Charset *charset = charset_new("UTF-8");
	Text *text = text_new();
	CharsetVerdict verdict;

	assert_int_equal(feed_all(&feeder, c->input, charset, text), STATUS_OK);
	assert_text(text, c->want);
	verdict = charset_verdict(charset);
	assert_string_equal(verdict.name, "UTF-8");
	assert_int_equal(verdict.replaced, c->replaced);
	assert_int_equal(verdict.first_line, c->first_line);
	assert_int_equal(verdict.confidence == 1.0, c->replaced == 0);
	assert_true(verdict.confidence >= 0 && verdict.confidence <= 1);
	text_free(text);
	charset_free(charset);
}

static size_t
whole(uint32_t *seed)
{
	(void)seed;
	return SIZE_MAX;
}

static size_t
one_byte(uint32_t *seed)
{
	(void)seed;
	return 1;
}

static size_t
random_bytes(uint32_t *seed)
{
	*seed ^= *seed << 13;
	*seed ^= *seed >> 17;
	*seed ^= *seed << 5;
	return *seed % 6 + 1;
}

static void
check_all_cases(size_t (*next)(uint32_t *seed), uint32_t rounds)
{
	for (size_t i = 0; i < N_ITEMS(cases); i++)
		for (uint32_t round = 0; round < rounds; round++)
			check_case(&cases[i],
				   (Feeder){ next, round / 4 + 1,
					     round & 1 ? CHARSET_STABLE : 0,
					     round & 2 });
}

static void
input_becomes_valid_text_with_line_feeds(void **state)
{
	(void)state;
	check_all_cases(whole, 4);
}

static void
bytes_fed_one_by_one_give_the_same(void **state)
{
	(void)state;
	check_all_cases(one_byte, 4);
}

static void
bytes_cut_at_random_give_the_same(void **state)
{
	(void)state;
	check_all_cases(random_bytes, 200);
}

static void
stable_input_is_not_copied_wherever_it_is_cut(void **state)
{
	Slice input = SLICE(BOM "訪談訪談\n😀abc\n訪談");
	Feeder feeder = { random_bytes, 5, CHARSET_STABLE, true };

	(void)state;
	for (feeder.seed = 1; feeder.seed < 100; feeder.seed++) {
		Feeder one = feeder;
		Charset *charset = charset_new("UTF-8");
		Text *text = text_new();

		feed_all(&one, input, charset, text);
		assert_ptr_equal(text_rest(text, 0).ptr, input.ptr + 3);
		assert_int_equal(text_rest(text, 0).len, input.len - 3);
		text_free(text);
		charset_free(charset);
	}
}

/* The status of an input whose byte at `place` is a NUL. */
static Status
feed_nul(size_t place, Feeder feeder)
{
	char *input = mem_alloc(CHARSET_PROBE * 2);
	Charset *charset = charset_new("UTF-8");
	Text *text = text_new();
	Status status;

	memset(input, 'a', CHARSET_PROBE * 2);
	input[place] = '\0';
	status = feed_all(&feeder, (Slice){ input, CHARSET_PROBE * 2 }, charset,
			  text);
	text_free(text);
	charset_free(charset);
	mem_free(input);
	return status;
}

static void
a_nul_near_the_start_is_no_text(void **state)
{
	size_t (*const nexts[])(uint32_t *) = { whole, random_bytes };

	(void)state;
	for (size_t i = 0; i < N_ITEMS(nexts); i++) {
		Feeder feeder = { nexts[i], 3, 0, false };

		assert_int_equal(feed_nul(0, feeder), STATUS_FAILED);
		assert_int_equal(feed_nul(CHARSET_PROBE - 1, feeder),
				 STATUS_FAILED);
		assert_int_equal(feed_nul(CHARSET_PROBE, feeder), STATUS_OK);
	}
}

static void
confidence_falls_with_the_share_of_bad_bytes(void **state)
{
	Charset *charset = charset_new("UTF-8");
	Text *text = text_new();

	(void)state;
	assert_true(charset_verdict(charset).confidence == 1.0);
	charset_feed(charset, text, 0, SLICE("abc\xFF"), CHARSET_EOF, NULL);
	assert_true(charset_verdict(charset).confidence == 0.75);
	text_free(text);
	charset_free(charset);
	charset_free(NULL);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(input_becomes_valid_text_with_line_feeds),
		cmocka_unit_test(bytes_fed_one_by_one_give_the_same),
		cmocka_unit_test(bytes_cut_at_random_give_the_same),
		cmocka_unit_test(stable_input_is_not_copied_wherever_it_is_cut),
		cmocka_unit_test(a_nul_near_the_start_is_no_text),
		cmocka_unit_test(confidence_falls_with_the_share_of_bad_bytes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
