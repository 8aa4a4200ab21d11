/*
 * Proposals: the labels of lines, kept from the survey to the build.
 *
 * Of each line of text it is remembered for good whether a label stands there;
 * the labels themselves, and what headings propose, only until the line is
 * built.  What does not fit is forgotten, and so is what moved with the text.
 */
#ifndef FORMATS_PROPOSALS_H
#define FORMATS_PROPOSALS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/slice.h"
#include "base/vec.h"
#include "document/survey.h"

/* Enough for the text before the first decision, see loader.h. */
#ifdef FANGTAN_TINY
#define PROPOSALS_MAX 4
#else
#define PROPOSALS_MAX 8192
#endif

typedef struct Proposal {
	const char *at;		/* where the line stood then, in the text */
	uint32_t line_no;
	bool heading;		/* it was surveyed as one */
	bool none;		/* but no label stands there */
	SurveyLabel label;	/* borrows from the line */
} Proposal;

typedef struct Proposals {
	ChunkVec bare;		/* bits, 64 each: text where no label stands */
	uint32_t count;
	uint32_t next;		/* the first of a line that is not built */
	Proposal list[PROPOSALS_MAX + 1];	/* by line; the last: room */
} Proposals;

void
proposals_init(Proposals *proposals);

void
proposals_done(Proposals *proposals);

/* The lines will be built from the first. */
static inline void
proposals_rewind(Proposals *proposals)
{
	proposals->next = 0;
}

/* Where the label of the next line goes that proposals_add() is told of. */
static inline SurveyLabel *
proposals_room(Proposals *proposals)
{
	return &proposals->list[proposals->count].label;
}

/* A line of text where no label stands. */
void
proposals_add_bare(Proposals *proposals, uint32_t line_no);

/* A line with that label (`proposed`), or with none. */
static inline void
proposals_add(Proposals *proposals, Slice line, uint32_t line_no, bool heading,
	      bool proposed)
{
	Proposal *last = &proposals->list[proposals->count];

	if (!proposed && !heading) {
		proposals_add_bare(proposals, line_no);
		return;
	}
	last->at = line.ptr;
	last->line_no = line_no;
	last->heading = heading;
	last->none = !proposed;
	proposals->count += proposals->count < PROPOSALS_MAX;
}

/*
 * What was proposed in a line, or heading, that is being built: *ret, or NULL
 * for nothing.  False: it is forgotten.
 */
bool
proposals_get(const Proposals *proposals, Slice line, uint32_t line_no, bool heading,
	      const SurveyLabel **ret);

/* The line is built, and so are all before it. */
static inline void
proposals_pass(Proposals *proposals, uint32_t line_no)
{
	if (proposals->count == 0)
		return;
	while (proposals->next < proposals->count &&
	       proposals->list[proposals->next].line_no <= line_no)
		proposals->next++;
	if (proposals->next == proposals->count)
		proposals->count = proposals->next = 0;
}

#endif
