/*
 * Outline: what the chapters pane lists, in reading order.
 *
 * Reads the document and stores nothing.  An entry is a chapter; a further
 * kind (the questions) has its place behind these functions.
 */
#ifndef READING_OUTLINE_H
#define READING_OUTLINE_H

#include "document/document.h"

/* How many entries there are so far. */
uint32_t
outline_count(const Document *doc);

/* Where entry `i` begins. */
ParaId
outline_para(const Document *doc, uint32_t i);

/* The entry that holds a paragraph, or DOC_NONE before the first. */
uint32_t
outline_at(const Document *doc, ParaId para);

/*
 * The entry's title, replacing `out`, and its depth, 0 for the highest level
 * in the document.  Cost: O(entries).
 */
void
outline_title(const Document *doc, uint32_t i, Buf *out, int *ret_depth);

#endif
