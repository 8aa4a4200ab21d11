/*
 * Context: what stands around matches, in whole turns.
 *
 * The turn that matches, or the narration or heading itself, with some turns
 * before and after; what touches becomes one run.  Knows nothing of speakers:
 * that a selection leaves some out is selection.h's.
 */
#ifndef DOCUMENT_CONTEXT_H
#define DOCUMENT_CONTEXT_H

#include "document/document.h"
#include "document/selection.h"

/*
 * The runs around `matches` (sorted) with so many turns before and after, in
 * reading order, none touching another.  Returns an array to be freed with
 * mem_free(), *ret_n of them; linear in passages and matches.
 */
ParaRun *
context_new(const Document *doc, const Match *matches, uint32_t n,
	    TurnId before, TurnId after, uint32_t *ret_n);

#endif
