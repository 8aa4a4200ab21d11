#include "formats/tree.h"

#include "base/ascii.h"
#include "document/document.h"

#define EXPONENT_MAX 300

static bool
is_null(const YamlNode *node)
{
	return node->kind == YAML_SCALAR && node->plain &&
	       (node->value.len == 0 || slice_eq(node->value, SLICE("~")) ||
		slice_eq_nocase(node->value, SLICE("null")));
}

const YamlNode *
tree_get(const YamlNode *map, const char *key)
{
	const YamlNode *node = map != NULL ? yaml_get(map, key) : NULL;

	return node == NULL || is_null(node) ? NULL : node;
}

const YamlNode *
tree_get_one_of(const YamlNode *map, const char *const *keys)
{
	for (; *keys != NULL; keys++) {
		const YamlNode *node = tree_get(map, *keys);

		if (node != NULL)
			return node;
	}
	return NULL;
}

const YamlNode *
tree_list(const YamlNode *map, const char *key)
{
	const YamlNode *node = tree_get(map, key);

	return node != NULL && node->kind == YAML_LIST ? node : NULL;
}

Slice
tree_text(const YamlNode *node)
{
	if (node == NULL || node->kind != YAML_SCALAR || is_null(node))
		return (Slice){ NULL, 0 };
	return node->value;
}

/* Takes the digits at the start of *text; returns how many. */
static size_t
take_digits(Slice *text, double *number)
{
	size_t n = 0;

	for (; n < text->len && ascii_is_digit(text->ptr[n]); n++)
		*number = *number * 10 + (text->ptr[n] - '0');
	*text = slice_sub(*text, n, SIZE_MAX);
	return n;
}

static bool
take_char(Slice *text, char c)
{
	if (text->len == 0 || text->ptr[0] != c)
		return false;
	*text = slice_sub(*text, 1, SIZE_MAX);
	return true;
}

/* `e-3`; false where what stands there is none. */
static bool
take_exponent(Slice *text, double *ret_exponent)
{
	bool negative;

	if (!take_char(text, 'e') && !take_char(text, 'E'))
		return true;
	negative = take_char(text, '-');
	if (!negative)
		take_char(text, '+');
	*ret_exponent = 0;
	if (take_digits(text, ret_exponent) == 0 ||
	    *ret_exponent > EXPONENT_MAX)
		return false;
	if (negative)
		*ret_exponent = -*ret_exponent;
	return true;
}

static double
scale(double number, long exponent)
{
	for (; exponent > 0; exponent--)
		number *= 10;
	if (exponent < 0) {
		double divisor = 1;

		for (; exponent < 0; exponent++)
			divisor *= 10;
		number /= divisor;
	}
	return number;
}

/* Without strtod(), which knows the locale's point only. */
static bool
parse_number(Slice text, double *ret_number)
{
	bool negative = take_char(&text, '-');
	double number = 0, exponent = 0;
	size_t places = 0;

	if (take_digits(&text, &number) == 0)
		return false;
	if (take_char(&text, '.') || take_char(&text, ','))
		places = take_digits(&text, &number);
	if (!take_exponent(&text, &exponent) || text.len > 0 ||
	    places > EXPONENT_MAX)
		return false;
	number = scale(number, (long)exponent - (long)places);
	*ret_number = negative ? -number : number;
	return true;
}

bool
tree_number(const YamlNode *node, double *ret_number)
{
	return parse_number(tree_text(node), ret_number);
}

uint32_t
tree_uint(const YamlNode *node, uint32_t max, uint32_t other)
{
	double number;

	if (!tree_number(node, &number) || !(number >= 0 && number <= max))
		return other;
	return (uint32_t)number;
}

bool
tree_is_true(const YamlNode *node)
{
	return slice_eq_nocase(tree_text(node), SLICE("true"));
}

/* What of a time DOC_NONE does not stand for. */
static uint32_t
clip(double millis)
{
	if (!(millis >= 0) || millis >= DOC_NONE)
		return DOC_NONE;
	return (uint32_t)(millis + 0.5);
}

uint32_t
tree_seconds(const YamlNode *node)
{
	Slice rest = tree_text(node);
	double seconds = 0, part;

	for (;;) {
		size_t colon = slice_find(rest, SLICE(":"));

		if (!parse_number(slice_sub(rest, 0, colon), &part))
			return DOC_NONE;
		seconds = seconds * 60 + part;
		if (colon == SIZE_MAX)
			return clip(seconds * 1000);
		rest = slice_sub(rest, colon + 1, SIZE_MAX);
	}
}

uint32_t
tree_millis(const YamlNode *node)
{
	double millis;

	return tree_number(node, &millis) ? clip(millis) : DOC_NONE;
}
