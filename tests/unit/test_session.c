#include "session.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

#include "base/items.h"

#define TURNS "Ann Lee: one\n\nBob Ray: two\n\n"
#define ROWS 6

/* The bytes that may be read so far; then the source pauses. */
typedef struct Tap {
	size_t open;
	size_t given;
} Tap;

static size_t
next_cut(void *ctx)
{
	Tap *tap = ctx;
	size_t left = tap->open - tap->given;
	size_t n = left > CLOCK_UNIT ? CLOCK_UNIT : left;

	tap->given += n;
	return n;
}

static Session *
open_session(Slice bytes, Tap *tap)
{
	Session *session = session_new(
		source_from_memory(bytes, next_cut, tap), "dir/a.md", NULL);

	session_resize(session, ROWS, layout_shape(40, 68, NAMES_ABOVE));
	return session;
}

static void
work(Session *session)
{
	while (session_work(session, deadline_now()) == PROGRESS_MORE)
		;
}

/* What stands on the first row. */
static Slice
top(Session *session)
{
	Line line;

	if (view_lines(&session->view, &line, 1) == 0)
		return SLICE("");
	if (line.kind == LINE_NAME)
		return SLICE("name");
	return layout_shown(session->layout, line.para)->text;
}

static void
fill(Buf *text, int turns)
{
	buf_init(text, SIZE_MAX);
	for (int i = 0; i < turns; i++)
		buf_appendf(text, "%s: words %d of a turn\n\n",
			    i % 2 ? "Bob Ray" : "Ann Lee", i);
}

static void
an_empty_document_is_complete(void **state)
{
	Tap tap = { 0, 0 };
	Session *session;
	Buf title;

	(void)state;
	tap.open = SIZE_MAX;
	session = open_session(SLICE(""), &tap);
	session_open_step(session, deadline_never());
	work(session);
	assert_true(session->doc->complete);
	buf_init(&title, SIZE_MAX);
	assert_true(slice_eq(session_title(session, &title), SLICE("a")));
	buf_done(&title);
	session_free(session);
}

static void
opening_reads_until_the_screen_is_full(void **state)
{
	Tap tap = { SIZE_MAX, 0 };
	Session *session;
	Buf text;

	(void)state;
	fill(&text, 50000);
	session = open_session(buf_slice(&text), &tap);
	session_open_step(session, deadline_never());
	assert_true(doc_n_turns(session->doc) > 2);
	assert_false(session->doc->complete);
	assert_true(session->dirty & DIRTY_TEXT);
	session->dirty = 0;
	work(session);
	assert_true(session->doc->complete);
	assert_int_equal(doc_n_turns(session->doc), 50000);
	assert_true(session->dirty & DIRTY_SIDEBAR);
	assert_int_equal(stats_characters(&session->stats, 0) > 0, true);
	session_free(session);
	buf_done(&text);
}

static void
what_is_there_is_shown_while_a_pipe_pauses(void **state)
{
	static const char text[] = TURNS TURNS "Ann Lee: end";
	Tap tap = { sizeof(TURNS) - 1, 0 };
	Session *session;

	(void)state;
	session = open_session(slice_from(text), &tap);
	session_open_step(session, deadline_never());
	assert_int_equal(doc_n_turns(session->doc), 2);
	assert_int_equal(session_work(session, deadline_never()),
			 PROGRESS_BLOCKED);
	session->dirty = 0;
	tap.open = SIZE_MAX;
	work(session);
	assert_true(session->doc->complete);
	assert_int_equal(doc_n_turns(session->doc), 5);
	assert_true(session->dirty & DIRTY_TEXT);
	session_free(session);
}

/* Later lines make labels of what was narration: the place stays. */
static void
a_new_generation_keeps_the_place(void **state)
{
	Tap tap = { 0, 0 };
	TextOff before;
	Session *session;
	Buf text;

	(void)state;
	buf_init(&text, SIZE_MAX);
	for (int i = 0; i < 8; i++)
		buf_append(&text, SLICE("Words that nobody says.\n\n"));
	buf_append(&text, SLICE("KL: one\n\n"));
	for (int i = 0; i < 4; i++)
		buf_append(&text, SLICE("More of the preface.\n\n"));
	tap.open = text.len;
	for (int i = 0; i < 40; i++)
		buf_append(&text, i % 2 ? SLICE("KL: yes\n\n")
					: SLICE("WPY: no\n\n"));
	session = open_session(buf_slice(&text), &tap);
	session_open_step(session, deadline_never());
	work(session);
	assert_int_equal(doc_n_turns(session->doc), 0);
	assert_true(view_scroll(&session->view, 6));
	before = doc_anchor_off(session->doc,
				view_place(&session->view).top);
	tap.open = SIZE_MAX;
	work(session);
	assert_true(session->doc->generation > 0);
	assert_int_equal(doc_n_turns(session->doc), 41);
	assert_int_equal(doc_anchor_off(session->doc,
					view_place(&session->view).top),
			 before);
	session_free(session);
	buf_done(&text);
}

