/*
 * The program: reads the command line and opens the reader, or prints.
 */
#ifdef HAVE_CONFIG_H
#include "config.h"
#endif

#include <errno.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "formats/out.h"
#include "print.h"
#include "settings/config.h"
#include "settings/options.h"
#include "text/uni.h"
#include "ui/app.h"
#include "ui/loop.h"
#include "ui/opening.h"
#include "ui/remember.h"
#include "ui/terminal/screen.h"
#include "ui/terminal/signals.h"

#define EXIT_WRONG 2
#define USAGE_MAX (64 * 1024)	/* bytes of --help */
#define OPENING_US 300000	/* of looking for what the options name */
#define PRINT_COLUMNS 80	/* to wrap at where there is no terminal */

/* Gives bytes to the stream `ctx`. */
static bool
write_out(void *ctx, Slice bytes)
{
	return fwrite(bytes.ptr, 1, bytes.len, ctx) == bytes.len;
}

/*
 * `path` NULL: the message is about no file.  Names of files and speakers may
 * hold anything; what a terminal would obey is not written.
 */
static int
complain(const char *path, const Err *err)
{
	Out out;

	fflush(stdout);
	out_init(&out, write_out, stderr);
	out_put(&out, SLICE("fangtan: "));
	if (path) {
		out_put_text(&out, slice_from(path));
		out_put(&out, SLICE(":"));
		if (err->line)
			out_putf(&out, "%u:", err->line);
		out_put(&out, SLICE(" "));
	}
	out_put_text(&out, slice_from(err->text));
	out_put(&out, SLICE("\n"));
	out_done(&out);
	return EXIT_WRONG;
}

static void
set_locale(void)
{
	setlocale(LC_CTYPE, "");
	setlocale(LC_MESSAGES, "");
#ifdef ENABLE_NLS
	bindtextdomain(PACKAGE, LOCALEDIR);
	bind_textdomain_codeset(PACKAGE, "UTF-8");
	textdomain(PACKAGE);
#endif
}

static bool
is_directory(const char *path)
{
	struct stat info;

	return stat(path, &info) == 0 && S_ISDIR(info.st_mode);
}

/* Where the sample interviews are: installed, or in the source. */
static const char *
samples(void)
{
	static const char installed[] = PKGDATADIR "/interviews";

	return is_directory(installed) ? installed
				       : FANGTAN_BUILD_DATA "/interviews";
}

/* True where standard input is a pipe or a file, no terminal or /dev/null. */
static bool
is_piped_in(void)
{
	struct stat info;

	return fstat(STDIN_FILENO, &info) == 0 && !S_ISCHR(info.st_mode);
}

/* What is to be read where no operand says it. */
static const char *
no_operand(void)
{
	return is_piped_in() ? "-" : samples();
}

/*
 * Adds the documents that the command line names; false where there was
 * something to complain of.  The others are added all the same.
 */
static bool
fill_library(Library *library, const Options *options)
{
	const char *path = no_operand();
	int n = options->n_operands;
	Err err = { .text = "" };
	bool whole = true;

	library->loading = library_loading(options);
	for (int i = 0; i < n || (i == 0 && n == 0); i++) {
		if (n)
			path = options->operands[i];
		if (library_add(library, path, &err) == STATUS_OK)
			continue;
		complain(path, &err);
		whole = false;
	}
	return whole;
}

static void
complain_of(void *ctx, const char *path, const Err *err)
{
	(void)ctx;
	complain(path, err);
}

static PrintTarget
print_target(const Options *options)
{
	PrintTarget target = {
		.write = write_out,
		.ctx = stdout,
		.complain = complain_of,
		.color = options->color == OPTION_COLOR_ALWAYS,
		.columns = PRINT_COLUMNS,
	};
	int rows;

	if (isatty(STDOUT_FILENO))
		screen_size(&rows, &target.columns);
	if (options->has_width)
		target.columns = options->width;
	return target;
}

static int
run_print(const Options *options)
{
	PrintTarget target = print_target(options);
	Library library;
	bool whole;
	int status;
	Err err;

	library_init(&library);
	whole = fill_library(&library, options);
	status = print_documents(options, &library, &target);
	library_done(&library);
	if (!whole)
		status = EXIT_WRONG;
	if (fflush(stdout) == 0 && !ferror(stdout))
		return status;
	err_set(&err, _("the output cannot be written: %s"), strerror(errno));
	return complain(NULL, &err);
}

/* The one document that the command line names; NULL: it names a library. */
static const char *
only_document(const Options *options)
{
	if (!options->n_operands && is_piped_in())
		return "-";
	if (options->n_operands != 1 || is_directory(options->operands[0]))
		return NULL;
	return options->operands[0];
}

