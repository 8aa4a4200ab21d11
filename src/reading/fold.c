/*
 * Characters that stand for themselves are gathered to runs, and a run is
 * written when syntax ends it.  The words of a run are found wherever they
 * begin; those that overlap are written together, as the ways through them.
 */
#include "reading/fold.h"

#include "base/ascii.h"
#include "base/mem.h"
#include "reading/regex.h"
#include "reading/unseen.h"
#include "reading/variants.h"
#include "text/utf8.h"

#define OTHERS_MAX 32		/* words for what begins at one character */
#define WAYS_MAX 32		/* through words that overlap */

typedef struct Run {
	uint32_t points[PATTERN_MAX];
	size_t n;
	bool behind;		/* stands in a look behind */
} Run;

/* A stretch of a run, and a word for it. */
typedef struct Span {
	size_t start;
	size_t end;
	const char *word;	/* UTF-8 */
} Span;

typedef struct Writer {
	FoldHow how;
	RegexReader reader;
	Run run;
	Buf spans;		/* of Span, sorted by their start */
	Buf *out;
	bool inside;		/* a character stands directly before */
	bool fits;
} Writer;

static void
put(Writer *writer, const char *text)
{
	if (!buf_append(writer->out, slice_from(text)))
		writer->fits = false;
}

static void
put_slice(Writer *writer, Slice s)
{
	if (!buf_append(writer->out, s))
		writer->fits = false;
}

/* A character that PCRE2 takes for itself, in a class or out of one. */
static void
put_point(Writer *writer, uint32_t cp)
{
	char bytes[UTF8_MAX];

	if (cp <= ' ' || cp == 0x7F || (cp >= 0x2028 && cp <= 0x2029)) {
		if (!buf_appendf(writer->out, "\\x{%x}", (unsigned)cp))
			writer->fits = false;
		return;
	}
	if (cp < 0x80 && !ascii_is_word(cp))
		put(writer, "\\");
	put_slice(writer, (Slice){ bytes, utf8_encode(cp, bytes) });
}

static void
put_variants(Writer *writer, const uint32_t *points, size_t n)
{
	for (size_t i = 0; i < n; i++)
		put_point(writer, points[i]);
}

/* What may stand before the next character of a run. */
static void
put_gap(Writer *writer)
{
	if (writer->how.loose && writer->inside && !writer->run.behind)
		put(writer, UNSEEN_CLASS "*");
	writer->inside = true;
}

/* One character for one. */
static void
put_char(Writer *writer, uint32_t cp)
{
	uint32_t points[VARIANTS_MAX];
	size_t n;

	put_gap(writer);
	if (writer->how.level == FOLD_NOTHING) {
		put_point(writer, cp);
		return;
	}
	n = variants_of(cp, points);
	if (cp == ' ' || points[n > 1] == ' ') {
		put(writer, "\\s");
		return;
	}
	if (n > 1)
		put(writer, "[");
	put_variants(writer, points, n);
	if (n > 1)
		put(writer, "]");
}

static bool
is_blank(uint32_t cp)
{
	return variants_alike(cp, ' ');
}

static bool
is_dash(uint32_t cp)
{
	return variants_alike(cp, '-');
}

static bool
is_dots(uint32_t cp)
{
	return variants_alike(cp, '.') || variants_alike(cp, 0x2026);
}

static size_t
count(const uint32_t *points, size_t n, bool (*is)(uint32_t))
{
	size_t i = 0;

	while (i < n && is(points[i]))
		i++;
	return i;
}

/* A dash as long as two. */
static bool
is_long(uint32_t cp)
{
	return cp == 0x2014 || cp == 0x2015 || cp == 0x2500 ||
	       cp == 0x2E3A || cp == 0x2E3B;
}

/* A choice of characters, before any of which a gap may be. */
static void
open_choice(Writer *writer)
{
	put_gap(writer);
	put(writer, "(?:");
	writer->inside = false;
}

/*
 * Marks that are written with one character or several: white space, long
 * dashes, the dots of an omission.  How many of `points` they are, or 0.
 */
static size_t
put_marks(Writer *writer, const uint32_t *points, size_t n)
{
	size_t blanks = count(points, n, is_blank);
	size_t dashes = count(points, n, is_dash);
	size_t dots = count(points, n, is_dots);

	if (blanks > 0) {
		put_gap(writer);
		put(writer, "\\s+");
		return blanks;
	}
	if (dashes > 1 || (dashes == 1 && is_long(points[0]))) {
		open_choice(writer);
		put_char(writer, '-');
		put(writer, "{2,}|[\xE2\x80\x94\xE2\x80\x95\xE2\x94\x80"
			    "\xE2\xB8\xBA\xE2\xB8\xBB])");
		return dashes;
	}
	if (dots > 2 || (dots > 0 && !variants_alike(points[0], '.'))) {
		open_choice(writer);
		put_char(writer, '.');
		put(writer, "{3,}|");
		writer->inside = false;
		put_char(writer, 0x2026);
		put(writer, "+)");
		return dots;
	}
	return 0;
}

