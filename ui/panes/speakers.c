#include "ui/panes/speakers.h"

#include "base/i18n.h"
#include "ui/finding.h"
#include "ui/glyph.h"

#define PLAIN_MAX 4096		/* bytes of an entry for a screen reader */

static void
say_nothing_left(App *app)
{
	app_say(app, _("nobody would be left to read; the filter stays as it"
		       " was"));
}

void
speakers_toggle(App *app, SpeakerId id)
{
	Session *session = app_session(app);

	if (!filter_toggle(&session->filter, session->doc, id))
		say_nothing_left(app);
	app->dirty |= DIRTY_ALL;
}

void
speakers_only(App *app, SpeakerId id)
{
	Session *session = app_session(app);

	if (!filter_only_or_back(&session->filter, session->doc, id))
		say_nothing_left(app);
	app->dirty |= DIRTY_ALL;
}

static bool
is_speaking(const Session *session, SpeakerId id)
{
	return session->view.current != DOC_NONE
		&& doc_turn_has(session->doc, session->view.current, id);
}

static void
paint_sign(const Session *session, Canvas *canvas, Spot spot, SpeakerId id)
{
	bool out = filter_is_active(&session->filter, session->doc)
		&& !filter_has(&session->filter, id);

	spot.cols = 1;
	if (out)
		canvas_put(canvas, spot, glyph(GLYPH_OUT), ROLE_ENTRY_OUT);
	else if (is_speaking(session, id))
		canvas_put(canvas, spot, glyph(GLYPH_HERE), ROLE_ENTRY_HERE);
}

static Role
entry_role(const Session *session, SpeakerId id)
{
	if (filter_is_active(&session->filter, session->doc)
	    && !filter_has(&session->filter, id))
		return ROLE_ENTRY_OUT;
	return is_speaking(session, id) ? ROLE_ENTRY_HERE : ROLE_ENTRY;
}

/* How much the speaker says; while a search is on, how often it matches. */
static void
append_number(const Session *session, SpeakerId id, Buf *out)
{
	if (search_state(session->search) == SEARCH_OFF)
		buf_appendf(out, "%.0f %%",
			    stats_share(&session->stats, id) * 100);
	else
		pane_append_matches(search_count_speaker(session->search, id),
				    out);
}

/* `1 Name  15 %` */
static void
paint_entry(const Session *session, Canvas *canvas, Spot spot, SpeakerId id)
{
	Role role = entry_role(session, id);
	int digits = pane_digits(doc_n_speakers(session->doc));
	Spot right = { spot.row, spot.col + spot.cols - PANE_NUMBER_COLS - 1,
		       PANE_NUMBER_COLS };
	Buf text, converted;

	paint_sign(session, canvas, spot, id);
	buf_init(&text, 64);
	buf_appendf(&text, "%*u", digits, id + 1);
	canvas_put(canvas, (Spot){ spot.row, spot.col + 1, digits },
		   buf_slice(&text), role);
	buf_clear(&text);
	append_number(session, id, &text);
	canvas_put_right(canvas, right, buf_slice(&text),
			 role == ROLE_ENTRY_OUT ? role : ROLE_DIM);
	buf_done(&text);
	buf_init(&converted, SIZE_MAX);
	canvas_put_cut(canvas,
		       (Spot){ spot.row, spot.col + digits + 2,
			       right.col - spot.col - digits - 3 },
		       shown_script_text(&session->script,
					 doc_speaker(session->doc, id)->name,
					 &converted), role);
	buf_done(&converted);
}

