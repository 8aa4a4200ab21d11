/*
 * Sequence: what a whole control sequence of a terminal means.
 *
 * Pure; the tables of keys as xterm, rxvt, the Linux console and what follows
 * them send them.  How sequences are found in bytes is decode's.
 */
#ifndef UI_TERMINAL_SEQUENCE_H
#define UI_TERMINAL_SEQUENCE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/slice.h"
#include "settings/key.h"

/*
 * What comes with KEYS_CURSOR, KEYS_MOUSE and KEYS_BACKGROUND; rows and columns
 * from 0.
 */
typedef struct SequenceReport {
	int row;
	int col;
	int button;		/* of the mouse, with modifiers, as SGR 1006 */
	bool released;
	int32_t color;		/* 0xRRGGBB */
} SequenceReport;

/* A code point that stands alone. */
Key
sequence_plain(uint32_t point);

/* The last letter of a key of the cursor or of F1 to F4; else KEY_NONE. */
Key
sequence_letter(char letter);

/*
 * CSI, `body` and `letter`: a key; KEYS_CURSOR or KEYS_MOUSE, with *ret; where
 * a paste begins KEYS_PASTE; else KEY_NONE.
 */
Key
sequence_csi(Slice body, char letter, SequenceReport *ret);

/* OSC: KEYS_BACKGROUND, with *ret, else KEY_NONE. */
Key
sequence_osc(Slice body, SequenceReport *ret);

typedef enum SequenceVerdict {
	SEQUENCE_NO,
	SEQUENCE_MAYBE,		/* more bytes will tell */
	SEQUENCE_YES,
} SequenceVerdict;

/* Whether `s` (not empty) is an answer that has lost its escape. */
SequenceVerdict
sequence_judge_rest(Slice s);

#endif
