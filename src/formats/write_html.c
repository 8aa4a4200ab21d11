#include "formats/write_html.h"

#include <string.h>

#include "base/i18n.h"
#include "formats/html.h"

#define COLORS 8		/* speakers beyond begin anew */
#define VOICES_MAX 64
#define LEVELS 16		/* of lists */
#define HEADING_MAX 6

typedef struct Writer {
	Out *out;
	const Document *doc;
	const Selection *sel;
	Shown shown;
	bool lists[LEVELS];	/* of the open lists: is it numbered? */
	unsigned depth;		/* open lists */
	ChapterId next;		/* the chapter that has no anchor yet */
	TurnId last;		/* the turn above */
} Writer;

static bool
is_tag(Slice text)
{
	static const char allowed[] = "abcdefghijklmnopqrstuvwxyz"
				      "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-";

	for (size_t i = 0; i < text.len; i++)
		if (text.ptr[i] == '\0' || strchr(allowed, text.ptr[i]) == NULL)
			return false;
	return text.len >= 2 && text.len <= 35;
}

/* The language, where the metadata tell it: `zh-Hant`. */
static void
put_language(Out *out, const Meta *meta)
{
	for (const MetaEntry *entry = meta->entries; entry != NULL;
	     entry = entry->next) {
		bool named = slice_eq(entry->key, SLICE("lang")) ||
			     slice_eq(entry->key, SLICE("language"));

		if (!named || entry->n_values != 1 ||
		    !is_tag(entry->values[0]))
			continue;
		out_put(out, SLICE(" lang=\""));
		out_put(out, entry->values[0]);
		out_put(out, SLICE("\""));
		return;
	}
}

static void
put_head(Writer *writer)
{
	const Meta *meta = &writer->doc->meta;
	Out *out = writer->out;

	out_put(out, SLICE("<!DOCTYPE html>\n<html"));
	put_language(out, meta);
	out_put(out, SLICE(">\n<head>\n<meta charset=\"utf-8\">\n"
			   "<meta name=\"viewport\" content=\""
			   "width=device-width, initial-scale=1\">\n<title>"));
	html_put_text(out, meta->title.len > 0 ? meta->title
					       : slice_from(_("Transcript")));
	out_put(out, SLICE("</title>\n<style>\n"));
	out_put(out, slice_from(HTML_STYLE));
	out_put(out, SLICE("</style>\n</head>\n<body>\n<article>\n"));
}

static void
put_header(Writer *writer)
{
	const Meta *meta = &writer->doc->meta;
	Out *out = writer->out;

	if (meta->title.len == 0 && meta->date.len == 0)
		return;
	out_put(out, SLICE("<header>\n"));
	if (meta->title.len > 0) {
		out_put(out, SLICE("<h1>"));
		html_put_text(out, meta->title);
		out_put(out, SLICE("</h1>\n"));
	}
	if (meta->date.len > 0) {
		out_put(out, SLICE("<p><time>"));
		html_put_text(out, meta->date);
		out_put(out, SLICE("</time></p>\n"));
	}
	out_put(out, SLICE("</header>\n"));
}

/* The chapters as links to their anchors. */
static void
put_contents(Writer *writer)
{
	uint32_t n = doc_n_chapters(writer->doc);
	Out *out = writer->out;
	Buf title, converted;

	if (n < 2)
		return;
	buf_init(&title, SIZE_MAX);
	buf_init(&converted, SIZE_MAX);
	out_put(out, SLICE("<nav aria-label=\""));
	html_put_text(out, slice_from(_("Chapters")));
	out_put(out, SLICE("\">\n<ol>\n"));
	for (ChapterId id = 0; id < n; id++) {
		shown_chapter_title(writer->doc, id, &title);
		out_putf(out, "<li class=\"l%u\"><a href=\"#chapter-%u\">",
			 doc_chapter(writer->doc, id)->level, id + 1);
		html_put_text(out, shown_script_text(writer->sel->script,
						     buf_slice(&title),
						     &converted));
		out_put(out, SLICE("</a></li>\n"));
	}
	out_put(out, SLICE("</ol>\n</nav>\n"));
	buf_done(&converted);
	buf_done(&title);
}

