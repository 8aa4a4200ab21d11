/*
 * The program's wcwidth(), which stands before the C library's for ncursesw
 * too, so that both count cells alike; and the width of East Asian Ambiguous
 * characters, which is static because wcwidth() has no context.
 */
#ifdef HAVE_CONFIG_H
#include "config.h"
#endif

#include "text/uni.h"

#include <assert.h>
#include <wchar.h>

static int ambiguous_width = 1;

void
uni_set_ambiguous_width(int cells)
{
	assert(cells == 1 || cells == 2);
	ambiguous_width = cells;
}

int
uni_ambiguous_width(void)
{
	return ambiguous_width;
}

__attribute__((visibility("default"))) int
wcwidth(wchar_t c)
{
	return c == L'\0' ? 0 : uni_width((uint32_t)c);
}
