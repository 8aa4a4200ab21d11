/*
 * Check: what an editor of transcripts wants to know of one.
 *
 * Finds what is doubtful in a document that is complete: names that are nearly
 * equal, labels with a typing slip, times that run backwards or overlap,
 * Traditional and Simplified characters side by side, control characters,
 * replaced bytes, front matter that is no YAML.  Changes nothing.
 */
#ifndef FORMATS_CHECK_H
#define FORMATS_CHECK_H

#include "base/err.h"
#include "document/document.h"
#include "formats/out.h"
#include "formats/write_json.h"

typedef struct Check Check;

/* Checks all of `doc`, which must outlive it. */
Check *
check_new(const Document *doc, const Origin *origin);

void
check_free(Check *check);

/* How much was found. */
uint32_t
check_count(const Check *check);

/* One line each, by line of the source: `PATH:LINE: what`. */
void
check_write_text(const Check *check, Out *out);

/* An array of `{"line", "kind", "message"}` and a line end. */
Status
check_write_json(const Check *check, Out *out, Err *err);

#endif
