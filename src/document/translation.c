/*
 * A run is a stretch of text in one script: a turn, or a paragraph of one.  Runs
 * are listed in their order, and the script that most often directly follows
 * another one is taken for the translation's.  As what is in the first script is
 * never the second of a pair, counting neighbours is counting pairs.
 */
#include "document/translation.h"

#define PAIRS_MIN 3
#define PERCENT 90

#define NOT_ASKED (DOC_NONE - 1)	/* … it was not asked for yet */

typedef struct Run {
	uint32_t caller;
	Letters letters;
	bool opens;		/* it is no pair with the one before */
} Run;

/* A name in labels. */
typedef struct Caller {
	Slice name;
	uint32_t partner;	/* who most often translates him, by vote */
	uint32_t votes;
	uint32_t original;	/* whom he translates */
	uint32_t candidate;	/* DOC_NONE: the rules take him already */
} Caller;

typedef struct Weighing {
	const Survey *survey;
	Rules *rules;
	bool all;		/* look at what is no label by the rules, too */
	Run *runs;		/* as many as units, at most */
	size_t n_runs;
	ChunkVec callers;	/* of Caller */
	NameTable by_name;	/* of the callers */
	uint32_t *by_candidate;	/* the callers again, or DOC_NONE, or … */
	bool passed_over;	/* a label was, as the rules take it for none */
	Letters from, to;
} Weighing;

void
translation_init(TranslationPlan *plan)
{
	*plan = (TranslationPlan){ .form = TRANSLATION_NONE };
	vec_init(&plan->names, sizeof(NamePair));
	names_init(&plan->by_name);
}

void
translation_done(TranslationPlan *plan)
{
	names_done(&plan->by_name);
	vec_done(&plan->names);
}

static bool
is_nearly_all(size_t part, size_t whole)
{
	return part * 100 >= whole * PERCENT;
}

static Unit
unit_at(const Weighing *w, size_t i)
{
	return *(const Unit *)vec_at(&w->survey->sequence, i);
}

/* The speaker of a unit that is a label; ptr NULL: it is none. */
static Slice
speaker_of(const Weighing *w, Unit unit)
{
	Slice name = { NULL, 0 };

	if (unit.kind != UNIT_LABEL)
		return name;
	name = rules_speaker(w->rules, unit.candidate);
	if (name.ptr == NULL && w->all)
		name = survey_candidate(w->survey, unit.candidate)->name;
	return name;
}

/* What is known of the turns and the blocks behind them. */
typedef struct BlockTally {
	size_t turns, covered;	/* with a block that translates */
	size_t blocks, paired;
	Letters letters;	/* of the turn so far */
	bool is_covered;
} BlockTally;

static void
add_block(BlockTally *tally, Letters letters, bool stated)
{
	bool differs = letters != LETTERS_NONE &&
		       tally->letters != LETTERS_NONE &&
		       letters != tally->letters;

	tally->blocks++;
	if (tally->turns == 0 || !(differs || stated))
		return;
	tally->paired++;
	tally->covered += !tally->is_covered;
	tally->is_covered = true;
}

/* The index behind the block that begins at `i`. */
static size_t
read_block(const Weighing *w, size_t i, BlockTally *tally)
{
	Letters letters = LETTERS_NONE;
	bool stated = false;

	for (i++; i < w->survey->sequence.count; i++) {
		Unit unit = unit_at(w, i);

		stated |= unit.kind == UNIT_STATED;
		if (letters == LETTERS_NONE)
			letters = (Letters)unit.letters;
		if (unit.kind == UNIT_BLOCK_END)
			break;
	}
	add_block(tally, letters, stated);
	return i + 1;
}

