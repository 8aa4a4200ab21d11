/*
 * Verb: the verbs of speaking that stand behind a name.
 */
#ifndef DOCUMENT_VERB_H
#define DOCUMENT_VERB_H

#include <stdbool.h>

#include "base/slice.h"

/* Takes the verb of `NAME 说` off the end, where one stands there. */
void
verb_strip(Slice *name);

/* True where what follows a name is indirect speech. */
bool
verb_goes_on(Slice rest);

/*
 * True where `line` begins with `name` and goes on in indirect speech without
 * a colon: `NAME 表示他…`.
 */
static inline bool
verb_is_indirect(Slice line, Slice name)
{
	line = slice_trim_start(line);
	return slice_starts(line, name) &&
	       verb_goes_on(slice_sub(line, name.len, SIZE_MAX));
}

#endif
