#include "formats/cue_run.h"

#include "base/items.h"
#include "text/utf8.h"

#define PAUSE_MS 2000	/* silence that begins a paragraph */
#define FULL_CHARS 400	/* a paragraph that ends with its sentence */
#define LONG_CHARS 1200	/* one that ends with its cue */

uint32_t
cue_run_later(uint32_t a_ms, uint32_t b_ms)
{
	if (a_ms == DOC_NONE || b_ms == DOC_NONE)
		return a_ms == DOC_NONE ? b_ms : a_ms;
	return a_ms > b_ms ? a_ms : b_ms;
}

/* True where a text ends a sentence; closing quotes may stand behind it. */
static bool
ends_sentence(Slice text)
{
	static const Slice closers[] = {
		{ "\"", 1 }, { "'", 1 }, { ")", 1 }, { "]", 1 },
		{ "”", 3 }, { "’", 3 }, { "」", 3 }, { "』", 3 }, { "）", 3 },
	};
	static const Slice marks[] = {
		{ ".", 1 }, { "!", 1 }, { "?", 1 }, { "…", 3 },
		{ "。", 3 }, { "！", 3 }, { "？", 3 },
	};
	size_t n = text.len + 1;

	while (text.len < n) {
		n = text.len;
		for (size_t i = 0; i < N_ITEMS(closers); i++)
			if (slice_ends(text, closers[i]))
				text.len -= closers[i].len;
	}
	for (size_t i = 0; i < N_ITEMS(marks); i++)
		if (slice_ends(text, marks[i]))
			return true;
	return false;
}

bool
cue_run_joins(const CueRun *run, const DraftPart *part)
{
	if (!run->open || !(part->flags & DRAFT_CUE) ||
	    part->kind != PARA_TEXT)
		return false;
	if (run->end_ms != DOC_NONE && part->start_ms != DOC_NONE &&
	    part->start_ms > run->end_ms &&
	    part->start_ms - run->end_ms >= PAUSE_MS)
		return false;
	if (run->chars >= LONG_CHARS)
		return false;
	return run->chars < FULL_CHARS || !run->ended;
}

void
cue_run_add(CueRun *run, const DraftPart *part, Slice text, bool joins)
{
	if (!joins) {
		run->chars = 0;
		run->end_ms = DOC_NONE;
	}
	run->open = part->flags & DRAFT_CUE && part->kind == PARA_TEXT;
	if (!run->open)
		return;
	run->chars += utf8_count(text);
	run->ended = ends_sentence(text);
	run->end_ms = cue_run_later(run->end_ms, part->end_ms);
}
