#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "base/items.h"
#include "document/label.h"
#include "document/verb.h"

#define NO_TIME UINT32_MAX

typedef struct Case {
	const char *line;
	LabelForm form;
	const char *name;
	const char *alias;
	const char *text;	/* the speech on this line */
	uint32_t ms;
} Case;

static const Case lines[] = {
	{ "**Ann Lee:** Hi", LABEL_BOLD_IN, "Ann Lee", "", "Hi", NO_TIME },
	{ "**Ann Lee:**", LABEL_BOLD_IN, "Ann Lee", "", "", NO_TIME },
	{ "**Ann:** 00:01:02", LABEL_BOLD_IN, "Ann", "", "", 62000 },
	{ "**王明**：好。", LABEL_BOLD_OUT, "王明", "", "好。", NO_TIME },
	{ "**[主持人]**: 好", LABEL_BOLD_OUT, "主持人", "", "好", NO_TIME },
	{ "**Ann  (00:00:12)**：Hi", LABEL_BOLD_OUT, "Ann", "", "Hi", 12000 },
	{ "**Ann** 00:00:18", LABEL_BOLD_TIME, "Ann", "", "", 18000 },
	{ "**Ann** (0:18)", LABEL_BOLD_TIME, "Ann", "", "", 18000 },
	{ "Ann: Hi", LABEL_PLAIN, "Ann", "", "Hi", NO_TIME },
	{ "  王明：好", LABEL_PLAIN, "王明", "", "好", NO_TIME },
	{ "Ann：: Hi", LABEL_PLAIN, "Ann", "", "Hi", NO_TIME },
	{ "王明 说：「好」", LABEL_PLAIN, "王明", "", "「好」", NO_TIME },
	{ "王明（老王）：好", LABEL_PLAIN, "王明（老王）", "老王", "好",
	  NO_TIME },
	{ "Ann (00:00): Hi", LABEL_PLAIN, "Ann", "", "Hi", 0 },
	{ "Ann [12:13]: Hi", LABEL_PLAIN, "Ann", "", "Hi", 733000 },
	{ "[00:00:01] Ann: Hi", LABEL_PLAIN, "Ann", "", "Hi", 1000 },
	{ "Ann: 00:00:40", LABEL_NAME_TIME, "Ann", "", "", 40000 },
	{ "Ann Lee 00:02:14", LABEL_NAME_TIME, "Ann Lee", "", "", 134000 },
	{ "Ann Lee  0:05", LABEL_NAME_TIME, "Ann Lee", "", "", 5000 },
	{ "【主持人】大家好", LABEL_BRACKET, "主持人", "", "大家好", NO_TIME },
	{ "Mr. CASEY. I rise.", LABEL_FORMAL, "Mr. CASEY", "", "I rise.",
	  NO_TIME },
	{ "The PRESIDING OFFICER. So ordered.", LABEL_FORMAL,
	  "The PRESIDING OFFICER", "", "So ordered.", NO_TIME },
	{ "The Acting CHAIR (Mr. Doe). So ordered.", LABEL_FORMAL,
	  "The Acting CHAIR", "", "So ordered.", NO_TIME },
	{ "Ms. LEE of New York. I rise.", LABEL_FORMAL, "Ms. LEE of New York",
	  "", "I rise.", NO_TIME },
	{ "Mrs. McROY. I rise.", LABEL_FORMAL, "Mrs. McROY", "", "I rise.",
	  NO_TIME },
	/* the marks by which a name is set apart */
	{ "<b>Ann:</b> Hi", LABEL_BOLD_IN, "Ann", "", "Hi", NO_TIME },
	{ "<strong>Ann</strong>: Hi", LABEL_BOLD_OUT, "Ann", "", "Hi",
	  NO_TIME },
	{ "<span class=\"who\">Ann:</span> Hi", LABEL_BOLD_IN, "Ann", "",
	  "Hi", NO_TIME },
	{ "__Ann__: Hi", LABEL_BOLD_OUT, "Ann", "", "Hi", NO_TIME },
	{ "***Ann:*** Hi", LABEL_BOLD_IN, "Ann", "", "Hi", NO_TIME },
	{ "*Ann:* Hi", LABEL_LIGHT, "Ann", "", "Hi", NO_TIME },
	{ "_SPEAKER_00:_ Hi", LABEL_LIGHT, "SPEAKER_00", "", "Hi", NO_TIME },
	{ "- Ann: Hi", LABEL_BLOCK, "Ann", "", "Hi", NO_TIME },
	{ "_Ann_: Hi", LABEL_LIGHT, "Ann", "", "Hi", NO_TIME },
	{ "**Ann** (ACME): Hi", LABEL_BOLD_OUT, "Ann", "", "Hi", NO_TIME },
	{ "<u>Ann:</u>\tHi", LABEL_BOLD_IN, "Ann", "", "Hi", NO_TIME },
	{ "**Ann: **Hi", LABEL_BOLD_IN, "Ann", "", "Hi", NO_TIME },
	/* no time begins the speech */
	{ "**Ann:** 10:30 is fine.", LABEL_BOLD_IN, "Ann", "",
	  "10:30 is fine.", NO_TIME },
	{ "Ann: 3:16 says so.", LABEL_PLAIN, "Ann", "", "3:16 says so.",
	  NO_TIME },
	/* a time behind it, with another */
	{ "**Ann:** \\[35:27\\] to \\[35:44\\]", LABEL_BOLD_IN, "Ann", "", "",
	  2127000 },
	{ "**Ann:** [35:27] [35:44] Hi", LABEL_BOLD_IN, "Ann", "", "Hi",
	  2127000 },
	{ "<p><strong>Ann</strong>: Hi</p>", LABEL_BOLD_OUT, "Ann", "",
	  "Hi</p>", NO_TIME },
	/* no colon */
	{ "**Ann** ", LABEL_BOLD_ALONE, "Ann", "", "", NO_TIME },
	{ "   ANN LEE JR.", LABEL_NAME_ALONE, "ANN LEE JR.", "", "", NO_TIME },
	{ "佐藤　", LABEL_NAME_ALONE, "佐藤", "", "", NO_TIME },
	{ "Ann Lee  ", LABEL_NAME_ALONE, "Ann Lee", "", "", NO_TIME },
	{ "Q - Hi", LABEL_LETTER, "Q", "", "Hi", NO_TIME },
	{ "A.   Hi", LABEL_LETTER, "A", "", "Hi", NO_TIME },
	{ "P – Hi", LABEL_LETTER, "P", "", "Hi", NO_TIME },
	{ "P.- Hi", LABEL_LETTER, "P", "", "Hi", NO_TIME },
	{ " 12   Q.  Hi", LABEL_LETTER, "Q", "", "Hi", NO_TIME },
	{ "12. Ann: Hi", LABEL_BLOCK, "Ann", "", "Hi", NO_TIME },
	{ "ann\tHi", LABEL_DASHED, "ann", "", "Hi", NO_TIME },
	{ "00:01\tann\tHi", LABEL_DASHED, "ann", "", "Hi", 1000 },
	{ "ann> Hi", LABEL_DASHED, "ann", "", "Hi", NO_TIME },
	{ "ANN -- Hi", LABEL_DASHED, "ANN", "", "Hi", NO_TIME },
	{ "**Ann** – Hi", LABEL_DASHED, "Ann", "", "Hi", NO_TIME },
	{ "**Ann** Hi", LABEL_DASHED, "Ann", "", "Hi", NO_TIME },
	{ "糸井「はい」", LABEL_DASHED, "糸井", "", "「はい」", NO_TIME },
	{ "○山田委員長　はい", LABEL_SIGNED, "山田委員長", "", "はい", NO_TIME },
	{ "○委員長（山田太郎君）　はい", LABEL_SIGNED, "委員長（山田太郎君）",
	  "山田太郎君", "はい", NO_TIME },
	{ "◯위원장 김민수  네", LABEL_SIGNED, "위원장 김민수", "", "네", NO_TIME },
	{ "■ 記者：好", LABEL_SIGNED, "記者", "", "好", NO_TIME },
	{ "――はい", LABEL_STROKE, "――", "", "はい", NO_TIME },
	{ "─ ─ はい", LABEL_STROKE, "─ ─", "", "はい", NO_TIME },
	{ "— Oui ?", LABEL_STROKE, "—", "", "Oui ?", NO_TIME },
	{ "<@ann> Hi", LABEL_ENCLOSED, "ann", "", "Hi", NO_TIME },
	{ "[00:01] [Ann] Hi", LABEL_BOLD_TIME, "Ann", "", "Hi", 1000 },
	/* a time before the name */
	{ "00:00:01 Ann: Hi", LABEL_CLOCKED, "Ann", "", "Hi", 1000 },
	{ "**[00:01] Ann:** Hi", LABEL_BOLD_IN, "Ann", "", "Hi", 1000 },
	{ "[00:01] **Ann** Hi", LABEL_BOLD_TIME, "Ann", "", "Hi", 1000 },
	{ "**[0:18]** **Ann:** Hi", LABEL_BOLD_IN, "Ann", "", "Hi", 18000 },
	{ "`0:18` **Ann**: Hi", LABEL_BOLD_OUT, "Ann", "", "Hi", 18000 },
	{ "[7.25s - 9.00s] Ann: Hi", LABEL_PLAIN, "Ann", "", "Hi", 7250 },
	{ "0:18 - 0:31 Ann", LABEL_CLOCKED, "Ann", "", "", 18000 },
	{ "[04-Mar-24 10:15 AM] ann", LABEL_CLOCKED, "ann", "", "", 615000 },
	/* behind it, with its text or a day */
	{ "**Ann** (0:18) Hi", LABEL_BOLD_TIME, "Ann", "", "Hi", 18000 },
	{ "**Ann (0:18)** Hi", LABEL_BOLD_TIME, "Ann", "", "Hi", 18000 },
	{ "**Ann** | 0:18", LABEL_BOLD_TIME, "Ann", "", "", 18000 },
	{ "Ann — Today at 10:15 AM", LABEL_NAME_TIME, "Ann", "", "", 615000 },
	{ "Ann, [04.03.24 10:15]", LABEL_NAME_TIME, "Ann", "", "", 615000 },
	{ "Ann  3:00 pm", LABEL_NAME_TIME, "Ann", "", "", 180000 },
	{ "Ann [7.25s - 9.00s]: Hi", LABEL_PLAIN, "Ann", "", "Hi", 7250 },
	{ "Ann 0:18 - 0:31", LABEL_NAME_TIME, "Ann", "", "", 18000 },
	{ "(Ann) 0:18", LABEL_NAME_TIME, "Ann", "", "", 18000 },
	{ "Ann 00:00:18: Hi", LABEL_PLAIN, "Ann", "", "Hi", 18000 },
	{ "Ann, 0:18: Hi", LABEL_PLAIN, "Ann", "", "Hi", 18000 },
	{ "Ann (0:18) Hi", LABEL_PLAIN, "Ann", "", "Hi", 18000 },
	{ "王明（0:18）好", LABEL_PLAIN, "王明", "", "好", 18000 },
	{ "**Ann** _0:18_", LABEL_BOLD_TIME, "Ann", "", "", 18000 },
	{ "**Ann** *(0:18)*", LABEL_BOLD_TIME, "Ann", "", "", 18000 },
	{ "**Ann** [0:18](http://e.org/?t=(18))", LABEL_BOLD_TIME, "Ann", "",
	  "", 18000 },
	{ "Ann: Hi (0:18)", LABEL_PLAIN, "Ann", "", "Hi (0:18)", NO_TIME },
	{ "Ann: Hi 3:12", LABEL_NAME_TIME, "Ann: Hi", "", "", 192000 },
	{ "Ann:: Hi", LABEL_PLAIN, "Ann", "", "Hi", NO_TIME },
	/* marks inside marks, anchors, what nobody sees */
	{ "_**Ann**_: Hi", LABEL_BOLD_OUT, "Ann", "", "Hi", NO_TIME },
	{ "**<u>Ann:</u>** Hi", LABEL_BOLD_IN, "Ann", "", "Hi", NO_TIME },
	{ "<font color=\"red\">Ann:</font> Hi", LABEL_BOLD_IN, "Ann", "", "Hi",
	  NO_TIME },
	{ "<a id=\"t1\"></a>**Ann:** Hi", LABEL_BOLD_IN, "Ann", "", "Hi",
	  NO_TIME },
	{ "\xE2\x80\x8B" "Ann: Hi", LABEL_PLAIN, "Ann", "", "Hi", NO_TIME },
	{ "〔司会〕はい", LABEL_BRACKET, "司会", "", "はい", NO_TIME },
	{ "Ann Lee -- Chief Miller, ACME", LABEL_NAME_ALONE, "Ann Lee", "", "",
	  NO_TIME },
	{ "0:00:01.5 **Ann** Hi", LABEL_BOLD_TIME, "Ann", "", "Hi", 1500 },
};

