/* Unit tests of document/translation, document/letters and formats/turns. */
#include "document/translation.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/items.h"
#include "document/stats.h"
#include "unit/load_fixture.h"

static const struct {
	const char *text;
	Letters want;
} letters[] = {
	{ "", LETTERS_NONE },
	{ "2024 …… 50 %", LETTERS_NONE },
	{ "Élan vital", LETTERS_LATIN },
	{ "霧很濃", LETTERS_HAN },
	{ "用 AI 寫的霧", LETTERS_HAN },
	{ "霧がとても濃いです", LETTERS_KANA },
	{ "안개가 짙다", LETTERS_HANGUL },
	{ "Туман густой", LETTERS_CYRILLIC },
	{ "ضباب", LETTERS_OTHER },
	{ "the word 霧 means fog", LETTERS_LATIN },
};

static void
most_letters_tell_the_script(void **state)
{
	(void)state;
	for (size_t i = 0; i < N_ITEMS(letters); i++)
		if (letters_of(slice_from(letters[i].text)) !=
		    letters[i].want)
			fail_msg("“%s” is %d", letters[i].text,
				 (int)letters_of(slice_from(letters[i].text)));
}

typedef struct Case {
	const char *text, *want;
} Case;

/* A paragraph of a translation has a `=` before it. */
#define BLOCKS(summary, end) \
	"**Ada Moss**: The boats are late.\n\n<details>\n" summary \
	"\n**莫雅達**：船遲了。\n\n</details>\n\n" \
	"**Ben Reed**: The fog was thick.\n\nNobody saw the pier.\n\n" \
	"<details>\n" summary "\n霧很濃。\n\n沒有人看見碼頭。\n</details>\n\n" \
	"**Ada Moss**: And now?\n\n<details>" summary "現在呢？</details>\n\n" \
	"**Ben Reed**: We wait.\n\n" end

#define PAIRED \
	"Ada Moss: The boats are late./=船遲了。\n" \
	"Ben Reed: The fog was thick./Nobody saw the pier./=霧很濃。/" \
	"=沒有人看見碼頭。\n" \
	"Ada Moss: And now?/=現在呢？\n"

