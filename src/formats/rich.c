/*
 * Emphasis is kept as private control bytes until the paragraph is whole,
 * because Markdown's rule for it (CommonMark, "delimiter runs") looks at the
 * characters on both sides.
 */
#include "formats/rich.h"

#include <string.h>

#include "base/ascii.h"
#include "text/uni.h"
#include "text/utf8.h"

/* The private bytes; text loses its control characters. */
#define OPENS(mark) ((char)(1 + (mark)))
#define CLOSES(mark) ((char)(3 + (mark)))
#define MARK_LAST 4

#define ADDRESS_MAX 2048

void
rich_init(Rich *rich)
{
	*rich = (Rich){ .link = SIZE_MAX };
	buf_init(&rich->text, SIZE_MAX);
	buf_init(&rich->out, SIZE_MAX);
}

void
rich_done(Rich *rich)
{
	buf_done(&rich->out);
	buf_done(&rich->text);
}

void
rich_clear(Rich *rich)
{
	buf_clear(&rich->text);
	rich->filled = false;
	rich->space = false;
	rich->line_end = false;
	rich->marks = 0;
	rich->link = SIZE_MAX;
}

static bool
is_mark(char c)
{
	return c > 0 && c <= MARK_LAST;
}

bool
rich_is_empty(const Rich *rich)
{
	return !rich->filled;
}

/* True where Markdown may take the byte at `off` for markup. */
static bool
is_special(Slice text, size_t off)
{
	char before = off > 0 ? text.ptr[off - 1] : ' ';
	char after = off + 1 < text.len ? text.ptr[off + 1] : '#';

	switch (text.ptr[off]) {
	case '\\':
	case '`':
	case '*':
	case '<':
	case '[':
	case ']':
		return true;
	case '_':
		return !ascii_is_alnum(before) || !ascii_is_alnum(after);
	case '&':
		return ascii_is_alnum(after) || after == '#';
	default:
		return false;
	}
}

static Slice
trim_marks(Slice text)
{
	while (text.len > 0 && is_mark(text.ptr[text.len - 1]))
		text.len--;
	return text;
}

bool
rich_ends(const Rich *rich, Slice suffix)
{
	return slice_ends(trim_marks(buf_slice(&rich->text)), suffix);
}

/* The character before the end of `text`, marks left out; 0: none. */
static uint32_t
last_char(Slice text)
{
	uint32_t cp;

	text = trim_marks(text);
	if (text.len == 0)
		return 0;
	utf8_decode_last(text, &cp);
	return cp;
}

/* Writes the white space before a character. */
static void
put_space(Rich *rich, uint32_t next)
{
	uint32_t last = last_char(buf_slice(&rich->text));

	if (rich->space && last != 0 && last != ' ' &&
	    !(rich->line_end && uni_is_han(last) && uni_is_han(next)))
		buf_append_char(&rich->text, ' ');
	rich->space = false;
	rich->line_end = false;
}

void
rich_text(Rich *rich, Slice text)
{
	for (size_t i = 0; i < text.len;) {
		Slice rest = slice_sub(text, i, UTF8_MAX);
		uint32_t cp;
		size_t len = utf8_decode(rest, &cp);

		if (cp <= ' ' || cp == 0x7F) {
			rich->space |= cp == ' ' || (cp >= '\t' && cp <= '\r');
			rich->line_end |= cp == '\n' || cp == '\r';
			i += len;
			continue;
		}
		put_space(rich, cp);
		rich->filled = true;
		if (!rich->plain && is_special(text, i))
			buf_append_char(&rich->text, '\\');
		buf_append(&rich->text, slice_sub(rest, 0, len));
		i += len;
	}
}

void
rich_open(Rich *rich, RichMark mark)
{
	if (rich->marks++ == 0 && !rich->plain) {
		if (rich->space && !rich_is_empty(rich))
			put_space(rich, 'x');
		buf_append_char(&rich->text, OPENS(mark));
	}
}

void
rich_close(Rich *rich, RichMark mark)
{
	Buf *text = &rich->text;

	if (rich->marks == 0 || --rich->marks > 0 || rich->plain)
		return;
	if (text->len > 0 && text->ptr[text->len - 1] == OPENS(mark))
		text->len--;
	else
		buf_append_char(text, CLOSES(mark));
}

void
rich_open_link(Rich *rich)
{
	if (rich->plain || rich->link != SIZE_MAX)
		return;
	if (!rich_is_empty(rich))
		put_space(rich, 'x');
	/* An exclamation mark would make it an image. */
	if (last_char(buf_slice(&rich->text)) == '!' && rich->marks == 0) {
		rich->text.len--;
		buf_append(&rich->text, SLICE("\\!"));
	}
	rich->link = rich->text.len;
	buf_append_char(&rich->text, '[');
	rich->space = false;
}

