/*
 * Finder: one query, asked of whole documents one after another: for printing.
 *
 * Owns the query and its pattern, which is compiled once.  What matches, and
 * where it looks, is as in search.h.
 */
#ifndef READING_FINDER_H
#define READING_FINDER_H

#include <stdbool.h>

#include "base/err.h"
#include "base/slice.h"
#include "base/vec.h"
#include "document/document.h"

typedef struct Finder Finder;

/*
 * `query` and `flags` as search_start() takes them.  NULL with `err` where the
 * query is none, or has no pattern.
 */
Finder *
finder_new(Slice query, unsigned flags, Err *err);

/* The same, but only tells: fails where no document could be asked. */
Status
finder_check(Slice query, unsigned flags, Err *err);

void
finder_free(Finder *finder);

/*
 * All matches in a complete document, appended to `ret` (of Match), in reading
 * order.  *ret_partial: a limit was reached in some paragraph, which may have
 * more.  Fails, STATUS_ABSENT among that, as query_resolve().
 */
Status
finder_find(const Finder *finder, const Document *doc, ChunkVec *ret,
	    bool *ret_partial, Err *err);

/*
 * False where nothing can match in a text whose paragraphs are stretches of it,
 * with that markup, and where who speaks does not matter.  Some GB/s.
 */
bool
finder_may_find(const Finder *finder, Slice text, Markup markup);

#endif
