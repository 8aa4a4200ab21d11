/*
 * Pane: a part of the screen that shows something of the session.
 *
 * A pane reads the session and paints into its rectangle; while it has the
 * focus, its own keys come to it first.
 */
#ifndef UI_PANE_H
#define UI_PANE_H

#include <stdbool.h>

#include "ui/app.h"
#include "ui/canvas.h"

typedef struct Pane {
	void (*paint)(App *app, Canvas *canvas, Rect area);
	/* True where the key is one of the pane's; `count` 0: none given. */
	bool (*key)(App *app, Key key, long count);
} Pane;

extern const Pane pane_dialogue;
extern const Pane pane_chapters;
extern const Pane pane_speakers;
extern const Pane pane_matches;

/* A movement in a list, `count` times; false where the key is none. */
bool
pane_list_key(ListState *list, uint32_t entries, Key key, long count);

/* Where the two lists of the sidebar stand, which must be shown. */
GeometryLists
pane_lists(const App *app);

/* The title in the first row of a list, and what is left for its entries. */
Rect
pane_title(const App *app, Canvas *canvas, Rect area, PaneId pane,
	   const char *title);

/* The selected entry of the list that has the keys. */
void
pane_select(Canvas *canvas, Spot spot);

#define PANE_NUMBER_COLS 5	/* `100 %`, `99999`, `100k` */

/* The columns of a number. */
int
pane_digits(uint32_t n);

/* How many matches an entry holds, in so many columns. */
void
pane_append_matches(uint32_t n, Buf *out);

/* The same as words behind an entry that has no columns. */
void
pane_append_matches_plain(uint32_t n, Buf *out);

/* `3/27+`: the current match, and how many are counted so far. */
void
pane_append_count(SearchCount count, Buf *out);

#endif
