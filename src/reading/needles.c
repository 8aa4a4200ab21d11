/*
 * One pass over the parts of the expression.  Of each branch the best set of
 * runs is kept: the one whose commonest run is the rarest, by a rough weight.
 * A character that a quantifier makes optional ends the run before it, one
 * that is repeated ends it behind.
 */
#include "reading/needles.h"

#include <string.h>

#include "base/mem.h"
#include "reading/regex.h"
#include "text/uni.h"

#define POINTS_MAX 4096		/* of all characters */
#define CHAR_POINTS 128		/* of one character */
#define RUNS_MAX 256
#define RANGE_MAX 16		/* points of a range that are listed */

/* How rare a character is, in bits; a needle needs so many to be of use. */
enum {
	WEIGHT_ASCII = 4,
	WEIGHT_TWO_BYTES = 5,
	WEIGHT_LONG = 9,
	WEIGHT_LEAST = 8,
};

/* Runs of which one stands in the text; none: nothing is known. */
typedef struct Set {
	uint16_t runs[NEEDLES_MAX];
	uint32_t n;
	int weight;
} Set;

struct Needles {
	uint32_t points[POINTS_MAX];
	uint32_t n_points;
	Needle runs[RUNS_MAX];
	uint32_t n_runs;
	Set set;
};

typedef struct Reading {
	Needles *needles;
	RegexReader parts;
	bool caseless;
	bool lost;		/* the expression is not understood */
	Needle run;		/* that is being read */
	Set best;		/* of the branch so far */
} Reading;

static void
read_choice(Reading *reading);

/* A character is as common as the commonest that is as good. */
static int
char_weight(const Needles *needles, NeedleChar of)
{
	uint32_t least = UINT32_MAX;

	for (uint16_t i = 0; i < of.n; i++)
		if (needles->points[of.first + i] < least)
			least = needles->points[of.first + i];
	return least < 0x80    ? WEIGHT_ASCII
	       : least < 0x800 ? WEIGHT_TWO_BYTES
			       : WEIGHT_LONG;
}

static int
weight_of(const Reading *reading, const Needle *run)
{
	int weight = 0;

	for (uint32_t i = 0; i < run->n; i++)
		weight += char_weight(reading->needles, run->chars[i]);
	return weight;
}

static void
take_better(Reading *reading, const Set *set)
{
	if (set->n > 0 && set->weight > reading->best.weight)
		reading->best = *set;
}

static void
end_run(Reading *reading)
{
	Needles *needles = reading->needles;
	int weight = weight_of(reading, &reading->run);

	if (weight > reading->best.weight && needles->n_runs < RUNS_MAX) {
		Set set = { .runs = { (uint16_t)needles->n_runs },
			    .n = 1,
			    .weight = weight };

		needles->runs[needles->n_runs++] = reading->run;
		take_better(reading, &set);
	}
	reading->run.n = 0;
}

/* True where quantifiers follow; *ret_optional: one allows for nothing. */
static bool
skip_quantifiers(Reading *reading, bool *ret_optional)
{
	RegexReader ahead = reading->parts;
	bool found = false;
	RegexPart part;

	*ret_optional = false;
	while (regex_next(&ahead, &part) &&
	       (part.kind == REGEX_QUANTIFIER || part.kind == REGEX_NOTHING)) {
		if (part.kind == REGEX_NOTHING)
			continue;
		found = true;
		reading->parts = ahead;
		if (part.source.ptr[0] == '*' || part.source.ptr[0] == '?' ||
		    slice_starts(part.source, SLICE("{0")))
			*ret_optional = true;
	}
	return found;
}

/* One more point that will do; false where the character is of no use. */
static bool
add_point(Reading *reading, NeedleChar *of, uint32_t cp)
{
	Needles *needles = reading->needles;
	uint32_t points[CHAR_POINTS] = { cp };
	size_t n = 1;

	if (reading->caseless)
		n = uni_case_variants(cp, points, CHAR_POINTS);
	if (n == 0 || of->n + n > CHAR_POINTS ||
	    needles->n_points + n > POINTS_MAX)
		return false;
	for (size_t i = 0; i < n; i++) {
		if (points[i] <= ' ' || uni_is_space(points[i]) ||
		    uni_is_control(points[i]))
			return false;
		needles->points[needles->n_points++] = points[i];
		of->n++;
	}
	return true;
}

static bool
add_range(Reading *reading, NeedleChar *of, const RegexPart *part)
{
	if (part->last < part->cp || part->last - part->cp >= RANGE_MAX)
		return false;
	for (uint32_t cp = part->cp; cp <= part->last; cp++)
		if (!add_point(reading, of, cp))
			return false;
	return true;
}

static bool
add_class(Reading *reading, NeedleChar *of, Slice class)
{
	RegexReader members;
	RegexPart part;

	regex_begin_class(&members, class);
	while (regex_next_member(&members, &part)) {
		if (part.kind == REGEX_NOTHING)
			continue;
		if (part.kind == REGEX_LITERAL
			    ? !add_point(reading, of, part.cp)
			    : part.kind != REGEX_RANGE ||
				      !add_range(reading, of, &part))
			return false;
	}
	return of->n > 0;
}