static void
a_search_shows_its_match_and_leaves_none_behind(void **state)
{
	Tap tap = { SIZE_MAX, 0 };
	Session *session;
	Slice first;
	Err err = { .line = 0 };
	Buf text;

	(void)state;
	fill(&text, 300);
	session = open_session(buf_slice(&text), &tap);
	session_open_step(session, deadline_never());
	work(session);
	first = top(session);
	assert_false(session_search_next(session, false));
	session_search_begin(session);
	assert_int_equal(session_search_set(session, SLICE("words 250"), 0,
					    false, &err), STATUS_OK);
	work(session);
	assert_int_equal(search_state(session->search), SEARCH_AT);
	assert_int_equal(doc_para(session->doc,
				  search_current(session->search).para)->turn,
			 250);
	/* An unfinished pattern keeps the last result. */
	assert_int_equal(session_search_set(session, SLICE("words ("), 0,
					    false, &err), STATUS_FAILED);
	work(session);
	assert_int_equal(search_state(session->search), SEARCH_AT);
	/* Back to where one was. */
	session_search_cancel(session);
	work(session);
	assert_int_equal(search_state(session->search), SEARCH_OFF);
	assert_true(slice_eq(top(session), first));
	session_free(session);
	buf_done(&text);
}

static void
an_accepted_search_goes_from_match_to_match(void **state)
{
	Tap tap = { SIZE_MAX, 0 };
	Session *session;
	Buf text;

	(void)state;
	fill(&text, 300);
	session = open_session(buf_slice(&text), &tap);
	session_open_step(session, deadline_never());
	session_search_begin(session);
	session_search_set(session, SLICE("words 9[0-9] "), 0, false, NULL);
	work(session);
	session_search_accept(session);
	work(session);
	assert_int_equal(search_count(session->search).shown, 10);
	assert_int_equal(search_count(session->search).index, 1);
	assert_true(session_search_next(session, false));
	work(session);
	assert_int_equal(search_count(session->search).index, 2);
	assert_true(session_search_next(session, true));
	work(session);
	assert_int_equal(search_count(session->search).index, 1);
	session_free(session);
	buf_done(&text);
}

static void
what_is_searched_for_stays_until_another_is_accepted(void **state)
{
	static const char *const queries[] = { "", "words 8", "#1", "zzz" };
	Tap tap = { SIZE_MAX, 0 };
	Session *session;
	Slice first;
	Match match;
	Buf text;

	(void)state;
	fill(&text, 300);
	session = open_session(buf_slice(&text), &tap);
	session_open_step(session, deadline_never());
	session_search_begin(session);
	session_search_set(session, SLICE("words 9[0-9] "), 0, false, NULL);
	session_search_accept(session);
	work(session);
	session_search_next(session, false);
	work(session);
	first = top(session);
	for (size_t i = 0; i < N_ITEMS(queries); i++) {
		session_search_begin(session);
		session_search_set(session, slice_from(queries[i]), 0, true,
				   NULL);
		work(session);
		if (search_state(session->search) == SEARCH_OFF)
			assert_false(session_search_accept(session));
		else
			session_search_cancel(session);
		work(session);
		assert_true(slice_eq(search_query(session->search),
				     SLICE("words 9[0-9] ")));
		assert_int_equal(search_count(session->search).index, 2);
		assert_int_equal(search_count(session->search).shown, 10);
		assert_true(slice_eq(top(session), first));
	}
	/* So does its match, where the filter has come to hide it. */
	match = search_current(session->search);
	filter_only(&session->filter, session->doc, 0);
	session_search_begin(session);
	session_search_set(session, SLICE("words 8"), 0, true, NULL);
	session_search_cancel(session);
	work(session);
	assert_int_equal(search_current(session->search).para, match.para);
	assert_int_equal(search_count(session->search).index, 0);
	session_free(session);
	buf_done(&text);
}

static void
an_empty_query_moves_nothing(void **state)
{
	Tap tap = { SIZE_MAX, 0 };
	Session *session;
	Slice first;
	Buf text;

	(void)state;
	fill(&text, 100);
	session = open_session(buf_slice(&text), &tap);
	session_open_step(session, deadline_never());
	work(session);
	first = top(session);
	session_search_begin(session);
	session_search_set(session, SLICE("words 80"), 0, false, NULL);
	work(session);
	session_search_set(session, SLICE(""), 0, false, NULL);
	work(session);
	assert_true(slice_eq(top(session), first));
	session_free(session);
	buf_done(&text);
}

