/*
 * Each distinct proposed name is a candidate with its lines by form.  A form is
 * established where its candidates together carry enough of the document.
 */
#include "document/weight.h"

#include "document/name.h"

#define LIST_NAMES 4	/* so many names of which few come back are a list */
#define ABOVE_LINES 6	/* names that stand above text like headings */
#define STROKES 3	/* questions behind strokes */
#define RECORD_NAMES 3	/* so many in one order again and again are keys */
#define VARIANTS_MAX 32	/* names that are looked at for a second name of one */
#define LABELS_PERCENT 80	/* headings with a colon among mere labels */
#define DENSE_PERCENT 60	/* paragraphs with labels in a mere dialogue */

/* What speaks for a form, summed over its candidates. */
typedef struct Weight {
	uint32_t names;		/* strong or hinted ones */
	uint32_t lines;		/* of them */
	uint32_t repeated;	/* of these names, with two lines or more */
	uint32_t repeated_roles;	/* of the repeated, `Q`, `主持人` */
	uint32_t hinted;	/* lines of hinted names */
	uint32_t stated;	/* of names that are told to be speakers' */
	uint32_t other_names;	/* plausible or weak, repeated */
	uint32_t other_lines;	/* of them */
	uint32_t other_switches;
	uint32_t plausible;	/* lines of plausible names */
	uint32_t plausible_names;
	uint32_t returns;	/* how often a name comes again behind others */
	uint32_t roles;		/* names that are a role's */
	uint32_t name_lines;	/* of all that may be names */
	uint32_t inside;	/* of them, those that begin no paragraph */
	uint32_t comebacks;	/* lines of names that stood before */
	uint32_t row_lines;	/* of these, in one fixed order … */
	uint32_t row_names;	/* … of so many names */
	uint32_t all_lines;	/* of whatever stands in the form */
	uint32_t all_repeated;
	uint32_t timed;
	uint32_t heard;		/* lines judged by their words … */
	uint32_t says;		/* … that sound like speech, or … */
	uint32_t asks;		/* … like a question */
	bool variants;		/* some are called in two ways */
} Weight;

/* A good name: the text, or the front matter, says so where the look does not. */
static bool
is_good(const Survey *survey, const Candidate *candidate)
{
	return candidate->look == NAME_STRONG || candidate->hinted ||
	       survey_person(survey, candidate->name).len > 0;
}

