/*
 * How lines are read by the rules that evidence.c made.  A label is judged by
 * its form and by the ruling on its name; nothing is weighed again.
 */
#include "document/evidence_inner.h"

#include <string.h>

#include "document/several.h"
#include "document/verb.h"

RulesForm
rules_form(const Rules *rules, LabelForm form)
{
	const Survey *survey = rules->survey;
	RulesForm ret = { .why = rules->form_why[form],
			  .established = rules->established[form] };

	for (uint32_t i = 0; i < rules->n_rulings; i++) {
		uint32_t lines = survey_candidate(survey, i)->lines[form];

		ret.lines += lines;
		ret.names += lines > 0;
	}
	return ret;
}

bool
rules_are_captions(const Rules *rules)
{
	return rules->captions;
}

bool
rules_take_times(const Rules *rules)
{
	return rules->times;
}

uint32_t
rules_first_line(const Rules *rules)
{
	return rules->first_line;
}

Slice
rules_speaker(const Rules *rules, uint32_t candidate)
{
	if (candidate >= rules->n_rulings)
		return (Slice){ NULL, 0 };
	return rules->rulings[candidate].speaker;
}

void
rules_take(Rules *rules, uint32_t candidate, RulesWhy why)
{
	Ruling *ruling = &rules->rulings[candidate];

	ruling->speaker = survey_candidate(rules->survey, candidate)->name;
	ruling->why = why;
}

/* The ruling on a name that was surveyed when the rules were made, or NULL. */
static const Ruling *
find_ruling(const Rules *rules, Slice name)
{
	uint32_t id = names_get(&rules->survey->by_name, name);

	return id < rules->n_rulings ? &rules->rulings[id] : NULL;
}

/* The speakers of a label that names several. */
static void
read_several(const Rules *rules, Slice names, RulesLabel *ret)
{
	Slice parts[RULES_VOICES_MAX];
	uint32_t n = several_split(names, parts, RULES_VOICES_MAX);

	for (uint32_t i = 0; i < n; i++) {
		const Ruling *ruling = find_ruling(rules, parts[i]);
		Slice person = survey_person(rules->survey, parts[i]);

		if (ruling != NULL && ruling->speaker.ptr != NULL)
			ret->speakers[ret->n_speakers++] = ruling->speaker;
		else if (person.len > 0)
			ret->speakers[ret->n_speakers++] = person;
		else if (survey_is_hinted(rules->survey, parts[i]))
			ret->speakers[ret->n_speakers++] = parts[i];
	}
}

/* True where the label is written as the document writes labels. */
static bool
is_usual(const Rules *rules, const Label *label)
{
	return rules->established[label->form] && !label->slip;
}

/* Why a name was not surveyed: it is none, or behind so many not looked at. */
static RulesWhy
why_unknown(const Rules *rules)
{
	return rules->survey->candidates.count < SURVEY_NAMES_MAX
		       ? RULES_WHY_NOT_A_NAME
		       : RULES_WHY_FULL;
}

/* A name that was surveyed only after the rules were made. */
static bool
read_new(const Rules *rules, const Label *label, uint32_t id, RulesLabel *ret)
{
	const Candidate *candidate;

	if (id == DOC_NONE) {
		ret->why = why_unknown(rules);
		return false;
	}
	candidate = survey_candidate(rules->survey, id);
	ret->candidate = id;
	ret->speakers[ret->n_speakers++] = candidate->name;
	if (!is_usual(rules, label))
		ret->why = label->slip ? RULES_WHY_SLIP : RULES_WHY_FORM;
	else if (candidate->look == NAME_STRONG)
		ret->why = RULES_WHY_NAME;
	else if (candidate->look != NAME_PLAUSIBLE)
		ret->why = RULES_WHY_RARE;
	else
		ret->why = label->form == LABEL_PLAIN ? RULES_WHY_ONCE
						      : RULES_WHY_MARKED;
	return ret->why >= RULES_WHY_TAKEN;
}

/* A chapter may be called as a speaker is: only a label's mark tells. */
static bool
has_mark(const Label *label)
{
	switch (label->form) {
	case LABEL_HEADING_NAME:
	case LABEL_BOLD_ALONE:
	case LABEL_LETTER:
	case LABEL_DASHED:
	case LABEL_STROKE:
		return false;
	case LABEL_NAME_ALONE:
		return name_is_unknown(label->name);
	default:
		return true;
	}
}

