/*
 * Eight: eight bytes of text at once, in one word.
 */
#ifndef BASE_EIGHT_H
#define BASE_EIGHT_H

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
