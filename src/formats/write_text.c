#include "formats/write_text.h"

#include <string.h>

#include "document/shown.h"
#include "document/speakers.h"
#include "document/wrap.h"

#define INDENT 2		/* columns of speech under its name */
#define INDENT_WIDTH 12		/* width below which nothing is indented */

#define NAME_ON "\033[1m"
#define MATCH_ON "\033[1;31m"
#define OFF "\033[0m"

typedef struct Writer {
	Out *out;
	const Document *doc;
	const Selection *sel;
	const TextStyle *style;
	UniBreaker *breaker;
	Shown shown;
	bool begun;		/* something stands above */
	uint32_t group;		/* of the selection, that was begun, or none */
} Writer;

/* What is printed of a block besides its text. */
typedef struct Look {
	uint32_t indent;
	Slice marker;		/* within the indent of the first row */
	const Match *matches;
	uint32_t n_matches;
	const char *on;		/* escape sequence for all of it, or NULL */
} Look;

static void
put_spaces(Out *out, uint32_t n)
{
	while (n-- > 0)
		out_put(out, SLICE(" "));
}

/* Bytes `start` to `end` of the text, the matches in it marked. */
static void
put_marked(Writer *writer, Slice text, size_t start, size_t end,
	   const Look *look)
{
	for (uint32_t i = 0; i < look->n_matches && start < end; i++) {
		Match match = look->matches[i];
		size_t from, to;

		shown_stretch(&writer->shown, &match.start, &match.len);
		from = match.start;
		to = from + match.len;
		from = from < start ? start : from;
		to = to > end ? end : to;
		if (from >= to)
			continue;
		out_put_text(writer->out, slice_sub(text, start,
						    from - start));
		out_put(writer->out, SLICE(MATCH_ON));
		out_put_text(writer->out, slice_sub(text, from, to - from));
		out_put(writer->out, SLICE(OFF));
		out_put(writer->out, slice_from(look->on));
		start = to;
	}
	out_put_text(writer->out, slice_sub(text, start, end - start));
}

static void
put_row(Writer *writer, Slice text, const Row *row, const Look *look)
{
	size_t end = row->start + row->shown_len;

	if (writer->style->color) {
		out_put(writer->out, slice_from(look->on));
		put_marked(writer, text, row->start, end, look);
		if (look->on != NULL)
			out_put(writer->out, SLICE(OFF));
	} else {
		out_put_text(writer->out,
			     slice_sub(text, row->start, row->shown_len));
	}
	out_put(writer->out, SLICE("\n"));
}

/* A block of rows, a blank line above it where `apart`. */
static void
put_block(Writer *writer, Slice text, const Look *look, bool apart)
{
	uint32_t width = writer->style->width, indent = look->indent;
	bool first = true;
	Wrap wrap;
	Row row;

	if (slice_trim(text).len == 0)
		return;
	if (apart && writer->begun)
		out_put(writer->out, SLICE("\n"));
	writer->begun = true;
	if (width > 0 && width < INDENT_WIDTH)
		indent = 0;
	else if (width > 0 && indent > width / 3)
		indent = width / 3;
	wrap_start(&wrap, writer->breaker, text,
		   (WrapStyle){ width == 0 ? 0 : width - indent, 0 });
	while (wrap_next(&wrap, &row)) {
		size_t marker = first && indent >= look->marker.len
					? look->marker.len
					: 0;

		put_spaces(writer->out, indent - (uint32_t)marker);
		out_put(writer->out, slice_sub(look->marker, 0, marker));
		put_row(writer, text, &row, look);
		first = false;
	}
}

/* `--` where with this paragraph a group begins that is not the first. */
static void
begin_group(Writer *writer, ParaId para)
{
	Look look = { .indent = 0 };
	uint32_t group = selection_group(writer->sel, para);

	if (group != writer->group && writer->group != DOC_NONE)
		put_block(writer, SLICE("--"), &look, true);
	writer->group = group;
}

static void
put_heading(Writer *writer, ParaId para)
{
	Look look = { .on = NAME_ON };

	begin_group(writer, para);
	look.matches = selection_matches(writer->sel, para, para + 1,
					 &look.n_matches);
	shown_build(&writer->shown, writer->doc, para);
	put_block(writer, writer->shown.text, &look, true);
}

