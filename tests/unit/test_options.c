/* Unit tests of settings/options. */
#include "settings/options.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define COUNT_OF(table) (sizeof(table) / sizeof((table)[0]))
#define ARGS_MAX 16
#define LINE_MAX_COLS 80

/* A command line in one string, words set apart by one blank. */
typedef struct CommandLine {
	char text[256];
	char *argv[ARGS_MAX + 1];
	int argc;
} CommandLine;

static void
split(CommandLine *line, const char *words)
{
	char *rest = line->text;

	assert_true(strlen(words) < sizeof(line->text));
	strcpy(line->text, words);
	line->argc = 0;
	line->argv[line->argc++] = line->text + strlen(words);	/* "" */
	while (*rest) {
		assert_true(line->argc < ARGS_MAX);
		line->argv[line->argc++] = rest;
		rest += strcspn(rest, " ");
		if (*rest)
			*rest++ = '\0';
	}
	line->argv[line->argc] = NULL;
}

static void
defaults_are_those_of_the_table(void **state)
{
	CommandLine line;
	Options options;
	Err err = { 0 };

	(void)state;
	split(&line, "");
	assert_int_equal(options_parse(&options, line.argc, line.argv, &err),
			 STATUS_OK);
	assert_int_equal(options.format, OPTION_FORMAT_TEXT);
	assert_int_equal(options.width, -1);
	assert_int_equal(options.measure, 68);
	assert_int_equal(options.sidebar, 25);
	assert_int_equal(options.names, OPTION_NAMES_AUTO);
	assert_int_equal(options.color, OPTION_COLOR_AUTO);
	assert_int_equal(options.speaker.count, 0);
	assert_null(options.search);
	assert_null(options.chapter);
	assert_int_equal(options.n_operands, 0);
#define OPTION(id, name, letter, type, value, domain, arg, help) \
	assert_false(options.has_##id);
#include "settings/registry.def"
	assert_false(options_print(&options));
	options_done(&options);
}

typedef struct NumberCase {
	const char *words;
	OptionId id;
	int value;
} NumberCase;

static const NumberCase number_cases[] = {
	{ "-t 12", OPTION_turn, 12 },
	{ "-t12", OPTION_turn, 12 },
	{ "--turn=12", OPTION_turn, 12 },
	{ "--turn 12", OPTION_turn, 12 },
	{ "--tu 12", OPTION_turn, 12 },
	{ "-t 1 -t 2", OPTION_turn, 2 },
	{ "-w0", OPTION_width, 0 },
	{ "-w 0100", OPTION_width, 100 },
	{ "--width=999999999", OPTION_width, 999999999 },
	{ "--measure=40", OPTION_measure, 40 },
	{ "--sidebar=0", OPTION_sidebar, 0 },
	{ "-fjson", OPTION_format, OPTION_FORMAT_JSON },
	{ "-f text", OPTION_format, OPTION_FORMAT_TEXT },
	{ "--format=json", OPTION_format, OPTION_FORMAT_JSON },
	{ "--color=auto", OPTION_color, OPTION_COLOR_AUTO },
	{ "--color=always", OPTION_color, OPTION_COLOR_ALWAYS },
	{ "--color=never", OPTION_color, OPTION_COLOR_NEVER },
	{ "--names=above", OPTION_names, OPTION_NAMES_ABOVE },
	{ "--names=margin", OPTION_names, OPTION_NAMES_MARGIN },
	{ "-F", OPTION_fixed_strings, 1 },
	{ "-iF", OPTION_ignore_case, 1 },
	{ "-iI", OPTION_no_ignore_case, 1 },
	{ "-iI", OPTION_ignore_case, 0 },
	{ "-Ii", OPTION_ignore_case, 1 },
	{ "-Ii", OPTION_no_ignore_case, 0 },
	{ "-F --fixed-strings=false", OPTION_fixed_strings, 0 },
	{ "--fixed-strings=true", OPTION_fixed_strings, 1 },
	{ "-I --ignore-case=false", OPTION_no_ignore_case, 1 },
	{ "file -F", OPTION_fixed_strings, 1 },
	{ "-- -F", OPTION_fixed_strings, 0 },
	{ "--count -ex", OPTION_count, 1 },
	{ "-ex -A3", OPTION_after_context, 3 },
	{ "-ex -B 0", OPTION_before_context, 0 },
	{ "-ex --context=2", OPTION_context, 2 },
	{ "-e x --chapters", OPTION_chapters, 1 },
	{ "--speakers", OPTION_speakers, 1 },
	{ "", OPTION_mouse, 0 },
	{ "--mouse", OPTION_mouse, 1 },
	{ "-h", OPTION_help, 1 },
	{ "-h --foo", OPTION_help, 1 },
	{ "--help --count", OPTION_help, 1 },
	{ "--count -V", OPTION_version, 1 },
	{ "--count --print-config", OPTION_print_config, 1 },
};

static int
number_of(const Options *options, OptionId id)
{
	switch (id) {
	case OPTION_turn: return options->turn;
	case OPTION_width: return options->width;
	case OPTION_measure: return options->measure;
	case OPTION_sidebar: return options->sidebar;
	case OPTION_format: return options->format;
	case OPTION_color: return options->color;
	case OPTION_names: return options->names;
	case OPTION_fixed_strings: return options->fixed_strings;
	case OPTION_ignore_case: return options->ignore_case;
	case OPTION_no_ignore_case: return options->no_ignore_case;
	case OPTION_count: return options->count;
	case OPTION_after_context: return options->after_context;
	case OPTION_before_context: return options->before_context;
	case OPTION_context: return options->context;
	case OPTION_chapters: return options->chapters;
	case OPTION_speakers: return options->speakers;
	case OPTION_help: return options->help;
	case OPTION_mouse: return options->mouse;
	case OPTION_print_config: return options->print_config;
	case OPTION_version: return options->version;
	default: return -1;
	}
}

static void
numbers_values_and_flags_are_read(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(number_cases); i++) {
		const NumberCase *c = &number_cases[i];
		CommandLine line;
		Options options;
		Err err = { 0 };

		split(&line, c->words);
		assert_int_equal(options_parse(&options, line.argc, line.argv,
					       &err), STATUS_OK);
		assert_string_equal(err.text, "");
		assert_int_equal(number_of(&options, c->id), c->value);
		options_done(&options);
	}
}

