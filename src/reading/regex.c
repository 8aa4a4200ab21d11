#include "reading/regex.h"

#include <string.h>

#include "base/ascii.h"
#include "text/uni.h"
#include "text/utf8.h"

enum {
	GROUP_EXTENDED = 1,	/* (?x): blanks and comments mean nothing */
	GROUP_BEHIND = 2,	/* it looks behind */
};

void
regex_begin(RegexReader *reader, Slice text, bool fixed)
{
	*reader = (RegexReader){ .text = text, .fixed = fixed };
}

static Slice
rest_of(const RegexReader *reader)
{
	return slice_sub(reader->text, reader->at, SIZE_MAX);
}

static char
byte_at(Slice s, size_t i)
{
	return i < s.len ? s.ptr[i] : '\0';
}

/* The bytes up to and with the first `end` from `i` on, or all. */
static size_t
len_past(Slice s, size_t i, const char *end)
{
	size_t found = slice_find(slice_sub(s, i, SIZE_MAX), slice_from(end));

	return found == SIZE_MAX ? s.len : i + found + strlen(end);
}

/* Past the name or number that an escape takes: `{…}`, `<…>`, `'…'`. */
static size_t
argument_end(Slice s, size_t i)
{
	switch (byte_at(s, i)) {
	case '{':
		return len_past(s, i + 1, "}");
	case '<':
		return len_past(s, i + 1, ">");
	case '\'':
		return len_past(s, i + 1, "'");
	default:
		return i;
	}
}

/* How many plain letters or digits may follow the letter of an escape. */
static size_t
plain_len(char c)
{
	if (c == 'p' || c == 'P' || c == 'c')
		return 1;
	return c == 'x' ? 2 : ascii_is_digit(c) || c == 'g' ? 9 : 0;
}

/* The bytes of an escape that is no literal. */
static size_t
escape_len(Slice s)
{
	char c = byte_at(s, 1);
	uint32_t cp;
	size_t end = 2;

	if (s.len < 2)
		return s.len;
	if ((unsigned char)c >= 0x80)
		return 1 + utf8_decode(slice_sub(s, 1, SIZE_MAX), &cp);
	if (memchr("pPxcgkoN", c, 8)) {
		end = argument_end(s, 2);
		if (end > 2)
			return end;
	}
	if (c == 'g' && (byte_at(s, end) == '-' || byte_at(s, end) == '+'))
		end++;
	for (size_t n = plain_len(c); n > 0; n--) {
		char next = byte_at(s, end);
		if (c == 'x' || c == 'p' || c == 'P' ? !ascii_is_word(next)
		    : c == 'c' ? next == '\0' : !ascii_is_digit(next))
			break;
		end++;
	}
	return end;
}

static void
take(RegexReader *reader, size_t len, RegexKind kind, RegexPart *ret)
{
	Slice rest = rest_of(reader);

	*ret = (RegexPart){ .kind = kind,
			    .source = slice_sub(rest, 0, len) };
	reader->at += ret->source.len;
}

/* A character that stands for itself, behind `skipped` bytes. */
static void
take_literal(RegexReader *reader, size_t skipped, RegexPart *ret)
{
	Slice rest = slice_sub(rest_of(reader), skipped, SIZE_MAX);
	uint32_t cp;
	size_t len = utf8_decode(rest, &cp);

	take(reader, skipped + len, REGEX_LITERAL, ret);
	ret->cp = cp;
}

static void
take_escape(RegexReader *reader, RegexPart *ret)
{
	Slice rest = rest_of(reader);
	char c = byte_at(rest, 1);

	if (c == 'Q' || c == 'E') {
		reader->quoted = c == 'Q';
		take(reader, 2, REGEX_NOTHING, ret);
	} else if (rest.len > 1 && !ascii_is_alnum(c)) {
		take_literal(reader, 1, ret);
	} else {
		take(reader, escape_len(rest), REGEX_SYNTAX, ret);
	}
}

/* True where quoted text goes on; its `\E` is taken as nothing. */
static bool
take_quoted(RegexReader *reader, RegexPart *ret)
{
	if (reader->fixed || (reader->quoted &&
			      !slice_starts(rest_of(reader), SLICE("\\E")))) {
		take_literal(reader, 0, ret);
		return true;
	}
	return false;
}

