/*
 * UTF-8, byte by byte (RFC 3629).  No tables, no locale.
 */
#ifndef TEXT_UTF8_H
#define TEXT_UTF8_H

#include <assert.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/slice.h"
#include "base/vec.h"

#define UTF8_REPLACEMENT 0xFFFDu
#define UTF8_REPLACEMENT_BYTES "\xEF\xBF\xBD"
#define UTF8_MAX 4	/* bytes of one code point */

/* utf8_decode() of what is neither ASCII nor three bytes of most scripts. */
size_t
utf8_decode_rare(Slice s, uint32_t *ret_cp);

/*
 * The first code point of `s` (not empty) and, returned, its bytes.  Where the
 * bytes are no well-formed sequence: U+FFFD and the length of the maximal
 * subpart (Unicode 15, section 3.9, "U+FFFD Substitution"), at least 1.
 */
static inline size_t
utf8_decode(Slice s, uint32_t *ret_cp)
{
	const unsigned char *p = (const unsigned char *)s.ptr;

	assert(s.len > 0);
	if (p[0] < 0x80) {
		*ret_cp = p[0];
		return 1;
	}
	/* Most of what is no ASCII is Han; no third byte is special. */
	if (s.len >= 3 && p[0] > 0xE0 && p[0] < 0xF0 && p[0] != 0xED &&
	    (p[1] & 0xC0) == 0x80 && (p[2] & 0xC0) == 0x80) {
		*ret_cp = (p[0] & 0x0Fu) << 12 | (p[1] & 0x3Fu) << 6 |
			  (p[2] & 0x3Fu);
		return 3;
	}
	return utf8_decode_rare(s, ret_cp);
}

/* The code point that ends at the end of `s` (not empty); its bytes. */
size_t
utf8_decode_last(Slice s, uint32_t *ret_cp);

/* Writes `cp` to `out`; returns its bytes.  A surrogate becomes U+FFFD. */
size_t
utf8_encode(uint32_t cp, char out[UTF8_MAX]);

/*
 * The length of the longest well-formed prefix of `s`.  *ret_cut is true
 * where the rest is the beginning of a sequence that more bytes may complete.
 */
size_t
utf8_valid_prefix(Slice s, bool *ret_cut);

/* `s` without the byte order mark that it may begin with. */
Slice
utf8_without_mark(Slice s);

/* The length of the ASCII that `s` begins with. */
size_t
utf8_ascii_prefix(Slice s);

/* Appends `s`, with U+FFFD for each maximal subpart that is not well-formed. */
bool
utf8_append_repaired(Buf *out, Slice s);

/*
 * The bytes of well-formed `s` before its first line end other than LF: CR,
 * U+2028 or U+2029.  *ret_len: the bytes of that; 0: there is none.
 */
size_t
utf8_line_end(Slice s, size_t *ret_len);

/* Code points of well-formed `s`. */
size_t
utf8_count(Slice s);

static inline bool
utf8_is_continuation(char c)
{
	return ((unsigned char)c & 0xC0) == 0x80;
}

#endif
