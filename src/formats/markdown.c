#include "formats/markdown.h"

#include <stdio.h>
#include <string.h>

#include "base/ascii.h"
#include "document/date.h"
#include "document/direction.h"
#include "document/escape.h"
#include "document/label.h"
#include "document/name.h"
#include "text/uni.h"
#include "text/utf8.h"

#define FENCE_MIN 3

/* What the readers trim from the ends of a line. */
static Slice
leading_blanks(Slice text)
{
	return slice_sub(text, 0, text.len - slice_trim_start(text).len);
}

/* Bytes to the next line end of any kind, and (*ret_len) how long that is. */
static size_t
find_line_end(Slice text, size_t *ret_len)
{
	for (size_t i = 0; i < text.len; i++) {
		Slice rest = slice_sub(text, i, 3);

		*ret_len = text.ptr[i] == '\n' ? 1 : 3;
		if (*ret_len == 1 || slice_eq(rest, SLICE("\xE2\x80\xA8")) ||
		    slice_eq(rest, SLICE("\xE2\x80\xA9")))
			return i;
	}
	*ret_len = 0;
	return text.len;
}

/* A piece of a paragraph; blanks at its ends matter at the line's ends. */
static void
put_piece(Slice text, bool first, bool last, Buf *out)
{
	Slice inner = text, trailing;
	uint32_t cp;

	if (!first) {
		buf_append(out, leading_blanks(text));
		inner = slice_trim_start(text);
	}
	trailing = last ? SLICE("")
			: slice_sub(inner, slice_trim_end(inner).len, SIZE_MAX);
	inner.len -= trailing.len;
	while (inner.len > 0) {
		size_t len, end = find_line_end(inner, &len);

		escape_text(slice_sub(inner, 0, end), out);
		inner = slice_sub(inner, end, SIZE_MAX);
		if (len == 0)
			break;
		utf8_decode(inner, &cp);
		buf_appendf(out, "&#%u;", (unsigned)cp);
		inner = slice_sub(inner, len, SIZE_MAX);
	}
	buf_append(out, trailing);
}

/* The next link at or behind byte `from`, or NULL. */
static const Span *
next_link(const Shown *shown, uint32_t *i, uint32_t from)
{
	for (; *i < shown->n_spans; (*i)++) {
		const Span *span = &shown->spans[*i];

		if (span->role == SPAN_LINK && span->start >= from &&
		    span->start + span->len <= shown->text.len) {
			(*i)++;
			return span;
		}
	}
	return NULL;
}

static void
put_inline(const Shown *shown, Buf *out)
{
	size_t begin = out->len;
	uint32_t i = 0, done = 0;
	const Span *link;

	while ((link = next_link(shown, &i, done)) != NULL) {
		put_piece(slice_sub(shown->text, done, link->start - done),
			  done == 0, false, out);
		escape_link(slice_sub(shown->text, link->start, link->len),
			    shown->links[link->link], out);
		done = link->start + link->len;
	}
	put_piece(slice_sub(shown->text, done, SIZE_MAX), done == 0, true,
		  out);
	if (out->len == begin)
		buf_append(out, SLICE("<b></b>"));
}

static void
insert(Buf *out, size_t at, Slice what)
{
	size_t len = out->len;

	buf_append(out, what);
	memmove(out->ptr + at + what.len, out->ptr + at, len - at);
	memcpy(out->ptr + at, what.ptr, what.len);
}

/* The character at `at` becomes an entity: nothing begins with one. */
static void
hide(Buf *out, size_t at)
{
	Slice rest = slice_sub(buf_slice(out), at, SIZE_MAX);
	size_t escape = rest.len > 1 && rest.ptr[0] == '\\', len;
	char entity[16];
	Buf tail;
	uint32_t cp;

	if (rest.len == 0 || rest.ptr[0] == '&' || rest.ptr[0] == '<')
		return;
	len = escape + utf8_decode(slice_sub(rest, escape, UTF8_MAX), &cp);
	buf_init(&tail, SIZE_MAX);
	buf_append(&tail, slice_sub(rest, len, SIZE_MAX));
	out->len = at;
	snprintf(entity, sizeof(entity), "&#%u;", (unsigned)cp);
	buf_append(out, slice_from(entity));
	buf_append(out, buf_slice(&tail));
	buf_done(&tail);
}

/* Escapes what would begin an item, a rule, a fence or a table. */
static void
guard_block(Buf *out, size_t at)
{
	Slice line = slice_sub(buf_slice(out), at, SIZE_MAX);
	size_t digits = 0;

	if (line.len > 0 && strchr("-+~|=", line.ptr[0]) != NULL) {
		insert(out, at, SLICE("\\"));
		return;
	}
	while (digits < line.len && ascii_is_digit(line.ptr[digits]))
		digits++;
	if (digits > 0 && digits < line.len &&
	    (line.ptr[digits] == '.' || line.ptr[digits] == ')'))
		insert(out, at + digits, SLICE("\\"));
}

