#include "settings/theme.h"

#include <assert.h>

/* What stands out is reversed, so that it can be read on any background. */
#define STYLE(color, paper, attributes) \
	{ .fg = (color), .bg = (paper), .attrs = (attributes) }
#define ATTRS(attributes) STYLE(STYLE_DEFAULT, STYLE_DEFAULT, attributes)
#define PLAIN ATTRS(0)

#define SPEAKERS(paper, c0, c1, c2, c3, c4, c5, c6, c7) \
	[ROLE_SPEAKER + 0] = STYLE(c0, paper, STYLE_BOLD), \
	[ROLE_SPEAKER + 1] = STYLE(c1, paper, STYLE_BOLD), \
	[ROLE_SPEAKER + 2] = STYLE(c2, paper, STYLE_BOLD), \
	[ROLE_SPEAKER + 3] = STYLE(c3, paper, STYLE_BOLD), \
	[ROLE_SPEAKER + 4] = STYLE(c4, paper, STYLE_BOLD), \
	[ROLE_SPEAKER + 5] = STYLE(c5, paper, STYLE_BOLD), \
	[ROLE_SPEAKER + 6] = STYLE(c6, paper, STYLE_BOLD), \
	[ROLE_SPEAKER + 7] = STYLE(c7, paper, STYLE_BOLD)

/* How a pattern's matches look, the current one, and those on the map. */
#define PATTERN(i, paper, color, attributes, map) \
	[ROLE_MATCH + (i)] = STYLE(color, paper, attributes), \
	[ROLE_MATCH_CURRENT + (i)] = STYLE(color, paper, STYLE_REVERSE \
						| STYLE_UNDERLINE), \
	[ROLE_MAP_MATCH + (i)] = STYLE(color, paper, map)

#define PATTERNS(paper, map, c0, c1, c2, c3, c4) \
	PATTERN(0, paper, c0, STYLE_BOLD | STYLE_UNDERLINE, map), \
	PATTERN(1, paper, c1, STYLE_UNDERLINE | STYLE_ITALIC, map), \
	PATTERN(2, paper, c2, STYLE_BOLD | STYLE_UNDERLINE | STYLE_ITALIC, map), \
	PATTERN(3, paper, c3, STYLE_UNDERLINE, map), \
	PATTERN(4, paper, c4, STYLE_BOLD | STYLE_ITALIC, map)

/* What a theme with colours is made of; the attributes are the same in each. */
#define COLOR_STYLES(ink, paper, dim, entry, rule, code, match, error, \
		     c0, c1, c2, c3, c4, c5, c6, c7) \
	.styles = { \
		[ROLE_TEXT] = STYLE(ink, paper, 0), \
		[ROLE_DIM] = STYLE(dim, paper, 0), \
		[ROLE_HEAD] = STYLE(dim, paper, 0), \
		[ROLE_HEADING] = STYLE(ink, paper, STYLE_BOLD), \
		[ROLE_DIRECTION] = STYLE(dim, paper, STYLE_ITALIC), \
		[ROLE_NARRATION] = STYLE(dim, paper, 0), \
		[ROLE_QUOTE] = STYLE(ink, paper, 0), \
		[ROLE_EMPHASIS] = STYLE(ink, paper, STYLE_ITALIC), \
		[ROLE_STRONG] = STYLE(ink, paper, STYLE_BOLD), \
		[ROLE_CODE] = STYLE(code, paper, 0), \
		[ROLE_LINK] = STYLE(ink, paper, STYLE_UNDERLINE), \
		PATTERNS(paper, 0, match, c6, c3, c2, c5), \
		[ROLE_ENTRY] = STYLE(entry, paper, 0), \
		[ROLE_ENTRY_HERE] = STYLE(ink, paper, STYLE_BOLD), \
		[ROLE_ENTRY_SELECTED] = STYLE(ink, paper, STYLE_REVERSE), \
		[ROLE_ENTRY_OUT] = STYLE(rule, paper, STYLE_ITALIC), \
		[ROLE_PANE_TITLE] = STYLE(dim, paper, 0), \
		[ROLE_PANE_FOCUS] = STYLE(ink, paper, STYLE_BOLD), \
		[ROLE_RULE] = STYLE(rule, paper, 0), \
		[ROLE_MAP] = STYLE(rule, paper, 0), \
		[ROLE_MAP_WINDOW] = STYLE(ink, paper, 0), \
		[ROLE_STATUS] = STYLE(dim, paper, 0), \
		[ROLE_PROMPT] = STYLE(ink, paper, 0), \
		[ROLE_PLACEHOLDER] = STYLE(dim, paper, STYLE_ITALIC), \
		[ROLE_MESSAGE] = STYLE(ink, paper, 0), \
		[ROLE_ERROR] = STYLE(error, paper, STYLE_BOLD), \
		[ROLE_KEY] = STYLE(ink, paper, STYLE_BOLD), \
		[ROLE_SELECTION] = STYLE(ink, paper, STYLE_REVERSE), \
		SPEAKERS(paper, c0, c1, c2, c3, c4, c5, c6, c7) \
	}

