#include "ui/glyph.h"

#include "text/uni.h"

typedef struct GlyphRow {
	const char *sign;
	const char *ascii;
} GlyphRow;

static const GlyphRow glyphs[GLYPH_COUNT] = {
	[GLYPH_BAR] = { "┃", "|" },
	[GLYPH_RULE] = { "│", "|" },
	[GLYPH_HERE] = { "▸", ">" },
	[GLYPH_OUT] = { "-", "-" },
	[GLYPH_BULLET] = { "•", "*" },
	[GLYPH_MAP] = { "▕", "|" },
	[GLYPH_MAP_WINDOW] = { "▐", "#" },
	[GLYPH_MAP_MATCH] = { "•", "*" },
};

Slice
glyph(Glyph which)
{
	const GlyphRow *row = &glyphs[which];

	return slice_from(uni_ambiguous_width() == 2 ? row->ascii : row->sign);
}