static bool
is_in_blocks(const Weighing *w)
{
	BlockTally tally = { 0 };
	size_t i = 0;

	while (i < w->survey->sequence.count) {
		Unit unit = unit_at(w, i);

		if (unit.kind == UNIT_BLOCK) {
			i = read_block(w, i, &tally);
			continue;
		}
		if (speaker_of(w, unit).ptr != NULL) {
			tally.turns++;
			tally.is_covered = false;
			tally.letters = LETTERS_NONE;
		}
		if (unit.letters != LETTERS_NONE)
			tally.letters = (Letters)unit.letters;
		i++;
	}
	return tally.covered >= PAIRS_MIN &&
	       is_nearly_all(tally.covered, tally.turns) &&
	       is_nearly_all(tally.paired, tally.blocks);
}

static uint32_t
caller_of(Weighing *w, Slice name, uint32_t candidate)
{
	uint32_t id = names_get(&w->by_name, name);
	Caller *caller;

	if (id != DOC_NONE)
		return id;
	id = (uint32_t)w->callers.count;
	caller = vec_push(&w->callers);
	caller->name = name;
	caller->partner = caller->original = caller->candidate = DOC_NONE;
	if (rules_speaker(w->rules, candidate).ptr == NULL)
		caller->candidate = candidate;
	names_put(&w->by_name, name, id);
	return id;
}

/* Whom a label calls, found once for each candidate; DOC_NONE: it is none. */
static uint32_t
caller_of_unit(Weighing *w, Unit unit)
{
	uint32_t *id = &w->by_candidate[unit.candidate];

	if (*id == NOT_ASKED) {
		Slice name = speaker_of(w, unit);

		w->passed_over |= name.ptr == NULL;
		*id = name.ptr == NULL ? DOC_NONE
				       : caller_of(w, name, unit.candidate);
	}
	return *id;
}

static Caller *
caller_at(const Weighing *w, uint32_t id)
{
	return vec_at(&w->callers, id);
}

static Run *
add_run(Weighing *w, uint32_t caller, Letters letters, bool opens)
{
	Run *run = &w->runs[w->n_runs++];

	*run = (Run){ caller, letters, opens };
	return run;
}

/* Notes a unit as a run; `turn`: the run of the turn so far, or NULL. */
static Run *
note_unit(Weighing *w, TranslationForm form, Unit unit, Run *turn)
{
	uint32_t caller = unit.kind == UNIT_LABEL ? caller_of_unit(w, unit)
						  : DOC_NONE;
	Letters letters = (Letters)unit.letters;

	if (caller != DOC_NONE)
		return add_run(w, caller, letters, true);
	if (turn == NULL || letters == LETTERS_NONE)
		return turn;
	/* A label alone on its line has the letters of what is below it. */
	if (turn->letters == LETTERS_NONE)
		turn->letters = letters;
	else if (form == TRANSLATION_PARAS)
		return add_run(w, turn->caller, letters, false);
	return turn;
}

/* Lists the turns, or their paragraphs; what stands in blocks is neither. */
static void
list_runs(Weighing *w, TranslationForm form)
{
	bool in_block = false;
	Run *turn = NULL;

	w->n_runs = 0;
	vec_clear(&w->callers);
	names_done(&w->by_name);
	names_init(&w->by_name);
	for (size_t i = 0; i < w->survey->candidates.count; i++)
		w->by_candidate[i] = NOT_ASKED;
	w->passed_over = false;
	for (size_t i = 0; i < w->survey->sequence.count; i++) {
		Unit unit = unit_at(w, i);

		if (unit.kind == UNIT_BLOCK || unit.kind == UNIT_BLOCK_END)
			in_block = unit.kind == UNIT_BLOCK;
		else if (!in_block)
			turn = note_unit(w, form, unit, turn);
	}
}

/* True where run `i` and the next may be what is said and its translation. */
static bool
is_pair(const Weighing *w, TranslationForm form, size_t i)
{
	const Run *run = &w->runs[i], *next = &w->runs[i + 1];

	return (form == TRANSLATION_LABELS || !next->opens) &&
	       run->letters != LETTERS_NONE && next->letters != LETTERS_NONE &&
	       run->letters != next->letters;
}

