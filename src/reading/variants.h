/*
 * Variants: the characters and words that are taken for the same when one
 * searches.
 *
 * A character has keys, and two are alike where they share one: a Traditional,
 * Taiwan, Hong Kong or Japanese form has the Simplified one (發, 髮, 発, 髪: 发),
 * one that stands for several (Japanese 弁) each of theirs without making those
 * alike, a full-width or compatibility form its plain one, a quotation mark
 * whether it opens or closes, `"` both.
 *
 * A word has others in its place: that of another region (软件: 軟體), and what
 * a compatibility form of several characters stands for (㎏: kg) has that form,
 * as has a letter with its mark behind it that of both in one character (é).
 *
 * Looks into tables that the build makes (variants_table.h); owns nothing.
 */
#ifndef READING_VARIANTS_H
#define READING_VARIANTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define VARIANTS_MAX 64		/* of a character */
#define VARIANTS_WORD_SIZE 96	/* bytes of the longest word, NUL included */

/* The characters like `cp`, itself the first; at most VARIANTS_MAX. */
size_t
variants_of(uint32_t cp, uint32_t *ret_points);

bool
variants_alike(uint32_t a, uint32_t b);

/* A beginning of some text, and another word for it. */
typedef struct VariantsOther {
	size_t len;		/* characters of the text */
	const char *word;	/* UTF-8 */
} VariantsOther;

/*
 * The other words for what `points` begin with, in characters that are alike,
 * or (`caseless`) differ in case alone; their number, at most `max`.
 */
size_t
variants_others(const uint32_t *points, size_t n, bool caseless,
		VariantsOther *ret, size_t max);

#endif
