#include "document/timestamp.h"

#include <stdbool.h>
#include <string.h>

#include "base/ascii.h"
#include "base/items.h"

#define PARTS_MAX 4		/* days, hours, minutes, seconds */
#define BYTES_MAX 40		/* of a range of times with its brackets */
#define LINK_BYTES_MAX 512	/* of an address behind a time */

static const struct {
	Slice open, close;
} BRACKETS[] = {
	{ { "[", 1 }, { "]", 1 } },
	{ { "(", 1 }, { ")", 1 } },
	{ { "\\[", 2 }, { "\\]", 2 } },
	{ { "（", 3 }, { "）", 3 } },
	{ { "【", 3 }, { "】", 3 } },
	{ { "<", 1 }, { ">", 1 } },
};

/* Of wide brackets and blanks, the first of their bytes. */
const uint8_t TIMESTAMP_FIRST[UINT8_MAX + 1] = {
	['['] = TIMESTAMP_BRACKET,	['('] = TIMESTAMP_BRACKET,
	['\\'] = TIMESTAMP_BRACKET,	['<'] = TIMESTAMP_BRACKET,
	[0xE3] = TIMESTAMP_BRACKET | TIMESTAMP_BARE,
	[0xEF] = TIMESTAMP_BRACKET | TIMESTAMP_BARE,
	['*'] = TIMESTAMP_MARK,		['_'] = TIMESTAMP_MARK,
	['`'] = TIMESTAMP_MARK,		[0xC2] = TIMESTAMP_BARE,
	['\t'] = TIMESTAMP_BARE,	['\n'] = TIMESTAMP_BARE,
	['\v'] = TIMESTAMP_BARE,	['\f'] = TIMESTAMP_BARE,
	['\r'] = TIMESTAMP_BARE,	[' '] = TIMESTAMP_BARE,
	['0'] = TIMESTAMP_BARE,		['1'] = TIMESTAMP_BARE,
	['2'] = TIMESTAMP_BARE,		['3'] = TIMESTAMP_BARE,
	['4'] = TIMESTAMP_BARE,		['5'] = TIMESTAMP_BARE,
	['6'] = TIMESTAMP_BARE,		['7'] = TIMESTAMP_BARE,
	['8'] = TIMESTAMP_BARE,		['9'] = TIMESTAMP_BARE,
};

static bool
is_digit(Slice s, size_t i)
{
	return i < s.len && ascii_is_digit(s.ptr[i]);
}

/* Reads digits at `*i`; returns how many. */
static size_t
read_digits(Slice s, size_t *i, uint32_t *ret)
{
	size_t n = 0;

	*ret = 0;
	while (is_digit(s, *i) && n < 4) {
		*ret = 10 * *ret + (uint32_t)(s.ptr[(*i)++] - '0');
		n++;
	}
	return n;
}

/* A fraction of a second behind the time, in milliseconds. */
static uint32_t
read_fraction(Slice s, size_t *i)
{
	uint32_t ms = 0, unit = 100;

	if (*i >= s.len || (s.ptr[*i] != '.' && s.ptr[*i] != ',') ||
	    !is_digit(s, *i + 1))
		return 0;
	for ((*i)++; is_digit(s, *i); (*i)++) {
		ms += unit * (uint32_t)(s.ptr[*i] - '0');
		unit /= 10;
	}
	return ms;
}

/* The seconds of two to four parts; false where one is too large. */
static bool
add_up(const uint32_t *parts, size_t n, uint32_t *ret_seconds)
{
	uint64_t seconds = parts[0];

	for (size_t i = 1; i < n; i++) {
		uint32_t most = n == PARTS_MAX && i == 1 ? 24 : 60;

		if (parts[i] >= most)
			return false;
		seconds = seconds * most + parts[i];
	}
	*ret_seconds = (uint32_t)seconds;
	return seconds < UINT32_MAX / 1000;
}

