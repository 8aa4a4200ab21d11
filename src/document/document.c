#include "document/document.h"

#include <assert.h>


const char *
doc_kind_name(ParaKind kind)
{
	static const char *const names[] = {
		[PARA_TEXT] = "text",
		[PARA_DIRECTION] = "direction",
		[PARA_QUOTE] = "quote",
		[PARA_ITEM] = "item",
		[PARA_CODE] = "code",
		[PARA_TABLE] = "table",
		[PARA_HEADING] = "heading",
	};

	return names[kind];
}

Document *
doc_new(Text *text, uint32_t generation)
{
	Document *doc = mem_zalloc(sizeof(*doc));

	doc->text = text;
	doc->generation = generation;
	arena_init(&doc->names);
	vec_init(&doc->paras, sizeof(Para));
	vec_init(&doc->turns, sizeof(Turn));
	vec_init(&doc->chapters, sizeof(Chapter));
	vec_init(&doc->speakers, sizeof(Speaker));
	vec_init(&doc->voices, sizeof(Voice));
	vec_init(&doc->para_times, sizeof(Timing));
	vec_init(&doc->turn_times, sizeof(Timing));
	vec_init(&doc->languages, sizeof(Language));
	return doc;
}

void
doc_free(Document *doc)
{
	if (doc == NULL)
		return;
	definitions_free(doc->defined.all);
	vec_done(&doc->languages);
	vec_done(&doc->turn_times);
	vec_done(&doc->para_times);
	vec_done(&doc->voices);
	vec_done(&doc->speakers);
	vec_done(&doc->chapters);
	vec_done(&doc->turns);
	vec_done(&doc->paras);
	arena_done(&doc->names);
	mem_free(doc);
}

size_t
doc_bytes(const Document *doc)
{
	return sizeof(*doc) + arena_room(&doc->names) +
	       vec_bytes(&doc->paras) + vec_bytes(&doc->turns) +
	       vec_bytes(&doc->chapters) + vec_bytes(&doc->speakers) +
	       vec_bytes(&doc->voices) + vec_bytes(&doc->para_times) +
	       vec_bytes(&doc->turn_times) + vec_bytes(&doc->languages);
}

const Chapter *
doc_chapter(const Document *doc, ChapterId id)
{
	return vec_at(&doc->chapters, id);
}

const Speaker *
doc_speaker(const Document *doc, SpeakerId id)
{
	return vec_at(&doc->speakers, id);
}

uint32_t
doc_n_chapters(const Document *doc)
{
	return (uint32_t)doc->chapters.count;
}

uint32_t
doc_n_speakers(const Document *doc)
{
	return (uint32_t)doc->speakers.count;
}

ParaId
doc_para_head(const Document *doc, ParaId id)
{
	while (doc_para(doc, id)->flags & PARA_PART)
		id--;
	return id;
}

ParaId
doc_para_end(const Document *doc, ParaId id)
{
	uint32_t n = doc_n_paras(doc);

	for (id++; id < n; id++)
		if (!(doc_para(doc, id)->flags & PARA_PART))
			break;
	return id;
}

ParaId
doc_para_next(const Document *doc, ParaId id)
{
	ParaId end = doc_para_end(doc, id);

	return end < doc_n_paras(doc) ? end : DOC_NONE;
}

ParaId
doc_para_prev(const Document *doc, ParaId id)
{
	id = doc_para_head(doc, id);
	return id == 0 ? DOC_NONE : doc_para_head(doc, id - 1);
}

