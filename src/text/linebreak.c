#include "text/linebreak.h"

#include "base/ascii.h"
#include "base/items.h"
#include "text/uni.h"
#include "text/utf8.h"

typedef struct Range {
	uint32_t first, last;
} Range;

/* Beside Latin marks, which UAX #14 keeps with what they follow. */
static const Range closing[] = {
	{ 0x00A2, 0x00A2 }, { 0x00B0, 0x00B0 }, { 0x00B7, 0x00B7 },
	{ 0x2025, 0x2027 },	/* two dots, ellipsis, hyphenation point */
	{ 0x2030, 0x2034 },	/* per mille to triple prime */
	{ 0x203C, 0x203C }, { 0x2047, 0x2049 },
	{ 0x2103, 0x2103 }, { 0x2109, 0x2109 },
	{ 0x22EF, 0x22EF },	/* the ellipsis of mathematics */
	{ 0x3001, 0x3002 }, { 0x3005, 0x3005 },
	{ 0x3009, 0x3009 }, { 0x300B, 0x300B }, { 0x300D, 0x300D },
	{ 0x300F, 0x300F }, { 0x3011, 0x3011 }, { 0x3015, 0x3015 },
	{ 0x3017, 0x3017 }, { 0x3019, 0x3019 }, { 0x301B, 0x301C },
	{ 0x301E, 0x301F }, { 0x303B, 0x303B },
	{ 0x3041, 0x3041 }, { 0x3043, 0x3043 }, { 0x3045, 0x3045 },
	{ 0x3047, 0x3047 }, { 0x3049, 0x3049 }, { 0x3063, 0x3063 },
	{ 0x3083, 0x3083 }, { 0x3085, 0x3085 }, { 0x3087, 0x3087 },
	{ 0x308E, 0x308E }, { 0x3095, 0x3096 },
	{ 0x3099, 0x309E },	/* marks of voice and iteration */
	{ 0x30A0, 0x30A1 }, { 0x30A3, 0x30A3 }, { 0x30A5, 0x30A5 },
	{ 0x30A7, 0x30A7 }, { 0x30A9, 0x30A9 }, { 0x30C3, 0x30C3 },
	{ 0x30E3, 0x30E3 }, { 0x30E5, 0x30E5 }, { 0x30E7, 0x30E7 },
	{ 0x30EE, 0x30EE }, { 0x30F5, 0x30F6 }, { 0x30FB, 0x30FE },
	{ 0x31F0, 0x31FF },	/* small katakana */
	{ 0xFE50, 0xFE57 }, { 0xFE5A, 0xFE5A }, { 0xFE5C, 0xFE5C },
	{ 0xFE5E, 0xFE5E }, { 0xFE6A, 0xFE6A },
	{ 0xFF01, 0xFF01 }, { 0xFF05, 0xFF05 }, { 0xFF09, 0xFF09 },
	{ 0xFF0C, 0xFF0C }, { 0xFF0E, 0xFF0E }, { 0xFF1A, 0xFF1B },
	{ 0xFF1F, 0xFF1F }, { 0xFF3D, 0xFF3D }, { 0xFF5D, 0xFF5E },
	{ 0xFF60, 0xFF61 }, { 0xFF63, 0xFF65 },
	{ 0xFF67, 0xFF70 },	/* small kana of half width */
	{ 0xFF9E, 0xFF9F }, { 0xFFE0, 0xFFE0 },
};

static const Range opening[] = {
	{ 0x3008, 0x3008 }, { 0x300A, 0x300A }, { 0x300C, 0x300C },
	{ 0x300E, 0x300E }, { 0x3010, 0x3010 }, { 0x3014, 0x3014 },
	{ 0x3016, 0x3016 }, { 0x3018, 0x3018 }, { 0x301A, 0x301A },
	{ 0x301D, 0x301D },
	{ 0xFE59, 0xFE59 }, { 0xFE5B, 0xFE5B }, { 0xFE5D, 0xFE5D },
	{ 0xFE69, 0xFE69 },
	{ 0xFF04, 0xFF04 }, { 0xFF08, 0xFF08 }, { 0xFF3B, 0xFF3B },
	{ 0xFF5B, 0xFF5B }, { 0xFF5F, 0xFF5F }, { 0xFF62, 0xFF62 },
	{ 0xFFE1, 0xFFE1 }, { 0xFFE5, 0xFFE6 },
};

