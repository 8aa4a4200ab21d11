#include "reading/sorted.h"

#include <assert.h>
#include <string.h>

#include "base/mem.h"

#ifdef FANGTAN_TINY
#define BLOCK_MAX 3
#else
#define BLOCK_MAX 512		/* entries */
#endif

typedef struct SortedBlock {
	SortedEntry *entries;	/* of BLOCK_MAX */
	uint32_t n;
} SortedBlock;

void
sorted_init(Sorted *sorted)
{
	*sorted = (Sorted){ .n_blocks = 0 };
}

void
sorted_done(Sorted *sorted)
{
	for (size_t i = 0; i < sorted->n_blocks; i++)
		mem_free(sorted->blocks[i].entries);
	mem_free(sorted->blocks);
}

void
sorted_clear(Sorted *sorted)
{
	sorted_done(sorted);
	sorted_init(sorted);
}

static int
compare(const SortedEntry *a, const SortedEntry *b)
{
	int keys = memcmp(a->key, b->key, SORTED_KEY);

	if (keys != 0)
		return keys;
	if (a->match.para != b->match.para)
		return a->match.para < b->match.para ? -1 : 1;
	if (a->match.start != b->match.start)
		return a->match.start < b->match.start ? -1 : 1;
	return 0;
}

/* The entries of a block that stand before `entry`. */
static uint32_t
place_in(const SortedBlock *block, const SortedEntry *entry)
{
	uint32_t low = 0;
	uint32_t high = block->n;

	while (low < high) {
		uint32_t middle = low + (high - low) / 2;

		if (compare(&block->entries[middle], entry) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* The first block whose last entry is not before `entry`, or the last one. */
static size_t
block_for(const Sorted *sorted, const SortedEntry *entry)
{
	size_t low = 0;
	size_t high = sorted->n_blocks - 1;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		const SortedBlock *block = &sorted->blocks[middle];

		if (compare(&block->entries[block->n - 1], entry) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* A new block, which is empty, as number `at`. */
static SortedBlock *
add_block(Sorted *sorted, size_t at)
{
	if (sorted->n_blocks == sorted->room) {
		sorted->room = sorted->room ? sorted->room * 2 : 8;
		sorted->blocks = mem_realloc_array(sorted->blocks,
						   sorted->room,
						   sizeof(*sorted->blocks));
	}
	memmove(&sorted->blocks[at + 1], &sorted->blocks[at],
		(sorted->n_blocks - at) * sizeof(*sorted->blocks));
	sorted->n_blocks++;
	sorted->blocks[at] = (SortedBlock){
		.entries = mem_realloc_array(NULL, BLOCK_MAX,
					     sizeof(SortedEntry)),
	};
	return &sorted->blocks[at];
}

/*
 * Makes room in a full block for an entry behind `place` others, by moving
 * those behind the middle; where it would be the last one they stay, so that
 * what comes in order fills the blocks.
 */
static void
split(Sorted *sorted, size_t at, uint32_t place)
{
	SortedBlock *behind = add_block(sorted, at + 1);
	SortedBlock *block = &sorted->blocks[at];
	uint32_t keep = place == block->n ? place : block->n / 2;

	behind->n = block->n - keep;
	memcpy(behind->entries, block->entries + keep,
	       behind->n * sizeof(*behind->entries));
	block->n = keep;
}

void
sorted_insert(Sorted *sorted, const SortedEntry *entry)
{
	SortedBlock *block;
	uint32_t place;
	size_t at = 0;

	if (sorted->n_blocks == 0)
		add_block(sorted, 0);
	at = block_for(sorted, entry);
	block = &sorted->blocks[at];
	place = place_in(block, entry);
	if (block->n == BLOCK_MAX) {
		split(sorted, at, place);
		block = &sorted->blocks[at];
		if (place > block->n || block->n == BLOCK_MAX) {
			place -= block->n;
			block++;
		}
	}
	memmove(&block->entries[place + 1], &block->entries[place],
		(block->n - place) * sizeof(*entry));
	block->entries[place] = *entry;
	block->n++;
	sorted->count++;
}

const SortedEntry *
sorted_at(const Sorted *sorted, uint32_t i)
{
	const SortedBlock *block = sorted->blocks;

	assert(i < sorted->count);
	for (; i >= block->n; block++)
		i -= block->n;
	return &block->entries[i];
}

uint32_t
sorted_find(const Sorted *sorted, const SortedEntry *entry)
{
	uint32_t before = 0;
	uint32_t place;
	size_t at;

	if (sorted->count == 0)
		return DOC_NONE;
	at = block_for(sorted, entry);
	place = place_in(&sorted->blocks[at], entry);
	if (place == sorted->blocks[at].n
	    || compare(&sorted->blocks[at].entries[place], entry) != 0)
		return DOC_NONE;
	for (size_t i = 0; i < at; i++)
		before += sorted->blocks[i].n;
	return before + place;
}
