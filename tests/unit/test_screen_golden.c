/*
 * Golden screens: keys in, the canvas out, without a terminal.
 *
 * What is wanted stands in tests/golden/NAME.txt.  UPDATE_GOLDEN=1 writes the
 * files instead of comparing; then look at each of them.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "ui/app.h"
#include "ui/keys.h"
#include "ui/paint.h"
#include "unit/screen_fixture.h"
#include "unit/screen_samples.h"

#define GOLDEN_MAX (256 * 1024)

static const Sample sample_talk = { "talk.md", talk, NULL };
static const Sample sample_plain = { "talk.md", talk, "--screen-reader" };
static const Sample sample_around = { "talk.md", talk, "--context-turns=1" };
static const Sample sample_asked = { "asked.md", asked, NULL };
static const Sample sample_simplified = { "simplified.md", simplified, NULL };
static const Sample sample_timed = { "timed.srt", timed, NULL };
static const Sample sample_timed_plain = { "timed.srt", timed,
					   "--screen-reader" };

typedef struct Screenshot {
	const char *name;	/* of the golden file */
	int cols;
	int rows;
	const char *keys;	/* as in the key map, blanks between */
	const char *pasted;	/* behind the keys, or NULL */
} Screenshot;

static const Screenshot of_talk[] = {
	{ "open-120x40", 120, 40, "", NULL },
	{ "open-80x24", 80, 24, "", NULL },
	{ "open-40x12", 40, 12, "", NULL },
	{ "open-20x5", 20, 5, "", NULL },
	{ "small-19x5", 19, 5, "", NULL },
	{ "turns-120x40", 120, 40, "J J", NULL },
	{ "turns-80x24", 80, 24, "5 G", NULL },
	{ "carried-80x24", 80, 12, "2 G j j j", NULL },
	{ "carried-120x40", 120, 10, "2 G j j j", NULL },
	{ "carried-20x5", 20, 5, "2 G 4 j", NULL },
	{ "chapter-120x40", 120, 40, "] ]", NULL },
	{ "list-80x24", 80, 24, "6 G", NULL },
	{ "end-80x24", 80, 24, "G", NULL },
	{ "chapters-120x40", 120, 40, "c j", NULL },
	{ "chapters-80x24", 80, 24, "c j", NULL },
	{ "chapters-closed-80x24", 80, 24, "c j <Enter>", NULL },
	{ "speakers-20x5", 20, 5, "s", NULL },
	{ "switched-out-120x40", 120, 40, "s <Space> j", NULL },
	{ "only-80x24", 80, 24, "2 S", NULL },
	{ "only-off-80x24", 80, 24, "2 S x", NULL },
	{ "sidebar-off-120x40", 120, 40, "\\", NULL },
	{ "measure-80x24", 80, 24, "|", NULL },
	{ "measure-120x40", 120, 40, "|", NULL },
	{ "measure-full-120x40", 120, 40, "2 G | |", NULL },
	{ "pending-80x24", 80, 24, "1 2 z", NULL },
	{ "prompt-80x24", 80, 24, "/", NULL },
	{ "prompt-backward-40x12", 40, 12, "?", NULL },
	{ "search-120x40", 120, 40, "/ 鐘", NULL },
	{ "search-80x24", 80, 24, "/ 六 點", NULL },
	{ "search-hidden-80x24", 80, 24, "3 S / b r i d g e", NULL },
	{ "search-modes-40x12", 40, 12, "/ <C-r> <C-x> <C-g> b r i d g e", NULL },
	{ "search-bad-80x24", 80, 24, "/ 鐘 (", NULL },
	{ "search-nothing-80x24", 80, 24, "/ z e b r a", NULL },
	{ "search-pinyin-120x40", 120, 40, "/ ~ y i z u o", NULL },
	{ "search-speaker-120x40", 120, 40, "/ @ v <Tab> 鐘", NULL },
	{ "search-chapter-120x40", 120, 40, "/ # 2 <Space> b r i d g e", NULL },
	{ "search-scope-alone-80x24", 80, 24, "/ @ a", NULL },
	{ "search-scope-left-80x24", 80, 24, "/ @ a d a <Enter>", NULL },
	{ "search-nobody-80x24", 80, 24, "/ @ z e d <Space> x", NULL },
	{ "search-names-80x24", 80, 24, "/ @ \" <Tab> <Tab> <S-Tab>", NULL },
	{ "search-cancelled-80x24", 80, 24, "2 G / r u s t <Esc>", NULL },
	{ "search-next-80x24", 80, 24, "/ b r i d g e <Enter> n", NULL },
	{ "search-wrapped-80x24", 80, 24, "/ r i v e t s <Enter> n", NULL },
	{ "search-partial-80x24", 80, 24, "/ i s | ^ ( \\ w + . ? ) + % <Enter>",
	  NULL },
	{ "narrow-partial-80x24", 80, 24, "& i s | ^ ( \\ w + . ? ) + % <Enter>",
	  NULL },
	{ "search-left-80x24", 80, 24, "/ b r i d g e <Enter> <Esc>", NULL },
	{ "patterns-prompt-80x24", 80, 24, "/ b r i d g e <Enter> +", NULL },
	{ "patterns-typed-80x24", 80, 24, "/ 鐘 <Enter> + 六", NULL },
	{ "patterns-120x40", 120, 40, "/ 鐘 <Enter> + 六 點 <Enter> + 她 <Enter>",
	  NULL },
	{ "patterns-80x24", 80, 24, "/ 鐘 <Enter> + 六 <Enter> + <Enter> n",
	  NULL },
	{ "patterns-only-80x24", 80, 24,
	  "2 S / 鐘 <Enter> + r u s t <Enter> & 鐘 | r u s t <Enter>", NULL },
	{ "patterns-40x12", 40, 12, "2 S / 鐘 <Enter> + r u s t <Enter>", NULL },
	{ "star-80x24", 80, 24, "*", NULL },
	{ "star-match-120x40", 120, 40, "/ c l . c | s . f e <Enter> *", NULL },
	{ "narrow-prompt-80x24", 80, 24, "&", NULL },
	{ "narrow-120x40", 120, 40, "& 夜 裡 <Enter> / 夜 <Enter>", NULL },
	{ "narrow-only-80x24", 80, 24, "2 S & b r i d g e <Enter>", NULL },
	{ "narrow-40x12", 40, 12, "2 S & b r i d g e <Enter>", NULL },
	{ "narrow-20x5", 20, 5, "& b r i d g e <Enter>", NULL },
	{ "narrow-off-80x24", 80, 24, "& 夜 裡 <Enter> x", NULL },
	{ "narrow-nothing-80x24", 80, 24, "& z e b r a <Enter>", NULL },
	{ "matches-120x40", 120, 40, "/ 鐘 <Enter> r j", NULL },
	{ "matches-80x24", 80, 24, "/ i <Enter> r 1 0 j", NULL },
	{ "matches-speaker-80x24", 80, 24, "/ i s <Enter> r o", NULL },
	{ "matches-following-40x12", 40, 12, "/ 鐘 <Enter> r o o j j", NULL },
	{ "matches-20x5", 20, 5, "/ 鐘 <Enter> r G", NULL },
	{ "matches-filtered-80x24", 80, 24, "/ i s <Enter> r 1 S", NULL },
	{ "matches-prompt-80x24", 80, 24, "/ i s <Enter> r / 橋", NULL },
	{ "matches-none-80x24", 80, 24, "/ z e b r a <Enter> r", NULL },
	{ "matches-hidden-80x24", 80, 24, "1 S / r i v e t s <Enter> r",
	  NULL },
	{ "matches-no-pattern-40x12", 40, 12, "/ 鐘 <Enter> r / x <C-u>",
	  NULL },
	{ "matches-never-80x24", 80, 24, "r", NULL },
	{ "paste-80x24", 80, 24, "2 z", "rivets\n" },
	{ "help-80x24", 80, 24, "h", NULL },
	{ "help-160x40", 160, 40, "h", NULL },
	{ "help-end-40x12", 40, 12, "h G", NULL },
	{ "about-80x24", 80, 24, "i", NULL },
	{ "about-40x12", 40, 12, "= j", NULL },
	{ "about-36x24", 36, 24, "i", NULL },
	{ "about-no-file-80x24", 80, 24, "i e", NULL },
	{ "unbound-80x24", 80, 24, "W", NULL },
	{ "unbound-prefix-20x5", 20, 5, "3 z /", NULL },
	{ "input-method-80x24", 80, 24, "我", NULL },
	{ "full-width-80x24", 80, 24, "／ 橋", NULL },
	{ "no-such-turn-80x24", 80, 24, "9 9 G", NULL },
	{ "questions-80x24", 80, 24, "o ] ]", NULL },
	{ "questions-switched-120x40", 120, 40, "o", NULL },
	{ "script-simplified-120x40", 120, 40, "t t", NULL },
};

