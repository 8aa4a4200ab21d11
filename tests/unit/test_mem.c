/* Unit tests of base/mem. */
#include "base/mem.h"

#include <setjmp.h>
#include <stdalign.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/items.h"

static void
no_bytes_give_a_valid_pointer(void **state)
{
	char *ptr = mem_alloc(0);
	char *zeroed = mem_zalloc(0);

	(void)state;
	assert_non_null(ptr);
	assert_non_null(zeroed);
	ptr = mem_realloc(ptr, 0);
	assert_non_null(ptr);
	mem_free(ptr);
	mem_free(zeroed);
	mem_free(NULL);
}

static void
a_copied_slice_ends_with_nul(void **state)
{
	char *copy = mem_strdup_slice(slice_sub(SLICE("訪談記"), 0, 6));
	char *empty = mem_strdup_slice((Slice){ NULL, 0 });

	(void)state;
	assert_string_equal(copy, "訪談");
	assert_string_equal(empty, "");
	mem_free(copy);
	mem_free(empty);
}

static void
say_restored(void)
{
	if (write(STDERR_FILENO, "restored\n", 9) != 9)
		_exit(9);
}

/* What a child says that asks for too many items; its status. */
static int
run_exhausted(char *out, size_t size)
{
	int ends[2], status;
	size_t len = 0;
	ssize_t n;
	pid_t pid;

	assert_int_equal(pipe(ends), 0);
	pid = fork();
	assert_true(pid >= 0);
	if (pid == 0) {
		dup2(ends[1], STDERR_FILENO);
		mem_set_exhausted_hook(say_restored);
		mem_realloc_array(NULL, SIZE_MAX / 2, 3);
		_exit(0);
	}
	close(ends[1]);
	while ((n = read(ends[0], out + len, size - 1 - len)) > 0)
		len += (size_t)n;
	out[len] = '\0';
	close(ends[0]);
	assert_int_equal(waitpid(pid, &status, 0), pid);
	return status;
}

static void
exhaustion_runs_the_hook_and_ends_with_status_2(void **state)
{
	char out[256];
	int status = run_exhausted(out, sizeof(out));

	(void)state;
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), 2);
	assert_string_equal(out, "restored\nfangtan: out of memory\n");
}

static void
an_arena_gives_zeroed_aligned_memory_that_stays(void **state)
{
	static const size_t sizes[] = { 1, 3, 16, 100, 5000, 7, 100000, 0, 9 };
	enum { COUNT = 900, N_SIZES = N_ITEMS(sizes) };
	unsigned char *ptrs[COUNT];
	Arena arena;

	(void)state;
	arena_init(&arena);
	for (size_t i = 0; i < COUNT; i++) {
		size_t size = sizes[i % N_SIZES];

		ptrs[i] = arena_alloc(&arena, size);
		assert_int_equal((uintptr_t)ptrs[i] % alignof(max_align_t), 0);
		for (size_t k = 0; k < size; k++)
			assert_int_equal(ptrs[i][k], 0);
		memset(ptrs[i], (int)(i % 251) + 1, size);
	}
	for (size_t i = 0; i < COUNT; i++)
		for (size_t k = 0; k < sizes[i % N_SIZES]; k++)
			assert_int_equal(ptrs[i][k], i % 251 + 1);
	assert_true(arena.bytes >= COUNT / N_SIZES * 105136);
	arena_done(&arena);
}

static void
an_arena_copies_slices_with_a_nul_behind(void **state)
{
	Arena arena;
	Slice one, two, empty;

	(void)state;
	arena_init(&arena);
	one = arena_copy(&arena, SLICE("訪談"));
	two = arena_copy(&arena, SLICE("a\0b"));
	empty = arena_copy(&arena, (Slice){ NULL, 0 });
	assert_string_equal(one.ptr, "訪談");
	assert_int_equal(two.len, 3);
	assert_memory_equal(two.ptr, "a\0b", 4);
	assert_int_equal(empty.len, 0);
	assert_string_equal(empty.ptr, "");
	arena_done(&arena);
}

static void
a_cleared_arena_gives_zeroed_memory_again(void **state)
{
	Arena arena;
	char *ptr;

	(void)state;
	arena_init(&arena);
	arena_clear(&arena);
	for (int i = 0; i < 100; i++)
		memset(arena_alloc(&arena, 40), 0xFF, 40);
	arena_clear(&arena);
	assert_int_equal(arena.bytes, 0);
	ptr = arena_alloc(&arena, 40);
	for (int i = 0; i < 40; i++)
		assert_int_equal(ptr[i], 0);
	arena_done(&arena);
	assert_null(arena.blocks);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(no_bytes_give_a_valid_pointer),
		cmocka_unit_test(a_copied_slice_ends_with_nul),
		cmocka_unit_test(
			exhaustion_runs_the_hook_and_ends_with_status_2),
		cmocka_unit_test(
			an_arena_gives_zeroed_aligned_memory_that_stays),
		cmocka_unit_test(an_arena_copies_slices_with_a_nul_behind),
		cmocka_unit_test(a_cleared_arena_gives_zeroed_memory_again),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
