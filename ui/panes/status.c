#include "ui/panes/status.h"

#include <stdio.h>

#include "base/i18n.h"
#include "base/items.h"
#include "document/find.h"
#include "document/timestamp.h"
#include "text/uni.h"
#include "ui/pace.h"
#include "ui/panes/chapters.h"
#include "ui/panes/dialogue.h"
#include "ui/panes/help.h"
#include "ui/panes/middle.h"

#define FIELD_MAX 256		/* bytes of a field */
#define TITLE_MAX 4096		/* bytes of a chapter's title */
#define GAP 2			/* columns between the three groups */

/* In the order in which they stand, from left to right. */
typedef enum FieldId {
	FIELD_CHAPTER,
	FIELD_TURN,
	FIELD_NAME,
	FIELD_MIDDLE,
	FIELD_PLACE,
	FIELD_LEFT,
	FIELD_HELP,
	FIELD_COUNT,
} FieldId;

typedef struct Fields {
	Buf texts[FIELD_COUNT];	/* but that of the middle */
	Middle middle;
} Fields;

/* The row without its margins: it begins where the text does. */
static Spot
margins(const App *app, Rect area)
{
	int left = app->geometry.margin;

	return (Spot){ area.row, area.col + left, area.cols - left - 1 };
}

void
status_paint_head(App *app, Canvas *canvas, Rect area)
{
	const Session *session = app_session(app);
	ChapterId here = chapters_here(session);
	Buf head, title, out;

	buf_init(&head, 2 * TITLE_MAX);
	buf_init(&title, TITLE_MAX);
	buf_init(&out, SIZE_MAX);
	buf_append(&head, slice_sub(session_title(session, &out), 0,
				    TITLE_MAX));
	if (here != DOC_NONE
	    && !(doc_chapter(session->doc, here)->flags & CHAPTER_DERIVED)) {
		shown_chapter_title(session->doc, here, &title);
		buf_append(&head, SLICE(" · "));
		shown_script_append(&session->script, buf_slice(&title), &head);
	}
	canvas_put_cut(canvas, margins(app, area), buf_slice(&head), ROLE_HEAD);
	buf_done(&out);
	buf_done(&title);
	buf_done(&head);
}

static void
fill_place(const Session *session, Fields *fields)
{
	uint32_t chapters = doc_n_chapters(session->doc);
	ChapterId here = chapters_here(session);
	uint32_t turns = doc_n_turns(session->doc);
	TurnId turn = session->view.current;

	if (chapters > 0)
		buf_appendf(&fields->texts[FIELD_CHAPTER], "§%u/%u",
			    here == DOC_NONE ? 0 : here + 1, chapters);
	if (turn == DOC_NONE || !turns)
		return;
	buf_appendf(&fields->texts[FIELD_TURN], "%u/%u", turn + 1, turns);
	dialogue_names(session, turn, &fields->texts[FIELD_NAME]);
}

/* When the current turn begins, or what is on the first row. */
static uint32_t
time_here(const Session *session)
{
	const Document *doc = session->doc;
	TurnId turn = session->view.current;
	ParaId para = session->view.top.para;

	if (turn != DOC_NONE && doc_turn_time(doc, turn) != DOC_NONE)
		return doc_turn_time(doc, turn);
	if (turn != DOC_NONE && doc_turn(doc, turn)->first > para)
		para = doc_turn(doc, turn)->first;
	return para < doc_n_paras(doc) ? find_time_of(doc, para) : DOC_NONE;
}

/* When the last turn ends, as far as the source says; or it begins. */
static uint32_t
end_time(const Document *doc)
{
	uint32_t paras = doc_n_paras(doc), turns = doc_n_turns(doc);
	uint32_t end_ms = turns ? doc_turn_end_time(doc, turns - 1)
				: DOC_NONE;

	if (end_ms != DOC_NONE)
		return end_ms;
	return paras ? find_time_of(doc, paras - 1) : DOC_NONE;
}

/* `12:13 of 1:31:07`; false where the document has no times. */
static bool
fill_times(const Session *session, Buf *out)
{
	uint32_t here = time_here(session), end = end_time(session->doc);

	if (here == DOC_NONE || end == DOC_NONE || end == 0)
		return false;
	timestamp_append(here, out);
	buf_append(out, slice_from(_(" of ")));
	timestamp_append(end, out);
	return true;
}

static void
fill_right(App *app, Fields *fields)
{
	Session *session = app_session(app);
	unsigned left = pace_minutes(app, app->seen.to);

	if (!fill_times(session, &fields->texts[FIELD_PLACE])) {
		buf_appendf(&fields->texts[FIELD_PLACE], "%d %%",
			    view_percent(&session->view));
		buf_appendf(&fields->texts[FIELD_LEFT], _("%u min"), left);
	}
	buf_appendf(&fields->texts[FIELD_HELP], _("%s help"),
		    help_key(app, COMMAND_help).label);
}

