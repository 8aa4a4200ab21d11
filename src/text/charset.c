/*
 * Until it is decided which charset it is, what could be of another than UTF-8
 * is held back: the first bytes (of UTF-16 they look like text at times), then
 * whatever follows ASCII, until there is enough of it that is valid UTF-8, or
 * bytes that are not and enough behind them to guess by.  All of this is
 * counted in bytes from the start, so that no cut changes it.
 *
 * What a feed may cut of UTF-8 is carried over: the beginning of a sequence,
 * and the CR that a LF may follow.  Stable input is not carried or held but
 * taken up again where it lies, so that a mapping stays in one piece.
 */
#ifdef HAVE_CONFIG_H
#include "config.h"
#endif

#include "text/charset.h"

#include <assert.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "text/convert.h"
#include "text/detect.h"
#include "text/utf8.h"

#define REPLACEMENT SLICE(UTF8_REPLACEMENT_BYTES)

#define HEAD 16		/* bytes that show UTF-16 for what it is */
#define PROOF 8		/* weight of sequences that make it UTF-8 */
#ifdef FANGTAN_TINY
#define HELD_MAX 1024	/* bytes that are enough to judge by */
#else
#define HELD_MAX (64 * 1024)
#endif

typedef enum CharsetState {
	CHARSET_HEAD,	 /* too few bytes to tell text from UTF-16 */
	CHARSET_OPEN,	 /* ASCII so far, and some that looks like UTF-8 */
	CHARSET_HOLDING, /* neither; more bytes make the guess better */
	CHARSET_DECIDED,
} CharsetState;

struct Charset {
	CharsetState state;
	const char *name; /* the IANA name */
	double confidence;
	DetectGuesses guesses;
	Convert *convert;	 /* NULL: UTF-8 */
	Buf converted;		 /* what it makes of a feed */
	bool wide;		 /* has NULs: UTF-16 and the like */
	uint64_t seen;		 /* bytes of input */
	uint64_t replaced;	 /* sequences that became U+FFFD */
	uint64_t replaced_bytes; /* their bytes */
	uint32_t first_line;
	bool started;  /* a byte order mark is text now */
	bool after_cr; /* a LF that follows is dropped */

	/* Until it is decided: what is not decoded yet. */
	Slice held;	/* in `copied`, or stable input */
	Buf copied;	/* of input that is not stable */
	char before;	/* the byte before, of ASCII; 0: none */
	size_t checked; /* of `held`: valid UTF-8 */
	unsigned proof; /* weight of what was checked */

	/* Of UTF-8. */
	Slice tail;	      /* stable input that is taken up again */
	char carry[UTF8_MAX]; /* the same of input that is not */
	size_t n_carry;

	/* Of the feed that runs. */
	Text *text;
	TextOff keep;
	unsigned flags;
};

/* The converter for a charset, none for UTF-8. */
static void
set_charset(Charset *charset, const char *name, double confidence)
{
	charset->name = name;
	charset->confidence = confidence;
	charset->state = CHARSET_DECIDED;
	if (!strcmp(name, "UTF-8"))
		return;
	charset->wide = !strncmp(name, "UTF-16", 6) ||
			!strncmp(name, "UTF-32", 6);
	charset->convert = convert_new(detect_converter(name));
	if (!charset->convert)
		charset->name = "UTF-8";
}

Charset *
charset_new(const char *encoding)
{
	Charset *charset = mem_zalloc(sizeof(*charset));
	const char *name = encoding ? convert_iana_name(encoding) : NULL;

	buf_init(&charset->converted, SIZE_MAX);
	buf_init(&charset->copied, SIZE_MAX);
	charset->name = "UTF-8";
	charset->confidence = 1;
	if (name)
		set_charset(charset, name, 1);
	return charset;
}

void
charset_free(Charset *charset)
{
	if (!charset)
		return;
	convert_free(charset->convert);
	buf_done(&charset->converted);
	buf_done(&charset->copied);
	mem_free(charset);
}

bool
charset_is_known(const char *encoding)
{
	return convert_iana_name(encoding) != NULL;
}

static void
put(Charset *charset, Slice s)
{
	text_append(charset->text, charset->keep, s);
}

/* Appends `s` with LF for each line end. */
static void
put_line_ends(Charset *charset, Slice s)
{
	size_t end, len;

	while (s.len && (end = utf8_line_end(s, &len), len)) {
		bool is_cr = len == 1;

		put(charset, slice_sub(s, 0, end));
		s = slice_sub(s, end + len, s.len);
		if (is_cr && slice_starts(s, SLICE("\n")))
			continue;
		put(charset, SLICE("\n"));
		charset->after_cr = is_cr && s.len == 0;
	}
	put(charset, s);
}

