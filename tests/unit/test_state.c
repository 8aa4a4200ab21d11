/* Unit tests of settings/state and the files that it writes. */
#include "settings/state.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/items.h"
#include "settings/files.h"
#include "unit/folder_fixture.h"

typedef struct Fixture {
	Folder folder;
	State *state;
} Fixture;

static int
set_up(void **state)
{
	Fixture *fix = calloc(1, sizeof(*fix));

	folder_make(&fix->folder);
	setenv("XDG_STATE_HOME", fix->folder.path, 1);
	fix->state = state_new();
	assert_non_null(fix->state);
	*state = fix;
	return 0;
}

static int
tear_down(void **state)
{
	Fixture *fix = *state;

	state_free(fix->state);
	unsetenv("XDG_STATE_HOME");
	folder_remove(&fix->folder);
	free(fix);
	return 0;
}

static int
measure_of(const Fixture *fix, const char *path)
{
	DocumentState document = { .measure = -1 };

	state_read_document(fix->state, path, &document);
	return document.measure;
}

static ScriptForm
script_of(const Fixture *fix, const char *path)
{
	DocumentState document = { .script = SCRIPT_OTHER };

	state_read_document(fix->state, path, &document);
	return document.script;
}

static int
sidebar_of(const Fixture *fix)
{
	ProgramState program = { .sidebar = -1 };

	state_read_program(fix->state, &program);
	return program.sidebar;
}

static void
what_is_written_is_read_again(void **state)
{
	Fixture *fix = *state;
	char path[256];

	folder_write(&fix->folder, "talk: 訪談 \"1\".md", "a");
	folder_path(&fix->folder, "talk: 訪談 \"1\".md", path, sizeof(path));
	assert_int_equal(measure_of(fix, path), 0);
	assert_int_equal(sidebar_of(fix), 0);
	for (int cols = 60; cols <= 62; cols++) {
		DocumentState document = {
			.measure = cols,
			.script = (ScriptForm)(cols - 60),
		};
		ProgramState program = { .sidebar = cols - 30 };

		assert_int_equal(state_write_document(fix->state, path,
						      &document, NULL),
				 STATUS_OK);
		assert_int_equal(state_write_program(fix->state, &program,
						     NULL), STATUS_OK);
		assert_int_equal(measure_of(fix, path), cols);
		assert_int_equal(script_of(fix, path), cols - 60);
		assert_int_equal(sidebar_of(fix), cols - 30);
	}
	assert_int_equal(measure_of(fix, "another.md"), 0);
}

/* The searches that are remembered, oldest first, a bar behind each. */
static void
expect_searches(const Fixture *fix, const char *wanted)
{
	Slice searches[STATE_SEARCHES];
	Arena arena;
	size_t n;
	Buf out;

	arena_init(&arena);
	buf_init(&out, SIZE_MAX);
	n = state_read_searches(fix->state, &arena, searches);
	for (size_t i = 0; i < n; i++)
		buf_appendf(&out, "%.*s|", SLICE_ARGS(searches[i]));
	buf_append_char(&out, '\0');
	assert_string_equal(out.ptr, wanted);
	buf_done(&out);
	arena_done(&arena);
}

static void
searches_are_put_behind_those_of_before(void **state)
{
	const Slice first[] = { SLICE("@Ann #2 人工智能"),
				       SLICE("(a|b): \"c\"") };
	const Slice second[] = { SLICE("~rgzn"), SLICE("42") };
	Fixture *fix = *state;

	expect_searches(fix, "");
	assert_int_equal(state_add_searches(fix->state, first, 2, NULL),
			 STATUS_OK);
	assert_int_equal(state_add_searches(fix->state, second, 2, NULL),
			 STATUS_OK);
	expect_searches(fix, "@Ann #2 人工智能|(a|b): \"c\"|~rgzn|42|");
	folder_write(&fix->folder, "fangtan/searches.yaml", "searches: 7\n");
	expect_searches(fix, "");
}

