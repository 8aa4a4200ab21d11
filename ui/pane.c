#include "ui/pane.h"

#include "base/i18n.h"
#include "ui/finding.h"

static long
at_least_one(int n)
{
	return n > 0 ? n : 1;
}

bool
pane_list_key(ListState *list, uint32_t entries, Key key, long count)
{
	long n = count ? count : 1;

	switch (key) {
	case 'j':
	case KEYS_DOWN:
		list_move(list, entries, n);
		return true;
	case 'k':
	case KEYS_UP:
		list_move(list, entries, -n);
		return true;
	case 'g':
	case KEYS_HOME:
		list_move(list, entries, -(long)entries);
		return true;
	case 'G':
	case KEYS_END:
		list_move(list, entries, (long)entries);
		return true;
	case KEYS_PAGE_DOWN:
		list_move(list, entries, n * at_least_one(list->rows - 1));
		return true;
	case KEYS_PAGE_UP:
		list_move(list, entries, -n * at_least_one(list->rows - 1));
		return true;
	default:
		return false;
	}
}

GeometryLists
pane_lists(const App *app)
{
	const Session *session = app_session(app);
	Rect sidebar = app->geometry.sidebar;

	if (app->geometry.plain)
		return app->focus == PANE_CHAPTERS
			? (GeometryLists){ .chapters = sidebar }
			: (GeometryLists){ .speakers = sidebar };
	return geometry_lists(sidebar,
			      (int)outline_count(&session->outline),
			      (int)doc_n_speakers(session->doc),
			      app->focus == PANE_SPEAKERS);
}

Rect
pane_title(const App *app, Canvas *canvas, Rect area, PaneId pane,
	   const char *title)
{
	Buf text;

	buf_init(&text, SIZE_MAX);
	finding_title(app, &app->lists[pane], title, &text);
	canvas_fill(canvas, area, ROLE_ENTRY);
	canvas_put_cut(canvas, (Spot){ area.row, area.col + 1, area.cols - 1 },
		       buf_slice(&text),
		       app->focus == pane ? ROLE_PANE_FOCUS : ROLE_PANE_TITLE);
	buf_done(&text);
	area.row++;
	area.rows--;
	return area;
}

void
pane_select(Canvas *canvas, Spot spot)
{
	canvas_role(canvas, spot, ROLE_ENTRY_SELECTED);
	canvas_set_cursor(canvas, spot.row, spot.col);
}

int
pane_digits(uint32_t n)
{
	int digits = 1;

	for (; n >= 10; n /= 10)
		digits++;
	return digits;
}

void
pane_append_matches(uint32_t n, Buf *out)
{
	if (n < 100000)
		buf_appendf(out, "%u", n);
	else if (n < 10000000)
		buf_appendf(out, "%uk", n / 1000);
	else
		buf_appendf(out, "%uM", n / 1000000);
}

void
pane_append_count(SearchCount count, Buf *out)
{
	if (count.index)
		buf_appendf(out, "%u/%u", count.index, count.shown);
	else
		buf_appendf(out, "%u", count.shown);
	if (!count.complete)
		buf_append_char(out, '+');
}

void
pane_append_matches_plain(uint32_t n, Buf *out)
{
	buf_appendf(out, ngettext(", %u match", ", %u matches", n), n);
}
