/*
 * Pattern: what one searches for.  The one user of PCRE2.
 *
 * A pattern is a PCRE2 regular expression (UTF, UCP, JIT) or a literal, with
 * smart case: ignored unless the pattern holds an upper-case letter (that of
 * an escape such as \W is none).  `^` and `$` are the text's start and end.
 * Limits of steps, depth, memory and, in a long text, work are set, so that none
 * runs away.  Or it is pinyin, which pinyin.h matches.
 */
#ifndef READING_PATTERN_H
#define READING_PATTERN_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "base/slice.h"
#include "reading/fold.h"
#include "reading/scout.h"

enum PatternFlag {
	PATTERN_FIXED = 1,		/* literal */
	PATTERN_IGNORE_CASE = 2,	/* always */
	PATTERN_EXACT_CASE = 4,		/* never ignored */
	PATTERN_WORD = 8,		/* whole words; next to Han all are */
	PATTERN_PINYIN = 16,		/* pronounced so (pinyin.h), whatever else */
	PATTERN_EXACT_SCRIPT = 32,	/* not what is alike (fold.h) */
};

typedef struct Pattern Pattern;

/*
 * Compiles `source`, to match what is alike too (fold.h) unless exact.  NULL
 * with `err` set, in one sentence with the place in the pattern, where it is
 * not (yet) a regular expression.
 */
Pattern *
pattern_new(Slice source, unsigned flags, Err *err);

void
pattern_free(Pattern *pattern);

typedef enum PatternResult {
	PATTERN_FOUND,
	PATTERN_NONE,
	PATTERN_LIMIT,		/* a limit was reached before the end */
} PatternResult;

/*
 * The first match in `text` that begins at or after byte `from`, which stands
 * between characters.  A match is never empty.  Bytes that are no UTF-8 match
 * nothing.  Not for two threads at once.
 */
PatternResult
pattern_find(const Pattern *pattern, Slice text, size_t from,
	     size_t *ret_start, size_t *ret_len);

/* Where in a document it may match; NULL where that cannot be told. */
const Scout *
pattern_scout(const Pattern *pattern);

#endif
