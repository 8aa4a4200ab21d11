/*
 * Harness: a program on a real terminal, seen and typed at by a test.
 *
 * Owns a pseudo-terminal, the terminal emulator behind it (libvterm), and the
 * program, which runs as the foreground job of a small shell, so that it can
 * be suspended.  What the program asks of the terminal is answered.  Nothing
 * here waits for a fixed time: who waits says for what, and gets the test
 * failed, with the screen in the report, if that does not come.
 *
 * Rows and columns count from 0.  Text is UTF-8.
 */
#ifndef TERMINAL_HARNESS_H
#define TERMINAL_HARNESS_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>
#include <termios.h>

#define HARNESS_LIMIT_MS 10000	/* that anything may take */

typedef struct Harness Harness;

/* How a program is started; what is zero has its default. */
typedef struct HarnessStart {
	int cols;			/* 80 */
	int rows;			/* 24 */
	const char *const *argv;	/* ends with NULL; argv[0]: its path */
	const char *const *env;		/* ends with NULL: `NAME=value` sets,
					   `NAME` unsets; else as the test's,
					   with a UTF-8 locale and no
					   settings of a person */
	const char *errors;		/* path: standard error goes there */
	bool piped;			/* standard input is a pipe */
	uid_t user;			/* runs as this user, where not 0 */
	bool mute;			/* the terminal does not tell where its
					   cursor is */
} HarnessStart;

typedef enum HarnessState {
	HARNESS_RUNNING,
	HARNESS_STOPPED,		/* suspended */
	HARNESS_ENDED,
} HarnessState;

typedef struct HarnessCell {
	char text[32];			/* empty: behind a wide character */
	int cols;
	bool bold;
	bool underline;
	bool reverse;
	bool italic;
	int fg;				/* number of the colour; -1: its own */
	int bg;
} HarnessCell;

/* What a test waits for; `arg` is the test's. */
typedef bool (*HarnessPredicate)(Harness *harness, const void *arg);

/* Starts the program and returns at once. */
Harness *
harness_start(const HarnessStart *start);

/* Kills the program if it runs.  NULL is nothing. */
void
harness_free(Harness *harness);

/* Types bytes as they are. */
void
harness_send(Harness *harness, const char *bytes, size_t len);

/*
 * Types keys: each character is itself, but <Up> <Down> <Left> <Right> <Home>
 * <End> <PgUp> <PgDn> <Enter> <Tab> <S-Tab> <Esc> <Space> <BS> <Del> <F1> to
 * <F12>, <C-x> and <lt> are keys, in the modes that the program has set.  A
 * key behind <Esc> in the same call would be one with Alt.
 */
void
harness_keys(Harness *harness, const char *keys);

/* Text that a terminal with bracketed paste pastes. */
void
harness_paste(Harness *harness, const char *text);

/*
 * Moves the mouse, turns its wheel, presses its left button or lets it go: the
 * program is told in the modes that it has set, or not at all.
 */
void
harness_point(Harness *harness, int row, int col);

void
harness_wheel(Harness *harness, bool down);

void
harness_button(Harness *harness, bool down);

/* Writes into the pipe of standard input; then ends it. */
void
harness_pipe(Harness *harness, const char *text, size_t len);

void
harness_pipe_end(Harness *harness);

/* Another size of the window; the program is told by SIGWINCH. */
void
harness_resize(Harness *harness, int cols, int rows);

/* Takes in what the program has written, waiting at most so long for it. */
void
harness_pump(Harness *harness, int limit_ms);

/* Waits until the predicate holds; false where it does not in time. */
bool
harness_wait(Harness *harness, HarnessPredicate holds, const void *arg);

/* The same; fails the test, which reports `what`, where it does not hold. */
void
harness_expect(Harness *harness, HarnessPredicate holds, const void *arg,
	       const char *what);

/* Waits until the text is somewhere, nowhere, or in that row. */
void
harness_expect_text(Harness *harness, const char *text);

void
harness_expect_no_text(Harness *harness, const char *text);

void
harness_expect_row(Harness *harness, int row, const char *text);

/* Waits until the cursor is shown in that row, or hidden where it is -1. */
void
harness_expect_cursor(Harness *harness, int row);

/* Waits until the program is in that state. */
void
harness_expect_state(Harness *harness, HarnessState state);

/* Waits for its end; its exit status, or minus the signal it died of. */
int
harness_wait_end(Harness *harness);

HarnessState
harness_state(const Harness *harness);

/* Sends a signal to the program, to nobody else. */
void
harness_signal(Harness *harness, int sig);

int
harness_rows(const Harness *harness);

int
harness_cols(const Harness *harness);

/* A row without blanks at its end; valid until the row is asked for again. */
const char *
harness_row(Harness *harness, int row);

/* The whole screen, rows joined by newlines; free() it. */
char *
harness_screen(Harness *harness);

HarnessCell
harness_cell(Harness *harness, int row, int col);

/* Where the text begins on the screen, the first place from the top. */
bool
harness_find(Harness *harness, const char *text, int *ret_row, int *ret_col);

/*
 * Where the cursor was when the program asked last and the terminal, which is
 * mute, did not answer; false where it has not asked.
 */
bool
harness_asked(const Harness *harness, int *ret_row, int *ret_col);

/* Where the cursor is; false where it is hidden. */
bool
harness_cursor(Harness *harness, int *ret_row, int *ret_col);

/* True while the program shows the terminal's second screen. */
bool
harness_alternate(const Harness *harness);

/* How often the program has cleared the whole screen. */
unsigned
harness_clears(const Harness *harness);

/* How many bytes it has written. */
size_t
harness_written(const Harness *harness);

/* True where these bytes are somewhere in what it has written. */
bool
harness_has_written(Harness *harness, const void *bytes);

/* True where it is told what the mouse does. */
bool
harness_mouse(const Harness *harness);

/* The modes of the terminal now, and before the program ran. */
struct termios
harness_modes(const Harness *harness);

/* True where modes, screen, cursor and mouse are as before the program ran. */
bool
harness_restored(Harness *harness);

#endif
