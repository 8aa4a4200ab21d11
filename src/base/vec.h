/*
 * Two growing containers.
 *
 * ChunkVec: records of one size, appended and never moved, so that a pointer
 * to a record stays valid while more are appended.  Cost: O(1) for each
 * operation; the memory beyond the records is at most one chunk.  The first
 * chunk is small and each doubles the one before up to VEC_CHUNK records.
 *
 * Buf: bytes in one block with a stated maximum, for what outside data can
 * make grow.
 */
#ifndef BASE_VEC_H
#define BASE_VEC_H

#include <assert.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/slice.h"

/* Records in one chunk, and in the first; powers of two. */
#ifdef FANGTAN_TINY
#define VEC_CHUNK 4
#else
#define VEC_CHUNK 16
#endif
#define VEC_FIRST (VEC_CHUNK / 4)

typedef struct ChunkVec {
	char **chunks;
	size_t n_chunks;
	size_t count;		/* records */
	size_t item_size;	/* bytes of one record */
} ChunkVec;

void
vec_init(ChunkVec *vec, size_t item_size);

void
vec_done(ChunkVec *vec);

/* Forgets all records. */
void
vec_clear(ChunkVec *vec);

/* Drops the last record; there must be one. */
void
vec_pop(ChunkVec *vec);

/* The chunk of record `i`, and its place there. */
static inline size_t
vec_chunk_of(size_t i, size_t *ret_at)
{
	size_t shifted = i + VEC_FIRST;

	if (shifted >= VEC_CHUNK) {
		*ret_at = shifted % VEC_CHUNK;
		return shifted / VEC_CHUNK + 1;
	}
	if (shifted < 2 * VEC_FIRST) {
		*ret_at = i;
		return 0;
	}
	*ret_at = shifted - 2 * VEC_FIRST;
	return 1;
}

/* Record `i`, which must exist.  To be inlined: every record is reached so. */
static inline void *
vec_at(const ChunkVec *vec, size_t i)
{
	size_t at, chunk = vec_chunk_of(i, &at);

	assert(i < vec->count);
	return vec->chunks[chunk] + at * vec->item_size;
}

/* Appends the first record of a new chunk; only for vec_push(). */
void *
vec_push_chunk(ChunkVec *vec);

/* Appends a zeroed record and returns it. */
static inline void *
vec_push(ChunkVec *vec)
{
	size_t at, chunk = vec_chunk_of(vec->count, &at);

	if (chunk == vec->n_chunks)
		return vec_push_chunk(vec);
	vec->count++;
	return vec->chunks[chunk] + at * vec->item_size;
}

/* The bytes that it takes, those of room to spare included. */
size_t
vec_bytes(const ChunkVec *vec);

typedef struct Buf {
	char *ptr;
	size_t len;
	size_t cap;
	size_t max;	/* bytes; an append beyond it is refused whole */
} Buf;

void
buf_init(Buf *buf, size_t max);

void
buf_done(Buf *buf);

void
buf_clear(Buf *buf);

/* False where the maximum would be passed; then nothing was appended. */
bool
buf_append(Buf *buf, Slice s);

bool
buf_append_char(Buf *buf, char c);

/* printf into the buffer. */
bool
buf_appendf(Buf *buf, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

/* The bytes so far; valid until the next change. */
Slice
buf_slice(const Buf *buf);

#endif
