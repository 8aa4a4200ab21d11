#include "formats/cue_text.h"

#include <string.h>

#include "base/items.h"
#include "document/inline.h"
#include "text/utf8.h"

#define TAG_MAX 512	/* bytes of a tag, its brackets included */
#define ENTITY_MAX 12

static const char *const TAGS[] = {
	"a", "b", "c", "em", "font", "i", "lang", "rp", "ruby", "s", "span",
	"strong", "u",
};

void
cue_text_init(CueText *cue, CueSink *sink, void *ctx)
{
	*cue = (CueText){ .sink = sink, .ctx = ctx };
	buf_init(&cue->text, SIZE_MAX);
	buf_init(&cue->voice, SIZE_MAX);
}

void
cue_text_done(CueText *cue)
{
	buf_done(&cue->voice);
	buf_done(&cue->text);
}

/* Gives the text so far away. */
static void
emit(CueText *cue)
{
	Slice text = slice_trim(buf_slice(&cue->text));

	if (text.len > 0 && !cue->enough)
		cue->enough = !cue->sink(cue->ctx, text,
					 buf_slice(&cue->voice), cue->line);
	buf_clear(&cue->text);
}

/* Appends what the reference at the start of `rest` means; its bytes, or 0. */
static size_t
append_entity(Buf *out, Slice rest)
{
	Slice head = slice_sub(rest, 0, ENTITY_MAX);
	const char *end = memchr(head.ptr, ';', head.len);
	char utf8[UTF8_MAX];
	uint32_t cp;

	if (end == NULL)
		return 0;
	head.len = (size_t)(end - head.ptr) + 1;
	cp = inline_entity(head);
	if (cp == 0)
		return 0;
	if (cp < ' ')
		cp = ' ';
	buf_append(out, (Slice){ utf8, utf8_encode(cp, utf8) });
	return head.len;
}

/* Appends text with its character references resolved. */
static void
append_decoded(Buf *out, Slice text)
{
	while (text.len > 0) {
		size_t n = 0;

		if (text.ptr[0] == '&')
			n = append_entity(out, text);
		if (n == 0) {
			buf_append_char(out, text.ptr[0]);
			n = 1;
		}
		text = slice_sub(text, n, SIZE_MAX);
	}
}

/* The name of a tag: what stands before a class, a blank or the end. */
static Slice
tag_name(Slice tag)
{
	size_t n = 0;

	while (n < tag.len && memchr(". \t\n/", tag.ptr[n], 5) == NULL)
		n++;
	return slice_sub(tag, 0, n);
}

/* `<v.loud Name>`: what stands behind the first blank. */
static void
set_voice(CueText *cue, Slice tag)
{
	size_t n = 0;

	emit(cue);
	buf_clear(&cue->voice);
	while (n < tag.len && memchr(" \t\n", tag.ptr[n], 3) == NULL)
		n++;
	append_decoded(&cue->voice, slice_trim(slice_sub(tag, n, SIZE_MAX)));
}

/* A time inside a cue: `00:00:01.000`. */
static bool
is_time(Slice tag)
{
	bool colon = false;

	for (size_t i = 0; i < tag.len; i++) {
		colon |= tag.ptr[i] == ':';
		if (memchr("0123456789:.,", tag.ptr[i], 13) == NULL)
			return false;
	}
	return colon;
}

static bool
is_known(Slice name)
{
	for (size_t i = 0; i < N_ITEMS(TAGS); i++)
		if (slice_eq_nocase(name, slice_from(TAGS[i])))
			return true;
	return false;
}

/* Acts on the inside of a tag; false where it is none. */
static bool
take_tag(CueText *cue, Slice tag)
{
	bool closes = tag.len > 0 && tag.ptr[0] == '/';
	Slice name = tag_name(slice_sub(tag, closes, SIZE_MAX));

	if (slice_eq_nocase(name, SLICE("v"))) {
		set_voice(cue, closes ? SLICE("") : tag);
		return true;
	}
	if (slice_eq_nocase(name, SLICE("rt"))) {
		cue->in_ruby = !closes;
		return true;
	}
	if (slice_eq_nocase(name, SLICE("br"))) {
		emit(cue);
		return true;
	}
	if (slice_eq_nocase(name, SLICE("ruby")))
		cue->in_ruby = false;
	return is_known(name) || is_time(tag);
}

/* The bytes of the tag at the start of `rest`, or 0. */
static size_t
read_tag(CueText *cue, Slice rest)
{
	Slice head = slice_sub(rest, 0, TAG_MAX);
	const char *end = memchr(head.ptr, '>', head.len);
	size_t len;

	if (end == NULL)
		return 0;
	len = (size_t)(end - head.ptr) + 1;
	return take_tag(cue, slice_sub(head, 1, len - 2)) ? len : 0;
}

/* The bytes of `{\an8}` at the start of `rest`, or 0. */
static size_t
read_override(Slice rest)
{
	Slice head = slice_sub(rest, 0, TAG_MAX);
	const char *end;

	if (!slice_starts(head, SLICE("{\\")))
		return 0;
	end = memchr(head.ptr, '}', head.len);
	return end == NULL ? 0 : (size_t)(end - head.ptr) + 1;
}

/* The bytes of what stands at the start of `rest` and is no plain text. */
static size_t
read_special(CueText *cue, Slice rest)
{
	switch (rest.ptr[0]) {
	case '\n':
		emit(cue);
		cue->line++;
		return 1;
	case '<':
		return read_tag(cue, rest);
	case '{':
		return read_override(rest);
	case '&':
		return cue->in_ruby ? 0 : append_entity(&cue->text, rest);
	default:
		return 0;
	}
}

/* The bytes up to the next that may be special, which is not the first. */
static size_t
plain_len(Slice rest)
{
	size_t n = 1;

	while (n < rest.len && rest.ptr[n] != '\n' && rest.ptr[n] != '<' &&
	       rest.ptr[n] != '{' && rest.ptr[n] != '&')
		n++;
	return n;
}

void
cue_text_read(CueText *cue, Slice body)
{
	buf_clear(&cue->voice);
	cue->line = 0;
	cue->in_ruby = false;
	while (body.len > 0 && !cue->enough) {
		size_t n = read_special(cue, body);

		if (n == 0) {
			n = plain_len(body);
			if (!cue->in_ruby)
				buf_append(&cue->text, slice_sub(body, 0, n));
		}
		body = slice_sub(body, n, SIZE_MAX);
	}
	emit(cue);
}
