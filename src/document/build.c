#include "document/build.h"

#include <assert.h>

#include "text/uni.h"
#include "text/utf8.h"

#define LANGUAGE_MAX 64	/* bytes of its name */

SpeakerId
doc_add_speaker(Document *doc, Slice name)
{
	Speaker *speaker = vec_push(&doc->speakers);

	speaker->name = arena_copy(&doc->names, name);
	return doc_n_speakers(doc) - 1;
}

void
doc_add_alias(Document *doc, SpeakerId id, Slice alias)
{
	Speaker *speaker = vec_at(&doc->speakers, id);
	SpeakerAlias **link = &speaker->aliases;

	if (alias.len == 0 || slice_eq(speaker->name, alias))
		return;
	for (; *link != NULL; link = &(*link)->next)
		if (slice_eq((*link)->name, alias))
			return;
	*link = arena_alloc(&doc->names, sizeof(SpeakerAlias));
	(*link)->name = arena_copy(&doc->names, alias);
}

void
doc_set_role(Document *doc, SpeakerId id, SpeakerRole role)
{
	Speaker *speaker = vec_at(&doc->speakers, id);

	speaker->role = role;
}

TurnId
doc_add_turn(Document *doc, SpeakerId speaker, uint32_t line)
{
	Speaker *record = vec_at(&doc->speakers, speaker);
	Turn *turn;

	doc_close_para(doc);
	turn = vec_push(&doc->turns);
	turn->first = doc_n_paras(doc);
	turn->line = line;
	turn->speaker = speaker & (UINT32_MAX >> 1);
	record->turns++;
	return doc_n_turns(doc) - 1;
}

void
doc_add_voice(Document *doc, SpeakerId speaker)
{
	TurnId id = doc_n_turns(doc) - 1;
	Turn *turn = vec_at(&doc->turns, id);
	Speaker *record = vec_at(&doc->speakers, speaker);
	Voice *voice;

	if (doc_turn_has(doc, id, speaker))
		return;
	turn->flags = TURN_SEVERAL;
	voice = vec_push(&doc->voices);
	voice->turn = id;
	voice->speaker = speaker;
	record->turns++;
}

ParaId
doc_add_para(Document *doc, ParaKind kind, TurnId turn, TextOff off,
	     uint32_t line)
{
	Para *para = vec_push(&doc->paras);

	doc->open = para;
	para->off_low = (uint32_t)off;
	para->off_high = (uint16_t)(off >> 32);
	para->kind = (unsigned)kind & 15u;
	para->turn = turn;
	para->line = line;
	return doc_n_paras(doc) - 1;
}

/* Behind a fence no backquote may stand, and a tag would be read. */
static bool
is_language(Slice word)
{
	if (word.len == 0 || word.len > LANGUAGE_MAX)
		return false;
	while (word.len > 0) {
		uint32_t cp;
		size_t len = utf8_decode(word, &cp);

		if (cp == '`' || cp == '<' || uni_is_space(cp) ||
		    uni_is_control(cp) || uni_is_format(cp))
			return false;
		word = slice_sub(word, len, SIZE_MAX);
	}
	return true;
}

void
doc_set_language(Document *doc, Slice language)
{
	ChunkVec *languages = &doc->languages;
	ParaId id = doc_n_paras(doc);
	Language *last;

	if (languages->count > 0) {
		last = vec_at(languages, languages->count - 1);
		if (last->para == id)
			vec_pop(languages);
	}
	if (!is_language(language))
		return;
	last = vec_push(languages);
	*last = (Language){ id, arena_copy(&doc->names, language) };
}

/* A part that continues `before`, from where that ends. */
static Para *
add_part(Document *doc, const Para *before)
{
	Para head = *before;
	Para *part;

	doc_add_para(doc, (ParaKind)head.kind, head.turn,
		     para_off(&head) + head.len, head.line);
	part = doc->open;
	part->flags |= PARA_PART | (head.flags & (PARA_ORDERED | PARA_MARKER |
						  PARA_TRANSLATION));
	part->level = head.level;
	return part;
}

/*
 * How much of `len` bytes from `off` one record may hold: at most PARA_MAX,
 * not beyond the segment, and whole code points.
 */
