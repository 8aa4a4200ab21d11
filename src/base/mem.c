/*
 * Owns the hook that runs before the program dies for want of memory: the
 * only mutable state of this floor.
 *
 * An arena is a list of blocks.  The newest gives out memory from its front;
 * what is too large for a block of its own size gets one behind the newest.
 */
#include "base/mem.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Bytes that a block of an arena gives out, at first and at most. */
#ifdef FANGTAN_TINY
#define BLOCK_FIRST 64
#define BLOCK_MOST 128
#else
#define BLOCK_FIRST ((size_t)512)
#define BLOCK_MOST ((size_t)64 * 1024)
#endif

typedef struct ArenaBlock {
	struct ArenaBlock *next;
	size_t size; /* bytes of `bytes` */
	size_t used;
	alignas(max_align_t) char bytes[];
} ArenaBlock;

static void (*exhausted_hook)(void);

static _Noreturn void
mem_exhausted(void)
{
	const char message[] = "fangtan: out of memory\n";
	ssize_t written;

	if (exhausted_hook)
		exhausted_hook();
	written = write(STDERR_FILENO, message, sizeof(message) - 1);
	(void)written;
	_exit(2);
}

void *
mem_alloc(size_t size)
{
	void *ptr = malloc(size ? size : 1);

	if (!ptr)
		mem_exhausted();
	return ptr;
}

void *
mem_zalloc(size_t size)
{
	void *ptr = calloc(1, size ? size : 1);

	if (!ptr)
		mem_exhausted();
	return ptr;
}

void *
mem_realloc(void *ptr, size_t size)
{
	void *moved = realloc(ptr, size ? size : 1);

	if (!moved)
		mem_exhausted();
	return moved;
}

void *
mem_realloc_array(void *ptr, size_t count, size_t size)
{
	if (size && count > SIZE_MAX / size)
		mem_exhausted();
	return mem_realloc(ptr, count * size);
}

char *
mem_strdup_slice(Slice s)
{
	char *copy;

	if (s.len == SIZE_MAX)
		mem_exhausted();
	copy = mem_alloc(s.len + 1);
	if (s.len)
		memcpy(copy, s.ptr, s.len);
	copy[s.len] = '\0';
	return copy;
}

void
mem_free(void *ptr)
{
	free(ptr);
}

void
mem_set_exhausted_hook(void (*hook)(void))
{
	exhausted_hook = hook;
}

void
arena_init(Arena *arena)
{
	*arena = (Arena){ NULL, 0 };
}

static void
blocks_free(ArenaBlock *block)
{
	ArenaBlock *next;

	for (; block; block = next) {
		next = block->next;
		mem_free(block);
	}
}

void
arena_done(Arena *arena)
{
	blocks_free(arena->blocks);
	arena_init(arena);
}

void
arena_clear(Arena *arena)
{
	if (arena->blocks) {
		blocks_free(arena->blocks->next);
		arena->blocks->next = NULL;
		arena->blocks->used = 0;
	}
	arena->bytes = 0;
}

size_t
arena_room(const Arena *arena)
{
	size_t room = 0;

	for (ArenaBlock *block = arena->blocks; block; block = block->next)
		room += sizeof(*block) + block->size;
	return room;
}

static ArenaBlock *
block_new(size_t size)
{
	ArenaBlock *block;

	if (size > SIZE_MAX - sizeof(*block))
		mem_exhausted();
	block = mem_alloc(sizeof(*block) + size);
	block->next = NULL;
	block->size = size;
	block->used = 0;
	return block;
}

/* A block with room for `size` bytes; the newest again, where it is new. */
static ArenaBlock *
block_add(Arena *arena, size_t size)
{
	ArenaBlock *newest = arena->blocks;
	size_t usual = BLOCK_FIRST;
	ArenaBlock *block;

	if (newest)
		usual = newest->size >= BLOCK_MOST / 2 ? BLOCK_MOST
						       : newest->size * 2;
	if (newest && size > usual / 4) {
		block = block_new(size);
		block->next = newest->next;
		newest->next = block;
		return block;
	}
	block = block_new(size > usual ? size : usual);
	block->next = newest;
	arena->blocks = block;
	return block;
}

static char *
arena_take(Arena *arena, size_t size, size_t align)
{
	ArenaBlock *block = arena->blocks;
	size_t start = 0;
	char *ptr;

	if (block)
		start = (block->used + align - 1) & ~(align - 1);
	if (!block || start > block->size || size > block->size - start) {
		block = block_add(arena, size);
		start = 0;
	}
	ptr = block->bytes + start;
	block->used = start + size;
	arena->bytes += size;
	return ptr;
}

void *
arena_alloc(Arena *arena, size_t size)
{
	return memset(arena_take(arena, size, alignof(max_align_t)), 0, size);
}

Slice
arena_copy(Arena *arena, Slice s)
{
	char *copy;

	if (s.len == SIZE_MAX)
		mem_exhausted();
	copy = arena_take(arena, s.len + 1, 1);
	if (s.len)
		memcpy(copy, s.ptr, s.len);
	copy[s.len] = '\0';
	return (Slice){ copy, s.len };
}
