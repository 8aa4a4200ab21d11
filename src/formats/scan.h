/*
 * Scan: what a line of text is, by the block structure alone.
 *
 * A LineSyntax says which marks mean something; the same scanner reads
 * Markdown and plain text.  Line by line, so that text can be fed in pieces;
 * remembers the open code fence and what the line before was.  Does not know
 * labels or inline markup.
 */
#ifndef FORMATS_SCAN_H
#define FORMATS_SCAN_H

#include <stdbool.h>
#include <stddef.h>

#include "base/slice.h"

/* The comment that ends a turn: what follows is narration. */
#define SCAN_NARRATION "<!-- narration -->"

/* How a comment begins that names a speaker. */
#define SCAN_SPEAKER "<!-- speaker: "

/* The comment before speech that begins a chapter without a heading. */
#define SCAN_BREAK "<!-- break -->"

/* The comment before a stage direction that does not look like one. */
#define SCAN_DIRECTION "<!-- direction -->"

typedef enum ScanKind {
	SCAN_BLANK,
	SCAN_TEXT,
	SCAN_HEADING,		/* # … */
	SCAN_QUOTE,		/* > … */
	SCAN_ITEM,		/* - …, 1. … */
	SCAN_CODE,		/* inside a fence */
	SCAN_FENCE,		/* the fence itself */
	SCAN_TABLE,		/* | … */
	SCAN_RULE,		/* ---, *** */
	SCAN_COMMENT,		/* <!-- … --> and nothing else */
} ScanKind;

typedef struct LineSyntax {
	bool quotes;
	bool items;
	bool fences;
	bool tables;
	bool rules;
	bool joins;		/* consecutive lines are one paragraph … */
	bool joins_short;	/* … but only where lines are short */
	bool comments;
	bool details;		/* HTML blocks, see details.h */
} LineSyntax;

typedef struct Scan {
	const LineSyntax *syntax;
	ScanKind before;	/* the line before */
	char fence;		/* the open fence's character, or 0 */
	size_t fence_len;
} Scan;

typedef struct ScanLine {
	ScanKind kind;
	unsigned level;		/* of a heading, quote or item, from 1 */
	bool ordered;		/* of an item */
	bool starts;		/* begins a paragraph */
	bool lazy;		/* of an item only as nothing divides them */
} ScanLine;

/* The level of the heading that a line of `===` or `---` ends, or 0. */
unsigned
scan_underline(Slice line);

void
scan_init(Scan *scan, const LineSyntax *syntax);

/* The next line, without its line end. */
void
scan_line(Scan *scan, Slice line, ScanLine *ret);

/*
 * What the fence that was scanned last says of the code below it: the first
 * word behind it, or the empty slice, as where it closes.
 */
Slice
scan_language(const Scan *scan, Slice line);

/* What is above and what is below are no one paragraph. */
static inline void
scan_divide(Scan *scan)
{
	scan->before = SCAN_BLANK;
}

#endif
