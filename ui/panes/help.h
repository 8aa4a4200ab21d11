/*
 * Help: the keys in force, in groups, over everything else.
 */
#ifndef UI_PANES_HELP_H
#define UI_PANES_HELP_H

#include "ui/pane.h"

/* A key as people say it (`Ctrl-D`), for sentences; by value. */
typedef struct HelpKey {
	char label[64];
} HelpKey;

/* The first key of a command; its name where it has none. */
HelpKey
help_key(const App *app, CommandId id);

void
help_paint(App *app, Canvas *canvas);

#define OVERLAY_ROW 2		/* where the lines of an overlay begin */

/*
 * Before so many lines are painted: keeps them from being scrolled too far.
 * For a screen reader each can be scrolled to the first row, where the cursor
 * is.
 */
void
overlay_show(App *app, Canvas *canvas, uint32_t lines);

/*
 * Scrolls what stands over everything else, by a command that scrolls; the
 * painter keeps it from going too far.
 */
void
overlay_scroll(App *app, CommandId id, long count);

/* A command while the help is open: scrolls it, closes it, or nothing. */
void
help_command(App *app, CommandId id, long count);

#endif
