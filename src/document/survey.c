#include "document/survey.h"

#include "text/uni.h"

Survey *
survey_new(void)
{
	Survey *survey = mem_zalloc(sizeof(*survey));

	arena_init(&survey->arena);
	vec_init(&survey->candidates, sizeof(Candidate));
	names_init(&survey->by_name);
	names_init(&survey->hints);
	survey->last = DOC_NONE;
	return survey;
}

void
survey_free(Survey *survey)
{
	if (survey == NULL)
		return;
	names_done(&survey->hints);
	names_done(&survey->by_name);
	vec_done(&survey->candidates);
	arena_done(&survey->arena);
	mem_free(survey);
}

Slice
survey_fold(Arena *arena, Slice name)
{
	Slice folded;
	Buf buf;

	buf_init(&buf, SIZE_MAX);
	uni_fold_case(name, &buf);
	folded = arena_copy(arena, buf_slice(&buf));
	buf_done(&buf);
	return folded;
}

void
survey_hint(Survey *survey, Slice name)
{
	name = slice_trim(name);
	if (name.len > 0 && name.len <= 4 * NAME_CHARS_MAX)
		names_put(&survey->hints, survey_fold(&survey->arena, name), 0);
}

NameWhy
survey_why(const Label *label)
{
	NameWhy why = label->form == LABEL_FORMAL ? NAME_WHY_FORMAL
						  : name_why(label->name);

	if (name_why_look(why) == NAME_NOT && label->alias.len > 0)
		why = name_why(label->base);
	return why;
}

static uint32_t
add_candidate(Survey *survey, const Label *label, uint32_t line_no)
{
	NameWhy why = survey_why(label);
	NameLook look = name_why_look(why);
	bool hinted = false;
	Candidate *candidate;

	if (survey->hints.count > 0)
		hinted = names_get(&survey->hints,
				   survey_fold(&survey->arena, label->base)) !=
			 DOC_NONE;
	if ((look == NAME_NOT && !hinted && !name_is_pseudo(label->name)) ||
	    survey->candidates.count >= SURVEY_NAMES_MAX)
		return DOC_NONE;
	candidate = vec_push(&survey->candidates);
	candidate->name = arena_copy(&survey->arena, label->name);
	candidate->base = slice_sub(candidate->name, 0, label->base.len);
	candidate->alias = arena_copy(&survey->arena, label->alias);
	candidate->why = why;
	candidate->look = look;
	candidate->hinted = hinted;
	candidate->first_line = line_no;
	names_put(&survey->by_name, candidate->name,
		  (uint32_t)survey->candidates.count - 1);
	return (uint32_t)survey->candidates.count - 1;
}

void
survey_line(Survey *survey, Slice line, uint32_t line_no, SurveyPlace place)
{
	bool starts = place == SURVEY_STARTS;
	Candidate *candidate;
	Label label;
	uint32_t id;

	survey->units += starts;
	if (!label_propose(line, place == SURVEY_HEADING, &label))
		return;
	id = names_get(&survey->by_name, label.name);
	if (id == DOC_NONE)
		id = add_candidate(survey, &label, line_no);
	if (id == DOC_NONE)
		return;
	candidate = vec_at(&survey->candidates, id);
	candidate->slips += label.slip;
	if (label.slip)
		return;
	candidate->lines[label.form]++;
	candidate->switches += survey->last != id;
	survey->last = id;
	/* A label alone on its line is one with the paragraph behind it. */
	if (label.text >= line.len)
		survey->units -= starts;
	else
		survey->units += !starts;
}

const Candidate *
survey_candidate(const Survey *survey, uint32_t i)
{
	return vec_at(&survey->candidates, i);
}
