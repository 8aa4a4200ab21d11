#include "ui/app.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "text/uni.h"
#include "ui/copying.h"
#include "ui/finding.h"
#include "ui/narrowing.h"
#include "ui/opening.h"
#include "ui/panes/help.h"
#include "ui/remember.h"
#include "ui/searching.h"

#define PARA_INDENT 4		/* columns: two Han characters */

void
app_init(App *app, const Options *options, const Clock *clock)
{
	*app = (App){
		.options = options,
		.clock = clock,
		.rows = 24,
		.cols = 80,
		.sidebar_cols = options->sidebar,
		.sidebar_on = options->sidebar > 0,
		.times = true,
		.theme = options->theme == OPTION_THEME_AUTO
			? theme_for(false)
			: theme_at(options->theme - OPTION_THEME_FIRST),
		.theme_is_auto = options->theme == OPTION_THEME_AUTO,
		.has_colors = true,
		.keymap = keymap_new(),
		.dirty = DIRTY_ALL,
	};
	if (!app->sidebar_on)
		app->sidebar_cols = registry_option(OPTION_sidebar)->value;
	app->sidebar_cols = geometry_sidebar(app->sidebar_cols);
	buf_init(&app->message.text, APP_MESSAGE_MAX);
	buf_init(&app->copied, COPYING_MAX);
	buf_init(&app->finding.line, PROMPT_MAX);
	buf_init(&app->finding.entries, SIZE_MAX);
	prompt_init(&app->prompt);
	searching_init(app);
	app_relayout(app);
}

void
app_done(App *app)
{
	while (app->n_sessions > 0)
		session_free(app->sessions[--app->n_sessions]);
	script_free(app->dictionaries);
	if (app->library) {
		library_done(app->library);
		mem_free(app->library);
	}
	searching_done(app);
	prompt_done(&app->prompt);
	pattern_free(app->finding.filter);
	pattern_free(app->finding.sought);
	buf_done(&app->finding.line);
	buf_done(&app->finding.entries);
	buf_done(&app->message.text);
	buf_done(&app->copied);
	keymap_free(app->keymap);
	state_free(app->state);
}

Session *
app_session(const App *app)
{
	return app->n_sessions ? app->sessions[app->n_sessions - 1] : NULL;
}

Status
app_set_script(App *app, ScriptForm form, Err *err)
{
	if (!app->dictionaries && form != SCRIPT_ORIGINAL)
		app->dictionaries = script_new();
	return session_set_script(app_session(app), app->dictionaries, form,
				  err);
}

/* The panes as they are for a document that was just put on the screen. */
static void
reset_panes(App *app)
{
	finding_end(app);
	memset(app->lists, 0, sizeof(app->lists));
	app->focus = PANE_DIALOGUE;
	app->sidebar_over = false;
	app->help = false;
	app->about = false;
	app->searching.more = 0;
	app->narrowing = false;
	app->pace.doc = NULL;
	app->mouse.held = false;
	keymap_reset(&app->keys);
	app_relayout(app);
}

void
app_push_session(App *app, Session *session)
{
	ScriptForm script;
	Err err = { .text = "" };

	assert(app->n_sessions < APP_DOCUMENTS);
	app->sessions[app->n_sessions++] = session;
	recall_document(app, session);
	reset_panes(app);
	script = app->options->has_script ? (ScriptForm)app->options->script
					  : session->remembered.script;
	if (app_set_script(app, script, &err) != STATUS_OK)
		app_say_error(app, &err);
	session_open_step(session, deadline_in(app->clock, APP_FIRST_US));
	opening_begin(app);
}

Status
app_open(App *app, const char *path, Err *err)
{
	LoaderOptions loading = library_loading(app->options);
	Session *session;

	if (app->n_sessions == APP_DOCUMENTS)
		return err_set(err, _("too many documents are open; close one"
				      " with %s"),
			       help_key(app, COMMAND_close).label);
	session = session_open(path, &loading, err);
	if (!session)
		return STATUS_FAILED;
	app_push_session(app, session);
	if (!session->failed || doc_n_paras(session->doc) > 0)
		return STATUS_OK;
	*err = *loader_err(session->loader);
	session_free(app->sessions[--app->n_sessions]);
	reset_panes(app);
	return STATUS_FAILED;
}

/* Puts another session in the place of the one on the screen. */
static void
exchange_session(App *app, Session *session)
{
	bool about = app->about;
	bool listing = app->focus == PANE_MATCHES;

	app->sessions[app->n_sessions - 1] = session;
	reset_panes(app);
	app->about = about;
	if (listing)
		app_focus(app, PANE_MATCHES);
}

