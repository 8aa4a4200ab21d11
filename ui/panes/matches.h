/*
 * Matches: the list of matches, each with its context, below the dialogue.
 *
 * Moving in it moves the dialogue; it is open while it has the keys.
 */
#ifndef UI_PANES_MATCHES_H
#define UI_PANES_MATCHES_H

#include "ui/pane.h"

/* Opens it; something must be searched for. */
void
matches_open(App *app);

/* Goes to entry `i`; the list stays. */
void
matches_go(App *app, uint32_t i);

uint32_t
matches_count(const App *app);

/* The rows of its entries, where it stands in `area`. */
Rect
matches_entries(Rect area);

#endif
