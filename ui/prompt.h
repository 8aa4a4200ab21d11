/*
 * Prompt: a line that one types.
 *
 * Owns the text, the caret and the history.  Invariant: the caret stands
 * between grapheme clusters of valid UTF-8.  Keys are readline's; a word is a
 * run of letters and digits, and one of Han text another.  Does not know what
 * the line is for.
 */
#ifndef UI_PROMPT_H
#define UI_PROMPT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/slice.h"
#include "base/vec.h"
#include "settings/key.h"
#include "ui/canvas.h"

#define PROMPT_MAX 65536	/* bytes of the line */
#define PROMPT_HISTORY 100	/* lines that are remembered */

typedef struct Prompt {
	Buf text;
	size_t caret;		/* bytes before it */
	Buf typed;		/* the line while one walks in the history */
	Buf killed;		/* what Ctrl-Y puts in */
	bool killing;		/* the last key took out a part of it */
	char *history[PROMPT_HISTORY];	/* oldest first */
	int n_history;
	int n_recalled;		/* of them, the first: not of this time */
	int at;			/* in the history; n_history: in `typed` */
} Prompt;

typedef enum PromptResult {
	PROMPT_IGNORED,		/* the key means nothing here */
	PROMPT_MOVED,		/* the caret moved, or might have */
	PROMPT_EDITED,		/* the text is another one */
	PROMPT_ACCEPTED,
	PROMPT_CANCELLED,
} PromptResult;

void
prompt_init(Prompt *prompt);

void
prompt_done(Prompt *prompt);

/* Opens with an empty line. */
void
prompt_open(Prompt *prompt);

PromptResult
prompt_key(Prompt *prompt, Key key);

/*
 * Inserts text, as far as it has room.  Line ends and controls become blanks,
 * line ends at its ends nothing.
 */
PromptResult
prompt_paste(Prompt *prompt, Slice text);

/* Puts text in the place of what stands from `start` to the caret. */
PromptResult
prompt_replace(Prompt *prompt, size_t start, Slice text);

/* Lines that are older than all that are remembered, oldest first. */
void
prompt_recall(Prompt *prompt, const Slice *lines, size_t n);

/* Remembers a line that was accepted, if it is another than the last. */
void
prompt_remember(Prompt *prompt, Slice line);

/* What stands around the line. */
typedef struct PromptLook {
	Slice sign;		/* before it: `/` */
	Slice placeholder;	/* in it while it is empty */
	Slice note;		/* at the right end */
	Slice modes;		/* before it, as far as there is room */
	bool note_is_error;
} PromptLook;

/* Paints it and sets the cursor to the caret, which is always in sight. */
void
prompt_paint(const Prompt *prompt, Canvas *canvas, Rect area,
	     const PromptLook *look);

#endif
