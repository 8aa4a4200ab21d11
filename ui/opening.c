#include "ui/opening.h"

#include "base/i18n.h"
#include "document/find.h"
#include "reading/finder.h"
#include "ui/asking.h"
#include "ui/searching.h"

/* What trying one wish came to. */
typedef enum Tried { TRIED_DONE, TRIED_LATER, TRIED_NEVER } Tried;

void
opening_begin(App *app)
{
	const Options *options = app->options;

	app->opening = (Opening){
		.speakers = options->has_speaker,
		.chapter = options->has_chapter,
		.turn = options->has_turn,
		.time = options->has_time,
		.search = options->has_search,
	};
}

/* Not there: for good, where the document is complete. */
static Tried
not_there(const Document *doc)
{
	return doc->complete ? TRIED_NEVER : TRIED_LATER;
}

static Tried
try_speakers(Session *session, const OptionList *names, Err *err)
{
	for (size_t i = 0; i < names->count; i++) {
		Slice name = slice_from(names->items[i]);
		bool several;
		SpeakerId id = find_speaker(session->doc, name, &several);

		if (id == DOC_NONE) {
			err_set(err, several
				? _("“%s” is part of the names of several "
				    "speakers; --speakers lists them")
				: _("no speaker is called “%s”; --speakers "
				    "lists them"), names->items[i]);
			return not_there(session->doc);
		}
		if (i == 0)
			filter_only(&session->filter, session->doc, id);
		else if (!filter_has(&session->filter, id))
			filter_toggle(&session->filter, session->doc, id);
	}
	return TRIED_DONE;
}

static Tried
try_chapter(Session *session, const char *wanted, bool *ret_unfiltered,
	    Err *err)
{
	bool several;
	ChapterId id = find_chapter(session->doc, slice_from(wanted), &several);

	if (id == DOC_NONE) {
		err_set(err, several
			? _("“%s” is part of the titles of several chapters; "
			    "--chapters lists them")
			: _("there is no chapter “%s”; --chapters lists them"),
			wanted);
		return not_there(session->doc);
	}
	view_to_para(&session->view, doc_chapter(session->doc, id)->first,
		     ret_unfiltered);
	return TRIED_DONE;
}

static Tried
try_turn(Session *session, int turn, bool *ret_unfiltered, Err *err)
{
	uint32_t n = doc_n_turns(session->doc);

	if ((uint32_t)turn > n) {
		err_set(err, _("there is no turn %d; the last is %u"), turn, n);
		return not_there(session->doc);
	}
	view_to_turn(&session->view, (TurnId)turn - 1, ret_unfiltered);
	return TRIED_DONE;
}

/*
 * Goes to the paragraph of a time, once one that is spoken later has been
 * read.
 */
static Tried
try_time(Session *session, uint32_t time_ms, bool *ret_unfiltered, Err *err)
{
	const Document *doc = session->doc;
	uint32_t n = doc_n_paras(doc);
	uint32_t last = n ? find_time_of(doc, n - 1) : DOC_NONE;
	ParaId para;

	if (!doc->complete && (last == DOC_NONE || last <= time_ms))
		return TRIED_LATER;
	para = find_time(doc, time_ms);
	if (para == DOC_NONE) {
		err_set(err, _("the transcript has no times, which --time "
			       "needs; --turn and --chapter do without"));
		return TRIED_NEVER;
	}
	view_to_para(&session->view, para, ret_unfiltered);
	return TRIED_DONE;
}

/* Whom the pattern names may come later, as may a chapter. */
static Tried
try_search(App *app, Err *err)
{
	const Options *options = app->options;
	Slice text = slice_from(options->search);
	Tried tried = TRIED_DONE;
	Buf query;

	buf_init(&query, SIZE_MAX);
	if (options->fixed_strings)
		query_quote(text, &query);
	else
		buf_append(&query, text);
	if (finder_check(buf_slice(&query), asking_flags(app), err)
	    != STATUS_OK)
		tried = TRIED_NEVER;
	else if (searching_for(app, buf_slice(&query), err) != STATUS_OK)
		tried = not_there(app_session(app)->doc);
	buf_done(&query);
	return tried;
}

/* Marks a wish as done unless it has to wait; fails where it never can be. */
static Status
settle(bool *wish, Tried tried)
{
	if (tried != TRIED_LATER)
		*wish = false;
	return tried == TRIED_NEVER ? STATUS_FAILED : STATUS_OK;
}

static Status
try_places(App *app, Err *err)
{
	Session *session = app_session(app);
	const Options *options = app->options;
	Opening *opening = &app->opening;
	Status status = STATUS_OK;
	bool unfiltered = false;

	if (opening->speakers)
		status = settle(&opening->speakers,
				try_speakers(session, &options->speaker, err));
	if (status == STATUS_OK && opening->chapter)
		status = settle(&opening->chapter,
				try_chapter(session, options->chapter,
					    &unfiltered, err));
	if (status == STATUS_OK && opening->turn)
		status = settle(&opening->turn,
				try_turn(session, options->turn, &unfiltered,
					 err));
	if (status == STATUS_OK && opening->time)
		status = settle(&opening->time,
				try_time(session, options->time, &unfiltered,
					 err));
	if (unfiltered)
		app_say_unfiltered(app);
	return status;
}

static bool
is_pending(const Opening *opening)
{
	return opening->speakers || opening->chapter || opening->turn
		|| opening->time || opening->search;
}

/* Does what can be done by now. */
static Status
try_all(App *app, Err *err)
{
	Opening *opening = &app->opening;

	if (!is_pending(opening))
		return STATUS_OK;
	app->dirty |= DIRTY_ALL;
	if (try_places(app, err) != STATUS_OK)
		return STATUS_FAILED;
	if (!opening->search || opening->chapter || opening->turn
	    || opening->time)
		return STATUS_OK;
	return settle(&opening->search, try_search(app, err));
}

Status
opening_finish(App *app, Deadline deadline, Err *err)
{
	Session *session = app_session(app);
	Progress progress = PROGRESS_MORE;
	Status status = try_all(app, err);

	while (status == STATUS_OK && is_pending(&app->opening)
	       && progress == PROGRESS_MORE && !deadline_passed(deadline)) {
		progress = session_work(session, deadline_now());
		status = try_all(app, err);
	}
	return status;
}

void
opening_step(App *app)
{
	Err err = { .text = "" };

	if (try_all(app, &err) != STATUS_OK)
		app_say_error(app, &err);
}

void
opening_cancel(App *app)
{
	app->opening.chapter = false;
	app->opening.turn = false;
	app->opening.time = false;
	app->opening.search = false;
}