static const Case translated[] = {
	{ BLOCKS("<summary>更多</summary>", "<details>\n等。\n</details>\n"),
	  PAIRED "Ben Reed: We wait./=等。\n" },
	{ BLOCKS("", "<details>\n等。\n</details>\n"),
	  PAIRED "Ben Reed: We wait./=等。\n" },
	/* what a block says of itself holds for one alone, in any script */
	{ "**Ada Moss**: Late.\n\n<details>\n<summary>Français</summary>\n\n"
	  "En retard.\n\n</details>\n\n**Ben Reed**: Fog.\n\n"
	  "**Ada Moss**: And?\n\n**Ben Reed**: Wait.\n",
	  "Ada Moss: Late./=En retard.\nBen Reed: Fog.\nAda Moss: And?\n"
	  "Ben Reed: Wait.\n" },
	/* lists, headings and directions inside one */
	{ "**Ada Moss**: Late.\n\n<details class=\"translation\">\n\n"
	  "### 遲了\n\n- 船\n- 霧\n\n[音樂]\n\n> 等\n\n</details>\n\n"
	  "**Ben Reed**: Fog.\n\n**Ada Moss**: And?\n\n**Ben Reed**: Wait.\n",
	  "Ada Moss: Late./=遲了/=*船/=*霧/=![音樂]/=>等\nBen Reed: Fog.\n"
	  "Ada Moss: And?\nBen Reed: Wait.\n" },
	/* a block that never ends, but for the next speaker */
	{ "**Ada Moss**: Late.\n\n<details class=\"translation\">\n\n遲了。\n\n"
	  "**Ben Reed**: Fog.\n\n**Ada Moss**: And?\n\n**Ben Reed**: Wait.\n",
	  "Ada Moss: Late./=遲了。\nBen Reed: Fog.\nAda Moss: And?\n"
	  "Ben Reed: Wait.\n" },
	/* a second label */
	{ "Ada Moss: The boats are late.\n\n莫雅達：船遲了。\n\nBen Reed: The fog was "
	  "thick.\n\nNobody saw the pier.\n\n李本：霧很濃。\n\n沒有人看見碼頭。\n\n"
	  "Ada Moss: And now?\n\n莫雅達：現在呢？\n\nBen Reed: We wait.\n\n李本：等。\n",
	  "Ada Moss: The boats are late./=船遲了。\n"
	  "Ben Reed: The fog was thick./Nobody saw the pier./=霧很濃。/"
	  "=沒有人看見碼頭。\nAda Moss: And now?/=現在呢？\nBen Reed: We wait./=等。\n" },
	/* the other way round, on consecutive lines */
	{ "林茂川：船遲了。\nMao Lin: The boats are late.\n許若庭：霧很濃。\n"
	  "Ruth Hsu: The fog was thick.\n林茂川：現在呢？\nMao Lin: And now?\n",
	  "林茂川: 船遲了。/=The boats are late.\n"
	  "許若庭: 霧很濃。/=The fog was thick.\n林茂川: 現在呢？/=And now?\n" },
	/* headings as labels, the text below them */
	{ "### Ada Moss:\n\nLate.\n\n### 莫雅達：\n\n船遲了。\n\n"
	  "### Ben Reed:\n\nFog.\n\n### 李本：\n\n霧很濃。\n\n"
	  "### Ada Moss:\n\nAnd?\n\n### 莫雅達：\n\n現在呢？\n",
	  "Ada Moss: Late./=船遲了。\nBen Reed: Fog./=霧很濃。\n"
	  "Ada Moss: And?/=現在呢？\n" },
	/* the same label twice */
	{ "**Ada**: Late.\n\n**Ada**: 船遲了。\n\n**Ben**: Fog.\n\n**Ben**: "
	  "霧很濃。\n\n**Ada**: And?\n\n**Ada**: 現在呢？\n",
	  "Ada: Late./=船遲了。\nBen: Fog./=霧很濃。\nAda: And?/=現在呢？\n" },
	/* no label, behind each paragraph */
	{ "**Ada Moss**: Late.\n\n船遲了。\n\n**Ben Reed**: Fog.\n\n霧很濃。\n\n"
	  "Nobody saw it.\n\n沒有人看見。\n\n**Ada Moss**: And?\n\n現在呢？\n",
	  "Ada Moss: Late./=船遲了。\nBen Reed: Fog./=霧很濃。/"
	  "Nobody saw it./=沒有人看見。\nAda Moss: And?/=現在呢？\n" },
};

