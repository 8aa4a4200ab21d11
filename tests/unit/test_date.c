#include "document/date.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/items.h"

typedef struct DateCase {
	const char *text;
	const char *date;	/* NULL: none */
} DateCase;

static void
dates_of_all_forms_become_iso_dates(void **state)
{
	static const DateCase cases[] = {
		{ "2025-03-03", "2025-03-03" },
		{ "2025-3-3T10:00:00Z", "2025-03-03" },
		{ "2025/03/03 10:00", "2025-03-03" },
		{ "2025.3.3", "2025-03-03" },
		{ "2025年3月3日", "2025-03-03" },
		{ "2025 年 3月 3日", "2025-03-03" },
		{ "March 3, 2025", "2025-03-03" },
		{ "mar. 3rd 2025", "2025-03-03" },
		{ "Sept. 1, 2024", "2024-09-01" },
		{ "May 31, 2024", "2024-05-31" },
		{ "3 March 2025", "2025-03-03" },
		{ "29 Feb 2024", "2024-02-29" },
		{ "2025-02-29", NULL },
		{ "2025-04-31", NULL },
		{ "2025-13-01", NULL },
		{ "2025-00-10", NULL },
		{ "2025-03/03", NULL },
		{ "20250303", NULL },
		{ "3/3/2025", NULL },
		{ "March 2025", NULL },
		{ "Marching 3, 2025", NULL },
		{ "0999-01-01", NULL },
		{ "2025年", NULL },
		{ "", NULL },
		{ "x", NULL },
	};
	char date[DATE_SIZE];

	(void)state;
	for (size_t i = 0; i < N_ITEMS(cases); i++) {
		bool found = date_read(slice_from(cases[i].text), date, NULL);

		if (found != (cases[i].date != NULL) ||
		    (found && strcmp(date, cases[i].date) != 0))
			fail_msg("%s: %s", cases[i].text,
				 found ? date : "none");
	}
}

static void
the_length_ends_behind_the_date(void **state)
{
	char date[DATE_SIZE];
	size_t len;

	(void)state;
	assert_true(date_read(SLICE("March 3, 2025 in Rome"), date, &len));
	assert_int_equal(len, strlen("March 3, 2025"));
}

static void
a_line_is_a_date_where_nothing_else_stands_in_it(void **state)
{
	static const DateCase cases[] = {
		{ "2025-03-03", "2025-03-03" },
		{ "  Published on April 12, 2024  ", "2024-04-12" },
		{ "published: 2024-04-12", "2024-04-12" },
		{ "Date: 12 April 2024", "2024-04-12" },
		{ "发布于 2024年4月12日", "2024-04-12" },
		{ "日期：2024/4/12", "2024-04-12" },
		{ "On April 12, 2024, it rained", NULL },
		{ "April 12, 2024 was a Friday", NULL },
		{ "Published on Friday", NULL },
		{ "", NULL },
	};
	char date[DATE_SIZE];

	(void)state;
	for (size_t i = 0; i < N_ITEMS(cases); i++) {
		bool found = date_read_line(slice_from(cases[i].text), date);

		if (found != (cases[i].date != NULL) ||
		    (found && strcmp(date, cases[i].date) != 0))
			fail_msg("%s: %s", cases[i].text,
				 found ? date : "none");
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(dates_of_all_forms_become_iso_dates),
		cmocka_unit_test(the_length_ends_behind_the_date),
		cmocka_unit_test(
			a_line_is_a_date_where_nothing_else_stands_in_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
