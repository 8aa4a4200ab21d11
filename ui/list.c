#include "ui/list.h"

void
list_select(ListState *list, uint32_t i)
{
	list->selected = i;
	list->followed_rows = 0;
}

void
list_move(ListState *list, uint32_t count, long n)
{
	int64_t to = (int64_t)list->selected + n;

	if (to >= (int64_t)count)
		to = (int64_t)count - 1;
	list_select(list, to > 0 ? (uint32_t)to : 0);
}

/* The first entry when the last is on the last row. */
static uint32_t
last_first(const ListState *list, uint32_t count)
{
	uint32_t rows = list->rows > 0 ? (uint32_t)list->rows : 1;

	return count > rows ? count - rows : 0;
}

static void
show_entry(ListState *list, uint32_t i)
{
	uint32_t rows = list->rows > 0 ? (uint32_t)list->rows : 1;

	if (i < list->first)
		list->first = i;
	if (i >= list->first + rows)
		list->first = i - rows + 1;
}

void
list_follow(ListState *list, uint32_t i, uint32_t count, int rows)
{
	list->rows = rows;
	if (i != list->followed || rows != list->followed_rows)
		show_entry(list, i);
	list->followed = i;
	list->followed_rows = rows;
	if (list->first > last_first(list, count))
		list->first = last_first(list, count);
}

void
list_scroll(ListState *list, uint32_t count, long n)
{
	int64_t to = (int64_t)list->first + n;

	if (to > (int64_t)last_first(list, count))
		to = last_first(list, count);
	list->first = to > 0 ? (uint32_t)to : 0;
}