/* Past `[:name:]` at `i` of a class; `i` where there is none. */
static size_t
posix_end(Slice s, size_t i)
{
	char mark = byte_at(s, i + 1);
	size_t end = i + 2;

	if (byte_at(s, i) != '[' || (mark != ':' && mark != '.' && mark != '='))
		return i;
	while (ascii_is_word(byte_at(s, end)) || byte_at(s, end) == '^')
		end++;
	return byte_at(s, end) == mark && byte_at(s, end + 1) == ']' ? end + 2
								      : i;
}

static size_t
class_len(Slice s)
{
	size_t i = byte_at(s, 1) == '^' ? 2 : 1;
	bool quoted = false;

	if (byte_at(s, i) == ']')
		i++;
	while (i < s.len && (quoted || s.ptr[i] != ']')) {
		Slice rest = slice_sub(s, i, SIZE_MAX);
		if (slice_starts(rest, SLICE("\\E"))) {
			quoted = false;
			i += 2;
		} else if (quoted) {
			i++;
		} else if (s.ptr[i] == '\\') {
			quoted = byte_at(s, i + 1) == 'Q';
			i += escape_len(rest);
		} else {
			size_t end = posix_end(s, i);
			i = end > i ? end : i + 1;
		}
	}
	return i < s.len ? i + 1 : s.len;
}

/* `{2}`, `{2,}`, `{2,3}`; else 0. */
static size_t
braces_len(Slice s)
{
	size_t i = 1;

	if (byte_at(s, 0) != '{' || !ascii_is_digit(byte_at(s, 1)))
		return 0;
	while (ascii_is_digit(byte_at(s, i)))
		i++;
	if (byte_at(s, i) == ',')
		i++;
	while (ascii_is_digit(byte_at(s, i)))
		i++;
	return byte_at(s, i) == '}' ? i + 1 : 0;
}

static size_t
quantifier_len(Slice s)
{
	char c = byte_at(s, 0);
	size_t len = c == '*' || c == '+' || c == '?' ? 1 : braces_len(s);
	char more = byte_at(s, len);

	return len > 0 && (more == '+' || more == '?') ? len + 1 : len;
}

static void
open_group(RegexReader *reader, unsigned more)
{
	uint8_t now = reader->groups[reader->depth];

	if (reader->depth < REGEX_DEPTH)
		reader->groups[++reader->depth] = (uint8_t)(now | more);
}

/* The letters of `(?x-i` from `i` on; whether blanks mean something then. */
static size_t
read_options(const RegexReader *reader, Slice s, size_t i, uint8_t *ret_now)
{
	uint8_t now = reader->groups[reader->depth];
	bool on = true;

	for (; ascii_is_letter(byte_at(s, i)) || byte_at(s, i) == '-' ||
	       byte_at(s, i) == '^'; i++) {
		if (s.ptr[i] == '^')
			now &= (uint8_t)~GROUP_EXTENDED;
		else if (s.ptr[i] == '-')
			on = false;
		else if (s.ptr[i] == 'x' && on)
			now |= GROUP_EXTENDED;
		else if (s.ptr[i] == 'x')
			now &= (uint8_t)~GROUP_EXTENDED;
	}
	*ret_now = now;
	return i;
}

/* `(?x)` holds to the end of the group, `(?x:` opens one. */
static void
take_options(RegexReader *reader, RegexPart *ret)
{
	Slice s = rest_of(reader);
	uint8_t now;
	size_t i = read_options(reader, s, 2, &now);

	if (byte_at(s, i) == ':' || byte_at(s, i) == '|') {
		open_group(reader, 0);
		i++;
	} else if (byte_at(s, i) == ')') {
		i++;
	}
	reader->groups[reader->depth] =
		(uint8_t)(now | (reader->groups[reader->depth] & GROUP_BEHIND));
	take(reader, i, REGEX_SYNTAX, ret);
}

