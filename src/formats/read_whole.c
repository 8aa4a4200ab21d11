#include "formats/read_whole.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "document/build.h"
#include "document/direction.h"
#include "document/evidence.h"
#include "formats/assemble.h"
#include "formats/cue_run.h"
#include "formats/explain.h"
#include "formats/people.h"
#include "text/uni.h"
#include "text/utf8.h"

/* A paragraph that is not in the Text yet. */
typedef struct Pending {
	bool open;
	ParaKind kind;
	unsigned level;
	unsigned flags;		/* ParaFlag */
	uint32_t line;
	uint32_t start_ms;
	uint32_t end_ms;	/* the latest of its parts', or DOC_NONE */
	Slice language;		/* borrowed from the draft */
	Buf text;
} Pending;

struct Reader {
	const Format *format;
	DraftParse *parse;
	Text *text;		/* borrowed */
	Slice path;		/* borrowed */
	const YamlNode *people;	/* what is stated of the speakers, or NULL */
	bool parsed;
	Draft draft;
	Survey *survey;
	SpeakerId *ids;		/* of the speakers whom the draft describes */
	bool headings;		/* the draft has some */
	uint32_t stated;	/* parts that name who speaks */
	Rules *rules;		/* NULL: not decided yet */
	Text *derived;		/* what the records are over */
	Assembly assembly;	/* the build, from here on */
	size_t next;		/* part */
	unsigned chapter;	/* level of one that has no heading; 0: none */
	CueRun run;
	Pending pending;
	Explain *explain;	/* borrowed; NULL: nobody asks for reasons */
};

Reader *
read_whole_new(const Format *format, DraftParse *parse, Text *text,
	       Slice path)
{
	Reader *reader = mem_zalloc(sizeof(*reader));

	reader->format = format;
	reader->parse = parse;
	reader->text = text;
	reader->path = path;
	draft_init(&reader->draft);
	reader->survey = survey_new();
	reader->derived = text_new();
	assemble_init(&reader->assembly, NULL, NULL, false);
	buf_init(&reader->pending.text, SIZE_MAX);
	return reader;
}

void
read_whole_free(Reader *reader)
{
	if (reader == NULL)
		return;
	buf_done(&reader->pending.text);
	mem_free(reader->ids);
	assemble_done(&reader->assembly);
	text_free(reader->derived);
	rules_free(reader->rules);
	survey_free(reader->survey);
	draft_done(&reader->draft);
	mem_free(reader);
}

void
read_whole_know(Reader *reader, const YamlNode *people)
{
	reader->people = people;
}

/* Evidence for labels: paragraphs, as the cues would make them. */
static void
survey_parts(Reader *reader)
{
	CueRun run = { .open = false };

	for (size_t i = 0; i < reader->draft.parts.count; i++) {
		const DraftPart *part = vec_at(&reader->draft.parts, i);
		Slice text = slice_trim(part->text);
		bool joins = cue_run_joins(&run, part) && part->n_speakers == 0;

		reader->headings |= part->kind == PARA_HEADING;
		reader->stated += part->n_speakers > 0;
		cue_run_add(&run, part, text, joins);
		if (part->flags & DRAFT_LABELS && !direction_is(text))
			survey_line(reader->survey, text, part->line,
				    joins ? SURVEY_INSIDE : SURVEY_STARTS);
	}
	people_hint(reader->people, reader->survey);
	for (size_t i = 0; i < reader->draft.speakers.count; i++) {
		const DraftSpeaker *speaker =
			vec_at(&reader->draft.speakers, i);

		survey_hint(reader->survey, speaker->name);
	}
}

Status
read_whole_survey(Reader *reader, bool eof, Err *err)
{
	if (text_len(reader->text) > READ_WHOLE_MAX)
		return err_set(err,
			       _("the file is too large for its format "
				 "(%s): at most %d MiB can be read"),
			       reader->format->name,
			       READ_WHOLE_MAX / (1024 * 1024));
	if (!eof || reader->parsed)
		return STATUS_OK;
	if (reader->parse(text_rest(reader->text, 0), &reader->draft, err) !=
	    STATUS_OK)
		return STATUS_FAILED;
	if (reader->draft.full)
		return err_set(err,
			       _("the file holds more paragraphs or cues than "
				 "can be read: at most %d"),
			       DRAFT_PARTS_MAX);
	survey_parts(reader);
	reader->parsed = true;
	return STATUS_OK;
}

bool
read_whole_decide(Reader *reader)
{
	if (!reader->parsed || reader->rules != NULL)
		return false;
	reader->rules = evidence_decide(reader->survey);
	return true;
}

