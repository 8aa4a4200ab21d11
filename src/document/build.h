/*
 * Build: how records are appended to a Document.
 *
 * For the readers of formats alone.  Keeps the invariants of document.h:
 * dense ids, reading order, contiguous paragraphs (a longer one becomes a
 * chain).  Does not decide what is a label or a heading.
 */
#ifndef DOCUMENT_BUILD_H
#define DOCUMENT_BUILD_H

#include "document/document.h"

/* A new speaker; the name is copied. */
SpeakerId
doc_add_speaker(Document *doc, Slice name);

/* Adds an alias that is neither the name nor known already. */
void
doc_add_alias(Document *doc, SpeakerId speaker, Slice alias);

void
doc_set_role(Document *doc, SpeakerId speaker, SpeakerRole role);

/* A turn that begins with the next paragraph. */
TurnId
doc_add_turn(Document *doc, SpeakerId speaker, uint32_t line);

/* One more speaker of the last turn. */
void
doc_add_voice(Document *doc, SpeakerId speaker);

/*
 * A paragraph that begins at `off`, empty as yet and open.
 * The one before is closed.
 */
ParaId
doc_add_para(Document *doc, ParaKind kind, TurnId turn, TextOff off,
	     uint32_t line);

/*
 * What the next paragraph, of code, is written in.  Kept where it is a word
 * that can stand behind any fence: at most 64 bytes, no white space, control,
 * backquote or `<`; else nothing is known of it.
 */
void
doc_set_language(Document *doc, Slice language);

/* The open paragraph goes on to `end`. */
void
doc_grow_para(Document *doc, TextOff end);

/* The same of one that is empty: `len` bytes that are contiguous. */
static inline void
doc_fill_para(Document *doc, size_t len)
{
	if (len <= PARA_MAX)
		doc->open->len = (uint32_t)len;
	else
		doc_grow_para(doc, para_off(doc->open) + len);
}

/* When the open paragraph begins, and its turn where it is the first of it. */
void
doc_time_para(Document *doc, uint32_t time_ms);

/* When the last turn begins, whatever its first paragraph says. */
void
doc_start_turn(Document *doc, uint32_t start_ms);

/* The last turn goes on at least to `end_ms`. */
void
doc_end_turn(Document *doc, uint32_t end_ms);

/* Depth, number and markers of the open paragraph. */
void
doc_mark_para(Document *doc, unsigned level, unsigned flags);

/* No paragraph is open any more. */
static inline void
doc_close_para(Document *doc)
{
	doc->open = NULL;
}

/* The open paragraph's last record, or NULL. */
static inline const Para *
doc_open_para(const Document *doc)
{
	return doc->open;
}

/* A chapter that begins with the next paragraph. */
ChapterId
doc_add_chapter(Document *doc, unsigned level, unsigned flags);

/* A value of front matter under `key`; `list`: it is written as a list. */
void
doc_add_meta(Document *doc, Slice key, Slice value, bool list);

#endif
