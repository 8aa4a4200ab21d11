/*
 * Write WebVTT: a document as cues (https://www.w3.org/TR/webvtt1/).
 *
 * A cue for each paragraph that has a time, by whom it is spoken; paragraphs
 * without one stand in the cue before.  It ends where the next begins, or
 * where its turn does.  Title and chapters are notes.
 */
#ifndef FORMATS_WRITE_WEBVTT_H
#define FORMATS_WRITE_WEBVTT_H

#include "base/err.h"
#include "document/selection.h"
#include "formats/out.h"

/* Fails where the document has no times. */
Status
write_webvtt(Out *out, const Document *doc, const Selection *sel, Err *err);

#endif
