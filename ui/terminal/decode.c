#include "ui/terminal/decode.h"

#include <assert.h>
#include <string.h>

#include "base/mem.h"
#include "base/vec.h"
#include "text/utf8.h"

#define ESC 0x1B
#define BEL 0x07
#define DEL 0x7F
#define C1_FIRST 0x80
#define C1_LAST 0x9F
#define C1_SHIFT 0x40		/* from a C1 control to the byte behind ESC */
#define STRING_END 0x9C

#define KNOWN_MAX 48		/* keys that are taught */
#define CSI_MAX 64		/* bytes of a CSI sequence that is looked at */
#define STRING_MAX 64		/* bytes of a string that is looked at */
#define X10_BYTES 3		/* behind CSI M: a report of an old mouse */
#define PASTE_END SLICE("\033[201~")
#define CTRL_C 3

typedef enum DecodeState {
	DECODE_GROUND,
	DECODE_CSI_REST,	/* of one that is too long to be known */
	DECODE_STRING,		/* OSC, DCS, APC, PM, up to its end */
	DECODE_PASTE,
} DecodeState;

typedef struct Known {
	Slice bytes;
	Key key;
} Known;

struct Decoder {
	DecodeState state;
	bool orphaned;		/* an Esc was told; its rest may still come */
	bool settled;		/* being late changed nothing */
	size_t start;		/* of what waits in `bytes` */
	size_t end;
	char bytes[DECODE_ROOM];
	Known known[KNOWN_MAX];
	int n_known;
	char kind;		/* what introduced a string: `]` for OSC */
	char string[STRING_MAX];	/* its beginning */
	size_t n_string;	/* its bytes, all of them */
	Buf pasted;
	SequenceReport report;
};

Decoder *
decode_new(void)
{
	Decoder *decoder = mem_zalloc(sizeof(*decoder));

	buf_init(&decoder->pasted, DECODE_PASTE_MAX);
	return decoder;
}

void
decode_free(Decoder *decoder)
{
	for (int i = 0; i < decoder->n_known; i++)
		mem_free((char *)decoder->known[i].bytes.ptr);
	buf_done(&decoder->pasted);
	mem_free(decoder);
}

void
decode_define(Decoder *decoder, Slice bytes, Key key)
{
	char *copy;

	if (bytes.len < 2 || bytes.ptr[0] != ESC
	    || decoder->n_known == KNOWN_MAX)
		return;
	copy = mem_alloc(bytes.len);
	memcpy(copy, bytes.ptr, bytes.len);
	decoder->known[decoder->n_known++] =
		(Known){ { copy, bytes.len }, key };
}

size_t
decode_room(const Decoder *decoder)
{
	return DECODE_ROOM - (decoder->end - decoder->start);
}

void
decode_feed(Decoder *decoder, Slice bytes)
{
	size_t waiting = decoder->end - decoder->start;

	assert(bytes.len <= decode_room(decoder));
	memmove(decoder->bytes, decoder->bytes + decoder->start, waiting);
	memcpy(decoder->bytes + waiting, bytes.ptr, bytes.len);
	decoder->start = 0;
	decoder->end = waiting + bytes.len;
	decoder->settled = false;
}

bool
decode_waits(const Decoder *decoder)
{
	return decoder->end > decoder->start && !decoder->settled;
}

Slice
decode_pasted(const Decoder *decoder)
{
	return buf_slice(&decoder->pasted);
}

SequenceReport
decode_report(const Decoder *decoder)
{
	return decoder->report;
}

static Slice
waiting(const Decoder *decoder)
{
	return (Slice){ decoder->bytes + decoder->start,
			decoder->end - decoder->start };
}

static unsigned char
byte_at(Slice s, size_t at)
{
	return (unsigned char)s.ptr[at];
}

/* Bytes of the code point at the start; 0 where it is not whole yet. */
static size_t
take_point(Slice s, uint32_t *ret)
{
	bool cut = false;
	Slice first = slice_sub(s, 0, UTF8_MAX);

	if (!s.len || (utf8_valid_prefix(first, &cut) == 0 && cut))
		return 0;
	return utf8_decode(s, ret);
}

/*
 * The letter of the sequence that begins here (`[` for CSI), whether it is
 * introduced by ESC, a C1 control or one in UTF-8; 0: none.  *ret_len: the
 * bytes that introduce it.
 */
static char
introducer(Slice s, size_t *ret_len)
{
	int c1 = 0;

	*ret_len = 1;
	if (byte_at(s, 0) >= C1_FIRST && byte_at(s, 0) <= C1_LAST)
		c1 = byte_at(s, 0) - C1_SHIFT;
	*ret_len += !c1;
	if (!c1 && s.len > 1 && byte_at(s, 0) == ESC)
		c1 = byte_at(s, 1);
	if (!c1 && s.len > 1 && byte_at(s, 0) == 0xC2
	    && byte_at(s, 1) <= C1_LAST)
		c1 = byte_at(s, 1) - C1_SHIFT;
	return c1 && c1 < DEL && strchr("[O]P_^", c1) ? (char)c1 : 0;
}

