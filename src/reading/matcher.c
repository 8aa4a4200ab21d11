#include "reading/matcher.h"

void
matcher_init(Matcher *matcher)
{
	*matcher = (Matcher){ .open = DOC_NONE, .loaded = DOC_NONE };
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
	uint32_t n = doc_n_paras(doc);

	matcher->doc = doc;
	matcher->filter = NULL;
	matcher->open = DOC_NONE;
	if (filter && filter_is_active(filter, doc))
		matcher->filter = filter;
	if (n > 0 && doc_para(doc, n - 1)->flags & PARA_OPEN)
		matcher->open = doc_para_head(doc, n - 1);
}

void
matcher_end(Matcher *matcher)
{
	if (matcher->loaded == matcher->open)
		matcher->loaded = DOC_NONE;
}

bool
matcher_shows(const Matcher *matcher, ParaId para)
{
	return !matcher->filter ||
	       filter_shows(matcher->filter, matcher->doc, para);
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
