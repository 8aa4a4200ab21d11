/*
 * What becomes of a draft.  The parser of these tests reads a line for each
 * part: `FLAGS|SPEAKERS|START-END|TEXT`, where FLAGS are letters, SPEAKERS are
 * divided by commas and the times are seconds or empty.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/items.h"
#include "document/build.h"
#include "formats/read_whole.h"
#include "unit/load_fixture.h"

typedef struct Read {
	Text *text;
	Reader *reader;
	Document *doc;
	Err err;
} Read;

static Slice
cut_at(Slice *rest, const char *mark)
{
	size_t at = slice_find(*rest, slice_from(mark));
	Slice head = slice_sub(*rest, 0, at);

	*rest = slice_sub(*rest, at == SIZE_MAX ? rest->len : at + 1,
			  SIZE_MAX);
	return head;
}

static uint32_t
seconds(Slice digits)
{
	uint32_t value = 0;

	if (digits.len == 0)
		return DOC_NONE;
	for (size_t i = 0; i < digits.len; i++)
		value = value * 10 + (uint32_t)(digits.ptr[i] - '0');
	return value * 1000;
}

static void
read_flags(Slice flags, Draft *draft, DraftPart *part)
{
	static const struct {
		char letter;
		unsigned flag;
		ParaKind kind;
	} letters[] = {
		{ 'T', DRAFT_TURN, PARA_TEXT },
		{ 'C', DRAFT_CUE, PARA_TEXT },
		{ 'L', DRAFT_LABELS, PARA_TEXT },
		{ 'N', DRAFT_NARRATION, PARA_TEXT },
		{ 'O', DRAFT_ORDERED, PARA_ITEM },
		{ 'I', 0, PARA_ITEM },
		{ '>', 0, PARA_QUOTE },
		{ '!', 0, PARA_DIRECTION },
		{ '#', 0, PARA_HEADING },
		{ '`', 0, PARA_CODE },
	};

	for (size_t i = 0; i < flags.len; i++) {
		draft->has_chapters |= flags.ptr[i] == '-';
		for (size_t j = 0; j < N_ITEMS(letters); j++)
			if (letters[j].letter == flags.ptr[i]) {
				part->flags |= letters[j].flag;
				part->kind = letters[j].kind;
			}
	}
}

static Status
parse(Slice input, Draft *draft, Err *err)
{
	uint32_t line = 0;

	if (slice_eq(input, SLICE("bad")))
		return err_set_line(err, 1, "this is no draft");
	while (input.len > 0) {
		Slice rest = cut_at(&input, "\n"), names, times;
		DraftPart part = { .line = ++line };
		Slice speakers[20];

		read_flags(cut_at(&rest, "|"), draft, &part);
		names = cut_at(&rest, "|");
		while (names.len > 0)
			speakers[part.n_speakers++] = cut_at(&names, ",");
		part.speakers = speakers;
		times = cut_at(&rest, "|");
		part.start_ms = seconds(cut_at(&times, "-"));
		part.end_ms = seconds(times);
		part.text = rest;
		draft_add(draft, &part);
	}
	return STATUS_OK;
}

static const Format FORMAT = READ_WHOLE_FORMAT("test", NULL, NULL);

static void
read_init(Read *read, const char *text, DraftParse *with)
{
	*read = (Read){ .text = text_new() };
	text_append(read->text, 0, slice_from(text));
	read->doc = doc_new(read->text, 0);
	read->reader = read_whole_new(&FORMAT, with, read->text,
				      SLICE("/a/b.c.srt"));
	assert_int_equal(read_whole_survey(read->reader, false, NULL),
			 STATUS_OK);
	assert_int_equal(read_whole_keep(read->reader), 0);
	assert_false(read_whole_decide(read->reader));
	assert_int_equal(read_whole_survey(read->reader, true, &read->err),
			 STATUS_OK);
	assert_true(read_whole_decide(read->reader));
	assert_false(read_whole_decide(read->reader));
	read_whole_build_start(read->reader, read->doc);
	assert_false(read_whole_build(read->reader, false));
	while (read_whole_build(read->reader, true))
		;
}

static void
read_done(Read *read)
{
	doc_free(read->doc);
	read_whole_free(read->reader);
	text_free(read->text);
}

static const struct {
	const char *draft;
	const char *outline;
} CASES[] = {
	{ "", "" },
	{ "|Ann||one\n|||two\n|Bob||three\n", "Ann: one/two\nBob: three\n" },
	/* a turn of its own by the same speaker, by name or as before */
	{ "|Ann||one\nT|Ann||two\nT|||three\n", "Ann: one\nAnn: two\nAnn: three\n" },
	{ "|Ann||one\nN|||aside\n|||goes on\n|Ann||two\n",
	  "Ann: one\n-: aside/goes on\nAnn: two\n" },
	/* a name without text speaks what follows */
	{ "|Ann||one\n|Bob||\n|||two\n", "Ann: one\nBob: two\n" },
	{ "| ||one\n", "-: one\n" },
	/* blocks stay in the turn */
	{ "|Ann||one\nI|||item\n>|||quote\n`|||  code\n",
	  "Ann: one/*item/>quote/`  code\n" },
	{ "|Ann||one\n|||[laughs]\n|||two\n", "Ann: one/![laughs]/two\n" },
	/* headings are chapters inside turns too */
	{ "|Ann||one\n#||9|Two\n|||two\n", "Ann: one\n# Two\nAnn: two\n" },
	/* cues are joined, but not by Han */
	{ "C|Ann|1-2|one\nC|Ann|2-3|two\nC||3-4|河\nC||4-5|水\n",
	  "Ann: one two 河水\n" },
	/* silence, another speaker, a direction end a paragraph */
	{ "C|Ann|1-2|one\nC||3-4|two\nC||6-7|three\n", "Ann: one two/three\n" },
	{ "C|Ann|1-9|one\nC||2-3|two\nC||10-11|three\n",
	  "Ann: one two three\n" },
	{ "C|Ann||one\nC|||[laughs]\nC|||two\nC|||three\n",
	  "Ann: one/![laughs]/two three\n" },
	{ "C|Ann|1-2|one\n||2-3|two\n", "Ann: one/two\n" },
	{ "C||1-2|one\nC||2-3|two\nC|Ann|3-4|three\n",
	  "-: one two\nAnn: three\n" },
	{ "C||1-|one\nC||9-|two\n", "-: one two\n" },
	/* labels by evidence */
	{ "CL|||Ann Lee: one\nCL|||two\nCL|||Bob Ray: three\n"
	  "CL|||Bob Ray: four\nCL|||Ann Lee: five\n",
	  "Ann Lee: one two\nBob Ray: three four\nAnn Lee: five\n" },
	{ "L|||Ann Lee: one\nL|||Ann Lee: two\nL|||Bob Ray: three\n"
	  "L|||Bob Ray:\nL|||four\nL|||Break:\nL|||Ann Lee: five\n",
	  "Ann Lee: one\nAnn Lee: two\nBob Ray: three\nBob Ray: four/!Break:\n"
	  "Ann Lee: five\n" },
	{ "CL|||one Note: two\nCL|||Note: three\nCL|||four\n",
	  "-: one Note: two Note: three four\n" },
};

