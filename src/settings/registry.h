/*
 * Registry: the one table of commands and options (registry.def) as data.
 *
 * From its rows come the enums and the options struct, the key map, the
 * command line, --help, the help pane, the manual page's tables and the shell
 * completions.  A row without its function does not link.
 */
#ifndef SETTINGS_REGISTRY_H
#define SETTINGS_REGISTRY_H

#include <stdbool.h>
#include <stddef.h>

typedef enum CommandGroup {
	GROUP_SCROLL,
	GROUP_JUMP,
	GROUP_SEARCH,
	GROUP_SPEAKERS,
	GROUP_PANES,
	GROUP_PROGRAM,
	GROUP_COUNT,
} CommandGroup;

typedef enum CommandId {
#define COMMAND(id, name, keys, group, help) COMMAND_##id,
#define OPTION(...)
#include "settings/registry.def"
#undef COMMAND
#undef OPTION
	COMMAND_COUNT
} CommandId;

typedef struct CommandRow {
	const char *name;	/* `next-turn` */
	const char *keys;	/* key sequences, blanks between: `J <Right>` */
	CommandGroup group;
	const char *help;	/* a few words; translate when shown */
} CommandRow;

const CommandRow *
registry_command(CommandId id);

const char *
registry_group_title(CommandGroup group);

#endif
