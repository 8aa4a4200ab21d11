/* Unit tests of settings/config. */
#include "settings/config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "unit/folder_fixture.h"

#define COUNT_OF(table) (sizeof(table) / sizeof((table)[0]))

/* A configuration that was read from a file of its own. */
typedef struct Read {
	Folder folder;
	char argument[256];
	char *argv[3];
	Options options;
	Config config;
	Status status;
	Err err;
} Read;

static void
read_config(Read *read, const char *text)
{
	char path[200];

	*read = (Read){ .err = { .text = "" } };
	folder_make(&read->folder);
	folder_write(&read->folder, "config.yaml", text);
	folder_path(&read->folder, "config.yaml", path, sizeof(path));
	snprintf(read->argument, sizeof(read->argument), "--config=%s", path);
	read->argv[0] = read->argument + strlen(read->argument);
	read->argv[1] = read->argument;
	assert_int_equal(options_parse(&read->options, 2, read->argv, NULL),
			 STATUS_OK);
	config_init(&read->config);
	read->status = config_load(&read->config, &read->options, &read->err);
}

static void
read_done(Read *read)
{
	options_done(&read->options);
	config_done(&read->config);
	folder_remove(&read->folder);
}

static const Err *
problem(const Read *read, size_t i)
{
	return vec_at(&read->config.problems, i);
}

/* The keys of a command, NUL-terminated. */
static void
assert_keys(const Keymap *keymap, CommandId id, const char *want)
{
	Buf keys;

	buf_init(&keys, 1000);
	keymap_append_keys(keymap, id, &keys);
	buf_append_char(&keys, '\0');
	assert_string_equal(keys.ptr, want);
	buf_done(&keys);
}

static void
options_are_set(void **state)
{
	Read read;

	(void)state;
	read_config(&read, "measure: 50\ncolor: never\nfixed-strings: true\n"
		    "'names': \"above\"\n");
	assert_int_equal(read.status, STATUS_OK);
	assert_int_equal(read.config.problems.count, 0);
	assert_int_equal(read.options.measure, 50);
	assert_int_equal(read.options.color, OPTION_COLOR_NEVER);
	assert_int_equal(read.options.names, OPTION_NAMES_ABOVE);
	assert_true(read.options.fixed_strings);
	assert_int_equal(read.options.sidebar, 25);
	assert_null(read.options.people);
	assert_null(config_take_keymap(&read.config));
	read_done(&read);
}

static void
nothing_in_the_file_is_nothing_wrong(void **state)
{
	static const char *const texts[] = {
		"", "\n", "# measure: 5\n", "{}\n", "---\n...\n",
		"keys:\nspeaker_aliases:\nspeaker_roles:\n",
		"\xEF\xBB\xBFmeasure: 68\r\n",
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(texts); i++) {
		Read read;

		read_config(&read, texts[i]);
		assert_int_equal(read.status, STATUS_OK);
		assert_int_equal(read.config.problems.count, 0);
		assert_int_equal(read.options.measure, 68);
		read_done(&read);
	}
}

static void
keys_replace_those_of_their_command(void **state)
{
	Keymap *keymap;
	Read read;

	(void)state;
	read_config(&read, "keys:\n  next-turn: K\n"
		    "  prev-turn: [J, <C-p>, 'y Y']\n  to-start: []\n"
		    "  filter:\n");
	assert_int_equal(read.config.problems.count, 0);
	keymap = config_take_keymap(&read.config);
	assert_keys(keymap, COMMAND_next_turn, "K");
	assert_keys(keymap, COMMAND_prev_turn, "J <C-p> y Y");
	assert_keys(keymap, COMMAND_to_start, "");
	assert_keys(keymap, COMMAND_filter, "");
	assert_keys(keymap, COMMAND_to_end, "G <End>");
	keymap_free(keymap);
	read_done(&read);
}

static void
what_is_wrong_keeps_its_default(void **state)
{
	Keymap *keymap;
	Read read;

	(void)state;
	read_config(&read, "measure: 5\nsidebar: 30\n"
		    "keys:\n  next-turn: [j]\n  prev-turn: X\n");
	assert_int_equal(read.status, STATUS_OK);
	assert_int_equal(read.config.problems.count, 2);
	assert_int_equal(read.options.measure, 68);
	assert_int_equal(read.options.sidebar, 30);
	keymap = config_take_keymap(&read.config);
	assert_keys(keymap, COMMAND_next_turn, "J <Right>");
	assert_keys(keymap, COMMAND_prev_turn, "X");
	keymap_free(keymap);
	read_done(&read);
}

