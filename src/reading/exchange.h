/*
 * Exchange: a question and its answer.
 *
 * The run of others' turns before a turn, and that turn.  Where it is known
 * who is host, only the others answer, and a question begins behind what
 * others said before the hosts; where it is not, every turn answers whoever
 * spoke before it.  A turn may so be in several.
 *
 * Pure.  Cost: O(1), at most the square of EXCHANGE_MAX.
 */
#ifndef READING_EXCHANGE_H
#define READING_EXCHANGE_H

#include <stdbool.h>

#include "document/document.h"

#define EXCHANGE_MAX 32		/* turns of one; further ones are left out */

typedef struct ExchangeTurns {
	TurnId first;
	TurnId end;		/* behind the last */
} ExchangeTurns;

/* True where somebody is known to be host.  O(speakers). */
bool
exchange_has_hosts(const Document *doc);

/*
 * The turns of all exchanges that hold a turn, which are itself at least;
 * `hosts`: what exchange_has_hosts() says.
 */
ExchangeTurns
exchange_around(const Document *doc, bool hosts, TurnId turn);

#endif
