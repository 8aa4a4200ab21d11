#include "document/survey.h"

#include <string.h>

#include "document/direction.h"
#include "document/listing.h"
#include "document/marked.h"
#include "document/several.h"
#include "document/shown.h"
#include "document/spoken.h"
#include "document/survey_order.h"
#include "document/timestamp.h"
#include "text/uni.h"
#include "text/utf8.h"

Survey *
survey_new(void)
{
	Survey *survey = mem_zalloc(sizeof(*survey));

	arena_init(&survey->arena);
	vec_init(&survey->candidates, sizeof(Candidate));
	names_init(&survey->by_name);
	names_init(&survey->hints);
	vec_init(&survey->named, sizeof(Slice));
	names_init(&survey->stated);
	names_init(&survey->listed);
	vec_init(&survey->people, sizeof(Slice));
	vec_init(&survey->sequence, sizeof(Unit));
	survey->block = UNIT_BLOCK_END;
	survey->order = (SurveyOrder){ DOC_NONE, DOC_NONE };
	survey->dashed = survey->names = survey->order;
	survey->alone = DOC_NONE;
	survey->pending = DOC_NONE;
	return survey;
}

void
survey_free(Survey *survey)
{
	if (survey == NULL)
		return;
	vec_done(&survey->people);
	names_done(&survey->listed);
	names_done(&survey->stated);
	vec_done(&survey->named);
	vec_done(&survey->sequence);
	names_done(&survey->hints);
	names_done(&survey->by_name);
	vec_done(&survey->candidates);
	arena_done(&survey->arena);
	mem_free(survey);
}

/* Appends `name` in ASCII where it is full-width, without blanks. */
static void
append_plain(Slice name, Buf *out)
{
	char utf8[UTF8_MAX];
	uint32_t cp;

	for (size_t i = 0; i < name.len;) {
		i += utf8_decode(slice_sub(name, i, UTF8_MAX), &cp);
		if (cp >= 0xFF01 && cp <= 0xFF5E)
			cp -= 0xFEE0;
		if (uni_is_space(cp) || cp == 0x200B || cp == 0xFEFF)
			continue;
		if (cp == 0x2018 || cp == 0x2019 || cp == 0x2BC || cp == 0xB4 ||
		    cp == '`')
			cp = '\'';
		if (cp == 0x30FB || cp == 0x2027 || cp == 0x2022)
			cp = 0xB7;
		buf_append(out, (Slice){ utf8, utf8_encode(cp, utf8) });
	}
}

Slice
survey_fold(Arena *arena, Slice name)
{
	Slice folded;
	Buf plain, buf;

	buf_init(&plain, SIZE_MAX);
	buf_init(&buf, SIZE_MAX);
	append_plain(name, &plain);
	uni_fold_case(buf_slice(&plain), &buf);
	folded = arena_copy(arena, buf_slice(&buf));
	buf_done(&buf);
	buf_done(&plain);
	return folded;
}

/* What stands behind a label: words, and how the first of them sound. */
static void
hear(Candidate *candidate, Slice text)
{
	Spoken sound;

	candidate->speaks = true;
	if (candidate->heard == SURVEY_HEARD_MAX)
		return;
	sound = spoken_sounds(text);
	candidate->heard++;
	candidate->says += sound == SPOKEN_SAYS;
	candidate->asks += sound == SPOKEN_ASKS;
}

/* A time alone on its line belongs to what follows. */
static bool
is_time(Slice line)
{
	uint32_t ms;
	size_t len;

	if (!timestamp_may_begin(line, TIMESTAMP_BRACKET | TIMESTAMP_BARE))
		return false;
	len = timestamp_skip(line, &ms);
	if (len == 0)
		return timestamp_is_line(line, &ms);
	return slice_trim(slice_sub(line, len, SIZE_MAX)).len == 0;
}

static bool
begins_with_time(Slice line)
{
	uint32_t ms;
	bool is_clock;

	return timestamp_skip_before(slice_trim_start(line), &ms, &is_clock) > 0;
}

/* Words that belong to the label before. */
static void
read_words(Survey *survey, Slice line)
{
	Candidate *candidate;

	if (survey->pending == DOC_NONE || is_time(line))
		return;
	candidate = vec_at(&survey->candidates, survey->pending);
	/* Where all lines have their times, none belongs to the one before. */
	if (candidate->lines[LABEL_CLOCKED] == 0 || !begins_with_time(line))
		hear(candidate, line);
	survey->pending = DOC_NONE;
}

void
survey_block(Survey *survey, Slice line, uint32_t line_no)
{
	if (line_no <= SURVEY_LISTED_LINES)
		survey_listing(survey, line);
	survey->alone = DOC_NONE;
	read_words(survey, line);
}

