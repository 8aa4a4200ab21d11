#include "ui/canvas.h"

#include <assert.h>
#include <string.h>

#include "base/mem.h"
#include "text/uni.h"
#include "text/utf8.h"

void
canvas_init(Canvas *canvas)
{
	*canvas = (Canvas){ .cursor_row = -1 };
}

void
canvas_done(Canvas *canvas)
{
	mem_free(canvas->cells);
	canvas_init(canvas);
}

static Cell
blank_cell(Role role)
{
	return (Cell){ .points = { ' ' }, .cols = 1, .role = (uint8_t)role };
}

static Cell *
cell_at(const Canvas *canvas, int row, int col)
{
	assert(row >= 0 && row < canvas->rows && col >= 0 && col < canvas->cols);
	return &canvas->cells[row * canvas->cols + col];
}

const Cell *
canvas_cell(const Canvas *canvas, int row, int col)
{
	return cell_at(canvas, row, col);
}

void
canvas_clear(Canvas *canvas)
{
	size_t n = (size_t)canvas->rows * (size_t)canvas->cols;

	/* The first cell, then what is there once more behind it. */
	if (n > 0)
		canvas->cells[0] = blank_cell(ROLE_TEXT);
	for (size_t done = 1; done < n; done *= 2)
		memcpy(canvas->cells + done, canvas->cells,
		       (done < n - done ? done : n - done)
			       * sizeof(*canvas->cells));
	canvas->cursor_row = -1;
	canvas->cursor_col = 0;
}

void
canvas_resize(Canvas *canvas, int rows, int cols)
{
	assert(rows > 0 && cols > 0);
	canvas->cells = mem_realloc_array(canvas->cells,
					  (size_t)rows * (size_t)cols,
					  sizeof(*canvas->cells));
	canvas->rows = rows;
	canvas->cols = cols;
	canvas_clear(canvas);
}

/* The part of `spot` that is on the canvas; its cols are 0 where none is. */
static Spot
spot_clip(const Canvas *canvas, Spot spot)
{
	if (spot.col < 0) {
		spot.cols += spot.col;
		spot.col = 0;
	}
	if (spot.cols > canvas->cols - spot.col)
		spot.cols = canvas->cols - spot.col;
	if (spot.row < 0 || spot.row >= canvas->rows || spot.cols < 0)
		spot.cols = 0;
	return spot;
}

/* Blanks the other half of a wide cell that `col` is a half of. */
static void
break_wide(Canvas *canvas, int row, int col)
{
	Cell *cell = cell_at(canvas, row, col);

	if (cell->cols == 0 && col > 0)
		cell[-1] = blank_cell(cell[-1].role);
	if (cell->cols == 2 && col + 1 < canvas->cols)
		cell[1] = blank_cell(cell->role);
}

static Cell *
set_cell(Canvas *canvas, Spot at, uint32_t point, Role role)
{
	Cell *cell = cell_at(canvas, at.row, at.col);

	break_wide(canvas, at.row, at.col);
	if (at.cols == 2)
		break_wide(canvas, at.row, at.col + 1);
	*cell = blank_cell(role);
	cell->points[0] = point;
	cell->cols = (uint8_t)at.cols;
	if (at.cols == 2) {
		cell[1] = blank_cell(role);
		cell[1].points[0] = 0;
		cell[1].cols = 0;
	}
	return cell;
}

static int
cells_cols(const UniCell *cells, int n)
{
	int cols = 0;

	for (int i = 0; i < n; i++)
		cols += cells[i].cols;
	return cols;
}

/* Puts a cluster's cells at `at`; there is room for them. */
static void
put_cells(Canvas *canvas, Spot at, const UniCell *cells, int n, Role role)
{
	for (int i = 0; i < n; i++) {
		at.cols = cells[i].cols;
		memcpy(set_cell(canvas, at, ' ', role)->points,
		       cells[i].points, sizeof(cells[i].points));
		at.col += at.cols;
	}
}

int
canvas_put(Canvas *canvas, Spot spot, Slice text, Role role)
{
	UniCell cells[UNI_CELLS_MAX];
	Spot at = spot_clip(canvas, spot);
	int end = at.col + at.cols;
	int start = at.col;

	while (text.len > 0) {
		size_t len = uni_cluster(text);
		int n = uni_cluster_cells(slice_sub(text, 0, len), cells);
		int cols = cells_cols(cells, n);

		if (cols > end - at.col)
			break;
		put_cells(canvas, at, cells, n, role);
		at.col += cols;
		text = slice_sub(text, len, SIZE_MAX);
	}
	return at.col - start;
}

int
canvas_put_cut(Canvas *canvas, Spot spot, Slice text, Role role)
{
	const Slice ellipsis = SLICE("…");
	int width = (int)uni_text_width(ellipsis);
	size_t cols;
	int used;

	spot = spot_clip(canvas, spot);
	if (uni_fit(text, (size_t)spot.cols, &cols) == text.len)
		return canvas_put(canvas, spot, text, role);
	if (spot.cols < width)
		return 0;
	used = canvas_put(canvas, (Spot){ spot.row, spot.col, spot.cols - width },
			  text, role);
	used += canvas_put(canvas, (Spot){ spot.row, spot.col + used, width },
			   ellipsis, role);
	return used;
}

size_t
canvas_fit_words(Slice text, int cols)
{
	size_t used;
	size_t len = uni_fit(text, (size_t)cols, &used);
	size_t end = len;

	if (len == text.len)
		return len;
	while (end > 0 && text.ptr[end] != ' ')
		end--;
	return end ? end : len;
}

