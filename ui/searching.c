#include "ui/searching.h"

#include <string.h>

#include "base/i18n.h"
#include "ui/asking.h"
#include "ui/pane.h"
#include "ui/panes/help.h"

void
searching_init(App *app)
{
	const Options *options = app->options;

	app->searching = (Searching){
		.fixed = options->fixed_strings,
		.ignore_case = options->ignore_case,
		.exact_case = options->no_ignore_case,
		.exact_script = options->exact_script,
	};
	buf_init(&app->searching.last, PATTERN_MAX);
}

void
searching_done(App *app)
{
	buf_done(&app->searching.last);
}

/* Searches for what the prompt holds; a bad pattern keeps the last result. */
static void
set_query(App *app, Slice query)
{
	Searching *searching = &app->searching;

	session_search_set(app_session(app), query, asking_flags(app),
			   searching->went_back, &searching->err);
}

/* A name or a number alone moves nothing. */
static void
say_no_pattern(App *app)
{
	app_say(app, _("a pattern is missing behind the name or number"));
}

/* Goes on with what is searched for; false where that is nothing. */
static bool
accept_search(App *app)
{
	const Session *session = app_session(app);
	Buf *last = &app->searching.last;

	if (!session_search_accept(app_session(app)))
		return false;
	app->searching.waiting = true;
	if (!slice_eq(buf_slice(last), search_query(session->search))) {
		buf_clear(last);
		buf_append(last, search_query(session->search));
	}
	return true;
}

static void
accept(App *app, Slice query)
{
	Slice last = buf_slice(&app->searching.last);
	bool accepted;

	if (!query.len && !last.len) {
		session_search_cancel(app_session(app));
		return;
	}
	if (!query.len)
		set_query(app, last);
	accepted = accept_search(app);
	if (accepted)
		app->searching.backward = app->searching.went_back;
	if (app->searching.err.text[0])
		app_say_error(app, &app->searching.err);
	else if (!accepted)
		say_no_pattern(app);
}

static void
cancel(App *app)
{
	session_search_cancel(app_session(app));
}

/* Searches for `query` from where the session's search began. */
static Status
go_for(App *app, Slice query, Err *err)
{
	Session *session = app_session(app);
	Status status;

	app->searching.went_back = app->searching.backward;
	status = session_search_set(session, query, asking_flags(app),
				    app->searching.backward, err);
	if (status == STATUS_OK)
		accept_search(app);
	else
		session_search_cancel(session);
	prompt_remember(&app->prompt, query);
	app->dirty |= DIRTY_ALL;
	return status;
}

Status
searching_for(App *app, Slice query, Err *err)
{
	session_search_begin(app_session(app));
	return go_for(app, query, err);
}

/* The words of the current match, and the place behind them. */
static void
take_match(const Session *session, Buf *out, Anchor *ret_behind)
{
	Match match = search_current(session->search);
	const Shown *shown = layout_shown(session->layout, match.para);

	buf_append(out, slice_sub(shown->plain, match.start, match.len));
	*ret_behind = (Anchor){ match.para, match.start + match.len,
				ANCHOR_TEXT };
}

/* The same of what is selected; false where it is more than a match can be. */
static bool
take_selected(const Session *session, Buf *out, Anchor *ret_behind)
{
	const Excerpt *excerpt = &session->excerpt;
	Anchor end = doc_anchor_at(session->doc, excerpt_range(excerpt).end);
	const Shown *shown = layout_shown(session->layout, end.para);
	uint32_t byte = shown_from_source(shown, end.byte);

	*ret_behind = (Anchor){ end.para, shown_to_plain(shown, byte),
				ANCHOR_TEXT };
	return excerpt_text(excerpt, session->doc, &session->filter, out) &&
	       slice_find(buf_slice(out), SLICE("\n")) == SIZE_MAX;
}

