/*
 * Fold: a pattern rewritten so that it finds what is alike.
 *
 * Each character that stands for itself becomes a class of its variants
 * (variants.h), each regional word (人工智能: 人工智慧) a choice, a blank any
 * white space, `--` any long dash.  Syntax stays as it is; groups that are
 * added capture nothing, and a quantifier has its one character.
 *
 * Owns the dictionaries, which are opened by steps, or when the first pattern
 * needs them.  Where there are none, Han characters stand for themselves.
 */
#ifndef READING_FOLD_H
#define READING_FOLD_H

#include <stdbool.h>

#include "base/clock.h"
#include "base/slice.h"
#include "base/vec.h"

#define PATTERN_MAX 4096	/* bytes of a pattern */

typedef struct Fold Fold;

typedef enum FoldLevel {
	FOLD_WORDS,		/* all of it */
	FOLD_CHARACTERS,	/* one character for one */
} FoldLevel;

Fold *
fold_new(void);

void
fold_free(Fold *fold);

/* Opens the dictionaries, before they are needed. */
Progress
fold_step(Fold *fold, Deadline deadline);

/*
 * Appends the regular expression for `source`, which is one, or literal
 * (`fixed`).  False where it would be too long.
 */
bool
fold_pattern(Fold *fold, Slice source, bool fixed, FoldLevel level, Buf *out);

#endif
