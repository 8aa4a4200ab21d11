/*
 * Document: one transcript as records over its Text.
 *
 * Owns the records (speakers, chapters, turns, paragraphs) and the metadata;
 * borrows the Text.  Records are appended, never moved or edited, but for the
 * last paragraph, which may still grow (`open`).  A consumer keeps a cursor
 * and reads from it to the count.  Where later text shows that labels were
 * read wrongly, a whole new Document with the next `generation` is built over
 * the same Text, and places are carried across by text offset.
 *
 * Invariants: ids are dense, count from 0 and follow the reading order; a
 * paragraph's bytes are contiguous, at most PARA_MAX, and in one turn and one
 * chapter.  A longer one goes on in the next record, which has PARA_PART; the
 * chain is one paragraph to whoever steps by doc_para_next().  A translation
 * (PARA_TRANSLATION) stands behind what it translates, in the same turn, which
 * never begins with one; it is read and searched, but not counted.
 *
 * Does not know files, formats, layout or what is shown of a paragraph
 * (shown.h).  The numbers that a user sees are ids plus 1.
 */
#ifndef DOCUMENT_DOCUMENT_H
#define DOCUMENT_DOCUMENT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "base/mem.h"
#include "base/slice.h"
#include "base/vec.h"
#include "document/definitions.h"
#include "text/text.h"

typedef uint32_t ParaId;
typedef uint32_t TurnId;
typedef uint32_t ChapterId;
typedef uint32_t SpeakerId;

#define DOC_NONE UINT32_MAX	/* no such id; of a time: not known */

#ifdef FANGTAN_TINY
#define PARA_MAX 64
#else
#define PARA_MAX 65536
#endif

typedef enum ParaKind {
	PARA_TEXT,
	PARA_DIRECTION,		/* a stage direction that stands alone */
	PARA_QUOTE,
	PARA_ITEM,
	PARA_CODE,
	PARA_TABLE,
	PARA_HEADING,		/* of a chapter; belongs to no passage */
} ParaKind;

enum ParaFlag {
	PARA_PART = 1,		/* goes on where the record before ends */
	PARA_ORDERED = 2,	/* an item of a numbered list */
	PARA_MARKER = 4,	/* a quote mark or indent stands on each line */
	PARA_TRANSLATION = 8,	/* says again, in another language, what was
				   said in its passage */
};

typedef struct Para {
	uint32_t off_low;	/* text offset, 48 bits: para_off() */
	uint16_t off_high;
	uint8_t kind : 4;
	uint8_t level : 4;	/* depth of a heading, quote or item, from 1 */
	uint8_t flags;
	uint32_t len;		/* source bytes, its line ends included */
	TurnId turn;		/* DOC_NONE: narration, or a heading */
	uint32_t line;		/* of the source, from 1 */
} Para;

enum TurnFlag {
	TURN_SEVERAL = 1,	/* more speakers are listed in doc->voices */
};

typedef struct Turn {
	ParaId first;		/* may be the count of paras: none yet */
	uint32_t line;		/* of its label */
	SpeakerId speaker : 31;	/* the first of its speakers */
	uint32_t flags : 1;
} Turn;

/* When a paragraph or turn is said; only of those that the source times. */
typedef struct Timing {
	uint32_t id;
	uint32_t start_ms;	/* DOC_NONE: not known */
	uint32_t end_ms;
} Timing;

/* What a paragraph of code is written in; only where the source says it. */
typedef struct Language {
	ParaId para;
	Slice name;		/* see doc_set_language() */
} Language;

enum ChapterFlag {
	CHAPTER_DERIVED = 1,	/* has no heading in the source */
};

typedef struct Chapter {
	ParaId first;		/* its heading, or its first paragraph */
	uint16_t level;
	uint16_t flags;
} Chapter;

typedef enum SpeakerRole { SPEAKER_UNKNOWN, SPEAKER_HOST, SPEAKER_GUEST } SpeakerRole;

typedef struct SpeakerAlias {
	Slice name;
	struct SpeakerAlias *next;
} SpeakerAlias;

typedef struct Speaker {
	Slice name;
	SpeakerAlias *aliases;	/* in order of first appearance */
	uint32_t turns;
	uint32_t role;		/* SpeakerRole */
} Speaker;

/* One more speaker of a turn with TURN_SEVERAL; sorted by turn. */
typedef struct Voice {
	TurnId turn;
	SpeakerId speaker;
} Voice;

/* One key of the front matter; nested maps as `a.b`. */
typedef struct MetaEntry {
	Slice key;
	Slice *values;
	uint32_t n_values;
	bool list;		/* written as a list, even of one */
	struct MetaEntry *next;
} MetaEntry;

typedef struct Meta {
	Slice title;		/* ptr NULL: none */
	Slice date;		/* ISO 8601; ptr NULL: none */
	MetaEntry *entries;	/* all other keys, in their order */
	const Err *fault;	/* what was wrong in them and repaired, or NULL */
} Meta;

/* What of a paragraph's bytes is markup. */
typedef enum Markup {
	MARKUP_LINKS,		/* nothing but [text](address) */
	MARKUP_MARKDOWN,
} Markup;

typedef struct Document {
	Text *text;		/* borrowed */
	Arena names;		/* names and metadata */
	ChunkVec paras;		/* of Para; so on */
	ChunkVec turns;
	ChunkVec chapters;
	ChunkVec speakers;
	ChunkVec voices;
	ChunkVec para_times;	/* of Timing, sorted by id */
	ChunkVec turn_times;
	ChunkVec languages;	/* of Language, sorted by para */
	Para *open;		/* the last one, while it may grow; or NULL */
	Meta meta;
	Markup markup;
	Defined defined;	/* where links lead by their labels; shared */
	uint32_t generation;
	bool complete;		/* no record will follow */
} Document;

