#include "document/several.h"

#include "base/items.h"

/* What stands between the names of several. */
static const Slice SEPARATORS[] = {
	{ "、", 3 }, { ", and ", 6 }, { ",", 1 }, { "，", 3 }, { " and ", 5 },
	{ "&", 1 }, { "＆", 3 }, { "/", 1 }, { "／", 3 }, { " + ", 3 },
	{ "和", 3 }, { "與", 3 }, { "与", 3 }, { "及", 3 },
};

/* The first separator in `names`; its offset, or SIZE_MAX. */
static size_t
find_separator(Slice names, size_t *ret_len)
{
	size_t best = SIZE_MAX;

	for (size_t i = 0; i < N_ITEMS(SEPARATORS); i++) {
		size_t at = slice_find(names, SEPARATORS[i]);

		if (at < best) {
			best = at;
			*ret_len = SEPARATORS[i].len;
		}
	}
	return best;
}

uint32_t
several_split(Slice names, Slice *ret, uint32_t max)
{
	uint32_t n = 0;
	size_t at, len;

	while (n + 1 < max &&
	       (at = find_separator(names, &len)) != SIZE_MAX) {
		ret[n++] = slice_trim(slice_sub(names, 0, at));
		names = slice_sub(names, at + len, SIZE_MAX);
	}
	ret[n++] = slice_trim(names);
	return n;
}
