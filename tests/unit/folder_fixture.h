/*
 * A temporary folder with small files, for tests of what reads files.
 */
#ifndef FOLDER_FIXTURE_H
#define FOLDER_FIXTURE_H

#include <stddef.h>

typedef struct Folder {
	char path[200];
} Folder;

void
folder_make(Folder *folder);

/* Removes it with all that is in it. */
void
folder_remove(Folder *folder);

/* Makes a file (and the folder of `a/b`) with `text`. */
void
folder_write(const Folder *folder, const char *name, const char *text);

/* `name` in the folder, into `path`. */
void
folder_path(const Folder *folder, const char *name, char *path, size_t size);

#endif
