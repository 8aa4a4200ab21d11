/*
 * Unseen: characters that nobody sees in a text and that change no word: the
 * soft hyphen, spaces and joiners without width, marks of direction.
 */
#ifndef READING_UNSEEN_H
#define READING_UNSEEN_H

#include <stdbool.h>
#include <stdint.h>

#include "base/slice.h"

/* Any of them, in a regular expression. */
#define UNSEEN_CLASS \
	"[\\x{AD}\\x{200B}-\\x{200F}\\x{2060}-\\x{2064}\\x{FEFF}]"

static inline bool
unseen_is(uint32_t cp)
{
	return cp == 0xAD || (cp >= 0x200B && cp <= 0x200F) ||
	       (cp >= 0x2060 && cp <= 0x2064) || cp == 0xFEFF;
}

/* True where one stands in `text`, UTF-8.  Some 4 GB/s. */
bool
unseen_in(Slice text);

#endif