static void
add_aliases(Reader *reader, size_t i)
{
	Assembly *assembly = &reader->assembly;
	const DraftSpeaker *speaker = vec_at(&reader->draft.speakers, i);
	SpeakerId id = reader->ids[i];

	for (uint32_t j = 0; j < speaker->n_aliases; j++) {
		Slice alias = speaker->aliases[j];

		doc_add_alias(assembly->doc, id, alias);
		if (names_get(&assembly->speakers, alias) == DOC_NONE)
			names_put(&assembly->speakers, alias, id);
	}
}

/* Where the draft is `own` two may be called alike, if nobody is stated. */
static SpeakerId
add_speaker(Reader *reader, const DraftSpeaker *speaker)
{
	Assembly *assembly = &reader->assembly;
	Slice known = people_name(reader->people, speaker->name);
	SpeakerRole role = speaker->role;
	SpeakerId id;

	if (reader->draft.own && !people_knows(reader->people, known))
		id = assemble_namesake(assembly, known);
	else
		id = assemble_speaker(assembly, speaker->name);
	people_stated_role(reader->people, known, &role);
	doc_set_role(assembly->doc, id, role);
	return id;
}

/*
 * The speakers whom the file describes, before the parts name them.  A name is
 * nobody else's alias.
 */
static void
add_speakers(Reader *reader)
{
	const ChunkVec *speakers = &reader->draft.speakers;

	reader->ids = mem_realloc_array(reader->ids, speakers->count,
					sizeof(*reader->ids));
	for (size_t i = 0; i < speakers->count; i++)
		reader->ids[i] = add_speaker(reader, vec_at(speakers, i));
	for (size_t i = 0; i < speakers->count; i++)
		add_aliases(reader, i);
}

static void
add_meta(const Draft *draft, Document *doc)
{
	const Meta *meta = &draft->meta->meta;

	if (meta->title.len > 0 || (draft->own && meta->title.ptr != NULL))
		doc->meta.title = arena_copy(&doc->names, meta->title);
	if (meta->date.len > 0 || (draft->own && meta->date.ptr != NULL))
		doc->meta.date = arena_copy(&doc->names, meta->date);
	for (const MetaEntry *entry = meta->entries; entry != NULL;
	     entry = entry->next) {
		if (entry->list)
			doc_add_meta(doc, entry->key, (Slice){ NULL, 0 }, true);
		for (uint32_t i = 0; i < entry->n_values; i++)
			doc_add_meta(doc, entry->key, entry->values[i],
				     entry->list);
	}
}

void
read_whole_explain(Reader *reader, Explain *explain)
{
	reader->explain = explain;
}

void
read_whole_build_start(Reader *reader, Document *doc)
{
	bool derive = !reader->draft.has_chapters && !reader->headings;

	assemble_done(&reader->assembly);
	assemble_init(&reader->assembly, doc, reader->people, derive);
	reader->next = 0;
	if (!reader->parsed)
		return;
	doc->text = reader->derived;
	doc->markup = reader->draft.markup;
	add_meta(&reader->draft, doc);
	if (doc->meta.title.ptr == NULL && !reader->draft.own)
		assemble_title(doc, reader->path);
	add_speakers(reader);
	explain_start(reader->explain, reader->rules, SLICE(""));
	explain_stated(reader->explain, reader->stated);
}

/* Writes the paragraph that is pending. */
static void
flush(Reader *reader)
{
	Document *doc = reader->assembly.doc;
	Pending *pending = &reader->pending;
	TextOff off = text_len(reader->derived);

	reader->run.open = false;
	if (!pending->open)
		return;
	pending->open = false;
	if (reader->chapter > 0)
		doc_add_chapter(doc, reader->chapter, CHAPTER_DERIVED);
	reader->chapter = 0;
	text_append(reader->derived, off, buf_slice(&pending->text));
	if (pending->kind == PARA_CODE)
		doc_set_language(doc, pending->language);
	assemble_para(&reader->assembly, pending->kind, off, pending->line);
	doc_time_para(doc, pending->start_ms);
	doc_mark_para(doc, pending->level, pending->flags);
	doc_grow_para(doc, text_len(reader->derived));
	doc_close_para(doc);
	text_append(reader->derived, text_len(reader->derived), SLICE("\n"));
	if (reader->assembly.turn != DOC_NONE && pending->end_ms != DOC_NONE)
		doc_end_turn(doc, pending->end_ms);
}

