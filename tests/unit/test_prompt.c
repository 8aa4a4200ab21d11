#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#include "base/items.h"
#include "text/utf8.h"
#include "ui/prompt.h"

/* Feeds keys named as in the key map, blanks between. */
static PromptResult
type(Prompt *prompt, const char *names)
{
	Slice rest = slice_from(names);
	PromptResult result = PROMPT_IGNORED;

	while ((rest = slice_trim(rest)).len) {
		Key key;

		assert_true(key_parse(&rest, &key));
		result = prompt_key(prompt, key);
	}
	return result;
}

static void
assert_text(const Prompt *prompt, const char *text, size_t caret)
{
	Slice line = buf_slice(&prompt->text);

	assert_int_equal(line.len, strlen(text));
	assert_memory_equal(line.ptr, text, line.len);
	assert_int_equal(prompt->caret, caret);
}

static void
keys_edit_the_line_by_clusters(void **state)
{
	static const struct {
		const char *keys;
		const char *text;
		size_t caret;
	} cases[] = {
		{ "a b c", "abc", 3 },
		{ "訪 談 <BS>", "訪", 3 },
		{ "a b <Left> x", "axb", 2 },
		{ "訪 談 <Left> <Left> <Del>", "談", 0 },
		{ "a b <C-a> x <C-e> y", "xaby", 4 },
		{ "a b <Home> <Right> <C-k>", "a", 1 },
		{ "a b <Left> <C-u>", "b", 0 },
		{ "a b <Space> c d <C-w>", "ab ", 3 },
		{ "a b <Space> <Space> <C-w>", "", 0 },
		{ "a <Right> <Del> <Left> <Left> b", "ba", 1 },
		{ "e \xCC\x81 x <BS> <BS>", "", 0 },
		{ "a <A-x> <F1>", "a", 1 },
		{ "訪 <Left> x", "x訪", 1 },
		{ "\xCC\x81 <C-a> e", "e\xCC\x81", 3 },
		{ "a b . c <A-b> <A-b> x", "xab.c", 1 },
		{ "a b . c <C-a> <A-f> x", "abx.c", 3 },
		{ "問 題 G P T <A-b> x <A-b> <A-b> y", "y問題xGPT", 1 },
		{ "a b - 4 問 題 <A-BS> <A-BS>", "ab-", 3 },
		{ "a b <Space> c <C-a> <A-d>", " c", 0 },
		{ "a b <Space> . <Space> <A-BS>", "", 0 },
		{ "a b <Space> c . d <C-w> <C-y> <C-y>", "ab c.dc.d", 9 },
		{ "a <Space> b <C-w> <C-w> x <C-y>", "xa b", 4 },
		{ "a b c <C-a> <A-d> <C-y>", "abc", 3 },
		{ "a b <C-u> c <C-y>", "cab", 3 },
		{ "a b c <Left> <C-k> <C-u> <C-y>", "abc", 3 },
		{ "a b <C-d>", "ab", 2 },
	};

	(void)state;
	for (size_t i = 0; i < N_ITEMS(cases); i++) {
		Prompt prompt;

		prompt_init(&prompt);
		prompt_open(&prompt);
		type(&prompt, cases[i].keys);
		assert_text(&prompt, cases[i].text, cases[i].caret);
		prompt_done(&prompt);
	}
}

static void
keys_tell_what_became_of_the_line(void **state)
{
	static const struct {
		const char *keys;
		PromptResult result;
	} cases[] = {
		{ "a", PROMPT_EDITED },
		{ "a <Left>", PROMPT_MOVED },
		{ "a <Enter>", PROMPT_ACCEPTED },
		{ "a <Esc>", PROMPT_CANCELLED },
		{ "a <C-c>", PROMPT_CANCELLED },
		{ "a <BS>", PROMPT_EDITED },
		{ "a <BS> <BS>", PROMPT_CANCELLED },
		{ "a <C-k>", PROMPT_MOVED },
		{ "<PgDn>", PROMPT_IGNORED },
	};

	(void)state;
	for (size_t i = 0; i < N_ITEMS(cases); i++) {
		Prompt prompt;

		prompt_init(&prompt);
		prompt_open(&prompt);
		assert_int_equal(type(&prompt, cases[i].keys),
				 cases[i].result);
		prompt_done(&prompt);
	}
}

static void
history_walks_and_comes_back_to_the_typed_line(void **state)
{
	Prompt prompt;

	(void)state;
	prompt_init(&prompt);
	prompt_remember(&prompt, SLICE("one"));
	prompt_remember(&prompt, SLICE("two"));
	prompt_remember(&prompt, SLICE("two"));
	prompt_remember(&prompt, SLICE(""));
	assert_int_equal(prompt.n_history, 2);
	prompt_open(&prompt);
	type(&prompt, "x <Up>");
	assert_text(&prompt, "two", 3);
	type(&prompt, "<Up> <Up>");
	assert_text(&prompt, "one", 3);
	type(&prompt, "<Down> <Down> <Down>");
	assert_text(&prompt, "x", 1);
	prompt_done(&prompt);
}

