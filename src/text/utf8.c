#include "text/utf8.h"

#include <assert.h>
#include <string.h>

#include "base/eight.h"

#define WINDOW 2048	/* bytes that are searched at a time */

/* The bytes that a sequence with this lead has; 0: it is no lead. */
static size_t
sequence_length(unsigned char lead)
{
	if (lead < 0x80)
		return 1;
	if (lead < 0xC2)
		return 0;
	if (lead < 0xE0)
		return 2;
	if (lead < 0xF0)
		return 3;
	return lead < 0xF5 ? 4 : 0;
}

/* The second byte is where overlong forms and surrogates show. */
static bool
is_second_byte(unsigned char lead, unsigned char c)
{
	if ((c & 0xC0) != 0x80)
		return false;
	switch (lead) {
	case 0xE0:
		return c >= 0xA0;
	case 0xED:
		return c <= 0x9F;
	case 0xF0:
		return c >= 0x90;
	case 0xF4:
		return c <= 0x8F;
	default:
		return true;
	}
}

/*
 * The length of the maximal subpart at the start of `n` (at least 1) bytes;
 * *ret_need is what a whole sequence with this lead has, or 0.
 */
static size_t
subpart(const unsigned char *p, size_t n, size_t *ret_need)
{
	size_t need = sequence_length(p[0]);
	size_t len = 1;

	*ret_need = need;
	if (need > 1 && n > 1 && is_second_byte(p[0], p[1])) {
		len = 2;
		while (len < need && len < n && (p[len] & 0xC0) == 0x80)
			len++;
	}
	return len;
}

size_t
utf8_decode_rare(Slice s, uint32_t *ret_cp)
{
	const unsigned char *p = (const unsigned char *)s.ptr;
	size_t need, len;
	uint32_t cp;

	len = subpart(p, s.len, &need);
	if (len != need) {
		*ret_cp = UTF8_REPLACEMENT;
		return len;
	}
	cp = p[0] & (0x7Fu >> need);
	for (size_t i = 1; i < len; i++)
		cp = cp << 6 | (p[i] & 0x3Fu);
	*ret_cp = cp;
	return len;
}

size_t
utf8_decode_last(Slice s, uint32_t *ret_cp)
{
	size_t start = s.len - 1;
	size_t len;

	assert(s.len > 0);
	while (start > 0 && s.len - start < UTF8_MAX &&
	       utf8_is_continuation(s.ptr[start]))
		start--;
	len = utf8_decode((Slice){ s.ptr + start, s.len - start }, ret_cp);
	if (len == s.len - start)
		return len;
	*ret_cp = UTF8_REPLACEMENT;
	return 1;
}

size_t
utf8_encode(uint32_t cp, char out[UTF8_MAX])
{
	if (cp > 0x10FFFF || (cp >= 0xD800 && cp <= 0xDFFF))
		cp = UTF8_REPLACEMENT;
	if (cp < 0x80) {
		out[0] = (char)cp;
		return 1;
	}
	if (cp < 0x800) {
		out[0] = (char)(0xC0 | cp >> 6);
		out[1] = (char)(0x80 | (cp & 0x3F));
		return 2;
	}
	if (cp < 0x10000) {
		out[0] = (char)(0xE0 | cp >> 12);
		out[1] = (char)(0x80 | (cp >> 6 & 0x3F));
		out[2] = (char)(0x80 | (cp & 0x3F));
		return 3;
	}
	out[0] = (char)(0xF0 | cp >> 18);
	out[1] = (char)(0x80 | (cp >> 12 & 0x3F));
	out[2] = (char)(0x80 | (cp >> 6 & 0x3F));
	out[3] = (char)(0x80 | (cp & 0x3F));
	return 4;
}

/* True where the bytes of the four words at `p` are all ASCII. */
static bool
are_ascii(const unsigned char *p)
{
	const char *c = (const char *)p;

	return ((eight_at(c) | eight_at(c + 8) | eight_at(c + 16) |
		 eight_at(c + 24)) & EIGHT_OF(0x80u)) == 0;
}

/* The end of the ASCII that starts at `p`, found by words. */
static const unsigned char *
skip_ascii(const unsigned char *p, const unsigned char *end)
{
	while (end - p >= 32 && are_ascii(p))
		p += 32;
	while (end - p >= 8 &&
	       (eight_at((const char *)p) & EIGHT_OF(0x80u)) == 0)
		p += 8;
	while (p < end && *p < 0x80)
		p++;
	return p;
}

Slice
utf8_without_mark(Slice s)
{
	const Slice mark = SLICE("\xEF\xBB\xBF");

	return slice_starts(s, mark) ? slice_sub(s, mark.len, SIZE_MAX) : s;
}

size_t
utf8_ascii_prefix(Slice s)
{
	const unsigned char *p = (const unsigned char *)s.ptr;

	return s.len ? (size_t)(skip_ascii(p, p + s.len) - p) : 0;
}

/*
 * Eight sequences of three bytes fill three words.  Where leads stand in each:
 * no two words have one in the same place, so that the leads fill a fourth.
 */
#define LEADS_0 "\xFF\0\0\xFF\0\0\xFF\0"
#define LEADS_1 "\0\xFF\0\0\xFF\0\0\xFF"
#define LEADS_2 "\0\0\xFF\0\0\xFF\0\0"

