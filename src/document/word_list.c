#include "document/word_list.h"

#include "base/eight.h"

/* The same word but for the case of ASCII letters. */
static bool
is_word(Slice word, const Word other)
{
	for (size_t i = 0; i < word.len; i++) {
		char a = word.ptr[i], b = other[i];

		if (b == '\0')
			return false;
		if (a != b && ((a ^ b) != 32 || b < 'a' || b > 'z'))
			return false;
	}
	return other[word.len] == '\0';
}

bool
word_list_has(Slice word, const Word *words, size_t n)
{
	uint64_t start;

	if (word.len == 0 || word.len >= WORD_BYTES)
		return false;
	start = eight_head(word.ptr, word.len);
	start |= eight_between(start, 'A', 'Z') >> 2;
	/* The first eight bytes tell most words apart. */
	for (size_t i = 0; i < n; i++)
		if (eight_at(words[i]) == start && is_word(word, words[i]))
			return true;
	return false;
}
