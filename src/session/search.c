/*
 * What commands do with a session's search, its list of matches, and what is
 * shown of what matches.  The steps are in session.c.
 */
#include "session.h"

static SessionMatch
current_match(const Session *session)
{
	return (SessionMatch){
		.on = search_state(session->search) == SEARCH_AT,
		.match = search_current(session->search),
		.nth = search_current_nth(session->search),
	};
}

/* True where there was a match, and the document is as it was at `place`. */
static bool
is_there(const Session *session, SessionMatch before, const ViewPlace *place)
{
	return before.on && place->doc == session->doc
		&& place->generation == session->doc->generation;
}

void
session_search_begin(Session *session)
{
	session_search_begin_at(session, view_search_origin(&session->view));
}

void
session_search_begin_at(Session *session, Anchor origin)
{
	session->search_place = view_place(&session->view);
	session->search_origin = origin;
	buf_clear(&session->search_before);
	buf_append(&session->search_before, search_query(session->search));
	session->search_before_flags = search_flags(session->search);
	session->search_before_match = current_match(session);
	session->incremental = true;
}

Status
session_search_set(Session *session, Slice query, unsigned flags,
		   bool backward, Err *err)
{
	parts_stop(session->parts);
	search_from(session->search, session->search_origin.para,
		    session->search_origin.byte, backward);
	if (search_start(session->search, session->doc, query, flags, err) !=
	    STATUS_OK)
		return STATUS_FAILED;
	session->seeking = search_state(session->search) != SEARCH_OFF;
	if (!session->seeking)
		view_restore(&session->view, session->search_place);
	session->dirty |= DIRTY_ALL;
	return STATUS_OK;
}

/* Another pattern may be the current one now. */
static void
take_current(Session *session)
{
	session->search = searches_current(&session->searches);
	concordance_set(&session->concordance, session->search, session->doc);
	parts_stop(session->parts);
	session->seeking = false;
	session->incremental = false;
	session->dirty |= DIRTY_ALL;
}

bool
session_pattern_add(Session *session)
{
	if (!searches_add(&session->searches))
		return false;
	take_current(session);
	session_search_begin(session);
	return true;
}

void
session_pattern_remove(Session *session)
{
	searches_drop(&session->searches);
	take_current(session);
}

void
session_pattern_choose(Session *session, int slot)
{
	searches_choose(&session->searches, slot);
	take_current(session);
}

void
session_pattern_turn(Session *session)
{
	searches_turn(&session->searches);
	take_current(session);
}

void
session_search_stop(Session *session)
{
	searches_stop(&session->searches);
	take_current(session);
}

void
session_search_cancel(Session *session)
{
	Slice before = buf_slice(&session->search_before);
	SessionMatch match = session->search_before_match;

	view_restore(&session->view, session->search_place);
	if (before.len == 0 ||
	    search_start(session->search, session->doc, before,
			 session->search_before_flags, NULL) != STATUS_OK) {
		session_pattern_remove(session);
		return;
	}
	if (is_there(session, match, &session->search_place))
		search_choose(session->search, match.match, match.nth);
	take_current(session);
}

bool
session_search_accept(Session *session)
{
	if (search_state(session->search) == SEARCH_OFF) {
		session_search_cancel(session);
		return false;
	}
	session->incremental = session->seeking;
	session->dirty |= DIRTY_ALL;
	searches_drop_same(&session->searches);
	return true;
}

/* One has left the current match: its paragraph is not on the screen. */
static bool
is_away(Session *session)
{
	return search_state(session->search) == SEARCH_AT &&
	       !view_shows_para(&session->view,
				search_current(session->search).para);
}

bool
session_search_next(Session *session, bool backward)
{
	Anchor here;

	if (search_state(session->search) == SEARCH_OFF)
		return false;
	if (is_away(session)) {
		here = view_search_origin(&session->view);
		search_from(session->search, here.para, here.byte, backward);
		search_from_origin(session->search);
	} else {
		search_next(session->search, backward);
	}
	session->incremental = false;
	session->seeking = true;
	session->dirty |= DIRTY_ALL;
	return true;
}

void
session_search_go(Session *session, Match match)
{
	search_go(session->search, match);
	session->incremental = false;
	session->seeking = true;
	session->dirty |= DIRTY_ALL;
}

void
session_list_begin(Session *session)
{
	session->listing = true;
	session->list_place = view_place(&session->view);
	session->list_match = current_match(session);
	session->dirty |= DIRTY_ALL;
}

bool
session_list_go(Session *session, uint32_t i)
{
	Listed listed;

	if (!concordance_at(&session->concordance, i, &listed) ||
	    !filter_shows(&session->filter, session->doc, listed.match.para))
		return false;
	search_choose(session->search, listed.match, listed.nth);
	session->seeking = false;
	session->incremental = false;
	view_to_match(&session->view, listed.match, NULL);
	view_jumped_from(&session->view, session->list_place);
	session->dirty |= DIRTY_ALL;
	return true;
}

void
session_list_back(Session *session)
{
	view_restore(&session->view, session->list_place);
	/* Another pattern may be searched for since then. */
	if (is_there(session, session->list_match, &session->list_place))
		search_go(session->search, session->list_match.match);
	session->seeking = false;
	session->dirty |= DIRTY_ALL;
}

void
session_list_end(Session *session)
{
	session->listing = false;
	concordance_clear(&session->concordance);
	session->dirty |= DIRTY_ALL;
}

Status
session_narrow(Session *session, Slice query, unsigned flags, uint32_t context,
	       Err *err)
{
	NarrowWish wish = {
		.query = query,
		.flags = flags,
		.context = context,
		.from = view_search_origin(&session->view).para,
	};

	return narrow_start(&session->narrow, session->doc, &wish, err);
}

void
session_narrow_stop(Session *session)
{
	narrow_stop(&session->narrow, session->doc, &session->filter);
	session->dirty |= DIRTY_ALL;
}
