#include "ui/panes/chapters.h"

#include "base/i18n.h"
#include "ui/finding.h"
#include "ui/glyph.h"

#define TITLE_MAX 4096		/* bytes of an entry's title */
#define DEPTH_MAX 4		/* deeper entries are indented no further */

/* The paragraph where one is; there must be one. */
static ParaId
para_here(const Session *session)
{
	const View *view = &session->view;
	ParaId here = view->top.para;

	if (view->current != DOC_NONE
	    && doc_turn(session->doc, view->current)->first > here)
		here = doc_turn(session->doc, view->current)->first;
	return here;
}

ChapterId
chapters_here(const Session *session)
{
	if (!doc_n_paras(session->doc))
		return DOC_NONE;
	return doc_para_chapter(session->doc, para_here(session));
}

uint32_t
chapters_entry(const Session *session)
{
	if (!doc_n_paras(session->doc))
		return DOC_NONE;
	return outline_at(&session->outline, para_here(session));
}

static const char *
pane_name(OutlineKind kind)
{
	switch (kind) {
	case OUTLINE_QUESTIONS:
		return _("Questions");
	case OUTLINE_SECTIONS:
		return _("Sections");
	default:
		return _("Chapters");
	}
}

/* What stands before an entry: a sign where one is; a word in plain text. */
static int
paint_here(Canvas *canvas, Spot spot, bool plain, bool here)
{
	if (here && plain)
		return canvas_put(canvas, spot, slice_from(_("here: ")),
				  ROLE_ENTRY_HERE);
	if (here)
		canvas_put(canvas, (Spot){ spot.row, spot.col + 1, 1 },
			   glyph(GLYPH_HERE), ROLE_ENTRY_HERE);
	return plain ? 0 : 3;
}

/* How often the search matches in entry `i`. */
static uint32_t
count_matches(const Session *session, uint32_t i)
{
	const Outline *outline = &session->outline;
	ParaId end = i + 1 < outline_count(outline)
		? outline_para(outline, i + 1) : doc_n_paras(session->doc);

	return search_count_between(session->search, outline_para(outline, i),
				    end);
}

/* A number at the right end of the row; returns what is left of it. */
static Spot
paint_matches(Canvas *canvas, Spot spot, uint32_t n)
{
	Spot right = { spot.row, spot.col + spot.cols - PANE_NUMBER_COLS - 1,
		       PANE_NUMBER_COLS };
	Buf text;

	buf_init(&text, 32);
	pane_append_matches(n, &text);
	canvas_put_right(canvas, right, buf_slice(&text), ROLE_DIM);
	buf_done(&text);
	spot.cols -= PANE_NUMBER_COLS + 2;
	return spot;
}

static void
paint_entry(const App *app, Canvas *canvas, Spot spot, uint32_t i, bool here)
{
	const Session *session = app_session(app);
	bool plain = app->geometry.plain;
	bool searching = search_state(session->search) != SEARCH_OFF;
	int before = paint_here(canvas, spot, plain, here);
	Buf title, converted;
	int depth = 0;

	buf_init(&title, TITLE_MAX);
	buf_init(&converted, SIZE_MAX);
	outline_title(&session->outline, i, &title, &depth);
	if (searching && plain)
		pane_append_matches_plain(count_matches(session, i), &title);
	else if (searching)
		spot = paint_matches(canvas, spot, count_matches(session, i));
	if (depth > DEPTH_MAX)
		depth = DEPTH_MAX;
	spot.col += before + depth;
	spot.cols -= before + depth;
	canvas_put_cut(canvas, spot,
		       shown_script_text(&session->script, buf_slice(&title),
					 &converted),
		       here ? ROLE_ENTRY_HERE : ROLE_ENTRY);
	buf_done(&converted);
	buf_done(&title);
}

static void
chapters_paint(App *app, Canvas *canvas, Rect area)
{
	const Session *session = app_session(app);
	ListState *list = &app->lists[PANE_CHAPTERS];
	const Outline *outline = &session->outline;
	bool focused = app->focus == PANE_CHAPTERS;
	uint32_t n = outline_count(outline);
	uint32_t here = chapters_entry(session);

	finding_grow(app, list, n);
	n = finding_count(app, list, n);
	area = pane_title(app, canvas, area, PANE_CHAPTERS,
			  pane_name(outline_kind(outline)));
	if (focused)
		list_follow(list, list->selected, n, area.rows);
	else
		list_follow(list, here == DOC_NONE ? 0 : here, n, area.rows);
	for (int row = 0; row < area.rows; row++) {
		Spot spot = { area.row + row, area.col, area.cols };
		uint32_t i = list->first + (uint32_t)row;

		uint32_t entry = finding_entry(app, list, i);

		if (i >= n)
			break;
		paint_entry(app, canvas, spot, entry, entry == here);
		if (focused && i == list->selected)
			pane_select(canvas, spot);
	}
}

void
chapters_go(App *app, uint32_t i)
{
	Session *session = app_session(app);
	bool unfiltered = false;

	if (i < outline_count(&session->outline))
		view_to_para(&session->view,
			     outline_para(&session->outline, i), &unfiltered);
	if (unfiltered)
		app_say_unfiltered(app);
	app_focus(app, PANE_DIALOGUE);
}

static bool
chapters_key(App *app, Key key, long count)
{
	ListState *list = &app->lists[PANE_CHAPTERS];
	uint32_t n = outline_count(&app_session(app)->outline);

	app->dirty |= DIRTY_SIDEBAR;
	if (pane_list_key(list, finding_count(app, list, n), key, count) ||
	    finding_key(app, key))
		return true;
	switch (key) {
	case KEYS_ENTER:
		chapters_go(app, finding_entry(app, list, list->selected));
		return true;
	case KEYS_ESC:
	case 'q':
		app_focus(app, PANE_DIALOGUE);
		return true;
	default:
		return false;
	}
}

const Pane pane_chapters = { .paint = chapters_paint, .key = chapters_key };
