#include "document/label_inner.h"

#include <string.h>

#include "base/ascii.h"
#include "base/items.h"
#include "document/marked.h"
#include "document/name.h"
#include "document/timestamp.h"
#include "document/verb.h"
#include "text/utf8.h"

#define LABEL_CHARS_MAX (NAME_CHARS_MAX + 8)	/* with brackets and a verb */

#define WIDE_COLON 0xFF1A
#define WIDE_COMMA 0xFF0C
#define WIDE_STOP 0x3002

/* The code point of three bytes at the start of `s`, or 0. */
static uint32_t
wide_at(Slice s)
{
	uint32_t cp = 0;

	if (s.len >= 3)
		utf8_decode(slice_sub(s, 0, 3), &cp);
	return cp;
}

/*
 * The first full-width colon before `end`, or `end`; SIZE_MAX where a
 * sentence's punctuation stands before it.
 */
static size_t
find_wide_colon(Slice s, size_t from, size_t end)
{
	while (from < end) {
		const char *ef = memchr(s.ptr + from, 0xEF, end - from);
		size_t at = ef != NULL ? (size_t)(ef - s.ptr) : end;
		const char *e3 = memchr(s.ptr + from, 0xE3, at - from);
		uint32_t cp;

		at = e3 != NULL ? (size_t)(e3 - s.ptr) : at;
		if (at == end)
			break;
		cp = wide_at((Slice){ s.ptr + at, s.len - at });
		if (cp == WIDE_COLON)
			return at;
		if (cp == WIDE_COMMA || cp == WIDE_STOP)
			return SIZE_MAX;
		from = at + 1;
	}
	return end;
}

size_t
label_find_colon(Slice s)
{
	size_t ascii = utf8_ascii_prefix(slice_sub(s, 0, LABEL_CHARS_MAX));
	size_t end = s.len < UTF8_MAX * LABEL_CHARS_MAX
			     ? s.len
			     : UTF8_MAX * LABEL_CHARS_MAX;
	const char *colon;
	size_t at;

	colon = ascii > 0 ? memchr(s.ptr, ':', ascii) : NULL;
	if (colon != NULL)
		return (size_t)(colon - s.ptr);
	if (ascii == LABEL_CHARS_MAX || ascii == s.len)
		return SIZE_MAX;
	colon = memchr(s.ptr + ascii, ':', end - ascii);
	at = colon != NULL ? (size_t)(colon - s.ptr) : end;
	at = find_wide_colon(s, ascii, at);
	if (at >= end ||
	    utf8_count((Slice){ s.ptr, at }) >= LABEL_CHARS_MAX)
		return SIZE_MAX;
	return at;
}

/* True where what is skipped behind a label may begin so. */
static inline bool
may_skip(Slice s)
{
	unsigned char c = s.len > 0 ? (unsigned char)s.ptr[0] : 'x';

	return c <= ' ' || c == ':' || c == 0xC2 || c == 0xE3 || c == 0xEF;
}

size_t
label_skip(Slice line, size_t off)
{
	Slice rest = slice_sub(line, off, SIZE_MAX), before;

	while (rest.len > 0 && (rest.ptr[0] == ':' || rest.ptr[0] == ' '))
		rest = (Slice){ rest.ptr + 1, rest.len - 1 };
	do {
		before = rest;
		if (!may_skip(rest))
			break;
		rest = slice_trim_start(rest);
		rest = slice_sub(rest, label_colon(rest), SIZE_MAX);
	} while (rest.len < before.len);
	return line.len - rest.len;
}

/* True where `s` may end in a parenthesis: most names do not. */
static bool
ends_parenthesis(Slice s)
{
	char last = s.len > 0 ? s.ptr[s.len - 1] : 0;

	return last == ')' || last == '\x89';
}

