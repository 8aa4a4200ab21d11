/* Unit tests of settings/theme, and of what terminals make of its colours. */
#include "settings/theme.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "settings/registry.h"
#include "ui/terminal/color.h"

#define COUNT_OF(table) (sizeof(table) / sizeof((table)[0]))

#define CONTRAST_LEAST 4.5	/* WCAG 2.1, 1.4.3, level AA */
#define CONTRAST_MORE 7.0	/* 1.4.6, level AAA */
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

static const Theme *
find(const char *name)
{
	int i = 0;

	while (strcmp(theme_at(i)->name, name))
		i++;
	return theme_at(i);
}

/* What a theme is read on; without a background of its own, the usual ones. */
static const struct Ground {
	const char *theme;
	int32_t bg;
	double least;
} grounds[] = {
	{ "dark", 0x000000, CONTRAST_LEAST },
	{ "dark", 0x1E1E1E, CONTRAST_LEAST },
	{ "light", 0xFFFFFF, CONTRAST_LEAST },
	{ "light", 0xFDF6E3, CONTRAST_LEAST },
	{ "sepia", STYLE_DEFAULT, CONTRAST_LEAST },
	{ "contrast", STYLE_DEFAULT, CONTRAST_MORE },
};

/* xterm's colour of that number. */
static int32_t
palette(int number)
{
	static const int32_t basic[16] = {
		0x000000, 0xCD0000, 0x00CD00, 0xCDCD00,
		0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5,
		0x7F7F7F, 0xFF0000, 0x00FF00, 0xFFFF00,
		0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF,
	};
	static const int32_t levels[6] = { 0, 95, 135, 175, 215, 255 };

	if (number < 16)
		return basic[number];
	if (number >= 232)
		return (8 + 10 * (number - 232)) * 0x010101;
	number -= 16;
	return levels[number / 36] << 16 | levels[number / 6 % 6] << 8
	       | levels[number % 6];
}

/* The style in so many colours; 0: all that there are. */
static Style
style_in(const Theme *theme, int role, int colors)
{
	Style style = theme->styles[role];
	ColorPair pair;

	if (!colors)
		return style;
	pair = color_nearest(&style, colors, theme->light);
	style.fg = pair.fg < 0 ? STYLE_DEFAULT : palette(pair.fg);
	style.bg = pair.bg < 0 ? STYLE_DEFAULT : palette(pair.bg);
	return style;
}

static void
check_contrast(const struct Ground *ground, int colors)
{
	/* In few colours nobody has more than the palette's own white. */
	double least = colors && colors < 256 ? CONTRAST_LEAST : ground->least;

	for (int role = 0; role < ROLE_COUNT; role++) {
		Style style = style_in(find(ground->theme), role, colors);
		int32_t bg = style.bg == STYLE_DEFAULT ? ground->bg : style.bg;

		assert_int_equal(style.bg == STYLE_DEFAULT,
				 ground->bg != STYLE_DEFAULT);
		if (style.fg == STYLE_DEFAULT) {
			assert_int_equal(style.bg, STYLE_DEFAULT);
			continue;
		}
		if (contrast(style.fg, bg) < least)
			fail_msg("%s, role %d in %d colours: %06x on %06x",
				 ground->theme, role, colors,
				 (unsigned)style.fg, (unsigned)bg);
	}
}

static void
every_role_can_be_read_in_all_colours(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(grounds); i++)
		check_contrast(&grounds[i], 0);
}

static void
every_role_can_be_read_in_few_colours(void **state)
{
	static const int colors[] = { 8, 16, 256 };

	(void)state;
	for (size_t i = 0; i < COUNT_OF(grounds); i++)
		for (size_t c = 0; c < COUNT_OF(colors); c++)
			check_contrast(&grounds[i], colors[c]);
}

static void
in_eight_colours_speakers_still_have_some(void **state)
{
	const Theme *dark = find("dark");

	(void)state;
	assert_int_not_equal(
		color_nearest(&dark->styles[theme_speaker(1)], 8, false).fg,
		color_nearest(&dark->styles[theme_speaker(2)], 8, false).fg);
}

static void
speakers_can_be_told_apart(void **state)
{
	(void)state;
	for (int i = 0; i < THEME_COUNT; i++) {
		const Style *styles = theme_at(i)->styles;

		if (theme_at(i) == theme_without_colors())
			continue;
		for (uint32_t a = 0; a < THEME_SPEAKERS; a++)
			for (uint32_t b = 0; b < a; b++)
				assert_true(can_be_told_apart(
				    styles[theme_speaker(a)].fg,
				    styles[theme_speaker(b)].fg));
	}
}

