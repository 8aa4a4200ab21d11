#include "settings/options.h"

#ifdef HAVE_CONFIG_H
#include "config.h"
#endif

#include <assert.h>
#include <errno.h>
#include <getopt.h>
#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "document/timestamp.h"

#define LONG_BASE 256		/* getopt's number of a long name: from here */
#define VALUES_TEXT_MAX 200	/* bytes of an ENUM's values in a sentence */
#define NAMES_TEXT_MAX 400	/* bytes of the names that a word may mean */

#define DEFAULT_FLAG(value) (value)
#define DEFAULT_INT(value) (value)
#define DEFAULT_STRING(value) (value)
#define DEFAULT_LIST(value) { NULL, (value) }
#define DEFAULT_ENUM(value) (value)
#define DEFAULT_TIME(value) (value)

static const Options options_default = {
#define OPTION(id, name, letter, type, value, domain, arg, help) \
	.id = DEFAULT_##type(value), .has_##id = false,
#include "settings/registry.def"
};

/* Where the fields of a row are in Options. */
static const struct OptionField {
	size_t value;
	size_t has;
} option_fields[] = {
#define OPTION(id, name, letter, type, value, domain, arg, help) \
	{ offsetof(Options, id), offsetof(Options, has_##id) },
#include "settings/registry.def"
};

/* The rows as getopt_long(3) wants them. */
typedef struct GetoptTables {
	struct option longs[OPTION_COUNT + 1];
	char letters[2 * OPTION_COUNT + 2];
} GetoptTables;

static void *
options_field(Options *options, OptionId id)
{
	return (char *)options + option_fields[id].value;
}

static void
tables_init(GetoptTables *tables)
{
	char *letter = tables->letters;

	*tables = (GetoptTables){ 0 };
	*letter++ = ':';	/* tell a missing argument from other errors */
	for (int id = 0; id < OPTION_COUNT; id++) {
		const OptionRow *row = registry_option((OptionId)id);

		tables->longs[id] = (struct option){
			.name = row->name,
			.has_arg = row->arg	  ? required_argument
				   : row->setting ? optional_argument
						  : no_argument,
			.val = LONG_BASE + id,
		};
		if (!row->letter)
			continue;
		*letter++ = row->letter;
		if (row->arg)
			*letter++ = ':';
	}
}

/* The row that getopt's number means, or OPTION_COUNT. */
static OptionId
option_of_number(int number)
{
	if (number >= LONG_BASE)
		return (OptionId)(number - LONG_BASE);
	for (int id = 0; id < OPTION_COUNT; id++) {
		char letter = registry_option((OptionId)id)->letter;

		if (letter && letter == number)
			return (OptionId)id;
	}
	return OPTION_COUNT;
}

/* `text` NULL: the option alone. */
static Status
set_flag(bool *field, const OptionRow *row, const char *text, Err *err)
{
	*field = !text || !strcmp(text, "true");
	if (*field || !strcmp(text, "false"))
		return STATUS_OK;
	return err_set(err, _("--%s=%s: it is true or false"), row->name,
		       text);
}

static Status
set_int(int *field, const OptionRow *row, const char *text, Err *err)
{
	char *end = NULL;
	long number = -1;

	errno = 0;
	if (ascii_is_digit(*text))
		number = strtol(text, &end, 10);
	if (end && !*end && !errno && number >= row->least
	    && number <= row->most) {
		*field = (int)number;
		return STATUS_OK;
	}
	if (row->most == OPTION_INT_MAX)
		return err_set(err, _("--%s=%s: a number from %d is wanted"),
			       row->name, text, row->least);
	return err_set(err, _("--%s=%s: a number from %d to %d is wanted"),
		       row->name, text, row->least, row->most);
}

/* Value `index` of an ENUM; empty where there are no more. */
static Slice
enum_value(const OptionRow *row, int index)
{
	const char *value = row->values;
	size_t len = strcspn(value, "|");

	while (index-- > 0) {
		if (!value[len])
			return (Slice){ value + len, 0 };
		value += len + 1;
		len = strcspn(value, "|");
	}
	return (Slice){ value, len };
}

void
options_append_values(const OptionRow *row, Buf *out)
{
	Slice value = enum_value(row, 0);

	for (int i = 1; value.len > 0; i++) {
		Slice next = enum_value(row, i);
		bool last = enum_value(row, i + 1).len == 0;

		buf_append(out, value);
		if (next.len > 0)
			buf_append(out, slice_from(last ? _(" or ") : ", "));
		value = next;
	}
}

static Status
set_enum(int *field, const OptionRow *row, const char *text, Err *err)
{
	Slice value = enum_value(row, 0);
	Status status;
	Buf values;

	for (int i = 0; value.len > 0; value = enum_value(row, ++i)) {
		if (slice_eq(value, slice_from(text))) {
			*field = i;
			return STATUS_OK;
		}
	}
	buf_init(&values, VALUES_TEXT_MAX);
	options_append_values(row, &values);
	status = err_set(err, _("--%s=%s: it is %.*s"), row->name, text,
			 SLICE_ARGS(buf_slice(&values)));
	buf_done(&values);
	return status;
}

static Status
set_list(OptionList *field, const char *text)
{
	field->items = mem_realloc_array(field->items, field->count + 1,
					 sizeof(*field->items));
	field->items[field->count++] = text;
	return STATUS_OK;
}

static Status
set_time(uint32_t *field, const OptionRow *row, const char *text, Err *err)
{
	Slice given = slice_from(text);

	if (given.len > 0 && timestamp_read(given, field) == given.len)
		return STATUS_OK;
	return err_set(err, _("--%s=%s: a time is wanted, as 12:13 or 1:02:30"),
		       row->name, text);
}

static Status
set_field(void *field, const OptionRow *row, const char *text, Err *err)
{
	switch (row->type) {
	case OPTION_TYPE_FLAG:
		return set_flag(field, row, text, err);
	case OPTION_TYPE_INT:
		return set_int(field, row, text, err);
	case OPTION_TYPE_STRING:
		*(const char **)field = text;
		return STATUS_OK;
	case OPTION_TYPE_LIST:
		return set_list(field, text);
	case OPTION_TYPE_ENUM:
		return set_enum(field, row, text, err);
	case OPTION_TYPE_TIME:
		return set_time(field, row, text, err);
	}
	return STATUS_OK;
}

static Status
options_set(Options *options, OptionId id, const char *text, Err *err)
{
	void *field = options_field(options, id);
	bool *has = (bool *)((char *)options + option_fields[id].has);

	if (set_field(field, registry_option(id), text, err) != STATUS_OK)
		return STATUS_FAILED;
	*has = true;
	/* Of two that contradict each other the last one holds. */
	if (id == OPTION_ignore_case && options->ignore_case)
		options->no_ignore_case = options->has_no_ignore_case = false;
	if (id == OPTION_no_ignore_case && options->no_ignore_case)
		options->ignore_case = options->has_ignore_case = false;
	return STATUS_OK;
}

/* True where an option has its value, or another that rules it out. */
static bool
is_decided(const Options *options, OptionId id)
{
	if (id == OPTION_ignore_case && options->no_ignore_case)
		return true;
	if (id == OPTION_no_ignore_case && options->ignore_case)
		return true;
	return *((const bool *)((const char *)options + option_fields[id].has));
}

Status
options_set_default(Options *options, OptionId id, const char *text, Err *err)
{
	Options unused = { .n_operands = 0 };
	Status status;

	assert(registry_option(id)->setting);
	status = options_set(is_decided(options, id) ? &unused : options, id,
			     text, err);
	options_done(&unused);
	return status;
}

/* `word`: "--name" or "--name=value", and no row has that name. */
static Status
fail_long_name(const char *word, Err *err)
{
	int len = (int)strcspn(word, "=");
	int found = 0;
	Status status;
	Buf names;

	buf_init(&names, NAMES_TEXT_MAX);
	for (int id = 0; id < OPTION_COUNT; id++) {
		const char *name = registry_option((OptionId)id)->name;

		if (strncmp(name, word + 2, (size_t)len - 2) != 0)
			continue;
		buf_appendf(&names, "%s--%s", found++ ? ", " : "", name);
	}
	if (found > 1)
		status = err_set(err, _("%.*s may mean any of %.*s"), len,
				 word, SLICE_ARGS(buf_slice(&names)));
	else
		status = err_set(err, _("unknown option %.*s; see --help"),
				 len, word);
	buf_done(&names);
	return status;
}

/* What getopt_long() did not like, in a sentence. */
static Status
options_fail(int result, char **argv, Err *err)
{
	OptionId id = option_of_number(optopt);
	const OptionRow *row;

	if (optopt == 0)
		return fail_long_name(argv[optind - 1], err);
	if (id == OPTION_COUNT) {
		if (optopt > ' ' && optopt < 0x7F)
			return err_set(err, _("unknown option -%c; see --help"),
				       optopt);
		return err_set(err, _("unknown option %s; see --help"),
			       argv[optind]);
	}
	row = registry_option(id);
	if (result == ':')
		return err_set(err, _("--%s wants an argument: --%s=%s"),
			       row->name, row->name, row->arg);
	return err_set(err, _("--%s takes no argument"), row->name);
}

static bool
has_context(const Options *options)
{
	return options->has_after_context || options->has_before_context
	       || options->has_context;
}

static Status
options_check(const Options *options, Err *err)
{
	if (options->help || options->version || options->print_config)
		return STATUS_OK;
	if (options->count && !options->has_search)
		return err_set(err, _("--count counts what --search finds;"
				      " give --search=PATTERN too"));
	if (has_context(options) && !options->has_search)
		return err_set(err, _("--context, --before-context and"
				      " --after-context add to what --search"
				      " finds; give --search=PATTERN too"));
	if (options->has_turn && options->has_time)
		return err_set(err, _("--turn and --time both name the turn;"
				      " give one of them"));
	return STATUS_OK;
}

Status
options_parse(Options *options, int argc, char **argv, Err *err)
{
	GetoptTables tables;
	int number;

	*options = options_default;
	tables_init(&tables);
	opterr = 0;
	optind = 0;	/* glibc, musl: begin anew */
	while (!options->help && !options->version && !options->print_config) {
		number = getopt_long(argc, argv, tables.letters, tables.longs,
				     NULL);
		if (number == -1)
			break;
		if (number == '?' || number == ':')
			return options_fail(number, argv, err);
		if (options_set(options, option_of_number(number), optarg, err)
		    != STATUS_OK)
			return STATUS_FAILED;
	}
	options->operands = argv + optind;
	options->n_operands = argc - optind;
	return options_check(options, err);
}

void
options_done(Options *options)
{
	for (int id = 0; id < OPTION_COUNT; id++) {
		OptionList *list = options_field(options, (OptionId)id);

		if (registry_option((OptionId)id)->type != OPTION_TYPE_LIST)
			continue;
		mem_free(list->items);
		*list = (OptionList){ NULL, 0 };
	}
}

bool
options_print(const Options *options)
{
	return options->has_format || options->chapters || options->speakers
	       || options->check || options->explain || options->count
	       || has_context(options);
}

/* "  -f, --format=FORMAT"; returns its length, in columns as well. */
static int
option_left(const OptionRow *row, Buf *out)
{
	size_t start = out->len;

	if (row->letter)
		buf_appendf(out, "  -%c, --%s", row->letter, row->name);
	else
		buf_appendf(out, "      --%s", row->name);
	if (row->arg)
		buf_appendf(out, "=%s", row->arg);
	return (int)(out->len - start);
}

bool
options_append_default(const OptionRow *row, Buf *out)
{
	if (row->type == OPTION_TYPE_ENUM) {
		buf_append(out, enum_value(row, row->value));
		return true;
	}
	if (row->type != OPTION_TYPE_INT || row->value < row->least
	    || row->value > row->most)
		return false;
	buf_appendf(out, "%d", row->value);
	return true;
}

/* " (default: 68)" where there is one to show. */
static void
append_default(const OptionRow *row, Buf *out)
{
	Buf value;

	buf_init(&value, VALUES_TEXT_MAX);
	if (options_append_default(row, &value))
		buf_appendf(out, _(" (default: %.*s)"),
			    SLICE_ARGS(buf_slice(&value)));
	buf_done(&value);
}

/* Columns of the widest left part. */
static int
widest_left(void)
{
	int widest = 0;
	Buf left;

	buf_init(&left, VALUES_TEXT_MAX);
	for (int id = 0; id < OPTION_COUNT; id++) {
		int cols = option_left(registry_option((OptionId)id), &left);

		widest = cols > widest ? cols : widest;
		buf_clear(&left);
	}
	buf_done(&left);
	return widest;
}

void
options_usage(Buf *out)
{
	int widest = widest_left();

	buf_append(out, slice_from(_(
"Usage: fangtan [OPTION]... [FILE | DIRECTORY | -]...\n"
"Reads interview transcripts in the terminal; prints them where standard\n"
"output is no terminal.\n\n")));
	for (int id = 0; id < OPTION_COUNT; id++) {
		const OptionRow *row = registry_option((OptionId)id);
		int cols = option_left(row, out);

		buf_appendf(out, "%*s  %s", widest - cols, "", _(row->help));
		append_default(row, out);
		buf_append_char(out, '\n');
	}
	buf_append(out, slice_from(_(
"\nWith no operand, the sample interviews are opened; - is standard input.\n"
"In the reader, h shows its keys.  Everything else: man fangtan\n\n"
"Example: how often does the second speaker say it?\n"
"  fangtan --speaker=2 --search=risk --count interview.md\n")));
}

void
options_version(Buf *out)
{
	buf_appendf(out, _("fangtan %s\n"
			   "Copyright (c) 2026 The fangtan authors.\n"
			   "ISC licence: you may use, change and share it;"
			   " there is no warranty.\n"),
		    PACKAGE_VERSION);
}
