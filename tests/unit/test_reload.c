/* A document that is read again: what of the session goes on. */
#include "session.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/items.h"

static Session *
open_session(Slice bytes)
{
	Session *session = session_new(source_from_memory(bytes, NULL, NULL),
				       "a.md", NULL);

	session_resize(session, 6, layout_shape(40, 68, NAMES_ABOVE));
	return session;
}

static void
work(Session *session)
{
	while (session_work(session, deadline_now()) == PROGRESS_MORE)
		;
}

/* Two who take turns, behind another turn of the second. */
static void
fill(Buf *text, const char *start)
{
	buf_init(text, SIZE_MAX);
	buf_append(text, slice_from(start));
	for (int i = 0; i < 40; i++)
		buf_appendf(text, "%s: words %d of a turn\n\n",
			    i % 2 ? "Bob Ray" : "Ann Lee", i);
}

static void
what_is_shown_stays_so_by_the_speakers_names(void **state)
{
	static const char *const queries[] = { NULL, "3" };

	(void)state;
	for (size_t i = 0; i < N_ITEMS(queries); i++) {
		Session *before, *session;
		uint32_t shown;
		Buf text, more;
		Err err;

		fill(&text, "");
		fill(&more, "Bob Ray: new\n\n");
		before = open_session(buf_slice(&text));
		work(before);
		assert_true(filter_only(&before->filter, before->doc, 0));
		if (queries[i])
			session_narrow(before, slice_from(queries[i]), 0, 0,
				       &err);
		work(before);
		shown = filter_turns(&before->filter, before->doc);
		assert_in_range(shown, 1, 20);
		session = open_session(buf_slice(&more));
		session_take_offset(session, before);
		session_free(before);
		work(session);
		assert_int_equal(filter_turns(&session->filter, session->doc),
				 shown);
		for (TurnId turn = 0; turn < 41; turn++)
			if (filter_shows_turn(&session->filter, session->doc,
					      turn))
				assert_true(doc_turn_has(session->doc, turn,
							 1));
		session_free(session);
		buf_done(&more);
		buf_done(&text);
	}
}

static void
one_goes_back_to_where_one_came_from(void **state)
{
	Session *before, *session;
	Anchor place;
	Buf text;

	(void)state;
	fill(&text, "");
	before = open_session(buf_slice(&text));
	work(before);
	assert_true(view_to_turn(&before->view, 20, NULL));
	place = before->view.top;
	assert_true(view_to_turn(&before->view, 33, NULL));
	session = open_session(buf_slice(&text));
	session_take_offset(session, before);
	session_free(before);
	work(session);
	assert_true(view_jump_back(&session->view));
	assert_int_equal(session->view.top.para, place.para);
	session_free(session);
	buf_done(&text);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_shown_stays_so_by_the_speakers_names),
		cmocka_unit_test(one_goes_back_to_where_one_came_from),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
