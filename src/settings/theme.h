/*
 * Theme: what each role looks like.
 *
 * A role is why something is painted, a style how.  Everything on the screen
 * is painted by role; this table alone knows colours.  In every theme what
 * means another thing differs by bold, reverse and underline too, or by a sign
 * that stands there, so that no meaning is carried by colour alone.
 */
#ifndef SETTINGS_THEME_H
#define SETTINGS_THEME_H

#include <stdbool.h>
#include <stdint.h>

#define THEME_PATTERNS 5	/* colours of what one searches for */
#define THEME_SPEAKERS 8	/* colours of speakers before they repeat */

typedef enum Role {
	ROLE_TEXT,		/* the text that is read */
	ROLE_DIM,		/* numbers, times, pane titles, rules */
	ROLE_HEAD,		/* the running head */
	ROLE_HEADING,		/* a chapter's heading in the dialogue */
	ROLE_DIRECTION,		/* stage directions */
	ROLE_NARRATION,
	ROLE_QUOTE,
	ROLE_EMPHASIS,
	ROLE_STRONG,
	ROLE_CODE,
	ROLE_LINK,
	ROLE_MATCH,		/* the first of THEME_PATTERNS roles; so on */
	ROLE_MATCH_CURRENT = ROLE_MATCH + THEME_PATTERNS,
	ROLE_MAP_MATCH = ROLE_MATCH_CURRENT + THEME_PATTERNS,
	ROLE_ENTRY = ROLE_MAP_MATCH + THEME_PATTERNS,	/* an entry of a list */
	ROLE_ENTRY_HERE,	/* where one is */
	ROLE_ENTRY_SELECTED,	/* in the focused list */
	ROLE_ENTRY_OUT,		/* a speaker that is switched out */
	ROLE_PANE_TITLE,
	ROLE_PANE_FOCUS,	/* the title of the focused pane */
	ROLE_RULE,
	ROLE_MAP,
	ROLE_MAP_WINDOW,
	ROLE_STATUS,
	ROLE_PROMPT,
	ROLE_PLACEHOLDER,
	ROLE_MESSAGE,
	ROLE_ERROR,
	ROLE_KEY,		/* a key's name in the help */
	ROLE_SELECTION,		/* what is selected in the dialogue */
	ROLE_SPEAKER,		/* the first of THEME_SPEAKERS roles */
	ROLE_COUNT = ROLE_SPEAKER + THEME_SPEAKERS,
} Role;

enum StyleAttr {
	STYLE_BOLD = 1,
	STYLE_UNDERLINE = 2,
	STYLE_REVERSE = 4,
	STYLE_ITALIC = 8,
	STYLE_DIM = 16,
};

#define STYLE_DEFAULT (-1)	/* the terminal's own colour */

typedef struct Style {
	int32_t fg;		/* 0xRRGGBB or STYLE_DEFAULT */
	int32_t bg;
	uint16_t attrs;		/* StyleAttr */
} Style;

#define THEME_COUNT 5

typedef struct Theme {
	const char *name;
	bool light;		/* it is for a light background */
	Style styles[ROLE_COUNT];
} Theme;

/*
 * Theme `i`, as the values of --theme have them behind `auto`: dark, light,
 * sepia, contrast, mono.
 */
const Theme *
theme_at(int i);

/* The one behind `theme`; behind the last, the first. */
const Theme *
theme_next(const Theme *theme);

/* What is used on a background of the terminal's own. */
const Theme *
theme_for(bool light);

/* What is used where there are no colours. */
const Theme *
theme_without_colors(void);

/* The roles of what pattern `i`, counted from 0, matches. */
Role
theme_match(int i);

Role
theme_match_current(int i);

Role
theme_match_on_map(int i);

/* The role of the name and the bar of speaker `speaker`, counted from 0. */
Role
theme_speaker(uint32_t speaker);

#endif
