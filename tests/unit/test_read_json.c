/* Unit tests of formats/read_json and formats/read_own. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/items.h"
#include "unit/roundtrip.h"

typedef struct Case {
	const char *text, *want;
} Case;

static const Case segments[] = {
	/* Podcasting 2.0 */
	{ "{\"version\": \"1.0.0\", \"segments\": ["
	  "{\"speaker\": \"Ann\", \"startTime\": 0.5, \"endTime\": 1,"
	  " \"body\": \"It\"},"
	  "{\"speaker\": \"Ann\", \"startTime\": 1, \"endTime\": 1.5,"
	  " \"body\": \"rains.\"},"
	  "{\"startTime\": 1.5, \"endTime\": 2, \"body\": \"Hard.\"},"
	  "{\"speaker\": \"Bob\", \"startTime\": 2, \"endTime\": 3,"
	  " \"body\": \"*No*\"}]}",
	  "Ann: It rains. Hard.\nBob: *No*\n" },
	/* Whisper, WhisperX; the words are not read */
	{ "{\"text\": \" 一二 三\", \"segments\": ["
	  "{\"id\": 0, \"start\": 0.0, \"end\": 2.0, \"text\": \" 一二\","
	  " \"tokens\": [1, 2], \"speaker\": \"SPEAKER_00\"},"
	  "{\"start\": 2.0, \"end\": 3.0, \"text\": \" 三\","
	  " \"speaker\": \"SPEAKER_00\","
	  " \"words\": [{\"word\": \"三\", \"start\": 2.0}]}],"
	  " \"language\": \"zh\"}",
	  "SPEAKER_00: 一二三\n" },
	/* nobody is named: labels in the text are looked at */
	{ "{\"segments\": [{\"start\": 0.0, \"text\": \"Ann: Hi.\"},"
	  "{\"start\": 1.0, \"text\": \"Bob: Hello.\"},"
	  "{\"start\": 2.0, \"text\": \"Ann: Bye.\"},"
	  "{\"start\": 3.0, \"text\": \"Bob: Bye.\"}]}",
	  "Ann: Hi.\nBob: Hello.\nAnn: Bye.\nBob: Bye.\n" },
	{ "{\"segments\": [{\"start\": 0.0, \"end\": 1.0, \"text\": \"a b\"}]}",
	  "-: a b\n" },
	/* utterances */
	{ "{\"id\": \"x\", \"words\": [{\"text\": \"Hi\", \"start\": 10}],"
	  " \"utterances\": [{\"speaker\": \"A\", \"text\": \"Hi.\","
	  " \"start\": 10, \"end\": 20, \"words\": [{\"text\": \"Hi\"}]},"
	  "{\"speaker\": \"B\", \"text\": \"Oh.\", \"start\": 30,"
	  " \"end\": 40}]}",
	  "A: Hi.\nB: Oh.\n" },
	/* a list by itself; a stage direction; what is no segment */
	{ "[{\"speaker\": \"Ann\", \"text\": \"Hi.\", \"start\": 1.5},"
	  " {\"speaker\": \"Ann\", \"text\": \"[laughs]\", \"start\": 2.5},"
	  " 7, {\"speaker\": null, \"text\": null}, \"x\","
	  " {\"speaker\": \"Bob\", \"text\": \"\", \"start\": 3.5}]",
	  "Ann: Hi./![laughs]\n" },
	/* other lists, and what else their parts are called */
	{ "{\"messages\": [{\"role\": \"user\", \"content\": \"Hi.\"},"
	  " {\"role\": \"Ann\", \"content\": \"Oh.\"}]}",
	  "user: Hi.\nAnn: Oh.\n" },
	{ "{\"transcript\": [{\"speaker_name\": \"Ann\", \"text\": \"Hi.\","
	  " \"timestamp\": \"00:01\"}]}",
	  "Ann: Hi.\n" },
	{ "{\"segments\": []}", "" },
};

static void
segments_become_turns(void **state)
{
	(void)state;
	for (size_t i = 0; i < N_ITEMS(segments); i++)
		check_outline(segments[i].text, "x.json", segments[i].want);
}

