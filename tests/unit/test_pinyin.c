/* Unit tests of reading/pinyin: what is typed, and what it finds. */
#include "reading/pinyin.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/items.h"
#include "base/mem.h"
#include "base/vec.h"
#include "reading/pinyin_table.h"

typedef struct PinyinCase {
	const char *typed;
	const char *text;
	const char *want;	/* the matches, each behind a `|` */
} PinyinCase;

static void
append_matches(Pinyin *pinyin, Slice text, Buf *out)
{
	size_t from = 0, start, len;

	while (pinyin_find(pinyin, text, from, &start, &len) == PATTERN_FOUND) {
		assert_true(start >= from && len > 0);
		buf_append_char(out, '|');
		buf_append(out, slice_sub(text, start, len));
		from = start + len;
	}
}

static void
check_case(const PinyinCase *item)
{
	Err err = { 0 };
	Pinyin *pinyin = pinyin_new(slice_from(item->typed), &err);
	Buf out;

	if (!pinyin)
		fail_msg("%s: %s", item->typed, err.text);
	buf_init(&out, 4096);
	append_matches(pinyin, slice_from(item->text), &out);
	buf_append_char(&out, '\0');
	if (strcmp(out.ptr, item->want) != 0)
		fail_msg("~%s on %s: %s", item->typed, item->text, out.ptr);
	buf_done(&out);
	pinyin_free(pinyin);
}

static void
check_cases(const PinyinCase *items, size_t n)
{
	for (size_t i = 0; i < n; i++)
		check_case(&items[i]);
}

static void
syllables_initials_and_both_are_found(void **state)
{
	static const PinyinCase CASES[] = {
		{ "rengongzhineng", "有人工智能。", "|人工智能" },
		{ "rgzn", "有人工智能。", "|人工智能" },
		{ "rengong zn", "有人工智能。", "|人工智能" },
		{ "rengongzn", "有人工智能。", "|人工智能" },
		{ "rgzhineng", "有人工智能。", "|人工智能" },
		{ "rengzn", "人工智能", "" },
		{ "r g z n", "人工智能", "|人工智能" },
		{ "zhg", "中国", "|中国" },
		{ "zhrmghg", "中华人民共和国", "|中华人民共和国" },
		{ "zgh", "周公和", "|周公和" },
		{ "anq", "安全", "|安全" },
		{ "aq", "安全", "|安全" },
		{ "RenGong", "人工", "|人工" },
		{ "jiqixuexi", "機器學習和机器学习", "|機器學習|机器学习" },
		{ "z", "中人", "|中" },
		{ "zh", "中資", "|中" },
	};

	(void)state;
	check_cases(CASES, N_ITEMS(CASES));
}

static void
letters_are_divided_in_every_way_into_syllables(void **state)
{
	static const PinyinCase CASES[] = {
		{ "xian", "先去西安", "|先|西安" },
		{ "xi'an", "先去西安", "|西安" },
		{ "xi’an", "先去西安", "|西安" },
		{ "xi an", "先去西安", "|西安" },
		{ "fangan", "方案反感", "|方案|反感" },
		{ "tiananmen", "天安门", "|天安门" },
		{ "jiangan", "建港、江岸和坚敢", "|江岸|坚敢" },
		{ "jinguo", "今国和经果", "|今国" },
		{ "minggu", "名古和民谷", "|名古" },
		{ "dier", "第二", "|第二" },
	};

	(void)state;
	check_cases(CASES, N_ITEMS(CASES));
}

static void
letters_of_one_syllable_are_not_taken_for_initials(void **state)
{
	static const PinyinCase CASES[] = {
		{ "dan", "大脑但是", "|但" },
		{ "da n", "大脑但是", "|大脑" },
		{ "zheng", "这能够，正", "|正" },
		{ "wan", "挖你，我爱你，万", "|万" },
		{ "dann", "大娜娜但你", "|但你" },
	};

	(void)state;
	check_cases(CASES, N_ITEMS(CASES));
}

static void
tones_are_ignored(void **state)
{
	static const PinyinCase CASES[] = {
		{ "réngōng", "人工", "|人工" },
		{ "re\xCC\x81ngo\xCC\x84ng", "人工", "|人工" },
		{ "ren2gong1", "人工", "|人工" },
		{ "ren2 gong1", "人工", "|人工" },
		{ "ma", "妈麻马骂", "|妈|麻|马|骂" },
		{ "ren3", "人3人", "|人3|人" },
	};

	(void)state;
	check_cases(CASES, N_ITEMS(CASES));
}

