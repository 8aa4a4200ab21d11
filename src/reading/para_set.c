#include "reading/para_set.h"

#include "base/mem.h"

#define WORD_BITS 64u

void
para_set_done(ParaSet *set)
{
	mem_free(set->bits);
	*set = (ParaSet){ .bits = NULL };
}

/* Room for at least `n` words, the new ones empty. */
static void
grow(ParaSet *set, uint32_t n)
{
	if (n <= set->n_words)
		return;
	if (n < set->n_words + set->n_words / 2)
		n = set->n_words + set->n_words / 2;
	set->bits = mem_realloc_array(set->bits, n, sizeof(*set->bits));
	while (set->n_words < n)
		set->bits[set->n_words++] = 0;
}

/* The bits of a word from `first` to before `end`, which are not the same. */
static uint64_t
mask_of(uint32_t first, uint32_t end)
{
	return (UINT64_MAX >> (WORD_BITS - (end - first))) << first;
}

bool
para_set_add(ParaSet *set, ParaId from, ParaId end)
{
	uint64_t added = 0;

	if (from >= end)
		return false;
	grow(set, (end - 1) / WORD_BITS + 1);
	while (from < end) {
		uint32_t word = from / WORD_BITS, first = from % WORD_BITS;
		uint32_t left = end - from;
		uint32_t to = left < WORD_BITS - first ? first + left
						       : WORD_BITS;
		uint64_t mask = mask_of(first, to);

		added |= mask & ~set->bits[word];
		set->bits[word] |= mask;
		from += to - first;
	}
	return added != 0;
}

bool
para_set_has(const ParaSet *set, ParaId id)
{
	uint32_t word = id / WORD_BITS;

	return word < set->n_words &&
	       (set->bits[word] >> (id % WORD_BITS) & 1);
}

ParaId
para_set_next(const ParaSet *set, ParaId id)
{
	for (uint32_t word = id / WORD_BITS; word < set->n_words; word++) {
		uint64_t bits = set->bits[word];

		if (word == id / WORD_BITS)
			bits &= UINT64_MAX << (id % WORD_BITS);
		if (bits)
			return word * WORD_BITS
				+ (uint32_t)__builtin_ctzll(bits);
	}
	return DOC_NONE;
}

ParaId
para_set_prev(const ParaSet *set, ParaId id)
{
	uint32_t n = id / WORD_BITS + 1;

	if (n > set->n_words)
		n = set->n_words;
	while (n-- > 0) {
		uint64_t bits = set->bits[n];

		if (n == id / WORD_BITS)
			bits &= mask_of(0, id % WORD_BITS + 1);
		if (bits)
			return n * WORD_BITS + WORD_BITS - 1
				- (uint32_t)__builtin_clzll(bits);
	}
	return DOC_NONE;
}
