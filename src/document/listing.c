#include "document/listing.h"

#include <string.h>

#include "base/items.h"
#include "document/name.h"
#include "document/several.h"
#include "text/uni.h"
#include "text/utf8.h"

#define LINE_MAX_BYTES 4096	/* of a line, that are looked at */
#define INITIALS_MAX 8	/* bytes */
#define BEFORE_MAX 120	/* bytes before a parenthesis that hold the name */
#define VOICES_MAX 8	/* names behind one role */
#define CELLS_MAX 8	/* of a row that are looked at */

static bool
is_capital(char c)
{
	return c >= 'A' && c <= 'Z';
}

bool
listing_is_initials(Slice text)
{
	size_t capitals = 0;

	for (size_t i = 0; i < text.len; i++) {
		if (is_capital(text.ptr[i]))
			capitals++;
		else if (i == 0 || text.ptr[i] != '.')
			return false;
	}
	return capitals >= 2 && capitals <= 5 && text.len <= INITIALS_MAX;
}

Slice
listing_initials(Slice name, Arena *arena)
{
	char initials[INITIALS_MAX];
	bool starts = true;
	size_t n = 0;

	for (size_t i = 0; i < name.len; i++) {
		if (starts && n < INITIALS_MAX &&
		    (is_capital(name.ptr[i]) ||
		     (name.ptr[i] >= 'a' && name.ptr[i] <= 'z')))
			initials[n++] = (char)(name.ptr[i] & ~0x20);
		else if (starts && name.ptr[i] != ' ')
			return SLICE("");
		starts = name.ptr[i] == ' ';
	}
	return n < 2 ? SLICE("")
		     : arena_copy(arena, (Slice){ initials, n });
}

/* Without list marks and emphasis around it. */
static Slice
bare(Slice text)
{
	text = slice_trim(text);
	while (text.len > 0 && memchr("*-_|>+# ", text.ptr[0], 8) != NULL)
		text = slice_sub(text, 1, SIZE_MAX);
	while (text.len > 0 &&
	       memchr("*_| ", text.ptr[text.len - 1], 4) != NULL)
		text.len--;
	return text;
}

/* True where the last words of `text` begin as the initials go. */
static bool
fits_letters(Slice text, Slice initials)
{
	for (size_t i = 0, at = 0; i < initials.len; i++) {
		if (!is_capital(initials.ptr[i]))
			continue;
		while (at < text.len && text.ptr[at] == ' ')
			at++;
		if (at >= text.len || text.ptr[at] != initials.ptr[i])
			return false;
		while (at < text.len && text.ptr[at] != ' ')
			at++;
		text = slice_sub(text, at, SIZE_MAX);
		at = 0;
	}
	return slice_trim(text).len == 0;
}

/* The shortest end of `text` whose words have the initials; "" : none. */
static Slice
fitting_end(Slice text, Slice initials)
{
	for (size_t i = text.len; i-- > 0;) {
		Slice end = slice_sub(text, i, SIZE_MAX);

		if ((i == 0 || text.ptr[i - 1] == ' ') &&
		    fits_letters(end, initials))
			return end;
	}
	return SLICE("");
}

/* A name that these initials may call: by its first letter, or in Han. */
static bool
may_be(Slice name, Slice initials)
{
	uint32_t cp;

	if (name.len == 0)
		return false;
	utf8_decode(name, &cp);
	if (uni_is_han(cp))
		return name_look(name) >= NAME_PLAUSIBLE && name.len <= 30 &&
		       !name_is_role(name);
	return name_look(name) == NAME_STRONG && !name_is_role(name) &&
	       name.ptr[0] == initials.ptr[0];
}

/* What follows the last separator of names in `text`. */
static Slice
last_name(Slice text)
{
	static const Slice separators[] = {
		{ ",", 1 }, { ";", 1 }, { ":", 1 }, { "|", 1 }, { ")", 1 },
		{ "，", 3 }, { "；", 3 }, { "：", 3 }, { "、", 3 },
		{ "）", 3 }, { "。", 3 }, { " and ", 5 }, { " & ", 3 },
		{ "和", 3 }, { "與", 3 }, { "与", 3 }, { "及", 3 },
	};

	for (size_t i = 0; i < N_ITEMS(separators); i++) {
		size_t at;

		while ((at = slice_find(text, separators[i])) != SIZE_MAX)
			text = slice_sub(text, at + separators[i].len,
					 SIZE_MAX);
	}
	text = bare(text);
	return slice_starts(text, SLICE("and ")) ? slice_sub(text, 4, SIZE_MAX)
						 : text;
}

/* The name at the end of `before` that the initials call; "" : none. */
static Slice
name_before(Slice before, Slice initials)
{
	size_t from = before.len > BEFORE_MAX ? before.len - BEFORE_MAX : 0;
	Slice name, end;

	while (from < before.len && utf8_is_continuation(before.ptr[from]))
		from++;
	name = last_name(slice_sub(before, from, SIZE_MAX));
	end = fitting_end(name, initials);
	if (end.len > 0 && name_look(end) == NAME_STRONG)
		return end;
	return may_be(name, initials) ? name : SLICE("");
}

