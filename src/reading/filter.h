/*
 * Filter: which turns are shown.
 *
 * Owns the set of speakers that are switched in and whether the set is in
 * force.  All are in at first; when the last one goes out all are in.  A turn
 * of several speakers is shown where one of them is in.  Narration and
 * headings stay.  Speakers that appear later in a growing document are in
 * unless the set was made by "only".
 */
#ifndef READING_FILTER_H
#define READING_FILTER_H

#include <stdbool.h>
#include <stdint.h>

#include "document/document.h"

typedef struct SpeakerSet {
	uint64_t *bits;
	uint32_t n_words;
	bool rest;		/* what holds for ids beyond the words */
} SpeakerSet;

typedef struct Filter {
	SpeakerSet in;
	SpeakerSet before;	/* to come back to from "only" */
	bool has_before;
	bool on;		/* false: `in` is kept but not in force */
	uint32_t version;	/* counts the changes of what is shown */
} Filter;

void
filter_init(Filter *filter);

void
filter_done(Filter *filter);

/* True where the set is in force and leaves somebody out. */
bool
filter_is_active(const Filter *filter, const Document *doc);

/* True where speaker `id` is in the set (in force or not). */
bool
filter_has(const Filter *filter, SpeakerId id);

bool
filter_shows_turn(const Filter *filter, const Document *doc, TurnId turn);

/* Narration and headings are always shown. */
bool
filter_shows(const Filter *filter, const Document *doc, ParaId para);

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

/* In force or not; false where there is no set to put in force. */
bool
filter_switch(Filter *filter, const Document *doc, bool on);

/* Turns that are shown.  O(turns); for the status line, ask when it changed. */
uint32_t
filter_turns(const Filter *filter, const Document *doc);

#endif