/* The same without signs and columns: `1 Name, 15 %, speaks here`. */
static void
paint_plain_entry(const Session *session, Canvas *canvas, Spot spot,
		  SpeakerId id)
{
	double share = stats_share(&session->stats, id) * 100;
	Role role = entry_role(session, id);
	Buf text;

	buf_init(&text, PLAIN_MAX);
	buf_appendf(&text, "%u ", id + 1);
	shown_script_append(&session->script,
			    slice_sub(doc_speaker(session->doc, id)->name, 0,
				      PLAIN_MAX / 3), &text);
	buf_appendf(&text, ", %.0f %%", share);
	if (search_state(session->search) != SEARCH_OFF)
		pane_append_matches_plain(search_count_speaker(session->search,
							       id), &text);
	if (role == ROLE_ENTRY_OUT)
		buf_append(&text, slice_from(_(", switched out")));
	else if (role == ROLE_ENTRY_HERE)
		buf_append(&text, slice_from(_(", speaks here")));
	canvas_put_cut(canvas, spot, buf_slice(&text), role);
	buf_done(&text);
}

/* The entry that should be in sight: the selected one, or who speaks. */
static uint32_t
entry_in_sight(const App *app)
{
	const Session *session = app_session(app);
	TurnId turn = session->view.current;

	if (app->focus == PANE_SPEAKERS)
		return app->lists[PANE_SPEAKERS].selected;
	return turn == DOC_NONE ? 0 : doc_turn(session->doc, turn)->speaker;
}

static void
speakers_paint(App *app, Canvas *canvas, Rect area)
{
	const Session *session = app_session(app);
	ListState *list = &app->lists[PANE_SPEAKERS];
	bool focused = app->focus == PANE_SPEAKERS;
	uint32_t n = doc_n_speakers(session->doc);

	finding_grow(app, list, n);
	n = finding_count(app, list, n);
	area = pane_title(app, canvas, area, PANE_SPEAKERS, _("Speakers"));
	list_follow(list, entry_in_sight(app), n, area.rows);
	for (int row = 0; row < area.rows; row++) {
		Spot spot = { area.row + row, area.col, area.cols };
		uint32_t i = list->first + (uint32_t)row;
		SpeakerId id = finding_entry(app, list, i);

		if (i >= n)
			break;
		if (app->geometry.plain)
			paint_plain_entry(session, canvas, spot, id);
		else
			paint_entry(session, canvas, spot, id);
		if (focused && i == list->selected)
			pane_select(canvas, spot);
	}
}

/* The speaker's first turn from the current one on, else the very first. */
static TurnId
turn_of(const Session *session, SpeakerId id)
{
	uint32_t n = doc_n_turns(session->doc);
	uint32_t from = session->view.current == DOC_NONE
		? 0 : session->view.current;

	for (uint32_t i = 0; i < n; i++)
		if (doc_turn_has(session->doc, (from + i) % n, id))
			return (from + i) % n;
	return DOC_NONE;
}

static void
go_to_selected(App *app)
{
	Session *session = app_session(app);
	const ListState *list = &app->lists[PANE_SPEAKERS];
	SpeakerId id = finding_entry(app, list, list->selected);
	TurnId turn = id < doc_n_speakers(session->doc) ? turn_of(session, id)
							: DOC_NONE;
	bool unfiltered = false;

	if (turn != DOC_NONE)
		view_to_turn(&session->view, turn, &unfiltered);
	if (unfiltered)
		app_say_unfiltered(app);
	app_focus(app, PANE_DIALOGUE);
}

static bool
speakers_key(App *app, Key key, long count)
{
	ListState *list = &app->lists[PANE_SPEAKERS];
	uint32_t n = doc_n_speakers(app_session(app)->doc);
	SpeakerId id = finding_entry(app, list, list->selected);

	app->dirty |= DIRTY_SIDEBAR;
	if (pane_list_key(list, finding_count(app, list, n), key, count) ||
	    finding_key(app, key))
		return true;
	switch (key) {
	case KEYS_ENTER:
		go_to_selected(app);
		return true;
	case ' ':
		if (id < n)
			speakers_toggle(app, id);
		return true;
	case KEYS_ESC:
	case 'q':
		app_focus(app, PANE_DIALOGUE);
		return true;
	default:
		return false;
	}
}

const Pane pane_speakers = { .paint = speakers_paint, .key = speakers_key };
