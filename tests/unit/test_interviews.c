/*
 * Whole interviews: those of the project, and, where they are there, the ones
 * of FANGTAN_SHARED (default: ../shared beside the sources) with the counts
 * that were made by hand (expect.json).
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <jansson.h>

#include "base/items.h"
#include "document/shown.h"
#include "reading/layout.h"
#include "text/uni.h"
#include "unit/load_fixture.h"
#include "unit/roundtrip.h"

#define MARKDOWN "hard-fork-2025-dario-amodei.zh-Hant.md"
#define PLAIN "ezra-klein-2024-dario-amodei.zh-Hans.txt"

static const uint32_t WIDTHS[] = { 20, 40, 80, 120, 200 };
#define N_WIDTHS N_ITEMS(WIDTHS)

static const char *
source_folder(void)
{
	const char *folder = getenv("srcdir");

	return folder != NULL ? folder : ".";
}

/* `name` in the shared interviews; skips the test where it is not there. */
static void
shared_path(const char *name, char *path, size_t size)
{
	const char *shared = getenv("FANGTAN_SHARED");
	FILE *file;

	if (shared != NULL)
		snprintf(path, size, "%s/interviews/%s", shared, name);
	else
		snprintf(path, size, "%s/../shared/interviews/%s",
			 source_folder(), name);
	file = fopen(path, "r");
	if (file == NULL) {
		print_message("%s is not there; skipped\n", path);
		skip();
	}
	fclose(file);
}

static void
load_shared(Loaded *loaded, const char *name)
{
	char path[4096];

	shared_path(name, path, sizeof(path));
	load_file(loaded, path);
}

static void
check_slice(Slice got, const char *want)
{
	if (!slice_eq(got, slice_from(want)))
		fail_msg("“%.*s” and not “%s”", SLICE_ARGS(got), want);
}

/* The chapters with headings are those expected, the others as many. */
static void
check_chapters(const Document *doc, const json_t *entry)
{
	const json_t *titles = json_object_get(entry, "chapters");
	const json_t *derived = json_object_get(entry, "derived");
	uint32_t n_derived = 0, n = 0;
	Buf title;

	buf_init(&title, SIZE_MAX);
	for (ChapterId id = 0; id < doc_n_chapters(doc); id++) {
		if (doc_chapter(doc, id)->flags & CHAPTER_DERIVED) {
			n_derived++;
			continue;
		}
		shown_chapter_title(doc, id, &title);
		assert_true(n < json_array_size(titles));
		check_slice(buf_slice(&title),
			    json_string_value(json_array_get(titles, n++)));
	}
	buf_done(&title);
	assert_int_equal(n, json_array_size(titles));
	if (derived != NULL)
		assert_int_equal(n_derived, json_integer_value(derived));
}

static void
check_speakers(const Document *doc, const json_t *speakers)
{
	assert_int_equal(doc_n_speakers(doc), json_object_size(speakers));
	for (SpeakerId id = 0; id < doc_n_speakers(doc); id++) {
		const Speaker *speaker = doc_speaker(doc, id);
		char *name = mem_strdup_slice(speaker->name);
		json_t *turns = json_object_get(speakers, name);

		if (turns == NULL)
			fail_msg("%s is no speaker", name);
		if (speaker->turns != json_integer_value(turns))
			fail_msg("%s has %u turns", name, speaker->turns);
		mem_free(name);
	}
}

static void
check_entry(const json_t *entry)
{
	const char *file = json_string_value(json_object_get(entry, "file"));
	Loaded loaded;

	print_message("%s\n", file);
	load_shared(&loaded, file);
	check_slice(loaded.doc->meta.title,
		    json_string_value(json_object_get(entry, "title")));
	assert_int_equal(doc_n_turns(loaded.doc),
			 json_integer_value(json_object_get(entry, "turns")));
	check_speakers(loaded.doc, json_object_get(entry, "speakers"));
	check_chapters(loaded.doc, entry);
	loaded_done(&loaded);
}

static void
transcripts_are_read_as_they_were_counted_by_hand(void **state)
{
	char path[4096];
	json_t *entries, *entry;
	json_error_t error;
	size_t i;

	(void)state;
	shared_path("expect.json", path, sizeof(path));
	entries = json_load_file(path, 0, &error);
	assert_non_null(entries);
	json_array_foreach(entries, i, entry)
		check_entry(entry);
	json_decref(entries);
}

/* The turn whose label stands on a line of the source. */
static TurnId
turn_at(const Document *doc, uint32_t line)
{
	for (TurnId id = 0; id < doc_n_turns(doc); id++)
		if (doc_turn(doc, id)->line == line)
			return id;
	return DOC_NONE;
}

