/*
 * JSON scan: what a JSON text holds and where, without reading it.
 *
 * Knows strings, brackets and commas alone; what is no JSON gives an answer of
 * no meaning.
 */
#ifndef TEXT_JSON_SCAN_H
#define TEXT_JSON_SCAN_H

#include <stddef.h>
#include <stdbool.h>
#include <stdint.h>

#include "base/slice.h"
#include "base/vec.h"

typedef struct JsonMeasure {
	size_t values;		/* at most so many */
	unsigned depth;		/* of lists and maps */
	uint32_t line;		/* where that is reached first */
	size_t keys;		/* of the largest map */
	uint32_t keys_line;	/* of its last one */
} JsonMeasure;

JsonMeasure
json_measure(Slice text);

/* A walk from value to value, in the order of the text. */
typedef struct JsonPlace {
	Slice rest;
	uint32_t line;
} JsonPlace;

JsonPlace
json_place_start(Slice text);

/* The line, from 1, where the next value begins; keys are none. */
uint32_t
json_place_next(JsonPlace *place);

#define JSON_DIGITS_MAX 20 /* bytes of the longest whole number with its sign */

/* True where nothing of `s` is escaped in a string, as in most text. */
bool
json_is_plain(Slice s);

/*
 * The text with the line ends inside its strings escaped, appended to `out`:
 * JSON allows for U+2028 and U+2029 there, which are line ends once read.
 */
void
json_escape_lines(Slice text, Buf *out);

/* The digits of a number, at the end of `room`. */
Slice
json_digits(int64_t value, char room[JSON_DIGITS_MAX]);

#endif
