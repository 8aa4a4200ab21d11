/*
 * Cue run: which cues are one paragraph, by sentence, pause and length.
 *
 * Knows the parts of a Draft, no speakers and no records.
 */
#ifndef FORMATS_CUE_RUN_H
#define FORMATS_CUE_RUN_H

#include <stdbool.h>
#include <stdint.h>

#include "formats/draft.h"

/* The cues that are one paragraph so far. */
typedef struct CueRun {
	bool open;		/* a cue may be joined to it */
	bool ended;		/* it ends a sentence */
	size_t chars;
	uint32_t end_ms;	/* the latest of its cues', or DOC_NONE */
} CueRun;

/* True where a part goes on in the paragraph of the cues before. */
bool
cue_run_joins(const CueRun *run, const DraftPart *part);

/* Takes a part up; `joins`: as cue_run_joins() says. */
void
cue_run_add(CueRun *run, const DraftPart *part, Slice text, bool joins);

/* The later of two times, either of which may be DOC_NONE. */
uint32_t
cue_run_later(uint32_t a_ms, uint32_t b_ms);

#endif