/* Dark and light stand on the terminal's own background and its text colour. */
static const Theme theme_dark = {
	.name = "dark",
	COLOR_STYLES(STYLE_DEFAULT,	/* ink */
		     STYLE_DEFAULT,	/* paper */
		     0x9E9E9E,		/* dim */
		     0xBDBDBD,		/* entry */
		     0x8C8C8C,		/* rule */
		     0xCDBFA3,		/* code */
		     0xE8BF6A,		/* match */
		     0xF28B82,		/* error */
		     0x7FB3F5 /* blue */, 0xF2A65E /* orange */,
		     0x86CC80 /* green */, 0xF08CC4 /* pink */,
		     0xDDD36A /* yellow */, 0xB69CF8 /* violet */,
		     0x5CCFCB /* teal */, 0xF07F74 /* red */)
};

static const Theme theme_light = {
	.name = "light",
	.light = true,
	COLOR_STYLES(STYLE_DEFAULT,	/* ink */
		     STYLE_DEFAULT,	/* paper */
		     0x616161,		/* dim */
		     0x424242,		/* entry */
		     0x6B6B6B,		/* rule */
		     0x5C4A1F,		/* code */
		     0x8F4E00,		/* match */
		     0xB3261E,		/* error */
		     0x1459B0 /* blue */, 0x9A4700 /* orange */,
		     0x206B20 /* green */, 0xB01F7E /* pink */,
		     0x6B6000 /* olive */, 0x6A3FC4 /* violet */,
		     0x006C75 /* teal */, 0xB3261E /* red */)
};

/* Warm paper, for long reading in a bright room. */
static const Theme theme_sepia = {
	.name = "sepia",
	.light = true,
	COLOR_STYLES(0x3B2F1E,		/* ink */
		     0xF8EFD5,		/* paper */
		     0x6A5A43,		/* dim */
		     0x4F422F,		/* entry */
		     0x6E5F49,		/* rule */
		     0x5F4316,		/* code */
		     0x8A4600,		/* match */
		     0xA3211A,		/* error */
		     0x134C96 /* blue */, 0x8F4300 /* orange */,
		     0x1F6420 /* green */, 0x9A1A6E /* pink */,
		     0x5F5500 /* olive */, 0x5A32A8 /* violet */,
		     0x005F67 /* teal */, 0xA3211A /* red */)
};

/* Nothing steps back: all is at least 7:1 on black (WCAG 2.1, level AAA). */
static const Theme theme_contrast = {
	.name = "contrast",
	COLOR_STYLES(0xFFFFFF,		/* ink */
		     0x000000,		/* paper */
		     0xD0D0D0,		/* dim */
		     0xE0E0E0,		/* entry */
		     0xC0C0C0,		/* rule */
		     0xE8DCC0,		/* code */
		     0xFFD75F,		/* match */
		     0xFFA39C,		/* error */
		     0x8CC8FF /* blue */, 0xFFB266 /* orange */,
		     0x8CE68C /* green */, 0xFF9FD5 /* pink */,
		     0xF0E65A /* yellow */, 0xC8B0FF /* violet */,
		     0x5FE6E1 /* teal */, 0xFF9A90 /* red */)
};

