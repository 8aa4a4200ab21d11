#include "formats/write_webvtt.h"

#include "base/i18n.h"
#include "document/shown.h"
#include "text/utf8.h"

#define VOICES_MAX 64
#define LAST_MS 3000		/* how long the last cue stays, … */
#define LAST_CHAR_MS 70		/* … and for each character more */

typedef struct Writer {
	Out *out;
	const Document *doc;
	const Selection *sel;
	Shown shown;
	Buf notes;		/* what stands before the next cue */
	Buf text;		/* of the cue that is open */
	uint32_t start;		/* DOC_NONE: no cue is open */
	uint32_t end;		/* of its turn */
	TurnId voice;		/* who speaks its last line */
} Writer;

/* A translation is in no cue. */
static bool
is_in_cue(const Para *para)
{
	return !(para->flags & (PARA_PART | PARA_TRANSLATION));
}

/* The next paragraph that is in a cue, or DOC_NONE. */
static ParaId
next_of(const Document *doc, ParaId id)
{
	do
		id = doc_para_next(doc, id);
	while (id != DOC_NONE && !is_in_cue(doc_para(doc, id)));
	return id;
}

/* When a paragraph begins; the first one when its turn does. */
static uint32_t
start_of(const Document *doc, ParaId id)
{
	TurnId turn = doc_para(doc, id)->turn;
	uint32_t time = doc_para_time(doc, id);

	if (time == DOC_NONE && turn != DOC_NONE &&
	    doc_turn(doc, turn)->first == id)
		time = doc_turn_time(doc, turn);
	return time;
}

static bool
has_times(const Document *doc)
{
	for (ParaId id = 0; id < doc_n_paras(doc); id++)
		if (start_of(doc, id) != DOC_NONE)
			return true;
	return false;
}

/* Text of a cue: no markup, no blank line. */
static void
append_escaped(Slice text, Buf *out)
{
	for (size_t i = 0; i < text.len; i++) {
		char c = text.ptr[i];
		bool lone = c == '\n' && (i == 0 || i + 1 == text.len ||
					  text.ptr[i + 1] == '\n');

		if (c == '&')
			buf_append(out, SLICE("&amp;"));
		else if (c == '<')
			buf_append(out, SLICE("&lt;"));
		else if (c == '>')
			buf_append(out, SLICE("&gt;"));
		else if (!lone)
			buf_append_char(out, c == '\t' ? ' ' : c);
	}
}

/* A note is one line, and holds no arrow. */
static void
append_plain(Slice text, Buf *out)
{
	for (size_t i = 0; i < text.len; i++) {
		Slice rest = slice_sub(text, i, 3);

		if (slice_eq(rest, SLICE("-->")))
			continue;
		buf_append_char(out, text.ptr[i] == '\n' ? ' '
							 : text.ptr[i]);
	}
}

static void
append_note(Writer *writer, const char *what, Slice text)
{
	if (text.len == 0)
		return;
	buf_append(&writer->notes, SLICE("\nNOTE "));
	buf_append(&writer->notes, slice_from(what));
	buf_append(&writer->notes, SLICE(": "));
	append_plain(text, &writer->notes);
	buf_append_char(&writer->notes, '\n');
}

static void
put_time(Out *out, uint32_t ms)
{
	out_putf(out, "%02u:%02u:%02u.%03u", ms / 3600000, ms / 60000 % 60,
		 ms / 1000 % 60, ms % 1000);
}

/* Puts lines of text; what a terminal would obey is replaced. */
static void
put_lines(Out *out, Slice text)
{
	for (;;) {
		size_t end = slice_find(text, SLICE("\n"));

		out_put_text(out, slice_sub(text, 0, end));
		if (end == SIZE_MAX)
			return;
		out_put(out, SLICE("\n"));
		text = slice_sub(text, end + 1, SIZE_MAX);
	}
}

/* Puts the open cue; `next`: when the one behind begins. */
static void
close_cue(Writer *writer, uint32_t next)
{
	uint32_t end = writer->end;

	if (writer->start == DOC_NONE)
		return;
	if (end == DOC_NONE || end <= writer->start)
		end = next;
	if (end == DOC_NONE || end <= writer->start)
		end = writer->start + LAST_MS +
		      LAST_CHAR_MS *
			      (uint32_t)utf8_count(buf_slice(&writer->text));
	out_put(writer->out, SLICE("\n"));
	put_time(writer->out, writer->start);
	out_put(writer->out, SLICE(" --> "));
	put_time(writer->out, end);
	out_put(writer->out, SLICE("\n"));
	put_lines(writer->out, buf_slice(&writer->text));
	out_put(writer->out, SLICE("\n"));
	buf_clear(&writer->text);
	writer->start = DOC_NONE;
}

