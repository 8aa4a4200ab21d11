#include "document/word_list.h"

#include <string.h>

#include "base/eight.h"

/* `word` as words stand in lists; false where none can be like it. */
static bool
fold(Slice word, Word *ret)
{
	uint64_t eight;

	if (word.len == 0 || word.len >= WORD_BYTES ||
	    word.ptr[word.len - 1] == '\0')
		return false;
	memset(ret, 0, sizeof(*ret));
	memcpy(ret, word.ptr, word.len);
	for (size_t i = 0; i < word.len; i += sizeof(eight)) {
		eight = eight_at(*ret + i);
		eight |= eight_between(eight, 'A', 'Z') >> 2;
		memcpy(*ret + i, &eight, sizeof(eight));
	}
	return true;
}

bool
word_list_has(Slice word, const Word *words, size_t n)
{
	Word folded;
	uint64_t start;

	if (!fold(word, &folded))
		return false;
	start = eight_at(folded);
	/* The first eight bytes tell most words apart. */
	for (size_t i = 0; i < n; i++)
		if (eight_at(words[i]) == start &&
		    memcmp(words[i], folded, WORD_BYTES) == 0)
			return true;
	return false;
}
