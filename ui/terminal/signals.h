/*
 * Signals: what the system tells the program, as bytes in a pipe; and the
 * terminal put right before the program dies.
 *
 * Owns the flags that handlers may touch, the pipe, and a copy of what
 * restores the terminal.  A fatal signal restores the terminal and is then
 * delivered again as if it had not been caught.
 */
#ifndef UI_TERMINAL_SIGNALS_H
#define UI_TERMINAL_SIGNALS_H

#include <stdbool.h>
#include <stddef.h>
#include <termios.h>

#include "base/err.h"
#include "base/slice.h"

#define SIGNALS_RESTORE_MAX 512	/* bytes that restore the terminal */

/* Installs the handlers; call it before curses starts. */
Status
signals_open(Err *err);

/* The handlers of before. */
void
signals_close(void);

/* Becomes readable when a signal has come. */
int
signals_fd(void);

/* The next signal that came (SIGWINCH, …), or 0. */
int
signals_next(void);

/*
 * What is written to `fd`, and set there, where the program dies.  The bytes
 * are copied; more than SIGNALS_RESTORE_MAX are cut.
 */
void
signals_set_restore(int fd, Slice bytes, const struct termios *modes);

/* From now on there is nothing to restore. */
void
signals_clear_restore(void);

/* Restores the terminal; async-signal-safe. */
void
signals_restore(void);

/* Dies by `sig`, as if it had never been caught. */
void
signals_die(int sig);

/*
 * Stops the program until it is continued: `group`: everybody in the
 * terminal's foreground, as when the terminal's own key stops them.
 */
void
signals_stop(bool group);

#endif