static void
u_with_dots_is_typed_in_four_ways(void **state)
{
	static const PinyinCase CASES[] = {
		{ "nü", "女奴", "|女" },
		{ "nv", "女奴", "|女" },
		{ "nu:", "女奴", "|女" },
		{ "nu\xCC\x88", "女奴", "|女" },
		{ "NÜ", "女奴", "|女" },
		{ "nǚ", "女奴", "|女" },
		{ "nu", "女奴", "|奴" },
		{ "lüe", "策略", "|略" },
		{ "lve", "策略", "|略" },
		{ "lue", "策略", "|略" },
		{ "lǜse", "绿色", "|绿色" },
		{ "nve", "虐", "|虐" },
		{ "xuexi", "学习", "|学习" },
		{ "xvexi", "学习", "|学习" },
		{ "jü", "举", "|举" },
	};

	(void)state;
	check_cases(CASES, N_ITEMS(CASES));
}

static void
character_is_found_under_each_of_its_readings(void **state)
{
	static const PinyinCase CASES[] = {
		{ "chong", "重新重要", "|重|重" },
		{ "zhong", "重新重要", "|重|重" },
		{ "yinhang", "银行銀行", "|银行|銀行" },
		{ "xing", "行", "|行" },
		{ "changdu", "长度長度", "|长度|長度" },
		{ "zhangda", "长大長大", "|长大|長大" },
		{ "yinyue", "音乐音樂", "|音乐|音樂" },
		{ "kuaile", "快乐快樂", "|快乐|快樂" },
		{ "liaojie", "了解", "|了解" },
		{ "le", "好了", "|了" },
		{ "hai", "还還", "|还|還" },
		{ "huan", "还還", "|还|還" },
		{ "de", "得的地", "|得|的|地" },
		{ "dei", "得", "|得" },
		{ "di", "地", "|地" },
		{ "shoudu", "首都", "|首都" },
		{ "dou", "都", "|都" },
		{ "shuifu", "说服說服", "|说服" },
		{ "shuo", "说說", "|说|說" },
		{ "danwei", "单位單位", "|单位|單位" },
		{ "shan", "单單", "|单|單" },
		{ "tiaozheng", "调整調整", "|调整|調整" },
		{ "diaocha", "调查調查", "|调查|調查" },
		{ "kuaiji", "会计會計", "|会计|會計" },
		{ "yidianr", "一点儿", "|一点儿" },
		{ "en", "嗯", "|嗯" },
	};

	(void)state;
	/* Where the table is ICU's, there is one reading of each. */
	if (PINYIN_SETS[pinyin_set(0x91CD) + 1] == PINYIN_END)
		skip();
	check_cases(CASES, N_ITEMS(CASES));
}

static void
archaic_readings_are_not_known(void **state)
{
	static const PinyinCase CASES[] = {
		{ "tai", "能", "" },
		{ "fu", "还", "" },
		{ "heng", "人", "" },
		{ "yan", "這", "" },
	};

	(void)state;
	check_cases(CASES, N_ITEMS(CASES));
}

static void
last_syllable_need_not_be_finished(void **state)
{
	static const PinyinCase CASES[] = {
		{ "rengon", "人工", "|人工" },
		{ "rengongzhin", "人工智能", "|人工智能" },
		{ "rengongzhine", "人工智能", "" },
		{ "zho", "中周人", "|中|周" },
		{ "gonren", "工人", "" },
	};

	(void)state;
	check_cases(CASES, N_ITEMS(CASES));
}

static void
what_stands_between_keeps_apart(void **state)
{
	static const PinyinCase CASES[] = {
		{ "rengong", "人，工 人 工 人工", "|人工" },
		{ "rg", "人\n工", "" },
		{ "rg", "人の工", "" },
		{ "rengong", "人工人工", "|人工|人工" },
		{ "renren", "人人人", "|人人" },
	};

	(void)state;
	check_cases(CASES, N_ITEMS(CASES));
}

static void
latin_words_match_their_letters(void **state)
{
	static const PinyinCase CASES[] = {
		{ "airgzn", "用AI人工智能", "|AI人工智能" },
		{ "AIrgzn", "ai人工智能", "|ai人工智能" },
		{ "ai", "AI said 爱 ＡＩ。aide", "|AI|爱|ＡＩ" },
		{ "claude", "Claude clauded", "|Claude" },
		{ "gptmoxing", "GPT模型", "|GPT模型" },
		{ "gpt4", "GPT4 和 gpt", "|GPT4" },
		{ "an", "an Anthropic man 安", "|an|安" },
		{ "kafei", "卡fei", "|卡fei" },
		{ "café", "Cafe", "|Cafe" },
	};

	(void)state;
	check_cases(CASES, N_ITEMS(CASES));
}

