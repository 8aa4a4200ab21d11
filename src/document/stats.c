#include "document/stats.h"

#include <string.h>

#include "text/uni.h"
#include "text/utf8.h"

void
stats_init(Stats *stats)
{
	memset(stats, 0, sizeof(*stats));
	shown_init(&stats->shown);
}

void
stats_done(Stats *stats)
{
	mem_free(stats->characters);
	shown_done(&stats->shown);
}

static void
restart(Stats *stats, const Document *doc)
{
	stats->doc = doc;
	stats->next = 0;
	stats->total = 0;
	if (stats->n_speakers > 0)
		memset(stats->characters, 0,
		       stats->n_speakers * sizeof(*stats->characters));
}

static void
make_room(Stats *stats, uint32_t n)
{
	uint32_t room = stats->n_speakers;

	if (n <= room)
		return;
	room = n < 16 ? 16 : 2 * n;
	stats->characters = mem_realloc_array(stats->characters, room,
					      sizeof(*stats->characters));
	memset(stats->characters + stats->n_speakers, 0,
	       (room - stats->n_speakers) * sizeof(*stats->characters));
	stats->n_speakers = room;
}

/* Code points that are no white space. */
static uint64_t
count_characters(Slice text)
{
	uint64_t n = 0;
	size_t off = 0;

	while (off < text.len) {
		unsigned char c = (unsigned char)text.ptr[off];
		uint32_t cp = c;

		if (c < 0x80)
			off++;
		else
			off += utf8_decode(slice_sub(text, off, UTF8_MAX), &cp);
		n += !uni_is_space(cp);
	}
	return n;
}

static void
count_para(Stats *stats, const Document *doc, ParaId id)
{
	const Para *para = doc_para(doc, id);
	SpeakerId ids[64];
	uint64_t n;
	uint32_t n_ids;

	if (para->turn == DOC_NONE || para->kind == PARA_DIRECTION ||
	    para_is_translation(para))
		return;
	shown_build(&stats->shown, doc, id);
	n = count_characters(stats->shown.text);
	n_ids = doc_turn_speakers(doc, para->turn, ids, 64);
	for (uint32_t i = 0; i < n_ids && i < 64; i++) {
		stats->characters[ids[i]] += n;
		stats->total += n;
	}
}

Progress
stats_step(Stats *stats, const Document *doc, Deadline deadline)
{
	uint32_t n = doc_n_paras(doc);

	if (stats->doc != doc)
		restart(stats, doc);
	make_room(stats, doc_n_speakers(doc));
	while (stats->next < n) {
		ParaId after = doc_para_next(doc, stats->next);

		if (after == DOC_NONE && !doc->complete)
			return PROGRESS_BLOCKED;
		count_para(stats, doc, stats->next);
		stats->next = after == DOC_NONE ? n : after;
		if (deadline_passed(deadline))
			return PROGRESS_MORE;
	}
	return doc->complete ? PROGRESS_DONE : PROGRESS_BLOCKED;
}

uint64_t
stats_characters(const Stats *stats, SpeakerId speaker)
{
	return speaker < stats->n_speakers ? stats->characters[speaker] : 0;
}

double
stats_share(const Stats *stats, SpeakerId speaker)
{
	if (stats->total == 0)
		return 0;
	return (double)stats_characters(stats, speaker) /
	       (double)stats->total;
}
