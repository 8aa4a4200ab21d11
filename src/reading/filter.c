#include "reading/filter.h"

#include <string.h>

#include "base/mem.h"

#define WORD_BITS 64
#define VOICES_MAX 128	/* speakers of one turn that are looked at */

static void
set_done(SpeakerSet *set)
{
	mem_free(set->bits);
	*set = (SpeakerSet){ .rest = true };
}

/* Everybody, or nobody. */
static void
set_all(SpeakerSet *set, bool in)
{
	set_done(set);
	set->rest = in;
}

static void
set_copy(SpeakerSet *to, const SpeakerSet *from)
{
	set_done(to);
	to->rest = from->rest;
	if (from->n_words == 0)
		return;
	to->bits = mem_realloc_array(NULL, from->n_words,
				     sizeof(*from->bits));
	to->n_words = from->n_words;
	memcpy(to->bits, from->bits, from->n_words * sizeof(*from->bits));
}

static bool
set_has(const SpeakerSet *set, SpeakerId id)
{
	uint32_t word = id / WORD_BITS;

	if (word >= set->n_words)
		return set->rest;
	return set->bits[word] >> (id % WORD_BITS) & 1;
}

static void
set_put(SpeakerSet *set, SpeakerId id, bool in)
{
	uint32_t word = id / WORD_BITS;
	uint64_t bit = (uint64_t)1 << (id % WORD_BITS);

	if (word >= set->n_words) {
		set->bits = mem_realloc_array(set->bits, word + 1,
					      sizeof(*set->bits));
		for (uint32_t i = set->n_words; i <= word; i++)
			set->bits[i] = set->rest ? UINT64_MAX : 0;
		set->n_words = word + 1;
	}
	if (in)
		set->bits[word] |= bit;
	else
		set->bits[word] &= ~bit;
}

/* True where everybody in the document so far is in. */
static bool
set_is_all(const SpeakerSet *set, const Document *doc)
{
	for (SpeakerId id = 0; id < doc_n_speakers(doc); id++)
		if (!set_has(set, id))
			return false;
	return true;
}

static bool
set_is_empty(const SpeakerSet *set, const Document *doc)
{
	for (SpeakerId id = 0; id < doc_n_speakers(doc); id++)
		if (set_has(set, id))
			return false;
	return true;
}

static bool
set_is_only(const SpeakerSet *set, const Document *doc, SpeakerId only)
{
	for (SpeakerId id = 0; id < doc_n_speakers(doc); id++)
		if (set_has(set, id) != (id == only))
			return false;
	return true;
}

/* True where somebody in the set says something. */
static bool
set_leaves_turns(const SpeakerSet *set, const Document *doc)
{
	for (SpeakerId id = 0; id < doc_n_speakers(doc); id++)
		if (set_has(set, id) && doc_speaker(doc, id)->turns > 0)
			return true;
	return false;
}

static bool
set_has_one_of_several(const SpeakerSet *set, const Document *doc, TurnId turn)
{
	SpeakerId ids[VOICES_MAX];
	uint32_t n = doc_turn_speakers(doc, turn, ids, VOICES_MAX);

	for (uint32_t i = 0; i < n && i < VOICES_MAX; i++)
		if (set_has(set, ids[i]))
			return true;
	return false;
}

/* True where one of the turn's speakers is in the set. */
static bool
set_has_turn(const SpeakerSet *set, const Document *doc, TurnId turn)
{
	const Turn *record = doc_turn(doc, turn);

	if (set_has(set, record->speaker))
		return true;
	return (record->flags & TURN_SEVERAL) != 0
		&& set_has_one_of_several(set, doc, turn);
}

/* True where somebody in the set says something of what matches. */
static bool
set_leaves_matched(const SpeakerSet *set, const Filter *filter,
		   const Document *doc)
{
	ParaId para = para_set_next(&filter->matched, 0);

	while (para != DOC_NONE) {
		TurnId turn = doc_para(doc, para)->turn;

		if (turn != DOC_NONE && set_has_turn(set, doc, turn))
			return true;
		para = turn == DOC_NONE ? para + 1 : doc_turn_end(doc, turn);
		para = para_set_next(&filter->matched, para);
	}
	return false;
}

static void
forget_matched(Filter *filter)
{
	para_set_done(&filter->matched);
	filter->matching = false;
}

/* What is seen: all while nothing is in force. */
static void
start_from_seen(Filter *filter)
{
	if (filter->on)
		return;
	set_all(&filter->in, true);
	forget_matched(filter);
}

/* What is shown is another set of turns now. */
static void
changed(Filter *filter)
{
	filter->version++;
	filter->n_counted = 0;
	filter->n_shown = 0;
}

void
filter_init(Filter *filter)
{
	*filter = (Filter){
		.in = { .rest = true },
		.before = { .rest = true },
	};
	names_init(&filter->carried);
	arena_init(&filter->names);
}