#define PRINTS_ALL "; fangtan --print-config prints all"
#define TWO_KEYS ": one or two keys are wanted, such as x, <C-d> or zz," \
	" and no digit first"

static const struct ProblemCase {
	const char *text;
	uint32_t line;
	const char *problem;
} problem_cases[] = {
	{ "\nmeasure: x", 2, "--measure=x: a number from 10 to 1000 is"
	  " wanted" },
	{ "measure:", 1, "--measure=: a number from 10 to 1000 is wanted" },
	{ "color: on", 1, "--color=on: it is auto, always or never" },
	{ "fixed-strings: 1", 1, "--fixed-strings=1: it is true or false" },
	{ "measure: [50]", 1, "measure: one value is wanted, no list and no"
	  " map" },
	{ "colour: never", 1, "colour: there is no such option" PRINTS_ALL },
	{ "turn: 3", 1, "turn: this can be said on the command line only" },
	{ "config: x", 1, "config: this can be said on the command line"
	  " only" },
	{ "names: auto\nnames: above", 2, "names stands here twice; what line"
	  " 1 says of it holds" },
	{ "keys: j", 1, "keys: lines such as `next-turn: ['J', '<Right>']` are"
	  " wanted below it" },
	{ "keys: {jump: x}", 1, "keys: there is no command jump" PRINTS_ALL },
	{ "keys:\n  help: 9", 2, "9" TWO_KEYS },
	{ "keys:\n  help: xyz", 2, "xyz" TWO_KEYS },
	{ "keys:\n  help: <Foo>", 2, "<Foo>" TWO_KEYS },
	{ "keys: {help: {a: b}}", 1, "help: keys are wanted, such as ['J',"
	  " '<C-d>', 'zz']" },
	{ "keys: {help: [[a]]}", 1, "help: keys are wanted, such as ['J',"
	  " '<C-d>', 'zz']" },
	{ "keys: {help: z}", 1, "z: it cannot be told from a key of the"
	  " command turn-to-middle; take it from there first" },
	{ "keys:\n  help: y\n  help: Y", 3, "help stands here twice; what line"
	  " 2 says of it holds" },
	{ "speaker_roles: host", 1, "speaker_roles: lines such as `Ann Lee:"
	  " host` are wanted below it" },
	{ "speaker_roles: {Ann: boss}", 1, "Ann: a role is host, guest or"
	  " unknown" },
	{ "speaker_aliases:\n  Ann: {A: B}", 2, "Ann: a name is wanted, or a"
	  " list of names" },
	{ "speaker_aliases: {Ann: [[A]]}", 1, "Ann: a name is wanted, or a"
	  " list of names" },
};

static void
what_is_wrong_is_told_with_its_line(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(problem_cases); i++) {
		const struct ProblemCase *c = &problem_cases[i];
		Read read;

		read_config(&read, c->text);
		assert_int_equal(read.status, STATUS_OK);
		assert_int_equal(read.config.problems.count, 1);
		assert_string_equal(problem(&read, 0)->text, c->problem);
		assert_int_equal(problem(&read, 0)->line, c->line);
		read_done(&read);
	}
}

static const struct RefusedCase {
	const char *text;
	uint32_t line;
	const char *start;	/* of the message */
} refused_cases[] = {
	{ "a: b: c", 1, "this is no valid YAML: " },
	{ "measure: 50\ncolor: \xFF", 2, "this is no valid YAML: " },
	{ "\n- measure\n", 2, "lines such as `measure: 60` are wanted" },
	{ "measure\n", 1, "lines such as `measure: 60` are wanted" },
	{ "\x7F" "ELF\x01\x02", 1, "this is no valid YAML: " },
	{ "a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\n"
	  "c: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\n"
	  "d: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]\n"
	  "e: [*d,*d,*d,*d,*d,*d,*d,*d,*d]\n", 5, "there are more than " },
};

static void
a_named_file_that_is_no_map_is_refused(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(refused_cases); i++) {
		const struct RefusedCase *c = &refused_cases[i];
		Read read;

		read_config(&read, c->text);
		assert_int_equal(read.status, STATUS_FAILED);
		assert_int_equal(strncmp(read.err.text, c->start,
					 strlen(c->start)), 0);
		assert_int_equal(read.err.line, c->line);
		read_done(&read);
	}
}

static void
a_file_that_is_too_long_is_refused(void **state)
{
	char *text = malloc(YAML_INPUT_MAX + 2);
	Read read;

	(void)state;
	assert_non_null(text);
	memset(text, '#', YAML_INPUT_MAX + 1);
	text[YAML_INPUT_MAX + 1] = '\0';
	read_config(&read, text);
	assert_int_equal(read.status, STATUS_FAILED);
	assert_string_equal(read.err.text,
			    "the YAML is longer than 1048576 bytes");
	read_done(&read);
	free(text);
}

