/* Unit tests of settings/key. */
#include "settings/key.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

#define COUNT_OF(table) (sizeof(table) / sizeof((table)[0]))

typedef struct NameCase {
	const char *name;
	Key key;
	const char *shown;	/* NULL: the same */
} NameCase;

static const NameCase name_cases[] = {
	{ "j", 'j', NULL },
	{ "J", 'J', NULL },
	{ "%", '%', NULL },
	{ "\\", '\\', NULL },
	{ "<", '<', NULL },
	{ ">", '>', NULL },
	{ "<lt>", '<', "<" },
	{ "安", 0x5B89, NULL },
	{ "𠮷", 0x20BB7, NULL },
	{ "<Space>", ' ', NULL },
	{ "<space>", ' ', "<Space>" },
	{ "<C-d>", KEY_CTRL | 'd', NULL },
	{ "<C-D>", KEY_CTRL | 'd', "<C-d>" },
	{ "<A-x>", KEY_ALT | 'x', NULL },
	{ "<A-X>", KEY_ALT | 'X', NULL },
	{ "<M-x>", KEY_ALT | 'x', "<A-x>" },
	{ "<A-C-x>", KEY_CTRL | KEY_ALT | 'x', "<C-A-x>" },
	{ "<C-Left>", KEY_CTRL | KEYS_LEFT, NULL },
	{ "<C-Space>", KEY_CTRL | ' ', NULL },
	{ "<C-<>", KEY_CTRL | '<', NULL },
	{ "<C->>", KEY_CTRL | '>', NULL },
	{ "<A-->", KEY_ALT | '-', NULL },
	{ "<Up>", KEYS_UP, NULL },
	{ "<Down>", KEYS_DOWN, NULL },
	{ "<Left>", KEYS_LEFT, NULL },
	{ "<Right>", KEYS_RIGHT, NULL },
	{ "<Home>", KEYS_HOME, NULL },
	{ "<End>", KEYS_END, NULL },
	{ "<PgUp>", KEYS_PAGE_UP, NULL },
	{ "<PageDown>", KEYS_PAGE_DOWN, "<PgDn>" },
	{ "<Enter>", KEYS_ENTER, NULL },
	{ "<CR>", KEYS_ENTER, "<Enter>" },
	{ "<Tab>", KEYS_TAB, NULL },
	{ "<S-Tab>", KEYS_BACK_TAB, NULL },
	{ "<BS>", KEYS_BACKSPACE, NULL },
	{ "<Del>", KEYS_DELETE, NULL },
	{ "<Esc>", KEYS_ESC, NULL },
	{ "<F1>", KEYS_F1, NULL },
	{ "<F9>", KEYS_F1 + 8, NULL },
	{ "<F10>", KEYS_F10, NULL },
	{ "<F12>", KEYS_F12, NULL },
};

static void
names_are_read_and_shown(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(name_cases); i++) {
		const NameCase *c = &name_cases[i];
		const char *shown = c->shown ? c->shown : c->name;
		Slice names = slice_from(c->name);
		char out[KEY_NAME_MAX];
		Key key = KEY_NONE;

		assert_true(key_parse(&names, &key));
		assert_int_equal(key, c->key);
		assert_int_equal(names.len, 0);
		assert_int_equal(key_to_name(key, out, sizeof(out)),
				 strlen(shown));
		assert_string_equal(out, shown);
	}
}

static void
what_is_no_key_is_refused(void **state)
{
	static const char *const cases[] = {
		"", " ", " j", "\t", "<Foo>", "<C->", "<C-Foo>", "<x>",
		"<C-dd>",
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		Slice names = slice_from(cases[i]);
		Key key = 'u';

		assert_false(key_parse(&names, &key));
		assert_int_equal(names.len, strlen(cases[i]));
		assert_int_equal(key, 'u');
	}
}

static void
a_sequence_is_taken_key_by_key(void **state)
{
	static const Key keys[] = { 'z', KEY_CTRL | 'w', 0x5B89, KEYS_UP, '<' };
	Slice names = SLICE("z<C-w>安<Up><");
	Key key;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(keys); i++) {
		assert_true(key_parse(&names, &key));
		assert_int_equal(key, keys[i]);
	}
	assert_int_equal(names.len, 0);
}

static void
no_control_byte_is_in_a_name(void **state)
{
	static const Key cases[] = {
		0x1B, 0x07, 0x7F, 0x9B, KEY_ALT | 0x1B, KEY_CTRL | 0x0A,
		KEY_CTRL | KEY_ALT | KEYS_BACKSPACE, KEY_SPECIAL | 0xFFFF,
	};
	char out[KEY_NAME_MAX];

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		size_t len = key_to_name(cases[i], out, sizeof(out));

		assert_in_range(len, 1, KEY_NAME_MAX - 1);
		for (size_t at = 0; at < len; at++)
			assert_in_range(out[at], ' ', '~');
	}
}

typedef struct PlainCase {
	const char *typed;
	const char *plain;
} PlainCase;

static const PlainCase plain_cases[] = {
	{ "／、", "//" },
	{ "【「·", "[[[" },
	{ "】」", "]]" },
	{ "｛『", "{{" },
	{ "｝』", "}}" },
	{ "（）《》，。：；？！＆％＋￥～", "()<>,.:;?!&%+$~" },
	{ "‘’“”", "''\"\"" },
	{ "０１２９", "0129" },
	{ "ａｚＡＺ", "azAZ" },
	{ "［］＜＞｜＼＝", "[]<>|\\=" },
	{ "jG[5%", "jG[5%" },
	{ "安ひ가é", "安ひ가é" },
};

static void
keys_of_input_methods_are_their_ascii_keys(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(plain_cases); i++) {
		Slice typed = slice_from(plain_cases[i].typed);
		Slice plain = slice_from(plain_cases[i].plain);
		Key from, to;

		while (key_parse(&typed, &from)) {
			assert_true(key_parse(&plain, &to));
			assert_int_equal(key_plain(from), to);
			assert_int_equal(key_plain(to), to);
		}
		assert_int_equal(plain.len, 0);
	}
	assert_int_equal(key_plain(0x3000), ' ');
}

static void
a_plain_key_keeps_what_is_added_to_it(void **state)
{
	(void)state;
	assert_int_equal(key_plain(KEY_ALT | 0xFF4A), KEY_ALT | 'j');
	assert_int_equal(key_plain(KEYS_UP), KEYS_UP);
	assert_int_equal(key_plain(KEY_CTRL | KEYS_UP), KEY_CTRL | KEYS_UP);
	assert_int_equal(key_plain(KEY_SPECIAL | 0x3001), KEY_SPECIAL | 0x3001);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(names_are_read_and_shown),
		cmocka_unit_test(what_is_no_key_is_refused),
		cmocka_unit_test(a_sequence_is_taken_key_by_key),
		cmocka_unit_test(no_control_byte_is_in_a_name),
		cmocka_unit_test(keys_of_input_methods_are_their_ascii_keys),
		cmocka_unit_test(a_plain_key_keeps_what_is_added_to_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
