/*
 * Lines: a place in the text that goes from line to line.
 *
 * Gives whole lines as far as the text goes, and a very long line in pieces of
 * LINES_PIECE_MAX bytes, cut between characters; with each line, what its tags
 * and marks say of it by itself.  Of lines with nothing in them only the next
 * line tells.  The same text gives the same lines, however it came and
 * wherever one stops.
 */
#ifndef FORMATS_LINES_H
#define FORMATS_LINES_H

#include <stdbool.h>
#include <stdint.h>

#include "base/slice.h"
#include "formats/details.h"
#include "formats/scan.h"
#include "text/text.h"

#ifdef FANGTAN_TINY
#define LINES_PIECE_MAX 256
#else
#define LINES_PIECE_MAX 65536
#endif

/* A place between lines, or inside a very long one. */
typedef struct Lines {
	const Text *text;	/* borrowed */
	Slice ahead;		/* what stands at `pos`, see lines_look() */
	TextOff pos;
	uint32_t line_no;	/* of the next line, from 1 */
	bool inside;		/* of a line whose start was given */
	bool divided;		/* blank lines stand before the next line */
	Scan scan;
	Details details;
} Lines;

/* A line, or a piece of a very long one. */
typedef struct Line {
	Slice text;		/* without its end */
	TextOff off;
	uint32_t no;
	bool first;		/* the line begins with it … */
	bool last;		/* … and ends with it */
	bool divided;		/* blank lines stand before it */
	bool tagged;		/* it has the `tags` of blocks */
	DetailsLine tags;
	ScanLine scan;		/* of what stands beside them, by itself; unset
				   where nothing does, or not `first` */
} Line;

void
lines_init(Lines *lines, const Text *text, const LineSyntax *syntax,
	   TextOff pos, uint32_t line_no);

/* To be called before the first line, and where the text was appended to. */
void
lines_look(Lines *lines);

/*
 * The next line; false where the text does not hold it yet (`eof`: it holds
 * all).  What stands from there on must be contiguous.
 */
bool
lines_next(Lines *lines, bool eof, Line *ret);

/* What stands beside the tags of a line. */
static inline Slice
line_beside(const Line *line)
{
	return slice_sub(line->text, line->tags.start,
			 line->tags.end - line->tags.start);
}

#endif
