#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/items.h"
#include "formats/format.h"
#include "unit/load_fixture.h"

#define V "WEBVTT\n\n"
#define T1 "00:01.000 --> 00:02.000\n"
#define T2 "00:02.000 --> 00:03.000\n"
#define T3 "00:03.000 --> 00:04.000\n"
#define T4 "00:04.000 --> 00:05.000\n"
#define S1 "00:00:01,000 --> 00:00:02,000\n"
#define S2 "00:00:02,000 --> 00:00:03,000\n"
#define S3 "00:00:03,000 --> 00:00:04,000\n"

typedef struct Case {
	const char *text;
	const char *outline;
} Case;

static const Case WEBVTT[] = {
	{ "WEBVTT", "" },
	{ V T1 "one\n\n" T2 "two\n", "-: one two\n" },
	/* what is no cue is not text */
	{ "WEBVTT - A title\nKind: captions\n\nNOTE one\n" T1 "two\n\n"
	  "STYLE\n::cue { color: red }\n\nREGION\nid:fred\n\nintro\n"
	  T1 "three\n\nNOTE\nfour\n\n" T2 "five\n", "-: three five\n" },
	/* settings and white space around the times */
	{ V "  00:01.000\t-->  00:02.000   align:start position:0%\none\n",
	  "-: one\n" },
	/* voices: classes, references, several in a cue, to the cue's end */
	{ V T1 "<v.loud Ann &amp; Co>one</v>\n\n" T2 "<v Bob>two\nthree\n\n"
	  T3 "four\n", "Ann & Co: one\nBob: two three four\n" },
	{ V T1 "<v Ann>one</v><v Bob>two</v>\n<v Ann>three\n",
	  "Ann: one\nBob: two\nAnn: three\n" },
	{ V T1 "<v Ann>one\n\n" T2 "<v Ann>two\n", "Ann: one two\n" },
	{ V T1 "<v>one</v> two\n", "-: one two\n" },
	/* tags, times inside, ruby, references */
	{ V T1 "<c.a.b><i>o</i><00:01.500>n<b>e</b></c> <lang en>two</lang>"
	  "<ruby>漢<rt>kan</rt></ruby>\n", "-: one two漢\n" },
	{ V T1 "a &lt; b &amp;&#39;&#x41; &nbsp;&unknown; &\n",
	  "-: a < b &'A \xC2\xA0&unknown; &\n" },
	{ V T1 "a <3 b < c <laughs> <\n", "-: a <3 b < c <laughs> <\n" },
	/* the speaker changes, nobody is named, or somebody is */
	{ V T1 ">> one\n>>two >> three\n\n" T2 "four a>>b\n",
	  ">>: one\n>>: two\n>>: three four a>>b\n" },
	{ V T1 "&gt;&gt; Ann Lee: one\n\n" T2 ">> Bob Ray: two\n\n"
	  T3 ">> Ann Lee: three\n\n" T4 ">> four\n",
	  "Ann Lee: one\nBob Ray: two\nAnn Lee: three\n>>: four\n" },
	/* directions stand alone */
	{ V T1 "<v Ann>one\n\n" T2 "[laughs]\n\n" T3 "<v Ann>two\n",
	  "Ann: one/![laughs]/two\n" },
	/* empty cues, no blank line between, no text at all */
	{ V T1 "\n" T2 "   \n\n" T3 "<i></i>\n\n" T4 "one\n", "-: one\n" },
	{ V T1 "one\n" T2 "two", "-: one two\n" },
	{ V "1\n" T1 "1984\n\n2\n" T2 "42\n", "-: 1984 42\n" },
	/* broken times are no times, an arrow in a text is text */
	{ V "00:0a.000 --> 00:02.000\nnone\n\n" "1:2:3:4.5 --> x\none\n\n"
	  T2 "two\n5 --> 6\n", "-: none one two 5 --> 6\n" },
	/* captions that roll: a line comes again in the next cue */
	{ V T1 " \none<00:01.500><c> a</c>\n\n" T2 "one a\n \n\n"
	  T3 "one a\ntwo<00:03.100><c> b</c>\n\n" T4 "two b\n \n\n",
	  "-: one a two b\n" },
	{ V T1 "yes\n\n" T2 "yes\n\n" T3 "no\n\n" T4 "one\n\n" T4 "two\n",
	  "-: yes yes no one two\n" },
};

