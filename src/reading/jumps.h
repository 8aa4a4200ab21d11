/*
 * Jumps: the places one came from.
 *
 * A list as vim's: a jump appends the place it left, going back to an older
 * place appends the place one is at, so that one can return.  Places are text
 * offsets and hold across generations.  Two equal places never stand next to
 * each other at the end.
 */
#ifndef READING_JUMPS_H
#define READING_JUMPS_H

#include <stdbool.h>
#include <stdint.h>

#include "document/document.h"

#define JUMPS_MAX 100	/* places kept; the oldest go first */

typedef struct Place {
	TextOff off;
	AnchorPart part;
} Place;

typedef struct Jumps {
	Place list[JUMPS_MAX];	/* oldest first */
	int n;
	int at;			/* where one is in the list; n: in none */
	Place before;		/* the last jump left this */
	bool has_before;
	uint64_t pushes;	/* places ever appended */
} Jumps;

/* What jumps_rewind() goes back to. */
typedef struct JumpsMark {
	uint64_t pushes;
	Place before;
	bool has_before;
} JumpsMark;

void
jumps_init(Jumps *jumps);

/* A jump leaves `here`. */
void
jumps_remember(Jumps *jumps, Place here);

/*
 * `n` places older than where one is (negative: newer), or as many as there
 * are.  False where there is none.
 */
bool
jumps_go(Jumps *jumps, Place here, long n, Place *ret);

/* The place that the last jump left; going there leaves `here`. */
bool
jumps_back(Jumps *jumps, Place here, Place *ret);

JumpsMark
jumps_mark(const Jumps *jumps);

/* Forgets what was appended since the mark was taken. */
void
jumps_rewind(Jumps *jumps, JumpsMark mark);

#endif