static uint32_t
part_room(const Document *doc, TextOff off, uint64_t len)
{
	Slice rest = text_rest(doc->text, off);
	size_t room = rest.len < PARA_MAX ? rest.len : PARA_MAX;

	if (len <= room)
		return (uint32_t)len;
	while (room > 1 && room < rest.len &&
	       utf8_is_continuation(rest.ptr[room]))
		room--;
	return (uint32_t)room;
}

void
doc_grow_para(Document *doc, TextOff end)
{
	Para *para = doc->open;

	assert(para != NULL);
	for (;;) {
		uint64_t len = end - para_off(para);

		para->len = part_room(doc, para_off(para), len);
		if (para->len == len)
			return;
		para = add_part(doc, para);
	}
}

/* The times of `id`, behind which no other has any; made if need be. */
static Timing *
last_times(ChunkVec *times, uint32_t id)
{
	Timing *last = times->count > 0 ? vec_at(times, times->count - 1) : NULL;

	assert(last == NULL || last->id <= id);
	if (last != NULL && last->id == id)
		return last;
	last = vec_push(times);
	*last = (Timing){ id, DOC_NONE, DOC_NONE };
	return last;
}

void
doc_time_para(Document *doc, uint32_t time_ms)
{
	ParaId id = doc_n_paras(doc) - 1;
	const Para *para = doc->open;

	assert(para != NULL);
	last_times(&doc->para_times, id)->start_ms = time_ms;
	if (para->turn != DOC_NONE && doc_turn(doc, para->turn)->first == id)
		last_times(&doc->turn_times, para->turn)->start_ms = time_ms;
}

void
doc_start_turn(Document *doc, uint32_t start_ms)
{
	last_times(&doc->turn_times, doc_n_turns(doc) - 1)->start_ms = start_ms;
}

void
doc_end_turn(Document *doc, uint32_t end_ms)
{
	Timing *times = last_times(&doc->turn_times, doc_n_turns(doc) - 1);

	if (times->end_ms == DOC_NONE || times->end_ms < end_ms)
		times->end_ms = end_ms;
}

void
doc_mark_para(Document *doc, unsigned level, unsigned flags)
{
	Para *para = doc->open;
	size_t i = doc->paras.count;

	assert(para != NULL);
	/* All parts of the paragraph, back to its head. */
	do {
		para = vec_at(&doc->paras, --i);
		para->level = level < 15 ? level & 15u : 15;
		para->flags = (uint8_t)(para->flags | flags);
	} while (para->flags & PARA_PART);
}

ChapterId
doc_add_chapter(Document *doc, unsigned level, unsigned flags)
{
	Chapter *chapter;

	doc_close_para(doc);
	chapter = vec_push(&doc->chapters);
	chapter->first = doc_n_paras(doc);
	chapter->level = (uint16_t)level;
	chapter->flags = (uint16_t)flags;
	return doc_n_chapters(doc) - 1;
}

/* The entry of `key`, made where there is none. */
static MetaEntry *
meta_entry(Document *doc, Slice key)
{
	MetaEntry **link = &doc->meta.entries;

	while (*link != NULL && !slice_eq((*link)->key, key))
		link = &(*link)->next;
	if (*link == NULL) {
		*link = arena_alloc(&doc->names, sizeof(MetaEntry));
		(*link)->key = arena_copy(&doc->names, key);
	}
	return *link;
}

void
doc_add_meta(Document *doc, Slice key, Slice value, bool list)
{
	MetaEntry *entry = meta_entry(doc, key);
	uint32_t n = entry->n_values;

	entry->list |= list || n > 0;
	if (list && value.ptr == NULL)
		return;
	if ((n & (n - 1)) == 0) {
		size_t room = n == 0 ? 1 : 2 * (size_t)n;
		Slice *values = arena_alloc(&doc->names,
					    room * sizeof(Slice));

		for (uint32_t i = 0; i < n; i++)
			values[i] = entry->values[i];
		entry->values = values;
	}
	entry->values[n] = arena_copy(&doc->names, value);
	entry->n_values = n + 1;
}
