#include "reading/concordance.h"

#include <string.h>

#include "text/uni.h"

/* Bytes of what follows that are folded: they may become fewer. */
#define FOLLOWING_MAX (2 * SORTED_KEY)

void
concordance_init(Concordance *concordance)
{
	*concordance = (Concordance){ .para = DOC_NONE };
	sorted_init(&concordance->sorted);
	matcher_init(&concordance->matcher);
	buf_init(&concordance->folded, SIZE_MAX);
}

void
concordance_done(Concordance *concordance)
{
	buf_done(&concordance->folded);
	matcher_done(&concordance->matcher);
	sorted_done(&concordance->sorted);
}

void
concordance_clear(Concordance *concordance)
{
	sorted_clear(&concordance->sorted);
	concordance->taken = 0;
	concordance->para = DOC_NONE;
	matcher_forget(&concordance->matcher);
}

void
concordance_set(Concordance *concordance, const Search *search,
		const Document *doc)
{
	concordance->search = search;
	concordance->doc = doc;
	concordance_clear(concordance);
}

void
concordance_set_order(Concordance *concordance, ConcordanceOrder order)
{
	concordance->order = order;
	concordance_clear(concordance);
}

/* The hits as they are now; NULL where nothing is searched for. */
static const Hits *
attach(Concordance *concordance)
{
	const Hits *hits = search_hits(concordance->search, concordance->doc);

	if (!hits || hits->version != concordance->version)
		concordance_clear(concordance);
	if (!hits)
		return NULL;
	concordance->version = hits->version;
	search_lend(concordance->search, &concordance->matcher);
	return hits;
}

/* Match `nth` of a paragraph; false where a limit is in the way. */
static bool
find_nth(Concordance *concordance, const Hits *hits, ParaId para, uint32_t nth,
	 Listed *ret)
{
	MatcherPlace *place = &concordance->place;
	HitMark mark = hits_mark(hits, para, nth);

	if (concordance->para != para || place->n > nth || place->n < mark.n)
		*place = (MatcherPlace){ .from = mark.from, .n = mark.n };
	concordance->para = para;
	ret->match.para = para;
	ret->nth = nth;
	do
		if (!matcher_next(&concordance->matcher, place, &ret->match))
			return false;
	while (place->n <= nth);
	return true;
}

static bool
find_by_place(Concordance *concordance, const Hits *hits, uint32_t i,
	      Listed *ret)
{
	uint32_t nth;
	ParaId para;

	if (i >= hits->shown)
		return false;
	para = hits_find(hits, i, &nth);
	return find_nth(concordance, hits, para, nth, ret);
}

static void
put_speaker(const Document *doc, ParaId para, unsigned char *ret_key)
{
	TurnId turn = doc_para(doc, para)->turn;
	SpeakerId id = turn == DOC_NONE ? DOC_NONE
					: doc_turn(doc, turn)->speaker;

	for (int i = 0; i < 4; i++)
		ret_key[i] = (unsigned char)(id >> (24 - 8 * i));
}

/* The words behind the match, in one case, as far as they go into a key. */
static void
put_following(Concordance *concordance, Match match, unsigned char *ret_key)
{
	Slice text = matcher_text(&concordance->matcher, match.para);
	Slice behind = slice_trim_start(
		slice_sub(text, match.start + match.len, text.len));
	Buf *folded = &concordance->folded;

	buf_clear(folded);
	uni_fold_case(slice_sub(behind, 0, FOLLOWING_MAX), folded);
	if (folded->len > 0)
		memcpy(ret_key, folded->ptr,
		       folded->len < SORTED_KEY ? folded->len : SORTED_KEY);
}

static SortedEntry
entry_of(Concordance *concordance, Listed listed)
{
	SortedEntry entry = { .match = listed.match, .nth = listed.nth };

	if (concordance->order == CONCORDANCE_SPEAKER)
		put_speaker(concordance->doc, listed.match.para, entry.key);
	else
		put_following(concordance, listed.match, entry.key);
	return entry;
}

static uint32_t
target_of(const Concordance *concordance, const Hits *hits)
{
	bool stored = concordance->order != CONCORDANCE_PLACE;

	return stored && hits->shown > CONCORDANCE_MAX ? CONCORDANCE_MAX
						       : hits->shown;
}

static void
take_next(Concordance *concordance, const Hits *hits)
{
	SortedEntry entry;
	Listed listed;

	if (find_by_place(concordance, hits, concordance->taken++, &listed)) {
		entry = entry_of(concordance, listed);
		sorted_insert(&concordance->sorted, &entry);
	}
}

Progress
concordance_step(Concordance *concordance, Deadline deadline)
{
	const Hits *hits = attach(concordance);

	if (!hits || concordance->order == CONCORDANCE_PLACE)
		return PROGRESS_DONE;
	while (concordance->taken < target_of(concordance, hits)) {
		take_next(concordance, hits);
		if (deadline_passed(deadline))
			return PROGRESS_MORE;
	}
	return PROGRESS_DONE;
}

uint32_t
concordance_count(Concordance *concordance)
{
	const Hits *hits = attach(concordance);

	if (hits && concordance->order == CONCORDANCE_PLACE)
		return hits->shown;
	return concordance->sorted.count;
}

uint32_t
concordance_target(Concordance *concordance)
{
	const Hits *hits = attach(concordance);

	return hits ? target_of(concordance, hits) : 0;
}

bool
concordance_at(Concordance *concordance, uint32_t i, Listed *ret)
{
	const Hits *hits = attach(concordance);
	const SortedEntry *entry;

	if (hits && concordance->order == CONCORDANCE_PLACE)
		return find_by_place(concordance, hits, i, ret);
	if (i >= concordance->sorted.count)
		return false;
	entry = sorted_at(&concordance->sorted, i);
	*ret = (Listed){ entry->match, entry->nth };
	return true;
}

uint32_t
concordance_here(Concordance *concordance)
{
	const Hits *hits = attach(concordance);
	uint32_t index = search_count(concordance->search).index;
	SortedEntry entry;

	if (!hits || index == 0)
		return DOC_NONE;
	if (concordance->order == CONCORDANCE_PLACE)
		return index - 1;
	entry = entry_of(concordance,
			 (Listed){ search_current(concordance->search), 0 });
	return sorted_find(&concordance->sorted, &entry);
}
