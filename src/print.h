/*
 * Print: documents without a terminal.
 *
 * What the command line asks for, over one document or several: the text, the
 * JSON object, the lists of chapters and speakers, what matches a pattern, and
 * how much does.  Reads each document whole, one after the other, and writes
 * through the target.  Prints nothing itself and knows no terminal.
 */
#ifndef PRINT_H
#define PRINT_H

#include "library.h"
#include "settings/options.h"

typedef struct PrintTarget {
	/* False where the output is gone; then printing stops. */
	bool (*write)(void *ctx, Slice bytes);
	/* One message; `path` NULL where it is about no file. */
	void (*complain)(void *ctx, const char *path, const Err *err);
	void *ctx;
	bool color;		/* highlight names and matches */
	int columns;		/* to wrap at; 0: do not wrap */
} PrintTarget;

/*
 * Prints all documents of `library` as `options` say.  Returns the exit
 * status: 0 done, 1 nothing matched, 2 an error that was complained of.
 */
int
print_documents(const Options *options, const Library *library,
		const PrintTarget *target);

#endif
