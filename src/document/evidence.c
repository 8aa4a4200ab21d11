/*
 * How it is weighed.  Each distinct proposed name is a candidate with its
 * lines by form.  A form is established where its candidates together carry
 * enough of the document; then every candidate of that form that can be a name
 * at all is taken, singletons too where they look like one.
 */
#include "document/evidence_inner.h"

#include "document/alias.h"
#include "document/name.h"
#include "document/several.h"

#define LIST_NAMES 4	/* so many names of which few come back are a list */
#define RECORD_NAMES 3	/* so many in one order again and again are keys */
#define VARIANTS_MAX 32	/* names that are looked at for a second name of one */
#define DENSE_PERCENT 60	/* paragraphs with labels in a mere dialogue */
#define SEVERAL_BASES (DOC_NONE - 1)	/* more than one candidate has it */

/* What speaks for a form, summed over its candidates. */
typedef struct Weight {
	uint32_t names;		/* strong or hinted ones */
	uint32_t lines;		/* of them */
	uint32_t repeated;	/* of these names, with two lines or more */
	uint32_t hinted;	/* lines of hinted names */
	uint32_t other_names;	/* plausible or weak, repeated */
	uint32_t other_lines;	/* of them */
	uint32_t other_switches;
	uint32_t plausible;	/* lines of plausible names */
	uint32_t plausible_names;
	uint32_t returns;	/* how often a name comes again behind others */
	uint32_t roles;		/* names that are a role's */
	uint32_t comebacks;	/* lines of names that stood before */
	uint32_t row_lines;	/* of these, in one fixed order … */
	uint32_t row_names;	/* … of so many names */
	bool variants;		/* some are called in two ways */
} Weight;

static void
weigh_candidate(const Survey *survey, const Candidate *candidate,
		LabelForm form, Weight *weight)
{
	uint32_t lines = candidate->lines[form];

	if (lines == 0 || name_is_pseudo(candidate->name) ||
	    (candidate->look == NAME_NOT && !candidate->hinted))
		return;
	weight->returns += candidate->switches > 1 ? candidate->switches - 1
						   : 0;
	weight->roles += name_is_role(candidate->name);
	weight->comebacks += lines - 1;
	weight->row_lines += candidate->same_next;
	weight->row_names += candidate->same_next > 0;
	if (candidate->look == NAME_STRONG || candidate->hinted) {
		weight->names++;
		weight->lines += lines;
		weight->repeated += lines > 1;
		weight->hinted += candidate->hinted ? lines : 0;
		return;
	}
	if (candidate->look == NAME_PLAUSIBLE) {
		weight->plausible += lines;
		weight->plausible_names++;
	}
	if (lines > 1) {
		weight->other_names++;
		weight->other_lines += lines;
		weight->other_switches += candidate->switches < lines
						  ? candidate->switches
						  : lines;
	}
}

static Slice
first_word(const Candidate *candidate)
{
	return slice_sub(candidate->name, 0,
			 slice_find(candidate->name, SLICE(" ")));
}

/* True where two names begin with the same word: `Ann Lee`, `Ann`. */
static bool
has_variants(const Survey *survey)
{
	size_t n = survey->candidates.count;

	if (n > VARIANTS_MAX)
		n = VARIANTS_MAX;
	for (uint32_t i = 0; i < n; i++)
		for (uint32_t j = 0; j < i; j++)
			if (slice_eq_nocase(
				    first_word(survey_candidate(survey, i)),
				    first_word(survey_candidate(survey, j))))
				return true;
	return false;
}

/* True where `part` of `whole` is at least `percent`. */
static bool
covers(uint32_t part, uint32_t whole, uint32_t percent)
{
	return (uint64_t)part * 100 >= (uint64_t)whole * percent;
}

/*
 * Who talks comes back, and not always behind the same one: many names, most at
 * one place, are a list of terms; names in one order again and again, records.
 */
static bool
is_list(const Weight *w)
{
	uint32_t names = w->names + w->plausible_names;

	if (w->hinted > 0 || w->roles > 0)
		return false;
	if (w->row_names >= (w->repeated > 0 ? LIST_NAMES : RECORD_NAMES) - 1 &&
	    covers(w->row_lines, w->comebacks, 75))
		return true;
	return names >= LIST_NAMES && !w->variants &&
	       w->returns < (names + 3) / LIST_NAMES;
}

