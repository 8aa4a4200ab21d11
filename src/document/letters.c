#include "document/letters.h"

#include <stdint.h>

#include "base/eight.h"
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

static Letters
letters_of_point(uint32_t cp)
{
	size_t low = 0, high = sizeof(RANGES) / sizeof(*RANGES);

	if (cp < 0x80)
		return (cp | 0x20u) - 'a' < 26 ? LETTERS_LATIN : LETTERS_NONE;
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

/* How many of the first eight bytes are letters of ASCII; -1: not all are ASCII. */
static inline int
ascii_letters(Slice text)
{
	uint64_t eight, letters;

	if (text.len < sizeof(eight))
		return -1;
	eight = eight_at(text.ptr);
	if (eight & EIGHT_OF(0x80u))
		return -1;
	letters = eight_between(eight | EIGHT_OF(0x20u), 'a', 'z') >> 7;
	return (int)(letters * EIGHT_OF(1u) >> 56);
}

/* A stretch of text in one script. */
typedef struct Stretch {
	Letters letters;
	size_t bytes;		/* of them */
	size_t len;
} Stretch;

/* What `text` begins with; of Han at most `max` bytes. */
static inline Stretch
first_stretch(Slice text, size_t max)
{
	size_t len = uni_han_prefix(slice_sub(text, 0, max));
	int ascii;
	uint32_t cp;

	if (len > 0)
		return (Stretch){ LETTERS_HAN, len, len };
	ascii = ascii_letters(text);
	if (ascii >= 0)
		return (Stretch){ LETTERS_LATIN, (size_t)ascii, 8 };
	len = utf8_decode(text, &cp);
	return (Stretch){ letters_of_point(cp), len, len };
}

Letters
letters_of(Slice text)
{
	size_t bytes[LETTERS_KINDS] = { 0 };
	Letters most = LETTERS_NONE;

	text = slice_sub(text, 0, SAMPLE);
	while (text.len > 0 && bytes[most] < LEAD) {
		Stretch first = first_stretch(text, LEAD - bytes[LETTERS_HAN]);

		text = slice_sub(text, first.len, SIZE_MAX);
		if (first.letters == LETTERS_NONE)
			continue;
		bytes[first.letters] += first.bytes;
		if (first.letters == LETTERS_KANA)
			bytes[LETTERS_HAN] += first.bytes;
		if (bytes[first.letters] > bytes[most])
			most = first.letters;
	}
	if (most == LETTERS_HAN &&
	    bytes[LETTERS_KANA] * KANA_SHARE > bytes[LETTERS_HAN])
		return LETTERS_KANA;
	return most;
}
