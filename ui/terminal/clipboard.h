/*
 * Clipboard: gives text to the clipboard of whoever sits at the terminal.
 *
 * Inside tmux through `tmux load-buffer -w -`, which tells whether it worked;
 * elsewhere, and where tmux fails, by the control sequence OSC 52, which no
 * terminal answers.  Nothing but Base64 reaches the terminal.  This is the
 * only file that runs another program.
 */
#ifndef UI_TERMINAL_CLIPBOARD_H
#define UI_TERMINAL_CLIPBOARD_H

#include "base/slice.h"

/* What terminals take at least: 100,000 bytes with Base64 and sequence. */
#define CLIPBOARD_TERMINAL_MAX 74994

typedef enum ClipboardResult {
	CLIPBOARD_COPIED,
	CLIPBOARD_SENT,		/* what the terminal did is not known */
	CLIPBOARD_TOO_LONG,	/* nothing was done */
} ClipboardResult;

/* Takes at most a second, should tmux not answer. */
ClipboardResult
clipboard_copy(Slice text);

#endif
