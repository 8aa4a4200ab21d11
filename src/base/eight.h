/*
 * Eight: eight bytes of text at once, in one word.
 */
#ifndef BASE_EIGHT_H
#define BASE_EIGHT_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* Eight bytes that are all `c`. */
#define EIGHT_OF(c) (0x0101010101010101u * (c))

/* The bytes at `p`, in the order of the machine. */
static inline uint64_t
eight_at(const char *p)
{
	uint64_t eight;

	memcpy(&eight, p, sizeof(eight));
	return eight;
}

#if defined(__BYTE_ORDER__) && defined(__ORDER_LITTLE_ENDIAN__) && \
	__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
/* One to seven bytes: put together in a register, for nothing to wait for. */
static inline uint64_t
eight_part(const char *p, size_t len)
{
	const unsigned char *c = (const unsigned char *)p;
	uint32_t first, last;

	if (len < sizeof(first))
		return c[0] | (uint64_t)c[len / 2] << 8 * (len / 2) |
		       (uint64_t)c[len - 1] << 8 * (len - 1);
	memcpy(&first, p, sizeof(first));
	memcpy(&last, p + len - sizeof(last), sizeof(last));
	return first | (uint64_t)last << 8 * (len - sizeof(last));
}

/* As a number that is less where the bytes come before others. */
static inline uint64_t
eight_ordered(uint64_t eight)
{
	return __builtin_bswap64(eight);
}
#else
static inline uint64_t
eight_part(const char *p, size_t len)
{
	uint64_t eight = 0;

	memcpy(&eight, p, len);
	return eight;
}

static inline uint64_t
eight_ordered(uint64_t eight)
{
	return eight;
}
#endif

/* The first eight of `len` bytes, of less with zeros behind them. */
static inline uint64_t
eight_head(const char *p, size_t len)
{
	if (len >= sizeof(uint64_t))
		return eight_at(p);
	return len == 0 ? 0 : eight_part(p, len);
}

/* The highest bit of each byte that is ASCII from `first` to `last`. */
static inline uint64_t
eight_between(uint64_t eight, char first, char last)
{
	uint64_t low = eight & EIGHT_OF(0x7F);
	uint64_t from = low + EIGHT_OF(0x80u - (unsigned)first);
	uint64_t behind = low + EIGHT_OF(0x7Fu - (unsigned)last);

	return from & ~behind & ~eight & EIGHT_OF(0x80u);
}

#endif
