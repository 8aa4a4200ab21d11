/*
 * What a feed may cut is carried over: the beginning of a sequence, and the
 * CR that a LF may follow.  Stable input is not carried but taken up again
 * where it lies, so that a mapping stays in one piece.
 */
#ifdef HAVE_CONFIG_H
#include "config.h"
#endif

#include "text/charset.h"

#include <assert.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "text/utf8.h"

#define BYTE_ORDER_MARK SLICE("\xEF\xBB\xBF")
#define REPLACEMENT SLICE("\xEF\xBF\xBD")

typedef struct Decoder {
	const char *name; /* the IANA name */
	void (*decode)(Charset *charset, Slice bytes);
} Decoder;

struct Charset {
	const Decoder *decoder;
	uint64_t seen;		 /* bytes of input */
	uint64_t replaced;	 /* sequences that became U+FFFD */
	uint64_t replaced_bytes; /* their bytes */
	uint32_t first_line;
	bool started;	      /* a byte order mark is text now */
	bool after_cr;	      /* a LF that follows is dropped */
	Slice tail;	      /* stable input that is taken up again */
	char carry[UTF8_MAX]; /* the same of input that is not */
	size_t n_carry;

	/* Of the feed that runs. */
	Text *text;
	TextOff keep;
	unsigned flags;
};

static void
decode_utf8(Charset *charset, Slice bytes);

static const Decoder decoders[] = {
	{ "UTF-8", decode_utf8 },
};

Charset *
charset_new(void)
{
	Charset *charset = mem_zalloc(sizeof(*charset));

	charset->decoder = &decoders[0];
	return charset;
}

void
charset_free(Charset *charset)
{
	mem_free(charset);
}

static void
put(Charset *charset, Slice s)
{
	text_append(charset->text, charset->keep, s);
}

/* Appends `s`, which is not empty and has a CR, with LF for each line end. */
static void
put_line_ends(Charset *charset, Slice s)
{
	const char *cr;

	while ((cr = memchr(s.ptr, '\r', s.len))) {
		size_t len = (size_t)(cr - s.ptr);

		put(charset, slice_sub(s, 0, len));
		s = slice_sub(s, len + 1, s.len);
		if (slice_starts(s, SLICE("\n")))
			continue;
		put(charset, SLICE("\n"));
		if (s.len == 0) {
			charset->after_cr = true;
			return;
		}
	}
	put(charset, s);
}

/* Appends well-formed `s`, which is whole sequences. */
static void
put_valid(Charset *charset, Slice s)
{
	if (s.len == 0)
		return;
	if (!charset->started && slice_starts(s, BYTE_ORDER_MARK))
		s = slice_sub(s, BYTE_ORDER_MARK.len, s.len);
	charset->started = true;
	if (s.len == 0)
		return;
	if (charset->after_cr && s.ptr[0] == '\n')
		s = slice_sub(s, 1, s.len);
	charset->after_cr = false;
	if (s.len && memchr(s.ptr, '\r', s.len))
		put_line_ends(charset, s);
	else if (charset->flags & CHARSET_STABLE)
		text_append_borrowed(charset->text, charset->keep, s);
	else
		put(charset, s);
}

static uint32_t
count_lines(const Text *text)
{
	TextOff off = 0;
	uint32_t lines = 1;
	Slice rest;

	while ((rest = text_rest(text, off)).len) {
		const char *end = rest.ptr + rest.len;
		const char *lf = rest.ptr;

		for (; (lf = memchr(lf, '\n', (size_t)(end - lf))); lf++)
			lines++;
		off += rest.len;
	}
	return lines;
}

/* Appends U+FFFD for `len` bytes that are not well-formed. */
static void
put_replacement(Charset *charset, size_t len)
{
	if (charset->replaced == 0)
		charset->first_line = count_lines(charset->text);
	charset->replaced++;
	charset->replaced_bytes += len;
	charset->started = true;
	charset->after_cr = false;
	put(charset, REPLACEMENT);
}

