/*
 * Direction: what is a stage direction (`[laughs]`, `【哈哈】`, `（掌声）`).
 *
 * Decides by the brackets, the length and a table of words.  Not directions:
 * `[Kubernetes]`, `[译]`, `[text](address)`, `【人工智能】`.
 */
#ifndef DOCUMENT_DIRECTION_H
#define DOCUMENT_DIRECTION_H

#include <stdbool.h>
#include <stddef.h>

#include "base/slice.h"

/* direction_is() of what may be in brackets. */
bool
direction_is_bracketed(Slice line);

/*
 * True where the whole line is one.  Brackets may be escaped as in Markdown
 * (`\[laughs\]`).
 */
static inline bool
direction_is(Slice line)
{
	/* Most text begins neither with a bracket nor with a blank. */
	switch (line.len > 0 ? (unsigned char)line.ptr[0] : 'x') {
	case '[':
	case '\\':
	case '(':
	case 0xC2:
	case 0xE3:
	case 0xEF:
		return direction_is_bracketed(line);
	default:
		return line.len > 0 && (unsigned char)line.ptr[0] <= ' ' &&
		       direction_is_bracketed(line);
	}
}

/* The bytes of a quote's marks where all it holds is a direction, or 0. */
size_t
direction_quoted(Slice line);

/* True where a direction divides a talk: music, a break, advertisements. */
bool
direction_is_break(Slice line);

/*
 * The first inline direction of a text at or after `from`, brackets included;
 * false where there is none.
 */
bool
direction_next(Slice text, size_t from, size_t *ret_start, size_t *ret_len);

#endif
