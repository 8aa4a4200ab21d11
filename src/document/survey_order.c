#include "document/survey_order.h"

#include "document/document.h"

/*
 * True where `id` comes behind the last one again, in an order of three or
 * more: `Name`, `City`, `Job`, `Name`, …  Two who take turns are no such order,
 * and a name in another script may be that of a translation.
 */
static bool
comes_again(const Survey *survey, const SurveyOrder *order, uint32_t id)
{
	const Candidate *last = survey_candidate(survey, order->last);

	return last->next == id && id != order->last
		&& id != order->before_last
		&& last->letters == survey_candidate(survey, id)->letters;
}

void
survey_follow(Survey *survey, SurveyOrder *order, uint32_t id)
{
	Candidate *candidate = vec_at(&survey->candidates, id);

	candidate->switches += order->last != id;
	if (order->last != DOC_NONE) {
		Candidate *last = vec_at(&survey->candidates, order->last);

		last->same_next += comes_again(survey, order, id);
		last->next = id;
	}
	order->before_last = order->last;
	order->last = id;
}

void
survey_follow_label(Survey *survey, LabelForm form, uint32_t id)
{
	Candidate *candidate = vec_at(&survey->candidates, id);
	bool again = survey->order.last == id && survey->dashed.last == id;

	if (form == LABEL_STROKE) {
		candidate->switches += !again;
		survey->order.last = survey->dashed.last = id;
		return;
	}
	survey_follow(survey, form == LABEL_DASHED ? &survey->dashed
						   : &survey->order, id);
}
