#include "reading/outline.h"

#include "document/timestamp.h"
#include "reading/question.h"
#include "text/utf8.h"

#define SECTION_MS (10 * 60 * 1000)
#define SECTION_CHARS 3000
#define TIMED_CHARS_MAX (10 * SECTION_CHARS)	/* of a section with a time */
#define WORDS_PARAS 64		/* of a section, to find its first words in */

typedef struct Section {
	ParaId para;
	uint32_t time_ms;	/* the first in it; DOC_NONE: none so far */
} Section;

void
outline_init(Outline *outline)
{
	*outline = (Outline){ .highest = UINT16_MAX };
	vec_init(&outline->questions, sizeof(Question));
	vec_init(&outline->sections, sizeof(Section));
	shown_init(&outline->shown);
}

void
outline_done(Outline *outline)
{
	shown_done(&outline->shown);
	vec_done(&outline->sections);
	vec_done(&outline->questions);
}

void
outline_set_document(Outline *outline, const Document *doc)
{
	outline->doc = doc;
	outline->highest = UINT16_MAX;
	outline->next_chapter = 0;
	outline->next_turn = 0;
	outline->next_para = 0;
	outline->characters = 0;
	vec_clear(&outline->questions);
	vec_clear(&outline->sections);
}

static const Question *
question_at(const Outline *outline, size_t i)
{
	return vec_at(&outline->questions, i);
}

static Section *
section_at(const Outline *outline, size_t i)
{
	return vec_at(&outline->sections, i);
}

/* True where nobody goes on speaking into a paragraph. */
static bool
starts_something(const Document *doc, ParaId id)
{
	const Para *para = doc_para(doc, id);

	return para->turn == DOC_NONE
		|| doc_turn(doc, para->turn)->first == id;
}

/*
 * True where the next section begins with a paragraph.  Inside a turn it does
 * only when half as much again has passed.
 */
static bool
is_due(const Outline *outline, ParaId id)
{
	const Section *last;
	uint32_t ms = doc_para_start(outline->doc, id);
	unsigned half = starts_something(outline->doc, id) ? 2 : 3;

	if (outline->sections.count == 0)
		return true;
	last = section_at(outline, outline->sections.count - 1);
	if (last->time_ms == DOC_NONE || (ms != DOC_NONE && ms < last->time_ms))
		return outline->characters * 2 >= SECTION_CHARS * half;
	if (ms == DOC_NONE)
		return outline->characters * 2 >= TIMED_CHARS_MAX * half;
	return (uint64_t)(ms - last->time_ms) * 2 >= SECTION_MS * half;
}

static uint64_t
count_characters(const Document *doc, ParaId id)
{
	const Para *para = doc_para(doc, id);

	return utf8_count(text_slice(doc->text, para_off(para), para->len));
}

/* Takes in a paragraph that grows no more. */
static void
take_para(Outline *outline, ParaId id)
{
	const Document *doc = outline->doc;
	Section *last;

	if (outline->sections.count > 0 &&
	    para_is_translation(doc_para(doc, id)))
		return;
	if (!(doc_para(doc, id)->flags & PARA_PART) && is_due(outline, id)) {
		*(Section *)vec_push(&outline->sections) = (Section){
			.para = id,
			.time_ms = DOC_NONE,
		};
		outline->characters = 0;
	}
	last = section_at(outline, outline->sections.count - 1);
	if (last->time_ms == DOC_NONE)
		last->time_ms = doc_para_start(doc, id);
	outline->characters += count_characters(doc, id);
}

/* Takes in a turn that another one follows. */
static void
take_turn(Outline *outline, TurnId turn)
{
	Question question;

	if (question_find(outline->doc, turn, &outline->shown, &question))
		*(Question *)vec_push(&outline->questions) = question;
}

static void
take_levels(Outline *outline)
{
	uint32_t n = doc_n_chapters(outline->doc);

	while (outline->next_chapter < n) {
		ChapterId id = outline->next_chapter++;
		uint16_t level = doc_chapter(outline->doc, id)->level;

		if (level < outline->highest)
			outline->highest = level;
	}
}

