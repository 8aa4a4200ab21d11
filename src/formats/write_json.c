#include "formats/write_json.h"

#include "document/shown.h"
#include "document/speakers.h"
#include "text/utf8.h"

typedef struct Writer {
	Out *out;
	JsonOut *json;
	const Document *doc;
	const Selection *sel;
	const Stats *stats;
	Shown shown;
	size_t byte;		/* of the visible text, up to which … */
	size_t chars;		/* … there are as many code points */
} Writer;

static void
put_string_or_null(JsonOut *json, const char *key, Slice value)
{
	json_out_key(json, key);
	if (value.ptr == NULL)
		json_out_null(json);
	else
		json_out_string(json, value);
}

static void
put_int(JsonOut *json, const char *key, int64_t value)
{
	json_out_key(json, key);
	json_out_int(json, value);
}

/* An id as users count them, or null. */
static void
put_id(JsonOut *json, const char *key, uint32_t id)
{
	json_out_key(json, key);
	if (id == DOC_NONE)
		json_out_null(json);
	else
		json_out_int(json, (int64_t)id + 1);
}

static void
put_seconds(JsonOut *json, const char *key, uint32_t time_ms)
{
	json_out_key(json, key);
	if (time_ms == DOC_NONE)
		json_out_null(json);
	else
		json_out_ms(json, time_ms);
}

static void
put_source(JsonOut *json, const Origin *origin)
{
	json_out_key(json, "source");
	json_out_object(json);
	put_string_or_null(json, "path", slice_from(origin->path));
	put_string_or_null(json, "format", slice_from(origin->format));
	put_string_or_null(json, "encoding",
			   slice_from(origin->charset.name));
	json_out_key(json, "confidence");
	json_out_real(json, origin->charset.confidence, 2);
	put_int(json, "replaced", (int64_t)origin->charset.replaced);
	json_out_end(json);
}

static void
put_metadata(JsonOut *json, const Meta *meta)
{
	json_out_key(json, "metadata");
	json_out_object(json);
	for (const MetaEntry *entry = meta->entries; entry != NULL;
	     entry = entry->next) {
		json_out_key_slice(json, entry->key);
		if (entry->list)
			json_out_array(json);
		for (uint32_t i = 0; i < entry->n_values; i++)
			json_out_string(json, entry->values[i]);
		if (entry->list)
			json_out_end(json);
	}
	json_out_end(json);
}

static void
put_speakers(JsonOut *json, const Document *doc, const Stats *stats)
{
	json_out_array(json);
	for (SpeakerId id = 0; id < doc_n_speakers(doc); id++) {
		const Speaker *speaker = doc_speaker(doc, id);

		json_out_object(json);
		put_id(json, "id", id);
		put_string_or_null(json, "name", speaker->name);
		json_out_key(json, "aliases");
		json_out_array(json);
		for (const SpeakerAlias *alias = speaker->aliases;
		     alias != NULL; alias = alias->next)
			json_out_string(json, alias->name);
		json_out_end(json);
		put_string_or_null(json, "role",
				   slice_from(speakers_role_name(
					   (SpeakerRole)speaker->role)));
		put_int(json, "turns", speaker->turns);
		put_int(json, "characters",
			(int64_t)stats_characters(stats, id));
		json_out_key(json, "share");
		json_out_real(json, stats_share(stats, id), 4);
		json_out_end(json);
	}
	json_out_end(json);
}

static void
put_chapters(JsonOut *json, const Document *doc)
{
	Buf title;

	buf_init(&title, SIZE_MAX);
	json_out_array(json);
	for (ChapterId id = 0; id < doc_n_chapters(doc); id++) {
		const Chapter *chapter = doc_chapter(doc, id);

		shown_chapter_title(doc, id, &title);
		json_out_object(json);
		put_id(json, "id", id);
		json_out_key(json, "title");
		json_out_string(json, buf_slice(&title));
		put_int(json, "level", chapter->level);
		put_id(json, "first_turn", doc_chapter_first_turn(doc, id));
		put_int(json, "turns", doc_chapter_turns(doc, id));
		json_out_key(json, "derived");
		json_out_bool(json, chapter->flags & CHAPTER_DERIVED);
		json_out_end(json);
	}
	json_out_end(json);
	buf_done(&title);
}

