/*
 * Bit by bit beside one another all matches that have begun go on with each
 * character (shift-and; Baeza-Yates and Gonnet, "A New Approach to Text
 * Searching", 1992).
 */
#include "reading/places.h"

#include <stdbool.h>

#include "base/ascii.h"
#include "reading/scout_inner.h"
#include "text/utf8.h"

/* The code point of three bytes. */
static inline uint32_t
three_at(const unsigned char *s)
{
	return (s[0] & 0xFu) << 12 | (s[1] & 0x3Fu) << 6 | (s[2] & 0x3Fu);
}

/* The places of the character that begins at `at`, and its bytes. */
static unsigned
places_at(const Places *places, Slice bytes, size_t at, size_t *ret_len)
{
	const unsigned char *s = (const unsigned char *)bytes.ptr + at;
	uint32_t cp;

	if (s[0] < 0x80) {
		*ret_len = 1;
		return places->of[s[0]];
	}
	*ret_len = 3;
	if ((s[0] & 0xF0) == 0xE0 && bytes.len - at >= 3)
		return places->of[three_at(s)];
	*ret_len = utf8_decode(slice_sub(bytes, at, SIZE_MAX), &cp);
	return cp < 0x10000 ? places->of[cp] : UINT8_MAX;
}

/* True where an ASCII letter goes on with a word. */
static bool
is_inside(Slice bytes, size_t from, size_t at)
{
	return at > from && ascii_is_letter(bytes.ptr[at - 1]) &&
	       ascii_is_letter(bytes.ptr[at]);
}

/* True where a match that has begun may go on behind what is not seen. */
static bool
may_go_on(Slice bytes, size_t at)
{
	return (unsigned char)bytes.ptr[at] < 0x80 &&
	       scout_is_gap(slice_sub(bytes, at, SIZE_MAX));
}

/* Where the earliest of those that are alive before `at` began. */
static size_t
begin_of(Slice bytes, size_t at, unsigned alive)
{
	uint32_t cp;

	for (; alive > 0; alive >>= 1)
		at -= utf8_decode_last(slice_sub(bytes, 0, at), &cp);
	return at;
}

/*
 * The character at or behind `at` that may be in the first place, or is neither
 * of ASCII nor of three bytes, or a `&`; or one near the end.
 */
static size_t
skip(const Places *places, Slice bytes, size_t at)
{
	const unsigned char *s = (const unsigned char *)bytes.ptr;

	while (at + 3 <= bytes.len) {
		if ((s[at] & 0xF0) == 0xE0) {
			if (places->of[three_at(s + at)] & 1)
				break;
			at += 3;
		} else if (s[at] < 0x80 && !(places->of[s[at]] & 1) &&
			   s[at] != '&') {
			at++;
		} else {
			break;
		}
	}
	return at;
}

size_t
places_find(const Places *places, Slice bytes, size_t from, Markup markup)
{
	unsigned last = 1u << (places->n - 1), alive = 0;
	size_t len;

	for (size_t at = from; at < bytes.len; at += len) {
		unsigned of;

		if (!alive)
			at = skip(places, bytes, at);
		if (at == bytes.len)
			break;
		if (alive && may_go_on(bytes, at))
			return begin_of(bytes, at, alive);
		of = places_at(places, bytes, at, &len);
		alive = (alive << 1 | !is_inside(bytes, from, at)) & of;
		if (alive & last)
			return begin_of(bytes, at + len, last);
		if (bytes.ptr[at] == '&' && markup == MARKUP_MARKDOWN &&
		    scout_is_entity(slice_sub(bytes, at, SIZE_MAX)))
			return begin_of(bytes, at, alive);
	}
	return alive ? begin_of(bytes, bytes.len, alive) : SIZE_MAX;
}
