/*
 * Weight: what speaks for a form of labels in one document.
 *
 * Weighed are the look of its names, how often they come again, how much of the
 * document they cover, whether they take turns, and the front matter.
 */
#ifndef DOCUMENT_WEIGHT_H
#define DOCUMENT_WEIGHT_H

#include <stdbool.h>
#include <stdint.h>

#include "document/evidence.h"
#include "document/survey.h"

typedef struct FormVerdict {
	FormWhy why;		/* what establishes it, if anything does */
	bool dense;		/* it stands on most of the paragraphs */
} FormVerdict;

FormVerdict
weight_form(const Survey *survey, LabelForm form);

/*
 * The same of the forms that differ in their marks alone (`**Ann:**`, `**Bob**:`,
 * `Cy:`) taken together, for a document that mixes them.
 */
FormVerdict
weight_mixed(const Survey *survey);

/* True where a form is one of these, and most of its names come again. */
bool
weight_joins(const Survey *survey, LabelForm form);

/* True where `part` of `whole` is at least `percent`. */
bool
weight_covers(uint32_t part, uint32_t whole, uint32_t percent);

#endif
