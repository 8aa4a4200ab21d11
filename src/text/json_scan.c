#include "text/json_scan.h"

#include <stdbool.h>
#include <string.h>

#include "text/uni.h"
#include "text/utf8.h"

#define LEVELS_MAX 256	/* whose keys are counted apart: deeper is refused */

/*
 * The bytes of a string that `text` begins with.  Each byte is looked at once
 * for a quotation mark and once for a backslash.
 */
static size_t
string_len(Slice text)
{
	size_t i = 1, quote = 0;

	while (i < text.len) {
		const char *mark;

		if (quote < i) {
			mark = memchr(text.ptr + i, '"', text.len - i);
			quote = mark ? (size_t)(mark - text.ptr) : text.len;
		}
		mark = memchr(text.ptr + i, '\\', quote - i);
		if (!mark)
			return quote < text.len ? quote + 1 : text.len;
		i = (size_t)(mark - text.ptr) + 2;
	}
	return text.len;
}

JsonMeasure
json_measure(Slice text)
{
	JsonMeasure measure = { .values = 1 };
	size_t keys[LEVELS_MAX] = { 0 };
	uint32_t line = 1;
	unsigned depth = 0;

	for (size_t i = 0; i < text.len; i++) {
		char c = text.ptr[i];

		line += c == '\n';
		if (c == '"')
			i += string_len(slice_sub(text, i, SIZE_MAX)) - 1;
		measure.values += c == ',' || c == '[' || c == '{';
		if (c == ':' && ++keys[depth % LEVELS_MAX] > measure.keys) {
			measure.keys = keys[depth % LEVELS_MAX];
			measure.keys_line = line;
		}
		if (c == '[' || c == '{')
			keys[++depth % LEVELS_MAX] = 0;
		else if ((c == ']' || c == '}') && depth > 0)
			depth--;
		if (depth > measure.depth) {
			measure.depth = depth;
			measure.line = line;
		}
	}
	return measure;
}

JsonPlace
json_place_start(Slice text)
{
	return (JsonPlace){ text, 1 };
}

static bool
is_between(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == ',' ||
	       c == ':' || c == ']' || c == '}';
}

/* Passes what stands between two values. */
static void
pass_between(JsonPlace *place)
{
	size_t i = 0;

	while (i < place->rest.len && is_between(place->rest.ptr[i]))
		place->line += place->rest.ptr[i++] == '\n';
	place->rest = slice_sub(place->rest, i, SIZE_MAX);
}

/* The bytes of a scalar that `text` begins with. */
static size_t
scalar_len(Slice text)
{
	size_t i = 0;

	if (text.ptr[0] == '"')
		return string_len(text);
	while (i < text.len && !is_between(text.ptr[i]))
		i++;
	return i;
}

uint32_t
json_place_next(JsonPlace *place)
{
	for (;;) {
		uint32_t line;
		size_t len;

		pass_between(place);
		line = place->line;
		if (place->rest.len == 0)
			return line;
		len = place->rest.ptr[0] == '[' || place->rest.ptr[0] == '{'
			      ? 1
			      : scalar_len(place->rest);
		place->rest = slice_sub(place->rest, len, SIZE_MAX);
		if (slice_trim_start(place->rest).len == 0 ||
		    slice_trim_start(place->rest).ptr[0] != ':')
			return line;
	}
}

/* Of lines or paragraphs: one that is read becomes a line end. */
static bool
is_separator(uint32_t cp)
{
	return cp == 0x2028 || cp == 0x2029;
}

bool
json_is_plain(Slice s)
{
	uint32_t cp;

	for (size_t i = 0; i < s.len;) {
		unsigned char c = (unsigned char)s.ptr[i];

		if (c < 0x20 || c == '"' || c == '\\' || c == 0x7F)
			return false;
		if (c < 0x7F) {
			i++;
			continue;
		}
		/* Most of what is no ASCII is Han. */
		if (c >= 0xE4 && c <= 0xE9 && s.len - i >= 3 &&
		    utf8_is_continuation(s.ptr[i + 1]) &&
		    utf8_is_continuation(s.ptr[i + 2])) {
			i += 3;
			continue;
		}
		i += utf8_decode((Slice){ s.ptr + i, s.len - i }, &cp);
		if (uni_is_control(cp) || is_separator(cp))
			return false;
	}
	return true;
}

void
json_escape_lines(Slice text, Buf *out)
{
	bool quoted = false;

	for (size_t i = 0; i < text.len; i++) {
		char c = text.ptr[i];

		quoted ^= c == '"';
		if (quoted && c == '\\' && i + 1 < text.len)
			buf_append_char(out, text.ptr[i++]);
		if (quoted && text.ptr[i] == '\n')
			buf_append(out, SLICE("\\n"));
		else
			buf_append_char(out, text.ptr[i]);
	}
}

Slice
json_digits(int64_t value, char room[JSON_DIGITS_MAX])
{
	uint64_t rest = value < 0 ? -(uint64_t)value : (uint64_t)value;
	char *at = room + JSON_DIGITS_MAX;

	do
		*--at = (char)('0' + rest % 10);
	while ((rest /= 10) > 0);
	if (value < 0)
		*--at = '-';
	return (Slice){ at, (size_t)(room + JSON_DIGITS_MAX - at) };
}
