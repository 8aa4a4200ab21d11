#include "ui/panes/middle.h"

#include "base/i18n.h"
#include "text/uni.h"
#include "ui/asking.h"
#include "ui/pane.h"

#define TEXT_MAX 4096
#define NAMES_MAX 256		/* bytes of the names of a filter */
#define NAMED_MAX 3		/* speakers that a filter names */
#define QUERY_COLS 24		/* of the filter's pattern */
#define LABEL_COLS 12		/* of a pattern that is marked */

void
middle_init(Middle *middle)
{
	*middle = (Middle){ .n_labels = 0 };
	buf_init(&middle->text, TEXT_MAX);
}

void
middle_done(Middle *middle)
{
	buf_done(&middle->text);
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

	buf_init(&names, NAMES_MAX);
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
append_query(Slice query, size_t most, Buf *out)
{
	size_t cols, len = uni_fit(query, most, &cols);

	buf_append(out, slice_sub(query, 0, len));
	if (len < query.len)
		buf_append(out, SLICE("…"));
}

/* Says so where the pattern was too much work to find all that matches. */
static void
append_partial(const Search *search, Buf *out)
{
	if (search_count(search).partial)
		buf_append(out, slice_from(_(" (not all)")));
}

/* `only Ann · & 安全 · 11 of 142`, in brief `11 of 142` */
static void
append_filter(Session *session, bool brief, Buf *out)
{
	if (!brief && !filter_has_all(&session->filter, session->doc)) {
		append_speakers(session, out);
		buf_append(out, SLICE(" · "));
	}
	if (!brief && session->filter.matching) {
		buf_append(out, SLICE("& "));
		append_query(search_query(session->narrow.search), QUERY_COLS,
			     out);
		buf_append(out, SLICE(" · "));
	}
	append_shown(session, out);
	if (session->filter.matching)
		append_partial(session->narrow.search, out);
}

/* `安全 3/27`, in brief `3/27`; of another than the current one `安全 27` */
static void
append_pattern(Middle *middle, const Session *session, int slot, bool brief)
{
	const Search *search = session->searches.slots[slot];
	SearchCount count = search_count(search);
	size_t from = middle->text.len;

	if (search != session->search)
		count.index = 0;
	if (!brief) {
		append_query(search_query(search), LABEL_COLS, &middle->text);
		buf_append_char(&middle->text, ' ');
	}
	pane_append_count(count, &middle->text);
	append_partial(search, &middle->text);
	middle->labels[middle->n_labels++] =
		(MiddleLabel){ from, middle->text.len, slot };
}

/* True where the prompt itself says how often what is typed matches. */
static bool
is_counted(const App *app)
{
	return app->asking && app->asking->note;
}

/* `AI 91 · 安全 3/27`; what is typed is not among them. */
static void
append_patterns(Middle *middle, const App *app, bool brief)
{
	const Session *session = app_session(app);

	for (int slot = 0; slot < SEARCHES_MAX; slot++) {
		const Search *search = searches_at(&session->searches, slot);

		if (!search || (search == session->search && is_counted(app)))
			continue;
		if (middle->n_labels)
			buf_append(&middle->text, SLICE(" · "));
		else if (middle->text.len)
			buf_append(&middle->text, SLICE("  "));
		append_pattern(middle, session, slot, brief);
	}
}

static void
append_keys(App *app, Buf *out)
{
	char keys[KEYMAP_TEXT_MAX], follow[KEYMAP_TEXT_MAX];

	keymap_pending_text(&app->keys, keys, sizeof(keys));
	keymap_may_follow(app->keymap, &app->keys, follow, sizeof(follow));
	buf_appendf(out, follow[0] ? "%s … %s" : "%s", keys, follow);
}

void
middle_fill(Middle *middle, App *app, bool brief)
{
	Session *session = app_session(app);

	buf_clear(&middle->text);
	middle->n_labels = 0;
	if (keymap_is_pending(&app->keys)) {
		append_keys(app, &middle->text);
		return;
	}
	if (filter_is_active(&session->filter, session->doc))
		append_filter(session, brief, &middle->text);
	append_patterns(middle, app, brief);
}

void
middle_paint(const Middle *middle, Canvas *canvas, Spot spot)
{
	Slice text = buf_slice(&middle->text);

	canvas_put(canvas, spot, text, ROLE_STATUS);
	for (int i = 0; text.len && i < middle->n_labels; i++) {
		const MiddleLabel *label = &middle->labels[i];
		Slice before = slice_sub(text, 0, label->from);
		Slice inside = slice_sub(text, label->from,
					 label->end - label->from);

		canvas_role(canvas,
			    (Spot){ spot.row,
				    spot.col + (int)uni_text_width(before),
				    (int)uni_text_width(inside) },
			    theme_match(label->slot));
	}
}
