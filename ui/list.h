/*
 * List: which entry of a list is selected, and what of it is on the screen.
 */
#ifndef UI_LIST_H
#define UI_LIST_H

#include <stdint.h>

typedef struct ListState {
	uint32_t selected;
	uint32_t first;		/* the first entry on the screen */
	int rows;		/* entries that fit; set by the painter */
	uint32_t followed;	/* the entry that was last brought in sight … */
	int followed_rows;	/* … among so many rows; 0: none was */
} ListState;

/* Selects an entry; it comes in sight even where the list was scrolled. */
void
list_select(ListState *list, uint32_t i);

/* Selects the entry `n` below (or, negative, above) in a list of `count`. */
void
list_move(ListState *list, uint32_t count, long n);

/*
 * For the painter: scrolls as little as brings entry `i` of `count` among
 * `rows` rows, where another entry or another number of rows was asked for
 * before; else the list stays as it was scrolled.
 */
void
list_follow(ListState *list, uint32_t i, uint32_t count, int rows);

/* Scrolls by `n` entries, as far as there are; the selection stays. */
void
list_scroll(ListState *list, uint32_t count, long n);

#endif
