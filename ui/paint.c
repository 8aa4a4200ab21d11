#include "ui/paint.h"

#include "base/i18n.h"
#include "ui/asking.h"
#include "ui/glyph.h"
#include "ui/pane.h"
#include "ui/panes/about.h"
#include "ui/panes/dialogue.h"
#include "ui/panes/documents.h"
#include "ui/panes/help.h"
#include "ui/panes/map.h"
#include "ui/panes/status.h"

/* On a screen that is too small: a sentence over as many rows as it takes. */
static void
paint_too_small(const App *app, Canvas *canvas)
{
	Slice text = slice_from(_("fangtan needs 20 columns and 5 rows"));

	for (int row = 0; row < app->rows && text.len; row++) {
		size_t len = canvas_fit_words(text, app->cols);

		if (!len)
			return;
		canvas_put(canvas, (Spot){ row, 0, app->cols },
			   slice_sub(text, 0, len), ROLE_TEXT);
		text = slice_trim_start(slice_sub(text, len, SIZE_MAX));
	}
}

static void
paint_sidebar(App *app, Canvas *canvas)
{
	const Geometry *geo = &app->geometry;
	GeometryLists lists;

	if (!geo->sidebar.cols)
		return;
	lists = pane_lists(app);
	canvas_fill(canvas, geo->sidebar, ROLE_ENTRY);
	if (lists.chapters.rows)
		pane_chapters.paint(app, canvas, lists.chapters);
	if (lists.speakers.rows)
		pane_speakers.paint(app, canvas, lists.speakers);
	for (int row = 0; row < geo->rule.rows; row++)
		canvas_put(canvas, (Spot){ geo->rule.row + row, geo->rule.col,
					   1 },
			   glyph(GLYPH_RULE), ROLE_RULE);
}

static void
paint_document(App *app, Canvas *canvas)
{
	const Geometry *geo = &app->geometry;

	pane_dialogue.paint(app, canvas, geo->dialogue);
	if (geo->map.cols)
		map_paint(app, canvas, geo->map);
	if (geo->matches.cols)
		pane_matches.paint(app, canvas, geo->matches);
	if (!geo->plain) {
		dialogue_paint_carried(app, canvas, geo->carried);
		status_paint_head(app, canvas, geo->head);
	}
	paint_sidebar(app, canvas);
	status_paint(app, canvas, geo->status);
}

void
paint_all(App *app, Canvas *canvas)
{
	Session *session = app_session(app);

	if (canvas->rows != app->rows || canvas->cols != app->cols)
		canvas_resize(canvas, app->rows, app->cols);
	else
		canvas_clear(canvas);
	app->dirty = 0;
	if (session)
		session->dirty = 0;
	if (!app->geometry.fits) {
		paint_too_small(app, canvas);
		return;
	}
	if (app->help)
		help_paint(app, canvas);
	else if (app->about)
		about_paint(app, canvas);
	else if (session)
		paint_document(app, canvas);
	else
		documents_paint(app, canvas);
	status_paint_message(app, canvas, app->geometry.prompt);
	if (app->asking)
		asking_paint(app, canvas);
}
