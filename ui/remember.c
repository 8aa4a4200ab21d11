#include "ui/remember.h"

#include <string.h>

void
recall_program(App *app)
{
	ProgramState program;

	if (!app->state || app->options->has_sidebar)
		return;
	state_read_program(app->state, &program);
	if (program.sidebar)
		app->sidebar_cols = geometry_sidebar(program.sidebar);
	app_relayout(app);
}

void
recall_searches(App *app)
{
	Slice searches[STATE_SEARCHES];
	Arena arena;

	if (!app->state || app->searches_recalled)
		return;
	app->searches_recalled = true;
	arena_init(&arena);
	prompt_recall(&app->prompt, searches,
		      state_read_searches(app->state, &arena, searches));
	arena_done(&arena);
}

/* What was searched for this time. */
static Status
remember_searches(App *app, Err *err)
{
	Prompt *prompt = &app->prompt;
	Slice searches[PROMPT_HISTORY];
	size_t n = 0;

	for (int i = prompt->n_recalled; i < prompt->n_history; i++)
		searches[n++] = slice_from(prompt->history[i]);
	prompt->n_recalled = prompt->n_history;
	return app->state && n > 0
		? state_add_searches(app->state, searches, n, err)
		: STATUS_OK;
}

/* What came through a pipe has no name to be found by. */
static bool
has_name(const Session *session)
{
	return strcmp(loader_path(session->loader), "-") != 0;
}

void
recall_document(const App *app, Session *session)
{
	if (!app->state || !has_name(session))
		return;
	state_read_document(app->state, loader_path(session->loader),
			    &session->remembered);
	if (!app->options->has_measure
	    && session->remembered.measure
	       >= registry_option(OPTION_measure)->least)
		session->measure = session->remembered.measure;
}

/* What is to be remembered: what was chosen, and what was before. */
static DocumentState
chosen(const Session *session)
{
	DocumentState document = session->remembered;

	if (session->measure)
		document.measure = session->measure;
	if (session->script_chosen)
		document.script = session->script.form;
	return document;
}

Status
remember_document(const App *app, Session *session, Err *err)
{
	DocumentState *remembered = &session->remembered;
	DocumentState document = chosen(session);

	if (!app->state || !has_name(session)
	    || (document.measure == remembered->measure
		&& document.script == remembered->script))
		return STATUS_OK;
	*remembered = document;
	return state_write_document(app->state, loader_path(session->loader),
				    remembered, err);
}

Status
remember_all(App *app, Err *err)
{
	ProgramState program = { .sidebar = app->sidebar_cols };

	for (int i = 0; i < app->n_sessions; i++)
		if (remember_document(app, app->sessions[i], err)
		    != STATUS_OK)
			return STATUS_FAILED;
	if (remember_searches(app, err) != STATUS_OK)
		return STATUS_FAILED;
	if (!app->state || !app->sidebar_chosen)
		return STATUS_OK;
	app->sidebar_chosen = false;
	return state_write_program(app->state, &program, err);
}
