#include "ui/terminal/screen.h"

#include <assert.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>

#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <term.h>

#include "base/i18n.h"
#include "base/items.h"
#include "base/mem.h"
#include "text/uni.h"
#include "ui/terminal/color.h"
#include "ui/terminal/signals.h"

#define PASTE_ON "\033[?2004h"
#define PASTE_OFF "\033[?2004l"
/* Buttons, and movement while one is down; as numbers in decimal. */
#define MOUSE_ON "\033[?1002h\033[?1006h"
#define MOUSE_OFF "\033[?1006l\033[?1002l"

struct Screen {
	SCREEN *curses;
	FILE *input;		/* /dev/tty, or NULL: standard input */
	const Theme *theme;
	bool colored;		/* it shows colours */
	bool direct;		/* the terminal's colour numbers are RGB */
	bool paste;		/* it can mark what is pasted */
	bool mouse;		/* it reports the mouse */
	struct termios modes;	/* of before */
	bool cursor_shown;
	unsigned colorless;	/* StyleAttr that are lost beside a colour */
	int pairs[ROLE_COUNT];	/* numbers of curses' pairs for the theme */
	Canvas shown;		/* what was shown last; no cells: nothing */
	cchar_t *row;		/* room for one row */
};

void
screen_size(int *ret_rows, int *ret_cols)
{
	struct winsize size = { .ws_row = 0 };

	ioctl(STDOUT_FILENO, TIOCGWINSZ, &size);
	*ret_rows = size.ws_row ? size.ws_row : 24;
	*ret_cols = size.ws_col ? size.ws_col : 80;
}

/* A string of terminfo, or NULL. */
static const char *
capability(const char *name)
{
	const char *value = tigetstr(name);

	return value == (char *)-1 ? NULL : value;
}

/* Terminals that mark what is pasted, and know what xterm knows. */
static bool
marks_pastes(void)
{
	static const char *const types[] = {
		"xterm", "tmux", "screen", "rxvt", "alacritty", "foot",
		"kitty", "st-", "wezterm", "vte", "konsole", "gnome",
	};
	const char *type = getenv("TERM");

	for (size_t i = 0; i < N_ITEMS(types); i++)
		if (!strncmp(type, types[i], strlen(types[i])))
			return true;
	return false;
}

/* Opens where keys come from, if that is not standard input. */
static Status
open_input(Screen *screen, Err *err)
{
	int fd;

	if (isatty(STDIN_FILENO))
		return STATUS_OK;
	fd = open("/dev/tty", O_RDWR | O_CLOEXEC);
	if (fd < 0)
		return err_set(err, _("there is no terminal for the keys: "
				      "/dev/tty cannot be opened"));
	screen->input = fdopen(fd, "r+");
	return STATUS_OK;
}

int
screen_fd(const Screen *screen)
{
	return screen->input ? fileno(screen->input) : STDIN_FILENO;
}

/* Appends a capability without the marks of its delays, `$<5/>`. */
static void
append_capability(Buf *out, const char *name)
{
	const char *value = capability(name);

	for (; value && *value; value++) {
		const char *end;

		if (value[0] == '$' && value[1] == '<'
		    && (end = strchr(value, '>'))) {
			value = end;
			continue;
		}
		buf_append_char(out, *value);
	}
}

/* Appends what sets the modes that curses does not, or takes them back. */
static void
append_modes(const Screen *screen, bool on, Buf *out)
{
	append_capability(out, on ? "smkx" : "rmkx");
	if (screen->paste)
		buf_append(out, on ? SLICE(PASTE_ON) : SLICE(PASTE_OFF));
	if (screen->mouse)
		buf_append(out, on ? SLICE(MOUSE_ON) : SLICE(MOUSE_OFF));
}