/* True where an address leads anywhere outside the page. */
static bool
is_address(Slice address)
{
	return address.len > 0 && address.len <= ADDRESS_MAX &&
	       address.ptr[0] != '#' &&
	       !slice_eq_nocase(slice_sub(address, 0, 11),
				SLICE("javascript:")) &&
	       !slice_eq_nocase(slice_sub(address, 0, 5), SLICE("data:"));
}

void
rich_close_link(Rich *rich, Slice address)
{
	size_t link = rich->link;
	Slice label;

	if (link == SIZE_MAX)
		return;
	rich->link = SIZE_MAX;
	address = slice_trim(address);
	label = slice_sub(buf_slice(&rich->text), link + 1, SIZE_MAX);
	if (!is_address(address) || last_char(label) == 0) {
		memmove(rich->text.ptr + link, rich->text.ptr + link + 1,
			label.len);
		rich->text.len--;
		return;
	}
	buf_append(&rich->text, SLICE("]("));
	for (size_t i = 0; i < address.len; i++) {
		char c = address.ptr[i];

		if ((unsigned char)c <= ' ' || strchr("()<>\\", c) != NULL)
			buf_appendf(&rich->text, "%%%02X", (unsigned char)c);
		else
			buf_append_char(&rich->text, c);
	}
	buf_append_char(&rich->text, ')');
}

/* What a character is to Markdown's rule. */
typedef enum Side { SIDE_SPACE, SIDE_PUNCT, SIDE_LETTER } Side;

static Side
side_of(uint32_t cp)
{
	if (cp == 0 || uni_is_space(cp))
		return SIDE_SPACE;
	if (cp < 0x80)
		return ascii_is_alnum(cp) ? SIDE_LETTER : SIDE_PUNCT;
	return uni_is_letter(cp) ? SIDE_LETTER : SIDE_PUNCT;
}

static Side
side_before(Slice text)
{
	return side_of(last_char(text));
}

static Side
side_after(Slice text)
{
	uint32_t cp;

	while (text.len > 0 && is_mark(text.ptr[0]))
		text = slice_sub(text, 1, SIZE_MAX);
	if (text.len == 0)
		return SIDE_SPACE;
	utf8_decode(text, &cp);
	return side_of(cp);
}

/* True where `inner` between two texts can be emphasised. */
static bool
can_stand(Slice before, Slice inner, Slice after)
{
	Side first = side_after(inner), last = side_before(inner);
	Side left = side_before(before), right = side_after(after);
	bool is_label = before.len == 0 && (slice_ends(inner, SLICE(":")) ||
					    slice_ends(inner, SLICE("：")));

	if (last_char(inner) == 0)
		return false;
	if (is_label)
		return true;
	return first != SIDE_SPACE && last != SIDE_SPACE &&
	       (first == SIDE_LETTER || left != SIDE_LETTER) &&
	       (last == SIDE_LETTER || right != SIDE_LETTER);
}

/* Where the emphasis that begins `text` ends; SIZE_MAX: nowhere. */
static size_t
find_close(Slice text)
{
	char close = (char)(text.ptr[0] - OPENS(0) + CLOSES(0));
	const char *at = memchr(text.ptr, close, text.len);

	return at == NULL ? SIZE_MAX : (size_t)(at - text.ptr);
}

/* Writes the emphasis that begins at `off`; returns where it ends. */
static size_t
put_emphasis(Rich *rich, Slice text, size_t off)
{
	Slice rest = slice_sub(text, off, SIZE_MAX);
	size_t end = find_close(rest);
	Slice mark = rest.ptr[0] == OPENS(RICH_STRONG) ? SLICE("**")
						       : SLICE("*");
	Slice raw, inner, after;
	bool stands;

	if (end == SIZE_MAX)
		return off + 1;
	raw = slice_sub(rest, 1, end - 1);
	inner = slice_trim_end(raw);
	after = slice_sub(text, off + 1 + inner.len, SIZE_MAX);
	stands = can_stand(slice_sub(text, 0, off), inner, after) &&
		 !slice_ends(buf_slice(&rich->out), SLICE("*"));
	if (stands)
		buf_append(&rich->out, mark);
	buf_append(&rich->out, inner);
	if (stands)
		buf_append(&rich->out, mark);
	if (stands && off == 0 && slice_ends(inner, SLICE(":")) &&
	    side_after(after) != SIDE_SPACE)
		buf_append_char(&rich->out, ' ');
	buf_append(&rich->out, slice_sub(raw, inner.len, SIZE_MAX));
	return off + end + 1;
}

Slice
rich_finish(Rich *rich)
{
	Slice text = slice_trim_end(buf_slice(&rich->text));

	buf_clear(&rich->out);
	for (size_t i = 0; i < text.len;) {
		char c = text.ptr[i];

		if (c == OPENS(RICH_STRONG) || c == OPENS(RICH_EMPHASIS)) {
			i = put_emphasis(rich, text, i);
			continue;
		}
		if (!is_mark(c))
			buf_append_char(&rich->out, c);
		i++;
	}
	return slice_trim(buf_slice(&rich->out));
}