void
label_split(Label *label)
{
	static const Slice pairs[][2] = {
		{ { "（", 3 }, { "）", 3 } },
		{ { "(", 1 }, { ")", 1 } },
	};

	label->base = label->name;
	label->alias = SLICE("");
	if (!ends_parenthesis(label->name))
		return;
	for (size_t i = 0; i < N_ITEMS(pairs); i++) {
		Slice open = pairs[i][0], close = pairs[i][1];
		size_t at;

		if (!slice_ends(label->name, close))
			continue;
		at = slice_find(label->name, open);
		if (at == SIZE_MAX || at == 0)
			continue;
		label->base = slice_trim(slice_sub(label->name, 0, at));
		label->alias = slice_trim(slice_sub(
			label->name, at + open.len,
			label->name.len - at - open.len - close.len));
		return;
	}
}

/* Takes a time off the end of the name, and what divides it from that. */
static void
strip_time(Slice *name, uint32_t *ret_ms)
{
	size_t len = timestamp_read_end(*name, ret_ms), end;
	Slice inside;

	if (len == 0 || len == name->len)
		return;
	*name = label_without_dash(
		slice_trim(slice_sub(*name, 0, name->len - len)));
	if (label_bold_at(*name, &inside, &end) && end == name->len)
		*name = inside;
}

bool
label_finish(Label *label, Slice raw, size_t text)
{
	Slice name = slice_trim(raw);

	name = slice_sub(name, label_skip_signs(name), SIZE_MAX);
	if (name.len > 0 && (name.ptr[0] == '[' || name.ptr[0] == '(' ||
			     name.ptr[0] == '\\'))
		name = slice_trim_start(slice_sub(
			name, timestamp_read_bracketed(name, &label->time_ms),
			SIZE_MAX));
	strip_time(&name, &label->time_ms);
	label->name = marked_unbracket(name);
	verb_strip(&label->name);
	label->text = text;
	label_split(label);
	return label->name.len > 0;
}

/* Skips `to [00:35]` behind a time at `off`; `off` where none stands there. */
static size_t
skip_until(Slice line, size_t off)
{
	static const Slice words[] = {
		{ "to ", 3 }, { "-", 1 }, { "–", 3 }, { "—", 3 }, { "[", 1 },
		{ "\\[", 2 },
	};
	uint32_t ms;

	for (size_t i = 0; i < N_ITEMS(words); i++) {
		size_t at = words[i].ptr[0] == '[' || words[i].ptr[0] == '\\'
				    ? off
				    : label_skip(line, off + words[i].len);
		size_t len;

		if (!slice_starts(slice_sub(line, off, SIZE_MAX), words[i]))
			continue;
		len = timestamp_read_bracketed(slice_sub(line, at, SIZE_MAX),
					       &ms);
		return len == 0 ? off : label_skip(line, at + len);
	}
	return off;
}

/* Skips a time behind the colon, and a colon behind that. */
static size_t
skip_time(Slice line, size_t off, uint32_t *ret_ms)
{
	Slice rest = slice_sub(line, off, SIZE_MAX);
	size_t len;

	if (!timestamp_may_begin(rest, TIMESTAMP_BRACKET | TIMESTAMP_BARE))
		return off;
	len = timestamp_read_bracketed(rest, ret_ms);
	if (len == 0 && timestamp_is_line(rest, ret_ms))
		len = rest.len;
	return len == 0 ? off
			: skip_until(line, label_skip(line, off + len));
}

/* What stands set apart by `weight` at the start of a line. */
static bool
mark_at(Slice s, MarkWeight weight, Slice *ret_inside, size_t *ret_end)
{
	MarkWeight found = marked_read(s, LABEL_BYTES_MAX, ret_inside, ret_end);
	MarkWeight inner;
	Slice inside;
	size_t end;

	/* `_**Name**_`, `<span>**Name:**</span>` */
	while (found != MARK_NONE && marked_may_begin(*ret_inside) &&
	       (inner = marked_read(*ret_inside, LABEL_BYTES_MAX, &inside,
				    &end)) != MARK_NONE &&
	       end == ret_inside->len) {
		found = inner > found ? inner : found;
		*ret_inside = inside;
	}
	return found == weight;
}