static void
put_chars(Writer *writer, const uint32_t *points, size_t n)
{
	for (size_t i = 0; i < n;) {
		size_t marks = put_marks(writer, points + i, n - i);

		if (marks == 0)
			put_char(writer, points[i++]);
		i += marks;
	}
}

static void
put_word(Writer *writer, const char *word)
{
	uint32_t points[VARIANTS_WORD_SIZE];
	Slice rest = slice_from(word);
	size_t n = 0;

	while (rest.len > 0)
		rest = slice_sub(rest, utf8_decode(rest, &points[n++]),
				 SIZE_MAX);
	put_chars(writer, points, n);
}

static size_t
n_spans(const Writer *writer)
{
	return writer->spans.len / sizeof(Span);
}

static Span *
span_at(const Writer *writer, size_t i)
{
	return (Span *)(void *)writer->spans.ptr + i;
}

/* Behind the spans from the `i`th on that overlap; *ret_end: their last end. */
static size_t
cluster_end(const Writer *writer, size_t i, size_t *ret_end)
{
	size_t n = n_spans(writer);
	size_t end = span_at(writer, i)->end;

	for (i++; i < n && span_at(writer, i)->start < end; i++)
		if (span_at(writer, i)->end > end)
			end = span_at(writer, i)->end;
	*ret_end = end;
	return i;
}

/*
 * True where one gets from `at` to `end`, by characters and by the spans from
 * the `i`th on, in more ways than *left, which becomes what is left of them.
 */
static bool
has_many_ways(const Writer *writer, size_t i, size_t end, unsigned *left)
{
	size_t n = n_spans(writer);

	for (; i < n && span_at(writer, i)->start < end; i++) {
		size_t next = i;
		if (*left == 0)
			return true;
		--*left;
		while (next < n && span_at(writer, next)->start <
				   span_at(writer, i)->end)
			next++;
		if (has_many_ways(writer, next, end, left))
			return true;
	}
	return false;
}
/*
 * Of the spans from `first` to before `next` drops those that overlap one
 * before them, but for other words of the same stretch; the new `next`.
 */
static size_t
set_apart(Writer *writer, size_t first, size_t next)
{
	Span *spans = span_at(writer, 0);
	size_t n = n_spans(writer);
	size_t kept = first;

	for (size_t i = first; i < next; i++) {
		const Span *last = &spans[kept > first ? kept - 1 : i];
		if (kept == first || spans[i].start >= last->end ||
		    (spans[i].start == last->start &&
		     spans[i].end == last->end))
			spans[kept++] = spans[i];
	}
	memmove(spans + kept, spans + next, (n - next) * sizeof(*spans));
	writer->spans.len -= (next - kept) * sizeof(*spans);
	return kept;
}

static void
find_spans(Writer *writer)
{
	const Run *run = &writer->run;
	VariantsOther others[OTHERS_MAX];
	size_t next, end;

	buf_clear(&writer->spans);
	for (size_t i = 0; i < run->n; i++) {
		size_t n = variants_others(run->points + i, run->n - i,
					   writer->how.caseless, others,
					   OTHERS_MAX);
		for (size_t j = 0; j < n; j++) {
			Span span = { i, i + others[j].len, others[j].word };
			buf_append(&writer->spans,
				   (Slice){ (char *)&span, sizeof(span) });
		}
	}
	for (size_t i = 0; i < n_spans(writer); i = next) {
		unsigned ways = WAYS_MAX;
		next = cluster_end(writer, i, &end);
		if (has_many_ways(writer, i, end, &ways))
			next = set_apart(writer, i, next);
	}
}

/*
 * The ways from `at` to `end`, by characters and by the spans from the `i`th
 * on; what stands before the first of them is common to all.
 */
static void
put_ways(Writer *writer, size_t at, size_t i, size_t end)
{
	const uint32_t *points = writer->run.points;
	size_t n = n_spans(writer);
	size_t start;

	while (i < n && span_at(writer, i)->start < at)
		i++;
	start = i < n && span_at(writer, i)->start < end
			? span_at(writer, i)->start : end;
	put_chars(writer, points + at, start - at);
	if (start == end)
		return;
	open_choice(writer);
	put_chars(writer, points + start, 1);
	put_ways(writer, start + 1, i, end);
	for (; i < n && span_at(writer, i)->start == start; i++) {
		put(writer, "|");
		writer->inside = false;
		put_word(writer, span_at(writer, i)->word);
		put_ways(writer, span_at(writer, i)->end, i, end);
	}
	put(writer, ")");
}

