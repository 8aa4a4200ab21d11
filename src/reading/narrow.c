#include "reading/narrow.h"

#include "reading/exchange.h"
#include "reading/finder.h"

/* Hits that are taken in one unit of work. */
#ifdef FANGTAN_TINY
#define TAKE_UNIT 1
#else
#define TAKE_UNIT 64
#endif

#define NEAR_MAX 64		/* paragraphs that match, for a screen */

void
narrow_init(Narrow *narrow)
{
	*narrow = (Narrow){ .search = search_new(), .trial = search_new() };
}

void
narrow_done(Narrow *narrow)
{
	search_free(narrow->trial);
	search_free(narrow->search);
}

Status
narrow_start(Narrow *narrow, const Document *doc, const NarrowWish *wish,
	     Err *err)
{
	if (finder_check(wish->query, wish->flags, err) != STATUS_OK)
		return STATUS_FAILED;
	search_stop(narrow->trial);
	search_from(narrow->trial, wish->from, 0, false);
	if (search_start(narrow->trial, doc, wish->query, wish->flags, err)
	    != STATUS_OK)
		return STATUS_FAILED;
	narrow->trial_context = wish->context;
	narrow->trial_taken = 0;
	narrow->state = NARROW_TRYING;
	return STATUS_OK;
}

void
narrow_cancel(Narrow *narrow)
{
	search_stop(narrow->trial);
	narrow->state = NARROW_DONE;
}

void
narrow_stop(Narrow *narrow, const Document *doc, Filter *filter)
{
	narrow_cancel(narrow);
	search_stop(narrow->search);
	filter_match_all(filter, doc);
}

/* The turns that are shown for a match in one of them. */
static ExchangeTurns
turns_around(const Narrow *narrow, TurnId turn, uint32_t context)
{
	uint32_t n = doc_n_turns(narrow->doc);
	ExchangeTurns turns = exchange_around(narrow->doc, narrow->hosts,
					      turn);

	turns.first -= context < turns.first ? context : turns.first;
	turns.end += context < n - turns.end ? context : n - turns.end;
	return turns;
}

/* True where a paragraph that matches leaves something to read. */
static bool
leaves(const Narrow *narrow, const Filter *filter, ParaId para)
{
	TurnId turn = doc_para(narrow->doc, para)->turn;
	ExchangeTurns turns;

	if (turn == DOC_NONE)
		return true;
	turns = turns_around(narrow, turn, narrow->trial_context);
	return filter_leaves(filter, narrow->doc, turns.first, turns.end);
}

/* Shows what belongs to a paragraph that matches. */
static void
show(const Narrow *narrow, Filter *filter, ParaId para)
{
	TurnId turn = doc_para(narrow->doc, para)->turn;
	ExchangeTurns turns;

	if (turn == DOC_NONE) {
		filter_add_para(filter, narrow->doc, para);
		return;
	}
	turns = turns_around(narrow, turn, narrow->context);
	filter_add_turns(filter, narrow->doc, turns.first, turns.end);
}

/* What is tried is in force from now on. */
static void
put_in_force(Narrow *narrow, Filter *filter)
{
	Search *before = narrow->search;

	narrow->search = narrow->trial;
	narrow->trial = before;
	search_stop(before);
	narrow->context = narrow->trial_context;
	narrow->state = NARROW_DONE;
	narrow->filled = false;
	narrow->taken = 0;
	narrow->n_near = 0;
	filter_match(filter);
}

/* True where one of the matches that are known by now leaves something. */
static bool
is_worth(Narrow *narrow, const Filter *filter)
{
	ParaId para;

	if (search_state(narrow->trial) == SEARCH_AT
	    && leaves(narrow, filter, search_current(narrow->trial).para))
		return true;
	for (;;) {
		para = search_hit_from(narrow->trial, narrow->trial_taken);
		if (para == DOC_NONE)
			return false;
		if (leaves(narrow, filter, para))
			return true;
		narrow->trial_taken = para + 1;
	}
}

