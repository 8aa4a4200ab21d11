/*
 * Script map: which bytes of a converted text stand for which of the text that
 * was converted (here: the plain one).
 *
 * A converter gives strings for strings.  The two are laid beside each other:
 * characters that are the same, or each other's form in the other script, are
 * pairs; so are, between pairs, as many for as many.  What became longer or
 * shorter is a phrase that was exchanged as a whole.
 *
 * Invariant: the runs cover both texts in order, and none is empty on one
 * side.  Both directions are monotone and total.  O(bytes) to build, O(log n)
 * and the length of a phrase to ask.
 */
#ifndef TEXT_SCRIPT_MAP_H
#define TEXT_SCRIPT_MAP_H

#include <stdbool.h>
#include <stdint.h>

#include "base/slice.h"
#include "base/vec.h"

typedef struct ScriptRun {
	uint32_t text;		/* where it begins in the converted text */
	uint32_t plain;		/* and in the plain one */
	uint32_t text_len;
	uint32_t plain_len : 31;
	uint32_t phrase : 1;	/* exchanged whole; else byte for byte */
} ScriptRun;

typedef struct ScriptMap {
	Slice plain;		/* borrowed, as is the next */
	Slice text;
	const ScriptRun *runs;
	uint32_t n_runs;
} ScriptMap;

/* The form of one character in the other script, or itself. */
typedef struct ScriptPairs {
	uint32_t (*form)(void *ctx, uint32_t cp);
	void *ctx;
} ScriptPairs;

/*
 * Appends to `runs` those of `plain` (not empty) and what it was converted to
 * (not empty), which begin where the runs so far end.
 */
void
script_map_add(Buf *runs, Slice plain, Slice text, const ScriptPairs *pairs);

/*
 * The plain byte of a byte of the text.  Bytes at which characters begin have
 * plain bytes of their own, in a phrase that grew too: there they may be
 * inside of a character.
 */
uint32_t
script_map_to_plain(const ScriptMap *map, uint32_t byte);

/* The byte of the text, the first of a character, for any plain one. */
uint32_t
script_map_from_plain(const ScriptMap *map, uint32_t byte);

/*
 * The stretch of the text that shows a stretch of the plain one: phrases that
 * it touches whole.
 */
void
script_map_stretch(const ScriptMap *map, uint32_t *start, uint32_t *len);

#endif
