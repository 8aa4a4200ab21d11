#include "ui/terminal/color.h"

#include <stdlib.h>
#include <string.h>

#define GREY_SPREAD 40		/* a colour whose parts differ by less is grey */
#define FULL 205		/* the largest part of the first eight colours */
#define CUBE 16			/* the first of the 6 x 6 x 6 colours */
#define RAMP 232		/* the first of the 24 greys */
#define RAMP_COUNT 24
#define BASIC_BLACK 0
#define BASIC_WHITE 7
#define BRIGHT_WHITE 15

typedef struct Parts {
	int red, green, blue;
} Parts;

/* The first sixteen as xterm has them, and where they can be read. */
static const struct Basic {
	int32_t rgb;
	bool on_dark;
	bool on_light;
} basic[16] = {
	{ 0x000000, false, false }, { 0xCD0000, false, true },
	{ 0x00CD00, true, false }, { 0xCDCD00, true, false },
	{ 0x0000EE, false, true }, { 0xCD00CD, false, false },
	{ 0x00CDCD, true, false }, { 0xE5E5E5, false, false },
	{ 0x7F7F7F, false, false }, { 0xFF0000, false, false },
	{ 0x00FF00, true, false }, { 0xFFFF00, true, false },
	{ 0x5C5CFF, false, false }, { 0xFF00FF, true, false },
	{ 0x00FFFF, true, false }, { 0xFFFFFF, false, false },
};

static Parts
parts_of(int32_t rgb)
{
	return (Parts){ rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF };
}

static int
min_int(int a, int b)
{
	return a < b ? a : b;
}

static int
distance(Parts a, Parts b)
{
	int red = a.red - b.red, green = a.green - b.green,
	    blue = a.blue - b.blue;

	return 2 * red * red + 4 * green * green + 3 * blue * blue;
}

static bool
is_grey(Parts c)
{
	return abs(c.red - c.green) < GREY_SPREAD
		&& abs(c.green - c.blue) < GREY_SPREAD
		&& abs(c.red - c.blue) < GREY_SPREAD;
}

/* A part as it is in the full colour of the same hue. */
static int
full(int part, int least, int most)
{
	return (part - least) * FULL / (most - least);
}

/* Pale colours are all nearest to white: compares the hue alone. */
static int
nearest_basic(Parts c, int colors, bool light)
{
	int least = min_int(c.red, min_int(c.green, c.blue));
	int most = -min_int(-c.red, min_int(-c.green, -c.blue));
	int best = -1;

	if (is_grey(c))
		return -1;
	c = (Parts){ full(c.red, least, most), full(c.green, least, most),
		     full(c.blue, least, most) };
	for (int i = 0; i < colors; i++) {
		if (!(light ? basic[i].on_light : basic[i].on_dark))
			continue;
		if (best < 0 || distance(c, parts_of(basic[i].rgb))
				< distance(c, parts_of(basic[best].rgb)))
			best = i;
	}
	return best;
}

/* One side of the cube: 0, 95, 135, 175, 215, 255. */
static int
cube_level(int step)
{
	return step ? 55 + 40 * step : 0;
}

static int
cube_step(int level)
{
	return level < 48 ? 0 : level < 115 ? 1 : (level - 35) / 40;
}

static int
nearest_256(Parts c)
{
	int red = cube_step(c.red), green = cube_step(c.green),
	    blue = cube_step(c.blue);
	Parts cube = { cube_level(red), cube_level(green), cube_level(blue) };
	int mean = (c.red + c.green + c.blue) / 3;
	int step = mean < 3 ? 0 : (mean - 3) / 10;
	int level;

	if (step >= RAMP_COUNT)
		step = RAMP_COUNT - 1;
	level = 8 + 10 * step;
	if (distance(c, (Parts){ level, level, level }) < distance(c, cube))
		return RAMP + step;
	return CUBE + 36 * red + 6 * green + blue;
}

static int
nearest(int32_t rgb, int colors, bool light)
{
	if (rgb < 0)
		return -1;
	if (colors >= 256)
		return nearest_256(parts_of(rgb));
	return nearest_basic(parts_of(rgb), colors >= 16 ? 16 : 8, light);
}

ColorPair
color_nearest(const Style *style, int colors, bool light)
{
	ColorPair pair = {
		.fg = nearest(style->fg, colors, light),
		.bg = nearest(style->bg, colors, light),
	};

	if (style->bg < 0 || colors >= 256)
		return pair;
	pair.bg = light ? BASIC_WHITE : BASIC_BLACK;
	if (pair.fg < 0)
		pair.fg = light ? BASIC_BLACK : BASIC_WHITE;
	return pair;
}

static int
direct(int32_t rgb)
{
	/* The first eight numbers stand for the palette's colours. */
	return rgb < 0 ? -1 : rgb < 8 ? 0x000008 : rgb;
}

ColorPair
color_direct(const Style *style)
{
	return (ColorPair){ direct(style->fg), direct(style->bg) };
}

bool
color_is_light(int32_t rgb)
{
	Parts c = parts_of(rgb);

	/* WCAG's luminance, with a gamma of 2; 0.18 is the middle. */
	return 2126 * c.red * c.red + 7152 * c.green * c.green
		+ 722 * c.blue * c.blue > 1800 * 255 * 255;
}

bool
color_says_light(const char *colorfgbg)
{
	const char *last = colorfgbg ? strrchr(colorfgbg, ';') : NULL;
	char *end;
	long number;

	if (!last || last[1] < '0' || last[1] > '9')
		return false;
	number = strtol(last + 1, &end, 10);
	return !*end && (number == BASIC_WHITE || number == BRIGHT_WHITE);
}