/* The names of a turn's speakers. */
static void
join_names(const Document *doc, TurnId turn, Buf *out)
{
	SpeakerId ids[64];
	uint32_t n = doc_turn_speakers(doc, turn, ids, 64);

	for (uint32_t i = 0; i < n && i < 64; i++) {
		if (i > 0)
			buf_append(out, SLICE(", "));
		buf_append(out, doc_speaker(doc, ids[i])->name);
	}
}

static void
put_name(Writer *writer, TurnId turn)
{
	Look look = { .on = NAME_ON };
	Buf names;

	buf_init(&names, SIZE_MAX);
	join_names(writer->doc, turn, &names);
	put_block(writer, buf_slice(&names), &look, true);
	buf_done(&names);
}

static void
put_para(Writer *writer, ParaId id, bool apart)
{
	const Para *para = doc_para(writer->doc, id);
	Look look = { .indent = INDENT };

	if (para->kind == PARA_QUOTE || para->kind == PARA_CODE)
		look.indent += INDENT;
	if (para->kind == PARA_ITEM) {
		look.indent += INDENT * para->level;
		look.marker = SLICE("- ");
	}
	if (para_is_translation(para))
		look.indent += INDENT;
	look.matches = selection_matches(writer->sel, id, id + 1,
					 &look.n_matches);
	shown_build(&writer->shown, writer->doc, id);
	put_block(writer, writer->shown.text, &look, apart);
}

static void
put_passage(Writer *writer, const Passage *passage, bool named)
{
	begin_group(writer, passage->first);
	if (named)
		put_name(writer, passage->turn);
	for (ParaId id = passage->first; id < passage->end; id++) {
		if (doc_para(writer->doc, id)->flags & PARA_PART)
			continue;
		put_para(writer, id, !named || id > passage->first);
	}
}

static void
put_title(Writer *writer)
{
	const Meta *meta = &writer->doc->meta;
	Look look = { .on = NAME_ON };
	Look plain = { .indent = 0 };

	put_block(writer, meta->title, &look, false);
	put_block(writer, meta->date, &plain, false);
}

/* Headings from `id` up to before `end`. */
static void
put_headings(Writer *writer, ParaId id, ParaId end)
{
	for (; id < end; id++) {
		const Para *para = doc_para(writer->doc, id);

		if (para->kind == PARA_HEADING && !(para->flags & PARA_PART) &&
		    selection_prints_heading(writer->sel, writer->doc, id))
			put_heading(writer, id);
	}
}

static void
put_document(Writer *writer)
{
	TurnId last = DOC_NONE;
	Passage passage;
	ParaId from = 0;

	while (!writer->out->failed &&
	       doc_next_passage(writer->doc, from, &passage)) {
		put_headings(writer, from, passage.first);
		from = passage.end;
		if (!selection_prints(writer->sel, writer->doc, &passage))
			continue;
		put_passage(writer, &passage, passage.turn != DOC_NONE &&
						      passage.turn != last);
		last = passage.turn;
	}
	put_headings(writer, from, doc_n_paras(writer->doc));
}

static void
writer_init(Writer *writer, Out *out, const Document *doc,
	    const Selection *sel, const TextStyle *style)
{
	*writer = (Writer){
		.out = out,
		.doc = doc,
		.sel = sel,
		.style = style,
		.breaker = uni_breaker_new(),
		.group = DOC_NONE,
	};
	shown_init(&writer->shown);
	shown_set_script(&writer->shown, sel->script);
}

static void
writer_done(Writer *writer)
{
	shown_done(&writer->shown);
	uni_breaker_free(writer->breaker);
}

void
write_text(Out *out, const Document *doc, const Selection *sel,
	   const TextStyle *style)
{
	Writer writer;

	writer_init(&writer, out, doc, sel, style);
	if (!selection_is_part(sel))
		put_title(&writer);
	put_document(&writer);
	writer_done(&writer);
}

/* `PATH:TURN:SPEAKER: ` before a paragraph that matches, else with `-`. */
static void
put_place(Writer *writer, const char *path, TurnId turn, char mark)
{
	Buf names;

	out_put_text(writer->out, slice_from(path));
	if (turn == DOC_NONE) {
		out_putf(writer->out, "%c-%c-%c ", mark, mark, mark);
		return;
	}
	buf_init(&names, SIZE_MAX);
	join_names(writer->doc, turn, &names);
	out_putf(writer->out, "%c%u%c", mark, turn + 1, mark);
	out_put_text(writer->out, buf_slice(&names));
	out_putf(writer->out, "%c ", mark);
	buf_done(&names);
}

