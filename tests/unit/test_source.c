/* Unit tests of text/source and text/mapping. */
#include "text/source.h"

#include <fcntl.h>
#include <poll.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/clock.h"
#include "base/items.h"
#include "base/vec.h"
#include "text/mapping.h"

/* A new folder; its path holds until the end of the test. */
static int
make_folder(void **state)
{
	static const char name[] = "/fangtan-test-XXXXXX";
	const char *tmp = getenv("TMPDIR");
	char *path;

	if (!tmp || strlen(tmp) > 200)
		tmp = "/tmp";
	path = malloc(strlen(tmp) + sizeof(name));
	strcpy(path, tmp);
	strcat(path, name);
	*state = path;
	return mkdtemp(path) ? 0 : -1;
}

static void
path_in(void **state, const char *name, char path[256])
{
	snprintf(path, 256, "%s/%s", (const char *)*state, name);
}

static int
remove_folder(void **state)
{
	char path[256];

	path_in(state, "file", path);
	unlink(path);
	rmdir(*state);
	free(*state);
	return 0;
}

/* Makes the file of the test with `size` bytes, "abc…zabc…". */
static void
write_file(const char *path, size_t size)
{
	FILE *file = fopen(path, "w");

	assert_non_null(file);
	for (size_t i = 0; i < size; i++)
		putc('a' + (int)(i % 26), file);
	assert_int_equal(fclose(file), 0);
}

/* Reads to the end what write_file() wrote, from `start` on. */
static void
assert_letters(Source *source, size_t start, size_t size)
{
	size_t at = start;
	Slice bytes;
	Err err;

	while (source_read(source, &bytes, &err) == SOURCE_BYTES) {
		assert_true(bytes.len > 0 && bytes.len <= CLOCK_UNIT);
		for (size_t i = 0; i < bytes.len; i++, at++)
			if (bytes.ptr[i] != 'a' + (int)(at % 26))
				fail_msg("byte %zu", at);
	}
	assert_int_equal(at, size);
	assert_int_equal(source_read(source, &bytes, &err), SOURCE_EOF);
}

static void
a_small_file_is_read_whole(void **state)
{
	static const size_t sizes[] = { 0, 1, CLOCK_UNIT, CLOCK_UNIT * 3 + 1 };
	char path[256];

	path_in(state, "file", path);
	for (size_t i = 0; i < N_ITEMS(sizes); i++) {
		Source *source;

		write_file(path, sizes[i]);
		source = source_open(path, NULL);
		assert_non_null(source);
		assert_int_equal(source_is_stable(source), sizes[i] > 0);
		assert_int_equal(source_size(source), sizes[i]);
		assert_letters(source, 0, sizes[i]);
		assert_int_equal(source_fd(source), -1);
		source_free(source);
	}
}

static void
what_a_small_file_gave_stays(void **state)
{
	char path[256];
	Slice first, next;
	Source *source;

	path_in(state, "file", path);
	write_file(path, CLOCK_UNIT * 3);
	source = source_open(path, NULL);
	assert_int_equal(source_read(source, &first, NULL), SOURCE_BYTES);
	assert_int_equal(source_read(source, &next, NULL), SOURCE_BYTES);
	assert_int_equal(truncate(path, 0), 0);
	assert_int_equal(source_read(source, &next, NULL), SOURCE_EOF);
	for (size_t i = 0; i < CLOCK_UNIT * 2; i++)
		assert_int_equal(first.ptr[i], 'a' + (int)(i % 26));
	source_free(source);
}

static void
a_large_file_is_mapped(void **state)
{
	size_t size = SOURCE_MAP_MIN + 12345;
	char path[256];
	Source *source;

	path_in(state, "file", path);
	write_file(path, size);
	source = source_open(path, NULL);
	assert_true(source_is_stable(source));
	assert_int_equal(source_size(source), size);
	assert_letters(source, 0, size);
	source_free(source);
}

static void
a_descriptor_is_read_from_where_it_stands(void **state)
{
	static const size_t sizes[] = { 1000, SOURCE_MAP_MIN + 1 };
	char path[256];

	path_in(state, "file", path);
	for (size_t i = 0; i < N_ITEMS(sizes); i++) {
		Source *source;
		int fd;

		write_file(path, sizes[i]);
		fd = open(path, O_RDONLY);
		assert_int_equal(lseek(fd, 700, SEEK_SET), 700);
		source = source_from_fd(fd);
		assert_letters(source, 700, sizes[i]);
		source_free(source);
	}
}