/* Nothing here is only dim: not every terminal shows a readable grey. */
static const Theme theme_mono = {
	.name = "mono", .styles = {
		[ROLE_TEXT] = PLAIN,
		[ROLE_DIM] = PLAIN,
		[ROLE_HEAD] = PLAIN,
		[ROLE_HEADING] = ATTRS(STYLE_BOLD),
		[ROLE_DIRECTION] = ATTRS(STYLE_ITALIC),
		[ROLE_NARRATION] = PLAIN,
		[ROLE_QUOTE] = PLAIN,
		[ROLE_EMPHASIS] = ATTRS(STYLE_ITALIC),
		[ROLE_STRONG] = ATTRS(STYLE_BOLD),
		[ROLE_CODE] = PLAIN,
		[ROLE_LINK] = ATTRS(STYLE_UNDERLINE),
		PATTERNS(STYLE_DEFAULT, STYLE_BOLD | STYLE_UNDERLINE,
			 STYLE_DEFAULT, STYLE_DEFAULT, STYLE_DEFAULT,
			 STYLE_DEFAULT, STYLE_DEFAULT),
		[ROLE_ENTRY] = PLAIN,
		[ROLE_ENTRY_HERE] = ATTRS(STYLE_BOLD),
		[ROLE_ENTRY_SELECTED] = ATTRS(STYLE_REVERSE),
		[ROLE_ENTRY_OUT] = ATTRS(STYLE_ITALIC),
		[ROLE_PANE_TITLE] = PLAIN,
		[ROLE_PANE_FOCUS] = ATTRS(STYLE_BOLD),
		[ROLE_RULE] = PLAIN,
		[ROLE_MAP] = PLAIN,
		[ROLE_MAP_WINDOW] = ATTRS(STYLE_BOLD),
		[ROLE_STATUS] = PLAIN,
		[ROLE_PROMPT] = PLAIN,
		[ROLE_PLACEHOLDER] = ATTRS(STYLE_ITALIC),
		[ROLE_MESSAGE] = PLAIN,
		[ROLE_ERROR] = ATTRS(STYLE_BOLD),
		[ROLE_KEY] = ATTRS(STYLE_BOLD),
		[ROLE_SELECTION] = ATTRS(STYLE_REVERSE),
		SPEAKERS(STYLE_DEFAULT, STYLE_DEFAULT, STYLE_DEFAULT,
			 STYLE_DEFAULT, STYLE_DEFAULT, STYLE_DEFAULT,
			 STYLE_DEFAULT, STYLE_DEFAULT, STYLE_DEFAULT)
	}
};

static_assert(THEME_SPEAKERS == 8, "each theme has eight speakers' styles");

/* In the order in which one goes through them. */
static const Theme *const themes[THEME_COUNT] = {
	&theme_dark, &theme_light, &theme_sepia, &theme_contrast, &theme_mono,
};

const Theme *
theme_at(int i)
{
	assert(i >= 0 && i < THEME_COUNT);
	return themes[i];
}

const Theme *
theme_next(const Theme *theme)
{
	int i = 0;

	while (themes[i] != theme)
		i++;
	return themes[(i + 1) % THEME_COUNT];
}

const Theme *
theme_for(bool light)
{
	return light ? &theme_light : &theme_dark;
}

const Theme *
theme_without_colors(void)
{
	return &theme_mono;
}

/* One of the roles from `first` on. */
static Role
role_of_pattern(Role first, int i)
{
	assert(i >= 0 && i < THEME_PATTERNS);
	return (Role)((int)first + i);
}

Role
theme_match(int i)
{
	return role_of_pattern(ROLE_MATCH, i);
}

Role
theme_match_current(int i)
{
	return role_of_pattern(ROLE_MATCH_CURRENT, i);
}

Role
theme_match_on_map(int i)
{
	return role_of_pattern(ROLE_MAP_MATCH, i);
}

Role
theme_speaker(uint32_t speaker)
{
	return (Role)(ROLE_SPEAKER + speaker % THEME_SPEAKERS);
}
