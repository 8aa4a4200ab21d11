/*
 * Paragraphs in another script: what is converted, and that places in it are
 * those of the source; over the files of the project and those of
 * FANGTAN_SHARED (default: ../shared beside the sources).
 */
#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/items.h"
#include "document/shown.h"
#include "document/shown_script.h"
#include "text/utf8.h"
#include "unit/load_fixture.h"

static void
open_script(ShownScript *script, ScriptForm form, ScriptForm own)
{
	Err err;

	*script = (ShownScript){ .script = script_new(), .form = form,
				 .own = own, .most = SIZE_MAX };
	assert_int_equal(script_open(script->script, form, &err), STATUS_OK);
}

typedef struct TextCase {
	ScriptForm form;
	ScriptForm own;		/* the document's */
	const char *text;
	const char *shown;
} TextCase;

static const TextCase texts[] = {
	/* The text itself tells. */
	{ SCRIPT_TRADITIONAL, SCRIPT_ORIGINAL, "这个信息", "這個資訊" },
	{ SCRIPT_TRADITIONAL, SCRIPT_TRADITIONAL, "这个信息", "這個資訊" },
	{ SCRIPT_TRADITIONAL, SCRIPT_SIMPLIFIED, "這個信息", "這個信息" },
	{ SCRIPT_TRADITIONAL, SCRIPT_ORIGINAL, "台灣的信息", "台灣的信息" },
	{ SCRIPT_SIMPLIFIED, SCRIPT_TRADITIONAL, "这个程序", "这个程序" },
	{ SCRIPT_SIMPLIFIED, SCRIPT_ORIGINAL, "這個程式", "这个程序" },
	/* It does not: the document does. */
	{ SCRIPT_TRADITIONAL, SCRIPT_TRADITIONAL, "信息", "信息" },
	{ SCRIPT_TRADITIONAL, SCRIPT_SIMPLIFIED, "信息", "資訊" },
	{ SCRIPT_TRADITIONAL, SCRIPT_ORIGINAL, "信息", "資訊" },
	{ SCRIPT_SIMPLIFIED, SCRIPT_SIMPLIFIED, "程序", "程序" },
	/* Neither. */
	{ SCRIPT_SIMPLIFIED, SCRIPT_ORIGINAL, "東京の話です", "東京の話です" },
	{ SCRIPT_SIMPLIFIED, SCRIPT_OTHER, "東京大學", "東京大學" },
	{ SCRIPT_TRADITIONAL, SCRIPT_SIMPLIFIED, "Ann Lee", "Ann Lee" },
	{ SCRIPT_ORIGINAL, SCRIPT_SIMPLIFIED, "这个", "这个" },
};

static void
a_text_in_the_script_that_is_wanted_stays_as_it_is(void **state)
{
	Buf out;

	(void)state;
	buf_init(&out, SIZE_MAX);
	for (size_t i = 0; i < N_ITEMS(texts); i++) {
		ShownScript script;
		Slice shown;

		open_script(&script, texts[i].form, texts[i].own);
		shown = shown_script_text(&script, slice_from(texts[i].text),
					  &out);
		if (!slice_eq(shown, slice_from(texts[i].shown)))
			fail_msg("%s: %.*s", texts[i].text,
				 SLICE_ARGS(shown));
		script_free(script.script);
	}
	buf_done(&out);
}

static void
a_text_beyond_the_limit_stays_as_it_is(void **state)
{
	ShownScript script;
	Buf out;

	(void)state;
	buf_init(&out, SIZE_MAX);
	open_script(&script, SCRIPT_TRADITIONAL, SCRIPT_SIMPLIFIED);
	script.most = 6;
	assert_true(slice_eq(shown_script_text(&script, SLICE("软件"), &out),
			     SLICE("軟體")));
	assert_true(slice_eq(shown_script_text(&script, SLICE("软件。"), &out),
			     SLICE("软件。")));
	script_free(script.script);
	buf_done(&out);
}

static Slice
span_text(const Shown *shown, uint32_t i)
{
	assert_true(i < shown->n_spans);
	return slice_sub(shown->text, shown->spans[i].start,
			 shown->spans[i].len);
}

static void
markup_and_directions_are_those_of_the_text(void **state)
{
	static const char source[] =
		"**程序员**说[U盘](https://a.cn/U盘)坏了，[他笑了]。";
	ShownScript script;
	Shown shown;

	(void)state;
	open_script(&script, SCRIPT_TRADITIONAL, SCRIPT_SIMPLIFIED);
	shown_init(&shown);
	shown_set_script(&shown, &script);
	shown_build_source(&shown, slice_from(source), PARA_TEXT,
			   MARKUP_MARKDOWN);
	shown_add_directions(&shown);
	assert_true(slice_eq(shown.plain,
			     SLICE("程序员说U盘坏了，[他笑了]。")));
	assert_true(slice_eq(shown.text,
			     SLICE("程式設計師說隨身碟壞了，[他笑了]。")));
	assert_true(slice_eq(span_text(&shown, 0), SLICE("程式設計師")));
	assert_true(slice_eq(span_text(&shown, 1), SLICE("隨身碟")));
	assert_true(slice_eq(span_text(&shown, 2), SLICE("[他笑了]")));
	assert_true(slice_eq(shown.links[0], SLICE("https://a.cn/U盘")));
	assert_int_equal(shown_to_source(&shown, shown.spans[1].start),
			 slice_find(slice_from(source), SLICE("U盘")));
	shown_done(&shown);
	script_free(script.script);
}

