#include "document/spoken.h"

#include <stdbool.h>

#include "base/ascii.h"
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

static Slice
first_word(Slice text)
{
	size_t from = 0, n = 0;

	while (from < text.len && from < 4 && !ascii_is_letter(text.ptr[from]))
		from++;
	while (from + n < text.len && ascii_is_letter(text.ptr[from + n]))
		n++;
	return slice_sub(text, from, n);
}

/* The offset of the next `c` from `from` on, or the length of the text. */
static size_t
next_of(Slice text, size_t from, char c)
{
	size_t at = slice_find(slice_sub(text, from, SIZE_MAX),
			       (Slice){ &c, 1 });

	return at == SIZE_MAX ? text.len : from + at;
}

/* `I` by itself: not of `I/O`, `A. I. Lee` or `WWI`. */
static bool
holds_i(Slice text)
{
	for (size_t i = next_of(text, 0, 'I'); i + 1 < text.len;
	     i = next_of(text, i + 1, 'I')) {
		char before = i > 0 ? text.ptr[i - 1] : ' ';
		char after = text.ptr[i + 1];

		if (!ascii_is_letter(before) &&
		    (after == ' ' || after == '\'' ||
		     (unsigned char)after == 0xE2))
			return true;
	}
	return false;
}

/* `我`, but not of `我们`, `我国`, `自我`. */
static bool
is_me(uint32_t before, Slice rest)
{
	uint32_t next = 0;

	if (before == 0x81EA)
		return false;
	if (rest.len > 0)
		utf8_decode(slice_sub(rest, 0, UTF8_MAX), &next);
	return next != 0x4EEC && next != 0x5011 && next != 0x56FD &&
	       next != 0x570B;
}

/*
 * Who says `I`, thanks, or answers, by its first character, wherever it stands.
 * A switch, as each character of a text is looked at.
 */
static bool
is_phrase(uint32_t before, uint32_t cp, Slice rest)
{
	switch (cp) {
	case 0x6211:	/* 我 */
		return is_me(before, rest);
	case 0x79C1:	/* 私 */
	case 0x50D5:	/* 僕 */
	case 0x4FFA:	/* 俺 */
	case 0x55EF:	/* 嗯 */
		return true;
	case 0x042F:	/* Я */
	case 0x044F:	/* я */
		return before == ' ' && slice_starts(rest, SLICE(" "));
	case 0x8C22:	/* 谢 */
		return slice_starts(rest, SLICE("谢"));
	case 0x8B1D:	/* 謝 */
		return slice_starts(rest, SLICE("謝"));
	case 0x5417:	/* 吗 */
	case 0x55CE:	/* 嗎 */
		return slice_starts(rest, SLICE("？"));
	case 0x5927:	/* 大 */
		return slice_starts(rest, SLICE("家好"));
	case 0x4F60:	/* 你 */
		return slice_starts(rest, SLICE("好"));
	case 0x662F:	/* 是 */
		return slice_starts(rest, SLICE("的，"));
	case 0x5BF9:	/* 对 */
	case 0x5C0D:	/* 對 */
		return slice_starts(rest, SLICE("，"));
	case 0x3067:	/* で */
		return slice_starts(rest, SLICE("すね")) ||
		       slice_starts(rest, SLICE("すか"));
	case 0x307E:	/* ま */
		return slice_starts(rest, SLICE("すか"));
	case 0x306F:	/* は */
		return slice_starts(rest, SLICE("い"));
	case 0xC800:	/* 저 */
		return slice_starts(rest, SLICE("는"));
	case 0xC81C:	/* 제 */
		return slice_starts(rest, SLICE("가"));
	case 0xB124:	/* 네 */
		return slice_starts(rest, SLICE(","));
	case 0xAC10:	/* 감 */
		return slice_starts(rest, SLICE("사합니다"));
	case 0xC548:	/* 안 */
		return slice_starts(rest, SLICE("녕하세요"));
	default:
		return false;
	}
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
	for (size_t i = next_of(text, 0, '?'); i < text.len;
	     i = next_of(text, i + 1, '?'))
		if (i + 1 == text.len || text.ptr[i + 1] == ' ')
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
