/*
 * The dispatch of commands, and those of the program as a whole.
 */
#include "ui/commands.h"

#include "base/i18n.h"
#include "ui/opening.h"
#include "ui/panes/help.h"
#include "ui/searching.h"

typedef unsigned (*CommandFunction)(App *app, long count);

static const CommandFunction functions[COMMAND_COUNT] = {
#define COMMAND(id, name, keys, group, help) [COMMAND_##id] = command_##id,
#include "settings/registry.def"
};

/* Moving about ends the way to what is still looked for. */
static void
stop_seeking(App *app)
{
	app->searching.more = 0;
	opening_cancel(app);
	if (app_session(app))
		app_session(app)->seeking = false;
}

void
command_run(App *app, CommandId id, long count)
{
	CommandGroup group = registry_command(id)->group;

	if (group == GROUP_SCROLL || group == GROUP_JUMP)
		stop_seeking(app);
	app->dirty |= functions[id](app, count);
}

unsigned
command_help(App *app, long count)
{
	(void)count;
	app->help = true;
	app->overlay_first = 0;
	return DIRTY_ALL;
}

unsigned
command_about(App *app, long count)
{
	(void)count;
	app->about = true;
	app->overlay_first = 0;
	return DIRTY_ALL;
}

unsigned
command_leave(App *app, long count)
{
	(void)count;
	if (app->focus != PANE_DIALOGUE || app->sidebar_over)
		app_focus(app, PANE_DIALOGUE);
	else if (!excerpt_clear(&app_session(app)->excerpt))
		searching_stop(app);
	return DIRTY_ALL;
}

unsigned
command_stop(App *app, long count)
{
	Session *session = app_session(app);

	(void)count;
	if (session->seeking || session->view.goal != GOAL_NONE
	    || session->narrow.state == NARROW_TRYING)
		app_say(app, _("stopped"));
	else
		app_say(app, _("%s closes the document, %s quits"),
			help_key(app, COMMAND_close).label,
			help_key(app, COMMAND_quit).label);
	stop_seeking(app);
	narrow_cancel(&session->narrow);
	app->narrowing = false;
	session->view.goal = GOAL_NONE;
	return DIRTY_STATUS;
}

unsigned
command_close(App *app, long count)
{
	(void)count;
	if (app->focus != PANE_DIALOGUE || app->sidebar_over)
		app_focus(app, PANE_DIALOGUE);
	else
		app_close(app);
	return DIRTY_ALL;
}

unsigned
command_quit(App *app, long count)
{
	(void)count;
	app->quit = true;
	return 0;
}

unsigned
command_reload(App *app, long count)
{
	Err err, told;

	(void)count;
	if (app_reload(app, &err) == STATUS_OK) {
		app_say(app, _("read again"));
	} else {
		err_set(&told, _("the text stays as it was: %s"), err.text);
		app_say_error(app, &told);
	}
	return DIRTY_ALL;
}

unsigned
command_repaint(App *app, long count)
{
	(void)count;
	app->repaint = true;
	return DIRTY_ALL;
}
