#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include "base/items.h"
#include "terminal/harness_inner.h"

#define NAME_MAX_BYTES 15
#define BUTTON_LEFT 1
#define BUTTON_WHEEL_UP 4
#define BUTTON_WHEEL_DOWN 5

typedef struct NamedKey {
	const char *name;
	VTermKey key;
	VTermModifier modifier;
} NamedKey;

static const NamedKey named_keys[] = {
	{ "Up", VTERM_KEY_UP, VTERM_MOD_NONE },
	{ "Down", VTERM_KEY_DOWN, VTERM_MOD_NONE },
	{ "Left", VTERM_KEY_LEFT, VTERM_MOD_NONE },
	{ "Right", VTERM_KEY_RIGHT, VTERM_MOD_NONE },
	{ "Home", VTERM_KEY_HOME, VTERM_MOD_NONE },
	{ "End", VTERM_KEY_END, VTERM_MOD_NONE },
	{ "PgUp", VTERM_KEY_PAGEUP, VTERM_MOD_NONE },
	{ "PgDn", VTERM_KEY_PAGEDOWN, VTERM_MOD_NONE },
	{ "Enter", VTERM_KEY_ENTER, VTERM_MOD_NONE },
	{ "Tab", VTERM_KEY_TAB, VTERM_MOD_NONE },
	{ "S-Tab", VTERM_KEY_TAB, VTERM_MOD_SHIFT },
	{ "Esc", VTERM_KEY_ESCAPE, VTERM_MOD_NONE },
	{ "BS", VTERM_KEY_BACKSPACE, VTERM_MOD_NONE },
	{ "Del", VTERM_KEY_DEL, VTERM_MOD_NONE },
};

static void
send_named(Harness *harness, const char *name)
{
	unsigned number;

	for (size_t i = 0; i < N_ITEMS(named_keys); i++) {
		if (strcmp(named_keys[i].name, name))
			continue;
		vterm_keyboard_key(harness->vterm, named_keys[i].key,
				   named_keys[i].modifier);
		return;
	}
	if (!strncmp(name, "C-", 2) && name[2] && !name[3])
		harness_send(harness, &(char){ name[2] & 0x1f }, 1);
	else if (!strcmp(name, "lt"))
		harness_send(harness, "<", 1);
	else if (!strcmp(name, "Space"))
		harness_send(harness, " ", 1);
	else if (sscanf(name, "F%u", &number) == 1)
		vterm_keyboard_key(harness->vterm,
				   (VTermKey)VTERM_KEY_FUNCTION(number),
				   VTERM_MOD_NONE);
	else
		fail_msg("there is no key <%s>", name);
}

void
harness_keys(Harness *harness, const char *keys)
{
	char name[NAME_MAX_BYTES + 1];

	while (*keys) {
		if (sscanf(keys, "<%15[^>]>", name) == 1) {
			send_named(harness, name);
			keys += strlen(name) + 2;
		} else {
			harness_send(harness, keys++, 1);
		}
	}
}

void
harness_paste(Harness *harness, const char *text)
{
	vterm_keyboard_start_paste(harness->vterm);
	harness_send(harness, text, strlen(text));
	vterm_keyboard_end_paste(harness->vterm);
}

void
harness_point(Harness *harness, int row, int col)
{
	vterm_mouse_move(harness->vterm, row, col, VTERM_MOD_NONE);
}

void
harness_wheel(Harness *harness, bool down)
{
	vterm_mouse_button(harness->vterm,
			   down ? BUTTON_WHEEL_DOWN : BUTTON_WHEEL_UP, true,
			   VTERM_MOD_NONE);
}

void
harness_button(Harness *harness, bool down)
{
	vterm_mouse_button(harness->vterm, BUTTON_LEFT, down, VTERM_MOD_NONE);
}