int
canvas_put_right(Canvas *canvas, Spot spot, Slice text, Role role)
{
	size_t cols;

	if (uni_fit(text, spot.cols > 0 ? (size_t)spot.cols : 0, &cols)
	    < text.len)
		return canvas_put_cut(canvas, spot, text, role);
	spot.col += spot.cols - (int)cols;
	spot.cols = (int)cols;
	return canvas_put(canvas, spot, text, role);
}

int
canvas_put_end(Canvas *canvas, Spot spot, Slice text, Role role)
{
	const Slice ellipsis = SLICE("…");
	size_t room = spot.cols > 0 ? (size_t)spot.cols : 0;
	int width = (int)uni_text_width(ellipsis);
	size_t cols, len;
	int used = 0;

	len = uni_fit_end(text, room, &cols);
	if (len < text.len && spot.cols < width)
		return 0;
	if (len < text.len) {
		len = uni_fit_end(text, room - (size_t)width, &cols);
		spot.col += spot.cols - (int)cols - width;
		spot.cols = (int)cols + width;
		used = canvas_put(canvas, spot, ellipsis, role);
	}
	text = slice_sub(text, text.len - len, len);
	spot.col += spot.cols - (int)cols;
	spot.cols = (int)cols;
	return used + canvas_put(canvas, spot, text, role);
}

void
canvas_fill(Canvas *canvas, Rect rect, Role role)
{
	for (int row = rect.row; row < rect.row + rect.rows; row++) {
		Spot spot = { row, rect.col, rect.cols };

		spot = spot_clip(canvas, spot);
		for (int i = 0; i < spot.cols; i++)
			set_cell(canvas, (Spot){ row, spot.col + i, 1 }, ' ',
				 role);
	}
}

void
canvas_role(Canvas *canvas, Spot spot, Role role)
{
	spot = spot_clip(canvas, spot);
	for (int i = 0; i < spot.cols; i++)
		cell_at(canvas, spot.row, spot.col + i)->role = (uint8_t)role;
}

void
canvas_attrs(Canvas *canvas, Spot spot, unsigned attrs)
{
	spot = spot_clip(canvas, spot);
	for (int i = 0; i < spot.cols; i++)
		cell_at(canvas, spot.row, spot.col + i)->attrs |= (uint8_t)attrs;
}

void
canvas_set_cursor(Canvas *canvas, int row, int col)
{
	canvas->cursor_row = row < canvas->rows ? row : canvas->rows - 1;
	canvas->cursor_col = col < canvas->cols ? col : canvas->cols - 1;
}

static void
append_cell(const Cell *cell, Buf *out)
{
	char bytes[UTF8_MAX];

	for (int i = 0; i < CANVAS_POINTS && cell->points[i]; i++)
		buf_append(out, (Slice){ bytes, utf8_encode(cell->points[i],
							    bytes) });
}

static void
drop_blanks(Buf *out, size_t from)
{
	while (out->len > from && out->ptr[out->len - 1] == ' ')
		out->len--;
}

void
canvas_text(const Canvas *canvas, int row, Buf *out)
{
	size_t from = out->len;

	for (int col = 0; col < canvas->cols; col++)
		append_cell(cell_at(canvas, row, col), out);
	drop_blanks(out, from);
}

/* A letter for each role, the text's a blank; speakers are digits. */
static char
role_letter(uint8_t role)
{
	static const char letters[ROLE_SPEAKER + 1] = {
		[ROLE_TEXT] = ' ', [ROLE_DIM] = 'd', [ROLE_HEAD] = 'h',
		[ROLE_HEADING] = 'H', [ROLE_DIRECTION] = 'i',
		[ROLE_NARRATION] = 'n', [ROLE_QUOTE] = 'q',
		[ROLE_EMPHASIS] = 'e', [ROLE_STRONG] = 'b', [ROLE_CODE] = 'c',
		[ROLE_LINK] = 'l', [ROLE_ENTRY] = 'a',
		[ROLE_ENTRY_HERE] = 'A', [ROLE_ENTRY_SELECTED] = 'S',
		[ROLE_ENTRY_OUT] = 'o', [ROLE_PANE_TITLE] = 't',
		[ROLE_PANE_FOCUS] = 'T', [ROLE_RULE] = '|', [ROLE_MAP] = '.',
		[ROLE_MAP_WINDOW] = ':',
		[ROLE_STATUS] = 's', [ROLE_PROMPT] = 'p',
		[ROLE_PLACEHOLDER] = 'P', [ROLE_MESSAGE] = 'g',
		[ROLE_ERROR] = 'E', [ROLE_KEY] = 'k',
		[ROLE_SELECTION] = 'v',
	};

	if (role >= ROLE_SPEAKER)
		return (char)('0' + (role - ROLE_SPEAKER) % 10);
	if (role >= ROLE_MATCH && role < ROLE_MATCH + 3 * THEME_PATTERNS)
		return "mwxyzMWXYZ*!$&@"[role - ROLE_MATCH];
	return letters[role];
}

static void
dump_roles(const Canvas *canvas, int row, Buf *out)
{
	size_t from = out->len;

	for (int col = 0; col < canvas->cols; col++)
		buf_append_char(out, role_letter(cell_at(canvas, row, col)->role));
	drop_blanks(out, from);
}

void
canvas_dump(const Canvas *canvas, Buf *out)
{
	for (int row = 0; row < canvas->rows; row++) {
		canvas_text(canvas, row, out);
		buf_append(out, SLICE("\n~"));
		dump_roles(canvas, row, out);
		buf_append_char(out, '\n');
	}
	if (canvas->cursor_row >= 0)
		buf_appendf(out, "cursor %d %d\n", canvas->cursor_row,
			    canvas->cursor_col);
}