static void
put_speakers(Writer *writer)
{
	uint32_t n = doc_n_speakers(writer->doc);
	Out *out = writer->out;

	if (n == 0)
		return;
	out_put(out, SLICE("<ul class=\"speakers\" aria-label=\""));
	html_put_text(out, slice_from(_("Speakers")));
	out_put(out, SLICE("\">\n"));
	for (SpeakerId id = 0; id < n; id++) {
		out_putf(out, "<li class=\"s%u\">", id % COLORS);
		html_put_text(out, doc_speaker(writer->doc, id)->name);
		out_put(out, SLICE("</li>\n"));
	}
	out_put(out, SLICE("</ul>\n"));
}

/* Closes lists until `depth` are open. */
static void
close_lists(Writer *writer, unsigned depth)
{
	while (writer->depth > depth) {
		bool ordered = writer->lists[--writer->depth];

		out_putf(writer->out, "</li></%s>\n", ordered ? "ol" : "ul");
	}
}

static void
put_item(Writer *writer, const Para *para)
{
	unsigned level = para->level > 0 ? para->level : 1;
	bool ordered = para->flags & PARA_ORDERED;

	close_lists(writer, level);
	if (writer->depth == level && writer->lists[level - 1] != ordered)
		close_lists(writer, level - 1);
	if (writer->depth == level)
		out_put(writer->out, SLICE("</li>\n"));
	while (writer->depth < level) {
		writer->lists[writer->depth++] = ordered;
		out_putf(writer->out, "<%s>", ordered ? "ol" : "ul");
		if (writer->depth < level)
			out_put(writer->out, SLICE("<li>"));
	}
	out_put(writer->out, SLICE("<li>"));
	html_put_shown(writer->out, &writer->shown);
}

static void
put_quote(Writer *writer, unsigned level)
{
	for (unsigned i = 0; i < level || i == 0; i++)
		out_put(writer->out, SLICE("<blockquote>"));
	out_put(writer->out, SLICE("<p>"));
	html_put_shown(writer->out, &writer->shown);
	out_put(writer->out, SLICE("</p>"));
	for (unsigned i = 0; i < level || i == 0; i++)
		out_put(writer->out, SLICE("</blockquote>"));
	out_put(writer->out, SLICE("\n"));
}

static void
put_text(Writer *writer, const Para *para, uint32_t time)
{
	out_put(writer->out, para->kind == PARA_DIRECTION
				     ? SLICE("<p class=\"direction\">")
				     : SLICE("<p>"));
	if (time != DOC_NONE) {
		html_put_time(writer->out, time);
		out_put(writer->out, SLICE(" "));
	}
	html_put_shown(writer->out, &writer->shown);
	out_put(writer->out, SLICE("</p>\n"));
}

static void
put_code(Writer *writer, Slice language)
{
	Out *out = writer->out;

	out_put(out, SLICE("<pre><code"));
	if (language.len > 0) {
		out_put(out, SLICE(" class=\"language-"));
		html_put_text(out, language);
		out_put(out, SLICE("\""));
	}
	out_put(out, SLICE(">"));
	html_put_text(out, writer->shown.text);
	out_put(out, SLICE("</code></pre>\n"));
}

/* `first`: the turn's time stands above it already. */
static void
put_para(Writer *writer, ParaId id, bool first)
{
	const Para *para = doc_para(writer->doc, id);
	Out *out = writer->out;

	shown_build(&writer->shown, writer->doc, id);
	if (para->kind != PARA_ITEM)
		close_lists(writer, 0);
	switch ((ParaKind)para->kind) {
	case PARA_QUOTE:
		put_quote(writer, para->level);
		break;
	case PARA_ITEM:
		put_item(writer, para);
		break;
	case PARA_CODE:
		put_code(writer, doc_para_language(writer->doc, id));
		break;
	case PARA_TABLE:
		html_put_table(out, writer->shown.text);
		break;
	default:
		put_text(writer, para,
			 first ? DOC_NONE : doc_para_time(writer->doc, id));
		break;
	}
}

static void
put_names(Writer *writer, TurnId id)
{
	SpeakerId ids[VOICES_MAX];
	uint32_t n = doc_turn_speakers(writer->doc, id, ids, VOICES_MAX);
	uint32_t time = doc_turn_time(writer->doc, id);
	Out *out = writer->out;

	out_put(out, SLICE("<p class=\"name\"><cite>"));
	for (uint32_t i = 0; i < n && i < VOICES_MAX; i++) {
		if (i > 0)
			out_put(out, SLICE(", "));
		html_put_text(out, doc_speaker(writer->doc, ids[i])->name);
	}
	out_put(out, SLICE(":</cite>"));
	if (time != DOC_NONE) {
		out_put(out, SLICE(" "));
		html_put_time(out, time);
	}
	out_put(out, SLICE("</p>\n"));
}

