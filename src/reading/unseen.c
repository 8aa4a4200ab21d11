#include "reading/unseen.h"

#define BLOCK 64	/* bytes at which one may begin, looked at together */
#define LENGTH 3	/* bytes of the longest */

/*
 * True where the bytes from `p` on are one.  All is done with bytes, without
 * branches, so that the compiler takes many at a time.
 */
static inline uint8_t
begins_at(const uint8_t *p)
{
	uint8_t two = (uint8_t)(p[0] == 0xC2) & (uint8_t)(p[1] == 0xAD);
	uint8_t mark = (uint8_t)(p[0] == 0xEF) & (uint8_t)(p[1] == 0xBB) &
		       (uint8_t)(p[2] == 0xBF);
	uint8_t nth = (uint8_t)(p[1] == 0x80 ? p[2] - 0x8B : p[2] - 0xA0);
	uint8_t three = (uint8_t)(p[0] == 0xE2) &
			(uint8_t)((uint8_t)(p[1] & 0xFE) == 0x80) &
			(uint8_t)(nth <= 4);

	return two | mark | three;
}

static bool
begins_in_block(const uint8_t *p)
{
	uint8_t found = 0, bits = 0;

	/* Most of a text in Latin letters is ASCII. */
	for (size_t i = 0; i < BLOCK; i++)
		bits |= p[i];
	if (bits < 0x80)
		return false;
	for (size_t i = 0; i < BLOCK; i++)
		found |= begins_at(p + i);
	return found;
}

/* As many as are left, before the last two bytes. */
static bool
begins_in_rest(const uint8_t *p, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (((p[i] | 0x20) == 0xE2 || p[i] == 0xEF) &&
		    begins_at(p + i))
			return true;
	return false;
}

bool
unseen_in(Slice text)
{
	const uint8_t *p = (const uint8_t *)text.ptr;
	size_t n = text.len >= LENGTH ? text.len - LENGTH + 1 : 0;
	size_t i = 0;

	for (; i + BLOCK <= n; i += BLOCK)
		if (begins_in_block(p + i))
			return true;
	/* Of the last bytes, those before them again. */
	if (n >= BLOCK ? begins_in_block(p + n - BLOCK) : begins_in_rest(p, n))
		return true;
	return text.len >= 2 && p[text.len - 2] == 0xC2 &&
	       p[text.len - 1] == 0xAD;
}
