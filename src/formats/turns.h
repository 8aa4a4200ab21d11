/*
 * Turns: who speaks, as the labels of a text come.
 *
 * Between the lines and the records: a label waits for its text, for without
 * one nobody spoke; names become speakers as the front matter says; and what a
 * TranslationPlan shows to be said a second time becomes the translation of
 * its turn.  Appends to a Document by its Assembly; borrows the rest.
 */
#ifndef FORMATS_TURNS_H
#define FORMATS_TURNS_H

#include <stdbool.h>
#include <stdint.h>

#include "document/evidence.h"
#include "document/translation.h"
#include "formats/assemble.h"
#include "formats/explain.h"
#include "text/yaml.h"

/* What a `<details>` block is. */
typedef enum TurnBlock {
	BLOCK_NONE,		/* none is open, or it is text like any other */
	BLOCK_OPEN,		/* its first text will tell */
	BLOCK_TRANSLATION,
} TurnBlock;

#define TURNS_KNOWN 16	/* speakers that are found at once */

/* Whom a candidate of the labels turned out to be. */
typedef struct TurnsKnown {
	uint32_t candidate;	/* DOC_NONE: none yet */
	SpeakerId speaker;
} TurnsKnown;

typedef struct Turns {
	Assembly assembly;
	const TranslationPlan *plan;
	Explain *explain;	/* or NULL */
	bool waiting;		/* a label was read, its text not yet */
	RulesLabel label;	/* that label */
	uint32_t label_line;
	TurnBlock block;
	Letters block_letters;	/* of the text of a block that translates */
	bool second;		/* the label was the translation's */
	Letters letters;	/* of what was last said, not translated */
	TurnsKnown known[TURNS_KNOWN];	/* by candidate */
} Turns;

/*
 * Plan and Explain are set by the caller, before the first label; the rest is
 * as for assemble_init().
 */
void
turns_init(Turns *turns, Document *doc, const YamlNode *people, bool derive);

void
turns_done(Turns *turns);

/* Remembers a label until its text comes. */
void
turns_label(Turns *turns, const RulesLabel *label, uint32_t line_no);

/*
 * A label in a block that translates, with the text behind it: true where it
 * only calls the speaker of the turn by his other name.
 */
bool
turns_take_label(Turns *turns, const RulesLabel *label, Slice text);

/*
 * True where indirect speech opens a turn: its speaker is known, and another
 * one spoke before.
 */
bool
turns_opens(const Turns *turns, const RulesLabel *label);

/* Nobody speaks what follows. */
void
turns_narration(Turns *turns);

/* A block begins; `stated`: it says that it is a translation. */
void
turns_begin_block(Turns *turns, bool stated);

void
turns_end_block(Turns *turns);

/* True where text that comes now, and no label, stands in a translation. */
bool
turns_translates(Turns *turns, Slice text);

/* A paragraph from `off`, open and empty, that begins with `text`. */
void
turns_para(Turns *turns, ParaKind kind, TextOff off, Slice text,
	   uint32_t line_no);

#endif
