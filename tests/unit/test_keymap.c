/* Unit tests of settings/keymap. */
#include "settings/keymap.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

#define COUNT_OF(table) (sizeof(table) / sizeof((table)[0]))

typedef struct FeedCase {
	const char *keys;
	KeymapResult result;	/* of the last; each before it is PENDING */
	int command;		/* -1: none */
	long count;		/* of the state afterwards */
} FeedCase;

static const FeedCase feed_cases[] = {
	{ "j", KEYMAP_COMMAND, COMMAND_scroll_down, 0 },
	{ "<Down>", KEYMAP_COMMAND, COMMAND_scroll_down, 0 },
	{ "<Enter>", KEYMAP_COMMAND, COMMAND_scroll_down, 0 },
	{ "<Space>", KEYMAP_COMMAND, COMMAND_page_down, 0 },
	{ "12j", KEYMAP_COMMAND, COMMAND_scroll_down, 12 },
	{ "57G", KEYMAP_COMMAND, COMMAND_to_end, 57 },
	{ "40%", KEYMAP_COMMAND, COMMAND_to_percent, 40 },
	{ "10j", KEYMAP_COMMAND, COMMAND_scroll_down, 10 },
	{ "0j", KEYMAP_COMMAND, COMMAND_scroll_down, 0 },
	{ "007j", KEYMAP_COMMAND, COMMAND_scroll_down, 7 },
	{ "zz", KEYMAP_COMMAND, COMMAND_turn_to_middle, 0 },
	{ "zt", KEYMAP_COMMAND, COMMAND_turn_to_top, 0 },
	{ "3zb", KEYMAP_COMMAND, COMMAND_turn_to_bottom, 3 },
	{ "ZZ", KEYMAP_COMMAND, COMMAND_quit, 0 },
	{ "''", KEYMAP_COMMAND, COMMAND_jump_back, 0 },
	{ "``", KEYMAP_COMMAND, COMMAND_jump_back, 0 },
	{ "s", KEYMAP_COMMAND, COMMAND_speakers, 0 },
	{ "2s", KEYMAP_COMMAND, COMMAND_speakers, 2 },
	{ "<", KEYMAP_COMMAND, COMMAND_sidebar_narrower, 0 },
	{ ">", KEYMAP_COMMAND, COMMAND_sidebar_wider, 0 },
	{ "<Esc>", KEYMAP_COMMAND, COMMAND_leave, 0 },
	{ "<F10>", KEYMAP_COMMAND, COMMAND_quit, 0 },
	{ "<S-Tab>", KEYMAP_COMMAND, COMMAND_prev_pane, 0 },
	{ "／", KEYMAP_COMMAND, COMMAND_search_forward, 0 },
	{ "、", KEYMAP_COMMAND, COMMAND_search_forward, 0 },
	{ "１２Ｇ", KEYMAP_COMMAND, COMMAND_to_end, 12 },
	{ "ｚｚ", KEYMAP_COMMAND, COMMAND_turn_to_middle, 0 },
	{ "‘’", KEYMAP_COMMAND, COMMAND_jump_back, 0 },
	{ "z", KEYMAP_PENDING, -1, 0 },
	{ "5", KEYMAP_PENDING, -1, 5 },
	{ "12z", KEYMAP_PENDING, -1, 12 },
	{ "zx", KEYMAP_UNBOUND, -1, 0 },
	{ "3zx", KEYMAP_UNBOUND, -1, 0 },
	{ "z5", KEYMAP_UNBOUND, -1, 0 },
	{ "3!", KEYMAP_UNBOUND, -1, 0 },
	{ "安", KEYMAP_UNBOUND, -1, 0 },
	{ "<C-q>", KEYMAP_UNBOUND, -1, 0 },
	{ "z<Esc>", KEYMAP_CANCELLED, -1, 0 },
	{ "7<Esc>", KEYMAP_CANCELLED, -1, 0 },
	{ "7z<Esc>", KEYMAP_CANCELLED, -1, 0 },
	{ "999999999j", KEYMAP_COMMAND, COMMAND_scroll_down, 999999999 },
	{ "1000000000j", KEYMAP_COMMAND, COMMAND_scroll_down,
	  KEYMAP_COUNT_MAX },
	{ "99999999999999999999999j", KEYMAP_COMMAND, COMMAND_scroll_down,
	  KEYMAP_COUNT_MAX },
};