typedef struct TimeCase {
	const char *text;
	uint32_t start_ms, end_ms;	/* of the first turn */
} TimeCase;

#define SEGMENT(key, start, end) \
	"{\"" key "\": [{\"speaker\": \"A\", \"text\": \"x\", " \
	"\"start\": " start ", \"end\": " end "}]}"

static const TimeCase times[] = {
	{ SEGMENT("segments", "0.5", "12.25"), 500, 12250 },
	{ SEGMENT("segments", "3", "9"), 3000, 9000 },
	{ SEGMENT("segments", "1.5e1", "20"), 15000, 20000 },
	{ SEGMENT("segments", "\"0:01:02,5\"", "\"01:03\""), 62500, 63000 },
	{ SEGMENT("segments", "3000", "9000"), 3000, 9000 },
	{ SEGMENT("utterances", "30", "90"), 30, 90 },
	{ SEGMENT("utterances", "3.5", "9.0"), 3500, 9000 },
	{ SEGMENT("segments", "-1", "1e300"), DOC_NONE, DOC_NONE },
	{ SEGMENT("segments", "null", "\"soon\""), DOC_NONE, DOC_NONE },
	{ "{\"transcription\": [{\"offsets\": {\"from\": 80, \"to\": 4000},"
	  " \"text\": \"x\", \"speaker\": \"A\"}]}", 80, 4000 },
};

static void
times_are_seconds_or_milliseconds(void **state)
{
	(void)state;
	for (size_t i = 0; i < N_ITEMS(times); i++) {
		Loaded loaded;

		load_text(&loaded, times[i].text, "x.json");
		assert_int_equal(doc_turn_time(loaded.doc, 0),
				 times[i].start_ms);
		assert_int_equal(doc_turn_end_time(loaded.doc, 0),
				 times[i].end_ms);
		loaded_done(&loaded);
	}
}

/* All that the structure can say, in the writer's order. */
#define SPEAKERS \
	"\"speakers\": [{\"id\": 1, \"name\": \"Ann *Lee*\", " \
	"\"aliases\": [\"AL\", \"Bob\"], \"role\": \"host\", \"turns\": 3, " \
	"\"characters\": 35, \"share\": 0.5833}, {\"id\": 2, " \
	"\"name\": \"Unknown\", \"aliases\": [], \"role\": \"unknown\", " \
	"\"turns\": 1, \"characters\": 11, \"share\": 0.1833}, {\"id\": 3, " \
	"\"name\": \"Unknown\", \"aliases\": [], \"role\": \"guest\", " \
	"\"turns\": 2, \"characters\": 14, \"share\": 0.2333}, {\"id\": 4, " \
	"\"name\": \"Bob\", \"aliases\": [], \"role\": \"unknown\", " \
	"\"turns\": 0, \"characters\": 0, \"share\": 0.0000}]"

