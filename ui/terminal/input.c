#include "ui/terminal/input.h"

#include <limits.h>
#include <string.h>
#include <wchar.h>

#define NCURSES_WIDECHAR 1
#include <curses.h>

#include "base/mem.h"
#include "base/vec.h"
#include "text/utf8.h"

#define ESC 27
#define BEL 7
#define DEL 127
#define SEQUENCE_MAX 32		/* bytes of a sequence that are looked at */

typedef enum InputState {
	INPUT_GROUND,
	INPUT_CSI,		/* ESC [ … up to a final byte */
	INPUT_SS3,		/* ESC O and one byte */
	INPUT_STRING,		/* ESC ] … up to BEL or ESC \ */
	INPUT_STRING_ESC,	/* its ESC was seen */
	INPUT_PASTE,		/* up to ESC [ 201 ~ */
} InputState;

struct Input {
	WINDOW *window;		/* a pad: reading it shows nothing */
	InputState state;
	char sequence[SEQUENCE_MAX];	/* NUL-terminated; of INPUT_CSI */
	size_t n_sequence;
	char bytes[UTF8_MAX];	/* of a code point that is not whole yet */
	size_t n_bytes;
	Buf pasted;
	bool has_back;		/* a unit was put back */
	wint_t back;
};

Input *
input_new(void)
{
	Input *input = mem_zalloc(sizeof(*input));

	buf_init(&input->pasted, INPUT_PASTE_MAX);
	input->window = newpad(1, 1);
	keypad(input->window, TRUE);
	nodelay(input->window, TRUE);
	/* It would hide the beginning of a report, whose rest were keys. */
	keyok(KEY_MOUSE, FALSE);
	return input;
}

void
input_free(Input *input)
{
	delwin(input->window);
	buf_done(&input->pasted);
	mem_free(input);
}

Slice
input_pasted(const Input *input)
{
	return buf_slice(&input->pasted);
}

/* The first code point of the bytes; false where it is not whole. */
static bool
take_point(Input *input, wint_t *ret)
{
	Slice bytes = { input->bytes, input->n_bytes };
	bool cut = false;
	uint32_t point;
	size_t len;

	if (!bytes.len || (utf8_valid_prefix(bytes, &cut) == 0 && cut))
		return false;
	len = utf8_decode(bytes, &point);
	input->n_bytes -= len;
	memmove(input->bytes, input->bytes + len, input->n_bytes);
	*ret = (wint_t)point;
	return true;
}

/*
 * One code point (OK) or one of curses' keys (KEY_CODE_YES), or ERR.  Bytes
 * that are no UTF-8 are U+FFFD; curses' own decoder would wait for more.
 */
static int
next_unit(Input *input, wint_t *ret)
{
	if (input->has_back) {
		input->has_back = false;
		*ret = input->back;
		return OK;
	}
	while (!take_point(input, ret)) {
		int code = wgetch(input->window);

		if (code == ERR)
			return ERR;
		if (code > UCHAR_MAX) {
			input->n_bytes = 0;
			*ret = (wint_t)code;
			return KEY_CODE_YES;
		}
		input->bytes[input->n_bytes++] = (char)code;
	}
	return OK;
}

static Key
special_key(wint_t code)
{
	static const struct {
		wint_t code;
		Key key;
	} keys[] = {
		{ KEY_UP, KEYS_UP }, { KEY_DOWN, KEYS_DOWN },
		{ KEY_LEFT, KEYS_LEFT }, { KEY_RIGHT, KEYS_RIGHT },
		{ KEY_HOME, KEYS_HOME }, { KEY_END, KEYS_END },
		{ KEY_PPAGE, KEYS_PAGE_UP }, { KEY_NPAGE, KEYS_PAGE_DOWN },
		{ KEY_ENTER, KEYS_ENTER }, { KEY_BTAB, KEYS_BACK_TAB },
		{ KEY_BACKSPACE, KEYS_BACKSPACE }, { KEY_DC, KEYS_DELETE },
		{ KEY_FIND, KEYS_HOME }, { KEY_SELECT, KEYS_END },
	};

	for (size_t i = 0; i < sizeof(keys) / sizeof(*keys); i++)
		if (keys[i].code == code)
			return keys[i].key;
	if (code >= KEY_F(1) && code <= KEY_F(12))
		return KEYS_F1 + (code - KEY_F(1));
	return KEY_NONE;
}

static Key
plain_key(wint_t point)
{
	switch (point) {
	case '\r':
	case '\n':
		return KEYS_ENTER;
	case '\t':
		return KEYS_TAB;
	case '\b':
	case DEL:
		return KEYS_BACKSPACE;
	case ESC:
		return KEYS_ESC;
	default:
		break;
	}
	if (point >= 1 && point <= 26)
		return KEY_CTRL | ('a' + point - 1);
	if (point < ' ')
		return KEY_CTRL | ('@' + point);
	return point;
}

