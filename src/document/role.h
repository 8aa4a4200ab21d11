/*
 * Role: who is the host, where nothing else says so.
 *
 * Counts, turn by turn, how often a speaker asks and how much he says.  At the
 * end of the document the hosts are those who ask in most of their turns and
 * are brief, the others are guests; where anybody stands between, nobody has a
 * role.  `Q` and `A` have theirs where both speak.
 *
 * Invariant: depends on the turns, not on how the text was cut.  O(1) memory for
 * a speaker; a turn is looked at once, and only some thousands of them.
 */
#ifndef DOCUMENT_ROLE_H
#define DOCUMENT_ROLE_H

#include "document/document.h"

typedef struct Roles {
	struct RoleTally *tallies;	/* by speaker */
	uint32_t n_tallies;
} Roles;

void
roles_init(Roles *roles);

void
roles_done(Roles *roles);

/* Takes up the last turn, to which nothing will be added. */
void
roles_count_turn(Roles *roles, const Document *doc);

/* Gives roles at the end, where no speaker has one yet. */
void
roles_settle(const Roles *roles, Document *doc);

#endif
