#include "document/letters.h"

#include <stdint.h>

#include "base/eight.h"
#include "base/items.h"
#include "text/uni.h"
#include "text/utf8.h"

#define SAMPLE 256	/* bytes that are looked at */
#define LEAD 48		/* bytes of one script that decide */
#define KANA_SHARE 8	/* of what is Japanese, at least one in so many */

/* In their order. */
static const struct {
	uint32_t first, last;
	Letters letters;
} RANGES[] = {
	{ 0x00C0, 0x024F, LETTERS_LATIN },
	{ 0x0250, 0x03FF, LETTERS_OTHER },
	{ 0x0400, 0x052F, LETTERS_CYRILLIC },
	{ 0x0530, 0x10FF, LETTERS_OTHER },
	{ 0x1100, 0x11FF, LETTERS_HANGUL },
	{ 0x1200, 0x1DFF, LETTERS_OTHER },
	{ 0x1E00, 0x1EFF, LETTERS_LATIN },
	{ 0x3040, 0x30FF, LETTERS_KANA },
	{ 0x3100, 0x312F, LETTERS_HAN },
	{ 0x3130, 0x318F, LETTERS_HANGUL },
	{ 0x3400, 0x9FFF, LETTERS_HAN },
	{ 0xAC00, 0xD7AF, LETTERS_HANGUL },
	{ 0xF900, 0xFAFF, LETTERS_HAN },
	{ 0x20000, 0x323AF, LETTERS_HAN },
};

/* Of a code point beyond ASCII. */
static Letters
letters_of_point(uint32_t cp)
{
	size_t low = 0, high = N_ITEMS(RANGES);

	/* Most punctuation stands in two gaps. */
	if (cp - 0x1F00u < 0x3040 - 0x1F00 || cp - 0xFB00u < 0x20000 - 0xFB00)
		return LETTERS_NONE;
	while (low < high) {
		size_t middle = (low + high) / 2;

		if (cp > RANGES[middle].last)
			low = middle + 1;
		else if (cp < RANGES[middle].first)
			high = middle;
		else
			return RANGES[middle].letters;
	}
	return LETTERS_NONE;
}

/* How many of eight bytes of ASCII are letters. */
static inline size_t
count_eight(uint64_t eight)
{
	uint64_t letters = eight_between(eight | EIGHT_OF(0x20u), 'a', 'z') >> 7;

	return letters * EIGHT_OF(1u) >> 56;
}

/* Skips the ASCII that `text` begins with; its letters, to about LEAD. */
static size_t
skip_ascii(Slice *text, size_t latin)
{
	Slice rest = *text;

	while (rest.len >= 8 && latin < LEAD) {
		uint64_t eight = eight_at(rest.ptr);

		if (eight & EIGHT_OF(0x80u))
			break;
		latin += count_eight(eight);
		rest = (Slice){ rest.ptr + 8, rest.len - 8 };
	}
	while (rest.len > 0 && (unsigned char)*rest.ptr < 0x80 && latin < LEAD) {
		latin += ((unsigned char)*rest.ptr | 32u) - 'a' < 26;
		rest = (Slice){ rest.ptr + 1, rest.len - 1 };
	}
	*text = rest;
	return latin;
}

/* Skips what `text` begins with in one script, and adds its bytes. */
static Letters
skip_stretch(Slice *text, size_t bytes[LETTERS_KINDS])
{
	Letters letters = LETTERS_HAN;
	size_t len;
	uint32_t cp;

	if ((unsigned char)*text->ptr < 0x80) {
		bytes[LETTERS_LATIN] = skip_ascii(text, bytes[LETTERS_LATIN]);
		return LETTERS_LATIN;
	}
	len = uni_han_prefix(slice_sub(*text, 0, LEAD - bytes[LETTERS_HAN]));
	if (len == 0) {
		len = utf8_decode(*text, &cp);
		letters = letters_of_point(cp);
	}
	*text = (Slice){ text->ptr + len, text->len - len };
	if (letters == LETTERS_NONE)
		return letters;
	bytes[letters] += len;
	if (letters == LETTERS_KANA)
		bytes[LETTERS_HAN] += len;
	return letters;
}

Letters
letters_of(Slice text)
{
	size_t bytes[LETTERS_KINDS] = { 0 };
	Letters most = LETTERS_NONE;

	text = slice_sub(text, 0, SAMPLE);
	while (text.len > 0 && bytes[most] < LEAD) {
		Letters letters = skip_stretch(&text, bytes);

		if (bytes[letters] > bytes[most])
			most = letters;
	}
	if (most == LETTERS_HAN &&
	    bytes[LETTERS_KANA] * KANA_SHARE > bytes[LETTERS_HAN])
		return LETTERS_KANA;
	return most;
}
