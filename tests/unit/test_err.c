/* Unit tests of base/err. */
#include "base/err.h"

#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static void
an_error_holds_its_sentence_and_line(void **state)
{
	Err err;

	(void)state;
	assert_int_equal(err_set(&err, "no %s", "file"), STATUS_FAILED);
	assert_string_equal(err.text, "no file");
	assert_int_equal(err.line, 0);
	assert_int_equal(err_set_line(&err, 7, "bad %d", 3), STATUS_FAILED);
	assert_string_equal(err.text, "bad 3");
	assert_int_equal(err.line, 7);
}

static void
nobody_has_to_want_the_error(void **state)
{
	(void)state;
	assert_int_equal(err_set(NULL, "%s", "x"), STATUS_FAILED);
	assert_int_equal(err_set_line(NULL, 1, "%s", "x"), STATUS_FAILED);
}

static void
what_the_system_says_is_said_in_one_way(void **state)
{
	Err err;

	(void)state;
	assert_int_equal(err_set_system(&err, ENOENT), STATUS_FAILED);
	assert_string_equal(err.text, "no such file");
	err_set_system(&err, EACCES);
	assert_string_equal(err.text, "permission denied");
	err_set_system(&err, EIO);
	assert_string_equal(err.text, strerror(EIO));
}

static void
an_error_is_one_line(void **state)
{
	Err err;

	(void)state;
	err_set(&err, "%s", "a\nb\rc");
	assert_string_equal(err.text, "a b c");
}

static void
a_long_error_is_cut_between_characters(void **state)
{
	char text[1000];
	Err err;

	(void)state;
	for (size_t lead = 0; lead < 4; lead++) {
		memset(text, 'x', lead);
		for (size_t i = 0; i < 300; i++)
			memcpy(text + lead + i * 3, "談", 3);
		text[lead + 900] = '\0';
		err_set(&err, "%s", text);
		assert_int_equal(strlen(err.text),
				 lead + (sizeof(err.text) - 1 - lead) / 3 * 3);
		assert_memory_equal(err.text, text, strlen(err.text));
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_error_holds_its_sentence_and_line),
		cmocka_unit_test(nobody_has_to_want_the_error),
		cmocka_unit_test(what_the_system_says_is_said_in_one_way),
		cmocka_unit_test(an_error_is_one_line),
		cmocka_unit_test(a_long_error_is_cut_between_characters),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