/* Their matches by colour and, without it, by attributes. */
static void
patterns_can_be_told_apart(void **state)
{
	(void)state;
	for (int i = 0; i < THEME_COUNT; i++) {
		const Style *styles = theme_at(i)->styles;

		for (int a = 0; a < THEME_PATTERNS; a++)
			for (int b = 0; b < a; b++) {
				Style one = styles[theme_match(a)];
				Style other = styles[theme_match(b)];

				assert_int_not_equal(one.attrs, other.attrs);
				if (theme_at(i) != theme_without_colors())
					assert_true(can_be_told_apart(
					    one.fg, other.fg));
			}
	}
}

static void
the_current_match_is_reversed_in_its_pattern_s_colour(void **state)
{
	(void)state;
	for (int i = 0; i < THEME_COUNT; i++)
		for (int a = 0; a < THEME_PATTERNS; a++) {
			const Style *styles = theme_at(i)->styles;
			Style current = styles[theme_match_current(a)];

			assert_true(current.attrs & STYLE_REVERSE);
			assert_int_not_equal(current.attrs,
					     styles[ROLE_SELECTION].attrs);
			assert_int_equal(current.fg,
					 styles[theme_match(a)].fg);
			assert_int_equal(current.fg,
					 styles[theme_match_on_map(a)].fg);
		}
}

/* What must not be taken for another thing, though one sees no colour. */
static void
what_means_another_thing_differs_without_its_colour(void **state)
{
	static const Role pairs[][2] = {
		{ ROLE_TEXT, ROLE_HEADING },
		{ ROLE_TEXT, ROLE_DIRECTION },
		{ ROLE_TEXT, ROLE_EMPHASIS },
		{ ROLE_TEXT, ROLE_STRONG },
		{ ROLE_TEXT, ROLE_LINK },
		{ ROLE_TEXT, ROLE_MATCH },
		{ ROLE_TEXT, ROLE_MATCH_CURRENT },
		{ ROLE_TEXT, ROLE_SPEAKER },
		{ ROLE_NARRATION, ROLE_MATCH },
		{ ROLE_NARRATION, ROLE_DIRECTION },
		{ ROLE_DIRECTION, ROLE_MATCH },
		{ ROLE_MATCH, ROLE_MATCH_CURRENT },
		{ ROLE_MATCH, ROLE_LINK },
		{ ROLE_MATCH, ROLE_STRONG },
		{ ROLE_MATCH, ROLE_HEADING },
		{ ROLE_MATCH, ROLE_EMPHASIS },
		{ ROLE_MATCH_CURRENT, ROLE_LINK },
		{ ROLE_MATCH_CURRENT, ROLE_SELECTION },
		{ ROLE_ENTRY, ROLE_ENTRY_HERE },
		{ ROLE_ENTRY, ROLE_ENTRY_SELECTED },
		{ ROLE_ENTRY, ROLE_ENTRY_OUT },
		{ ROLE_ENTRY_HERE, ROLE_ENTRY_SELECTED },
		{ ROLE_ENTRY_HERE, ROLE_ENTRY_OUT },
		{ ROLE_ENTRY_SELECTED, ROLE_ENTRY_OUT },
		{ ROLE_PANE_TITLE, ROLE_PANE_FOCUS },
		{ ROLE_PROMPT, ROLE_PLACEHOLDER },
		{ ROLE_MESSAGE, ROLE_ERROR },
		{ ROLE_TEXT, ROLE_KEY },
	};

	(void)state;
	for (int i = 0; i < THEME_COUNT; i++)
		for (size_t p = 0; p < COUNT_OF(pairs); p++)
			assert_int_not_equal(
				theme_at(i)->styles[pairs[p][0]].attrs,
				theme_at(i)->styles[pairs[p][1]].attrs);
}

/* Attributes that terminals of one colour have: italics are not among them. */
static void
on_a_vt100_matches_and_focus_still_differ(void **state)
{
	static const Role pairs[][2] = {
		{ ROLE_TEXT, ROLE_MATCH },
		{ ROLE_TEXT, ROLE_MATCH_CURRENT },
		{ ROLE_MATCH, ROLE_MATCH_CURRENT },
		{ ROLE_MATCH, ROLE_LINK },
		{ ROLE_TEXT, ROLE_SPEAKER },
		{ ROLE_ENTRY, ROLE_ENTRY_SELECTED },
		{ ROLE_ENTRY_HERE, ROLE_ENTRY_SELECTED },
		{ ROLE_ENTRY_OUT, ROLE_ENTRY_SELECTED },
		{ ROLE_PANE_TITLE, ROLE_PANE_FOCUS },
	};
	const unsigned known = STYLE_BOLD | STYLE_UNDERLINE | STYLE_REVERSE;
	const Style *mono = theme_without_colors()->styles;

	(void)state;
	for (size_t p = 0; p < COUNT_OF(pairs); p++)
		assert_int_not_equal(mono[pairs[p][0]].attrs & known,
				     mono[pairs[p][1]].attrs & known);
}