/* Finds the two scripts; false where they are not on nearly all runs. */
static bool
find_letters(Weighing *w, TranslationForm form)
{
	size_t pairs[LETTERS_KINDS][LETTERS_KINDS] = { { 0 } }, most = 0;

	for (size_t i = 0; i + 1 < w->n_runs; i++)
		if (is_pair(w, form, i))
			pairs[w->runs[i].letters]
			     [w->runs[i + 1].letters]++;
	for (size_t i = 0; i < LETTERS_KINDS * LETTERS_KINDS; i++)
		if (pairs[i / LETTERS_KINDS][i % LETTERS_KINDS] > most)
			most = pairs[i / LETTERS_KINDS][i % LETTERS_KINDS];
	if (most < PAIRS_MIN || !is_nearly_all(2 * most, w->n_runs))
		return false;
	/* Of those that are as many, the ones that come first. */
	for (size_t i = 0; i + 1 < w->n_runs; i++) {
		w->from = w->runs[i].letters;
		w->to = w->runs[i + 1].letters;
		if (pairs[w->from][w->to] == most)
			return true;
	}
	return false;
}

/* True where the runs at `i` are in the two scripts that were found. */
static bool
is_in_letters(const Weighing *w, size_t i)
{
	return w->runs[i].letters == w->from &&
	       w->runs[i + 1].letters == w->to;
}

static void
vote(Caller *caller, uint32_t partner)
{
	if (caller->partner == partner) {
		caller->votes++;
	} else if (caller->votes == 0) {
		caller->partner = partner;
		caller->votes = 1;
	} else {
		caller->votes--;
	}
}

/* Who translates whom: one by one, called in another script, or the same. */
static void
pair_callers(Weighing *w)
{
	for (size_t i = 0; i + 1 < w->n_runs; i++)
		if (is_in_letters(w, i))
			vote(caller_at(w, w->runs[i].caller),
			     w->runs[i + 1].caller);
	for (uint32_t id = 0; id < w->callers.count; id++) {
		Caller *caller = caller_at(w, id), *partner;

		if (caller->partner == DOC_NONE)
			continue;
		partner = caller_at(w, caller->partner);
		if (caller->candidate != DOC_NONE ||
		    partner->original != DOC_NONE ||
		    (partner != caller &&
		     (partner->partner != DOC_NONE ||
		      letters_of(partner->name) == letters_of(caller->name))))
			caller->partner = DOC_NONE;
		else
			partner->original = id;
	}
}

/*
 * True where nearly all turns pair up.  One who only ever answers another in
 * another language does not translate him: there must be two such pairs, or one
 * who is called the same in both.
 */
static bool
is_in_labels(Weighing *w, bool all)
{
	size_t paired = 0;
	uint32_t pairs = 0;
	bool same = false;

	w->all = all;
	list_runs(w, TRANSLATION_LABELS);
	if (!find_letters(w, TRANSLATION_LABELS))
		return false;
	pair_callers(w);
	for (size_t i = 0; i + 1 < w->n_runs; i++) {
		const Run *run = &w->runs[i], *next = &w->runs[i + 1];

		paired += is_in_letters(w, i) &&
			  caller_at(w, run->caller)->partner == next->caller;
	}
	for (uint32_t id = 0; id < w->callers.count; id++) {
		uint32_t partner = caller_at(w, id)->partner;

		pairs += partner != DOC_NONE;
		same |= partner == id;
	}
	return (pairs >= 2 || same) && paired >= PAIRS_MIN &&
	       is_nearly_all(2 * paired, w->n_runs);
}

