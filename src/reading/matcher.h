/*
 * Matcher: the matches of one paragraph at a time.
 *
 * Owns the visible text of the paragraph that was asked for last; borrows the
 * pattern, and while a step lasts the document and the filter.  Every
 * paragraph is looked at from its start, so that all who ask agree on where
 * its matches are.
 */
#ifndef READING_MATCHER_H
#define READING_MATCHER_H

#include <stdbool.h>
#include <stdint.h>

#include "document/document.h"
#include "document/shown.h"
#include "reading/filter.h"
#include "reading/pattern.h"
#include "reading/query.h"

/* Matches of one paragraph after which a unit of work ends. */
#ifdef FANGTAN_TINY
#define MATCHER_UNIT 2
#else
#define MATCHER_UNIT 64
#endif

/* Bytes of text that are passed over in a unit of work, or a paragraph. */
#ifdef FANGTAN_TINY
#define MATCHER_STRETCH 32
#else
#define MATCHER_STRETCH (256 * 1024)
#endif

/* How far one has looked in a paragraph. */
typedef struct MatcherPlace {
	uint32_t from;
	uint32_t n;		/* matches passed */
} MatcherPlace;

typedef struct Matcher {
	const Pattern *pattern;
	const Document *doc;
	const Filter *filter;	/* NULL: all are shown */
	const Scope *scope;	/* elsewhere nothing matches; NULL: nowhere */
	ParaId open;		/* head of the open paragraph, or DOC_NONE */
	bool partial;		/* a limit was reached */
	Shown shown;
	ParaId loaded;		/* what `shown` holds, or DOC_NONE */
	ParaId chain;		/* that is passed over by parts, or DOC_NONE */
	ParaId part;		/* the next of them */
} Matcher;

void
matcher_init(Matcher *matcher);

void
matcher_done(Matcher *matcher);

/* Sets what is looked at from now on; `filter` may be NULL. */
void
matcher_begin(Matcher *matcher, const Document *doc, const Filter *filter);

/* Forgets a text that may change until the next step. */
void
matcher_end(Matcher *matcher);

/* Forgets what was looked at: the document or the pattern is another. */
void
matcher_forget(Matcher *matcher);

/* True where the filter shows the paragraph. */
bool
matcher_shows(const Matcher *matcher, ParaId para);

/*
 * Goes from `*para`, a head, over the paragraphs without a match, as far as the
 * source tells: a unit of work.  True where it has come to one that may have a
 * match, to the open one or to the end; else there is more to go over.
 */
bool
matcher_pass(Matcher *matcher, ParaId *para);

/* The same backward; DOC_NONE is before the first one. */
bool
matcher_pass_back(Matcher *matcher, ParaId *para);

/* The visible text of a paragraph; valid until the next call. */
Slice
matcher_text(Matcher *matcher, ParaId para);

/*
 * The next match of `ret->para` behind `place`, which goes on.  False where
 * there is none, or a limit was reached.
 */
bool
matcher_next(Matcher *matcher, MatcherPlace *place, Match *ret);

/* The text offset of a visible byte, and back. */
TextOff
matcher_offset(Matcher *matcher, ParaId para, uint32_t byte);

uint32_t
matcher_byte(Matcher *matcher, Anchor anchor);

#endif
