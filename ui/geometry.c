#include "ui/geometry.h"

#define MAP_MIN 60		/* columns of a pane with a map */
#define TEXT_MIN 60		/* columns of text beside a sidebar */
#define SPLIT_ROWS 7		/* of a sidebar that shows both lists */
#define MATCHES_MIN 4		/* rows of their list, where so many are left */
#define MATCHES_APART 6		/* rows that leave one free above them */

static int
min_int(int a, int b)
{
	return a < b ? a : b;
}

/* The map and a blank before it. */
static int
map_cols(int pane_cols)
{
	return pane_cols >= MAP_MIN ? 2 : 0;
}

/* A stop that hangs takes two columns where one is free anyway. */
static LayoutShape
pane_shape(const GeometryWish *wish, int pane_cols)
{
	int hang = wish->flags & WRAP_HANG ? 1 : 0;
	LayoutShape shape = layout_shape(pane_cols - map_cols(pane_cols) - hang,
					 wish->measure, wish->names);

	shape.flags = wish->flags;
	shape.para_indent = wish->para_indent;
	return shape;
}

static bool
has_room_beside(const GeometryWish *wish)
{
	int pane_cols = wish->cols - wish->sidebar - 1;

	if (pane_cols < GEOMETRY_COLS_MIN)
		return false;
	return pane_shape(wish, pane_cols).text_cols
		>= min_int(TEXT_MIN, wish->measure);
}

static void
place_sidebar(Geometry *geo, const GeometryWish *wish, Rect body)
{
	int cols = min_int(wish->sidebar, wish->cols - 1);

	geo->beside = wish->sidebar > 0 && has_room_beside(wish);
	if (!wish->sidebar || (!geo->beside && !wish->over))
		return;
	geo->sidebar = (Rect){ body.row, 0, body.rows, cols };
	geo->rule = (Rect){ body.row, cols, body.rows, 1 };
}

/*
 * Takes the list of matches from the end of what the dialogue would have: two
 * fifths of the rows, or a few, but never more than half.
 */
static Rect
place_matches(Geometry *geo, Rect rect, int cols)
{
	int rows = rect.rows * 2 / 5;

	if (rows < MATCHES_MIN)
		rows = min_int(MATCHES_MIN, rect.rows / 2);
	if (rows == 0)
		return rect;
	rect.rows -= rows;
	geo->matches = (Rect){ rect.row + rect.rows, rect.col, rows, cols };
	if (rows >= MATCHES_APART) {
		geo->matches.row++;
		geo->matches.rows--;
	}
	return rect;
}

static void
place_dialogue(Geometry *geo, const GeometryWish *wish, Rect body)
{
	int left = geo->beside ? geo->sidebar.cols + geo->rule.cols : 0;
	int cols = wish->cols - left;
	int map = map_cols(cols);
	Rect rect = { body.row, left, body.rows - (wish->prompt ? 1 : 0),
		      cols - map };

	if (wish->matches)
		rect = place_matches(geo, rect, cols);
	geo->carried = (Rect){ body.row - 1, left, 1, cols - map };
	geo->dialogue = rect;
	if (map)
		geo->map = (Rect){ body.row, wish->cols - 1, rect.rows, 1 };
	geo->shape = pane_shape(wish, cols);
	geo->margin = geo->beside ? 1 : geo->shape.text_col;
}

/* Names above, all from the first column on, and no head. */
static void
place_plain(Geometry *geo, const GeometryWish *wish)
{
	Rect body = { 0, 0, wish->rows - 1, wish->cols };
	int hang = wish->flags & WRAP_HANG ? 1 : 0;

	geo->plain = true;
	geo->dialogue = body;
	if (wish->matches)
		geo->matches = body;
	else if (wish->over)
		geo->sidebar = body;
	geo->shape = (LayoutShape){
		.time_col = -1,
		.bar_col = -1,
		.text_cols = min_int(wish->measure, wish->cols - 1 - hang),
		.flags = wish->flags,
		.para_indent = wish->para_indent,
	};
	geo->prompt = (Rect){ wish->rows - 1, 0, 1, wish->cols };
	geo->status = geo->prompt;
}

Geometry
geometry_make(const GeometryWish *wish)
{
	Rect body = { 2, 0, wish->rows - 3, wish->cols };
	Geometry geo = { .fits = wish->cols >= GEOMETRY_COLS_MIN
				 && wish->rows >= GEOMETRY_ROWS_MIN };

	if (!geo.fits)
		return geo;
	if (wish->plain) {
		place_plain(&geo, wish);
		return geo;
	}
	geo.head = (Rect){ 0, 0, 1, wish->cols };
	geo.prompt = (Rect){ wish->rows - 2, 0, 1, wish->cols };
	geo.status = (Rect){ wish->rows - 1, 0, 1, wish->cols };
	place_sidebar(&geo, wish, body);
	place_dialogue(&geo, wish, body);
	return geo;
}

int
geometry_sidebar(int cols)
{
	if (cols < GEOMETRY_SIDEBAR_MIN)
		return GEOMETRY_SIDEBAR_MIN;
	return min_int(cols, GEOMETRY_SIDEBAR_MAX);
}

GeometryLists
geometry_lists(Rect sidebar, int chapters, int speakers, bool lower)
{
	GeometryLists lists = { .chapters = { 0, 0, 0, 0 } };
	int below = min_int(speakers, (sidebar.rows - 3) / 2) + 1;
	int above;

	if (sidebar.rows < SPLIT_ROWS) {
		*(lower ? &lists.speakers : &lists.chapters) = sidebar;
		return lists;
	}
	above = min_int(chapters + 1, sidebar.rows - below - 1);
	lists.chapters = sidebar;
	lists.chapters.rows = above;
	lists.speakers = sidebar;
	lists.speakers.row += above + 1;
	lists.speakers.rows = below;
	return lists;
}
