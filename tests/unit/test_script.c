#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/items.h"
#include "text/script.h"
#include "text/script_map.h"
#include "text/utf8.h"

typedef struct Case {
	ScriptForm form;
	const char *plain;
	const char *text;
} Case;

static const Case conversions[] = {
	{ SCRIPT_TRADITIONAL, "软件", "軟體" },
	{ SCRIPT_TRADITIONAL, "人工智能", "人工智慧" },
	{ SCRIPT_TRADITIONAL, "皇后以后的头发", "皇后以後的頭髮" },
	{ SCRIPT_TRADITIONAL, "发现信息", "發現資訊" },
	{ SCRIPT_TRADITIONAL, "程序员有U盘", "程式設計師有隨身碟" },
	{ SCRIPT_TRADITIONAL, "plain ASCII, 12", "plain ASCII, 12" },
	{ SCRIPT_SIMPLIFIED, "軟體", "软件" },
	{ SCRIPT_SIMPLIFIED, "人工智慧", "人工智能" },
	{ SCRIPT_SIMPLIFIED, "皇后以後的頭髮", "皇后以后的头发" },
	{ SCRIPT_SIMPLIFIED, "發現資訊", "发现信息" },
	{ SCRIPT_SIMPLIFIED, "裡面、裏面", "里面、里面" },
	{ SCRIPT_SIMPLIFIED, "", "" },
};

static void
converts_characters_and_words_both_ways(void **state)
{
	Script *script = script_new();
	Err err;
	Buf out;

	(void)state;
	buf_init(&out, SIZE_MAX);
	assert_int_equal(script_open(script, SCRIPT_TRADITIONAL, &err),
			 STATUS_OK);
	assert_int_equal(script_open(script, SCRIPT_SIMPLIFIED, &err),
			 STATUS_OK);
	for (size_t i = 0; i < N_ITEMS(conversions);
	     i++) {
		buf_clear(&out);
		script_convert(script, conversions[i].form,
			       slice_from(conversions[i].plain), &out, NULL);
		buf_append_char(&out, '\0');
		assert_string_equal(out.ptr, conversions[i].text);
	}
	buf_done(&out);
	script_free(script);
}

static void
keeps_what_opencc_would_stop_at(void **state)
{
	static const char text[] = "软\0件";
	Slice plain = { text, sizeof(text) - 1 };
	Script *script = script_new();
	Err err;
	Buf out;

	(void)state;
	buf_init(&out, SIZE_MAX);
	assert_int_equal(script_open(script, SCRIPT_TRADITIONAL, &err),
			 STATUS_OK);
	script_convert(script, SCRIPT_TRADITIONAL, plain, &out, NULL);
	assert_int_equal(out.len, plain.len);
	assert_memory_equal(out.ptr, "軟\0件", out.len);
	buf_done(&out);
	script_free(script);
}

/* A part of the plain text, and what shows it. */
typedef struct Stretch {
	ScriptForm form;
	const char *plain;
	const char *part;
	const char *shown;
} Stretch;

static const Stretch stretches[] = {
	{ SCRIPT_TRADITIONAL, "这个网络信息和程序员。", "信息", "資訊" },
	{ SCRIPT_TRADITIONAL, "这个网络信息和程序员。", "网络", "網路" },
	{ SCRIPT_TRADITIONAL, "这个网络信息和程序员。", "和", "和" },
	{ SCRIPT_TRADITIONAL, "这个网络信息和程序员。", "。", "。" },
	{ SCRIPT_TRADITIONAL, "好的程序员很多。", "程序员", "程式設計師" },
	{ SCRIPT_TRADITIONAL, "好的程序员很多。", "很多", "很多" },
	{ SCRIPT_TRADITIONAL, "一个U盘。两个", "U盘", "隨身碟" },
	{ SCRIPT_TRADITIONAL, "一个U盘。两个", "个", "個" },
	{ SCRIPT_SIMPLIFIED, "問程式設計師吧", "程式設計師", "程序员" },
	{ SCRIPT_SIMPLIFIED, "問程式設計師吧", "吧", "吧" },
	{ SCRIPT_SIMPLIFIED, "把隨身碟給我", "隨身碟", "U盘" },
};

/* A conversion and its map. */
typedef struct Mapped {
	Script *script;
	Buf text;
	Buf runs;
	ScriptMap map;
} Mapped;

static void
mapped_init(Mapped *mapped)
{
	Err err;

	mapped->script = script_new();
	buf_init(&mapped->text, SIZE_MAX);
	buf_init(&mapped->runs, SIZE_MAX);
	assert_int_equal(script_open(mapped->script, SCRIPT_TRADITIONAL, &err),
			 STATUS_OK);
	assert_int_equal(script_open(mapped->script, SCRIPT_SIMPLIFIED, &err),
			 STATUS_OK);
}

static void
mapped_done(Mapped *mapped)
{
	buf_done(&mapped->text);
	buf_done(&mapped->runs);
	script_free(mapped->script);
}

static void
map(Mapped *mapped, ScriptForm form, Slice plain)
{
	buf_clear(&mapped->text);
	buf_clear(&mapped->runs);
	script_convert(mapped->script, form, plain, &mapped->text,
		       &mapped->runs);
	mapped->map = (ScriptMap){
		.plain = plain,
		.text = buf_slice(&mapped->text),
		.runs = (const ScriptRun *)(const void *)mapped->runs.ptr,
		.n_runs = (uint32_t)(mapped->runs.len / sizeof(ScriptRun)),
	};
}

