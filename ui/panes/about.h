/*
 * About: what is known of the document on the screen, over everything else.
 */
#ifndef UI_PANES_ABOUT_H
#define UI_PANES_ABOUT_H

#include "ui/pane.h"

void
about_paint(App *app, Canvas *canvas);

/* Its own key: `e` reads the document in the next charset. */
bool
about_key(App *app, Key key);

/* A command while it is open: scrolls it, closes it, or nothing. */
void
about_command(App *app, CommandId id, long count);

#endif
