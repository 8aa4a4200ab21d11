/*
 * Library: a list of documents that were named or stand in a directory.
 *
 * Owns the paths and, as far as they were looked at, the titles; opens no
 * document for reading.  Directories are walked in depth, hidden names left
 * out, by name.
 */
#ifndef LIBRARY_H
#define LIBRARY_H

#include <stdbool.h>
#include <stdint.h>

#include "base/clock.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/slice.h"
#include "base/vec.h"
#include "formats/loader.h"
#include "settings/options.h"

typedef struct LibraryEntry {
	Slice path;		/* NUL-terminated behind its length */
	Slice title;		/* ptr NULL: not looked at yet */
	Slice date;		/* ptr NULL: none, or not looked at yet */
	Slice error;		/* ptr NULL: it can be opened */
} LibraryEntry;

typedef struct Library {
	Arena arena;
	ChunkVec entries;	/* of LibraryEntry */
	bool has_folder;	/* a directory was added */
	uint32_t next;		/* the first entry not looked at yet */
	LoaderOptions loading;	/* how the documents are read */
} Library;

void
library_init(Library *library);

void
library_done(Library *library);

/* How the command line says that documents are read; borrows its strings. */
LoaderOptions
library_loading(const Options *options);

/*
 * Adds a file ("-" too) as it is, or the transcripts of a directory.  Fails
 * where a directory cannot be read or holds none.  What cannot be read inside
 * one is an entry: who opens it is told why.
 */
Status
library_add(Library *library, const char *path, Err *err);

uint32_t
library_count(const Library *library);

LibraryEntry *
library_entry(const Library *library, uint32_t i);

/* Looks at titles, one document at a time. */
Progress
library_step(Library *library, Deadline deadline);

#endif
