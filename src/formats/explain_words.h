/*
 * Explain, its words: the one table from each reason to its sentence.
 */
#ifndef FORMATS_EXPLAIN_WORDS_H
#define FORMATS_EXPLAIN_WORDS_H

#include "document/evidence.h"
#include "formats/explain.h"

/* What a reason is called in JSON, and its sentence, not yet translated. */
typedef struct ExplainWords {
	const char *code;
	const char *sentence;
} ExplainWords;

/* What a line is refused for that has no form of a label. */
typedef enum ExplainMiss {
	EXPLAIN_MISS_SENTENCE,	/* punctuation of a sentence before the colon */
	EXPLAIN_MISS_ADDRESS,	/* `https://` */
	EXPLAIN_MISS_TIME,	/* `[12:30]` */
	EXPLAIN_MISS_HEADING,	/* a heading with a colon inside it */
	EXPLAIN_MISS_OTHER,
	EXPLAIN_MISSES
} ExplainMiss;

extern const ExplainWords EXPLAIN_NO_TEXT;	/* a label without speech */
extern const ExplainWords EXPLAIN_STATED;	/* the file names speakers */

const ExplainWords *
explain_form(LabelForm form);

const ExplainWords *
explain_form_why(FormWhy why);

const ExplainWords *
explain_rules_why(RulesWhy why);

const ExplainWords *
explain_name_why(NameWhy why);

/* `code` NULL where labels are looked for. */
const ExplainWords *
explain_place(unsigned place);

const ExplainWords *
explain_miss(ExplainMiss miss);

#endif