static const char own[] =
	"{\"title\": null, \"date\": null, \"metadata\": {\"b\": \"1\", "
	"\"a\": [], \"c.d\": [\"x\", \"null\"], \"e\": \"\"}, " SPEAKERS ", "
	"\"chapters\": ["
	"{\"id\": 1, \"title\": \"# One_two_ #\", \"level\": 2, "
	"\"first_turn\": 1, \"turns\": 1, \"derived\": false}, "
	"{\"id\": 2, \"title\": \"\", \"level\": 3, \"first_turn\": null, "
	"\"turns\": 0, \"derived\": false}, "
	"{\"id\": 3, \"title\": \"b  c\", \"level\": 1, "
	"\"first_turn\": 1, \"turns\": 3, \"derived\": true}, "
	"{\"id\": 4, \"title\": \"Last\", \"level\": 1, "
	"\"first_turn\": null, \"turns\": 0, \"derived\": false}], "
	"\"passages\": ["
	"{\"kind\": \"narration\", \"turn\": null, \"speaker\": null, "
	"\"chapter\": null, \"start\": null, \"end\": null, "
	"\"paragraphs\": [{\"kind\": \"text\", \"text\": \"A [link] here\", "
	"\"links\": [{\"start\": 2, \"end\": 8, \"href\": "
	"\"http://a.b/c?d=1&amp;e=<2>\"}, {\"start\": 9, \"end\": 13, "
	"\"href\": \"\"}]}]}, "
	"{\"kind\": \"speech\", \"turn\": 1, \"speaker\": 1, "
	"\"chapter\": 1, \"start\": 1.500, \"end\": 9.000, "
	"\"paragraphs\": [{\"kind\": \"text\", \"text\": \" \\\"a\\\" \", "
	"\"start\": 2.000}, "
	"{\"kind\": \"item\", \"text\": \"[laughs]\", \"level\": 2, "
	"\"ordered\": true}, "
	"{\"kind\": \"quote\", \"text\": \"> \\u001B[0m\", \"level\": 1}, "
	"{\"kind\": \"direction\", \"text\": \"(no word)\"}]}, "
	"{\"kind\": \"speech\", \"turn\": 1, \"speaker\": 1, "
	"\"chapter\": 3, \"start\": null, \"end\": 9.000, "
	"\"paragraphs\": [{\"kind\": \"code\", "
	"\"text\": \"b\\n c\", \"language\": \"c++\"}]}, "
	"{\"kind\": \"speech\", \"turn\": 2, \"speaker\": 1, "
	"\"chapter\": 3, \"start\": 9.000, \"end\": null, "
	"\"paragraphs\": [{\"kind\": \"text\", \"text\": \"Again.\"}], "
	"\"translation\": [{\"kind\": \"text\", \"text\": \"再來。\"}, "
	"{\"kind\": \"item\", \"text\": \"一\", \"start\": 10.000, "
	"\"level\": 1}]}, "
	"{\"kind\": \"speech\", \"turn\": 3, \"speaker\": 3, "
	"\"speakers\": [3, 2, 1], \"chapter\": 3, \"start\": null, "
	"\"end\": null, "
	"\"paragraphs\": [{\"kind\": \"text\", \"text\": \"一😀two…&amp;\"}]}, "
	"{\"kind\": \"speech\", \"turn\": 4, \"speaker\": 3, "
	"\"chapter\": 3, \"start\": null, \"end\": null, "
	"\"paragraphs\": [{\"kind\": \"table\", "
	"\"text\": \"| a |\"}]}]}\n";

static void
the_own_structure_reads_back_exactly(void **state)
{
	Loaded loaded;
	Buf got, want;

	(void)state;
	load_text(&loaded, own, "x.json");
	buf_init(&got, SIZE_MAX);
	buf_init(&want, SIZE_MAX);
	append_comparable(&loaded, &got);
	buf_append(&want, slice_from(own));
	assert_true(is_same(&got, &want, "the structure"));
	check_roundtrip(&loaded, "the structure");
	buf_done(&want);
	buf_done(&got);
	loaded_done(&loaded);
}

static void
lines_are_those_of_the_file(void **state)
{
	Passage passage;
	Loaded loaded;

	(void)state;
	load_text(&loaded, "{\"segments\": [\n {\"speaker\": \"A\",\n"
			   "\"text\": \"x\\\"\",\n\"start\": 1.5},\n\n"
			   "{\"speaker\": \"B\", \"text\": \"y\"}]}",
		  "x.json");
	assert_true(doc_next_passage(loaded.doc, 0, &passage));
	assert_int_equal(doc_passage_line(loaded.doc, &passage), 2);
	assert_true(doc_next_passage(loaded.doc, passage.end, &passage));
	assert_int_equal(doc_passage_line(loaded.doc, &passage), 6);
	loaded_done(&loaded);
}

static const struct {
	const char *text, *path, *format;
} formats[] = {
	{ "{\"segments\": [{\"start\": 0.0, \"text\": \"Hel", "-", "json" },
	{ " \n[{\"start\": 0.0, \"text\": \"Hel", "-", "json" },
	{ "{\"speakers\": [], \"chapters\": [", "-", "json" },
	{ "{\"text\": \"A very long text of what was sai", "-", "json" },
	{ "{}", "x.json", "json" },
	{ "{}", "-", "plain" },
	{ "{\"text\": \"a\"}", "-", "plain" },
	{ "{\"segments\": [{\"x\": 1}]}", "-", "plain" },
	{ "{\"a\": {\"segments\": [{\"start\": 1, \"text\": \"b\"}]}}", "-",
	  "plain" },
	{ "[{\"name\": \"x\", \"text\": \"y\"}]", "-", "plain" },
	{ "[laughs]\n\nAnn: Hi.", "-", "plain" },
	{ "{\"segments\": [{\"start\": 0.0, \"text\": \"a\"}]}", "x.md",
	  "json" },
};