#define UNIT_MAX 8		/* letters of a unit, at most */
#define SKIP_MAX 64		/* characters of white space and quotes */

static bool
in_table(uint32_t cp, const Range *table, size_t count)
{
	size_t low = 0;

	while (count > 0) {
		size_t half = count / 2;

		if (cp > table[low + half].last) {
			low += half + 1;
			count -= half + 1;
		} else if (cp < table[low + half].first) {
			count = half;
		} else {
			return true;
		}
	}
	return false;
}

bool
linebreak_is_closing(uint32_t cp)
{
	return cp >= closing[0].first && in_table(cp, closing, N_ITEMS(closing));
}

/* A mark that ends no line: `「`, `（`, `￥`. */
static bool
is_opening(uint32_t cp)
{
	return cp >= opening[0].first && in_table(cp, opening, N_ITEMS(opening));
}

static bool
is_opening_quote(uint32_t cp)
{
	return cp == 0x2018 || cp == 0x201C;
}

static bool
is_closing_quote(uint32_t cp)
{
	return cp == 0x2019 || cp == 0x201D;
}

static bool
is_quote(uint32_t cp)
{
	return is_opening_quote(cp) || is_closing_quote(cp);
}

/* Dashes that are written twice to be one. */
static bool
is_dash(uint32_t cp)
{
	switch (cp) {
	case 0x2014:
	case 0x2015:
	case 0x2500:
	case 0x2E3A:
	case 0xFF0D:
		return true;
	default:
		return false;
	}
}

/* A letter or a digit of full width. */
static bool
is_full_width_word(uint32_t cp)
{
	return (cp >= 0xFF10 && cp <= 0xFF19) || (cp >= 0xFF21 && cp <= 0xFF3A)
		|| (cp >= 0xFF41 && cp <= 0xFF5A);
}

/* The character that ends at `pos`, which becomes its start; 0: none. */
static uint32_t
step_back(Slice text, size_t *pos)
{
	uint32_t cp;

	if (*pos == 0)
		return 0;
	*pos -= utf8_decode_last(slice_sub(text, 0, *pos), &cp);
	return cp;
}

static uint32_t
step_on(Slice text, size_t *pos)
{
	uint32_t cp;

	if (*pos >= text.len)
		return 0;
	*pos += utf8_decode(slice_sub(text, *pos, text.len), &cp);
	return cp;
}

/* Steps over what is skipped, but not for ever. */
typedef uint32_t Step(Slice text, size_t *pos);

static uint32_t
first_solid(Slice text, size_t pos, Step *step, bool skip_quotes)
{
	for (int i = 0; i < SKIP_MAX; i++) {
		uint32_t cp = step(text, &pos);

		if (!uni_is_space(cp) && !(skip_quotes && is_quote(cp)))
			return cp;
	}
	return 0;
}

/* True where the quotes at `pos`, on either side, stand beside Han text. */
static bool
is_beside_han(Slice text, size_t pos)
{
	return uni_is_han(first_solid(text, pos, step_back, true))
		|| uni_is_han(first_solid(text, pos, step_on, true));
}

/* What stands before and behind a break; zeros at the ends. */
typedef struct Sides {
	uint32_t before;
	uint32_t after;
} Sides;

static Sides
sides_of(Slice text, size_t pos)
{
	return (Sides){
		.before = first_solid(text, pos, step_back, false),
		.after = first_solid(text, pos, step_on, false),
	};
}

static bool
is_bad(Slice text, size_t pos, Sides sides)
{
	if (sides.before == 0 || sides.after == 0)
		return false;
	if (linebreak_is_closing(sides.after)
	    || is_opening(sides.before))
		return true;
	if (sides.before == sides.after && is_dash(sides.before))
		return true;
	if (is_closing_quote(sides.after) || is_opening_quote(sides.before))
		return is_beside_han(text, pos);
	return false;
}

