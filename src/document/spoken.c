#include "document/spoken.h"

#include <stdbool.h>

#include "base/items.h"
#include "document/word_list.h"
#include "text/utf8.h"

#define HEARD_MAX 240	/* bytes that are looked at */

/* What an utterance begins with, and hardly ever anything that is written. */
static const Word OPENINGS[] = {
	"yeah", "yes", "yep", "well", "so", "okay", "ok", "oh", "hi", "hello",
	"hey", "thanks", "thank", "um", "uh", "hmm", "mm", "exactly", "wow",
	"welcome", "my", "je", "oui", "merci", "bonjour", "gracias", "hola",
	"ich", "danke", "genau", "grazie",
};

/* Who says `I`, thanks, or answers, wherever it stands. */
static const char *const PHRASES[] = {
	"谢谢", "謝謝", "吗？", "嗎？", "嗯", "大家好", "你好", "是的，", "对，",
	"對，", "私", "僕", "俺", "ですね", "ですか", "ますか", "はい", "저는",
	"제가", "네,", "감사합니다", "안녕하세요", " я ", "Я ",
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
holds_wo(Slice text)
{
	static const Slice me = { "我", 3 };
	static const Slice others[] = {
		{ "们", 3 }, { "們", 3 }, { "国", 3 }, { "國", 3 },
	};
	size_t from = 0, at;

	while ((at = slice_find(slice_sub(text, from, SIZE_MAX), me)) !=
	       SIZE_MAX) {
		bool is = !slice_ends(slice_sub(text, 0, from + at),
				      SLICE("自"));

		from += at + me.len;
		for (size_t i = 0; i < N_ITEMS(others); i++)
			is &= !slice_starts(slice_sub(text, from, SIZE_MAX),
					    others[i]);
		if (is)
			return true;
	}
	return false;
}

static bool
holds_phrase(Slice text)
{
	for (size_t i = 0; i < N_ITEMS(PHRASES); i++)
		if (slice_find(text, slice_from(PHRASES[i])) != SIZE_MAX)
			return true;
	return holds_wo(text);
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
