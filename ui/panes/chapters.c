#include "ui/panes/chapters.h"

#include "base/i18n.h"
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

static void
paint_entry(const App *app, Canvas *canvas, Spot spot, uint32_t i, bool here)
{
	int before = paint_here(canvas, spot, app->geometry.plain, here);
	const Session *session = app_session(app);
	Buf title, converted;
	int depth = 0;

	buf_init(&title, TITLE_MAX);
	buf_init(&converted, SIZE_MAX);
	outline_title(&session->outline, i, &title, &depth);
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

	area = pane_title(canvas, area, pane_name(outline_kind(outline)),
			  focused);
	if (focused)
		list_follow(list, list->selected, n, area.rows);
	else
		list_follow(list, here == DOC_NONE ? 0 : here, n, area.rows);
	for (int row = 0; row < area.rows; row++) {
		Spot spot = { area.row + row, area.col, area.cols };
		uint32_t i = list->first + (uint32_t)row;

		if (i >= n)
			break;
		paint_entry(app, canvas, spot, i, i == here);
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
	uint32_t n = outline_count(&app_session(app)->outline);

	app->dirty |= DIRTY_SIDEBAR;
	if (pane_list_key(&app->lists[PANE_CHAPTERS], n, key, count))
		return true;
	switch (key) {
	case KEYS_ENTER:
		chapters_go(app, app->lists[PANE_CHAPTERS].selected);
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
