/*
 * Completing: names of speakers in the prompt.
 *
 * Behind an `@` each key puts in the next name (or the one before) that holds
 * what was typed there.
 */
#ifndef UI_COMPLETING_H
#define UI_COMPLETING_H

#include "ui/app.h"

/* The next name (`step` 1) or the one before (-1). */
PromptResult
completing_go(App *app, int step);

/* What comes is another key: the name that is there stays. */
void
completing_end(App *app);

#endif
