#include "document/marked.h"

#include <string.h>

#include "base/ascii.h"
#include "base/items.h"

#define TAG_BYTES_MAX 200	/* of an opening tag with its attributes */

static const struct {
	Slice open;		/* with what may follow: `>` or attributes */
	Slice close;
	MarkWeight weight;
} TAGS[] = {
	{ { "<b", 2 }, { "</b>", 4 }, MARK_STRONG },
	{ { "<strong", 7 }, { "</strong>", 9 }, MARK_STRONG },
	{ { "<u", 2 }, { "</u>", 4 }, MARK_STRONG },
	{ { "<span", 5 }, { "</span>", 7 }, MARK_STRONG },
	{ { "<font", 5 }, { "</font>", 7 }, MARK_STRONG },
	{ { "<em", 3 }, { "</em>", 5 }, MARK_LIGHT },
	{ { "<i", 2 }, { "</i>", 4 }, MARK_LIGHT },
};

/* An underscore inside a word (`SPEAKER_00`) closes nothing. */
static bool
is_inside_word(Slice s, size_t at, Slice close)
{
	size_t next = at + close.len;

	return close.ptr[0] == '_' && next < s.len &&
	       ascii_is_alnum(s.ptr[next]);
}

/* What stands from `from` to `close`. */
static bool
read_to(Slice s, size_t from, size_t max, Slice close, Slice *ret_inside)
{
	Slice rest = slice_sub(s, from, max + close.len + 1);
	size_t at = slice_find(rest, close);

	while (at != SIZE_MAX && is_inside_word(rest, at, close)) {
		size_t more = slice_find(slice_sub(rest, at + 1, SIZE_MAX),
					 close);

		at = more == SIZE_MAX ? SIZE_MAX : at + 1 + more;
	}
	*ret_inside = slice_sub(rest, 0, at);
	return at != SIZE_MAX && at > 0;
}

size_t
marked_tag(Slice s, Slice open)
{
	const char *end;

	if (!slice_starts(s, open) || s.len == open.len ||
	    (s.ptr[open.len] != '>' && s.ptr[open.len] != ' '))
		return 0;
	s = slice_sub(s, 0, TAG_BYTES_MAX);
	end = memchr(s.ptr, '>', s.len);
	return end == NULL ? 0 : (size_t)(end - s.ptr) + 1;
}

size_t
marked_anchor(Slice s)
{
	static const Slice close = { "</a>", 4 };
	size_t len = marked_tag(s, SLICE("<a"));

	if (len > 0 && slice_starts(slice_sub(s, len, SIZE_MAX), close))
		return len + close.len;
	return marked_tag(s, SLICE("<p"));
}

static MarkWeight
read_tag(Slice s, size_t max, Slice *ret_inside, size_t *ret_end)
{
	for (size_t i = 0; i < N_ITEMS(TAGS); i++) {
		size_t len = marked_tag(s, TAGS[i].open);

		if (len == 0 ||
		    !read_to(s, len, max, TAGS[i].close, ret_inside))
			continue;
		*ret_end = len + ret_inside->len + TAGS[i].close.len;
		return TAGS[i].weight;
	}
	return MARK_NONE;
}

/* `***`, `**`, `*`, `__` or `_` at the start of `s`; it is closed by the same. */
static Slice
mark_of(Slice s)
{
	size_t most = s.ptr[0] == '*' ? 3 : 2, n = 1;

	while (n < most && n < s.len && s.ptr[n] == s.ptr[0])
		n++;
	return slice_sub(s, 0, n);
}

MarkWeight
marked_read(Slice s, size_t max, Slice *ret_inside, size_t *ret_end)
{
	Slice mark;

	if (!marked_may_begin(s))
		return MARK_NONE;
	if (s.ptr[0] == '<')
		return read_tag(s, max, ret_inside, ret_end);
	mark = mark_of(s);
	if (!read_to(s, mark.len, max, mark, ret_inside))
		return MARK_NONE;
	*ret_end = mark.len + ret_inside->len + mark.len;
	return mark.len > 1 ? MARK_STRONG : MARK_LIGHT;
}

/* True where `s` goes on with the marker of an item and a blank behind it. */
static bool
is_marker(Slice s, bool ordered)
{
	const char *marks = ordered ? ".)" : "-*+";

	return s.len > 1 && s.ptr[1] == ' ' && strchr(marks, s.ptr[0]) != NULL &&
	       s.ptr[0] != '\0';
}

size_t
marked_block(Slice line)
{
	size_t i = 0, digits = 0;

	while (i < line.len && (line.ptr[i] == ' ' || line.ptr[i] == '>' ||
				line.ptr[i] == '\t'))
		i++;
	while (i + digits < line.len && line.ptr[i + digits] >= '0' &&
	       line.ptr[i + digits] <= '9')
		digits++;
	if (is_marker(slice_sub(line, i + digits, SIZE_MAX), digits > 0))
		i += digits + 2;
	return i;
}

size_t
marked_number(Slice s, bool *ret_item)
{
	size_t n = 0, text;

	while (n < s.len && n < 4 && ascii_is_digit(s.ptr[n]))
		n++;
	*ret_item = n > 0 && is_marker(slice_sub(s, n, SIZE_MAX), true);
	if (*ret_item)
		return n + 2;
	text = s.len - slice_trim_start(slice_sub(s, n, SIZE_MAX)).len;
	return text > n + 1 || (text > n && s.ptr[n] == '\t') ? text : 0;
}

Slice
marked_unbracket(Slice name)
{
	static const Slice pairs[][2] = {
		{ { "[", 1 }, { "]", 1 } },
		{ { "(", 1 }, { ")", 1 } },
		{ { "【", 3 }, { "】", 3 } },
		{ { "「", 3 }, { "」", 3 } },
		{ { "《", 3 }, { "》", 3 } },
		{ { "\\[", 2 }, { "\\]", 2 } },
	};

	/* Most names begin with a letter. */
	if (name.len == 0 || (name.ptr[0] != '[' && name.ptr[0] != '(' &&
			      name.ptr[0] != '\\' && name.ptr[0] != '\xE3'))
		return name;
	for (size_t i = 0; i < N_ITEMS(pairs); i++) {
		Slice open = pairs[i][0], close = pairs[i][1];
		Slice inner = slice_sub(name, open.len,
					name.len - open.len - close.len);

		if (slice_starts(name, open) && slice_ends(name, close) &&
		    name.len > open.len + close.len)
			return slice_trim(slice_sub(
				inner, 0, slice_find(inner, SLICE("]["))));
	}
	return name;
}
