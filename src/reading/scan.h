/*
 * Scan: the matches of one paragraph at a time.
 *
 * Owns the visible text of the paragraph that was asked for last; borrows the
 * pattern, and while a step lasts the document and the filter.  Every
 * paragraph is looked at from its start, so that all who ask agree on where
 * its matches are.
 */
#ifndef READING_SCAN_H
#define READING_SCAN_H

#include <stdbool.h>
#include <stdint.h>

#include "document/document.h"
#include "document/shown.h"
#include "reading/filter.h"
#include "reading/pattern.h"

/* Matches of one paragraph after which a unit of work ends. */
#ifdef FANGTAN_TINY
#define SCAN_UNIT 2
#else
#define SCAN_UNIT 64
#endif

/* How far one has looked in a paragraph. */
typedef struct ScanPlace {
	uint32_t from;
	uint32_t n;		/* matches passed */
} ScanPlace;

typedef struct Scan {
	const Pattern *pattern;
	const Document *doc;
	const Filter *filter;	/* NULL: all are shown */
	ParaId open;		/* head of the open paragraph, or DOC_NONE */
	bool partial;		/* a limit was reached */
	Shown shown;
	ParaId loaded;		/* what `shown` holds, or DOC_NONE */
} Scan;

void
scan_init(Scan *scan);

void
scan_done(Scan *scan);

/* Sets what is looked at from now on; `filter` may be NULL. */
void
scan_begin(Scan *scan, const Document *doc, const Filter *filter);

/* Forgets a text that may change until the next step. */
void
scan_end(Scan *scan);

/* True where the filter shows the paragraph. */
bool
scan_shows(const Scan *scan, ParaId para);

/* The visible text of a paragraph; valid until the next call. */
Slice
scan_text(Scan *scan, ParaId para);

/*
 * The next match of `ret->para` behind `place`, which goes on.  False where
 * there is none, or a limit was reached.
 */
bool
scan_next(Scan *scan, ScanPlace *place, Match *ret);

/* The text offset of a visible byte, and back. */
TextOff
scan_offset(Scan *scan, ParaId para, uint32_t byte);

uint32_t
scan_byte(Scan *scan, Anchor anchor);

#endif
