#include "settings/key.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "base/items.h"
#include "text/utf8.h"

typedef struct KeyNamed {
	const char *name;	/* between the angle brackets */
	Key key;
} KeyNamed;

/* Where a key has several names the first one is shown. */
static const KeyNamed key_names[] = {
	{ "Up", KEYS_UP }, { "Down", KEYS_DOWN },
	{ "Left", KEYS_LEFT }, { "Right", KEYS_RIGHT },
	{ "Home", KEYS_HOME }, { "End", KEYS_END },
	{ "PgUp", KEYS_PAGE_UP }, { "PageUp", KEYS_PAGE_UP },
	{ "PgDn", KEYS_PAGE_DOWN }, { "PageDown", KEYS_PAGE_DOWN },
	{ "Enter", KEYS_ENTER }, { "CR", KEYS_ENTER },
	{ "Tab", KEYS_TAB }, { "S-Tab", KEYS_BACK_TAB },
	{ "BS", KEYS_BACKSPACE }, { "Del", KEYS_DELETE },
	{ "Esc", KEYS_ESC }, { "Space", ' ' }, { "lt", '<' },
	{ "F1", KEYS_F1 }, { "F2", KEYS_F1 + 1 }, { "F3", KEYS_F1 + 2 },
	{ "F4", KEYS_F1 + 3 }, { "F5", KEYS_F1 + 4 }, { "F6", KEYS_F1 + 5 },
	{ "F7", KEYS_F1 + 6 }, { "F8", KEYS_F1 + 7 }, { "F9", KEYS_F1 + 8 },
	{ "F10", KEYS_F10 }, { "F11", KEYS_F10 + 1 }, { "F12", KEYS_F12 },
	{ "Resize", KEYS_RESIZE }, { "Paste", KEYS_PASTE },
};

#define N_KEY_NAMES N_ITEMS(key_names)

/* What input methods make of ASCII keys beyond the full-width forms. */
static const struct KeyPlain {
	uint16_t from;
	char to;
} key_plains[] = {
	{ 0x00A5, '$' },	/* yen or yuan sign */
	{ 0x00B7, '[' },	/* middle dot */
	{ 0x2018, '\'' }, { 0x2019, '\'' },
	{ 0x201C, '"' }, { 0x201D, '"' },
	{ 0x3000, ' ' },
	{ 0x3001, '/' },	/* ideographic comma */
	{ 0x3002, '.' },
	{ 0x3008, '<' }, { 0x3009, '>' },
	{ 0x300A, '<' }, { 0x300B, '>' },
	{ 0x300C, '[' }, { 0x300D, ']' },
	{ 0x300E, '{' }, { 0x300F, '}' },
	{ 0x3010, '[' }, { 0x3011, ']' },
	{ 0xFFE5, '$' },	/* full-width yen or yuan sign */
};

#define N_KEY_PLAINS N_ITEMS(key_plains)
#define FULL_WIDTH_FIRST 0xFF01u
#define FULL_WIDTH_LAST 0xFF5Eu
#define FULL_WIDTH_SHIFT (FULL_WIDTH_FIRST - '!')

/* One character, whatever it is. */
static bool
parse_character(Slice name, Key *ret_key)
{
	uint32_t cp;

	if (name.len == 0 || utf8_decode(name, &cp) != name.len)
		return false;
	if (cp <= ' ' || cp == 0x7F)
		return false;
	*ret_key = cp;
	return true;
}

/* What stands between angle brackets behind the modifiers. */
static bool
parse_named(Slice name, Key *ret_key)
{
	for (size_t i = 0; i < N_KEY_NAMES; i++) {
		if (slice_eq_nocase(name, slice_from(key_names[i].name))) {
			*ret_key = key_names[i].key;
			return true;
		}
	}
	return false;
}

