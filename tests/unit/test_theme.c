/* Unit tests of settings/theme. */
#include "settings/theme.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#define COUNT_OF(table) (sizeof(table) / sizeof((table)[0]))

#define CONTRAST_LEAST 4.5	/* WCAG 2.1, 1.4.3, level AA */
#define DISTANCE_LEAST 20.0	/* CIE76; 2.3 is just noticeable */

/* The n-th root of 0 to 1, by Newton's method. */
static double
root(double x, int n)
{
	double y = 1;

	for (int step = 0; step < 60; step++) {
		double power = 1;

		for (int i = 1; i < n; i++)
			power *= y;
		y += (x / power - y) / n;
	}
	return y;
}

/* One channel without its gamma (IEC 61966-2-1). */
static double
channel(int32_t rgb, int shift)
{
	double c = ((rgb >> shift) & 0xFF) / 255.0;
	double fifth, squared;

	if (c <= 0.04045)
		return c / 12.92;
	c = (c + 0.055) / 1.055;
	fifth = root(c, 5);
	squared = fifth * fifth;
	return c * c * squared;		/* to the power of 2.4 */
}

/* WCAG 2.1's relative luminance. */
static double
luminance(int32_t rgb)
{
	return 0.2126 * channel(rgb, 16) + 0.7152 * channel(rgb, 8)
	       + 0.0722 * channel(rgb, 0);
}

static double
contrast(int32_t a, int32_t b)
{
	double one = luminance(a) + 0.05, other = luminance(b) + 0.05;

	return one > other ? one / other : other / one;
}

static double
lab_curve(double t)
{
	if (t > 216.0 / 24389)
		return root(t, 3);
	return (24389.0 / 27 * t + 16) / 116;
}

/* CIE L*a*b* of a colour, D65. */
static void
lab_of(int32_t rgb, double ret[3])
{
	double red = channel(rgb, 16);
	double green = channel(rgb, 8);
	double blue = channel(rgb, 0);
	double x = 0.4124 * red + 0.3576 * green + 0.1805 * blue;
	double z = 0.0193 * red + 0.1192 * green + 0.9505 * blue;

	x = lab_curve(x / 0.9505);
	z = lab_curve(z / 1.089);
	ret[1] = 500 * (x - lab_curve(luminance(rgb)));
	ret[2] = 200 * (lab_curve(luminance(rgb)) - z);
	ret[0] = 116 * lab_curve(luminance(rgb)) - 16;
}

static bool
can_be_told_apart(int32_t a, int32_t b)
{
	double one[3], other[3], sum = 0;

	lab_of(a, one);
	lab_of(b, other);
	for (int i = 0; i < 3; i++)
		sum += (one[i] - other[i]) * (one[i] - other[i]);
	return sum >= DISTANCE_LEAST * DISTANCE_LEAST;
}

static bool
is_near(double a, double b)
{
	return a - b < 0.01 && b - a < 0.01;
}

static void
contrast_and_distance_are_those_of_the_standards(void **state)
{
	(void)state;
	assert_true(is_near(contrast(0x000000, 0xFFFFFF), 21));
	assert_true(is_near(contrast(0x777777, 0xFFFFFF), 4.48));
	assert_true(is_near(contrast(0x123456, 0x123456), 1));
	assert_true(can_be_told_apart(0x000000, 0x323232));	/* L* 20.8 */
	assert_false(can_be_told_apart(0x000000, 0x2E2E2E));	/* L* 18.9 */
}

