/* Unit tests of formats/write_yaml and text/yaml_out. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/items.h"
#include "support/random.h"
#include "text/yaml.h"
#include "text/yaml_out.h"
#include "unit/roundtrip.h"

#define ROUNDS 3000
#define PIECES 10

static const char source[] =
	"{\"title\": \"A talk\", \"date\": \"2025-03-03\", "
	"\"metadata\": {\"toc\": \"true\"}, "
	"\"speakers\": [{\"name\": \"Ann Lee\"}], "
	"\"chapters\": [{\"title\": \"One\", \"level\": 2}], "
	"\"passages\": [{\"speaker\": 1, \"chapter\": 1, \"paragraphs\": ["
	"{\"text\": \"談「書」, see here.\", \"links\": [{\"start\": 10, "
	"\"end\": 14, \"href\": \"http://a.b/\"}]}, "
	"\"It's \\\"this\\\": a text of which people would not know how to "
	"quote it #1.\", \"Now: x\", "
	"{\"kind\": \"code\", \"text\": \"a\\n  b\", "
	"\"language\": \"c\"}]}]}";

static void
the_file_is_one_that_people_can_edit(void **state)
{
	static const char want[] =
		"title: A talk\n"
		"date: '2025-03-03'\n"
		"source:\n"
		"  path: x.json\n"
		"  format: json\n"
		"  encoding: UTF-8\n"
		"  confidence: 1.00\n"
		"  replaced: 0\n"
		"metadata:\n"
		"  toc: 'true'\n"
		"speakers:\n"
		"- id: 1\n"
		"  name: Ann Lee\n"
		"  aliases: []\n"
		"  role: unknown\n"
		"  turns: 1\n"
		"  characters: 76\n"
		"  share: 1.0000\n"
		"chapters:\n"
		"- id: 1\n"
		"  title: One\n"
		"  level: 2\n"
		"  first_turn: 1\n"
		"  turns: 1\n"
		"  derived: false\n"
		"passages:\n"
		"- kind: speech\n"
		"  turn: 1\n"
		"  speaker: 1\n"
		"  chapter: 1\n"
		"  start: null\n"
		"  end: null\n"
		"  line: 1\n"
		"  paragraphs:\n"
		"  - kind: text\n"
		"    text: 談「書」, see here.\n"
		"    links:\n"
		"    - start: 10\n"
		"      end: 14\n"
		"      href: http://a.b/\n"
		"  - kind: text\n"
		"    text: |-\n"
		"      It's \"this\": a text of which people would not know "
		"how to quote it #1.\n"
		"  - kind: text\n"
		"    text: 'Now: x'\n"
		"  - kind: code\n"
		"    text: |-\n"
		"      a\n"
		"        b\n"
		"    language: c\n";
	Loaded loaded;
	Buf got, wanted;

	(void)state;
	load_text(&loaded, source, "x.json");
	buf_init(&got, SIZE_MAX);
	buf_init(&wanted, SIZE_MAX);
	append_yaml(&loaded, &got);
	buf_append(&wanted, slice_from(want));
	assert_true(is_same(&got, &wanted, "the YAML"));
	buf_done(&wanted);
	buf_done(&got);
	loaded_done(&loaded);
}

/* What YAML gives a meaning, and what it may not keep. */
static const char *const pieces[] = {
	"null", "~", "true", "No", "12", "1.5", "0x1F", "2025-01-01", "<<",
	"=", "-", "- ", "---", "...", "?", "? ", ":", ": ", ",", "#", " #",
	"# ", "&a", "*a", "!", "!!str", "|", ">", "'", "\"", "\\", "\\n", "%",
	"@", "`", "[", "]", "{", "}", " ", "  ", "\t", "\n", "\n\n", "\n ",
	" \n", "\r", "\r\n", "\xC2\x85", "\xC2\xA0", "\xE2\x80\xA8",
	"\xE2\x80\xA9", "\xEF\xBB\xBF", "\1", "\x1B", "\x7F", "\xC2\x9B",
	"\xE2\x80\xAE", "\xEF\xBF\xBD", "a", "word", "談", "「書」", "😀",
	"𠮷", "é", "a long piece of text that is not to be folded anywhere ",
};
#define N_PIECES N_ITEMS(pieces)

/* Writes `text` as a key, an item, and a value deep inside. */
static void
write_all(YamlOut *yaml, Slice text)
{
	yaml_out_open(yaml, true);
	yaml_out_scalar(yaml, SLICE("list"), true);
	yaml_out_open(yaml, false);
	yaml_out_scalar(yaml, text, true);
	yaml_out_open(yaml, true);
	yaml_out_scalar(yaml, text, true);
	yaml_out_scalar(yaml, text, true);
	yaml_out_scalar(yaml, SLICE("end"), true);
	yaml_out_scalar(yaml, SLICE("null"), false);
	yaml_out_close(yaml);
	yaml_out_close(yaml);
	yaml_out_close(yaml);
}

static void
check_text(Slice text, Slice yaml)
{
	const YamlNode *root, *item, *member;
	Err err = { .line = 0 };
	Arena arena;

	arena_init(&arena);
	if (yaml_read_file(yaml, &arena, &root, &err) != STATUS_OK)
		fail_msg("“%.*s”: %s in\n%.*s", SLICE_ARGS(text), err.text,
			 SLICE_ARGS(yaml));
	item = yaml_get(root, "list")->first;
	member = item->next->first;
	if (!slice_eq(item->value, text) || !slice_eq(member->key, text) ||
	    !slice_eq(member->value, text))
		fail_msg("“%.*s” becomes another in\n%.*s", SLICE_ARGS(text),
			 SLICE_ARGS(yaml));
	assert_true(slice_eq(member->next->value, SLICE("null")));
	assert_true(member->next->plain);
	if (slice_eq(text, SLICE("null")) || slice_eq(text, SLICE("12")))
		assert_false(item->plain);
	arena_done(&arena);
}

static void
any_text_reads_back_exactly(void **state)
{
	unsigned random = 1;
	Buf text, out;

	(void)state;
	buf_init(&text, SIZE_MAX);
	buf_init(&out, SIZE_MAX);
	for (size_t i = 0; i < N_PIECES + ROUNDS; i++) {
		unsigned n = i < N_PIECES ? 1 : random_next(&random) % PIECES;
		YamlOut *yaml;

		buf_clear(&text);
		buf_clear(&out);
		for (unsigned j = 0; j < n; j++)
			buf_append(&text, slice_from(
				pieces[i < N_PIECES ? i
				       : random_next(&random) % N_PIECES]));
		yaml = yaml_out_new(&out);
		write_all(yaml, buf_slice(&text));
		assert_false(yaml_out_failed(yaml));
		yaml_out_free(yaml);
		check_text(buf_slice(&text), buf_slice(&out));
	}
	buf_done(&out);
	buf_done(&text);
}

static void
a_full_buffer_is_noticed(void **state)
{
	YamlOut *yaml;
	Buf out;

	(void)state;
	buf_init(&out, 100);
	yaml = yaml_out_new(&out);
	yaml_out_open(yaml, false);
	for (int i = 0; i < 10000; i++)
		yaml_out_scalar(yaml, SLICE("some text"), true);
	assert_true(yaml_out_failed(yaml));
	yaml_out_free(yaml);
	buf_done(&out);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_file_is_one_that_people_can_edit),
		cmocka_unit_test(any_text_reads_back_exactly),
		cmocka_unit_test(a_full_buffer_is_noticed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