/* A chapter; without words it has no heading, and is told by its speech. */
static void
build_heading(Reader *reader, const DraftPart *part)
{
	Document *doc = reader->assembly.doc;
	Slice text = slice_trim(part->text);
	unsigned level = part->level > 0 ? part->level : 1;
	TextOff off = text_len(reader->derived);

	reader->chapter = 0;
	if (text.len == 0) {
		reader->chapter = level;
		return;
	}
	text_append(reader->derived, off, text);
	doc_add_chapter(doc, level, 0);
	doc_add_para(doc, PARA_HEADING, DOC_NONE, off, part->line);
	doc_time_para(doc, part->start_ms);
	doc_mark_para(doc, level, 0);
	doc_grow_para(doc, text_len(reader->derived));
	doc_close_para(doc);
	text_append(reader->derived, text_len(reader->derived), SLICE("\n"));
}

/* Adds a speaker to `n` others, once; returns how many they are. */
static uint32_t
add_once(SpeakerId *ids, uint32_t n, SpeakerId id)
{
	for (uint32_t i = 0; i < n; i++)
		if (ids[i] == id)
			return n;
	if (n < ASSEMBLE_VOICES_MAX)
		ids[n++] = id;
	return n;
}

/* The speakers whom a part names, each once; returns how many. */
static uint32_t
speakers_of(Reader *reader, const DraftPart *part, SpeakerId *ret_ids)
{
	uint32_t n = 0;

	for (uint32_t i = 0; part->ids != NULL && i < part->n_speakers; i++)
		n = add_once(ret_ids, n, reader->ids[part->ids[i]]);
	for (uint32_t i = 0; part->ids == NULL && i < part->n_speakers; i++) {
		Slice name = slice_trim(part->speakers[i]);

		if (name.len == 0 || n == ASSEMBLE_VOICES_MAX)
			continue;
		n = add_once(ret_ids, n,
			     assemble_speaker(&reader->assembly, name));
	}
	return n;
}

static bool
speak_now(const Assembly *assembly, const SpeakerId *ids, uint32_t n)
{
	if (!assembly->waiting && assembly->turn == DOC_NONE)
		return false;
	if (assembly->n_voices != n)
		return false;
	for (uint32_t i = 0; i < n; i++)
		if (assembly->voices[i] != ids[i])
			return false;
	return true;
}

/* These speak from here on; `opens`: in a turn of its own in any case. */
static void
speak(Reader *reader, const SpeakerId *ids, uint32_t n, const DraftPart *part,
      bool opens)
{
	Assembly *assembly = &reader->assembly;

	if (n == 0 || (!opens && speak_now(assembly, ids, n)))
		return;
	flush(reader);
	assemble_turn(assembly, ids[0], part->line);
	for (uint32_t i = 1; i < n; i++)
		assemble_voice(assembly, ids[i]);
}

/* Who speaks a part, by what the file says of it. */
static void
build_speakers(Reader *reader, const DraftPart *part)
{
	Assembly *assembly = &reader->assembly;
	SpeakerId ids[ASSEMBLE_VOICES_MAX];
	bool opens = part->flags & DRAFT_TURN;
	uint32_t n;

	if (part->flags & DRAFT_NARRATION) {
		flush(reader);
		assemble_narration(assembly);
		return;
	}
	n = speakers_of(reader, part, ids);
	if (n == 0 && opens && assembly->turn != DOC_NONE) {
		n = assembly->n_voices;
		for (uint32_t i = 0; i < n; i++)
			ids[i] = assembly->voices[i];
	}
	speak(reader, ids, n, part, opens);
}

/* What a text begins with. */
typedef enum Opening { OPENS_NOTHING, OPENS_TURN, OPENS_BREAK } Opening;

/*
 * Who speaks a part, by the label that it begins with; *text loses the label.
 * Cues of one speaker are one turn, as often as they name him.
 */
static Opening
build_label(Reader *reader, const DraftPart *part, Slice *text)
{
	Assembly *assembly = &reader->assembly;
	RulesLabel label;
	SpeakerId ids[RULES_VOICES_MAX];

	if (!(part->flags & DRAFT_LABELS) || direction_is(*text))
		return OPENS_NOTHING;
	if (rules_read(reader->rules, *text, RULES_LINE, &label) &&
	    label.indirect)
		label.why = RULES_WHY_SPEAKS;
	explain_line(reader->explain, *text, part->line, SCAN_TEXT, &label);
	if (label.why < RULES_WHY_TAKEN)
		return OPENS_NOTHING;
	if (label.pseudo)
		return OPENS_BREAK;
	ids[0] = assemble_label(assembly, label.speakers[0], label.alias);
	for (uint32_t i = 1; i < label.n_speakers; i++)
		ids[i] = assemble_speaker(assembly, label.speakers[i]);
	for (uint32_t i = 0; i < label.n_speakers; i++)
		explain_voice(reader->explain, ids[i]);
	speak(reader, ids, label.n_speakers, part,
	      part->flags & DRAFT_TURN || !(part->flags & DRAFT_CUE));
	*text = slice_trim(slice_sub(*text, label.text, SIZE_MAX));
	return OPENS_TURN;
}