static ParaId
para_at(const Document *doc, uint32_t line)
{
	for (ParaId id = 0; id < doc_n_paras(doc); id++)
		if (doc_para(doc, id)->line == line)
			return id;
	fail_msg("no paragraph at line %u", line);
	return DOC_NONE;
}

static uint32_t
count_text_paras(const Document *doc, TurnId turn)
{
	uint32_t n = 0;

	for (ParaId id = doc_turn(doc, turn)->first;
	     id < doc_turn_end(doc, turn); id++)
		n += doc_para(doc, id)->turn == turn &&
		     !(doc_para(doc, id)->flags & PARA_PART);
	return n;
}

static void
the_markdown_interview_is_read_to_its_notes(void **state)
{
	static const uint32_t by_chapter[] = { 43, 16, 83 };
	Loaded loaded;
	uint32_t longer = 0;
	TurnId laughs;

	(void)state;
	load_shared(&loaded, "verified/" MARKDOWN);
	check_slice(loaded.doc->meta.date, "2025-03-03");
	assert_string_equal(loader_format(loaded.loader), "markdown");
	for (ChapterId id = 0; id < 3; id++)
		assert_int_equal(doc_chapter_turns(loaded.doc, id),
				 by_chapter[id]);
	for (TurnId id = 0; id < doc_n_turns(loaded.doc); id++) {
		uint32_t n = count_text_paras(loaded.doc, id);

		longer += n > 1;
		assert_true(n <= 6);
		if (id > 0)
			assert_int_not_equal(
				doc_turn(loaded.doc, id)->speaker,
				doc_turn(loaded.doc, id - 1)->speaker);
	}
	assert_int_equal(longer, 27);
	assert_int_equal(count_text_paras(loaded.doc,
					  turn_at(loaded.doc, 187)), 6);
	laughs = turn_at(loaded.doc, 35);
	assert_int_equal(count_text_paras(loaded.doc, laughs), 1);
	assert_int_equal(doc_para(loaded.doc, doc_turn(loaded.doc, laughs)
						      ->first)->kind,
			 PARA_DIRECTION);
	loaded_done(&loaded);
}

/* Line 19 is HTML around a link: narration whose tags nobody sees. */
static void
html_around_a_link_is_not_shown(void **state)
{
	Loaded loaded;
	Shown shown;
	ParaId id;

	(void)state;
	load_shared(&loaded, "verified/" MARKDOWN);
	id = para_at(loaded.doc, 19);
	assert_int_equal(doc_para(loaded.doc, id)->turn, DOC_NONE);
	shown_init(&shown);
	shown_build(&shown, loaded.doc, id);
	assert_int_equal(slice_find(shown.text, SLICE("<")), SIZE_MAX);
	assert_int_equal(shown.n_links, 1);
	assert_int_not_equal(slice_find(shown.links[0], SLICE("&")), SIZE_MAX);
	shown_done(&shown);
	loaded_done(&loaded);
}

static void
irregular_labels_of_the_plain_interview_are_read(void **state)
{
	/* A verb before the colon, indirect speech, aliases, one after one. */
	static const uint32_t labels[] = { 91, 95, 159, 227, 353, 363 };
	static const uint32_t others[] = { 5, 7, 29, 65, 67, 173, 175, 307,
					   341, 355, 357, 359, 377 };
	Loaded loaded;
	TurnId turn;

	(void)state;
	load_shared(&loaded, "verified/" PLAIN);
	check_slice(loaded.doc->meta.date, "2024-04-12");
	for (size_t i = 0; i < N_ITEMS(labels); i++)
		assert_int_not_equal(turn_at(loaded.doc, labels[i]), DOC_NONE);
	for (size_t i = 0; i < N_ITEMS(others); i++)
		assert_int_equal(turn_at(loaded.doc, others[i]), DOC_NONE);
	turn = turn_at(loaded.doc, 353);
	for (uint32_t line = 355; line <= 359; line += 2)
		assert_int_equal(doc_para(loaded.doc,
					  para_at(loaded.doc, line))->turn,
				 turn);
	turn = turn_at(loaded.doc, 13);
	assert_int_equal(count_text_paras(loaded.doc, turn), 11);
	assert_int_equal(doc_para(loaded.doc, para_at(loaded.doc, 33))->turn,
			 turn);
	loaded_done(&loaded);
}