void
filter_done(Filter *filter)
{
	set_done(&filter->in);
	set_done(&filter->before);
	para_set_done(&filter->matched);
	names_done(&filter->carried);
	arena_done(&filter->names);
}

bool
filter_is_active(const Filter *filter, const Document *doc)
{
	return filter->on
		&& (filter->matching || !set_is_all(&filter->in, doc));
}

bool
filter_has_all(const Filter *filter, const Document *doc)
{
	return set_is_all(&filter->in, doc);
}

bool
filter_has(const Filter *filter, SpeakerId id)
{
	return set_has(&filter->in, id);
}

/* True where somebody says something in a turn. */
static bool
has_words(const Document *doc, TurnId turn)
{
	ParaId first = doc_turn(doc, turn)->first;

	return first < doc_n_paras(doc) && doc_para(doc, first)->turn == turn;
}

/* True where the set of paragraphs, if there is one, holds the turn. */
static bool
matches_turn(const Filter *filter, const Document *doc, TurnId turn)
{
	return !filter->matching
		|| (has_words(doc, turn)
		    && para_set_has(&filter->matched,
				    doc_turn(doc, turn)->first));
}

bool
filter_shows_turn(const Filter *filter, const Document *doc, TurnId turn)
{
	return !filter->on
		|| (matches_turn(filter, doc, turn)
		    && set_has_turn(&filter->in, doc, turn));
}

bool
filter_shows_matched(const Filter *filter, ParaId para)
{
	return !filter->on || !filter->matching
		|| para_set_has(&filter->matched, para);
}

bool
filter_shows(const Filter *filter, const Document *doc, ParaId para)
{
	TurnId turn;

	if (!filter->on)
		return true;
	if (!filter_shows_matched(filter, para))
		return false;
	turn = doc_para(doc, para)->turn;
	return turn == DOC_NONE || set_has_turn(&filter->in, doc, turn);
}

/* `para`, or the nearest one behind it (before it) that may be shown. */
static ParaId
skip(const Filter *filter, const Document *doc, ParaId para, bool backward)
{
	if (para == DOC_NONE || !filter->on || !filter->matching)
		return para;
	if (!backward)
		return para_set_next(&filter->matched, para);
	para = para_set_prev(&filter->matched, para);
	return para == DOC_NONE ? para : doc_para_head(doc, para);
}

ParaId
filter_next(const Filter *filter, const Document *doc, ParaId para)
{
	para = skip(filter, doc, para, false);
	while (para != DOC_NONE && !filter_shows(filter, doc, para))
		para = skip(filter, doc, doc_para_next(doc, para), false);
	return para;
}

ParaId
filter_prev(const Filter *filter, const Document *doc, ParaId para)
{
	para = skip(filter, doc, para, true);
	while (para != DOC_NONE && !filter_shows(filter, doc, para))
		para = skip(filter, doc, doc_para_prev(doc, para), true);
	return para;
}

/* True where turns are left to read, were `next` who is in. */
static bool
leaves_turns(const Filter *filter, const SpeakerSet *next, const Document *doc)
{
	return filter->on && filter->matching
		? set_leaves_matched(next, filter, doc)
		: set_leaves_turns(next, doc);
}

/*
 * Puts `next` in force and takes its memory; false, and no change, where it
 * leaves no turn to read.
 */
static bool
apply(Filter *filter, const Document *doc, SpeakerSet *next)
{
	if (!leaves_turns(filter, next, doc)) {
		set_done(next);
		return false;
	}
	start_from_seen(filter);
	set_done(&filter->in);
	filter->in = *next;
	filter->on = filter->matching || !set_is_all(&filter->in, doc);
	changed(filter);
	return true;
}

bool
filter_toggle(Filter *filter, const Document *doc, SpeakerId id)
{
	SpeakerSet next = { .rest = true };

	if (id >= doc_n_speakers(doc))
		return false;
	if (filter->on)
		set_copy(&next, &filter->in);
	set_put(&next, id, !set_has(&next, id));
	if (set_is_empty(&next, doc))
		set_all(&next, true);
	return apply(filter, doc, &next);
}

/* Keeps the set that is seen, for filter_only_or_back(). */
static void
keep_before(Filter *filter)
{
	start_from_seen(filter);
	set_copy(&filter->before, &filter->in);
	filter->has_before = true;
}

static bool
is_only(const Filter *filter, const Document *doc, SpeakerId id)
{
	return filter->on && set_is_only(&filter->in, doc, id);
}

bool
filter_only(Filter *filter, const Document *doc, SpeakerId id)
{
	SpeakerSet next = { .rest = false };

	if (id >= doc_n_speakers(doc))
		return false;
	set_put(&next, id, true);
	if (!leaves_turns(filter, &next, doc)) {
		set_done(&next);
		return false;
	}
	if (!is_only(filter, doc, id))
		keep_before(filter);
	return apply(filter, doc, &next);
}

