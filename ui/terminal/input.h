/*
 * Input: from what the terminal sends to keys.
 *
 * Owns what is not decided yet of an escape sequence, and what was pasted.
 * What a terminal answers to questions, and sequences that nobody knows, are
 * swallowed whole, even where they come in pieces.  Never blocks longer than
 * curses waits for the rest of a key.
 */
#ifndef UI_TERMINAL_INPUT_H
#define UI_TERMINAL_INPUT_H

#include "base/slice.h"
#include "settings/key.h"

#define INPUT_PASTE_MAX (64 * 1024)	/* bytes; more is dropped */

typedef struct Input Input;

/* A screen must be open. */
Input *
input_new(void);

void
input_free(Input *input);

/* The next key that waits, or KEY_NONE. */
Key
input_next(Input *input);

/* What was pasted, after KEYS_PASTE; valid until the next call. */
Slice
input_pasted(const Input *input);

#endif
