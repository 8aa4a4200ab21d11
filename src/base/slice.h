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

typedef struct Slice {
	const char *ptr;
	size_t len;
} Slice;

/* A slice of a string literal. */
#define SLICE(literal) ((Slice){ "" literal, sizeof(literal) - 1 })

/* For printf("%.*s"): two arguments. */
#define SLICE_ARGS(s) (int)(s).len, (s).ptr

/* The bytes of a NUL-terminated string; NULL gives the empty slice. */
Slice
slice_from(const char *str);

/* At most `len` bytes of `s` from `off`; both are clipped to `s`. */
Slice
slice_sub(Slice s, size_t off, size_t len);

bool
slice_eq(Slice a, Slice b);

/* Equal but for the case of ASCII letters. */
bool
slice_eq_nocase(Slice a, Slice b);

bool
slice_starts(Slice s, Slice prefix);

bool
slice_ends(Slice s, Slice suffix);

/* Offset of the first `needle` in `s`, or SIZE_MAX. */
size_t
slice_find(Slice s, Slice needle);

/*
 * Without the white space at both ends: ASCII blanks and line ends, U+00A0,
 * U+3000, U+FEFF.
 */
Slice
slice_trim(Slice s);

Slice
slice_trim_start(Slice s);

Slice
slice_trim_end(Slice s);

/* A hash for tables in memory (FNV-1a, 64 bit); never stored. */
uint64_t
slice_hash(Slice s);

#endif
