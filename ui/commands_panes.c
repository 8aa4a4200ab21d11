/*
 * Commands of the panes, the search and the filter.
 */
#include "ui/commands.h"

#include "base/i18n.h"
#include "base/items.h"
#include "document/find.h"
#include "ui/narrowing.h"
#include "ui/panes/chapters.h"
#include "ui/panes/help.h"
#include "ui/panes/matches.h"
#include "ui/panes/speakers.h"
#include "ui/searching.h"

#define MEASURE_STEP_MIN 4	/* columns that one notices */

unsigned
command_search_forward(App *app, long count)
{
	(void)count;
	searching_open(app, false);
	return DIRTY_ALL;
}

unsigned
command_search_backward(App *app, long count)
{
	(void)count;
	searching_open(app, true);
	return DIRTY_ALL;
}

unsigned
command_next_match(App *app, long count)
{
	searching_next(app, count ? count : 1);
	return DIRTY_ALL;
}

unsigned
command_prev_match(App *app, long count)
{
	searching_next(app, count ? -count : -1);
	return DIRTY_ALL;
}

unsigned
command_add_pattern(App *app, long count)
{
	(void)count;
	searching_add(app);
	return DIRTY_ALL;
}

unsigned
command_remove_pattern(App *app, long count)
{
	(void)count;
	searching_remove(app);
	return DIRTY_ALL;
}

unsigned
command_only_matching(App *app, long count)
{
	(void)count;
	narrowing_open(app);
	return DIRTY_ALL;
}

unsigned
command_search_selection(App *app, long count)
{
	(void)count;
	searching_selection(app);
	return DIRTY_ALL;
}

unsigned
command_matches(App *app, long count)
{
	(void)count;
	if (app->focus == PANE_MATCHES)
		app_focus(app, PANE_DIALOGUE);
	else if (searching_resume(app))
		matches_open(app);
	return DIRTY_ALL;
}

/* The speaker of that number; says so where there is none. */
static SpeakerId
numbered_speaker(App *app, long number)
{
	uint32_t n = doc_n_speakers(app_session(app)->doc);

	if (number <= (long)n)
		return (SpeakerId)(number - 1);
	app_say(app, _("there is no speaker %ld; the last is %u"), number, n);
	return DOC_NONE;
}

/* Focus on a list, its selection on `here`; from the list, back to the text. */
static void
focus_list(App *app, PaneId pane, uint32_t here)
{
	if (app->focus == pane) {
		app_focus(app, PANE_DIALOGUE);
		return;
	}
	list_select(&app->lists[pane], here == DOC_NONE ? 0 : here);
	app_focus(app, pane);
}

static SpeakerId
current_speaker(const App *app)
{
	const Session *session = app_session(app);

	if (session->view.current == DOC_NONE)
		return DOC_NONE;
	return doc_turn(session->doc, session->view.current)->speaker;
}

unsigned
command_speakers(App *app, long count)
{
	SpeakerId id;

	if (!count) {
		focus_list(app, PANE_SPEAKERS, current_speaker(app));
		return DIRTY_ALL;
	}
	id = numbered_speaker(app, count);
	if (id != DOC_NONE)
		speakers_toggle(app, id);
	return DIRTY_ALL;
}

unsigned
command_only_speaker(App *app, long count)
{
	SpeakerId id = count ? numbered_speaker(app, count)
			     : current_speaker(app);

	if (id != DOC_NONE)
		speakers_only(app, id);
	return DIRTY_ALL;
}

unsigned
command_filter(App *app, long count)
{
	Session *session = app_session(app);
	Filter *filter = &session->filter;

	(void)count;
	if (!filter_switch(filter, session->doc, !filter->on))
		app_say(app, _("there is no filter; %s shows only who speaks"
			       " here, %s only what matches"),
			help_key(app, COMMAND_only_speaker).label,
			help_key(app, COMMAND_only_matching).label);
	return DIRTY_ALL;
}

/* The panes that have something to select, in the order of Tab. */
static bool
can_focus(const App *app, PaneId pane)
{
	const Session *session = app_session(app);

	switch (pane) {
	case PANE_CHAPTERS:
		return outline_count(&session->outline) > 0;
	case PANE_SPEAKERS:
		return doc_n_speakers(session->doc) > 0;
	case PANE_MATCHES:
		return false;
	default:
		return true;
	}
}

static void
focus_pane(App *app, PaneId pane)
{
	if (pane == PANE_CHAPTERS)
		focus_list(app, pane, chapters_entry(app_session(app)));
	else if (pane == PANE_SPEAKERS)
		focus_list(app, pane, current_speaker(app));
	else
		app_focus(app, pane);
}

static unsigned
step_pane(App *app, int step)
{
	int pane = app->focus;

	do
		pane = (pane + step + PANE_COUNT) % PANE_COUNT;
	while (!can_focus(app, (PaneId)pane));
	focus_pane(app, (PaneId)pane);
	return DIRTY_ALL;
}

unsigned
command_next_pane(App *app, long count)
{
	(void)count;
	return step_pane(app, 1);
}

unsigned
command_prev_pane(App *app, long count)
{
	(void)count;
	return step_pane(app, -1);
}

unsigned
command_chapters(App *app, long count)
{
	(void)count;
	if (can_focus(app, PANE_CHAPTERS))
		focus_pane(app, PANE_CHAPTERS);
	else
		app_say(app, _("this document is empty"));
	return DIRTY_ALL;
}