static const Screenshot of_around[] = {
	{ "narrow-around-120x40", 120, 40, "& 夜 裡 <Enter>", NULL },
};

static const Screenshot of_asked[] = {
	{ "questions-120x40", 120, 40, "] ]", NULL },
	{ "questions-focus-120x40", 120, 40, "c j", NULL },
	{ "questions-sections-120x40", 120, 40, "c o", NULL },
	{ "questions-only-120x40", 120, 40, "2 S ] ]", NULL },
	{ "questions-hidden-120x40", 120, 40, "2 S c G <Enter>", NULL },
};

static const Screenshot of_simplified[] = {
	{ "script-traditional-80x24", 80, 24, "t", NULL },
	{ "script-traditional-120x40", 120, 40, "t 2 S", NULL },
	{ "script-same-80x24", 80, 24, "t t", NULL },
	{ "script-search-80x24", 80, 24, "t / 信 息 <Enter> n", NULL },
	{ "script-about-80x24", 80, 24, "t i", NULL },
	{ "script-matches-80x24", 80, 24, "t / 信 息 <Enter> r", NULL },
};

static const Screenshot of_timed[] = {
	{ "sections-120x40", 120, 40, "J J", NULL },
	{ "sections-80x24", 80, 24, "] ] ] ] o", NULL },
};

