#include "ui/panes/matches.h"

#include "base/i18n.h"
#include "text/uni.h"
#include "text/utf8.h"
#include "ui/panes/dialogue.h"
#include "ui/panes/help.h"
#include "ui/searching.h"

#define FIELD_MAX 1024		/* bytes of what stands before the context */
#define TITLE_MAX 1024
#define NAMES_LOOKED_AT 64	/* speakers whose names make the column */
#define NAME_SHARE 6		/* of the columns, a name has one */
#define TURN_DIGITS 3		/* for which there is room in any document */
#define BYTES_A_COLUMN 16	/* of the context that are looked at */
#define GAP 2
#define ORDER_US 4000		/* of putting in order before the next paint */

/* Where the columns of the entries begin, from the left edge. */
typedef struct Columns {
	int chapter_cols;	/* 0: there are no chapters */
	int turn_col;
	int turn_cols;
	int name_col;
	int name_cols;
	int context_col;
	int match_col;
} Columns;

/* What an entry says. */
typedef struct Entry {
	TurnId turn;		/* DOC_NONE: nobody speaks */
	ChapterId chapter;	/* DOC_NONE: before the first */
	Buf text;		/* what follows stands in it */
	Slice before;
	Slice match;
	Slice behind;
} Entry;

static Concordance *
concordance_of(const App *app)
{
	return &app_session(app)->concordance;
}

uint32_t
matches_count(const App *app)
{
	return concordance_count(concordance_of(app));
}

Rect
matches_entries(Rect area)
{
	if (area.rows < 2)
		return area;
	return (Rect){ area.row + 1, area.col, area.rows - 1, area.cols };
}

/* The current match is selected, wherever it has come to stand. */
static void
select_current(App *app)
{
	uint32_t here = concordance_here(concordance_of(app));

	if (here != DOC_NONE && here != app->lists[PANE_MATCHES].selected)
		list_select(&app->lists[PANE_MATCHES], here);
}

static const char *
order_name(ConcordanceOrder order)
{
	switch (order) {
	case CONCORDANCE_SPEAKER:
		return _("by speaker");
	case CONCORDANCE_FOLLOWING:
		return _("by what follows");
	default:
		return _("by place");
	}
}

/* `27+ matches (3 hidden) · by speaker, 40 %` */
static void
append_title(const App *app, Buf *out)
{
	Concordance *concordance = concordance_of(app);
	SearchCount count = search_count(app_session(app)->search);
	uint32_t target = concordance_target(concordance);
	uint32_t taken = concordance->order == CONCORDANCE_PLACE
		? target : concordance->taken;

	if (search_state(app_session(app)->search) == SEARCH_OFF) {
		buf_append(out, slice_from(_("Matches")));
		return;
	}
	buf_appendf(out, ngettext("%u%s match", "%u%s matches", count.shown),
		    count.shown, count.complete ? "" : "+");
	searching_append_rest(count, out);
	buf_appendf(out, " · %s", order_name(concordance->order));
	if (taken < target)
		buf_appendf(out, ", %u %%",
			    (unsigned)(taken * 100ull / target));
	else if (target < count.shown)
		buf_appendf(out, _(", the first %u"), target);
}

static void
paint_title(const App *app, Canvas *canvas, Rect area)
{
	Slice hint = slice_from(_("o order · Enter goes · Esc back"));
	Spot right = { area.row, area.col + 1, area.cols - 2 };
	int used = (int)uni_text_width(hint);
	Buf title;

	buf_init(&title, TITLE_MAX);
	append_title(app, &title);
	buf_append_char(&title, '\0');
	pane_title(app, canvas, area, PANE_MATCHES, title.ptr);
	used += (int)uni_text_width(slice_from(title.ptr)) + GAP;
	if (used <= right.cols)
		canvas_put_right(canvas, right, hint, ROLE_DIM);
	buf_done(&title);
}

/* Why there is nothing to see, and what to do. */
static void
paint_empty(const App *app, Canvas *canvas, Rect area)
{
	const Search *search = app_session(app)->search;
	SearchCount count = search_count(search);
	Spot spot = { area.row, area.col + 1, area.cols - 2 };
	Buf text;

	buf_init(&text, TITLE_MAX);
	if (search_state(search) == SEARCH_OFF)
		buf_appendf(&text, _("nothing is searched for; %s searches"),
			    help_key(app, COMMAND_search_forward).label);
	else if (!count.complete || count.shown)
		buf_append(&text, slice_from(_("looking for matches …")));
	else if (count.hidden)
		buf_appendf(&text, _("the filter hides them; %s shows all"),
			    help_key(app, COMMAND_filter).label);
	else
		buf_appendf(&text, _("no match; %s searches for another"),
			    help_key(app, COMMAND_search_forward).label);
	canvas_put_cut(canvas, spot, buf_slice(&text), ROLE_DIM);
	buf_done(&text);
}

