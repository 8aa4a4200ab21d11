/*
 * Chapters: what the document is made of, and where one is in it.
 */
#ifndef UI_PANES_CHAPTERS_H
#define UI_PANES_CHAPTERS_H

#include "ui/pane.h"

/*
 * The entry where one is: of the first row, or of the current turn where that
 * begins below it.  DOC_NONE before the first.
 */
uint32_t
chapters_here(const Session *session);

#endif