/* Begins a paragraph with a part. */
static void
open_para(Reader *reader, const DraftPart *part, ParaKind kind)
{
	Pending *pending = &reader->pending;

	flush(reader);
	pending->open = true;
	pending->kind = kind;
	pending->level = part->level;
	pending->flags = (part->flags & DRAFT_ORDERED ? PARA_ORDERED : 0) |
			 (part->flags & DRAFT_TRANSLATION ? PARA_TRANSLATION
							  : 0);
	pending->line = part->line;
	pending->language = part->language;
	pending->start_ms = part->start_ms;
	pending->end_ms = DOC_NONE;
	buf_clear(&pending->text);
}

/* Between two Han characters stands nothing, else a space. */
static void
append_space(Buf *buf, Slice text)
{
	uint32_t before, after;

	if (buf->len == 0)
		return;
	utf8_decode_last(buf_slice(buf), &before);
	utf8_decode(text, &after);
	if (!uni_is_han(before) || !uni_is_han(after))
		buf_append_char(buf, ' ');
}

static void
build_text(Reader *reader, const DraftPart *part, Slice text)
{
	Pending *pending = &reader->pending;
	bool joins = pending->open && cue_run_joins(&reader->run, part);

	if (!joins)
		open_para(reader, part, part->kind);
	append_space(&pending->text, text);
	buf_append(&pending->text, text);
	cue_run_add(&reader->run, part, text, joins);
	pending->end_ms = cue_run_later(pending->end_ms, part->end_ms);
}

/* A stage direction, or the label of a break, is a paragraph by itself. */
static void
build_direction(Reader *reader, const DraftPart *part, Slice text,
		Opening opening)
{
	open_para(reader, part, PARA_DIRECTION);
	buf_append(&reader->pending.text, text);
	reader->pending.end_ms = part->end_ms;
	flush(reader);
	if (opening == OPENS_BREAK ||
	    (opening == OPENS_NOTHING && direction_is_break(text)))
		assemble_break(&reader->assembly);
}

/* A part of the interface's own structure. */
static void
build_own(Reader *reader, const DraftPart *part)
{
	flush(reader);
	build_speakers(reader, part);
	open_para(reader, part, part->kind);
	buf_append(&reader->pending.text, part->text);
	reader->pending.end_ms = part->end_ms;
	flush(reader);
	if (part->flags & DRAFT_TURN && reader->assembly.turn != DOC_NONE)
		doc_start_turn(reader->assembly.doc, part->turn_ms);
}

static void
build_part(Reader *reader, const DraftPart *part)
{
	bool is_block = part->kind == PARA_CODE || part->kind == PARA_TABLE;
	Slice text = is_block ? part->text : slice_trim(part->text);
	Opening opening;

	if (part->kind == PARA_HEADING) {
		flush(reader);
		build_heading(reader, part);
		return;
	}
	if (reader->draft.own) {
		build_own(reader, part);
		return;
	}
	opening = build_label(reader, part, &text);
	if (opening == OPENS_NOTHING)
		build_speakers(reader, part);
	if (slice_trim(text).len == 0)
		return;
	if (opening == OPENS_BREAK || part->kind == PARA_DIRECTION ||
	    (!is_block && direction_is(text)))
		build_direction(reader, part, text, opening);
	else
		build_text(reader, part, text);
}

bool
read_whole_build(Reader *reader, bool eof)
{
	const ChunkVec *parts = &reader->draft.parts;
	size_t bytes = 0;

	if (!eof || !reader->parsed)
		return false;
	while (reader->next < parts->count && bytes < CLOCK_UNIT) {
		const DraftPart *part = vec_at(parts, reader->next++);

		build_part(reader, part);
		bytes += sizeof(*part) + part->text.len;
	}
	if (reader->next < parts->count)
		return true;
	flush(reader);
	assemble_end(&reader->assembly, !reader->draft.own);
	/* Nobody asks for the parts again. */
	draft_done(&reader->draft);
	draft_init(&reader->draft);
	reader->next = 0;
	return false;
}

TextOff
read_whole_keep(const Reader *reader)
{
	return reader->parsed ? text_len(reader->text) : 0;
}
