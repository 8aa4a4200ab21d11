/*
 * Line breaks as Chinese and Japanese have them, beyond UAX #14.
 *
 * UAX #14 (uni.h) says where a line may break; this module takes away from
 * that, and adds to it, what W3C's clreq and jlreq and GB/T 15834 ask: marks
 * that begin or end no line, dashes and dots that stay whole, and curly quotes
 * that open and close beside Han text but are as UAX #14 has them beside Latin
 * words.  White space at which a line ends hangs, so that it neither begins a
 * line nor ends one: what stands before and behind it counts.
 *
 * Pure: looks at a few characters on both sides of a position, which stands
 * between grapheme clusters.  Cost: O(1).
 */
#ifndef TEXT_LINEBREAK_H
#define TEXT_LINEBREAK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/slice.h"

/* A mark that begins no line: `。`, `」`, `…`, `ー`, a small kana. */
bool
linebreak_is_closing(uint32_t cp);

/*
 * True where a line that begins at `pos` would begin with a mark that must
 * not, end before it with one that must not, or cut a dash in two.  Where a
 * word must be cut, it is cut elsewhere.
 */
bool
linebreak_is_bad(Slice text, size_t pos);

/* A stop or comma that may hang behind the end of a full line. */
bool
linebreak_may_hang(uint32_t cp);

/*
 * True where at `pos` a letter or digit and a Han character meet, so that a
 * space between them may be shown that the text does not have.
 */
bool
linebreak_wants_space(Slice text, size_t pos);

/* False where UAX #14 lets a line break at `pos`, and it should not. */
bool
linebreak_keeps(Slice text, size_t pos);

/* True where UAX #14 keeps a quote and its neighbour together needlessly. */
bool
linebreak_adds(Slice text, size_t pos);

#endif