static void
what_is_told_has_an_end(void **state)
{
	Buf text;
	Read read;

	(void)state;
	buf_init(&text, 100000);
	for (int i = 0; i < 10 * CONFIG_PROBLEMS_MAX; i++)
		buf_appendf(&text, "x%d: y\n", i);
	buf_append_char(&text, '\0');
	read_config(&read, text.ptr);
	assert_int_equal(read.status, STATUS_OK);
	assert_int_equal(read.config.problems.count, CONFIG_PROBLEMS_MAX);
	read_done(&read);
	buf_done(&text);
}

static void
speakers_are_named_as_front_matter_would(void **state)
{
	const YamlNode *map;
	Read read;

	(void)state;
	read_config(&read, "speaker_roles:\n  Ann Lee: host\n  Bob: boss\n"
		    "  Cid: unknown\n"
		    "speaker_aliases:\n  Ann Lee: [Ann, AL]\n  Bob Ray: Bob\n");
	assert_int_equal(read.config.problems.count, 1);
	assert_non_null(read.options.people);
	map = yaml_get(read.options.people, "speaker_roles");
	assert_non_null(yaml_get(map, "Ann Lee"));
	assert_null(yaml_get(map, "Bob"));
	assert_non_null(yaml_get(map, "Cid"));
	map = yaml_get(read.options.people, "speaker_aliases");
	assert_true(slice_eq(yaml_get(map, "Ann Lee")->first->next->value,
			     SLICE("AL")));
	assert_true(slice_eq(yaml_get(map, "Bob Ray")->value, SLICE("Bob")));
	read_done(&read);
}

/* Reads what --print-config prints. */
static void
read_defaults(Read *read)
{
	Buf text;

	buf_init(&text, 64 * 1024);
	config_append_defaults(&text);
	buf_append_char(&text, '\0');
	read_config(read, text.ptr);
	buf_done(&text);
}

static void
the_printed_defaults_read_back_as_the_defaults(void **state)
{
	Keymap *keymap;
	Options plain;
	Read read;

	(void)state;
	read_defaults(&read);
	assert_int_equal(read.status, STATUS_OK);
	assert_int_equal(read.config.problems.count, 0);
	assert_int_equal(options_parse(&plain, 1, read.argv, NULL), STATUS_OK);
	keymap = config_take_keymap(&read.config);
	assert_non_null(keymap);
	for (int id = 0; id < COMMAND_COUNT; id++)
		assert_keys(keymap, (CommandId)id,
			    registry_command((CommandId)id)->keys);
	keymap_free(keymap);
#define OPTION(id, name, letter, type, value, domain, arg, help)
#define SETTING(id, name, letter, type, value, domain, arg, help) \
	assert_true(read.options.id == plain.id);
#include "settings/registry.def"
	assert_int_equal(read.options.has_measure, true);
	options_done(&plain);
	read_done(&read);
}

static void
the_printed_defaults_name_each_setting_in_lines_that_fit(void **state)
{
	Buf text;

	(void)state;
	buf_init(&text, 64 * 1024);
	config_append_defaults(&text);
	buf_append_char(&text, '\0');
	for (int id = 0; id < OPTION_COUNT; id++) {
		const OptionRow *row = registry_option((OptionId)id);
		char line[128];

		snprintf(line, sizeof(line), "\n# %s\n", row->help);
		assert_int_equal(strstr(text.ptr, line) != NULL, row->setting);
	}
	for (const char *line = text.ptr; *line; line++) {
		size_t len = strcspn(line, "\n");

		assert_in_range(len, 0, 79);
		line += len;
	}
	buf_done(&text);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(options_are_set),
		cmocka_unit_test(nothing_in_the_file_is_nothing_wrong),
		cmocka_unit_test(keys_replace_those_of_their_command),
		cmocka_unit_test(what_is_wrong_keeps_its_default),
		cmocka_unit_test(what_is_wrong_is_told_with_its_line),
		cmocka_unit_test(a_named_file_that_is_no_map_is_refused),
		cmocka_unit_test(a_file_that_is_too_long_is_refused),
		cmocka_unit_test(what_is_told_has_an_end),
		cmocka_unit_test(speakers_are_named_as_front_matter_would),
		cmocka_unit_test(
		    the_printed_defaults_read_back_as_the_defaults),
		cmocka_unit_test(
		    the_printed_defaults_name_each_setting_in_lines_that_fit),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
