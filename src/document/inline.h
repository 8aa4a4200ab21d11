/*
 * Inline: the Markdown markup of one paragraph.  The one owner of md4c.
 *
 * Pure: a paragraph's bytes in, visible pieces and spans out, in order.  The
 * paragraph is given to md4c so that no block syntax can apply to it
 * (`2024. 年` is no list).  Property: visible pieces plus markup are the input.
 * Markup of more than 64 KiB is read in pieces, which emphasis does not cross.
 */
#ifndef DOCUMENT_INLINE_H
#define DOCUMENT_INLINE_H

#include <stddef.h>
#include <stdint.h>

#include "base/slice.h"
#include "base/vec.h"
#include "document/definitions.h"
#include "document/shown.h"

typedef struct InlineSink {
	/* `shown` stands for the `len` source bytes at `off`. */
	void (*text)(void *ctx, size_t off, size_t len, Slice shown);
	/* A span begins before, ends behind the text so far. */
	void (*enter)(void *ctx, SpanRole role, Slice address);
	void (*leave)(void *ctx, SpanRole role);
	void *ctx;
} InlineSink;

/*
 * Reads `source`, which holds no line end.  Links whose label is `defined` lead
 * where that says; others are text.  `scratch` is used for a copy.  Where md4c
 * is not there, or gives up (it does not, but for lack of memory), the source
 * is passed on as it is.
 */
void
inline_read(Slice source, const Defined *defined, Buf *scratch,
	    const InlineSink *sink);

/* The code point of `&amp;`, `&#39;` or `&#x27;`; 0 where it is no entity. */
uint32_t
inline_entity(Slice entity);

#endif
