#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>

#include "terminal/harness_inner.h"

#define WHAT_MAX 512		/* bytes of what a test waits for */

int
harness_rows(const Harness *harness)
{
	int rows, cols;

	vterm_get_size(harness->vterm, &rows, &cols);
	return rows;
}

int
harness_cols(const Harness *harness)
{
	int rows, cols;

	vterm_get_size(harness->vterm, &rows, &cols);
	return cols;
}

/* Appends a code point in UTF-8; the new end. */
static char *
put_point(char *out, uint32_t point)
{
	if (point < 0x80) {
		*out++ = (char)point;
		return out;
	}
	if (point < 0x800) {
		*out++ = (char)(0xc0 | point >> 6);
	} else if (point < 0x10000) {
		*out++ = (char)(0xe0 | point >> 12);
		*out++ = (char)(0x80 | (point >> 6 & 0x3f));
	} else {
		*out++ = (char)(0xf0 | point >> 18);
		*out++ = (char)(0x80 | (point >> 12 & 0x3f));
		*out++ = (char)(0x80 | (point >> 6 & 0x3f));
	}
	*out++ = (char)(0x80 | (point & 0x3f));
	return out;
}

static int
color_number(const VTermColor *color, bool is_default)
{
	if (is_default)
		return -1;
	if (VTERM_COLOR_IS_INDEXED(color))
		return color->indexed.idx;
	return color->rgb.red << 16 | color->rgb.green << 8 | color->rgb.blue;
}

static VTermScreenCell
get_cell(Harness *harness, int row, int col)
{
	VTermScreenCell cell;

	memset(&cell, 0, sizeof(cell));
	vterm_screen_get_cell(harness->screen, (VTermPos){ row, col }, &cell);
	return cell;
}

HarnessCell
harness_cell(Harness *harness, int row, int col)
{
	VTermScreenCell from = get_cell(harness, row, col);
	HarnessCell cell = {
		.cols = from.width,
		.bold = from.attrs.bold,
		.underline = from.attrs.underline != VTERM_UNDERLINE_OFF,
		.reverse = from.attrs.reverse,
		.italic = from.attrs.italic,
		.fg = color_number(&from.fg, VTERM_COLOR_IS_DEFAULT_FG(&from.fg)),
		.bg = color_number(&from.bg, VTERM_COLOR_IS_DEFAULT_BG(&from.bg)),
	};
	char *out = cell.text;

	if (from.chars[0] == UINT32_MAX)
		return cell;
	for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL && from.chars[i]; i++)
		out = put_point(out, from.chars[i]);
	if (out == cell.text)
		*out = ' ';
	return cell;
}

const char *
harness_row(Harness *harness, int row)
{
	int cols = harness_cols(harness);
	size_t max = (size_t)cols * sizeof(((HarnessCell *)0)->text) + 1;
	size_t len = 0;
	char *text;

	assert_in_range(row, 0, HARNESS_ROWS_MAX - 1);
	text = realloc(harness->rows[row], max);
	assert_non_null(text);
	harness->rows[row] = text;
	for (int col = 0; col < cols; col++) {
		HarnessCell cell = harness_cell(harness, row, col);

		memcpy(text + len, cell.text, strlen(cell.text));
		len += strlen(cell.text);
	}
	while (len > 0 && text[len - 1] == ' ')
		len--;
	text[len] = '\0';
	return text;
}

char *
harness_screen(Harness *harness)
{
	char *text = NULL;
	size_t len;
	FILE *out = open_memstream(&text, &len);

	assert_non_null(out);
	for (int row = 0; row < harness_rows(harness); row++)
		fprintf(out, "%s\n", harness_row(harness, row));
	fclose(out);
	return text;
}

bool
harness_find(Harness *harness, const char *text, int *ret_row, int *ret_col)
{
	for (int row = 0; row < harness_rows(harness); row++) {
		const char *line = harness_row(harness, row);
		const char *at = strstr(line, text);
		size_t before = 0;

		for (int col = 0; at; col++) {
			HarnessCell cell = harness_cell(harness, row, col);

			if (*cell.text && before == (size_t)(at - line)) {
				*ret_row = row;
				*ret_col = col;
				return true;
			}
			before += strlen(cell.text);
		}
	}
	return false;
}

bool
harness_cursor(Harness *harness, int *ret_row, int *ret_col)
{
	VTermPos pos;

	vterm_state_get_cursorpos(vterm_obtain_state(harness->vterm), &pos);
	*ret_row = pos.row;
	*ret_col = pos.col;
	return harness->cursor_shown;
}

bool
harness_asked(const Harness *harness, int *ret_row, int *ret_col)
{
	*ret_row = harness->asked_row;
	*ret_col = harness->asked_col;
	return harness->asked;
}

bool
harness_alternate(const Harness *harness)
{
	return harness->alternate;
}

unsigned
harness_clears(const Harness *harness)
{
	return harness->clears;
}

size_t
harness_written(const Harness *harness)
{
	return harness->written;
}

bool
harness_has_written(Harness *harness, const void *bytes)
{
	size_t len = strlen(bytes);

	return memmem(harness->output, harness->written, bytes, len) != NULL;
}

bool
harness_mouse(const Harness *harness)
{
	return harness->mouse;
}

struct termios
harness_modes(const Harness *harness)
{
	struct termios modes;

	memset(&modes, 0, sizeof(modes));
	tcgetattr(harness->job.fd, &modes);
	return modes;
}

bool
harness_restored(Harness *harness)
{
	struct termios now = harness_modes(harness);
	const struct termios *before = &harness->job.modes;

	return !harness->alternate && harness->cursor_shown && !harness->mouse
		&& now.c_iflag == before->c_iflag
		&& now.c_oflag == before->c_oflag
		&& now.c_lflag == before->c_lflag
		&& now.c_cflag == before->c_cflag
		&& !memcmp(now.c_cc, before->c_cc, sizeof(now.c_cc));
}

static bool
shows_text(Harness *harness, const void *arg)
{
	int row, col;

	return harness_find(harness, arg, &row, &col);
}

static bool
shows_no_text(Harness *harness, const void *arg)
{
	return !shows_text(harness, arg);
}

void
harness_expect_text(Harness *harness, const char *text)
{
	char what[WHAT_MAX];

	snprintf(what, sizeof(what), "“%s” on the screen", text);
	harness_expect(harness, shows_text, text, what);
}

void
harness_expect_no_text(Harness *harness, const char *text)
{
	char what[WHAT_MAX];

	snprintf(what, sizeof(what), "“%s” nowhere on the screen", text);
	harness_expect(harness, shows_no_text, text, what);
}

typedef struct RowText {
	int row;
	const char *text;
} RowText;

static bool
shows_in_row(Harness *harness, const void *arg)
{
	const RowText *wanted = arg;

	return strstr(harness_row(harness, wanted->row), wanted->text) != NULL;
}

void
harness_expect_row(Harness *harness, int row, const char *text)
{
	char what[WHAT_MAX];

	snprintf(what, sizeof(what), "“%s” in row %d", text, row);
	harness_expect(harness, shows_in_row, &(RowText){ row, text }, what);
}

static bool
has_cursor(Harness *harness, const void *arg)
{
	int wanted = *(const int *)arg;
	int row, col;
	bool shown = harness_cursor(harness, &row, &col);

	return wanted < 0 ? !shown : shown && row == wanted;
}

void
harness_expect_cursor(Harness *harness, int row)
{
	harness_expect(harness, has_cursor, &row,
		       row < 0 ? "no cursor" : "the cursor in the row");
}
