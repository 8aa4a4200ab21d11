/*
 * Outline: what the chapters pane lists, in reading order.
 *
 * The chapters where there are two or more, else the questions, else sections
 * of about ten minutes or 3,000 characters; outline_switch() goes to the other
 * list.  Questions and sections are found in steps as the document grows, and
 * only appended; a new generation starts anew.  Borrows the document; stores
 * no text.
 */
#ifndef READING_OUTLINE_H
#define READING_OUTLINE_H

#include "base/clock.h"
#include "document/document.h"
#include "document/shown.h"

typedef enum OutlineKind {
	OUTLINE_CHAPTERS,
	OUTLINE_QUESTIONS,
	OUTLINE_SECTIONS,
} OutlineKind;

typedef struct Outline {
	const Document *doc;	/* borrowed */
	bool other;		/* the list that is not shown at first */
	uint16_t highest;	/* level of a chapter so far */
	ChapterId next_chapter;	/* whose level is not looked at yet */
	TurnId next_turn;	/* not looked into yet; so on */
	ParaId next_para;
	uint64_t characters;	/* of the last section */
	ChunkVec questions;	/* of Question */
	ChunkVec sections;	/* of Section */
	Shown shown;
} Outline;

void
outline_init(Outline *outline);

void
outline_done(Outline *outline);

/* The document is this one now; which list is shown stays. */
void
outline_set_document(Outline *outline, const Document *doc);

/* Takes in what the document has become. */
Progress
outline_step(Outline *outline, Deadline deadline);

/* What is listed now. */
OutlineKind
outline_kind(const Outline *outline);

/* Lists the other thing; false where there is no other. */
bool
outline_switch(Outline *outline);

/* How many entries there are so far; 0 only before a paragraph has ended. */
uint32_t
outline_count(const Outline *outline);

/* Where entry `i` begins. */
ParaId
outline_para(const Outline *outline, uint32_t i);

/* The entry that holds a paragraph, or DOC_NONE before the first.  O(log). */
uint32_t
outline_at(const Outline *outline, ParaId para);

/*
 * The entry's title, replacing `out`, and its depth, 0 for the highest level
 * of chapters in the document.
 */
void
outline_title(const Outline *outline, uint32_t i, Buf *out, int *ret_depth);

#endif