/* The columns of the widest name, as far as names may be wide. */
static int
name_cols(const Session *session, int most)
{
	uint32_t n = doc_n_speakers(session->doc);
	int cols = 0;
	Buf converted;

	buf_init(&converted, SIZE_MAX);
	for (SpeakerId id = 0; id < n && id < NAMES_LOOKED_AT; id++) {
		Slice name = doc_speaker(session->doc, id)->name;
		int width = (int)uni_text_width(shown_script_text(
			&session->script, name, &converted));

		if (width > cols)
			cols = width < most ? width : most;
	}
	buf_done(&converted);
	return cols;
}

static Columns
columns_of(const Session *session, int cols)
{
	uint32_t chapters = doc_n_chapters(session->doc);
	int turn_cols = pane_digits(doc_n_turns(session->doc));
	int sign = (int)uni_text_width(SLICE("§"));
	Columns at = { .turn_col = 1 };

	if (chapters) {
		at.chapter_cols = sign + pane_digits(chapters);
		at.turn_col += at.chapter_cols + 1;
	}
	at.turn_cols = turn_cols > TURN_DIGITS ? turn_cols : TURN_DIGITS;
	at.name_col = at.turn_col + at.turn_cols + 1;
	at.name_cols = name_cols(session, cols / NAME_SHARE);
	at.context_col = at.name_col + at.name_cols + GAP;
	at.match_col = at.context_col + (cols - at.context_col) * 2 / 5;
	return at;
}

/* The end of a stretch, moved to where a character begins. */
static size_t
whole_characters(Slice text, size_t at)
{
	while (at < text.len && utf8_is_continuation(text.ptr[at]))
		at++;
	return at < text.len ? at : text.len;
}

/* Copies what may be seen of a match and its context, in one line. */
static void
copy_context(Slice text, Match match, size_t room, Entry *entry)
{
	size_t from = match.start > room ? match.start - room : 0;
	size_t end = match.start + 2 * room;
	size_t stop = match.start + match.len;
	Slice all;

	from = whole_characters(text, from);
	end = whole_characters(text, end);
	for (size_t at = from; at < end; at++) {
		char c = text.ptr[at];

		buf_append_char(&entry->text, c == '\n' || c == '\t' ? ' ' : c);
	}
	all = buf_slice(&entry->text);
	entry->before = slice_sub(all, 0, match.start - from);
	entry->match = slice_sub(all, match.start - from, stop - match.start);
	entry->behind = slice_sub(all, stop - from, all.len);
}

/* Entry `i` for a row of so many columns; false where there is none. */
static bool
read_entry(const App *app, uint32_t i, int cols, Entry *entry)
{
	Session *session = app_session(app);
	const Shown *shown;
	Listed listed;
	Match match;

	if (!concordance_at(&session->concordance, i, &listed))
		return false;
	match = listed.match;
	shown = layout_shown(session->layout, match.para);
	shown_stretch(shown, &match.start, &match.len);
	entry->turn = doc_para(session->doc, match.para)->turn;
	entry->chapter = doc_para_chapter(session->doc, match.para);
	buf_clear(&entry->text);
	copy_context(shown->text, match, (size_t)cols * BYTES_A_COLUMN, entry);
	return true;
}

/* The number of a chapter or turn, flush right. */
static void
paint_number(Canvas *canvas, Spot spot, const char *sign, uint32_t id)
{
	Buf text;

	if (id == DOC_NONE)
		return;
	buf_init(&text, FIELD_MAX);
	buf_appendf(&text, "%s%u", sign, id + 1);
	canvas_put_right(canvas, spot, buf_slice(&text), ROLE_DIM);
	buf_done(&text);
}

static Spot
between(Spot row, int from, int to)
{
	return (Spot){ row.row, row.col + from, to - from };
}

static void
paint_speaker(const Session *session, Canvas *canvas, Spot spot, TurnId turn)
{
	Buf names;

	if (turn == DOC_NONE)
		return;
	buf_init(&names, FIELD_MAX);
	dialogue_names(session, turn, &names);
	canvas_put_cut(canvas, spot, buf_slice(&names), ROLE_ENTRY);
	buf_done(&names);
}

/* `§2  14 Name  …context of a match in its context…`; where the match is. */
static Spot
paint_entry(const Session *session, Canvas *canvas, Spot row,
	    const Columns *at, const Entry *entry)
{
	Spot match = between(row, at->match_col, row.cols - 1);
	Spot behind = match;
	int slot = searches_current_slot(&session->searches);

	if (at->chapter_cols)
		paint_number(canvas, between(row, 1, 1 + at->chapter_cols),
			     "§", entry->chapter);
	paint_number(canvas, between(row, at->turn_col,
				     at->turn_col + at->turn_cols),
		     "", entry->turn);
	paint_speaker(session, canvas,
		      between(row, at->name_col, at->name_col + at->name_cols),
		      entry->turn);
	canvas_put_end(canvas, between(row, at->context_col, at->match_col),
		       entry->before, ROLE_ENTRY);
	match.cols = canvas_put_cut(canvas, match, entry->match,
				    theme_match(slot));
	if (uni_text_width(entry->match) > (size_t)behind.cols)
		return match;
	behind.col += match.cols;
	behind.cols -= match.cols;
	canvas_put_cut(canvas, behind, entry->behind, ROLE_ENTRY);
	return match;
}

