/*
 * How it is weighed.  Each distinct proposed name is a candidate with its
 * lines by form.  Where a form is established (weight.h), every candidate of
 * it that can be a name at all is taken, singletons too where they look like
 * one.
 */
#include "document/evidence_inner.h"

#include "document/alias.h"
#include "document/name.h"
#include "document/several.h"
#include "document/weight.h"

#define FIRST_MS (5 * 60 * 1000)	/* the first time of a transcript */
#define ANSWERING_MAX 4		/* who answer to questions behind strokes */
#define SEVERAL_BASES (DOC_NONE - 1)	/* more than one candidate has it */

/*
 * Several `>>` on a fair share of the text, and hardly any `>`: with these they
 * are quotes inside quotes; with `>>>` alone, what was typed at a prompt.
 */
static bool
are_captions(const Survey *survey)
{
	return survey->changes >= 3 && survey->topics <= survey->changes &&
	       survey->quotes <= survey->changes / 8 &&
	       weight_covers(survey->changes, survey->units, 10);
}

/* Those of a schedule do not begin with the first minutes. */
static bool
are_times(const SurveyClock *clock)
{
	return clock->lines >= 2 && !clock->goes_back &&
	       clock->first_ms < FIRST_MS;
}

/*
 * The forms that differ in their marks alone are weighed together where one of
 * them is none by itself; one without a mark only where all are none.
 */
static void
establish_mixed(Rules *rules)
{
	FormVerdict verdict = weight_mixed(rules->survey);
	bool any = rules->established[LABEL_BOLD_IN] ||
		   rules->established[LABEL_BOLD_OUT] ||
		   rules->established[LABEL_PLAIN];

	for (unsigned form = 0; form < LABEL_FORMS; form++) {
		if (verdict.why <= FORM_WHY_WEAK || rules->established[form] ||
		    (any && form == LABEL_PLAIN) ||
		    !weight_joins(rules->survey, (LabelForm)form))
			continue;
		rules->form_why[form] = verdict.why;
		rules->established[form] = true;
		rules->dense[form] = verdict.dense;
	}
}

/* A form on about as many lines as there are strokes, of a few who answer. */
static bool
answers_strokes(const Rules *rules, LabelForm form)
{
	uint32_t strokes = rules_form(rules, LABEL_STROKE).lines;
	RulesForm other = rules_form(rules, form);

	return form != LABEL_STROKE && other.names > 0 &&
	       other.names <= ANSWERING_MAX &&
	       weight_covers(other.lines, strokes, 75) &&
	       weight_covers(strokes, other.lines, 50);
}

/* Who asks behind strokes asks somebody: without names they are but quotes. */
static void
establish_strokes(Rules *rules)
{
	bool any = false;

	for (unsigned form = 0; form < LABEL_FORMS; form++)
		any |= form != LABEL_STROKE && rules->established[form];
	for (unsigned form = 0; form < LABEL_FORMS && !any; form++) {
		any = answers_strokes(rules, (LabelForm)form);
		rules->established[form] |= any;
		if (any)
			rules->form_why[form] = FORM_WHY_TURNS;
	}
	rules->established[LABEL_STROKE] = any;
	if (!any)
		rules->form_why[LABEL_STROKE] = FORM_WHY_WEAK;
}

static void
establish_forms(Rules *rules)
{
	rules->captions = are_captions(rules->survey);
	for (unsigned form = 0; form < LABEL_FORMS; form++) {
		FormVerdict verdict = weight_form(rules->survey,
						  (LabelForm)form);

		if (form == LABEL_CAPTION)
			verdict.why = rules->captions ? FORM_WHY_CAPTIONS
						      : FORM_WHY_WEAK;
		rules->form_why[form] = verdict.why;
		rules->established[form] = verdict.why > FORM_WHY_WEAK;
		rules->dense[form] = verdict.dense;
	}
	establish_mixed(rules);
	if (rules->established[LABEL_STROKE])
		establish_strokes(rules);
	/* `### 科長：王明` among `### 王明：` */
	if (rules->established[LABEL_HEADING] &&
	    !rules->established[LABEL_HEADING_ROLE]) {
		rules->established[LABEL_HEADING_ROLE] = true;
		rules->form_why[LABEL_HEADING_ROLE] =
			rules->form_why[LABEL_HEADING];
	}
	rules->times = rules->established[LABEL_NAME_ALONE] ||
		       are_times(&rules->survey->clock);
	rules->established[LABEL_BOLD_ALONE] |=
		rules->established[LABEL_BOLD_ABOVE];
	rules->established[LABEL_NAME_ALONE] |=
		rules->established[LABEL_NAME_ABOVE];
}