void
survey_marked(Survey *survey, Slice line, uint32_t line_no, SurveyPlace place)
{
	size_t marks = 0;

	line = slice_trim_start(line);
	while (marks < line.len && line.ptr[marks] == '>')
		marks++;
	survey->quotes += marks == 1;
	survey->changes += marks == 2;
	survey->topics += marks > 2;
	if (marks > 1) {
		survey_line(survey, slice_trim(slice_sub(line, marks, SIZE_MAX)),
			    line_no, SURVEY_MARKED);
		return;
	}
	survey->units += place == SURVEY_STARTS;
	survey_item(survey, line, line_no);
}

/* `Ann/Bob`: no name, but each part of it may be one. */
static bool
are_names(Slice names)
{
	Slice parts[SURVEY_VOICES_MAX];
	uint32_t n = several_split(names, parts, SURVEY_VOICES_MAX);

	for (uint32_t i = 0; n > 1 && i < n; i++)
		if (name_look(parts[i]) < NAME_PLAUSIBLE)
			return false;
	return n > 1;
}

NameWhy
survey_why(const Label *label)
{
	NameWhy why, base;

	if (label->form == LABEL_STROKE)
		return NAME_WHY_UNKNOWN;
	why = label->form == LABEL_FORMAL ? NAME_WHY_FORMAL
					  : name_why(label->name);

	/* What nobody else is called, some are on the net: `nick|away`. */
	if (label->form == LABEL_ENCLOSED && why == NAME_WHY_PUNCTUATION &&
	    slice_find(label->name, SLICE(" ")) == SIZE_MAX)
		return NAME_WHY_WORD;
	/* A number in parentheses counts what follows: `Ann Lee (5):`. */
	if (why == NAME_WHY_COUNT || label->alias.len == 0)
		return why;
	base = name_why(label->base);
	return name_why_look(why) < name_why_look(base) ? base : why;
}

/* Where a name stands among the refused, or would. */
static Refused *
refused_slot(Survey *survey, Slice name)
{
	return &survey->refused[slice_hash(name) % SURVEY_REFUSED_SLOTS];
}

static bool
is_refused(Survey *survey, Slice name)
{
	const Refused *slot = refused_slot(survey, name);

	return slot->len > 0 && slice_eq((Slice){ slot->name, slot->len }, name);
}

static void
refuse(Survey *survey, Slice name)
{
	Refused *slot = refused_slot(survey, name);

	if (name.len > SURVEY_REFUSED_BYTES)
		return;
	slot->len = (uint8_t)name.len;
	memcpy(slot->name, name.ptr, name.len);
}

static uint32_t
add_candidate(Survey *survey, const Label *label)
{
	NameWhy why;
	NameLook look;
	bool hinted;
	Candidate *candidate;

	if (survey->candidates.count >= SURVEY_NAMES_MAX ||
	    (label->form != LABEL_FORMAL && label->form != LABEL_HEADING &&
	     label->form != LABEL_STROKE &&
	     is_refused(survey, label->name)))
		return DOC_NONE;
	why = survey_why(label);
	look = name_why_look(why);
	hinted = survey_is_hinted(survey, label->base);
	if (look == NAME_NOT && !hinted && !name_is_pseudo(label->name) &&
	    !are_names(label->name) &&
	    (label->form != LABEL_HEADING || why == NAME_WHY_STOP)) {
		refuse(survey, label->name);
		return DOC_NONE;
	}
	candidate = vec_push(&survey->candidates);
	candidate->name = arena_copy(&survey->arena, label->name);
	candidate->base = slice_sub(candidate->name, 0, label->base.len);
	candidate->alias = arena_copy(&survey->arena, label->alias);
	candidate->letters = letters_of(candidate->name);
	candidate->why = why;
	candidate->look = look;
	candidate->hinted = hinted;
	candidate->first_line = UINT32_MAX;
	candidate->first_block = UINT32_MAX;
	candidate->next = DOC_NONE;
	names_put(&survey->by_name, candidate->name,
		  (uint32_t)survey->candidates.count - 1);
	return (uint32_t)survey->candidates.count - 1;
}

/* True where no unit is noted any more. */
static bool
is_full(const Survey *survey)
{
	return survey->sequence.count >= SURVEY_UNITS_MAX;
}

static void
add_unit(Survey *survey, UnitKind kind, uint32_t candidate, Letters letters)
{
	Unit *unit;

	if (is_full(survey))
		return;
	unit = vec_push(&survey->sequence);
	unit->kind = (unsigned)kind & 7u;
	unit->letters = (unsigned)letters & 15u;
	unit->candidate = candidate & 0x1FFFFFFu;
	survey->in_letters[letters]++;
	if (letters == LETTERS_NONE)
		return;
	survey->alternations += letters != survey->before;
	survey->before = letters;
}

