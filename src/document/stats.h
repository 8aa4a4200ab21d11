/*
 * Stats: how much each speaker says, counted in steps as the document grows.
 *
 * Counts code points of the visible text of speech, without white space and
 * without paragraphs that are stage directions.  A turn of several counts for
 * each.  A new generation starts anew.
 */
#ifndef DOCUMENT_STATS_H
#define DOCUMENT_STATS_H

#include "base/clock.h"
#include "document/document.h"
#include "document/shown.h"

typedef struct Stats {
	const Document *doc;	/* borrowed */
	ParaId next;		/* the first paragraph not counted yet */
	uint64_t *characters;	/* by speaker */
	uint32_t n_speakers;	/* room in `characters` */
	uint64_t total;		/* their sum */
	Shown shown;
} Stats;

void
stats_init(Stats *stats);

void
stats_done(Stats *stats);

/* Counts on in `doc`; anew where it is another document than before. */
Progress
stats_step(Stats *stats, const Document *doc, Deadline deadline);

uint64_t
stats_characters(const Stats *stats, SpeakerId speaker);

/* Of what everybody said so far, 0 to 1. */
double
stats_share(const Stats *stats, SpeakerId speaker);

#endif