/* What the keys of the list go through, where the list is not to be seen. */
static void
say_listed(App *app)
{
	switch (outline_kind(&app_session(app)->outline)) {
	case OUTLINE_QUESTIONS:
		app_say(app, _("] and [ go to the questions now"));
		break;
	case OUTLINE_SECTIONS:
		app_say(app, _("] and [ go to the sections now"));
		break;
	default:
		app_say(app, _("] and [ go to the chapters now"));
	}
}

unsigned
command_outline(App *app, long count)
{
	Session *session = app_session(app);
	uint32_t here;

	(void)count;
	if (!outline_switch(&session->outline)) {
		app_say(app, _("this document has no questions to list"));
		return DIRTY_STATUS;
	}
	here = chapters_entry(session);
	list_select(&app->lists[PANE_CHAPTERS], here == DOC_NONE ? 0 : here);
	if (!app_sidebar_shown(app))
		say_listed(app);
	return DIRTY_ALL;
}

/* What the text is shown as now, in a few words. */
static void
say_script(App *app, const ShownScript *script)
{
	if (script->form == SCRIPT_ORIGINAL)
		app_say(app, _("the text as it is"));
	else if (script->own == SCRIPT_OTHER)
		app_say(app, _("this is Japanese: shown as it is"));
	else if (script->own != script->form)
		app_say(app, "%s", script_name(script->form));
	else if (script->form == SCRIPT_TRADITIONAL)
		app_say(app, _("already Traditional: shown as it is"));
	else
		app_say(app, _("already Simplified: shown as it is"));
}

unsigned
command_script(App *app, long count)
{
	Session *session = app_session(app);
	ScriptForm next = (ScriptForm)((session->script.form + 1)
				       % SCRIPT_FORMS);
	Err err = { .text = "" };

	(void)count;
	if (app_set_script(app, next, &err) != STATUS_OK) {
		app_say_error(app, &err);
		return DIRTY_STATUS;
	}
	session->script_chosen = true;
	say_script(app, &session->script);
	return DIRTY_ALL;
}

unsigned
command_times(App *app, long count)
{
	const Document *doc = app_session(app)->doc;

	(void)count;
	if (doc->complete && find_time(doc, 0) == DOC_NONE) {
		app_say(app, _("this document has no times"));
		return DIRTY_STATUS;
	}
	app->times = !app->times;
	return DIRTY_TEXT;
}

unsigned
command_theme(App *app, long count)
{
	(void)count;
	if (!app->has_colors) {
		app_say(app, _("no colours here, so no themes; --color=always"
			       " wins over NO_COLOR"));
		return DIRTY_STATUS;
	}
	app->theme = theme_next(app->theme);
	app->theme_is_auto = false;
	app_say(app, _("theme: %s"), app->theme->name);
	return DIRTY_ALL;
}

/* True, with a message, where there is but one column. */
static bool
is_plain(App *app)
{
	if (app->geometry.plain)
		app_say(app, _("no sidebar here; %s lists the chapters,"
			       " %s the speakers"),
			help_key(app, COMMAND_chapters).label,
			help_key(app, COMMAND_speakers).label);
	return app->geometry.plain;
}

unsigned
command_sidebar(App *app, long count)
{
	bool shown = app_sidebar_shown(app);

	(void)count;
	if (is_plain(app))
		return DIRTY_STATUS;
	if (app->focus != PANE_MATCHES)
		app->focus = PANE_DIALOGUE;
	app->sidebar_over = false;
	if (shown)
		app->sidebar_on = !app->geometry.beside;
	else
		app->sidebar_on = true;
	app_relayout(app);
	if (!shown && !app_sidebar_shown(app)) {
		app->sidebar_over = true;
		app_relayout(app);
	}
	return DIRTY_ALL;
}

/* The measure that the key goes on to: wider, and behind the widest narrow. */
static int
next_measure(const App *app)
{
	static const int measures[] = { 56, 68, 80, 100 };
	int now = app->geometry.shape.text_cols;
	int widest = app_geometry(app, LAYOUT_FULL).shape.text_cols;

	for (size_t i = 0; i < N_ITEMS(measures); i++)
		if (measures[i] > now && measures[i] < widest)
			return measures[i];
	if (now + MEASURE_STEP_MIN <= widest)
		return LAYOUT_FULL;
	return measures[0] < widest ? measures[0] : LAYOUT_FULL;
}

static void
say_measure(App *app, int measure)
{
	int cols = app->geometry.shape.text_cols;

	if (cols < measure)
		app_say(app, _("the text is as wide as the window: %d columns"),
			cols);
	else
		app_say(app, _("the text is %d columns wide"), cols);
}

unsigned
command_measure(App *app, long count)
{
	const OptionRow *row = registry_option(OPTION_measure);
	int measure = count > LAYOUT_FULL ? LAYOUT_FULL : (int)count;

	if (!count)
		measure = next_measure(app);
	else if (measure < row->least)
		measure = row->least;
	app_session(app)->measure = measure;
	app_relayout(app);
	say_measure(app, measure);
	return DIRTY_ALL;
}

static unsigned
widen_sidebar(App *app, long n)
{
	if (is_plain(app))
		return DIRTY_STATUS;
	if (n > GEOMETRY_SIDEBAR_MAX)
		n = GEOMETRY_SIDEBAR_MAX;
	if (n < -GEOMETRY_SIDEBAR_MAX)
		n = -GEOMETRY_SIDEBAR_MAX;
	app->sidebar_cols = geometry_sidebar(app->sidebar_cols + (int)n);
	app->sidebar_chosen = true;
	app_relayout(app);
	return DIRTY_ALL;
}

unsigned
command_sidebar_narrower(App *app, long count)
{
	return widen_sidebar(app, count ? -count : -1);
}

unsigned
command_sidebar_wider(App *app, long count)
{
	return widen_sidebar(app, count ? count : 1);
}
