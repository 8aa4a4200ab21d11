/*
 * Script: Traditional and Simplified Chinese.  The one owner of OpenCC, which
 * is loaded, and whose dictionaries are opened, at the first use.
 *
 * Traditional is that of Taiwan with its words (s2twp), Simplified that of the
 * mainland with its words (tw2sp).  A conversion takes a text of the other
 * script: given its own, it may exchange words.  script_of_count() tells.
 */
#ifndef TEXT_SCRIPT_H
#define TEXT_SCRIPT_H

#include "base/err.h"
#include "base/slice.h"
#include "base/vec.h"
#include "text/script_chars.h"

typedef struct Script Script;

/* Opens nothing yet. */
Script *
script_new(void);

void
script_free(Script *script);

/*
 * Opens the dictionaries of a form, which takes 10 to 50 ms once.  Fails where
 * OpenCC or its dictionaries are not there.
 */
Status
script_open(Script *script, ScriptForm form, Err *err);

/* The characters that tell the scripts apart. */
const ScriptChars *
script_chars(const Script *script);

/*
 * The script of what was counted: the one that clearly outweighs the other,
 * else `otherwise`; SCRIPT_OTHER where there is much kana.
 */
ScriptForm
script_of_count(const ScriptCount *count, ScriptForm otherwise);

/*
 * Appends `text`, valid UTF-8, in a form that is open, and to `runs` (may be
 * NULL) the ScriptRuns between the two; `out` and `runs` are empty before.
 * Some megabytes a second.
 */
void
script_convert(Script *script, ScriptForm form, Slice text, Buf *out,
	       Buf *runs);

/* `Traditional (Taiwan)` or `Simplified`, translated. */
const char *
script_name(ScriptForm form);

#endif
