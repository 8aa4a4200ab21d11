#include "ui/pointed.h"

#include "base/mem.h"
#include "reading/spread.h"
#include "text/uni.h"
#include "ui/finding.h"
#include "ui/pane.h"
#include "ui/panes/documents.h"
#include "ui/panes/matches.h"

static bool
is_inside(Rect rect, int row, int col)
{
	return row >= rect.row && row < rect.row + rect.rows
		&& col >= rect.col && col < rect.col + rect.cols;
}

static int
between(int least, int n, int most)
{
	if (n > most)
		n = most;
	return n < least ? least : n;
}

/* The line on a row of the dialogue, or the last one above it. */
static bool
line_on_row(App *app, int row, Line *ret)
{
	Session *session = app_session(app);
	int rows = app->geometry.dialogue.rows;
	Line *lines = mem_realloc_array(NULL, (size_t)rows, sizeof(*lines));
	int n = view_lines(&session->view, lines, rows);

	if (n > 0)
		*ret = lines[between(0, row, n - 1)];
	mem_free(lines);
	return n > 0;
}

/* The cluster in a column of a row of text; `col` from where that begins. */
static Match
cluster_at(App *app, const Line *line, int col)
{
	const LayoutShape *shape = &app->geometry.shape;
	Slice text = layout_shown(app_session(app)->layout, line->para)->text;
	WrapStyle style = { (uint32_t)(shape->text_cols - line->indent),
			    shape->flags };
	uint32_t end = line->row.start + line->row.shown_len;
	Match match = { line->para, line->row.start, 0 };
	Spread spread;

	if (col < 0)
		return match;
	spread_row(text, &line->row, style, &spread);
	match.start = spread_byte(&spread, (uint32_t)col);
	if (match.start < end)
		match.len = (uint32_t)uni_cluster(
			slice_sub(text, match.start, end - match.start));
	return match;
}

bool
pointed_text(App *app, int row, int col, Match *ret)
{
	Rect area = app->geometry.dialogue;
	Line line;

	if (!line_on_row(app, row - area.row, &line))
		return false;
	*ret = (Match){ line.para, 0, 0 };
	if (line.kind == LINE_TEXT)
		*ret = cluster_at(app, &line,
				  col - area.col - app->geometry.shape.text_col
					  - line.indent);
	return true;
}

static uint32_t
entry_on(const App *app, const ListState *list, int row, uint32_t count)
{
	uint32_t i = list->first + (uint32_t)row;

	if (row < 0 || row >= list->rows || i >= finding_count(app, list, count))
		return DOC_NONE;
	return finding_entry(app, list, i);
}

/* A row of a list of the sidebar, the first of which is its title. */
static Pointed
in_sidebar(const App *app, int row, int col)
{
	const Session *session = app_session(app);
	GeometryLists lists = pane_lists(app);
	Pointed pointed = { .entry = DOC_NONE };

	if (is_inside(lists.chapters, row, col)) {
		pointed.kind = POINTED_CHAPTERS;
		pointed.entry = entry_on(app, &app->lists[PANE_CHAPTERS],
					 row - lists.chapters.row - 1,
					 outline_count(&session->outline));
	} else if (is_inside(lists.speakers, row, col)) {
		pointed.kind = POINTED_SPEAKERS;
		pointed.entry = entry_on(app, &app->lists[PANE_SPEAKERS],
					 row - lists.speakers.row - 1,
					 doc_n_speakers(session->doc));
	}
	return pointed;
}

static Pointed
in_matches(App *app, int row)
{
	Rect entries = matches_entries(app->geometry.matches);

	return (Pointed){
		.kind = POINTED_MATCHES,
		.entry = entry_on(app, &app->lists[PANE_MATCHES], row - entries.row,
				  matches_count(app)),
	};
}

static Pointed
in_documents(const App *app, int row)
{
	return (Pointed){
		.kind = POINTED_DOCUMENTS,
		.entry = entry_on(app, &app->documents, row - DOCUMENTS_FIRST_ROW,
				  library_count(app->library)),
	};
}

/* The first row of the map is the start of the document, the last the end. */
static Pointed
in_map(Rect map, int row)
{
	return (Pointed){
		.kind = POINTED_MAP,
		.entry = DOC_NONE,
		.percent = map.rows > 1
			? (row - map.row) * 100 / (map.rows - 1) : 0,
	};
}

Pointed
pointed_at(App *app, int row, int col)
{
	const Geometry *geo = &app->geometry;
	Pointed pointed = { .entry = DOC_NONE };

	if (!geo->fits || app->help || app->about
	    || (app->message.text.len && is_inside(geo->prompt, row, col)))
		return pointed;
	if (!app_session(app))
		return in_documents(app, row);
	if (is_inside(geo->sidebar, row, col))
		return in_sidebar(app, row, col);
	if (is_inside(geo->matches, row, col))
		return in_matches(app, row);
	if (is_inside(geo->map, row, col))
		return in_map(geo->map, row);
	if (is_inside(geo->dialogue, row, col)
	    && pointed_text(app, row, col, &pointed.text))
		pointed.kind = POINTED_DIALOGUE;
	return pointed;
}
