/*
 * Key: one key press as a number, and its name.
 *
 * A key is a code point, or KEY_SPECIAL plus one of the named keys, with
 * KEY_CTRL or KEY_ALT added.  Ctrl with a letter is that letter in lower case
 * with KEY_CTRL.  Names are vim's: `j`, `<C-d>`, `<PgDn>`, `<Space>`.
 */
#ifndef SETTINGS_KEY_H
#define SETTINGS_KEY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/slice.h"

typedef uint32_t Key;

#define KEY_NONE 0u
#define KEY_SPECIAL 0x01000000u
#define KEY_CTRL 0x02000000u
#define KEY_ALT 0x04000000u
#define KEY_CODE_MASK 0x00FFFFFFu

#define KEY_NAME_MAX 32		/* bytes of the longest name, NUL included */

enum KeyCode {
	KEYS_UP = KEY_SPECIAL + 1,
	KEYS_DOWN,
	KEYS_LEFT,
	KEYS_RIGHT,
	KEYS_HOME,
	KEYS_END,
	KEYS_PAGE_UP,
	KEYS_PAGE_DOWN,
	KEYS_ENTER,
	KEYS_TAB,
	KEYS_BACK_TAB,
	KEYS_BACKSPACE,
	KEYS_DELETE,
	KEYS_ESC,
	KEYS_F1,
	KEYS_F10 = KEYS_F1 + 9,
	KEYS_F12 = KEYS_F1 + 11,
	KEYS_RESIZE,		/* no key: the terminal has another size */
	KEYS_PASTE,		/* no key: text was pasted; input_pasted() */
	KEYS_CURSOR,		/* no key: where the cursor is was reported */
	KEYS_MOUSE,		/* no key: what the mouse does was reported */
	KEYS_BACKGROUND,	/* no key: the terminal's colour was reported */
};

/*
 * Takes the first key off `names` (valid UTF-8): one character, or a name in
 * angle brackets.  `<` without a name behind it is itself, as is `<lt>`.
 * False, and no change, where there is none or its name is not known; a blank
 * is none.
 */
bool
key_parse(Slice *names, Key *ret_key);

/*
 * The name of a key, which key_parse() reads, into `out` (NUL-terminated, at
 * least KEY_NAME_MAX bytes); returns its length.  What would not be seen
 * (controls) is `<U+0007>`.
 */
size_t
key_to_name(Key key, char *out, size_t size);

/*
 * The key that an input method meant: full-width letters, digits and the
 * punctuation of Chinese input methods as their ASCII keys; others as is.
 */
Key
key_plain(Key key);

#endif