/* Completes the carried sequence; returns what is left of `bytes`. */
static Slice
finish_carry(Charset *charset, Slice bytes)
{
	unsigned flags = charset->flags;
	Slice carried = { charset->carry, charset->n_carry };
	size_t valid;
	bool cut;

	while (carried.len && bytes.len) {
		charset->carry[carried.len++] = bytes.ptr[0];
		valid = utf8_valid_prefix(carried, &cut);
		if (cut) {
			bytes = slice_sub(bytes, 1, bytes.len);
			continue;
		}
		charset->flags &= ~CHARSET_STABLE;
		if (valid) {
			bytes = slice_sub(bytes, 1, bytes.len);
			put_valid(charset, carried);
		} else {
			put_replacement(charset, carried.len - 1);
		}
		charset->flags = flags;
		carried.len = 0;
	}
	charset->n_carry = carried.len;
	return bytes;
}

/* Keeps the beginning of a sequence for the next feed. */
static void
carry_over(Charset *charset, Slice cut)
{
	assert(cut.len < UTF8_MAX);
	if (charset->flags & CHARSET_STABLE) {
		charset->tail = cut;
		return;
	}
	memcpy(charset->carry, cut.ptr, cut.len);
	charset->n_carry = cut.len;
}

/* Takes up what the feed before left; returns what is to be decoded. */
static Slice
take_up(Charset *charset, Slice bytes)
{
	Slice tail = charset->tail;

	charset->tail = SLICE("");
	if (tail.len && (charset->flags & CHARSET_STABLE) &&
	    tail.ptr + tail.len == bytes.ptr)
		return (Slice){ tail.ptr, tail.len + bytes.len };
	if (tail.len) {
		memcpy(charset->carry, tail.ptr, tail.len);
		charset->n_carry = tail.len;
	}
	return charset->n_carry ? finish_carry(charset, bytes) : bytes;
}

static void
decode_utf8(Charset *charset, Slice bytes)
{
	bool eof = (charset->flags & CHARSET_EOF) != 0;
	uint32_t cp;
	size_t len;
	bool cut;

	bytes = take_up(charset, bytes);
	while (bytes.len) {
		len = utf8_valid_prefix(bytes, &cut);
		put_valid(charset, slice_sub(bytes, 0, len));
		bytes = slice_sub(bytes, len, bytes.len);
		if (bytes.len == 0)
			break;
		if (cut && !eof) {
			carry_over(charset, bytes);
			break;
		}
		len = utf8_decode(bytes, &cp);
		put_replacement(charset, len);
		bytes = slice_sub(bytes, len, bytes.len);
	}
	if (eof && charset->n_carry) {
		put_replacement(charset, charset->n_carry);
		charset->n_carry = 0;
	}
}

/* A NUL near the start: an image, a program, UTF-16. */
static Status
probe(const Charset *charset, Slice bytes, Err *err)
{
	const char *nul;

	if (charset->seen >= CHARSET_PROBE)
		return STATUS_OK;
	bytes = slice_sub(bytes, 0, (size_t)(CHARSET_PROBE - charset->seen));
	if (bytes.len == 0 || !(nul = memchr(bytes.ptr, '\0', bytes.len)))
		return STATUS_OK;
	return err_set(err,
		       _("is no text: byte %u is NUL; a transcript is a text "
			 "file in UTF-8"),
		       (unsigned)charset->seen + (unsigned)(nul - bytes.ptr) +
			       1);
}

Status
charset_feed(Charset *charset, Text *text, TextOff keep, Slice bytes,
	     unsigned flags, Err *err)
{
	if (probe(charset, bytes, err) != STATUS_OK)
		return STATUS_FAILED;
	charset->seen += bytes.len;
	charset->text = text;
	charset->keep = keep;
	charset->flags = flags;
	charset->decoder->decode(charset, bytes);
	return STATUS_OK;
}

CharsetVerdict
charset_verdict(const Charset *charset)
{
	double bad = 0;

	if (charset->seen)
		bad = (double)charset->replaced_bytes / (double)charset->seen;
	return (CharsetVerdict){
		.name = charset->decoder->name,
		.confidence = 1 - bad,
		.replaced = charset->replaced,
		.first_line = charset->first_line,
	};
}
