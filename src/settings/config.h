/*
 * Config: the configuration file.
 *
 * A YAML map: options by their names (the rows SETTING of registry.def), `keys`
 * (a command: its keys, in place of its own), and `speaker_aliases` and
 * `speaker_roles` in the shape of front matter.  Owns what it has read.  An
 * entry that is wrong is a problem, with its line, and as if it were not there;
 * the rest holds.  Shows nothing.
 */
#ifndef SETTINGS_CONFIG_H
#define SETTINGS_CONFIG_H

#include "base/err.h"
#include "base/mem.h"
#include "base/vec.h"
#include "settings/keymap.h"
#include "settings/options.h"
#include "text/yaml.h"

#define CONFIG_PROBLEMS_MAX 20	/* what is wrong beyond them is not told */

typedef struct Config {
	Arena arena;
	const char *path;	/* NULL: there is none */
	ChunkVec problems;	/* of Err */
	Keymap *keymap;		/* NULL: the keys are those of the registry */
	YamlNode aliases;	/* `speaker_aliases` and … */
	YamlNode roles;		/* … `speaker_roles`, as far as well said */
	YamlNode people;	/* the map of both, for Options */
} Config;

void
config_init(Config *config);

void
config_done(Config *config);

/*
 * Reads the file that --config names, else
 * $XDG_CONFIG_HOME/fangtan/config.yaml where there is one, and gives `options`
 * what the command line has not decided; they then borrow from the Config.
 * Fails where the file of --config cannot be read or is no YAML; what else is
 * wrong is among the problems.
 */
Status
config_load(Config *config, Options *options, Err *err);

/* The keymap, which the caller then owns; NULL: that of the registry holds. */
Keymap *
config_take_keymap(Config *config);

/* Appends a configuration that says all defaults, with their help. */
void
config_append_defaults(Buf *out);

#endif
