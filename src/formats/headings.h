/*
 * Headings: which of them is the title, and whether there are chapters.
 *
 * Collects the headings of a survey.  Those that the rules take for labels
 * count for nothing here.  The title is the front matter's, else the first
 * heading where it stands before all speech and is no chapter: the only one,
 * one above all others, or one with nothing before the next.
 */
#ifndef FORMATS_HEADINGS_H
#define FORMATS_HEADINGS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/mem.h"
#include "base/slice.h"
#include "base/vec.h"
#include "document/evidence.h"

#define HEADINGS_MAX 200000	/* more are chapters without being looked at */

/* A heading, and all that are written the same. */
typedef struct Heading {
	Slice text;		/* its source, in the arena */
	uint32_t line;		/* of the first; so are the others */
	unsigned level;
	uint32_t nth;		/* among all headings, from 1 */
	uint32_t times;
	bool empty;		/* nothing stands before the next heading */
} Heading;

typedef struct Headings {
	Arena arena;
	ChunkVec list;		/* of Heading, no two of the same text */
	NameTable by_text;	/* text: index in the list */
	uint32_t count;		/* of all headings */
	bool first_open;	/* the last heading was the first of its text */
	NameTable bold;		/* lines that are bold as a whole */
	bool bold_again;	/* one of them stands twice */
} Headings;

typedef struct HeadingPlan {
	uint32_t title_line;	/* the heading that is no chapter; 0: none */
	Slice title;		/* its source */
	bool derive;		/* no heading is a chapter */
	bool bold;		/* but lines that are bold as a whole are */
} HeadingPlan;

void
headings_init(Headings *headings);

void
headings_done(Headings *headings);

void
headings_add(Headings *headings, Slice line, unsigned level,
	     uint32_t line_no);

/* A line that headings_is_bold() takes for one stands here. */
void
headings_add_bold(Headings *headings, Slice line);

/* Text that is no heading stands here. */
void
headings_text(Headings *headings);

/* `title` is the front matter's, or empty. */
HeadingPlan
headings_plan(const Headings *headings, Slice title, const Rules *rules);

/* The same as headings_is_bold() of a line with the marks at its ends. */
bool
headings_bold_is_heading(Slice line);

/* True where a paragraph that is bold, and no sentence, may be a heading. */
static inline bool
headings_is_bold(Slice line)
{
	return slice_starts(line, SLICE("**")) &&
	       slice_ends(slice_trim_end(line), SLICE("**")) &&
	       headings_bold_is_heading(line);
}

/*
 * True where a line that `underline` stands below is a heading.  Three dashes
 * below a label are a rule.
 */
bool
headings_is_underlined(Slice title, Slice underline);

/* True where the heading divides nothing: `## Transcript`. */
bool
headings_is_structure(Slice line);

#endif