/* The offset of the next parenthesis from `off` on; bytes of it, or 0. */
static size_t
next_opening(Slice line, size_t *off)
{
	Slice rest = slice_sub(line, *off, SIZE_MAX);
	size_t half = slice_find(rest, SLICE("("));
	size_t full = slice_find(slice_sub(rest, 0, half), SLICE("（"));

	if (full == SIZE_MAX && half == SIZE_MAX)
		return 0;
	*off += full != SIZE_MAX ? full : half;
	return full != SIZE_MAX ? 3 : 1;
}

/* What a parenthesis of initials holds at the start of `rest`, or "". */
static Slice
initials_at(Slice rest)
{
	size_t n = 0;
	Slice initials;

	while (n < rest.len && n <= INITIALS_MAX &&
	       (is_capital(rest.ptr[n]) || rest.ptr[n] == '.'))
		n++;
	initials = slice_sub(rest, 0, n);
	rest = slice_sub(rest, n, SIZE_MAX);
	return listing_is_initials(initials) &&
			       (slice_starts(rest, SLICE(")")) ||
				slice_starts(rest, SLICE("）")))
		       ? initials
		       : SLICE("");
}

/* A row of a table: a name in one cell, initials in another. */
static void
read_row(Slice line, void (*found)(void *ctx, Slice initials, Slice name),
	 void *ctx)
{
	Slice names[CELLS_MAX], initials = SLICE("");
	size_t n = 0;

	for (size_t i = 0; i < CELLS_MAX && line.len > 0; i++) {
		size_t at = slice_find(line, SLICE("|"));
		Slice cell = bare(slice_sub(line, 0, at));

		if (listing_is_initials(cell) && initials.len == 0)
			initials = cell;
		else
			names[n++] = cell;
		line = slice_sub(line, at == SIZE_MAX ? line.len : at + 1,
				 SIZE_MAX);
	}
	for (size_t i = 0; i < n && initials.len > 0; i++)
		if (may_be(names[i], initials)) {
			found(ctx, initials, names[i]);
			return;
		}
}

/* True where the line begins with initials and says whose they are. */
static bool
is_pair(Slice line, Slice *ret_initials, Slice *ret_name)
{
	static const Slice signs[] = {
		{ "=", 1 }, { ":", 1 }, { "：", 3 }, { "-", 1 }, { "–", 3 },
		{ "—", 3 }, { "＝", 3 },
	};
	size_t n = 0;

	line = bare(line);
	while (n < line.len && n <= INITIALS_MAX &&
	       (is_capital(line.ptr[n]) || line.ptr[n] == '.'))
		n++;
	*ret_initials = slice_sub(line, 0, n);
	if (!listing_is_initials(*ret_initials))
		return false;
	while (n < line.len && memchr("*_ ", line.ptr[n], 3) != NULL)
		n++;
	line = slice_sub(line, n, SIZE_MAX);
	for (size_t i = 0; i < N_ITEMS(signs); i++) {
		if (!slice_starts(line, signs[i]))
			continue;
		*ret_name = bare(slice_sub(line, signs[i].len, SIZE_MAX));
		return may_be(*ret_name, *ret_initials);
	}
	return false;
}

void
listing_read(Slice line, void (*found)(void *ctx, Slice initials, Slice name),
	     void *ctx)
{
	size_t start = 0, at = 0, len;
	Slice initials, name;

	line = slice_sub(line, 0, LINE_MAX_BYTES);
	if (slice_starts(slice_trim_start(line), SLICE("|"))) {
		read_row(slice_trim(line), found, ctx);
		return;
	}
	if (is_pair(line, &initials, &name))
		found(ctx, initials, name);
	for (; (len = next_opening(line, &at)) > 0; start = at) {
		Slice before = slice_sub(line, start, at - start);

		at += len;
		initials = initials_at(slice_sub(line, at, SIZE_MAX));
		if (initials.len == 0)
			continue;
		name = name_before(before, initials);
		if (name.len > 0)
			found(ctx, initials, name);
	}
}

/* `Ann Lee (AL)`: somebody is introduced. */
static bool
is_introduction(Slice text)
{
	size_t open = slice_ends(text, SLICE(")"))
			      ? slice_find(text, SLICE("(")) : SIZE_MAX;

	return open != SIZE_MAX && open > 0 &&
	       listing_is_initials(slice_sub(text, open + 1,
					     text.len - open - 2)) &&
	       name_look(slice_trim(slice_sub(text, 0, open))) == NAME_STRONG;
}

bool
listing_reads_credit(Slice name, Slice text, bool before)
{
	Slice parts[VOICES_MAX];
	uint32_t n;

	text = slice_trim(text);
	if (is_introduction(text))
		return true;
	if (!before || name.len < 2 || !name_is_role(name) || text.len == 0 ||
	    text.len > VOICES_MAX * NAME_CHARS_MAX ||
	    text.ptr[text.len - 1] == '.')
		return false;
	n = several_split(text, parts, VOICES_MAX);
	for (uint32_t i = 0; i < n; i++)
		if (name_look(parts[i]) != NAME_STRONG ||
		    name_is_role(parts[i]))
			return false;
	return true;
}