/* Tells what puts the terminal right should the program die. */
static void
prepare_restore(const Screen *screen)
{
	static const char *const names[] = { "sgr0", "op", "cnorm", "rmcup" };
	Buf bytes;

	buf_init(&bytes, SIGNALS_RESTORE_MAX);
	append_modes(screen, false, &bytes);
	for (size_t i = 0; i < N_ITEMS(names); i++)
		append_capability(&bytes, names[i]);
	signals_set_restore(STDOUT_FILENO, buf_slice(&bytes), &screen->modes);
	buf_done(&bytes);
}

/* Bytes that curses does not know of; they go out before what it writes. */
static void
write_plain(Slice bytes)
{
	fwrite(bytes.ptr, 1, bytes.len, stdout);
	fflush(stdout);
}

static void
write_modes(const Screen *screen, bool on)
{
	Buf bytes;

	buf_init(&bytes, SIGNALS_RESTORE_MAX);
	append_modes(screen, on, &bytes);
	write_plain(buf_slice(&bytes));
	buf_done(&bytes);
}

static void
set_modes(Screen *screen)
{
	raw();
	noecho();
	nonl();
	curs_set(0);
	screen->cursor_shown = false;
	write_modes(screen, true);
}

static bool
wants_color(ScreenColor color)
{
	const char *no_color = getenv("NO_COLOR");

	if (color == SCREEN_COLOR_NEVER || !has_colors())
		return false;
	return color == SCREEN_COLOR_ALWAYS || !no_color || !*no_color;
}

/* What terminfo's no_color_video names. */
static unsigned
colorless_attrs(void)
{
	static const struct {
		int video;
		unsigned attr;
	} bits[] = {
		{ 2, STYLE_UNDERLINE }, { 4, STYLE_REVERSE },
		{ 16, STYLE_DIM }, { 32, STYLE_BOLD },
	};
	int video = tigetnum("ncv");
	unsigned attrs = 0;

	for (size_t i = 0; i < N_ITEMS(bits); i++)
		if (video > 0 && (video & bits[i].video))
			attrs |= bits[i].attr;
	return attrs;
}

static void
set_colors(Screen *screen, ScreenColor color)
{
	screen->colored = wants_color(color);
	if (screen->colored) {
		start_color();
		use_default_colors();
		screen->colored = COLORS >= 8;
	}
	screen->direct = screen->colored && tigetflag("RGB") == 1;
	screen->colorless = colorless_attrs();
	screen_set_theme(screen, theme_for(false));
}

bool
screen_has_colors(const Screen *screen)
{
	return screen->colored;
}

bool
screen_is_light(void)
{
	return color_says_light(getenv("COLORFGBG"));
}

static ColorPair
colors_of(const Screen *screen, Role role)
{
	const Style *style = &screen->theme->styles[role];

	return screen->direct ? color_direct(style)
			      : color_nearest(style, COLORS,
					      screen->theme->light);
}

/*
 * The pair of a role, made where none before it has the same of `colors`.  An
 * attribute says more than a colour: where the terminal cannot show both, the
 * colour goes.
 */
static int
make_pair(const Screen *screen, Role role, const ColorPair *colors)
{
	const Style *style = &screen->theme->styles[role];
	ColorPair pair = colors[role];

	if ((pair.fg < 0 && pair.bg < 0) || (style->attrs & screen->colorless)
	    || (int)role + 1 >= COLOR_PAIRS)
		return 0;
	for (int i = 0; i < (int)role; i++)
		if (screen->pairs[i] && colors[i].fg == pair.fg
		    && colors[i].bg == pair.bg)
			return screen->pairs[i];
	init_extended_pair((int)role + 1, pair.fg, pair.bg);
	return (int)role + 1;
}

void
screen_set_theme(Screen *screen, const Theme *theme)
{
	ColorPair colors[ROLE_COUNT];

	if (!screen->colored)
		theme = theme_without_colors();
	if (screen->theme == theme)
		return;
	screen->theme = theme;
	for (int role = 0; role < ROLE_COUNT; role++) {
		colors[role] = colors_of(screen, (Role)role);
		screen->pairs[role] = screen->colored
			? make_pair(screen, (Role)role, colors) : 0;
	}
	screen_forget(screen);
}

