#include "formats/front.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/items.h"
#include "text/utf8.h"
#include "unit/load_fixture.h"

static void
it_is_found_at_the_start_between_two_lines(void **state)
{
	static const struct {
		const char *head;
		bool eof;
		FrontState state;
		uint32_t len, lines;
	} cases[] = {
		{ "", false, FRONT_UNKNOWN, 0, 0 },
		{ "--", false, FRONT_UNKNOWN, 0, 0 },
		{ "--", true, FRONT_NONE, 0, 0 },
		{ "text\n---\n", false, FRONT_NONE, 0, 0 },
		{ "----\n", false, FRONT_NONE, 0, 0 },
		{ "---\n", false, FRONT_UNKNOWN, 0, 1 },
		{ "---\na: b\n---", false, FRONT_UNKNOWN, 0, 2 },
		{ "---\na: b\n---", true, FRONT_READ, 12, 3 },
		{ "---\na: b\n---\nc", false, FRONT_READ, 13, 3 },
		{ "---\na: b\n... \nc", false, FRONT_READ, 14, 3 },
		{ "---\na: b\n ---\n", true, FRONT_NONE, 0, 0 },
		{ "---\na: b\n", true, FRONT_NONE, 0, 0 },
		{ "---\n---\n", false, FRONT_READ, 8, 2 },
	};

	(void)state;
	for (size_t i = 0; i < N_ITEMS(cases); i++) {
		Front front;

		front_init(&front);
		front_look(&front, slice_from(cases[i].head), cases[i].eof);
		assert_int_equal(front.state, cases[i].state);
		assert_int_equal(front.len, cases[i].len);
		if (front.state != FRONT_UNKNOWN)
			assert_int_equal(front.lines, cases[i].lines);
		front_done(&front);
	}
}

/* What closes behind FRONT_MAX is none, however much is seen at once. */
static void
what_is_too_long_is_none(void **state)
{
	size_t room = FRONT_MAX + 100;
	char *text = malloc(room);
	Front front;

	(void)state;
	memset(text, 'x', room);
	memcpy(text, "---\n", 4);
	memcpy(text + FRONT_MAX - 5, "\n---\n", 5);
	front_init(&front);
	front_look(&front, (Slice){ text, room }, false);
	assert_int_equal(front.state, FRONT_READ);
	assert_int_equal(front.len, FRONT_MAX);
	front_done(&front);
	memset(text + FRONT_MAX - 5, 'x', 5);
	memcpy(text + FRONT_MAX - 4, "\n---\n", 5);
	for (int i = 0; i < 4; i++) {
		front_init(&front);
		front_look(&front, (Slice){ text, room }, i > 1);
		assert_int_equal(front.state, FRONT_NONE);
		front_done(&front);
	}
	free(text);
}

static void
append_meta(const Document *doc, Buf *out)
{
	for (const MetaEntry *entry = doc->meta.entries; entry != NULL;
	     entry = entry->next) {
		buf_appendf(out, "%.*s%s", SLICE_ARGS(entry->key),
			    entry->list ? "[]" : "");
		for (uint32_t i = 0; i < entry->n_values; i++)
			buf_appendf(out, "%c%.*s", i == 0 ? '=' : ',',
				    SLICE_ARGS(entry->values[i]));
		buf_append(out, SLICE("; "));
	}
	buf_append_char(out, '\0');
}

