/*
 * Charset: from bytes to valid UTF-8 in a Text.
 *
 * The only door into a Text: what is not well-formed becomes U+FFFD (one for
 * each maximal subpart) and is counted; a byte order mark at the start is
 * dropped; CR LF and CR become LF.  NUL and the other C0 and C1 controls pass
 * (the painter and the writers show none); a NUL among the first
 * CHARSET_PROBE bytes says that this is no text.
 * Knows UTF-8; the other charsets come by a row in the table of charset.c.
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

Charset *
charset_new(void);

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

#endif