/* What a screen reader reads. */
static const Screenshot of_plain[] = {
	{ "plain-80x24", 80, 24, "2 G", NULL },
	{ "plain-20x5", 20, 5, "2 G j j", NULL },
	{ "plain-chapters-80x24", 80, 24, "c j", NULL },
	{ "plain-speakers-40x12", 40, 12, "s j <Space>", NULL },
	{ "plain-search-80x24", 80, 24, "/ r u s t", NULL },
	{ "plain-matches-80x24", 80, 24, "/ r u s t <Enter> c", NULL },
	{ "plain-list-80x24", 80, 24, "/ b r i d g e <Enter> r j", NULL },
	{ "plain-message-80x24", 80, 24, "\\", NULL },
	{ "plain-help-160x40", 160, 40, "h j", NULL },
};

static const Screenshot of_timed_plain[] = {
	{ "plain-times-40x12", 40, 12, "J", NULL },
};

/* What is left of a screen without colours. */
static const Screenshot of_mono[] = {
	{ "mono-patterns-80x24", 80, 24,
	  "/ 鐘 <Enter> + 六 <Enter> + 她 <Enter> + 一 <Enter> + 的 <Enter>",
	  NULL },
	{ "mono-search-120x40", 120, 40, "3 S / b r i d g e <Enter> n s j",
	  NULL },
	{ "mono-matches-80x24", 80, 24, "/ b r i d g e <Enter> r j", NULL },
};

static void
fixture_init(Fixture *fixture, int rows, int cols)
{
	fixture_open(fixture, rows, cols, &sample_talk);
}

/* A letter for what a cell looks like without colours. */
static char
mono_letter(const Cell *cell)
{
	unsigned attrs = theme_without_colors()->styles[cell->role].attrs;

	attrs |= cell->attrs;
	if (attrs & STYLE_REVERSE)
		return 'r';
	if (attrs & STYLE_UNDERLINE)
		return attrs & STYLE_BOLD ? 'U' : 'u';
	if (attrs & STYLE_BOLD)
		return 'b';
	return attrs & STYLE_ITALIC ? 'i' : ' ';
}

static void
paint_dump_mono(Fixture *fixture, Buf *out)
{
	const Canvas *canvas = &fixture->canvas;

	paint_all(&fixture->app, &fixture->canvas);
	for (int row = 0; row < canvas->rows; row++) {
		canvas_text(canvas, row, out);
		buf_append(out, SLICE("\n~"));
		for (int col = 0; col < canvas->cols; col++)
			buf_append_char(out,
					mono_letter(canvas_cell(canvas, row,
								col)));
		while (out->ptr[out->len - 1] == ' ')
			out->len--;
		buf_append_char(out, '\n');
	}
	buf_append_char(out, '\0');
	out->len--;
}

static void
golden_path(const char *name, char *out, size_t size)
{
	const char *dir = getenv("srcdir");

	snprintf(out, size, "%s/tests/golden/%s.txt", dir ? dir : ".", name);
}

