#include "document/word_list.h"

#include <stdint.h>
#include <string.h>

/* `word` as words stand in lists; false where none can be like it. */
static bool
fold(Slice word, Word *ret)
{
	if (word.len == 0 || word.len >= WORD_BYTES ||
	    word.ptr[word.len - 1] == '\0')
		return false;
	memset(ret, 0, sizeof(*ret));
	for (size_t i = 0; i < word.len; i++) {
		char c = word.ptr[i];

		(*ret)[i] = c >= 'A' && c <= 'Z' ? (char)(c | 32) : c;
	}
	return true;
}

bool
word_list_has(Slice word, const Word *words, size_t n)
{
	Word folded;
	uint64_t start, other;

	if (!fold(word, &folded))
		return false;
	memcpy(&start, folded, sizeof(start));
	/* The first eight bytes tell most words apart. */
	for (size_t i = 0; i < n; i++) {
		memcpy(&other, words[i], sizeof(other));
		if (other == start && memcmp(words[i], folded, WORD_BYTES) == 0)
			return true;
	}
	return false;
}
