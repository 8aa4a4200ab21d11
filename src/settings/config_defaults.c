/*
 * The configuration of all defaults: --print-config, made from the registry.
 */
#include "settings/config.h"

#ifdef HAVE_CONFIG_H
#include "config.h"
#endif

#include "base/i18n.h"

#define VALUE_MAX 64	/* bytes of an option's default */

/* What an option may be: "10 to 1000". */
static void
append_domain(const OptionRow *row, Buf *out)
{
	switch (row->type) {
	case OPTION_TYPE_FLAG:
		buf_append(out, slice_from(_("true or false")));
		break;
	case OPTION_TYPE_INT:
		if (row->most == OPTION_INT_MAX)
			buf_appendf(out, _("a number from %d"), row->least);
		else
			buf_appendf(out, _("a number from %d to %d"),
				    row->least, row->most);
		break;
	case OPTION_TYPE_ENUM:
		options_append_values(row, out);
		break;
	case OPTION_TYPE_STRING:
	case OPTION_TYPE_LIST:
	case OPTION_TYPE_TIME:
		buf_append(out, slice_from(row->arg));
		break;
	}
}

/* A line for the help, one for the value: a comment where it has none. */
static void
append_option(const OptionRow *row, Buf *out)
{
	Buf value;

	buf_init(&value, VALUE_MAX);
	if (row->type == OPTION_TYPE_FLAG)
		buf_append(&value, SLICE("false"));
	else
		options_append_default(row, &value);
	buf_appendf(out, "\n# %s\n%s%s:", _(row->help), value.len ? "" : "# ",
		    row->name);
	if (value.len)
		buf_appendf(out, " %.*s  #", SLICE_ARGS(buf_slice(&value)));
	buf_append_char(out, ' ');
	append_domain(row, out);
	buf_append_char(out, '\n');
	buf_done(&value);
}

/* "['J', '<Right>']" */
static void
append_keys(Slice keys, Buf *out)
{
	const char *comma = "";

	buf_append_char(out, '[');
	while ((keys = slice_trim(keys)).len > 0) {
		Slice name = slice_sub(keys, 0, slice_find(keys, SLICE(" ")));

		buf_appendf(out, "%s'", comma);
		for (size_t i = 0; i < name.len; i++) {
			if (name.ptr[i] == '\'')
				buf_append_char(out, '\'');
			buf_append_char(out, name.ptr[i]);
		}
		buf_append_char(out, '\'');
		keys = slice_sub(keys, name.len, keys.len);
		comma = ", ";
	}
	buf_append(out, SLICE("]\n"));
}

static void
append_commands(CommandGroup group, Buf *out)
{
	buf_appendf(out, "\n  # %s\n", _(registry_group_title(group)));
	for (int id = 0; id < COMMAND_COUNT; id++) {
		const CommandRow *row = registry_command((CommandId)id);

		if (row->group != group)
			continue;
		buf_appendf(out, "  # %s\n  %s: ", _(row->help), row->name);
		append_keys(slice_from(row->keys), out);
	}
}

void
config_append_defaults(Buf *out)
{
	buf_append(out, slice_from(_(
"# The configuration of fangtan, ~/.config/fangtan/config.yaml, with all\n"
"# defaults: keep what is to be otherwise.  As --NAME=VALUE each option can be\n"
"# given on the command line too, and wins there.\n")));
	for (int id = 0; id < OPTION_COUNT; id++)
		if (registry_option((OptionId)id)->setting)
			append_option(registry_option((OptionId)id), out);
	buf_append(out, slice_from(_(
"\n# The keys of a command, in place of its own; []: none.  One or two each:\n"
"# characters, or names such as <C-d>, <A-x>, <PgDn>, <Space>, <F5>.\n")));
	buf_append(out, SLICE("keys:\n"));
	for (int group = 0; group < GROUP_COUNT; group++)
		append_commands((CommandGroup)group, out);
	buf_append(out, slice_from(_(
"\n# Other names of speakers, and roles (host, guest or unknown), in every\n"
"# document; they win over what it says itself.\n")));
	buf_append(out, SLICE("speaker_aliases:\n#  Ann Lee: [Ann, AL]\n"
			      "speaker_roles:\n#  Ann Lee: host\n"));
}
