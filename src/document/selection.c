#include "document/selection.h"

bool
selection_is_part(const Selection *sel)
{
	return sel->n_speakers > 0 || sel->chapter != DOC_NONE ||
	       sel->turn != DOC_NONE || sel->para != DOC_NONE ||
	       sel->matches != NULL;
}

static bool
takes_speaker(const Selection *sel, const Document *doc, TurnId turn)
{
	if (sel->n_speakers == 0)
		return true;
	if (turn == DOC_NONE)
		return false;
	for (uint32_t i = 0; i < sel->n_speakers; i++)
		if (doc_turn_has(doc, turn, sel->speakers[i]))
			return true;
	return false;
}

/* Narrows a passage to the paragraph; false where it is not in it. */
static bool
narrow(const Document *doc, ParaId para, Passage *passage)
{
	ParaId end = doc_para_next(doc, para);

	if (para < passage->first || para >= passage->end)
		return false;
	passage->first = para;
	if (end < passage->end)
		passage->end = end;
	return true;
}

/* Speakers aside. */
static bool
takes_place(const Selection *sel, const Document *doc, Passage *passage)
{
	if (sel->para != DOC_NONE && !narrow(doc, sel->para, passage))
		return false;
	if (sel->turn != DOC_NONE && passage->turn != sel->turn)
		return false;
	return sel->chapter == DOC_NONE || passage->chapter == sel->chapter;
}

bool
selection_takes(const Selection *sel, const Document *doc, Passage *passage)
{
	return takes_place(sel, doc, passage) &&
	       takes_speaker(sel, doc, passage->turn);
}

uint32_t
selection_group(const Selection *sel, ParaId para)
{
	uint32_t low = 0, high = sel->n_groups;

	while (low < high) {
		uint32_t mid = low + (high - low) / 2;

		if (sel->groups[mid].end <= para)
			low = mid + 1;
		else
			high = mid;
	}
	return low < sel->n_groups && sel->groups[low].first <= para
		       ? low
		       : DOC_NONE;
}

const Match *
selection_matches(const Selection *sel, ParaId first, ParaId end,
		  uint32_t *ret_n)
{
	uint32_t low = 0, high = sel->n_matches, n;

	while (low < high) {
		uint32_t mid = low + (high - low) / 2;

		if (sel->matches[mid].para < first)
			low = mid + 1;
		else
			high = mid;
	}
	for (n = low; n < sel->n_matches && sel->matches[n].para < end;)
		n++;
	*ret_n = n - low;
	return sel->matches + low;
}

static bool
has_match(const Selection *sel, ParaId first, ParaId end)
{
	uint32_t n;

	selection_matches(sel, first, end, &n);
	return n > 0;
}

/* True where something that is said matches: headings inside do not count. */
static bool
turn_has_match(const Selection *sel, const Document *doc, TurnId turn)
{
	const Match *matches;
	uint32_t n;

	matches = selection_matches(sel, doc_turn(doc, turn)->first,
				    doc_turn_end(doc, turn), &n);
	for (uint32_t i = 0; i < n; i++)
		if (doc_para(doc, matches[i].para)->kind != PARA_HEADING)
			return true;
	return false;
}

/* Context is of any speaker, but where one is named it is no narration. */
static bool
is_context(const Selection *sel, const Document *doc, Passage *passage)
{
	return takes_place(sel, doc, passage) &&
	       (sel->n_speakers == 0 || passage->turn != DOC_NONE) &&
	       selection_group(sel, passage->first) != DOC_NONE;
}

bool
selection_prints(const Selection *sel, const Document *doc, Passage *passage)
{
	if (sel->groups != NULL)
		return is_context(sel, doc, passage);
	if (!selection_takes(sel, doc, passage))
		return false;
	if (sel->matches == NULL)
		return true;
	if (passage->turn == DOC_NONE)
		return has_match(sel, passage->first, passage->end);
	return turn_has_match(sel, doc, passage->turn);
}

bool
selection_prints_heading(const Selection *sel, const Document *doc,
			 ParaId heading)
{
	ChapterId chapter = doc_para_chapter(doc, heading);

	if (sel->turn != DOC_NONE || sel->para != DOC_NONE ||
	    sel->n_speakers > 0)
		return false;
	if (sel->chapter != DOC_NONE && sel->chapter != chapter)
		return false;
	if (sel->groups != NULL)
		return selection_group(sel, heading) != DOC_NONE;
	return sel->matches == NULL || has_match(sel, heading, heading + 1);
}
