#include "ui/list.h"

void
list_move(ListState *list, uint32_t count, long n)
{
	int64_t to = (int64_t)list->selected + n;

	if (to >= (int64_t)count)
		to = (int64_t)count - 1;
	list->selected = to > 0 ? (uint32_t)to : 0;
}

void
list_show(ListState *list, uint32_t i, uint32_t count)
{
	uint32_t rows = list->rows > 0 ? (uint32_t)list->rows : 1;

	if (i < list->first)
		list->first = i;
	if (i >= list->first + rows)
		list->first = i - rows + 1;
	if (list->first + rows > count)
		list->first = count > rows ? count - rows : 0;
}