/* The number of chapters whose first paragraph is at most `id`. */
static uint32_t
chapters_up_to(const Document *doc, ParaId id)
{
	uint32_t low = 0, high = doc_n_chapters(doc);

	while (low < high) {
		uint32_t mid = low + (high - low) / 2;

		if (doc_chapter(doc, mid)->first <= id)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

ChapterId
doc_para_chapter(const Document *doc, ParaId id)
{
	uint32_t n = chapters_up_to(doc, id);

	return n == 0 ? DOC_NONE : n - 1;
}

ChapterId
doc_chapter_at(const Document *doc, ParaId id)
{
	ChapterId chapter = doc_para_chapter(doc, id);

	if (chapter == DOC_NONE || doc_chapter(doc, chapter)->first != id)
		return DOC_NONE;
	return chapter;
}

TurnId
doc_turn_from(const Document *doc, ParaId id)
{
	uint32_t low = 0, high = doc_n_turns(doc);

	while (low < high) {
		uint32_t mid = low + (high - low) / 2;

		if (doc_turn(doc, mid)->first < id)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

ParaId
doc_turn_end(const Document *doc, TurnId id)
{
	ParaId end = id + 1 < doc_n_turns(doc) ? doc_turn(doc, id + 1)->first
					       : doc_n_paras(doc);

	while (end > 0 && doc_para(doc, end - 1)->turn != id)
		end--;
	return end;
}

/*
 * What a list says of `id`, or NULL.  Its records begin with an id each, by
 * which they are sorted.
 */
static const void *
record_of(const ChunkVec *list, uint32_t id)
{
	size_t low = 0, high = list->count;

	while (low < high) {
		size_t mid = low + (high - low) / 2;
		const uint32_t *record = vec_at(list, mid);

		if (*record == id)
			return record;
		if (*record < id)
			low = mid + 1;
		else
			high = mid;
	}
	return NULL;
}

/* The times of `id`; none where the source gives none. */
static Timing
times_of(const ChunkVec *times, uint32_t id)
{
	const Timing *record = record_of(times, id);

	return record != NULL ? *record : (Timing){ id, DOC_NONE, DOC_NONE };
}

uint32_t
doc_para_time(const Document *doc, ParaId id)
{
	return times_of(&doc->para_times, id).start_ms;
}

uint32_t
doc_turn_time(const Document *doc, TurnId id)
{
	return times_of(&doc->turn_times, id).start_ms;
}

uint32_t
doc_turn_end_time(const Document *doc, TurnId id)
{
	return times_of(&doc->turn_times, id).end_ms;
}

Slice
doc_para_language(const Document *doc, ParaId id)
{
	const Language *language = record_of(&doc->languages, id);

	return language != NULL ? language->name : SLICE("");
}

bool
doc_turn_has(const Document *doc, TurnId turn, SpeakerId speaker)
{
	const Turn *record = doc_turn(doc, turn);
	SpeakerId ids[64];
	uint32_t n;

	if (record->speaker == speaker)
		return true;
	if (!(record->flags & TURN_SEVERAL))
		return false;
	n = doc_turn_speakers(doc, turn, ids, 64);
	for (uint32_t i = 1; i < n && i < 64; i++)
		if (ids[i] == speaker)
			return true;
	return false;
}

/* The first voice of `turn` or a later one. */
static size_t
first_voice(const Document *doc, TurnId turn)
{
	size_t low = 0, high = doc->voices.count;

	while (low < high) {
		size_t mid = low + (high - low) / 2;
		const Voice *voice = vec_at(&doc->voices, mid);

		if (voice->turn < turn)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

uint32_t
doc_turn_speakers(const Document *doc, TurnId turn, SpeakerId *ret_ids,
		  uint32_t max)
{
	const Turn *record = doc_turn(doc, turn);
	uint32_t n = 1;

	if (max > 0)
		ret_ids[0] = record->speaker;
	if (!(record->flags & TURN_SEVERAL))
		return n;
	for (size_t i = first_voice(doc, turn); i < doc->voices.count; i++) {
		const Voice *voice = vec_at(&doc->voices, i);

		if (voice->turn != turn)
			break;
		if (n < max)
			ret_ids[n] = voice->speaker;
		n++;
	}
	return n;
}

uint32_t
doc_para_start(const Document *doc, ParaId id)
{
	uint32_t time_ms = doc_para_time(doc, id);
	TurnId turn = doc_para(doc, id)->turn;

	if (time_ms == DOC_NONE && turn != DOC_NONE &&
	    doc_turn(doc, turn)->first == id)
		return doc_turn_time(doc, turn);
	return time_ms;
}

ParaId
doc_chapter_end(const Document *doc, ChapterId id)
{
	return id + 1 < doc_n_chapters(doc) ? doc_chapter(doc, id + 1)->first
					    : doc_n_paras(doc);
}

uint32_t
doc_chapter_turns(const Document *doc, ChapterId id)
{
	return doc_turn_from(doc, doc_chapter_end(doc, id)) -
	       doc_turn_from(doc, doc_chapter(doc, id)->first);
}

TurnId
doc_chapter_first_turn(const Document *doc, ChapterId id)
{
	ParaId end = doc_chapter_end(doc, id);

	for (ParaId para = doc_chapter(doc, id)->first; para < end; para++)
		if (doc_para(doc, para)->turn != DOC_NONE)
			return doc_para(doc, para)->turn;
	return DOC_NONE;
}

bool
doc_next_passage(const Document *doc, ParaId from, Passage *ret)
{
	uint32_t n = doc_n_paras(doc);
	ParaId end;

	while (from < n && doc_para(doc, from)->kind == PARA_HEADING)
		from++;
	if (from >= n)
		return false;
	ret->first = from;
	ret->turn = doc_para(doc, from)->turn;
	ret->chapter = doc_para_chapter(doc, from);
	end = ret->chapter == DOC_NONE
		      ? (doc_n_chapters(doc) ? doc_chapter(doc, 0)->first : n)
		      : doc_chapter_end(doc, ret->chapter);
	while (from < end && doc_para(doc, from)->turn == ret->turn &&
	       doc_para(doc, from)->kind != PARA_HEADING)
		from++;
	ret->end = from;
	return true;
}

bool
doc_passage_is_translated(const Document *doc, const Passage *passage)
{
	for (ParaId id = passage->first; id < passage->end; id++)
		if (para_is_translation(doc_para(doc, id)))
			return true;
	return false;
}

uint32_t
doc_passage_line(const Document *doc, const Passage *passage)
{
	if (passage->turn != DOC_NONE) {
		const Turn *turn = doc_turn(doc, passage->turn);

		if (turn->first == passage->first)
			return turn->line;
	}
	return doc_para(doc, passage->first)->line;
}

TextOff
doc_anchor_off(const Document *doc, Anchor anchor)
{
	ParaId id = anchor.para;
	uint32_t n = doc_n_paras(doc);
	uint32_t byte = anchor.byte;

	if (id >= n)
		return text_len(doc->text);
	while (byte >= doc_para(doc, id)->len && id + 1 < n &&
	       doc_para(doc, id + 1)->flags & PARA_PART) {
		byte -= doc_para(doc, id)->len;
		id++;
	}
	return para_off(doc_para(doc, id)) + byte;
}

/* The last paragraph that begins at or before `off`; 0 where none does. */
static ParaId
para_at(const Document *doc, TextOff off)
{
	uint32_t low = 0, high = doc_n_paras(doc);

	while (low < high) {
		uint32_t mid = low + (high - low) / 2;

		if (para_off(doc_para(doc, mid)) <= off)
			low = mid + 1;
		else
			high = mid;
	}
	return low == 0 ? 0 : low - 1;
}

Anchor
doc_anchor_at(const Document *doc, TextOff off)
{
	Anchor anchor = { 0, 0, ANCHOR_TEXT };
	const Para *para;
	ParaId id;

	if (doc_n_paras(doc) == 0)
		return anchor;
	id = para_at(doc, off);
	para = doc_para(doc, id);
	if (off >= para_off(para) + para->len && id + 1 < doc_n_paras(doc)) {
		anchor.para = doc_para_head(doc, id + 1);
		return anchor;
	}
	if (off > para_off(para)) {
		uint64_t byte = off - para_off(para);

		anchor.byte = byte < para->len ? (uint32_t)byte : para->len;
	}
	while (doc_para(doc, id)->flags & PARA_PART)
		anchor.byte += doc_para(doc, --id)->len;
	anchor.para = id;
	return anchor;
}
