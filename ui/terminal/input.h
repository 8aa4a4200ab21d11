/*
 * Input: from what the terminal sends to keys.
 *
 * Owns the decoder and the time at which bytes came, for an escape is the key
 * Esc where nothing follows it soon.  Reads the terminal's bytes itself, past
 * curses, which gives up a sequence that comes late.  Never blocks.
 */
#ifndef UI_TERMINAL_INPUT_H
#define UI_TERMINAL_INPUT_H

#include "base/clock.h"
#include "base/slice.h"
#include "settings/key.h"
#include "ui/terminal/sequence.h"

typedef struct Input Input;

/* Keys come from `fd`.  A screen must be open; the clock is borrowed. */
Input *
input_new(int fd, const Clock *clock);

void
input_free(Input *input);

/* The next key that waits, or KEY_NONE. */
Key
input_next(Input *input);

/* How long to wait for bytes before input_next() is due; -1: for ever. */
int
input_timeout_ms(const Input *input);

/* What was pasted, after KEYS_PASTE; valid until the next call. */
Slice
input_pasted(const Input *input);

/* What was reported, after KEYS_CURSOR, KEYS_MOUSE and KEYS_BACKGROUND. */
SequenceReport
input_report(const Input *input);

#endif
