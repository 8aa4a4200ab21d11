/*
 * How it is weighed.  Each distinct proposed name is a candidate with its
 * lines by form.  A form is established where its candidates together carry
 * enough of the document; then every candidate of that form that can be a name
 * at all is taken, singletons too where they look like one.
 */
#include "document/evidence.h"

#include <string.h>

#include "base/mem.h"
#include "document/name.h"

#define INDIRECT_NAMES_MAX 32	/* speakers whose indirect speech is found */
#define DENSE_PERCENT 60	/* paragraphs with labels in a mere dialogue */

/* What a candidate of the survey means by the rules. */
typedef struct Ruling {
	Slice speaker;		/* ptr NULL: no speaker */
	Slice alias;
	RulesWhy why;
	bool several;		/* the names of several, one by one */
} Ruling;

struct Rules {
	const Survey *survey;
	bool established[LABEL_FORMS];
	FormWhy form_why[LABEL_FORMS];
	bool dense[LABEL_FORMS];	/* on most of the paragraphs */
	Ruling *rulings;	/* by candidate */
	uint32_t n_rulings;
	NameTable folded;	/* folded name: the first candidate of it */
	Arena arena;
	Slice indirect[INDIRECT_NAMES_MAX];
	uint32_t n_indirect;
	uint32_t first_line;
};

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
} Weight;

