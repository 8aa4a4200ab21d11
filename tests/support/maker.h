/*
 * Maker: small documents made by a test, paragraph by paragraph.
 *
 * Owns the Text and the Document.  Every paragraph is a line of its own in
 * the text, behind a blank one, as the readers of formats leave it.
 */
#ifndef SUPPORT_MAKER_H
#define SUPPORT_MAKER_H

#include "document/build.h"
#include "document/document.h"

typedef struct Maker {
	Text *text;
	Document *doc;
	TurnId turn;		/* of the next paragraphs */
	uint32_t line;
} Maker;

void
maker_init(Maker *maker);

void
maker_done(Maker *maker);

/* A new turn, of this speaker (from 0; made when first named). */
TurnId
maker_turn(Maker *maker, SpeakerId speaker);

/* What follows is narration. */
void
maker_narrate(Maker *maker);

/* A paragraph of the present turn, or narration. */
ParaId
maker_para(Maker *maker, const char *text);

ParaId
maker_kind(Maker *maker, ParaKind kind, const char *text);

/* A chapter with its heading; `title` NULL: derived, without one. */
ChapterId
maker_chapter(Maker *maker, unsigned level, const char *title);

/* The open paragraph goes on with these bytes. */
void
maker_grow(Maker *maker, const char *text);

/* No record will follow. */
void
maker_finish(Maker *maker);

/*
 * An interview of three persons in two languages: narration, 3 chapters (the
 * second begins inside a turn), 23 turns, banter of one row, paragraphs of
 * many, quotes, items, code, directions, links, emoji.  Complete.
 */
void
maker_interview(Maker *maker);

#endif