/* Zero where `word` has leads from E0 to EF there, else continuations. */
static inline uint64_t
not_three_bytes(uint64_t word, uint64_t leads)
{
	uint64_t values = EIGHT_OF(0x80u) | (leads & EIGHT_OF(0x60u));

	return (word ^ values) & (EIGHT_OF(0xC0u) | (leads & EIGHT_OF(0x30u)));
}

/* True where none of `leads`, all from E0 to EF, is E0 or ED. */
static inline bool
are_plain_leads(uint64_t leads)
{
	uint64_t not_e0 = (leads ^ EIGHT_OF(0xE0u)) + EIGHT_OF(0x7Fu);
	uint64_t not_ed = (leads ^ EIGHT_OF(0xEDu)) + EIGHT_OF(0x7Fu);

	return (~(not_e0 & not_ed) & EIGHT_OF(0x80u)) == 0;
}

/*
 * True where eight sequences of three bytes stand at `p`, none with a lead
 * that makes its second byte special.
 */
static inline bool
are_three_bytes(const unsigned char *p)
{
	const char *c = (const char *)p;
	uint64_t a = eight_at(c), b = eight_at(c + 8), d = eight_at(c + 16);
	uint64_t in_a = eight_at(LEADS_0), in_b = eight_at(LEADS_1);
	uint64_t in_d = eight_at(LEADS_2);
	uint64_t leads = (a & in_a) | (b & in_b) | (d & in_d);

	return (not_three_bytes(a, in_a) | not_three_bytes(b, in_b) |
		not_three_bytes(d, in_d)) == 0 && are_plain_leads(leads);
}

/* The same of one sequence, and a byte behind it. */
static inline bool
is_three_bytes(const unsigned char *p)
{
	uint32_t word, mask, bits;

	memcpy(&word, p, sizeof(word));
	memcpy(&mask, "\xF0\xC0\xC0", sizeof(mask));
	memcpy(&bits, "\xE0\x80\x80", sizeof(bits));
	return (word & mask) == bits && p[0] != 0xE0 && p[0] != 0xED;
}

/* Skips what most text of this reader is: three bytes from U+1000 on. */
static const unsigned char *
skip_three_bytes(const unsigned char *p, const unsigned char *end)
{
	while (end - p >= 24 && are_three_bytes(p))
		p += 24;
	while (end - p >= 4 && is_three_bytes(p))
		p += 3;
	return p;
}

size_t
utf8_valid_prefix(Slice s, bool *ret_cut)
{
	const unsigned char *start = (const unsigned char *)s.ptr;
	const unsigned char *p = start;
	const unsigned char *end = p + s.len;
	size_t len, need;

	*ret_cut = false;
	while (p < end) {
		if (*p < 0x80) {
			p = skip_ascii(p, end);
			continue;
		}
		p = skip_three_bytes(p, end);
		if (p == end || *p < 0x80)
			continue;
		len = subpart(p, (size_t)(end - p), &need);
		if (len != need) {
			*ret_cut = len == (size_t)(end - p) && len < need;
			break;
		}
		p += len;
	}
	return (size_t)(p - start);
}

/* The same from `from` on, before `end`; SIZE_MAX: there is none. */
static size_t
line_end_between(Slice s, size_t from, size_t end, size_t *ret_len)
{
	const char *cr = memchr(s.ptr + from, '\r', end - from);
	const char *e2;

	*ret_len = cr ? 1 : 0;
	if (cr)
		end = (size_t)(cr - s.ptr);
	while (from < end && (e2 = memchr(s.ptr + from, 0xE2, end - from))) {
		from = (size_t)(e2 - s.ptr);
		if (e2[1] == '\x80' && (e2[2] == '\xA8' || e2[2] == '\xA9')) {
			*ret_len = 3;
			return from;
		}
		from += 3;
	}
	return cr ? end : SIZE_MAX;
}

/* In windows, or many of one kind would mean to look for the other in vain. */
size_t
utf8_line_end(Slice s, size_t *ret_len)
{
	*ret_len = 0;
	for (size_t from = 0; from < s.len; from += WINDOW) {
		size_t end = s.len - from > WINDOW ? from + WINDOW : s.len;
		size_t at = line_end_between(s, from, end, ret_len);

		if (at != SIZE_MAX)
			return at;
	}
	return s.len;
}

bool
utf8_append_repaired(Buf *out, Slice s)
{
	bool cut, fits = true;

	while (s.len > 0 && fits) {
		size_t len = utf8_valid_prefix(s, &cut);
		uint32_t cp;

		fits = buf_append(out, slice_sub(s, 0, len));
		s = slice_sub(s, len, SIZE_MAX);
		if (s.len == 0)
			break;
		fits = fits && buf_append(out, SLICE(UTF8_REPLACEMENT_BYTES));
		s = slice_sub(s, utf8_decode(s, &cp), SIZE_MAX);
	}
	return fits;
}

size_t
utf8_count(Slice s)
{
	size_t count = s.len, i = 0;
	uint64_t eight;

	/* A continuation has of its two high bits only the first. */
	for (; s.len - i >= sizeof(eight); i += sizeof(eight)) {
		eight = eight_at(s.ptr + i);
		eight = (eight & (~eight << 1) & EIGHT_OF(0x80u)) >> 7;
		count -= (size_t)(eight * EIGHT_OF(1u) >> 56);
	}
	for (; i < s.len; i++)
		count -= utf8_is_continuation(s.ptr[i]);
	return count;
}
