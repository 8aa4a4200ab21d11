/*
 * Draft: what a file of a whole-file format says, before it is a Document.
 *
 * A parser (read_subtitles, read_json, read_yaml, read_xml) appends parts in
 * reading order and knows no Text, no records and no evidence; read_whole
 * makes a Document of them.  Owns copies of all it is given.
 *
 * Invariant: texts are valid UTF-8 without markup but for what `markup` says
 * (MARKUP_MARKDOWN: special characters are escaped, links are written as
 * [label](address)).
 */
#ifndef FORMATS_DRAFT_H
#define FORMATS_DRAFT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/mem.h"
#include "base/slice.h"
#include "base/vec.h"
#include "document/document.h"

#define DRAFT_PARTS_MAX 1000000

enum DraftFlag {
	DRAFT_TURN = 1,		/* begins a turn, also of the same speaker */
	DRAFT_CUE = 2,		/* a cue: joined with its neighbours by sentence
				   and pause into paragraphs */
	DRAFT_LABELS = 4,	/* the text may begin with a label (`Ann: …`),
				   to be decided by evidence */
	DRAFT_ORDERED = 8,	/* an item of a numbered list */
	DRAFT_NARRATION = 16,	/* nobody speaks */
	DRAFT_TRANSLATION = 32,	/* of the passage before it */
};

/* A paragraph, cue or heading. */
typedef struct DraftPart {
	ParaKind kind;		/* PARA_HEADING: begins a chapter */
	unsigned flags;		/* DraftFlag */
	unsigned level;		/* of a heading, item or quote; 0: none */
	const Slice *speakers;	/* as named in the file; none: as before */
	const SpeakerId *ids;	/* in place of names, where the draft is `own`:
				   numbers among Draft.speakers */
	uint32_t n_speakers;
	Slice text;
	Slice language;		/* of code; empty: not given */
	uint32_t start_ms;	/* DOC_NONE: not given */
	uint32_t end_ms;
	uint32_t turn_ms;	/* where the draft is `own`: start of the turn */
	uint32_t line;		/* of the source; 0: not known */
} DraftPart;

/* A speaker whom the file describes itself. */
typedef struct DraftSpeaker {
	Slice name;
	const Slice *aliases;
	uint32_t n_aliases;
	SpeakerRole role;
} DraftSpeaker;

typedef struct Draft {
	Arena arena;
	ChunkVec parts;		/* of DraftPart */
	ChunkVec speakers;	/* of DraftSpeaker, in the order of their ids */
	Document *meta;		/* title, date and keys: only its `meta` and
				   `names` are used, by doc_add_meta() */
	Markup markup;
	bool has_chapters;	/* chapters were said: derive none */
	bool full;		/* a part beyond DRAFT_PARTS_MAX was refused */
	bool own;		/* the interface's structure: parts are as they
				   are, no title is none, a heading without
				   words is a derived chapter */
} Draft;

void
draft_init(Draft *draft);

void
draft_done(Draft *draft);

/*
 * Appends a part; its strings are copied.  Trims nothing.  Beyond
 * DRAFT_PARTS_MAX it is left out, and read_whole refuses the file.
 */
void
draft_add(Draft *draft, const DraftPart *part);

/* A speaker in the order of his number, before the parts name him. */
void
draft_add_speaker(Draft *draft, const DraftSpeaker *speaker);

#endif