static void
write_golden(const char *path, const Buf *dump)
{
	FILE *file = fopen(path, "w");

	assert_non_null(file);
	fwrite(dump->ptr, 1, dump->len, file);
	assert_int_equal(fclose(file), 0);
}

static void
assert_golden(const char *path, const Buf *dump)
{
	FILE *file = fopen(path, "r");
	char *wanted = test_malloc(GOLDEN_MAX);
	size_t len;

	if (!file)
		fail_msg("%s is missing; UPDATE_GOLDEN=1 writes it", path);
	len = fread(wanted, 1, GOLDEN_MAX - 1, file);
	wanted[len] = '\0';
	fclose(file);
	if (strcmp(wanted, dump->ptr))
		print_error("%s: the screen is now\n%s", path, dump->ptr);
	assert_string_equal(dump->ptr, wanted);
	test_free(wanted);
}

typedef void (*Dump)(Fixture *fixture, Buf *out);

static void
check_dumps(const Sample *sample, const Screenshot *shots, size_t n,
	    Dump dump_into)
{
	for (size_t i = 0; i < n; i++) {
		const Screenshot *shot = &shots[i];
		Fixture fixture;
		char path[4096];
		Buf dump;

		fixture_open(&fixture, shot->rows, shot->cols, sample);
		feed(&fixture, shot->keys);
		if (shot->pasted)
			keys_paste(&fixture.app, slice_from(shot->pasted));
		work_off(&fixture.app);
		buf_init(&dump, GOLDEN_MAX);
		dump_into(&fixture, &dump);
		golden_path(shot->name, path, sizeof(path));
		if (getenv("UPDATE_GOLDEN"))
			write_golden(path, &dump);
		else
			assert_golden(path, &dump);
		buf_done(&dump);
		fixture_done(&fixture);
	}
}

static void
check_screens(const Sample *sample, const Screenshot *shots, size_t n)
{
	check_dumps(sample, shots, n, paint_dump);
}

static void
screens_are_as_they_were(void **state)
{
	(void)state;
	check_screens(&sample_plain, of_plain,
		      sizeof(of_plain) / sizeof(*of_plain));
	check_screens(&sample_timed_plain, of_timed_plain,
		      sizeof(of_timed_plain) / sizeof(*of_timed_plain));
	check_dumps(&sample_talk, of_mono, sizeof(of_mono) / sizeof(*of_mono),
		    paint_dump_mono);
	check_screens(&sample_talk, of_talk,
		      sizeof(of_talk) / sizeof(*of_talk));
	check_screens(&sample_around, of_around,
		      sizeof(of_around) / sizeof(*of_around));
	check_screens(&sample_asked, of_asked,
		      sizeof(of_asked) / sizeof(*of_asked));
	check_screens(&sample_simplified, of_simplified,
		      sizeof(of_simplified) / sizeof(*of_simplified));
	check_screens(&sample_timed, of_timed,
		      sizeof(of_timed) / sizeof(*of_timed));
}

/* The screen after `keys` is the one after `same`. */
static void
assert_same_screen(const char *keys, const char *same)
{
	Fixture one, other;
	Buf dump, wanted;

	fixture_init(&one, 24, 80);
	fixture_init(&other, 24, 80);
	buf_init(&dump, GOLDEN_MAX);
	buf_init(&wanted, GOLDEN_MAX);
	feed(&one, keys);
	feed(&other, same);
	paint_dump(&one, &dump);
	paint_dump(&other, &wanted);
	assert_string_equal(dump.ptr, wanted.ptr);
	buf_done(&wanted);
	buf_done(&dump);
	fixture_done(&other);
	fixture_done(&one);
}

