#include "document/context.h"

#include "base/mem.h"

static uint32_t
least(uint32_t a, uint32_t b)
{
	return a < b ? a : b;
}

/* The passage that holds the paragraph; false for a heading.  Goes on only. */
static bool
find_passage(const Document *doc, ParaId para, Passage *passage)
{
	while (passage->end <= para)
		if (!doc_next_passage(doc, passage->end, passage))
			return false;
	return passage->first <= para;
}

/* A heading, or a passage; of a turn all of it. */
static ParaRun
run_of(const Document *doc, ParaId para, Passage *passage)
{
	ParaId next = doc_para_next(doc, para);

	if (!find_passage(doc, para, passage))
		return (ParaRun){ para,
				  next == DOC_NONE ? doc_n_paras(doc) : next };
	if (passage->turn == DOC_NONE)
		return (ParaRun){ passage->first, passage->end };
	return (ParaRun){ doc_turn(doc, passage->turn)->first,
			  doc_turn_end(doc, passage->turn) };
}

/* Turns that begin in the run count for it, not for what is around. */
static ParaRun
widen(const Document *doc, ParaRun run, TurnId before, TurnId after)
{
	TurnId first = doc_turn_from(doc, run.first);
	TurnId behind = doc_turn_from(doc, run.end);

	before = least(before, first);
	after = least(after, doc_n_turns(doc) - behind);
	if (before > 0)
		run.first = doc_turn(doc, first - before)->first;
	if (after > 0)
		run.end = doc_turn_end(doc, behind + after - 1);
	return run;
}

ParaRun *
context_new(const Document *doc, const Match *matches, uint32_t n,
	    TurnId before, TurnId after, uint32_t *ret_n)
{
	ParaRun *runs = mem_realloc_array(NULL, (size_t)n + 1, sizeof(*runs));
	Passage passage = { .end = 0 };
	uint32_t count = 0;

	for (uint32_t i = 0; i < n; i++) {
		ParaRun run;

		if (i > 0 && matches[i].para == matches[i - 1].para)
			continue;
		run = widen(doc, run_of(doc, matches[i].para, &passage),
			    before, after);
		if (count == 0 || run.first > runs[count - 1].end)
			runs[count++] = run;
		else if (run.end > runs[count - 1].end)
			runs[count - 1].end = run.end;
	}
	*ret_n = count;
	return runs;
}
