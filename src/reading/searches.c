#include "reading/searches.h"

#include <assert.h>
#include <string.h>

void
searches_init(Searches *searches)
{
	*searches = (Searches){ .slots = { search_new() }, .n_used = 1 };
}

void
searches_done(Searches *searches)
{
	for (int slot = 0; slot < SEARCHES_MAX; slot++)
		search_free(searches->slots[slot]);
}

int
searches_current_slot(const Searches *searches)
{
	return searches->used[searches->n_used - 1];
}

Search *
searches_current(const Searches *searches)
{
	return searches->slots[searches_current_slot(searches)];
}

Search *
searches_at(const Searches *searches, int slot)
{
	Search *search = searches->slots[slot];

	return search && search_state(search) != SEARCH_OFF ? search : NULL;
}

int
searches_count(const Searches *searches)
{
	int n = 0;

	for (int slot = 0; slot < SEARCHES_MAX; slot++)
		n += searches_at(searches, slot) != NULL;
	return n;
}

/* Where a slot stands among those that are used; -1: it is not. */
static int
find_used(const Searches *searches, int slot)
{
	for (int i = 0; i < searches->n_used; i++)
		if (searches->used[i] == slot)
			return i;
	return -1;
}

bool
searches_add(Searches *searches)
{
	int slot = 0;

	if (search_state(searches_current(searches)) == SEARCH_OFF)
		return true;
	while (slot < SEARCHES_MAX && find_used(searches, slot) >= 0)
		slot++;
	if (slot == SEARCHES_MAX)
		return false;
	if (!searches->slots[slot])
		searches->slots[slot] = search_new();
	searches->used[searches->n_used++] = slot;
	return true;
}

/* Takes out the one at a place, of at least two. */
static void
take_out(Searches *searches, int at)
{
	searches->n_used--;
	memmove(searches->used + at, searches->used + at + 1,
		(size_t)(searches->n_used - at) * sizeof(*searches->used));
}

void
searches_drop(Searches *searches)
{
	search_stop(searches_current(searches));
	if (searches->n_used > 1)
		take_out(searches, searches->n_used - 1);
}

void
searches_choose(Searches *searches, int slot)
{
	int at = find_used(searches, slot);

	assert(at >= 0);
	if (search_state(searches_current(searches)) == SEARCH_OFF)
		searches_drop(searches);
	take_out(searches, at);
	searches->used[searches->n_used++] = slot;
}

void
searches_turn(Searches *searches)
{
	searches_choose(searches, searches->used[0]);
}

void
searches_drop_same(Searches *searches)
{
	const Search *current = searches_current(searches);

	for (int i = searches->n_used - 2; i >= 0; i--) {
		Search *other = searches->slots[searches->used[i]];

		if (!search_is_same(current, other))
			continue;
		search_stop(other);
		take_out(searches, i);
	}
}

void
searches_stop(Searches *searches)
{
	while (searches->n_used > 1)
		searches_drop(searches);
	searches_drop(searches);
}