static void
other_characters_match_themselves(void **state)
{
	static const PinyinCase CASES[] = {
		{ "人gong", "人工任工", "|人工" },
		{ "3ge", "3个", "|3个" },
		{ "的r", "的人", "|的人" },
		{ "", "人", "" },
		{ " '", "人", "" },
		{ "\xF0\xA0\x80\x80", "\xF0\xA0\x80\x80", "|\xF0\xA0\x80\x80" },
	};

	(void)state;
	check_cases(CASES, N_ITEMS(CASES));
}

static void
bad_bytes_in_the_text_do_no_harm(void **state)
{
	static const PinyinCase CASES[] = {
		{ "rg", "\xE4\xBA人工\xE5\xB7", "|人工" },
		{ "rg", "人\xFF工", "" },
	};

	(void)state;
	check_cases(CASES, N_ITEMS(CASES));
}

static void
too_much_is_refused(void **state)
{
	char typed[PINYIN_MAX + 1];
	Err err = { 0 };
	Pinyin *pinyin;

	(void)state;
	memset(typed, 'a', sizeof(typed));
	assert_null(pinyin_new((Slice){ typed, PINYIN_MAX + 1 }, &err));
	assert_string_equal(err.text,
			    "the pinyin is longer than 128 characters");
	pinyin = pinyin_new((Slice){ typed, PINYIN_MAX }, &err);
	assert_non_null(pinyin);
	pinyin_free(pinyin);
}

/* All but the last of what is typed is found at every character. */
static void
text_of_one_syllable_ends_at_a_limit(void **state)
{
	enum { TIMES = 100 * 1000 };
	char typed[PINYIN_MAX];
	char *text = mem_alloc(3 * TIMES);
	size_t start, len;
	Pinyin *pinyin;
	Err err = { 0 };

	(void)state;
	memset(typed, 'a', sizeof(typed));
	typed[sizeof(typed) - 1] = 'b';
	for (int i = 0; i < TIMES; i++)
		memcpy(text + 3 * i, "啊", 3);
	pinyin = pinyin_new((Slice){ typed, sizeof(typed) }, &err);
	assert_int_equal(pinyin_find(pinyin, (Slice){ text, 3 * TIMES }, 0,
				     &start, &len),
			 PATTERN_LIMIT);
	pinyin_free(pinyin);
	mem_free(text);
}

/* Whatever stands in it, all of it is taken in. */
static void
every_text_of_letters_is_read(void **state)
{
	static const char LETTERS[] = "aeiouvnghzrl 1:'";
	unsigned seed = 1;
	char typed[24];

	(void)state;
	for (int i = 0; i < 5000; i++) {
		Err err = { 0 };
		size_t start, len;
		Pinyin *pinyin;

		for (size_t j = 0; j < sizeof(typed); j++) {
			seed = seed * 1103515245u + 12345u;
			typed[j] = LETTERS[(seed >> 16) % 16];
		}
		pinyin = pinyin_new((Slice){ typed, (size_t)i % 24 }, &err);
		assert_non_null(pinyin);
		pinyin_find(pinyin, SLICE("那个人啊你哦西安而 ni hao"), 0,
			    &start, &len);
		pinyin_free(pinyin);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(syllables_initials_and_both_are_found),
		cmocka_unit_test(
			letters_are_divided_in_every_way_into_syllables),
		cmocka_unit_test(
			letters_of_one_syllable_are_not_taken_for_initials),
		cmocka_unit_test(tones_are_ignored),
		cmocka_unit_test(u_with_dots_is_typed_in_four_ways),
		cmocka_unit_test(character_is_found_under_each_of_its_readings),
		cmocka_unit_test(archaic_readings_are_not_known),
		cmocka_unit_test(last_syllable_need_not_be_finished),
		cmocka_unit_test(what_stands_between_keeps_apart),
		cmocka_unit_test(latin_words_match_their_letters),
		cmocka_unit_test(other_characters_match_themselves),
		cmocka_unit_test(bad_bytes_in_the_text_do_no_harm),
		cmocka_unit_test(too_much_is_refused),
		cmocka_unit_test(text_of_one_syllable_ends_at_a_limit),
		cmocka_unit_test(every_text_of_letters_is_read),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