static void
parts_become_passages(void **state)
{
	(void)state;
	for (size_t i = 0; i < N_ITEMS(CASES); i++) {
		Read read;
		Buf out;

		read_init(&read, CASES[i].draft, parse);
		buf_init(&out, SIZE_MAX);
		append_outline(read.doc, &out);
		if (!slice_eq(buf_slice(&out), slice_from(CASES[i].outline)))
			fail_msg("of\n%sbecame\n%.*sand not\n%s",
				 CASES[i].draft, SLICE_ARGS(buf_slice(&out)),
				 CASES[i].outline);
		buf_done(&out);
		read_done(&read);
	}
}

static void
several_speak_one_turn(void **state)
{
	SpeakerId ids[4];
	Read read;

	(void)state;
	read_init(&read, "|Ann,Bob,Ann||one\n|Ann,Bob||two\n|Bob||three\n",
		  parse);
	assert_int_equal(doc_n_turns(read.doc), 2);
	assert_int_equal(doc_turn_speakers(read.doc, 0, ids, 4), 2);
	assert_int_equal(ids[0], 0);
	assert_int_equal(ids[1], 1);
	assert_int_equal(doc_turn_speakers(read.doc, 1, ids, 4), 1);
	assert_int_equal(doc_speaker(read.doc, 1)->turns, 2);
	read_done(&read);
}

