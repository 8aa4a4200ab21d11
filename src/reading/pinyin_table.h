/*
 * Pinyin table: how Han characters are read in Mandarin.
 *
 * The build makes pinyin_table.c from Unicode's Unihan database
 * (data/pinyin.awk).  Syllables are written without tones and with v for ü, as
 * one types them; a character has as many as it is read in today.
 */
#ifndef READING_PINYIN_TABLE_H
#define READING_PINYIN_TABLE_H

#include <stdint.h>

#define PINYIN_SYLLABLE_SIZE 8	/* bytes of the longest, NUL included */
#define PINYIN_END UINT16_MAX	/* behind the last syllable of a set */

/* Sorted, so that those with the same beginning stand together. */
extern const char PINYIN_SYLLABLES[][PINYIN_SYLLABLE_SIZE];
extern const uint16_t PINYIN_N_SYLLABLES;

/* The sets of readings: numbers of syllables.  The first is empty. */
extern const uint16_t PINYIN_SETS[];
extern const uint32_t PINYIN_N_SETS;

/* Where in PINYIN_SETS the readings of a character begin, by pages of 256. */
extern const uint16_t PINYIN_POINTS[][256];
extern const uint16_t PINYIN_PAGES[];
extern const uint32_t PINYIN_N_PAGES;

/* The set of a character's readings; 0: it has none. */
static inline uint16_t
pinyin_set(uint32_t point)
{
	uint32_t page = point >> 8;

	if (page >= PINYIN_N_PAGES)
		return 0;
	return PINYIN_POINTS[PINYIN_PAGES[page]][point & 0xFF];
}

#endif