static void
a_file_that_shrinks_reads_as_zeros(void **state)
{
	size_t size = SOURCE_MAP_MIN + 100000;
	char path[256];
	Source *source;
	Slice bytes;

	path_in(state, "file", path);
	write_file(path, size);
	source = source_open(path, NULL);
	assert_true(source_is_stable(source));
	assert_int_equal(source_read(source, &bytes, NULL), SOURCE_BYTES);
	assert_int_equal(truncate(path, 5), 0);
	assert_memory_equal(bytes.ptr, "abcde", 5);
	for (size_t i = 65536; i < size; i += 1000)
		assert_int_equal(bytes.ptr[i], 0);
	assert_int_equal(bytes.ptr[size - 1], 0);
	source_free(source);
}

static void
only_what_is_mapped_is_repaired(void **state)
{
	int on_stack = 1;

	(void)state;
	assert_false(mapping_repair(NULL));
	assert_false(mapping_repair(&on_stack));
}

static void
a_file_beyond_the_table_of_mappings_is_read(void **state)
{
	Source *sources[MAPPING_MAX + 1];
	char path[256];

	path_in(state, "file", path);
	write_file(path, SOURCE_MAP_MIN + 1);
	for (size_t i = 0; i <= MAPPING_MAX; i++) {
		sources[i] = source_open(path, NULL);
		assert_int_equal(source_is_stable(sources[i]), i < MAPPING_MAX);
	}
	assert_letters(sources[MAPPING_MAX], 0, SOURCE_MAP_MIN + 1);
	for (size_t i = 0; i <= MAPPING_MAX; i++)
		source_free(sources[i]);
}

static void
what_is_no_document_is_refused(void **state)
{
	char path[256];
	Err err;

	path_in(state, "file", path);
	assert_null(source_open(path, &err));
	assert_string_equal(err.text, "no such file");
	assert_null(source_open(*state, &err));
	assert_int_equal(strncmp(err.text, "is a directory", 14), 0);
	if (geteuid() == 0)
		return;
	write_file(path, 3);
	assert_int_equal(chmod(path, 0), 0);
	assert_null(source_open(path, &err));
	assert_string_equal(err.text, "permission denied");
}

static void
a_device_without_bytes_is_empty(void **state)
{
	Source *source = source_open("/dev/null", NULL);
	Slice bytes;

	(void)state;
	assert_non_null(source);
	assert_int_equal(source_read(source, &bytes, NULL), SOURCE_EOF);
	source_free(source);
}

static void
a_pipe_gives_what_it_has_and_never_blocks(void **state)
{
	int ends[2];
	Source *source;
	Slice bytes;

	(void)state;
	assert_int_equal(pipe(ends), 0);
	source = source_from_fd(ends[0]);
	assert_int_equal(source_size(source), 0);
	assert_int_equal(source_read(source, &bytes, NULL), SOURCE_AGAIN);
	assert_int_equal(source_fd(source), ends[0]);
	assert_int_equal(write(ends[1], "abc", 3), 3);
	assert_int_equal(source_read(source, &bytes, NULL), SOURCE_BYTES);
	assert_true(slice_eq(bytes, SLICE("abc")));
	assert_int_equal(source_fd(source), -1);
	assert_false(source_is_stable(source));
	assert_int_equal(source_read(source, &bytes, NULL), SOURCE_AGAIN);
	close(ends[1]);
	assert_int_equal(source_read(source, &bytes, NULL), SOURCE_EOF);
	assert_int_equal(fcntl(ends[0], F_GETFL) & O_NONBLOCK, 0);
	source_free(source);
}

static void
a_named_pipe_waits_for_its_writer(void **state)
{
	char path[256];
	Source *source;
	Slice bytes;
	int fd;

	path_in(state, "file", path);
	assert_int_equal(mkfifo(path, 0600), 0);
	source = source_open(path, NULL);
	assert_non_null(source);
	assert_int_equal(source_read(source, &bytes, NULL), SOURCE_AGAIN);
	fd = open(path, O_WRONLY);
	assert_int_equal(source_read(source, &bytes, NULL), SOURCE_AGAIN);
	assert_int_equal(write(fd, "x", 1), 1);
	close(fd);
	assert_int_equal(source_read(source, &bytes, NULL), SOURCE_BYTES);
	assert_int_equal(source_read(source, &bytes, NULL), SOURCE_EOF);
	source_free(source);
}