static void
feed_one_case(const Keymap *keymap, const FeedCase *c)
{
	CommandId command = COMMAND_COUNT;
	Slice keys = slice_from(c->keys);
	KeymapState state;
	Key key;

	keymap_reset(&state);
	while (key_parse(&keys, &key)) {
		KeymapResult result = keymap_feed(keymap, &state, key,
						  &command);

		assert_int_equal(result, keys.len ? KEYMAP_PENDING : c->result);
	}
	assert_int_equal(keys.len, 0);
	assert_int_equal(state.count, c->count);
	if (c->command >= 0)
		assert_int_equal(command, c->command);
	if (c->result == KEYMAP_COMMAND)
		assert_int_equal(state.prefix, KEY_NONE);
	else
		assert_int_equal(keymap_is_pending(&state),
				 c->result == KEYMAP_PENDING);
}

static void
keys_find_their_command(void **state)
{
	Keymap *keymap = keymap_new();

	(void)state;
	for (size_t i = 0; i < COUNT_OF(feed_cases); i++)
		feed_one_case(keymap, &feed_cases[i]);
	keymap_free(keymap);
}

/* INTERFACE.md, section 5, row by row: each of the keys does the same. */
static void
every_key_of_the_interface_is_bound(void **state)
{
	static const char *const rows[] = {
		"j <Down> <Enter> <C-e>", "k <Up> <C-y>", "d <C-d>", "u <C-u>",
		"<Space> f <PgDn> <C-f>", "b <PgUp> <C-b>", "g <Home>",
		"G <End>", "%", "J <Right>", "K <Left>", "L )", "H (", "}",
		"{", "]", "[", "/", "?", "n", "N", "s", "S", "x", "<Tab>",
		"<S-Tab>", "c", "\\", "<", ">", "''", "``", "<C-o> ,",
		"<C-n> .", "zz", "zt", "zb", "<C-l>", "h <F1>", "<Esc>",
		"<C-c>", "q", "Q ZZ <F10>",
	};
	Keymap *keymap = keymap_new();

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		CommandId first = COMMAND_COUNT, command = COMMAND_COUNT;
		KeymapState keys = { 0 };
		Slice rest = slice_from(rows[i]);
		Key key;

		while ((rest = slice_trim(rest)).len > 0) {
			assert_true(key_parse(&rest, &key));
			if (keymap_feed(keymap, &keys, key, &command)
			    == KEYMAP_PENDING)
				continue;
			assert_false(keymap_is_pending(&keys));
			if (first == COMMAND_COUNT)
				first = command;
			assert_int_not_equal(command, COMMAND_COUNT);
			assert_int_equal(command, first);
		}
		assert_false(keymap_is_pending(&keys));
	}
	keymap_free(keymap);
}

static void
what_is_pending_is_shown(void **state)
{
	Keymap *keymap = keymap_new();
	char text[KEYMAP_TEXT_MAX];
	KeymapState keys = { 0 };
	CommandId command;

	(void)state;
	keymap_pending_text(&keys, text, sizeof(text));
	assert_string_equal(text, "");
	keymap_may_follow(keymap, &keys, text, sizeof(text));
	assert_string_equal(text, "");
	keymap_feed(keymap, &keys, '1', &command);
	keymap_feed(keymap, &keys, '2', &command);
	keymap_pending_text(&keys, text, sizeof(text));
	assert_string_equal(text, "12");
	keymap_feed(keymap, &keys, 'z', &command);
	keymap_pending_text(&keys, text, sizeof(text));
	assert_string_equal(text, "12z");
	keymap_may_follow(keymap, &keys, text, sizeof(text));
	assert_string_equal(text, "z t b");
	keymap_free(keymap);
}

static void
what_does_not_fit_is_left_out_whole(void **state)
{
	Keymap *keymap = keymap_new();
	KeymapState keys = { .prefix = 'z' };
	char text[4] = "???";

	(void)state;
	keymap_may_follow(keymap, &keys, text, sizeof(text));
	assert_string_equal(text, "z t");
	keymap_may_follow(keymap, &keys, text, 1);
	assert_string_equal(text, "");
	keymap_free(keymap);
}

