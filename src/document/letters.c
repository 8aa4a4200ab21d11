#include "document/letters.h"

#include <stdint.h>

#include "text/utf8.h"

#define SAMPLE 256	/* bytes that are looked at */
#define LEAD 48		/* bytes of one script that decide */
#define KANA_SHARE 8	/* of what is Japanese, at least one in so many */

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
	for (size_t i = 0; i < sizeof(RANGES) / sizeof(*RANGES); i++)
		if (cp >= RANGES[i].first && cp <= RANGES[i].last)
			return RANGES[i].letters;
	return LETTERS_NONE;
}

/*
 * The script of the character that `text` begins with, and (*ret_len) its
 * bytes; what is most common is told by its first byte.
 */
static inline Letters
first_letters(Slice text, size_t *ret_len)
{
	unsigned char lead = (unsigned char)text.ptr[0];
	uint32_t cp;

	*ret_len = 1;
	if (lead < 0x80)
		return (lead | 0x20u) - 'a' < 26 ? LETTERS_LATIN : LETTERS_NONE;
	*ret_len = 3;
	if (lead >= 0xE4 && lead <= 0xE9)
		return LETTERS_HAN;
	*ret_len = utf8_decode(text, &cp);
	return letters_of_point(cp);
}

Letters
letters_of(Slice text)
{
	size_t bytes[LETTERS_KINDS] = { 0 };
	Letters most = LETTERS_NONE;

	text = slice_sub(text, 0, SAMPLE);
	while (text.len > 0 && bytes[most] < LEAD) {
		size_t len;
		Letters letters = first_letters(text, &len);

		text = slice_sub(text, len, SIZE_MAX);
		if (letters == LETTERS_NONE)
			continue;
		bytes[letters] += len;
		if (letters == LETTERS_KANA)
			bytes[LETTERS_HAN] += len;
		if (bytes[letters] > bytes[most])
			most = letters;
	}
	if (most == LETTERS_HAN &&
	    bytes[LETTERS_KANA] * KANA_SHARE > bytes[LETTERS_HAN])
		return LETTERS_KANA;
	return most;
}
