/*
 * Allocation that cannot fail, and arenas.
 *
 * When memory is exhausted the hook that was set by mem_set_exhausted_hook()
 * runs (it restores the terminal), a message goes to standard error and the
 * program exits with status 2.  Nobody checks for NULL.
 */
#ifndef BASE_MEM_H
#define BASE_MEM_H

#include <stddef.h>

#include "base/slice.h"

/* Uninitialised; `size` 0 gives a valid pointer too. */
void *
mem_alloc(size_t size);

/* Zeroed. */
void *
mem_zalloc(size_t size);

void *
mem_realloc(void *ptr, size_t size);

/* Room for `count` items of `size` bytes; an overflow is exhaustion. */
void *
mem_realloc_array(void *ptr, size_t count, size_t size);

/* A NUL-terminated copy; the caller frees it with mem_free(). */
char *
mem_strdup_slice(Slice s);

void
mem_free(void *ptr);

void
mem_set_exhausted_hook(void (*hook)(void));

/*
 * An arena: many small things with one end.  What it gives out never moves
 * and lives until arena_done() or arena_clear().
 */
typedef struct Arena {
	struct ArenaBlock *blocks;	/* newest first */
	size_t bytes;			/* handed out so far */
} Arena;

void
arena_init(Arena *arena);

void
arena_done(Arena *arena);

/* Forgets all that was handed out; keeps one block for reuse. */
void
arena_clear(Arena *arena);

/* The bytes that it takes, those of room to spare included. */
size_t
arena_room(const Arena *arena);

/* Zeroed, aligned for any type. */
void *
arena_alloc(Arena *arena, size_t size);

/* A copy of `s`, NUL-terminated behind its length. */
Slice
arena_copy(Arena *arena, Slice s);

#endif
