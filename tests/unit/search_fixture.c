#include "unit/search_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "document/build.h"
#include "reading/finder.h"

void
fix_set_up(Fixture *fix)
{
	memset(fix, 0, sizeof(*fix));
	fix->text = text_new();
	fix->doc = doc_new(fix->text, 0);
	fix->doc->markup = MARKUP_MARKDOWN;
	doc_add_speaker(fix->doc, SLICE("Ann"));
	doc_add_speaker(fix->doc, SLICE("Bob"));
	filter_init(&fix->filter);
	fix->search = search_new();
}

void
fix_tear_down(Fixture *fix)
{
	search_free(fix->search);
	filter_done(&fix->filter);
	doc_free(fix->doc);
	text_free(fix->text);
}

void
fix_grow(Fixture *fix, Slice bytes)
{
	text_append(fix->text, fix->para_at, bytes);
	doc_grow_para(fix->doc, text_len(fix->text));
}

void
fix_open_para(Fixture *fix, Slice line)
{
	TurnId turn = DOC_NONE;
	ParaKind kind = PARA_TEXT;

	doc_close_para(fix->doc);
	if (line.ptr[0] == 'A' || line.ptr[0] == 'B')
		turn = doc_add_turn(fix->doc, line.ptr[0] == 'A' ? 0 : 1, 1);
	if (line.ptr[0] == '#') {
		kind = PARA_HEADING;
		doc_add_chapter(fix->doc, 1, 0);
	}
	fix->para_at = text_len(fix->text);
	doc_add_para(fix->doc, kind, turn, fix->para_at, 1);
	fix_grow(fix, slice_sub(line, 1, line.len));
}

void
fix_add_lines(Fixture *fix, const char *lines)
{
	while (*lines != '\0') {
		size_t len = strcspn(lines, "\n");
		fix_open_para(fix, (Slice){ lines, len });
		doc_close_para(fix->doc);
		lines += len + (lines[len] == '\n');
	}
}

void
fix_complete(Fixture *fix)
{
	doc_close_para(fix->doc);
	fix->doc->complete = true;
}

void
fix_start(Fixture *fix, const char *query)
{
	Err err = { 0 };

	assert_int_equal(search_start(fix->search, fix->doc,
				      slice_from(query), 0, &err),
			 STATUS_OK);
}

void
fix_run(Fixture *fix)
{
	Progress progress;

	do {
		progress = search_step(fix->search, fix->doc, &fix->filter,
				       deadline_never());
	} while (progress == PROGRESS_MORE);
	assert_true(progress == PROGRESS_DONE || progress == PROGRESS_BLOCKED);
}

void
fix_run_sliced(Fixture *fix)
{
	while (search_step(fix->search, fix->doc, &fix->filter,
			   deadline_now()) == PROGRESS_MORE)
		;
}

void
fix_append_state(Fixture *fix, Buf *out)
{
	static const char *const NAMES[] = { " off", " looking", "", " none" };
	SearchState state = search_state(fix->search);
	Match match = search_current(fix->search);

	if (state != SEARCH_AT) {
		buf_append(out, slice_from(NAMES[state]));
		return;
	}
	buf_appendf(out, " %s%u:%u", search_wrapped(fix->search) ? "~" : "",
		    (unsigned)match.para, (unsigned)match.start);
}

static void
append_count(Fixture *fix, Buf *out)
{
	SearchCount count = search_count(fix->search);

	buf_appendf(out, "%u/%u", count.index, count.shown);
	if (!count.complete)
		buf_append_char(out, '+');
	if (count.hidden > 0)
		buf_appendf(out, " (%u hidden)", count.hidden);
	if (count.partial)
		buf_append_char(out, '!');
}

void
fix_check_buf(Buf *out, const char *want, const char *what)
{
	buf_append_char(out, '\0');
	if (strcmp(out->ptr, want) != 0)
		fail_msg("%s: \"%s\" and not \"%s\"", what, out->ptr, want);
	buf_done(out);
}

void
fix_check_state(Fixture *fix, const char *want)
{
	Buf out;

	buf_init(&out, 4096);
	fix_append_state(fix, &out);
	fix_check_buf(&out, want, "state");
}

void
fix_check_count(Fixture *fix, const char *want)
{
	Buf out;

	buf_init(&out, 4096);
	append_count(fix, &out);
	fix_check_buf(&out, want, "count");
}

Status
fix_find(const Document *doc, const char *query, ChunkVec *ret, bool *partial,
	 Err *err)
{
	Finder *finder = finder_new(slice_from(query), 0, err);
	Status status = STATUS_FAILED;

	if (finder != NULL)
		status = finder_find(finder, doc, ret, partial, err);
	finder_free(finder);
	return status;
}