/* False, with a message, where nothing is at hand to search for. */
static bool
take_words(App *app, Buf *out, Anchor *ret_behind)
{
	const Session *session = app_session(app);

	if (session->excerpt.on) {
		if (take_selected(session, out, ret_behind))
			return true;
		app_say(app, _("no match is that long; select less, within a"
			       " paragraph"));
		return false;
	}
	if (search_state(session->search) == SEARCH_AT) {
		take_match(session, out, ret_behind);
		return true;
	}
	app_say(app, app->options->mouse
		? _("nothing is selected; drag over what to search for")
		: _("nothing is selected; with --mouse, drag over what to"
		    " search for"));
	return false;
}

/* Searches for words as they are, whatever is syntax in a pattern. */
static void
search_for_words(App *app, Slice words, Anchor from)
{
	Err err;
	Buf query;

	buf_init(&query, PROMPT_MAX);
	if (app->searching.fixed)
		query_quote(words, &query);
	else
		query_quote_literal(words, &query);
	app->searching.backward = false;
	app->searching.more = 0;
	session_search_begin_at(app_session(app), from);
	if (go_for(app, buf_slice(&query), &err) != STATUS_OK)
		app_say_error(app, &err);
	buf_done(&query);
}

void
searching_selection(App *app)
{
	Anchor behind;
	Slice words;
	Buf text;

	buf_init(&text, PATTERN_MAX);
	if (take_words(app, &text, &behind)) {
		words = slice_trim(buf_slice(&text));
		excerpt_clear(&app_session(app)->excerpt);
		if (words.len)
			search_for_words(app, words, behind);
	}
	buf_done(&text);
}

/* How often each part of a literal is there that is not. */
static void
append_parts(const Session *session, Buf *out)
{
	for (size_t i = 0; i < parts_count(session->parts); i++) {
		SearchCount found = parts_found(session->parts, i);
		Slice word = parts_word(session->parts, i);

		buf_appendf(out, " · %.*s %u%s", SLICE_ARGS(word), found.shown,
			    found.complete ? "" : "+");
	}
}

static void
say_nothing_found(App *app)
{
	const Session *session = app_session(app);
	SearchCount count = search_count(session->search);
	Slice query = search_query(session->search);
	Buf parts;

	buf_init(&parts, APP_MESSAGE_MAX);
	append_parts(session, &parts);
	searching_append_rest(count, &parts);
	if (count.hidden)
		app_say(app, _("no match of %.*s%.*s; %s shows what is hidden"),
			SLICE_ARGS(query), SLICE_ARGS(buf_slice(&parts)),
			help_key(app, COMMAND_filter).label);
	else
		app_say(app, _("no match of %.*s%.*s"), SLICE_ARGS(query),
			SLICE_ARGS(buf_slice(&parts)));
	buf_done(&parts);
}

/* The search that was left, once more. */
static void
search_again(App *app, bool backward)
{
	Slice last = buf_slice(&app->searching.last);
	Err err;

	if (!last.len) {
		app_say(app, _("nothing was searched for yet; / searches"));
		return;
	}
	app->searching.backward ^= backward;
	if (searching_for(app, last, &err) != STATUS_OK)
		app_say_error(app, &err);
	app->searching.backward ^= backward;
}

void
searching_next(App *app, long n)
{
	Session *session = app_session(app);
	bool backward = n < 0;

	app->dirty |= DIRTY_ALL;
	app->searching.more = 0;
	switch (search_state(session->search)) {
	case SEARCH_OFF:
		search_again(app, backward);
		break;
	case SEARCH_NOTHING:
		say_nothing_found(app);
		break;
	case SEARCH_LOOKING:
	case SEARCH_AT:
		app->searching.went_back = backward != app->searching.backward;
		session_search_next(session, app->searching.went_back);
		app->searching.more = backward ? n + 1 : n - 1;
		app->searching.waiting = true;
		break;
	}
}

bool
searching_resume(App *app)
{
	const Session *session = app_session(app);

	if (search_state(session->search) == SEARCH_OFF)
		search_again(app, false);
	return search_state(session->search) != SEARCH_OFF;
}