static const Case SUBRIP[] = {
	{ "1\n" S1 "one\n\n2\n" S2 "two\n", "-: one two\n" },
	/* numbers missing, in any order, glued to the text; CR LF */
	{ S1 "one\n\n" S2 "two\n", "-: one two\n" },
	{ "7\n" S1 "one\n\n3\n" S2 "two\n", "-: one two\n" },
	{ "1\n" S1 "one\n2\n" S2 "two\n", "-: one two\n" },
	{ S1 "42\n" S2 "two\n", "-: 42 two\n" },
	{ "1\r\n00:00:01,000 --> 00:00:02,000\r\none\r\n\r\n2\r\n"
	  "00:00:02,000 --> 00:00:03,000\r\ntwo\r\n", "-: one two\n" },
	{ "\n\n1\n" S1 "one\n", "-: one\n" },
	/* tags and overrides */
	{ "1\n" S1 "{\\an8}<i>one</i> <font color=\"red\">two</font> {x}\n",
	  "-: one two {x}\n" },
	/* a blank line inside a cue */
	{ "1\n" S1 "one\n\nmore\n\n2\n" S2 "two\n", "-: one more two\n" },
	/* labels at the start of cues, and of lines */
	{ "1\n" S1 "Ann Lee: one\nmore\n\n2\n" S2 "Bob Ray: two\n"
	  "Ann Lee: three\n\n3\n" S3 "Ann Lee: four\n",
	  "Ann Lee: one more\nBob Ray: two\nAnn Lee: three four\n" },
	{ "1\n" S1 "- Ann Lee: one\n- Bob Ray: two\n\n2\n" S2 "- Three.\n",
	  "Ann Lee: one\nBob Ray: two - Three.\n" },
	{ "1\n" S1 "It is simple:\nno Note: here\n\n2\n" S2 "two\n",
	  "-: It is simple: no Note: here two\n" },
	{ "1\n" S1 "今天\n\n2\n" S2 "天氣\n", "-: 今天天氣\n" },
	{ S1 "at 5:30 --> 6:30\n", "-: at 5:30 --> 6:30\n" },
	{ "1\n00:00:01,000 --> 99:99:99:99\none\n", "-: one\n" },
};

static void
webvtt_cues_become_passages(void **state)
{
	(void)state;
	for (size_t i = 0; i < N_ITEMS(WEBVTT); i++)
		check_outline(WEBVTT[i].text, "a.vtt", WEBVTT[i].outline);
}

static void
subrip_cues_become_passages(void **state)
{
	(void)state;
	for (size_t i = 0; i < N_ITEMS(SUBRIP); i++)
		check_outline(SUBRIP[i].text, "a.srt", SUBRIP[i].outline);
}

static void
content_decides_the_format(void **state)
{
	static const struct {
		const char *text, *path, *format;
	} cases[] = {
		{ V T1 "one\n", "a.txt", "webvtt" },
		{ "WEBVTT - x\n", "-", "webvtt" },
		{ "\xEF\xBB\xBFWEBVTT\n", "a.srt", "webvtt" },
		{ "WEBVTTX\n\n", "a.txt", "plain" },
		{ T1 "one\n", "a.vtt", "webvtt" },
		{ "1\n" S1 "one\n", "a.txt", "subrip" },
		{ S1 "one\n", "-", "subrip" },
		{ "credits\n\n1\n" S1 "one\n", "a.srt", "subrip" },
		{ "how a file looks:\n\n1\n" S1 "one\n", "a.txt", "plain" },
		{ "no times\n", "a.srt", "plain" },
		{ "", "a.vtt", "plain" },
	};

	(void)state;
	for (size_t i = 0; i < N_ITEMS(cases); i++) {
		Loaded loaded;

		load_text(&loaded, cases[i].text, cases[i].path);
		assert_string_equal(loader_format(loaded.loader),
				    cases[i].format);
		loaded_done(&loaded);
	}
	assert_true(format_may_read(SLICE("a.vtt")));
	assert_true(format_may_read(SLICE("A.SRT")));
}

