/*
 * Evidence: which proposed labels of a document are speakers.
 *
 * From a Survey evidence_decide() makes Rules: the forms that are established in
 * this document, and for each name the speaker, or speakers, it stands for.
 * Weighed are form, repetition, coverage, alternation, the look of the name and
 * the front matter; repetition alone proves nothing.
 *
 * Invariant: Rules depend on the lines surveyed, not on how they were cut.
 */
#ifndef DOCUMENT_EVIDENCE_H
#define DOCUMENT_EVIDENCE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/slice.h"
#include "document/survey.h"

#define RULES_VOICES_MAX 8	/* speakers of one label */

typedef struct Rules Rules;

/* What the lines so far mean; the Rules borrow from the Survey. */
Rules *
evidence_decide(const Survey *survey);

void
rules_free(Rules *rules);

/* True where both take the surveyed names for the same speakers. */
bool
rules_equal(const Survey *survey, const Rules *a, const Rules *b);

/* The line of the first label that the rules take; UINT32_MAX: none. */
uint32_t
rules_first_line(const Rules *rules);

typedef struct RulesLabel {
	Slice speakers[RULES_VOICES_MAX];	/* the names to show */
	uint32_t n_speakers;	/* 0 of a break */
	Slice alias;		/* how this label calls him, where otherwise */
	size_t text;		/* offset in the line where the speech begins */
	uint32_t time_ms;	/* UINT32_MAX: none */
	bool indirect;		/* no label: the line itself is the speech */
	bool pseudo;		/* nobody: a break */
} RulesLabel;

/* The label that a line, or a heading, begins with by these rules. */
bool
rules_read(const Rules *rules, Slice line, bool heading, RulesLabel *ret);

#endif
