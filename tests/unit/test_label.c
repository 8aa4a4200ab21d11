#include "document/label.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#define N_ITEMS(table) (sizeof(table) / sizeof((table)[0]))

/* `form name|base|alias|text`, with `v` for a verb, `t` for tight. */
static void
describe(Slice line, char *out, size_t size)
{
	Label label;

	if (!label_propose(line, &label)) {
		snprintf(out, size, "-");
		return;
	}
	snprintf(out, size, "%c%s%s %.*s|%.*s|%.*s|%.*s", "iop"[label.form],
		 label.verb ? "v" : "", label.tight ? "t" : "",
		 SLICE_ARGS(label.name), SLICE_ARGS(label.base),
		 SLICE_ARGS(label.alias),
		 SLICE_ARGS(slice_sub(line, label.text, SIZE_MAX)));
}

static void
lines_propose_labels_by_form(void **state)
{
	static const struct {
		const char *line, *label;
	} cases[] = {
		{ "**Ann:** hi", "i Ann|Ann||hi" },
		{ "**Ann：**hi", "i Ann|Ann||hi" },
		{ "**Ann**: hi", "o Ann|Ann||hi" },
		{ "**Ann**：hi", "o Ann|Ann||hi" },
		{ "**Ann** : hi", "o Ann|Ann||hi" },
		{ "Ann: hi", "p Ann|Ann||hi" },
		{ "安：好", "p 安|安||好" },
		{ "  Ann:   hi", "p Ann|Ann||hi" },
		{ "Ann:", "p Ann|Ann||" },
		{ "**Ann:**", "i Ann|Ann||" },
		{ "Ann：：hi", "p Ann|Ann||hi" },
		{ "Ann：:hi", "p Ann|Ann||hi" },
		{ "Ann:hi", "pt Ann|Ann||hi" },
		{ "Ann:好", "p Ann|Ann||好" },
		{ "**[主持人]**: 好", "o 主持人|主持人||好" },
		{ "【主持人】：好", "p 主持人|主持人||好" },
		{ "Ann Lee（AL）：hi", "p Ann Lee（AL）|Ann Lee|AL|hi" },
		{ "Ann (AL): hi", "p Ann (AL)|Ann|AL|hi" },
		{ "ANN 说：「hi」", "pv ANN|ANN||「hi」" },
		{ "Ann said: hi", "pv Ann|Ann||hi" },
		{ "说：hi", "p 说|说||hi" },
		{ "hello", "-" },
		{ ": hi", "-" },
		{ "", "-" },
		{ "https://e.org", "-" },
		{ "不幸的是，我們：", "-" },
		{ "好。他說：", "-" },
		{ "**bold** text", "-" },
		{ "****: x", "p ****|****||x" },
	};
	char out[300];

	(void)state;
	for (size_t i = 0; i < N_ITEMS(cases); i++) {
		describe(slice_from(cases[i].line), out, sizeof(out));
		if (strcmp(out, cases[i].label) != 0)
			fail_msg("%s: %s and not %s", cases[i].line, out,
				 cases[i].label);
	}
}

static void
a_colon_far_away_makes_no_label(void **state)
{
	char line[400];
	Label label;

	(void)state;
	memset(line, 'x', sizeof(line));
	line[sizeof(line) - 2] = ':';
	assert_false(label_propose((Slice){ line, sizeof(line) }, &label));
}

static void
indirect_speech_begins_with_name_and_verb(void **state)
{
	static const Slice name = { "ANN LEE", 7 };

	(void)state;
	assert_true(label_is_indirect(SLICE("ANN LEE 表示她累了"), name));
	assert_true(label_is_indirect(SLICE(" ANN LEE  认为不是"), name));
	assert_false(label_is_indirect(SLICE("ANN LEE表示她累了"), name));
	assert_false(label_is_indirect(SLICE("ANN LEE 走了"), name));
	assert_false(label_is_indirect(SLICE("BOB 表示"), name));
	assert_false(label_is_indirect(SLICE("ANN LEE"), name));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lines_propose_labels_by_form),
		cmocka_unit_test(a_colon_far_away_makes_no_label),
		cmocka_unit_test(indirect_speech_begins_with_name_and_verb),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
