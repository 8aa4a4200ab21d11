/*
 * Variants: the characters that are taken for the same when one searches.
 *
 * Each has keys, and two are alike where they share one: a Traditional, Taiwan,
 * Hong Kong or Japanese form has the Simplified one (發, 髮, 発, 髪: 发), one
 * that stands for several (Japanese 弁) each of theirs without making those
 * alike, a full-width or compatibility form its plain one, a quotation mark
 * whether it opens or closes, `"` both.
 *
 * Prepared in steps: first what needs no dictionary, then Han.
 */
#ifndef READING_VARIANTS_H
#define READING_VARIANTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "text/script.h"

#define VARIANTS_MAX 64		/* of a character */

typedef struct Variants Variants;

/* Borrows the dictionaries; nothing is opened yet. */
Variants *
variants_new(Script *script);

void
variants_free(Variants *variants);

/* One unit of preparation, some milliseconds; false when all is done. */
bool
variants_step(Variants *variants);

/*
 * The characters like `cp`, itself the first; their number, at most
 * VARIANTS_MAX.  What is not prepared yet and matters for it is.
 */
size_t
variants_of(Variants *variants, uint32_t cp, uint32_t *ret_points);

bool
variants_alike(Variants *variants, uint32_t a, uint32_t b);

#endif
