/*
 * Colours: from 24 bits to what a terminal has.
 *
 * Pure.  The palette of a terminal is taken as it is and never redefined.
 */
#ifndef UI_TERMINAL_COLOR_H
#define UI_TERMINAL_COLOR_H

#include <stdbool.h>
#include <stdint.h>

#include "settings/theme.h"

/* Numbers of the terminal's colours; -1: its own. */
typedef struct ColorPair {
	int fg;
	int bg;
} ColorPair;

/*
 * The nearest that a terminal of `colors` colours has; `light`: the theme is
 * for a light background.  Under 256 only colours that can be read there are
 * used, and a grey is the terminal's own colour, which can be read on whatever
 * stands behind it; a background of the theme's is black or white there.
 */
ColorPair
color_nearest(const Style *style, int colors, bool light);

/* The numbers in a terminal where they are colours themselves. */
ColorPair
color_direct(const Style *style);

/* Whether dark text can be read better on it than light text. */
bool
color_is_light(int32_t rgb);

/* What COLORFGBG (`15;0`, or NULL) says of the background. */
bool
color_says_light(const char *colorfgbg);

#endif
