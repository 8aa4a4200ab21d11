/*
 * Explain: why each line was or was not taken for a label.
 *
 * A reader that was given an Explain tells it, while it appends records, each
 * line where a label might stand and what rules_read() said of it.  Only lines
 * are kept that were labels, were proposed as such, or would be taken for one
 * by their colon.  Decides nothing itself.
 */
#ifndef FORMATS_EXPLAIN_H
#define FORMATS_EXPLAIN_H

#include "base/err.h"
#include "document/document.h"
#include "document/evidence.h"
#include "formats/out.h"
#include "formats/scan.h"

typedef struct Explain Explain;

/* Where a line stands: a ScanKind, or one of these. */
enum ExplainPlace {
	EXPLAIN_TITLE = SCAN_DEFINITION + 1,	/* or a heading of structure */
	EXPLAIN_FRONT,
	EXPLAIN_PLACES
};

Explain *
explain_new(void);

void
explain_free(Explain *explain);

/*
 * A build begins by these rules, behind this front matter: what was told
 * before is forgotten.  All that tell do nothing where `explain` is NULL.
 */
void
explain_start(Explain *explain, const Rules *rules, Slice front);

/* `n` paragraphs or cues say themselves who speaks. */
void
explain_stated(Explain *explain, uint32_t n);

/* The same as explain_line() and explain_voice() where somebody asks. */
void
explain_add_line(Explain *explain, Slice line, uint32_t line_no,
		 unsigned place, const RulesLabel *label);

void
explain_add_voice(Explain *explain, SpeakerId speaker);

/* `label` is what rules_read() left; NULL: it was not asked, for the place. */
static inline void
explain_line(Explain *explain, Slice line, uint32_t line_no, unsigned place,
	     const RulesLabel *label)
{
	if (explain != NULL)
		explain_add_line(explain, line, line_no, place, label);
}

/* By the last label that was told this one speaks. */
static inline void
explain_voice(Explain *explain, SpeakerId speaker)
{
	if (explain != NULL)
		explain_add_voice(explain, speaker);
}

/*
 * The forms, and one line each: `PATH:LINE: what: “name”: why`.  `doc`: what
 * the reader made.
 */
void
explain_write_text(const Explain *explain, const Document *doc,
		   const char *path, Out *out);

/*
 * An array and a line end: of the forms `{"line": null, "decision", "form",
 * "lines", "reason", "message"}`, of the lines `{"line", "decision", "name",
 * "speakers", "form", "reason", "message"}`.
 */
Status
explain_write_json(const Explain *explain, const Document *doc, Out *out,
		   Err *err);

#endif
