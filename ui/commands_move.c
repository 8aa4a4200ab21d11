/*
 * Commands that move: rows, pages, turns, paragraphs, chapters, places.
 */
#include "ui/commands.h"

#include "base/i18n.h"

static View *
view_of(App *app)
{
	return &app_session(app)->view;
}

static long
times(long count)
{
	return count ? count : 1;
}

static unsigned
moved(bool did)
{
	return did ? DIRTY_ALL : 0;
}

/* A jump that went nowhere says why. */
static unsigned
jumped(App *app, bool did, const char *why)
{
	if (!did)
		app_say(app, "%s", why);
	return DIRTY_ALL;
}

unsigned
command_scroll_down(App *app, long count)
{
	return moved(view_scroll(view_of(app), times(count)));
}

unsigned
command_scroll_up(App *app, long count)
{
	return moved(view_scroll(view_of(app), -times(count)));
}

unsigned
command_half_page_down(App *app, long count)
{
	return moved(view_half_page(view_of(app), times(count)));
}

unsigned
command_half_page_up(App *app, long count)
{
	return moved(view_half_page(view_of(app), -times(count)));
}

unsigned
command_page_down(App *app, long count)
{
	return moved(view_page(view_of(app), times(count)));
}

unsigned
command_page_up(App *app, long count)
{
	return moved(view_page(view_of(app), -times(count)));
}

unsigned
command_to_start(App *app, long count)
{
	(void)count;
	return moved(view_to_start(view_of(app)));
}

static unsigned
go_to_turn(App *app, long number)
{
	const Document *doc = app_session(app)->doc;
	uint32_t n = doc_n_turns(doc);
	bool unfiltered = false;

	if (doc->complete && number > (long)n) {
		app_say(app, _("there is no turn %ld; the last is %u"), number,
			n);
		return DIRTY_STATUS;
	}
	view_to_turn(view_of(app), (TurnId)(number - 1), &unfiltered);
	if (unfiltered)
		app_say_unfiltered(app);
	return DIRTY_ALL;
}

unsigned
command_to_end(App *app, long count)
{
	if (count)
		return go_to_turn(app, count);
	return moved(view_to_end(view_of(app)));
}

unsigned
command_to_percent(App *app, long count)
{
	if (!count) {
		app_say(app, _("type a number first: 40%% goes to 40 percent"));
		return DIRTY_STATUS;
	}
	return moved(view_to_percent(view_of(app),
				     count < 100 ? (int)count : 100));
}

unsigned
command_turn_to_middle(App *app, long count)
{
	(void)count;
	return moved(view_align(view_of(app), ALIGN_MIDDLE));
}

unsigned
command_turn_to_top(App *app, long count)
{
	(void)count;
	return moved(view_align(view_of(app), ALIGN_TOP));
}

unsigned
command_turn_to_bottom(App *app, long count)
{
	(void)count;
	return moved(view_align(view_of(app), ALIGN_BOTTOM));
}

static bool
has_turns(const App *app)
{
	return doc_n_turns(app_session(app)->doc) > 0;
}

unsigned
command_next_turn(App *app, long count)
{
	return jumped(app, view_next_turn(view_of(app), times(count)),
		      has_turns(app) ? _("this is the last turn")
				     : _("this is the last paragraph"));
}

unsigned
command_prev_turn(App *app, long count)
{
	return jumped(app, view_next_turn(view_of(app), -times(count)),
		      has_turns(app) ? _("this is the first turn")
				     : _("this is the first paragraph"));
}

unsigned
command_next_of_speaker(App *app, long count)
{
	return jumped(app, view_next_of_speaker(view_of(app), times(count)),
		      _("this is the speaker's last turn"));
}

unsigned
command_prev_of_speaker(App *app, long count)
{
	return jumped(app, view_next_of_speaker(view_of(app), -times(count)),
		      _("this is the speaker's first turn"));
}

unsigned
command_next_para(App *app, long count)
{
	return moved(view_next_para(view_of(app), times(count)));
}

unsigned
command_prev_para(App *app, long count)
{
	return moved(view_next_para(view_of(app), -times(count)));
}

/* Goes `n` entries of what is listed. */
static unsigned
next_entry(App *app, long n)
{
	static const char *const none[][2] = {
		[OUTLINE_CHAPTERS] = { N_("there is no chapter before this"),
				       N_("there is no chapter after this") },
		[OUTLINE_QUESTIONS] = { N_("there is no question before this"),
					N_("there is no question after this") },
		[OUTLINE_SECTIONS] = { N_("there is no section before this"),
				       N_("there is no section after this") },
	};
	const Outline *outline = &app_session(app)->outline;
	const char *why = none[outline_kind(outline)][n > 0];

	return jumped(app, view_next_entry(view_of(app), outline, n), _(why));
}

unsigned
command_next_entry(App *app, long count)
{
	return next_entry(app, times(count));
}

unsigned
command_prev_entry(App *app, long count)
{
	return next_entry(app, -times(count));
}

unsigned
command_jump_back(App *app, long count)
{
	(void)count;
	return jumped(app, view_jump_back(view_of(app)),
		      _("there was no jump yet"));
}

unsigned
command_jump_older(App *app, long count)
{
	return jumped(app, view_jump(view_of(app), times(count)),
		      _("there is no older place"));
}

unsigned
command_jump_newer(App *app, long count)
{
	return jumped(app, view_jump(view_of(app), -times(count)),
		      _("there is no newer place"));
}