/*
 * A position in the text: a source byte of a (whole) paragraph, and which of
 * the rows that belong to it: the gap above, the name, the text.  Rows of the
 * gap and the name stand before byte 0.
 */
typedef enum AnchorPart { ANCHOR_GAP, ANCHOR_NAME, ANCHOR_TEXT } AnchorPart;

typedef struct Anchor {
	ParaId para;
	uint32_t byte;
	AnchorPart part;
} Anchor;

/* A stretch of the visible text of a paragraph (bytes of its Shown). */
typedef struct Match {
	ParaId para;
	uint32_t start;
	uint32_t len;
} Match;

/*
 * Paragraphs of one turn in one chapter, their translations among them, or
 * narration between two.
 */
typedef struct Passage {
	ParaId first;
	ParaId end;		/* behind the last */
	TurnId turn;		/* DOC_NONE: narration */
	ChapterId chapter;	/* DOC_NONE: before the first */
} Passage;

/* `text`, `direction`, …: as the interface calls them. */
const char *
doc_kind_name(ParaKind kind);

Document *
doc_new(Text *text, uint32_t generation);

void
doc_free(Document *doc);

/* The memory of its records, names and metadata; the Text is not its own. */
size_t
doc_bytes(const Document *doc);

/* Records by id, which must exist; valid for the life of the Document. */
static inline const Para *
doc_para(const Document *doc, ParaId id)
{
	return vec_at(&doc->paras, id);
}

static inline const Turn *
doc_turn(const Document *doc, TurnId id)
{
	return vec_at(&doc->turns, id);
}

const Chapter *
doc_chapter(const Document *doc, ChapterId id);

const Speaker *
doc_speaker(const Document *doc, SpeakerId id);

static inline uint32_t
doc_n_paras(const Document *doc)
{
	return (uint32_t)doc->paras.count;
}

static inline uint32_t
doc_n_turns(const Document *doc)
{
	return (uint32_t)doc->turns.count;
}

uint32_t
doc_n_chapters(const Document *doc);

uint32_t
doc_n_speakers(const Document *doc);

static inline TextOff
para_off(const Para *para)
{
	return (TextOff)para->off_high << 32 | para->off_low;
}

/* True of a paragraph's translation, or a part of one. */
static inline bool
para_is_translation(const Para *para)
{
	return para->flags & PARA_TRANSLATION;
}

/* The whole paragraph that `id` is a part of: its first record. */
ParaId
doc_para_head(const Document *doc, ParaId id);

/* The record behind the paragraph of `id`, as doc_turn_end(). */
ParaId
doc_para_end(const Document *doc, ParaId id);

/* The paragraph after, before the one of `id`; DOC_NONE at the ends. */
ParaId
doc_para_next(const Document *doc, ParaId id);

ParaId
doc_para_prev(const Document *doc, ParaId id);

/* The chapter that holds a paragraph; DOC_NONE before the first.  O(log n). */
ChapterId
doc_para_chapter(const Document *doc, ParaId id);

/* The chapter that begins with this paragraph, or DOC_NONE. */
ChapterId
doc_chapter_at(const Document *doc, ParaId id);

/* The first turn that begins at or after a paragraph; the count if none. */
TurnId
doc_turn_from(const Document *doc, ParaId id);

/* The paragraph behind the last of a turn (headings inside are within). */
ParaId
doc_turn_end(const Document *doc, TurnId id);

/* When a paragraph begins, a turn begins and ends; DOC_NONE: not known. */
uint32_t
doc_para_time(const Document *doc, ParaId id);

uint32_t
doc_turn_time(const Document *doc, TurnId id);

uint32_t
doc_turn_end_time(const Document *doc, TurnId id);

/* What a paragraph of code is written in; the empty slice: not known. */
Slice
doc_para_language(const Document *doc, ParaId id);

/* True where `speaker` is one of the turn's. */
bool
doc_turn_has(const Document *doc, TurnId turn, SpeakerId speaker);

/*
 * The speakers of a turn, at most `max`, into `ret_ids`; returns how many it
 * has.
 */
uint32_t
doc_turn_speakers(const Document *doc, TurnId turn, SpeakerId *ret_ids,
		  uint32_t max);

/* The turns that begin in a chapter. */
uint32_t
doc_chapter_turns(const Document *doc, ChapterId id);

/* The first turn that speaks in a chapter, or DOC_NONE. */
TurnId
doc_chapter_first_turn(const Document *doc, ChapterId id);

/* When a paragraph begins, or a turn with it; DOC_NONE: not known. */
uint32_t
doc_para_start(const Document *doc, ParaId id);

/* The paragraph behind the last of a chapter. */
ParaId
doc_chapter_end(const Document *doc, ChapterId id);

/*
 * The first passage that begins at or after `from`; false where there is
 * none.  Headings are skipped.
 */
bool
doc_next_passage(const Document *doc, ParaId from, Passage *ret);

/* True where a passage has a translation. */
bool
doc_passage_is_translated(const Document *doc, const Passage *passage);

/* The source line where a passage starts. */
uint32_t
doc_passage_line(const Document *doc, const Passage *passage);

/* Where an anchor stands in the Text, and back; for a new generation. */
TextOff
doc_anchor_off(const Document *doc, Anchor anchor);

Anchor
doc_anchor_at(const Document *doc, TextOff off);

#endif
