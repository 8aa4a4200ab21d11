/*
 * Selection: what of a document is to be printed.
 *
 * A value that the command line makes and the writers ask; it owns nothing.
 * Writers of data (JSON, YAML) leave the script as it is.
 * With all fields at SELECTION_ALL everything is taken.
 */
#ifndef DOCUMENT_SELECTION_H
#define DOCUMENT_SELECTION_H

#include "document/document.h"
#include "document/shown_script.h"

/* Paragraphs that are printed together. */
typedef struct ParaRun {
	ParaId first, end;
} ParaRun;

typedef struct Selection {
	const SpeakerId *speakers;	/* only their turns, no narration */
	uint32_t n_speakers;		/* 0: of everybody, and narration */
	ChapterId chapter;		/* DOC_NONE: of all */
	TurnId turn;			/* DOC_NONE: all */
	ParaId para;			/* nothing else; DOC_NONE: all */
	const Match *matches;		/* sorted; NULL: not asked for */
	uint32_t n_matches;		/* only passages that hold one */
	const ParaRun *groups;		/* matches with their context, sorted */
	uint32_t n_groups;		/* NULL: without context */
	const ShownScript *script;	/* in which text is printed, or NULL */
} Selection;

#define SELECTION_ALL ((Selection){ .chapter = DOC_NONE, .turn = DOC_NONE, \
				    .para = DOC_NONE })

/* True where the selection takes part of the document only. */
bool
selection_is_part(const Selection *sel);

/*
 * True where the passage is taken (for its own sake, matches aside).  It is
 * narrowed to the one paragraph of it where only that is.
 */
bool
selection_takes(const Selection *sel, const Document *doc, Passage *passage);

/*
 * True where the passage is written: it is taken, and (matches asked for) its
 * turn, or the narration itself, holds one.  With context: it is in a group,
 * whoever speaks.
 */
bool
selection_prints(const Selection *sel, const Document *doc, Passage *passage);

/* Headings: all of the whole, that of the chapter asked for, on a match. */
bool
selection_prints_heading(const Selection *sel, const Document *doc,
			 ParaId heading);

/* The number of the group that holds a paragraph, or DOC_NONE. */
uint32_t
selection_group(const Selection *sel, ParaId para);

/* The matches in paragraphs `first` to before `end`; *ret_n of them. */
const Match *
selection_matches(const Selection *sel, ParaId first, ParaId end,
		  uint32_t *ret_n);

#endif