static void
different_keys_lead_to_the_same_screen(void **state)
{
	static const struct {
		const char *keys;
		const char *same;
	} cases[] = {
		{ "j j j k", "2 j" },
		{ "<Down> <Down>", "j j" },
		{ "J J K", "J" },
		{ "3 J", "J J J" },
		{ "２ Ｊ", "2 J" },
		{ "c <Esc>", "" },
		{ "c o o <Esc>", "" },
		{ "<Tab> <Tab> <Tab>", "" },
		{ "\\ \\", "" },
		{ "h <Esc>", "" },
		{ "& x <Esc>", "" },
		{ "& <Enter>", "" },
		{ "+ 鐘 <Esc>", "" },
		{ "+ 鐘 <Enter> <Esc>", "/ 鐘 <Enter> <Esc>" },
		{ "+ 鐘 <Enter>", "/ 鐘 <Enter>" },
		{ "/ 鐘 <Enter> + 鐘 <Enter> -", "/ 鐘 <Enter> <Esc>" },
		{ "/ 鐘 <Enter> + 六 <Esc>", "/ 鐘 <Enter>" },
		{ "/ i s <Enter> n / r u s t <Esc>", "/ i s <Enter> n" },
		{ "/ i s <Enter> n ? t h e <Esc> n", "/ i s <Enter> 2 n" },
		{ "/ i s <Enter> ? 鐘 <C-u> <Esc>", "/ i s <Enter>" },
		{ "/ i s <Enter> r / 鐘 <Esc>", "/ i s <Enter> r" },
		{ "/ 早 <Enter> + 鐘 <Enter> <Esc>", "/ 早 <Enter> <Esc>" },
		{ "h q", "" },
		{ "i q", "" },
		{ "J i j <Esc>", "J" },
		{ "i h", "h" },
		{ "/ b r <Esc>", "" },
		{ "? b r <C-c>", "" },
		{ "<A-J>", "<Esc> J" },
		{ "9 0 | 6 8 |", "6 8 |" },
		{ "4 |", "1 0 |" },
		{ "| |", "6 8 |" },
		{ "5 <Esc> J", "J" },
		{ "1 s 1 s", "" },
		{ "2 S 2 S", "" },
		{ "/ i s <Enter> r <Esc>", "/ i s <Enter>" },
		{ "2 G / i s <Enter> r G k k <Esc>", "2 G / i s <Enter>" },
		{ "/ i s <Enter> r o j G q", "/ i s <Enter>" },
		{ "/ i s <Enter> r j 5 G d <Esc>", "/ i s <Enter>" },
		{ "/ i s <Enter> r r", "/ i s <Enter>" },
		{ "/ i s <Enter> r <Tab>", "/ i s <Enter>" },
		{ "/ i s <Enter> r <Enter>", "/ i s <Enter>" },
		{ "/ i s <Enter> r o o o", "/ i s <Enter> r" },
		{ "/ i s <Enter> r j j k", "/ i s <Enter> r j" },
		{ "/ i s <Enter> r n n", "/ i s <Enter> r 2 j" },
		{ "/ i s <Enter> r 1 s 1 s", "/ i s <Enter> r" },
		{ "/ i s <Enter> r c <Esc>", "/ i s <Enter>" },
		{ "/ i s <Enter> <Esc> r", "/ i s <Enter> r" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		print_message("%s\n", cases[i].keys);
		assert_same_screen(cases[i].keys, cases[i].same);
	}
}

static void
empty_prompt_searches_for_the_last_pattern(void **state)
{
	Fixture fixture;
	Session *session;

	(void)state;
	fixture_init(&fixture, 24, 80);
	session = app_session(&fixture.app);
	feed(&fixture, "/ r u s t <Enter> <Esc> & z <Enter> / ( <Enter> g");
	assert_int_equal(search_state(session->search), SEARCH_OFF);
	feed(&fixture, "/ <Enter>");
	assert_int_equal(search_state(session->search), SEARCH_AT);
	assert_true(slice_eq(search_query(session->search), SLICE("rust")));
	assert_int_equal(session->view.current, 5);
	fixture_done(&fixture);
}

static void
going_through_the_matches_is_one_jump(void **state)
{
	Fixture fixture;
	View *view;
	Anchor top;

	(void)state;
	fixture_init(&fixture, 24, 80);
	view = &app_session(&fixture.app)->view;
	feed(&fixture, "/ i s <Enter> g");
	top = view->top;
	feed(&fixture, "r j G k <Enter>");
	assert_int_equal(fixture.app.focus, PANE_DIALOGUE);
	assert_true(view->top.para > top.para);
	feed(&fixture, "<C-o>");
	assert_int_equal(view->top.para, top.para);
	assert_int_equal(view->top.byte, top.byte);
	feed(&fixture, "r G <Esc>");
	assert_int_equal(view->top.para, top.para);
	fixture_done(&fixture);
}

static void
another_order_is_there_for_the_next_key(void **state)
{
	const ListState *list;
	Fixture fixture;

	(void)state;
	fixture_init(&fixture, 24, 80);
	list = &fixture.app.lists[PANE_MATCHES];
	feed(&fixture, "/ i s <Enter> r");
	keys_feed(&fixture.app, 'o');
	keys_feed(&fixture.app, 'G');
	assert_int_equal(list->selected, 4);
	fixture_done(&fixture);
}

static void
message_stays_a_second_and_goes_at_the_next_key(void **state)
{
	Fixture fixture;

	(void)state;
	fixture_init(&fixture, 24, 80);
	feed(&fixture, "9 9 G");
	fixture.now_us = APP_MESSAGE_US + 1;
	work_off(&fixture.app);
	assert_true(fixture.app.message.text.len > 0);
	assert_int_equal(app_timeout_ms(&fixture.app), -1);
	feed(&fixture, "j");
	assert_int_equal(fixture.app.message.text.len, 0);
	fixture_done(&fixture);
}

static void
message_goes_after_its_second_where_a_key_came_in_it(void **state)
{
	Fixture fixture;

	(void)state;
	fixture_init(&fixture, 24, 80);
	feed(&fixture, "9 9 G");
	fixture.now_us = APP_MESSAGE_US / 2;
	feed(&fixture, "j");
	assert_true(fixture.app.message.text.len > 0);
	assert_int_equal(app_timeout_ms(&fixture.app),
			 APP_MESSAGE_US / 2 / 1000);
	fixture.now_us = APP_MESSAGE_US;
	work_off(&fixture.app);
	assert_int_equal(fixture.app.message.text.len, 0);
	assert_true(app_is_dirty(&fixture.app));
	assert_int_equal(app_timeout_ms(&fixture.app), -1);
	fixture_done(&fixture);
}

static void
closing_the_only_document_quits(void **state)
{
	Fixture fixture;

	(void)state;
	fixture_init(&fixture, 24, 80);
	feed(&fixture, "c q");
	assert_false(fixture.app.quit);
	feed(&fixture, "q");
	assert_true(fixture.app.quit);
	fixture_done(&fixture);
}

/* At any size some text is painted. */
static void
paint_at(Fixture *fixture, int rows, int cols)
{
	const Canvas *canvas = &fixture->canvas;
	Buf text;

	app_resize(&fixture->app, rows, cols);
	work_off(&fixture->app);
	paint_all(&fixture->app, &fixture->canvas);
	assert_true(canvas->rows == rows && canvas->cols == cols);
	buf_init(&text, GOLDEN_MAX);
	for (int row = 0; row < rows; row++)
		canvas_text(canvas, row, &text);
	assert_true(slice_trim(buf_slice(&text)).len > 0);
	buf_done(&text);
}

static void
every_size_can_be_painted(void **state)
{
	static const char *const keys[] = { "2 G", "/ 鐘 <Enter> r o j" };

	(void)state;
	for (size_t i = 0; i < sizeof(keys) / sizeof(*keys); i++) {
		Fixture fixture;

		fixture_init(&fixture, 24, 80);
		feed(&fixture, keys[i]);
		for (int cols = 1; cols <= 130; cols += 3)
			for (int rows = 1; rows <= 30; rows += 2)
				paint_at(&fixture, rows, cols);
		fixture_done(&fixture);
	}
}

static void
resizing_there_and_back_changes_nothing(void **state)
{
	Fixture fixture;
	Buf before, after;

	(void)state;
	fixture_init(&fixture, 24, 80);
	buf_init(&before, GOLDEN_MAX);
	buf_init(&after, GOLDEN_MAX);
	feed(&fixture, "2 G j j");
	paint_dump(&fixture, &before);
	paint_at(&fixture, 5, 20);
	paint_at(&fixture, 3, 10);
	app_resize(&fixture.app, 24, 80);
	paint_dump(&fixture, &after);
	assert_string_equal(after.ptr, before.ptr);
	buf_done(&after);
	buf_done(&before);
	fixture_done(&fixture);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(screens_are_as_they_were),
		cmocka_unit_test(different_keys_lead_to_the_same_screen),
		cmocka_unit_test(empty_prompt_searches_for_the_last_pattern),
		cmocka_unit_test(going_through_the_matches_is_one_jump),
		cmocka_unit_test(another_order_is_there_for_the_next_key),
		cmocka_unit_test(
			message_stays_a_second_and_goes_at_the_next_key),
		cmocka_unit_test(
			message_goes_after_its_second_where_a_key_came_in_it),
		cmocka_unit_test(closing_the_only_document_quits),
		cmocka_unit_test(every_size_can_be_painted),
		cmocka_unit_test(resizing_there_and_back_changes_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