static bool
is_known(Slice name, const NameTable *names)
{
	bool known;
	Buf folded;

	if (names == NULL || names->count == 0)
		return false;
	buf_init(&folded, SIZE_MAX);
	uni_fold_case(name, &folded);
	known = names_get(names, buf_slice(&folded)) != DOC_NONE;
	buf_done(&folded);
	return known;
}

/* True where the line may be taken for one with a label. */
static bool
is_labelled(Slice line, const NameTable *names)
{
	Label label;

	if (!label_propose(line, false, &label))
		return false;
	return name_look(label.name) != NAME_NOT ||
	       name_look(label.base) != NAME_NOT ||
	       name_is_pseudo(label.name) || is_known(label.base, names) ||
	       is_known(label.name, names);
}

/* The first colon of either width, which an escape makes none of a label. */
static void
hide_colon(Buf *out, size_t at)
{
	Slice line = slice_sub(buf_slice(out), at, SIZE_MAX);
	size_t narrow = slice_find(line, SLICE(":"));
	size_t wide = slice_find(line, SLICE("："));

	if (wide < narrow)
		hide(out, at + wide);
	else if (narrow != SIZE_MAX && narrow > 0 &&
		 line.ptr[narrow - 1] != '\\')
		insert(out, at + narrow, SLICE("\\"));
}

static void
guard_label(Buf *out, size_t at, const NameTable *names)
{
	Slice line = slice_sub(buf_slice(out), at, SIZE_MAX);

	if (!is_labelled(line, names))
		return;
	hide_colon(out, at);
	line = slice_sub(buf_slice(out), at, SIZE_MAX);
	if (is_labelled(line, names))
		hide(out, line.ptr[0] == '[' ? at + 1 : at);
}

static void
guard_colon(Buf *out, size_t at)
{
	Slice rest = slice_sub(buf_slice(out), at, SIZE_MAX);

	if (slice_starts(rest, SLICE(":")) || slice_starts(rest, SLICE("：")))
		hide(out, at);
}

void
markdown_append(const Shown *shown, unsigned guards, const NameTable *names,
		Buf *out)
{
	size_t at = out->len;
	char date[DATE_SIZE];

	put_inline(shown, out);
	if (guards & MARKDOWN_COLON)
		guard_colon(out, at);
	else
		guard_block(out, at);
	if (guards & MARKDOWN_LABEL)
		guard_label(out, at, names);
	if (guards & MARKDOWN_DIRECTION &&
	    direction_is(slice_sub(buf_slice(out), at, SIZE_MAX)))
		hide(out, at);
	if (guards & MARKDOWN_DATE &&
	    date_read_line(slice_sub(buf_slice(out), at, SIZE_MAX), date))
		hide(out, at);
}

/* `Break:` was a label that nobody speaks behind. */
static bool
append_pseudo(Slice text, Buf *out)
{
	size_t colon = slice_ends(text, SLICE(":")) ? 1 : 3;

	if (colon == 3 && !slice_ends(text, SLICE("：")))
		return false;
	text.len -= colon;
	if (!name_is_pseudo(text))
		return false;
	buf_appendf(out, "**%.*s**", SLICE_ARGS(text));
	buf_append(out, (Slice){ text.ptr + text.len, colon });
	return true;
}

bool
markdown_append_direction(const Shown *shown, Buf *out)
{
	size_t at = out->len;

	if (append_pseudo(shown->text, out))
		return true;
	put_inline(shown, out);
	if (direction_is(slice_sub(buf_slice(out), at, SIZE_MAX)))
		return true;
	out->len = at;
	return false;
}

/* The longest run of backquotes. */
static size_t
longest_run(Slice text)
{
	size_t longest = 0, run = 0;

	for (size_t i = 0; i < text.len; i++) {
		run = text.ptr[i] == '`' ? run + 1 : 0;
		longest = run > longest ? run : longest;
	}
	return longest;
}

void
markdown_append_code(Slice text, Slice language, Buf *out)
{
	size_t n = longest_run(text) + 1, fence = n < FENCE_MIN ? FENCE_MIN : n;

	for (size_t i = 0; i < fence; i++)
		buf_append_char(out, '`');
	buf_append(out, language);
	buf_append_char(out, '\n');
	buf_append(out, text);
	buf_append_char(out, '\n');
	for (size_t i = 0; i < fence; i++)
		buf_append_char(out, '`');
}

bool
markdown_is_table(Slice text)
{
	while (text.len > 0) {
		size_t end = slice_find(text, SLICE("\n"));
		Slice line = slice_sub(text, 0, end);

		if (!slice_starts(slice_trim_start(line), SLICE("|")))
			return false;
		text = slice_sub(text, end == SIZE_MAX ? text.len : end + 1,
				 SIZE_MAX);
	}
	return true;
}
