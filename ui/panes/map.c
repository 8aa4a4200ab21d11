#include "ui/panes/map.h"

#include "ui/glyph.h"

#define SAMPLES 8		/* places of a row where a filter is asked */

typedef struct Map {
	const Session *session;
	const Document *doc;
	TextOff total;
	int rows;
	ParaId shown;		/* the first that is, from the last row asked */
} Map;

/* The text's offset where a row, of `parts` parts, has its part `part`. */
static TextOff
map_off(const Map *map, int row, int part, int parts)
{
	TextOff units = (TextOff)map->rows * (TextOff)parts;
	TextOff unit = (TextOff)row * (TextOff)parts + (TextOff)part;

	return map->total / units * unit + map->total % units * unit / units;
}

static ParaId
para_at(const Map *map, TextOff off)
{
	return doc_anchor_at(map->doc, off).para;
}

static bool
starts_chapter(const Map *map, int row)
{
	TextOff from = map_off(map, row, 0, 1);
	TextOff to = map_off(map, row + 1, 0, 1);
	ChapterId i = doc_para_chapter(map->doc, para_at(map, from));
	const Para *para;

	i = i == DOC_NONE ? 0 : i + 1;
	if (i == 0 || i >= doc_n_chapters(map->doc))
		return false;
	para = doc_para(map->doc, doc_chapter(map->doc, i)->first);
	return para_off(para) < to;
}

/*
 * True where somebody speaks on this row whom the filter shows and the search
 * names.
 */
static bool
speaks(const Map *map, int row)
{
	for (int i = 0; i < SAMPLES; i++) {
		ParaId para = para_at(map, map_off(map, row, i, SAMPLES));
		TurnId turn = doc_para(map->doc, para)->turn;

		if (turn != DOC_NONE
		    && filter_shows_turn(&map->session->filter, map->doc, turn)
		    && (!search_names_speakers(map->session->search)
			|| search_looks_in(map->session->search, map->doc,
					   para)))
			return true;
	}
	return false;
}

/*
 * True where something on this row is among what matches (narrow.h).  Rows are
 * asked from the first to the last.
 */
static bool
shows(Map *map, int row)
{
	ParaId from = para_at(map, map_off(map, row, 0, 1));

	if (map->shown <= from)
		map->shown = filter_next(&map->session->filter, map->doc,
					 from);
	return map->shown != DOC_NONE
		&& para_off(doc_para(map->doc, map->shown))
		   < map_off(map, row + 1, 0, 1);
}

/* True where the filter and the search let something of a row be drawn. */
static bool
is_drawn(Map *map, int row)
{
	const Filter *filter = &map->session->filter;

	if (filter->on && filter->matching)
		return shows(map, row);
	if (filter_is_active(filter, map->doc)
	    || search_names_speakers(map->session->search))
		return speaks(map, row);
	return !starts_chapter(map, row);
}

/* True where the pattern of a slot matches on this row. */
static bool
holds_match(const Map *map, int row, int slot)
{
	const Search *search = searches_at(&map->session->searches, slot);
	TextOff from = map_off(map, row, 0, 1);
	TextOff to = map_off(map, row + 1, 0, 1);
	ParaId para = para_at(map, from);

	if (!search)
		return false;
	if (para_off(doc_para(map->doc, para)) < from)
		para++;
	para = search_hit_from(search, para);
	return para != DOC_NONE && para_off(doc_para(map->doc, para)) < to;
}

/* The slot of a pattern that does, the current one before others; -1: none. */
static int
slot_on(const Map *map, int row)
{
	int current = searches_current_slot(&map->session->searches);

	if (holds_match(map, row, current))
		return current;
	for (int slot = 0; slot < SEARCHES_MAX; slot++)
		if (holds_match(map, row, slot))
			return slot;
	return -1;
}

static void
paint_row(Map *map, Canvas *canvas, Spot spot, int row, bool seen)
{
	int slot = slot_on(map, row);

	if (slot >= 0)
		canvas_put(canvas, spot, glyph(GLYPH_MAP_MATCH),
			   seen ? ROLE_MAP_WINDOW : theme_match_on_map(slot));
	else if (seen)
		canvas_put(canvas, spot, glyph(GLYPH_MAP_WINDOW),
			   ROLE_MAP_WINDOW);
	else if (is_drawn(map, row))
		canvas_put(canvas, spot, glyph(GLYPH_MAP), ROLE_MAP);
}

/* The row that a byte is on. */
static int
row_of(const Map *map, TextOff off)
{
	return (int)(off * (TextOff)map->rows / map->total);
}

void
map_paint(App *app, Canvas *canvas, Rect area)
{
	const Session *session = app_session(app);
	Map map = {
		.session = session,
		.doc = session->doc,
		.total = text_len(session->doc->text),
		.rows = area.rows,
	};
	int first, last;

	if (!map.total || !doc_n_paras(map.doc))
		return;
	first = row_of(&map, app->seen.from);
	last = row_of(&map, app->seen.to ? app->seen.to - 1 : 0);
	for (int row = 0; row < area.rows; row++)
		paint_row(&map, canvas,
			  (Spot){ area.row + row, area.col, area.cols }, row,
			  row >= first && row <= last);
}
