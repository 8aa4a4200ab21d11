/*
 * Glyphs: the signs that the program draws with, one column each.
 *
 * Lines, blocks and bullets are of ambiguous width; where those take two
 * columns, ASCII stands in.
 */
#ifndef UI_GLYPH_H
#define UI_GLYPH_H

#include "base/slice.h"

typedef enum Glyph {
	GLYPH_BAR,		/* at the current turn */
	GLYPH_RULE,		/* between sidebar and text */
	GLYPH_HERE,		/* the entry where one is */
	GLYPH_OUT,		/* a speaker that is switched out */
	GLYPH_BULLET,
	GLYPH_MAP,
	GLYPH_MAP_WINDOW,
	GLYPH_MAP_MATCH,
	GLYPH_COUNT,
} Glyph;

Slice
glyph(Glyph which);

#endif
