/*
 * Screen: the terminal as curses shows it.
 *
 * Owns curses, the modes of the terminal and what was shown last.  Only the
 * rows that differ are given to curses, which writes what differs in them.
 * Every way out, a crash too, leaves the terminal as it was.
 */
#ifndef UI_TERMINAL_SCREEN_H
#define UI_TERMINAL_SCREEN_H

#include <stdbool.h>

#include "base/err.h"
#include "settings/theme.h"
#include "ui/canvas.h"

typedef struct Screen Screen;

typedef enum ScreenColor {
	SCREEN_COLOR_AUTO,	/* as the terminal and NO_COLOR say */
	SCREEN_COLOR_ALWAYS,	/* where the terminal has any */
	SCREEN_COLOR_NEVER,
} ScreenColor;

/*
 * Sets LC_CTYPE to a locale of UTF-8: the user's, or C.UTF-8 where no variable
 * names a charset.  Fails where one names another charset.
 */
Status
screen_set_locale(Err *err);

/* The size of the terminal on standard output; 80 by 24 where unknown. */
void
screen_size(int *ret_rows, int *ret_cols);

/*
 * Shows on standard output; keys come from standard input or, where that is no
 * terminal, from /dev/tty.  NULL with `err` where there is no terminal that
 * can be used.
 */
Screen *
screen_open(ScreenColor color, Err *err);

/* Leaves the terminal as it was. */
void
screen_close(Screen *screen);

/*
 * From now on, until it is closed, the terminal reports the mouse; nothing
 * where it has none.
 */
void
screen_take_mouse(Screen *screen);

/* Where keys come from, to poll. */
int
screen_fd(const Screen *screen);

/* False: the terminal has none, or they are not wanted. */
bool
screen_has_colors(const Screen *screen);

/* True where the environment says that the terminal's background is light. */
bool
screen_is_light(void);

/* What roles look like; without colours that is always the same. */
void
screen_set_theme(Screen *screen, const Theme *theme);

/*
 * Shows the canvas, and keeps its cells: it gets those that were shown before,
 * which are to be painted over, or none.
 */
void
screen_show(Screen *screen, Canvas *canvas);

/* The next screen_show() writes everything anew. */
void
screen_forget(Screen *screen);

/*
 * Asks how many columns the terminal takes for an ambiguous character: where
 * its cursor stands is the answer, in column 1 or 2, never in the first row.
 * What is shown stays as it is.  False where the terminal does not answer.
 */
bool
screen_ask_width(Screen *screen);

/*
 * Asks for the colour of the background.  False where the terminal is not
 * known to answer, or shows no colours.
 */
bool
screen_ask_background(Screen *screen);

/* Takes on the terminal's size. */
void
screen_resize(Screen *screen, int rows, int cols);

/* Leaves the terminal as it was, for a while. */
void
screen_suspend(Screen *screen);

void
screen_resume(Screen *screen);

#endif
