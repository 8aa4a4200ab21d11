/*
 * Files: where the program's own files are, and how they are read and written.
 */
#ifndef SETTINGS_FILES_H
#define SETTINGS_FILES_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "base/slice.h"
#include "base/vec.h"

/*
 * Appends the program's folder below that of the environment's `variable`,
 * else below `home` of the home directory.  False, and nothing, where neither
 * is an absolute path: what is relative is to be ignored, as the XDG
 * specification says.
 */
bool
files_folder(const char *variable, const char *home, Buf *out);

/* Appends what is read from `fd`, at most `most` bytes and a little more. */
Status
files_read(int fd, size_t most, Buf *out, Err *err);

/*
 * Writes a file whole or not at all: beside it, to the disk, and in its place.
 * Makes its folders, for nobody else to see.
 */
Status
files_write(const char *path, Slice bytes, Err *err);

#endif
