#include "reading/jumps.h"

#include <string.h>

static bool
place_eq(Place a, Place b)
{
	return a.off == b.off && a.part == b.part;
}

/* Makes `place` the newest one of the list, if it is not that already. */
static void
push(Jumps *jumps, Place place)
{
	if (jumps->n > 0 && place_eq(jumps->list[jumps->n - 1], place))
		return;
	if (jumps->n == JUMPS_MAX) {
		memmove(jumps->list, jumps->list + 1,
			(JUMPS_MAX - 1) * sizeof(*jumps->list));
		jumps->n--;
	}
	jumps->list[jumps->n++] = place;
	jumps->pushes++;
}

void
jumps_init(Jumps *jumps)
{
	*jumps = (Jumps){ .n = 0 };
}

void
jumps_remember(Jumps *jumps, Place here)
{
	push(jumps, here);
	jumps->at = jumps->n;
	jumps->before = here;
	jumps->has_before = true;
}

/* Gives the place where one is a number, so that one can return to it. */
static void
enter_list(Jumps *jumps, Place here)
{
	push(jumps, here);
	jumps->at = jumps->n - 1;
}

/* True where the list holds a place that is not where one is. */
static bool
has_older(const Jumps *jumps, Place here)
{
	if (jumps->at < jumps->n)
		return jumps->at > 0;
	return jumps->n > 1
		|| (jumps->n == 1 && !place_eq(jumps->list[0], here));
}

bool
jumps_go(Jumps *jumps, Place here, long n, Place *ret)
{
	if (n > 0 && !has_older(jumps, here))
		return false;
	if (n > 0 && jumps->at == jumps->n)
		enter_list(jumps, here);
	long older = n < jumps->at ? n : jumps->at;
	long newer = n > -JUMPS_MAX ? -n : JUMPS_MAX;
	int last = jumps->n - 1;

	if (n > 0)
		jumps->at -= (int)older;
	else if (n == 0 || jumps->at >= last)
		return false;
	else
		jumps->at = newer < last - jumps->at ? jumps->at + (int)newer
			: last;
	*ret = jumps->list[jumps->at];
	return true;
}

bool
jumps_back(Jumps *jumps, Place here, Place *ret)
{
	if (!jumps->has_before || place_eq(jumps->before, here))
		return false;
	*ret = jumps->before;
	jumps->before = here;
	return true;
}

JumpsMark
jumps_mark(const Jumps *jumps)
{
	return (JumpsMark){
		.pushes = jumps->pushes,
		.before = jumps->before,
		.has_before = jumps->has_before,
	};
}

void
jumps_rewind(Jumps *jumps, JumpsMark mark)
{
	for (; jumps->pushes > mark.pushes && jumps->n > 0; jumps->n--)
		jumps->pushes--;
	jumps->pushes = mark.pushes;
	jumps->at = jumps->n;
	jumps->before = mark.before;
	jumps->has_before = mark.has_before;
}