static void
four_lines_of_the_plain_interview_are_directions(void **state)
{
	static const uint32_t lines[] = { 31, 137, 235, 501 };
	Loaded loaded;
	size_t n = 0;

	(void)state;
	load_shared(&loaded, "verified/" PLAIN);
	for (ParaId id = 0; id < doc_n_paras(loaded.doc); id++) {
		const Para *para = doc_para(loaded.doc, id);

		if (para->kind != PARA_DIRECTION)
			continue;
		assert_true(n < 4);
		assert_int_equal(para->line, lines[n++]);
	}
	assert_int_equal(n, 4);
	loaded_done(&loaded);
}

/* The visible text of all paragraphs and headings. */
static void
append_visible(const Document *doc, Buf *out)
{
	Shown shown;

	shown_init(&shown);
	for (ParaId id = 0; id < doc_n_paras(doc); id++) {
		if (doc_para(doc, id)->flags & PARA_PART)
			continue;
		shown_build(&shown, doc, id);
		buf_append(out, shown.text);
		buf_append_char(out, '\n');
	}
	shown_done(&shown);
}

/* The rows of the dialogue joined; none wider than the text. */
static void
append_rows(const Document *doc, LayoutShape shape, Buf *out)
{
	Layout *layout = layout_new();
	ParaId last = DOC_NONE;
	bool more;
	Line line;

	layout_set(layout, doc, NULL, shape);
	for (more = layout_at(layout, (Anchor){ 0 }, &line); more;
	     more = layout_next(layout, &line)) {
		Slice text;

		if (line.kind != LINE_TEXT)
			continue;
		if (last != DOC_NONE && line.para != last)
			buf_append_char(out, '\n');
		last = line.para;
		text = layout_shown(layout, line.para)->text;
		buf_append(out, slice_sub(text, line.row.start, line.row.len));
		assert_true((int)line.row.cols + line.indent <=
			    shape.text_cols);
	}
	if (last != DOC_NONE)
		buf_append_char(out, '\n');
	layout_free(layout);
}

static void
check_rows(const Document *doc, const char *what)
{
	Buf visible, rows;

	buf_init(&visible, SIZE_MAX);
	buf_init(&rows, SIZE_MAX);
	append_visible(doc, &visible);
	for (size_t i = 0; i < 3 * N_WIDTHS; i++) {
		int cols = (int)WIDTHS[i / 3];

		buf_clear(&rows);
		append_rows(doc, layout_shape(cols, i % 3 == 2 ? 999 : 68,
					      (NamePlace)(i % 3)), &rows);
		if (!is_same(&rows, &visible, what))
			fail_msg("%s at %d columns", what, cols);
	}
	buf_done(&rows);
	buf_done(&visible);
}

/* Takes all white space out. */
static void
squeeze(Buf *text)
{
	size_t n = 0;

	for (size_t i = 0; i < text->len; i++)
		if (text->ptr[i] != ' ' && text->ptr[i] != '\n')
			text->ptr[n++] = text->ptr[i];
	text->len = n;
}

/* No row is wider, and but for white space it is all there. */
static void
check_printed(const Document *doc, const char *what)
{
	Buf whole, printed;

	buf_init(&whole, SIZE_MAX);
	buf_init(&printed, SIZE_MAX);
	append_printed(doc, 0, &whole);
	for (size_t i = 0; i < N_WIDTHS; i++) {
		Slice rest;

		buf_clear(&printed);
		append_printed(doc, WIDTHS[i], &printed);
		rest = buf_slice(&printed);
		while (rest.len > 0) {
			size_t end = slice_find(rest, SLICE("\n"));

			assert_true(uni_text_width(slice_sub(rest, 0, end)) <=
				    WIDTHS[i]);
			rest = slice_sub(rest, end + 1, SIZE_MAX);
		}
		squeeze(&printed);
		if (i == 0)
			squeeze(&whole);
		if (!is_same(&printed, &whole, what))
			fail_msg("%s at %u columns", what, WIDTHS[i]);
	}
	buf_done(&printed);
	buf_done(&whole);
}

static void
rows_of_the_shared_interviews_are_their_text(void **state)
{
	static const char *const names[] = { MARKDOWN, PLAIN };

	(void)state;
	for (size_t i = 0; i < 2; i++) {
		char name[200];
		Loaded loaded;

		snprintf(name, sizeof(name), "verified/%s", names[i]);
		load_shared(&loaded, name);
		check_rows(loaded.doc, name);
		check_printed(loaded.doc, name);
		loaded_done(&loaded);
	}
}

/* The interviews of the project. */
typedef struct Sample {
	const char *file;
	uint32_t chapters;
	bool derived;
	uint32_t turns;
	uint32_t by_speaker[3];	/* the last may be 0: there are two */
} Sample;