static void
names_and_metadata_become_those_of_the_script(void **state)
{
	ShownScript script;
	ShownNames names;
	Loaded loaded;

	(void)state;
	load_text(&loaded,
		  "---\ntitle: 软件\nlang: zh-Hans\nguest: 叶后来\n---\n\n"
		  "**叶后来**: 这个。\n\n**Ann**: Yes.\n\n**叶后来**: 好。\n",
		  "a.md");
	open_script(&script, SCRIPT_TRADITIONAL, SCRIPT_ORIGINAL);
	assert_true(shown_script_survey(script.script, loaded.doc,
					&script.own));
	assert_int_equal(script.own, SCRIPT_SIMPLIFIED);
	shown_names_init(&names, &script, loaded.doc);
	assert_true(slice_eq(names.doc.meta.title, SLICE("軟體")));
	assert_true(slice_eq(doc_speaker(&names.doc, 0)->name,
			     SLICE("葉後來")));
	assert_true(slice_eq(names.doc.meta.entries->values[0],
			     SLICE("zh-TW")));
	assert_true(slice_eq(names.doc.meta.entries->next->values[0],
			     SLICE("葉後來")));
	assert_true(slice_eq(doc_speaker(loaded.doc, 0)->name,
			     SLICE("叶后来")));
	shown_names_done(&names);
	loaded_done(&loaded);
	script_free(script.script);
}

/*
 * Both directions go up and stay inside; a character of the text that begins
 * what the source has comes back.
 */
static void
check_places(const Shown *shown)
{
	uint32_t last = 0, end = (uint32_t)shown->text.len;
	bool cut;

	assert_int_equal(utf8_valid_prefix(shown->text, &cut), end);
	for (uint32_t i = 0; i <= end; i++) {
		uint32_t source = shown_to_source(shown, i);

		assert_true(source >= last && source <= shown->source_len);
		last = source;
		if (i < end && !utf8_is_continuation(shown->text.ptr[i]))
			assert_int_equal(shown_from_source(shown, source), i);
	}
	last = 0;
	for (uint32_t i = 0; i <= shown->source_len; i++) {
		uint32_t byte = shown_from_source(shown, i);

		assert_true(byte >= last && byte <= end);
		assert_true(byte == end ||
			    !utf8_is_continuation(shown->text.ptr[byte]));
		last = byte;
	}
	assert_int_equal(last, end);
}

static void
check_document(const Document *doc, ScriptForm form)
{
	ShownScript script;
	Shown shown;

	open_script(&script, form, SCRIPT_ORIGINAL);
	shown_init(&shown);
	shown_set_script(&shown, &script);
	for (ParaId id = 0; id < doc_n_paras(doc); id++) {
		if (doc_para(doc, id)->flags & PARA_PART)
			continue;
		shown_build(&shown, doc, id);
		check_places(&shown);
	}
	shown_done(&shown);
	script_free(script.script);
}

static int
check_folder(const char *folder)
{
	DIR *dir = opendir(folder);
	struct dirent *entry;
	int n = 0;

	while (dir != NULL && (entry = readdir(dir)) != NULL) {
		char path[4096];
		Loaded loaded;

		if (entry->d_name[0] == '.' ||
		    strstr(entry->d_name, "README") != NULL ||
		    strstr(entry->d_name, ".xml") != NULL)
			continue;
		snprintf(path, sizeof(path), "%s/%s", folder, entry->d_name);
		print_message("%s\n", entry->d_name);
		load_file(&loaded, path);
		check_document(loaded.doc, SCRIPT_TRADITIONAL);
		check_document(loaded.doc, SCRIPT_SIMPLIFIED);
		loaded_done(&loaded);
		n++;
	}
	if (dir != NULL)
		closedir(dir);
	return n;
}

static void
places_in_the_samples_come_back(void **state)
{
	const char *source = getenv("srcdir");
	char folder[4096];

	(void)state;
	snprintf(folder, sizeof(folder), "%s/data/interviews",
		 source != NULL ? source : ".");
	assert_true(check_folder(folder) > 0);
}

static void
places_in_the_interviews_come_back(void **state)
{
	const char *shared = getenv("FANGTAN_SHARED");
	const char *source = getenv("srcdir");
	char folder[4096];
	int n = 0;

	(void)state;
	if (shared == NULL)
		snprintf(folder, sizeof(folder), "%s/../shared/interviews/",
			 source != NULL ? source : ".");
	else
		snprintf(folder, sizeof(folder), "%s/interviews/", shared);
	strcat(folder, "verified");
	n += check_folder(folder);
#ifndef FANGTAN_TINY
	strcpy(strrchr(folder, '/'), "/audreyt");
	n += check_folder(folder);
#endif
	if (n == 0) {
		print_message("the shared interviews are not there; skipped\n");
		skip();
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
			a_text_in_the_script_that_is_wanted_stays_as_it_is),
		cmocka_unit_test(a_text_beyond_the_limit_stays_as_it_is),
		cmocka_unit_test(markup_and_directions_are_those_of_the_text),
		cmocka_unit_test(names_and_metadata_become_those_of_the_script),
		cmocka_unit_test(places_in_the_samples_come_back),
		cmocka_unit_test(places_in_the_interviews_come_back),
	};

	return cmocka_run_group_tests_name("shown_script", tests, NULL, NULL);
}
