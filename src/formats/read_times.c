/*
 * The times that paragraphs begin with.
 */
#include "formats/read_lines_inner.h"

#include "document/timestamp.h"

static bool
is_bare_time(const Reader *reader, Slice line, uint32_t *ret_ms)
{
	return rules_take_times(reader->verdict.rules) &&
	       timestamp_is_line(line, ret_ms);
}

/* True where a time is the text of a link: `[12:13](…)`, `[12:13][label]`. */
static bool
is_link(const Reader *reader, Slice rest, size_t len)
{
	rest = slice_sub(rest, len, SIZE_MAX);
	return slice_starts(rest, SLICE("(")) ||
	       definitions_begin(&reader->build.doc->defined, rest);
}

size_t
read_lines_time(Reader *reader, Slice rest)
{
	uint32_t time_ms;
	size_t len = timestamp_read_bracketed(rest, &time_ms);

	if (is_bare_time(reader, rest, &time_ms))
		len = rest.len;
	if (len == 0 || is_link(reader, rest, len))
		return 0;
	reader->build.time_ms = time_ms;
	while (len < rest.len &&
	       (rest.ptr[len] == ':' || rest.ptr[len] == ' '))
		len++;
	return len;
}

bool
read_lines_begins_by_time(const Reader *reader, Slice line)
{
	Slice rest = slice_trim_start(line);
	uint32_t time_ms;
	size_t len = timestamp_read_bracketed(rest, &time_ms);

	if (len == 0)
		return reader->build.time_ms != DOC_NONE ||
		       is_bare_time(reader, rest, &time_ms);
	if (is_link(reader, rest, len))
		return false;
	return rest.ptr[0] == '[' || rest.ptr[0] == '\\' ||
	       (len < rest.len && rest.ptr[len] == ':');
}
