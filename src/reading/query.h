/*
 * Query: what one typed to search for: where to look, and the pattern.
 *
 * `@NAME` (`@"NAME WITH BLANKS"`) looks in what NAME says, `#N` in chapter N;
 * several of a kind widen, those of both kinds narrow.  A blank ends them, and
 * the rest is the pattern: pinyin behind `~`, else what pattern.h takes.  A
 * `\` before `@`, `#` or `~` makes it a character of the pattern, and so is a
 * `#` without a number.
 */
#ifndef READING_QUERY_H
#define READING_QUERY_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "base/slice.h"
#include "base/vec.h"
#include "document/document.h"

#define QUERY_SCOPES 16		/* of a kind, in one query */

/* For query_parse(), beside those of a pattern: all of it is the pattern. */
#define QUERY_PLAIN 256

typedef struct QueryScope {
	Slice name;		/* or number */
	size_t at;		/* characters before it */
} QueryScope;

typedef struct Query {
	QueryScope speakers[QUERY_SCOPES];
	uint32_t n_speakers;
	QueryScope chapters[QUERY_SCOPES];
	uint32_t n_chapters;
	bool open;		/* it ends in a name, which may go on: … */
	Slice open_name;	/* … this one … */
	size_t open_at;		/* … and the byte of its `@` */
	Slice pattern;		/* may be empty */
	unsigned flags;		/* for the pattern */
} Query;

/* Where to look in a document; all empty: everywhere. */
typedef struct Scope {
	SpeakerId speakers[QUERY_SCOPES];
	uint32_t n_speakers;
	ChapterId chapters[QUERY_SCOPES];
	uint32_t n_chapters;
} Scope;

/*
 * Takes `text` apart; `flags` are for the pattern.  The result borrows from
 * `text`.  Fails, with the place, where a quoted name does not end or there
 * are too many scopes; then only what is open holds.
 */
Status
query_parse(Slice text, unsigned flags, Query *ret, Err *err);

/*
 * Whom and what the names mean in `doc`.  Fails, with the name, where one is
 * unknown or (unless it is open) means several; then nobody is meant by it.
 * STATUS_ABSENT where all names, or all chapters, are unknown.
 */
Status
query_resolve(const Query *query, const Document *doc, Scope *ret, Err *err);

/* True where the scope takes in the paragraph. */
bool
scope_has(const Scope *scope, const Document *doc, ParaId para);

/* A query that looks for `text` everywhere, as a pattern, appended to `out`. */
void
query_quote(Slice text, Buf *out);

/* The same, but `text` is no pattern: each of its characters is itself. */
void
query_quote_literal(Slice text, Buf *out);

/* The scope of a speaker as one types it, and a blank, appended to `out`. */
void
query_name(Slice name, Buf *out);

#endif
