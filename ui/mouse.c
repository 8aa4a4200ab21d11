#include "ui/mouse.h"

#include "ui/commands.h"
#include "ui/copying.h"
#include "ui/finding.h"
#include "ui/keys.h"
#include "ui/panes/chapters.h"
#include "ui/panes/documents.h"
#include "ui/panes/matches.h"
#include "ui/panes/speakers.h"
#include "ui/pointed.h"

#define WHEEL_ROWS 3		/* that a notch of the wheel scrolls */

/* The bits of a report's button, as xterm has them. */
#define BUTTON_MASK 0x43
#define BUTTON_LEFT 0
#define BUTTON_WHEEL_UP 64
#define BUTTON_WHEEL_DOWN 65
#define BUTTON_MOTION 0x20

static ExcerptUnit
unit_of(App *app, Match text)
{
	const Session *session = app_session(app);

	return excerpt_unit(session->doc,
			    layout_shown(session->layout, text.para), text);
}

/* Extends the selection to a cell; there is none before the first step. */
static void
extend(App *app, SequenceReport at)
{
	Excerpt *excerpt = &app_session(app)->excerpt;
	ExcerptUnit pressed = app->mouse.pressed;
	ExcerptUnit unit;
	Match text;

	if (!pointed_text(app, at.row, at.col, &text))
		return;
	unit = unit_of(app, text);
	if (!excerpt->on && unit.start == pressed.start
	    && unit.end == pressed.end)
		return;
	if (!excerpt->on)
		excerpt_start(excerpt, pressed);
	excerpt_extend(excerpt, unit);
	app->dirty |= DIRTY_TEXT;
}

/* Beyond an edge it scrolls, the faster the further. */
static void
drag(App *app, SequenceReport at)
{
	Rect area = app->geometry.dialogue;
	int above = area.row - at.row;
	int below = at.row - (area.row + area.rows - 1);

	if (above > 0)
		command_run(app, COMMAND_scroll_up, above);
	if (below > 0)
		command_run(app, COMMAND_scroll_down, below);
	extend(app, at);
}

static void
show_link(App *app, const Shown *shown, uint32_t byte)
{
	for (uint32_t i = 0; i < shown->n_spans; i++) {
		const Span *span = &shown->spans[i];

		if (span->role == SPAN_LINK && span->start <= byte
		    && byte < span->start + span->len)
			app_say(app, "%.*s",
				SLICE_ARGS(shown->links[span->link]));
	}
}

static void
click_text(App *app, Match text)
{
	Session *session = app_session(app);
	TurnId turn = doc_para(session->doc, text.para)->turn;
	const Shown *shown;
	Match plain, match;

	if (turn != DOC_NONE)
		view_choose_turn(&session->view, turn);
	if (!text.len)
		return;
	shown = layout_shown(session->layout, text.para);
	show_link(app, shown, text.start);
	plain = (Match){ text.para, shown_to_plain(shown, text.start), 1 };
	for (int slot = 0; slot < SEARCHES_MAX; slot++) {
		Search *search = searches_at(&session->searches, slot);

		if (!search
		    || !search_in_range(search, plain, shown->plain, &match, 1))
			continue;
		session_pattern_choose(session, slot);
		session_search_go(session, match);
		return;
	}
}

static void
press_text(App *app, Match text)
{
	app->mouse.held = true;
	app->mouse.pressed = unit_of(app, text);
	excerpt_clear(&app_session(app)->excerpt);
	if (app->focus != PANE_DIALOGUE && app->focus != PANE_MATCHES)
		app_focus(app, PANE_DIALOGUE);
}

static void
press(App *app, SequenceReport at)
{
	Pointed pointed = pointed_at(app, at.row, at.col);

	keymap_reset(&app->keys);
	app->dirty |= DIRTY_ALL;
	if (pointed.kind == POINTED_DIALOGUE)
		press_text(app, pointed.text);
	if (pointed.kind == POINTED_MAP)
		command_run(app, pointed.percent ? COMMAND_to_percent
						 : COMMAND_to_start,
			    pointed.percent);
	if (pointed.entry == DOC_NONE)
		return;
	if (pointed.kind == POINTED_CHAPTERS)
		chapters_go(app, pointed.entry);
	else if (pointed.kind == POINTED_SPEAKERS)
		speakers_toggle(app, pointed.entry);
	else if (pointed.kind == POINTED_MATCHES)
		matches_go(app, pointed.entry);
	else
		documents_open(app, pointed.entry);
}

static void
let_go(App *app, SequenceReport at)
{
	Match text;

	app->mouse.held = false;
	extend(app, at);
	if (app_session(app)->excerpt.on)
		copying_start(app);
	else if (pointed_text(app, at.row, at.col, &text))
		click_text(app, text);
	app->dirty |= DIRTY_ALL;
}

static void
turn_wheel(App *app, SequenceReport at, bool down)
{
	Pointed pointed = pointed_at(app, at.row, at.col);
	long rows = down ? WHEEL_ROWS : -WHEEL_ROWS;
	const Session *session = app_session(app);
	ListState *chapters = &app->lists[PANE_CHAPTERS];
	ListState *speakers = &app->lists[PANE_SPEAKERS];

	app->dirty |= DIRTY_SIDEBAR;
	if (pointed.kind == POINTED_CHAPTERS)
		list_scroll(chapters,
			    finding_count(app, chapters,
					  outline_count(&session->outline)),
			    rows);
	else if (pointed.kind == POINTED_SPEAKERS)
		list_scroll(speakers,
			    finding_count(app, speakers,
					  doc_n_speakers(session->doc)), rows);
	else if (pointed.kind == POINTED_MATCHES)
		list_scroll(&app->lists[PANE_MATCHES], matches_count(app),
			    rows);
	else if (pointed.kind == POINTED_DOCUMENTS)
		list_scroll(&app->documents,
			    finding_count(app, &app->documents,
					  library_count(app->library)), rows);
	else
		keys_run(app, down ? COMMAND_scroll_down : COMMAND_scroll_up,
			 WHEEL_ROWS);
	if (app->mouse.held)
		extend(app, at);
}

/* True where a button that is down in the dialogue has still its meaning. */
static bool
is_dragging(App *app)
{
	if (app->help || app->about || !app_session(app))
		app->mouse.held = false;
	return app->mouse.held;
}

void
mouse_feed(App *app, SequenceReport report)
{
	int button = report.button & BUTTON_MASK;
	bool moved = report.button & BUTTON_MOTION;

	app_key_came(app);
	if (!app->geometry.fits || app->asking) {
		app->mouse.held = false;
		return;
	}
	if (button == BUTTON_WHEEL_UP || button == BUTTON_WHEEL_DOWN)
		turn_wheel(app, report, button == BUTTON_WHEEL_DOWN);
	if (button != BUTTON_LEFT)
		return;
	if (!moved && !report.released)
		press(app, report);
	else if (!is_dragging(app))
		return;
	else if (moved)
		drag(app, report);
	else
		let_go(app, report);
}
