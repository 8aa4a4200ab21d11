/*
 * Pinyin: Han text found by how it is pronounced.
 *
 * What is typed is a run of syllables (`rengongzhineng`), of initials
 * (`rgzn`), or both; tones, as marks or digits, are taken and ignored; ü is ü,
 * v or u:.  A blank or an apostrophe ends a syllable.
 *
 * Letters that can be read as whole syllables are, in every way that is
 * possible (xian: 先, 西安); otherwise each letter may also be the initial of a
 * character, but never where it would go on with the syllable beside it.
 * A last syllable need not be finished.
 *
 * Each character of the text is one syllable under any of its readings; what
 * stands between two Han characters keeps them apart.  Latin letters match
 * themselves, as whole words; every other character matches itself.
 */
#ifndef READING_PINYIN_H
#define READING_PINYIN_H

#include "base/err.h"
#include "base/slice.h"
#include "reading/pattern.h"
#include "reading/places.h"

#define PINYIN_MAX 128		/* characters that may be typed */

typedef struct Pinyin Pinyin;

/* NULL with `err` set where it is too long; `source` is valid UTF-8. */
Pinyin *
pinyin_new(Slice source, Err *err);

void
pinyin_free(Pinyin *pinyin);

/*
 * What may be in the places of a match: for mem_free(); NULL where nothing
 * matches.
 */
Places *
pinyin_places(const Pinyin *pinyin);

/*
 * As pattern_find(): the first match from `from` on, and of those that begin
 * there the longest.  Cost: O(bytes), for most texts a few ns a character.
 */
PatternResult
pinyin_find(Pinyin *pinyin, Slice text, size_t from, size_t *ret_start,
	    size_t *ret_len);

#endif
