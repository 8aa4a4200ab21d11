/*
 * Copying: what is selected, on its way to the clipboard.
 *
 * The app knows no terminal: the text waits in app->copied until whoever runs
 * the app has passed it on (loop.c, through terminal/clipboard.h) and says
 * what came of it.
 */
#ifndef UI_COPYING_H
#define UI_COPYING_H

#include "ui/app.h"
#include "ui/terminal/clipboard.h"

#define COPYING_MAX (1024 * 1024)	/* bytes of what is copied */

/* Makes app->copied the text that is selected; says so where it is too long. */
void
copying_start(App *app);

/* It has been passed on. */
void
copying_end(App *app, ClipboardResult result);

#endif
