#include "settings/registry.h"

#include <assert.h>

#include "base/i18n.h"
#include "settings/options.h"

static const CommandRow command_rows[] = {
#define COMMAND(id, name, keys, group, help) { name, keys, group, help },
#include "settings/registry.def"
};

static const char *const group_titles[] = {
	[GROUP_SCROLL] = N_("Scrolling"),
	[GROUP_JUMP] = N_("Jumping"),
	[GROUP_SEARCH] = N_("Searching"),
	[GROUP_SPEAKERS] = N_("Speakers"),
	[GROUP_PANES] = N_("Panes"),
	[GROUP_PROGRAM] = N_("Program"),
};

/* The default as an int: only INT and ENUM have one to show. */
#define VALUE_FLAG(value) 0
#define VALUE_INT(value) (value)
#define VALUE_STRING(value) 0
#define VALUE_LIST(value) 0
#define VALUE_ENUM(value) (value)
#define VALUE_TIME(value) 0

#define RANGE(from, to) .least = (from), .most = (to)
#define VALUES(names) .values = (names)
#define ANY .values = NULL

/* The domain comes last: it may be two initializers. */
#define ROW(opt_name, opt_letter, opt_type, opt_value, opt_arg, opt_help, \
	    may_set, ...) \
	{ .name = opt_name, .letter = opt_letter, \
	  .type = OPTION_TYPE_##opt_type, .arg = opt_arg, .help = opt_help, \
	  .value = VALUE_##opt_type(opt_value), .setting = may_set, \
	  __VA_ARGS__ },

static const OptionRow option_rows[] = {
#define OPTION(id, name, letter, type, value, domain, arg, help) \
	ROW(name, letter, type, value, arg, help, false, domain)
#define SETTING(id, name, letter, type, value, domain, arg, help) \
	ROW(name, letter, type, value, arg, help, true, domain)
#include "settings/registry.def"
};

const CommandRow *
registry_command(CommandId id)
{
	assert(id < COMMAND_COUNT);
	return &command_rows[id];
}

const char *
registry_group_title(CommandGroup group)
{
	assert(group < GROUP_COUNT);
	return group_titles[group];
}

const OptionRow *
registry_option(OptionId id)
{
	assert(id < OPTION_COUNT);
	return &option_rows[id];
}

OptionId
registry_find_option(Slice name)
{
	int id = 0;

	while (id < OPTION_COUNT &&
	       !slice_eq(name, slice_from(option_rows[id].name)))
		id++;
	return (OptionId)id;
}

CommandId
registry_find_command(Slice name)
{
	int id = 0;

	while (id < COMMAND_COUNT &&
	       !slice_eq(name, slice_from(command_rows[id].name)))
		id++;
	return (CommandId)id;
}