static Progress
try_unit(Narrow *narrow, Filter *filter)
{
	Progress progress = search_step(narrow->trial, narrow->doc, NULL,
					deadline_now());

	if (is_worth(narrow, filter)) {
		put_in_force(narrow, filter);
		return PROGRESS_MORE;
	}
	if (progress != PROGRESS_DONE)
		return progress;
	narrow->state = search_count(narrow->trial).partial ? NARROW_LIMIT
							    : NARROW_NOTHING;
	search_stop(narrow->trial);
	return PROGRESS_MORE;
}

/* Takes the match that was looked for behind where one is; looks further. */
static void
take_near(Narrow *narrow, Filter *filter)
{
	Search *search = narrow->search;
	ParaId para;

	if (narrow->n_near == NEAR_MAX
	    || search_state(search) != SEARCH_AT)
		return;
	para = search_current(search).para;
	show(narrow, filter, para);
	para = doc_para_next(narrow->doc, para);
	if (para == DOC_NONE || search_wrapped(search))
		narrow->n_near = NEAR_MAX;
	else if (++narrow->n_near < NEAR_MAX)
		search_go(search, (Match){ para, 0, 0 });
}

/* Takes some of the hits that are new; false where there were none. */
static bool
take_hits(Narrow *narrow, Filter *filter)
{
	bool any = false;

	for (int i = 0; i < TAKE_UNIT; i++) {
		ParaId para = search_hit_from(narrow->search, narrow->taken);

		if (para == DOC_NONE)
			break;
		show(narrow, filter, para);
		narrow->taken = para + 1;
		any = true;
	}
	return any;
}

static Progress
fill_unit(Narrow *narrow, Filter *filter)
{
	Progress progress = search_step(narrow->search, narrow->doc, NULL,
					deadline_now());

	take_near(narrow, filter);
	if (take_hits(narrow, filter))
		return PROGRESS_MORE;
	narrow->filled = progress == PROGRESS_DONE;
	return progress;
}

/*
 * The last exchanges may have become longer: their hits are taken again.
 */
static void
take_growth(Narrow *narrow, const Document *doc)
{
	uint32_t back = EXCHANGE_MAX + narrow->context;
	TurnId turn = narrow->n_turns > back ? narrow->n_turns - back : 0;

	if (narrow->n_paras == doc_n_paras(doc))
		return;
	if (turn < doc_n_turns(doc) && doc_turn(doc, turn)->first
				       < narrow->taken)
		narrow->taken = doc_turn(doc, turn)->first;
	narrow->n_paras = doc_n_paras(doc);
	narrow->n_turns = doc_n_turns(doc);
}

/* The document is another one, or has more; roles may come with its end. */
static void
attach(Narrow *narrow, const Document *doc, Filter *filter)
{
	bool hosts = exchange_has_hosts(doc);

	if (narrow->doc != doc || narrow->generation != doc->generation
	    || narrow->hosts != hosts) {
		filter_renew(filter);
		narrow->filled = false;
		narrow->taken = 0;
		narrow->trial_taken = 0;
	}
	narrow->doc = doc;
	narrow->generation = doc->generation;
	narrow->hosts = hosts;
	take_growth(narrow, doc);
}

/* One unit of work; DONE where nothing is wished, or all is shown. */
static Progress
step(Narrow *narrow, Filter *filter)
{
	if (narrow->state == NARROW_TRYING)
		return try_unit(narrow, filter);
	return filter->matching ? fill_unit(narrow, filter) : PROGRESS_DONE;
}

Progress
narrow_step(Narrow *narrow, const Document *doc, Filter *filter,
	    Deadline deadline)
{
	Progress progress;

	if (!filter->matching && search_state(narrow->search) != SEARCH_OFF)
		search_stop(narrow->search);
	if (!filter->matching && narrow->state != NARROW_TRYING)
		return PROGRESS_DONE;
	attach(narrow, doc, filter);
	do
		progress = step(narrow, filter);
	while (progress == PROGRESS_MORE && !deadline_passed(deadline));
	return progress;
}