bool
label_bold_at(Slice s, Slice *ret_inside, size_t *ret_end)
{
	return mark_at(s, MARK_STRONG, ret_inside, ret_end);
}

size_t
label_colon_at_end(Slice s)
{
	return slice_ends(s, SLICE(":")) ? 1 : slice_ends(s, SLICE("：")) ? 3
									   : 0;
}

/* The colon stands with the name `inside` the marks that end at `end`. */
static bool
read_in(Slice line, Slice inside, size_t end, Label *ret)
{
	size_t colon;

	inside = slice_trim_end(inside);
	colon = label_colon_at_end(inside);
	if (colon == 0)
		return false;
	end = skip_time(line, label_skip(line, end), &ret->time_ms);
	return label_finish(ret, slice_sub(inside, 0, inside.len - colon), end);
}

/* `(ACME)` behind a name that is set apart: whom he speaks for. */
static size_t
skip_parenthesis(Slice s)
{
	size_t end;

	if (s.len == 0 || s.ptr[0] != '(')
		return 0;
	s = slice_sub(s, 0, LABEL_BYTES_MAX);
	end = slice_find(s, SLICE(")"));
	return end == SIZE_MAX ? 0 : end + 1;
}

/* The colon stands behind them. */
static bool
read_out(Slice line, Slice inside, size_t end, Label *ret)
{
	Slice rest;
	size_t time;

	rest = slice_trim_start(slice_sub(line, end, SIZE_MAX));
	time = timestamp_read_bracketed(rest, &ret->time_ms);
	if (time == 0)
		time = skip_parenthesis(rest);
	if (label_colon(slice_trim_start(slice_sub(rest, time, SIZE_MAX))) == 0)
		return false;
	end = line.len - rest.len + time;
	end = skip_time(line, label_skip(line, end), &ret->time_ms);
	return label_finish(ret, inside, end);
}

static bool
read_bold(Slice line, Label *ret)
{
	Slice inside;
	size_t end;

	if (!label_bold_at(line, &inside, &end))
		return false;
	if (read_in(line, inside, end, ret))
		return true;
	*ret = (Label){ .form = LABEL_BOLD_OUT, .time_ms = UINT32_MAX };
	return read_out(line, inside, end, ret);
}

static bool
read_light(Slice line, Label *ret)
{
	Slice inside;
	size_t end;

	return mark_at(line, MARK_LIGHT, &inside, &end) &&
	       (read_in(line, inside, end, ret) ||
		read_out(line, inside, end, ret));
}

/* True where the colon at `at` has ASCII directly behind it: `KL:It`, `x::y`. */
static bool
is_tight(Slice s, size_t at)
{
	return at + 1 < s.len && s.ptr[at] == ':' && s.ptr[at + 1] != ' ' &&
	       s.ptr[at + 1] != '\t' && (unsigned char)s.ptr[at + 1] < 0x80 &&
	       !slice_starts(slice_sub(s, at + 1, SIZE_MAX), SLICE(": "));
}

static bool
read_plain(Slice line, Label *ret)
{
	size_t colon, len;

	if (label_read_timed(line, ret))
		return true;
	ret->time_ms = UINT32_MAX;
	colon = label_find_colon(line);
	if (colon == SIZE_MAX || colon == 0)
		return false;
	len = label_colon(slice_sub(line, colon, 3));
	ret->slip = is_tight(line, colon);
	if (ret->slip && line.ptr[colon + 1] == '/')
		return false;
	return label_finish(ret, slice_sub(line, 0, colon),
		      skip_time(line, label_skip(line, colon + len),
				&ret->time_ms));
}