/* A text of one script, long enough to be scrolled. */
static void
fill_simplified(Buf *text)
{
	buf_init(text, SIZE_MAX);
	for (int i = 0; i < 60; i++)
		buf_appendf(text, "%s: 第%d位程序员把U盘里的信息给了数据库，"
			    "打印机的默认软件说：头发是网络的扩展，用户用的"
			    "视频也是，线上的编程语言用代码扩展U盘，程序员的"
			    "数据库用编程语言，给用户的代码在线上扩展代码，"
			    "编程的用户在U盘里优化算法。\n\n",
			    i % 3 ? "叶后来" : "Ann Lee", i);
}

static int
set_up(void **state)
{
	*state = script_new();
	return 0;
}

static int
tear_down(void **state)
{
	script_free(*state);
	return 0;
}

static void
set_script(Session *session, Script *dictionaries, ScriptForm form)
{
	Err err;

	assert_int_equal(session_set_script(session, dictionaries, form, &err),
			 STATUS_OK);
}

static void
no_script_moves_the_place(void **state)
{
	Tap tap = { SIZE_MAX, 0 };
	unsigned random = 7;
	Session *session;
	Anchor before;
	Buf text;

	fill_simplified(&text);
	session = open_session(buf_slice(&text), &tap);
	session_open_step(session, deadline_never());
	work(session);
	view_scroll(&session->view, 71);
	before = session->view.top;
	for (int i = 0; i < 200; i++) {
		ScriptForm form;

		random = random * 1103515245 + 12345;
		form = (ScriptForm)((random >> 16) % SCRIPT_FORMS);
		set_script(session, *state, form);
		work(session);
		if (form != SCRIPT_ORIGINAL)
			continue;
		view_scroll(&session->view, (long)(random >> 20) % 40);
		view_scroll(&session->view, -((long)(random >> 20) % 40));
		assert_memory_equal(&session->view.top, &before,
				    sizeof(before));
	}
	session_free(session);
	buf_done(&text);
}

/* Rows that begin inside of a phrase are places like others. */
static void
each_row_in_another_script_is_reached_by_scrolling(void **state)
{
	Tap tap = { SIZE_MAX, 0 };
	Session *session;
	int down = 0, up = 0;
	Buf text;

	fill_simplified(&text);
	session = open_session(buf_slice(&text), &tap);
	session_open_step(session, deadline_never());
	work(session);
	set_script(session, *state, SCRIPT_TRADITIONAL);
	for (int cols = 21; cols < 40; cols++) {
		session_resize(session, ROWS,
			       layout_shape(cols, 68, NAMES_ABOVE));
		view_to_start(&session->view);
		down = up = 0;
		while (view_scroll(&session->view, 1))
			down++;
		while (view_scroll(&session->view, -1))
			up++;
		assert_true(down > 200);
		assert_int_equal(down, up);
	}
	session_free(session);
	buf_done(&text);
}

/* True where a row on the screen holds a byte of a paragraph's plain text. */
static bool
shows_byte(View *view, ParaId para, uint32_t byte)
{
	Line lines[ROWS];
	int n = view_lines(view, lines, ROWS);

	byte = shown_from_plain(layout_shown(view->layout, para), byte);
	for (int i = 0; i < n; i++)
		if (lines[i].kind == LINE_TEXT && lines[i].para == para &&
		    byte - lines[i].row.start < lines[i].row.len)
			return true;
	return false;
}

static bool
shows_match(View *view, Match match)
{
	return shows_byte(view, match.para, match.start) &&
	       shows_byte(view, match.para, match.start + match.len - 1);
}

static void
a_match_on_the_screen_stays_on_it_in_another_script(void **state)
{
	Tap tap = { SIZE_MAX, 0 };
	Session *session;
	Buf text;

	fill_simplified(&text);
	session = open_session(buf_slice(&text), &tap);
	session_open_step(session, deadline_never());
	work(session);
	session_search_begin(session);
	assert_int_equal(session_search_set(session, SLICE("优化算法"), 0,
					    false, NULL), STATUS_OK);
	session_search_accept(session);
	for (int i = 0; i < 30; i++) {
		Match match;

		work(session);
		assert_int_equal(search_state(session->search), SEARCH_AT);
		match = search_current(session->search);
		/* To the last row, from which longer words would push it. */
		while (shows_match(&session->view, match) &&
		       view_scroll(&session->view, -1))
			;
		if (!shows_match(&session->view, match))
			view_scroll(&session->view, 1);
		set_script(session, *state, SCRIPT_TRADITIONAL);
		assert_true(shows_match(&session->view, match));
		set_script(session, *state, SCRIPT_ORIGINAL);
		assert_true(shows_match(&session->view, match));
		session_search_next(session, false);
	}
	session_free(session);
	buf_done(&text);
}