size_t
timestamp_read(Slice text, uint32_t *ret_ms)
{
	uint32_t parts[PARTS_MAX], seconds;
	size_t n = 0, i = 0;

	for (;;) {
		size_t digits = read_digits(text, &i, &parts[n]);

		if (digits == 0 || (n > 0 && digits != 2))
			return 0;
		if (++n == PARTS_MAX || i >= text.len || text.ptr[i] != ':' ||
		    !is_digit(text, i + 1))
			break;
		i++;
	}
	if (n < 2 || is_digit(text, i) || !add_up(parts, n, &seconds))
		return 0;
	*ret_ms = seconds * 1000 + read_fraction(text, &i);
	return i;
}

/* The bytes of what stands between the two times of a range, or 0. */
static size_t
range_dash(Slice s)
{
	static const Slice dashes[] = {
		{ "-->", 3 }, { "-", 1 }, { "–", 3 }, { "—", 3 }, { "→", 3 },
		{ "~", 1 },
	};
	Slice rest = slice_trim_start(s);
	size_t n = s.len - rest.len;

	for (size_t i = 0; i < N_ITEMS(dashes); i++)
		if (slice_starts(rest, dashes[i])) {
			rest = slice_sub(rest, dashes[i].len, SIZE_MAX);
			n += dashes[i].len;
			return n + rest.len - slice_trim_start(rest).len;
		}
	return 0;
}

/* The bytes of what may follow a time of the day. */
static size_t
read_half(Slice text)
{
	static const Slice halves[] = {
		{ "Z", 1 }, { " AM", 3 }, { " PM", 3 }, { " am", 3 },
		{ " pm", 3 }, { "AM", 2 }, { "PM", 2 }, { "am", 2 }, { "pm", 2 },
		{ "\u202FAM", 5 }, { "\u202FPM", 5 },
	};

	for (size_t i = 0; i < N_ITEMS(halves); i++)
		if (slice_starts(text, halves[i]))
			return halves[i].len;
	return 0;
}

/* `7.25s`: seconds as some tools write them. */
static size_t
read_seconds(Slice text, uint32_t *ret_ms)
{
	uint32_t seconds;
	size_t i = 0;

	if (read_digits(text, &i, &seconds) == 0)
		return 0;
	*ret_ms = seconds * 1000 + read_fraction(text, &i);
	return i < text.len && text.ptr[i] == 's' ? i + 1 : 0;
}

/* `00:12`, `10:15 AM` */
static size_t
read_one(Slice text, uint32_t *ret_ms)
{
	size_t len = timestamp_read(text, ret_ms);

	return len == 0 ? 0
			: len + read_half(slice_sub(text, len, SIZE_MAX));
}

/* A time, or the first of a range: `00:01 - 00:05`. */
static size_t
read_range(Slice text, size_t (*read)(Slice text, uint32_t *ret_ms),
	   uint32_t *ret_ms)
{
	size_t len = read(text, ret_ms), dash, end;
	uint32_t ms;

	if (len == 0)
		return 0;
	dash = range_dash(slice_sub(text, len, SIZE_MAX));
	if (dash == 0)
		return len;
	end = read(slice_sub(text, len + dash, SIZE_MAX), &ms);
	return end == 0 ? len : len + dash + end;
}

size_t
timestamp_read_inside(Slice text, uint32_t *ret_ms)
{
	/* What most brackets hold is no time. */
	if (!is_digit(text, (unsigned char)text.ptr[0] >= 0x80 ? 3
			    : text.ptr[0] == '\\'	       ? 2 : 1))
		return 0;
	for (size_t i = 0; i < N_ITEMS(BRACKETS); i++) {
		Slice open = BRACKETS[i].open, close = BRACKETS[i].close;
		uint32_t ms;
		size_t len;

		if (!is_digit(text, open.len) || !slice_starts(text, open))
			continue;
		len = read_range(slice_sub(text, open.len, BYTES_MAX),
				 read_one, &ms);
		if (len == 0)
			len = read_range(slice_sub(text, open.len, BYTES_MAX),
					 read_seconds, &ms);
		if (len == 0 || !slice_starts(slice_sub(text, open.len + len,
							SIZE_MAX), close))
			continue;
		*ret_ms = ms;
		return open.len + len + close.len;
	}
	return 0;
}