static void
what_is_recalled_is_older_and_not_of_this_time(void **state)
{
	const Slice lines[] = { SLICE("old"), SLICE("older") };
	Prompt prompt;

	(void)state;
	prompt_init(&prompt);
	prompt_remember(&prompt, SLICE("new"));
	prompt_recall(&prompt, lines, 2);
	assert_int_equal(prompt.n_history, 3);
	assert_int_equal(prompt.n_recalled, 2);
	assert_string_equal(prompt.history[0], "old");
	assert_string_equal(prompt.history[2], "new");
	for (int i = 0; i < PROMPT_HISTORY; i++)
		prompt_remember(&prompt, i % 2 ? SLICE("a") : SLICE("b"));
	assert_int_equal(prompt.n_recalled, 0);
	prompt_recall(&prompt, lines, 2);
	assert_int_equal(prompt.n_history, PROMPT_HISTORY);
	assert_int_equal(prompt.n_recalled, 0);
	prompt_done(&prompt);
}

static void
history_is_bounded(void **state)
{
	Prompt prompt;
	char line[32];

	(void)state;
	prompt_init(&prompt);
	for (int i = 0; i < PROMPT_HISTORY + 5; i++) {
		snprintf(line, sizeof(line), "line %d", i);
		prompt_remember(&prompt, slice_from(line));
	}
	assert_int_equal(prompt.n_history, PROMPT_HISTORY);
	assert_string_equal(prompt.history[0], "line 5");
	prompt_done(&prompt);
}

static void
paste_is_one_line_without_controls(void **state)
{
	static const struct {
		const char *keys;
		const char *pasted;
		const char *text;
		size_t caret;
	} cases[] = {
		{ "", "  a\nb\x1b" "c\n", "  a b c", 7 },
		{ "", "\r\n a\r\n\r\nb \r\n", " a  b ", 6 },
		{ "x y <Left>", "問\t題", "x問 題y", 8 },
		{ "x", "\n", "x", 1 },
	};

	(void)state;
	for (size_t i = 0; i < N_ITEMS(cases); i++) {
		Prompt prompt;

		prompt_init(&prompt);
		prompt_open(&prompt);
		type(&prompt, cases[i].keys);
		prompt_paste(&prompt, slice_from(cases[i].pasted));
		assert_text(&prompt, cases[i].text, cases[i].caret);
		prompt_done(&prompt);
	}
}

static void
paste_that_is_too_long_is_cut_between_characters(void **state)
{
	Buf text;
	Prompt prompt;

	(void)state;
	buf_init(&text, 2 * PROMPT_MAX);
	while (text.len < PROMPT_MAX + 9)
		buf_append(&text, SLICE("訪"));
	prompt_init(&prompt);
	prompt_open(&prompt);
	prompt_key(&prompt, 'x');
	prompt_key(&prompt, 'y');
	prompt_paste(&prompt, buf_slice(&text));
	assert_int_equal(prompt.text.len, 2 + (PROMPT_MAX - 2) / 3 * 3);
	prompt_done(&prompt);
	buf_done(&text);
}

static void
line_is_bounded(void **state)
{
	Prompt prompt;
	Buf text;

	(void)state;
	buf_init(&text, PROMPT_MAX);
	while (buf_append(&text, SLICE("x")))
		;
	prompt_init(&prompt);
	prompt_open(&prompt);
	prompt_paste(&prompt, buf_slice(&text));
	assert_int_equal(prompt_key(&prompt, 'x'), PROMPT_MOVED);
	assert_int_equal(prompt.text.len, PROMPT_MAX);
	prompt_done(&prompt);
	buf_done(&text);
}

/* What stands in the cell of the cursor, and in the one before it. */
static void
assert_caret(const Prompt *prompt, int cols, const char *around)
{
	PromptLook look = { .sign = SLICE("/"), .note = SLICE("3/27") };
	Canvas canvas;
	Buf found;

	canvas_init(&canvas);
	canvas_resize(&canvas, 1, cols);
	prompt_paint(prompt, &canvas, (Rect){ 0, 0, 1, cols }, &look);
	assert_in_range(canvas.cursor_col, 1, cols - 6);
	buf_init(&found, 64);
	for (int col = canvas.cursor_col - 1; col <= canvas.cursor_col; col++) {
		const Cell *cell = canvas_cell(&canvas, 0, col);
		char bytes[UTF8_MAX];

		if (cell->cols == 0)
			cell--;
		for (int i = 0; i < CANVAS_POINTS && cell->points[i]; i++)
			buf_append(&found, (Slice){ bytes, utf8_encode(
				(uint32_t)cell->points[i], bytes) });
	}
	buf_append_char(&found, '\0');
	assert_string_equal(found.ptr, around);
	buf_done(&found);
	canvas_done(&canvas);
}

