#include "formats/headings.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/items.h"

static void
the_title_is_the_heading_that_is_no_chapter(void **state)
{
	/* `1`…`6` a heading of that level (`A` in words), `t` text, a line each. */
	static const struct {
		const char *lines, *title;
		uint32_t speech;
		uint32_t title_line;
		bool derive;
	} cases[] = {
		{ "", "", UINT32_MAX, 0, true },
		{ "tt", "", 1, 0, true },
		{ "1", "", UINT32_MAX, 1, true },
		{ "t3t", "", 3, 2, true },
		/* behind the first speech it is a chapter */
		{ "t1t", "", 1, 0, false },
		/* above all others, or nothing before the next */
		{ "1t2t2", "", 4, 1, false },
		{ "22t", "", 3, 1, false },
		{ "2t2t", "", 4, 0, false },
		{ "2t1t", "", 4, 0, false },
		{ "1t2t1", "", 4, 0, false },
		/* the front matter's title is the same, or another */
		{ "2t2t", "A2", 4, 1, false },
		{ "1t2t", "other", 4, 0, false },
		{ "1t", "other", 2, 0, false },
	};

	(void)state;
	for (size_t i = 0; i < N_ITEMS(cases); i++) {
		Headings headings;
		Survey *survey = survey_new();
		HeadingPlan plan;
		Rules *rules;
		uint32_t line = 1;

		headings_init(&headings);
		for (const char *c = cases[i].lines; *c; c++, line++) {
			char text[20];
			unsigned level = (unsigned)(*c - '0');

			snprintf(text, sizeof(text), "%.*s A%c ", (int)level,
				 "######", *c);
			if (*c == 't')
				headings_text(&headings);
			else
				headings_add(&headings, slice_from(text),
					     level, line);
		}
		if (cases[i].speech != UINT32_MAX) {
			survey_line(survey, SLICE("Ann Lee: x"),
				    cases[i].speech, SURVEY_STARTS);
			survey_line(survey, SLICE("Bob Ray: y"),
				    cases[i].speech, SURVEY_STARTS);
		}
		rules = evidence_decide(survey);
		plan = headings_plan(&headings, slice_from(cases[i].title),
				     rules);
		rules_free(rules);
		survey_free(survey);
		if (plan.title_line != cases[i].title_line ||
		    plan.derive != cases[i].derive)
			fail_msg("%s: title %u, derive %d", cases[i].lines,
				 plan.title_line, plan.derive);
		headings_done(&headings);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_title_is_the_heading_that_is_no_chapter),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
