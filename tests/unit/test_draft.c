#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "formats/draft.h"

static void
a_part_outlives_what_it_was_made_of(void **state)
{
	char text[] = "hello", name[] = "Ann";
	Slice speakers[] = { { name, 3 } };
	DraftPart part = {
		.kind = PARA_QUOTE,
		.level = 2,
		.speakers = speakers,
		.n_speakers = 1,
		.text = { text, 5 },
		.start_ms = 7,
		.end_ms = DOC_NONE,
		.line = 3,
	};
	const DraftPart *copy;
	Draft draft;

	(void)state;
	draft_init(&draft);
	draft_add(&draft, &part);
	memset(text, 'x', 5);
	memset(name, 'x', 3);
	speakers[0] = SLICE("");
	copy = vec_at(&draft.parts, 0);
	assert_true(slice_eq(copy->text, SLICE("hello")));
	assert_int_equal(copy->n_speakers, 1);
	assert_true(slice_eq(copy->speakers[0], SLICE("Ann")));
	assert_int_equal(copy->kind, PARA_QUOTE);
	assert_int_equal(copy->level, 2);
	assert_int_equal(copy->start_ms, 7);
	assert_int_equal(copy->line, 3);
	draft_done(&draft);
}

/* Adds what one speaker says; ptr NULL: nobody is named. */
static void
add_text(Draft *draft, Slice speaker, Slice text)
{
	DraftPart part = {
		.kind = PARA_TEXT,
		.speakers = &speaker,
		.n_speakers = speaker.ptr != NULL,
		.text = text,
	};

	draft_add(draft, &part);
}

static void
the_same_speakers_are_kept_once(void **state)
{
	const DraftPart *a, *b, *c;
	Draft draft;

	(void)state;
	draft_init(&draft);
	add_text(&draft, SLICE("Ann"), SLICE("one"));
	add_text(&draft, SLICE("Ann"), SLICE("two"));
	add_text(&draft, SLICE("Bob"), SLICE("three"));
	a = vec_at(&draft.parts, 0);
	b = vec_at(&draft.parts, 1);
	c = vec_at(&draft.parts, 2);
	assert_ptr_equal(a->speakers, b->speakers);
	assert_true(slice_eq(c->speakers[0], SLICE("Bob")));
	draft_done(&draft);
}

static void
no_name_is_no_speaker(void **state)
{
	const DraftPart *part;
	Draft draft;

	(void)state;
	draft_init(&draft);
	add_text(&draft, (Slice){ NULL, 0 }, SLICE("one"));
	part = vec_at(&draft.parts, 0);
	assert_int_equal(part->n_speakers, 0);
	assert_null(part->speakers);
	draft_done(&draft);
}

static void
a_speaker_keeps_aliases_and_role(void **state)
{
	const Slice aliases[] = { SLICE("AL"), SLICE("Annie") };
	const DraftSpeaker speaker = { SLICE("Ann Lee"), aliases, 2,
				       SPEAKER_HOST };
	const DraftSpeaker *copy;
	Draft draft;

	(void)state;
	draft_init(&draft);
	draft_add_speaker(&draft, &speaker);
	copy = vec_at(&draft.speakers, 0);
	assert_true(slice_eq(copy->name, SLICE("Ann Lee")));
	assert_int_equal(copy->n_aliases, 2);
	assert_true(slice_eq(copy->aliases[1], SLICE("Annie")));
	assert_int_equal(copy->role, SPEAKER_HOST);
	draft_done(&draft);
}

static void
parts_beyond_the_limit_are_refused(void **state)
{
	Draft draft;

	(void)state;
	draft_init(&draft);
	for (size_t i = 0; i < DRAFT_PARTS_MAX; i++)
		add_text(&draft, SLICE("Ann"), SLICE(""));
	assert_false(draft.full);
	add_text(&draft, SLICE("Ann"), SLICE(""));
	assert_true(draft.full);
	assert_int_equal(draft.parts.count, DRAFT_PARTS_MAX);
	draft_done(&draft);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_part_outlives_what_it_was_made_of),
		cmocka_unit_test(the_same_speakers_are_kept_once),
		cmocka_unit_test(no_name_is_no_speaker),
		cmocka_unit_test(a_speaker_keeps_aliases_and_role),
		cmocka_unit_test(parts_beyond_the_limit_are_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
