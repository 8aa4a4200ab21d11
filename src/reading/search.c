/*
 * Search: what it owns, and how a step is shared by its two walks.
 *
 * The walk to a match (walk.h) goes first; while it waits or when it is done,
 * the list goes on, a paragraph or some matches of a rich one at a time.
 */
#include "reading/search.h"

#include "base/mem.h"
#include "reading/walk.h"

struct Search {
	Pattern *pattern; /* NULL: off */
	Scope scope;
	Buf query;
	unsigned flags;
	SearchState state;
	ParaId origin;
	uint32_t origin_byte;
	bool origin_backward;
	Walk walk; /* to the current match */
	Hits hits;
	MatcherPlace place; /* in the paragraph at the end of the hits */
	bool listed;	    /* all is in the hits, and counted */
	Matcher matcher;
	const Document *doc; /* of the last step */
	uint32_t generation;
};

Search *
search_new(void)
{
	Search *search = mem_zalloc(sizeof(*search));

	buf_init(&search->query, PATTERN_MAX);
	hits_init(&search->hits);
	matcher_init(&search->matcher);
	search->matcher.scope = &search->scope;
	return search;
}

void
search_free(Search *search)
{
	if (!search)
		return;
	pattern_free(search->pattern);
	buf_done(&search->query);
	hits_done(&search->hits);
	matcher_done(&search->matcher);
	mem_free(search);
}

static void
restart_list(Search *search)
{
	hits_clear(&search->hits);
	search->place = (MatcherPlace){ 0 };
	search->listed = false;
	search->matcher.partial = false;
	matcher_forget(&search->matcher);
	search->walk.clean[0] = search->walk.clean[1] = (ParaRange){ 0, 0 };
}

static void
walk_from_origin(Search *search, bool backward)
{
	walk_start(&search->walk, search->origin, search->origin_byte,
		   backward);
	search->state = SEARCH_LOOKING;
}

static bool
is_query(const Search *search, Slice query, unsigned flags)
{
	return search->pattern && search->flags == flags &&
	       slice_eq(buf_slice(&search->query), query);
}

/* The pattern of a query.  NULL with OK where it has none. */
static Status
compile_query(const Query *query, Pattern **ret_pattern, Err *err)
{
	*ret_pattern = NULL;
	if (query->pattern.len == 0)
		return STATUS_OK;
	*ret_pattern = pattern_new(query->pattern, query->flags, err);
	return *ret_pattern ? STATUS_OK : STATUS_FAILED;
}

static Status
take_query(Search *search, const Document *doc, Slice text, unsigned flags,
	   Err *err)
{
	Pattern *pattern;
	Query query;
	Scope scope;

	if (query_parse(text, flags, &query, err) != STATUS_OK ||
	    query_resolve(&query, doc, &scope, err) != STATUS_OK ||
	    compile_query(&query, &pattern, err) != STATUS_OK)
		return STATUS_FAILED;
	search_stop(search);
	if (!pattern)
		return STATUS_OK;
	search->pattern = pattern;
	search->matcher.pattern = pattern;
	search->scope = scope;
	search->flags = flags;
	buf_append(&search->query, text);
	return STATUS_OK;
}

Status
search_start(Search *search, const Document *doc, Slice query, unsigned flags,
	     Err *err)
{
	if (!is_query(search, query, flags) &&
	    take_query(search, doc, query, flags, err) != STATUS_OK)
		return STATUS_FAILED;
	if (search->pattern)
		walk_from_origin(search, search->origin_backward);
	return STATUS_OK;
}

void
search_stop(Search *search)
{
	pattern_free(search->pattern);
	search->pattern = NULL;
	search->matcher.pattern = NULL;
	buf_clear(&search->query);
	search->state = SEARCH_OFF;
	search->walk = (Walk){ 0 };
	restart_list(search);
}

void
search_from(Search *search, ParaId para, uint32_t byte, bool backward)
{
	search->origin = para;
	search->origin_byte = byte;
	search->origin_backward = backward;
	if (search->state == SEARCH_LOOKING && !search->walk.begun)
		walk_from_origin(search, backward);
}

