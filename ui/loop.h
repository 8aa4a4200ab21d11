/*
 * Loop: the app on a real terminal.
 *
 * Waits for keys, for the document's bytes and for signals; feeds all keys
 * that wait, paints once, and lets the app work until a key comes.
 */
#ifndef UI_LOOP_H
#define UI_LOOP_H

#include "ui/app.h"
#include "ui/terminal/screen.h"

/* Runs until the app quits.  Returns the signal that ended it, or 0. */
int
loop_run(App *app, Screen *screen);

#endif
