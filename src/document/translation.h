/*
 * Translation: where a document says everything twice.
 *
 * From the sequence of units that a Survey noted, and the Rules on its labels,
 * translation_decide() tells whether nearly all turns are followed by their
 * translation, and how: in `<details>` blocks, under a second label (`Trump: …`,
 * `特朗普：…`), or paragraph by paragraph.  Only where the scripts of the two
 * differ throughout: who merely speaks another language is nobody's
 * translation.
 *
 * Invariant: a plan depends on the lines surveyed, not on how they were cut.
 */
#ifndef DOCUMENT_TRANSLATION_H
#define DOCUMENT_TRANSLATION_H

#include <stdbool.h>

#include "base/slice.h"
#include "base/vec.h"
#include "document/evidence.h"
#include "document/letters.h"
#include "document/speakers.h"
#include "document/survey.h"

typedef enum TranslationForm {
	TRANSLATION_NONE,
	TRANSLATION_BLOCKS,	/* a block of other letters behind each turn */
	TRANSLATION_LABELS,	/* a turn of other letters behind each turn */
	TRANSLATION_PARAS,	/* a paragraph behind each paragraph */
} TranslationForm;

typedef struct TranslationPlan {
	TranslationForm form;
	Letters from;		/* of labels and paragraphs: what is said … */
	Letters to;		/* … and what translates it */
	ChunkVec names;		/* of NamePair */
	NameTable by_name;	/* what a translation calls one: his pair */
} TranslationPlan;

/* What a translation calls a speaker. */
typedef struct NamePair {
	Slice name;
	Slice translated;
} NamePair;

void
translation_init(TranslationPlan *plan);

void
translation_done(TranslationPlan *plan);

/*
 * Fills a plan; its names are borrowed from the survey.  What heads the
 * translations is a label, whatever the rules thought of it.
 */
void
translation_decide(TranslationPlan *plan, const Survey *survey, Rules *rules);

bool
translation_equal(const TranslationPlan *a, const TranslationPlan *b);

/* The name of which `name` is the translation, or `name` itself. */
Slice
translation_name(const TranslationPlan *plan, Slice name);

#endif
