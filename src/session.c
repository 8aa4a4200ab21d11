#include "session.h"

#include <string.h>

#include "base/items.h"
#include "base/mem.h"

Session *
session_new(Source *source, const char *path, const LoaderOptions *options)
{
	Session *session = mem_zalloc(sizeof(*session));

	session->loader = loader_new(source, path, options);
	session->doc = loader_doc(session->loader);
	session->layout = layout_new();
	searches_init(&session->searches);
	buf_init(&session->search_before, PATTERN_MAX);
	session->search = searches_current(&session->searches);
	session->parts = parts_new();
	session->dirty = DIRTY_ALL;
	filter_init(&session->filter);
	narrow_init(&session->narrow);
	concordance_init(&session->concordance);
	concordance_set(&session->concordance, session->search, session->doc);
	stats_init(&session->stats);
	outline_init(&session->outline);
	outline_set_document(&session->outline, session->doc);
	view_init(&session->view, &session->filter, session->layout);
	view_set_document(&session->view, session->doc);
	return session;
}

Session *
session_open(const char *path, const LoaderOptions *options, Err *err)
{
	Source *source = source_open(path, err);

	return source == NULL ? NULL : session_new(source, path, options);
}

void
session_free(Session *session)
{
	if (session == NULL)
		return;
	stats_done(&session->stats);
	outline_done(&session->outline);
	concordance_done(&session->concordance);
	searches_done(&session->searches);
	buf_done(&session->search_before);
	parts_free(session->parts);
	narrow_done(&session->narrow);
	filter_done(&session->filter);
	layout_free(session->layout);
	loader_free(session->loader);
	mem_free(session);
}

/* True where the screen is full of lines, so that it can be painted. */
static bool
is_full(Session *session)
{
	int rows = session->view.rows, n = 1;
	Line line;

	if (doc_n_paras(session->doc) == 0 ||
	    view_lines(&session->view, &line, 1) == 0)
		return false;
	while (n < rows && layout_next(session->layout, &line))
		n++;
	return n >= rows;
}

/* Whether the document is Traditional or Simplified, by its beginning. */
static void
judge_script(Session *session)
{
	ScriptForm own;

	if (session->dictionaries == NULL || session->judged)
		return;
	session->judged = shown_script_survey(session->dictionaries,
					      session->doc, &own);
	if (own == session->script.own)
		return;
	session->script.own = own;
	layout_set_script(session->layout, &session->script);
	session->dirty |= DIRTY_ALL;
}

static void
set_document_of_searches(Session *session)
{
	for (int slot = 0; slot < SEARCHES_MAX; slot++)
		if (session->searches.slots[slot])
			search_set_document(session->searches.slots[slot],
					    session->doc);
	concordance_set(&session->concordance, session->search, session->doc);
}

/* Takes over what the loader appended, or its new generation. */
static void
take_records(Session *session)
{
	const Document *before = session->doc;
	const Document *doc = loader_doc(session->loader);

	session->dirty |= DIRTY_SIDEBAR | DIRTY_STATUS;
	if (doc != before) {
		session->doc = doc;
		session->judged = false;
		judge_script(session);
		filter_carry(&session->filter, before);
		filter_grow(&session->filter, doc);
		view_set_document(&session->view, doc);
		outline_set_document(&session->outline, doc);
		set_document_of_searches(session);
		session->dirty |= DIRTY_ALL;
		return;
	}
	judge_script(session);
	filter_grow(&session->filter, doc);
	layout_grown(session->layout);
	if (!is_full(session) || doc->complete)
		session->dirty |= DIRTY_ALL;
}

static Progress
load(Session *session, Deadline deadline)
{
	TextOff bytes = loader_bytes(session->loader);
	Progress progress;

	if (session->doc->complete || session->failed)
		return PROGRESS_DONE;
	progress = loader_step(session->loader, deadline);
	if (progress == PROGRESS_FAILED) {
		session->failed = true;
		session->dirty |= DIRTY_STATUS;
		return PROGRESS_DONE;
	}
	if (progress != PROGRESS_BLOCKED ||
	    bytes != loader_bytes(session->loader))
		take_records(session);
	return progress;
}

/* What the outline lists of the records that are there. */
static Progress
list(Session *session, Deadline deadline)
{
	uint32_t before = outline_count(&session->outline);
	OutlineKind kind = outline_kind(&session->outline);
	Progress progress = outline_step(&session->outline, deadline);

	if (outline_count(&session->outline) != before ||
	    outline_kind(&session->outline) != kind)
		session->dirty |= DIRTY_SIDEBAR;
	return progress;
}

void
session_open_step(Session *session, Deadline deadline)
{
	while (!is_full(session) &&
	       load(session, deadline_now()) == PROGRESS_MORE &&
	       !deadline_passed(deadline))
		;
	list(session, deadline);
}

/* The walk has ended: the view goes to the match, or where one was. */
static void
arrive(Session *session)
{
	session->seeking = false;
	session->dirty |= DIRTY_ALL;
	if (session->incremental)
		view_restore(&session->view, session->search_place);
	if (search_state(session->search) == SEARCH_AT)
		view_to_match(&session->view, search_current(session->search),
			      NULL);
}

