#include "reading/finder.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "reading/matcher.h"
#include "reading/pattern.h"
#include "reading/query.h"

struct Finder {
	Buf text;		/* of the query, which borrows from it */
	Query query;
	Pattern *pattern;
};

static Status
parse(Finder *finder, unsigned flags, Err *err)
{
	Slice text = buf_slice(&finder->text);
	Query *query = &finder->query;

	if (query_parse(text, flags, query, err) != STATUS_OK)
		return STATUS_FAILED;
	if (query->pattern.len == 0 && text.len > 0)
		return err_set(err, _("a pattern is missing behind “%.*s”; "
				      "\\@, \\# and \\~ are the characters"),
			       SLICE_ARGS(text));
	finder->pattern = pattern_new(query->pattern, query->flags, err);
	return finder->pattern ? STATUS_OK : STATUS_FAILED;
}

Finder *
finder_new(Slice query, unsigned flags, Err *err)
{
	Finder *finder = mem_zalloc(sizeof(*finder));

	buf_init(&finder->text, SIZE_MAX);
	buf_append(&finder->text, query);
	if (parse(finder, flags, err) == STATUS_OK)
		return finder;
	finder_free(finder);
	return NULL;
}

void
finder_free(Finder *finder)
{
	if (!finder)
		return;
	pattern_free(finder->pattern);
	buf_done(&finder->text);
	mem_free(finder);
}

Status
finder_check(Slice query, unsigned flags, Err *err)
{
	Finder *finder = finder_new(query, flags, err);

	finder_free(finder);
	return finder ? STATUS_OK : STATUS_FAILED;
}

static void
append_all(Matcher *matcher, ChunkVec *ret)
{
	const Document *doc = matcher->doc;
	ParaId para = doc_n_paras(doc) > 0 ? 0 : DOC_NONE;

	for (; para != DOC_NONE; para = doc_para_next(doc, para)) {
		MatcherPlace place = { 0 };
		Match match;

		while (!matcher_pass(matcher, &para))
			;
		if (para >= doc_n_paras(doc))
			break;
		match = (Match){ para, 0, 0 };
		while (matcher_next(matcher, &place, &match))
			*(Match *)vec_push(ret) = match;
	}
}

Status
finder_find(const Finder *finder, const Document *doc, ChunkVec *ret,
	    bool *ret_partial, Err *err)
{
	Status status;
	Matcher matcher;
	Scope scope;

	status = query_resolve(&finder->query, doc, &scope, err);
	if (status != STATUS_OK)
		return status;
	matcher_init(&matcher);
	matcher_begin(&matcher, doc, NULL);
	matcher.pattern = finder->pattern;
	matcher.scope = &scope;
	append_all(&matcher, ret);
	*ret_partial = matcher.partial;
	matcher_done(&matcher);
	return STATUS_OK;
}

bool
finder_may_find(const Finder *finder, Slice text, Markup markup)
{
	const Scout *scout = pattern_scout(finder->pattern);
	const Query *query = &finder->query;

	return scout == NULL || query->n_speakers > 0 ||
	       query->n_chapters > 0 ||
	       scout_find(scout, text, 0, markup) != SIZE_MAX;
}
