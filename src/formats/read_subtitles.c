/*
 * Subtitles: WebVTT (https://www.w3.org/TR/webvtt1/) and SubRip.
 *
 * Both are cues below a line of times.  A WebVTT cue ends with an empty line;
 * a SubRip cue goes on to the number that stands above the next times.  Words
 * are never lost: a cue with broken times is a cue without times.
 */
#include "formats/format.h"

#include <string.h>

#include "base/ascii.h"
#include "base/mem.h"
#include "base/vec.h"
#include "document/build.h"
#include "document/label.h"
#include "formats/cue_text.h"
#include "formats/read_whole.h"

#define HEAD_LINES 200		/* lines that detection looks at */
#define TIME_MAX 24		/* bytes of a time, were it broken */
#define ROLLED_MAX 4		/* lines that a cue takes over from another */
#define UNNAMED SLICE(">>")	/* how captions call whom they do not name */

typedef struct Times {
	uint32_t start_ms;
	uint32_t end_ms;
} Times;

/* What one voice says in one line of a cue. */
typedef struct CueLine {
	Slice text;
	Slice voice;		/* empty: none named */
	Times times;
	uint32_t line;		/* of the source */
	uint32_t cue;		/* counted from 1 */
} CueLine;

typedef struct Parser {
	Draft *draft;
	Arena arena;
	ChunkVec lines;		/* of CueLine */
	CueText text;
	bool vtt;
	bool in_cue;
	bool in_comment;	/* NOTE, STYLE or REGION, to the next blank */
	bool numbered;		/* numbers stand above the times */
	uint32_t cues;
	Times times;		/* of the cue */
	const char *body;	/* where its text starts … */
	uint32_t body_line;	/* … in the source */
	Slice last;		/* the line before */
	Slice above;		/* the one above that */
} Parser;

static bool
is_number(Slice line)
{
	line = slice_trim(line);
	for (size_t i = 0; i < line.len; i++)
		if (!ascii_is_digit(line.ptr[i]))
			return false;
	return line.len > 0;
}

/* Reads digits, at most nine of which count. */
static uint32_t
read_digits(Slice *rest, size_t *ret_count)
{
	uint32_t value = 0;
	size_t n = 0;

	for (; n < rest->len && ascii_is_digit(rest->ptr[n]); n++)
		if (n < 9)
			value = value * 10 + (uint32_t)(rest->ptr[n] - '0');
	*rest = slice_sub(*rest, n, SIZE_MAX);
	*ret_count = n;
	return value;
}

/* `.5`, `,500` or `.500123`, in milliseconds; 0 where there is none. */
static uint32_t
read_fraction(Slice *rest)
{
	uint32_t value;
	size_t n;

	if (rest->len == 0 || (rest->ptr[0] != '.' && rest->ptr[0] != ','))
		return 0;
	*rest = slice_sub(*rest, 1, SIZE_MAX);
	value = read_digits(rest, &n);
	for (; n > 3 && value > 999; n--)
		value /= 10;
	for (; n < 3; n++)
		value *= 10;
	return value;
}

/* The time at the start of `text`: `[H:]MM:SS[.mmm]`, or DOC_NONE. */
static uint32_t
read_time(Slice text)
{
	uint64_t seconds = 0;
	uint32_t ms;
	size_t n;

	for (int parts = 1;; parts++) {
		seconds = seconds * 60 + read_digits(&text, &n);
		if (n == 0 || n > 9 || parts > 3)
			return DOC_NONE;
		if (text.len == 0 || text.ptr[0] != ':') {
			if (parts == 1)
				return DOC_NONE;
			break;
		}
		text = slice_sub(text, 1, SIZE_MAX);
	}
	ms = read_fraction(&text);
	if (text.len > 0 && memchr(" \t", text.ptr[0], 2) == NULL)
		return DOC_NONE;
	seconds = seconds * 1000 + ms;
	return seconds < DOC_NONE ? (uint32_t)seconds : DOC_NONE;
}

/* True where a line gives times, were they broken. */
static bool
read_times(Slice line, Times *ret)
{
	Slice left = slice_trim_start(line), right;
	size_t arrow;

	if (left.len == 0 || !ascii_is_digit(left.ptr[0]))
		return false;
	arrow = slice_find(left, SLICE("-->"));
	if (arrow == SIZE_MAX)
		return false;
	right = slice_trim(slice_sub(left, arrow + 3, SIZE_MAX));
	left = slice_trim_end(slice_sub(left, 0, arrow));
	if (left.len > TIME_MAX || slice_find(left, SLICE(":")) == SIZE_MAX)
		return false;
	ret->start_ms = read_time(left);
	ret->end_ms = read_time(right);
	if (ret->start_ms != DOC_NONE && ret->end_ms < ret->start_ms)
		ret->end_ms = DOC_NONE;
	return true;
}

