/* What the command line asks for, from options to bytes and exit status. */
#include "print.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/items.h"
#include "unit/folder_fixture.h"

#define ARGS_MAX 12

static const char TEXT[] =
	"---\ntitle: T\n---\npreface gold\n\n## One\n\n**Ann Lee**: gold and "
	"silver\n\n**Bob Ray**: nothing\n\n## Two gold\n\n**Ann Lee**: [Gold]"
	"(http://e/)\n";

typedef struct Printed {
	Buf out;
	Buf complaints;		/* `PATH: message` lines, folders left out */
} Printed;

static bool
write_to_buf(void *ctx, Slice bytes)
{
	return buf_append(&((Printed *)ctx)->out, bytes);
}

static void
complain_to_buf(void *ctx, const char *path, const Err *err)
{
	Printed *printed = ctx;
	const char *name = path == NULL ? "" : strrchr(path, '/') + 1;

	buf_appendf(&printed->complaints, "%s: %s\n", name, err->text);
}

/* Prints a.md and what else `args` (blanks between) asks for. */
static int
print(const Folder *folder, const char *args, Printed *printed)
{
	const PrintTarget target = {
		.write = write_to_buf,
		.complain = complain_to_buf,
		.ctx = printed,
		.columns = 80,
	};
	char copy[300], paths[ARGS_MAX][300];
	char *argv[ARGS_MAX] = { (char *)"fangtan" };
	Options options;
	Library library;
	Err err = { .line = 0 };
	int argc = 1, status;

	snprintf(copy, sizeof(copy), "%s", args);
	for (char *arg = strtok(copy, " "); arg != NULL && argc < ARGS_MAX;
	     arg = strtok(NULL, " "))
		argv[argc++] = arg;
	assert_int_equal(options_parse(&options, argc, argv, &err), STATUS_OK);
	library_init(&library);
	for (int i = 0; i < options.n_operands; i++) {
		folder_path(folder, options.operands[i], paths[i],
			    sizeof(paths[i]));
		library_add(&library, paths[i], NULL);
	}
	buf_init(&printed->out, SIZE_MAX);
	buf_init(&printed->complaints, SIZE_MAX);
	status = print_documents(&options, &library, &target);
	buf_append_char(&printed->out, '\0');
	buf_append_char(&printed->complaints, '\0');
	library_done(&library);
	options_done(&options);
	return status;
}

static void
printed_done(Printed *printed)
{
	buf_done(&printed->out);
	buf_done(&printed->complaints);
}

/* The output without the folder's name. */
static void
strip_folder(const Folder *folder, Buf *out)
{
	size_t len = strlen(folder->path) + 1;
	char *at;

	while ((at = strstr(out->ptr, folder->path)) != NULL)
		memmove(at, at + len, strlen(at + len) + 1);
}

static int
open_folder(void **state)
{
	static Folder folder;

	folder_make(&folder);
	folder_write(&folder, "a.md", TEXT);
	folder_write(&folder, "b.md", "Cid Fox: gold\n\nDan Orr: lead\n");
	folder_write(&folder, "empty.md", "");
	*state = &folder;
	return 0;
}

static int
close_folder(void **state)
{
	folder_remove(*state);
	return 0;
}

typedef struct PrintCase {
	const char *args;
	int status;
	const char *out;
} PrintCase;

static void
check_cases(const Folder *folder, const PrintCase *cases, size_t n)
{
	int bad = 0;

	for (size_t i = 0; i < n; i++) {
		Printed printed;
		int status = print(folder, cases[i].args, &printed);

		strip_folder(folder, &printed.out);
		if (status != cases[i].status ||
		    strcmp(printed.out.ptr, cases[i].out) != 0 ||
		    printed.complaints.ptr[0] != '\0') {
			print_message("%s: %d\n%s%s", cases[i].args, status,
				      printed.out.ptr, printed.complaints.ptr);
			bad++;
		}
		printed_done(&printed);
	}
	assert_int_equal(bad, 0);
}