static Slice
field(const Fields *fields, FieldId id)
{
	return id == FIELD_MIDDLE ? buf_slice(&fields->middle.text)
				  : buf_slice(&fields->texts[id]);
}

static bool
has_field(const Fields *fields, FieldId id)
{
	return field(fields, id).len > 0;
}

/* Columns of the fields from `first` to `last`, ` · ` between them. */
static int
group_cols(const Fields *fields, FieldId first, FieldId last)
{
	int separator = (int)uni_text_width(SLICE(" · "));
	int cols = 0;

	for (FieldId id = first; id <= last; id++) {
		if (!has_field(fields, id))
			continue;
		if (cols)
			cols += separator;
		cols += (int)uni_text_width(field(fields, id));
	}
	return cols;
}

static int
all_cols(const Fields *fields)
{
	int middle = group_cols(fields, FIELD_MIDDLE, FIELD_MIDDLE);
	int right = group_cols(fields, FIELD_PLACE, FIELD_HELP);

	return group_cols(fields, FIELD_CHAPTER, FIELD_NAME)
		+ (middle ? GAP + middle : 0) + (right ? GAP + right : 0);
}

/* Shortens fields from the right until all have room. */
static void
drop_fields(App *app, Fields *fields, int cols)
{
	static const FieldId order[] = {
		FIELD_HELP, FIELD_LEFT, FIELD_PLACE, FIELD_MIDDLE, FIELD_NAME,
		FIELD_CHAPTER,
	};

	for (size_t i = 0; i < N_ITEMS(order); i++) {
		if (all_cols(fields) <= cols)
			return;
		if (order[i] == FIELD_MIDDLE)
			middle_fill(&fields->middle, app, true);
		else
			buf_clear(&fields->texts[order[i]]);
	}
	if (all_cols(fields) > cols && !keymap_is_pending(&app->keys))
		buf_clear(&fields->middle.text);
}

static void
paint_group(const Fields *fields, Canvas *canvas, Spot spot, FieldId first,
	    FieldId last)
{
	bool begun = false;

	for (FieldId id = first; id <= last; id++) {
		int used = 0;

		if (!has_field(fields, id))
			continue;
		if (begun)
			used = canvas_put(canvas, spot, SLICE(" · "),
					  ROLE_STATUS);
		spot.col += used;
		spot.cols -= used;
		used = canvas_put(canvas, spot, buf_slice(&fields->texts[id]),
				  ROLE_STATUS);
		spot.col += used;
		spot.cols -= used;
		begun = true;
	}
}

static void
paint_fields(const Fields *fields, Canvas *canvas, Spot spot)
{
	int left = group_cols(fields, FIELD_CHAPTER, FIELD_NAME);
	int middle = group_cols(fields, FIELD_MIDDLE, FIELD_MIDDLE);
	int right = group_cols(fields, FIELD_PLACE, FIELD_HELP);
	int free = spot.cols - left - right;
	int at = left ? left + GAP : 0;

	paint_group(fields, canvas, spot, FIELD_CHAPTER, FIELD_NAME);
	if (middle && (free - middle) / 2 > GAP)
		at = left + (free - middle) / 2;
	middle_paint(&fields->middle, canvas,
		     (Spot){ spot.row, spot.col + at, spot.cols - at });
	paint_group(fields, canvas,
		    (Spot){ spot.row, spot.col + spot.cols - right, right },
		    FIELD_PLACE, FIELD_HELP);
}

void
status_paint(App *app, Canvas *canvas, Rect area)
{
	Spot spot = margins(app, area);
	Fields fields;

	canvas_fill(canvas, area, ROLE_STATUS);
	for (int i = 0; i < FIELD_COUNT; i++)
		buf_init(&fields.texts[i], FIELD_MAX * 4);
	middle_init(&fields.middle);
	fill_place(app_session(app), &fields);
	middle_fill(&fields.middle, app, false);
	fill_right(app, &fields);
	drop_fields(app, &fields, spot.cols);
	paint_fields(&fields, canvas, spot);
	for (int i = 0; i < FIELD_COUNT; i++)
		buf_done(&fields.texts[i]);
	middle_done(&fields.middle);
}

void
status_paint_message(const App *app, Canvas *canvas, Rect area)
{
	const Message *message = &app->message;

	if (!message->text.len)
		return;
	canvas_fill(canvas, area, ROLE_MESSAGE);
	canvas_put_cut(canvas, (Spot){ area.row, area.col + 1, area.cols - 2 },
		       buf_slice(&message->text),
		       message->is_error ? ROLE_ERROR : ROLE_MESSAGE);
}
