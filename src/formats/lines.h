/*
 * Lines: a place in the text that goes from line to line.
 *
 * Gives whole lines as far as the text goes, and a very long line in pieces of
 * LINES_PIECE_MAX bytes, cut between characters.  The same text gives the same
 * pieces, however it came.
 */
#ifndef FORMATS_LINES_H
#define FORMATS_LINES_H

#include <stdbool.h>
#include <stdint.h>

#include "base/slice.h"
#include "text/text.h"

#ifdef FANGTAN_TINY
#define LINES_PIECE_MAX 256
#else
#define LINES_PIECE_MAX 65536
#endif

/* A place between lines, or inside a very long one. */
typedef struct LineCursor {
	TextOff pos;
	uint32_t line_no;	/* of the next line, from 1 */
	bool inside;		/* of a line whose start was given */
} LineCursor;

/*
 * The next line without its end, or piece of one; false where the text does
 * not hold it yet (`eof`: it holds all).  What stands from the cursor on must
 * be contiguous.  *ret_first: the line begins with it.
 */
bool
lines_next(const Text *text, LineCursor *cursor, bool eof, Slice *ret,
	   bool *ret_first);

#endif