static void
put_words(Writer *writer)
{
	const Run *run = &writer->run;
	size_t at = 0, end;

	find_spans(writer);
	for (size_t i = 0; i < n_spans(writer);) {
		size_t next = cluster_end(writer, i, &end);
		size_t start = span_at(writer, i)->start;
		put_chars(writer, run->points + at, start - at);
		put_ways(writer, start, i, end);
		at = end;
		i = next;
	}
	put_chars(writer, run->points + at, run->n - at);
}

/* Nobody knows that they type it; but where all is such, it is sought. */
static void
drop_unseen(Run *run)
{
	size_t kept = 0;

	for (size_t i = 0; i < run->n; i++)
		if (!unseen_is(run->points[i]))
			run->points[kept++] = run->points[i];
	if (kept > 0)
		run->n = kept;
}

static void
put_run(Writer *writer)
{
	Run *run = &writer->run;

	if (writer->how.level != FOLD_NOTHING)
		drop_unseen(run);
	if (writer->how.level == FOLD_WORDS && !run->behind)
		put_words(writer);
	else
		for (size_t i = 0; i < run->n; i++)
			put_char(writer, run->points[i]);
	run->n = 0;
}

/* The last character is what a quantifier repeats. */
static void
put_quantified(Writer *writer, Slice quantifier)
{
	Run *run = &writer->run;
	uint32_t last;

	if (run->n > 0) {
		last = run->points[--run->n];
		put_run(writer);
		put_char(writer, last);
	}
	put_slice(writer, quantifier);
}

static bool
is_plain_range(const RegexPart *part, uint32_t first, uint32_t last)
{
	return part->cp >= first && part->last <= last;
}

/* ASCII and full-width characters are as many and in the same order. */
static void
put_range(Writer *writer, const RegexPart *part)
{
	uint32_t to_wide = 0xFF01 - '!';
	uint32_t shift = is_plain_range(part, '!', '~')	      ? to_wide
			 : is_plain_range(part, 0xFF01, 0xFF5E) ? 0u - to_wide
								: 0;

	if (shift == 0)
		return;
	put_point(writer, part->cp + shift);
	put(writer, "-");
	put_point(writer, part->last + shift);
}

/* A class: the variants of its members first, then itself. */
static void
put_class(Writer *writer, Slice class)
{
	RegexReader *reader = mem_zalloc(sizeof(*reader));
	Slice rest = slice_sub(class, 1, SIZE_MAX);
	uint32_t points[VARIANTS_MAX];
	RegexPart part;

	put(writer, "[");
	if (slice_starts(rest, SLICE("^"))) {
		put(writer, "^");
		rest = slice_sub(rest, 1, SIZE_MAX);
	}
	regex_begin_class(reader, class);
	while (regex_next_member(reader, &part)) {
		if (part.kind == REGEX_RANGE)
			put_range(writer, &part);
		if (part.kind != REGEX_LITERAL)
			continue;
		size_t n = variants_of(part.cp, points);
		put_variants(writer, points + 1, n - 1);
	}
	if (slice_starts(rest, SLICE("]")) || slice_starts(rest, SLICE("-")))
		put(writer, "\\");
	put_slice(writer, rest);
	mem_free(reader);
}

static void
put_part(Writer *writer, const RegexPart *part)
{
	switch (part->kind) {
	case REGEX_LITERAL:
		writer->run.behind = regex_looks_behind(&writer->reader);
		writer->run.points[writer->run.n++] = part->cp;
		break;
	case REGEX_QUANTIFIER:
		put_quantified(writer, part->source);
		break;
	case REGEX_CLASS:
		put_run(writer);
		if (writer->how.level == FOLD_NOTHING)
			put_slice(writer, part->source);
		else
			put_class(writer, part->source);
		writer->inside = false;
		break;
	case REGEX_NOTHING:
		break;
	case REGEX_RANGE:
	case REGEX_SYNTAX:
		put_run(writer);
		put_slice(writer, part->source);
		writer->inside = false;
		break;
	}
}

bool
fold_pattern(Slice source, FoldHow how, Buf *out)
{
	Writer *writer = mem_zalloc(sizeof(*writer));
	RegexPart part;
	bool fits;

	writer->how = how;
	writer->out = out;
	writer->fits = source.len <= PATTERN_MAX;
	buf_init(&writer->spans, SIZE_MAX);
	regex_begin(&writer->reader, source, how.fixed);
	while (writer->fits && regex_next(&writer->reader, &part))
		put_part(writer, &part);
	put_run(writer);
	fits = writer->fits;
	buf_done(&writer->spans);
	mem_free(writer);
	return fits;
}