static void
a_key_is_bound_once(void **state)
{
	static const struct BindCase {
		const char *keys;
		Status status;
		const char *names;	/* what the message must name */
	} cases[] = {
		{ "y Y gy", STATUS_FAILED, "to-start" },	/* g is bound */
		{ "j", STATUS_FAILED, "scroll-down" },
		{ "z", STATUS_FAILED, "turn-to-middle" },
		{ "zz", STATUS_FAILED, "turn-to-middle" },
		{ "5", STATUS_FAILED, "5" },
		{ "5x", STATUS_FAILED, "5x" },
		{ "zxy", STATUS_FAILED, "zxy" },
		{ "<Foo>", STATUS_FAILED, "<Foo>" },
		{ "zx  <C-q> ", STATUS_OK, "" },
		{ "m5 '5", STATUS_OK, "" },
		{ "", STATUS_OK, "" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		Keymap *keymap = keymap_new();
		Err err = { 0 };

		assert_int_equal(keymap_bind(keymap, slice_from(cases[i].keys),
					     COMMAND_help, &err),
				 cases[i].status);
		assert_non_null(strstr(err.text, cases[i].names));
		keymap_free(keymap);
	}
}

static void
a_new_binding_acts(void **state)
{
	Keymap *keymap = keymap_new();
	KeymapState keys = { 0 };
	CommandId command = COMMAND_COUNT;

	(void)state;
	assert_int_equal(keymap_bind(keymap, SLICE("zx"), COMMAND_filter,
				     NULL), STATUS_OK);
	assert_int_equal(keymap_feed(keymap, &keys, 'z', &command),
			 KEYMAP_PENDING);
	assert_int_equal(keymap_feed(keymap, &keys, 'x', &command),
			 KEYMAP_COMMAND);
	assert_int_equal(command, COMMAND_filter);
	keymap_free(keymap);
}

static void
a_command_can_lose_its_keys(void **state)
{
	Keymap *keymap = keymap_new();
	KeymapState keys = { 0 };
	CommandId command = COMMAND_COUNT;
	Buf text;

	(void)state;
	buf_init(&text, 100);
	keymap_unbind(keymap, COMMAND_scroll_down);
	keymap_append_keys(keymap, COMMAND_scroll_down, &text);
	assert_int_equal(text.len, 0);
	assert_int_equal(keymap_feed(keymap, &keys, 'j', &command),
			 KEYMAP_UNBOUND);
	assert_int_equal(keymap_feed(keymap, &keys, 'J', &command),
			 KEYMAP_COMMAND);
	assert_int_equal(command, COMMAND_next_turn);
	assert_int_equal(keymap_bind(keymap, SLICE("j ＜"), COMMAND_quit,
				     NULL), STATUS_FAILED);
	keymap_append_keys(keymap, COMMAND_quit, &text);
	assert_true(slice_eq(buf_slice(&text), SLICE("Q ZZ <F10> j")));
	buf_done(&text);
	keymap_free(keymap);
}

static void
the_keys_of_each_command_are_those_of_its_row(void **state)
{
	Keymap *keymap = keymap_new();
	Buf text;

	(void)state;
	buf_init(&text, 1000);
	for (int id = 0; id < COMMAND_COUNT; id++) {
		const char *keys = registry_command((CommandId)id)->keys;

		buf_clear(&text);
		keymap_append_keys(keymap, (CommandId)id, &text);
		assert_true(slice_eq(buf_slice(&text), slice_from(keys)));
	}
	buf_done(&text);
	keymap_free(keymap);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(keys_find_their_command),
		cmocka_unit_test(every_key_of_the_interface_is_bound),
		cmocka_unit_test(what_is_pending_is_shown),
		cmocka_unit_test(what_does_not_fit_is_left_out_whole),
		cmocka_unit_test(a_key_is_bound_once),
		cmocka_unit_test(a_new_binding_acts),
		cmocka_unit_test(a_command_can_lose_its_keys),
		cmocka_unit_test(the_keys_of_each_command_are_those_of_its_row),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