static void
paragraphs_and_turns_keep_their_times(void **state)
{
	Read read;

	(void)state;
	read_init(&read, "C|Ann|1-2|one\nC||2-3|two\nC||9-12|three\n"
			 "C||10-11|four\nC|Bob|20-|five\n|Cid||six\n", parse);
	assert_int_equal(doc_n_paras(read.doc), 4);
	assert_int_equal(doc_para_time(read.doc, 0), 1000);
	assert_int_equal(doc_para_time(read.doc, 1), 9000);
	assert_int_equal(doc_para(read.doc, 1)->line, 3);
	assert_int_equal(doc_turn_time(read.doc, 0), 1000);
	assert_int_equal(doc_turn_end_time(read.doc, 0), 12000);
	assert_int_equal(doc_turn(read.doc, 0)->line, 1);
	assert_int_equal(doc_turn_time(read.doc, 1), 20000);
	assert_int_equal(doc_turn_end_time(read.doc, 1), DOC_NONE);
	assert_int_equal(doc_turn_time(read.doc, 2), DOC_NONE);
	assert_int_equal(doc_para_time(read.doc, 3), DOC_NONE);
	read_done(&read);
}

static void
check_chapters(const char *draft, uint32_t count, uint32_t derived)
{
	uint32_t n = 0;
	Read read;

	read_init(&read, draft, parse);
	assert_int_equal(doc_n_chapters(read.doc), count);
	for (ChapterId id = 0; id < count; id++)
		n += doc_chapter(read.doc, id)->flags & CHAPTER_DERIVED;
	assert_int_equal(n, derived);
	read_done(&read);
}

static void
chapters_are_derived_where_none_are_said(void **state)
{
	(void)state;
	check_chapters("N|||preface\n|Ann||one\n|||[music]\n|Bob||two\n", 2, 2);
	check_chapters("-|Ann||one\n|||[music]\n|Bob||two\n", 0, 0);
	check_chapters("#|||One\n|Ann||one\n|||[music]\n|||two\n", 1, 0);
	/* a chapter without a heading is told by its speech */
	check_chapters("#|||One\n|Ann||one\n#|||\n|||two\n#|||\n", 2, 1);
	check_chapters("N|||one\nN|||[music]\n", 0, 0);
}

static Status
parse_described(Slice input, Draft *draft, Err *err)
{
	const Slice aliases[] = { SLICE("AL") };
	const Slice ann_too[] = { SLICE("Ann Lee") };
	const DraftSpeaker bob = { SLICE("Bob"), ann_too, 1, SPEAKER_GUEST };
	const DraftSpeaker ann = { SLICE("Ann Lee"), aliases, 1,
				   SPEAKER_HOST };

	draft_add_speaker(draft, &bob);
	draft_add_speaker(draft, &ann);
	doc_add_meta(draft->meta, SLICE("tags"), (Slice){ NULL, 0 }, true);
	doc_add_meta(draft->meta, SLICE("tags"), SLICE("a"), true);
	doc_add_meta(draft->meta, SLICE("tags"), SLICE("b"), true);
	doc_add_meta(draft->meta, SLICE("layout"), SLICE("post"), false);
	draft->meta->meta.title = SLICE("A title");
	draft->meta->meta.date = SLICE("2025-03-03");
	return parse(input, draft, err);
}

static void
described_speakers_and_metadata_are_taken_over(void **state)
{
	const MetaEntry *entry;
	const Speaker *ann;
	Read read;

	(void)state;
	read_init(&read, "|AL||one\n|Ann Lee||two\n|Bob||three\n",
		  parse_described);
	assert_int_equal(doc_n_speakers(read.doc), 2);
	assert_int_equal(doc_n_turns(read.doc), 2);
	ann = doc_speaker(read.doc, 1);
	assert_true(slice_eq(ann->name, SLICE("Ann Lee")));
	assert_true(slice_eq(ann->aliases->name, SLICE("AL")));
	assert_int_equal(ann->role, SPEAKER_HOST);
	assert_int_equal(doc_turn(read.doc, 0)->speaker, 1);
	assert_true(slice_eq(read.doc->meta.title, SLICE("A title")));
	assert_true(slice_eq(read.doc->meta.date, SLICE("2025-03-03")));
	entry = read.doc->meta.entries;
	assert_int_equal(entry->n_values, 2);
	assert_true(entry->list);
	assert_true(slice_eq(entry->values[1], SLICE("b")));
	assert_true(slice_eq(entry->next->values[0], SLICE("post")));
	read_done(&read);
}

