/*
 * Excerpt: the stretch of the dialogue that is selected.
 *
 * A value: the unit (a cluster, a sentence, …) where the selection began, and
 * the one where it ends so far, both selected whole.  In offsets of the Text,
 * so that it stays what it was when rows, filter, script or the generation of
 * the document change.  It holds what paragraphs and headings say, never
 * names, times or markers.
 * Does not know the screen, or where a copy goes.
 */
#ifndef READING_EXCERPT_H
#define READING_EXCERPT_H

#include <stdbool.h>

#include "document/document.h"
#include "document/shown.h"
#include "reading/filter.h"

typedef struct ExcerptUnit {
	TextOff start;
	TextOff end;		/* may be the start: a place between two */
} ExcerptUnit;

typedef struct Excerpt {
	bool on;		/* false: nothing else holds */
	ExcerptUnit fixed;	/* where it began */
	ExcerptUnit moving;	/* where it ends so far, behind or before */
} Excerpt;

/* A stretch of the visible text of a paragraph, which is `shown`, as a unit. */
ExcerptUnit
excerpt_unit(const Document *doc, const Shown *shown, Match stretch);

void
excerpt_start(Excerpt *excerpt, ExcerptUnit unit);

/* It now reaches from where it began to all of `unit`. */
void
excerpt_extend(Excerpt *excerpt, ExcerptUnit unit);

/* False where nothing was selected. */
bool
excerpt_clear(Excerpt *excerpt);

/* From the first byte that is selected to behind the last. */
ExcerptUnit
excerpt_range(const Excerpt *excerpt);

/*
 * What of a paragraph is selected, a stretch of its visible text `shown`;
 * `len` 0: nothing.  A character that is selected in part is taken whole: one
 * may be shown as several in another script.  O(log).
 */
Match
excerpt_in_para(const Excerpt *excerpt, const Document *doc, ParaId para,
		const Shown *shown);

/*
 * Appends the text of it as it was written: what rows divide is whole, a blank
 * line stands between paragraphs, what the filter hides is left out, a control
 * character becomes U+FFFD.  False where `out` would be longer than its
 * maximum; then it holds the beginning.  Cost: O(bytes from end to end).
 */
bool
excerpt_text(const Excerpt *excerpt, const Document *doc,
	     const Filter *filter, Buf *out);

#endif
