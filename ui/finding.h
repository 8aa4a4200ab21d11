/*
 * Finding: one looks for an entry of a list, or leaves only those that match,
 * as one types.
 *
 * Works on the list that has the keys: chapters, speakers or documents.  While
 * it is filtered its entries are counted by their places among those that are
 * shown; a list that loses the keys, or that is of something else now, shows
 * all again.  Entries behind the first FINDING_MAX are not looked at.
 */
#ifndef UI_FINDING_H
#define UI_FINDING_H

#include "ui/app.h"

#define FINDING_MAX 16384

/* True where the key opens one of the two, or ends the filter. */
bool
finding_key(App *app, Key key);

/* Opens the prompt; `filter`: for what is to be left. */
void
finding_open(App *app, bool filter);

/* Shows all entries; the selected one stays. */
void
finding_end(App *app);

/* For the painter: looks at entries of `list` that are new, `n` in all. */
void
finding_grow(App *app, const ListState *list, uint32_t n);

/* How many of the `n` entries of a list are shown. */
uint32_t
finding_count(const App *app, const ListState *list, uint32_t n);

/* The entry at place `i` of those shown; DOC_NONE behind the last. */
uint32_t
finding_entry(const App *app, const ListState *list, uint32_t i);

/* Appends a list's title, with what it is filtered by. */
void
finding_title(const App *app, const ListState *list, const char *title,
	      Buf *out);

#endif
