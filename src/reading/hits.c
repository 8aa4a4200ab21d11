#include "reading/hits.h"

#include <assert.h>

/* Hits that one step counts. */
#ifdef FANGTAN_TINY
#define HITS_UNIT 2
#else
#define HITS_UNIT 1024
#endif

#define SPEAKERS_MAX 64		/* of one turn that are counted */

static Hit *
hit_at(const Hits *hits, size_t i)
{
	return vec_at(&hits->list, i);
}

void
hits_init(Hits *hits)
{
	vec_init(&hits->list, sizeof(Hit));
	vec_init(&hits->marks, sizeof(HitMark));
	vec_init(&hits->speakers, sizeof(uint32_t));
	hits->version = 0;
	hits->end = 0;
	hits_uncount(hits);
}

void
hits_done(Hits *hits)
{
	vec_done(&hits->speakers);
	vec_done(&hits->marks);
	vec_done(&hits->list);
}

void
hits_clear(Hits *hits)
{
	vec_clear(&hits->list);
	vec_clear(&hits->marks);
	hits->end = 0;
	hits_uncount(hits);
}

void
hits_pass(Hits *hits, uint32_t n, uint32_t from)
{
	if (n % HITS_MARK == 0)
		*(HitMark *)vec_push(&hits->marks) =
			(HitMark){ hits->end, n, from };
}

static bool
is_behind(const HitMark *mark, ParaId para, uint32_t n)
{
	return mark->para > para || (mark->para == para && mark->n > n);
}

HitMark
hits_mark(const Hits *hits, ParaId para, uint32_t n)
{
	const HitMark *mark;
	size_t low = 0;
	size_t high = hits->marks.count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (is_behind(vec_at(&hits->marks, middle), para, n))
			high = middle;
		else
			low = middle + 1;
	}
	mark = low > 0 ? vec_at(&hits->marks, low - 1) : NULL;
	return mark && mark->para == para ? *mark : (HitMark){ para, 0, 0 };
}

void
hits_add(Hits *hits, uint32_t n, ParaId next)
{
	assert(next > hits->end);
	if (n > 0) {
		Hit *hit = vec_push(&hits->list);
		hit->para = hits->end;
		hit->n = n;
	}
	hits->end = next;
}

const Hit *
hits_at(const Hits *hits, size_t i)
{
	return hit_at(hits, i);
}

void
hits_uncount(Hits *hits)
{
	hits->counted = 0;
	hits->shown = 0;
	hits->hidden = 0;
	hits->version++;
	vec_clear(&hits->speakers);
}

/* The hit is one more of those who say it. */
static void
count_speakers(Hits *hits, const Document *doc, const Hit *hit)
{
	TurnId turn = doc_para(doc, hit->para)->turn;
	SpeakerId ids[SPEAKERS_MAX];
	uint32_t n;

	if (turn == DOC_NONE)
		return;
	n = doc_turn_speakers(doc, turn, ids, SPEAKERS_MAX);
	for (uint32_t i = 0; i < n && i < SPEAKERS_MAX; i++) {
		while (hits->speakers.count <= ids[i])
			vec_push(&hits->speakers);
		*(uint32_t *)vec_at(&hits->speakers, ids[i]) += hit->n;
	}
}

bool
hits_count_step(Hits *hits, const Document *doc, const Filter *filter)
{
	for (int i = 0; i < HITS_UNIT; i++) {
		if (hits->counted == hits->list.count)
			return false;
		Hit *hit = hit_at(hits, hits->counted++);
		hit->shown_before = hits->shown;
		if (!filter || filter_shows(filter, doc, hit->para))
			hits->shown += hit->n;
		else
			hits->hidden += hit->n;
		if (!filter || filter_shows_matched(filter, hit->para))
			count_speakers(hits, doc, hit);
	}
	return hits->counted < hits->list.count;
}

size_t
hits_from(const Hits *hits, ParaId para)
{
	size_t low = 0;
	size_t high = hits->list.count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (hit_at(hits, middle)->para < para)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* The shown matches before hit `i`. */
static uint32_t
shown_before(const Hits *hits, size_t i)
{
	return i < hits->counted ? hit_at(hits, i)->shown_before : hits->shown;
}

uint32_t
hits_between(const Hits *hits, ParaId from, ParaId end)
{
	return shown_before(hits, hits_from(hits, end)) -
	       shown_before(hits, hits_from(hits, from));
}

ParaId
hits_find(const Hits *hits, uint32_t index, uint32_t *ret_nth)
{
	size_t low = 0;
	size_t high = hits->counted - 1;

	assert(index < hits->shown);
	while (low < high) {
		size_t middle = high - (high - low) / 2;

		if (hit_at(hits, middle)->shown_before <= index)
			low = middle;
		else
			high = middle - 1;
	}
	*ret_nth = index - hit_at(hits, low)->shown_before;
	return hit_at(hits, low)->para;
}

uint32_t
hits_of_speaker(const Hits *hits, SpeakerId id)
{
	return id < hits->speakers.count
		       ? *(uint32_t *)vec_at(&hits->speakers, id)
		       : 0;
}

uint32_t
hits_index(const Hits *hits, ParaId para, uint32_t nth)
{
	size_t i = hits_from(hits, para);

	if (i >= hits->counted || hit_at(hits, i)->para != para)
		return 0;
	const Hit *hit = hit_at(hits, i);
	uint32_t after = shown_before(hits, i + 1);
	bool hidden = after == hit->shown_before;
	return hidden || nth >= hit->n ? 0 : hit->shown_before + nth + 1;
}
