/*
 * Convert: from the bytes of one charset to UTF-8, piece by piece.
 *
 * Owns an ICU converter.  What it cannot read becomes U+FFFD and is counted.
 */
#ifndef TEXT_CONVERT_H
#define TEXT_CONVERT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/slice.h"
#include "base/vec.h"

typedef struct Convert Convert;

typedef struct ConvertBad {
	uint64_t sequences;	/* that became U+FFFD, so far */
	uint64_t bytes;		/* of theirs */
} ConvertBad;

/* From the charset of that name, in any spelling; NULL: there is none. */
Convert *
convert_new(const char *name);

void
convert_free(Convert *convert);

/*
 * The name by which IANA prefers to call a charset, valid for ever; NULL where
 * `name` is none.
 */
const char *
convert_iana_name(const char *name);

/*
 * Appends `bytes` to `out` as UTF-8.  A sequence that is cut is kept for the
 * next piece; at `eof` it is bad.
 */
void
convert_feed(Convert *convert, Slice bytes, bool eof, Buf *out);

ConvertBad
convert_bad(const Convert *convert);

#endif
