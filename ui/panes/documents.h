/*
 * Documents: the list from which one is opened.
 */
#ifndef UI_PANES_DOCUMENTS_H
#define UI_PANES_DOCUMENTS_H

#include "ui/pane.h"

void
documents_paint(App *app, Canvas *canvas);

/* True where the key is one of the list's. */
bool
documents_key(App *app, Key key, long count);

/* A command while the list is on the screen. */
void
documents_command(App *app, CommandId id, long count);

#endif