/* A form that is not established here counts for those who are known. */
static RulesWhy
judge_label(const Rules *rules, const Label *label, const Ruling *ruling)
{
	if (is_usual(rules, label))
		return ruling->why;
	if (!has_mark(label))
		return RULES_WHY_FORM;
	if (ruling->speaker.ptr != NULL)
		return label->slip ? RULES_WHY_SLIP_OF : RULES_WHY_KNOWN;
	return label->slip ? RULES_WHY_SLIP : RULES_WHY_FORM;
}

/* What the name of a label, this candidate's, means: as ruled, or new. */
static bool
read_candidate(const Rules *rules, const Label *label, uint32_t id,
	       RulesLabel *ret)
{
	const Ruling *ruling = id < rules->n_rulings ? &rules->rulings[id]
						     : NULL;

	ret->alias = SLICE("");
	ret->n_speakers = 0;
	ret->silent = ruling != NULL && ruling->silent;
	if (ruling == NULL)
		return read_new(rules, label, id, ret);
	ret->why = judge_label(rules, label, ruling);
	if (ret->why < RULES_WHY_TAKEN)
		return false;
	if (ruling->several) {
		read_several(rules, label->name, ret);
		return ret->n_speakers > 0;
	}
	ret->candidate = id;
	ret->speakers[ret->n_speakers++] = ruling->speaker;
	ret->alias = ruling->alias;
	return true;
}

/* The same of a name that is to be found. */
static bool
read_name(const Rules *rules, const Label *label, RulesLabel *ret)
{
	uint32_t id = names_get(&rules->survey->by_name, label->name);

	return read_candidate(rules, label, id, ret);
}

/* Begins what is said of a label; nobody is named yet. */
static void
start_label(RulesLabel *ret, size_t text, uint32_t time_ms)
{
	/* Not as a whole: most is room for speakers. */
	ret->speakers[0] = ret->alias = (Slice){ NULL, 0 };
	ret->n_speakers = 0;
	ret->candidate = DOC_NONE;
	ret->text = text;
	ret->tail = 0;
	ret->time_ms = time_ms;
	ret->indirect = ret->pseudo = ret->silent = ret->topic = false;
	ret->why = RULES_WHY_NONE;
}

static bool
read_indirect(const Rules *rules, Slice line, RulesLabel *ret)
{
	Slice text = slice_trim_start(line);

	for (uint32_t i = 0; i < rules->n_indirect; i++) {
		Label label;

		if (!slice_starts(text, rules->indirect[i]) ||
		    !verb_is_indirect(text, rules->indirect[i]))
			continue;
		label = (Label){ .form = LABEL_PLAIN,
				 .name = rules->indirect[i] };
		start_label(ret, 0, UINT32_MAX);
		ret->indirect = true;
		if (!read_name(rules, &label, ret))
			return false;
		ret->why = RULES_WHY_INDIRECT;
		return true;
	}
	return false;
}

bool
rules_take_blocks(const Rules *rules)
{
	return rules->established[LABEL_BLOCK];
}

/* `JN: John Neumann`: says who it is, and he says nothing. */
static bool
is_listing(Slice line, const RulesLabel *label)
{
	return label->alias.len > 0 && label->n_speakers == 1 &&
	       slice_eq(slice_trim(slice_sub(line, label->text, SIZE_MAX)),
			label->speakers[0]);
}

/* What a label that was proposed means. */
static bool
read_proposed(const Rules *rules, Slice line, const SurveyLabel *proposed,
	      RulesLabel *ret)
{
	const Label *label = &proposed->label;
	uint32_t id = proposed->candidate;

	start_label(ret, label->text, label->time_ms);
	ret->tail = label->tail;
	ret->pseudo = label->text >= line.len &&
		      rules->first_line != UINT32_MAX &&
		      name_is_pseudo(label->name);
	if (ret->pseudo) {
		ret->why = RULES_WHY_PSEUDO;
		return true;
	}
	if (id == DOC_NONE)
		id = names_get(&rules->survey->by_name, label->name);
	if (!read_candidate(rules, label, id, ret))
		return false;
	if (is_listing(line, ret))
		ret->why = RULES_WHY_LISTING;
	return ret->why != RULES_WHY_LISTING;
}

/* A line where no label stands. */
static bool
read_bare(const Rules *rules, Slice line, RulesLabel *ret)
{
	ret->why = RULES_WHY_NONE;
	return rules->n_indirect > 0 && read_indirect(rules, line, ret);
}

