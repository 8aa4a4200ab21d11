/*
 * Variants table: what is alike, as variants.h says it.
 *
 * The build makes variants_table.c from OpenCC's dictionaries and Unicode's
 * compatibility forms (data/variants.c).
 */
#ifndef READING_VARIANTS_TABLE_H
#define READING_VARIANTS_TABLE_H

#include <stdint.h>

/* A character and another; one has the other for a key. */
typedef struct VariantsPair {
	uint32_t from;
	uint32_t to;
} VariantsPair;

/* The keys of characters, and the characters with a key, each sorted. */
extern const VariantsPair VARIANTS_KEYS[];
extern const VariantsPair VARIANTS_POINTS[];
extern const uint32_t VARIANTS_N_PAIRS;

/* A word and another for it, in Simplified, or a form and what it stands for. */
typedef struct VariantsWord {
	uint32_t first;		/* character of `from`, case-folded */
	uint16_t from;		/* where in VARIANTS_TEXT; a NUL ends it */
	uint16_t to;
} VariantsWord;

/* Sorted by `first`. */
extern const VariantsWord VARIANTS_WORDS[];
extern const uint32_t VARIANTS_N_WORDS;
extern const char VARIANTS_TEXT[];

#endif
