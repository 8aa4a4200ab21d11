/*
 * Timestamp: the times by which transcripts mark where something is said.
 *
 * `[H:]MM:SS`, with a fraction or without, bare or in brackets, which Markdown
 * may have escaped: `(00:01:21)`, `\[12:13\]`, `[001:02:03:04]` (days first).
 */
#ifndef DOCUMENT_TIMESTAMP_H
#define DOCUMENT_TIMESTAMP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/slice.h"
#include "base/vec.h"

/* The bytes of the bare time that `text` begins with, or 0. */
size_t
timestamp_read(Slice text, uint32_t *ret_ms);

/* What the first byte of a text may begin. */
#define TIMESTAMP_BRACKET 1	/* a time in brackets */
#define TIMESTAMP_BARE 2	/* blanks before a bare one, or that */
#define TIMESTAMP_MARK 4	/* what sets one apart: `**[00:12]**` */
extern const uint8_t TIMESTAMP_FIRST[UINT8_MAX + 1];

/* What byte `i` of a text may begin. */
static inline unsigned
timestamp_kinds_at(Slice text, size_t i)
{
	return i < text.len ? TIMESTAMP_FIRST[(unsigned char)text.ptr[i]] : 0;
}

/* False where a text begins with none of `kinds`: most does. */
static inline bool
timestamp_may_begin(Slice text, unsigned kinds)
{
	return (timestamp_kinds_at(text, 0) & kinds) != 0;
}

/* timestamp_read_bracketed() of what begins with a bracket. */
size_t
timestamp_read_inside(Slice text, uint32_t *ret_ms);

/* The same in brackets, the brackets included. */
static inline size_t
timestamp_read_bracketed(Slice text, uint32_t *ret_ms)
{
	return timestamp_may_begin(text, TIMESTAMP_BRACKET)
		       ? timestamp_read_inside(text, ret_ms)
		       : 0;
}

/*
 * The bytes of a date and a time that begin a line of a chat, with the dash
 * behind them: `2024-01-31T19:00:12Z`, `[1/31/24, 7:00 PM]`,
 * `31.01.2024, 19:00 -`; or 0.
 */
size_t
timestamp_read_dated(Slice text, uint32_t *ret_ms);

/*
 * The bytes of a time in brackets that begins a paragraph, with the colon and
 * blanks behind it (`[12:13] …`, `(00:01:21): …`), or 0.
 */
size_t
timestamp_skip(Slice text, uint32_t *ret_ms);

/* timestamp_skip_before() of what begins as a time does behind its marks. */
size_t
timestamp_skip_marked(Slice line, size_t marks, uint32_t *ret_ms,
		      bool *ret_clock);

/*
 * The bytes of a time that stands before a label, with the blanks behind it:
 * `[00:12:03] Name: …`, or 0.  *ret_clock: it is bare, dated or a link, as those
 * of logs and lists of chapters.
 */
static inline size_t
timestamp_skip_before(Slice line, uint32_t *ret_ms, bool *ret_clock)
{
	size_t marks = 0;

	*ret_clock = false;
	while (marks < 3 && timestamp_kinds_at(line, marks) == TIMESTAMP_MARK)
		marks++;
	if ((timestamp_kinds_at(line, marks) &
	     (TIMESTAMP_BRACKET | TIMESTAMP_BARE)) == 0)
		return 0;
	return timestamp_skip_marked(line, marks, ret_ms, ret_clock);
}

/* timestamp_is_line() of what begins as such a line. */
bool
timestamp_is_range(Slice line, uint32_t *ret_ms);

/* True where `line` is a bare time, or a range of two, and nothing else. */
static inline bool
timestamp_is_line(Slice line, uint32_t *ret_ms)
{
	return timestamp_may_begin(line, TIMESTAMP_BARE) &&
	       timestamp_is_range(line, ret_ms);
}

/* timestamp_read_end() of what ends as a time does. */
size_t
timestamp_read_last(Slice text, uint32_t *ret_ms);

/* The time, in brackets or bare, that ends `text`; its bytes, or 0. */
static inline size_t
timestamp_read_end(Slice text, uint32_t *ret_ms)
{
	unsigned char last = text.len > 0
				     ? (unsigned char)text.ptr[text.len - 1]
				     : 0;

	/* A digit, a bracket, the last bytes of wide ones, a mark, `AM`. */
	if ((last < '0' || last > '9') && last != ')' && last != ']' &&
	    last != '>' && last != 0x89 && last != 0x91 &&
	    last != '*' && last != '_' && last != '`' && (last | 32) != 'm')
		return 0;
	return timestamp_read_last(text, ret_ms);
}

/* Appends a time as `0:05`, `12:13` or `1:31:07`. */
void
timestamp_append(uint32_t time_ms, Buf *out);

#endif
