#include "settings/config.h"

#ifdef HAVE_CONFIG_H
#include "config.h"
#endif

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "base/i18n.h"
#include "document/speakers.h"
#include "settings/files.h"
#include "text/utf8.h"
#include "text/yaml.h"

typedef void (*TakeEntry)(Config *config, const YamlNode *entry, void *ctx);

void
config_init(Config *config)
{
	*config = (Config){
		.aliases = { .kind = YAML_MAP, .key = SLICE("speaker_aliases"),
			     .next = &config->roles },
		.roles = { .kind = YAML_MAP, .key = SLICE("speaker_roles") },
		.people = { .kind = YAML_MAP, .first = &config->aliases },
	};
	arena_init(&config->arena);
	vec_init(&config->problems, sizeof(Err));
}

void
config_done(Config *config)
{
	keymap_free(config->keymap);
	vec_done(&config->problems);
	arena_done(&config->arena);
}

Keymap *
config_take_keymap(Config *config)
{
	Keymap *keymap = config->keymap;

	config->keymap = NULL;
	return keymap;
}

static void
add_problem(Config *config, uint32_t line, const Err *err)
{
	Err *problem;

	if (config->problems.count == CONFIG_PROBLEMS_MAX)
		return;
	problem = vec_push(&config->problems);
	*problem = *err;
	problem->line = line;
}

/* Takes the entries of a map, each key once. */
static void
each_entry(Config *config, const YamlNode *map, TakeEntry take, void *ctx)
{
	NameTable seen;

	names_init(&seen);
	for (const YamlNode *entry = map->first; entry; entry = entry->next) {
		uint32_t line = names_get(&seen, entry->key);
		Err err;

		if (line == DOC_NONE) {
			names_put(&seen, entry->key, entry->line);
			take(config, entry, ctx);
			continue;
		}
		err_set(&err, _("%.*s stands here twice; what line %u says of"
				" it holds"), SLICE_ARGS(entry->key), line);
		add_problem(config, entry->line, &err);
	}
	names_done(&seen);
}

static void
take_option(Config *config, const YamlNode *entry, Options *options)
{
	OptionId id = registry_find_option(entry->key);
	Err err;

	if (id == OPTION_COUNT)
		err_set(&err, _("%.*s: there is no such option; fangtan"
				" --print-config prints all"),
			SLICE_ARGS(entry->key));
	else if (!registry_option(id)->setting)
		err_set(&err, _("%.*s: this can be said on the command line"
				" only"), SLICE_ARGS(entry->key));
	else if (entry->kind != YAML_SCALAR)
		err_set(&err, _("%.*s: one value is wanted, no list and no"
				" map"), SLICE_ARGS(entry->key));
	else if (options_set_default(options, id, entry->value.ptr, &err)
		 == STATUS_OK)
		return;
	add_problem(config, entry->line, &err);
}

/* Binds the keys of an entry; what is wrong with them is in `err`. */
static Status
bind_entry(Keymap *keymap, const YamlNode *entry, CommandId id, Err *err)
{
	const YamlNode *keys = entry->kind == YAML_SCALAR ? entry
							  : entry->first;

	for (; keys; keys = keys == entry ? NULL : keys->next) {
		if (keys->kind != YAML_SCALAR || entry->kind == YAML_MAP)
			return err_set(err, _("%.*s: keys are wanted, such as"
					      " ['J', '<C-d>', 'zz']"),
				       SLICE_ARGS(entry->key));
		if (keymap_bind(keymap, keys->value, id, err) != STATUS_OK)
			return STATUS_FAILED;
	}
	return STATUS_OK;
}

static void
take_keys(Config *config, const YamlNode *entry, void *ctx)
{
	CommandId id = registry_find_command(entry->key);
	Err err;

	(void)ctx;
	if (id == COMMAND_COUNT) {
		err_set(&err, _("keys: there is no command %.*s; fangtan"
				" --print-config prints all"),
			SLICE_ARGS(entry->key));
		add_problem(config, entry->line, &err);
		return;
	}
	if (bind_entry(config->keymap, entry, id, &err) == STATUS_OK)
		return;
	add_problem(config, entry->line, &err);
	keymap_unbind(config->keymap, id);
	keymap_bind(config->keymap, slice_from(registry_command(id)->keys), id,
		    NULL);
}

/* All lose their keys before any takes others, so that two may exchange. */
static void
take_key_map(Config *config, const YamlNode *map)
{
	config->keymap = keymap_new();
	for (const YamlNode *entry = map->first; entry; entry = entry->next) {
		CommandId id = registry_find_command(entry->key);

		if (id != COMMAND_COUNT)
			keymap_unbind(config->keymap, id);
	}
	each_entry(config, map, take_keys, NULL);
}

/* A map that entries are copied into, and the last of them. */
typedef struct Copying {
	YamlNode *map;
	YamlNode *last;
} Copying;

