/*
 * Characters that stand for themselves are gathered to runs, and a run is
 * written when syntax ends it.  The words of a run are those stretches that
 * OpenCC changes by more than a variant, laid beside the run character by
 * character: the run itself is converted, and its characters one by one first,
 * so that a word is known in the characters of either script.
 */
#include "reading/fold.h"

#include "base/mem.h"
#include "reading/regex.h"
#include "reading/variants.h"
#include "text/script.h"
#include "text/utf8.h"

#define SPANS_MAX 64		/* words of a run with others for them */
#define WORD_MAX 64		/* characters of such another */

struct Fold {
	Script *script;
	Variants *variants;
	bool opened;		/* the dictionaries of words, or none are */
	bool words;		/* they are there */
};

typedef struct Run {
	uint32_t points[PATTERN_MAX];
	size_t n;
	bool behind;		/* stands in a look behind */
} Run;

/* A stretch of a run, and a word for it. */
typedef struct Span {
	size_t start;
	size_t end;
	uint32_t word[WORD_MAX];
	size_t len;
} Span;

typedef struct Writer {
	Fold *fold;
	FoldLevel level;
	RegexReader reader;
	Run run;
	Span spans[SPANS_MAX];
	size_t n_spans;
	Buf *out;
	bool fits;
} Writer;

Fold *
fold_new(void)
{
	Fold *fold = mem_zalloc(sizeof(*fold));

	fold->script = script_new();
	fold->variants = variants_new(fold->script);
	return fold;
}

void
fold_free(Fold *fold)
{
	if (!fold)
		return;
	variants_free(fold->variants);
	script_free(fold->script);
	mem_free(fold);
}

static void
open_words(Fold *fold)
{
	if (fold->opened)
		return;
	fold->opened = true;
	fold->words =
		script_open(fold->script, SCRIPT_TRADITIONAL, NULL) ==
			STATUS_OK &&
		script_open(fold->script, SCRIPT_SIMPLIFIED, NULL) == STATUS_OK;
}

Progress
fold_step(Fold *fold, Deadline deadline)
{
	do {
		if (variants_step(fold->variants))
			continue;
		if (fold->opened)
			return PROGRESS_DONE;
		open_words(fold);
	} while (!deadline_passed(deadline));
	return PROGRESS_MORE;
}

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
	bool letter = (cp >= 'a' && cp <= 'z') || (cp >= 'A' && cp <= 'Z') ||
		      (cp >= '0' && cp <= '9') || cp == '_';

	if (cp <= ' ' || cp == 0x7F || (cp >= 0x2028 && cp <= 0x2029)) {
		if (!buf_appendf(writer->out, "\\x{%x}", (unsigned)cp))
			writer->fits = false;
		return;
	}
	if (cp < 0x80 && !letter)
		put(writer, "\\");
	put_slice(writer, (Slice){ bytes, utf8_encode(cp, bytes) });
}

static void
put_variants(Writer *writer, const uint32_t *points, size_t n)
{
	for (size_t i = 0; i < n; i++)
		put_point(writer, points[i]);
}

