#include "document/word_list.h"

#include <string.h>

#include "text/utf8.h"

#define SMALL_PAIR 0x2020u /* the bit of small letters in two bytes */

/* The same word but for the case of ASCII letters. */
static inline bool
is_word(Slice word, const char *other)
{
	for (size_t i = 0; i < word.len; i++) {
		char a = word.ptr[i], b = other[i];

		if (b == '\0')
			return false;
		if (a != b && ((a ^ b) != 32 || (a | 32) < 'a' ||
			       (a | 32) > 'z'))
			return false;
	}
	return other[word.len] == '\0';
}

bool
word_list_has(Slice word, const char *const *words, size_t n)
{
	uint16_t start = 0, other;

	if (word.len == 0)
		return false;
	memcpy(&start, word.ptr, word.len > 1 ? 2 : 1);
	start |= SMALL_PAIR;
	/* The first two bytes tell most words apart, of which none is empty. */
	for (size_t i = 0; i < n; i++) {
		memcpy(&other, words[i], sizeof(other));
		if ((other | SMALL_PAIR) == start && is_word(word, words[i]))
			return true;
	}
	return false;
}
