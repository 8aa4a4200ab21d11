#include "document/direction.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/items.h"

static void
lines_in_brackets_are_directions_by_their_words(void **state)
{
	static const char *const directions[] = {
		"[laughs]", "[Laughter]", "(Laughter)", "((applause))",
		"\\[laughs\\]", "[笑]", "【哈哈】", "（笑）", "（掌声）", "（現場笑）",
		"[音乐响起]", "[音乐播放中]", "[inaudible 00:07:45]",
		"[speaks in Dutch]", "  [crosstalk]  ", "〔全場鼓掌〕", "[两人同时说话]",
		"［笑］", "[he pours the tea]", "（議員站起來）", "（播放影片）",
		"（諮委1進入。）",
	};
	static const char *const others[] = {
		"[Kubernetes]", "[译]", "[text](address)", "【人工智能】", "【注：见下】",
		"[laughs] and goes", "a [laughs]", "[laughs] [sighs]", "[]",
		"[", "", "laughs", "(Oracle)", "[1]", "[laughs",
		"[see: below]", "(this is an aside)",
		"（完）", "（註：見下）", "（OECD）",
	};

	(void)state;
	for (size_t i = 0; i < N_ITEMS(directions); i++)
		if (!direction_is(slice_from(directions[i])))
			fail_msg("%s is a direction", directions[i]);
	for (size_t i = 0; i < N_ITEMS(others); i++)
		if (direction_is(slice_from(others[i])))
			fail_msg("%s is no direction", others[i]);
}

static void
music_and_breaks_divide(void **state)
{
	static const char *const breaks[] = {
		"[音乐播放中]", "[Music]", "(commercial break)", "【廣告】", "[片头曲]",
	};
	static const char *const others[] = { "[laughs]", "music", "（笑）" };

	(void)state;
	for (size_t i = 0; i < N_ITEMS(breaks); i++)
		assert_true(direction_is_break(slice_from(breaks[i])));
	for (size_t i = 0; i < N_ITEMS(others); i++)
		assert_false(direction_is_break(slice_from(others[i])));
}

static void
inline_directions_come_in_their_order(void **state)
{
	Slice text = SLICE("a [x] (laughs) 【哈哈】b [笑][a link](笑) (not");
	static const struct {
		size_t start, len;
	} want[] = { { 6, 8 }, { 15, 12 }, { 29, 5 }, { 42, 5 } };
	size_t start, len, from = 0;

	(void)state;
	for (size_t i = 0; i < N_ITEMS(want); i++) {
		assert_true(direction_next(text, from, &start, &len));
		assert_int_equal(start, want[i].start);
		assert_int_equal(len, want[i].len);
		from = start + len;
	}
	assert_false(direction_next(text, from, &start, &len));
	assert_false(direction_next(SLICE(""), 0, &start, &len));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
			lines_in_brackets_are_directions_by_their_words),
		cmocka_unit_test(music_and_breaks_divide),
		cmocka_unit_test(inline_directions_come_in_their_order),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
