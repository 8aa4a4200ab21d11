/*
 * Shown script: the script in which a document is shown.
 *
 * A wish that whoever has a Shown lends it (shown_set_script), and the one
 * function for what has no Shown: names and titles.  Each paragraph is judged:
 * what is in that script already is shown as it is, and what does not tell
 * follows the document.
 */
#ifndef DOCUMENT_SHOWN_SCRIPT_H
#define DOCUMENT_SHOWN_SCRIPT_H

#include <stdbool.h>

#include "document/document.h"
#include "document/shown.h"
#include "text/script.h"

#define SHOWN_SCRIPT_SURVEY 65536	/* bytes by which a document is judged */
#define SHOWN_SCRIPT_MAX 131072		/* of a paragraph that waits for nobody */

typedef struct ShownScript {
	Script *script;		/* borrowed, open for `form`; NULL: as it is */
	ScriptForm form;	/* what is wanted */
	ScriptForm own;		/* the document's */
	size_t most;		/* bytes of a paragraph that is converted */
} ShownScript;

/*
 * The script of the document's first SHOWN_SCRIPT_SURVEY bytes; false where
 * they are not all there yet.
 */
bool
shown_script_survey(const Script *script, const Document *doc,
		    ScriptForm *ret);

/*
 * A name or a title as it is shown: itself, or in `out`, which is replaced.
 * `script` may be NULL.
 */
Slice
shown_script_text(const ShownScript *script, Slice text, Buf *out);

/* The same, appended to `out`. */
void
shown_script_append(const ShownScript *script, Slice text, Buf *out);

/* A document whose names and metadata are in that script. */
typedef struct ShownNames {
	Document doc;		/* all else is that of the one it was made of */
	Arena arena;
} ShownNames;

/* The document outlives it. */
void
shown_names_init(ShownNames *names, const ShownScript *script,
		 const Document *doc);

void
shown_names_done(ShownNames *names);

/*
 * What shown_build() does last: exchanges the visible text for the converted
 * one, and moves the spans.
 */
void
shown_script_convert(Shown *shown);

#endif