static void
mono_has_no_colour(void **state)
{
	const Theme *mono = theme_without_colors();

	(void)state;
	for (int role = 0; role < ROLE_COUNT; role++) {
		assert_int_equal(mono->styles[role].fg, STYLE_DEFAULT);
		assert_int_equal(mono->styles[role].bg, STYLE_DEFAULT);
	}
}

/* A theme that paints the background paints all of it. */
static void
a_theme_has_one_background(void **state)
{
	(void)state;
	for (int i = 0; i < THEME_COUNT; i++) {
		const Style *styles = theme_at(i)->styles;

		for (int role = 0; role < ROLE_COUNT; role++)
			assert_int_equal(styles[role].bg,
					 styles[ROLE_TEXT].bg);
	}
	assert_int_equal(find("dark")->styles[ROLE_TEXT].bg, STYLE_DEFAULT);
	assert_int_equal(find("dark")->styles[ROLE_TEXT].fg, STYLE_DEFAULT);
	assert_int_equal(find("light")->styles[ROLE_TEXT].bg, STYLE_DEFAULT);
	assert_int_equal(find("light")->styles[ROLE_TEXT].fg, STYLE_DEFAULT);
}

/* `auto`, then the themes in the order in which T goes through them. */
static void
the_option_names_every_theme(void **state)
{
	const char *name = registry_option(OPTION_theme)->values;
	const Theme *theme = theme_at(0);

	(void)state;
	for (int i = 0; i < THEME_COUNT; i++) {
		name = strchr(name, '|');
		assert_non_null(name);
		name++;
		assert_int_equal(strncmp(name, theme_at(i)->name,
					 strcspn(name, "|")), 0);
		assert_ptr_equal(theme, theme_at(i));
		theme = theme_next(theme);
	}
	assert_null(strchr(name, '|'));
	assert_ptr_equal(theme, theme_at(0));
	assert_ptr_equal(theme_for(false), find("dark"));
	assert_ptr_equal(theme_for(true), find("light"));
	assert_ptr_equal(theme_without_colors(), find("mono"));
}

static void
a_background_is_light_where_dark_text_can_be_read(void **state)
{
	static const int32_t light[] = { 0xFFFFFF, 0xFDF6E3, 0xEEEEEE,
					 0xB0B0B0, 0x00FF00 };
	static const int32_t dark[] = { 0x000000, 0x1E1E1E, 0x002B36, 0x282A36,
					0x5A5A5A, 0x0000FF, 0xAA0000 };

	(void)state;
	for (size_t i = 0; i < COUNT_OF(light); i++) {
		assert_true(color_is_light(light[i]));
		assert_true(contrast(light[i], 0) > contrast(light[i],
							     0xFFFFFF));
	}
	for (size_t i = 0; i < COUNT_OF(dark); i++) {
		assert_false(color_is_light(dark[i]));
		assert_true(contrast(dark[i], 0) < contrast(dark[i],
							    0xFFFFFF));
	}
}

static void
colorfgbg_tells_a_light_background(void **state)
{
	static const struct {
		const char *value;
		bool is_light;
	} cases[] = {
		{ NULL, false }, { "", false }, { "15;0", false },
		{ "0;15", true }, { "0;7", true }, { "0;default;15", true },
		{ "0;default", false }, { "15", false }, { "0;", false },
		{ "0;15x", false }, { "0;-1", false }, { "12;8", false },
		{ "0;99999999999999999999", false },
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++)
		assert_int_equal(color_says_light(cases[i].value),
				 cases[i].is_light);
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
		cmocka_unit_test(every_role_can_be_read_in_all_colours),
		cmocka_unit_test(every_role_can_be_read_in_few_colours),
		cmocka_unit_test(in_eight_colours_speakers_still_have_some),
		cmocka_unit_test(speakers_can_be_told_apart),
		cmocka_unit_test(patterns_can_be_told_apart),
		cmocka_unit_test(
			the_current_match_is_reversed_in_its_pattern_s_colour),
		cmocka_unit_test(
		    what_means_another_thing_differs_without_its_colour),
		cmocka_unit_test(on_a_vt100_matches_and_focus_still_differ),
		cmocka_unit_test(mono_has_no_colour),
		cmocka_unit_test(a_theme_has_one_background),
		cmocka_unit_test(the_option_names_every_theme),
		cmocka_unit_test(
		    a_background_is_light_where_dark_text_can_be_read),
		cmocka_unit_test(colorfgbg_tells_a_light_background),
		cmocka_unit_test(speakers_colours_repeat),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
