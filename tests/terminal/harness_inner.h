/*
 * The harness from inside, for its own files only.
 */
#ifndef TERMINAL_HARNESS_INNER_H
#define TERMINAL_HARNESS_INNER_H

#include <vterm.h>

#include "terminal/harness.h"
#include "terminal/job.h"

#define HARNESS_ROWS_MAX 300

struct Harness {
	Job job;
	HarnessState state;
	pid_t program;
	int status;			/* as waitpid() has it */
	VTerm *vterm;
	VTermScreen *screen;
	bool alternate;
	bool cursor_shown;
	bool mute;
	bool asked;
	int asked_row;
	int asked_col;
	bool mouse;
	unsigned clears;
	int clear_matched;		/* bytes of a clear that were seen */
	char *output;			/* all that it has written */
	size_t written;
	size_t room;			/* bytes that `output` has room for */
	char report[JOB_REPORT_MAX];	/* the bytes of a report so far */
	size_t n_report;
	char *typed;			/* what the program has not got yet */
	size_t n_typed;
	char *rows[HARNESS_ROWS_MAX];	/* what harness_row() gave */
};

#endif
