#include "ui/terminal/color.h"

#include <stdlib.h>

#define GREY_SPREAD 40		/* a colour whose parts differ by less is grey */
#define FULL 205		/* the largest part of the first eight colours */
#define CUBE 16			/* the first of the 6 x 6 x 6 colours */
#define RAMP 232		/* the first of the 24 greys */
#define RAMP_COUNT 24

typedef struct Parts {
	int red, green, blue;
} Parts;

/* The first sixteen as xterm has them. */
static const int32_t basic[16] = {
	0x000000, 0xCD0000, 0x00CD00, 0xCDCD00,
	0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5,
	0x7F7F7F, 0xFF0000, 0x00FF00, 0xFFFF00,
	0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF,
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
nearest_basic(Parts c, int colors)
{
	int least = min_int(c.red, min_int(c.green, c.blue));
	int most = -min_int(-c.red, min_int(-c.green, -c.blue));
	int best = 0;

	if (is_grey(c))
		return -1;
	c = (Parts){ full(c.red, least, most), full(c.green, least, most),
		     full(c.blue, least, most) };
	for (int i = 1; i < colors; i++)
		if (distance(c, parts_of(basic[i]))
		    < distance(c, parts_of(basic[best])))
			best = i;
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

int
color_nearest(int32_t rgb, int colors)
{
	if (rgb < 0)
		return -1;
	if (colors >= 256)
		return nearest_256(parts_of(rgb));
	return nearest_basic(parts_of(rgb), colors >= 16 ? 16 : 8);
}

int
color_direct(int32_t rgb)
{
	/* The first eight numbers stand for the palette's colours. */
	return rgb < 0 ? -1 : rgb < 8 ? 0x000008 : rgb;
}
