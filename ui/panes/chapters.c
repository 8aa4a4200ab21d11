#include "ui/panes/chapters.h"

#include "base/i18n.h"
#include "reading/outline.h"
#include "ui/glyph.h"

#define TITLE_MAX 4096		/* bytes of a chapter's title */
#define DEPTH_MAX 4		/* deeper entries are indented no further */

uint32_t
chapters_here(const Session *session)
{
	const View *view = &session->view;
	ParaId here = view->top.para;

	if (!doc_n_paras(session->doc))
		return DOC_NONE;
	if (view->current != DOC_NONE
	    && doc_turn(session->doc, view->current)->first > here)
		here = doc_turn(session->doc, view->current)->first;
	return outline_at(session->doc, here);
}

static void
paint_entry(Canvas *canvas, Spot spot, const Document *doc, uint32_t i,
	    Role role)
{
	Buf title;
	int depth = 0;

	buf_init(&title, TITLE_MAX);
	outline_title(doc, i, &title, &depth);
	if (depth > DEPTH_MAX)
		depth = DEPTH_MAX;
	spot.col += 3 + depth;
	spot.cols -= 3 + depth;
	canvas_put_cut(canvas, spot, buf_slice(&title), role);
	buf_done(&title);
}

static void
chapters_paint(App *app, Canvas *canvas, Rect area)
{
	const Session *session = app_session(app);
	ListState *list = &app->lists[PANE_CHAPTERS];
	bool focused = app->focus == PANE_CHAPTERS;
	uint32_t n = outline_count(session->doc);
	uint32_t here = chapters_here(session);

	area = pane_title(canvas, area, _("Chapters"), focused);
	list->rows = area.rows;
	if (focused)
		list_show(list, list->selected, n);
	else
		list_show(list, here == DOC_NONE ? 0 : here, n);
	for (int row = 0; row < area.rows; row++) {
		Spot spot = { area.row + row, area.col, area.cols };
		uint32_t i = list->first + (uint32_t)row;
		Role role = i == here ? ROLE_ENTRY_HERE : ROLE_ENTRY;

		if (i >= n)
			break;
		if (i == here)
			canvas_put(canvas, (Spot){ spot.row, spot.col + 1, 1 },
				   glyph(GLYPH_HERE), role);
		paint_entry(canvas, spot, session->doc, i, role);
		if (focused && i == list->selected)
			canvas_role(canvas, spot, ROLE_ENTRY_SELECTED);
	}
}

static void
go_to_selected(App *app)
{
	Session *session = app_session(app);
	uint32_t i = app->lists[PANE_CHAPTERS].selected;

	if (i < outline_count(session->doc))
		view_to_para(&session->view, outline_para(session->doc, i),
			     NULL);
	app_focus(app, PANE_DIALOGUE);
}

static bool
chapters_key(App *app, Key key, long count)
{
	uint32_t n = outline_count(app_session(app)->doc);

	app->dirty |= DIRTY_SIDEBAR;
	if (pane_list_key(&app->lists[PANE_CHAPTERS], n, key, count))
		return true;
	switch (key) {
	case KEYS_ENTER:
		go_to_selected(app);
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
