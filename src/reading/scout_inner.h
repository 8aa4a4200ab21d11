/*
 * What stands between characters that are seen side by side.  For the sources
 * of the scout alone.
 */
#ifndef READING_SCOUT_INNER_H
#define READING_SCOUT_INNER_H

#include <stdbool.h>

#include "base/slice.h"

/* True where what is seen next may stand behind something that is not. */
bool
scout_is_gap(Slice rest);

/* True where an entity of Markdown begins. */
bool
scout_is_entity(Slice rest);

#endif