static void
the_form_is_told_by_the_keys(void **state)
{
	(void)state;
	for (size_t i = 0; i < N_ITEMS(formats); i++) {
		Loaded loaded;

		load(&loaded, slice_from(formats[i].text), formats[i].path,
		     LOADER_WHOLE, CUT_WHOLE);
		assert_string_equal(loader_format(loaded.loader),
				    formats[i].format);
		loaded_done(&loaded);
	}
}

static const struct {
	const char *text;
	uint32_t line;
	const char *part;
} errors[] = {
	{ "{\"segments\": [\n{\"start\": 0.0, \"text\": \"Hel", 2, "cut off" },
	{ "{\"segments\": [{\"start\": 0.0, \"text\": \"a\"}]", 1, "cut off" },
	{ "{\"segments\": [{\"start\": 0.0, \"text\": \"a\"},]}", 1,
	  "no valid JSON" },
	{ "{\"a\": 1}", 0, "no transcript" },
	{ "[1, 2]", 0, "no transcript" },
	{ "{\"passages\": [{\"speaker\": 2, \"paragraphs\": [\"a\"]}],\n"
	  "\"speakers\": [{\"name\": \"Ann\"}]}", 1, "“2” is no number" },
};

static void
check_error(Slice text, uint32_t line, const char *part)
{
	Loaded loaded;
	const Err *err;

	load(&loaded, text, "x.json", LOADER_WHOLE, CUT_WHOLE);
	err = loader_err(loaded.loader);
	assert_false(loaded.doc->complete);
	if (strstr(err->text, part) == NULL || err->line != line)
		fail_msg("line %u: %s", err->line, err->text);
	loaded_done(&loaded);
}

static void
what_cannot_be_read_is_refused_in_a_sentence(void **state)
{
	Buf deep;

	(void)state;
	for (size_t i = 0; i < N_ITEMS(errors); i++)
		check_error(slice_from(errors[i].text), errors[i].line,
			    errors[i].part);
	buf_init(&deep, SIZE_MAX);
	for (int i = 0; i < 100000; i++)
		buf_append(&deep, SLICE("["));
	check_error(buf_slice(&deep), 1, "deeper than 64");
	buf_clear(&deep);
	buf_append(&deep, SLICE("["));
	for (int i = 0; i < 2000001; i++)
		buf_append(&deep, SLICE("0,"));
	check_error(buf_slice(&deep), 0, "more than 2000000");
	buf_clear(&deep);
	buf_append(&deep, SLICE("[{},\n{\"a\": {\"a\": 0}"));
	for (int i = 0; i < 65536; i++)
		buf_appendf(&deep, ",\"%d\": [0, {}]", i);
	buf_append(&deep, SLICE("}]"));
	check_error(buf_slice(&deep), 2, "more than 65536 keys");
	buf_done(&deep);
}

static void
check_interview(const char *path, void *ctx)
{
	Loaded loaded;

	(void)ctx;
	load_file(&loaded, path);
	check_roundtrip(&loaded, path);
	loaded_done(&loaded);
}

static void
every_interview_reads_back_from_every_form(void **state)
{
	(void)state;
	each_interview(check_interview, NULL);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(segments_become_turns),
		cmocka_unit_test(times_are_seconds_or_milliseconds),
		cmocka_unit_test(the_own_structure_reads_back_exactly),
		cmocka_unit_test(lines_are_those_of_the_file),
		cmocka_unit_test(the_form_is_told_by_the_keys),
		cmocka_unit_test(what_cannot_be_read_is_refused_in_a_sentence),
		cmocka_unit_test(every_interview_reads_back_from_every_form),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