static bool
is_role(const YamlNode *node)
{
	return node->kind == YAML_SCALAR
		&& (slice_eq(node->value, SLICE("unknown"))
		    || speakers_role_of(node->value) != SPEAKER_UNKNOWN);
}

/* A name, or a list of names. */
static bool
are_names(const YamlNode *node)
{
	if (node->kind != YAML_LIST)
		return node->kind == YAML_SCALAR;
	for (node = node->first; node; node = node->next)
		if (node->kind != YAML_SCALAR)
			return false;
	return true;
}

static void
take_person(Config *config, const YamlNode *entry, void *ctx)
{
	Copying *copying = ctx;
	bool roles = copying->map == &config->roles;
	YamlNode *copy;
	Err err;

	if (roles ? is_role(entry) : are_names(entry)) {
		copy = arena_alloc(&config->arena, sizeof(*copy));
		*copy = *entry;
		copy->next = NULL;
		*(copying->last ? &copying->last->next
				: &copying->map->first) = copy;
		copying->last = copy;
		return;
	}
	err_set(&err, roles ? _("%.*s: a role is host, guest or unknown")
			    : _("%.*s: a name is wanted, or a list of names"),
		SLICE_ARGS(entry->key));
	add_problem(config, entry->line, &err);
}

static void
take_people(Config *config, const YamlNode *entry, Options *options)
{
	bool roles = slice_eq(entry->key, SLICE("speaker_roles"));
	Copying copying = { roles ? &config->roles : &config->aliases, NULL };

	each_entry(config, entry, take_person, &copying);
	options->people = &config->people;
}

static void
take_entry(Config *config, const YamlNode *entry, void *ctx)
{
	bool keys = slice_eq(entry->key, SLICE("keys"));
	bool people = slice_eq(entry->key, SLICE("speaker_aliases"))
		|| slice_eq(entry->key, SLICE("speaker_roles"));
	Err err;

	if (!keys && !people) {
		take_option(config, entry, ctx);
	} else if (entry->kind == YAML_SCALAR && !entry->value.len) {
		return;
	} else if (entry->kind != YAML_MAP) {
		err_set(&err, _("%.*s: lines such as `%s` are wanted below"
				" it"), SLICE_ARGS(entry->key),
			keys ? "next-turn: ['J', '<Right>']"
			     : "Ann Lee: host");
		add_problem(config, entry->line, &err);
	} else if (keys) {
		take_key_map(config, entry);
	} else {
		take_people(config, entry, ctx);
	}
}

static Status
read_root(Config *config, int fd, const YamlNode **ret_root, Err *err)
{
	Status status;
	Slice text;
	Buf bytes;

	buf_init(&bytes, 2 * YAML_INPUT_MAX);
	status = files_read(fd, YAML_INPUT_MAX, &bytes, err);
	text = utf8_without_mark(buf_slice(&bytes));
	if (status == STATUS_OK)
		status = yaml_read(text, &config->arena, ret_root, err);
	buf_done(&bytes);
	if (status == STATUS_OK && *ret_root && (*ret_root)->kind != YAML_MAP)
		return err_set_line(err, (*ret_root)->line,
				    _("lines such as `measure: 60` are"
				      " wanted"));
	return status;
}

/* The file of a person who names none; NULL: there is no place for it. */
static const char *
default_path(Config *config)
{
	const char *path = NULL;
	Buf text;

	buf_init(&text, SIZE_MAX);
	if (files_folder("XDG_CONFIG_HOME", "/.config", &text)) {
		buf_append(&text, SLICE("/config.yaml"));
		path = arena_copy(&config->arena, buf_slice(&text)).ptr;
	}
	buf_done(&text);
	return path;
}

/* Gives the options what the file says. */
static Status
read_file(Config *config, int fd, Options *options, Err *err)
{
	const YamlNode *root;

	if (read_root(config, fd, &root, err) != STATUS_OK)
		return STATUS_FAILED;
	if (root)
		each_entry(config, root, take_entry, options);
	return STATUS_OK;
}

Status
config_load(Config *config, Options *options, Err *err)
{
	Status status;
	Err own = { .text = "" };
	int fd;

	config->path = options->has_config ? options->config
					   : default_path(config);
	if (!config->path)
		return STATUS_OK;
	fd = open(config->path, O_RDONLY | O_CLOEXEC);
	if (fd < 0 && !options->has_config
	    && (errno == ENOENT || errno == ENOTDIR))
		return STATUS_OK;
	if (fd >= 0) {
		status = read_file(config, fd, options, &own);
		close(fd);
	} else {
		status = err_set_system(&own, errno);
	}
	if (status == STATUS_OK || options->has_config) {
		*err = own;
		return status;
	}
	add_problem(config, own.line, &own);
	return STATUS_OK;
}
