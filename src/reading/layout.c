/*
 * A line is (paragraph, kind, index of the row); all else in it is looked up.
 */
#include "reading/layout.h"

#include <assert.h>

#include "base/mem.h"
#include "reading/rows.h"

#define INDENT_STEP 2

/* Columns, see LayoutShape. */
#define MARGIN 8
#define FULL_MIN 77		/* 68 of text, MARGIN and a column */
#define TIME_ROOM 8		/* `1:31:07` and a gap */
#define NAME_ROOM 14		/* a name of NAME_MIN, and a gap on both sides */
#define NAME_MIN 12
#define NAME_MAX 20
#define MARGIN_MEASURE 40	/* the least beside names that are wanted there */

/* The first and the last shown paragraph, and what they depend on. */
typedef struct Edges {
	ParaId first;		/* DOC_NONE: nothing is shown */
	ParaId last;
	uint32_t version;	/* of the filter */
	uint32_t n_paras;	/* of the document; 0: not known */
} Edges;

struct Layout {
	const Document *doc;
	const Filter *filter;
	LayoutShape shape;
	Edges edges;
	Rows *rows;
};

static int
clamp(int value, int least, int most)
{
	if (value > most)
		value = most;
	return value < least ? least : value;
}

static LayoutShape
shape_above(int cols, int measure)
{
	int centred = (cols - measure) / 2;
	int most = centred > MARGIN ? centred : MARGIN;
	int left = clamp(cols - 1 - measure, 1, most);
	bool has_times = left >= MARGIN;

	return (LayoutShape){
		.time_col = has_times ? left - MARGIN + 1 : -1,
		.time_cols = has_times ? MARGIN - 2 : 0,
		.bar_col = left - 1,
		.text_col = left,
		.text_cols = clamp(cols - left - 1, 1, measure),
	};
}

/*
 * Names as wide as what is left over lets them be; the block of names, text
 * and times in the middle of the rest.
 */
static LayoutShape
shape_margin(int cols, int measure)
{
	int times = cols >= measure + 1 + NAME_ROOM + TIME_ROOM
		? TIME_ROOM : 0;
	int beside = NAME_ROOM + 1 + (times > 0 ? times : 1);
	int text_cols = clamp(cols - beside, 1, measure);
	int spare = clamp(cols - beside - text_cols, 0, cols);
	int name_cols = clamp(NAME_MIN + spare, NAME_MIN, NAME_MAX);
	int left = 1 + (spare - (name_cols - NAME_MIN)) / 2;
	int text_col = left + name_cols + 2;

	return (LayoutShape){
		.time_col = times > 0 ? text_col + text_cols + 1 : -1,
		.time_cols = times > 0 ? times - 1 : 0,
		.name_col = left,
		.name_cols = name_cols,
		.bar_col = text_col - 1,
		.text_col = text_col,
		.text_cols = text_cols,
	};
}

LayoutShape
layout_shape(int cols, int measure, NamePlace names)
{
	int margin = measure >= LAYOUT_FULL && cols >= FULL_MIN ? MARGIN : 1;
	int most = cols > 2 ? cols - 1 - margin : 1;
	int wanted = clamp(measure, 1, most);
	int least = names == NAMES_AUTO ? wanted
					: clamp(wanted, 1, MARGIN_MEASURE);
	int needed = 1 + NAME_ROOM + least + 1;

	if (names == NAMES_ABOVE || cols < needed)
		return shape_above(cols, wanted);
	return shape_margin(cols, wanted);
}

static bool
is_shown(const Layout *layout, ParaId para)
{
	return layout->filter == NULL
		|| filter_shows(layout->filter, layout->doc, para);
}

static ParaId
search_shown(const Layout *layout, ParaId para, bool backward)
{
	if (layout->filter == NULL)
		return para;
	return backward ? filter_prev(layout->filter, layout->doc, para)
			: filter_next(layout->filter, layout->doc, para);
}

static const Edges *
edges_of(Layout *layout)
{
	Edges *edges = &layout->edges;
	uint32_t version = layout->filter ? layout->filter->version : 0;
	uint32_t n_paras = layout->doc ? doc_n_paras(layout->doc) : 0;

	if (n_paras == 0) {
		*edges = (Edges){ .first = DOC_NONE, .last = DOC_NONE };
		return edges;
	}
	if (edges->n_paras == n_paras && edges->version == version)
		return edges;
	ParaId last = doc_para_head(layout->doc, n_paras - 1);

	edges->first = search_shown(layout, 0, false);
	edges->last = search_shown(layout, last, true);
	edges->version = version;
	edges->n_paras = n_paras;
	return edges;
}

static ParaId
next_shown(Layout *layout, ParaId para)
{
	const Edges *edges = edges_of(layout);

	if (edges->last == DOC_NONE || para >= edges->last)
		return DOC_NONE;
	return search_shown(layout, doc_para_next(layout->doc, para), false);
}