/* The same without columns: `14 Name, chapter 2: …context [match] context`. */
static void
paint_plain_entry(const Session *session, Canvas *canvas, Spot row,
		  const Entry *entry)
{
	size_t room = (size_t)row.cols / 3;
	size_t len = uni_fit_end(entry->before, room, NULL);
	Buf text;

	buf_init(&text, SIZE_MAX);
	if (entry->turn != DOC_NONE) {
		buf_appendf(&text, "%u ", entry->turn + 1);
		dialogue_names(session, entry->turn, &text);
	}
	if (entry->chapter != DOC_NONE)
		buf_appendf(&text, text.len ? _(", chapter %u") : _("chapter %u"),
			    entry->chapter + 1);
	buf_append(&text, text.len ? SLICE(": ") : SLICE(""));
	if (len < entry->before.len)
		buf_append(&text, SLICE("…"));
	buf_append(&text, slice_sub(entry->before, entry->before.len - len,
				    len));
	buf_append_char(&text, '[');
	buf_append(&text, entry->match);
	buf_append_char(&text, ']');
	buf_append(&text, entry->behind);
	canvas_put_cut(canvas, row, buf_slice(&text), ROLE_ENTRY);
	buf_done(&text);
}

static void
paint_entries(App *app, Canvas *canvas, Rect area)
{
	const Session *session = app_session(app);
	const ListState *list = &app->lists[PANE_MATCHES];
	Columns at = columns_of(session, area.cols);
	Entry entry;

	buf_init(&entry.text, SIZE_MAX);
	for (int i = 0; i < area.rows; i++) {
		Spot row = { area.row + i, area.col, area.cols };
		uint32_t number = list->first + (uint32_t)i;
		Spot match = { row.row, row.col, 0 };

		if (!read_entry(app, number, area.cols, &entry))
			continue;
		if (app->geometry.plain)
			paint_plain_entry(session, canvas, row, &entry);
		else
			match = paint_entry(session, canvas, row, &at, &entry);
		if (number != list->selected)
			continue;
		pane_select(canvas, row);
		canvas_attrs(canvas, match, STYLE_BOLD | STYLE_UNDERLINE);
	}
	buf_done(&entry.text);
}

static void
matches_paint(App *app, Canvas *canvas, Rect area)
{
	ListState *list = &app->lists[PANE_MATCHES];
	uint32_t n = matches_count(app);

	canvas_fill(canvas, area, ROLE_ENTRY);
	if (area.rows > 1)
		paint_title(app, canvas, area);
	area = matches_entries(area);
	select_current(app);
	if (list->selected >= n)
		list_select(list, n ? n - 1 : 0);
	list_follow(list, list->selected, n, area.rows);
	if (n)
		paint_entries(app, canvas, area);
	else
		paint_empty(app, canvas, area);
}

void
matches_open(App *app)
{
	list_select(&app->lists[PANE_MATCHES], 0);
	session_list_begin(app_session(app));
	app_focus(app, PANE_MATCHES);
}

void
matches_go(App *app, uint32_t i)
{
	list_select(&app->lists[PANE_MATCHES], i);
	session_list_go(app_session(app), i);
}

static void
go_back(App *app)
{
	session_list_back(app_session(app));
	app_focus(app, PANE_DIALOGUE);
}

/* A list that is not long is there at once, for the keys behind this one. */
static void
next_order(App *app)
{
	Concordance *concordance = concordance_of(app);
	int next = ((int)concordance->order + 1) % CONCORDANCE_ORDERS;

	concordance_set_order(concordance, (ConcordanceOrder)next);
	concordance_step(concordance, deadline_in(app->clock, ORDER_US));
}

static bool
matches_key(App *app, Key key, long count)
{
	ListState *list = &app->lists[PANE_MATCHES];

	app->dirty |= DIRTY_ALL;
	select_current(app);
	if (pane_list_key(list, matches_count(app), key, count)) {
		matches_go(app, list->selected);
		return true;
	}
	switch (key) {
	case KEYS_ENTER:
		matches_go(app, list->selected);
		app_focus(app, PANE_DIALOGUE);
		return true;
	case KEYS_ESC:
	case 'q':
		go_back(app);
		return true;
	case 'o':
		next_order(app);
		return true;
	default:
		return false;
	}
}

const Pane pane_matches = { .paint = matches_paint, .key = matches_key };
