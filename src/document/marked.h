/*
 * Marked: what stands emphasised at the start of a line.
 *
 * Knows the marks by which transcripts set a name apart: `**`, `__`, `***` and
 * their single forms, and the tags `<b>`, `<strong>`, `<em>`, `<i>`, `<span …>`.
 * Decides nothing about what they hold.
 */
#ifndef DOCUMENT_MARKED_H
#define DOCUMENT_MARKED_H

#include <stdbool.h>
#include <stddef.h>

#include "base/slice.h"

typedef enum MarkWeight {
	MARK_NONE,
	MARK_LIGHT,		/* `*`, `_`, `<em>`, `<i>` */
	MARK_STRONG,		/* `**`, `__`, `***`, `<b>`, `<strong>`, `<span>` */
} MarkWeight;

/* False where no mark stands at the start of `s`. */
static inline bool
marked_may_begin(Slice s)
{
	return s.len > 0 &&
	       (s.ptr[0] == '*' || s.ptr[0] == '_' || s.ptr[0] == '<');
}

/*
 * How the start of `s` is marked.  *ret_inside is what stands between the
 * marks, at most `max` bytes, *ret_end the offset behind the closing one;
 * MARK_NONE where there is no mark, none that closes, or nothing inside.
 */
MarkWeight
marked_read(Slice s, size_t max, Slice *ret_inside, size_t *ret_end);

/* The bytes of the marks of an item or a quote that `line` begins with. */
size_t
marked_block(Slice line);

/*
 * The bytes of the number that `s` begins with, and of what stands between it and
 * the text: of an item (`12. `, `12) `), or of a line in a margin (`12   `); or 0.
 */
size_t
marked_number(Slice s, bool *ret_item);

/*
 * The bytes of the tag that begins with `open` (`<p`), with its attributes, at
 * the start of `s`, or 0.
 */
size_t
marked_tag(Slice s, Slice open);

/* The bytes of `<p …>`, or of `<a …></a>`, at the start of `s`, or 0. */
size_t
marked_anchor(Slice s);

/*
 * `[Name]`, `(Name)`, `【Name】`, `\[Name\]` without the brackets around all of
 * it; of the link `[Name][label]`, its text.
 */
Slice
marked_unbracket(Slice name);

#endif
