/*
 * Status: the running head, the last row, and messages.
 */
#ifndef UI_PANES_STATUS_H
#define UI_PANES_STATUS_H

#include "ui/pane.h"

/* The document's title and the chapter's. */
void
status_paint_head(App *app, Canvas *canvas, Rect area);

/*
 * Place, filter or pending keys, and how much is left.  Where it is narrow,
 * fields go from the right; the turn goes last.
 */
void
status_paint(App *app, Canvas *canvas, Rect area);

void
status_paint_message(const App *app, Canvas *canvas, Rect area);

#endif