/* Whether one of the taught keys begins, or may begin, here. */
static bool
find_known(const Decoder *decoder, Slice s, size_t *ret_len, Key *ret)
{
	bool may_begin = false;

	*ret = KEY_NONE;
	for (int i = 0; i < decoder->n_known; i++) {
		const Known *known = &decoder->known[i];

		if (slice_starts(known->bytes, s)
		    && s.len < known->bytes.len)
			may_begin = true;
		if (!slice_starts(s, known->bytes))
			continue;
		*ret_len = known->bytes.len;
		*ret = known->key;
		return true;
	}
	return may_begin;
}

static Key
end_csi(Decoder *decoder, Slice body, char letter)
{
	Key key = sequence_csi(body, letter, &decoder->report);

	if (key != KEYS_PASTE)
		return key;
	decoder->state = DECODE_PASTE;
	buf_clear(&decoder->pasted);
	return KEY_NONE;
}

/* Bytes that a CSI sequence has behind its last, for an old mouse. */
static size_t
bytes_behind(Slice body, char letter)
{
	return letter == 'M' && !body.len ? X10_BYTES : 0;
}

/* `len`: the bytes that introduce it.  False where it is not whole. */
static bool
take_csi(Decoder *decoder, Slice s, size_t len, Key *ret)
{
	for (size_t i = len; i < s.len; i++) {
		unsigned char c = byte_at(s, i);
		Slice body = slice_sub(s, len, i - len);
		size_t more = bytes_behind(body, (char)c);

		if (c < ' ' || c >= DEL || i - len >= CSI_MAX) {
			decoder->start += i;
			if (c >= ' ' && c < DEL)
				decoder->state = DECODE_CSI_REST;
			return true;
		}
		if (c < '@')
			continue;
		if (s.len < i + 1 + more)
			return false;
		decoder->start += i + 1 + more;
		*ret = end_csi(decoder, body, (char)c);
		return true;
	}
	return false;
}

/* Of a long one, all but its last byte is of no interest. */
static void
skip_csi(Decoder *decoder)
{
	unsigned char c = byte_at(waiting(decoder), 0);

	if (c < ' ' || c >= '@')
		decoder->state = DECODE_GROUND;
	if (c >= ' ' && c < DEL)
		decoder->start++;
}

/* A key of the cursor or the keypad, or Alt with O. */
static bool
take_ss3(Decoder *decoder, Slice s, size_t len, Key *ret)
{
	unsigned char c;

	if (s.len == len)
		return false;
	c = byte_at(s, len);
	decoder->start += len + 1;
	if (c >= 'j' && c <= 'y') {		/* * + , - . / 0 … 9 */
		*ret = c - C1_SHIFT;
	} else if (c >= 'A' && c <= 'Z') {
		*ret = sequence_letter((char)c);
	} else {
		decoder->start--;
		*ret = KEY_ALT | 'O';
	}
	return true;
}

/* A key, with Alt where an escape stands before it. */
static bool
take_plain(Decoder *decoder, Slice s, bool late, Key *ret)
{
	bool escaped = byte_at(s, 0) == ESC;
	uint32_t point;
	size_t len;

	if (escaped && (s.len == 1 ? late : byte_at(s, 1) == ESC)) {
		decoder->orphaned = s.len == 1;
		decoder->start++;
		*ret = KEYS_ESC;
		return true;
	}
	len = take_point(slice_sub(s, escaped, SIZE_MAX), &point);
	if (!len)
		return false;
	decoder->start += escaped + len;
	*ret = sequence_plain(point) | (escaped ? KEY_ALT : 0);
	return true;
}

/* A sequence whose `len` bytes of introduction are those of `letter`. */
static bool
take_sequence(Decoder *decoder, Slice s, size_t len, Key *ret)
{
	char letter = s.ptr[len - 1];

	if ((unsigned char)letter >= C1_FIRST)
		letter = (char)((unsigned char)letter - C1_SHIFT);
	if (letter == '[')
		return take_csi(decoder, s, len, ret);
	if (letter == 'O')
		return take_ss3(decoder, s, len, ret);
	decoder->start += len;
	decoder->state = DECODE_STRING;
	decoder->kind = letter;
	decoder->n_string = 0;
	return true;
}

