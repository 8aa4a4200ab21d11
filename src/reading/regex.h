/*
 * Regex: the parts of a regular expression, as PCRE2 reads it, one after the
 * other.
 *
 * Tells characters that stand for themselves from all others, whatever way
 * they are written (`a`, `\.`, `\Q…\E`).  Does not judge: where PCRE2 would
 * refuse an expression, its parts are any.
 */
#ifndef READING_REGEX_H
#define READING_REGEX_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/slice.h"
#include "base/vec.h"

#define REGEX_DEPTH 256		/* groups in each other; PCRE2 takes 250 */

typedef enum RegexKind {
	REGEX_LITERAL,		/* a character that stands for itself */
	REGEX_CLASS,		/* `[…]` whole */
	REGEX_QUANTIFIER,
	REGEX_NOTHING,		/* comments, `\Q`, `\E`, blanks under (?x) */
	REGEX_RANGE,		/* of a class: `a-z` */
	REGEX_SYNTAX,		/* all else, as it is written */
} RegexKind;

typedef struct RegexPart {
	RegexKind kind;
	Slice source;
	uint32_t cp;		/* of a literal; the first of a range */
	uint32_t last;		/* of a range */
} RegexPart;

typedef struct RegexReader {
	Slice text;
	size_t at;
	bool fixed;		/* all of it is literal */
	bool quoted;		/* behind a `\Q` */
	uint32_t depth;
	uint8_t groups[REGEX_DEPTH + 1]; /* what holds in each */
} RegexReader;

/* `text` is valid UTF-8 and stays while it is read. */
void
regex_begin(RegexReader *reader, Slice text, bool fixed);

/* False at the end. */
bool
regex_next(RegexReader *reader, RegexPart *ret);

/* True where what was read last stands in a look behind. */
bool
regex_looks_behind(const RegexReader *reader);

/* True where a letter that stands for itself is an upper-case one. */
bool
regex_has_upper(Slice text, bool fixed);

/* The parts between the brackets of a class; a `^` that negates is syntax. */
void
regex_begin_class(RegexReader *reader, Slice class);

bool
regex_next_member(RegexReader *reader, RegexPart *ret);

/* True where characters that stand for themselves follow each other. */
bool
regex_has_word(Slice text, bool fixed);

/* Appends the expression itself, escaped where it is literal. */
void
regex_append(Slice text, bool fixed, Buf *out);

#endif