/* How a session goes where one was in the session before it. */
typedef void TakePlace(Session *session, Session *before);

/* Reads the document once more; as before where that fails. */
static Status
replace_session(App *app, const char *encoding, TakePlace *take, Err *err)
{
	LoaderOptions loading = library_loading(app->options);
	Session *before = app_session(app);
	Session *session;

	if (encoding)
		loading.encoding = encoding;
	session = session_open(loader_path(before->loader), &loading, err);
	if (!session)
		return STATUS_FAILED;
	session->measure = before->measure;
	session->script_chosen = before->script_chosen;
	session->remembered = before->remembered;
	exchange_session(app, session);
	session_open_step(session, deadline_in(app->clock, APP_FIRST_US));
	if (session->failed && doc_n_paras(session->doc) == 0) {
		*err = *loader_err(session->loader);
		exchange_session(app, before);
		session_free(session);
		return STATUS_FAILED;
	}
	take(session, before);
	session_take_search(session, before);
	session_free(before);
	return STATUS_OK;
}

static bool
is_standard_input(const App *app)
{
	return !strcmp(loader_path(app_session(app)->loader), "-");
}

Status
app_reopen(App *app, const char *encoding, Err *err)
{
	if (is_standard_input(app))
		return err_set(err, _("standard input cannot be read again; "
				      "start with --encoding=%s"), encoding);
	return replace_session(app, encoding, session_take_place, err);
}

Status
app_reload(App *app, Err *err)
{
	if (is_standard_input(app))
		return err_set(err, _("standard input cannot be read again"));
	return replace_session(app, session_tried_encoding(app_session(app)),
			       session_take_offset, err);
}

void
app_close(App *app)
{
	Err err;

	if (!app->n_sessions) {
		app->quit = true;
	} else {
		if (remember_document(app, app_session(app), &err)
		    != STATUS_OK)
			app_say_error(app, &err);
		session_free(app->sessions[--app->n_sessions]);
	}
	if (!app->n_sessions && !app->library)
		app->quit = true;
	reset_panes(app);
}

void
app_set_library(App *app, Library *library)
{
	app->library = library;
	app->dirty |= DIRTY_ALL;
}

void
app_set_keymap(App *app, Keymap *keymap)
{
	keymap_free(app->keymap);
	app->keymap = keymap;
	app->dirty |= DIRTY_ALL;
}

void
app_set_state(App *app, State *state)
{
	app->state = state;
	recall_program(app);
}

void
app_resize(App *app, int rows, int cols)
{
	app->rows = rows;
	app->cols = cols;
	app_relayout(app);
}

void
app_set_ambiguous_width(App *app, int cells)
{
	if (cells == uni_ambiguous_width())
		return;
	uni_set_ambiguous_width(cells);
	app->dirty |= DIRTY_ALL;
	app->repaint = true;
}

void
app_set_light(App *app, bool is_light)
{
	if (!app->theme_is_auto || app->theme == theme_for(is_light))
		return;
	app->theme = theme_for(is_light);
	app->dirty |= DIRTY_ALL;
}

bool
app_sidebar_shown(const App *app)
{
	return app->geometry.sidebar.cols > 0;
}

static bool
same_shape(LayoutShape a, LayoutShape b)
{
	return a.time_col == b.time_col && a.time_cols == b.time_cols
		&& a.name_col == b.name_col && a.name_cols == b.name_cols
		&& a.bar_col == b.bar_col && a.text_col == b.text_col
		&& a.text_cols == b.text_cols && a.flags == b.flags
		&& a.para_indent == b.para_indent;
}

/* A session that came into sight may know another size. */
static void
resize_session(const App *app, Session *session)
{
	const Geometry *geo = &app->geometry;

	if (session->view.rows != geo->dialogue.rows
	    || !same_shape(layout_current_shape(session->layout), geo->shape))
		session_resize(session, geo->dialogue.rows, geo->shape);
}

/* The columns that the text has at most. */
static int
measure_now(const App *app)
{
	const Session *session = app_session(app);

	return session && session->measure ? session->measure
					   : app->options->measure;
}

Geometry
app_geometry(const App *app, int measure)
{
	GeometryWish wish = {
		.cols = app->cols,
		.rows = app->rows,
		.measure = measure,
		.names = (NamePlace)app->options->names,
		.flags = (app->options->hanging ? WRAP_HANG : 0u)
			| (app->options->han_latin_space ? WRAP_SPACE : 0u)
			| (app->options->justify ? WRAP_JUSTIFY : 0u),
		.para_indent = app->options->paragraphs
				== OPTION_PARAGRAPHS_INDENT ? PARA_INDENT : 0,
		.sidebar = app->sidebar_on || app->sidebar_over
			? app->sidebar_cols : 0,
		.over = app->sidebar_over,
		.prompt = app->asking != NULL,
		.matches = app->focus == PANE_MATCHES,
		.plain = app->options->screen_reader,
	};

	return geometry_make(&wish);
}

