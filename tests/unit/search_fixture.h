/*
 * What the tests of the search share: a small document of two speakers, a
 * search in it, and both as short strings.
 */
#ifndef SEARCH_FIXTURE_H
#define SEARCH_FIXTURE_H

#include "base/err.h"
#include "base/vec.h"
#include "document/document.h"
#include "reading/filter.h"
#include "reading/search.h"
#include "text/text.h"

typedef struct Fixture {
	Text *text;
	Document *doc;
	Filter filter;
	Search *search;
	TextOff para_at;	/* where the last paragraph begins */
} Fixture;

void
fix_set_up(Fixture *fix);

void
fix_tear_down(Fixture *fix);

/* A paragraph `A…` of Ann, `B…` of Bob, `#…` a heading, else narration. */
void
fix_open_para(Fixture *fix, Slice line);

/* More of the open paragraph. */
void
fix_grow(Fixture *fix, Slice bytes);

/* A closed paragraph for each line. */
void
fix_add_lines(Fixture *fix, const char *lines);

void
fix_complete(Fixture *fix);

void
fix_start(Fixture *fix, const char *query);

/* Steps without a deadline, or one unit at a time, until there is no more. */
void
fix_run(Fixture *fix);

void
fix_run_sliced(Fixture *fix);

/* Where the search is: ` 2:5` (a paragraph and a byte), `~` where wrapped. */
void
fix_append_state(Fixture *fix, Buf *out);

/* Fails where `out` is not `want`; frees it. */
void
fix_check_buf(Buf *out, const char *want, const char *what);

void
fix_check_state(Fixture *fix, const char *want);

/* As the prompt shows it: `3/27+ (10 hidden)`, with `!` where partial. */
void
fix_check_count(Fixture *fix, const char *want);

/* All that a query finds in a document, appended to `ret` (of Match). */
Status
fix_find(const Document *doc, const char *query, ChunkVec *ret, bool *partial,
	 Err *err);

#endif
