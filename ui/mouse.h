/*
 * Mouse: what its reports do.
 *
 * The wheel scrolls what is under it; a click goes where it points; a drag
 * selects text of the dialogue, and of nothing else, which is copied when the
 * button is let go.
 */
#ifndef UI_MOUSE_H
#define UI_MOUSE_H

#include "ui/app.h"
#include "ui/terminal/sequence.h"

void
mouse_feed(App *app, SequenceReport report);

#endif