/* What is nobody's translation. */
static const Case plain[] = {
	/* notes and sources, in the script of the turn */
	{ "**Ada Moss**: Late.\n\n<details>\n<summary>Sources</summary>\n\n"
	  "The log.\n\n</details>\n\n**Ben Reed**: Fog.\n\n<details>\n"
	  "<summary>Note</summary>\nThick.\n</details>\n\n"
	  "**Ada Moss**: And?\n\n<details>\nMore.\n</details>\n",
	  "Ada Moss: Late./Sources/The log.\nBen Reed: Fog./Note/Thick.\n"
	  "Ada Moss: And?/More.\n" },
	/* one block in another script is not enough */
	{ "**Ada Moss**: Late.\n\n<details>\n船遲了。\n</details>\n\n"
	  "**Ben Reed**: Fog.\n\n**Ada Moss**: And?\n\n**Ben Reed**: Wait.\n",
	  "Ada Moss: Late./船遲了。\nBen Reed: Fog.\nAda Moss: And?\n"
	  "Ben Reed: Wait.\n" },
	/* blocks behind most turns, but not behind nearly all */
	{ "**Ada Moss**: Late.\n\n<details>\n船遲了。\n</details>\n\n"
	  "**Ben Reed**: Fog.\n\n<details>\n霧很濃。\n</details>\n\n"
	  "**Ada Moss**: And?\n\n<details>\n現在呢？\n</details>\n\n"
	  "**Ben Reed**: Wait.\n\n**Ada Moss**: Why?\n",
	  "Ada Moss: Late./船遲了。\nBen Reed: Fog./霧很濃。\n"
	  "Ada Moss: And?/現在呢？\nBen Reed: Wait.\nAda Moss: Why?\n" },
	/* two who take turns, each in his language */
	{ "Ada Moss: Late?\n\n林茂川：船遲了。\n\nAda Moss: Fog?\n\n林茂川：霧很濃。"
	  "\n\nAda Moss: And?\n\n林茂川：等。\n",
	  "Ada Moss: Late?\n林茂川: 船遲了。\nAda Moss: Fog?\n林茂川: 霧很濃。\n"
	  "Ada Moss: And?\n林茂川: 等。\n" },
	/* a host in one language, several guests in another */
	{ "Ada Moss: Late?\n\n林茂川：船遲了。\n\nAda Moss: Fog?\n\n許若庭：霧很濃。"
	  "\n\nAda Moss: And?\n\n沈芷蘭：等。\n\nAda Moss: So?\n\n林茂川：好。\n",
	  "Ada Moss: Late?\n林茂川: 船遲了。\nAda Moss: Fog?\n許若庭: 霧很濃。\n"
	  "Ada Moss: And?\n沈芷蘭: 等。\nAda Moss: So?\n林茂川: 好。\n" },
	/* one interpreter for both */
	{ "**Ada Moss**: Late?\n\n**口譯**: 遲了嗎？\n\n**林茂川**: 船遲了。\n\n"
	  "**口譯**: Late.\n\n**Ada Moss**: Fog?\n\n**口譯**: 有霧嗎？\n\n"
	  "**林茂川**: 霧很濃。\n\n**口譯**: Thick.\n",
	  "Ada Moss: Late?\n口譯: 遲了嗎？\n林茂川: 船遲了。\n口譯: Late.\n"
	  "Ada Moss: Fog?\n口譯: 有霧嗎？\n林茂川: 霧很濃。\n口譯: Thick.\n" },
	/* a quotation now and then */
	{ "**Ada Moss**: Late.\n\n船遲了。\n\n**Ben Reed**: Fog.\n\nThick.\n\n"
	  "**Ada Moss**: And?\n\n**Ben Reed**: Wait.\n\n等。\n",
	  "Ada Moss: Late./船遲了。\nBen Reed: Fog./Thick.\nAda Moss: And?\n"
	  "Ben Reed: Wait./等。\n" },
	/* tags in code */
	{ "**Ada Moss**: Late.\n\n```\n<details>\n船\n</details>\n```\n\n"
	  "**Ben Reed**: Fog.\n\n**Ada Moss**: And?\n",
	  "Ada Moss: Late./`<details>\n船\n</details>\nBen Reed: Fog.\n"
	  "Ada Moss: And?\n" },
};

static void
what_is_said_again_is_a_translation(void **state)
{
	(void)state;
	for (size_t i = 0; i < N_ITEMS(translated); i++)
		check_outline(translated[i].text, "x.md", translated[i].want);
}

static void
another_language_alone_is_none(void **state)
{
	(void)state;
	for (size_t i = 0; i < N_ITEMS(plain); i++)
		check_outline(plain[i].text, "x.md", plain[i].want);
}

static void
a_name_in_a_translation_is_an_alias(void **state)
{
	const Speaker *speaker;
	Loaded loaded;

	(void)state;
	load_text(&loaded, translated[5].text, "x.md");
	assert_int_equal(doc_n_speakers(loaded.doc), 2);
	assert_int_equal(doc_n_turns(loaded.doc), 4);
	speaker = doc_speaker(loaded.doc, 0);
	assert_int_equal(speaker->turns, 2);
	assert_true(slice_eq(speaker->aliases->name, SLICE("莫雅達")));
	assert_null(speaker->aliases->next);
	loaded_done(&loaded);
}

static void
a_translation_does_not_count(void **state)
{
	Loaded loaded;
	Stats stats;

	(void)state;
	load_text(&loaded, "**Ada Moss**: ab\n\n<details class=\"translation\">"
			   "\n船遲了\n</details>\n\n**Ben Reed**: cd ef\n\n"
			   "**Ada Moss**: g\n", "x.md");
	stats_init(&stats);
	stats_step(&stats, loaded.doc, deadline_never());
	assert_int_equal(stats_characters(&stats, 0), 3);
	assert_int_equal(stats_characters(&stats, 1), 4);
	stats_done(&stats);
	loaded_done(&loaded);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(most_letters_tell_the_script),
		cmocka_unit_test(what_is_said_again_is_a_translation),
		cmocka_unit_test(another_language_alone_is_none),
		cmocka_unit_test(a_name_in_a_translation_is_an_alias),
		cmocka_unit_test(a_translation_does_not_count),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