/* Reads what terminfo knows of the terminal, of which nothing is written. */
static Status
open_curses(Screen *screen, Err *err)
{
	const char *type = getenv("TERM");

	if (!type || !*type)
		return err_set(err, _("the terminal type is not set; set TERM "
				      "to it, such as xterm-256color"));
	screen->curses = newterm(NULL, stdout,
				 screen->input ? screen->input : stdin);
	if (!screen->curses)
		return err_set(err, _("the terminal type “%s” is unknown; set "
				      "TERM to one that is installed, such as "
				      "xterm"), type);
	if (capability("cup"))
		return STATUS_OK;
	tcsetattr(screen_fd(screen), TCSADRAIN, &screen->modes);
	delscreen(screen->curses);
	return err_set(err, _("the terminal type “%s” cannot move its "
			      "cursor; set TERM to another, such as "
			      "xterm"), type);
}

static void
start_curses(void)
{
	/*
	 * Until it was left once, ncurses writes at every movement of the
	 * cursor, some forty times for the first screen.
	 */
	endwin();
	doupdate();
	/* Keys that wait, which curses does not read, would cut a paint. */
	typeahead(-1);
}

static Status
screen_start(Screen *screen, ScreenColor color, Err *err)
{
	/* Whoever measures a cell otherwise would see columns drift. */
	assert(wcwidth(0x2026) == uni_width(0x2026));
	if (open_input(screen, err) != STATUS_OK)
		return STATUS_FAILED;
	if (tcgetattr(screen_fd(screen), &screen->modes) < 0)
		return err_set(err, _("keys must come from a terminal"));
	if (open_curses(screen, err) != STATUS_OK)
		return STATUS_FAILED;
	screen->paste = marks_pastes();
	start_curses();
	prepare_restore(screen);
	set_modes(screen);
	set_colors(screen, color);
	return STATUS_OK;
}

Screen *
screen_open(ScreenColor color, Err *err)
{
	Screen *screen = mem_zalloc(sizeof(*screen));

	canvas_init(&screen->shown);
	if (screen_start(screen, color, err) == STATUS_OK)
		return screen;
	if (screen->input)
		fclose(screen->input);
	mem_free(screen);
	return NULL;
}

void
screen_close(Screen *screen)
{
	screen_suspend(screen);
	delscreen(screen->curses);
	signals_clear_restore();
	if (screen->input)
		fclose(screen->input);
	canvas_done(&screen->shown);
	mem_free(screen->row);
	mem_free(screen);
}

void
screen_take_mouse(Screen *screen)
{
	if (!capability("kmous"))
		return;
	screen->mouse = true;
	prepare_restore(screen);
	write_modes(screen, true);
}

void
screen_suspend(Screen *screen)
{
	write_modes(screen, false);
	endwin();
}

void
screen_resume(Screen *screen)
{
	reset_prog_mode();
	set_modes(screen);
	screen_forget(screen);
}

bool
screen_ask_background(Screen *screen)
{
	if (!screen->colored || !screen->paste)
		return false;
	write_plain(SLICE("\033]11;?\033\\"));
	return true;
}

/* A row below the first that begins with two blanks, else the last. */
static int
row_to_ask_in(const Canvas *shown)
{
	for (int row = 1; row < shown->rows && shown->cols > 1; row++) {
		const Cell *cells = canvas_cell(shown, row, 0);

		if (cells[0].points[0] == ' ' && cells[1].points[0] == ' '
		    && cells[0].role == ROLE_TEXT)
			return row;
	}
	return shown->rows - 1;
}

/*
 * Curses leaves the terminal without attributes behind a paint, and its cursor
 * where curscr has it.  Saving the cursor would spoil what the terminal saved
 * for its first screen.
 */