static bool
add_line(void *ctx, Slice text, Slice voice, uint32_t line)
{
	Parser *parser = ctx;
	CueLine *cue_line;

	parser->draft->full |= parser->lines.count >= DRAFT_PARTS_MAX;
	if (parser->draft->full)
		return false;
	cue_line = vec_push(&parser->lines);
	cue_line->text = arena_copy(&parser->arena, text);
	if (voice.len > 0)
		cue_line->voice = arena_copy(&parser->arena, voice);
	cue_line->times = parser->times;
	cue_line->line = parser->body_line + line;
	cue_line->cue = parser->cues;
	return true;
}

/* The cue goes to `end`. */
static void
end_cue(Parser *parser, const char *end)
{
	if (!parser->in_cue)
		return;
	parser->in_cue = false;
	cue_text_read(&parser->text,
		      (Slice){ parser->body, (size_t)(end - parser->body) });
}

/* A cue begins below this line of times; a number above it is not text. */
static void
begin_cue(Parser *parser, Slice line, uint32_t line_no, const Times *times)
{
	bool number = is_number(parser->last) &&
		      (parser->numbered ||
		       slice_trim(parser->above).len == 0);

	end_cue(parser, number && parser->in_cue &&
					parser->last.ptr >= parser->body
				? parser->last.ptr
				: line.ptr);
	parser->numbered |= number;
	parser->in_cue = true;
	parser->cues++;
	parser->times = *times;
	parser->body = line.ptr + line.len;
	parser->body_line = line_no;
}

static bool
begins_comment(const Parser *parser, Slice line)
{
	return parser->vtt && parser->last.len == 0 &&
	       (slice_starts(line, SLICE("NOTE")) ||
		slice_eq(slice_trim_end(line), SLICE("STYLE")) ||
		slice_eq(slice_trim_end(line), SLICE("REGION")));
}

static void
parse_line(Parser *parser, Slice line, uint32_t line_no)
{
	Times times;

	if (line.len == 0) {
		if (parser->vtt)
			end_cue(parser, line.ptr);
		parser->in_comment = false;
	} else if (!parser->in_cue && begins_comment(parser, line)) {
		parser->in_comment = true;
	} else if (!parser->in_comment && read_times(line, &times)) {
		begin_cue(parser, line, line_no, &times);
	}
	parser->above = parser->last;
	parser->last = line;
}

/* `Language: en` in the lines below the magic. */
static void
parse_header(Parser *parser, Slice rest)
{
	slice_next_line(&rest);
	while (rest.len > 0) {
		Slice line = slice_next_line(&rest);
		size_t colon = slice_find(line, SLICE(": "));
		Times times;

		if (line.len == 0 || read_times(line, &times))
			return;
		if (colon != SIZE_MAX && colon > 0)
			doc_add_meta(parser->draft->meta,
				     slice_trim(slice_sub(line, 0, colon)),
				     slice_trim(slice_sub(line, colon + 1,
							  SIZE_MAX)),
				     false);
	}
}

static const CueLine *
line_at(const Parser *parser, size_t i)
{
	return vec_at(&parser->lines, i);
}

/* The index behind the last line of the cue that line `i` belongs to. */
static size_t
cue_end(const Parser *parser, size_t i)
{
	uint32_t cue = line_at(parser, i)->cue;

	while (i < parser->lines.count && line_at(parser, i)->cue == cue)
		i++;
	return i;
}

/*
 * How many lines at the start of a cue, which goes from `start` to `end`, the
 * cue before it ended with.
 */
static size_t
rolled_lines(const Parser *parser, size_t start, size_t end)
{
	for (size_t n = ROLLED_MAX; n > 0; n--) {
		size_t i = 0;

		if (n > end - start || n > start ||
		    line_at(parser, start - n)->cue !=
			    line_at(parser, start - 1)->cue)
			continue;
		while (i < n && slice_eq(line_at(parser, start - n + i)->text,
					 line_at(parser, start + i)->text))
			i++;
		if (i == n)
			return n;
	}
	return 0;
}

/* True where most cues repeat what the one before ended with. */
static bool
is_rolling(const Parser *parser)
{
	size_t cues = 0, rolled = 0;

	for (size_t i = 0; i < parser->lines.count;) {
		size_t end = cue_end(parser, i);

		cues++;
		rolled += rolled_lines(parser, i, end) > 0;
		i = end;
	}
	return cues >= 4 && 2 * rolled >= cues;
}

/* Adds a text, which a change of speaker may open. */
static void
add_part(Draft *draft, const CueLine *line, Slice text, bool opens)
{
	Slice unnamed = UNNAMED;
	DraftPart part = {
		.kind = PARA_TEXT,
		.flags = DRAFT_CUE,
		.text = slice_trim(text),
		.start_ms = line->times.start_ms,
		.end_ms = line->times.end_ms,
		.line = line->line,
	};

	if (part.text.len == 0)
		return;
	if (line->voice.len > 0) {
		part.speakers = &line->voice;
		part.n_speakers = 1;
	} else {
		part.flags |= DRAFT_LABELS;
		part.speakers = &unnamed;
		part.n_speakers = opens;
	}
	part.flags |= opens ? DRAFT_TURN : 0;
	draft_add(draft, &part);
}