void
survey_details(Survey *survey, UnitKind kind)
{
	survey->block = kind;
	survey->blocks += kind == UNIT_BLOCK;
	add_unit(survey, kind, 0, LETTERS_NONE);
}

/* A paragraph without a label; those of a translation are not counted. */
static void
add_text(Survey *survey, Slice line)
{
	bool inside = survey->block != UNIT_BLOCK_END;
	Letters letters;

	if (is_full(survey) && !inside) {
		survey->units++;
		return;
	}
	letters = letters_of(line);
	survey->units += !inside || (survey->block == UNIT_BLOCK &&
				     (letters == LETTERS_NONE ||
				      letters == survey->letters));
	if (!inside && letters != LETTERS_NONE)
		survey->letters = letters;
	if (!direction_is(line))
		add_unit(survey, UNIT_TEXT, 0, letters);
}

static void
add_label(Survey *survey, uint32_t candidate, Slice text)
{
	Letters letters;

	if (is_full(survey))
		return;
	letters = letters_of(text);
	if (survey->block == UNIT_BLOCK_END && letters != LETTERS_NONE)
		survey->letters = letters;
	add_unit(survey, UNIT_LABEL, candidate, letters);
}

/* The candidate of a label whose name holds escapes, entities or a link. */
static uint32_t
find_visible(Survey *survey, const Label *label)
{
	Label visible = *label;
	Shown shown;
	uint32_t id;

	shown_init(&shown);
	shown_build_source(&shown, label->name, PARA_TEXT, MARKUP_MARKDOWN);
	visible.name = slice_trim(shown.text);
	label_split(&visible);
	id = names_get(&survey->by_name, visible.name);
	if (id == DOC_NONE)
		id = add_candidate(survey, &visible);
	if (id != DOC_NONE)
		names_put(&survey->by_name,
			  arena_copy(&survey->arena, label->name), id);
	shown_done(&shown);
	return id;
}

/* The candidate of a label, new where its name is; DOC_NONE: it is none. */
static uint32_t
find_candidate(Survey *survey, const Label *label)
{
	uint32_t id = names_get(&survey->by_name, label->name);

	if (id != DOC_NONE)
		return id;
	if (memchr(label->name.ptr, '&', label->name.len) != NULL ||
	    memchr(label->name.ptr, '\\', label->name.len) != NULL ||
	    slice_find(label->name, SLICE("](")) != SIZE_MAX)
		return find_visible(survey, label);
	return add_candidate(survey, label);
}

void
survey_item(Survey *survey, Slice line, uint32_t line_no)
{
	Slice text = slice_sub(line, marked_block(line), SIZE_MAX);
	Candidate *candidate;
	Label label;
	uint32_t id;

	survey_block(survey, line, line_no);
	survey->items++;
	if (!label_propose(text, false, &label) || label.slip ||
	    label_is_word(&label))
		return;
	id = find_candidate(survey, &label);
	if (id == DOC_NONE)
		return;
	candidate = vec_at(&survey->candidates, id);
	candidate->lines[LABEL_BLOCK]++;
	if (label.text < text.len)
		hear(candidate, slice_sub(text, label.text, SIZE_MAX));
	if (candidate->first_block == UINT32_MAX)
		candidate->first_block = line_no;
}

/*
 * A name that stands alone is a label only by what stands right below it: text
 * below one in bold or of nobody known, else a time.  Other text below it is
 * counted apart.  Returns true where `line` is such a name.
 */
static bool
stands_alone(Survey *survey, LabelForm form, uint32_t id, Slice line,
	     SurveyPlace place)
{
	uint32_t before = survey->alone;
	LabelForm form_before = survey->alone_form;
	bool alone = id != DOC_NONE && (form == LABEL_BOLD_ALONE ||
					form == LABEL_NAME_ALONE), below;
	Candidate *candidate;

	survey->alone = alone && place == SURVEY_STARTS ? id : DOC_NONE;
	survey->alone_form = form;
	if (before == DOC_NONE || alone || place == SURVEY_HEADING)
		return alone;
	candidate = vec_at(&survey->candidates, before);
	below = form_before == LABEL_NAME_ALONE
			? is_time(line) || name_is_unknown(candidate->name)
			: place == SURVEY_INSIDE;
	candidate->lines[form_before + !below]++;
	if (!below || form_before == LABEL_BOLD_ALONE)
		hear(candidate, line);
	else
		survey->pending = before;
	survey_follow(survey, &survey->names, before);
	return false;
}