/* `ND; yes`: initials and a semicolon. */
static bool
read_semicolon(Slice line, Label *ret)
{
	size_t most = line.len < 25 ? line.len : 25, n;
	const char *mark = memchr(line.ptr, ';', most);

	if (mark == NULL)
		return false;
	n = (size_t)(mark - line.ptr);
	if (n < 2 || n + 1 >= line.len || line.ptr[n + 1] != ' ' ||
	    memchr(line.ptr, ' ', n) != NULL)
		return false;
	ret->slip = true;
	return label_finish(ret, slice_sub(line, 0, n), n + 2);
}

/* `**Name: text**`: a question in bold as a whole. */
static bool
read_bold_whole(Slice line, Label *ret)
{
	Slice inside, bare = slice_trim_end(line);
	size_t end, colon;

	if (!label_bold_at(bare, &inside, &end) || end < bare.len)
		return false;
	colon = label_find_colon(inside);
	if (colon == SIZE_MAX || colon == 0)
		return false;
	end = (size_t)(inside.ptr - line.ptr);
	ret->tail = line.len - end - inside.len;
	return label_finish(ret, slice_sub(inside, 0, colon),
			    label_skip(line, end + colon));
}

/* `**Chris Benson: I**ndeed`: the bold ends too late. */
static bool
read_bold_slip(Slice line, Label *ret)
{
	Slice inside;
	size_t end, colon;

	if (!label_bold_at(line, &inside, &end))
		return false;
	colon = label_find_colon(inside);
	if (colon == SIZE_MAX || colon == 0)
		return false;
	ret->slip = true;
	return label_finish(ret, slice_sub(inside, 0, colon),
		      label_skip(line, 2 + colon));
}

/* What a line begins with. */
enum {
	STARTS_MARK = 1,	/* `*`, `_` */
	STARTS_ANGLE = 2,	/* `<`, as a tag does */
	STARTS_SQUARE = 4,	/* `[` */
	STARTS_WIDE = 8,	/* a bracket of full width, or what begins so */
	STARTS_TITLE = 16,	/* the capital of `Mr.`, `Dr.`, `The` … */
	STARTS_CAPITAL = 32,	/* another */
	STARTS_OTHERWISE = 64,
	STARTS_MARKED = STARTS_MARK | STARTS_ANGLE,
	STARTS_LETTER = STARTS_TITLE | STARTS_CAPITAL,
	STARTS_SIGN = 128,	/* a sign or a stroke, or what begins so */
	STARTS_ANY = 255,
};

/* The first that reads a line proposes its label. */
static const struct {
	LabelForm form;
	unsigned starts;	/* how the line may start */
	bool (*read)(Slice line, Label *ret);
} FORMS[] = {
	{ LABEL_BOLD_IN, STARTS_MARKED, read_bold },	/* or LABEL_BOLD_OUT */
	{ LABEL_BOLD_TIME, STARTS_MARKED | STARTS_SQUARE,
	  label_read_bold_time },
	{ LABEL_BOLD_WHOLE, STARTS_MARKED, read_bold_whole },
	{ LABEL_BOLD_IN, STARTS_MARKED, read_bold_slip },
	{ LABEL_LETTER, STARTS_MARKED, label_read_bold_letter },
	{ LABEL_BOLD_ALONE, STARTS_MARKED, label_read_bold_alone },
	{ LABEL_LIGHT, STARTS_MARKED, read_light },
	{ LABEL_DASHED, STARTS_MARKED, label_read_dashed },
	{ LABEL_DASHED, STARTS_MARKED, label_read_bold_bare },
	{ LABEL_BRACKET, STARTS_WIDE, label_read_bracket },
	{ LABEL_SIGNED, STARTS_SIGN, label_read_signed },
	{ LABEL_STROKE, STARTS_SIGN, label_read_stroke },
	{ LABEL_FORMAL, STARTS_TITLE, label_read_formal },
	{ LABEL_LETTER, STARTS_LETTER, label_read_letter },
	{ LABEL_NAME_TIME, STARTS_ANY, label_read_name_time },
	{ LABEL_DASHED, STARTS_ANY, label_read_dashed },
	{ LABEL_ENCLOSED, STARTS_ANGLE | STARTS_SQUARE, label_read_enclosed },
	{ LABEL_PLAIN, STARTS_ANY, read_plain },
	{ LABEL_PLAIN, STARTS_ANY, read_semicolon },
	{ LABEL_NAME_ALONE, STARTS_ANY, label_read_name_alone },
};

