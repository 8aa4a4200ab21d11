/*
 * What the tests of reading back share: a document as it is written, without
 * what reading back may change, and the interviews that are at hand.
 */
#ifndef ROUNDTRIP_H
#define ROUNDTRIP_H

#include "unit/load_fixture.h"

/* The document as YAML. */
void
append_yaml(const Loaded *loaded, Buf *out);

/* The document's JSON without `source` and `line`. */
void
append_comparable(const Loaded *loaded, Buf *out);

/* Fails where `text`, read as the file `path`, is not `want` comparably. */
void
check_reads_as(const Buf *text, const char *path, const Buf *want,
	       const char *what);

/* Fails where a document, written and read back in any form, is another. */
void
check_roundtrip(const Loaded *loaded, const char *what);

/* Calls `visit` with the path of every interview there is. */
void
each_interview(void (*visit)(const char *path, void *ctx), void *ctx);

#endif
