/* Unit tests of text/json. */
#include "text/json.h"

#include <locale.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

#include "base/items.h"

static JsonOut *
json_new(Buf *out)
{
	JsonOut *json;
	Err err;

	buf_init(out, SIZE_MAX);
	json = json_out_new(out, &err);
	if (!json)
		fail_msg("%s", err.text);
	return json;
}

static void
assert_written(JsonOut *json, Buf *out, const char *want)
{
	buf_append_char(out, '\0');
	assert_string_equal(buf_slice(out).ptr, want);
	json_out_free(json);
	buf_done(out);
}

static void
containers_are_separated_and_closed(void **state)
{
	Buf out;
	JsonOut *json = json_new(&out);

	(void)state;
	json_out_object(json);
	json_out_key(json, "title");
	json_out_null(json);
	json_out_key(json, "list");
	json_out_array(json);
	json_out_int(json, 1);
	json_out_array(json);
	json_out_end(json);
	json_out_object(json);
	json_out_end(json);
	json_out_string(json, SLICE("x"));
	json_out_end(json);
	json_out_key_slice(json, SLICE("談"));
	json_out_bool(json, true);
	json_out_key(json, "last");
	json_out_bool(json, false);
	json_out_end(json);
	assert_written(json, &out,
		       "{\"title\": null, \"list\": [1, [], {}, \"x\"], "
		       "\"談\": true, \"last\": false}");
}

static void
values_on_their_own_have_no_comma(void **state)
{
	Buf out;
	JsonOut *json = json_new(&out);

	(void)state;
	json_out_int(json, 1);
	buf_append_char(&out, '\n');
	json_out_array(json);
	json_out_end(json);
	buf_append_char(&out, '\n');
	json_out_string(json, SLICE("a"));
	assert_written(json, &out, "1\n[]\n\"a\"");
}

static void
strings_are_escaped_and_stay_utf8(void **state)
{
	static const struct {
		Slice text;
		const char *want;
	} cases[] = {
		{ { "", 0 }, "\"\"" },
		{ { NULL, 0 }, "\"\"" },
		{ { "訪談 😀/é", 14 }, "\"訪談 😀/é\"" },
		{ { "\"\\\n\t\x1B", 5 }, "\"\\\"\\\\\\n\\t\\u001B\"" },
		{ { "a\0b", 3 }, "\"a\\u0000b\"" },
		{ { "\x7F訪\xC2\x9B\xE2\x80\xAE談", 12 },
		  "\"\\u007F訪\\u009B\\u202E談\"" },
	};

	(void)state;
	for (size_t i = 0; i < N_ITEMS(cases); i++) {
		Buf out;
		JsonOut *json = json_new(&out);

		json_out_string(json, cases[i].text);
		assert_written(json, &out, cases[i].want);
	}
}

static void
a_long_string_is_written_whole(void **state)
{
	Buf text, out;
	JsonOut *json = json_new(&out);

	(void)state;
	buf_init(&text, SIZE_MAX);
	for (int i = 0; i < 300000; i++)
		buf_append(&text, SLICE("訪談"));
	json_out_string(json, buf_slice(&text));
	assert_int_equal(out.len, text.len + 2);
	assert_memory_equal(out.ptr + 1, text.ptr, text.len);
	json_out_free(json);
	buf_done(&text);
	buf_done(&out);
}

static void
numbers_have_their_decimals(void **state)
{
	static const struct {
		double value;
		int decimals;
		const char *want;
	} cases[] = {
		{ 0.21, 4, "0.2100" },
		{ 1, 1, "1.0" },
		{ 0.99996, 4, "1.0000" },
		{ -12.345, 2, "-12.35" },
		{ 75.5, 0, "76" },
		{ 0, 3, "0.000" },
		{ 1e15, 3, "1000000000000000.000" },
		{ NAN, 2, "null" },
		{ INFINITY, 2, "null" },
	};
	/* Where there is such a locale, its decimal point is a comma. */
	const char *const locales[] = { "C", "de_DE.UTF-8", "fr_FR.UTF-8" };

	(void)state;
	for (size_t k = 0; k < N_ITEMS(cases) * N_ITEMS(locales); k++) {
		size_t i = k % N_ITEMS(cases);
		Buf out;
		JsonOut *json = json_new(&out);

		setlocale(LC_NUMERIC, locales[k / N_ITEMS(cases)]);
		json_out_real(json, cases[i].value, cases[i].decimals);
		assert_written(json, &out, cases[i].want);
	}
	setlocale(LC_NUMERIC, "C");
}

static void
integers_are_written_to_their_limits(void **state)
{
	Buf out;
	JsonOut *json = json_new(&out);

	(void)state;
	json_out_array(json);
	json_out_int(json, INT64_MIN);
	json_out_int(json, 0);
	json_out_int(json, INT64_MAX);
	json_out_end(json);
	assert_written(json, &out,
		       "[-9223372036854775808, 0, 9223372036854775807]");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(containers_are_separated_and_closed),
		cmocka_unit_test(values_on_their_own_have_no_comma),
		cmocka_unit_test(strings_are_escaped_and_stay_utf8),
		cmocka_unit_test(a_long_string_is_written_whole),
		cmocka_unit_test(numbers_have_their_decimals),
		cmocka_unit_test(integers_are_written_to_their_limits),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
