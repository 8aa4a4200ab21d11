#include "settings/theme.h"

#include <assert.h>
#include <stddef.h>
#include <string.h>

/* No theme has backgrounds: what stands out is reversed. */
#define STYLE(color, attributes) \
	{ .fg = (color), .bg = STYLE_DEFAULT, .attrs = (attributes) }
#define PLAIN STYLE(STYLE_DEFAULT, 0)
#define ATTRS(attributes) STYLE(STYLE_DEFAULT, attributes)

#define SPEAKERS(c0, c1, c2, c3, c4, c5, c6, c7) \
	[ROLE_SPEAKER + 0] = STYLE(c0, STYLE_BOLD), \
	[ROLE_SPEAKER + 1] = STYLE(c1, STYLE_BOLD), \
	[ROLE_SPEAKER + 2] = STYLE(c2, STYLE_BOLD), \
	[ROLE_SPEAKER + 3] = STYLE(c3, STYLE_BOLD), \
	[ROLE_SPEAKER + 4] = STYLE(c4, STYLE_BOLD), \
	[ROLE_SPEAKER + 5] = STYLE(c5, STYLE_BOLD), \
	[ROLE_SPEAKER + 6] = STYLE(c6, STYLE_BOLD), \
	[ROLE_SPEAKER + 7] = STYLE(c7, STYLE_BOLD)

/* What a theme with colours is made of; all else is the same in each. */
#define COLOR_THEME(title, dim, entry, rule, code, match, error, speakers) \
	.name = (title), .styles = { \
		[ROLE_TEXT] = PLAIN, \
		[ROLE_DIM] = STYLE(dim, 0), \
		[ROLE_HEAD] = STYLE(dim, 0), \
		[ROLE_HEADING] = ATTRS(STYLE_BOLD), \
		[ROLE_DIRECTION] = STYLE(dim, STYLE_ITALIC), \
		[ROLE_NARRATION] = STYLE(dim, 0), \
		[ROLE_QUOTE] = PLAIN, \
		[ROLE_EMPHASIS] = ATTRS(STYLE_ITALIC), \
		[ROLE_STRONG] = ATTRS(STYLE_BOLD), \
		[ROLE_CODE] = STYLE(code, 0), \
		[ROLE_LINK] = ATTRS(STYLE_UNDERLINE), \
		[ROLE_MATCH] = STYLE(match, STYLE_UNDERLINE), \
		[ROLE_MATCH_CURRENT] = STYLE(match, STYLE_REVERSE), \
		[ROLE_ENTRY] = STYLE(entry, 0), \
		[ROLE_ENTRY_HERE] = ATTRS(STYLE_BOLD), \
		[ROLE_ENTRY_SELECTED] = ATTRS(STYLE_REVERSE), \
		[ROLE_ENTRY_OUT] = STYLE(rule, STYLE_ITALIC), \
		[ROLE_PANE_TITLE] = STYLE(dim, 0), \
		[ROLE_PANE_FOCUS] = ATTRS(STYLE_BOLD), \
		[ROLE_RULE] = STYLE(rule, 0), \
		[ROLE_MAP] = STYLE(rule, 0), \
		[ROLE_MAP_WINDOW] = PLAIN, \
		[ROLE_MAP_MATCH] = STYLE(match, 0), \
		[ROLE_STATUS] = STYLE(dim, 0), \
		[ROLE_PROMPT] = PLAIN, \
		[ROLE_PLACEHOLDER] = STYLE(dim, 0), \
		[ROLE_MESSAGE] = PLAIN, \
		[ROLE_ERROR] = STYLE(error, STYLE_BOLD), \
		[ROLE_KEY] = ATTRS(STYLE_BOLD), \
		speakers \
	}

static const Theme theme_dark = {
	COLOR_THEME("dark",
		    0x9E9E9E,	/* dim */
		    0xBDBDBD,	/* entry */
		    0x8C8C8C,	/* rule */
		    0xCDBFA3,	/* code */
		    0xE8BF6A,	/* match */
		    0xF28B82,	/* error */
		    SPEAKERS(0x7FB3F5 /* blue */, 0xF2A65E /* orange */,
			     0x86CC80 /* green */, 0xF08CC4 /* pink */,
			     0xDDD36A /* yellow */, 0xB69CF8 /* violet */,
			     0x5CCFCB /* teal */, 0xF07F74 /* red */))
};

static const Theme theme_light = {
	COLOR_THEME("light",
		    0x616161,	/* dim */
		    0x424242,	/* entry */
		    0x6B6B6B,	/* rule */
		    0x5C4A1F,	/* code */
		    0x8F4E00,	/* match */
		    0xB3261E,	/* error */
		    SPEAKERS(0x1459B0 /* blue */, 0xA14A00 /* orange */,
			     0x1F7434 /* green */, 0xB01F7E /* pink */,
			     0x6B6000 /* olive */, 0x6A3FC4 /* violet */,
			     0x006C75 /* teal */, 0xB3261E /* red */))
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
		[ROLE_MATCH] = ATTRS(STYLE_BOLD | STYLE_UNDERLINE),
		[ROLE_MATCH_CURRENT] = ATTRS(STYLE_REVERSE),
		[ROLE_ENTRY] = PLAIN,
		[ROLE_ENTRY_HERE] = ATTRS(STYLE_BOLD),
		[ROLE_ENTRY_SELECTED] = ATTRS(STYLE_REVERSE),
		[ROLE_ENTRY_OUT] = ATTRS(STYLE_DIM | STYLE_ITALIC),
		[ROLE_PANE_TITLE] = PLAIN,
		[ROLE_PANE_FOCUS] = ATTRS(STYLE_BOLD),
		[ROLE_RULE] = PLAIN,
		[ROLE_MAP] = PLAIN,
		[ROLE_MAP_WINDOW] = ATTRS(STYLE_BOLD),
		[ROLE_MAP_MATCH] = ATTRS(STYLE_BOLD | STYLE_UNDERLINE),
		[ROLE_STATUS] = PLAIN,
		[ROLE_PROMPT] = PLAIN,
		[ROLE_PLACEHOLDER] = ATTRS(STYLE_ITALIC),
		[ROLE_MESSAGE] = PLAIN,
		[ROLE_ERROR] = ATTRS(STYLE_BOLD),
		[ROLE_KEY] = ATTRS(STYLE_BOLD),
		SPEAKERS(STYLE_DEFAULT, STYLE_DEFAULT, STYLE_DEFAULT,
			 STYLE_DEFAULT, STYLE_DEFAULT, STYLE_DEFAULT,
			 STYLE_DEFAULT, STYLE_DEFAULT)
	}
};

static_assert(THEME_SPEAKERS == 8, "each theme has eight speakers' styles");

static const Theme *const themes[] = { &theme_dark, &theme_light, &theme_mono };

const Theme *
theme_find(const char *name)
{
	for (size_t i = 0; i < sizeof(themes) / sizeof(themes[0]); i++)
		if (strcmp(themes[i]->name, name) == 0)
			return themes[i];
	return NULL;
}

const Theme *
theme_default(bool mono)
{
	return mono ? &theme_mono : &theme_dark;
}

Role
theme_speaker(uint32_t speaker)
{
	return (Role)(ROLE_SPEAKER + speaker % THEME_SPEAKERS);
}
