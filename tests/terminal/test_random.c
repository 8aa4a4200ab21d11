/*
 * Whatever is typed, the program goes on, and quits when told.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include "base/items.h"
#include "support/random.h"
#include "terminal/reader.h"

#define EVENTS 2000
#define BATCH 5			/* events between two sizes of the window */

/* All but those that quit, suspend or run another program. */
static const char *const events[] = {
	"j", "k", "d", "u", "f", "b", "g", "G", "J", "K", "L", "H", ")", "(",
	"}", "{", "]", "[", "n", "N", "x", "S", "s", "c", "\\", "<lt>", ">",
	"h", "0", "1", "2", "3", "5", "9", "%", "zz", "zt", "zb", "z", "''",
	",", ".", "/", "?", "t", "u", "r", "(", "\\", "茶", "｛", "，", " ",
	"<Tab>", "<S-Tab>", "<Enter>", "<Esc>", "<Up>", "<Down>", "<Left>",
	"<Right>", "<Home>", "<End>", "<PgUp>", "<PgDn>", "<BS>", "<Del>",
	"<C-e>", "<C-y>", "<C-d>", "<C-u>", "<C-o>", "<C-n>", "<C-l>",
	"<C-r>", "<C-x>", "<C-c>", "<F1>", "\033[24;3R", "i", "m", "v", "T",
	"&", "+", "-", "*", "o", "a",
};

/* With the cursor shown a prompt is open, which takes all keys. */
static bool
has_ended_or_prompts(Harness *harness, const void *arg)
{
	int row, col;

	(void)arg;
	return harness_state(harness) == HARNESS_ENDED
		|| harness_cursor(harness, &row, &col);
}

static bool
has_ended_or_no_prompt(Harness *harness, const void *arg)
{
	int row, col;

	(void)arg;
	return harness_state(harness) == HARNESS_ENDED
		|| !harness_cursor(harness, &row, &col);
}

/* Twice, as the first may be taken for what follows a prefix. */
static void
quit_from_anywhere(Reader *reader)
{
	Harness *harness = reader->harness;

	harness_keys(harness, "<F10><F10>");
	harness_expect(harness, has_ended_or_prompts, NULL, "an end");
	if (harness_state(harness) != HARNESS_ENDED) {
		harness_keys(harness, "<Esc>");
		harness_expect(harness, has_ended_or_no_prompt, NULL,
			       "a prompt that closes");
		harness_keys(harness, "<F10><F10>");
	}
	assert_int_equal(harness_wait_end(harness), 0);
	assert_true(harness_restored(harness));
}

/* The window changes as well, so that everything is painted all the time. */
static void
type_at_random(Reader *reader, int cols, int rows, uint32_t seed)
{
	Harness *harness = reader_open(
		reader, reader_sample(reader, "tea-master.zh-Hant.md"), cols,
		rows);
	size_t n = N_ITEMS(events);

	for (int i = 0; i < EVENTS; i++) {
		harness_keys(harness, events[random_next(&seed) % n]);
		if (i % BATCH == 0)
			reader_resize(reader, cols + i / BATCH % 2 + 1, rows);
	}
	quit_from_anywhere(reader);
}

static void
random_keys_at_80_by_24_break_nothing(void **state)
{
	type_at_random(*state, 80, 24, 1);
	type_at_random(*state, 120, 40, 2);
}

static void
random_keys_at_20_by_5_break_nothing(void **state)
{
	type_at_random(*state, 20, 5, 3);
}

#define TEST(name) \
	cmocka_unit_test_setup_teardown(name, reader_setup, reader_teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(random_keys_at_80_by_24_break_nothing),
		TEST(random_keys_at_20_by_5_break_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
