/*
 * Chapters: what the document is made of, and where one is in it.
 */
#ifndef UI_PANES_CHAPTERS_H
#define UI_PANES_CHAPTERS_H

#include "ui/pane.h"

/*
 * The chapter where one is: of the first row, or of the current turn where
 * that begins below it.  DOC_NONE before the first.
 */
ChapterId
chapters_here(const Session *session);

/* The same of the entries that are listed. */
uint32_t
chapters_entry(const Session *session);

/* Goes to entry `i`, if there is one, and back to the text. */
void
chapters_go(App *app, uint32_t i);

#endif
