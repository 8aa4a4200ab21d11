/*
 * Reader: fangtan in a terminal, on documents whose every row is known.
 *
 * Owns the harness and a folder of its own for what it writes.  The program is
 * FANGTAN of the environment, ./fangtan where that is not set.  It never sees
 * the settings of a person: its home is the folder.
 */
#ifndef TERMINAL_READER_H
#define TERMINAL_READER_H

#include "terminal/harness.h"

#define READER_PATH_MAX 512
#define READER_ROWS 100		/* rows of the paragraph of `rows` */
#define READER_TURNS 30		/* turns of `turns` */

/* Where the parts of the screen are. */
#define READER_HEAD 0
#define READER_CARRIED 1
#define READER_FIRST 2		/* the first row of the dialogue */

typedef struct Reader {
	Harness *harness;
	char dir[READER_PATH_MAX / 4];
	char path[READER_PATH_MAX];	/* what was written last */
} Reader;

/* Set-up and tear-down of a test. */
int
reader_setup(void **state);

int
reader_teardown(void **state);

const char *
reader_program(void);

/* Writes a file into the folder; returns its path, borrowed. */
const char *
reader_write(Reader *reader, const char *name, const char *text);

/*
 * A paragraph of Ann, of words w000 to w099 that each fill a row where it has
 * 36 to 72 columns; then `next` of Bob and `last` of Ann.  On the dialogue's
 * lines: her name, w(N) at N + 1, and six more behind a gap.
 */
const char *
reader_write_rows(Reader *reader);

/*
 * Ann, Bob and Cat in turn, 30 turns: one row (`turn 7`), and in each fifth a
 * second paragraph (`more 5`).  The chapters First, Second and Third begin
 * with the turns 1, 11 and 21.
 */
const char *
reader_write_turns(Reader *reader);

/* A sample interview of the project. */
const char *
reader_sample(Reader *reader, const char *name);

/* Starts it with these arguments (ends with NULL) and waits for nothing. */
Harness *
reader_run(Reader *reader, const HarnessStart *start,
	   const char *const *operands);

/* Opens one document at this size, and waits for its first screen. */
Harness *
reader_open(Reader *reader, const char *path, int cols, int rows);

/* What the screen shows. */
typedef struct ReaderSight {
	const char *first;	/* in the dialogue's first row; NULL: whatever */
	const char *status;	/* in the status line, runs of blanks there
				   taken for one; NULL: whatever */
} ReaderSight;

/*
 * Types `keys` and checks that the screen comes to show that; then has the
 * program paint everything anew, and checks that it stays.  The keys must
 * leave no prompt open.
 */
void
reader_press(Reader *reader, const char *keys, ReaderSight sight);

/* Checks it for the screen as it is. */
void
reader_see(Reader *reader, ReaderSight sight);

/* Leaves what is open, level by level: waits until `text` is gone. */
void
reader_escape(Reader *reader, const char *text);

/* Gives the window another size and waits for the program to take it on. */
void
reader_resize(Reader *reader, int cols, int rows);

/* The row of the status line. */
int
reader_status_row(Reader *reader);

/* Quits by `keys` and checks that the terminal is as it was. */
void
reader_quit(Reader *reader, const char *keys);

#endif