Progress
outline_step(Outline *outline, Deadline deadline)
{
	const Document *doc = outline->doc;
	uint32_t paras = doc_n_paras(doc), turns = doc_n_turns(doc);

	take_levels(outline);
	if (!doc->complete && paras > 0)
		paras--;
	while (outline->next_turn + 1 < turns || outline->next_para < paras) {
		if (outline->next_turn + 1 < turns)
			take_turn(outline, outline->next_turn++);
		if (outline->next_para < paras)
			take_para(outline, outline->next_para++);
		if (deadline_passed(deadline))
			return PROGRESS_MORE;
	}
	return doc->complete ? PROGRESS_DONE : PROGRESS_BLOCKED;
}

/* What is listed at first, and what outline_switch() goes to. */
static OutlineKind
kind_of(const Outline *outline, bool other)
{
	bool chapters = doc_n_chapters(outline->doc) > 1;

	if (chapters && !other)
		return OUTLINE_CHAPTERS;
	if (outline->questions.count == 0 || (other && !chapters))
		return OUTLINE_SECTIONS;
	return OUTLINE_QUESTIONS;
}

OutlineKind
outline_kind(const Outline *outline)
{
	return kind_of(outline, outline->other);
}

bool
outline_switch(Outline *outline)
{
	if (kind_of(outline, false) == kind_of(outline, true))
		return false;
	outline->other = !outline->other;
	return true;
}

static uint32_t
count_of(const Outline *outline, OutlineKind kind)
{
	if (kind == OUTLINE_CHAPTERS)
		return doc_n_chapters(outline->doc);
	return (uint32_t)(kind == OUTLINE_QUESTIONS
			  ? outline->questions.count
			  : outline->sections.count);
}

uint32_t
outline_count(const Outline *outline)
{
	return count_of(outline, outline_kind(outline));
}

static ParaId
para_of(const Outline *outline, OutlineKind kind, uint32_t i)
{
	if (kind == OUTLINE_CHAPTERS)
		return doc_chapter(outline->doc, i)->first;
	return kind == OUTLINE_QUESTIONS ? question_at(outline, i)->para
		: section_at(outline, i)->para;
}

ParaId
outline_para(const Outline *outline, uint32_t i)
{
	return para_of(outline, outline_kind(outline), i);
}

uint32_t
outline_at(const Outline *outline, ParaId para)
{
	OutlineKind kind = outline_kind(outline);
	uint32_t low = 0, high = count_of(outline, kind);

	while (low < high) {
		uint32_t mid = low + (high - low) / 2;

		if (para_of(outline, kind, mid) <= para)
			low = mid + 1;
		else
			high = mid;
	}
	return low == 0 ? DOC_NONE : low - 1;
}

/* The paragraph that a section's first words are taken from. */
static ParaId
first_spoken(const Outline *outline, uint32_t i)
{
	const Document *doc = outline->doc;
	ParaId first = section_at(outline, i)->para, found = DOC_NONE;
	ParaId end = i + 1 < outline->sections.count
		? section_at(outline, i + 1)->para : outline->next_para;

	for (ParaId id = first; id < end && id - first < WORDS_PARAS; id++) {
		const Para *para = doc_para(doc, id);

		if (para->kind == PARA_DIRECTION ||
		    para->kind == PARA_HEADING || para_is_translation(para))
			continue;
		if (para->turn != DOC_NONE)
			return doc_para_head(doc, id);
		if (found == DOC_NONE)
			found = doc_para_head(doc, id);
	}
	return found != DOC_NONE ? found : first;
}

/* `12:13 first words` */
static void
section_title(const Outline *outline, uint32_t i, Buf *out)
{
	uint32_t time_ms = section_at(outline, i)->time_ms;

	if (time_ms != DOC_NONE) {
		timestamp_append(time_ms, out);
		buf_append_char(out, ' ');
	}
	shown_first_words(outline->doc, first_spoken(outline, i), out);
}

void
outline_title(const Outline *outline, uint32_t i, Buf *out, int *ret_depth)
{
	*ret_depth = 0;
	buf_clear(out);
	switch (outline_kind(outline)) {
	case OUTLINE_CHAPTERS:
		shown_chapter_title(outline->doc, i, out);
		if (doc_chapter(outline->doc, i)->level > outline->highest)
			*ret_depth = doc_chapter(outline->doc, i)->level
				- outline->highest;
		break;
	case OUTLINE_QUESTIONS:
		question_text(outline->doc, question_at(outline, i), out);
		break;
	case OUTLINE_SECTIONS:
		section_title(outline, i, out);
		break;
	}
}
