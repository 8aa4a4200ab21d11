#include "library.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include <cmocka.h>

#include "unit/folder_fixture.h"

static int
open_folder(void **state)
{
	static Folder folder;

	folder_make(&folder);
	*state = &folder;
	return 0;
}

static int
close_folder(void **state)
{
	folder_remove(*state);
	return 0;
}

static void
check_entry(const Library *library, uint32_t i, const Folder *folder,
	    const char *name)
{
	char path[400];

	folder_path(folder, name, path, sizeof(path));
	assert_true(i < library_count(library));
	assert_string_equal(library_entry(library, i)->path.ptr, path);
}

static void
a_folder_gives_its_transcripts_by_name(void **state)
{
	const Folder *folder = *state;
	Library library;
	Err err = { .line = 0 };

	folder_write(folder, "b.md", "x");
	folder_write(folder, "a.txt", "x");
	folder_write(folder, "c.png", "x");
	folder_write(folder, ".hidden.md", "x");
	folder_write(folder, "in/d.markdown", "x");
	folder_write(folder, ".git/e.md", "x");
	library_init(&library);
	assert_int_equal(library_add(&library, folder->path, &err), STATUS_OK);
	assert_int_equal(library_count(&library), 3);
	check_entry(&library, 0, folder, "a.txt");
	check_entry(&library, 1, folder, "b.md");
	check_entry(&library, 2, folder, "in/d.markdown");
	library_done(&library);
}

static void
a_slash_behind_the_folder_is_not_doubled(void **state)
{
	const Folder *folder = *state;
	char path[400];
	Library library;

	folder_write(folder, "a.md", "x");
	folder_path(folder, "//", path, sizeof(path));
	library_init(&library);
	assert_int_equal(library_add(&library, path, NULL), STATUS_OK);
	check_entry(&library, 0, folder, "a.md");
	library_done(&library);
}

static void
a_folder_without_transcripts_is_refused(void **state)
{
	const Folder *folder = *state;
	Library library;
	Err err = { .line = 0 };

	folder_write(folder, "a.png", "x");
	library_init(&library);
	assert_int_equal(library_add(&library, folder->path, &err),
			 STATUS_FAILED);
	assert_non_null(strstr(err.text, ".md"));
	assert_int_equal(library_count(&library), 0);
	library_done(&library);
}

static void
operands_are_taken_as_they_are(void **state)
{
	const Folder *folder = *state;
	Library library;
	char path[400];

	(void)state;
	folder_path(folder, "missing", path, sizeof(path));
	library_init(&library);
	assert_int_equal(library_add(&library, path, NULL), STATUS_OK);
	assert_int_equal(library_add(&library, "-", NULL), STATUS_OK);
	assert_int_equal(library_count(&library), 2);
	assert_string_equal(library_entry(&library, 1)->path.ptr, "-");
	library_done(&library);
}

static void
titles_dates_and_errors_are_looked_up_one_by_one(void **state)
{
	const Folder *folder = *state;
	const LibraryEntry *entry;
	Library library;
	char path[400];

	folder_write(folder, "a.md", "---\ntitle: T\ndate: 2025-3-3\n---\nx");
	folder_write(folder, "b.md", "no title");
	library_init(&library);
	library_add(&library, folder->path, NULL);
	folder_path(folder, "missing", path, sizeof(path));
	library_add(&library, path, NULL);
	library_add(&library, "-", NULL);
	assert_int_equal(library_step(&library, deadline_now()),
			 PROGRESS_MORE);
	assert_null(library_entry(&library, 1)->title.ptr);
	while (library_step(&library, deadline_now()) == PROGRESS_MORE)
		;
	entry = library_entry(&library, 0);
	assert_string_equal(entry->title.ptr, "T");
	assert_string_equal(entry->date.ptr, "2025-03-03");
	assert_string_equal(library_entry(&library, 1)->title.ptr, "b");
	assert_null(library_entry(&library, 1)->error.ptr);
	assert_true(library_entry(&library, 2)->error.len > 0);
	library_done(&library);
}

/* What is read from a pipe is gone for the reader. */
static void
a_pipe_is_not_read_for_its_title(void **state)
{
	const Folder *folder = *state;
	Library library;
	char path[400];

	folder_path(folder, "pipe", path, sizeof(path));
	assert_int_equal(mkfifo(path, 0600), 0);
	library_init(&library);
	library_add(&library, path, NULL);
	assert_int_equal(library_step(&library, deadline_never()),
			 PROGRESS_DONE);
	assert_string_equal(library_entry(&library, 0)->title.ptr, path);
	assert_null(library_entry(&library, 0)->error.ptr);
	library_done(&library);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) \
	cmocka_unit_test_setup_teardown(name, open_folder, close_folder)
		TEST(a_folder_gives_its_transcripts_by_name),
		TEST(a_slash_behind_the_folder_is_not_doubled),
		TEST(a_folder_without_transcripts_is_refused),
		TEST(operands_are_taken_as_they_are),
		TEST(titles_dates_and_errors_are_looked_up_one_by_one),
		TEST(a_pipe_is_not_read_for_its_title),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