static void
the_file_names_what_has_no_title(void **state)
{
	Read read;

	(void)state;
	read_init(&read, "|Ann||one\n", parse);
	assert_true(slice_eq(read.doc->meta.title, SLICE("b.c")));
	read_done(&read);
}

/* Sentences of ten words, 50 characters, in cues of half of one. */
static void
long_cues_become_paragraphs_at_sentences(void **state)
{
	Buf draft;
	Read read;

	(void)state;
	buf_init(&draft, SIZE_MAX);
	for (int i = 0; i < 100; i++)
		buf_append(&draft, i % 2 ? SLICE("C|||half of the sentence.\n")
					 : SLICE("C|Ann||This is the first\n"));
	buf_append_char(&draft, '\0');
	read_init(&read, draft.ptr, parse);
	assert_int_equal(doc_n_turns(read.doc), 1);
	assert_in_range(doc_n_paras(read.doc), 5, 80);
	for (ParaId id = 0; id < doc_n_paras(read.doc);
	     id = doc_para_next(read.doc, id)) {
		const Para *para = doc_para(read.doc, id);
		Slice text = text_rest(read.doc->text, para_off(para));

		assert_true(slice_starts(text, SLICE("This")));
	}
	buf_done(&draft);
	read_done(&read);
}

/* A paragraph beyond PARA_MAX is one chain, whole in the text. */
static void
a_very_long_part_is_one_paragraph(void **state)
{
	Buf draft;
	Read read;

	(void)state;
	buf_init(&draft, SIZE_MAX);
	buf_append(&draft, SLICE("I|Ann|7-8|"));
	while (draft.len < 3 * PARA_MAX)
		buf_append(&draft, SLICE("河水 "));
	buf_append_char(&draft, '\0');
	read_init(&read, draft.ptr, parse);
	assert_int_equal(doc_para_next(read.doc, 0), DOC_NONE);
	assert_true(doc_n_paras(read.doc) > 2);
	assert_int_equal(doc_para(read.doc, 1)->kind, PARA_ITEM);
	assert_int_equal(doc_para_time(read.doc, 0), 7000);
	assert_true(text_rest(read.doc->text, 0).len >= 3 * PARA_MAX - 16);
	buf_done(&draft);
	read_done(&read);
}

static void
what_cannot_be_parsed_fails_with_the_line(void **state)
{
	Text *text = text_new();
	Err err = { .line = 0 };
	Reader *reader = read_whole_new(&FORMAT, parse, text, SLICE("a"));

	(void)state;
	text_append(text, 0, SLICE("bad"));
	assert_int_equal(read_whole_survey(reader, true, &err), STATUS_FAILED);
	assert_int_equal(err.line, 1);
	assert_string_equal(err.text, "this is no draft");
	read_whole_free(reader);
	text_free(text);
}

static void
too_large_an_input_is_refused_before_its_end(void **state)
{
	Text *text = text_new();
	Err err = { .line = 0 };
	Reader *reader = read_whole_new(&FORMAT, parse, text, SLICE("a"));
	char *bytes = mem_zalloc(READ_WHOLE_MAX);

	(void)state;
	text_append_borrowed(text, 0, (Slice){ bytes, READ_WHOLE_MAX });
	assert_int_equal(read_whole_survey(reader, false, &err), STATUS_OK);
	text_append_borrowed(text, text_len(text), SLICE("x"));
	assert_int_equal(read_whole_survey(reader, false, &err),
			 STATUS_FAILED);
	assert_non_null(strstr(err.text, "64 MiB"));
	read_whole_free(reader);
	text_free(text);
	mem_free(bytes);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(parts_become_passages),
		cmocka_unit_test(several_speak_one_turn),
		cmocka_unit_test(paragraphs_and_turns_keep_their_times),
		cmocka_unit_test(chapters_are_derived_where_none_are_said),
		cmocka_unit_test(described_speakers_and_metadata_are_taken_over),
		cmocka_unit_test(the_file_names_what_has_no_title),
		cmocka_unit_test(long_cues_become_paragraphs_at_sentences),
		cmocka_unit_test(a_very_long_part_is_one_paragraph),
		cmocka_unit_test(what_cannot_be_parsed_fails_with_the_line),
		cmocka_unit_test(too_large_an_input_is_refused_before_its_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
