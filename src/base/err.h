/*
 * Errors of the world: files, configuration, patterns, bytes.
 *
 * A function that can fail for such a reason returns a Status and fills an Err
 * once, where it happened, with one sentence that says what is wrong and what
 * would be right.  Only ui/ shows it.  Bugs are assert()s and no errors.
 */
#ifndef BASE_ERR_H
#define BASE_ERR_H

#include <stdint.h>

typedef enum Status {
	STATUS_OK,
	STATUS_FAILED,		/* see the Err */
	STATUS_ABSENT,		/* the same: what was named is not there */
} Status;

typedef struct Err {
	uint32_t line;		/* line of the input it is about; 0: none */
	char text[512];		/* one sentence, no line end, UTF-8; "" : none */
} Err;

/* Fills `err` (may be NULL) and returns STATUS_FAILED. */
Status
err_set(Err *err, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

/* The same about line `line` of the input. */
Status
err_set_line(Err *err, uint32_t line, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

/* What the system says by `code`, an errno, in the program's words. */
Status
err_set_system(Err *err, int code);

#endif
