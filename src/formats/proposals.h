/*
 * Proposals: the labels of lines, kept from the survey to the build.
 *
 * It is remembered for good in which lines no label stands, being what their
 * marks make them; labels, only until the line is built.  What does not fit is
 * forgotten, and so is what moved with the text.
 */
#ifndef FORMATS_PROPOSALS_H
#define FORMATS_PROPOSALS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/slice.h"
#include "base/vec.h"
#include "document/survey.h"

/*
 * Room for labels, at first and at most: enough for the text before the first
 * decision, see loader.h.  Powers of two.
 */
#ifdef FANGTAN_TINY
#define PROPOSALS_FIRST 2
#define PROPOSALS_MAX 4
#else
#define PROPOSALS_FIRST 64
#define PROPOSALS_MAX 8192
#endif

/* As what a line is surveyed, or built. */
typedef enum ProposalKind {
	PROPOSAL_TEXT,
	PROPOSAL_HEADING,	/* by its mark */
	PROPOSAL_TITLE,		/* a heading, by the line below or in bold */
} ProposalKind;

typedef struct Proposal {
	const char *at;		/* where the line stood then, in the text */
	uint32_t line_no;
	ProposalKind kind;
	SurveyLabel label;	/* borrows from the line */
} Proposal;

typedef struct Proposals {
	ChunkVec bare;		/* bits, 64 each: a line where none stands */
	Proposal *list;		/* by line */
	uint32_t room;
	uint32_t count;		/* less than PROPOSALS_MAX */
	uint32_t next;		/* the first of a line that is not built */
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

/* Makes more room; only for proposals_room(). */
void
proposals_grow(Proposals *proposals);

/* Where the label of the next line goes that proposals_add() is told of. */
static inline SurveyLabel *
proposals_room(Proposals *proposals)
{
	if (proposals->count == proposals->room)
		proposals_grow(proposals);
	return &proposals->list[proposals->count].label;
}

/* A line where no label stands; no PROPOSAL_TITLE. */
void
proposals_add_bare(Proposals *proposals, uint32_t line_no);

/* A line with that label. */
static inline void
proposals_add(Proposals *proposals, Slice line, uint32_t line_no,
	      ProposalKind kind)
{
	Proposal *last = &proposals->list[proposals->count];

	last->at = line.ptr;
	last->line_no = line_no;
	last->kind = kind;
	proposals->count += proposals->count + 1 < PROPOSALS_MAX;
}

/*
 * What was proposed in a line that is being built: *ret, or NULL for nothing.
 * False: it is forgotten.
 */
bool
proposals_get(const Proposals *proposals, Slice line, uint32_t line_no,
	      ProposalKind kind, const SurveyLabel **ret);

/* Forgets the labels of the lines that are passed. */
static inline void
proposals_trim(Proposals *proposals)
{
	proposals->count -= proposals->next;
	if (proposals->count > 0 && proposals->next > 0)
		memmove(proposals->list, proposals->list + proposals->next,
			proposals->count * sizeof(*proposals->list));
	proposals->next = 0;
}

/* The line is built, and so are all before it. */
static inline void
proposals_pass(Proposals *proposals, uint32_t line_no)
{
	while (proposals->next < proposals->count &&
	       proposals->list[proposals->next].line_no <= line_no)
		proposals->next++;
}

#endif
