/*
 * Question: what a turn asks, where the next speaker answers it.
 *
 * A question stands in the last sentences of its turn, ends in a question mark
 * and is long enough to be one: `Really?` is none.  Where roles are known, a
 * guest asks nothing, and what the host answers was not asked by the host.
 */
#ifndef READING_QUESTION_H
#define READING_QUESTION_H

#include <stdbool.h>
#include <stdint.h>

#include "document/document.h"
#include "document/shown.h"

typedef struct Question {
	ParaId para;
	uint32_t start;		/* source bytes of the paragraph */
	uint32_t end;
} Question;

/*
 * The question of a turn that is not the last of the document; false where it
 * asks nothing.  `shown` is for working in.  O(bytes of its last paragraphs).
 */
bool
question_find(const Document *doc, TurnId turn, Shown *shown, Question *ret);

/* Its visible text, behind what `out` holds. */
void
question_text(const Document *doc, const Question *question, Buf *out);

#endif