/* Of two kinds of work that both were given time, what is left. */
static Progress
both(Progress a, Progress b)
{
	if (a == PROGRESS_MORE || b == PROGRESS_MORE)
		return PROGRESS_MORE;
	return a == PROGRESS_BLOCKED || b == PROGRESS_BLOCKED
		       ? PROGRESS_BLOCKED
		       : PROGRESS_DONE;
}

/* Goes on with one of the searches; what one sees of it may change. */
static Progress
step_search(Session *session, Search *search, Deadline deadline)
{
	SearchCount before = search_count(search);
	Progress progress = search_step(search, session->doc,
					&session->filter, deadline);
	SearchCount after = search_count(search);

	if (before.shown != after.shown || before.index != after.index ||
	    before.complete != after.complete)
		session->dirty |= DIRTY_STATUS | DIRTY_SIDEBAR;
	return progress;
}

/* What each of them hides is counted anew where the filter changed. */
static void
tell_searches(Session *session)
{
	if (session->searched_filter == session->filter.version)
		return;
	session->searched_filter = session->filter.version;
	for (int slot = 0; slot < SEARCHES_MAX; slot++)
		if (searches_at(&session->searches, slot))
			search_filter_changed(session->searches.slots[slot]);
}

/* Looks for matches, and goes to the first where one waits for it. */
static Progress
search(Session *session, Deadline deadline)
{
	Progress progress;

	tell_searches(session);
	if (search_state(session->search) == SEARCH_OFF)
		return PROGRESS_DONE;
	progress = step_search(session, session->search, deadline);
	if (session->seeking &&
	    search_state(session->search) != SEARCH_LOOKING)
		arrive(session);
	return progress;
}

/* Counts the matches of the other patterns. */
static Progress
search_others(Session *session, Deadline deadline)
{
	Progress progress = PROGRESS_DONE;

	for (int slot = 0; slot < SEARCHES_MAX; slot++) {
		Search *other = searches_at(&session->searches, slot);

		if (other && other != session->search)
			progress = both(progress,
					step_search(session, other, deadline));
	}
	return progress;
}

/* Changes with whatever one could say of the parts. */
static uint32_t
seen_of_parts(const Parts *parts)
{
	uint32_t seen = (uint32_t)parts_count(parts);

	for (size_t i = 0; i < parts_count(parts); i++) {
		SearchCount found = parts_found(parts, i);

		seen += found.shown + found.complete;
	}
	return seen;
}

/* Where nothing was found, what of it there is. */
static Progress
search_parts(Session *session, Deadline deadline)
{
	uint32_t before = seen_of_parts(session->parts);
	Progress progress;

	if (search_state(session->search) != SEARCH_NOTHING ||
	    !search_count(session->search).complete)
		return PROGRESS_DONE;
	progress = parts_step(session->parts, session->search, session->doc,
			      deadline);
	if (seen_of_parts(session->parts) != before)
		session->dirty |= DIRTY_STATUS;
	return progress;
}

/* What is shown of what matches. */
static Progress
narrow(Session *session, Deadline deadline)
{
	uint32_t before = session->filter.version;
	bool was_filled = session->narrow.filled;
	Progress progress = narrow_step(&session->narrow, session->doc,
					&session->filter, deadline);

	if (session->filter.version != before)
		session->dirty |= DIRTY_ALL;
	if (session->narrow.filled != was_filled)
		session->dirty |= DIRTY_STATUS;
	return progress;
}

/* Puts the matches of the open list in order. */
static Progress
order(Session *session, Deadline deadline)
{
	uint32_t before = session->concordance.taken;
	Progress progress;

	if (!session->listing)
		return PROGRESS_DONE;
	progress = concordance_step(&session->concordance, deadline);
	if (session->concordance.taken != before)
		session->dirty |= DIRTY_SIDEBAR;
	return progress;
}

static Progress
count(Session *session, Deadline deadline)
{
	uint64_t before = session->stats.total;
	Progress progress = stats_step(&session->stats, session->doc,
				       deadline);

	if (session->stats.total != before)
		session->dirty |= DIRTY_SIDEBAR;
	return progress;
}

static void
reach_goal(Session *session)
{
	session->taking = session->taking && session->view.goal != GOAL_NONE;
	if (!view_work(&session->view))
		return;
	session->dirty |= DIRTY_ALL;
	if (session->taking)
		session->taken_top = session->view.top;
}

Progress
session_work(Session *session, Deadline deadline)
{
	static Progress (*const later[])(Session *, Deadline) = {
		list, search, search_others, search_parts, order, count,
	};
	Progress progress = narrow(session, deadline);

	if (session->seeking && progress != PROGRESS_MORE)
		progress = both(progress, search(session, deadline));
	progress = both(progress, load(session, deadline));
	reach_goal(session);
	if (progress == PROGRESS_MORE)
		list(session, deadline_now());
	for (size_t i = 0; i < N_ITEMS(later) && progress != PROGRESS_MORE; i++)
		progress = both(progress, later[i](session, deadline));
	return progress;
}

