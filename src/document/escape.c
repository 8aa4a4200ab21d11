#include "document/escape.h"

#include <stdbool.h>
#include <string.h>

#include "base/ascii.h"
#include "text/utf8.h"

static bool
is_special(char c)
{
	switch (c) {
	case '\\':
	case '`':
	case '*':
	case '[':
	case ']':
	case '<':
		return true;
	default:
		return false;
	}
}

/* Inside a word `_` is no emphasis. */
static bool
is_in_word(Slice text, size_t i)
{
	return i > 0 && i + 1 < text.len && ascii_is_alnum(text.ptr[i - 1]) &&
	       ascii_is_alnum(text.ptr[i + 1]);
}

/* True where `text` begins with what may be an entity: `&amp;`, `&#39;`. */
static bool
is_entity(Slice text)
{
	size_t i = 1;

	while (i < text.len && (ascii_is_alnum(text.ptr[i]) || text.ptr[i] == '#'))
		i++;
	return i > 1 && (i == text.len || text.ptr[i] == ';');
}

/* A tab would become a space, and what is read as nothing would be lost. */
static bool
is_control(char c)
{
	unsigned char byte = (unsigned char)c;

	return byte < 0x20 && c != '\n' && c != '\0';
}

static void
put_entity(uint32_t cp, Buf *out)
{
	buf_appendf(out, "&#%u;", (unsigned)cp);
}

/* White space at an end of a paragraph, which would be trimmed. */
static void
put_blanks(Slice blanks, Buf *out)
{
	uint32_t cp;

	while (blanks.len > 0) {
		size_t n = utf8_decode(blanks, &cp);

		put_entity(cp, out);
		blanks = slice_sub(blanks, n, SIZE_MAX);
	}
}

/* The number of `#` at the end, which could close a heading. */
static size_t
closing_marks(Slice text)
{
	size_t n = 0;

	while (n < text.len && text.ptr[text.len - 1 - n] == '#')
		n++;
	return n;
}

/* True where the byte at `i` has to have a backslash at that place. */
static bool
is_special_at(Slice text, size_t i, size_t closing)
{
	char c = text.ptr[i];

	/* What opens a quote or heading, closes one, would make an image. */
	return is_special(c) || (i == 0 && (c == '>' || c == '#')) ||
	       (i > 0 && i >= closing) || (i + 1 == text.len && c == '!') ||
	       (c == '_' && !is_in_word(text, i)) ||
	       (c == '&' && is_entity(slice_sub(text, i, SIZE_MAX)));
}

/* True where a byte may need an escape somewhere; most need none. */
static inline bool
may_need(char c)
{
	return is_control(c) || is_special(c) || c == '>' || c == '#' ||
	       c == '!' || c == '_' || c == '&';
}

/* `text` has no white space at its ends. */
static void
put_text(Slice text, Buf *out)
{
	size_t closing = text.len - closing_marks(text), done = 0;

	for (size_t i = 0; i < text.len; i++) {
		bool control;

		if (!may_need(text.ptr[i]))
			continue;
		control = is_control(text.ptr[i]);
		if (!control && !is_special_at(text, i, closing))
			continue;
		buf_append(out, slice_sub(text, done, i - done));
		if (control)
			put_entity((unsigned char)text.ptr[i], out);
		else
			buf_append_char(out, '\\');
		done = i + control;
	}
	buf_append(out, slice_sub(text, done, SIZE_MAX));
}

void
escape_text(Slice text, Buf *out)
{
	Slice rest = slice_trim_start(text);
	Slice inner = slice_trim_end(rest);

	put_blanks(slice_sub(text, 0, text.len - rest.len), out);
	put_text(inner, out);
	put_blanks(slice_sub(rest, inner.len, SIZE_MAX), out);
}

/* True where an address needs no `<>`: nothing in it is markup. */
static bool
is_simple(Slice address)
{
	for (size_t i = 0; i < address.len; i++)
		if (!ascii_is_alnum(address.ptr[i]) &&
		    (address.ptr[i] == '\0' ||
		     strchr("-._~:/?#@!$+,=%&", address.ptr[i]) == NULL))
			return false;
	return address.len > 0;
}

/*
 * Entities are not decoded in an address, so that `&` is one there with the
 * backslash and without.
 */
static void
put_address(Slice address, Buf *out)
{
	for (size_t i = 0; i < address.len; i++) {
		unsigned char c = (unsigned char)address.ptr[i];

		if (c < 0x20) {
			buf_appendf(out, "%%%02X", c);
			continue;
		}
		if (c == '<' || c == '>' || c == '\\' || c == '&')
			buf_append_char(out, '\\');
		buf_append_char(out, (char)c);
	}
}

void
escape_link(Slice label, Slice address, Buf *out)
{
	buf_append_char(out, '[');
	escape_text(label, out);
	if (is_simple(address)) {
		buf_append(out, SLICE("]("));
		buf_append(out, address);
		buf_append(out, SLICE(")"));
		return;
	}
	buf_append(out, SLICE("](<"));
	put_address(address, out);
	buf_append(out, SLICE(">)"));
}
