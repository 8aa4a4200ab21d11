/*
 * Evidence: which proposed labels of a document are speakers.
 *
 * A Survey collects what the lines propose, whoever else speaks for it (front
 * matter), and how much text there is.  From it evidence_decide() makes Rules:
 * the forms that are established in this document, and for each name the
 * speaker it stands for.  Weighed are form, repetition, coverage, alternation,
 * the look of the name and the front matter; repetition alone proves nothing.
 *
 * Invariant: Rules depend on the lines surveyed, not on how they were cut.
 * Memory: at most SURVEY_NAMES_MAX distinct names.
 */
#ifndef DOCUMENT_EVIDENCE_H
#define DOCUMENT_EVIDENCE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/slice.h"
#include "document/label.h"

#define SURVEY_NAMES_MAX 65536

typedef struct Survey Survey;
typedef struct Rules Rules;

Survey *
survey_new(void);

void
survey_free(Survey *survey);

/* A line where a label may stand; `starts`: it begins a paragraph. */
void
survey_line(Survey *survey, Slice line, uint32_t line_no, bool starts);

/* A name that the front matter gives. */
void
survey_hint(Survey *survey, Slice name);

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
	Slice speaker;		/* the name to show */
	Slice alias;		/* how this label calls him, where otherwise */
	size_t text;		/* offset in the line where the speech begins */
	bool indirect;		/* no label: the line itself is the speech */
	bool pseudo;		/* nobody: a break */
} RulesLabel;

/* The label that a line begins with by these rules; false: none. */
bool
rules_read(const Rules *rules, Slice line, RulesLabel *ret);

#endif
