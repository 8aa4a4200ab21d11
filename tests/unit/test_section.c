#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/items.h"
#include "base/vec.h"
#include "reading/section.h"

#define TEXT_MAX (5 * SECTION_BYTES)

static void
fill(Buf *text, const char *piece)
{
	buf_init(text, TEXT_MAX);
	while (buf_append(text, slice_from(piece)))
		;
}

static void
sections_follow_each_other_and_hold_their_bytes(void **state)
{
	static const char *const pieces[] = {
		"a", "abc def. ", "霧從山下走上來。", "霧", "」」」", " ",
		"e\xCC\x81", "👩‍🌾",
	};

	(void)state;
	for (size_t i = 0; i < N_ITEMS(pieces); i++) {
		uint32_t at = 0;
		Slice text;
		Buf buf;

		fill(&buf, pieces[i]);
		text = buf_slice(&buf);
		assert_int_equal(section_count(text), 5);
		for (uint32_t k = 0; k < 5; k++) {
			uint32_t next = section_start(text, k + 1);

			assert_in_range(next - at, SECTION_BYTES / 2,
					SECTION_BYTES + SECTION_NEAR);
			assert_int_equal(section_start(text, k), at);
			assert_int_equal(section_at(text, at), k);
			assert_int_equal(section_at(text, next - 1), k);
			assert_true(k == 0 || ((unsigned char)text.ptr[at]
					       & 0xC0) != 0x80);
			at = next;
		}
		assert_int_equal(at, text.len);
		assert_int_equal(section_at(text, at), 4);
		buf_done(&buf);
	}
}

static void
a_section_begins_behind_a_sentence(void **state)
{
	static const char *const sentences[] = {
		"霧從山下走上來，我們等。", "「等。」他說！",
		"we wait for it, here. ",
	};

	(void)state;
	for (size_t i = 0; i < N_ITEMS(sentences); i++) {
		Slice sentence = slice_from(sentences[i]);
		Slice text;
		Buf buf;

		fill(&buf, sentences[i]);
		text = slice_sub(buf_slice(&buf), section_start(
				buf_slice(&buf), 2), SIZE_MAX);
		assert_true(slice_starts(text, sentence));
		buf_done(&buf);
	}
}

static void
a_paragraph_of_usual_length_is_one_section(void **state)
{
	Buf text;

	(void)state;
	fill(&text, "霧。");
	text.len = SECTION_BYTES + SECTION_BYTES / 2 - 1;
	assert_int_equal(section_count(buf_slice(&text)), 1);
	assert_int_equal(section_at(buf_slice(&text), SECTION_BYTES + 9), 0);
	assert_int_equal(section_count(SLICE("")), 1);
	assert_int_equal(section_start(SLICE(""), 1), 0);
	buf_done(&text);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
			sections_follow_each_other_and_hold_their_bytes),
		cmocka_unit_test(a_section_begins_behind_a_sentence),
		cmocka_unit_test(a_paragraph_of_usual_length_is_one_section),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