static void
times_are_read_in_every_form(void **state)
{
	static const struct {
		const char *times;
		uint32_t start_ms, end_ms;
	} cases[] = {
		{ "00:00:01.500 --> 00:00:02.250", 1500, 2250 },
		{ "00:01.500 --> 01:00:00.000", 1500, 3600000 },
		{ "1:00:00,000 --> 123:00:00,001", 3600000, 442800001 },
		{ "00:00:01,5 --> 00:00:02,25", 1500, 2250 },
		{ "00:01 --> 95:30.000", 1000, 5730000 },
		{ "00:01.500999 --> 00:02.0000000000001", 1500, 2000 },
		{ "00:05.000 --> 00:04.000", 5000, DOC_NONE },
		{ "00:05.000 --> ", 5000, DOC_NONE },
		{ "00:05.000 --> 4", 5000, DOC_NONE },
		{ "00:05.000-->00:06.000 line:0", 5000, 6000 },
		{ "00:05;000 --> 00:06.000", DOC_NONE, 6000 },
		{ "999999999:00:00.000 --> 00:06.000", DOC_NONE, 6000 },
	};

	(void)state;
	for (size_t i = 0; i < N_ITEMS(cases); i++) {
		uint32_t start, end;
		Loaded loaded;
		char text[200];

		snprintf(text, sizeof(text), V "%s\n<v Ann>one\n",
			 cases[i].times);
		load_text(&loaded, text, "a.vtt");
		assert_int_equal(doc_n_turns(loaded.doc), 1);
		start = doc_turn_time(loaded.doc, 0);
		end = doc_turn_end_time(loaded.doc, 0);
		if (start != cases[i].start_ms || end != cases[i].end_ms)
			fail_msg("%s: %u, %u", cases[i].times, start, end);
		assert_int_equal(doc_para_time(loaded.doc, 0),
				 cases[i].start_ms);
		loaded_done(&loaded);
	}
}

static void
a_turn_knows_its_line_and_its_last_end(void **state)
{
	const Turn *turn;
	Loaded loaded;

	(void)state;
	load_text(&loaded, V "a\n00:01.000 --> 00:09.000\n<v Ann>one\ntwo\n\n"
			   "00:02.000 --> 00:03.000\n<v Ann>three\n\n"
			   "00:12.000 --> 00:13.000\n<v Ann>four\n", "a.vtt");
	turn = doc_turn(loaded.doc, 0);
	assert_int_equal(doc_n_turns(loaded.doc), 1);
	assert_int_equal(turn->line, 5);
	assert_int_equal(doc_turn_time(loaded.doc, 0), 1000);
	assert_int_equal(doc_turn_end_time(loaded.doc, 0), 13000);
	assert_int_equal(doc_n_paras(loaded.doc), 2);
	assert_int_equal(doc_para_time(loaded.doc, 1), 12000);
	assert_int_equal(doc_para(loaded.doc, 1)->line, 12);
	loaded_done(&loaded);
}

static void
the_header_is_metadata_and_the_file_the_title(void **state)
{
	const MetaEntry *entry;
	Loaded loaded;

	(void)state;
	load_text(&loaded, "WEBVTT\nKind: captions\nLanguage: zh-TW\n\n" T1
			   "one\n", "/x/a talk.vtt");
	entry = loaded.doc->meta.entries;
	assert_true(slice_eq(entry->key, SLICE("Kind")));
	assert_true(slice_eq(entry->next->values[0], SLICE("zh-TW")));
	assert_true(slice_eq(loaded.doc->meta.title, SLICE("a talk")));
	loaded_done(&loaded);
}

/* However a file is cut, the same JSON. */
static void
check_cuts(const char *text, const char *path)
{
	for (unsigned cut = CUT_WHOLE; cut < CUT_RANDOM + 4; cut++) {
		Loaded whole, loaded;
		Buf a, b;

		load_text(&whole, text, path);
		load(&loaded, slice_from(text), path, 0, cut);
		assert_true(loaded.doc->complete);
		buf_init(&a, SIZE_MAX);
		buf_init(&b, SIZE_MAX);
		append_json(&whole, &a);
		append_json(&loaded, &b);
		assert_true(is_same(&b, &a, text));
		buf_done(&b);
		buf_done(&a);
		loaded_done(&loaded);
		loaded_done(&whole);
	}
}

static void
files_are_the_same_however_cut(void **state)
{
	(void)state;
	for (size_t i = 0; i < N_ITEMS(WEBVTT); i++)
		check_cuts(WEBVTT[i].text, "a.vtt");
	for (size_t i = 0; i < N_ITEMS(SUBRIP); i++)
		check_cuts(SUBRIP[i].text, "-");
}