static void
weigh_candidate(const Candidate *candidate, LabelForm form, Weight *weight)
{
	uint32_t lines = candidate->lines[form];

	if (lines == 0 || name_is_pseudo(candidate->name))
		return;
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

/* True where `part` of `whole` is at least `percent`. */
static bool
covers(uint32_t part, uint32_t whole, uint32_t percent)
{
	return (uint64_t)part * 100 >= (uint64_t)whole * percent;
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
	return w->lines + w->other_lines + w->plausible > 0 ? FORM_WHY_WEAK
							    : FORM_WHY_ABSENT;
}

static void
establish_forms(Rules *rules)
{
	const Survey *survey = rules->survey;

	for (unsigned form = 0; form < LABEL_FORMS; form++) {
		Weight weight = { 0 };

		for (uint32_t i = 0; i < survey->candidates.count; i++)
			weigh_candidate(survey_candidate(survey, i),
					(LabelForm)form, &weight);
		rules->form_why[form] = weigh_form(&weight, survey->units);
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

/*
 * `name（alias）` is one person with `name`, or with `alias`, where one of them
 * stands by itself too; else the parenthesis tells persons apart.
 */
static void
rule_alias(Rules *rules, const Candidate *candidate, Ruling *ruling)
{
	const Candidate *bare = taken_by_name(rules, candidate->base);
	const Candidate *alias = taken_by_name(rules, candidate->alias);

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

/* What stands between the names of several. */
static const Slice SEPARATORS[] = {
	{ "、", 3 }, { ", ", 2 }, { " and ", 5 }, { " & ", 3 }, { "&", 1 },
	{ "/", 1 }, { "和", 3 }, { "與", 3 }, { "与", 3 },
};

/* The first separator in `names`; its offset, or SIZE_MAX. */
static size_t
find_separator(Slice names, size_t *ret_len)
{
	size_t best = SIZE_MAX;

	for (size_t i = 0; i < sizeof(SEPARATORS) / sizeof(*SEPARATORS); i++) {
		size_t at = slice_find(names, SEPARATORS[i]);

		if (at < best) {
			best = at;
			*ret_len = SEPARATORS[i].len;
		}
	}
	return best;
}

/* The names of several in one label; at most RULES_VOICES_MAX. */
static uint32_t
split_names(Slice names, Slice *ret)
{
	uint32_t n = 0;
	size_t at, len;

	while (n + 1 < RULES_VOICES_MAX &&
	       (at = find_separator(names, &len)) != SIZE_MAX) {
		ret[n++] = slice_trim(slice_sub(names, 0, at));
		names = slice_sub(names, at + len, SIZE_MAX);
	}
	ret[n++] = slice_trim(names);
	return n;
}

/* True where each part of the name is somebody by himself. */
static bool
is_several(const Rules *rules, const Candidate *candidate)
{
	Slice parts[RULES_VOICES_MAX];
	uint32_t n = split_names(candidate->name, parts);

	for (uint32_t i = 0; i < n; i++)
		if (taken_by_name(rules, parts[i]) == NULL)
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

/* What each candidate means; those with an alias once the others are known. */
static void
rule_candidates(Rules *rules)
{
	const Survey *survey = rules->survey;

	for (uint32_t i = 0; i < rules->n_rulings; i++) {
		const Candidate *candidate = survey_candidate(survey, i);

		rules->rulings[i].several = is_several(rules, candidate);
		rules->rulings[i].why = rules->rulings[i].several
						? RULES_WHY_SEVERAL
						: judge(rules, candidate);
		if (rules->rulings[i].why < RULES_WHY_TAKEN)
			continue;
		rules->rulings[i].speaker = candidate->name;
		note_speaker(rules, candidate);
	}
	for (uint32_t i = 0; i < rules->n_rulings; i++) {
		const Candidate *candidate = survey_candidate(survey, i);

		if (rules->rulings[i].speaker.ptr != NULL &&
		    candidate->alias.len > 0)
			rule_alias(rules, candidate, &rules->rulings[i]);
	}
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
	establish_forms(rules);
	rule_candidates(rules);
	return rules;
}

void
rules_free(Rules *rules)
{
	if (rules == NULL)
		return;
	names_done(&rules->folded);
	arena_done(&rules->arena);
	mem_free(rules->rulings);
	mem_free(rules);
}

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

uint32_t
rules_first_line(const Rules *rules)
{
	return rules->first_line;
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
	uint32_t n = split_names(names, parts);

	for (uint32_t i = 0; i < n; i++) {
		const Ruling *ruling = find_ruling(rules, parts[i]);

		if (ruling != NULL && ruling->speaker.ptr != NULL)
			ret->speakers[ret->n_speakers++] = ruling->speaker;
	}
}

/* True where the label is written as the document writes labels. */
static bool
is_usual(const Rules *rules, const Label *label)
{
	return rules->established[label->form] && !label->slip;
}

/* A name that was surveyed only after the rules were made. */
static bool
read_new(const Rules *rules, const Label *label, RulesLabel *ret)
{
	uint32_t id = names_get(&rules->survey->by_name, label->name);
	const Candidate *candidate;

	ret->why = RULES_WHY_NOT_A_NAME;
	if (id == DOC_NONE)
		return false;
	candidate = survey_candidate(rules->survey, id);
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

/* A form that is not established here counts for those who are known. */
static RulesWhy
judge_label(const Rules *rules, const Label *label, const Ruling *ruling)
{
	if (is_usual(rules, label))
		return ruling->why;
	if (ruling->speaker.ptr != NULL)
		return label->slip ? RULES_WHY_SLIP_OF : RULES_WHY_KNOWN;
	return label->slip ? RULES_WHY_SLIP : RULES_WHY_FORM;
}

/* What a label's name means: as ruled, or new. */
static bool
read_name(const Rules *rules, const Label *label, RulesLabel *ret)
{
	const Ruling *ruling = find_ruling(rules, label->name);

	ret->alias = SLICE("");
	ret->n_speakers = 0;
	if (ruling == NULL)
		return read_new(rules, label, ret);
	ret->why = judge_label(rules, label, ruling);
	if (ret->why < RULES_WHY_TAKEN)
		return false;
	if (ruling->several) {
		read_several(rules, label->name, ret);
		return ret->n_speakers > 0;
	}
	ret->speakers[ret->n_speakers++] = ruling->speaker;
	ret->alias = ruling->alias;
	return true;
}

static bool
read_indirect(const Rules *rules, Slice line, RulesLabel *ret)
{
	Label label = { .form = LABEL_PLAIN };

	for (uint32_t i = 0; i < rules->n_indirect; i++) {
		if (!label_is_indirect(line, rules->indirect[i]))
			continue;
		label.name = rules->indirect[i];
		*ret = (RulesLabel){ .time_ms = UINT32_MAX, .indirect = true };
		if (!read_name(rules, &label, ret))
			return false;
		ret->why = RULES_WHY_INDIRECT;
		return true;
	}
	return false;
}

bool
rules_read(const Rules *rules, Slice line, bool heading, RulesLabel *ret)
{
	Label label;

	ret->why = RULES_WHY_NONE;
	if (!label_propose(line, heading, &label))
		return !heading && rules->n_indirect > 0 &&
		       read_indirect(rules, line, ret);
	*ret = (RulesLabel){ .text = label.text, .time_ms = label.time_ms };
	ret->pseudo = label.text >= line.len &&
		      rules->first_line != UINT32_MAX &&
		      name_is_pseudo(label.name);
	if (ret->pseudo) {
		ret->why = RULES_WHY_PSEUDO;
		return true;
	}
	return read_name(rules, &label, ret);
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
	return slice_eq(in_a.alias, in_b.alias);
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
	    a->n_indirect != b->n_indirect)
		return false;
	for (uint32_t i = 0; i < a->n_indirect; i++)
		if (!slice_eq(a->indirect[i], b->indirect[i]))
			return false;
	for (uint32_t i = 0; i < survey->candidates.count; i++)
		if (!candidate_equal(a, b, survey_candidate(survey, i)))
			return false;
	return true;
}
