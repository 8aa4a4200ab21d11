/*
 * Cursor: a place in a Text, from line to line.
 *
 * Lines are given whole; one beyond CURSOR_PIECE_MAX comes in pieces of as
 * much.  Owns nothing.
 */
#ifndef FORMATS_CURSOR_H
#define FORMATS_CURSOR_H

#include <stdbool.h>
#include <stdint.h>

#include "text/text.h"

#ifdef FANGTAN_TINY
#define CURSOR_PIECE_MAX 256
#else
#define CURSOR_PIECE_MAX 65536
#endif

typedef struct Cursor {
	TextOff pos;
	uint32_t line_no;	/* of the next line, from 1 */
	bool inside;		/* of a line whose start was given */
} Cursor;

/*
 * The next line without its line end, or a piece of a very long one; false
 * where the text does not hold it yet.  `eof`: nothing follows the text.
 * *ret_first: the line begins with it.
 */
bool
cursor_next(Cursor *cursor, const Text *text, bool eof, Slice *ret,
	    bool *ret_first);

#endif