/* The bytes of a part of a date: a number, or `Mar`. */
static size_t
read_part(Slice text)
{
	uint32_t part;
	size_t i = 0;

	if (read_digits(text, &i, &part) > 0)
		return i;
	while (i < 3 && i < text.len && ascii_is_letter(text.ptr[i]))
		i++;
	return i == 3 ? i : 0;
}

/* `2024-01-31 `, `1/31/24, `: three parts, and what divides them from a time. */
static size_t
read_date(Slice text)
{
	size_t i = 0;

	for (unsigned n = 0; n < 3; n++) {
		Slice rest = slice_sub(text, i + (n > 0), SIZE_MAX);
		size_t len = n == 1 || is_digit(rest, 0) ? read_part(rest) : 0;

		if (len == 0 || (n > 0 && strchr("-/.", text.ptr[i]) == NULL))
			return 0;
		i += (n > 0) + len;
	}
	if (i < text.len && text.ptr[i] == 'T')
		return i + 1;
	i += i < text.len && text.ptr[i] == ',';
	return i < text.len && text.ptr[i] == ' ' ? i + 1 : 0;
}

size_t
timestamp_read_dated(Slice text, uint32_t *ret_ms)
{
	bool open = text.len > 0 && text.ptr[0] == '[';
	size_t len = read_date(slice_sub(text, open, BYTES_MAX)), time;
	uint32_t ms;

	if (len == 0)
		return 0;
	len += open;
	time = timestamp_read(slice_sub(text, len, BYTES_MAX), &ms);
	if (time == 0)
		return 0;
	len += time;
	len += read_half(slice_sub(text, len, BYTES_MAX));
	text = slice_sub(text, len, BYTES_MAX);
	if (open && !slice_starts(text, SLICE("]")))
		return 0;
	*ret_ms = ms;
	if (open)
		return len + 1;
	return len + (slice_starts(text, SLICE(" - ")) ? 3 : 0);
}

/* The bytes of an address in parentheses at the start of `s`, or 0. */
static size_t
link_address(Slice s)
{
	size_t depth = 0;

	for (size_t i = 0; i < s.len && i < LINK_BYTES_MAX; i++) {
		depth += s.ptr[i] == '(';
		if (depth == 0)
			return 0;
		depth -= s.ptr[i] == ')';
		if (depth == 0)
			return i + 1;
	}
	return 0;
}

/* ` - ` between a time and a name. */
static size_t
skip_dash(Slice s)
{
	static const Slice dashes[] = {
		{ " - ", 3 }, { " – ", 5 }, { " — ", 5 }, { " | ", 3 },
		{ " · ", 4 },
	};

	for (size_t i = 0; i < N_ITEMS(dashes); i++)
		if (slice_starts(s, dashes[i]))
			return dashes[i].len;
	return 0;
}

/* A time that is set apart: `**[00:12]** `, `` `00:12` ``. */
static size_t
read_marked(Slice line, size_t marks, uint32_t *ret_ms, bool *ret_clock)
{
	Slice inside = slice_sub(line, marks, SIZE_MAX);
	size_t len;

	*ret_clock = is_digit(inside, 0);
	len = *ret_clock ? read_range(inside, read_one, ret_ms)
			 : timestamp_read_bracketed(inside, ret_ms);
	return len > 0 && slice_starts(slice_sub(inside, len, SIZE_MAX),
				       slice_sub(line, 0, marks))
		       ? len + 2 * marks
		       : 0;
}

size_t
timestamp_skip_marked(Slice line, size_t marks, uint32_t *ret_ms,
		      bool *ret_clock)
{
	uint32_t ms;
	size_t len = read_marked(line, marks, &ms, ret_clock);
	bool bare = *ret_clock;

	if (len == 0 && (bare || slice_starts(line, SLICE("[")))) {
		len = timestamp_read_dated(line, &ms);
		*ret_clock = len > 0;
	} else if (len > 0 && !bare) {
		size_t link = link_address(slice_sub(line, len, SIZE_MAX));

		*ret_clock = link > 0;
		len += link;
	}
	if (len == 0 ||
	    (bare && len < line.len && line.ptr[len - 1] != ' ' &&
	     line.ptr[len] != ' ' && line.ptr[len] != '\t'))
		return 0;
	*ret_ms = ms;
	len += skip_dash(slice_sub(line, len, SIZE_MAX));
	return line.len - slice_trim_start(slice_sub(line, len, SIZE_MAX)).len;
}

