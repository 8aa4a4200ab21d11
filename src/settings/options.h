/*
 * Options: the command line, as the registry's rows describe it.
 *
 * Options has one field for each row, with its default or what was given, and
 * has_<id>: it was given, here or in the configuration.  Strings are borrowed
 * from there, operands from argv.
 * Nothing is printed here and nothing is looked up in a document: what a
 * speaker or chapter means is decided by whoever has one.
 */
#ifndef SETTINGS_OPTIONS_H
#define SETTINGS_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "base/vec.h"
#include "settings/registry.h"
#include "text/yaml.h"

/* The values of ENUM options, in the order of their rows' VALUES. */
enum OptionFormat {
	OPTION_FORMAT_TEXT,
	OPTION_FORMAT_JSON,
	OPTION_FORMAT_MARKDOWN,
	OPTION_FORMAT_YAML,
	OPTION_FORMAT_HTML,
	OPTION_FORMAT_WEBVTT,
};

enum OptionColor {
	OPTION_COLOR_AUTO,
	OPTION_COLOR_ALWAYS,
	OPTION_COLOR_NEVER,
};

enum OptionTheme {
	OPTION_THEME_AUTO,
	OPTION_THEME_FIRST,	/* theme_at(0) */
};

enum OptionScript {	/* ScriptForm */
	OPTION_SCRIPT_ORIGINAL,
	OPTION_SCRIPT_TRADITIONAL,
	OPTION_SCRIPT_SIMPLIFIED,
};

enum OptionNames {
	OPTION_NAMES_AUTO,
	OPTION_NAMES_ABOVE,
	OPTION_NAMES_MARGIN,
};

enum OptionAmbiguousWidth {
	OPTION_AMBIGUOUS_WIDTH_AUTO,
	OPTION_AMBIGUOUS_WIDTH_1,
	OPTION_AMBIGUOUS_WIDTH_2,
};

enum OptionParagraphs {
	OPTION_PARAGRAPHS_SPACE,
	OPTION_PARAGRAPHS_INDENT,
};

typedef struct OptionList {
	const char **items;
	size_t count;
} OptionList;

typedef bool OptionAsFLAG;
typedef int OptionAsINT;
typedef const char *OptionAsSTRING;
typedef OptionList OptionAsLIST;
typedef int OptionAsENUM;
typedef uint32_t OptionAsTIME;

typedef struct Options {
#define OPTION(id, name, letter, type, value, domain, arg, help) \
	OptionAs##type id; bool has_##id;
#include "settings/registry.def"
	char **operands;	/* borrowed: the end of argv */
	int n_operands;
	const YamlNode *people;	/* whom the configuration names, as front
				   matter would; or NULL; borrowed */
} Options;

/*
 * Reads the command line into `options`, which need not be initialised, with
 * getopt_long(3): options and operands in any order (argv is permuted), `--`
 * ends the options, `-` is an operand, long names may be shortened.  Stops at
 * --help and --version.  Where it fails, `options` holds what came before;
 * options_done() is due either way.
 */
Status
options_parse(Options *options, int argc, char **argv, Err *err);

/*
 * Gives an option the value that the configuration has for it, unless the
 * command line has decided; fails where no such value can be given.
 */
Status
options_set_default(Options *options, OptionId id, const char *text,
		    Err *err);

void
options_done(Options *options);

/*
 * True where an option was given that prints (--format, --chapters,
 * --speakers, --check, --explain, --count), whatever standard output is.
 */
bool
options_print(const Options *options);

/* Appends the values that an ENUM may have: "auto, above or margin". */
void
options_append_values(const OptionRow *row, Buf *out);

/* Appends a row's default; false, and nothing, where it has none to show. */
bool
options_append_default(const OptionRow *row, Buf *out);

/* The text of --help and of --version, in the user's language. */
void
options_usage(Buf *out);

void
options_version(Buf *out);

#endif
