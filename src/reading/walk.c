#include "reading/walk.h"

void
walk_start(Walk *walk, ParaId para, uint32_t byte, bool backward)
{
	*walk = (Walk){ .home = para, .byte = byte, .backward = backward };
}

void
walk_start_again(Walk *walk)
{
	bool backward = walk->backward && !walk->has_found;

	*walk = (Walk){ .by_offset = true,
			.offset = walk->offset,
			.backward = backward };
}

/* `para`, or the nearest one in the walk's direction that may have a match. */
static ParaId
skip(const Walk *walk, const Hits *hits, ParaId para)
{
	if (para >= hits->end)
		return para;
	size_t i = hits_from(hits, walk->backward ? para + 1 : para);
	if (walk->backward)
		return i == 0 ? DOC_NONE : hits_at(hits, i - 1)->para;
	return i == hits->list.count ? hits->end : hits_at(hits, i)->para;
}

static Progress
go_to(Walk *walk, const Hits *hits, ParaId para)
{
	walk->para = skip(walk, hits, para);
	walk->place = (MatcherPlace){ 0 };
	walk->has_found = false;
	walk->open_len = UINT32_MAX;
	return PROGRESS_MORE;
}

/* The paragraphs from `from` to before `to` hold no match. */
static void
note_clean(Walk *walk, ParaId from, ParaId to)
{
	ParaRange *clean = &walk->clean[walk->wrapped];

	if (walk->backward || from >= to)
		return;
	if (clean->to != from)
		clean->from = from;
	clean->to = to;
}

ParaId
walk_clean_to(const Walk *walk, ParaId para)
{
	for (int i = 0; i < 2; i++)
		if (walk->clean[i].from <= para && para < walk->clean[i].to)
			return walk->clean[i].to;
	return para;
}

static Progress
go_on(Walk *walk, const Document *doc, const Hits *hits)
{
	return go_to(walk, hits, walk->backward
					 ? doc_para_prev(doc, walk->para)
					 : doc_para_end(doc, walk->para));
}

static ParaId
last_para(const Document *doc)
{
	uint32_t n = doc_n_paras(doc);

	return n == 0 ? DOC_NONE : doc_para_head(doc, n - 1);
}

/* Home by offset; false where the document does not reach so far yet. */
static bool
find_home(Walk *walk, Matcher *matcher)
{
	const Document *doc = matcher->doc;
	uint32_t n = doc_n_paras(doc);
	TextOff end = 0;

	if (n > 0) {
		const Para *last = doc_para(doc, n - 1);
		end = para_off(last) + last->len;
	}
	if (!doc->complete && end <= walk->offset)
		return false;
	Anchor anchor = doc_anchor_at(doc, walk->offset);
	walk->home = anchor.para;
	walk->byte = matcher_byte(matcher, anchor);
	return true;
}

static Progress
begin(Walk *walk, Matcher *matcher, const Hits *hits)
{
	const Document *doc = matcher->doc;

	if (doc_n_paras(doc) == 0 && !doc->complete)
		return PROGRESS_BLOCKED;
	if (walk->by_offset && !find_home(walk, matcher))
		return PROGRESS_BLOCKED;
	if (walk->home < doc_n_paras(doc)) {
		walk->home = doc_para_head(doc, walk->home);
	} else if (walk->backward) {
		walk->home = last_para(doc);
		walk->byte = UINT32_MAX;
	}
	if (!walk->by_offset)
		walk->offset = matcher_offset(matcher, walk->home, walk->byte);
	walk->begun = true;
	return go_to(walk, hits, walk->home);
}

/* Behind the end (or the start): once round, when all of it is there. */
static Progress
wrap(Walk *walk, const Document *doc, const Hits *hits)
{
	if (!doc->complete)
		return PROGRESS_BLOCKED;
	if (walk->wrapped || doc_n_paras(doc) == 0)
		return PROGRESS_DONE;
	walk->wrapped = true;
	return go_to(walk, hits, walk->backward ? last_para(doc) : 0);
}