static const struct DefaultCase {
	const char *words;	/* the command line */
	OptionId id;
	const char *text;	/* what the configuration says of it */
	int value;		/* what holds */
} default_cases[] = {
	{ "", OPTION_measure, "50", 50 },
	{ "--measure=40", OPTION_measure, "50", 40 },
	{ "", OPTION_color, "never", OPTION_COLOR_NEVER },
	{ "--color=auto", OPTION_color, "never", OPTION_COLOR_AUTO },
	{ "", OPTION_fixed_strings, "true", 1 },
	{ "--fixed-strings=false", OPTION_fixed_strings, "true", 0 },
	{ "-I", OPTION_ignore_case, "true", 0 },
	{ "--no-ignore-case=false", OPTION_ignore_case, "true", 1 },
};

static void
the_command_line_wins_over_the_configuration(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(default_cases); i++) {
		const struct DefaultCase *c = &default_cases[i];
		CommandLine line;
		Options options;

		split(&line, c->words);
		assert_int_equal(options_parse(&options, line.argc, line.argv,
					       NULL), STATUS_OK);
		assert_int_equal(options_set_default(&options, c->id, c->text,
						     NULL), STATUS_OK);
		assert_int_equal(number_of(&options, c->id), c->value);
		options_done(&options);
	}
}

static void
what_the_configuration_says_is_checked_in_any_case(void **state)
{
	CommandLine line;
	Options options;
	Err err;

	(void)state;
	split(&line, "--measure=40");
	assert_int_equal(options_parse(&options, line.argc, line.argv, NULL),
			 STATUS_OK);
	assert_int_equal(options_set_default(&options, OPTION_measure, "5",
					     &err), STATUS_FAILED);
	assert_string_equal(err.text, "--measure=5: a number from 10 to 1000"
			    " is wanted");
	assert_int_equal(options.measure, 40);
	options_done(&options);
}