static void
only_the_newest_searches_of_some_length_stay(void **state)
{
	Fixture *fix = *state;
	Slice searches[STATE_SEARCHES];
	char words[STATE_SEARCHES + 20][16];
	char *large = calloc(1, 2000);
	Arena arena;
	size_t n;

	memset(large, 'x', 1999);
	for (int i = 0; i < STATE_SEARCHES + 20; i++) {
		Slice word;

		snprintf(words[i], sizeof(words[i]), "word %d", i);
		word = i == 70 ? slice_from(large) : slice_from(words[i]);
		assert_int_equal(state_add_searches(fix->state, &word, 1,
						    NULL), STATUS_OK);
	}
	arena_init(&arena);
	n = state_read_searches(fix->state, &arena, searches);
	assert_int_equal(n, STATE_SEARCHES);
	assert_true(slice_eq(searches[0], SLICE("word 19")));
	assert_true(slice_eq(searches[n - 1], SLICE("word 119")));
	arena_done(&arena);
	free(large);
}

static void
a_document_is_known_by_any_path_to_it(void **state)
{
	Fixture *fix = *state;
	DocumentState document = { .measure = 80 };
	char path[256], round[256];

	folder_write(&fix->folder, "a/talk.md", "a");
	folder_path(&fix->folder, "a/talk.md", path, sizeof(path));
	folder_path(&fix->folder, "a/../a/./talk.md", round, sizeof(round));
	assert_int_equal(state_write_document(fix->state, path, &document,
					      NULL), STATUS_OK);
	assert_int_equal(measure_of(fix, round), 80);
}

static void
what_makes_no_sense_is_as_if_it_were_not_there(void **state)
{
	static const char *const records[] = {
		"", "sidebar", "[1, 2]", "sidebar: wide", "sidebar: -3",
		"sidebar: 99999999999999999999", "sidebar: [30]", "sidebar:",
		"sidebar: 30x", "{", "\xFF\xFE",
	};
	Fixture *fix = *state;

	for (size_t i = 0; i < N_ITEMS(records); i++) {
		folder_write(&fix->folder, "fangtan/state.yaml", records[i]);
		assert_int_equal(sidebar_of(fix), 0);
	}
	folder_write(&fix->folder, "fangtan/state.yaml", "sidebar: 30\n");
	assert_int_equal(sidebar_of(fix), 30);
}

static void
a_file_is_written_whole_or_not_at_all(void **state)
{
	Fixture *fix = *state;
	char path[256], below[256];
	struct stat info;
	Err err;

	folder_path(&fix->folder, "a/b/file", path, sizeof(path));
	folder_path(&fix->folder, "a/b/file/below", below, sizeof(below));
	assert_int_equal(files_write(path, SLICE("one"), &err), STATUS_OK);
	assert_int_equal(files_write(path, SLICE("four"), &err), STATUS_OK);
	assert_int_equal(stat(path, &info), 0);
	assert_int_equal(info.st_size, 4);
	assert_int_equal(info.st_mode & 0777, 0600);
	assert_int_equal(files_write(below, SLICE("x"), &err), STATUS_FAILED);
	assert_non_null(strstr(err.text, "below cannot be written"));
	assert_int_equal(stat(path, &info), 0);
	assert_int_equal(info.st_size, 4);
	assert_int_equal(unlink(path), 0);
	folder_path(&fix->folder, "a/b", path, sizeof(path));
	assert_int_equal(rmdir(path), 0);
}

static void
a_folder_must_be_an_absolute_path(void **state)
{
	Buf out;

	(void)state;
	buf_init(&out, 1000);
	setenv("XDG_STATE_HOME", "state", 1);
	setenv("HOME", "/somewhere/ann", 1);
	assert_true(files_folder("XDG_STATE_HOME", "/.local/state", &out));
	assert_true(slice_eq(buf_slice(&out),
			     SLICE("/somewhere/ann/.local/state"
				   "/fangtan")));
	unsetenv("HOME");
	assert_false(files_folder("XDG_STATE_HOME", "/.local/state", &out));
	assert_null(state_new());
	buf_done(&out);
}

#define IN_FOLDER(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		IN_FOLDER(what_is_written_is_read_again),
		IN_FOLDER(searches_are_put_behind_those_of_before),
		IN_FOLDER(only_the_newest_searches_of_some_length_stay),
		IN_FOLDER(a_document_is_known_by_any_path_to_it),
		IN_FOLDER(what_makes_no_sense_is_as_if_it_were_not_there),
		IN_FOLDER(a_file_is_written_whole_or_not_at_all),
		IN_FOLDER(a_folder_must_be_an_absolute_path),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