bool
screen_ask_width(Screen *screen)
{
	static const char *const names[] = { "cup", "sgr0", "u7" };
	const char *conceal = capability("invis");
	int row = row_to_ask_in(&screen->shown);
	int back_row, back_col;

	for (size_t i = 0; i < N_ITEMS(names); i++)
		if (!capability(names[i]))
			return false;
	if (row < 1)
		return false;
	getyx(curscr, back_row, back_col);
	putp(tiparm(capability("cup"), row, 0));
	putp(conceal ? conceal : "");
	putp("\u2026");
	putp(capability("u7"));
	putp(capability("sgr0"));
	putp(tiparm(capability("cup"), back_row, back_col));
	fflush(stdout);
	wredrawln(stdscr, row, 1);
	wnoutrefresh(stdscr);
	doupdate();
	return true;
}

void
screen_forget(Screen *screen)
{
	canvas_done(&screen->shown);
	clearok(curscr, TRUE);
}

void
screen_resize(Screen *screen, int rows, int cols)
{
	if (rows != LINES || cols != COLS)
		resize_term(rows, cols);
	screen_forget(screen);
}

static attr_t
attrs_of(unsigned style_attrs)
{
	attr_t attrs = A_NORMAL;

	if (style_attrs & STYLE_BOLD)
		attrs |= A_BOLD;
	if (style_attrs & STYLE_UNDERLINE)
		attrs |= A_UNDERLINE;
	if (style_attrs & STYLE_REVERSE)
		attrs |= A_REVERSE;
	if (style_attrs & STYLE_ITALIC)
		attrs |= A_ITALIC;
	if (style_attrs & STYLE_DIM)
		attrs |= A_DIM;
	return attrs;
}

static void
make_cell(const Screen *screen, const Cell *cell, cchar_t *ret)
{
	const Style *style = &screen->theme->styles[cell->role];
	wchar_t points[CANVAS_POINTS + 1];
	int pair = screen->pairs[cell->role];

	for (int i = 0; i < CANVAS_POINTS; i++)
		points[i] = (wchar_t)cell->points[i];
	points[CANVAS_POINTS] = 0;
	setcchar(ret, points, attrs_of((unsigned)style->attrs | cell->attrs), 0,
		 &pair);
}

static void
show_row(Screen *screen, const Canvas *canvas, int row)
{
	int n = 0;

	for (int col = 0; col < canvas->cols; col++) {
		const Cell *cell = canvas_cell(canvas, row, col);

		if (cell->cols > 0)
			make_cell(screen, cell, &screen->row[n++]);
	}
	mvadd_wchnstr(row, 0, screen->row, n);
}

/* True where every row of `canvas` is to be written; makes room for one. */
static bool
begins_anew(Screen *screen, const Canvas *canvas)
{
	const Canvas *shown = &screen->shown;

	if (shown->cells && shown->rows == canvas->rows
	    && shown->cols == canvas->cols)
		return false;
	screen->row = mem_realloc_array(screen->row, (size_t)canvas->cols,
					sizeof(*screen->row));
	return true;
}

static void
show_cursor(Screen *screen, const Canvas *canvas)
{
	bool wanted = canvas->cursor_row >= 0;

	if (wanted)
		move(canvas->cursor_row, canvas->cursor_col);
	if (wanted != screen->cursor_shown)
		curs_set(wanted);
	screen->cursor_shown = wanted;
}

void
screen_show(Screen *screen, Canvas *canvas)
{
	bool anew = begins_anew(screen, canvas);
	size_t row_bytes = (size_t)canvas->cols * sizeof(Cell);
	Canvas before = screen->shown;

	for (int row = 0; row < canvas->rows; row++)
		if (anew || memcmp(canvas_cell(canvas, row, 0),
				   canvas_cell(&before, row, 0), row_bytes))
			show_row(screen, canvas, row);
	show_cursor(screen, canvas);
	wnoutrefresh(stdscr);
	doupdate();
	screen->shown = *canvas;
	*canvas = before;
}
