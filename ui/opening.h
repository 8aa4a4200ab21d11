/*
 * Opening: to go where the command line says, as soon as that is read.
 */
#ifndef UI_OPENING_H
#define UI_OPENING_H

#include "ui/app.h"

/* What the options want of the document that was put on the screen. */
void
opening_begin(App *app);

/*
 * Does what can be done by now; says what cannot be done at all.
 */
void
opening_step(App *app);

/*
 * The same before there is a screen: fails where the document is complete and
 * has no such speaker, chapter or turn.
 */
Status
opening_check(App *app, Err *err);

#endif
