#include "document/label.h"

#include <string.h>

#include "document/name.h"
#include "text/utf8.h"

#define LABEL_BYTES_MAX (4 * NAME_CHARS_MAX)
#define LABEL_CHARS_MAX (NAME_CHARS_MAX + 8)	/* with brackets and a verb */

#define WIDE_COLON 0xFF1A
#define WIDE_COMMA 0xFF0C
#define WIDE_STOP 0x3002

/* Verbs between a name and the colon. */
static const char *const VERBS[] = {
	"说", "說", "问", "問", "答", "回答", "问道", "問道", "说道", "說道",
	"笑着说", "笑著說", "补充", "補充", "said", "says", "asked", "asks",
	"answered",
};

/* Verbs behind a name that begin indirect speech. */
static const char *const INDIRECT[] = {
	"表示", "认为", "認為", "指出", "强调", "強調", "回答", "解释", "解釋",
	"补充", "補充",
};

/* Bytes of the colon at the start of `s`: 1, 3 (full width), or 0. */
static size_t
colon_len(Slice s)
{
	if (s.len > 0 && s.ptr[0] == ':')
		return 1;
	if (slice_starts(s, SLICE("：")))
		return 3;
	return 0;
}

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
 * Offset of the first colon among as many characters of `s` as a label may
 * have; SIZE_MAX where there is none, or where a sentence's punctuation stands
 * before it.
 */
static size_t
find_colon(Slice s)
{
	size_t chars = 0;

	for (size_t i = 0; i < s.len && chars < LABEL_CHARS_MAX; i++) {
		unsigned char c = (unsigned char)s.ptr[i];
		uint32_t cp;

		chars += !utf8_is_continuation(s.ptr[i]);
		if (c == ':')
			return i;
		if (c != 0xEF && c != 0xE3)
			continue;
		cp = wide_at((Slice){ s.ptr + i, s.len - i });
		if (cp == WIDE_COLON)
			return i;
		if (cp == WIDE_COMMA || cp == WIDE_STOP)
			return SIZE_MAX;
	}
	return SIZE_MAX;
}

/* Skips blanks and superfluous colons (`Name：:`) from `off`. */
static size_t
skip_to_text(Slice line, size_t off)
{
	size_t n;

	for (;;) {
		Slice rest = slice_sub(line, off, SIZE_MAX);

		n = colon_len(rest);
		if (n == 0)
			n = rest.len - slice_trim_start(rest).len;
		if (n == 0)
			return off;
		off += n;
	}
}

/* The name without the brackets around all of it. */
static Slice
without_brackets(Slice name)
{
	static const Slice pairs[][2] = {
		{ { "[", 1 }, { "]", 1 } },
		{ { "【", 3 }, { "】", 3 } },
		{ { "\\[", 2 }, { "\\]", 2 } },
	};

	for (size_t i = 0; i < sizeof(pairs) / sizeof(*pairs); i++) {
		Slice open = pairs[i][0], close = pairs[i][1];

		if (name.len > 0 && name.ptr[0] == open.ptr[0] &&
		    slice_starts(name, open) && slice_ends(name, close) &&
		    name.len > open.len + close.len)
			return slice_trim(slice_sub(
				name, open.len,
				name.len - open.len - close.len));
	}
	return name;
}

/* Takes a verb off the end of the name; false where none stood there. */
static bool
strip_verb(Slice *name)
{
	Slice word = *name;

	while (word.len > 0 && word.ptr[word.len - 1] != ' ')
		word.len--;
	word = slice_sub(*name, word.len, SIZE_MAX);
	if (word.len == 0 || word.len == name->len)
		return false;
	for (size_t i = 0; i < sizeof(VERBS) / sizeof(*VERBS); i++)
		if (VERBS[i][0] == word.ptr[0] &&
		    slice_eq(word, slice_from(VERBS[i]))) {
			*name = slice_trim(slice_sub(*name, 0,
						     name->len - word.len));
			return true;
		}
	return false;
}

