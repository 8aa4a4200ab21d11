/*
 * Opening: to go where the command line says, as soon as that is read.
 */
#ifndef UI_OPENING_H
#define UI_OPENING_H

#include "ui/app.h"

/* What the options want of the document that was put on the screen. */
void
opening_begin(App *app);

/* Does what can be done by now; says what cannot be done at all. */
void
opening_step(App *app);

/*
 * Before there is a screen: reads on until all is done, the source is blocked
 * or the deadline has passed; then opening_step() goes on.  Fails where the
 * document has no such speaker, chapter or turn, or the pattern is none.
 */
Status
opening_finish(App *app, Deadline deadline, Err *err);

/* One goes elsewhere now. */
void
opening_cancel(App *app);

#endif