static void
take_names(const Weighing *w, TranslationPlan *plan)
{
	for (uint32_t id = 0; id < w->callers.count; id++) {
		const Caller *caller = caller_at(w, id), *partner;
		NamePair *pair;

		if (caller->partner == DOC_NONE || caller->partner == id)
			continue;
		partner = caller_at(w, caller->partner);
		pair = vec_push(&plan->names);
		pair->name = caller->name;
		pair->translated = partner->name;
		names_put(&plan->by_name, pair->translated,
			  (uint32_t)plan->names.count - 1);
		if (partner->candidate != DOC_NONE)
			rules_take(w->rules, partner->candidate,
				   RULES_WHY_TRANSLATES);
	}
}

/* The labels of those whom the rules take; each is a run at least. */
static size_t
count_labels(const Weighing *w)
{
	bool in_block = false;
	size_t n = 0;

	for (size_t i = 0; i < w->survey->sequence.count; i++) {
		Unit unit = unit_at(w, i);

		if (unit.kind == UNIT_BLOCK || unit.kind == UNIT_BLOCK_END)
			in_block = unit.kind == UNIT_BLOCK;
		n += !in_block && speaker_of(w, unit).ptr != NULL;
	}
	return n;
}

/*
 * True where enough units are in another script than most, and next to one:
 * there is such a unit in each pair, and its letters are not those before.
 */
static bool
may_pair_up(const Weighing *w)
{
	uint32_t all = 0, most = 0, pairs;

	for (unsigned i = LETTERS_NONE + 1; i < LETTERS_KINDS; i++) {
		uint32_t n = w->survey->in_letters[i];

		all += n;
		most = n > most ? n : most;
	}
	pairs = all - most < w->survey->alternations
			? all - most
			: w->survey->alternations;
	return pairs >= PAIRS_MIN &&
	       is_nearly_all(2 * (size_t)pairs, count_labels(w));
}

static TranslationForm
find_form(Weighing *w)
{
	if (w->survey->blocks >= PAIRS_MIN && is_in_blocks(w))
		return TRANSLATION_BLOCKS;
	if (!may_pair_up(w))
		return TRANSLATION_NONE;
	if (is_in_labels(w, false) ||
	    (w->passed_over && is_in_labels(w, true)))
		return TRANSLATION_LABELS;
	w->all = false;
	list_runs(w, TRANSLATION_PARAS);
	return find_letters(w, TRANSLATION_PARAS) ? TRANSLATION_PARAS
						  : TRANSLATION_NONE;
}

void
translation_decide(TranslationPlan *plan, const Survey *survey, Rules *rules)
{
	Weighing w = { .survey = survey, .rules = rules };

	w.runs = mem_realloc_array(NULL, survey->sequence.count + 1,
				   sizeof(*w.runs));
	vec_init(&w.callers, sizeof(Caller));
	names_init(&w.by_name);
	w.by_candidate = mem_realloc_array(NULL, survey->candidates.count + 1,
					   sizeof(*w.by_candidate));
	plan->form = find_form(&w);
	plan->from = w.from;
	plan->to = w.to;
	if (plan->form == TRANSLATION_LABELS)
		take_names(&w, plan);
	mem_free(w.by_candidate);
	names_done(&w.by_name);
	vec_done(&w.callers);
	mem_free(w.runs);
}

bool
translation_equal(const TranslationPlan *a, const TranslationPlan *b)
{
	if (a->form != b->form || a->names.count != b->names.count)
		return false;
	if (a->form != TRANSLATION_NONE && a->form != TRANSLATION_BLOCKS &&
	    (a->from != b->from || a->to != b->to))
		return false;
	for (size_t i = 0; i < a->names.count; i++) {
		const NamePair *in_a = vec_at(&a->names, i);
		const NamePair *in_b = vec_at(&b->names, i);

		if (!slice_eq(in_a->name, in_b->name) ||
		    !slice_eq(in_a->translated, in_b->translated))
			return false;
	}
	return true;
}

Slice
translation_name(const TranslationPlan *plan, Slice name)
{
	uint32_t i = names_get(&plan->by_name, name);

	if (i == DOC_NONE)
		return name;
	return ((const NamePair *)vec_at(&plan->names, i))->name;
}