static void
weigh_candidate(const Survey *survey, const Candidate *candidate,
		uint32_t lines, Weight *weight)
{
	if (lines == 0 || name_is_pseudo(candidate->name))
		return;
	weight->all_lines += lines;
	weight->all_repeated += lines > 1;
	if (candidate->look == NAME_NOT && !candidate->hinted)
		return;
	weight->returns += candidate->switches > 1 ? candidate->switches - 1
						   : 0;
	weight->roles += name_is_role(candidate->name);
	weight->comebacks += lines - 1;
	weight->name_lines += lines;
	weight->inside += candidate->inside;
	weight->row_lines += candidate->same_next;
	weight->row_names += candidate->same_next > 0;
	weight->timed += candidate->timed;
	weight->heard += candidate->heard;
	weight->says += candidate->says;
	weight->asks += candidate->asks;
	if (is_good(survey, candidate)) {
		weight->names++;
		weight->lines += lines;
		weight->repeated += lines > 1;
		weight->repeated_roles += lines > 1 &&
					  name_is_role(candidate->name);
		weight->hinted += candidate->hinted ? lines : 0;
		weight->stated += survey_is_stated(survey, candidate->name)
					  ? lines
					  : 0;
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

/* True where a colon, a time or a sign makes a label of it somewhere. */
static bool
is_labelled(const Candidate *candidate)
{
	for (unsigned form = 0; form < LABEL_FORMS; form++)
		if (candidate->lines[form] > 0 &&
		    form != LABEL_HEADING_NAME && form != LABEL_BOLD_ALONE &&
		    form != LABEL_BOLD_ABOVE && form != LABEL_NAME_ALONE &&
		    form != LABEL_NAME_ABOVE && form != LABEL_LETTER &&
		    form != LABEL_DASHED)
			return true;
	return false;
}

/* `Ann Lee`, `Ann` */
static bool
same_first_word(const Candidate *a, const Candidate *b)
{
	return is_labelled(a) && is_labelled(b) &&
	       slice_eq_nocase(first_word(a), first_word(b));
}

/* True where two names begin with the same word. */
static bool
has_variants(const Survey *survey)
{
	size_t n = survey->candidates.count;

	if (n > VARIANTS_MAX)
		n = VARIANTS_MAX;
	for (uint32_t i = 0; i < n; i++)
		for (uint32_t j = 0; j < i; j++)
			if (same_first_word(survey_candidate(survey, i),
					    survey_candidate(survey, j)))
				return true;
	return false;
}

/* True where `part` of `whole` is at least `percent`. */
bool
weight_covers(uint32_t part, uint32_t whole, uint32_t percent)
{
	return (uint64_t)part * 100 >= (uint64_t)whole * percent;
}

/*
 * Names in one order again and again, line by line in groups with blank lines
 * between, are the keys of records; in one order twice, the points of a
 * comparison.  People may well go round the table more often.
 */
static bool
is_records(const Weight *w)
{
	uint32_t least = w->repeated > 0 ? LIST_NAMES : RECORD_NAMES;
	bool in_groups = weight_covers(w->inside, w->name_lines, 50) &&
			 w->name_lines - w->inside > 1;

	return w->row_names >= least - 1 &&
	       weight_covers(w->row_lines, w->comebacks, 75) &&
	       (in_groups || w->comebacks <= w->row_names + 1);
}

/*
 * By its words somebody said what stands behind the names, as far as half of all
 * speech tells.  A diary (`Work: I …`) sounds so too, but its words are no good
 * names, come once each and ask nothing.
 */
static bool
is_spoken(const Weight *w)
{
	return (w->names > 0 || w->comebacks > 0 || w->asks > 0) &&
	       w->says > 0 && weight_covers(w->says, w->heard, 20) &&
	       weight_covers(w->says + w->asks, w->heard, 40);
}

/*
 * Who talks comes back, and not always behind the same one: many names, most at
 * one place, are a list of terms, unless they speak as people do.
 */
static bool
is_list(const Weight *w)
{
	uint32_t names = w->names + w->plausible_names;

	if (w->hinted > 0 || w->roles > 0 || is_spoken(w))
		return false;
	if (is_records(w))
		return true;
	return names >= LIST_NAMES && !w->variants &&
	       w->returns < (names + 3) / LIST_NAMES;
}

/*
 * Enough of the document hangs on the form: two repeated good names on a
 * twentieth of the paragraphs, or two repeated roles; a few good names on a
 * quarter of them; names that the front matter gives; plausible names on nearly
 * all, one of which comes again (else it is a list of terms); words that only
 * might be names but take turns through most of the text; or two names or more
 * whose words are speech.
 */
static FormWhy
weigh_form(const Weight *w, uint32_t units)
{
	uint32_t known = w->lines + w->plausible;
	uint32_t all = w->lines + w->other_lines;

	if (w->stated > 0)
		return FORM_WHY_HINTED;
	if (is_list(w))
		return FORM_WHY_LIST;
	if (w->repeated >= 2 && weight_covers(w->lines, units, 5))
		return FORM_WHY_REPEATED;
	if (w->repeated_roles >= 2)
		return FORM_WHY_ROLES;
	if (w->hinted >= 2 && weight_covers(w->lines, units, 5))
		return FORM_WHY_HINTED;
	if (w->hinted >= 1 && known >= 2 && weight_covers(known, units, 25))
		return FORM_WHY_HINTED_ONE;
	if (w->lines >= 2 && weight_covers(w->lines, units, 25))
		return FORM_WHY_COVERS;
	if (w->lines == 1 && weight_covers(w->lines, units, 90))
		return FORM_WHY_ONE;
	if (known >= 2 && w->names + w->plausible_names >= 2 &&
	    (w->names > 0 || w->plausible_names == 2 ||
	     known > w->plausible_names) &&
	    weight_covers(known, units, 60))
		return FORM_WHY_PLAUSIBLE;
	if (w->names + w->other_names >= 2 && all >= 6 &&
	    weight_covers(all, units, 8) &&
	    weight_covers(w->other_switches, w->other_lines, 60) &&
	    weight_covers(w->plausible + w->lines, w->other_lines, 50))
		return FORM_WHY_TURNS;
	if (w->other_names >= 2 && w->other_names <= 6 &&
	    w->other_lines >= 24 && weight_covers(w->other_lines, units, 20) &&
	    weight_covers(w->other_switches, w->other_lines, 80))
		return FORM_WHY_TURNS;
	if (w->other_names >= 2 && weight_covers(w->other_lines, units, 60) &&
	    weight_covers(w->other_switches, w->other_lines, 70))
		return FORM_WHY_TURNS_MOST;
	if (is_spoken(w) && w->names + w->plausible_names >= 2 &&
	    weight_covers(known, units, 15))
		return FORM_WHY_SPOKEN;
	return FORM_WHY_WEAK;
}

/* Names that come again speak, as far as a quarter of all speech tells. */
static bool
are_voices(const Weight *w)
{
	return w->repeated + w->other_names >= 2 && w->says > 0 &&
	       weight_covers(w->says + w->asks, w->heard, 25);
}

/*
 * `- Fix: …` and `- Docs: …` take turns too: only good names count here, or
 * those who speak as people do.
 */
static FormWhy
weigh_blocks(const Weight *w, const Survey *survey)
{
	uint32_t known = w->lines + w->plausible;
	uint32_t all = w->lines + w->other_lines;
	uint32_t names = w->names + w->plausible_names;
	uint32_t text = survey->units + survey->items;

	if (w->repeated >= 2 && known >= 2 * names &&
	    weight_covers(w->lines, survey->items, 40) &&
	    weight_covers(all, survey->items, 60) &&
	    weight_covers(known, text, 25))
		return FORM_WHY_BLOCKS;
	if (is_spoken(w) && names >= 2 &&
	    weight_covers(known, survey->items, 60) &&
	    weight_covers(known, text, 25))
		return FORM_WHY_SPOKEN;
	return are_voices(w) && weight_covers(all, survey->items, 60) &&
			       weight_covers(all, text, 25)
		       ? FORM_WHY_SPOKEN
		       : FORM_WHY_WEAK;
}

/* True where so many of the headings but the title have a colon at their end. */
static bool
are_labels(const Weight *w, const Survey *survey, uint32_t percent)
{
	uint32_t others = survey->headings > 0 ? survey->headings - 1 : 0;

	return w->all_lines >= 2 &&
	       weight_covers(w->all_lines, others, percent);
}

/* A speech: a good name heads all of the text, below the title. */
static bool
is_speech(const Weight *w, const Survey *survey)
{
	return w->all_lines == 1 && w->names == 1 && survey->headings <= 2 &&
	       survey->preface_headings == survey->headings &&
	       survey->preface == 0;
}

/*
 * `### Name:`: where nearly all headings end so, good names suffice though
 * each stands there once, and any names that come again; elsewhere one of them
 * must come again.
 */
static FormWhy
weigh_coloned(const Weight *w, const Survey *survey)
{
	FormWhy why = weigh_form(w, survey->units);

	if (is_speech(w, survey))
		return FORM_WHY_ONE;
	if (!are_labels(w, survey, LABELS_PERCENT))
		return w->all_repeated > 0 || w->hinted > 0 || is_spoken(w)
			       ? why
			       : FORM_WHY_WEAK;
	if (why > FORM_WHY_WEAK)
		return why;
	if (w->names >= 2 && weight_covers(w->lines, w->all_lines, 60))
		return FORM_WHY_COVERS;
	return w->all_repeated >= 2 ? FORM_WHY_TURNS_MOST : why;
}

/*
 * Headings that are mere names: nearly all headings are, and come again, in no
 * fixed order.
 */
static FormWhy
weigh_headings(const Weight *w, const Survey *survey)
{
	uint32_t known = w->lines + w->plausible;

	if (w->repeated + w->other_names < 2 ||
	    !weight_covers(known, survey->headings, 80) ||
	    !weight_covers(w->lines + w->other_lines, survey->headings, 80))
		return FORM_WHY_WEAK;
	if (w->repeated >= 2 && known >= 4)
		return FORM_WHY_REPEATED;
	if (w->row_names >= 2 && weight_covers(w->row_lines, w->comebacks, 50))
		return FORM_WHY_LIST;
	return known >= 6 ? FORM_WHY_TURNS : FORM_WHY_WEAK;
}

/*
 * Names with their text, or its time, right below them: good ones, or words that
 * come again above what is speech.
 */
static FormWhy
weigh_alone(const Weight *w, const Survey *survey)
{
	if (w->repeated >= 2 && weight_covers(w->lines, survey->units, 25))
		return FORM_WHY_REPEATED;
	return are_voices(w) &&
			       weight_covers(w->comebacks, w->name_lines, 50) &&
			       weight_covers(w->lines + w->other_lines,
					     survey->units, 40)
		       ? FORM_WHY_SPOKEN
		       : FORM_WHY_WEAK;
}

/*
 * Names above their text as headings are: only where nearly all that stand so
 * come again, and speak; mere words (`Morning`, of a diary) where some ask.
 */
static FormWhy
weigh_above(const Weight *w, const Survey *survey)
{
	return are_voices(w) && (w->repeated >= 2 || w->asks > 0) &&
			       w->name_lines >= ABOVE_LINES &&
			       weight_covers(w->comebacks, w->name_lines, 60) &&
			       weight_covers(w->name_lines, survey->units, 20)
		       ? FORM_WHY_SPOKEN
		       : FORM_WHY_WEAK;
}

/* `Q` and `A`, or `P` and `R`, both again and again, and no third. */
static FormWhy
weigh_letters(const Weight *w)
{
	if (w->repeated_roles == 2 && w->names + w->plausible_names == 2)
		return FORM_WHY_ROLES;
	return w->names == 0 && w->plausible_names == 2 && w->other_names == 2
		       ? FORM_WHY_TURNS
		       : FORM_WHY_WEAK;
}

/* `Ann Lee – a baker`, unless names come again with what they say. */
static FormWhy
weigh_dashed(const Weight *w, const Survey *survey)
{
	return are_voices(w) &&
			       weight_covers(w->comebacks, w->name_lines, 50) &&
			       weight_covers(w->lines + w->other_lines,
					     survey->units, 25)
		       ? FORM_WHY_SPOKEN
		       : FORM_WHY_WEAK;
}

/* Strokes behind which others always answer: quotes and lists have none. */
static FormWhy
weigh_strokes(const Weight *w)
{
	return w->name_lines >= STROKES &&
			       weight_covers(w->returns + 1, w->name_lines, 75)
		       ? FORM_WHY_TURNS
		       : FORM_WHY_WEAK;
}

/* `**Part One: A Start**` is a heading: questions of names that come again. */
static FormWhy
weigh_whole(const Weight *w, const Survey *survey)
{
	return w->comebacks >= 2 && w->asks > 0 &&
			       weight_covers(w->comebacks, w->name_lines, 50) &&
			       weight_covers(w->says + w->asks, w->heard, 50) &&
			       weight_covers(w->name_lines, survey->units, 10)
		       ? FORM_WHY_SPOKEN
		       : FORM_WHY_WEAK;
}

/* `<file> a name` and `[main] a line` are no speech, unless by time or words. */
static FormWhy
weigh_enclosed(const Weight *w, const Survey *survey)
{
	uint32_t all = w->lines + w->other_lines;
	bool timed = w->repeated + w->other_names >= 2 &&
		     weight_covers(w->timed, w->name_lines, 60);

	return (timed || are_voices(w)) &&
			       weight_covers(all, survey->units, 40)
		       ? FORM_WHY_TURNS
		       : FORM_WHY_WEAK;
}

static Weight
weigh_lines(const Survey *survey, LabelForm form)
{
	Weight weight = { 0 };

	for (uint32_t i = 0; i < survey->candidates.count; i++)
		weigh_candidate(survey, survey_candidate(survey, i),
				survey_candidate(survey, i)->lines[form],
				&weight);
	return weight;
}

/*
 * The paragraphs that plain labels may stand on: those of a hearing divide them
 * with its `Q.` and `A.`
 */
static uint32_t
units_of(const Survey *survey, LabelForm form)
{
	Weight letters = weigh_lines(survey, LABEL_LETTER);

	return form == LABEL_PLAIN && letters.all_lines < survey->units &&
			       weigh_letters(&letters) > FORM_WHY_WEAK
		       ? survey->units - letters.all_lines
		       : survey->units;
}

/* Words stand behind most of the names, unlike in a list of what is played. */
static bool
have_words(const Weight *w)
{
	return w->heard >= SURVEY_HEARD_MAX || 2 * w->heard > w->name_lines;
}

/*
 * Chapters have times too, and lists and schedules have names: these forms ask
 * for names that come again, items and quotes for most of them, and lines that
 * begin with a time, as those of a program's log, for good ones.
 */
static FormWhy
weigh_by_form(const Survey *survey, LabelForm form, const Weight *w)
{
	bool careful = form == LABEL_CLOCKED || form == LABEL_LIGHT ||
		       form == LABEL_HEADING_TIME;

	if (form == LABEL_BLOCK)
		return weigh_blocks(w, survey);
	if (form == LABEL_HEADING)
		return weigh_coloned(w, survey);
	if (form == LABEL_HEADING_NAME)
		return weigh_headings(w, survey);
	if (form == LABEL_BOLD_ALONE || form == LABEL_NAME_ALONE)
		return weigh_alone(w, survey);
	if (form == LABEL_BOLD_ABOVE || form == LABEL_NAME_ABOVE)
		return weigh_above(w, survey);
	if (form == LABEL_LETTER)
		return weigh_letters(w);
	if (form == LABEL_DASHED)
		return weigh_dashed(w, survey);
	if (form == LABEL_STROKE)
		return weigh_strokes(w);
	if (form == LABEL_BOLD_WHOLE)
		return weigh_whole(w, survey);
	if (form == LABEL_ENCLOSED)
		return weigh_enclosed(w, survey);
	if (careful && w->repeated + w->other_names == 0 && !is_spoken(w))
		return FORM_WHY_WEAK;
	if (form == LABEL_CLOCKED &&
	    ((w->repeated + w->hinted == 0 && !is_spoken(w)) || !have_words(w)))
		return FORM_WHY_WEAK;
	return weigh_form(w, units_of(survey, form));
}

/* Whether it stands on most of the paragraphs. */
static bool
is_dense(const Weight *w, const Survey *survey)
{
	return weight_covers(w->lines + w->plausible, survey->units,
			     DENSE_PERCENT);
}

FormVerdict
weight_form(const Survey *survey, LabelForm form)
{
	Weight weight = weigh_lines(survey, form);

	weight.variants = weight.names > 0 && has_variants(survey);
	return (FormVerdict){
		.why = weigh_by_form(survey, form, &weight),
		.dense = form == LABEL_HEADING
				 ? are_labels(&weight, survey,
					      weight.repeated == 0
						      ? LABELS_PERCENT
						      : DENSE_PERCENT)
				 : is_dense(&weight, survey),
	};
}

bool
weight_joins(const Survey *survey, LabelForm form)
{
	Weight weight;

	if (form != LABEL_BOLD_IN && form != LABEL_BOLD_OUT &&
	    form != LABEL_PLAIN)
		return false;
	weight = weigh_lines(survey, form);
	return weight.comebacks > 0 &&
	       weight_covers(weight.comebacks, weight.name_lines, 50);
}

FormVerdict
weight_mixed(const Survey *survey)
{
	Weight weight = { 0 };

	for (uint32_t i = 0; i < survey->candidates.count; i++) {
		const Candidate *candidate = survey_candidate(survey, i);

		weigh_candidate(survey, candidate,
				candidate->lines[LABEL_BOLD_IN] +
					candidate->lines[LABEL_BOLD_OUT] +
					candidate->lines[LABEL_PLAIN],
				&weight);
	}
	weight.variants = weight.names > 0 && has_variants(survey);
	return (FormVerdict){
		.why = weigh_form(&weight, survey->units),
		.dense = is_dense(&weight, survey),
	};
}
