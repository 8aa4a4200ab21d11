/*
 * Slices: borrowed bytes.
 *
 * A Slice owns nothing and is never NUL-terminated by contract.  Whoever hands
 * one out says how long it stays valid; most are valid as long as the Text or
 * Arena they point into.
 */
#ifndef BASE_SLICE_H
#define BASE_SLICE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/eight.h"

typedef struct Slice {
	const char *ptr;
	size_t len;
} Slice;

/* A slice of a string literal. */
#define SLICE(literal) ((Slice){ "" literal, sizeof(literal) - 1 })

/* For printf("%.*s"): two arguments. */
#define SLICE_ARGS(s) (int)(s).len, (s).ptr

/* What readers do for each line and character stands here, to be inlined. */

/* The bytes of a NUL-terminated string; NULL gives the empty slice. */
static inline Slice
slice_from(const char *str)
{
	if (!str)
		return SLICE("");
	return (Slice){ str, strlen(str) };
}

/* At most `len` bytes of `s` from `off`; both are clipped to `s`. */
static inline Slice
slice_sub(Slice s, size_t off, size_t len)
{
	if (off > s.len)
		off = s.len;
	if (len > s.len - off)
		len = s.len - off;
	if (!s.ptr)
		return s;
	return (Slice){ s.ptr + off, len };
}

static inline bool
slice_eq(Slice a, Slice b)
{
	if (a.len != b.len)
		return false;
	if (a.len == 0)
		return true;
	return a.ptr[0] == b.ptr[0] && memcmp(a.ptr, b.ptr, a.len) == 0;
}

static inline bool
slice_starts(Slice s, Slice prefix)
{
	return prefix.len <= s.len &&
	       (prefix.len == 0 ||
		(s.ptr[0] == prefix.ptr[0] &&
		 memcmp(s.ptr, prefix.ptr, prefix.len) == 0));
}

static inline bool
slice_ends(Slice s, Slice suffix)
{
	return suffix.len <= s.len &&
	       (suffix.len == 0 ||
		(s.ptr[s.len - suffix.len] == suffix.ptr[0] &&
		 memcmp(s.ptr + (s.len - suffix.len), suffix.ptr,
			suffix.len) == 0));
}

/* Equal but for the case of ASCII letters. */
bool
slice_eq_nocase(Slice a, Slice b);

/* slice_find() of two bytes and more. */
size_t
slice_find_long(Slice s, Slice needle);

/* Offset of the first `needle` in `s`, or SIZE_MAX. */
static inline size_t
slice_find(Slice s, Slice needle)
{
	const char *hit;

	if (needle.len == 0)
		return 0;
	if (needle.len > s.len)
		return SIZE_MAX;
	if (needle.len > 1)
		return slice_find_long(s, needle);
	hit = memchr(s.ptr, needle.ptr[0], s.len);
	return hit != NULL ? (size_t)(hit - s.ptr) : SIZE_MAX;
}

/* The first line of `*rest` without its LF; `*rest` is what follows. */
Slice
slice_next_line(Slice *rest);

/* Of what starts, or ends, with a byte that white space may have there. */
Slice
slice_trim_start_spaces(Slice s);

Slice
slice_trim_end_spaces(Slice s);

/* The bytes of the white space beyond ASCII that `s` starts with, or 0. */
static inline size_t
slice_wide_space(Slice s)
{
	if (s.len >= 2 && s.ptr[0] == '\xC2' && s.ptr[1] == '\xA0')
		return 2;	/* U+00A0 no-break space */
	if (s.len < 3)
		return 0;
	if (s.ptr[0] == '\xE3' && s.ptr[1] == '\x80' && s.ptr[2] == '\x80')
		return 3;	/* U+3000 ideographic space */
	if (s.ptr[0] == '\xEF' && s.ptr[1] == '\xBB' && s.ptr[2] == '\xBF')
		return 3;	/* U+FEFF zero width no-break space */
	return 0;
}

static inline Slice
slice_trim_start(Slice s)
{
	unsigned char c = s.len > 0 ? (unsigned char)s.ptr[0] : 'x';

	if (c > ' ' && (c < 0x80 || slice_wide_space(s) == 0))
		return s;
	return slice_trim_start_spaces(s);
}

static inline Slice
slice_trim_end(Slice s)
{
	unsigned char c = s.len > 0 ? (unsigned char)s.ptr[s.len - 1] : 'x';

	if (c > ' ' && c != 0xA0 && c != 0x80 && c != 0xBF)
		return s;
	return slice_trim_end_spaces(s);
}

/*
 * Without the white space at both ends: ASCII blanks and line ends, U+00A0,
 * U+3000, U+FEFF.
 */
static inline Slice
slice_trim(Slice s)
{
	return slice_trim_end(slice_trim_start(s));
}

/* Mixes eight bytes in; the high bits fold back, for tables use the low. */
static inline uint64_t
slice_hash_eight(uint64_t hash, uint64_t eight)
{
	hash = (hash ^ eight) * 0x9E3779B97F4A7C15u;
	return hash ^ hash >> 32;
}

/* A hash for tables in memory: multiplied word by word; never stored. */
static inline uint64_t
slice_hash(Slice s)
{
	uint64_t hash = 0xCBF29CE484222325u ^ s.len;

	if (s.len < 8)
		return slice_hash_eight(hash, eight_head(s.ptr, s.len));
	for (size_t i = 0; i + 8 < s.len; i += 8)
		hash = slice_hash_eight(hash, eight_at(s.ptr + i));
	/* The last word may begin in the one before. */
	return slice_hash_eight(hash, eight_at(s.ptr + s.len - 8));
}

#endif