void
app_relayout(App *app)
{
	app->geometry = app_geometry(app, measure_now(app));
	app->dirty |= DIRTY_ALL;
	if (app_session(app) && app->geometry.fits)
		resize_session(app, app_session(app));
}

void
app_focus(App *app, PaneId pane)
{
	if (app->focus == PANE_MATCHES && pane != PANE_MATCHES)
		session_list_end(app_session(app));
	if (pane != app->focus)
		finding_end(app);
	app->focus = pane;
	app->dirty |= DIRTY_ALL;
	if (pane == PANE_DIALOGUE || pane == PANE_MATCHES)
		app->sidebar_over = false;
	else if (!app_sidebar_shown(app))
		app->sidebar_over = true;
	app_relayout(app);
}

/* Says once what could not be read of a document. */
static void
say_replaced(App *app, Session *session)
{
	CharsetVerdict verdict;
	Err told = { .text = "" };

	if (session->reported || !session->doc->complete)
		return;
	session->reported = true;
	verdict = loader_verdict(session->loader);
	if (!verdict.replaced)
		return;
	charset_describe_replaced(verdict, &told);
	app_say(app, _("line %u: %s"), told.line, told.text);
}

static Progress
work_on_session(App *app, Session *session, Deadline deadline)
{
	bool failed = session->failed;
	Progress progress = session_work(session, deadline);

	if (session->failed && !failed)
		app_say_error(app, loader_err(session->loader));
	say_replaced(app, session);
	opening_step(app);
	narrowing_step(app);
	if (searching_step(app, progress))
		return PROGRESS_MORE;
	return progress;
}

/* Until the message was there long enough; 0: it was. */
static uint64_t
message_left_us(const App *app)
{
	uint64_t past = clock_now_us(app->clock) - app->message.at_us;

	return past < APP_MESSAGE_US ? APP_MESSAGE_US - past : 0;
}

static void
drop_message(App *app)
{
	if (!app->message.seen || message_left_us(app))
		return;
	buf_clear(&app->message.text);
	app->message.seen = false;
	app->dirty |= DIRTY_STATUS;
}

Progress
app_work(App *app, Deadline deadline)
{
	Session *session = app_session(app);
	uint32_t next;
	Progress progress;

	drop_message(app);
	if (session)
		return work_on_session(app, session, deadline);
	if (!app->library)
		return PROGRESS_DONE;
	next = app->library->next;
	progress = library_step(app->library, deadline);
	if (app->library->next != next)
		app->dirty |= DIRTY_TEXT;
	return progress;
}

int
app_fd(const App *app)
{
	const Session *session = app_session(app);

	return session ? loader_fd(session->loader) : -1;
}

bool
app_is_dirty(const App *app)
{
	const Session *session = app_session(app);

	return app->dirty || app->repaint || (session && session->dirty);
}

bool
app_is_seeking(const App *app)
{
	const Session *session = app_session(app);

	return session && session->seeking;
}

void
app_say(App *app, const char *format, ...)
{
	char text[APP_MESSAGE_MAX];
	va_list args;

	va_start(args, format);
	vsnprintf(text, sizeof(text), format, args);
	va_end(args);
	buf_clear(&app->message.text);
	buf_append(&app->message.text, slice_from(text));
	app->message.is_error = false;
	app->message.seen = false;
	app->message.at_us = clock_now_us(app->clock);
	app->dirty |= DIRTY_STATUS;
}

void
app_say_error(App *app, const Err *err)
{
	if (err->line)
		app_say(app, _("line %u: %s"), err->line, err->text);
	else
		app_say(app, "%s", err->text);
	app->message.is_error = true;
}

void
app_say_unfiltered(App *app)
{
	app_say(app, _("the filter is off to show this; %s puts it on"
		       " again"), help_key(app, COMMAND_filter).label);
}

void
app_key_came(App *app)
{
	app->message.seen = app->message.text.len > 0;
	drop_message(app);
}

int
app_timeout_ms(const App *app)
{
	if (!app->message.seen)
		return -1;
	return (int)((message_left_us(app) + CLOCK_US_PER_MS - 1) / CLOCK_US_PER_MS);
}
