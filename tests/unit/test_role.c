/* Who is the host: by name, by the front matter, by who asks. */
#include "document/role.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

#include "base/items.h"
#include "document/speakers.h"
#include "unit/load_fixture.h"

static void
a_name_may_say_the_role(void **state)
{
	static const struct {
		const char *name;
		SpeakerRole role;
	} cases[] = {
		{ "Host", SPEAKER_HOST },	{ "HOST 2", SPEAKER_HOST },
		{ "Interviewer", SPEAKER_HOST },
		{ "Moderator", SPEAKER_HOST },	{ "Q", SPEAKER_HOST },
		{ "Q1", SPEAKER_HOST },		{ "主持人", SPEAKER_HOST },
		{ "主持人許若庭", SPEAKER_HOST }, { "中央社記者", SPEAKER_HOST },
		{ "Ann Lee (Host)", SPEAKER_HOST },
		{ "許若庭（主持人）", SPEAKER_HOST },
		{ "Guest", SPEAKER_GUEST },	{ "guest 3", SPEAKER_GUEST },
		{ "嘉宾1", SPEAKER_GUEST },	{ "答", SPEAKER_GUEST },
		{ "A", SPEAKER_UNKNOWN },	{ "Ann Lee", SPEAKER_UNKNOWN },
		{ "Hosta", SPEAKER_UNKNOWN },	{ "??", SPEAKER_UNKNOWN },
		{ "觀眾（Natalie）", SPEAKER_UNKNOWN },
	};

	(void)state;
	for (size_t i = 0; i < N_ITEMS(cases); i++)
		assert_int_equal(speakers_role_of(slice_from(cases[i].name)),
				 cases[i].role);
}

#define ASKS(who) who ": Why is that so?\n\n"
#define TELLS(who) \
	who ": It is a long story, and it takes some time to tell it whole.\n\n"
#define PAIR(a, b) ASKS(a) TELLS(b)
#define TALK(a, b) PAIR(a, b) PAIR(a, b) PAIR(a, b) PAIR(a, b)

/* Talks and the roles of their speakers: a letter each. */
static const struct {
	const char *text;
	const char *roles;
} TALKS[] = {
	{ TALK("Ann", "Bob"), "hg" },
	{ TALK("Ann", "Bob") TALK("Cid", "Bob"), "hgh" },
	{ TALK("Ann", "Bob") TALK("Ann", "Cid"), "hgg" },
	/* too little of it */
	{ PAIR("Ann", "Bob") PAIR("Ann", "Bob"), "uu" },
	/* one who only passes by has no role, who is unknown neither */
	{ TALK("Ann", "Bob") TELLS("Cid Day"), "hgu" },
	{ TALK("Ann", "Bob") TALK("??", "Bob"), "hgu" },
	/* both ask, nobody asks, who asks says most, one is between */
	{ TALK("Ann", "Bob") TALK("Bob", "Ann"), "uu" },
	{ TELLS("Ann") TELLS("Bob") TELLS("Ann") TELLS("Bob") TELLS("Ann")
	  TELLS("Bob") TELLS("Ann") TELLS("Bob"), "uu" },
	{ TALK("Ann: It is a long story, and it takes some time to tell it, "
	       "and when it is told, who", "Bob"), "uu" },
	{ TALK("Ann", "Bob") TELLS("Cid") TELLS("Cid") TELLS("Cid")
	  TELLS("Cid") TELLS("Cid") TELLS("Cid") TELLS("Cid") ASKS("Cid")
	  ASKS("Cid"), "uuu" },
	/* hosts who talk much, and ask more often than their guest */
	{ TALK("Ann", "Bob") TALK("Cid", "Bob") "Ann: So.\n\nCid: Well.\n\n"
	  "Ann: So.\n\nCid: Well.\n\nAnn: So.\n\nCid: Well.\n\n"
	  "Ann: So.\n\nCid: Well.\n\nAnn: So.\n\nCid: Well.\n\n", "hgh" },
	/* what is said elsewhere */
	{ "---\nhost: Bob\n---\n" TALK("Ann", "Bob"), "uh" },
	{ "---\nspeaker_roles:\n  Ann: unknown\n---\n" TALK("Ann", "Bob"),
	  "uu" },
	{ TALK("主持人", "林茂川"), "hu" },
	/* letters */
	{ "Q: one\n\nA: two\n\nQ: three\n\nA: four\n", "hg" },
	{ "A: one\n\nB: two\n\nA: three\n\nB: four\n", "uu" },
};

static void
append_roles(const Document *doc, Buf *out)
{
	for (SpeakerId id = 0; id < doc_n_speakers(doc); id++)
		buf_append_char(out, speakers_role_name(
			(SpeakerRole)doc_speaker(doc, id)->role)[0]);
}

static void
who_asks_is_the_host(void **state)
{
	static const unsigned cuts[] = { CUT_WHOLE, CUT_BYTES, CUT_PAUSED };
	int bad = 0;

	(void)state;
	for (size_t i = 0; i < 3 * N_ITEMS(TALKS); i++) {
		Loaded loaded;
		Buf out;

		load(&loaded, slice_from(TALKS[i / 3].text), "a.md", 0,
		     cuts[i % 3]);
		buf_init(&out, SIZE_MAX);
		append_roles(loaded.doc, &out);
		if (!slice_eq(buf_slice(&out), slice_from(TALKS[i / 3].roles))) {
			print_message("of\n%s\nbecame %.*s, not %s\n",
				      TALKS[i / 3].text,
				      SLICE_ARGS(buf_slice(&out)),
				      TALKS[i / 3].roles);
			bad++;
		}
		buf_done(&out);
		loaded_done(&loaded);
	}
	assert_int_equal(bad, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_name_may_say_the_role),
		cmocka_unit_test(who_asks_is_the_host),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
