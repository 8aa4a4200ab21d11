/*
 * Date: the dates that transcripts are headed by, as ISO 8601.
 *
 * Knows `2025-03-03` (with a time behind), `2025/3/3`, `2025年3月3日`,
 * `March 3, 2025`, `3 March 2025`.
 */
#ifndef DOCUMENT_DATE_H
#define DOCUMENT_DATE_H

#include <stdbool.h>

#include "base/slice.h"

#define DATE_SIZE 11	/* "2025-03-03" and a NUL */

/* The date that `text` begins with; *ret_len, if not NULL, its bytes. */
bool
date_read(Slice text, char out[DATE_SIZE], size_t *ret_len);

/*
 * The date of a line that is nothing but one, perhaps with words such as
 * `Published on` or `发布于` before it.
 */
bool
date_read_line(Slice line, char out[DATE_SIZE]);

#endif
