/*
 * Hits: which paragraphs hold matches, and how many.
 *
 * One record for each paragraph with a match, and one for so many matches of
 * it, so that the memory is bounded by the document however often a pattern
 * matches.  The sums that depend on the filter are made in steps behind the
 * list and made anew when it changes; so are those of each speaker, which count
 * whether or not the filter leaves the speaker in.
 *
 * Invariant: sorted by paragraph; the first `counted` records have their
 * `shown_before`.  Does not know patterns or texts.
 */
#ifndef READING_HITS_H
#define READING_HITS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/vec.h"
#include "document/document.h"
#include "reading/filter.h"

typedef struct Hit {
	ParaId para;
	uint32_t n;		/* its matches, at least 1 */
	uint32_t shown_before;	/* shown matches of the hits before */
} Hit;

/* Matches of a paragraph between two that are found without those before. */
#ifdef FANGTAN_TINY
#define HITS_MARK 2
#else
#define HITS_MARK 256
#endif

/* How far one is in a paragraph behind a number of its matches. */
typedef struct HitMark {
	ParaId para;
	uint32_t n;
	uint32_t from;		/* bytes of its visible text */
} HitMark;

typedef struct Hits {
	ChunkVec list;		/* of Hit */
	ChunkVec marks;		/* of HitMark, sorted */
	ParaId end;		/* all paragraphs before were looked at */
	size_t counted;
	uint32_t shown;		/* matches of the counted ones */
	uint32_t hidden;
	ChunkVec speakers;	/* of uint32_t: matches in what each one says */
	uint32_t version;	/* another one when these are made anew */
} Hits;

void
hits_init(Hits *hits);

void
hits_done(Hits *hits);

void
hits_clear(Hits *hits);

/*
 * The paragraph at the end has at least `n` matches, the last of which ends
 * at byte `from`: marked where `n` is a multiple of HITS_MARK.
 */
void
hits_pass(Hits *hits, uint32_t n, uint32_t from);

/* The last mark behind at most `n` matches of `para`, be it its start. */
HitMark
hits_mark(const Hits *hits, ParaId para, uint32_t n);

/* The paragraph at the end has `n` matches (or none); the end is `next`. */
void
hits_add(Hits *hits, uint32_t n, ParaId next);

/* Hit `i`, which must exist. */
const Hit *
hits_at(const Hits *hits, size_t i);

/* The filter changed: forgets what was counted, not the hits. */
void
hits_uncount(Hits *hits);

/*
 * Counts some more hits; false where none is left to count.  `filter` may be
 * NULL: all are shown.
 */
bool
hits_count_step(Hits *hits, const Document *doc, const Filter *filter);

/* The first hit at or after `para`; the count where there is none. */
size_t
hits_from(const Hits *hits, ParaId para);

/* The shown matches of the paragraphs `from` to before `end`.  O(log). */
uint32_t
hits_between(const Hits *hits, ParaId from, ParaId end);

/*
 * The paragraph of the shown match `index` (from 0), which must be counted,
 * and which of its matches that is, from 0.  O(log).
 */
ParaId
hits_find(const Hits *hits, uint32_t index, uint32_t *ret_nth);

/* The matches in what a speaker says, be the speaker in or not. */
uint32_t
hits_of_speaker(const Hits *hits, SpeakerId id);

/*
 * The number, from 1, among the shown matches of match `nth` (from 0) of
 * `para`; 0 where it is hidden or not counted yet.
 */
uint32_t
hits_index(const Hits *hits, ParaId para, uint32_t nth);

#endif
