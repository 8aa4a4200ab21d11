#include "reading/matcher.h"

#define OVERLAP 64	/* bytes of the next part that tell a beginning */

void
matcher_init(Matcher *matcher)
{
	*matcher = (Matcher){ .open = DOC_NONE };
	matcher_forget(matcher);
	shown_init(&matcher->shown);
}

void
matcher_done(Matcher *matcher)
{
	shown_done(&matcher->shown);
}

void
matcher_begin(Matcher *matcher, const Document *doc, const Filter *filter)
{
	matcher->doc = doc;
	matcher->filter = NULL;
	matcher->open = DOC_NONE;
	if (filter && filter_is_active(filter, doc))
		matcher->filter = filter;
	if (doc->open != NULL)
		matcher->open = doc_para_head(doc, doc_n_paras(doc) - 1);
}

void
matcher_end(Matcher *matcher)
{
	if (matcher->loaded == matcher->open)
		matcher->loaded = DOC_NONE;
}

void
matcher_forget(Matcher *matcher)
{
	matcher->loaded = DOC_NONE;
	matcher->chain = DOC_NONE;
}

bool
matcher_shows(const Matcher *matcher, ParaId para)
{
	return !matcher->filter ||
	       filter_shows(matcher->filter, matcher->doc, para);
}

static bool
is_chain(const Document *doc, ParaId para)
{
	return para + 1 < doc_n_paras(doc) &&
	       doc_para(doc, para + 1)->flags & PARA_PART;
}

/* The source from the start of `para` on, some of it, and all of `para`. */
static Slice
stretch_from(const Document *doc, ParaId para, ParaId limit)
{
	const Para *first = doc_para(doc, para);
	const Para *last = doc_para(doc, limit - 1);
	uint64_t len = para_off(last) + last->len - para_off(first);

	if (len > MATCHER_STRETCH)
		len = MATCHER_STRETCH;
	if (len < first->len)
		len = first->len;
	return slice_sub(text_rest(doc->text, para_off(first)), 0,
			 (size_t)len);
}

/* True where a match may begin in this part, which the next one may go on. */
static bool
part_may_match(const Matcher *matcher, ParaId part)
{
	const Document *doc = matcher->doc;
	const Para *para = doc_para(doc, part);
	Slice bytes = slice_sub(text_rest(doc->text, para_off(para)), 0,
				para->len + OVERLAP);

	return scout_find(pattern_scout(matcher->pattern), bytes, 0,
			  doc->markup) < para->len;
}

/* As pass(), of a chain: some of its parts at a time. */
static bool
pass_chain(Matcher *matcher, ParaId *para)
{
	const Document *doc = matcher->doc;
	uint32_t n = doc_n_paras(doc);
	ParaId part = *para;

	if (matcher->chain == *para)
		part = matcher->part;
	for (size_t i = 0; i <= MATCHER_STRETCH / PARA_MAX; i++, part++) {
		if (part > *para && (part >= n || !(doc_para(doc, part)->flags &
						    PARA_PART))) {
			matcher->chain = DOC_NONE;
			*para = part;
			return false;
		}
		if (part_may_match(matcher, part)) {
			matcher->chain = DOC_NONE;
			return true;
		}
	}
	matcher->chain = *para;
	matcher->part = part;
	return false;
}

/* As matcher_pass(), to before `limit`. */
static bool
pass(Matcher *matcher, ParaId *para, ParaId limit)
{
	const Scout *scout = pattern_scout(matcher->pattern);
	const Document *doc = matcher->doc;
	TextOff start, begin, end;
	size_t at = 0, hit;
	Slice bytes;

	if (!scout || *para >= limit)
		return true;
	if (is_chain(doc, *para))
		return pass_chain(matcher, para);
	start = para_off(doc_para(doc, *para));
	bytes = stretch_from(doc, *para, limit);
	do {
		hit = scout_find(scout, bytes, at, doc->markup);
		for (;; (*para)++) {
			if (*para >= limit)
				return true;
			begin = para_off(doc_para(doc, *para)) - start;
			end = begin + doc_para(doc, *para)->len;
			if (end > bytes.len || is_chain(doc, *para))
				return false;
			if (hit < end)
				break;
		}
		at = (size_t)begin;
	} while (hit < begin);
	return true;
}

bool
matcher_pass(Matcher *matcher, ParaId *para)
{
	uint32_t n = doc_n_paras(matcher->doc);

	return pass(matcher, para, matcher->open < n ? matcher->open : n);
}

/* The last paragraph from `para` to `last` that may match, or DOC_NONE. */
static ParaId
last_candidate(Matcher *matcher, ParaId para, ParaId last)
{
	ParaId found = DOC_NONE;

	for (; para <= last; para++) {
		while (!pass(matcher, &para, last + 1))
			;
		if (para <= last)
			found = para;
		while (is_chain(matcher->doc, para))
			para++;
	}
	return found;
}

bool
matcher_pass_back(Matcher *matcher, ParaId *para)
{
	const Document *doc = matcher->doc;
	ParaId first = *para, found;
	TextOff end;

	if (!pattern_scout(matcher->pattern) || *para >= doc_n_paras(doc) ||
	    *para == matcher->open)
		return true;
	for (size_t len = MATCHER_STRETCH / 256; len <= MATCHER_STRETCH;
	     len *= 4) {
		end = para_off(doc_para(doc, *para));
		while (first > 0 && end - para_off(doc_para(doc, first)) < len)
			first = doc_para_prev(doc, first);
		found = last_candidate(matcher, first, *para);
		*para = found != DOC_NONE ? found : doc_para_prev(doc, first);
		if (found != DOC_NONE || *para == DOC_NONE)
			return true;
		first = *para;
	}
	return false;
}

Slice
matcher_text(Matcher *matcher, ParaId para)
{
	if (matcher->loaded != para) {
		shown_build(&matcher->shown, matcher->doc, para);
		matcher->loaded = para;
	}
	return matcher->shown.text;
}

bool
matcher_next(Matcher *matcher, MatcherPlace *place, Match *ret)
{
	PatternResult result;
	size_t start;
	size_t len;
	Slice text;

	if (matcher->scope && !scope_has(matcher->scope, matcher->doc,
					 ret->para))
		return false;
	text = matcher_text(matcher, ret->para);
	result = pattern_find(matcher->pattern, text, place->from, &start,
			      &len);
	if (result == PATTERN_LIMIT)
		matcher->partial = true;
	if (result != PATTERN_FOUND)
		return false;
	ret->start = (uint32_t)start;
	ret->len = (uint32_t)len;
	place->from = (uint32_t)(start + len);
	place->n++;
	return true;
}

TextOff
matcher_offset(Matcher *matcher, ParaId para, uint32_t byte)
{
	Anchor anchor = { para, 0, ANCHOR_TEXT };

	if (para < doc_n_paras(matcher->doc)) {
		Slice text = matcher_text(matcher, para);
		if (byte > text.len)
			byte = (uint32_t)text.len;
		anchor.byte = shown_to_source(&matcher->shown, byte);
	}
	return doc_anchor_off(matcher->doc, anchor);
}

uint32_t
matcher_byte(Matcher *matcher, Anchor anchor)
{
	if (anchor.para >= doc_n_paras(matcher->doc))
		return 0;
	matcher_text(matcher, anchor.para);
	return shown_from_source(&matcher->shown, anchor.byte);
}