static bool
read_line(const Rules *rules, Slice line, RulesPlace place, RulesLabel *ret)
{
	SurveyLabel found = { .candidate = DOC_NONE };
	Label *label = &found.label;

	ret->why = RULES_WHY_NONE;
	if (!label_propose(line, place == RULES_HEADING, label) ||
	    ((place == RULES_BLOCK || place == RULES_MARKED) &&
	     label_is_word(label)))
		return place == RULES_LINE && read_bare(rules, line, ret);
	if (place == RULES_BLOCK)
		label->form = LABEL_BLOCK;
	if (place == RULES_MARKED)
		label->form = LABEL_CAPTION;
	return read_proposed(rules, line, &found, ret);
}

/* Where the `>` marks of a line begin, and how many they are. */
static size_t
change_at(Slice line, size_t *ret_marks)
{
	size_t off = line.len - slice_trim_start(line).len;

	*ret_marks = 0;
	while (off + *ret_marks < line.len && line.ptr[off + *ret_marks] == '>')
		++*ret_marks;
	return off;
}

/* True where a line of captions says that somebody else speaks. */
static bool
is_change(const Rules *rules, Slice line)
{
	size_t marks = 0;

	if (rules->captions)
		change_at(line, &marks);
	return marks >= 2;
}

/* `>> text`, `>> NAME: text`, `>>> text` in captions. */
static bool
read_change(const Rules *rules, Slice line, RulesLabel *ret)
{
	size_t marks, off = change_at(line, &marks);
	Slice rest;

	rest = slice_trim_start(slice_sub(line, off + marks, SIZE_MAX));
	off = line.len - rest.len;
	if (!read_line(rules, rest, RULES_MARKED, ret) || ret->indirect) {
		start_label(ret, 0, UINT32_MAX);
		ret->why = RULES_WHY_CHANGE;
		ret->speakers[ret->n_speakers++] = SLICE(RULES_UNNAMED);
	}
	ret->text += off;
	ret->topic = marks > 2;
	return true;
}

bool
rules_read(const Rules *rules, Slice line, RulesPlace place, RulesLabel *ret)
{
	return place == RULES_LINE && is_change(rules, line)
		       ? read_change(rules, line, ret)
		       : read_line(rules, line, place, ret);
}

bool
rules_read_proposed(const Rules *rules, Slice line,
		    const SurveyLabel *proposed, RulesLabel *ret)
{
	if (is_change(rules, line))
		return read_change(rules, line, ret);
	return proposed != NULL ? read_proposed(rules, line, proposed, ret)
				: read_bare(rules, line, ret);
}

/* True where both find the same speaker, or none, in a label. */
static bool
read_equal(const Rules *a, const Rules *b, const Label *label)
{
	RulesLabel in_a = { .alias = { NULL, 0 } };
	RulesLabel in_b = { .alias = { NULL, 0 } };
	bool is_a = read_name(a, label, &in_a);
	bool is_b = read_name(b, label, &in_b);

	if (!is_a || !is_b)
		return is_a == is_b;
	if (in_a.n_speakers != in_b.n_speakers)
		return false;
	for (uint32_t i = 0; i < in_a.n_speakers; i++)
		if (!slice_eq(in_a.speakers[i], in_b.speakers[i]))
			return false;
	return in_a.silent == in_b.silent && slice_eq(in_a.alias, in_b.alias);
}

/* The same of all labels of a candidate that were surveyed. */
static bool
candidate_equal(const Rules *a, const Rules *b, const Candidate *candidate)
{
	Label label = { .name = candidate->name };

	for (unsigned form = 0; form < LABEL_FORMS; form++) {
		label.form = (LabelForm)form;
		if (candidate->lines[form] > 0 && !read_equal(a, b, &label))
			return false;
	}
	label.form = LABEL_PLAIN;
	label.slip = true;
	return candidate->slips == 0 || read_equal(a, b, &label);
}

bool
rules_equal(const Survey *survey, const Rules *a, const Rules *b)
{
	if (memcmp(a->established, b->established, sizeof(a->established)) ||
	    a->n_indirect != b->n_indirect || a->captions != b->captions ||
	    a->times != b->times)
		return false;
	for (uint32_t i = 0; i < a->n_indirect; i++)
		if (!slice_eq(a->indirect[i], b->indirect[i]))
			return false;
	for (uint32_t i = 0; i < survey->candidates.count; i++)
		if (!candidate_equal(a, b, survey_candidate(survey, i)))
			return false;
	return true;
}
