/*
 * How it is weighed.  Each distinct proposed name is a candidate with its
 * lines by form.  A form is established where its candidates together carry
 * enough of the document; then every candidate of that form that can be a name
 * at all is taken, singletons too where they look like one.
 */
#include "document/evidence.h"

#include <string.h>

#include "base/mem.h"
#include "base/vec.h"
#include "document/name.h"
#include "document/speakers.h"
#include "text/uni.h"

#define INDIRECT_NAMES_MAX 32	/* speakers whose indirect speech is found */
#define DENSE_PERCENT 60	/* paragraphs with labels in a mere dialogue */

typedef struct Candidate {
	Slice name;		/* in the survey's arena; so are the others */
	Slice base;
	Slice alias;
	NameLook look;
	bool hinted;		/* the front matter names it */
	uint32_t lines[LABEL_FORMS];
	uint32_t verbs;		/* of them, with a verb before the colon */
	uint32_t switches;	/* of them, behind another candidate's */
	uint32_t tight;		/* further lines, where it stands tight */
	uint32_t first_line;
} Candidate;

struct Survey {
	Arena arena;
	ChunkVec candidates;
	NameTable by_name;
	NameTable hints;	/* folded */
	uint32_t units;		/* paragraphs, and labels inside them */
	uint32_t last;		/* the candidate of the label before */
};

/* What a candidate of the survey means by the rules. */
typedef struct Ruling {
	Slice speaker;		/* ptr NULL: no speaker */
	Slice alias;
} Ruling;

struct Rules {
	const Survey *survey;
	bool established[LABEL_FORMS];
	bool dense[LABEL_FORMS];	/* on most of the paragraphs */
	Ruling *rulings;	/* by candidate */
	uint32_t n_rulings;
	NameTable folded;	/* folded name: the first candidate of it */
	Arena arena;
	Slice indirect[INDIRECT_NAMES_MAX];
	uint32_t n_indirect;
	uint32_t first_line;
};

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

/* The case-folded name, in `arena`. */
static Slice
fold(Arena *arena, Slice name)
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
		names_put(&survey->hints, fold(&survey->arena, name), 0);
}

static uint32_t
add_candidate(Survey *survey, const Label *label, uint32_t line_no)
{
	NameLook look = name_look(label->name);
	bool hinted = false;
	Candidate *candidate;

	if (survey->hints.count > 0)
		hinted = names_get(&survey->hints,
				   fold(&survey->arena, label->base)) !=
			 DOC_NONE;
	if (look == NAME_NOT && label->alias.len > 0)
		look = name_look(label->base);
	if ((look == NAME_NOT && !hinted && !name_is_pseudo(label->name)) ||
	    survey->candidates.count >= SURVEY_NAMES_MAX)
		return DOC_NONE;
	candidate = vec_push(&survey->candidates);
	candidate->name = arena_copy(&survey->arena, label->name);
	candidate->base = slice_sub(candidate->name, 0, label->base.len);
	candidate->alias = arena_copy(&survey->arena, label->alias);
	candidate->look = look;
	candidate->hinted = hinted;
	candidate->first_line = line_no;
	names_put(&survey->by_name, candidate->name,
		  (uint32_t)survey->candidates.count - 1);
	return (uint32_t)survey->candidates.count - 1;
}

void
survey_line(Survey *survey, Slice line, uint32_t line_no, bool starts)
{
	Candidate *candidate;
	Label label;
	uint32_t id;

	survey->units += starts;
	if (!label_propose(line, &label))
		return;
	id = names_get(&survey->by_name, label.name);
	if (id == DOC_NONE)
		id = add_candidate(survey, &label, line_no);
	if (id == DOC_NONE)
		return;
	candidate = vec_at(&survey->candidates, id);
	candidate->tight += label.tight;
	if (label.tight)
		return;
	candidate->lines[label.form]++;
	candidate->verbs += label.verb;
	candidate->switches += survey->last != id;
	survey->last = id;
	survey->units += !starts;
}

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
static bool
is_established(const Weight *w, uint32_t units)
{
	uint32_t known = w->lines + w->plausible;

	if (w->repeated >= 2 && covers(w->lines, units, 5))
		return true;
	if (w->hinted >= 2 && covers(w->lines, units, 5))
		return true;
	if (w->hinted >= 1 && known >= 2 && covers(known, units, 25))
		return true;
	if (w->lines >= 2 && covers(w->lines, units, 25))
		return true;
	if (w->lines == 1 && covers(w->lines, units, 90))
		return true;
	if (known >= 2 && w->names + w->plausible_names >= 2 &&
	    (w->names > 0 || w->plausible_names == 2 ||
	     known > w->plausible_names) &&
	    covers(known, units, 60))
		return true;
	if (w->names + w->other_names >= 2 &&
	    covers(w->lines + w->other_lines, units, 15) &&
	    w->other_lines >= 6 &&
	    covers(w->other_switches, w->other_lines, 60) &&
	    covers(w->plausible + w->lines, w->other_lines, 50))
		return true;
	return w->other_names >= 2 && covers(w->other_lines, units, 60) &&
	       covers(w->other_switches, w->other_lines, 70);
}

