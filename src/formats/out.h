/*
 * Out: bytes on their way out, in blocks.
 *
 * Collects what the writers append and gives it on when a block is full, so
 * that a document of any length is written in bounded memory.
 */
#ifndef FORMATS_OUT_H
#define FORMATS_OUT_H

#include <stdbool.h>

#include "base/slice.h"
#include "base/vec.h"

#define OUT_BLOCK (64 * 1024)

typedef struct Out {
	Buf buf;
	/* False where nothing more can be written. */
	bool (*write)(void *ctx, Slice bytes);
	void *ctx;
	bool begun;		/* something was put */
	bool failed;
} Out;

void
out_init(Out *out, bool (*write)(void *ctx, Slice bytes), void *ctx);

/* Writes what is left. */
void
out_done(Out *out);

void
out_put(Out *out, Slice bytes);

void
out_putf(Out *out, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

/*
 * A line of text from a document: control characters, which a terminal would
 * obey, and what is no UTF-8 become U+FFFD.
 */
void
out_put_text(Out *out, Slice text);

/* Gives on what was collected where that is a block or more. */
void
out_flush_full(Out *out);

#endif