static bool
take_ground(Decoder *decoder, Slice s, bool late, Key *ret)
{
	SequenceVerdict orphan = decoder->orphaned ? sequence_judge_rest(s) : SEQUENCE_NO;
	size_t len;

	if (orphan == SEQUENCE_MAYBE && !late)
		return false;
	decoder->orphaned = false;
	if (orphan == SEQUENCE_YES)
		return take_sequence(decoder, s, 1, ret);
	if (find_known(decoder, s, &len, ret)) {
		if (*ret != KEY_NONE) {
			decoder->start += len;
			return true;
		}
		if (!late)
			return false;
	}
	if (introducer(s, &len))
		return take_sequence(decoder, s, len, ret);
	return take_plain(decoder, s, late, ret);
}

/* What a whole string means; one that is too long means nothing. */
static Key
end_string(Decoder *decoder)
{
	decoder->state = DECODE_GROUND;
	if (decoder->kind != ']' || decoder->n_string > STRING_MAX)
		return KEY_NONE;
	return sequence_osc((Slice){ decoder->string, decoder->n_string },
			    &decoder->report);
}

static void
keep_string(Decoder *decoder, Slice bytes)
{
	if (decoder->n_string + bytes.len <= STRING_MAX)
		memcpy(decoder->string + decoder->n_string, bytes.ptr,
		       bytes.len);
	decoder->n_string += bytes.len;
}

/* An escape in a string that no `\` follows ends it, and is itself a key. */
static bool
take_string_escape(Decoder *decoder, Slice s, Key *ret)
{
	size_t len;

	if (s.len < 2)
		return false;
	decoder->state = DECODE_GROUND;
	if (s.ptr[1] == '\\') {
		decoder->start += 2;
		*ret = end_string(decoder);
	} else if (!introducer(s, &len)) {
		decoder->start++;
		*ret = KEYS_ESC;
	}
	return true;
}

static bool
take_string(Decoder *decoder, Slice s, Key *ret)
{
	unsigned char first = byte_at(s, 0);
	uint32_t point;
	size_t len;

	if (first == ESC)
		return take_string_escape(decoder, s, ret);
	if (first < ' ' && first != BEL) {
		decoder->state = DECODE_GROUND;
		return true;
	}
	len = take_point(s, &point);
	if (first == BEL || first == STRING_END
	    || (len && point == STRING_END))
		*ret = end_string(decoder);
	else
		keep_string(decoder, slice_sub(s, 0, len));
	decoder->start += len;
	return len > 0;
}

/*
 * How much of `s` is part of a paste: not what may begin its end, nor a last
 * Ctrl-C, with which one gives up a paste whose end was lost.
 */
static size_t
sure_paste(Slice s)
{
	size_t len = 0;

	while (len < s.len && !slice_starts(PASTE_END, slice_sub(s, len, SIZE_MAX)))
		len++;
	return len && len == s.len && s.ptr[len - 1] == CTRL_C ? len - 1 : len;
}

/* True where nothing follows a Ctrl-C: one typed it. */
static bool
is_given_up(Slice s, bool late)
{
	return late && s.len == 1 && s.ptr[0] == CTRL_C;
}

static bool
take_paste(Decoder *decoder, Slice s, bool late, Key *ret)
{
	size_t end = slice_find(s, PASTE_END);
	size_t len = end == SIZE_MAX ? sure_paste(s) : end;
	Slice text = slice_sub(s, 0, len);
	uint32_t point;
	size_t n;

	if (is_given_up(s, late)) {
		decoder->state = DECODE_GROUND;
		return true;
	}
	while (text.len && (n = take_point(text, &point)) > 0) {
		char bytes[UTF8_MAX];

		buf_append(&decoder->pasted,
			   (Slice){ bytes, utf8_encode(point, bytes) });
		text = slice_sub(text, n, SIZE_MAX);
	}
	decoder->start += len - text.len;
	if (end == SIZE_MAX)
		return false;
	decoder->start += text.len + PASTE_END.len;
	decoder->state = DECODE_GROUND;
	*ret = KEYS_PASTE;
	return true;
}

/* Takes something off what waits; false where more bytes are needed. */
static bool
take(Decoder *decoder, bool late, Key *ret)
{
	Slice s = waiting(decoder);

	*ret = KEY_NONE;
	if (!s.len)
		return false;
	switch (decoder->state) {
	case DECODE_CSI_REST:
		skip_csi(decoder);
		return true;
	case DECODE_STRING:
		return take_string(decoder, s, ret);
	case DECODE_PASTE:
		return take_paste(decoder, s, late, ret);
	case DECODE_GROUND:
		break;
	}
	return take_ground(decoder, s, late, ret);
}

Key
decode_next(Decoder *decoder, bool late)
{
	Key key;

	while (take(decoder, late, &key))
		if (key != KEY_NONE)
			return key;
	decoder->settled = late;
	return KEY_NONE;
}