/* The offset of the next `>>` that begins a word, or the length. */
static size_t
find_change(Slice text, size_t from)
{
	while (from < text.len) {
		size_t at = slice_find(slice_sub(text, from, SIZE_MAX),
				       UNNAMED);

		if (at == SIZE_MAX)
			break;
		from += at;
		if (from == 0 || text.ptr[from - 1] == ' ')
			return from;
		from += UNNAMED.len;
	}
	return text.len;
}

/* `- Ann: …`, as lines of a cue with two speakers begin, without the dash. */
static Slice
without_dash(Slice text)
{
	Slice rest = slice_trim_start(slice_sub(text, 1, SIZE_MAX));
	Label label;

	return slice_starts(text, SLICE("-")) && label_propose(rest, false, &label)
		       ? rest
		       : text;
}

/* Adds a line, divided where `>>` says that somebody else speaks. */
static void
add_parts(Draft *draft, const CueLine *line)
{
	Slice text = without_dash(line->text);
	size_t start = 0, end = find_change(text, 0);

	add_part(draft, line, slice_sub(text, 0, end), false);
	while (end < text.len) {
		start = end;
		while (start < text.len && text.ptr[start] == '>')
			start++;
		end = find_change(text, start);
		add_part(draft, line, slice_sub(text, start, end - start),
			 true);
	}
}

/* Makes a draft of the lines, those left out that stood in the cue before. */
static void
fill_draft(Parser *parser)
{
	bool rolling = is_rolling(parser);

	for (size_t i = 0; i < parser->lines.count;) {
		size_t end = cue_end(parser, i);

		if (rolling)
			i += rolled_lines(parser, i, end);
		for (; i < end; i++)
			add_parts(parser->draft, line_at(parser, i));
	}
}

static void
parse(Slice input, Draft *draft, bool vtt)
{
	Parser parser = { .draft = draft, .vtt = vtt };
	Slice rest = input;
	uint32_t line_no = 0;

	draft->markup = MARKUP_LINKS;
	arena_init(&parser.arena);
	vec_init(&parser.lines, sizeof(CueLine));
	cue_text_init(&parser.text, add_line, &parser);
	if (vtt)
		parse_header(&parser, input);
	while (rest.len > 0 && !draft->full)
		parse_line(&parser, slice_next_line(&rest), ++line_no);
	end_cue(&parser, rest.ptr);
	fill_draft(&parser);
	cue_text_done(&parser.text);
	vec_done(&parser.lines);
	arena_done(&parser.arena);
}

static Status
parse_webvtt(Slice input, Draft *draft, Err *err)
{
	(void)err;
	parse(input, draft, true);
	return STATUS_OK;
}

static Status
parse_subrip(Slice input, Draft *draft, Err *err)
{
	(void)err;
	parse(input, draft, false);
	return STATUS_OK;
}

/*
 * The lines with words above the first times, a number not counted; as many as
 * HEAD_LINES where no times stand among the first lines.
 */
static int
lines_above_times(Slice head)
{
	int above = 0;

	for (int i = 0; i < HEAD_LINES && head.len > 0; i++) {
		Slice line = slice_next_line(&head);
		Times times;

		if (read_times(line, &times))
			return above;
		above += slice_trim(line).len > 0 && !is_number(line);
	}
	return HEAD_LINES;
}

static int
score_webvtt(Slice head, Slice path)
{
	Slice rest = slice_sub(head, 6, SIZE_MAX);

	if (slice_starts(head, SLICE("WEBVTT")) &&
	    (rest.len == 0 || memchr(" \t\n", rest.ptr[0], 3) != NULL))
		return 100;
	return slice_ends(path, SLICE(".vtt")) &&
			       lines_above_times(head) < HEAD_LINES
		       ? 97
		       : 0;
}

static int
score_subrip(Slice head, Slice path)
{
	int above = lines_above_times(head);

	if (above == 0)
		return 95;
	return slice_ends(path, SLICE(".srt")) && above < HEAD_LINES ? 85 : 0;
}

static Reader *
new_webvtt(const Format *format, Text *text, Slice path)
{
	return read_whole_new(format, parse_webvtt, text, path);
}

static Reader *
new_subrip(const Format *format, Text *text, Slice path)
{
	return read_whole_new(format, parse_subrip, text, path);
}

const Format FORMAT_WEBVTT =
	READ_WHOLE_FORMAT("webvtt", score_webvtt, new_webvtt);
const Format FORMAT_SUBRIP =
	READ_WHOLE_FORMAT("subrip", score_subrip, new_subrip);