static void
a_dash_is_standard_input_and_leaves_it_open(void **state)
{
	int saved = dup(STDIN_FILENO);
	int ends[2];
	Source *source;
	Slice bytes;

	(void)state;
	assert_int_equal(pipe(ends), 0);
	dup2(ends[0], STDIN_FILENO);
	assert_int_equal(write(ends[1], "abc", 3), 3);
	source = source_open("-", NULL);
	assert_non_null(source);
	assert_int_equal(source_read(source, &bytes, NULL), SOURCE_BYTES);
	assert_true(slice_eq(bytes, SLICE("abc")));
	source_free(source);
	assert_true(fcntl(STDIN_FILENO, F_GETFD) >= 0);
	close(ends[0]);
	close(ends[1]);
	dup2(saved, STDIN_FILENO);
	close(saved);
}

static void
a_descriptor_that_cannot_be_read_fails(void **state)
{
	Source *source = source_from_fd(open(*state, O_RDONLY));
	Slice bytes;
	Err err;

	assert_int_equal(source_read(source, &bytes, &err), SOURCE_FAILED);
	assert_int_equal(strncmp(err.text, "is a directory", 14), 0);
	source_free(source);
}

/* Cuts 0, 1, 2, 0, 1, 2, … bytes. */
static size_t
cut_in_turn(void *ctx)
{
	size_t *turn = ctx;

	return (*turn)++ % 3;
}

static void
memory_is_cut_as_the_test_wants(void **state)
{
	static const SourceState states[] = {
		SOURCE_AGAIN, SOURCE_BYTES, SOURCE_BYTES, SOURCE_AGAIN,
		SOURCE_BYTES, SOURCE_EOF,   SOURCE_EOF,
	};
	Slice input = SLICE("abcd");
	size_t turn = 0;
	Source *source = source_from_memory(input, cut_in_turn, &turn);
	char joined[8] = "";
	Slice bytes;

	(void)state;
	assert_true(source_is_stable(source));
	assert_int_equal(source_size(source), 4);
	for (size_t i = 0; i < N_ITEMS(states); i++) {
		assert_int_equal(source_read(source, &bytes, NULL), states[i]);
		assert_int_equal(source_fd(source), -1);
		if (states[i] == SOURCE_BYTES)
			strncat(joined, bytes.ptr, bytes.len);
	}
	assert_string_equal(joined, "abcd");
	source_free(source);
}

static void
memory_without_cuts_comes_in_units(void **state)
{
	static char input[CLOCK_UNIT * 2 + 3];
	Source *source =
		source_from_memory((Slice){ input, sizeof(input) }, NULL, NULL);
	Slice bytes;

	(void)state;
	assert_int_equal(source_read(source, &bytes, NULL), SOURCE_BYTES);
	assert_int_equal(bytes.len, CLOCK_UNIT);
	assert_ptr_equal(bytes.ptr, input);
	assert_int_equal(source_read(source, &bytes, NULL), SOURCE_BYTES);
	assert_int_equal(source_read(source, &bytes, NULL), SOURCE_BYTES);
	assert_int_equal(bytes.len, 3);
	assert_int_equal(source_read(source, &bytes, NULL), SOURCE_EOF);
	source_free(source);
	source = source_from_memory((Slice){ NULL, 0 }, NULL, NULL);
	assert_int_equal(source_read(source, &bytes, NULL), SOURCE_EOF);
	source_free(source);
	source_free(NULL);
}

#define IN_FOLDER(test) \
	cmocka_unit_test_setup_teardown(test, make_folder, remove_folder)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		IN_FOLDER(a_small_file_is_read_whole),
		IN_FOLDER(what_a_small_file_gave_stays),
		IN_FOLDER(a_large_file_is_mapped),
		IN_FOLDER(a_descriptor_is_read_from_where_it_stands),
		IN_FOLDER(a_file_that_shrinks_reads_as_zeros),
		cmocka_unit_test(only_what_is_mapped_is_repaired),
		IN_FOLDER(a_file_beyond_the_table_of_mappings_is_read),
		IN_FOLDER(what_is_no_document_is_refused),
		cmocka_unit_test(a_device_without_bytes_is_empty),
		cmocka_unit_test(a_pipe_gives_what_it_has_and_never_blocks),
		IN_FOLDER(a_named_pipe_waits_for_its_writer),
		cmocka_unit_test(a_dash_is_standard_input_and_leaves_it_open),
		IN_FOLDER(a_descriptor_that_cannot_be_read_fails),
		cmocka_unit_test(memory_is_cut_as_the_test_wants),
		cmocka_unit_test(memory_without_cuts_comes_in_units),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
