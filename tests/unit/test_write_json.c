#include "formats/write_json.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "document/build.h"
#include "support/maker.h"
#include "unit/load_fixture.h"

static bool
write_to_buf(void *ctx, Slice bytes)
{
	return buf_append(ctx, bytes);
}

/* The object of `doc`, or of what `sel` takes of it. */
static void
write_all(const Document *doc, const Selection *sel, Buf *out)
{
	const Origin origin = { "-", "plain", { "UTF-8", 1, 0, 0 } };
	Err err = { .line = 0 };
	Stats stats;
	Out to;

	stats_init(&stats);
	stats_step(&stats, doc, deadline_never());
	out_init(&to, write_to_buf, out);
	assert_int_equal(write_json(&to, &origin, doc, sel, &stats, &err),
			 STATUS_OK);
	out_done(&to);
	stats_done(&stats);
	buf_append_char(out, '\0');
}

static void
check_part(const Document *doc, const Selection *sel, const char *want)
{
	Buf out;

	buf_init(&out, SIZE_MAX);
	write_all(doc, sel, &out);
	if (strstr(out.ptr, want) == NULL)
		fail_msg("%s\nholds no\n%s", out.ptr, want);
	buf_done(&out);
}

static void
the_whole_object_is_as_the_interface_says(void **state)
{
	static const char text[] =
		"---\ntitle: T\ndate: 2025-03-03\nhost: Ann\nlayout: post\n"
		"categories: [a, b]\nx:\n  y: 1\n---\n\npreface\n\n## One\n\n"
		"**Ann**: hi [there](http://e/)\n\n[laughs]\n\n1. it\n\n"
		"**Bob**: 河 河\n";
	static const char want[] =
		"{\"title\": \"T\", \"date\": \"2025-03-03\", \"source\": "
		"{\"path\": \"a.md\", \"format\": \"markdown\", \"encoding\": "
		"\"UTF-8\", \"confidence\": 1.00, \"replaced\": 0}, "
		"\"metadata\": {\"host\": \"Ann\", \"layout\": \"post\", "
		"\"categories\": [\"a\", \"b\"], \"x.y\": \"1\"}, "
		"\"speakers\": [{\"id\": 1, \"name\": \"Ann\", \"aliases\": [], "
		"\"role\": \"host\", \"turns\": 1, \"characters\": 9, "
		"\"share\": 0.8182}, {\"id\": 2, \"name\": \"Bob\", "
		"\"aliases\": [], \"role\": \"unknown\", \"turns\": 1, "
		"\"characters\": 2, \"share\": 0.1818}], "
		"\"chapters\": [{\"id\": 1, \"title\": \"One\", \"level\": 2, "
		"\"first_turn\": 1, \"turns\": 2, \"derived\": false}], "
		"\"passages\": [{\"kind\": \"narration\", \"turn\": null, "
		"\"speaker\": null, \"chapter\": null, \"start\": null, "
		"\"end\": null, \"line\": 11, \"paragraphs\": [{\"kind\": "
		"\"text\", \"text\": \"preface\"}]}, {\"kind\": \"speech\", "
		"\"turn\": 1, \"speaker\": 1, \"chapter\": 1, \"start\": null, "
		"\"end\": null, \"line\": 15, \"paragraphs\": [{\"kind\": "
		"\"text\", \"text\": \"hi there\", \"links\": [{\"start\": 3, "
		"\"end\": 8, \"href\": \"http://e/\"}]}, {\"kind\": "
		"\"direction\", \"text\": \"[laughs]\"}, {\"kind\": \"item\", "
		"\"text\": \"it\", \"level\": 1, \"ordered\": true}]}, "
		"{\"kind\": \"speech\", \"turn\": 2, \"speaker\": 2, "
		"\"chapter\": 1, \"start\": null, \"end\": null, \"line\": 21, "
		"\"paragraphs\": [{\"kind\": \"text\", \"text\": \"河 河\"}]}]}\n";
	Loaded loaded;
	Buf out;

	(void)state;
	load_text(&loaded, text, "a.md");
	buf_init(&out, SIZE_MAX);
	append_json(&loaded, &out);
	buf_append_char(&out, '\0');
	assert_string_equal(out.ptr, want);
	buf_done(&out);
	loaded_done(&loaded);
}

static void
an_empty_document_is_an_object_too(void **state)
{
	const Selection sel = SELECTION_ALL;
	Loaded loaded;

	(void)state;
	load_text(&loaded, "", "-");
	check_part(loaded.doc, &sel,
		   "{\"title\": null, \"date\": null, \"source\": {\"path\": "
		   "\"-\", \"format\": \"plain\", \"encoding\": \"UTF-8\", "
		   "\"confidence\": 1.00, \"replaced\": 0}, \"metadata\": {}, "
		   "\"speakers\": [], \"chapters\": [], \"passages\": []}\n");
	loaded_done(&loaded);
}

static void
a_turn_over_chapters_is_passages_of_one_number(void **state)
{
	const Selection sel = SELECTION_ALL;
	Loaded loaded;

	(void)state;
	load_text(&loaded, "**Ann**: a\n\n## One\n\nb\n\n## Two\n\n**Bob**: c",
		  "a.md");
	check_part(loaded.doc, &sel, "\"turn\": 1, \"speaker\": 1, "
		   "\"chapter\": null, \"start\": null, \"end\": null, "
		   "\"line\": 1,");
	check_part(loaded.doc, &sel, "\"turn\": 1, \"speaker\": 1, "
		   "\"chapter\": 1, \"start\": null, \"end\": null, "
		   "\"line\": 5,");
	check_part(loaded.doc, &sel, "\"title\": \"One\", \"level\": 2, "
		   "\"first_turn\": 1, \"turns\": 0,");
	check_part(loaded.doc, &sel, "\"title\": \"Two\", \"level\": 2, "
		   "\"first_turn\": 2, \"turns\": 1,");
	loaded_done(&loaded);
}

