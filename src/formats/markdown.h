/*
 * Markdown: lines that read back as what they were made of.
 *
 * A paragraph's visible text becomes one line, its links kept; whatever the
 * readers (scan.h, label.h, direction.h, date.h) would take for more than text
 * is escaped.  Knows no document.
 */
#ifndef FORMATS_MARKDOWN_H
#define FORMATS_MARKDOWN_H

#include "base/slice.h"
#include "base/vec.h"
#include "document/shown.h"
#include "document/speakers.h"

/* What a line must not be taken for, besides a block. */
enum MarkdownGuard {
	MARKDOWN_LABEL = 1,	/* it begins a line of text */
	MARKDOWN_DIRECTION = 2,
	MARKDOWN_DATE = 4,
	MARKDOWN_COLON = 8,	/* it stands behind a label */
};

/*
 * Appends the text, which is no direction, code or table.  `names`, folded,
 * are taken for names whatever they look like.
 */
void
markdown_append(const Shown *shown, unsigned guards, const NameTable *names,
		Buf *out);

/*
 * Appends a stage direction; false, and nothing, where its text would not be
 * read as one.
 */
bool
markdown_append_direction(const Shown *shown, Buf *out);

/*
 * Appends lines between fences that none of them closes; `language`, as
 * doc_set_language() takes it or empty, stands behind the first.
 */
void
markdown_append_code(Slice text, Slice language, Buf *out);

/* True where each line is one of a table. */
bool
markdown_is_table(Slice text);

#endif
