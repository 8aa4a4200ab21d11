#include "document/spoken.h"

#include <stdbool.h>

#include "base/items.h"
#include "document/word_list.h"
#include "text/utf8.h"

#define HEARD_MAX 240	/* bytes that are looked at */

/* What an utterance begins with, and hardly ever anything that is written. */
static const Word OPENINGS[] = {
	"bonjour", "danke", "exactly", "genau", "gracias", "grazie", "hello",
	"hey", "hi", "hmm", "hola", "ich", "je", "merci", "mm", "my", "oh",
	"ok", "okay", "oui", "so", "thank", "thanks", "uh", "um", "welcome",
	"well", "wow", "yeah", "yep", "yes",
};

/* Who says `I`, thanks, or answers, by its first character, wherever it stands. */
static const struct {
	uint32_t first;
	Slice rest;
} PHRASES[] = {
	{ 0x8C22, { "谢", 3 } }, { 0x8B1D, { "謝", 3 } },
	{ 0x5417, { "？", 3 } }, { 0x55CE, { "？", 3 } },
	{ 0x55EF, { "", 0 } }, { 0x5927, { "家好", 6 } },
	{ 0x4F60, { "好", 3 } }, { 0x662F, { "的，", 6 } },
	{ 0x5BF9, { "，", 3 } }, { 0x5C0D, { "，", 3 } },
	/* 私, 僕, 俺 */
	{ 0x79C1, { "", 0 } }, { 0x50D5, { "", 0 } }, { 0x4FFA, { "", 0 } },
	{ 0x3067, { "すね", 6 } }, { 0x3067, { "すか", 6 } },
	{ 0x307E, { "すか", 6 } }, { 0x306F, { "い", 3 } },
	{ 0xC800, { "는", 3 } }, { 0xC81C, { "가", 3 } },
	{ 0xB124, { ",", 1 } }, { 0xAC10, { "사합니다", 12 } },
	{ 0xC548, { "녕하세요", 12 } },
	/* Я, я */
	{ 0x042F, { " ", 1 } }, { 0x044F, { " ", 1 } },
};

static bool
is_letter(char c)
{
	return (c | 32) >= 'a' && (c | 32) <= 'z';
}

static Slice
first_word(Slice text)
{
	size_t from = 0, n = 0;

	while (from < text.len && from < 4 && !is_letter(text.ptr[from]))
		from++;
	while (from + n < text.len && is_letter(text.ptr[from + n]))
		n++;
	return slice_sub(text, from, n);
}

/* `I` by itself: not of `I/O`, `A. I. Lee` or `WWI`. */
static bool
holds_i(Slice text)
{
	for (size_t i = 0; i + 1 < text.len; i++) {
		char before = i > 0 ? text.ptr[i - 1] : ' ';
		char after = text.ptr[i + 1];

		if (text.ptr[i] == 'I' && !is_letter(before) &&
		    (after == ' ' || after == '\'' ||
		     (unsigned char)after == 0xE2))
			return true;
	}
	return false;
}

/* `我`, but not of `我们`, `我国`, `自我`. */
static bool
is_me(uint32_t before, uint32_t cp, Slice rest)
{
	uint32_t next = 0;

	if (cp != 0x6211 || before == 0x81EA)
		return false;
	if (rest.len > 0)
		utf8_decode(slice_sub(rest, 0, UTF8_MAX), &next);
	return next != 0x4EEC && next != 0x5011 && next != 0x56FD &&
	       next != 0x570B;
}

static bool
is_phrase(uint32_t before, uint32_t cp, Slice rest)
{
	for (size_t i = 0; i < N_ITEMS(PHRASES); i++)
		if (cp == PHRASES[i].first &&
		    slice_starts(rest, PHRASES[i].rest) &&
		    (cp > 0x44F || before == ' '))
			return true;
	return is_me(before, cp, rest);
}

static bool
holds_phrase(Slice text)
{
	uint32_t before = ' ', cp;

	for (size_t i = 0; i < text.len; before = cp) {
		i += utf8_decode(slice_sub(text, i, UTF8_MAX), &cp);
		if (cp >= 0x80 &&
		    is_phrase(before, cp, slice_sub(text, i, SIZE_MAX)))
			return true;
	}
	return false;
}

/* A question mark that ends a sentence, unlike that of an address. */
static bool
asks(Slice text)
{
	for (size_t i = 0; i < text.len; i++)
		if (text.ptr[i] == '?' &&
		    (i + 1 == text.len || text.ptr[i + 1] == ' '))
			return true;
	return slice_find(text, SLICE("？")) != SIZE_MAX;
}

Spoken
spoken_sounds(Slice text)
{
	text = slice_sub(text, 0, HEARD_MAX);
	if (word_list_has(first_word(text), OPENINGS, N_ITEMS(OPENINGS)) ||
	    holds_i(text) ||
	    (utf8_ascii_prefix(text) < text.len && holds_phrase(text)))
		return SPOKEN_SAYS;
	return asks(text) ? SPOKEN_ASKS : SPOKEN_NOT;
}