/* How the repeated names of plain labels are written. */
static void
count_styles(Rules *rules)
{
	const Survey *survey = rules->survey;

	for (uint32_t i = 0; i < survey->candidates.count; i++) {
		const Candidate *candidate = survey_candidate(survey, i);
		uint32_t lines = candidate->lines[LABEL_PLAIN];

		NameStyle style = name_style(candidate->name);

		if (lines < 2 || candidate->look < NAME_PLAUSIBLE ||
		    name_is_role(candidate->name))
			continue;
		rules->styled[style] += lines;
		rules->plain += lines;
		rules->timed += candidate->timed;
		rules->bare += candidate->bare;
		rules->initials += style == NAME_INITIALS;
	}
}

/* True where `percent` of the plain labels are written in a style. */
static bool
has_style(const Rules *rules, NameStyle style, uint32_t percent)
{
	uint32_t all = 0;

	for (unsigned i = 0; i < NAME_STYLES; i++)
		all += rules->styled[i];
	return all > 0 && weight_covers(rules->styled[style], all, percent);
}

/* It has a time, as nearly all others have. */
static bool
is_timed_like_all(const Rules *rules, const Candidate *candidate)
{
	return rules->plain > 2 && candidate->timed > 0 &&
	       weight_covers(rules->timed, rules->plain, 90);
}

/* Others have times, or stand alone on their lines: it does not. */
static bool
is_laid_out_otherwise(const Rules *rules, const Candidate *candidate)
{
	return rules->plain > 2 &&
	       ((candidate->timed == 0 &&
		 weight_covers(rules->timed, rules->plain, 90)) ||
		(candidate->bare == 0 &&
		 weight_covers(rules->bare, rules->plain, 90)));
}

/*
 * A plain label that stands once: `Code Samples` among initials is none, `Bob`
 * among first names is one.
 */
static RulesWhy
judge_once(const Rules *rules, const Candidate *candidate)
{
	if (name_is_role(candidate->name) || name_is_unknown(candidate->name))
		return RULES_WHY_NAME;
	if (is_laid_out_otherwise(rules, candidate))
		return RULES_WHY_ODD;
	if (name_style(candidate->name) != NAME_INITIALS &&
	    candidate->alias.len == 0 && rules->initials > 1 &&
	    has_style(rules, NAME_INITIALS, 80))
		return RULES_WHY_ODD;
	if (candidate->look == NAME_STRONG)
		return RULES_WHY_NAME;
	if (is_timed_like_all(rules, candidate))
		return RULES_WHY_MARKED;
	if (rules->dense[LABEL_PLAIN])
		return RULES_WHY_DENSE;
	if (has_style(rules, name_style(candidate->name), 30))
		return RULES_WHY_STYLE;
	return candidate->says > 0 ? RULES_WHY_SPEECH : RULES_WHY_ONCE;
}

/* The lines of a candidate in the established forms. */
static uint32_t
established_lines(const Rules *rules, const Candidate *candidate)
{
	uint32_t n = 0;

	for (unsigned form = 0; form < LABEL_FORMS; form++)
		if (rules->established[form])
			n += candidate->lines[form];
	return n;
}

/* Its lines in forms that nearly all the text has; of plain ones, none. */
static uint32_t
dense_lines(const Rules *rules, const Candidate *candidate)
{
	uint32_t n = 0;

	for (unsigned form = 0; form < LABEL_FORMS; form++)
		if (rules->dense[form] && form != LABEL_PLAIN)
			n += candidate->lines[form];
	return n;
}

/* `nvk`: a word in small letters. */
static bool
is_nick(Slice name)
{
	return name.len > 1 && name.ptr[0] >= 'a' && name.ptr[0] <= 'z';
}

/* A nick whose words are speech. */
static bool
speaks_as_nick(const Candidate *candidate)
{
	return is_nick(candidate->name) &&
	       candidate->says + candidate->asks > 0;
}

/* `Unknown Speaker` above what is said, where others are marked somehow. */
static bool
is_unknown_alone(const Rules *rules, const Candidate *candidate)
{
	bool marked = false;

	for (unsigned form = 0; form < LABEL_FORMS; form++)
		marked |= rules->established[form];
	return marked && candidate->lines[LABEL_NAME_ALONE] > 0 &&
	       name_is_unknown(candidate->name);
}

/*
 * In an established form: what looks like a name; a plausible one where the
 * form has a mark of its own, or comes again; what might be one, often.
 */