static void
every_role_can_be_read(void **state)
{
	static const struct Ground {
		const char *theme;
		int32_t bg;
	} grounds[] = {
		{ "dark", 0x000000 },
		{ "dark", 0x1D1F21 },
		{ "light", 0xFFFFFF },
		{ "light", 0xFDF6E3 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(grounds); i++) {
		const Theme *theme = theme_find(grounds[i].theme);

		for (int role = 0; role < ROLE_COUNT; role++) {
			Style style = theme->styles[role];
			int32_t bg = style.bg == STYLE_DEFAULT ? grounds[i].bg
							       : style.bg;

			if (style.fg == STYLE_DEFAULT) {
				assert_int_equal(style.bg, STYLE_DEFAULT);
				continue;
			}
			assert_true(contrast(style.fg, bg) >= CONTRAST_LEAST);
		}
	}
}

static void
speakers_can_be_told_apart(void **state)
{
	static const char *const names[] = { "dark", "light" };

	(void)state;
	for (size_t i = 0; i < COUNT_OF(names); i++) {
		const Style *styles = theme_find(names[i])->styles;

		for (uint32_t a = 0; a < THEME_SPEAKERS; a++)
			for (uint32_t b = 0; b < a; b++)
				assert_true(can_be_told_apart(
				    styles[theme_speaker(a)].fg,
				    styles[theme_speaker(b)].fg));
	}
}

static bool
looks_alike(const Theme *theme, Role a, Role b)
{
	Style one = theme->styles[a], other = theme->styles[b];

	return one.fg == other.fg && one.bg == other.bg
	       && one.attrs == other.attrs;
}

static void
what_means_another_thing_looks_different(void **state)
{
	static const char *const names[] = { "dark", "light", "mono" };
	static const Role pairs[][2] = {
		{ ROLE_TEXT, ROLE_HEADING },
		{ ROLE_TEXT, ROLE_DIRECTION },
		{ ROLE_TEXT, ROLE_EMPHASIS },
		{ ROLE_TEXT, ROLE_STRONG },
		{ ROLE_TEXT, ROLE_LINK },
		{ ROLE_TEXT, ROLE_MATCH },
		{ ROLE_TEXT, ROLE_MATCH_CURRENT },
		{ ROLE_TEXT, ROLE_SPEAKER },
		{ ROLE_MATCH, ROLE_MATCH_CURRENT },
		{ ROLE_MATCH, ROLE_LINK },
		{ ROLE_MATCH, ROLE_STRONG },
		{ ROLE_MATCH, ROLE_HEADING },
		{ ROLE_ENTRY, ROLE_ENTRY_HERE },
		{ ROLE_ENTRY, ROLE_ENTRY_SELECTED },
		{ ROLE_ENTRY, ROLE_ENTRY_OUT },
		{ ROLE_ENTRY_HERE, ROLE_ENTRY_SELECTED },
		{ ROLE_ENTRY_HERE, ROLE_ENTRY_OUT },
		{ ROLE_ENTRY_SELECTED, ROLE_ENTRY_OUT },
		{ ROLE_PANE_TITLE, ROLE_PANE_FOCUS },
		{ ROLE_MAP, ROLE_MAP_WINDOW },
		{ ROLE_MAP, ROLE_MAP_MATCH },
		{ ROLE_MAP_WINDOW, ROLE_MAP_MATCH },
		{ ROLE_PROMPT, ROLE_PLACEHOLDER },
		{ ROLE_MESSAGE, ROLE_ERROR },
		{ ROLE_TEXT, ROLE_KEY },
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(names); i++)
		for (size_t p = 0; p < COUNT_OF(pairs); p++)
			assert_false(looks_alike(theme_find(names[i]),
						 pairs[p][0], pairs[p][1]));
}

static void
mono_has_no_colour(void **state)
{
	const Theme *mono = theme_default(true);

	(void)state;
	for (int role = 0; role < ROLE_COUNT; role++) {
		assert_int_equal(mono->styles[role].fg, STYLE_DEFAULT);
		assert_int_equal(mono->styles[role].bg, STYLE_DEFAULT);
	}
}

static void
backgrounds_are_the_terminals_own(void **state)
{
	static const char *const names[] = { "dark", "light" };

	(void)state;
	for (size_t i = 0; i < COUNT_OF(names); i++) {
		const Theme *theme = theme_find(names[i]);

		assert_int_equal(theme->styles[ROLE_TEXT].fg, STYLE_DEFAULT);
		for (int role = 0; role < ROLE_COUNT; role++)
			assert_int_equal(theme->styles[role].bg,
					 STYLE_DEFAULT);
	}
}

static void
themes_are_found_by_name(void **state)
{
	(void)state;
	assert_string_equal(theme_find("dark")->name, "dark");
	assert_string_equal(theme_find("light")->name, "light");
	assert_ptr_equal(theme_find("mono"), theme_default(true));
	assert_ptr_equal(theme_find("dark"), theme_default(false));
	assert_null(theme_find("Dark"));
	assert_null(theme_find(""));
}

static void
speakers_colours_repeat(void **state)
{
	(void)state;
	assert_int_equal(theme_speaker(0), ROLE_SPEAKER);
	assert_int_equal(theme_speaker(THEME_SPEAKERS - 1), ROLE_COUNT - 1);
	assert_int_equal(theme_speaker(THEME_SPEAKERS), ROLE_SPEAKER);
	assert_in_range(theme_speaker(UINT32_MAX), ROLE_SPEAKER,
			ROLE_COUNT - 1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
		    contrast_and_distance_are_those_of_the_standards),
		cmocka_unit_test(every_role_can_be_read),
		cmocka_unit_test(speakers_can_be_told_apart),
		cmocka_unit_test(what_means_another_thing_looks_different),
		cmocka_unit_test(mono_has_no_colour),
		cmocka_unit_test(backgrounds_are_the_terminals_own),
		cmocka_unit_test(themes_are_found_by_name),
		cmocka_unit_test(speakers_colours_repeat),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
