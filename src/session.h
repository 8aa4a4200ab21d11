/*
 * Session: one open document and everything that belongs to reading it.
 *
 * Owns the loader (and through it the document), the view, layout, filter,
 * outline, searches, list of matches and statistics.  Commands change it and
 * mark what became dirty; session_work() does what takes long, in slices: what
 * the filter is to show, the match that one waits for, reading, then counting
 * matches and statistics.
 * Knows no terminal and paints nothing.
 */
#ifndef SESSION_H
#define SESSION_H

#include <stdbool.h>

#include "base/clock.h"
#include "base/err.h"
#include "document/document.h"
#include "document/shown_script.h"
#include "document/stats.h"
#include "formats/loader.h"
#include "reading/concordance.h"
#include "reading/excerpt.h"
#include "reading/filter.h"
#include "reading/layout.h"
#include "reading/narrow.h"
#include "reading/outline.h"
#include "reading/parts.h"
#include "reading/searches.h"
#include "reading/view.h"
#include "settings/state.h"

#define SESSION_CANDIDATES 40	/* charsets that are tried in turn */

/* What is to be painted anew. */
enum SessionDirty {
	DIRTY_TEXT = 1,		/* the dialogue */
	DIRTY_SIDEBAR = 2,	/* chapters, speakers, the list of matches */
	DIRTY_STATUS = 4,
	DIRTY_ALL = 7,
};

/* The match that was the current one, if any. */
typedef struct SessionMatch {
	bool on;
	Match match;
	uint32_t nth;		/* of its paragraph, from 0 */
} SessionMatch;

typedef struct Session {
	Loader *loader;
	const Document *doc;	/* the loader's, of this generation */
	Layout *layout;
	Script *dictionaries;	/* borrowed; NULL: it was always as it is */
	ShownScript script;	/* in which the layout and the panes show it */
	bool judged;		/* script.own is final */
	Filter filter;
	Narrow narrow;		/* fills it with what matches */
	View view;
	Outline outline;
	Searches searches;	/* the patterns that are searched for */
	Search *search;		/* of these, the current one */
	Parts *parts;		/* of what it did not find */
	uint32_t searched_filter;	/* the filter's version that it knows */
	Concordance concordance;	/* its matches, while they are listed */
	bool listing;		/* the list of matches is open: */
	ViewPlace list_place;	/* where one was then … */
	SessionMatch list_match;	/* … and at what match */
	Excerpt excerpt;	/* what is selected */
	Stats stats;
	ViewPlace search_place;	/* where the running search began … */
	Anchor search_origin;	/* … and its first visible byte; … */
	Buf search_before;	/* … the query until then, empty: none, … */
	unsigned search_before_flags;
	SessionMatch search_before_match;	/* … and its match */
	bool incremental;	/* the match is looked for from there */
	bool seeking;		/* the view waits for a match */
	unsigned dirty;		/* SessionDirty; the painter clears it */
	bool failed;		/* reading stopped; see loader_err() */
	bool reported;		/* what was replaced has been said */
	const char *candidates[SESSION_CANDIDATES];	/* charsets */
	size_t n_candidates;	/* 0: not asked for yet */
	size_t candidate;	/* the one tried last */
	int taken_percent;	/* where session_take_place() went … */
	Anchor taken_top;	/* … and the first row that this gave */
	bool taking;		/* that is not read yet */
	int measure;		/* columns that one chose; 0: the option's */
	bool script_chosen;	/* by a key, since it was opened */
	DocumentState remembered;	/* as it is in the state */
} Session;

/*
 * Opens `path` ("-": standard input) without reading yet.  NULL with `err`
 * where it cannot be opened.
 */
Session *
session_open(const char *path, const LoaderOptions *options, Err *err);

/* The same over a source that is open; takes it. */
Session *
session_new(Source *source, const char *path, const LoaderOptions *options);

void
session_free(Session *session);

/*
 * Reads until the screen of `rows` rows is full, the source is blocked or the
 * deadline has passed: for the first paint.
 */
void
session_open_step(Session *session, Deadline deadline);

