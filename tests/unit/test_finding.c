/* What one looks for in a list, and what is left of it. */
#include "ui/finding.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/items.h"
#include "base/mem.h"
#include "unit/folder_fixture.h"
#include "unit/screen_fixture.h"

static const Sample TALK = {
	.path = "a.md",
	.text = "---\nspeaker_aliases:\n  Ann Lee: [Nan]\n---\n\n"
		"# The River\n\n**Ann Lee**: one\n\n# A Boat\n\n**Bob Ray**: two"
		"\n\n# River Again\n\n**Ann Lee**: three\n\n**Cai Wen**: 河\n\n"
		"# 電腦\n\n**Bob Ray**: four\n",
};

/* Of the list that has the keys the entries shown, the selected in brackets. */
static void
append_list(Fixture *fixture, uint32_t n, Buf *out)
{
	const App *app = &fixture->app;
	const ListState *list = app_session(app) ? &app->lists[app->focus]
						 : &app->documents;

	buf_clear(out);
	for (uint32_t i = 0; i < finding_count(app, list, n); i++)
		buf_appendf(out, i == list->selected ? "[%u]" : "%u",
			    (unsigned)finding_entry(app, list, i));
	buf_append_char(out, '\0');
}

typedef struct ListCase {
	const char *keys;
	const char *list;
} ListCase;

static void
check_lists(Fixture *fixture, const ListCase *cases, size_t n_cases, uint32_t n)
{
	Buf out, screen;

	buf_init(&out, SIZE_MAX);
	buf_init(&screen, SIZE_MAX);
	for (size_t i = 0; i < n_cases; i++) {
		feed(fixture, cases[i].keys);
		paint_dump(fixture, &screen);
		append_list(fixture, n, &out);
		if (strcmp(out.ptr, cases[i].list))
			fail_msg("%s: %s and not %s", cases[i].keys, out.ptr,
				 cases[i].list);
	}
	buf_done(&screen);
	buf_done(&out);
}

static void
chapters_are_found_and_filtered(void **state)
{
	static const ListCase cases[] = {
		{ "c", "[0]123" },
		/* as one types, and back */
		{ "/ b o", "0[1]23" },
		{ "<Esc>", "[0]123" },
		{ "/ a g a i <Enter>", "01[2]3" },
		/* from where one is, around; nothing typed: the next */
		{ "/ r i v <Enter>", "01[2]3" },
		{ "/ <Enter>", "[0]123" },
		{ "/ <Enter>", "01[2]3" },
		{ "/ x y z", "01[2]3" },
		{ "<Esc> / 电 脑 <Enter>", "012[3]" },
		/* only what matches */
		{ "& r", "0[2]" },
		{ "<BS>", "012[3]" },
		{ "r i v e r <Enter>", "0[2]" },
		{ "k", "[0]2" },
		{ "j j j", "0[2]" },
		{ "/ t h e <Enter>", "[0]2" },
		{ "<Esc>", "[0]123" },
		{ "& z z", "" },
		{ "<Esc>", "[0]123" },
		{ "& b o <Enter> & <Enter>", "0[1]23" },
		/* what is no pattern changes nothing */
		{ "& a (", "[1]2" },
		{ "<Esc>", "0[1]23" },
	};
	Fixture fixture;

	(void)state;
	fixture_open(&fixture, 24, 100, &TALK);
	check_lists(&fixture, cases, N_ITEMS(cases), 4);
	fixture_done(&fixture);
}

static void
enter_goes_to_what_is_left(void **state)
{
	Fixture fixture;
	Session *session;

	(void)state;
	fixture_open(&fixture, 24, 100, &TALK);
	session = app_session(&fixture.app);
	feed(&fixture, "c & a g a i <Enter> <Enter>");
	assert_int_equal(fixture.app.focus, PANE_DIALOGUE);
	assert_int_equal(session->view.top.para,
			 doc_chapter(session->doc, 2)->first);
	assert_null(fixture.app.finding.list);
	feed(&fixture, "s & n a n <Enter> <Space>");
	assert_false(filter_has(&session->filter, 0));
	assert_true(filter_has(&session->filter, 1));
	feed(&fixture, "<Tab>");
	assert_null(fixture.app.finding.list);
	fixture_done(&fixture);
}

/* A question and its answer. */
#define ASKED(n) "**Ann Lee**: Is the number " n "?\n\n**Bob Ray**: It is, I think.\n\n"

static void
list_that_becomes_another_shows_all(void **state)
{
	static const Sample questions = {
		.path = "a.md",
		.text = "---\ntitle: T\nhost: Ann Lee\nguest: Bob Ray\n---\n\n"
			"# A\n\n" ASKED("one") ASKED("two") ASKED("three")
			"# B\n\n" ASKED("four") ASKED("five") ASKED("six"),
	};
	static const ListCase cases[] = {
		{ "c o & s i x <Enter>", "[5]" },
		{ "o", "[0]1" },
		{ "<Esc>", "[0]1" },
	};
	Fixture fixture;

	(void)state;
	fixture_open(&fixture, 24, 100, &questions);
	check_lists(&fixture, cases, N_ITEMS(cases), 2);
	fixture_done(&fixture);
}

static void
documents_are_found_and_filtered(void **state)
{
	static const ListCase cases[] = {
		{ "/ t w o", "0[1]2" },
		{ "<Tab>", "0[1]2" },
		{ "<Enter>", "0[1]2" },
		{ "& t <Enter>", "[1]2" },
		{ "G", "1[2]" },
		{ "<Esc>", "01[2]" },
	};
	Fixture fixture;
	Library *library = mem_zalloc(sizeof(*library));
	Folder folder;

	(void)state;
	folder_make(&folder);
	folder_write(&folder, "one.md", "**A B**: one\n");
	folder_write(&folder, "two.md", "**A B**: two\n");
	folder_write(&folder, "txt.md", "**A B**: three\n");
	library_init(library);
	assert_int_equal(library_add(library, folder.path, NULL), STATUS_OK);
	fixture_open(&fixture, 12, 60, &TALK);
	app_set_library(&fixture.app, library);
	feed(&fixture, "q");
	assert_null(app_session(&fixture.app));
	check_lists(&fixture, cases, N_ITEMS(cases), 3);
	fixture_done(&fixture);
	folder_remove(&folder);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(chapters_are_found_and_filtered),
		cmocka_unit_test(enter_goes_to_what_is_left),
		cmocka_unit_test(list_that_becomes_another_shows_all),
		cmocka_unit_test(documents_are_found_and_filtered),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
