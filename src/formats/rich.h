/*
 * Rich: a paragraph's text with its links and emphasis, written as Markdown.
 *
 * For the readers of XML and HTML: text goes in as their files have it, with
 * white space of any kind; out comes one line in which that is a space (where
 * it held a line end, nothing between Han characters), what Markdown would
 * take for markup is escaped, and emphasis stands only where Markdown's rules
 * let it.  Knows no document.
 */
#ifndef FORMATS_RICH_H
#define FORMATS_RICH_H

#include <stdbool.h>

#include "base/slice.h"
#include "base/vec.h"

typedef enum RichMark { RICH_EMPHASIS, RICH_STRONG } RichMark;

typedef struct Rich {
	Buf text;		/* with private marks for emphasis */
	Buf out;
	bool plain;		/* neither markup nor escapes */
	bool filled;		/* text came */
	bool space;		/* white space came since the last text … */
	bool line_end;		/* … and held a line end */
	unsigned marks;		/* that are open */
	size_t link;		/* where one begins; SIZE_MAX: none is open */
} Rich;

void
rich_init(Rich *rich);

void
rich_done(Rich *rich);

/* Begins a new paragraph. */
void
rich_clear(Rich *rich);

/* True where no text came yet. */
bool
rich_is_empty(const Rich *rich);

/* True where the text so far ends with `suffix`. */
bool
rich_ends(const Rich *rich, Slice suffix);

/* Text as it is shown; white space of any length is one space. */
void
rich_text(Rich *rich, Slice text);

/* Emphasis within emphasis is the outer one. */
void
rich_open(Rich *rich, RichMark mark);

void
rich_close(Rich *rich, RichMark mark);

void
rich_open_link(Rich *rich);

/* The text since is a link, unless it or the address cannot be one. */
void
rich_close_link(Rich *rich, Slice address);

/* The paragraph, trimmed; valid until the next change. */
Slice
rich_finish(Rich *rich);

#endif