/* One character for one. */
static void
put_char(Writer *writer, uint32_t cp)
{
	uint32_t points[VARIANTS_MAX];
	size_t n = variants_of(writer->fold->variants, cp, points);

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
is_like(const Writer *writer, uint32_t cp, uint32_t other)
{
	return variants_alike(writer->fold->variants, cp, other);
}

static bool
is_blank(const Writer *writer, uint32_t cp)
{
	return is_like(writer, cp, ' ');
}

static bool
is_dash(const Writer *writer, uint32_t cp)
{
	return is_like(writer, cp, '-');
}

static bool
is_dots(const Writer *writer, uint32_t cp)
{
	return is_like(writer, cp, '.') || is_like(writer, cp, 0x2026);
}

static size_t
count(const Writer *writer, const uint32_t *points, size_t n,
      bool (*is)(const Writer *, uint32_t))
{
	size_t i = 0;

	while (i < n && is(writer, points[i]))
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

/*
 * Marks that are written with one character or several: white space, long
 * dashes, the dots of an omission.  How many of `points` they are, or 0.
 */
static size_t
put_marks(Writer *writer, const uint32_t *points, size_t n)
{
	size_t blanks = count(writer, points, n, is_blank);
	size_t dashes = count(writer, points, n, is_dash);
	size_t dots = count(writer, points, n, is_dots);

	if (blanks > 0) {
		put(writer, "\\s+");
		return blanks;
	}
	if (dashes > 1 || (dashes == 1 && is_long(points[0]))) {
		put(writer, "(?:");
		put_char(writer, '-');
		put(writer, "{2,}|[\xE2\x80\x94\xE2\x80\x95\xE2\x94\x80"
			    "\xE2\xB8\xBA\xE2\xB8\xBB])");
		return dashes;
	}
	if (dots > 2 || (dots > 0 && !is_like(writer, points[0], '.'))) {
		put(writer, "(?:");
		put_char(writer, '.');
		put(writer, "{3,}|");
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
append_points(Buf *text, const uint32_t *points, size_t n)
{
	char bytes[UTF8_MAX];

	for (size_t i = 0; i < n; i++)
		buf_append(text,
			   (Slice){ bytes, utf8_encode(points[i], bytes) });
}

/* The points of the span's end, and of the word's, go on by these. */
static void
extend(Span *span, size_t chars, Slice word)
{
	span->end += chars;
	while (word.len > 0 && span->len < WORD_MAX) {
		size_t len = utf8_decode(word, &span->word[span->len++]);
		word = slice_sub(word, len, SIZE_MAX);
	}
	if (word.len > 0)
		span->len = WORD_MAX + 1;
}

static bool
has_span(const Writer *writer, const Span *span)
{
	for (size_t i = 0; i < writer->n_spans; i++) {
		const Span *other = &writer->spans[i];
		if (other->start == span->start && other->end == span->end &&
		    other->len == span->len &&
		    memcmp(other->word, span->word,
			   span->len * sizeof(span->word[0])) == 0)
			return true;
	}
	return false;
}

/* Takes the span over where it is one, and begins the next behind it. */
static void
end_span(Writer *writer, Span *span, size_t next)
{
	if (span->end > span->start && span->len <= WORD_MAX &&
	    writer->n_spans < SPANS_MAX && !has_span(writer, span)) {
		size_t i = writer->n_spans++;
		while (i > 0 && writer->spans[i - 1].start > span->start) {
			writer->spans[i] = writer->spans[i - 1];
			i--;
		}
		writer->spans[i] = *span;
	}
	*span = (Span){ .start = next, .end = next };
}

/* The pairs of a stretch that is as long in both, character by character. */
static void
take_pairs(Writer *writer, Slice plain, Slice text, Span *span)
{
	while (plain.len > 0 && text.len > 0) {
		uint32_t from, to;
		size_t plain_len = utf8_decode(plain, &from);
		size_t text_len = utf8_decode(text, &to);
		uint32_t own = writer->run.points[span->end];

		if (is_like(writer, own, to))
			end_span(writer, span, span->end + 1);
		else
			extend(span, 1, slice_sub(text, 0, text_len));
		plain = slice_sub(plain, plain_len, SIZE_MAX);
		text = slice_sub(text, text_len, SIZE_MAX);
	}
}

/* What `points`, a form of the run, become: words for stretches of it. */
static void
add_words(Writer *writer, const uint32_t *points, ScriptForm form)
{
	Span span = { .start = 0 };
	Buf plain, text, runs;

	buf_init(&plain, SIZE_MAX);
	buf_init(&text, SIZE_MAX);
	buf_init(&runs, SIZE_MAX);
	append_points(&plain, points, writer->run.n);
	script_convert(writer->fold->script, form, buf_slice(&plain), &text,
		       &runs);
	for (size_t i = 0; i < runs.len / sizeof(ScriptRun); i++) {
		const ScriptRun *run =
			(const ScriptRun *)(const void *)runs.ptr + i;
		Slice from = slice_sub(buf_slice(&plain), run->plain,
				       run->plain_len);
		Slice to = slice_sub(buf_slice(&text), run->text,
				     run->text_len);
		if (run->phrase)
			extend(&span, utf8_count(from), to);
		else
			take_pairs(writer, from, to, &span);
	}
	end_span(writer, &span, 0);
	buf_done(&plain);
	buf_done(&text);
	buf_done(&runs);
}

static bool
has_han(const Run *run)
{
	for (size_t i = 0; i < run->n; i++)
		if (run->points[i] >= SCRIPT_HAN_FIRST &&
		    run->points[i] <= SCRIPT_HAN_LAST)
			return true;
	return false;
}

static void
find_words(Writer *writer)
{
	static const ScriptForm other[] = {
		[SCRIPT_TRADITIONAL] = SCRIPT_SIMPLIFIED,
		[SCRIPT_SIMPLIFIED] = SCRIPT_TRADITIONAL,
	};
	Fold *fold = writer->fold;
	uint32_t *points;

	writer->n_spans = 0;
	if (writer->run.n < 2 || !has_han(&writer->run))
		return;
	open_words(fold);
	if (!fold->words)
		return;
	points = mem_alloc(writer->run.n * sizeof(*points));
	for (int i = SCRIPT_TRADITIONAL; i <= SCRIPT_SIMPLIFIED; i++) {
		add_words(writer, writer->run.points, (ScriptForm)i);
		script_convert_each(fold->script, other[i], writer->run.points,
				    writer->run.n, points);
		add_words(writer, points, (ScriptForm)i);
	}
	mem_free(points);
}

/* The choice of words that overlap, from the `i`th on; the next one. */
static size_t
put_words(Writer *writer, size_t i, size_t *ret_end)
{
	const Span *spans = writer->spans;
	const uint32_t *points = writer->run.points;
	size_t start = spans[i].start;
	size_t end = spans[i].end;
	size_t next = i + 1;

	for (; next < writer->n_spans && spans[next].start < end; next++)
		if (spans[next].end > end)
			end = spans[next].end;
	put(writer, "(?:");
	put_chars(writer, points + start, end - start);
	for (; i < next; i++) {
		put(writer, "|");
		put_chars(writer, points + start, spans[i].start - start);
		put_chars(writer, spans[i].word, spans[i].len);
		put_chars(writer, points + spans[i].end, end - spans[i].end);
	}
	put(writer, ")");
	*ret_end = end;
	return next;
}

static void
put_run(Writer *writer)
{
	Run *run = &writer->run;
	size_t at = 0;

	if (writer->level == FOLD_WORDS && !run->behind) {
		find_words(writer);
		for (size_t i = 0; i < writer->n_spans;) {
			put_chars(writer, run->points + at,
				  writer->spans[i].start - at);
			i = put_words(writer, i, &at);
		}
		put_chars(writer, run->points + at, run->n - at);
	} else {
		for (; at < run->n; at++)
			put_char(writer, run->points[at]);
	}
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
		size_t n = variants_of(writer->fold->variants, part.cp, points);
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
		put_class(writer, part->source);
		break;
	case REGEX_NOTHING:
		break;
	case REGEX_RANGE:
	case REGEX_SYNTAX:
		put_run(writer);
		put_slice(writer, part->source);
		break;
	}
}

bool
fold_pattern(Fold *fold, Slice source, bool fixed, FoldLevel level, Buf *out)
{
	Writer *writer = mem_zalloc(sizeof(*writer));
	RegexPart part;
	bool fits;

	writer->fold = fold;
	writer->level = level;
	writer->out = out;
	writer->fits = source.len <= PATTERN_MAX;
	regex_begin(&writer->reader, source, fixed);
	while (writer->fits && regex_next(&writer->reader, &part))
		put_part(writer, &part);
	put_run(writer);
	fits = writer->fits;
	mem_free(writer);
	return fits;
}
