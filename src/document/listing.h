/*
 * Listing: where a text says whose the initials are.
 *
 * `John Neumann (JN), Mary Hall (MH)`, `陳大文（CDW）`, `JN = John Neumann`, and
 * a row of a table that holds both.  Reads one line and decides nothing:
 * alias.h weighs who is meant.
 */
#ifndef DOCUMENT_LISTING_H
#define DOCUMENT_LISTING_H

#include <stdbool.h>

#include "base/mem.h"
#include "base/slice.h"

/* `JN`, `RPR`, `J.N.`: what may stand for a name. */
bool
listing_is_initials(Slice text);

/* The initials of a Latin name of two words or more, or "". */
Slice
listing_initials(Slice name, Arena *arena);

/* Calls `found` with each pair that the line lists. */
void
listing_read(Slice line, void (*found)(void *ctx, Slice initials, Slice name),
	     void *ctx);

/* listing_is_credit() of what may be one. */
bool
listing_reads_credit(Slice name, Slice text, bool before);

/*
 * True where a label tells who somebody is: `Presenter: Ann Lee (AL)`, and
 * before all speech `Host: Ann Lee`, `嘉宾：王明、李红`.
 */
static inline bool
listing_is_credit(Slice name, Slice text, bool before)
{
	text = slice_trim_end(text);
	return (before || slice_ends(text, SLICE(")"))) &&
	       listing_reads_credit(name, text, before);
}

#endif
