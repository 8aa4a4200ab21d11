/* Unit tests of settings/registry. */
#include "settings/registry.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define HELP_MAX 50	/* bytes: two columns of help, and --help, on 80 */

/* Lower-case words with hyphens. */
static void
assert_is_name(const char *name)
{
	size_t len = strlen(name);

	assert_true(len > 0);
	assert_int_equal(strspn(name, "abcdefghijklmnopqrstuvwxyz-"), len);
	assert_int_not_equal(name[0], '-');
	assert_int_not_equal(name[len - 1], '-');
}

static void
assert_is_help(const char *help)
{
	size_t len = strlen(help);

	assert_in_range(len, 1, HELP_MAX);
	assert_int_not_equal(help[len - 1], '.');
}

static void
every_command_has_a_name_keys_a_group_and_help(void **state)
{
	(void)state;
	for (int id = 0; id < COMMAND_COUNT; id++) {
		const CommandRow *row = registry_command((CommandId)id);

		assert_is_name(row->name);
		assert_is_help(row->help);
		assert_true(row->keys[0] != '\0');
		assert_in_range(row->group, 0, GROUP_COUNT - 1);
	}
}

static void
command_names_are_their_ids_with_hyphens(void **state)
{
	static const char *const ids[] = {
#define COMMAND(id, name, keys, group, help) #id,
#include "settings/registry.def"
	};

	(void)state;
	for (int id = 0; id < COMMAND_COUNT; id++) {
		const char *name = registry_command((CommandId)id)->name;

		assert_int_equal(strlen(name), strlen(ids[id]));
		for (size_t i = 0; name[i]; i++)
			assert_int_equal(name[i] == '-' ? '_' : name[i],
					 ids[id][i]);
	}
}

static void
commands_of_a_group_stand_together(void **state)
{
	(void)state;
	for (int id = 1; id < COMMAND_COUNT; id++)
		assert_true(registry_command((CommandId)id)->group
			    >= registry_command((CommandId)(id - 1))->group);
	for (int group = 0; group < GROUP_COUNT; group++)
		assert_true(*registry_group_title((CommandGroup)group));
}

static void
option_names_and_letters_are_unique(void **state)
{
	(void)state;
	for (int a = 0; a < OPTION_COUNT; a++) {
		const OptionRow *row = registry_option((OptionId)a);

		assert_is_name(row->name);
		assert_is_help(row->help);
		for (int b = 0; b < a; b++) {
			const OptionRow *other = registry_option((OptionId)b);

			assert_string_not_equal(row->name, other->name);
			if (row->letter)
				assert_int_not_equal(row->letter,
						     other->letter);
		}
	}
}

static void
only_flags_take_no_argument(void **state)
{
	(void)state;
	for (int id = 0; id < OPTION_COUNT; id++) {
		const OptionRow *row = registry_option((OptionId)id);

		assert_int_equal(row->type == OPTION_TYPE_FLAG, !row->arg);
		assert_int_equal(row->type == OPTION_TYPE_ENUM, !!row->values);
		if (row->type == OPTION_TYPE_INT)
			assert_true(row->least >= 0 && row->least < row->most
				    && row->most <= OPTION_INT_MAX);
		for (const char *c = row->arg; c && *c; c++)
			assert_in_range(*c, ' ', '~');
	}
}

/* Only a command line can repeat an option. */
static void
no_list_is_a_setting(void **state)
{
	(void)state;
	for (int id = 0; id < OPTION_COUNT; id++) {
		const OptionRow *row = registry_option((OptionId)id);

		assert_false(row->setting && row->type == OPTION_TYPE_LIST);
	}
	assert_true(registry_option(OPTION_measure)->setting);
	assert_false(registry_option(OPTION_turn)->setting);
}

static void
rows_are_found_by_name(void **state)
{
	(void)state;
	assert_int_equal(registry_find_option(SLICE("measure")),
			 OPTION_measure);
	assert_int_equal(registry_find_option(SLICE("measur")), OPTION_COUNT);
	assert_int_equal(registry_find_command(SLICE("next-turn")),
			 COMMAND_next_turn);
	assert_int_equal(registry_find_command(SLICE("")), COMMAND_COUNT);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
		    every_command_has_a_name_keys_a_group_and_help),
		cmocka_unit_test(command_names_are_their_ids_with_hyphens),
		cmocka_unit_test(commands_of_a_group_stand_together),
		cmocka_unit_test(option_names_and_letters_are_unique),
		cmocka_unit_test(only_flags_take_no_argument),
		cmocka_unit_test(no_list_is_a_setting),
		cmocka_unit_test(rows_are_found_by_name),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
