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

/* The set that is seen: all while it is not in force. */
static void
start_from_seen(Filter *filter)
{
	if (!filter->on)
		set_all(&filter->in, true);
}

void
filter_init(Filter *filter)
{
	*filter = (Filter){
		.in = { .rest = true },
		.before = { .rest = true },
	};
}

void
filter_done(Filter *filter)
{
	set_done(&filter->in);
	set_done(&filter->before);
}

bool
filter_is_active(const Filter *filter, const Document *doc)
{
	return filter->on && !set_is_all(&filter->in, doc);
}

bool
filter_has(const Filter *filter, SpeakerId id)
{
	return set_has(&filter->in, id);
}

static bool
shows_one_of_several(const Filter *filter, const Document *doc, TurnId turn)
{
	SpeakerId ids[VOICES_MAX];
	uint32_t n = doc_turn_speakers(doc, turn, ids, VOICES_MAX);

	for (uint32_t i = 0; i < n && i < VOICES_MAX; i++)
		if (set_has(&filter->in, ids[i]))
			return true;
	return false;
}

bool
filter_shows_turn(const Filter *filter, const Document *doc, TurnId turn)
{
	if (!filter->on)
		return true;
	const Turn *record = doc_turn(doc, turn);

	if (set_has(&filter->in, record->speaker))
		return true;
	return (record->flags & TURN_SEVERAL) != 0
		&& shows_one_of_several(filter, doc, turn);
}

bool
filter_shows(const Filter *filter, const Document *doc, ParaId para)
{
	TurnId turn = doc_para(doc, para)->turn;

	return turn == DOC_NONE || filter_shows_turn(filter, doc, turn);
}

/*
 * Puts `next` in force and takes its memory; false, and no change, where it
 * leaves no turn to read.
 */
static bool
apply(Filter *filter, const Document *doc, SpeakerSet *next)
{
	if (!set_leaves_turns(next, doc)) {
		set_done(next);
		return false;
	}
	set_done(&filter->in);
	filter->in = *next;
	filter->on = !set_is_all(&filter->in, doc);
	filter->version++;
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
	if (!set_leaves_turns(&next, doc)) {
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
	if (on && set_is_all(&filter->in, doc))
		return false;
	filter->on = on;
	filter->version++;
	return true;
}

uint32_t
filter_turns(const Filter *filter, const Document *doc)
{
	uint32_t count = 0;

	for (TurnId turn = 0; turn < doc_n_turns(doc); turn++)
		count += filter_shows_turn(filter, doc, turn);
	return count;
}
