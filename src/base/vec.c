#include "base/vec.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/mem.h"

#define BUF_FIRST 64 /* bytes of the first block of a Buf */

static_assert((VEC_CHUNK & (VEC_CHUNK - 1)) == 0, "VEC_CHUNK: a power of two");

void
vec_init(ChunkVec *vec, size_t item_size)
{
	assert(item_size > 0);
	*vec = (ChunkVec){ .item_size = item_size };
}

void
vec_done(ChunkVec *vec)
{
	vec_clear(vec);
	mem_free(vec->chunks);
	vec_init(vec, vec->item_size);
}

/* Keeps the first `n_chunks` chunks. */
static void
vec_trim(ChunkVec *vec, size_t n_chunks)
{
	while (vec->n_chunks > n_chunks)
		mem_free(vec->chunks[--vec->n_chunks]);
}

void
vec_clear(ChunkVec *vec)
{
	vec_trim(vec, 0);
	vec->count = 0;
}

/* Chunks 0 and 1 are smaller than the others. */
static size_t
chunk_size(size_t chunk)
{
	return chunk < 2 ? VEC_FIRST << chunk : VEC_CHUNK;
}

/* The table of chunks holds the next power of two of n_chunks at least. */
static void
vec_add_chunk(ChunkVec *vec)
{
	size_t n = vec->n_chunks;

	if ((n & (n - 1)) == 0)
		vec->chunks = mem_realloc_array(vec->chunks, n ? n * 2 : 1,
						sizeof(*vec->chunks));
	vec->chunks[n] = mem_zalloc(chunk_size(n) * vec->item_size);
	vec->n_chunks = n + 1;
}

/* The records that its chunks hold. */
static size_t
vec_room(const ChunkVec *vec)
{
	size_t n = vec->n_chunks;

	if (n <= 2)
		return n * (n + 1) / 2 * VEC_FIRST;
	return (n - 1) * VEC_CHUNK - VEC_FIRST;
}

void *
vec_push_chunk(ChunkVec *vec)
{
	vec_add_chunk(vec);
	vec->count++;
	return vec->chunks[vec->n_chunks - 1];
}

void
vec_pop(ChunkVec *vec)
{
	size_t at;

	assert(vec->count > 0);
	memset(vec_at(vec, vec->count - 1), 0, vec->item_size);
	vec->count--;
	vec_trim(vec, vec_chunk_of(vec->count, &at) + 1);
}

size_t
vec_bytes(const ChunkVec *vec)
{
	size_t table = 1;

	while (table < vec->n_chunks)
		table *= 2;
	return vec_room(vec) * vec->item_size +
	       (vec->n_chunks > 0 ? table * sizeof(*vec->chunks) : 0);
}

void
buf_init(Buf *buf, size_t max)
{
	*buf = (Buf){ .max = max };
}

void
buf_done(Buf *buf)
{
	mem_free(buf->ptr);
	buf_init(buf, buf->max);
}

void
buf_clear(Buf *buf)
{
	buf->len = 0;
}

/* Room for `extra` bytes and for the NUL that vsnprintf() writes. */
static bool
buf_reserve(Buf *buf, size_t extra)
{
	size_t need, cap;

	if (extra > buf->max - buf->len)
		return false;
	need = buf->len + extra;
	if (buf->ptr && need <= buf->cap)
		return true;
	cap = buf->cap < BUF_FIRST / 2 ? BUF_FIRST : buf->cap * 2;
	if (cap > buf->max)
		cap = buf->max;
	if (cap < need)
		cap = need;
	buf->ptr = mem_realloc(buf->ptr, cap + 1);
	buf->cap = cap;
	return true;
}

bool
buf_append(Buf *buf, Slice s)
{
	if (!buf_reserve(buf, s.len))
		return false;
	if (s.len)
		memcpy(buf->ptr + buf->len, s.ptr, s.len);
	buf->len += s.len;
	return true;
}

bool
buf_append_char(Buf *buf, char c)
{
	return buf_append(buf, (Slice){ &c, 1 });
}

bool
buf_appendf(Buf *buf, const char *format, ...)
{
	va_list args;
	int n;

	va_start(args, format);
	n = vsnprintf(NULL, 0, format, args);
	va_end(args);
	if (n < 0 || !buf_reserve(buf, (size_t)n))
		return false;
	va_start(args, format);
	vsnprintf(buf->ptr + buf->len, (size_t)n + 1, format, args);
	va_end(args);
	buf->len += (size_t)n;
	return true;
}

Slice
buf_slice(const Buf *buf)
{
	return (Slice){ buf->ptr ? buf->ptr : "", buf->len };
}