/* Appends well-formed `s`, which is whole sequences. */
static void
put_valid(Charset *charset, Slice s)
{
	size_t len;

	if (s.len == 0)
		return;
	if (!charset->started)
		s = utf8_without_mark(s);
	charset->started = true;
	if (s.len == 0)
		return;
	if (charset->after_cr && s.ptr[0] == '\n')
		s = slice_sub(s, 1, s.len);
	charset->after_cr = false;
	if (s.len && (utf8_line_end(s, &len), len))
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

/* The bytes before the first U+FFFD. */
static size_t
before_replacement(Slice s)
{
	size_t at = slice_find(s, REPLACEMENT);

	return at == SIZE_MAX ? s.len : at;
}

static void
decode_other(Charset *charset, Slice bytes)
{
	ConvertBad bad;
	Slice text;
	size_t len;

	buf_clear(&charset->converted);
	convert_feed(charset->convert, bytes, charset->flags & CHARSET_EOF,
		     &charset->converted);
	charset->flags &= ~CHARSET_STABLE;
	text = buf_slice(&charset->converted);
	bad = convert_bad(charset->convert);
	if (charset->replaced == 0 && bad.sequences > 0) {
		len = before_replacement(text);
		put_valid(charset, slice_sub(text, 0, len));
		text = slice_sub(text, len, text.len);
		charset->first_line = count_lines(charset->text);
	}
	charset->replaced = bad.sequences;
	charset->replaced_bytes = bad.bytes;
	put_valid(charset, text);
}

static void
decode(Charset *charset, Slice bytes)
{
	if (charset->convert)
		decode_other(charset, bytes);
	else
		decode_utf8(charset, bytes);
}

/* A NUL near the start, `at` behind it: an image, a program. */
static Status
refuse(uint64_t at, Err *err)
{
	return err_set(err,
		       _("is no text: byte %u is NUL; a transcript is a text "
			 "file"), (unsigned)at + 1);
}

/* Fails where `bytes`, the next of the input, have a NUL near the start. */
static Status
probe(const Charset *charset, uint64_t at, Slice bytes, Err *err)
{
	const char *nul;

	if (at >= CHARSET_PROBE || charset->wide)
		return STATUS_OK;
	bytes = slice_sub(bytes, 0, (size_t)(CHARSET_PROBE - at));
	if (bytes.len == 0 || !(nul = memchr(bytes.ptr, '\0', bytes.len)))
		return STATUS_OK;
	return refuse(at + (uint64_t)(nul - bytes.ptr), err);
}

/* Holds `bytes` behind what is held; without a copy where they are stable. */
static void
hold(Charset *charset, Slice bytes)
{
	Slice held = charset->held;
	bool stable = charset->flags & CHARSET_STABLE;

	if (bytes.len == 0)
		return;
	if (stable && (!held.len || held.ptr + held.len == bytes.ptr)) {
		if (!held.len)
			charset->held.ptr = bytes.ptr;
		charset->held.len += bytes.len;
		return;
	}
	if (held.len && charset->copied.len == 0)
		buf_append(&charset->copied, held);
	buf_append(&charset->copied, bytes);
	charset->held = buf_slice(&charset->copied);
}

/* Decodes the first `len` of what is held by the charset that is set. */
static void
release(Charset *charset, size_t len)
{
	Slice first = slice_sub(charset->held, 0, len);
	unsigned flags = charset->flags;
	size_t rest;

	charset->held = slice_sub(charset->held, len, charset->held.len);
	if (charset->held.len)
		charset->flags &= ~CHARSET_EOF;
	if (charset->copied.len)
		charset->flags &= ~CHARSET_STABLE;
	decode(charset, first);
	charset->flags = flags;
	if (!charset->copied.len)
		return;
	rest = charset->held.len;
	if (rest)
		memmove(charset->copied.ptr, charset->held.ptr, rest);
	charset->copied.len = rest;
	charset->held = buf_slice(&charset->copied);
}

/* Checks the next sequence or ASCII of what is held; false: it waits. */
static bool
check_next(Charset *charset)
{
	Slice rest = slice_sub(charset->held, charset->checked, SIZE_MAX);
	size_t len = utf8_ascii_prefix(rest);
	uint32_t cp;
	bool cut;

	if (len == 0) {
		rest = slice_sub(rest, 0, UTF8_MAX);
		len = utf8_decode(rest, &cp);
		if (utf8_valid_prefix(slice_sub(rest, 0, len), &cut) < len) {
			utf8_valid_prefix(rest, &cut);
			if (!cut || charset->flags & CHARSET_EOF)
				charset->state = CHARSET_HOLDING;
			return false;
		}
		charset->proof += (unsigned)len * 2 - 3;
	}
	charset->checked += len;
	return true;
}

/* Takes what is held for UTF-8, as far as it is, and decides where it can. */
static void
check_held(Charset *charset)
{
	size_t ascii = utf8_ascii_prefix(charset->held);
	bool is_all = true;

	if (charset->checked < ascii)
		charset->checked = ascii;
	while (is_all && charset->checked < charset->held.len &&
	       charset->checked - ascii < HELD_MAX && charset->proof < PROOF)
		is_all = check_next(charset);
	if (charset->state != CHARSET_HOLDING &&
	    (charset->proof >= PROOF || charset->checked - ascii >= HELD_MAX ||
	     (charset->flags & CHARSET_EOF)))
		set_charset(charset, "UTF-8", 1);
}

/* Lets go of the ASCII that what is held begins with. */
static void
release_ascii(Charset *charset)
{
	size_t len = utf8_ascii_prefix(charset->held);

	if (len == 0)
		return;
	charset->before = charset->held.ptr[len - 1];
	release(charset, len);
	charset->checked = charset->checked > len ? charset->checked - len : 0;
}

/* Guesses on the first bytes that are held; behind a late NUL on none. */
static Status
guess(Charset *charset, Err *err)
{
	uint64_t at = charset->seen - charset->held.len;
	Slice sample = slice_sub(charset->held, 0, HELD_MAX);
	const char *nul = memchr(sample.ptr, '\0', sample.len);
	const DetectGuess *best = &charset->guesses.items[0];
	bool is_text;
	Buf copy;

	if (nul && at + (uint64_t)(nul - sample.ptr) >= CHARSET_PROBE)
		sample.len = (size_t)(nul - sample.ptr);
	buf_init(&copy, SIZE_MAX);
	if (charset->before)
		buf_append_char(&copy, charset->before);
	buf_append(&copy, sample);
	is_text = detect_guess(buf_slice(&copy), &charset->guesses);
	buf_done(&copy);
	if (!is_text)
		return refuse(at + (uint64_t)(nul - sample.ptr), err);
	set_charset(charset, best->name, best->confidence);
	return probe(charset, at, charset->held, err);
}

/* What the first bytes say: a mark, UTF-16 without one, or text. */
static Status
begin(Charset *charset, Err *err)
{
	Slice head = slice_sub(charset->held, 0, HEAD);
	const char *marked = detect_mark(head);

	charset->state = CHARSET_OPEN;
	if (marked)
		set_charset(charset, marked, 1);
	else if (detect_may_be_wide(head, head.len < HEAD))
		charset->state = CHARSET_HOLDING;
	if (charset->state == CHARSET_HOLDING)
		return STATUS_OK;
	return probe(charset, 0, charset->held, err);
}

/* Holds `bytes` until it is decided what they are in. */
static Status
sniff(Charset *charset, Slice bytes, Err *err)
{
	bool eof = charset->flags & CHARSET_EOF;
	Status status = STATUS_OK;

	hold(charset, bytes);
	if (charset->state == CHARSET_HEAD &&
	    (eof || charset->held.len >= HEAD))
		status = begin(charset, err);
	if (status == STATUS_OK && charset->state == CHARSET_OPEN) {
		check_held(charset);
		if (charset->state != CHARSET_DECIDED)
			release_ascii(charset);
	}
	if (status == STATUS_OK && charset->state == CHARSET_HOLDING &&
	    (eof || charset->held.len >= HELD_MAX))
		status = guess(charset, err);
	if (status == STATUS_OK && charset->state == CHARSET_DECIDED)
		release(charset, charset->held.len);
	return status;
}

Status
charset_feed(Charset *charset, Text *text, TextOff keep, Slice bytes,
	     unsigned flags, Err *err)
{
	bool plain = charset->state == CHARSET_OPEN ||
		     charset->state == CHARSET_DECIDED;

	if (plain && probe(charset, charset->seen, bytes, err) != STATUS_OK)
		return STATUS_FAILED;
	charset->seen += bytes.len;
	charset->text = text;
	charset->keep = keep;
	charset->flags = flags;
	if (charset->state != CHARSET_DECIDED)
		return sniff(charset, bytes, err);
	decode(charset, bytes);
	return STATUS_OK;
}

CharsetVerdict
charset_verdict(const Charset *charset)
{
	double bad = 0;

	if (charset->seen)
		bad = (double)charset->replaced_bytes / (double)charset->seen;
	return (CharsetVerdict){
		.name = charset->name,
		.confidence = charset->confidence * (1 - bad),
		.replaced = charset->replaced,
		.first_line = charset->first_line,
	};
}

void
charset_describe_replaced(CharsetVerdict verdict, Err *err)
{
	err_set_line(err, verdict.first_line,
		     ngettext("%llu byte sequence is not valid %s; shown as "
			      "U+FFFD",
			      "%llu byte sequences are not valid %s; shown as "
			      "U+FFFD", (unsigned long)verdict.replaced),
		     (unsigned long long)verdict.replaced, verdict.name);
}

/* The guesses, then the usual charsets that are not among them. */
const char *
charset_candidate(const Charset *charset, size_t i)
{
	const DetectGuesses *guesses = &charset->guesses;
	DetectGuesses usual;

	if (i < guesses->n)
		return guesses->items[i].name;
	i -= guesses->n;
	detect_usual(&usual);
	for (size_t u = 0; u < usual.n; u++) {
		bool known = false;

		for (size_t g = 0; g < guesses->n && !known; g++)
			known = !strcmp(usual.items[u].name,
					guesses->items[g].name);
		if (!known && i-- == 0)
			return usual.items[u].name;
	}
	return NULL;
}