static void
establish_forms(Rules *rules)
{
	const Survey *survey = rules->survey;

	for (unsigned form = 0; form < LABEL_FORMS; form++) {
		Weight weight = { 0 };

		for (size_t i = 0; i < survey->candidates.count; i++)
			weigh_candidate(vec_at(&survey->candidates, i),
					(LabelForm)form, &weight);
		rules->established[form] =
			is_established(&weight, survey->units);
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

static bool
is_taken(const Rules *rules, const Candidate *candidate)
{
	uint32_t lines = established_lines(rules, candidate);
	uint32_t bold = 0;

	if (lines == 0)
		return false;
	if (candidate->hinted || candidate->look == NAME_STRONG)
		return true;
	if (rules->established[LABEL_BOLD_IN])
		bold += candidate->lines[LABEL_BOLD_IN];
	if (rules->established[LABEL_BOLD_OUT])
		bold += candidate->lines[LABEL_BOLD_OUT];
	if (candidate->look == NAME_PLAUSIBLE)
		return bold > 0 || lines > 1 || rules->dense[LABEL_PLAIN];
	return lines > 2;
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
	candidate = vec_at(&survey->candidates, id);
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

/* Names that differ only in case are one speaker, called as at first. */
static void
merge_case(Rules *rules, Ruling *ruling, uint32_t id)
{
	Slice folded = fold(&rules->arena, ruling->speaker);
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
	const ChunkVec *candidates = &rules->survey->candidates;

	for (uint32_t i = 0; i < rules->n_rulings; i++) {
		const Candidate *candidate = vec_at(candidates, i);

		if (!is_taken(rules, candidate))
			continue;
		rules->rulings[i].speaker = candidate->name;
		note_speaker(rules, candidate);
	}
	for (uint32_t i = 0; i < rules->n_rulings; i++) {
		const Candidate *candidate = vec_at(candidates, i);

		if (rules->rulings[i].speaker.ptr != NULL &&
		    candidate->alias.len > 0)
			rule_alias(rules, candidate, &rules->rulings[i]);
	}
	for (uint32_t i = 0; i < rules->n_rulings; i++)
		if (rules->rulings[i].speaker.ptr != NULL)
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

uint32_t
rules_first_line(const Rules *rules)
{
	return rules->first_line;
}

/* What a label means: as ruled, or (not surveyed when they were made) new. */
static bool
read_name(const Rules *rules, const Label *label, RulesLabel *ret)
{
	uint32_t id = names_get(&rules->survey->by_name, label->name);
	NameLook look;

	ret->alias = SLICE("");
	if (id < rules->n_rulings) {
		ret->speaker = rules->rulings[id].speaker;
		ret->alias = rules->rulings[id].alias;
		return ret->speaker.ptr != NULL;
	}
	if (label->tight)
		return false;
	look = name_look(label->name);
	ret->speaker = label->name;
	return look == NAME_STRONG ||
	       (look == NAME_PLAUSIBLE && label->form != LABEL_PLAIN);
}

static bool
read_indirect(const Rules *rules, Slice line, RulesLabel *ret)
{
	Label label = { .form = LABEL_PLAIN };

	for (uint32_t i = 0; i < rules->n_indirect; i++) {
		if (!label_is_indirect(line, rules->indirect[i]))
			continue;
		label.name = rules->indirect[i];
		ret->indirect = true;
		ret->pseudo = false;
		ret->text = 0;
		return read_name(rules, &label, ret);
	}
	return false;
}

bool
rules_read(const Rules *rules, Slice line, RulesLabel *ret)
{
	Label label;

	if (!label_propose(line, &label))
		return rules->n_indirect > 0 &&
		       read_indirect(rules, line, ret);
	if (!rules->established[label.form])
		return false;
	ret->indirect = false;
	ret->text = label.text;
	ret->pseudo = label.text >= line.len && name_is_pseudo(label.name);
	return ret->pseudo || read_name(rules, &label, ret);
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
	return slice_eq(in_a.speaker, in_b.speaker) &&
	       slice_eq(in_a.alias, in_b.alias);
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
	label.tight = true;
	return candidate->tight == 0 || read_equal(a, b, &label);
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
		if (!candidate_equal(a, b, vec_at(&survey->candidates, i)))
			return false;
	return true;
}
