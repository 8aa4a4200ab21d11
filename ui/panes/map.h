/*
 * Map: the whole document in one column.
 *
 * The window is bright, chapters begin at gaps, the current match is a dot;
 * while a filter is on, only what it shows is drawn.  Cost: some look-ups for
 * each row, however long the document is.
 */
#ifndef UI_PANES_MAP_H
#define UI_PANES_MAP_H

#include "ui/pane.h"

/* Behind the dialogue, which notes what is on the screen. */
void
map_paint(App *app, Canvas *canvas, Rect area);

#endif
