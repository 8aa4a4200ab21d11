/*
 * Segments lie in the order of their offsets, without gaps; only the last one
 * grows.  An append that finds no room for the new bytes behind the kept ones
 * moves the kept ones to the front of a new segment.
 */
#include "text/text.h"

#include <assert.h>
#include <string.h>

#include "base/mem.h"

/* Small documents get a small first segment; each doubles the one before. */
#ifdef FANGTAN_TINY
#define SEGMENT_FIRST TEXT_SEGMENT
#else
#define SEGMENT_FIRST ((size_t)64 * 1024)
#endif

typedef struct Segment {
	TextOff start;
	const char *ptr;
	size_t len;
	size_t cap;  /* bytes of `owned` */
	char *owned; /* == ptr; NULL: borrowed */
} Segment;

struct Text {
	Segment *segments;
	size_t count;
	size_t cap;	  /* segments that there is room for */
	size_t last_hit;  /* the segment of the look-up before: a hint */
	size_t next_size; /* of the next owned segment */
	TextOff len;
};

Text *
text_new(void)
{
	Text *text = mem_zalloc(sizeof(*text));

	text->next_size = SEGMENT_FIRST;
	return text;
}

void
text_free(Text *text)
{
	if (!text)
		return;
	for (size_t i = 0; i < text->count; i++)
		mem_free(text->segments[i].owned);
	mem_free(text->segments);
	mem_free(text);
}

TextOff
text_len(const Text *text)
{
	return text->len;
}

static Segment *
last_segment(const Text *text)
{
	return text->count ? &text->segments[text->count - 1] : NULL;
}

static Segment *
segment_add(Text *text, TextOff start)
{
	Segment *segment;

	if (text->count == text->cap) {
		text->cap = text->cap ? text->cap * 2 : 4;
		text->segments = mem_realloc_array(text->segments, text->cap,
						   sizeof(*segment));
	}
	segment = &text->segments[text->count++];
	*segment = (Segment){ .start = start };
	return segment;
}

/* Whether `len` bytes fit behind what is kept, where they are written. */
static bool
has_room(const Text *text, TextOff keep, size_t len)
{
	const Segment *last = last_segment(text);

	return last && last->owned && last->start <= keep &&
	       last->cap - last->len >= len;
}

/* Copies the bytes from `off` to the end to `out`. */
static void
copy_kept(const Text *text, TextOff off, char *out)
{
	while (off < text->len) {
		Slice part = text_rest(text, off);

		memcpy(out, part.ptr, part.len);
		out += part.len;
		off += part.len;
	}
}

/* Forgets the bytes from `off` on. */
static void
cut_segments(Text *text, TextOff off)
{
	Segment *last;

	while ((last = last_segment(text)) && last->start >= off) {
		mem_free(last->owned);
		text->count--;
	}
	if (last)
		last->len = (size_t)(off - last->start);
	text->last_hit = 0;
}

/* A new last segment that begins with the kept bytes and holds `len` more. */
static void
move_kept(Text *text, TextOff keep, size_t len)
{
	size_t kept = (size_t)(text->len - keep);
	size_t cap = text->next_size;
	Segment *segment;
	char *owned;

	if (cap < kept + len)
		cap = kept ? (kept + len) * 2 : len;
	owned = mem_alloc(cap);
	copy_kept(text, keep, owned);
	cut_segments(text, keep);
	segment = segment_add(text, keep);
	segment->ptr = segment->owned = owned;
	segment->len = kept;
	segment->cap = cap;
	if (text->next_size < TEXT_SEGMENT)
		text->next_size *= 2;
}

void
text_append(Text *text, TextOff keep, Slice bytes)
{
	Segment *last;

	assert(keep <= text->len);
	if (bytes.len == 0)
		return;
	if (!has_room(text, keep, bytes.len))
		move_kept(text, keep, bytes.len);
	last = last_segment(text);
	memcpy(last->owned + last->len, bytes.ptr, bytes.len);
	last->len += bytes.len;
	text->len += bytes.len;
}

void
text_append_borrowed(Text *text, TextOff keep, Slice bytes)
{
	Segment *last = last_segment(text);
	bool continues;

	assert(keep <= text->len);
	if (bytes.len == 0)
		return;
	continues = last && !last->owned && last->start <= keep &&
		    last->ptr + last->len == bytes.ptr;
	if (!continues && keep < text->len) {
		text_append(text, keep, bytes);
		return;
	}
	if (!continues) {
		last = segment_add(text, text->len);
		last->ptr = bytes.ptr;
	}
	last->len += bytes.len;
	text->len += bytes.len;
}

static bool
segment_holds(const Segment *segment, TextOff off)
{
	return off >= segment->start && off - segment->start < segment->len;
}

static size_t
search_segments(const Text *text, TextOff off)
{
	size_t low = 0, high = text->count;

	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;

		if (text->segments[middle].start <= off)
			low = middle;
		else
			high = middle;
	}
	return low;
}

/* The segment of the byte at `off`, which must exist. */
static const Segment *
segment_at(const Text *text, TextOff off)
{
	const Segment *hit = &text->segments[text->last_hit];

	assert(off < text->len);
	if (segment_holds(hit, off))
		return hit;
	hit = &text->segments[search_segments(text, off)];
	/* The hint is no part of what the Text is, hence not const. */
	((Text *)text)->last_hit = (size_t)(hit - text->segments);
	return hit;
}

Slice
text_slice(const Text *text, TextOff off, size_t len)
{
	Slice rest;

	if (len == 0)
		return SLICE("");
	rest = text_rest(text, off);
	assert(len <= rest.len);
	return (Slice){ rest.ptr, len };
}

Slice
text_rest(const Text *text, TextOff off)
{
	const Segment *segment;
	size_t at;

	assert(off <= text->len);
	if (off == text->len)
		return SLICE("");
	segment = segment_at(text, off);
	at = (size_t)(off - segment->start);
	return (Slice){ segment->ptr + at, segment->len - at };
}
