/*
 * The forms of labels in which a dash, a sign or a wide blank stands with the
 * name: `Name – text`, `○Name　text`, and the stroke of who asks.
 */
#include "document/label_inner.h"

#include <string.h>

#include "base/items.h"
#include "document/spoken.h"
#include "text/uni.h"
#include "text/utf8.h"

#define TITLE_BYTES 80		/* of what somebody is */
#define HEAD_BYTES 48		/* of a line, where a name's end is looked for */

/* True where a colon behind tells more: `Ann Lee - ACME: text`. */
static bool
has_colon(Slice line)
{
	size_t colon = label_find_colon(line);

	return colon != SIZE_MAX &&
	       name_look(slice_sub(line, 0, colon)) != NAME_NOT;
}

/* A name that ends where `blank` stands. */
static bool
read_before(Slice line, Slice blank, Label *ret)
{
	size_t at = slice_find(slice_sub(line, 0, HEAD_BYTES), blank);
	Slice name = slice_sub(line, 0, at);

	return at != SIZE_MAX && at > 0 && at + blank.len < line.len &&
	       !has_colon(line) && name_look(name) != NAME_NOT &&
	       label_finish(ret, name, label_skip(line, at + blank.len));
}

/* `糸井「text」`: the quotation marks remain. */
static bool
read_quoted(Slice line, Label *ret)
{
	static const Slice open = { "「", 3 };

	if (!slice_ends(line, SLICE("」")) || !read_before(line, open, ret))
		return false;
	ret->text -= open.len;
	return true;
}

/* `糸井　text`: a name of Han or kana and a blank of their width. */
static bool
read_spaced(Slice line, Label *ret)
{
	uint32_t cp;

	utf8_decode(line, &cp);
	return uni_is_han(cp) &&
	       (read_before(slice_sub(line, 0, HEAD_BYTES / 2 + 3),
			    SLICE("　"), ret) ||
		read_quoted(line, ret));
}

/* `ANN`, unlike `OK` and `SO`. */
static bool
is_in_capitals(Slice name)
{
	for (size_t i = 0; i < name.len; i++)
		if (name.ptr[i] >= 'a' && name.ptr[i] <= 'z')
			return false;
	return name.len > 1 && name_look(name) == NAME_PLAUSIBLE &&
	       spoken_sounds(name) == SPOKEN_NOT;
}

/* `Chief Miller, ACME`: what somebody is, and no sentence. */
static bool
is_title(Slice text)
{
	text = slice_trim_end(text);
	return text.len > 0 && text.len <= TITLE_BYTES &&
	       strchr(".!?,;:", text.ptr[text.len - 1]) == NULL &&
	       name_look(text) >= NAME_PLAUSIBLE &&
	       spoken_sounds(text) == SPOKEN_NOT;
}

/* A good name, or one in capitals or bold, and a dash with blanks around it. */
static bool
read_dash(Slice line, Label *ret)
{
	static const Slice dashes[] = {
		{ " – ", 5 }, { " — ", 5 }, { " - ", 3 }, { " -- ", 4 },
	};
	Slice head = slice_sub(line, 0, HEAD_BYTES), name;
	size_t at = SIZE_MAX, len = 0, end;
	NameLook least = NAME_STRONG;

	for (size_t i = 0; i < N_ITEMS(dashes) && at == SIZE_MAX; i++) {
		/* Blanks are many: the dash itself tells sooner. */
		if (memchr(head.ptr, dashes[i].ptr[1], head.len) != NULL)
			at = slice_find(head, dashes[i]);
		len = dashes[i].len;
	}
	if (at == SIZE_MAX || at == 0 || at + len >= line.len)
		return false;
	name = slice_sub(line, 0, at);
	/* `Name [0:12 - 0:15]: text` */
	if (memchr(name.ptr, '[', at) != NULL &&
	    memchr(name.ptr, ']', at) == NULL)
		return false;
	if (label_bold_at(line, &head, &end) && end == at) {
		name = head;
		least = NAME_PLAUSIBLE;
	}
	if (name_look(name) == NAME_STRONG &&
	    is_title(slice_sub(line, at + len, SIZE_MAX))) {
		ret->form = least == NAME_STRONG ? LABEL_NAME_ALONE
						 : LABEL_BOLD_ALONE;
		return label_finish(ret, name, line.len);
	}
	return (name_look(name) >= least || is_in_capitals(name)) &&
	       !has_colon(line) &&
	       label_finish(ret, name, label_skip(line, at + len));
}

