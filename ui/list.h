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
} ListState;

/* Selects the entry `n` below (or, negative, above) in a list of `count`. */
void
list_move(ListState *list, uint32_t count, long n);

/* Scrolls as little as brings entry `i` of `count` among the rows. */
void
list_show(ListState *list, uint32_t i, uint32_t count);

#endif
