/*
 * Commands: one function for each row of the registry.
 *
 * A command changes the session or the panes and returns what became dirty
 * (SessionDirty).  `count` is what was typed before it, 0: nothing.  A row
 * without its function does not link.
 */
#ifndef UI_COMMANDS_H
#define UI_COMMANDS_H

#include "ui/app.h"

#define COMMAND(id, name, keys, group, help) \
	unsigned command_##id(App *app, long count);
#include "settings/registry.def"

/* Runs a command on the document that is on the screen. */
void
command_run(App *app, CommandId id, long count);

#endif
