/*
 * Dialogue: the text that is read, line by line.
 *
 * Paints what the view has on the screen: names in the margin or above, the
 * bar at the current turn, markup, matches.
 */
#ifndef UI_PANES_DIALOGUE_H
#define UI_PANES_DIALOGUE_H

#include "ui/pane.h"

/* The name of a long turn whose own name has scrolled off. */
void
dialogue_paint_carried(App *app, Canvas *canvas, Rect area);

/* Who speaks in a turn, appended to `out`. */
void
dialogue_names(const Session *session, TurnId turn, Buf *out);

#endif