/* The code points before a byte of the visible text; quick in its order. */
static size_t
chars_before(Writer *writer, size_t byte)
{
	if (byte < writer->byte)
		writer->byte = writer->chars = 0;
	writer->chars += utf8_count(slice_sub(writer->shown.text, writer->byte,
					      byte - writer->byte));
	writer->byte = byte;
	return writer->chars;
}

/* A stretch of the visible text in code points. */
static void
put_range(Writer *writer, uint32_t start, uint32_t len, bool keyed)
{
	size_t from = chars_before(writer, start);
	size_t to = chars_before(writer, (size_t)start + len);

	if (keyed)
		json_out_key(writer->json, "start");
	json_out_int(writer->json, (int64_t)from);
	if (keyed)
		json_out_key(writer->json, "end");
	json_out_int(writer->json, (int64_t)to);
}

static void
put_links(Writer *writer)
{
	const Shown *shown = &writer->shown;

	if (shown->n_links == 0)
		return;
	json_out_key(writer->json, "links");
	json_out_array(writer->json);
	for (uint32_t i = 0; i < shown->n_spans; i++) {
		const Span *span = &shown->spans[i];

		if (span->role != SPAN_LINK)
			continue;
		json_out_object(writer->json);
		put_range(writer, span->start, span->len, true);
		json_out_key(writer->json, "href");
		json_out_string(writer->json, shown->links[span->link]);
		json_out_end(writer->json);
	}
	json_out_end(writer->json);
}

static void
put_matches(Writer *writer, ParaId id)
{
	const Match *matches;
	uint32_t n;

	if (writer->sel->matches == NULL)
		return;
	matches = selection_matches(writer->sel, id, id + 1, &n);
	json_out_key(writer->json, "matches");
	json_out_array(writer->json);
	for (uint32_t i = 0; i < n; i++) {
		json_out_array(writer->json);
		put_range(writer, matches[i].start, matches[i].len, false);
		json_out_end(writer->json);
	}
	json_out_end(writer->json);
}

static void
put_para(Writer *writer, ParaId id)
{
	const Para *para = doc_para(writer->doc, id);
	Slice language = doc_para_language(writer->doc, id);
	JsonOut *json = writer->json;

	shown_build(&writer->shown, writer->doc, id);
	writer->byte = writer->chars = 0;
	json_out_object(json);
	json_out_key(json, "kind");
	json_out_string(json, slice_from(doc_kind_name((ParaKind)para->kind)));
	json_out_key(json, "text");
	json_out_string(json, writer->shown.text);
	if (doc_para_time(writer->doc, id) != DOC_NONE)
		put_seconds(json, "start", doc_para_time(writer->doc, id));
	put_links(writer);
	if (para->kind == PARA_ITEM || para->kind == PARA_QUOTE)
		put_int(json, "level", para->level);
	if (para->flags & PARA_ORDERED) {
		json_out_key(json, "ordered");
		json_out_bool(json, true);
	}
	if (language.len > 0)
		put_string_or_null(json, "language", language);
	put_matches(writer, id);
	json_out_end(json);
}

/* All of a turn's speakers, where there are several. */
static void
put_voices(Writer *writer, TurnId turn)
{
	SpeakerId ids[64];
	uint32_t n = doc_turn_speakers(writer->doc, turn, ids, 64);

	if (n < 2)
		return;
	json_out_key(writer->json, "speakers");
	json_out_array(writer->json);
	for (uint32_t i = 0; i < n && i < 64; i++)
		json_out_int(writer->json, (int64_t)ids[i] + 1);
	json_out_end(writer->json);
}

/* The paragraphs of a passage that have the flag, or have it not. */
static void
put_paras(Writer *writer, const Passage *passage, const char *key,
	  unsigned flag)
{
	json_out_key(writer->json, key);
	json_out_array(writer->json);
	for (ParaId id = passage->first; id < passage->end; id++) {
		unsigned flags = doc_para(writer->doc, id)->flags;

		if (!(flags & PARA_PART) && (flags & PARA_TRANSLATION) == flag)
			put_para(writer, id);
	}
	json_out_end(writer->json);
}

