/*
 * Charset: from bytes to valid UTF-8 in a Text.
 *
 * The only door into a Text: what cannot be read becomes U+FFFD (in UTF-8 one
 * for each maximal subpart) and is counted; a byte order mark at the start is
 * dropped; CR LF, CR, U+2028 and U+2029 become LF.  NUL and the other C0 and
 * C1 controls pass (the painter and the writers show none); a NUL among the
 * first CHARSET_PROBE bytes says that this is no text.
 *
 * Which charset it is follows from a byte order mark, from UTF-8 being valid,
 * or from a guess (detect.h) on the first bytes that are not.  ASCII and UTF-8
 * come into the Text at once; where bytes are wrong only behind enough valid
 * UTF-8, it stays UTF-8.
 */
#ifndef TEXT_CHARSET_H
#define TEXT_CHARSET_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "base/slice.h"
#include "text/text.h"

#define CHARSET_PROBE 8192

typedef struct Charset Charset;

typedef struct CharsetVerdict {
	const char *name;		/* the IANA name */
	double confidence;		/* 0 to 1 */
	uint64_t replaced;		/* sequences that became U+FFFD */
	uint32_t first_line;		/* line of the first of them; 0: none */
} CharsetVerdict;

/* `encoding`: read as that, in any spelling; NULL: to be detected. */
Charset *
charset_new(const char *encoding);

void
charset_free(Charset *charset);

/*
 * Decodes `bytes` to the end of `text`; `keep` as in text_append().  `stable`:
 * the bytes outlive the Text, so they need not be copied.  `eof`: nothing
 * follows.  Fails where the bytes are no text.
 */
Status
charset_feed(Charset *charset, Text *text, TextOff keep, Slice bytes,
	     unsigned flags, Err *err);
#define CHARSET_STABLE 1u
#define CHARSET_EOF 2u

CharsetVerdict
charset_verdict(const Charset *charset);

/* A sentence, with its line, about what was replaced. */
void
charset_describe_replaced(CharsetVerdict verdict, Err *err);

/*
 * The charsets that it may be in, the likeliest first, by number; NULL behind
 * the last.  Valid for ever.
 */
const char *
charset_candidate(const Charset *charset, size_t i);

/* True where there is a charset of that name. */
bool
charset_is_known(const char *encoding);

#endif