/*
 * Works until the deadline.  PROGRESS_DONE: nothing is left;
 * PROGRESS_BLOCKED: nothing until loader_fd() has bytes.
 */
Progress
session_work(Session *session, Deadline deadline);

/*
 * Shows the document in that script, by `dictionaries`, which it borrows; the
 * text as it is needs none (NULL).  One stays where one is, and a match that
 * is on the screen stays on it.  Fails, and changes nothing, where there are no
 * dictionaries.
 */
Status
session_set_script(Session *session, Script *dictionaries, ScriptForm form,
		   Err *err);

/*
 * Something is about to change that is no movement: a match that is found and
 * on the screen stays there.
 */
void
session_hold_match(Session *session);

/* The pane's size changed. */
void
session_resize(Session *session, int rows, LayoutShape shape);

/*
 * Incremental search: `session_search_begin` remembers the place and what is
 * searched for, each `session_search_set` looks for the pattern so far from
 * there, `session_search_cancel` goes back to both, `session_search_accept`
 * stays (and remembers the place in the jump list).  A query without a pattern
 * moves nothing; to accept it is to cancel, and returns false.
 */
void
session_search_begin(Session *session);

/* The same, but looks from another place on: a byte of the visible text. */
void
session_search_begin_at(Session *session, Anchor origin);

Status
session_search_set(Session *session, Slice query, unsigned flags,
		   bool backward, Err *err);

void
session_search_cancel(Session *session);

bool
session_search_accept(Session *session);

/*
 * The next match (or the one before) from the current one, or from the first
 * row where one has gone elsewhere; false where there is no search.
 */
bool
session_search_next(Session *session, bool backward);

/* Makes a match that is on the screen the current one. */
void
session_search_go(Session *session, Match match);

/*
 * Several patterns: `session_pattern_add` is session_search_begin() for one
 * more, which is the current one from then on; false where there are too many.
 * `session_pattern_remove` takes the current one away, and the one chosen
 * before is current, as is any that one chooses; `session_pattern_turn` goes
 * from one to the next.  `session_search_stop` takes all away.
 */
bool
session_pattern_add(Session *session);

void
session_pattern_remove(Session *session);

void
session_pattern_choose(Session *session, int slot);

void
session_pattern_turn(Session *session);

void
session_search_stop(Session *session);

/*
 * Shows only the exchanges that match, as soon as one is found, and `context`
 * turns around them.  Fails where the query is none; then, and where nothing
 * matches, all is as it was.  The place is kept.
 */
Status
session_narrow(Session *session, Slice query, unsigned flags, uint32_t context,
	       Err *err);

/* Shows all exchanges again. */
void
session_narrow_stop(Session *session);

/*
 * The list of matches (its entries: session->concordance).  `session_list_go`
 * makes an entry the current match and brings it into view; all of that is one
 * jump, from where one was when the list was opened, and where
 * `session_list_back` goes.
 */
void
session_list_begin(Session *session);

/* False where there is no entry `i`, or none any more that the filter shows. */
bool
session_list_go(Session *session, uint32_t i);

void
session_list_back(Session *session);

void
session_list_end(Session *session);

/* The charset to try next; one after the other, and from the first again. */
const char *
session_next_encoding(Session *session);

/*
 * The same document in another charset goes where one was in `before`, by
 * percent, and goes on with its charsets.
 */
void
session_take_place(Session *session, Session *before);

/* The charset that was tried last, or NULL: what the bytes show it to be. */
const char *
session_tried_encoding(const Session *session);

/*
 * The same document, read again, goes where one was in `before`, and shows what
 * was shown there: by the speakers' names, and what matches.
 */
void
session_take_offset(Session *session, Session *before);

/*
 * The search of `before`, and its list, go on in the same document, read
 * again; `before` is of no use any more but to be freed.
 */
void
session_take_search(Session *session, Session *before);

/*
 * The title of the document, never empty: its path where it has none.  Where
 * it is converted it stands in `out`, which is replaced.
 */
Slice
session_title(const Session *session, Buf *out);

#endif
