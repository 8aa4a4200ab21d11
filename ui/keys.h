/*
 * Keys: who gets a key, from the prompt down to the commands.
 */
#ifndef UI_KEYS_H
#define UI_KEYS_H

#include "ui/app.h"

void
keys_feed(App *app, Key key);

/* A command, for what has the screen; `count` 0: none was given. */
void
keys_run(App *app, CommandId id, long count);

/* Text that was pasted: into the prompt, or it opens the search with it. */
void
keys_paste(App *app, Slice text);

#endif