static bool
is_round(const Walk *walk)
{
	if (!walk->wrapped)
		return false;
	return walk->backward ? walk->para < walk->home
			      : walk->para > walk->home;
}

/* Where in its paragraph the walk may find a match to begin. */
static void
range(const Walk *walk, uint32_t *ret_low, uint32_t *ret_high)
{
	*ret_low = 0;
	*ret_high = UINT32_MAX;
	if (walk->para != walk->home)
		return;
	if (walk->backward == walk->wrapped)
		*ret_low = walk->byte;
	else
		*ret_high = walk->byte;
}

static Progress
arrive(Walk *walk, Matcher *matcher)
{
	walk->offset =
		matcher_offset(matcher, walk->found.para, walk->found.start);
	return PROGRESS_DONE;
}

void
walk_to(Walk *walk, Matcher *matcher, Match match, uint32_t nth)
{
	*walk = (Walk){
		.begun = true,
		.has_found = true,
		.found = match,
		.found_nth = nth,
	};
	arrive(walk, matcher);
}

/* Nothing more is to be found in the walk's paragraph. */
static Progress
leave(Walk *walk, Matcher *matcher, const Hits *hits)
{
	if (walk->has_found)
		return arrive(walk, matcher);
	if (walk->para != matcher->open || walk->backward) {
		if (walk->place.n == 0)
			note_clean(walk, walk->para,
				   doc_para_end(matcher->doc, walk->para));
		return go_on(walk, matcher->doc, hits);
	}
	walk->open_len = doc_para(matcher->doc, walk->para)->len;
	walk->place = (MatcherPlace){ 0 };
	return PROGRESS_BLOCKED;
}

static Progress
look(Walk *walk, Matcher *matcher, const Hits *hits)
{
	Match match = { walk->para, 0, 0 };
	uint32_t low;
	uint32_t high;

	range(walk, &low, &high);
	for (int i = 0; i < MATCHER_UNIT; i++) {
		if (!matcher_next(matcher, &walk->place, &match) ||
		    match.start >= high)
			return leave(walk, matcher, hits);
		if (match.start < low)
			continue;
		walk->found = match;
		walk->found_nth = walk->place.n - 1;
		walk->has_found = true;
		if (!walk->backward)
			return arrive(walk, matcher);
	}
	return PROGRESS_MORE;
}

/*
 * An open paragraph is looked at again only when it has grown, and not while
 * it is a chain, which would cost its square.
 */
static bool
must_wait(const Walk *walk, const Matcher *matcher)
{
	if (walk->para != matcher->open || walk->backward)
		return false;
	return walk->para + 1 < doc_n_paras(matcher->doc) ||
	       doc_para(matcher->doc, walk->para)->len == walk->open_len;
}

/* Goes over paragraphs without a match; true at one that may have some. */
static bool
pass(Walk *walk, Matcher *matcher, const Hits *hits)
{
	ParaId from;
	bool arrived;

	if (walk->place.n > 0 || walk->para < hits->end)
		return true;
	if (!walk->backward)
		walk->para = walk_clean_to(walk, walk->para);
	from = walk->para;
	arrived = walk->backward ? matcher_pass_back(matcher, &walk->para)
				 : matcher_pass(matcher, &walk->para);
	note_clean(walk, from, walk->para);
	return arrived;
}

Progress
walk_unit(Walk *walk, Matcher *matcher, const Hits *hits)
{
	if (!walk->begun)
		return begin(walk, matcher, hits);
	if (!pass(walk, matcher, hits))
		return PROGRESS_MORE;
	if (walk->para >= doc_n_paras(matcher->doc))
		return wrap(walk, matcher->doc, hits);
	if (is_round(walk))
		return PROGRESS_DONE;
	if (!matcher_shows(matcher, walk->para))
		return go_on(walk, matcher->doc, hits);
	if (must_wait(walk, matcher))
		return PROGRESS_BLOCKED;
	return look(walk, matcher, hits);
}