static const Case headings[] = {
	{ "### 王明：", LABEL_HEADING, "王明", "", "", NO_TIME },
	{ "## **Ann Lee**:", LABEL_HEADING, "Ann Lee", "", "", NO_TIME },
	{ "### Ann Lee (00:12)", LABEL_HEADING_TIME, "Ann Lee", "", "", 12000 },
	{ "### Ann Lee", LABEL_HEADING_NAME, "Ann Lee", "", "", NO_TIME },
	{ "### 科長：王明", LABEL_HEADING_ROLE, "王明", "", "", NO_TIME },
};

static void
check(const Case *want, bool heading)
{
	Slice line = slice_from(want->line);
	Label label;

	if (!label_propose(line, heading, &label))
		fail_msg("%s: no label", want->line);
	if (label.form != want->form || label.time_ms != want->ms ||
	    label.slip || !slice_eq(label.name, slice_from(want->name)) ||
	    !slice_eq(label.alias, slice_from(want->alias)) ||
	    !slice_eq(slice_sub(line, label.text, SIZE_MAX),
		      slice_from(want->text)))
		fail_msg("%s: form %d, name %.*s, alias %.*s, text %zu, "
			 "time %u", want->line, label.form,
			 SLICE_ARGS(label.name), SLICE_ARGS(label.alias),
			 label.text, label.time_ms);
}