static void
a_source_that_fails_says_so_once(void **state)
{
	Tap tap = { SIZE_MAX, 0 };
	Session *session;

	(void)state;
	session = open_session((Slice){ "x\0y", 3 }, &tap);
	session_open_step(session, deadline_never());
	work(session);
	assert_true(session->failed);
	assert_true(loader_err(session->loader)->text[0] != '\0');
	assert_int_equal(session_work(session, deadline_never()) ==
				 PROGRESS_FAILED, false);
	session_free(session);
}

static void
a_missing_file_is_an_error(void **state)
{
	Err err = { .line = 0 };

	(void)state;
	assert_null(session_open("/nowhere/a.md", NULL, &err));
	assert_true(err.text[0] != '\0');
}

static void
search_for(Session *session, const char *query)
{
	Err err;

	assert_int_equal(session_search_set(session, slice_from(query), 0,
					    false, &err), STATUS_OK);
	session_search_accept(session);
	work(session);
}

/* Two patterns, one of which each turn of Ann Lee has. */
static void
every_pattern_is_counted_as_the_filter_has_it(void **state)
{
	Session *session;
	SearchCount one, other;
	Buf text;
	Tap tap;

	(void)state;
	fill(&text, 10);
	tap = (Tap){ .open = text.len };
	session = open_session(buf_slice(&text), &tap);
	work(session);
	session_search_begin(session);
	search_for(session, "words [02468]");
	assert_true(session_pattern_add(session));
	search_for(session, "words");
	filter_only(&session->filter, session->doc, 0);
	work(session);
	one = search_count(searches_at(&session->searches, 0));
	other = search_count(searches_at(&session->searches, 1));
	assert_int_equal(one.shown, 5);
	assert_int_equal(one.hidden, 0);
	assert_int_equal(other.shown, 5);
	assert_int_equal(other.hidden, 5);
	assert_int_equal(other.index, 1);
	session_pattern_remove(session);
	assert_ptr_equal(session->search, searches_at(&session->searches, 0));
	session_free(session);
	buf_done(&text);
}

/* Another generation is matched anew. */
static void
what_matches_is_shown_at_the_place_where_one_is(void **state)
{
	Session *session;
	Buf text;
	Tap tap;
	Err err;

	(void)state;
	fill(&text, 40);
	tap = (Tap){ .open = text.len / 2 };
	session = open_session(buf_slice(&text), &tap);
	work(session);
	view_to_turn(&session->view, 6, NULL);
	assert_int_equal(session_narrow(session, SLICE("words [2359]"), 0, 0,
					&err), STATUS_OK);
	work(session);
	assert_int_equal(session->view.top.para,
			 doc_turn(session->doc, 6)->first);
	tap.open = text.len;
	work(session);
	assert_true(session->narrow.filled);
	assert_true(filter_shows_turn(&session->filter, session->doc, 39));
	assert_false(filter_shows_turn(&session->filter, session->doc, 17));
	session_narrow_stop(session);
	assert_int_equal(session->view.top.para,
			 doc_turn(session->doc, 6)->first);
	session_free(session);
	buf_done(&text);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_empty_document_is_complete),
		cmocka_unit_test(opening_reads_until_the_screen_is_full),
		cmocka_unit_test(what_is_there_is_shown_while_a_pipe_pauses),
		cmocka_unit_test(a_new_generation_keeps_the_place),
		cmocka_unit_test(
			a_search_shows_its_match_and_leaves_none_behind),
		cmocka_unit_test(an_accepted_search_goes_from_match_to_match),
		cmocka_unit_test(
			what_is_searched_for_stays_until_another_is_accepted),
		cmocka_unit_test(an_empty_query_moves_nothing),
		cmocka_unit_test(no_script_moves_the_place),
		cmocka_unit_test(
			each_row_in_another_script_is_reached_by_scrolling),
		cmocka_unit_test(
			a_match_on_the_screen_stays_on_it_in_another_script),
		cmocka_unit_test(a_source_that_fails_says_so_once),
		cmocka_unit_test(a_missing_file_is_an_error),
		cmocka_unit_test(every_pattern_is_counted_as_the_filter_has_it),
		cmocka_unit_test(what_matches_is_shown_at_the_place_where_one_is),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