static void
open_passage(Writer *writer, const Passage *passage)
{
	const Turn *turn;

	if (passage->turn == DOC_NONE) {
		out_put(writer->out, SLICE("<section class=\"narration\">\n"));
		return;
	}
	turn = doc_turn(writer->doc, passage->turn);
	out_putf(writer->out, "<section class=\"turn s%u\"",
		 turn->speaker % COLORS);
	if (passage->turn == writer->last) {
		out_put(writer->out, SLICE(">\n"));
		return;
	}
	out_putf(writer->out, " id=\"turn-%u\">\n", passage->turn + 1);
	put_names(writer, passage->turn);
}

/* Anchors of derived chapters, which have no heading. */
static void
put_anchors(Writer *writer, ParaId end)
{
	uint32_t n = doc_n_chapters(writer->doc);

	for (; writer->next < n; writer->next++) {
		const Chapter *chapter = doc_chapter(writer->doc, writer->next);

		if (chapter->first >= end)
			return;
		if (chapter->flags & CHAPTER_DERIVED)
			out_putf(writer->out, "<div id=\"chapter-%u\"></div>\n",
				 writer->next + 1);
	}
}

/* What says the same again, below the passage. */
static void
put_translation(Writer *writer, const Passage *passage)
{
	out_put(writer->out, SLICE("<details class=\"translation\" open>"
				   "<summary>"));
	html_put_text(writer->out, slice_from(_("Translation")));
	out_put(writer->out, SLICE("</summary>\n"));
	for (ParaId id = passage->first; id < passage->end; id++) {
		unsigned flags = doc_para(writer->doc, id)->flags;

		if (flags & PARA_TRANSLATION && !(flags & PARA_PART))
			put_para(writer, id, false);
	}
	close_lists(writer, 0);
	out_put(writer->out, SLICE("</details>\n"));
}

static void
put_passage(Writer *writer, const Passage *passage)
{
	bool timed = passage->turn != DOC_NONE &&
		     doc_turn_time(writer->doc, passage->turn) != DOC_NONE;
	bool first = timed && passage->turn != writer->last;

	open_passage(writer, passage);
	for (ParaId id = passage->first; id < passage->end; id++) {
		if (doc_para(writer->doc, id)->flags &
		    (PARA_PART | PARA_TRANSLATION))
			continue;
		put_para(writer, id, first);
		first = false;
	}
	close_lists(writer, 0);
	if (doc_passage_is_translated(writer->doc, passage))
		put_translation(writer, passage);
	out_put(writer->out, SLICE("</section>\n"));
	writer->last = passage->turn;
}

static void
put_heading(Writer *writer, ParaId id)
{
	ChapterId chapter = doc_chapter_at(writer->doc, id);
	unsigned level = doc_para(writer->doc, id)->level;

	/* The title alone is of the first level. */
	level = level < 2 ? 2 : level > HEADING_MAX ? HEADING_MAX : level;
	shown_build(&writer->shown, writer->doc, id);
	out_putf(writer->out, "<h%u id=\"chapter-%u\">", level, chapter + 1);
	html_put_shown(writer->out, &writer->shown);
	out_putf(writer->out, "</h%u>\n", level);
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
	Passage passage;
	ParaId from = 0;

	while (!writer->out->failed &&
	       doc_next_passage(writer->doc, from, &passage)) {
		put_headings(writer, from, passage.first);
		from = passage.end;
		put_anchors(writer, passage.end);
		if (selection_prints(writer->sel, writer->doc, &passage))
			put_passage(writer, &passage);
	}
	put_headings(writer, from, doc_n_paras(writer->doc));
}

void
write_html(Out *out, const Document *doc, const Selection *sel)
{
	Writer writer = { .out = out, .doc = doc, .sel = sel,
			  .last = DOC_NONE };

	shown_init(&writer.shown);
	shown_set_script(&writer.shown, sel->script);
	put_head(&writer);
	put_header(&writer);
	if (!selection_is_part(sel))
		put_contents(&writer);
	put_speakers(&writer);
	put_document(&writer);
	out_put(out, SLICE("</article>\n</body>\n</html>\n"));
	shown_done(&writer.shown);
}