static void
every_form_is_read(void **state)
{
	(void)state;
	for (size_t i = 0; i < N_ITEMS(lines); i++)
		check(&lines[i], false);
	for (size_t i = 0; i < N_ITEMS(headings); i++)
		check(&headings[i], true);
}

static void
slips_of_the_pen_are_told(void **state)
{
	static const char *const slips[] = {
		"KL:It is", "ND; yes", "**Chris Benson: I**ndeed",
	};
	Label label;

	(void)state;
	for (size_t i = 0; i < N_ITEMS(slips); i++)
		assert_true(label_propose(slice_from(slips[i]), false,
					  &label) && label.slip);
}

static void
what_has_no_name_before_a_colon_is_no_label(void **state)
{
	static const char *const none[] = {
		"",
		"Just a sentence.",
		"https://example.org",
		"The house was white. It stood apart.",
		"<blockquote> was here.",
		"他说，他们会来：明天。",
		": text",
		"【主持人】",
	};
	static const char *const titles[] = {
		"# 12:30", "### Part 2: Silent Payments",
	};
	Label label;

	(void)state;
	for (size_t i = 0; i < N_ITEMS(none); i++)
		if (label_propose(slice_from(none[i]), false, &label))
			fail_msg("%s: %.*s", none[i], SLICE_ARGS(label.name));
	for (size_t i = 0; i < N_ITEMS(titles); i++)
		if (label_propose(slice_from(titles[i]), true, &label))
			fail_msg("%s: %.*s", titles[i], SLICE_ARGS(label.name));
}

static void
indirect_speech_begins_with_a_name_and_a_verb(void **state)
{
	(void)state;
	assert_true(verb_is_indirect(SLICE("王明 表示他懷疑"), SLICE("王明")));
	assert_false(verb_is_indirect(SLICE("王明表示"), SLICE("王明")));
	assert_false(verb_is_indirect(SLICE("王明 走了"), SLICE("王明")));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_form_is_read),
		cmocka_unit_test(slips_of_the_pen_are_told),
		cmocka_unit_test(what_has_no_name_before_a_colon_is_no_label),
		cmocka_unit_test(indirect_speech_begins_with_a_name_and_a_verb),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
