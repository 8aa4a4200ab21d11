#include "formats/proposals.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

/* A label whose text begins at `text`. */
static void
add(Proposals *proposals, Slice line, uint32_t line_no, ProposalKind kind,
    size_t text)
{
	proposals_room(proposals)->label.text = text;
	proposals_add(proposals, line, line_no, kind);
}

/* Where the text of the label begins, 0: none stands there; -1: forgotten. */
static int
get(const Proposals *proposals, Slice line, uint32_t line_no, ProposalKind kind)
{
	const SurveyLabel *label;

	if (!proposals_get(proposals, line, line_no, kind, &label))
		return -1;
	return label == NULL ? 0 : (int)label->label.text;
}

static void
a_label_is_kept_until_its_line_is_passed(void **state)
{
	Proposals proposals;
	Slice one = SLICE("A: one"), two = SLICE("B: two");

	(void)state;
	proposals_init(&proposals);
	add(&proposals, one, 1, PROPOSAL_TEXT, 3);
	add(&proposals, two, 3, PROPOSAL_TEXT, 4);
	assert_int_equal(get(&proposals, one, 1, PROPOSAL_TEXT), 3);
	assert_int_equal(get(&proposals, one, 1, PROPOSAL_TEXT), 3);
	proposals_pass(&proposals, 1);
	assert_int_equal(get(&proposals, one, 1, PROPOSAL_TEXT), -1);
	assert_int_equal(get(&proposals, two, 3, PROPOSAL_TEXT), 4);
	proposals_rewind(&proposals);
	assert_int_equal(get(&proposals, one, 1, PROPOSAL_TEXT), 3);
	proposals_pass(&proposals, 1);
	proposals_trim(&proposals);
	proposals_rewind(&proposals);
	assert_int_equal(get(&proposals, one, 1, PROPOSAL_TEXT), -1);
	assert_int_equal(get(&proposals, two, 3, PROPOSAL_TEXT), 4);
	proposals_pass(&proposals, 3);
	assert_int_equal(get(&proposals, two, 3, PROPOSAL_TEXT), -1);
	proposals_done(&proposals);
}

static void
a_line_without_a_label_is_known_for_good(void **state)
{
	Proposals proposals;
	Slice line = SLICE("words");

	(void)state;
	proposals_init(&proposals);
	proposals_add_bare(&proposals, 70);
	proposals_pass(&proposals, 1000);
	assert_int_equal(get(&proposals, line, 70, PROPOSAL_TEXT), 0);
	assert_int_equal(get(&proposals, line, 70, PROPOSAL_HEADING), 0);
	assert_int_equal(get(&proposals, line, 70, PROPOSAL_TITLE), -1);
	assert_int_equal(get(&proposals, line, 71, PROPOSAL_TEXT), -1);
	proposals_done(&proposals);
}

static void
a_line_that_became_a_title_has_two_labels(void **state)
{
	Proposals proposals;
	Slice line = SLICE("Ann Lee");

	(void)state;
	proposals_init(&proposals);
	add(&proposals, line, 5, PROPOSAL_TEXT, 7);
	add(&proposals, line, 5, PROPOSAL_TITLE, 6);
	assert_int_equal(get(&proposals, line, 5, PROPOSAL_TITLE), 6);
	assert_int_equal(get(&proposals, line, 5, PROPOSAL_TEXT), 7);
	assert_int_equal(get(&proposals, line, 5, PROPOSAL_HEADING), -1);
	proposals_done(&proposals);
}

static void
what_moved_or_did_not_fit_is_forgotten(void **state)
{
	Proposals proposals;
	Slice line = SLICE("A: one and A: one");

	(void)state;
	proposals_init(&proposals);
	for (uint32_t no = 1; no <= PROPOSALS_MAX + 1; no++)
		add(&proposals, line, no, PROPOSAL_TEXT, 3);
	assert_int_equal(get(&proposals, slice_sub(line, 11, 6), 1,
			     PROPOSAL_TEXT), -1);
	assert_int_equal(get(&proposals, line, 1, PROPOSAL_TEXT), 3);
	proposals_pass(&proposals, PROPOSALS_MAX - 2);
	assert_int_equal(get(&proposals, line, PROPOSALS_MAX - 1,
			     PROPOSAL_TEXT), 3);
	proposals_pass(&proposals, PROPOSALS_MAX - 1);
	assert_int_equal(get(&proposals, line, PROPOSALS_MAX,
			     PROPOSAL_TEXT), -1);
	proposals_trim(&proposals);
	add(&proposals, line, PROPOSALS_MAX + 2, PROPOSAL_TEXT, 3);
	assert_int_equal(get(&proposals, line, PROPOSALS_MAX + 2,
			     PROPOSAL_TEXT), 3);
	proposals_done(&proposals);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_label_is_kept_until_its_line_is_passed),
		cmocka_unit_test(a_line_without_a_label_is_known_for_good),
		cmocka_unit_test(a_line_that_became_a_title_has_two_labels),
		cmocka_unit_test(what_moved_or_did_not_fit_is_forgotten),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