/* Calls of groups, `(?R)`, `(?1)`, `(?&name)`, and callouts: whole. */
static bool
is_closed_group(Slice s)
{
	char c = byte_at(s, 2);
	char after = byte_at(s, 3);

	return ascii_is_digit(c) || c == 'R' || c == '&' || c == 'C' ||
	       ((c == '+' || c == '-') && ascii_is_digit(after)) ||
	       (c == 'P' && (after == '>' || after == '='));
}

/* The bytes of what opens a group that is named, looks round, or asks. */
static size_t
opening_len(Slice s)
{
	char c = byte_at(s, 2);
	char after = byte_at(s, 3);

	if (c == 'P' || (c == '<' && after != '=' && after != '!'))
		return len_past(s, 2, ">");
	if (c == '\'')
		return len_past(s, 3, "'");
	if (c == '(' && after != '?' && after != '*')
		return len_past(s, 3, ")");
	return c == '(' ? 2 : c == '<' ? 4 : 3;
}

static void
take_question(RegexReader *reader, RegexPart *ret)
{
	Slice s = rest_of(reader);
	char c = byte_at(s, 2);

	if (c == '#') {
		take(reader, len_past(s, 2, ")"), REGEX_NOTHING, ret);
	} else if (is_closed_group(s)) {
		take(reader, len_past(s, 2, ")"), REGEX_SYNTAX, ret);
	} else if (c != 'P' && (ascii_is_letter(c) || c == '-' || c == '^' ||
				c == ')')) {
		take_options(reader, ret);
	} else {
		size_t len = opening_len(s);
		bool behind = len == 4 && c == '<' &&
			      (s.ptr[3] == '=' || s.ptr[3] == '!');
		open_group(reader, behind ? GROUP_BEHIND : 0);
		take(reader, len, REGEX_SYNTAX, ret);
	}
}

/* `(*VERB)`, or a group by its name, `(*plb:`. */
static void
take_star(RegexReader *reader, RegexPart *ret)
{
	Slice s = rest_of(reader);
	size_t end = 2;

	while (ascii_is_word(byte_at(s, end)))
		end++;
	Slice name = slice_sub(s, 2, end - 2);
	bool lower = name.len > 0 && name.ptr[0] >= 'a' && name.ptr[0] <= 'z';
	if (!lower || byte_at(s, end) != ':') {
		take(reader, len_past(s, 2, ")"), REGEX_SYNTAX, ret);
		return;
	}
	bool behind = slice_ends(name, SLICE("lb")) ||
		      slice_ends(name, SLICE("lookbehind"));
	open_group(reader, behind ? GROUP_BEHIND : 0);
	take(reader, end + 1, REGEX_SYNTAX, ret);
}

static void
take_parenthesis(RegexReader *reader, RegexPart *ret)
{
	char after = byte_at(rest_of(reader), 1);

	if (after == '?') {
		take_question(reader, ret);
	} else if (after == '*') {
		take_star(reader, ret);
	} else {
		open_group(reader, 0);
		take(reader, 1, REGEX_SYNTAX, ret);
	}
}

/* A blank or a comment, under (?x). */
static size_t
blank_len(const RegexReader *reader)
{
	Slice s = rest_of(reader);

	if (!(reader->groups[reader->depth] & GROUP_EXTENDED))
		return 0;
	if (byte_at(s, 0) == '#')
		return len_past(s, 1, "\n");
	if (s.ptr[0] != '\0' && memchr(" \t\n\v\f\r", s.ptr[0], 6))
		return 1;
	if (slice_starts(s, SLICE("\xC2\x85")))
		return 2;
	return slice_starts(s, SLICE("\xE2\x80\x8E")) ||
	       slice_starts(s, SLICE("\xE2\x80\x8F")) ||
	       slice_starts(s, SLICE("\xE2\x80\xA8")) ||
	       slice_starts(s, SLICE("\xE2\x80\xA9")) ? 3 : 0;
}

