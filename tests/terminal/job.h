/*
 * Job: a program as the foreground job of a shell on a pseudo-terminal.
 *
 * The shell does nothing but start the program and report on the terminal
 * itself what becomes of it, so that a report comes behind everything that the
 * program has written.  A report is JOB_REPORT, a letter, a number, ESC \.
 */
#ifndef TERMINAL_JOB_H
#define TERMINAL_JOB_H

#include <sys/types.h>

#include "terminal/harness.h"

#define JOB_REPORT "\033_job:"
#define JOB_REPORT_MAX 32	/* bytes of a report */

typedef enum JobReport {
	JOB_STARTED = 's',	/* the process of the program */
	JOB_STOPPED = 'z',	/* the signal that stopped it */
	JOB_ENDED = 'e',	/* its status, as waitpid() has it */
} JobReport;

typedef struct Job {
	int fd;			/* the terminal's other end, not blocking */
	int pipe;		/* to standard input; -1: none */
	pid_t shell;
	struct termios modes;	/* of the terminal before the program ran */
} Job;

/* Fails the test where it cannot. */
void
job_start(Job *job, const HarnessStart *start);

/* Ends the shell, and hangs up on the program if it still runs. */
void
job_done(Job *job);

/* Tells the program of another size of its terminal. */
void
job_resize(Job *job, int cols, int rows);

#endif