static void
several_speakers_and_times_are_written(void **state)
{
	const Selection sel = SELECTION_ALL;
	Maker maker;

	(void)state;
	maker_init(&maker);
	maker_turn(&maker, 1);
	doc_add_voice(maker.doc, 0);
	doc_start_turn(maker.doc, 1500);
	doc_end_turn(maker.doc, 62000);
	maker_para(&maker, "x");
	maker_finish(&maker);
	check_part(maker.doc, &sel, "\"speaker\": 2, \"speakers\": [2, 1], "
		   "\"chapter\": null, \"start\": 1.500, \"end\": 62.000,");
	maker_done(&maker);
}

static void
only_passages_are_filtered(void **state)
{
	static const SpeakerId bob[] = { 1 };
	static const Match matches[] = { { 0, 3, 3 }, { 0, 9, 1 } };
	Selection speaker = SELECTION_ALL, found = SELECTION_ALL, nothing;
	Loaded loaded;

	(void)state;
	speaker.speakers = bob;
	speaker.n_speakers = 1;
	found.matches = matches;
	found.n_matches = 2;
	nothing = found;
	nothing.n_matches = 0;
	load_text(&loaded, "**Ann**: 一二abc\n\n**Bob**: c", "a.md");
	check_part(loaded.doc, &speaker, "\"passages\": [{\"kind\": \"speech\", "
		   "\"turn\": 2,");
	check_part(loaded.doc, &speaker, "\"name\": \"Ann\"");
	/* Matches count code points; nobody checks here what they match. */
	check_part(loaded.doc, &found, "\"text\": \"一二abc\", \"matches\": "
		   "[[1, 2], [5, 5]]}]}]}");
	check_part(loaded.doc, &nothing, "\"passages\": []}");
	loaded_done(&loaded);
}

static void
strings_are_escaped(void **state)
{
	const Selection sel = SELECTION_ALL;
	Loaded loaded;

	(void)state;
	load_text(&loaded, "a \"b\" c:\\d \x01\x1B\x7F \xE2\x80\xA8 👩", "a.txt");
	check_part(loaded.doc, &sel, "a \\\"b\\\" c:\\\\d ");
	check_part(loaded.doc, &sel, "\\u001B");
	check_part(loaded.doc, &sel, "👩\"}");
	loaded_done(&loaded);
}

static void
the_language_of_code_is_written(void **state)
{
	static const char text[] =
		"Before.\n\n```python x=1\na\n\nb\n```\n\n```lua\n```\n\n"
		"```\nc\n```\n\n~~~ C++\nd\n";
	const Selection sel = SELECTION_ALL;
	Loaded loaded;

	(void)state;
	load_text(&loaded, text, "a.md");
	check_part(loaded.doc, &sel,
		   "[{\"kind\": \"text\", \"text\": \"Before.\"}, "
		   "{\"kind\": \"code\", \"text\": \"a\\n\\nb\", "
		   "\"language\": \"python\"}, "
		   "{\"kind\": \"code\", \"text\": \"c\"}, "
		   "{\"kind\": \"code\", \"text\": \"d\", "
		   "\"language\": \"C++\"}]");
	loaded_done(&loaded);
}

static void
lists_are_arrays_by_themselves(void **state)
{
	Err err = { .line = 0 };
	Loaded loaded;
	Stats stats;
	Buf out;
	Out to;

	(void)state;
	load_text(&loaded, "Ann Lee: a\n\nBob Ray: b", "a.txt");
	stats_init(&stats);
	stats_step(&stats, loaded.doc, deadline_never());
	buf_init(&out, SIZE_MAX);
	out_init(&to, write_to_buf, &out);
	assert_int_equal(write_json_chapters(&to, loaded.doc, &err),
			 STATUS_OK);
	assert_int_equal(write_json_speakers(&to, loaded.doc, &stats, &err),
			 STATUS_OK);
	out_done(&to);
	buf_append_char(&out, '\0');
	assert_string_equal(
		out.ptr,
		"[{\"id\": 1, \"title\": \"a\", \"level\": 1, \"first_turn\": 1, "
		"\"turns\": 2, \"derived\": true}]\n"
		"[{\"id\": 1, \"name\": \"Ann Lee\", \"aliases\": [], \"role\": "
		"\"unknown\", \"turns\": 1, \"characters\": 1, \"share\": "
		"0.5000}, {\"id\": 2, \"name\": \"Bob Ray\", \"aliases\": [], "
		"\"role\": \"unknown\", \"turns\": 1, \"characters\": 1, "
		"\"share\": 0.5000}]\n");
	buf_done(&out);
	stats_done(&stats);
	loaded_done(&loaded);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_whole_object_is_as_the_interface_says),
		cmocka_unit_test(an_empty_document_is_an_object_too),
		cmocka_unit_test(
			a_turn_over_chapters_is_passages_of_one_number),
		cmocka_unit_test(several_speakers_and_times_are_written),
		cmocka_unit_test(only_passages_are_filtered),
		cmocka_unit_test(strings_are_escaped),
		cmocka_unit_test(the_language_of_code_is_written),
		cmocka_unit_test(lists_are_arrays_by_themselves),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
