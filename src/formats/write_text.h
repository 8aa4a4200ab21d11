/*
 * Write text: a document as text to be read, wrapped.
 *
 * Title and date; each heading; each turn as its speaker's name alone on a
 * line and the paragraphs below it, indented by two columns; a blank line
 * between paragraphs and between turns.  Of a selection, only what it takes.
 * Derived chapters have no heading: their words follow anyway.
 */
#ifndef FORMATS_WRITE_TEXT_H
#define FORMATS_WRITE_TEXT_H

#include "document/selection.h"
#include "document/stats.h"
#include "formats/out.h"

typedef struct TextStyle {
	uint32_t width;		/* columns; 0: do not wrap */
	bool color;		/* bold names, marked matches */
} TextStyle;

void
write_text(Out *out, const Document *doc, const Selection *sel,
	   const TextStyle *style);

/*
 * One line for each paragraph that holds a match of the selection:
 * `PATH:TURN:SPEAKER: text`, `-` for both in narration and headings.  With
 * context all paragraphs of its groups, `PATH-TURN-SPEAKER- text` where nothing
 * matches, and `--` between groups, those of documents before too.
 */
void
write_text_matches(Out *out, const char *path, const Document *doc,
		   const Selection *sel, const TextStyle *style);

/*
 * `id level first_turn turns title`, tabs between, one chapter a line; titles
 * in that script (may be NULL).
 */
void
write_text_chapters(Out *out, const Document *doc, const ShownScript *script);

/* `id name role turns characters share`, tabs between, one a line. */
void
write_text_speakers(Out *out, const Document *doc, const Stats *stats);

#endif
