/*
 * Write JSON: a document, or one of its lists, as the interface's JSON.
 *
 * In pieces, passage by passage; the document must be complete.
 */
#ifndef FORMATS_WRITE_JSON_H
#define FORMATS_WRITE_JSON_H

#include "base/err.h"
#include "document/selection.h"
#include "document/stats.h"
#include "formats/out.h"
#include "text/charset.h"
#include "text/json.h"

/* Where a document came from. */
typedef struct Origin {
	const char *path;
	const char *format;
	CharsetVerdict charset;
} Origin;

/* One object and a line end. */
Status
write_json(Out *out, const Origin *origin, const Document *doc,
	   const Selection *sel, const Stats *stats, Err *err);

/* The object's value in pieces, whatever becomes of them. */
void
write_json_to(JsonOut *json, Out *out, const Origin *origin,
	      const Document *doc, const Selection *sel, const Stats *stats);

/* The object's `chapters`, `speakers` by themselves. */
Status
write_json_chapters(Out *out, const Document *doc, Err *err);

Status
write_json_speakers(Out *out, const Document *doc, const Stats *stats,
		    Err *err);

#endif