size_t
timestamp_skip(Slice text, uint32_t *ret_ms)
{
	size_t len = timestamp_read_bracketed(text, ret_ms);

	while (len > 0 && len < text.len &&
	       (text.ptr[len] == ':' || text.ptr[len] == ' '))
		len++;
	return len;
}

bool
timestamp_is_range(Slice line, uint32_t *ret_ms)
{
	uint32_t ms;

	line = slice_trim(line);
	if (line.len == 0 || line.ptr[0] < '0' || line.ptr[0] > '9' ||
	    read_range(line, read_one, &ms) != line.len)
		return false;
	*ret_ms = ms;
	return true;
}

/* `10:15 PM`, unlike what else ends in an m. */
static bool
ends_half(Slice text)
{
	return text.len > 4 &&
	       strchr("AaPp", text.ptr[text.len - 2]) != NULL &&
	       strchr("0123456789 \xAF", text.ptr[text.len - 3]) != NULL;
}

/* A time with nothing behind it. */
static size_t
read_plain_last(Slice text, uint32_t *ret_ms)
{
	size_t from = text.len > BYTES_MAX ? text.len - BYTES_MAX : 0;

	for (size_t i = from; i < text.len; i++) {
		Slice rest = { text.ptr + i, text.len - i };
		uint32_t ms;
		bool apart = i == 0 || text.ptr[i - 1] == ' ' ||
			     text.ptr[i - 1] == '\t';

		if (timestamp_read_bracketed(rest, &ms) != rest.len &&
		    !(apart && (read_range(rest, read_one, &ms) == rest.len ||
				timestamp_read_dated(rest, &ms) == rest.len)))
			continue;
		*ret_ms = ms;
		return rest.len;
	}
	return 0;
}

/* `*00:12*`: the time, and as many marks on either side. */
static size_t
read_marked_last(Slice text, uint32_t *ret_ms)
{
	size_t marks = 1, from;
	Slice close, inside;

	while (marks < 3 && marks < text.len &&
	       text.ptr[text.len - 1 - marks] == text.ptr[text.len - 1])
		marks++;
	text.len -= marks;
	close = (Slice){ text.ptr + text.len, marks };
	for (from = text.len; from > 0 && from + BYTES_MAX > text.len; from--)
		if (slice_ends(slice_sub(text, 0, from), close))
			break;
	inside = slice_sub(text, from, SIZE_MAX);
	return from > 0 && inside.len > 0 &&
			       (read_one(inside, ret_ms) == inside.len ||
				timestamp_read_bracketed(inside, ret_ms) ==
					inside.len)
		       ? inside.len + 2 * marks
		       : 0;
}

/* `[00:12](address)` */
static size_t
read_link_last(Slice text, uint32_t *ret_ms)
{
	Slice head;
	size_t len;

	text = slice_sub(text, text.len > LINK_BYTES_MAX
				       ? text.len - LINK_BYTES_MAX
				       : 0, SIZE_MAX);
	head = slice_sub(text, 0, slice_find(text, SLICE("](")) + 1);
	len = head.len < text.len ? read_plain_last(head, ret_ms) : 0;
	return len == 0 ? 0 : text.len - head.len + len;
}

size_t
timestamp_read_last(Slice text, uint32_t *ret_ms)
{
	char last = text.len > 0 ? text.ptr[text.len - 1] : 0;
	size_t len;

	if (last == '*' || last == '_' || last == '`')
		return read_marked_last(text, ret_ms);
	if ((last | 32) == 'm' && !ends_half(text))
		return 0;
	len = read_plain_last(text, ret_ms);
	return len == 0 && last == ')' ? read_link_last(text, ret_ms) : len;
}

void
timestamp_append(uint32_t time_ms, Buf *out)
{
	uint32_t seconds = time_ms / 1000;

	if (seconds >= 3600)
		buf_appendf(out, "%u:%02u:%02u", seconds / 3600,
			    seconds / 60 % 60, seconds % 60);
	else
		buf_appendf(out, "%u:%02u", seconds / 60, seconds % 60);
}
