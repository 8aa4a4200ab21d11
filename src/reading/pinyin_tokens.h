/*
 * Pinyin tokens: all ways to read typed pinyin as syllables and initials.
 *
 * A token is a stretch of what was typed that one character of a text may
 * match.  The ways to read it are the chains of tokens from its start to its
 * end in which each may follow the one before.
 */
#ifndef READING_PINYIN_TOKENS_H
#define READING_PINYIN_TOKENS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "base/slice.h"
#include "reading/pinyin.h"

#define PINYIN_TOKENS_MAX (16 * PINYIN_MAX)

typedef enum PinyinKind {
	PINYIN_SYLLABLE,
	PINYIN_INITIAL,
	PINYIN_LETTER,		/* a Latin letter, for itself */
	PINYIN_OTHER,		/* any other character, for itself */
} PinyinKind;

typedef struct PinyinToken {
	PinyinKind kind;
	uint8_t from;		/* characters of what was typed */
	uint8_t to;
	bool goes_on;		/* with the letter behind, a longer syllable */
	bool joins[3];		/* so with an initial of n letters before it */
	uint16_t low;		/* the syllables that it stands for, … */
	uint16_t high;		/* … up to before this one */
	uint32_t point;		/* what stands for itself, see pinyin_plain() */
} PinyinToken;

typedef struct PinyinTokens {
	PinyinToken list[PINYIN_TOKENS_MAX];	/* by their start */
	uint16_t n;
	uint16_t first[PINYIN_MAX + 2];	/* of those that begin there */
	uint8_t end;			/* characters in all */
} PinyinTokens;

/* Fails where it is too long; `source` is valid UTF-8. */
Status
pinyin_read(Slice source, PinyinTokens *ret, Err *err);

/* True where both may be of one chain; `b` begins where `a` ends. */
bool
pinyin_may_follow(const PinyinToken *a, const PinyinToken *b);

/*
 * A character as it is compared: small, half width, without a tone mark, v
 * for ü.
 */
uint32_t
pinyin_plain(uint32_t point);

#endif
