/*
 * Whole word: a regular expression that matches whole words only.
 *
 * Between Han or kana there are no spaces, so every place next to one may be
 * an edge of a word.
 */
#ifndef READING_WHOLE_WORD_H
#define READING_WHOLE_WORD_H

#include <stdbool.h>

#include "base/vec.h"

/*
 * Appends the expression for words that `regex` matches.  `loose`: a word goes
 * on behind what is not seen.
 */
void
whole_word_append(Slice regex, bool loose, Buf *out);

#endif