/* What a whole CSI sequence is: nothing, or that a paste begins. */
static Key
end_csi(Input *input)
{
	static const struct {
		const char *sequence;
		Key key;
	} known[] = {
		{ "A", KEYS_UP }, { "B", KEYS_DOWN }, { "C", KEYS_RIGHT },
		{ "D", KEYS_LEFT }, { "H", KEYS_HOME }, { "F", KEYS_END },
		{ "Z", KEYS_BACK_TAB }, { "1~", KEYS_HOME },
		{ "4~", KEYS_END }, { "3~", KEYS_DELETE },
		{ "5~", KEYS_PAGE_UP }, { "6~", KEYS_PAGE_DOWN },
	};

	input->state = INPUT_GROUND;
	if (!strcmp(input->sequence, "200~")) {
		input->state = INPUT_PASTE;
		input->n_sequence = 0;
		buf_clear(&input->pasted);
	}
	for (size_t i = 0; i < sizeof(known) / sizeof(*known); i++)
		if (!strcmp(input->sequence, known[i].sequence))
			return known[i].key;
	return KEY_NONE;
}

static Key
feed_csi(Input *input, wint_t point)
{
	if (point == ESC) {
		input->has_back = true;
		input->back = point;
		input->state = INPUT_GROUND;
		return KEY_NONE;
	}
	if (input->n_sequence + 1 < SEQUENCE_MAX)
		input->sequence[input->n_sequence++] =
			point < DEL ? (char)point : '?';
	input->sequence[input->n_sequence] = '\0';
	if (point >= '@' && point <= '~')
		return end_csi(input);
	return KEY_NONE;
}

static Key
feed_ss3(Input *input, wint_t point)
{
	static const char letters[] = "ABCDHFM";
	static const Key keys[] = { KEYS_UP, KEYS_DOWN, KEYS_RIGHT, KEYS_LEFT,
				    KEYS_HOME, KEYS_END, KEYS_ENTER };
	const char *found = point && point < DEL
		? strchr(letters, (int)point) : NULL;

	input->state = INPUT_GROUND;
	return found ? keys[found - letters] : KEY_NONE;
}

static void
feed_string(Input *input, wint_t point)
{
	if (input->state == INPUT_STRING_ESC)
		input->state = point == '\\' ? INPUT_GROUND : INPUT_STRING;
	else if (point == BEL)
		input->state = INPUT_GROUND;
	else if (point == ESC)
		input->state = INPUT_STRING_ESC;
}

static bool
slice_ends_paste(Slice s)
{
	return slice_ends(s, SLICE("\033[201~"));
}

static Key
feed_paste(Input *input, wint_t point)
{
	char bytes[UTF8_MAX];
	Slice end;

	buf_append(&input->pasted, (Slice){ bytes, utf8_encode(point, bytes) });
	/* The end is looked for apart, for the paste may be full. */
	if (point == ESC || input->n_sequence + 1 >= SEQUENCE_MAX)
		input->n_sequence = 0;
	input->sequence[input->n_sequence++] = point < DEL ? (char)point : '?';
	end = (Slice){ input->sequence, input->n_sequence };
	if (!slice_ends_paste(end))
		return KEY_NONE;
	input->state = INPUT_GROUND;
	if (slice_ends_paste(buf_slice(&input->pasted)))
		input->pasted.len -= end.len;
	return KEYS_PASTE;
}

/* What follows an ESC: the rest of a sequence, a key with Alt, or nothing. */
static Key
after_escape(Input *input)
{
	wint_t point;
	int kind = next_unit(input, &point);

	if (kind == ERR)
		return KEYS_ESC;
	if (kind == KEY_CODE_YES)
		return special_key(point) ? special_key(point) | KEY_ALT
					  : KEY_NONE;
	input->n_sequence = 0;
	switch (point) {
	case '[':
		input->state = INPUT_CSI;
		return KEY_NONE;
	case 'O':
		input->state = INPUT_SS3;
		return KEY_NONE;
	case ']':
	case 'P':
	case '_':
	case '^':
		input->state = INPUT_STRING;
		return KEY_NONE;
	case ESC:
		input->has_back = true;
		input->back = point;
		return KEYS_ESC;
	default:
		return plain_key(point) | KEY_ALT;
	}
}

static Key
feed_point(Input *input, wint_t point)
{
	switch (input->state) {
	case INPUT_CSI:
		return feed_csi(input, point);
	case INPUT_SS3:
		return feed_ss3(input, point);
	case INPUT_STRING:
	case INPUT_STRING_ESC:
		feed_string(input, point);
		return KEY_NONE;
	case INPUT_PASTE:
		return feed_paste(input, point);
	case INPUT_GROUND:
		break;
	}
	return point == ESC ? after_escape(input) : plain_key(point);
}

/* A key that curses knows; inside a paste it is no key. */
static Key
feed_code(Input *input, wint_t code)
{
	if (input->state == INPUT_PASTE)
		return KEY_NONE;
	input->state = INPUT_GROUND;
	return special_key(code);
}

Key
input_next(Input *input)
{
	for (;;) {
		wint_t unit;
		Key key;
		int kind = next_unit(input, &unit);

		if (kind == ERR)
			return KEY_NONE;
		key = kind == KEY_CODE_YES ? feed_code(input, unit)
					   : feed_point(input, unit);
		if (key != KEY_NONE)
			return key;
	}
}