void
session_hold_match(Session *session)
{
	if (search_state(session->search) == SEARCH_AT && !session->seeking)
		view_hold(&session->view, search_current(session->search));
}

Status
session_set_script(Session *session, Script *dictionaries, ScriptForm form,
		   Err *err)
{
	if (form != SCRIPT_ORIGINAL) {
		if (script_open(dictionaries, form, err) != STATUS_OK)
			return STATUS_FAILED;
		session->dictionaries = dictionaries;
	}
	session_hold_match(session);
	session->script.script = session->dictionaries;
	session->script.form = form;
	session->script.most = SHOWN_SCRIPT_MAX;
	layout_set_script(session->layout, &session->script);
	judge_script(session);
	session->dirty |= DIRTY_ALL;
	return STATUS_OK;
}

void
session_resize(Session *session, int rows, LayoutShape shape)
{
	session_hold_match(session);
	view_resize(&session->view, rows, shape);
	session->dirty |= DIRTY_ALL;
}

Slice
session_title(const Session *session, Buf *out)
{
	Slice title = session->doc->meta.title;

	if (title.len == 0)
		return slice_from(loader_path(session->loader));
	return shown_script_text(&session->script, title, out);
}

/* The charsets to try, beginning with the one in force. */
static void
list_candidates(Session *session)
{
	const char *now = loader_verdict(session->loader).name;
	const char *name;

	for (size_t i = 0; session->n_candidates < SESSION_CANDIDATES &&
			   (name = loader_candidate(session->loader, i));
	     i++) {
		if (strcmp(name, now) == 0)
			session->candidate = session->n_candidates;
		session->candidates[session->n_candidates++] = name;
	}
}

const char *
session_next_encoding(Session *session)
{
	if (session->n_candidates == 0)
		list_candidates(session);
	session->candidate = (session->candidate + 1) % session->n_candidates;
	return session->candidates[session->candidate];
}

/* Where one is; as before where one has not moved, so that it never drifts. */
static int
percent_of_place(const Session *session)
{
	const Anchor top = session->view.top, taken = session->taken_top;
	TextOff len = loader_bytes(session->loader);

	if (session->taken_percent > 0 && top.para == taken.para &&
	    top.byte == taken.byte && top.part == taken.part)
		return session->taken_percent;
	if (doc_n_paras(session->doc) == 0 || len == 0)
		return 0;
	return (int)((doc_anchor_off(session->doc, top) * 100 + len / 2) / len);
}

const char *
session_tried_encoding(const Session *session)
{
	return session->candidate > 0 ? session->candidates[session->candidate]
				      : NULL;
}

/* What one chose, without the place. */
static void
take_choices(Session *session, const Session *before)
{
	Err err;

	/* The dictionaries are there: `before` has them open. */
	session_set_script(session, before->dictionaries, before->script.form,
			   &err);
	memcpy(session->candidates, before->candidates,
	       sizeof(session->candidates));
	session->n_candidates = before->n_candidates;
	session->candidate = before->candidate;
}

/* Who is shown, and what matches, as far as it is read by now. */
static void
take_filter(Session *session, Session *before)
{
	Filter filter = session->filter;
	Narrow narrow = session->narrow;

	session->filter = before->filter;
	session->narrow = before->narrow;
	before->filter = filter;
	before->narrow = narrow;
	filter_carry(&session->filter, before->doc);
	filter_grow(&session->filter, session->doc);
}

void
session_take_offset(Session *session, Session *before)
{
	const View *was = &before->view;
	bool unfiltered;

	take_choices(session, before);
	view_to_offset(&session->view, doc_anchor_off(before->doc, was->top),
		       was->top.part, &unfiltered);
	if (session->view.goal == GOAL_NONE
	    && was->current < doc_n_turns(session->doc))
		view_choose_turn(&session->view, was->current);
	session->view.jumps = was->jumps;
	session->outline.other = before->outline.other;
	take_filter(session, before);
	session->dirty |= DIRTY_ALL;
}

void
session_take_place(Session *session, Session *before)
{
	int percent = percent_of_place(before);

	take_choices(session, before);
	if (percent > 0)
		view_to_percent(&session->view, percent);
	session->taken_percent = percent;
	session->taken_top = session->view.top;
	session->taking = session->view.goal != GOAL_NONE;
	session->dirty |= DIRTY_ALL;
}

void
session_take_search(Session *session, Session *before)
{
	Searches searches = session->searches;

	session->searches = before->searches;
	before->searches = searches;
	session->search = searches_current(&session->searches);
	before->search = searches_current(&before->searches);
	set_document_of_searches(session);
	session->concordance.order = before->concordance.order;
	session->listing = before->listing;
	session->list_place = before->list_place;
	session->list_place.doc = NULL;
	session->list_place.jumps = jumps_mark(&session->view.jumps);
}
