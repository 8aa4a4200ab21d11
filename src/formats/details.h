/*
 * Details: the HTML blocks `<details>` among lines of Markdown.
 *
 * Takes the tags `<details>`, `<summary>` and what ends them off the ends of
 * lines, and says where the outermost block begins and ends.  What a block is,
 * is not decided here, but for what it says of itself: that it is a
 * translation.
 */
#ifndef FORMATS_DETAILS_H
#define FORMATS_DETAILS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/slice.h"

/* The tag of a block that is a translation whatever it looks like. */
#define DETAILS_TRANSLATION "<details class=\"translation\">"

/* Where in the blocks the next line stands. */
typedef struct Details {
	unsigned depth;		/* open blocks */
	bool in_summary;
} Details;

typedef struct DetailsLine {
	bool opens;		/* an outermost block begins with the line */
	bool closes;		/* it ends behind the line */
	bool stated;		/* it is said to be a translation */
	size_t summary;		/* where the summary's text begins … */
	size_t summary_end;	/* … and ends; the same: none */
	size_t start;		/* what stands beside the tags */
	size_t end;
} DetailsLine;

/* The same as details_read() of a line that may hold tags. */
bool
details_read_tags(Details *details, Slice line, DetailsLine *ret);

/* Reads a line; false, and `ret` unset, where it holds none of the tags. */
static inline bool
details_read(Details *details, Slice line, DetailsLine *ret)
{
	Slice text = slice_trim_start(line);

	/* Hardly any line begins with a tag. */
	if (details->depth == 0 && (text.len == 0 || text.ptr[0] != '<'))
		return false;
	return details_read_tags(details, line, ret);
}

#endif
