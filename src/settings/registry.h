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

#include "base/slice.h"

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
#include "settings/registry.def"
	COMMAND_COUNT
} CommandId;

typedef struct CommandRow {
	const char *name;	/* `next-turn` */
	const char *keys;	/* key sequences, blanks between: `J <Right>` */
	CommandGroup group;
	const char *help;	/* a few words; translate when shown */
} CommandRow;

#define OPTION_INT_MAX 999999999	/* a range to here has no upper end */

typedef enum OptionId {
#define OPTION(id, name, letter, type, value, domain, arg, help) OPTION_##id,
#include "settings/registry.def"
	OPTION_COUNT
} OptionId;

/* What an option's field in Options is. */
typedef enum OptionType {
	OPTION_TYPE_FLAG,	/* bool; takes no argument */
	OPTION_TYPE_INT,	/* int, from `least` to `most` */
	OPTION_TYPE_STRING,	/* const char *, of the command line */
	OPTION_TYPE_LIST,	/* OptionList; may be repeated */
	OPTION_TYPE_ENUM,	/* int: the place in `values` */
	OPTION_TYPE_TIME,	/* uint32_t: milliseconds */
} OptionType;

typedef struct OptionRow {
	const char *name;	/* `format` */
	char letter;		/* 0: it has no short form */
	OptionType type;
	const char *arg;	/* what --help calls its argument; or NULL */
	const char *help;	/* a few words; translate when shown */
	int value;		/* the default of INT and ENUM; where it is
				   out of the range there is none to show */
	int least, most;	/* of INT */
	const char *values;	/* of ENUM: `auto|above|margin` */
	bool setting;		/* the configuration may hold it */
} OptionRow;

const CommandRow *
registry_command(CommandId id);

/* A few words; translate when shown. */
const char *
registry_group_title(CommandGroup group);

const OptionRow *
registry_option(OptionId id);

/* The option, or command, of that name, or its COUNT. */
OptionId
registry_find_option(Slice name);

CommandId
registry_find_command(Slice name);

#endif
