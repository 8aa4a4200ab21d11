#include "ui/narrowing.h"

#include "base/i18n.h"
#include "reading/finder.h"
#include "ui/asking.h"
#include "ui/panes/help.h"

/* The pattern is only read: what is shown changes when it is accepted. */
static void
check(App *app, Slice query)
{
	if (query.len)
		finder_check(query, asking_flags(app), &app->searching.err);
}

static void
accept(App *app, Slice query)
{
	Session *session = app_session(app);
	Err err;

	if (!query.len) {
		session_narrow_stop(session);
		return;
	}
	if (session_narrow(session, query, asking_flags(app),
			   (uint32_t)app->options->context_turns, &err)
	    != STATUS_OK) {
		app_say_error(app, &err);
		return;
	}
	app->narrowing = true;
}

static const Asking asking_narrow = {
	.sign = "&",
	.placeholder = N_("show only exchanges that match; nothing: all"),
	.edited = check,
	.accepted = accept,
};

void
narrowing_open(App *app)
{
	asking_open(app, &asking_narrow);
}

void
narrowing_step(App *app)
{
	const Narrow *narrow = &app_session(app)->narrow;

	if (!app->narrowing || narrow->state == NARROW_TRYING)
		return;
	app->narrowing = false;
	if (narrow->state == NARROW_NOTHING)
		app_say(app, _("that would leave nothing to read; all stays as it"
			       " was"));
	else if (narrow->state == NARROW_LIMIT)
		app_say(app, _("nothing is found: the pattern is too much work;"
			       " all stays as it was"));
	else
		app_say(app, _("only what matches; %s Enter shows all"),
			help_key(app, COMMAND_only_matching).label);
}