static void
cursor_stands_at_the_caret(void **state)
{
	static const struct {
		const char *keys;
		const char *around;
	} cases[] = {
		{ "", "/ " },
		{ "a b <Left>", "ab" },
		{ "訪 談 錄 <Left>", "談錄" },
		{ "x e \xCC\x81 y <Left> <Left>", "xe\xCC\x81" },
		{ "x e \xCC\x81 y <Left>", "e\xCC\x81y" },
		{ "一 二 三 四 五 六 七 八 九 十", "十 " },
		{ "一 二 三 四 五 六 七 八 九 十 <Left>", "九十" },
		{ "一 a 二 三 四 五 六 七 八 九 <C-a> <Right>", "一a" },
		{ "a b c d e f g h i j k l m n o p <Left> <Left>", "no" },
	};

	(void)state;
	for (size_t i = 0; i < N_ITEMS(cases); i++) {
		Prompt prompt;

		prompt_init(&prompt);
		prompt_open(&prompt);
		type(&prompt, cases[i].keys);
		assert_caret(&prompt, 20, cases[i].around);
		prompt_done(&prompt);
	}
}

static void
caret_is_always_in_sight(void **state)
{
	PromptLook look = { .sign = SLICE("/"), .note = SLICE("3/27") };
	Prompt prompt;
	Canvas canvas;

	(void)state;
	canvas_init(&canvas);
	canvas_resize(&canvas, 1, 20);
	prompt_init(&prompt);
	prompt_open(&prompt);
	for (int i = 0; i < 40; i++) {
		prompt_key(&prompt, i % 2 ? 0x8A2A : 'x');
		prompt_paint(&prompt, &canvas, (Rect){ 0, 0, 1, 20 }, &look);
		assert_in_range(canvas.cursor_col, 1, 14);
	}
	prompt_done(&prompt);
	canvas_done(&canvas);
}

/* The notes stand at the right; what does not fit is cut, the first one last. */
static void
notes_take_the_room_that_the_line_leaves(void **state)
{
	static const struct {
		const char *line;
		const char *note;
		const char *modes;
		const char *row;
	} cases[] = {
		{ "", "3/27", "literal", "/      literal  3/27" },
		{ "a", "3/27", "", "/a              3/27" },
		{ "a", "", "literal", "/a           literal" },
		{ "a", "3/27", "any case  literal", "/a  any case …  3/27" },
		{ "abcdefgh", "3/27", "literal", "/abcdefgh  li…  3/27" },
		{ "abcdefghijklmn", "3/27", "literal", "/klmn      li…  3/27" },
		{ "(", "a ) is missing at 1", "", "/(  a ) is missing …" },
	};
	Buf row;

	(void)state;
	buf_init(&row, 64);
	for (size_t i = 0; i < N_ITEMS(cases); i++) {
		PromptLook look = { .sign = SLICE("/"),
				    .note = slice_from(cases[i].note),
				    .modes = slice_from(cases[i].modes) };
		Canvas canvas;
		Prompt prompt;

		prompt_init(&prompt);
		prompt_open(&prompt);
		prompt_paste(&prompt, slice_from(cases[i].line));
		canvas_init(&canvas);
		canvas_resize(&canvas, 1, 21);
		prompt_paint(&prompt, &canvas, (Rect){ 0, 0, 1, 21 }, &look);
		buf_clear(&row);
		canvas_text(&canvas, 0, &row);
		buf_append_char(&row, '\0');
		assert_string_equal(row.ptr, cases[i].row);
		canvas_done(&canvas);
		prompt_done(&prompt);
	}
	buf_done(&row);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(keys_edit_the_line_by_clusters),
		cmocka_unit_test(keys_tell_what_became_of_the_line),
		cmocka_unit_test(history_walks_and_comes_back_to_the_typed_line),
		cmocka_unit_test(what_is_recalled_is_older_and_not_of_this_time),
		cmocka_unit_test(history_is_bounded),
		cmocka_unit_test(paste_is_one_line_without_controls),
		cmocka_unit_test(
			paste_that_is_too_long_is_cut_between_characters),
		cmocka_unit_test(line_is_bounded),
		cmocka_unit_test(cursor_stands_at_the_caret),
		cmocka_unit_test(caret_is_always_in_sight),
		cmocka_unit_test(notes_take_the_room_that_the_line_leaves),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