static const Sample SAMPLES[] = {
	{ "tea-master.zh-Hant.md", 4, false, 60, { 21, 22, 17 } },
	{ "night-trains.zh-Hans.txt", 4, true, 60, { 30, 30, 0 } },
	{ "lighthouse-archive.en.md", 4, false, 60, { 24, 22, 14 } },
	{ "translators-table.bilingual.md", 4, false, 60, { 18, 22, 20 } },
};
#define N_SAMPLES N_ITEMS(SAMPLES)

static void
load_sample(Loaded *loaded, const Sample *sample)
{
	char path[4096];

	snprintf(path, sizeof(path), "%s/data/interviews/%s", source_folder(),
		 sample->file);
	load_file(loaded, path);
}

static void
check_sample(const Document *doc, const Sample *sample)
{
	assert_int_equal(doc_n_turns(doc), sample->turns);
	assert_int_equal(doc_n_chapters(doc), sample->chapters);
	assert_int_equal(doc_chapter(doc, 0)->flags,
			 sample->derived ? CHAPTER_DERIVED : 0);
	assert_int_equal(doc_n_speakers(doc), sample->by_speaker[2] ? 3 : 2);
	for (SpeakerId id = 0; id < doc_n_speakers(doc); id++)
		assert_int_equal(doc_speaker(doc, id)->turns,
				 sample->by_speaker[id]);
	assert_true(doc->meta.title.len > 0);
}

static void
samples_are_read_as_they_were_written(void **state)
{
	(void)state;
	for (size_t i = 0; i < N_SAMPLES; i++) {
		Loaded loaded;

		load_sample(&loaded, &SAMPLES[i]);
		print_message("%s\n", SAMPLES[i].file);
		check_sample(loaded.doc, &SAMPLES[i]);
		loaded_done(&loaded);
	}
}

static void
rows_of_the_samples_are_their_text(void **state)
{
	(void)state;
	for (size_t i = 0; i < N_SAMPLES; i++) {
		Loaded loaded;

		load_sample(&loaded, &SAMPLES[i]);
		check_rows(loaded.doc, SAMPLES[i].file);
		check_printed(loaded.doc, SAMPLES[i].file);
		loaded_done(&loaded);
	}
}

/* The bytes of records and of text, of all that were added up. */
typedef struct Memory {
	size_t records;
	TextOff text;
} Memory;

static void
add_memory(const char *path, void *ctx)
{
	Memory *memory = ctx;
	Loaded loaded;

	load_file(&loaded, path);
	memory->records += doc_bytes(loaded.doc);
	memory->text += loader_bytes(loaded.loader);
	loaded_done(&loaded);
}

static void
check_memory(const Memory *memory, unsigned percent)
{
#ifdef FANGTAN_TINY
	(void)percent;		/* chunks of four records have more around */
	assert_true(memory->records > 0);
#else
	if (memory->records * 100 > memory->text * percent)
		fail_msg("%zu bytes of records are more than %u %% of %llu",
			 memory->records, percent,
			 (unsigned long long)memory->text);
#endif
}

static void
records_take_15_percent_of_the_two_interviews(void **state)
{
	Memory memory = { 0, 0 };
	char path[4096];

	(void)state;
	shared_path("verified/" MARKDOWN, path, sizeof(path));
	add_memory(path, &memory);
	shared_path("verified/" PLAIN, path, sizeof(path));
	add_memory(path, &memory);
	check_memory(&memory, 15);
}

static void
records_take_30_percent_of_all_interviews(void **state)
{
	Memory memory = { 0, 0 };
	char path[4096];

	(void)state;
	shared_path("verified/" MARKDOWN, path, sizeof(path));
	each_interview(add_memory, &memory);
	check_memory(&memory, 30);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
			transcripts_are_read_as_they_were_counted_by_hand),
		cmocka_unit_test(the_markdown_interview_is_read_to_its_notes),
		cmocka_unit_test(html_around_a_link_is_not_shown),
		cmocka_unit_test(
			irregular_labels_of_the_plain_interview_are_read),
		cmocka_unit_test(
			four_lines_of_the_plain_interview_are_directions),
		cmocka_unit_test(rows_of_the_shared_interviews_are_their_text),
		cmocka_unit_test(
			records_take_15_percent_of_the_two_interviews),
		cmocka_unit_test(records_take_30_percent_of_all_interviews),
		cmocka_unit_test(samples_are_read_as_they_were_written),
		cmocka_unit_test(rows_of_the_samples_are_their_text),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