/*
 * Enough of the document hangs on the form: two repeated good names on a
 * twentieth of the paragraphs; a few good names on a quarter of them; names that the
 * front matter gives; plausible names on nearly all, one of which comes again
 * (else it is a list of terms); or words that only might be names but take
 * turns through most of the text.
 */
static FormWhy
weigh_form(const Weight *w, uint32_t units)
{
	uint32_t known = w->lines + w->plausible;

	if (is_list(w))
		return FORM_WHY_LIST;
	if (w->repeated >= 2 && covers(w->lines, units, 5))
		return FORM_WHY_REPEATED;
	if (w->hinted >= 2 && covers(w->lines, units, 5))
		return FORM_WHY_HINTED;
	if (w->hinted >= 1 && known >= 2 && covers(known, units, 25))
		return FORM_WHY_HINTED_ONE;
	if (w->lines >= 2 && covers(w->lines, units, 25))
		return FORM_WHY_COVERS;
	if (w->lines == 1 && covers(w->lines, units, 90))
		return FORM_WHY_ONE;
	if (known >= 2 && w->names + w->plausible_names >= 2 &&
	    (w->names > 0 || w->plausible_names == 2 ||
	     known > w->plausible_names) &&
	    covers(known, units, 60))
		return FORM_WHY_PLAUSIBLE;
	if (w->names + w->other_names >= 2 &&
	    covers(w->lines + w->other_lines, units, 15) &&
	    w->other_lines >= 6 &&
	    covers(w->other_switches, w->other_lines, 60) &&
	    covers(w->plausible + w->lines, w->other_lines, 50))
		return FORM_WHY_TURNS;
	if (w->other_names >= 2 && covers(w->other_lines, units, 60) &&
	    covers(w->other_switches, w->other_lines, 70))
		return FORM_WHY_TURNS_MOST;
	return FORM_WHY_WEAK;
}

/*
 * Several `>>` on a fair share of the text, and hardly any `>`: with these they
 * are quotes inside quotes; with `>>>` alone, what was typed at a prompt.
 */
static bool
are_captions(const Survey *survey)
{
	return survey->changes >= 3 && survey->topics <= survey->changes &&
	       survey->quotes <= survey->changes / 8 &&
	       covers(survey->changes, survey->units, 10);
}

static void
establish_forms(Rules *rules)
{
	const Survey *survey = rules->survey;

	rules->captions = are_captions(survey);
	for (unsigned form = 0; form < LABEL_FORMS; form++) {
		Weight weight = { 0 };

		for (uint32_t i = 0; i < survey->candidates.count; i++)
			weigh_candidate(survey, survey_candidate(survey, i),
					(LabelForm)form, &weight);
		weight.variants = weight.names > 0 && has_variants(survey);
		rules->form_why[form] = weigh_form(&weight, survey->units);
		if (form == LABEL_CAPTION)
			rules->form_why[form] = rules->captions
							? FORM_WHY_CAPTIONS
							: FORM_WHY_WEAK;
		rules->established[form] =
			rules->form_why[form] > FORM_WHY_WEAK;
		rules->dense[form] = covers(weight.lines + weight.plausible,
					    survey->units, DENSE_PERCENT);
	}
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
		return RULES_WHY_FORM;
	if (candidate->hinted)
		return RULES_WHY_HINTED;
	if (candidate->look == NAME_STRONG)
		return RULES_WHY_NAME;
	if (candidate->look == NAME_NOT)
		return RULES_WHY_NOT_A_NAME;
	if (candidate->look != NAME_PLAUSIBLE)
		return lines > 2 ? RULES_WHY_OFTEN : RULES_WHY_RARE;
	if (lines > plain)
		return RULES_WHY_MARKED;
	if (lines > 1)
		return RULES_WHY_REPEATED;
	return rules->dense[LABEL_PLAIN] ? RULES_WHY_DENSE : RULES_WHY_ONCE;
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
 * stands by itself too; else the parenthesis tells persons apart.
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
	if (bare == NULL && alias == NULL)
		return;
	ruling->speaker = candidate->base;
	ruling->alias = candidate->alias;
	if (bare == NULL && alias != NULL) {
		uint32_t id = names_get(&rules->survey->by_name, alias->name);

		rules->rulings[id].speaker = candidate->base;
		rules->rulings[id].alias = alias->name;
	}
}

/* Somebody by himself: he speaks alone too, or the front matter names him. */
static bool
is_somebody(const Rules *rules, Slice name)
{
	return taken_by_name(rules, name) != NULL ||
	       survey_is_hinted(rules->survey, name);
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