bool
regex_next(RegexReader *reader, RegexPart *ret)
{
	Slice s = rest_of(reader);
	size_t len;

	if (s.len == 0)
		return false;
	if (take_quoted(reader, ret))
		return true;
	if (s.ptr[0] == '\\') {
		take_escape(reader, ret);
	} else if ((len = blank_len(reader)) > 0) {
		take(reader, len, REGEX_NOTHING, ret);
	} else if ((len = quantifier_len(s)) > 0) {
		take(reader, len, REGEX_QUANTIFIER, ret);
	} else if (s.ptr[0] == '[') {
		take(reader, class_len(s), REGEX_CLASS, ret);
	} else if (s.ptr[0] == '(') {
		take_parenthesis(reader, ret);
	} else if (s.ptr[0] != '\0' && memchr(")|.^$", s.ptr[0], 5)) {
		if (s.ptr[0] == ')' && reader->depth > 0)
			reader->depth--;
		take(reader, 1, REGEX_SYNTAX, ret);
	} else {
		take_literal(reader, 0, ret);
	}
	return true;
}

bool
regex_looks_behind(const RegexReader *reader)
{
	return reader->groups[reader->depth] & GROUP_BEHIND;
}

void
regex_begin_class(RegexReader *reader, Slice class)
{
	Slice inner = slice_sub(class, 1, class.len - 1);

	if (slice_ends(inner, SLICE("]")))
		inner.len--;
	regex_begin(reader, inner, false);
}

static void
take_member(RegexReader *reader, RegexPart *ret)
{
	Slice s = rest_of(reader);
	size_t posix = posix_end(s, 0);

	if (take_quoted(reader, ret))
		return;
	if (reader->at == 0 && s.ptr[0] == '^')
		take(reader, 1, REGEX_SYNTAX, ret);
	else if (s.ptr[0] == '\\')
		take_escape(reader, ret);
	else if (posix > 0)
		take(reader, posix, REGEX_SYNTAX, ret);
	else
		take_literal(reader, 0, ret);
}

bool
regex_next_member(RegexReader *reader, RegexPart *ret)
{
	RegexPart end;

	if (reader->at >= reader->text.len)
		return false;
	take_member(reader, ret);
	if (ret->kind != REGEX_LITERAL || reader->quoted ||
	    byte_at(rest_of(reader), 0) != '-')
		return true;
	RegexReader ahead = *reader;
	ahead.at++;
	if (ahead.at >= ahead.text.len)
		return true;
	take_member(&ahead, &end);
	/* With another end it is no range that one could widen. */
	size_t start = reader->at - ret->source.len;
	*reader = ahead;
	ret->source = slice_sub(reader->text, start, reader->at - start);
	ret->kind = end.kind == REGEX_LITERAL ? REGEX_RANGE : REGEX_SYNTAX;
	ret->last = end.cp;
	return true;
}

static bool
is_upper_part(const RegexPart *part)
{
	return (part->kind == REGEX_LITERAL && uni_is_upper(part->cp)) ||
	       (part->kind == REGEX_RANGE &&
		(uni_is_upper(part->cp) || uni_is_upper(part->last)));
}

static bool
class_has_upper(Slice class)
{
	RegexReader reader;
	RegexPart part;

	regex_begin_class(&reader, class);
	while (regex_next_member(&reader, &part))
		if (is_upper_part(&part))
			return true;
	return false;
}

bool
regex_has_upper(Slice text, bool fixed)
{
	RegexReader reader;
	RegexPart part;

	regex_begin(&reader, text, fixed);
	while (regex_next(&reader, &part))
		if (is_upper_part(&part) || (part.kind == REGEX_CLASS &&
					     class_has_upper(part.source)))
			return true;
	return false;
}

void
regex_append(Slice text, bool fixed, Buf *out)
{
	if (!fixed) {
		buf_append(out, text);
		return;
	}
	for (size_t i = 0; i < text.len; i++) {
		unsigned char c = (unsigned char)text.ptr[i];
		if (c > ' ' && c < 0x7F && !ascii_is_word(c))
			buf_append_char(out, '\\');
		buf_append_char(out, (char)c);
	}
}

bool
regex_has_word(Slice text, bool fixed)
{
	RegexKind before = REGEX_SYNTAX;
	RegexReader reader;
	RegexPart part;

	regex_begin(&reader, text, fixed);
	while (regex_next(&reader, &part)) {
		if (part.kind == REGEX_LITERAL && before == REGEX_LITERAL)
			return true;
		before = part.kind;
	}
	return false;
}