static unsigned
starts_with(char c)
{
	switch (c) {
	case '*':
	case '_':
		return STARTS_MARK;
	case '<':
		return STARTS_ANGLE;
	case '[':
		return STARTS_SQUARE;
	case '\xE2':
		return STARTS_SIGN;
	case '\xE3':
		return STARTS_WIDE;
	case 'M':
	case 'D':
	case 'T':
	case 'S':
		return STARTS_TITLE;
	default:
		return c >= 'A' && c <= 'Z' ? STARTS_CAPITAL
					    : STARTS_OTHERWISE;
	}
}

/* What stands before a label. */
typedef struct Before {
	size_t len;
	uint32_t time_ms;	/* UINT32_MAX: none */
	bool is_clock;
	bool is_item;
} Before;

/* The bytes of an item's mark, or of a number in the margin. */
static size_t
skip_marker(Slice s, bool *ret_item)
{
	*ret_item = s.len > 1 && s.ptr[0] == '-' && s.ptr[1] == ' ';
	if (*ret_item)
		return 2;
	return s.len > 0 && ascii_is_digit(s.ptr[0])
		       ? marked_number(s, ret_item)
		       : 0;
}

static Before
read_before(Slice line)
{
	Before before = { .len = line.len - slice_trim_start(line).len,
			  .time_ms = UINT32_MAX };
	Slice rest = slice_sub(line, before.len, SIZE_MAX);

	rest = slice_sub(rest, skip_marker(rest, &before.is_item), SIZE_MAX);
	rest = slice_sub(rest, label_skip_signs(rest), SIZE_MAX);
	if (rest.len > 0 && rest.ptr[0] == '<')
		rest = slice_sub(rest, marked_anchor(rest), SIZE_MAX);
	rest = slice_sub(rest, timestamp_skip_before(rest, &before.time_ms,
						     &before.is_clock),
			 SIZE_MAX);
	before.len = line.len - rest.len;
	return before;
}

/* Reads one form of what follows. */
static bool
read_form(size_t form, Slice rest, const Before *before, Label *ret)
{
	*ret = (Label){ .form = FORMS[form].form, .time_ms = UINT32_MAX };
	return FORMS[form].read(rest, ret) ||
	       (FORMS[form].form == LABEL_BOLD_TIME &&
		before->time_ms != UINT32_MAX &&
		label_read_behind_time(rest, ret));
}

static bool
propose_line(Slice line, Label *ret)
{
	Before before = read_before(line);
	Slice rest = slice_sub(line, before.len, SIZE_MAX);
	unsigned starts = rest.len > 0 ? starts_with(rest.ptr[0]) : 0;
	size_t i = 0;

	while (i < N_ITEMS(FORMS) && !((FORMS[i].starts & starts) != 0 &&
				       read_form(i, rest, &before, ret)))
		i++;
	if (i == N_ITEMS(FORMS) && (before.time_ms == UINT32_MAX ||
				    !label_read_clocked(rest, ret)))
		return false;
	if (before.is_item && label_is_word(ret))
		return false;
	ret->text += before.len;
	if (before.time_ms != UINT32_MAX)
		ret->time_ms = before.time_ms;
	if ((before.is_clock && ret->form == LABEL_PLAIN) ||
	    (before.time_ms != UINT32_MAX && ret->form == LABEL_NAME_ALONE))
		ret->form = LABEL_CLOCKED;
	if (before.is_item)
		ret->form = LABEL_BLOCK;
	return true;
}

bool
label_propose(Slice line, bool heading, Label *ret)
{
	return heading ? label_read_heading(line, ret) : propose_line(line, ret);
}