/* A character or a class, and what follows of quantifiers. */
static void
read_char(Reading *reading, const RegexPart *part)
{
	NeedleChar of = { .first = (uint16_t)reading->needles->n_points };
	bool optional;
	bool useful = part->kind == REGEX_CLASS
			      ? add_class(reading, &of, part->source)
			      : add_point(reading, &of, part->cp);
	bool quantified = skip_quantifiers(reading, &optional);

	if (!useful || optional) {
		end_run(reading);
		reading->needles->n_points = of.first;
		return;
	}
	if (reading->run.n < NEEDLE_CHARS)
		reading->run.chars[reading->run.n++] = of;
	if (quantified)
		end_run(reading);
}

/* True of what opens a group that takes in what it matches. */
static bool
is_plain_group(Slice opening)
{
	Slice rest = slice_sub(opening, 2, SIZE_MAX);

	return slice_eq(opening, SLICE("(")) || slice_eq(rest, SLICE(":")) ||
	       slice_eq(rest, SLICE(">")) || slice_eq(rest, SLICE("|")) ||
	       (rest.len > 2 && (slice_starts(rest, SLICE("<")) ||
				 slice_starts(rest, SLICE("P<")) ||
				 slice_starts(rest, SLICE("'"))));
}

static bool
looks_round(Slice opening)
{
	return slice_eq(opening, SLICE("(?=")) ||
	       slice_eq(opening, SLICE("(?!")) ||
	       slice_eq(opening, SLICE("(?<=")) ||
	       slice_eq(opening, SLICE("(?<!"));
}

/* The group that `opening` opens, to its end. */
static void
read_group(Reading *reading, Slice opening)
{
	Set before = reading->best;
	Set inside;
	bool optional;

	if (!is_plain_group(opening) && !looks_round(opening)) {
		reading->lost = true;
		return;
	}
	read_choice(reading);
	inside = reading->best;
	reading->best = before;
	skip_quantifiers(reading, &optional);
	if (!optional && !looks_round(opening))
		take_better(reading, &inside);
}

/*
 * Braces that are none to the reader may be a quantifier to another PCRE2;
 * `[[:<:]]` is no class.
 */
static bool
is_doubtful(const RegexPart *part)
{
	return slice_eq(part->source, SLICE("{")) ||
	       slice_starts(part->source, SLICE("[[:"));
}

/* One branch; what ended it: `|`, `)` or 0. */
static char
read_branch(Reading *reading)
{
	RegexPart part;

	reading->best = (Set){ .n = 0 };
	while (!reading->lost && regex_next(&reading->parts, &part)) {
		char c = part.source.ptr[0];

		if (is_doubtful(&part)) {
			reading->lost = true;
		} else if (part.kind == REGEX_LITERAL ||
			   part.kind == REGEX_CLASS) {
			read_char(reading, &part);
		} else if (part.kind != REGEX_NOTHING) {
			end_run(reading);
			if (c == '|' || c == ')')
				return c;
			if (c == '(')
				read_group(reading, part.source);
		}
	}
	end_run(reading);
	return 0;
}

/* Either of the two: as common as the commoner. */
static Set
join(const Set *a, const Set *b)
{
	Set both = *a;

	if (a->n == 0 || b->n == 0 || a->n + b->n > NEEDLES_MAX)
		return (Set){ .n = 0 };
	memcpy(both.runs + a->n, b->runs, b->n * sizeof(b->runs[0]));
	both.n += b->n;
	if (b->weight < both.weight)
		both.weight = b->weight;
	return both;
}

/* Branches up to the end of the group; their set becomes the best. */
static void
read_choice(Reading *reading)
{
	Set all = { .n = 0 };
	bool first = true;
	char end;

	do {
		end = read_branch(reading);
		all = first ? reading->best : join(&all, &reading->best);
		first = false;
	} while (end == '|');
	reading->best = all;
}

Needles *
needles_new(Slice regex, bool caseless)
{
	Reading *reading = mem_zalloc(sizeof(*reading));
	Needles *needles = mem_zalloc(sizeof(*needles));
	bool useful;

	reading->needles = needles;
	reading->caseless = caseless;
	regex_begin(&reading->parts, regex, false);
	read_choice(reading);
	needles->set = reading->best;
	useful = !reading->lost && needles->set.weight >= WEIGHT_LEAST;
	mem_free(reading);
	if (useful)
		return needles;
	needles_free(needles);
	return NULL;
}

void
needles_free(Needles *needles)
{
	mem_free(needles);
}

size_t
needles_count(const Needles *needles)
{
	return needles->set.n;
}

const Needle *
needles_at(const Needles *needles, size_t i)
{
	return &needles->runs[needles->set.runs[i]];
}

const uint32_t *
needles_points(const Needles *needles, NeedleChar of)
{
	return needles->points + of.first;
}