static ParaId
prev_shown(Layout *layout, ParaId para)
{
	if (para <= edges_of(layout)->first)
		return DOC_NONE;
	return search_shown(layout, doc_para_prev(layout->doc, para), true);
}

static int
indent_of(const Layout *layout, ParaId para)
{
	const Para *record = doc_para(layout->doc, para);
	int level = record->level > 0 ? record->level : 1;
	int most = layout->shape.text_cols / 2;
	int indent = 0;

	switch ((ParaKind)record->kind) {
	case PARA_ITEM:
		indent = INDENT_STEP * level;
		if (record->flags & PARA_ORDERED)
			indent += INDENT_STEP;
		break;
	case PARA_QUOTE:
		indent = INDENT_STEP * level;
		break;
	case PARA_CODE:
	case PARA_TABLE:
		indent = INDENT_STEP;
		break;
	case PARA_TEXT:
	case PARA_DIRECTION:
	case PARA_HEADING:
		break;
	}
	if (para_is_translation(record))
		indent += INDENT_STEP;
	return indent < most ? indent : most;
}

/* Text that another paragraph of the same turn or narration goes on with. */
static bool
is_running(const Layout *layout, ParaId para)
{
	switch ((ParaKind)doc_para(layout->doc, para)->kind) {
	case PARA_TEXT:
	case PARA_DIRECTION:
	case PARA_ITEM:
	case PARA_QUOTE:
		return true;
	case PARA_CODE:
	case PARA_TABLE:
	case PARA_HEADING:
		break;
	}
	return false;
}

/* True where an indent, and no gap, sets it apart from the one before. */
static bool
runs_on(const Layout *layout, ParaId para)
{
	ParaId before = layout->shape.para_indent > 0
		? doc_para_prev(layout->doc, para) : DOC_NONE;

	return before != DOC_NONE && is_running(layout, before)
		&& is_running(layout, para) && is_shown(layout, before)
		&& doc_para(layout->doc, before)->turn
			== doc_para(layout->doc, para)->turn;
}

/* Columns by which the first row is indented beyond the others. */
static int
first_indent(const Layout *layout, ParaId para)
{
	uint16_t kind = doc_para(layout->doc, para)->kind;
	int most = layout->shape.text_cols / 2;

	if ((kind != PARA_TEXT && kind != PARA_DIRECTION)
	    || !runs_on(layout, para))
		return 0;
	return layout->shape.para_indent < most ? layout->shape.para_indent
						: most;
}

static RowShape
row_shape(const Layout *layout, ParaId para)
{
	return (RowShape){
		.cols = (uint32_t)(layout->shape.text_cols
				   - indent_of(layout, para)),
		.first = (uint32_t)first_indent(layout, para),
	};
}

static bool
starts_turn(const Layout *layout, ParaId para)
{
	TurnId turn = doc_para(layout->doc, para)->turn;

	return turn != DOC_NONE && doc_turn(layout->doc, turn)->first == para;
}

static bool
has_name_line(const Layout *layout, ParaId para)
{
	return layout->shape.name_cols == 0 && starts_turn(layout, para);
}

static bool
has_gap(Layout *layout, ParaId para)
{
	return para > edges_of(layout)->first && !runs_on(layout, para);
}

/* The row of that index, which the paragraph has. */
static void
text_line(Layout *layout, ParaId para, uint32_t index, Line *ret)
{
	RowShape shape = row_shape(layout, para);
	Row row = { 0 };

	rows_get(layout->rows, para, shape, index, &row);
	*ret = (Line){
		.kind = LINE_TEXT,
		.para = para,
		.row = row,
		.index = index,
		.indent = indent_of(layout, para)
			+ (index == 0 ? (int)shape.first : 0),
		.starts_turn = index == 0 && layout->shape.name_cols > 0
			&& starts_turn(layout, para),
		.starts_item = index == 0
			&& doc_para(layout->doc, para)->kind == PARA_ITEM,
	};
}

static void
name_or_text_line(Layout *layout, ParaId para, Line *ret)
{
	if (has_name_line(layout, para))
		*ret = (Line){
			.kind = LINE_NAME,
			.para = para,
			.starts_turn = true,
		};
	else
		text_line(layout, para, 0, ret);
}

static void
top_line(Layout *layout, ParaId para, Line *ret)
{
	if (has_gap(layout, para))
		*ret = (Line){ .kind = LINE_GAP, .para = para };
	else
		name_or_text_line(layout, para, ret);
}

static void
bottom_line(Layout *layout, ParaId para, Line *ret)
{
	uint32_t index = rows_last(layout->rows, para,
				   row_shape(layout, para));

	text_line(layout, para, index, ret);
}

Layout *
layout_new(void)
{
	Layout *layout = mem_zalloc(sizeof(*layout));

	layout->shape = layout_shape(80, 68, NAMES_AUTO);
	layout->rows = rows_new();
	return layout;
}

