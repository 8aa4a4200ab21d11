/*
 * Write Markdown: a document as Markdown that reads back as the same document,
 * but for its times.
 *
 * Front matter (title, date, metadata), `##` for chapters by their level,
 * `**Name**: text` for turns.  Texts are escaped wherever they would be taken
 * for markup, a label, a date or a direction.  Derived chapters are not
 * written, for they are derived again.  Narration behind a turn begins with
 * the comment SCAN_NARRATION, which ends the turn, and a direction that does
 * not look like one stands behind SCAN_DIRECTION.
 *
 * What Markdown cannot say is lost: times, roles that no metadata gives,
 * speakers without a turn, languages and translations.  Names are read back
 * where evidence.h takes them for names.
 */
#ifndef FORMATS_WRITE_MARKDOWN_H
#define FORMATS_WRITE_MARKDOWN_H

#include "document/selection.h"
#include "formats/out.h"

void
write_markdown(Out *out, const Document *doc, const Selection *sel);

#endif
