/*
 * Narrowing: the prompt that leaves only the exchanges that match, and what
 * is said of it.
 */
#ifndef UI_NARROWING_H
#define UI_NARROWING_H

#include "ui/app.h"

/* Opens the prompt. */
void
narrowing_open(App *app);

/* Behind each step of the session: says what came of it. */
void
narrowing_step(App *app);

#endif