/* Opens what the command line names, before there is a screen. */
static int
open_documents(App *app)
{
	const char *path = only_document(app->options);
	Library *library;
	Err err = { .text = "" };

	if (!path) {
		library = mem_alloc(sizeof(*library));
		library_init(library);
		if (fill_library(library, app->options)) {
			app_set_library(app, library);
			return EXIT_SUCCESS;
		}
		library_done(library);
		mem_free(library);
		return EXIT_WRONG;
	}
	if (!strcmp(path, "-") && isatty(STDIN_FILENO)) {
		err_set(&err, _("standard input is the terminal; name a file"
				" or pipe something in"));
		return complain(NULL, &err);
	}
	if (app_open(app, path, &err) != STATUS_OK
	    || opening_finish(app, deadline_in(app->clock, OPENING_US), &err)
	       != STATUS_OK)
		return complain(path, &err);
	return EXIT_SUCCESS;
}

/* Shows the app until it quits; *ret_signal: what it is to die of. */
static int
show(App *app, int *ret_signal)
{
	static const ScreenColor colors[] = {
		[OPTION_COLOR_AUTO] = SCREEN_COLOR_AUTO,
		[OPTION_COLOR_ALWAYS] = SCREEN_COLOR_ALWAYS,
		[OPTION_COLOR_NEVER] = SCREEN_COLOR_NEVER,
	};
	Err err = { .text = "" };
	Screen *screen;

	if (signals_open(&err) != STATUS_OK)
		return complain(NULL, &err);
	screen = screen_open(colors[app->options->color], &err);
	if (screen) {
		app->has_colors = screen_has_colors(screen);
		app_set_light(app, screen_is_light());
		if (app->options->mouse)
			screen_take_mouse(screen);
		*ret_signal = loop_run(app, screen);
		screen_close(screen);
	}
	signals_close();
	return screen ? EXIT_SUCCESS : complain(NULL, &err);
}

/* Says what is wrong in the configuration: the first, and how much more. */
static void
say_problems(App *app, const Config *config)
{
	size_t n = config->problems.count;
	const Err *first;
	Err err;

	if (!n)
		return;
	first = vec_at(&config->problems, 0);
	if (n == 1)
		err_set(&err, "%s:%u: %s", config->path, first->line,
			first->text);
	else
		err_set(&err, _("%s:%u: %s (%zu in all)"), config->path,
			first->line, first->text, n);
	app_say_error(app, &err);
}

static int
run_reader(const Options *options, Config *config, int *ret_signal)
{
	Keymap *keymap = config_take_keymap(config);
	Err err = { .text = "" };
	int rows, cols, status;
	App app;

	if (screen_set_locale(&err) != STATUS_OK)
		return complain(NULL, &err);
	screen_size(&rows, &cols);
	app_init(&app, options, clock_system());
	if (keymap)
		app_set_keymap(&app, keymap);
	if (!options->no_state)
		app_set_state(&app, state_new());
	app_resize(&app, rows, cols);
	status = open_documents(&app);
	say_problems(&app, config);
	if (status == EXIT_SUCCESS)
		status = show(&app, ret_signal);
	if (remember_all(&app, &err) != STATUS_OK)
		complain(NULL, &err);
	app_done(&app);
	return status;
}

/* --help, --version and --print-config. */
static int
run_information(const Options *options)
{
	Buf text;

	buf_init(&text, USAGE_MAX);
	if (options->help)
		options_usage(&text);
	else if (options->print_config)
		config_append_defaults(&text);
	else
		options_version(&text);
	fwrite(text.ptr, 1, text.len, stdout);
	buf_done(&text);
	return fflush(stdout) == 0 ? EXIT_SUCCESS : EXIT_WRONG;
}

static Status
check_loading(const Options *options, Err *err)
{
	LoaderOptions loading = library_loading(options);

	return loader_check_options(&loading, err);
}

/* Does what the options ask for; *ret_signal: what it is to die of. */
static int
run(Options *options, Config *config, int *ret_signal)
{
	Err err = { .text = "" };

	if (options->help || options->version || options->print_config)
		return run_information(options);
	if (config_load(config, options, &err) != STATUS_OK)
		return complain(config->path, &err);
	for (size_t i = 0; i < config->problems.count; i++)
		complain(config->path, vec_at(&config->problems, i));
	if (check_loading(options, &err) != STATUS_OK)
		return complain(NULL, &err);
	if (options->ambiguous_width == OPTION_AMBIGUOUS_WIDTH_2)
		uni_set_ambiguous_width(2);
	if (options_print(options) || !isatty(STDOUT_FILENO))
		return run_print(options);
	return run_reader(options, config, ret_signal);
}

int
main(int argc, char **argv)
{
	Err err = { .text = "" };
	Options options;
	Config config;
	int signal = 0;
	int status;

	set_locale();
	config_init(&config);
	if (options_parse(&options, argc, argv, &err) == STATUS_OK)
		status = run(&options, &config, &signal);
	else
		status = complain(NULL, &err);
	options_done(&options);
	config_done(&config);
	if (signal)
		signals_die(signal);
	return status;
}
