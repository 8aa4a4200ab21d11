#include "ui/terminal/sequence.h"

#include <string.h>

#include "base/items.h"

#define ESC 0x1B
#define DEL 0x7F
#define NUMBER_MAX 100000	/* of a parameter */
#define PASTE_START 200

Key
sequence_plain(uint32_t point)
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

/* The parameters of a CSI sequence that has no other bytes. */
typedef struct Params {
	int values[3];
	int n;
	bool plain;		/* nothing but numbers and `;` */
} Params;

static Params
read_params(Slice body)
{
	Params params = { .plain = true };
	int at = 0;

	params.n = body.len > 0;
	for (size_t i = 0; i < body.len; i++) {
		char c = body.ptr[i];

		if (c == ';') {
			at++;
			params.n++;
		} else if (c < '0' || c > '9') {
			params.plain = false;
		} else if (at < 3 && params.values[at] < NUMBER_MAX) {
			params.values[at] = params.values[at] * 10 + c - '0';
		}
	}
	return params;
}

/* What xterm's parameter for Shift (1), Alt (2) and Ctrl (4) adds. */
static Key
modifiers(const Params *params)
{
	int bits = params->values[1] > 0 ? params->values[1] - 1 : 0;

	return (bits & 2 ? KEY_ALT : 0) | (bits & 4 ? KEY_CTRL : 0);
}

Key
sequence_letter(char letter)
{
	static const char letters[] = "ABCDHFZPQRSM";
	static const Key keys[] = {
		KEYS_UP, KEYS_DOWN, KEYS_RIGHT, KEYS_LEFT, KEYS_HOME, KEYS_END,
		KEYS_BACK_TAB, KEYS_F1, KEYS_F1 + 1, KEYS_F1 + 2, KEYS_F1 + 3,
		KEYS_ENTER,
	};
	const char *found = strchr(letters, letter);

	return found ? keys[found - letters] : KEY_NONE;
}

/* The keys that end in `~`. */
static Key
key_of_number(int number)
{
	static const Key keys[] = {
		[1] = KEYS_HOME, [3] = KEYS_DELETE, [4] = KEYS_END,
		[5] = KEYS_PAGE_UP, [6] = KEYS_PAGE_DOWN, [7] = KEYS_HOME,
		[8] = KEYS_END, [11] = KEYS_F1, [12] = KEYS_F1 + 1,
		[13] = KEYS_F1 + 2, [14] = KEYS_F1 + 3, [15] = KEYS_F1 + 4,
		[17] = KEYS_F1 + 5, [18] = KEYS_F1 + 6, [19] = KEYS_F1 + 7,
		[20] = KEYS_F1 + 8, [21] = KEYS_F1 + 9, [23] = KEYS_F1 + 10,
		[24] = KEYS_F1 + 11,
	};

	if (number < 0 || number >= (int)N_ITEMS(keys))
		return KEY_NONE;
	return keys[number];
}

/* Row 1 is F3 with modifiers; nobody asks where the cursor is there. */
static Key
read_cursor(const Params *params, SequenceReport *ret)
{
	if (params->n != 2 || params->values[1] < 1)
		return KEY_NONE;
	if (params->values[0] == 1 && params->values[1] > 1)
		return sequence_letter('R') | modifiers(params);
	if (params->values[0] < 2)
		return KEY_NONE;
	*ret = (SequenceReport){ .row = params->values[0] - 1,
				 .col = params->values[1] - 1 };
	return KEYS_CURSOR;
}

static Key
read_mouse(Slice body, bool released, SequenceReport *ret)
{
	Params params = read_params(slice_sub(body, 1, SIZE_MAX));

	if (!params.plain || params.n != 3)
		return KEY_NONE;
	*ret = (SequenceReport){
		.button = params.values[0],
		.col = params.values[1] - 1,
		.row = params.values[2] - 1,
		.released = released,
	};
	return KEYS_MOUSE;
}

Key
sequence_csi(Slice body, char letter, SequenceReport *ret)
{
	Params params = read_params(body);
	Key key = KEY_NONE;

	if (slice_starts(body, SLICE("<")) && (letter == 'M' || letter == 'm'))
		return read_mouse(body, letter == 'm', ret);
	if (!params.plain)
		return KEY_NONE;
	if (letter == 'R')
		return read_cursor(&params, ret);
	if (letter == '~' && params.values[0] == PASTE_START)
		return KEYS_PASTE;
	if (letter == '~')
		key = key_of_number(params.values[0]);
	else if (letter != 'M' && (!params.n || params.values[0] == 1))
		key = sequence_letter(letter);
	return key ? key | modifiers(&params) : KEY_NONE;
}

static int
hex_digit(char c)
{
	static const char digits[] = "0123456789abcdef";
	const char *found = strchr(digits, c >= 'A' && c <= 'F' ? c + 32 : c);

	return c && found ? (int)(found - digits) : -1;
}

/* Takes one to four hexadecimal digits off `s`, as 0 to 255; -1: none. */
static int
take_part(Slice *s)
{
	int value = 0, most = 0;
	int digit;

	while (most < 0xFFFF && s->len && (digit = hex_digit(s->ptr[0])) >= 0) {
		value = value * 16 + digit;
		most = most * 16 + 15;
		*s = slice_sub(*s, 1, SIZE_MAX);
	}
	return most ? value * 255 / most : -1;
}

/* `rgb:1e1e/1e1e/2e2e`, or with one to three digits (XParseColor). */
static bool
read_color(Slice s, int32_t *ret)
{
	*ret = 0;
	for (int i = 0; i < 3; i++) {
		int part;

		if (!slice_starts(s, i ? SLICE("/") : SLICE("rgb:")))
			return false;
		s = slice_sub(s, i ? 1 : 4, SIZE_MAX);
		part = take_part(&s);
		if (part < 0)
			return false;
		*ret = *ret << 8 | part;
	}
	return s.len == 0;
}

Key
sequence_osc(Slice body, SequenceReport *ret)
{
	int32_t color;

	if (!slice_starts(body, SLICE("11;"))
	    || !read_color(slice_sub(body, 3, SIZE_MAX), &color))
		return KEY_NONE;
	*ret = (SequenceReport){ .color = color };
	return KEYS_BACKGROUND;
}

/* CSI ? 62 ; 22 c and the like: no keys come so in one piece. */
static SequenceVerdict
judge_csi(Slice s)
{
	bool marked = false;

	for (size_t i = 1; i < s.len; i++) {
		char c = s.ptr[i];

		if (c && strchr("?>=<;$", c))
			marked = true;
		else if (c < '0' || c > '9')
			return marked && c && strchr("RcnytuMmSx", c)
				? SEQUENCE_YES : SEQUENCE_NO;
	}
	return SEQUENCE_MAYBE;
}

static SequenceVerdict
judge_string(Slice s)
{
	static const char *const starts[] = {
		"]4;", "]10;", "]11;", "]12;", "]52;", "P>|", "P!|", "P0$r",
		"P1$r", "P0+r", "P1+r", "_G",
	};
	SequenceVerdict verdict = SEQUENCE_NO;

	for (size_t i = 0; i < N_ITEMS(starts); i++) {
		Slice start = slice_from(starts[i]);

		if (slice_starts(s, start))
			return SEQUENCE_YES;
		if (slice_starts(start, s))
			verdict = SEQUENCE_MAYBE;
	}
	return verdict;
}

SequenceVerdict
sequence_judge_rest(Slice s)
{
	return s.ptr[0] == '[' ? judge_csi(s) : judge_string(s);
}
