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

/* Its first eight bytes, in small letters, as a number that can be compared. */
static inline uint64_t
head_of(Slice word)
{
	uint64_t head = eight_head(word.ptr, word.len);

	return eight_ordered(head | eight_between(head, 'A', 'Z') >> 2);
}

bool
word_list_has(Slice word, const Word *words, size_t n)
{
	size_t low = 0, high = n;
	uint64_t head;

	if (word.len == 0 || word.len >= WORD_BYTES)
		return false;
	head = head_of(word);
	while (low < high) {
		size_t middle = (low + high) / 2;

		if (eight_ordered(eight_at(words[middle])) < head)
			low = middle + 1;
		else
			high = middle;
	}
	/* The first eight bytes tell most words apart. */
	for (; low < n && eight_ordered(eight_at(words[low])) == head; low++)
		if (is_word(word, words[low]))
			return true;
	return false;
}

/* The code point of the character at `p`. */
static inline uint32_t
point_at(const char *p)
{
	return ((unsigned char)p[0] & 0x0Fu) << 12 |
	       ((unsigned char)p[1] & 0x3Fu) << 6 |
	       ((unsigned char)p[2] & 0x3Fu);
}

bool
char_list_has(uint32_t cp, const char *chars, size_t len)
{
	size_t low = 0, high = len / 3;

	while (low < high) {
		size_t middle = (low + high) / 2;

		if (point_at(chars + 3 * middle) < cp)
			low = middle + 1;
		else
			high = middle;
	}
	return 3 * low < len && point_at(chars + 3 * low) == cp;
}
