/*
 * Documents: the list from which one is opened.
 */
#ifndef UI_PANES_DOCUMENTS_H
#define UI_PANES_DOCUMENTS_H

#include "ui/pane.h"

#define DOCUMENTS_FIRST_ROW 2	/* of the entries */

void
documents_paint(App *app, Canvas *canvas);

/* Opens entry `i`, or notes beside it why that cannot be done. */
void
documents_open(App *app, uint32_t i);

/* True where the key is one of the list's. */
bool
documents_key(App *app, Key key, long count);

/* A command while the list is on the screen. */
void
documents_command(App *app, CommandId id, long count);

#endif