static RulesWhy
judge(const Rules *rules, const Candidate *candidate)
{
	uint32_t lines = established_lines(rules, candidate);
	uint32_t plain = rules->established[LABEL_PLAIN]
				 ? candidate->lines[LABEL_PLAIN]
				 : 0;

	if (lines == 0)
		return is_unknown_alone(rules, candidate) ? RULES_WHY_NAME
							  : RULES_WHY_FORM;
	if (candidate->hinted)
		return RULES_WHY_HINTED;
	if (candidate->look >= NAME_PLAUSIBLE && lines == 1 && plain == 1)
		return judge_once(rules, candidate);
	if (lines == candidate->lines[LABEL_BOLD_ABOVE] +
			     candidate->lines[LABEL_NAME_ABOVE] &&
	    lines == 1 && !name_is_role(candidate->name) &&
	    (candidate->look < NAME_STRONG || candidate->says == 0))
		return RULES_WHY_ONCE;
	if (candidate->look == NAME_STRONG)
		return RULES_WHY_NAME;
	if (rules->dense[LABEL_HEADING] && candidate->lines[LABEL_HEADING] > 0)
		return RULES_WHY_DENSE;
	if (candidate->look == NAME_NOT)
		return RULES_WHY_NOT_A_NAME;
	if (candidate->look == NAME_PLAUSIBLE ||
	    (rules->established[LABEL_ENCLOSED] &&
	     candidate->lines[LABEL_ENCLOSED] > 0))
		return lines > plain ? RULES_WHY_MARKED : RULES_WHY_REPEATED;
	if (lines > 2)
		return RULES_WHY_OFTEN;
	if (lines > 1 && rules->established[LABEL_PLAIN] &&
	    rules->dense[LABEL_PLAIN])
		return RULES_WHY_DENSE;
	if ((lines > 1 || plain == 0) && speaks_as_nick(candidate))
		return RULES_WHY_SPEECH;
	if (is_nick(candidate->name) && is_timed_like_all(rules, candidate))
		return RULES_WHY_MARKED;
	return lines > plain && is_nick(candidate->name) &&
			       dense_lines(rules, candidate) > 0
		       ? RULES_WHY_DENSE
		       : RULES_WHY_RARE;
}

static bool
is_taken(const Rules *rules, const Candidate *candidate)
{
	return judge(rules, candidate) >= RULES_WHY_TAKEN;
}

/* The taken candidate of a name, by itself or in another case. */
static const Candidate *
taken_by_name(const Rules *rules, Slice name)
{
	const Survey *survey = rules->survey;
	uint32_t id = names_get(&survey->by_name, name);
	const Candidate *candidate;

	if (id == DOC_NONE)
		return NULL;
	candidate = survey_candidate(survey, id);
	return is_taken(rules, candidate) ? candidate : NULL;
}

/* `觀眾（甲）` and `觀眾（乙）`: the parenthesis tells persons apart. */
static bool
tells_apart(const Rules *rules, const Candidate *candidate)
{
	return name_is_unknown(candidate->base) ||
	       (name_is_role(candidate->base) &&
		names_get(&rules->bases, candidate->base) == SEVERAL_BASES);
}

/*
 * `name（alias）` is one person with `name`, or with `alias`, where one of them
 * stands by itself too, or the front matter gives the name; else the parenthesis
 * tells persons apart.
 */
static void
rule_alias(Rules *rules, const Candidate *candidate, Ruling *ruling)
{
	const Candidate *bare = taken_by_name(rules, candidate->base);
	const Candidate *alias = taken_by_name(rules, candidate->alias);

	if (tells_apart(rules, candidate)) {
		if (alias != NULL) {
			ruling->speaker = alias->name;
			ruling->alias = candidate->name;
		}
		return;
	}
	if (bare == NULL && alias == NULL &&
	    !survey_is_hinted(rules->survey, candidate->base))
		return;
	ruling->speaker = candidate->base;
	ruling->alias = candidate->alias;
	if (bare == NULL && alias != NULL) {
		uint32_t id = names_get(&rules->survey->by_name, alias->name);

		rules->rulings[id].speaker = candidate->base;
		rules->rulings[id].alias = alias->name;
	}
}

/*
 * Somebody by himself: he speaks alone too, or the front matter names him, or
 * the text says whose initials they are.
 */
static bool
is_somebody(const Rules *rules, Slice name)
{
	return taken_by_name(rules, name) != NULL ||
	       survey_is_hinted(rules->survey, name) ||
	       survey_person(rules->survey, name).len > 0;
}

/* True where each part of the name is somebody by himself. */
static bool
is_several(const Rules *rules, const Candidate *candidate)
{
	Slice parts[RULES_VOICES_MAX];
	uint32_t n = several_split(candidate->name, parts, RULES_VOICES_MAX);

	for (uint32_t i = 0; i < n; i++)
		if (!is_somebody(rules, parts[i]))
			return false;
	return n > 1 && established_lines(rules, candidate) > 0;
}