bool
label_read_bold_bare(Slice line, Label *ret)
{
	Slice inside;
	size_t end;

	return label_bold_at(line, &inside, &end) && end + 1 < line.len &&
	       line.ptr[end] == ' ' && name_look(inside) >= NAME_PLAUSIBLE &&
	       !has_colon(line) &&
	       label_finish(ret, inside, label_skip(line, end));
}

bool
label_read_dashed(Slice line, Label *ret)
{
	Slice head = slice_sub(line, 0, HEAD_BYTES);

	if ((unsigned char)line.ptr[0] >= 0xE3 &&
	    (unsigned char)line.ptr[0] <= 0xE9 && read_spaced(line, ret))
		return true;
	/* Most lines hold none of these there. */
	if (memchr(head.ptr, '\t', head.len) != NULL)
		return read_before(line, SLICE("\t"), ret);
	if (memchr(head.ptr, '>', head.len) != NULL)
		return read_before(line, SLICE("> "), ret);
	return (memchr(head.ptr, '-', head.len) != NULL ||
		memchr(head.ptr, 0xE2, head.len) != NULL) &&
	       read_dash(line, ret);
}

/* The bytes of the geometric sign (■, ○, ▲, …) that `s` begins with, or 0. */
static size_t
sign_at(Slice s)
{
	uint32_t cp = 0;
	size_t len = utf8_decode(slice_sub(s, 0, UTF8_MAX), &cp);

	return cp >= 0x25A0 && cp <= 0x25FF ? len : 0;
}

/* `○山田委員長　text`, `◯위원장 김민수  text`, `◆Name: text` */
bool
label_read_signed(Slice line, Label *ret)
{
	size_t sign = sign_at(line), off, colon;
	Slice rest;

	if (sign == 0)
		return false;
	off = line.len -
	      slice_trim_start(slice_sub(line, sign, SIZE_MAX)).len;
	rest = slice_sub(line, off, SIZE_MAX);
	if (rest.len == 0)
		return false;
	colon = label_find_colon(rest);
	if (colon != SIZE_MAX && colon > 0
		    ? !label_finish(ret, slice_sub(rest, 0, colon),
				    label_skip(rest, colon))
		    : !read_before(rest, SLICE("　"), ret) &&
			      !read_before(rest, SLICE("  "), ret))
		return false;
	ret->text += off;
	return true;
}

/* The bytes of the stroke (—, ―, ─, –) that `s` begins with, or 0. */
static size_t
stroke_at(Slice s)
{
	static const Slice strokes[] = {
		{ "—", 3 }, { "―", 3 }, { "─", 3 }, { "–", 3 },
	};

	for (size_t i = 0; i < N_ITEMS(strokes); i++)
		if (slice_starts(s, strokes[i]))
			return strokes[i].len;
	return 0;
}

/* The bytes of all of them, with a blank or none between two. */
static size_t
strokes_at(Slice s)
{
	size_t n = stroke_at(s), more = n;

	while (more > 0) {
		size_t next = n + (n < s.len && s.ptr[n] == ' ');

		more = stroke_at(slice_sub(s, next, SIZE_MAX));
		if (more > 0)
			n = next + more;
	}
	return n;
}

/* Two strokes, or one and a blank, and what is asked. */
bool
label_read_stroke(Slice line, Label *ret)
{
	size_t n = strokes_at(line);

	return n >= 3 && n < line.len && (n > 3 || line.ptr[n] == ' ') &&
	       label_finish(ret, slice_sub(line, 0, n), label_skip(line, n));
}