/* Bare times alone on their lines, as they stand in what tools transcribe. */
static void
note_time(Survey *survey, Slice line)
{
	SurveyClock *clock = &survey->clock;
	uint32_t ms;

	if (!timestamp_is_line(line, &ms))
		return;
	if (clock->lines++ == 0)
		clock->first_ms = ms;
	clock->goes_back |= ms < clock->last_ms;
	clock->last_ms = ms;
}

/* A name right below its time. */
static void
add_below_time(Survey *survey, uint32_t id)
{
	Candidate *candidate = vec_at(&survey->candidates, id);

	candidate->lines[LABEL_NAME_ALONE]++;
	survey_follow(survey, &survey->names, id);
	survey->alone = DOC_NONE;
	survey->pending = id;
}

/* True before the first label of a document. */
static bool
is_preface(const Survey *survey)
{
	return survey->order.last == DOC_NONE &&
	       survey->dashed.last == DOC_NONE;
}

/* A heading that is a name: whoever stands below it speaks. */
static void
add_heading_name(Survey *survey, Candidate *candidate, uint32_t id)
{
	candidate->lines[LABEL_HEADING_NAME]++;
	candidate->speaks = true;
	survey_follow(survey, &survey->names, id);
}

static void
add_line(Survey *survey, uint32_t id, const Label *label, Slice line,
	 SurveyPlace place)
{
	Candidate *candidate = vec_at(&survey->candidates, id);
	Slice text = slice_sub(line, label->text,
			       line.len - label->text - label->tail);
	bool speaks = text.len > 0;

	candidate->slips += label->slip;
	if (speaks)
		hear(candidate, text);
	survey->pending = speaks ? DOC_NONE : id;
	if (label->slip)
		return;
	add_label(survey, id, text);
	if (is_preface(survey)) {
		survey->preface = survey->units;
		survey->preface_headings = survey->headings;
	}
	candidate->lines[label->form]++;
	candidate->inside += place == SURVEY_INSIDE;
	if (label->form == LABEL_PLAIN || label->form == LABEL_ENCLOSED) {
		candidate->timed += label->time_ms != UINT32_MAX;
		candidate->bare += !speaks;
	}
	survey_follow_label(survey, label->form, id);
	/* A label alone on its line is one with the paragraph behind it. */
	if (label->form == LABEL_BLOCK)
		survey->items++;
	else
		survey->units += speaks;
}

bool
survey_proposed(Survey *survey, Slice line, uint32_t line_no,
		SurveyPlace place, SurveyLabel *ret)
{
	Label *label = &ret->label;
	bool starts = place == SURVEY_STARTS || place == SURVEY_MARKED;
	Candidate *candidate;
	uint32_t id = DOC_NONE;
	bool alone, proposed;
	bool below = survey->time_no > 0 && survey->time_no + 1 == line_no;
	bool time = is_time(line);

	if (line_no <= SURVEY_LISTED_LINES)
		survey_listing(survey, line);
	survey->headings += place == SURVEY_HEADING;
	if (time)
		note_time(survey, line);
	/* Not one that stands below its name: what follows is text. */
	if (time && survey->alone == DOC_NONE)
		survey->time_no = line_no;
	label->form = LABEL_PLAIN;
	proposed = label_propose(line, place == SURVEY_HEADING, label) &&
		   !(place == SURVEY_MARKED && label_is_word(label));
	if (proposed) {
		if (place == SURVEY_MARKED)
			label->form = LABEL_CAPTION;
		if (!listing_is_credit(label->name,
				       slice_sub(line, label->text, SIZE_MAX),
				       is_preface(survey)))
			id = find_candidate(survey, label);
	}
	ret->candidate = id;
	alone = stands_alone(survey, label->form, id, line, place);
	if ((id == DOC_NONE || alone) && place != SURVEY_HEADING)
		read_words(survey, line);
	if (starts && (id == DOC_NONE || label->slip || alone) && !time)
		add_text(survey, line);
	if (id == DOC_NONE)
		return proposed;
	candidate = vec_at(&survey->candidates, id);
	if (candidate->first_line == UINT32_MAX)
		candidate->first_line = line_no;
	if (alone) {
		candidate->speaks = true;
		if (below && label->form == LABEL_NAME_ALONE)
			add_below_time(survey, id);
	} else if (label->form == LABEL_HEADING_NAME)
		add_heading_name(survey, candidate, id);
	else
		add_line(survey, id, label, line, place);
	return proposed;
}

const Candidate *
survey_candidate(const Survey *survey, uint32_t i)
{
	return vec_at(&survey->candidates, i);
}