bool
linebreak_is_bad(Slice text, size_t pos)
{
	return is_bad(text, pos, sides_of(text, pos));
}

/* What is counted: `20 分鐘`, `3.5億`. */
#define HAN_UNITS "年月日號号時时點点分秒週周天歲岁萬万億亿兆千百個个次倍元塊块" \
		  "人名位種种篇頁页米里斤噸吨度磅"

static const char *const latin_units[] = {
	"km", "m", "cm", "mm", "nm", "kg", "g", "mg", "ms", "s", "h", "min",
	"KB", "kB", "MB", "GB", "TB", "Hz", "kHz", "MHz", "GHz", "W", "kW",
	"MW", "GW", "kWh", "V", "am", "pm", "AM", "PM",
};

static bool
is_digit(uint32_t cp)
{
	return ascii_is_digit(cp) || (cp >= 0xFF10 && cp <= 0xFF19);
}

static bool
is_han_unit(uint32_t cp)
{
	char unit[UTF8_MAX];

	return uni_is_han(cp)
		&& slice_find(SLICE(HAN_UNITS),
			      (Slice){ unit, utf8_encode(cp, unit) })
			!= SIZE_MAX;
}

/* The word that begins at `pos` is a unit. */
static bool
is_latin_unit(Slice text, size_t pos)
{
	Slice word = slice_sub(text, pos, text.len);
	size_t len = 0;

	while (len < word.len && len < UNIT_MAX && ascii_is_letter(word.ptr[len]))
		len++;
	word.len = len;
	for (size_t i = 0; i < N_ITEMS(latin_units); i++)
		if (slice_eq(word, slice_from(latin_units[i])))
			return true;
	return false;
}

/* What stands behind a number, with or without a blank, belongs to it. */
static bool
is_unit_of_number(Slice text, size_t pos, Sides sides)
{
	if (!is_digit(sides.before))
		return false;
	return sides.after == '%' || is_han_unit(sides.after)
		|| is_latin_unit(text, pos);
}

bool
linebreak_keeps(Slice text, size_t pos)
{
	Sides sides = sides_of(text, pos);

	return (is_full_width_word(sides.before)
		&& is_full_width_word(sides.after))
		|| is_unit_of_number(text, pos, sides)
		|| is_bad(text, pos, sides);
}

bool
linebreak_adds(Slice text, size_t pos)
{
	size_t back = pos, on = pos;
	Sides sides = { step_back(text, &back), step_on(text, &on) };

	if (!is_opening_quote(sides.after) && !is_closing_quote(sides.before))
		return false;
	if (uni_is_space(sides.before) || uni_is_space(sides.after)
	    || sides.before == 0 || sides.after == 0)
		return false;
	return !is_bad(text, pos, sides) && is_beside_han(text, pos);
}

bool
linebreak_may_hang(uint32_t cp)
{
	switch (cp) {
	case 0x3001:
	case 0x3002:
	case 0xFF0C:
	case 0xFF0E:
	case 0xFF61:
	case 0xFF64:
		return true;
	default:
		return false;
	}
}

/* Han and kana that are letters, no marks. */
static bool
is_han_letter(uint32_t cp)
{
	return cp >= 0x3005 && uni_is_han(cp) && uni_is_letter(cp)
		&& !is_full_width_word(cp);
}

static bool
is_other_word(uint32_t cp)
{
	if (ascii_is_digit(cp))
		return true;
	return uni_is_letter(cp) && !uni_is_han(cp);
}

bool
linebreak_wants_space(Slice text, size_t pos)
{
	size_t back = pos, on = pos;
	Sides sides = { step_back(text, &back), step_on(text, &on) };

	return (is_han_letter(sides.before) && is_other_word(sides.after))
		|| (is_other_word(sides.before) && is_han_letter(sides.after));
}
