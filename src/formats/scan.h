/*
 * Scan: what a line of text is, by the block structure alone.
 *
 * A LineSyntax says which marks mean something; the same scanner reads
 * Markdown and plain text.  Line by line, so that text can be fed in pieces,
 * and in two steps: a Scan tells what the line is by itself and by the open
 * code fence, which it remembers; a ScanFlow what it is behind the line
 * before, for each reader that goes over the lines.  Does not know labels or
 * inline markup.
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
	SCAN_DEFINITION,	/* of a link, see definitions.h, or its title */
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
	bool definitions;
	bool details;		/* HTML blocks, see details.h */
} LineSyntax;

typedef struct Scan {
	const LineSyntax *syntax;
	char fence;		/* the open fence's character, or 0 */
	size_t fence_len;
	bool untitled;		/* a definition stood above that may have one */
} Scan;

/* The level of a definition. */
enum {
	SCAN_UNTITLED,
	SCAN_TITLED,		/* its title stands on the line */
	SCAN_TITLE,		/* the title alone, or text that looks like one */
};

typedef struct ScanLine {
	ScanKind kind;
	unsigned level;		/* of a heading, quote or item, from 1; the
				   marks of a fence that opens */
	bool ordered;		/* of an item */
	bool starts;		/* begins a paragraph */
	bool lazy;		/* of an item only as nothing divides them */
} ScanLine;

/* A syntax that may know fewer quotes and joins than the Scan's. */
typedef struct ScanFlow {
	const LineSyntax *syntax;
	ScanKind before;	/* the line before */
} ScanFlow;

/* The level of the heading that a line of `===` or `---` ends, or 0. */
unsigned
scan_underline(Slice line);

void
scan_init(Scan *scan, const LineSyntax *syntax);

/* The same as scan_line() of a line that may begin with a mark. */
void
scan_marks(Scan *scan, Slice line, ScanLine *ret);

/* True where a line begins with a letter, of any script, or in bold. */
static inline bool
scan_begins_text(Slice line)
{
	unsigned char c = (unsigned char)line.ptr[0];

	if (c == '*')
		return line.len > 2 && line.ptr[1] == '*' &&
		       line.ptr[2] != '*' && (unsigned char)line.ptr[2] > ' ';
	return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
	       (c > 0xC2 && c != 0xE3 && c != 0xEF);
}

/*
 * The same as scan_line() where the line is blank, or begins as text does:
 * most are and do.  False: it is looked at more closely.
 */
static inline bool
scan_plain(const Scan *scan, Slice line, ScanLine *ret)
{
	if (scan->fence != 0 || (line.len > 0 && !scan_begins_text(line)))
		return false;
	*ret = (ScanLine){ .kind = line.len > 0 ? SCAN_TEXT : SCAN_BLANK };
	return true;
}

/* The next line by itself, without its line end; scan_follow() comes then. */
static inline void
scan_line(Scan *scan, Slice line, ScanLine *ret)
{
	if (!scan_plain(scan, line, ret))
		scan_marks(scan, line, ret);
}

/*
 * What a fence says of the code below it: the first word behind it, or the
 * empty slice, as where it closes.
 */
Slice
scan_language(Slice line, const ScanLine *fence);

static inline void
scan_flow_init(ScanFlow *flow, const LineSyntax *syntax)
{
	*flow = (ScanFlow){ syntax, SCAN_BLANK };
}

/* What is above and what is below are no one paragraph. */
static inline void
scan_divide(ScanFlow *flow)
{
	flow->before = SCAN_BLANK;
}

/* Where no mark of a quote is known they are text. */
static inline bool
scan_is_quote(const ScanLine *line)
{
	return line->kind == SCAN_QUOTE ||
	       (line->kind == SCAN_BLANK && line->level > 0);
}

/*
 * True where a definition stands behind what it may: it cannot interrupt a
 * paragraph, and a title has its definition above.
 */
static inline bool
scan_defines(const ScanFlow *flow, const ScanLine *line)
{
	if (line->level == SCAN_TITLE)
		return flow->before == SCAN_DEFINITION;
	return flow->before != SCAN_TEXT && flow->before != SCAN_ITEM &&
	       flow->before != SCAN_QUOTE;
}

/* The line stands behind the one before. */
static inline void
scan_follow(ScanFlow *flow, ScanLine *line)
{
	const LineSyntax *syntax = flow->syntax;

	if (!syntax->quotes && scan_is_quote(line)) {
		line->kind = SCAN_TEXT;
		line->level = 0;
	}
	if (line->kind == SCAN_DEFINITION && scan_defines(flow, line)) {
		line->starts = true;
		flow->before = line->level == SCAN_UNTITLED ? SCAN_DEFINITION
							    : SCAN_RULE;
		return;
	}
	if (line->kind == SCAN_DEFINITION) {
		line->kind = SCAN_TEXT;
		line->level = 0;
	}
	line->lazy = line->kind == SCAN_TEXT && flow->before == SCAN_ITEM;
	if (line->lazy)
		line->kind = SCAN_ITEM;
	else if (line->kind != flow->before || line->kind == SCAN_HEADING ||
		 (line->kind == SCAN_TEXT && !syntax->joins))
		line->starts = true;
	flow->before = line->kind;
}

#endif
