/*
 * Text: the decoded document, append-only.
 *
 * Owns the bytes of a document as segments, each contiguous and never moved
 * but for the tail that is still being read.  A segment is owned memory or a
 * borrowed mapping of the source.  A position is a TextOff, which never
 * changes its meaning.
 *
 * Invariant: the bytes are valid UTF-8 (whoever appends repaired them); every
 * range of at most TEXT_SPAN bytes from a `keep` on lies in one segment.
 * Does not know lines, paragraphs or charsets.
 */
#ifndef TEXT_TEXT_H
#define TEXT_TEXT_H

#include <stddef.h>
#include <stdint.h>

#include "base/slice.h"

typedef uint64_t TextOff;

/* Bytes of an owned segment, and of the longest contiguous paragraph. */
#ifdef FANGTAN_TINY
#define TEXT_SEGMENT 64
#else
#define TEXT_SEGMENT (1024 * 1024)
#endif

typedef struct Text Text;

Text *
text_new(void);

void
text_free(Text *text);

/* Bytes appended so far. */
TextOff
text_len(const Text *text);

/*
 * Appends a copy of `bytes`.  What stands from `keep` (at most text_len()) on
 * stays contiguous with the new bytes; to that end it may be moved to a new
 * segment, so no slice of it may be held over this call.  A segment larger
 * than TEXT_SEGMENT is made where the kept range needs it.
 */
void
text_append(Text *text, TextOff keep, Slice bytes);

/*
 * Appends `bytes` without a copy where that is possible (they continue the
 * last mapping, or nothing is to be kept), else as text_append().  The bytes
 * must outlive the Text.
 */
void
text_append_borrowed(Text *text, TextOff keep, Slice bytes);

/*
 * The `len` bytes at `off`, which must lie in one segment.  Valid while the
 * Text is, but for what stands behind the `keep` of a later append.
 * Cost: O(log segments), O(1) in the segment of the call before.
 */
Slice
text_slice(const Text *text, TextOff off, size_t len);

/* From `off` to the end of its segment; empty at text_len(). */
Slice
text_rest(const Text *text, TextOff off);

#endif