static void
all_keys_but_title_and_date_are_metadata(void **state)
{
	static const struct {
		const char *front, *meta;
	} cases[] = {
		{ "title: T\ndate: 2025-03-03\n", "" },
		{ "date: someday\n", "date=someday; " },
		{ "a: 1\nb: true\nc: 'x: y'\nd:\n", "a=1; b=true; c=x: y; d=; " },
		{ "a: [x, y]\nb: []\nc:\n  - z\n", "a[]=x,y; b[]; c[]=z; " },
		{ "a:\n  b:\n    c: 1\n  d: 2\n", "a.b.c=1; a.d=2; " },
		{ "a:\n  - b: 1\n  - c\n", "a.1.b=1; a.2=c; " },
		{ "a.b: 1\na:\n  b: 2\n", "a.b[]=1,2; " },
		/* no valid YAML: line by line */
		{ "a: b: c\nd: [\n# e: f\n- g: h\n i: j\nd: k\n",
		  "a=b: c; d[]=[,k; " },
		{ "just words\n", "" },
		{ "- a\n- b\n", "" },
	};

	(void)state;
	for (size_t i = 0; i < N_ITEMS(cases); i++) {
		Loaded loaded;
		Buf text, out;

		buf_init(&text, SIZE_MAX);
		buf_init(&out, SIZE_MAX);
		buf_appendf(&text, "---\n%s---\ntext", cases[i].front);
		buf_append_char(&text, '\0');
		load_text(&loaded, text.ptr, "a.md");
		append_meta(loaded.doc, &out);
		assert_string_equal(out.ptr, cases[i].meta);
		loaded_done(&loaded);
		buf_done(&text);
		buf_done(&out);
	}
}

/* Each line refers ten times to the one before. */
static void
a_bomb_of_aliases_does_not_grow(void **state)
{
	Loaded loaded;
	Buf text, out;

	(void)state;
	buf_init(&text, SIZE_MAX);
	buf_init(&out, SIZE_MAX);
	buf_append(&text, SLICE("---\na: &a [x, x, x]\n"));
	for (char c = 'b'; c < 'u'; c++) {
		buf_appendf(&text, "%c: &%c [", c, c);
		for (int i = 0; i < 10; i++)
			buf_appendf(&text, "*%c%s", c - 1,
				    i < 9 ? ", " : "]\n");
	}
	buf_append(&text, SLICE("---\ntext"));
	buf_append_char(&text, '\0');
	load_text(&loaded, text.ptr, "a.md");
	append_meta(loaded.doc, &out);
	assert_true(out.len < 1000000);
	loaded_done(&loaded);
	buf_done(&text);
	buf_done(&out);
}

static void
names_in_it_are_evidence_and_have_roles(void **state)
{
	static const char text[] =
		"---\nhosts:\n  - Ann\n  - name: Bob\nguest: cid fox\n"
		"speakers: [Dan]\n---\n\nA preface.\n\nAnother paragraph.\n\n"
		"ann: one\n\nBOB: two\n\nCid Fox: three\n\nDan: four\n";
	static const SpeakerRole roles[] = { SPEAKER_HOST, SPEAKER_HOST,
					     SPEAKER_GUEST, SPEAKER_UNKNOWN };
	Loaded loaded;

	(void)state;
	load_text(&loaded, text, "a.md");
	assert_int_equal(doc_n_speakers(loaded.doc), 4);
	for (SpeakerId id = 0; id < 4; id++)
		assert_int_equal(doc_speaker(loaded.doc, id)->role, roles[id]);
	loaded_done(&loaded);
}

static void
a_long_key_is_cut_between_characters(void **state)
{
	Loaded loaded;
	Buf text, out;
	bool cut;

	(void)state;
	buf_init(&text, SIZE_MAX);
	buf_init(&out, SIZE_MAX);
	buf_append(&text, SLICE("---\nab"));
	for (int i = 0; i < 300; i++)
		buf_append(&text, SLICE("河"));
	buf_append(&text, SLICE(": {b: c}\n---\ntext"));
	buf_append_char(&text, '\0');
	load_text(&loaded, text.ptr, "a.md");
	append_meta(loaded.doc, &out);
	assert_in_range(out.len, 500, 520);
	assert_int_equal(utf8_valid_prefix(buf_slice(&out), &cut), out.len);
	loaded_done(&loaded);
	buf_done(&text);
	buf_done(&out);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(it_is_found_at_the_start_between_two_lines),
		cmocka_unit_test(what_is_too_long_is_none),
		cmocka_unit_test(all_keys_but_title_and_date_are_metadata),
		cmocka_unit_test(a_bomb_of_aliases_does_not_grow),
		cmocka_unit_test(names_in_it_are_evidence_and_have_roles),
		cmocka_unit_test(a_long_key_is_cut_between_characters),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
