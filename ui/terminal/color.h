/*
 * Colours: from 24 bits to what a terminal has.
 *
 * Pure.  The palette of a terminal is taken as it is and never redefined.
 */
#ifndef UI_TERMINAL_COLOR_H
#define UI_TERMINAL_COLOR_H

#include <stdbool.h>
#include <stdint.h>

/*
 * The number of the colour that is nearest to `rgb` (0xRRGGBB, or negative for
 * the terminal's own, which gives -1), where the terminal has `colors` of
 * them.  Under 256 a grey is the terminal's own colour, which is readable on
 * whatever stands behind it.
 */
int
color_nearest(int32_t rgb, int colors);

/* The number in a terminal whose numbers are colours themselves. */
int
color_direct(int32_t rgb);

#endif
