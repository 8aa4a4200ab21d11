/*
 * Two sorted tables of pairs, of a character and one of its keys, and one of
 * words.  A character is always a key of its own, so that most need no pair.
 */
#include "reading/variants.h"

#include "base/slice.h"
#include "reading/variants_table.h"
#include "text/uni.h"
#include "text/utf8.h"

#define KEYS_MAX 16		/* of a character */

/* The place of the first pair from `from` on. */
static uint32_t
find_pair(const VariantsPair *pairs, uint32_t from)
{
	uint32_t low = 0;
	uint32_t high = VARIANTS_N_PAIRS;

	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		if (pairs[middle].from < from)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* The `to` of all pairs from `from`, behind the `n` that `ret` has. */
static size_t
collect(const VariantsPair *pairs, uint32_t from, uint32_t *ret, size_t n,
	size_t max)
{
	uint32_t at = find_pair(pairs, from);

	for (; at < VARIANTS_N_PAIRS && pairs[at].from == from && n < max;
	     at++) {
		size_t i = 0;
		while (i < n && ret[i] != pairs[at].to)
			i++;
		if (i == n)
			ret[n++] = pairs[at].to;
	}
	return n;
}

static size_t
keys_of(uint32_t cp, uint32_t *ret_keys)
{
	ret_keys[0] = cp;
	return collect(VARIANTS_KEYS, cp, ret_keys, 1, KEYS_MAX);
}

size_t
variants_of(uint32_t cp, uint32_t *ret_points)
{
	size_t n = keys_of(cp, ret_points);
	size_t n_keys = n;

	for (size_t i = 0; i < n_keys; i++)
		n = collect(VARIANTS_POINTS, ret_points[i], ret_points, n,
			    VARIANTS_MAX);
	return n;
}

bool
variants_alike(uint32_t a, uint32_t b)
{
	uint32_t points[VARIANTS_MAX];
	size_t n;

	if (a == b)
		return true;
	n = variants_of(a, points);
	for (size_t i = 0; i < n; i++)
		if (points[i] == b)
			return true;
	return false;
}

/* True where the character has `key`, which is that of a word. */
static bool
has_key(uint32_t cp, uint32_t key, bool caseless)
{
	uint32_t keys[KEYS_MAX];
	size_t n;

	if (cp == key)
		return true;
	n = keys_of(cp, keys);
	if (caseless)
		key = uni_fold_point(key);
	for (size_t i = 0; i < n; i++)
		if (key == (caseless ? uni_fold_point(keys[i]) : keys[i]))
			return true;
	return false;
}

/* The characters of `points` that are the word; 0: they begin otherwise. */
static size_t
word_len(Slice word, const uint32_t *points, size_t n, bool caseless)
{
	size_t len = 0;

	while (word.len > 0) {
		uint32_t key;
		word = slice_sub(word, utf8_decode(word, &key), SIZE_MAX);
		if (len == n || !has_key(points[len++], key, caseless))
			return 0;
	}
	return len;
}

/* The place of the first word from a character, case-folded, on. */
static uint32_t
find_word(uint32_t first)
{
	uint32_t low = 0;
	uint32_t high = VARIANTS_N_WORDS;

	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		if (VARIANTS_WORDS[middle].first < first)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

size_t
variants_others(const uint32_t *points, size_t n, bool caseless,
		VariantsOther *ret, size_t max)
{
	uint32_t keys[KEYS_MAX];
	size_t n_keys = keys_of(points[0], keys);
	size_t found = 0;

	for (size_t i = 0; i < n_keys; i++) {
		uint32_t first = uni_fold_point(keys[i]);
		uint32_t at = find_word(first);
		for (; at < VARIANTS_N_WORDS && found < max &&
		       VARIANTS_WORDS[at].first == first; at++) {
			const VariantsWord *word = &VARIANTS_WORDS[at];
			size_t len = word_len(
				slice_from(VARIANTS_TEXT + word->from), points,
				n, caseless);
			if (len > 0)
				ret[found++] = (VariantsOther){
					len, VARIANTS_TEXT + word->to };
		}
	}
	return found;
}
