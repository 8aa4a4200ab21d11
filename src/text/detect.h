/*
 * Detect: which charset bytes are in.
 *
 * Weighs two witnesses: how plausible the text is that each charset makes of
 * the bytes (plausible.h), and ICU's detector, which is opened at first use
 * and may be absent.
 */
#ifndef TEXT_DETECT_H
#define TEXT_DETECT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/slice.h"

#define DETECT_MAX 32	/* charsets */

typedef struct DetectGuess {
	const char *name;	/* IANA's; valid for ever */
	double confidence;	/* 0 to 1 */
} DetectGuess;

/* The likeliest first. */
typedef struct DetectGuesses {
	DetectGuess items[DETECT_MAX];
	size_t n;
} DetectGuesses;

/*
 * Guesses at `sample`, which is no valid UTF-8 or has NULs; its end may be cut
 * anywhere.  False where a NUL shows that it is no text.
 */
bool
detect_guess(Slice sample, DetectGuesses *ret);

/* Charsets to try where nothing was to be guessed, the usual ones first. */
void
detect_usual(DetectGuesses *ret);

/* The charset that a byte order mark at the start of `head` says, or NULL. */
const char *
detect_mark(Slice head);

/*
 * True where the first bytes of an input may be UTF-16 without a mark; `eof`:
 * they are all.
 */
bool
detect_may_be_wide(Slice head, bool eof);

/* What ICU calls the converter for a charset of a guess. */
const char *
detect_converter(const char *name);

#endif