/* Names that differ only in case are one speaker, called as at first. */
static void
merge_case(Rules *rules, Ruling *ruling, uint32_t id)
{
	Slice folded = survey_fold(&rules->arena, ruling->speaker);
	uint32_t first = names_get(&rules->folded, folded);

	if (first == DOC_NONE) {
		names_put(&rules->folded, folded, id);
		return;
	}
	if (!slice_eq(rules->rulings[first].speaker, ruling->speaker)) {
		if (ruling->alias.len == 0)
			ruling->alias = ruling->speaker;
		ruling->speaker = rules->rulings[first].speaker;
	}
}

static void
note_speaker(Rules *rules, const Candidate *candidate)
{
	if (candidate->first_line < rules->first_line)
		rules->first_line = candidate->first_line;
	if (rules_take_blocks(rules) &&
	    candidate->first_block < rules->first_line)
		rules->first_line = candidate->first_block;
	if (candidate->look == NAME_STRONG && candidate->alias.len == 0 &&
	    candidate->lines[LABEL_PLAIN] > 1 &&
	    rules->n_indirect < INDIRECT_NAMES_MAX)
		rules->indirect[rules->n_indirect++] = candidate->name;
}

/*
 * Initials and first names are speakers by their whole names, also where they
 * would not pass for names by themselves.
 */
static void
merge_short(Rules *rules)
{
	AliasName *names = mem_zalloc((rules->n_rulings + 1) * sizeof(*names));
	Slice parts[2];
	uint32_t n = 0;

	for (uint32_t i = 0; i < rules->n_rulings; i++) {
		const Candidate *candidate = survey_candidate(rules->survey, i);
		const Ruling *ruling = &rules->rulings[i];
		AliasName *name = &names[n];

		name->id = i;
		name->speaks = ruling->speaker.ptr != NULL;
		name->name = name->speaks ? ruling->speaker : candidate->name;
		n += established_lines(rules, candidate) > 0 &&
		     !ruling->several && several_split(name->name, parts, 2) == 1;
	}
	alias_merge(rules->survey, names, n);
	for (uint32_t i = 0; i < n; i++) {
		Ruling *ruling = &rules->rulings[names[i].id];

		if (slice_eq(names[i].person, names[i].name))
			continue;
		ruling->alias = names[i].name;
		ruling->speaker = names[i].person;
		if (!names[i].speaks)
			ruling->why = RULES_WHY_PART;
	}
	mem_free(names);
}

/* Notes which roles stand before parentheses more than once. */
static void
note_base(Rules *rules, const Candidate *candidate, uint32_t id)
{
	if (candidate->alias.len == 0)
		return;
	if (names_get(&rules->bases, candidate->base) != DOC_NONE)
		id = SEVERAL_BASES;
	names_put(&rules->bases, candidate->base, id);
}

/* What each candidate means; those with an alias once the others are known. */
static void
rule_candidates(Rules *rules)
{
	const Survey *survey = rules->survey;

	for (uint32_t i = 0; i < rules->n_rulings; i++) {
		const Candidate *candidate = survey_candidate(survey, i);

		rules->rulings[i].silent = !candidate->speaks;
		rules->rulings[i].several = is_several(rules, candidate);
		rules->rulings[i].why = rules->rulings[i].several
						? RULES_WHY_SEVERAL
						: judge(rules, candidate);
		if (rules->rulings[i].why < RULES_WHY_TAKEN)
			continue;
		rules->rulings[i].speaker = candidate->name;
		note_speaker(rules, candidate);
		note_base(rules, candidate, i);
	}
	for (uint32_t i = 0; i < rules->n_rulings; i++) {
		const Candidate *candidate = survey_candidate(survey, i);

		if (rules->rulings[i].speaker.ptr != NULL &&
		    candidate->alias.len > 0)
			rule_alias(rules, candidate, &rules->rulings[i]);
	}
	merge_short(rules);
	for (uint32_t i = 0; i < rules->n_rulings; i++)
		if (rules->rulings[i].speaker.ptr != NULL &&
		    !rules->rulings[i].several)
			merge_case(rules, &rules->rulings[i], i);
}

Rules *
evidence_decide(const Survey *survey)
{
	Rules *rules = mem_zalloc(sizeof(*rules));

	rules->survey = survey;
	rules->first_line = UINT32_MAX;
	rules->n_rulings = (uint32_t)survey->candidates.count;
	rules->rulings = mem_zalloc((rules->n_rulings + 1) * sizeof(Ruling));
	arena_init(&rules->arena);
	names_init(&rules->folded);
	names_init(&rules->bases);
	establish_forms(rules);
	count_styles(rules);
	rule_candidates(rules);
	return rules;
}

void
rules_free(Rules *rules)
{
	if (rules == NULL)
		return;
	names_done(&rules->bases);
	names_done(&rules->folded);
	arena_done(&rules->arena);
	mem_free(rules->rulings);
	mem_free(rules);
}