bool
searching_stop(App *app)
{
	Session *session = app_session(app);

	if (!session || !searches_count(&session->searches))
		return false;
	session_search_stop(session);
	app->searching.more = 0;
	app->dirty |= DIRTY_ALL;
	return true;
}

static void
say_wrapped(App *app)
{
	if (app->searching.went_back)
		app_say(app, _("the search continues from the end"));
	else
		app_say(app, _("the search continues from the start"));
}

/*
 * Says what came of looking for a match, once the prompt is closed; what is
 * not found has to be counted first where it is hidden, and in parts.
 */
static void
say_result(App *app, SearchState state, Progress progress)
{
	bool wrapped = search_wrapped(app_session(app)->search);

	if (app->asking || !app->searching.waiting
	    || (state == SEARCH_NOTHING && progress == PROGRESS_MORE))
		return;
	app->searching.waiting = false;
	if (state == SEARCH_NOTHING)
		say_nothing_found(app);
	else if (wrapped)
		say_wrapped(app);
}

bool
searching_step(App *app, Progress progress)
{
	Session *session = app_session(app);
	SearchState state = search_state(session->search);

	if (state == SEARCH_OFF || state == SEARCH_LOOKING)
		return false;
	say_result(app, state, progress);
	if (state != SEARCH_AT || !app->searching.more || session->seeking)
		return false;
	searching_next(app, app->searching.more);
	return true;
}

void
searching_append_rest(SearchCount count, Buf *out)
{
	if (count.partial)
		buf_append(out, slice_from(_(" (not all: too much work)")));
	if (count.hidden)
		buf_appendf(out, _(" (%u hidden)"), count.hidden);
}

/* `3/27+ (10 hidden)` */
static void
append_count(const App *app, Buf *out)
{
	const Search *search = app_session(app)->search;
	SearchCount count = search_count(search);

	if (search_state(search) == SEARCH_OFF)
		return;
	pane_append_count(count, out);
	if (search_state(search) == SEARCH_NOTHING)
		append_parts(app_session(app), out);
	searching_append_rest(count, out);
}

static const Asking asking_forward = {
	.sign = "/",
	.placeholder = N_("text or pattern, @name, #chapter, ~pinyin"),
	.edited = set_query,
	.accepted = accept,
	.cancelled = cancel,
	.note = append_count,
};

static const Asking asking_backward = {
	.sign = "?",
	.placeholder = N_("search backward (help is h)"),
	.edited = set_query,
	.accepted = accept,
	.cancelled = cancel,
	.note = append_count,
};

void
searching_open(App *app, bool backward)
{
	app->searching.went_back = backward;
	app->searching.more = 0;
	session_search_begin(app_session(app));
	asking_open(app, backward ? &asking_backward : &asking_forward);
}

/* Nothing typed: the next of the patterns that are there. */
static void
accept_added(App *app, Slice query)
{
	Session *session = app_session(app);

	if (query.len) {
		accept(app, query);
		return;
	}
	session_search_cancel(session);
	session_pattern_turn(session);
}

static const Asking asking_added = {
	.sign = "+",
	.placeholder = N_("another pattern; nothing: the next of them"),
	.edited = set_query,
	.accepted = accept_added,
	.cancelled = cancel,
	.note = append_count,
};

void
searching_add(App *app)
{
	app->searching.went_back = false;
	app->searching.more = 0;
	if (session_pattern_add(app_session(app)))
		asking_open(app, &asking_added);
	else
		app_say(app, _("there are %d patterns; %s takes one away"),
			SEARCHES_MAX,
			help_key(app, COMMAND_remove_pattern).label);
}

void
searching_remove(App *app)
{
	Session *session = app_session(app);

	app->searching.more = 0;
	if (!searches_count(&session->searches))
		app_say(app, _("no pattern is searched for"));
	session_pattern_remove(session);
	if (app->focus == PANE_MATCHES
	    && !searches_count(&session->searches))
		app_focus(app, PANE_DIALOGUE);
}
