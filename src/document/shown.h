/*
 * Shown: the visible text of one paragraph and its map to source bytes.
 *
 * Layout, search, selection, copying and printing know only this.  Markup,
 * quote marks and indents of the source are gone, line ends inside have become
 * a space (nothing between Han), entities and escapes are what they mean,
 * a tab is a space.  Brackets of a stage direction stay.  Control bytes stay
 * too: whoever paints or prints replaces them.
 *
 * With a script (shown_script.h) the text is what the plain one, which search
 * and matches know, is converted to.
 *
 * Owns its buffers, which the next build reuses; borrows the text where a
 * paragraph holds no markup.  "Source bytes" count from the paragraph's start
 * over the parts of its chain.
 */
#ifndef DOCUMENT_SHOWN_H
#define DOCUMENT_SHOWN_H

#include <stdint.h>

#include "base/vec.h"
#include "document/document.h"
#include "text/script_map.h"

struct ShownScript;

typedef enum SpanRole {
	SPAN_EMPHASIS,
	SPAN_STRONG,
	SPAN_CODE,
	SPAN_LINK,
	SPAN_DIRECTION,		/* an inline stage direction, brackets too */
} SpanRole;

typedef struct Span {
	uint32_t start;		/* bytes of the visible text */
	uint32_t len;
	SpanRole role;
	uint32_t link;		/* of SPAN_LINK: index into links */
} Span;

/* A stretch that is the same in both, or (lengths differ) one for another. */
typedef struct ShownRun {
	uint32_t shown;		/* of `plain` */
	uint32_t source;
	uint32_t shown_len;
	uint32_t source_len;
} ShownRun;

typedef struct Shown {
	Slice text;		/* the visible text, valid UTF-8 */
	Slice plain;		/* the same, not converted */
	const ShownRun *runs;	/* sorted; cover all of `plain` */
	uint32_t n_runs;
	const Span *spans;	/* sorted by start */
	uint32_t n_spans;
	const Slice *links;	/* addresses */
	uint32_t n_links;
	uint32_t source_len;	/* source bytes of the paragraph */
	uint32_t open_span;	/* private from here on: the innermost */
	const struct ShownScript *script;
	ScriptMap map;		/* no runs: `text` is `plain` */
	Buf source;
	Buf flat;
	Buf scratch;
	Buf bytes;
	Buf run_bytes;
	Buf span_bytes;
	Buf link_bytes;
	Buf converted;
	Buf map_bytes;
	Arena arena;
} Shown;

void
shown_init(Shown *shown);

void
shown_done(Shown *shown);

/*
 * From now on builds in this script, which is borrowed; NULL: as the text is.
 */
void
shown_set_script(Shown *shown, const struct ShownScript *script);

/*
 * Builds the visible text of the whole paragraph that begins at `para`.
 * What `shown` held before is gone.  Cost: O(bytes of the paragraph).
 */
void
shown_build(Shown *shown, const Document *doc, ParaId para);

/* The same of a heading that is no record.  The text may be borrowed. */
void
shown_build_title(Shown *shown, const Document *doc, Slice source);

/*
 * The same of bytes that belong to no document: a paragraph of `kind` whose
 * markup is read as `markup` says.  The text may be borrowed from `source`.
 */
void
shown_build_source(Shown *shown, Slice source, ParaKind kind, Markup markup);

/*
 * Adds the spans of inline stage directions; only who paints them asks for
 * it.
 */
void
shown_add_directions(Shown *shown);

/*
 * The stretch of the text that shows a stretch of `plain`: what was exchanged
 * as one phrase is shown whole.
 */
void
shown_stretch(const Shown *shown, uint32_t *start, uint32_t *len);

/* The byte of `plain` of a byte of the text, and back. */
uint32_t
shown_to_plain(const Shown *shown, uint32_t byte);

uint32_t
shown_from_plain(const Shown *shown, uint32_t byte);

/*
 * The source byte of a byte of the visible text (or of its end).  Characters
 * have bytes of their own: where a phrase became longer, those behind its
 * first may have one inside of a character of the source.
 */
uint32_t
shown_to_source(const Shown *shown, uint32_t byte);

/*
 * The visible byte, the first of a character, of a source byte; inside markup,
 * that of the next visible one, or the end.
 */
uint32_t
shown_from_source(const Shown *shown, uint32_t byte);

/*
 * The first words of a paragraph (about 20 characters), appended to `out` in
 * one line.
 */
void
shown_first_words(const Document *doc, ParaId para, Buf *out);

/*
 * A chapter's title: the visible text of its heading; of a derived one, the
 * first words of its first speech (about 20 characters).  Replaces `out`.
 */
void
shown_chapter_title(const Document *doc, ChapterId chapter, Buf *out);

#endif
