/*
 * Filter: what is shown.
 *
 * Owns the set of speakers that are switched in, the set of paragraphs that
 * belong to what matches, and whether they are in force, both or none.  All
 * speakers are in at first; when the last one goes out all are in.  A turn of
 * several speakers is shown where one of them is in.  Speakers that appear
 * later in a growing document are in unless the set was made by "only".
 * Without a set of paragraphs narration and headings stay; with one, only what
 * is in it is shown, and it is filled as matches are found (narrow.h).
 */
#ifndef READING_FILTER_H
#define READING_FILTER_H

#include <stdbool.h>
#include <stdint.h>

#include "base/mem.h"
#include "document/document.h"
#include "document/speakers.h"
#include "reading/para_set.h"

typedef struct SpeakerSet {
	uint64_t *bits;
	uint32_t n_words;
	bool rest;		/* what holds for ids beyond the words */
} SpeakerSet;

typedef struct Filter {
	SpeakerSet in;
	SpeakerSet before;	/* to come back to from "only" */
	bool has_before;
	bool matching;		/* only what is in `matched` is shown */
	ParaSet matched;
	bool on;		/* false: these are kept but not in force */
	NameTable carried;	/* of another document: FilterCarried; its … */
	Arena names;		/* … names; of this one, speakers … */
	uint32_t n_carried;	/* … up to this were looked up */
	uint32_t version;	/* counts the changes of what is shown */
	uint32_t n_counted;	/* turns of which … */
	uint32_t n_shown;	/* … these are shown */
} Filter;

void
filter_init(Filter *filter);

void
filter_done(Filter *filter);

/* True where it is in force and may leave something out. */
bool
filter_is_active(const Filter *filter, const Document *doc);

/* True where everybody in the document so far is in (in force or not). */
bool
filter_has_all(const Filter *filter, const Document *doc);

/* True where speaker `id` is in the set (in force or not). */
bool
filter_has(const Filter *filter, SpeakerId id);

bool
filter_shows_turn(const Filter *filter, const Document *doc, TurnId turn);

bool
filter_shows(const Filter *filter, const Document *doc, ParaId para);

/* The same, were everybody in: it is in the set of paragraphs, if that holds. */
bool
filter_shows_matched(const Filter *filter, ParaId para);

/*
 * The first shown paragraph from `para` on, or the last one up to it; DOC_NONE
 * where there is none.  `para` may be DOC_NONE.
 */
ParaId
filter_next(const Filter *filter, const Document *doc, ParaId para);

ParaId
filter_prev(const Filter *filter, const Document *doc, ParaId para);

/*
 * The three ways to change the set; each puts it in force.  They begin with
 * the set that is seen: with all, where none is in force.  False, and no
 * change, where no turn would be left to read.
 */
bool
filter_toggle(Filter *filter, const Document *doc, SpeakerId id);

bool
filter_only(Filter *filter, const Document *doc, SpeakerId id);

/*
 * Only `id`; where that is so already, back to the set before filter_only()
 * or this function.
 */
bool
filter_only_or_back(Filter *filter, const Document *doc, SpeakerId id);

/* In force or not; false where there is nothing to put in force. */
bool
filter_switch(Filter *filter, const Document *doc, bool on);

/*
 * Shows only what is in a set of paragraphs from now on, which is empty, and
 * begins with the speakers that are seen.
 */
void
filter_match(Filter *filter);

/* Puts turns, or a paragraph, into the set. */
void
filter_add_turns(Filter *filter, const Document *doc, TurnId first, TurnId end);

void
filter_add_para(Filter *filter, const Document *doc, ParaId para);

/* Shows everything again of those who are in. */
void
filter_match_all(Filter *filter, const Document *doc);

/* True where it would show one of these turns, were they in the set. */
bool
filter_leaves(const Filter *filter, const Document *doc, TurnId first,
	      TurnId end);

/* Forgets what is known by records, so that the set of paragraphs is empty. */
void
filter_renew(Filter *filter);

/*
 * The document is another one, or another generation: who was in, in `before`,
 * is in by his name.  Then filter_grow(), each time that it has grown.
 */
void
filter_carry(Filter *filter, const Document *before);

void
filter_grow(Filter *filter, const Document *doc);

/* Turns that are shown.  O(turns) where the filter changed, else O(new ones). */
uint32_t
filter_turns(Filter *filter, const Document *doc);

#endif