static void
put_passage(Writer *writer, const Passage *passage)
{
	const Document *doc = writer->doc;
	JsonOut *json = writer->json;
	const Turn *turn = passage->turn == DOC_NONE
				   ? NULL
				   : doc_turn(doc, passage->turn);
	bool opens = turn != NULL && turn->first == passage->first;

	json_out_object(json);
	json_out_key(json, "kind");
	json_out_string(json, turn ? SLICE("speech") : SLICE("narration"));
	put_id(json, "turn", passage->turn);
	put_id(json, "speaker", turn ? turn->speaker : DOC_NONE);
	if (turn != NULL)
		put_voices(writer, passage->turn);
	put_id(json, "chapter", passage->chapter);
	put_seconds(json, "start",
		    opens ? doc_turn_time(doc, passage->turn)
			  : doc_para_time(doc, passage->first));
	put_seconds(json, "end",
		    turn ? doc_turn_end_time(doc, passage->turn) : DOC_NONE);
	put_int(json, "line", doc_passage_line(doc, passage));
	put_paras(writer, passage, "paragraphs", 0);
	if (doc_passage_is_translated(doc, passage))
		put_paras(writer, passage, "translation", PARA_TRANSLATION);
	json_out_end(json);
	out_flush_full(writer->out);
}

static bool
takes_passage(const Writer *writer, Passage *passage)
{
	uint32_t n;

	if (writer->sel->matches == NULL || writer->sel->groups != NULL)
		return selection_prints(writer->sel, writer->doc, passage);
	if (!selection_takes(writer->sel, writer->doc, passage))
		return false;
	selection_matches(writer->sel, passage->first, passage->end, &n);
	return n > 0;
}

static void
put_passages(Writer *writer)
{
	Passage passage;
	ParaId from = 0;

	json_out_key(writer->json, "passages");
	json_out_array(writer->json);
	while (!writer->out->failed &&
	       doc_next_passage(writer->doc, from, &passage)) {
		from = passage.end;
		if (takes_passage(writer, &passage))
			put_passage(writer, &passage);
	}
	json_out_end(writer->json);
}

void
write_json_to(JsonOut *json, Out *out, const Origin *origin,
	      const Document *doc, const Selection *sel, const Stats *stats)
{
	Writer writer = {
		.out = out,
		.json = json,
		.doc = doc,
		.sel = sel,
		.stats = stats,
	};

	shown_init(&writer.shown);
	json_out_object(json);
	put_string_or_null(json, "title", doc->meta.title);
	put_string_or_null(json, "date", doc->meta.date);
	put_source(json, origin);
	put_metadata(json, &doc->meta);
	json_out_key(json, "speakers");
	put_speakers(json, doc, stats);
	json_out_key(json, "chapters");
	put_chapters(json, doc);
	put_passages(&writer);
	json_out_end(json);
	shown_done(&writer.shown);
}

Status
write_json(Out *out, const Origin *origin, const Document *doc,
	   const Selection *sel, const Stats *stats, Err *err)
{
	JsonOut *json = json_out_new(&out->buf, err);

	if (json == NULL)
		return STATUS_FAILED;
	write_json_to(json, out, origin, doc, sel, stats);
	out_put(out, SLICE("\n"));
	json_out_free(json);
	return STATUS_OK;
}

Status
write_json_chapters(Out *out, const Document *doc, Err *err)
{
	JsonOut *json = json_out_new(&out->buf, err);

	if (json == NULL)
		return STATUS_FAILED;
	put_chapters(json, doc);
	out_put(out, SLICE("\n"));
	json_out_free(json);
	return STATUS_OK;
}

Status
write_json_speakers(Out *out, const Document *doc, const Stats *stats,
		    Err *err)
{
	JsonOut *json = json_out_new(&out->buf, err);

	if (json == NULL)
		return STATUS_FAILED;
	put_speakers(json, doc, stats);
	out_put(out, SLICE("\n"));
	json_out_free(json);
	return STATUS_OK;
}
