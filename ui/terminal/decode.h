/*
 * Decode: from the bytes of a terminal to keys.
 *
 * Owns the bytes that are not decided yet and what was pasted.  Control
 * sequences (ECMA-48, with seven bits or eight) are taken whole, in whatever
 * pieces they come and however late: keys that are known, reports that the
 * program asked for, and all else nothing.  A control character, or a byte
 * that cannot stand there, ends a sequence that is cut short, and counts.
 * Pure: no terminal, no clock, no curses.
 */
#ifndef UI_TERMINAL_DECODE_H
#define UI_TERMINAL_DECODE_H

#include <stdbool.h>

#include "base/slice.h"
#include "settings/key.h"
#include "ui/terminal/sequence.h"

#define DECODE_PASTE_MAX (64 * 1024)	/* bytes; more is dropped */
#define DECODE_ROOM 4096		/* bytes that may wait */

typedef struct Decoder Decoder;

Decoder *
decode_new(void);

void
decode_free(Decoder *decoder);

/*
 * Teaches it a key that the terminal sends as `bytes`; nothing where these do
 * not begin with an escape and go on, or it knows enough.
 */
void
decode_define(Decoder *decoder, Slice bytes, Key key);

/* Bytes that may be fed now. */
size_t
decode_room(const Decoder *decoder);

void
decode_feed(Decoder *decoder, Slice bytes);

/*
 * The next key, or KEY_NONE where more bytes are needed.  `late`: none came
 * for so long that an escape at the end is the key Esc.
 */
Key
decode_next(Decoder *decoder, bool late);

/* True where `late` may make a difference. */
bool
decode_waits(const Decoder *decoder);

/* What was pasted, after KEYS_PASTE; valid until the next call. */
Slice
decode_pasted(const Decoder *decoder);

/* What was reported, after KEYS_CURSOR, KEYS_MOUSE and KEYS_BACKGROUND. */
SequenceReport
decode_report(const Decoder *decoder);

#endif
