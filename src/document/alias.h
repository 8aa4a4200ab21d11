/*
 * Alias: which of the names that labels give are one person.
 *
 * Initials belong to the full name that the text lists with them (`John Neumann
 * (JN)`), or to the only name of the front matter that has them; a first name
 * or surname to the only full name that has it and spoke before.  What is
 * ambiguous stays apart; who is unknown is nobody else.
 *
 * Decides from a whole Survey, never while a label is read.
 */
#ifndef DOCUMENT_ALIAS_H
#define DOCUMENT_ALIAS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/slice.h"
#include "document/survey.h"

/* A name that labels give. */
typedef struct AliasName {
	Slice name;
	uint32_t id;		/* the caller's */
	bool speaks;		/* he is a speaker, whosever name it is */
	Slice person;		/* whose it is; the name itself: his own */
} AliasName;

/*
 * Sets `person` of each of `names`, which come in the order of their first
 * lines.  What it sets is borrowed from the Survey or another name.
 */
void
alias_merge(const Survey *survey, AliasName *names, uint32_t n);

/* The words of a name without titles, at most `max`; returns how many. */
uint32_t
alias_words(Slice name, Slice *ret, uint32_t max);

/* True where `name` is the first or last word of `full`: `Ann`, `Mr. Lee`. */
bool
alias_is_short(Slice name, Slice full);

#endif
