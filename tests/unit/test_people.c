#include "formats/people.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

#include "base/items.h"
#include "unit/load_fixture.h"

static const char front[] =
	"host: Ann Lee\n"
	"guests: [Bob Ray, {name: Cid Wu}]\n"
	"speaker_aliases:\n"
	"  Ann Lee: [AL, 安]\n"
	"  Bob Ray: BR\n"
	"speaker_roles:\n"
	"  Bob Ray: host\n"
	"  Dee: 嘉賓\n";

static void
roles_are_as_stated_or_as_the_name_says(void **state)
{
	static const struct {
		const char *name;
		SpeakerRole role;
	} cases[] = {
		{ "Ann Lee", SPEAKER_HOST },	/* by its key */
		{ "Cid Wu", SPEAKER_GUEST },
		{ "Bob Ray", SPEAKER_HOST },	/* speaker_roles wins */
		{ "dee", SPEAKER_GUEST },
		{ "Cid", SPEAKER_GUEST },	/* by a part of it */
		{ "Mr. Lee", SPEAKER_HOST },
		{ "主持人", SPEAKER_HOST },	/* by the name itself */
		{ "Q", SPEAKER_HOST },
		{ "Eve", SPEAKER_UNKNOWN },
	};
	const YamlNode *root;
	Arena arena;

	(void)state;
	arena_init(&arena);
	assert_int_equal(yaml_read(slice_from(front), &arena, &root, NULL),
			 STATUS_OK);
	for (size_t i = 0; i < N_ITEMS(cases); i++)
		assert_int_equal(people_role(root, slice_from(cases[i].name)),
				 cases[i].role);
	arena_done(&arena);
}

static void
an_alias_leads_to_the_name(void **state)
{
	static const char *const cases[][2] = {
		{ "AL", "Ann Lee" },	{ "安", "Ann Lee" },
		{ "br", "Bob Ray" },	{ "ann lee", "Ann Lee" },
		{ "Eve", "Eve" },
	};
	const YamlNode *root;
	Arena arena;

	(void)state;
	arena_init(&arena);
	assert_int_equal(yaml_read(slice_from(front), &arena, &root, NULL),
			 STATUS_OK);
	for (size_t i = 0; i < N_ITEMS(cases); i++)
		assert_true(slice_eq(people_name(root,
						 slice_from(cases[i][0])),
				     slice_from(cases[i][1])));
	arena_done(&arena);
	assert_true(slice_eq(people_name(NULL, SLICE("x")), SLICE("x")));
}

static void
labels_by_alias_are_turns_of_the_name(void **state)
{
	const Document *doc;
	Loaded loaded;

	(void)state;
	load_text(&loaded,
		  "---\nspeaker_aliases:\n  Ann Lee: [AL]\n---\n"
		  "AL: a\n\nBob Ray: b\n\nAnn Lee: c\n\nAL: d\n", "a.md");
	doc = loaded.doc;
	assert_int_equal(doc_n_speakers(doc), 2);
	assert_true(slice_eq(doc_speaker(doc, 0)->name, SLICE("Ann Lee")));
	assert_int_equal(doc_speaker(doc, 0)->turns, 3);
	assert_true(slice_eq(doc_speaker(doc, 0)->aliases->name, SLICE("AL")));
	loaded_done(&loaded);
}

static void
of_two_roots_the_first_wins(void **state)
{
	static const char wins[] =
		"speaker_aliases: {Ann B. Lee: [AL], Eve: E}\n"
		"speaker_roles: {Bob Ray: guest}\n";
	const YamlNode *first, *second, *root;
	Arena arena;

	(void)state;
	arena_init(&arena);
	assert_int_equal(yaml_read(slice_from(wins), &arena, &first, NULL),
			 STATUS_OK);
	assert_int_equal(yaml_read(slice_from(front), &arena, &second, NULL),
			 STATUS_OK);
	root = people_join(first, second, &arena);
	assert_true(slice_eq(people_name(root, SLICE("AL")),
			     SLICE("Ann B. Lee")));
	assert_true(slice_eq(people_name(root, SLICE("安")),
			     SLICE("Ann Lee")));
	assert_int_equal(people_role(root, SLICE("Bob Ray")), SPEAKER_GUEST);
	assert_int_equal(people_role(root, SLICE("Dee")), SPEAKER_GUEST);
	assert_int_equal(people_role(root, SLICE("Ann Lee")), SPEAKER_HOST);
	assert_true(people_knows(root, SLICE("E")));
	assert_false(people_knows(second, SLICE("E")));
	assert_ptr_equal(people_join(NULL, second, &arena), second);
	assert_ptr_equal(people_join(first, NULL, &arena), first);
	arena_done(&arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(roles_are_as_stated_or_as_the_name_says),
		cmocka_unit_test(an_alias_leads_to_the_name),
		cmocka_unit_test(of_two_roots_the_first_wins),
		cmocka_unit_test(labels_by_alias_are_turns_of_the_name),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