static void
put_notes(Writer *writer)
{
	put_lines(writer->out, buf_slice(&writer->notes));
	buf_clear(&writer->notes);
}

static void
append_voice(Writer *writer, TurnId turn)
{
	SpeakerId ids[VOICES_MAX];
	uint32_t n = doc_turn_speakers(writer->doc, turn, ids, VOICES_MAX);

	buf_append(&writer->text, SLICE("<v "));
	for (uint32_t i = 0; i < n && i < VOICES_MAX; i++) {
		if (i > 0)
			buf_append(&writer->text, SLICE(", "));
		append_escaped(doc_speaker(writer->doc, ids[i])->name,
			       &writer->text);
	}
	buf_append_char(&writer->text, '>');
}

/* Opens a cue where the paragraph has a time, or where there is none yet. */
static void
open_cue(Writer *writer, uint32_t start, uint32_t *before)
{
	if (start == DOC_NONE && writer->start != DOC_NONE)
		return;
	/* Cues follow each other, and so must their times. */
	if (start == DOC_NONE || start < *before)
		start = *before;
	close_cue(writer, start);
	put_notes(writer);
	writer->start = start;
	writer->voice = DOC_NONE;
	*before = start;
}

static void
add_para(Writer *writer, ParaId id, uint32_t *before)
{
	const Document *doc = writer->doc;
	TurnId turn = doc_para(doc, id)->turn;
	ParaId next = next_of(doc, id);

	shown_build(&writer->shown, doc, id);
	if (slice_trim(writer->shown.text).len == 0)
		return;
	open_cue(writer, start_of(doc, id), before);
	if (writer->voice != DOC_NONE && turn != writer->voice)
		buf_append(&writer->text, SLICE("</v>"));
	if (writer->text.len > 0)
		buf_append_char(&writer->text, '\n');
	if (turn != DOC_NONE && turn != writer->voice)
		append_voice(writer, turn);
	writer->voice = turn;
	append_escaped(writer->shown.text, &writer->text);
	writer->end = turn != DOC_NONE && (next == DOC_NONE ||
					   doc_para(doc, next)->turn != turn)
			      ? doc_turn_end_time(doc, turn)
			      : DOC_NONE;
}

/* Notes for the headings from `id` up to before `end`. */
static void
add_headings(Writer *writer, ParaId id, ParaId end)
{
	for (; id < end; id++) {
		const Para *para = doc_para(writer->doc, id);

		if (para->kind != PARA_HEADING || para->flags & PARA_PART ||
		    !selection_prints_heading(writer->sel, writer->doc, id))
			continue;
		shown_build(&writer->shown, writer->doc, id);
		append_note(writer, "chapter", slice_trim(writer->shown.text));
	}
}

static void
put_document(Writer *writer)
{
	Passage passage;
	ParaId from = 0;
	uint32_t before = 0;

	while (!writer->out->failed &&
	       doc_next_passage(writer->doc, from, &passage)) {
		add_headings(writer, from, passage.first);
		from = passage.end;
		if (!selection_prints(writer->sel, writer->doc, &passage))
			continue;
		for (ParaId id = passage.first; id < passage.end; id++)
			if (is_in_cue(doc_para(writer->doc, id)))
				add_para(writer, id, &before);
	}
	close_cue(writer, DOC_NONE);
	add_headings(writer, from, doc_n_paras(writer->doc));
	put_notes(writer);
}

Status
write_webvtt(Out *out, const Document *doc, const Selection *sel, Err *err)
{
	Writer writer = { .out = out, .doc = doc, .sel = sel,
			  .start = DOC_NONE, .end = DOC_NONE,
			  .voice = DOC_NONE };

	if (!has_times(doc))
		return err_set(err, _("the transcript has no times, which "
				      "--format=webvtt needs; --format=html "
				      "and markdown do without"));
	shown_init(&writer.shown);
	shown_set_script(&writer.shown, sel->script);
	buf_init(&writer.notes, SIZE_MAX);
	buf_init(&writer.text, SIZE_MAX);
	out_put(out, SLICE("WEBVTT\n"));
	append_note(&writer, "title", doc->meta.title);
	append_note(&writer, "date", doc->meta.date);
	put_document(&writer);
	buf_done(&writer.text);
	buf_done(&writer.notes);
	shown_done(&writer.shown);
	return STATUS_OK;
}