bool
filter_only_or_back(Filter *filter, const Document *doc, SpeakerId id)
{
	SpeakerSet next = { .rest = true };

	if (!is_only(filter, doc, id))
		return filter_only(filter, doc, id);
	if (filter->has_before)
		set_copy(&next, &filter->before);
	filter->has_before = false;
	return apply(filter, doc, &next);
}

bool
filter_switch(Filter *filter, const Document *doc, bool on)
{
	if (on && !filter->matching && set_is_all(&filter->in, doc))
		return false;
	filter->on = on;
	changed(filter);
	return true;
}

void
filter_match(Filter *filter)
{
	start_from_seen(filter);
	para_set_done(&filter->matched);
	filter->matching = true;
	filter->on = true;
	changed(filter);
}

void
filter_match_all(Filter *filter, const Document *doc)
{
	forget_matched(filter);
	filter->on = filter->on && !set_is_all(&filter->in, doc);
	changed(filter);
}

/* Of these turns, those that are counted and shown. */
static uint32_t
count_shown(const Filter *filter, const Document *doc, TurnId first, TurnId end)
{
	uint32_t n = 0;

	for (TurnId turn = first; turn < end && turn < filter->n_counted;
	     turn++)
		n += filter_shows_turn(filter, doc, turn);
	return n;
}

/* The heading of the chapter that a paragraph is in. */
static bool
add_heading(Filter *filter, const Document *doc, ParaId para)
{
	ChapterId chapter = doc_para_chapter(doc, para);
	ParaId first;

	if (chapter == DOC_NONE)
		return false;
	first = doc_chapter(doc, chapter)->first;
	return doc_para(doc, first)->kind == PARA_HEADING
		&& para_set_add(&filter->matched, first, first + 1);
}

void
filter_add_turns(Filter *filter, const Document *doc, TurnId first, TurnId end)
{
	uint32_t before = count_shown(filter, doc, first, end);
	ParaId from = doc_turn(doc, first)->first;
	TurnId last = end - 1;

	while (last > first && !has_words(doc, last))
		last--;
	if (!has_words(doc, last)
	    || !para_set_add(&filter->matched, from, doc_turn_end(doc, last)))
		return;
	add_heading(filter, doc, from);
	filter->n_shown += count_shown(filter, doc, first, end) - before;
	filter->version++;
}

void
filter_add_para(Filter *filter, const Document *doc, ParaId para)
{
	if (!para_set_add(&filter->matched, para, doc_para_end(doc, para)))
		return;
	add_heading(filter, doc, para);
	filter->version++;
}

bool
filter_leaves(const Filter *filter, const Document *doc, TurnId first,
	      TurnId end)
{
	for (TurnId turn = first; turn < end; turn++)
		if (!filter->on || set_has_turn(&filter->in, doc, turn))
			return true;
	return false;
}

void
filter_renew(Filter *filter)
{
	para_set_done(&filter->matched);
	changed(filter);
}

/* In which of the two sets somebody was. */
enum FilterCarried { CARRIED_IN = 1, CARRIED_BEFORE = 2 };

static void
forget_carried(Filter *filter)
{
	names_done(&filter->carried);
	names_init(&filter->carried);
	arena_clear(&filter->names);
}

void
filter_carry(Filter *filter, const Document *before)
{
	bool in_rest = filter->in.rest, before_rest = filter->before.rest;

	filter_renew(filter);
	filter->n_carried = 0;
	if (filter->in.n_words == 0 && filter->before.n_words == 0)
		return;
	/* Who was carried and did not come as yet still may. */
	for (SpeakerId id = 0; id < doc_n_speakers(before); id++)
		names_put(&filter->carried,
			  arena_copy(&filter->names,
				     doc_speaker(before, id)->name),
			  (set_has(&filter->in, id) ? CARRIED_IN : 0u) |
				  (set_has(&filter->before, id)
					   ? CARRIED_BEFORE : 0u));
	set_all(&filter->in, in_rest);
	set_all(&filter->before, before_rest);
}

void
filter_grow(Filter *filter, const Document *doc)
{
	uint32_t n = doc_n_speakers(doc);

	if (filter->carried.count == 0 ||
	    (filter->n_carried == n && !doc->complete))
		return;
	for (; filter->n_carried < n; filter->n_carried++) {
		SpeakerId id = filter->n_carried;
		uint32_t sets = names_get(&filter->carried,
					  doc_speaker(doc, id)->name);

		if (sets == DOC_NONE)
			continue;
		set_put(&filter->in, id, sets & CARRIED_IN);
		set_put(&filter->before, id, sets & CARRIED_BEFORE);
	}
	if (doc->complete) {
		forget_carried(filter);
		if (!set_leaves_turns(&filter->in, doc))
			set_all(&filter->in, true);
	}
	changed(filter);
}

uint32_t
filter_turns(Filter *filter, const Document *doc)
{
	while (filter->n_counted < doc_n_turns(doc))
		filter->n_shown += filter_shows_turn(filter, doc,
						     filter->n_counted++);
	return filter->n_shown;
}
