/*
 * The forms of labels in which a time stands between the name and the text:
 * `Name (00:21): text`, `Name 00:21: text`.
 */
#include "document/label_inner.h"

#include <string.h>

#include "base/ascii.h"
#include "document/timestamp.h"

/* Where the digits of a time begin whose first colon is that of `head`, or 0. */
static size_t
before_time(Slice head)
{
	const char *colon = memchr(head.ptr, ':', head.len);
	size_t at = colon != NULL ? (size_t)(colon - head.ptr) : 0;
	size_t digits = 0;

	while (digits < at && digits < 4 &&
	       ascii_is_digit(head.ptr[at - digits - 1]))
		digits++;
	at -= digits;
	return digits > 0 && at > 1 ? at : 0;
}

/* `Name 00:21: text`, `Name, 00:21: text` */
static bool
read_bare_timed(Slice line, size_t at, Label *ret)
{
	Slice rest = slice_sub(line, at, LABEL_BYTES_MAX);
	size_t len = timestamp_read(rest, &ret->time_ms);

	return len > 0 && line.ptr[at - 1] == ' ' &&
	       label_colon(slice_sub(rest, len, SIZE_MAX)) > 0 &&
	       label_finish(ret, label_without_dash(slice_trim(slice_sub(
				    line, 0, at))),
			    label_skip(line, at + len));
}

/* Behind `（00:21）`, or `(00:21)` and a blank, no colon need follow a name. */
static bool
ends_timed(Slice name, Slice rest)
{
	return label_colon(rest) > 0 ||
	       (rest.len > 0 && (rest.ptr[0] == ' ' || (rest.ptr[0] & 0x80)) &&
		name_look(name) >= NAME_PLAUSIBLE);
}

bool
label_read_timed(Slice line, Label *ret)
{
	Slice head = slice_sub(line, 0, LABEL_BYTES_MAX);
	size_t from = head.len > 0 ? before_time(head) : 0, len;

	if (from > 0 && read_bare_timed(line, from, ret))
		return true;
	from = from > 3 ? from - 3 : from > 0;
	if (from > 0 && memchr(head.ptr + 1, 0xE3, from - 1) != NULL)
		return false;
	for (size_t i = from; i > 0 && i < head.len; i++) {
		if (head.ptr[i] == ':' || (unsigned char)head.ptr[i] == 0xE3)
			return false;
		if (head.ptr[i] != '(' && head.ptr[i] != '[' &&
		    head.ptr[i] != '\\' &&
		    !slice_starts(slice_sub(head, i, 3), SLICE("（")))
			continue;
		len = timestamp_read_bracketed(slice_sub(head, i, SIZE_MAX),
					       &ret->time_ms);
		if (len > 0)
			return ends_timed(slice_sub(head, 0, i),
					  slice_sub(line, i + len, SIZE_MAX)) &&
			       label_finish(ret, slice_sub(head, 0, i),
					    label_skip(line, i + len));
	}
	return false;
}