/* Takes `C-` and `A-` off the front of `name`. */
static Key
parse_modifiers(Slice *name)
{
	Key flags = 0;

	while (name->len > 2) {
		if (slice_starts(*name, SLICE("C-")))
			flags |= KEY_CTRL;
		else if (slice_starts(*name, SLICE("A-"))
			 || slice_starts(*name, SLICE("M-")))
			flags |= KEY_ALT;
		else
			break;
		*name = slice_sub(*name, 2, name->len);
	}
	return flags;
}

static bool
parse_bracketed(Slice name, Key *ret_key)
{
	Key flags = parse_modifiers(&name);
	Key key;

	if (!parse_named(name, &key)
	    && !(flags && parse_character(name, &key)))
		return false;
	if ((flags & KEY_CTRL) && key >= 'A' && key <= 'Z')
		key += 'a' - 'A';
	*ret_key = key | flags;
	return true;
}

/* What the brackets at the front of `names` hold; false: there are none. */
static bool
find_brackets(Slice names, Slice *ret_inside)
{
	size_t end = slice_find(names, SLICE(">"));

	if (!slice_starts(names, SLICE("<")) || end == SIZE_MAX || end == 1)
		return false;
	*ret_inside = slice_sub(names, 1, end - 1);
	if (slice_ends(*ret_inside, SLICE("-"))		/* <C->> */
	    && !slice_ends(*ret_inside, SLICE("--"))
	    && end + 1 < names.len && names.ptr[end + 1] == '>')
		ret_inside->len++;
	return true;
}

bool
key_parse(Slice *names, Key *ret_key)
{
	Slice inside;
	uint32_t cp;
	size_t len;

	if (names->len == 0)
		return false;
	if (find_brackets(*names, &inside)) {
		if (!parse_bracketed(inside, ret_key))
			return false;
		*names = slice_sub(*names, inside.len + 2, names->len);
		return true;
	}
	len = utf8_decode(*names, &cp);
	if (!parse_character(slice_sub(*names, 0, len), ret_key))
		return false;
	*names = slice_sub(*names, len, names->len);
	return true;
}

static bool
is_unseen(uint32_t cp)
{
	return cp < ' ' || (cp >= 0x7F && cp < 0xA0);
}

/* The name without brackets and modifiers; `bare`: it needs no brackets. */
static void
name_code(Key code, char *out, bool *ret_bare)
{
	char bytes[UTF8_MAX];
	size_t len;

	*ret_bare = false;
	for (size_t i = 0; i < N_KEY_NAMES; i++) {
		if (key_names[i].key == code && code != '<') {
			snprintf(out, KEY_NAME_MAX, "%s", key_names[i].name);
			return;
		}
	}
	if ((code & KEY_SPECIAL) || is_unseen(code)) {
		snprintf(out, KEY_NAME_MAX, "U+%04X", (unsigned)code);
		return;
	}
	*ret_bare = true;
	len = utf8_encode(code, bytes);
	memcpy(out, bytes, len);
	out[len] = '\0';
}

size_t
key_to_name(Key key, char *out, size_t size)
{
	Key code = key & (KEY_SPECIAL | KEY_CODE_MASK);
	char name[KEY_NAME_MAX];
	bool bare;
	int n;

	assert(size >= KEY_NAME_MAX);
	name_code(code, name, &bare);
	if (bare && code == key)
		n = snprintf(out, size, "%s", name);
	else
		n = snprintf(out, size, "<%s%s%.20s>",
			     key & KEY_CTRL ? "C-" : "",
			     key & KEY_ALT ? "A-" : "", name);
	return (size_t)n;
}

Key
key_plain(Key key)
{
	Key flags = key & ~KEY_CODE_MASK;
	uint32_t cp = key & KEY_CODE_MASK;

	if (key & KEY_SPECIAL)
		return key;
	if (cp >= FULL_WIDTH_FIRST && cp <= FULL_WIDTH_LAST)
		return flags | (cp - FULL_WIDTH_SHIFT);
	for (size_t i = 0; i < N_KEY_PLAINS; i++)
		if (key_plains[i].from == cp)
			return flags | (Key)key_plains[i].to;
	return key;
}