void
layout_free(Layout *layout)
{
	if (layout == NULL)
		return;
	rows_free(layout->rows);
	mem_free(layout);
}

void
layout_set(Layout *layout, const Document *doc, const Filter *filter,
	   LayoutShape shape)
{
	assert(shape.text_cols >= 1);
	if (layout->doc != doc)
		rows_set_document(layout->rows, doc);
	layout->edges.n_paras = 0;
	layout->doc = doc;
	layout->filter = filter;
	layout->shape = shape;
	rows_set_flags(layout->rows, shape.flags);
}

void
layout_set_script(Layout *layout, const ShownScript *script)
{
	rows_set_script(layout->rows, script);
}

void
layout_grown(Layout *layout)
{
	rows_grown(layout->rows);
}

LayoutShape
layout_current_shape(const Layout *layout)
{
	return layout->shape;
}

static void
line_at(Layout *layout, ParaId para, Anchor anchor, Line *ret)
{
	if (anchor.part == ANCHOR_GAP) {
		top_line(layout, para, ret);
	} else if (anchor.part == ANCHOR_NAME) {
		name_or_text_line(layout, para, ret);
	} else {
		uint32_t index = anchor.byte == 0 ? 0
			: rows_at(layout->rows, para,
				  row_shape(layout, para), anchor.byte);

		text_line(layout, para, index, ret);
	}
}

bool
layout_at(Layout *layout, Anchor anchor, Line *ret)
{
	if (edges_of(layout)->first == DOC_NONE)
		return false;
	const Document *doc = layout->doc;
	ParaId last = doc_n_paras(doc) - 1;
	ParaId para = doc_para_head(doc, anchor.para < last ? anchor.para
				    : last);

	if (is_shown(layout, para)) {
		line_at(layout, para, anchor, ret);
		return true;
	}
	para = next_shown(layout, para);
	if (para == DOC_NONE)
		return layout_last(layout, ret);
	name_or_text_line(layout, para, ret);
	return true;
}

bool
layout_last(Layout *layout, Line *ret)
{
	ParaId para = edges_of(layout)->last;

	if (para == DOC_NONE)
		return false;
	bottom_line(layout, para, ret);
	return true;
}

bool
layout_next(Layout *layout, Line *line)
{
	ParaId para = line->para;
	uint32_t index = line->index;

	if (line->kind == LINE_GAP) {
		name_or_text_line(layout, para, line);
		return true;
	}
	if (line->kind == LINE_NAME) {
		text_line(layout, para, 0, line);
		return true;
	}
	if (rows_next(layout->rows, para, row_shape(layout, para), &index)) {
		text_line(layout, para, index, line);
		return true;
	}
	para = next_shown(layout, para);
	if (para == DOC_NONE)
		return false;
	top_line(layout, para, line);
	return true;
}

bool
layout_prev(Layout *layout, Line *line)
{
	ParaId para = line->para;
	bool at_text = line->kind == LINE_TEXT;
	uint32_t index = line->index;

	if (at_text && rows_prev(layout->rows, para, row_shape(layout, para),
				 &index)) {
		text_line(layout, para, index, line);
		return true;
	}
	if (at_text && has_name_line(layout, para)) {
		name_or_text_line(layout, para, line);
		return true;
	}
	if (line->kind != LINE_GAP && has_gap(layout, para)) {
		top_line(layout, para, line);
		return true;
	}
	para = prev_shown(layout, para);
	if (para == DOC_NONE)
		return false;
	bottom_line(layout, para, line);
	return true;
}

Anchor
layout_anchor(Layout *layout, const Line *line)
{
	Anchor anchor = { .para = line->para, .part = ANCHOR_TEXT };

	if (line->kind == LINE_GAP) {
		anchor.part = ANCHOR_GAP;
	} else if (line->kind == LINE_NAME || line->starts_turn) {
		anchor.part = ANCHOR_NAME;
	} else if (line->index > 0) {
		const Shown *shown = layout_shown(layout, line->para);

		anchor.byte = shown_to_source(shown, line->row.start);
	}
	return anchor;
}

int
layout_compare(const Line *a, const Line *b)
{
	if (a->para != b->para)
		return a->para < b->para ? -1 : 1;
	if (a->kind != b->kind)
		return a->kind < b->kind ? -1 : 1;
	return (a->index > b->index) - (a->index < b->index);
}

bool
layout_turn(Layout *layout, TurnId turn, Line *ret)
{
	ParaId para = doc_turn(layout->doc, turn)->first;

	if (para >= doc_n_paras(layout->doc)
	    || doc_para(layout->doc, para)->turn != turn
	    || !is_shown(layout, para))
		return false;
	name_or_text_line(layout, para, ret);
	return true;
}

const Shown *
layout_shown(Layout *layout, ParaId para)
{
	return rows_shown(layout->rows, doc_para_head(layout->doc, para));
}
