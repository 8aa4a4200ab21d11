#ifdef HAVE_CONFIG_H
#include "config.h"
#endif

#include "base/slice.h"

#include <string.h>

#define NEAR_MAX 512	/* bytes that are searched without tables */

static char
ascii_lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

bool
slice_eq_nocase(Slice a, Slice b)
{
	if (a.len != b.len)
		return false;
	for (size_t i = 0; i < a.len; i++)
		if (ascii_lower(a.ptr[i]) != ascii_lower(b.ptr[i]))
			return false;
	return true;
}

/* Among few bytes: memmem() would make its tables first. */
static size_t
find_near(Slice s, Slice needle)
{
	const char *end = s.ptr + (s.len - needle.len) + 1, *at = s.ptr;
	size_t last = needle.len - 1;

	while (at < end) {
		at = memchr(at, needle.ptr[0], (size_t)(end - at));
		if (at == NULL)
			break;
		if (at[last] == needle.ptr[last] &&
		    (last == 1 || memcmp(at, needle.ptr, last) == 0))
			return (size_t)(at - s.ptr);
		at++;
	}
	return SIZE_MAX;
}

size_t
slice_find_long(Slice s, Slice needle)
{
	const char *hit;

	if (s.len <= NEAR_MAX)
		return find_near(s, needle);
	hit = memmem(s.ptr, s.len, needle.ptr, needle.len);
	return hit ? (size_t)(hit - s.ptr) : SIZE_MAX;
}

static bool
is_ascii_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

Slice
slice_trim_start_spaces(Slice s)
{
	while (s.len > 0) {
		size_t n = is_ascii_space(*s.ptr) ? 1 : slice_wide_space(s);

		if (n == 0)
			break;
		s = (Slice){ s.ptr + n, s.len - n };
	}
	return s;
}

/* The bytes of the white space that `s` ends with, or 0. */
static size_t
space_at_end(Slice s)
{
	if (s.len > 0 && is_ascii_space(s.ptr[s.len - 1]))
		return 1;
	for (size_t n = 2; n <= 3 && n <= s.len; n++)
		if (slice_wide_space((Slice){ s.ptr + s.len - n, n }) == n)
			return n;
	return 0;
}

Slice
slice_trim_end_spaces(Slice s)
{
	size_t n;

	while ((n = space_at_end(s)) > 0)
		s.len -= n;
	return s;
}

Slice
slice_next_line(Slice *rest)
{
	const char *lf = rest->len > 0 ? memchr(rest->ptr, '\n', rest->len)
				       : NULL;
	size_t len = lf != NULL ? (size_t)(lf - rest->ptr) : rest->len;
	Slice line = slice_sub(*rest, 0, len);

	*rest = slice_sub(*rest, len + (lf != NULL), SIZE_MAX);
	return line;
}
