/*
 * Plausible: whether decoded bytes look like what people write.
 *
 * A wrong charset decodes without errors more often than not; what comes of it
 * is rare characters, or letters where none belong.  Here the common ones are
 * known, so that a hundred bytes are enough to tell.
 */
#ifndef TEXT_PLAUSIBLE_H
#define TEXT_PLAUSIBLE_H

#include <stdint.h>

#include "base/slice.h"

/* Whom a charset is for. */
typedef enum PlausibleKind {
	PLAUSIBLE_CHINESE,
	PLAUSIBLE_JAPANESE,
	PLAUSIBLE_KOREAN,
	PLAUSIBLE_RUSSIAN,
	PLAUSIBLE_WESTERN,
	PLAUSIBLE_ALL, /* Unicode; ASCII counts, too */
} PlausibleKind;

/*
 * From -1 to 1: the mean over the characters of `utf8` that are not ASCII; 0
 * where there are none.
 */
double
plausible(Slice utf8, PlausibleKind kind);

#endif