static void
strings_lists_and_operands_are_read(void **state)
{
	CommandLine line;
	Options options;

	(void)state;
	split(&line, "a.md -s Ann -c 2 - --speaker=3 -e p -sÉmile -- -b --x");
	assert_int_equal(options_parse(&options, line.argc, line.argv, NULL),
			 STATUS_OK);
	assert_true(options.has_speaker);
	assert_int_equal(options.speaker.count, 3);
	assert_string_equal(options.speaker.items[0], "Ann");
	assert_string_equal(options.speaker.items[1], "3");
	assert_string_equal(options.speaker.items[2], "Émile");
	assert_string_equal(options.chapter, "2");
	assert_true(options.has_search);
	assert_string_equal(options.search, "p");
	assert_false(options.has_turn);
	assert_int_equal(options.n_operands, 4);
	assert_string_equal(options.operands[0], "a.md");
	assert_string_equal(options.operands[1], "-");
	assert_string_equal(options.operands[2], "-b");
	assert_string_equal(options.operands[3], "--x");
	options_done(&options);
	assert_int_equal(options.speaker.count, 0);
}

static void
a_given_default_is_known_to_be_given(void **state)
{
	CommandLine line;
	Options options;

	(void)state;
	split(&line, "--format=text --measure=68 -e ");
	line.argv[line.argc++] = line.argv[0];	/* an empty argument */
	line.argv[line.argc] = NULL;
	assert_int_equal(options_parse(&options, line.argc, line.argv, NULL),
			 STATUS_OK);
	assert_true(options.has_format && options.has_measure);
	assert_true(options.has_search);
	assert_string_equal(options.search, "");
	assert_false(options.has_names || options.has_sidebar);
	options_done(&options);
}

#define CONTEXT_ALONE \
	"--context, --before-context and --after-context add to what" \
	" --search finds; give --search=PATTERN too"
#define FORMATS "it is text, json, markdown, yaml, html or webvtt"

static const struct WrongCase {
	const char *words;
	const char *text;	/* the whole message */
} wrong_cases[] = {
	{ "--foo", "unknown option --foo; see --help" },
	{ "--foo=bar", "unknown option --foo; see --help" },
	{ "-z", "unknown option -z; see --help" },
	{ "-iz", "unknown option -z; see --help" },
	{ "-é", "unknown option -é; see --help" },
	{ "--co", "--co may mean any of --count, --context, --context-turns,"
	  " --color, --config" },
	{ "--c=3", "--c may mean any of --chapter, --count, --context,"
	  " --context-turns, --chapters, --check, --color, --config" },
	{ "--count=3 -ex", "--count takes no argument" },
	{ "--help=x", "--help takes no argument" },
	{ "--fixed-strings=x", "--fixed-strings=x: it is true or false" },
	{ "--turn", "--turn wants an argument: --turn=N" },
	{ "-t", "--turn wants an argument: --turn=N" },
	{ "-Ft", "--turn wants an argument: --turn=N" },
	{ "--format=foo", "--format=foo: " FORMATS },
	{ "-f JSON", "--format=JSON: " FORMATS },
	{ "--format=", "--format=: " FORMATS },
	{ "--format=text|json", "--format=text|json: " FORMATS },
	{ "--color=on", "--color=on: it is auto, always or never" },
	{ "--names=x", "--names=x: it is auto, above or margin" },
	{ "--turn=x", "--turn=x: a number from 1 is wanted" },
	{ "--turn=0", "--turn=0: a number from 1 is wanted" },
	{ "--turn=-1", "--turn=-1: a number from 1 is wanted" },
	{ "--turn=+1", "--turn=+1: a number from 1 is wanted" },
	{ "--turn=", "--turn=: a number from 1 is wanted" },
	{ "-t3x", "--turn=3x: a number from 1 is wanted" },
	{ "-t 1000000000", "--turn=1000000000: a number from 1 is wanted" },
	{ "-t 99999999999999999999",
	  "--turn=99999999999999999999: a number from 1 is wanted" },
	{ "-w -1", "--width=-1: a number from 0 is wanted" },
	{ "--measure=2", "--measure=2: a number from 10 to 1000 is wanted" },
	{ "--count", "--count counts what --search finds;"
	  " give --search=PATTERN too" },
	{ "-A 1", CONTEXT_ALONE },
	{ "-B 0", CONTEXT_ALONE },
	{ "-C 1", CONTEXT_ALONE },
};

static void
what_is_wrong_is_said_in_one_sentence(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(wrong_cases); i++) {
		CommandLine line;
		Options options;
		Err err = { 0 };

		split(&line, wrong_cases[i].words);
		assert_int_equal(options_parse(&options, line.argc, line.argv,
					       &err), STATUS_FAILED);
		assert_string_equal(err.text, wrong_cases[i].text);
		options_done(&options);
	}
}