/* Splits `name（alias）` into its parts. */
static void
split_alias(Label *label)
{
	static const Slice pairs[][2] = {
		{ { "（", 3 }, { "）", 3 } },
		{ { "(", 1 }, { ")", 1 } },
	};

	label->base = label->name;
	label->alias = SLICE("");
	for (size_t i = 0; i < sizeof(pairs) / sizeof(*pairs); i++) {
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

static bool
finish(Label *label, Slice raw, size_t text)
{
	label->name = without_brackets(slice_trim(raw));
	label->verb = strip_verb(&label->name);
	label->text = text;
	split_alias(label);
	return label->name.len > 0;
}

/* What stands between `**` at `off` and the next `**`, or nothing. */
static bool
bold_at(Slice line, size_t off, Slice *ret_inside, size_t *ret_end)
{
	Slice rest = slice_sub(line, off, SIZE_MAX);
	size_t close;

	if (!slice_starts(rest, SLICE("**")))
		return false;
	rest = slice_sub(rest, 2, LABEL_BYTES_MAX + 2);
	close = slice_find(rest, SLICE("**"));
	if (close == SIZE_MAX || close == 0)
		return false;
	*ret_inside = slice_sub(rest, 0, close);
	*ret_end = off + 2 + close + 2;
	return true;
}

static bool
read_bold_in(Slice line, size_t off, Label *ret)
{
	Slice inside;
	size_t end, colon;

	if (!bold_at(line, off, &inside, &end))
		return false;
	inside = slice_trim_end(inside);
	if (slice_ends(inside, SLICE(":")))
		colon = 1;
	else if (slice_ends(inside, SLICE("：")))
		colon = 3;
	else
		return false;
	ret->tight = false;
	return finish(ret, slice_sub(inside, 0, inside.len - colon),
		      skip_to_text(line, end));
}

static bool
read_bold_out(Slice line, size_t off, Label *ret)
{
	Slice inside, rest;
	size_t end;

	if (!bold_at(line, off, &inside, &end))
		return false;
	rest = slice_trim_start(slice_sub(line, end, SIZE_MAX));
	if (colon_len(rest) == 0)
		return false;
	ret->tight = false;
	return finish(ret, inside, skip_to_text(line, end));
}

static bool
read_plain(Slice line, size_t off, Label *ret)
{
	Slice rest = slice_sub(line, off, SIZE_MAX);
	size_t colon = find_colon(rest), len;

	if (colon == SIZE_MAX || colon == 0)
		return false;
	len = colon_len(slice_sub(rest, colon, 3));
	ret->tight = len == 1 && colon + 1 < rest.len &&
		     rest.ptr[colon + 1] != ' ' && rest.ptr[colon + 1] != '\t' &&
		     (unsigned char)rest.ptr[colon + 1] < 0x80;
	if (ret->tight && rest.ptr[colon + 1] == '/')
		return false;
	return finish(ret, slice_sub(rest, 0, colon),
		      skip_to_text(line, off + colon + len));
}

static const struct {
	LabelForm form;
	bool (*read)(Slice line, size_t off, Label *ret);
} FORMS[] = {
	{ LABEL_BOLD_IN, read_bold_in },
	{ LABEL_BOLD_OUT, read_bold_out },
	{ LABEL_PLAIN, read_plain },
};

bool
label_propose(Slice line, Label *ret)
{
	size_t off = line.len - slice_trim_start(line).len;

	for (size_t i = 0; i < sizeof(FORMS) / sizeof(*FORMS); i++) {
		ret->form = FORMS[i].form;
		if (FORMS[i].read(line, off, ret))
			return true;
	}
	return false;
}

bool
label_is_indirect(Slice line, Slice name)
{
	Slice rest;

	line = slice_trim_start(line);
	if (!slice_starts(line, name))
		return false;
	rest = slice_sub(line, name.len, SIZE_MAX);
	if (rest.len == 0 || rest.ptr[0] != ' ')
		return false;
	rest = slice_trim_start(rest);
	for (size_t i = 0; i < sizeof(INDIRECT) / sizeof(*INDIRECT); i++)
		if (slice_starts(rest, slice_from(INDIRECT[i])))
			return true;
	return false;
}
