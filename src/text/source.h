/*
 * Source: where a document's bytes come from.
 *
 * Owns the file descriptor or mapping.  Never blocks: a pipe that has nothing
 * yet answers SOURCE_AGAIN.  A regular file over SOURCE_MAP_MIN bytes is
 * mapped; where it shrinks under the reader, the lost pages read as zeros (the
 * handler of SIGBUS in mapping.c) and the program lives on.  A smaller one is
 * read; behind the size that a file had when it was opened nothing is.
 * Does not decode.
 */
#ifndef TEXT_SOURCE_H
#define TEXT_SOURCE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "base/slice.h"

#define SOURCE_MAP_MIN (4 * 1024 * 1024)

typedef struct Source Source;

typedef enum SourceState {
	SOURCE_BYTES,		/* *ret_bytes holds some */
	SOURCE_AGAIN,		/* poll source_fd() and come back */
	SOURCE_EOF,
	SOURCE_FAILED,		/* see the Err */
} SourceState;

/*
 * Opens a file, or standard input for "-".  NULL with `err` set where there is
 * no such file, no permission, or where it is a directory or a device that
 * cannot be read as a document.
 */
Source *
source_open(const char *path, Err *err);

/* Reads from `fd`, which the Source closes. */
Source *
source_from_fd(int fd);

/*
 * Reads `bytes`, which outlive it.  `cut`, where not NULL, says how many bytes
 * each read gives (0: SOURCE_AGAIN), so that tests can slice an input.
 */
Source *
source_from_memory(Slice bytes, size_t (*cut)(void *ctx), void *ctx);

void
source_free(Source *source);

/*
 * At most CLOCK_UNIT bytes, borrowed until the next call, or for the life of
 * the Source where source_is_stable().
 */
SourceState
source_read(Source *source, Slice *ret_bytes, Err *err);

/* True where what was read stays valid (a mapping, memory, a small file). */
bool
source_is_stable(const Source *source);

/* The descriptor to poll while SOURCE_AGAIN, else -1. */
int
source_fd(const Source *source);

/* Bytes in all, where that is known, else 0. */
uint64_t
source_size(const Source *source);

#endif
