#include "document/name.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/items.h"

static const struct {
	const char *name;
	NameLook look;
} LOOKS[] = {
	{ "Ann Lee", NAME_STRONG },
	{ "ANN LEE", NAME_STRONG },
	{ "Bob de la Cruz", NAME_STRONG },
	{ "Dr. Ann O'Brien, Jr.", NAME_STRONG },
	{ "Ann O’Brien", NAME_STRONG },
	{ "Speaker 7", NAME_STRONG },
	{ "SPEAKER_00", NAME_STRONG },
	{ "Speaker A (Interviewer)", NAME_STRONG },
	{ "Q", NAME_STRONG },
	{ "許若庭", NAME_STRONG },
	{ "欧阳修", NAME_STRONG },
	{ "佐藤", NAME_STRONG },
	{ "参与者甲", NAME_STRONG },
	{ "委員長（山田太郎君）", NAME_STRONG },
	{ "И. Белов", NAME_STRONG },
	{ "RES", NAME_PLAUSIBLE },
	{ "P01", NAME_WEAK },
	{ "The Verge", NAME_WEAK },
	{ "The verge", NAME_NOT },
	{ "鈴木一郎", NAME_STRONG },
	{ "达里奥·阿莫迪", NAME_STRONG },
	{ "陳偉業議員", NAME_STRONG },
	{ "主持人", NAME_STRONG },
	{ "嘉宾1", NAME_STRONG },
	{ "发言人A", NAME_STRONG },
	{ "江映雪 Joy Chiang", NAME_STRONG },
	{ "Audrey Tang（唐鳳）", NAME_STRONG },
	{ "觀眾（Natalie）", NAME_STRONG },
	{ "??", NAME_STRONG },
	{ "Ann", NAME_PLAUSIBLE },
	{ "NVK", NAME_PLAUSIBLE },
	{ "小明", NAME_PLAUSIBLE },
	{ "魏守斌、彭筱婷", NAME_PLAUSIBLE },
	{ "nick", NAME_WEAK },
	{ "甲骨文", NAME_WEAK },
	{ "甲骨文 (Oracle)", NAME_WEAK },
	{ "Note", NAME_NOT },
	{ "Key Points", NAME_NOT },
	{ "Slide 3", NAME_PLAUSIBLE },
	{ "Chapter One 2-3", NAME_NOT },
	{ "Listing 19-11", NAME_NOT },
	{ "Figure 2.1", NAME_NOT },
	{ "步骤一", NAME_NOT },
	{ "嘉宾一", NAME_STRONG },
	{ "张三", NAME_STRONG },
	{ "关键点", NAME_WEAK },
	{ "管理方法", NAME_WEAK },
	{ "Use Cases", NAME_WEAK },
	{ "Error Handling", NAME_WEAK },
	{ "Obi-wan Kenobi", NAME_STRONG },
	{ "Jean-Luc", NAME_PLAUSIBLE },
	{ "General Information", NAME_WEAK },
	{ "Audience Question", NAME_STRONG },
	{ "在 a.rs 文件中", NAME_WEAK },
	{ "김철수", NAME_PLAUSIBLE },
	{ "좋은 예", NAME_PLAUSIBLE },
	{ "이것은 아무도 말하지 않는 긴 문장", NAME_NOT },
	{ "Note 3", NAME_NOT },
	{ "INFO", NAME_NOT },
	{ "Ann Lee (5)", NAME_NOT },
	{ "Ann Lee (AL", NAME_NOT },
	{ "Ann Lee)", NAME_NOT },
	{ "挑战", NAME_NOT },
	{ "例如", NAME_NOT },
	{ "周一", NAME_NOT },
	{ "他继续说", NAME_NOT },
	{ "这就是我们需要警惕的", NAME_NOT },
	{ "There are three things", NAME_NOT },
	{ "12", NAME_NOT },
	{ "2024", NAME_NOT },
	{ "3 Days", NAME_NOT },
	{ "a/b", NAME_NOT },
	{ "**", NAME_NOT },
	{ "", NAME_NOT },
	{ "   ", NAME_NOT },
};

static void
names_look_as_much_like_names_as_they_do(void **state)
{
	(void)state;
	for (size_t i = 0; i < N_ITEMS(LOOKS); i++) {
		NameLook look = name_look(slice_from(LOOKS[i].name));

		if (look != LOOKS[i].look)
			fail_msg("%s: %d and not %d", LOOKS[i].name, look,
				 LOOKS[i].look);
	}
}

static void
a_look_has_its_reason(void **state)
{
	static const struct {
		const char *name;
		NameWhy why;
	} cases[] = {
		{ "", NAME_WHY_EMPTY },
		{ "What?", NAME_WHY_PUNCTUATION },
		{ "---", NAME_WHY_NO_LETTERS },
		{ "例如", NAME_WHY_STOP },
		{ "12", NAME_WHY_NUMBER },
		{ "3 Days", NAME_WHY_NUMBER },
		{ "這就是我們說的", NAME_WHY_SENTENCE },
		{ "Why Tea", NAME_WHY_TITLE },
		{ "Nothing but water", NAME_WHY_WORDS },
		{ "nick", NAME_WHY_WORD },
		{ "Cy", NAME_WHY_CAPITAL },
		{ "阿明", NAME_WHY_SHORT },
		{ "許若庭、林茂川", NAME_WHY_LIST },
		{ "??", NAME_WHY_UNKNOWN },
		{ "Speaker 7", NAME_WHY_ROLE },
		{ "陳小明議員", NAME_WHY_TITLED },
		{ "許若庭", NAME_WHY_SURNAME },
		{ "達里奧·阿莫迪", NAME_WHY_DOTS },
		{ "Ann Lee", NAME_WHY_CAPITALS },
		{ "江映雪 Joy Chiang", NAME_WHY_MIXED },
	};

	(void)state;
	for (size_t i = 0; i < N_ITEMS(cases); i++) {
		NameWhy why = name_why(slice_from(cases[i].name));

		if (why != cases[i].why)
			fail_msg("%s: %d and not %d", cases[i].name, why,
				 cases[i].why);
	}
}

static void
what_is_longer_than_a_name_is_none(void **state)
{
	char name[4 * NAME_CHARS_MAX + 2];

	(void)state;
	memset(name, 'A', sizeof(name));
	assert_int_not_equal(name_look((Slice){ name, NAME_CHARS_MAX }),
			     NAME_NOT);
	assert_int_equal(name_look((Slice){ name, NAME_CHARS_MAX + 1 }),
			 NAME_NOT);
	assert_int_equal(name_look((Slice){ name, sizeof(name) }), NAME_NOT);
}

static void
breaks_and_jingles_are_nobody(void **state)
{
	(void)state;
	assert_true(name_is_pseudo(SLICE("Break")));
	assert_true(name_is_pseudo(SLICE(" MUSIC ")));
	assert_true(name_is_pseudo(SLICE("广告")));
	assert_false(name_is_pseudo(SLICE("Breaker")));
	assert_false(name_is_pseudo(SLICE("")));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(names_look_as_much_like_names_as_they_do),
		cmocka_unit_test(a_look_has_its_reason),
		cmocka_unit_test(what_is_longer_than_a_name_is_none),
		cmocka_unit_test(breaks_and_jingles_are_nobody),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
