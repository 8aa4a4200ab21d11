/*
 * Headings: which of them is the title, and whether there are chapters.
 *
 * Collects the headings of a survey.  The title is the front matter's, else
 * the first heading where it stands before all speech and is no chapter: the
 * only one, one above all others, or one with nothing before the next.
 */
#ifndef FORMATS_HEADINGS_H
#define FORMATS_HEADINGS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/mem.h"
#include "base/slice.h"

typedef struct Headings {
	Arena arena;
	uint32_t count;
	uint32_t first_line;	/* of the first heading */
	unsigned first_level;
	Slice first;		/* its source */
	unsigned others_level;	/* the highest of the others; 0: none */
	bool text_since;	/* text stood behind the first heading … */
	bool first_empty;	/* … none before the second */
} Headings;

typedef struct HeadingPlan {
	uint32_t title_line;	/* the heading that is no chapter; 0: none */
	bool derive;		/* no heading is a chapter */
} HeadingPlan;

void
headings_init(Headings *headings);

void
headings_done(Headings *headings);

void
headings_add(Headings *headings, Slice line, unsigned level,
	     uint32_t line_no);

/* Text that is no heading stands here. */
void
headings_text(Headings *headings);

/*
 * `title` is the front matter's (or empty), `speech_line` that of the first
 * label (UINT32_MAX: none).
 */
HeadingPlan
headings_plan(const Headings *headings, Slice title, uint32_t speech_line);

#endif
