/*
 * Fold: a pattern rewritten so that it finds what is alike (variants.h).
 *
 * Each character that stands for itself becomes a class of its variants, each
 * word that has others a choice (人工智能: 人工智慧, kg: ㎏), a blank any white
 * space, `--` any long dash.  Words that follow each other are chosen each by
 * itself.  What is not seen (unseen.h) counts for nothing.  Syntax stays as it
 * is; groups that are added capture nothing, and a quantifier has its one
 * character.
 */
#ifndef READING_FOLD_H
#define READING_FOLD_H

#include <stdbool.h>

#include "base/slice.h"
#include "base/vec.h"

#define PATTERN_MAX 4096	/* bytes of a pattern */

typedef enum FoldLevel {
	FOLD_WORDS,		/* all of it */
	FOLD_CHARACTERS,	/* one character for one */
	FOLD_NOTHING,		/* each for itself */
} FoldLevel;

/* How a pattern is read. */
typedef struct FoldHow {
	FoldLevel level;
	bool fixed;		/* it is literal, no regular expression */
	bool caseless;		/* it will match whatever the case */
	bool loose;		/* what is not seen may stand inside of words */
} FoldHow;

/*
 * Appends the regular expression for `source`.  False where it would be too
 * long.
 */
bool
fold_pattern(Slice source, FoldHow how, Buf *out);

#endif
