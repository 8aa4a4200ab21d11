/*
 * Formal: how parliaments and courts tell who has the floor.
 *
 * `Mr. CASEY. Mr. President, …`, `Ms. LEE of New York. …`,
 * `The PRESIDING OFFICER (Mr. Doe). Without objection …`
 */
#ifndef DOCUMENT_FORMAL_H
#define DOCUMENT_FORMAL_H

#include <stddef.h>

#include "base/slice.h"

/* Where the speech begins in a line that begins with such a name; 0: none. */
size_t
formal_read(Slice line, Slice *ret_name);

/* The same of a line that begins as `Q. text` or `A - text`. */
size_t
formal_letter(Slice line);

#endif