/* Whom the names mean now; who is not there any more says nothing. */
static void
resolve_again(Search *search)
{
	Query query;

	if (query_parse(buf_slice(&search->query), search->flags, &query,
			NULL) == STATUS_OK)
		query_resolve(&query, search->doc, &search->scope, NULL);
}

/* True where the hits are those of this document, as it is. */
static bool
is_attached(const Search *search, const Document *doc)
{
	return search->doc == doc && search->generation == doc->generation &&
	       search->hits.end <= doc_n_paras(doc);
}

void
search_set_document(Search *search, const Document *doc)
{
	bool first = !search->doc;

	if (is_attached(search, doc))
		return;
	search->doc = doc;
	search->generation = doc->generation;
	resolve_again(search);
	restart_list(search);
	if (first || search->state == SEARCH_NOTHING || !search->walk.begun)
		return;
	walk_start_again(&search->walk);
	search->state = SEARCH_LOOKING;
}

/* MORE: one unit was done, be it the last. */
static Progress
walk_step(Search *search)
{
	if (search->state != SEARCH_LOOKING)
		return PROGRESS_DONE;
	Progress progress =
		walk_unit(&search->walk, &search->matcher, &search->hits);
	if (progress != PROGRESS_DONE)
		return progress;
	search->state = search->walk.has_found ? SEARCH_AT : SEARCH_NOTHING;
	return PROGRESS_MORE;
}

/* All matches of the paragraph at the end of the hits were passed. */
static void
list_para(Search *search)
{
	hits_add(&search->hits, search->place.n,
		 doc_para_end(search->doc, search->hits.end));
	search->place = (MatcherPlace){ 0 };
}

/* Goes over paragraphs without a match; true at one that may have some. */
static bool
list_pass(Search *search)
{
	ParaId para = walk_clean_to(&search->walk, search->hits.end);
	bool arrived;

	if (search->place.n > 0)
		return true;
	arrived = matcher_pass(&search->matcher, &para);
	if (para > search->hits.end)
		hits_add(&search->hits, 0, para);
	return arrived;
}

static Progress
list_step(Search *search)
{
	Matcher *matcher = &search->matcher;
	Match match;
	bool at_end;

	if (hits_count_step(&search->hits, matcher->doc, matcher->filter) ||
	    !list_pass(search))
		return PROGRESS_MORE;
	match = (Match){ search->hits.end, 0, 0 };
	at_end = match.para >= doc_n_paras(matcher->doc);
	search->listed = at_end && matcher->doc->complete;
	if (search->listed)
		return PROGRESS_DONE;
	if (at_end || match.para == matcher->open)
		return PROGRESS_BLOCKED;
	for (int i = 0; i < MATCHER_UNIT; i++) {
		if (!matcher_next(matcher, &search->place, &match)) {
			list_para(search);
			break;
		}
		hits_pass(&search->hits, search->place.n, search->place.from);
	}
	return PROGRESS_MORE;
}

Progress
search_step(Search *search, const Document *doc, const Filter *filter,
	    Deadline deadline)
{
	Progress progress;

	if (search->state == SEARCH_OFF)
		return PROGRESS_DONE;
	search_set_document(search, doc);
	matcher_begin(&search->matcher, doc, filter);
	do {
		bool looking = search->state == SEARCH_LOOKING;
		Progress walked = walk_step(search);
		progress = PROGRESS_MORE;
		if (looking && search->state != SEARCH_LOOKING)
			break;
		if (walked == PROGRESS_MORE)
			continue;
		progress = list_step(search);
		if (progress == PROGRESS_DONE)
			progress = walked;
	} while (progress == PROGRESS_MORE && !deadline_passed(deadline));
	matcher_end(&search->matcher);
	return progress;
}

void
search_filter_changed(Search *search)
{
	hits_uncount(&search->hits);
	search->listed = false;
}

SearchState
search_state(const Search *search)
{
	return search->state;
}