/* The visible text as one line: the line ends of code become blanks. */
static Slice
as_one_line(Slice text, Buf *line)
{
	char *lf;

	buf_clear(line);
	buf_append(line, text);
	for (size_t i = 0; i < line->len; i = (size_t)(lf - line->ptr)) {
		lf = memchr(line->ptr + i, '\n', line->len - i);
		if (lf == NULL)
			break;
		*lf++ = ' ';
	}
	return buf_slice(line);
}

/* One paragraph, matching or not, as a line. */
static void
put_line(Writer *writer, const char *path, ParaId id, Buf *line)
{
	Look look = { .indent = 0 };
	Row row = { .start = 0 };

	look.matches = selection_matches(writer->sel, id, id + 1,
					 &look.n_matches);
	shown_build(&writer->shown, writer->doc, id);
	row.len = (uint32_t)writer->shown.text.len;
	row.shown_len = row.len;
	put_place(writer, path, doc_para(writer->doc, id)->turn,
		  look.n_matches > 0 ? ':' : '-');
	put_row(writer, as_one_line(writer->shown.text, line), &row, &look);
}

/* The lines of the paragraphs that hold a match. */
static void
put_matching(Writer *writer, const char *path, Buf *line)
{
	const Selection *sel = writer->sel;

	for (uint32_t i = 0; i < sel->n_matches; i++)
		if (i == 0 || sel->matches[i].para != sel->matches[i - 1].para)
			put_line(writer, path, sel->matches[i].para, line);
}

/* True where a paragraph of a group is printed, headings too. */
static bool
prints_para(const Writer *writer, ParaId id)
{
	const Para *para = doc_para(writer->doc, id);
	Passage passage = {
		.first = id,
		.end = id + 1,
		.turn = para->turn,
		.chapter = doc_para_chapter(writer->doc, id),
	};

	if (para->flags & PARA_PART)
		return false;
	if (para->kind == PARA_HEADING)
		return selection_prints_heading(writer->sel, writer->doc, id);
	return selection_prints(writer->sel, writer->doc, &passage);
}

/* The lines of a group, `--` above where something was printed before. */
static void
put_group(Writer *writer, const char *path, const ParaRun *group, Buf *line)
{
	if (writer->out->begun)
		out_put(writer->out, SLICE("--\n"));
	for (ParaId id = group->first; id < group->end; id++)
		if (prints_para(writer, id))
			put_line(writer, path, id, line);
}

void
write_text_matches(Out *out, const char *path, const Document *doc,
		   const Selection *sel, const TextStyle *style)
{
	Writer writer;
	Buf line;

	writer_init(&writer, out, doc, sel, style);
	buf_init(&line, SIZE_MAX);
	if (sel->groups == NULL)
		put_matching(&writer, path, &line);
	for (uint32_t i = 0; i < sel->n_groups && !out->failed; i++)
		put_group(&writer, path, &sel->groups[i], &line);
	buf_done(&line);
	writer_done(&writer);
}

void
write_text_chapters(Out *out, const Document *doc, const ShownScript *script)
{
	Buf title, converted;

	buf_init(&title, SIZE_MAX);
	buf_init(&converted, SIZE_MAX);
	for (ChapterId id = 0; id < doc_n_chapters(doc); id++) {
		TurnId first = doc_chapter_first_turn(doc, id);

		out_putf(out, "%u\t%u\t", id + 1, doc_chapter(doc, id)->level);
		if (first == DOC_NONE)
			out_put(out, SLICE("-"));
		else
			out_putf(out, "%u", first + 1);
		out_putf(out, "\t%u\t", doc_chapter_turns(doc, id));
		shown_chapter_title(doc, id, &title);
		out_put_text(out, shown_script_text(script, buf_slice(&title),
						    &converted));
		out_put(out, SLICE("\n"));
	}
	buf_done(&converted);
	buf_done(&title);
}

void
write_text_speakers(Out *out, const Document *doc, const Stats *stats)
{
	for (SpeakerId id = 0; id < doc_n_speakers(doc); id++) {
		const Speaker *speaker = doc_speaker(doc, id);

		out_putf(out, "%u\t", id + 1);
		out_put_text(out, speaker->name);
		out_putf(out, "\t%s\t%u\t%llu\t%.4f\n",
			 speakers_role_name((SpeakerRole)speaker->role),
			 speaker->turns,
			 (unsigned long long)stats_characters(stats, id),
			 stats_share(stats, id));
	}
}