static void
append_cue(Buf *text, unsigned i)
{
	unsigned s = 2 * i;

	buf_appendf(text, "%u\n%02u:%02u:%02u,000 --> %02u:%02u:%02u,900\n"
			  "%s%s %u\n\n",
		    i + 1, s / 3600, s / 60 % 60, s % 60, s / 3600, s / 60 % 60,
		    s % 60, i % 9 == 0 ? "Ann Lee: " : "",
		    i % 9 == 4 ? "Bob Ray: so" : "that is it", i);
}

static void
ten_thousand_cues_are_read(void **state)
{
	Loaded loaded;
	Buf text;

	(void)state;
	buf_init(&text, SIZE_MAX);
	for (unsigned i = 0; i < 10000; i++)
		append_cue(&text, i);
	buf_append_char(&text, '\0');
	load_text(&loaded, text.ptr, "a.srt");
	assert_int_equal(doc_n_speakers(loaded.doc), 2);
	assert_int_equal(doc_n_turns(loaded.doc), 2223);
	loaded_done(&loaded);
	buf_done(&text);
}

/* What nobody wrote by hand; a quadratic reader would not come to the end. */
static void
hostile_input_is_read_to_its_end(void **state)
{
	static const struct {
		const char *start, *part;
	} cases[] = {
		{ V T1, "<" }, { V T1, "&" }, { V T1, "{\\" }, { V T1, "<v A>" },
		{ V T1, "a\n" }, { V, T1 }, { "1\n", S1 "1\n" }, { V T1, ">>" },
		{ V T1, ">> a " }, { V T1, "<ruby><rt>" }, { V T1, "河\n" },
		{ V, T1 "a\nb\n\n" }, { V "NOTE\n", "x\n" }, { V T1, "<i" },
		{ "WEBVTT\n", "a: b\n" },
	};
#ifdef FANGTAN_TINY
	size_t size = 1 << 14;
#else
	size_t size = 1 << 18;
#endif

	(void)state;
	for (size_t i = 0; i < N_ITEMS(cases); i++) {
		Loaded loaded;
		Buf text;

		buf_init(&text, SIZE_MAX);
		buf_append(&text, slice_from(cases[i].start));
		while (text.len < size)
			buf_append(&text, slice_from(cases[i].part));
		load(&loaded, buf_slice(&text), "a.vtt", LOADER_WHOLE,
		     CUT_WHOLE);
		assert_true(loaded.doc->complete);
		loaded_done(&loaded);
		buf_done(&text);
	}
}

/* The examples of the Podcasting 2.0 namespace, where they are there. */
static void
check_example(const char *name, const char *speaker, uint32_t speakers,
	      uint32_t turns)
{
	const char *shared = getenv("FANGTAN_SHARED");
	const char *folder = getenv("srcdir");
	char path[4096];
	Loaded loaded;

	if (shared != NULL)
		snprintf(path, sizeof(path), "%s/interviews/podcasting2/%s",
			 shared, name);
	else
		snprintf(path, sizeof(path),
			 "%s/../shared/interviews/podcasting2/%s",
			 folder != NULL ? folder : ".", name);
	if (access(path, R_OK) != 0) {
		print_message("skipped: no %s\n", path);
		skip();
	}
	load_file(&loaded, path);
	assert_int_equal(doc_n_speakers(loaded.doc), speakers);
	assert_int_equal(doc_n_turns(loaded.doc), turns);
	assert_true(slice_eq(doc_speaker(loaded.doc, 0)->name,
			     slice_from(speaker)));
	loaded_done(&loaded);
}

static void
the_webvtt_example_has_its_speakers(void **state)
{
	(void)state;
	check_example("example.vtt", "Sarah", 2, 2);
}

static void
the_subrip_example_has_its_speakers(void **state)
{
	(void)state;
	check_example("example.srt", "Travis", 3, 10);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(webvtt_cues_become_passages),
		cmocka_unit_test(subrip_cues_become_passages),
		cmocka_unit_test(content_decides_the_format),
		cmocka_unit_test(times_are_read_in_every_form),
		cmocka_unit_test(a_turn_knows_its_line_and_its_last_end),
		cmocka_unit_test(the_header_is_metadata_and_the_file_the_title),
		cmocka_unit_test(files_are_the_same_however_cut),
		cmocka_unit_test(ten_thousand_cues_are_read),
		cmocka_unit_test(hostile_input_is_read_to_its_end),
		cmocka_unit_test(the_webvtt_example_has_its_speakers),
		cmocka_unit_test(the_subrip_example_has_its_speakers),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