Match
search_current(const Search *search)
{
	return search->walk.found;
}

uint32_t
search_current_nth(const Search *search)
{
	return search->walk.found_nth;
}

bool
search_wrapped(const Search *search)
{
	return search->walk.wrapped;
}

SearchCount
search_count(const Search *search)
{
	const Hits *hits = &search->hits;
	const Walk *walk = &search->walk;
	SearchCount count = { 0, hits->shown, hits->hidden, search->listed,
			      search->matcher.partial };

	if (search->state == SEARCH_AT)
		count.index =
			hits_index(hits, walk->found.para, walk->found_nth);
	return count;
}

void
search_next(Search *search, bool backward)
{
	Match current = search->walk.found;

	if (search->state == SEARCH_NOTHING)
		walk_from_origin(search, backward);
	if (search->state != SEARCH_AT)
		return;
	walk_start(&search->walk, current.para,
		   backward ? current.start : current.start + 1, backward);
	search->state = SEARCH_LOOKING;
}

void
search_from_origin(Search *search)
{
	if (search->state != SEARCH_OFF)
		walk_from_origin(search, search->origin_backward);
}

void
search_go(Search *search, Match match)
{
	if (search->state == SEARCH_OFF)
		return;
	walk_start(&search->walk, match.para, match.start, false);
	search->state = SEARCH_LOOKING;
}

void
search_choose(Search *search, Match match, uint32_t nth)
{
	walk_to(&search->walk, &search->matcher, match, nth);
	search->state = SEARCH_AT;
}

const Hits *
search_hits(const Search *search, const Document *doc)
{
	return search->pattern && is_attached(search, doc) ? &search->hits
							   : NULL;
}

void
search_lend(const Search *search, Matcher *matcher)
{
	matcher_begin(matcher, search->doc, NULL);
	matcher->pattern = search->pattern;
	matcher->scope = &search->scope;
}

/* The next match in a text that is no matcher's. */
static bool
next_in_text(const Pattern *pattern, Slice text, Match *match)
{
	size_t start;
	size_t len;

	if (pattern_find(pattern, text, match->start + match->len, &start,
			 &len) != PATTERN_FOUND)
		return false;
	match->start = (uint32_t)start;
	match->len = (uint32_t)len;
	return true;
}

uint32_t
search_in_range(Search *search, Match range, Slice text, Match *ret,
		uint32_t max)
{
	Match match = { range.para, 0, 0 };
	uint64_t end = (uint64_t)range.start + range.len;
	uint32_t n = 0;

	if (!search->pattern)
		return 0;
	while (n < max && next_in_text(search->pattern, text, &match) &&
	       match.start < end)
		if (match.start + match.len > range.start)
			ret[n++] = match;
	return n;
}

uint32_t
search_in_para(Search *search, ParaId para, Slice text, Match *ret,
	       uint32_t max)
{
	Match range = { para, 0, (uint32_t)text.len };

	return search_in_range(search, range, text, ret, max);
}

bool
search_looks_in(const Search *search, const Document *doc, ParaId para)
{
	return search->pattern && scope_has(&search->scope, doc, para);
}

bool
search_names_speakers(const Search *search)
{
	return search->pattern && search->scope.n_speakers > 0;
}

uint32_t
search_count_between(const Search *search, ParaId from, ParaId end)
{
	return hits_between(&search->hits, from, end);
}

uint32_t
search_count_speaker(const Search *search, SpeakerId id)
{
	return hits_of_speaker(&search->hits, id);
}

ParaId
search_hit_from(const Search *search, ParaId from)
{
	size_t i = hits_from(&search->hits, from);

	return i < search->hits.list.count ? hits_at(&search->hits, i)->para
					   : DOC_NONE;
}

bool
search_is_same(const Search *a, const Search *b)
{
	return is_query(a, buf_slice(&b->query), b->flags);
}

Slice
search_query(const Search *search)
{
	return buf_slice(&search->query);
}

unsigned
search_flags(const Search *search)
{
	return search->flags;
}
