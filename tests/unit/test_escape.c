/* Unit tests of document/escape. */
#include "document/escape.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/items.h"
#include "document/shown.h"
#include "support/random.h"

#define ROUNDS 4000
#define PIECES 12

static const ParaKind kinds[] = { PARA_TEXT, PARA_DIRECTION, PARA_QUOTE,
				  PARA_ITEM, PARA_HEADING };
#define N_KINDS N_ITEMS(kinds)

/* What Markdown, the block structure and HTML give a meaning. */
static const char *const pieces[] = {
	"*", "**", "_", "__", "`", "``", "[", "]", "(", ")", "](", "](x)",
	"<", ">", "<b>", "</b>", "<!--", "-->", "<http://a.b>", "&", "&amp;",
	"&#32;", "&lt", ";", "\\", "\\\\", "\\*", "!", "![", "#", "##", "# ",
	" #", "-", "- ", "+ ", "* ", "1.", "1. ", "---", "~~", "|", "$", "=",
	"\"", "'", ":", "http://a.b/c_d_e", "www.a.b", "a@b.c", " ", "  ",
	"\t", "\1", "\2", "\x1B", "\x7F", "\xC2\xA0", "\xE3\x80\x80",
	"\xEF\xBB\xBF", "\xE2\x80\xA8", "a", "B", "word", "談", "「書」",
	"，", "é", "😀", "𠮷", "^", "{", "}", "[^1]", "[x]: y", "~~~", "```",
};
#define N_PIECES N_ITEMS(pieces)

static void
fill(Buf *text, unsigned *random)
{
	unsigned n = random_next(random) % PIECES;

	buf_clear(text);
	for (unsigned i = 0; i < n; i++)
		buf_append(text, slice_from(
			pieces[random_next(random) % N_PIECES]));
}

static void
check_text(Slice text, Shown *shown, Buf *out)
{
	buf_clear(out);
	escape_text(text, out);
	for (size_t i = 0; i < N_KINDS; i++) {
		shown_build_source(shown, buf_slice(out), kinds[i],
				   MARKUP_MARKDOWN);
		if (!slice_eq(shown->text, text) || shown->n_links != 0)
			fail_msg("kind %d: “%.*s” as “%.*s” becomes “%.*s”",
				 (int)kinds[i], SLICE_ARGS(text),
				 SLICE_ARGS(buf_slice(out)),
				 SLICE_ARGS(shown->text));
	}
}

static void
what_is_shown_of_escaped_text_is_the_text(void **state)
{
	unsigned random = 1;
	Buf text, out;
	Shown shown;

	(void)state;
	buf_init(&text, SIZE_MAX);
	buf_init(&out, SIZE_MAX);
	shown_init(&shown);
	for (size_t i = 0; i < N_PIECES; i++)
		check_text(slice_from(pieces[i]), &shown, &out);
	for (int i = 0; i < ROUNDS; i++) {
		fill(&text, &random);
		check_text(buf_slice(&text), &shown, &out);
	}
	shown_done(&shown);
	buf_done(&out);
	buf_done(&text);
}

static void
ordinary_text_stays_as_it_is(void **state)
{
	static const char *const cases[] = {
		"", "a", "談「書」，3 > 2 # 4!?", "well-known (so) {a} 1. b",
		"one\ntwo",
	};
	Buf out;

	(void)state;
	for (size_t i = 0; i < N_ITEMS(cases); i++) {
		buf_init(&out, SIZE_MAX);
		escape_text(slice_from(cases[i]), &out);
		assert_true(slice_eq(buf_slice(&out), slice_from(cases[i])));
		buf_done(&out);
	}
}

typedef struct LinkCase {
	const char *before, *label, *address, *after;
} LinkCase;

static const LinkCase links[] = {
	{ "", "a", "http://a.b/c", "" },
	{ "wow!", "a", "http://a.b/c_(d)_e", "!" },
	{ "[", "x [1] *y*", "http://a.b/?c=d&amp;e=<f>\\g h", "](z)" },
	{ "a ", " b ", "", " c" },
	{ "a\\", "", "#談", "\\b" },
	{ "#", "> c", "mailto:a@b.c", "#" },
	{ "*", "!", "x&#32;\"y\"'", "*" },
};

static void
check_link(const LinkCase *link)
{
	Buf source, want;
	Shown shown;

	buf_init(&source, SIZE_MAX);
	buf_init(&want, SIZE_MAX);
	shown_init(&shown);
	escape_text(slice_from(link->before), &source);
	escape_link(slice_from(link->label), slice_from(link->address),
		    &source);
	escape_text(slice_from(link->after), &source);
	buf_appendf(&want, "%s%s%s", link->before, link->label, link->after);
	shown_build_source(&shown, buf_slice(&source), PARA_TEXT,
			   MARKUP_MARKDOWN);
	assert_true(slice_eq(shown.text, buf_slice(&want)));
	assert_int_equal(shown.n_links, 1);
	assert_int_equal(shown.n_spans, 1);
	assert_int_equal(shown.spans[0].start, strlen(link->before));
	assert_int_equal(shown.spans[0].len, strlen(link->label));
	assert_true(slice_eq(shown.links[0], slice_from(link->address)));
	shown_done(&shown);
	buf_done(&want);
	buf_done(&source);
}

static void
a_link_reads_back_with_its_address(void **state)
{
	(void)state;
	for (size_t i = 0; i < N_ITEMS(links); i++)
		check_link(&links[i]);
}

static void
control_bytes_of_an_address_are_written_in_hex(void **state)
{
	Buf out;

	(void)state;
	buf_init(&out, SIZE_MAX);
	escape_link(SLICE("a"), SLICE("b\nc\x1B"), &out);
	assert_true(slice_eq(buf_slice(&out), SLICE("[a](<b%0Ac%1B>)")));
	buf_done(&out);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_shown_of_escaped_text_is_the_text),
		cmocka_unit_test(ordinary_text_stays_as_it_is),
		cmocka_unit_test(a_link_reads_back_with_its_address),
		cmocka_unit_test(
			control_bytes_of_an_address_are_written_in_hex),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