static void
a_stretch_is_shown_by_its_phrase(void **state)
{
	Mapped mapped;

	(void)state;
	mapped_init(&mapped);
	for (size_t i = 0; i < N_ITEMS(stretches); i++) {
		const Stretch *the = &stretches[i];
		Slice plain = slice_from(the->plain);
		Slice part = slice_from(the->part), shown;
		uint32_t start = (uint32_t)slice_find(plain, part);
		uint32_t len = (uint32_t)part.len;

		map(&mapped, the->form, plain);
		script_map_stretch(&mapped.map, &start, &len);
		shown = slice_sub(mapped.map.text, start, len);
		if (!slice_eq(shown, slice_from(the->shown)))
			fail_msg("%s in %s: %.*s, not %s", the->part,
				 the->plain, SLICE_ARGS(shown), the->shown);
	}
	mapped_done(&mapped);
}

/* Both directions go up, stay inside, and characters come back. */
static void
check_map(const ScriptMap *of)
{
	uint32_t last = 0;

	for (uint32_t i = 0; i <= of->text.len; i++) {
		uint32_t plain = script_map_to_plain(of, i);

		assert_true(plain >= last && plain <= of->plain.len);
		last = plain;
		if (i < of->text.len && !utf8_is_continuation(of->text.ptr[i]))
			assert_int_equal(script_map_from_plain(of, plain), i);
	}
	last = 0;
	for (uint32_t i = 0; i <= of->plain.len; i++) {
		uint32_t text = script_map_from_plain(of, i);

		assert_true(text >= last && text <= of->text.len);
		assert_true(text == of->text.len ||
			    !utf8_is_continuation(of->text.ptr[text]));
		last = text;
	}
	assert_int_equal(script_map_from_plain(of, (uint32_t)of->plain.len),
			 of->text.len);
}

static void
the_map_is_monotone_and_total(void **state)
{
	static const char *const texts[] = {
		"程序员、程序员、程序员。U盘和U盘。", "数据库", "U盘",
		"打印机打印信息，信息打印。出租车！\n面向对象的鼠标？默认。",
		"軟體程式設計師隨身碟滑鼠計程車預設資料庫物件導向", "里",
		"a\xF0\xA0\x80\x80里\xF0\xA0\x80\x80", "𠮷野家的头发",
	};
	Mapped mapped;

	(void)state;
	mapped_init(&mapped);
	for (size_t i = 0; i < N_ITEMS(texts); i++) {
		map(&mapped, SCRIPT_TRADITIONAL, slice_from(texts[i]));
		check_map(&mapped.map);
		map(&mapped, SCRIPT_SIMPLIFIED, slice_from(texts[i]));
		check_map(&mapped.map);
	}
	mapped_done(&mapped);
}

/* What a converter may give besides; the form of `a` is `A`. */
static uint32_t
upper(void *ctx, uint32_t cp)
{
	(void)ctx;
	return cp >= 'a' && cp <= 'z' ? cp - 32 : cp;
}

static void
texts_that_have_nothing_in_common_are_mapped(void **state)
{
	static const char *const pairs[][2] = {
		{ "abc", "ABC" }, { "abc", "ABCx" }, { "abcx", "ABC" },
		{ "abc", "x" }, { "x", "yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy" },
		{ "yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyx", "z" },
		{ "abcdef", "12AB34CD5EF" }, { "aaaaaa", "AAxAAAAxxA" },
	};
	const ScriptPairs forms = { upper, NULL };
	Buf runs;

	(void)state;
	buf_init(&runs, SIZE_MAX);
	for (size_t i = 0; i < N_ITEMS(pairs); i++) {
		ScriptMap of = { .plain = slice_from(pairs[i][0]),
				 .text = slice_from(pairs[i][1]) };
		uint32_t last = 0;

		buf_clear(&runs);
		script_map_add(&runs, of.plain, of.text, &forms);
		of.runs = (const ScriptRun *)(const void *)runs.ptr;
		of.n_runs = (uint32_t)(runs.len / sizeof(ScriptRun));
		for (uint32_t k = 0; k <= of.text.len; k++) {
			uint32_t plain = script_map_to_plain(&of, k);

			assert_true(plain >= last && plain <= of.plain.len);
			last = plain;
		}
	}
	buf_done(&runs);
}

typedef struct Told {
	const char *text;
	ScriptForm form;
} Told;

static void
the_script_of_a_text_is_told_by_its_characters(void **state)
{
	static const Told told[] = {
		{ "這是軟體的信息。", SCRIPT_TRADITIONAL },
		{ "台灣", SCRIPT_TRADITIONAL },
		{ "这是软件的信息。", SCRIPT_SIMPLIFIED },
		{ "头发", SCRIPT_SIMPLIFIED },
		{ "皇后在台上。", SCRIPT_ORIGINAL },
		{ "他説：「这」這", SCRIPT_ORIGINAL },
		{ "no Han", SCRIPT_ORIGINAL },
		{ "東京の会社で話しました。", SCRIPT_OTHER },
		{ "他喜歡の、是這個", SCRIPT_OTHER },
	};
	ScriptChars chars;

	(void)state;
	script_chars_init(&chars);
	for (size_t i = 0; i < N_ITEMS(told); i++) {
		ScriptCount count = { .kana = 0 };

		script_chars_count(&chars, slice_from(told[i].text), &count);
		assert_int_equal(script_of_count(&count, SCRIPT_ORIGINAL),
				 told[i].form);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(converts_characters_and_words_both_ways),
		cmocka_unit_test(keeps_what_opencc_would_stop_at),
		cmocka_unit_test(a_stretch_is_shown_by_its_phrase),
		cmocka_unit_test(the_map_is_monotone_and_total),
		cmocka_unit_test(texts_that_have_nothing_in_common_are_mapped),
		cmocka_unit_test(the_script_of_a_text_is_told_by_its_characters),
	};

	return cmocka_run_group_tests_name("script", tests, NULL, NULL);
}
