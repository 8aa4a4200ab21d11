#include "ui/panes/status.h"

#include <stdio.h>

#include "base/i18n.h"
#include "document/find.h"
#include "document/timestamp.h"
#include "text/uni.h"
#include "ui/pace.h"
#include "ui/panes/chapters.h"
#include "ui/panes/dialogue.h"
#include "ui/panes/help.h"

#define FIELD_MAX 256		/* bytes of a field */
#define TITLE_MAX 4096		/* bytes of a chapter's title */
#define NAMED_MAX 3		/* speakers that a filter names */
#define QUERY_COLS 24		/* of a pattern */
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
	Buf texts[FIELD_COUNT];
	Buf brief;		/* for the middle where that is too wide */
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

/* The names of those who are in the filter's set, or not in it. */
static void
append_names(const Session *session, bool in, Buf *out)
{
	uint32_t n = doc_n_speakers(session->doc);
	int named = 0;

	for (SpeakerId id = 0; id < n; id++) {
		if (filter_has(&session->filter, id) != in)
			continue;
		if (named == NAMED_MAX) {
			buf_append(out, SLICE(", …"));
			return;
		}
		if (named++)
			buf_append(out, SLICE(", "));
		shown_script_append(&session->script,
				    doc_speaker(session->doc, id)->name, out);
	}
}

static uint32_t
count_in(const Session *session)
{
	uint32_t n = doc_n_speakers(session->doc);
	uint32_t in = 0;

	for (SpeakerId id = 0; id < n; id++)
		in += filter_has(&session->filter, id);
	return in;
}

/* `only Ann` */
static void
append_speakers(const Session *session, Buf *out)
{
	uint32_t n = doc_n_speakers(session->doc);
	bool only = count_in(session) * 2 <= n;
	Buf names;

	buf_init(&names, FIELD_MAX);
	append_names(session, only, &names);
	buf_appendf(out, only ? _("only %.*s") : _("without %.*s"),
		    SLICE_ARGS(buf_slice(&names)));
	buf_done(&names);
}

/* `11 of 142`, with a sign while there may be more. */
static void
append_shown(Session *session, Buf *out)
{
	bool open = session->filter.matching && !session->narrow.filled;

	buf_appendf(out, _("%u%s of %u"),
		    filter_turns(&session->filter, session->doc),
		    open ? "+" : "", doc_n_turns(session->doc));
}

/* A pattern in so many columns and an ellipsis. */
static void
append_query(Slice query, Buf *out)
{
	size_t cols, len = uni_fit(query, QUERY_COLS, &cols);

	buf_append(out, slice_sub(query, 0, len));
	if (len < query.len)
		buf_append(out, SLICE("…"));
}

/* `only Ann · & 安全 · 11 of 142`, in brief `11 of 142` */
static void
fill_filter(Session *session, Fields *fields)
{
	Buf *out = &fields->texts[FIELD_MIDDLE];

	if (!filter_has_all(&session->filter, session->doc)) {
		append_speakers(session, out);
		buf_append(out, SLICE(" · "));
	}
	if (session->filter.matching) {
		buf_append(out, SLICE("& "));
		append_query(search_query(session->narrow.search), out);
		buf_append(out, SLICE(" · "));
	}
	append_shown(session, &fields->brief);
	buf_append(out, buf_slice(&fields->brief));
}

static void
fill_middle(App *app, Fields *fields)
{
	Buf *out = &fields->texts[FIELD_MIDDLE];
	Session *session = app_session(app);
	char keys[KEYMAP_TEXT_MAX], follow[KEYMAP_TEXT_MAX];

	if (keymap_is_pending(&app->keys)) {
		keymap_pending_text(&app->keys, keys, sizeof(keys));
		keymap_may_follow(app->keymap, &app->keys, follow,
				  sizeof(follow));
		buf_appendf(out, follow[0] ? "%s … %s" : "%s", keys, follow);
	} else if (filter_is_active(&session->filter, session->doc)) {
		fill_filter(session, fields);
	}
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

static bool
has_field(const Fields *fields, FieldId id)
{
	return fields->texts[id].len > 0;
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
		cols += (int)uni_text_width(buf_slice(&fields->texts[id]));
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

/* Empties a field, or says it in brief where that is possible. */
static void
shorten(Fields *fields, FieldId id)
{
	buf_clear(&fields->texts[id]);
	if (id != FIELD_MIDDLE)
		return;
	buf_append(&fields->texts[id], buf_slice(&fields->brief));
	buf_clear(&fields->brief);
}

/* Shortens fields from the right until all have room. */
static void
drop_fields(Fields *fields, int cols, bool pending)
{
	static const FieldId order[] = {
		FIELD_HELP, FIELD_LEFT, FIELD_PLACE, FIELD_MIDDLE, FIELD_NAME,
		FIELD_CHAPTER, FIELD_MIDDLE,
	};

	for (size_t i = 0; i < sizeof(order) / sizeof(*order); i++) {
		if (all_cols(fields) <= cols)
			return;
		if (order[i] != FIELD_MIDDLE || !pending)
			shorten(fields, order[i]);
	}
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
	paint_group(fields, canvas,
		    (Spot){ spot.row, spot.col + at, spot.cols - at },
		    FIELD_MIDDLE, FIELD_MIDDLE);
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
	buf_init(&fields.brief, FIELD_MAX);
	fill_place(app_session(app), &fields);
	fill_middle(app, &fields);
	fill_right(app, &fields);
	drop_fields(&fields, spot.cols, keymap_is_pending(&app->keys));
	paint_fields(&fields, canvas, spot);
	for (int i = 0; i < FIELD_COUNT; i++)
		buf_done(&fields.texts[i]);
	buf_done(&fields.brief);
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