static void
what_is_asked_for_is_printed(void **state)
{
	static const PrintCase cases[] = {
		{ "a.md", 0,
		  "T\n\n  preface gold\n\nOne\n\nAnn Lee\n  gold and silver\n\n"
		  "Bob Ray\n  nothing\n\nTwo gold\n\nAnn Lee\n  Gold\n" },
		{ "empty.md", 0, "empty\n" },
		{ "", 0, "" },
		/* parts */
		{ "-s ann a.md", 0,
		  "Ann Lee\n  gold and silver\n\nAnn Lee\n  Gold\n" },
		{ "-s 2 -s 1 -c 1 a.md", 0,
		  "Ann Lee\n  gold and silver\n\nBob Ray\n  nothing\n" },
		{ "-c two a.md", 0, "Two gold\n\nAnn Lee\n  Gold\n" },
		{ "-t 2 a.md", 0, "Bob Ray\n  nothing\n" },
		/* matches of one operand are turns, of several lines */
		{ "-e gold a.md", 0,
		  "  preface gold\n\nAnn Lee\n  gold and silver\n\nTwo gold\n\n"
		  "Ann Lee\n  Gold\n" },
		{ "-e Gold a.md", 0, "Ann Lee\n  Gold\n" },
		{ "-e gold -t 1 a.md", 0, "Ann Lee\n  gold and silver\n" },
		{ "-e ol a.md b.md", 0,
		  "a.md:-:-: preface gold\na.md:1:Ann Lee: gold and silver\n"
		  "a.md:-:-: Two gold\na.md:3:Ann Lee: Gold\n"
		  "b.md:1:Cid Fox: gold\n" },
		{ "-e tin a.md", 1, "" },
		{ "-e lead a.md b.md", 0, "b.md:2:Dan Orr: lead\n" },
		{ "-F -e . a.md", 1, "" },
		/* counts */
		{ "-e gold --count a.md", 0, "4\n" },
		{ "-I -e gold --count a.md", 0, "3\n" },
		{ "-e o -s bob --count a.md", 0, "1\n" },
		{ "-e tin --count a.md b.md", 1, "a.md:0\nb.md:0\n" },
		/* lists */
		{ "--chapters a.md", 0,
		  "1\t2\t1\t2\tOne\n2\t2\t3\t1\tTwo gold\n" },
		{ "--speakers b.md", 0,
		  "1\tCid Fox\tunknown\t1\t4\t0.5000\n"
		  "2\tDan Orr\tunknown\t1\t4\t0.5000\n" },
		{ "-w 10 -t 1 a.md", 0, "Ann Lee\n  gold and silver\n" },
	};

	check_cases(*state, cases, N_ITEMS(cases));
}

static void
turns_around_matches_are_printed(void **state)
{
	static const PrintCase cases[] = {
		{ "-e nothing -A 1 a.md", 0,
		  "Bob Ray\n  nothing\n\nTwo gold\n\nAnn Lee\n  Gold\n" },
		{ "-e preface|Gold -B 1 a.md", 0,
		  "  preface gold\n\n--\n\nBob Ray\n  nothing\n\nTwo gold\n\n"
		  "Ann Lee\n  Gold\n" },
		{ "-e lead -C 1 b.md a.md", 0,
		  "b.md-1-Cid Fox- gold\nb.md:2:Dan Orr: lead\n" },
		{ "-e lead|silver -A 1 b.md a.md", 0,
		  "b.md:2:Dan Orr: lead\n--\na.md:1:Ann Lee: gold and silver\n"
		  "a.md-2-Bob Ray- nothing\n" },
	};

	check_cases(*state, cases, N_ITEMS(cases));
}

static void
what_cannot_be_done_is_complained_of(void **state)
{
	static const struct {
		const char *args, *message;
	} cases[] = {
		{ "missing.md", "missing.md: " },
		{ "-s cid a.md", "a.md: no speaker is called “cid”" },
		{ "-s a a.md", "a.md: “a” is part of the names of several" },
		{ "-c three a.md", "a.md: there is no chapter “three”" },
		{ "-c o a.md", "a.md: “o” is part of the titles of several" },
		{ "-t 4 a.md", "a.md: there is no turn 4" },
		{ "-e ( a.md", "" },
		{ "-e gold missing.md a.md", "missing.md: " },
	};

	for (size_t i = 0; i < N_ITEMS(cases); i++) {
		Printed printed;

		assert_int_equal(print(*state, cases[i].args, &printed), 2);
		if (printed.complaints.len < 3 ||
		    strstr(printed.complaints.ptr, cases[i].message) !=
			    printed.complaints.ptr)
			fail_msg("%s: %s", cases[i].args,
				 printed.complaints.ptr);
		printed_done(&printed);
	}
}

static void
json_is_one_object_a_line(void **state)
{
	Printed printed;
	const char *second;

	assert_int_equal(print(*state, "-f json a.md b.md", &printed), 0);
	second = strchr(printed.out.ptr, '\n') + 1;
	assert_memory_equal(printed.out.ptr, "{\"title\": \"T\"", 13);
	assert_memory_equal(second, "{\"title\": \"b\"", 13);
	assert_string_equal(strchr(second, '\n'), "\n");
	printed_done(&printed);
}

static void
json_of_matches_has_the_passages_that_match(void **state)
{
	Printed printed;

	assert_int_equal(print(*state, "-f json -e silver a.md", &printed), 0);
	assert_non_null(strstr(printed.out.ptr, "\"matches\": [[9, 15]]"));
	assert_null(strstr(printed.out.ptr, "nothing"));
	assert_non_null(strstr(printed.out.ptr, "\"name\": \"Bob Ray\""));
	printed_done(&printed);
	assert_int_equal(print(*state, "-f json -e tin a.md", &printed), 1);
	assert_non_null(strstr(printed.out.ptr, "\"passages\": []"));
	printed_done(&printed);
	assert_int_equal(print(*state, "-f json --speakers a.md", &printed),
			 0);
	assert_memory_equal(printed.out.ptr, "[{\"id\": 1", 9);
	printed_done(&printed);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_asked_for_is_printed),
		cmocka_unit_test(turns_around_matches_are_printed),
		cmocka_unit_test(what_cannot_be_done_is_complained_of),
		cmocka_unit_test(json_is_one_object_a_line),
		cmocka_unit_test(json_of_matches_has_the_passages_that_match),
	};

	return cmocka_run_group_tests(tests, open_folder, close_folder);
}