static void
only_some_options_print(void **state)
{
	static const struct PrintCase {
		const char *words;
		bool print;
	} cases[] = {
		{ "-f text", true },
		{ "--format=json", true },
		{ "--chapters", true },
		{ "--speakers", true },
		{ "-e x --count", true },
		{ "-e x -A 1", true },
		{ "-e x -B 1", true },
		{ "-e x -C 1", true },
		{ "-e x -s Ann -c 1 -t 3 -w 40 --color=always", false },
		{ "file", false },
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		CommandLine line;
		Options options;

		split(&line, cases[i].words);
		assert_int_equal(options_parse(&options, line.argc, line.argv,
					       NULL), STATUS_OK);
		assert_int_equal(options_print(&options), cases[i].print);
		options_done(&options);
	}
}

static void
values_have_the_numbers_of_their_names(void **state)
{
	static const struct ValueCase {
		OptionId id;
		int value;
		const char *name;
	} cases[] = {
		{ OPTION_format, OPTION_FORMAT_TEXT, "text" },
		{ OPTION_format, OPTION_FORMAT_JSON, "json" },
		{ OPTION_color, OPTION_COLOR_AUTO, "auto" },
		{ OPTION_color, OPTION_COLOR_ALWAYS, "always" },
		{ OPTION_color, OPTION_COLOR_NEVER, "never" },
		{ OPTION_names, OPTION_NAMES_AUTO, "auto" },
		{ OPTION_names, OPTION_NAMES_ABOVE, "above" },
		{ OPTION_names, OPTION_NAMES_MARGIN, "margin" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		OptionRow row = *registry_option(cases[i].id);
		Buf value;

		buf_init(&value, 64);
		row.value = cases[i].value;
		assert_true(options_append_default(&row, &value));
		assert_int_equal(value.len, strlen(cases[i].name));
		assert_memory_equal(value.ptr, cases[i].name, value.len);
		buf_done(&value);
	}
}

/* The text that `write` makes, NUL-terminated. */
static char *
text_of(void (*write)(Buf *))
{
	char *text;
	Buf out;

	buf_init(&out, 64 * 1024);
	write(&out);
	text = malloc(out.len + 1);
	assert_non_null(text);
	memcpy(text, out.ptr, out.len);
	text[out.len] = '\0';
	buf_done(&out);
	return text;
}

static void
help_names_every_option_in_lines_that_fit(void **state)
{
	char *text = text_of(options_usage);
	char name[64] = "--";

	(void)state;
	for (int id = 0; id < OPTION_COUNT; id++) {
		const OptionRow *row = registry_option((OptionId)id);

		strcpy(name + 2, row->name);
		assert_non_null(strstr(text, name));
		assert_non_null(strstr(text, row->help));
	}
	assert_non_null(strstr(text, "at most (default: 68)\n"));
	for (const char *line = text; *line; ) {
		size_t len = strcspn(line, "\n");

		assert_in_range(len, 0, LINE_MAX_COLS - 1);
		assert_int_equal(line[len], '\n');
		line += len + 1;
	}
	free(text);
}

static void
version_is_one_line_and_the_licence(void **state)
{
	char *text = text_of(options_version);

	(void)state;
	assert_int_equal(strncmp(text, "fangtan ", 8), 0);
	assert_true(text[8] >= '0' && text[8] <= '9');
	assert_non_null(strstr(text, "licence"));
	assert_int_equal(text[strlen(text) - 1], '\n');
	free(text);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(defaults_are_those_of_the_table),
		cmocka_unit_test(numbers_values_and_flags_are_read),
		cmocka_unit_test(the_command_line_wins_over_the_configuration),
		cmocka_unit_test(
		    what_the_configuration_says_is_checked_in_any_case),
		cmocka_unit_test(strings_lists_and_operands_are_read),
		cmocka_unit_test(a_given_default_is_known_to_be_given),
		cmocka_unit_test(what_is_wrong_is_said_in_one_sentence),
		cmocka_unit_test(only_some_options_print),
		cmocka_unit_test(values_have_the_numbers_of_their_names),
		cmocka_unit_test(help_names_every_option_in_lines_that_fit),
		cmocka_unit_test(version_is_one_line_and_the_licence),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
