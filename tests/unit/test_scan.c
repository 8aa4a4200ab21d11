#include "formats/scan.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/items.h"
#include "base/vec.h"

static const LineSyntax ALL = {
	.quotes = true, .items = true, .fences = true, .tables = true,
	.rules = true, .joins = true, .definitions = true,
};
static const LineSyntax NONE = { .joins = true };
static const LineSyntax APART = { .joins = false };

/*
 * A letter for each line: `.` blank, `t` text, `h` heading, `q` quote, `i`
 * item, `c` code, `f` fence, `|` table, `r` rule, `d` definition; capital where it begins a
 * paragraph; behind it the level where there is one.
 */
static void
append_line(Scan *scan, ScanFlow *flow, Slice line, Buf *out)
{
	static const char kinds[] = ".thqicf|r#d";
	ScanLine ret;
	char kind;

	scan_line(scan, line, &ret);
	scan_follow(flow, &ret);
	kind = kinds[ret.kind];
	if (ret.starts && kind >= 'a' && kind <= 'z')
		kind = (char)(kind - 'a' + 'A');
	buf_append_char(out, kind);
	if (ret.level > 0 && ret.kind != SCAN_FENCE)
		buf_appendf(out, "%u", ret.level);
	if (ret.ordered)
		buf_append_char(out, 'o');
}

static void
check(const LineSyntax *syntax, const char *text, const char *want)
{
	const char *line = text;
	ScanFlow flow;
	Scan scan;
	Buf out;

	buf_init(&out, SIZE_MAX);
	scan_init(&scan, syntax);
	scan_flow_init(&flow, syntax);
	while (*line != '\0') {
		size_t len = strcspn(line, "\n");

		append_line(&scan, &flow, (Slice){ line, len }, &out);
		line += len + (line[len] == '\n');
	}
	buf_append_char(&out, '\0');
	if (strcmp(out.ptr, want) != 0)
		fail_msg("%s: %s and not %s", text, out.ptr, want);
	buf_done(&out);
}

static void
markdown_lines_are_told_apart(void **state)
{
	static const struct {
		const char *text, *kinds;
	} cases[] = {
		{ "a\nb\n\nc", "Tt.T" },
		{ "# a\n###### b\n####### c\n#d\n#\n# \n#\te", "H1H6TtttH1" },
		{ "  ## a", "H2" },
		{ "> a\n>b\n> > c\n>\n> d", "Q1q1q2.1Q1" },
		{ "- a\n+ b\n* c\n  - d\n\t- e", "I1I1I1I2I3" },
		{ "1. a\n12) b\n1.c\n1234567890. d", "I1oI1oii" },
		{ "- a\nb\n  c\n\nd", "I1ii.T" },
		{ "-a\n*b*\n+1", "Ttt" },
		{ "---\n***\n___\n- - -\n--\n**a**", "RrrrTt" },
		{ "| a |\n|-|\na | b", "||T" },
		{ "```\na\n\n# b\n```\nc", "FCccFT" },
		{ "````\n```\n````\nc", "FCFT" },
		{ "~~~\n```\n~~~\nc", "FCFT" },
		{ "``` c\na\n``` d\n```\ne", "FCcFT" },
		{ "```a```\nb", "Tt" },
		{ "``\na", "Tt" },
		{ "[a]: /b\n[c]: /d\ne\n[f]: /g\n\n[h]: /i", "DDTt.D" },
		{ "[a]: /b\n \"c\"\n\"d\"", "DD2T" },
		{ "[a]: /b \"c\"\n\"d\"\n\n\"e\"", "D1T.T" },
		{ "- a\n[b]: /c\n\n> d\n[e]: /f\n```\n[g]: /h", "I1i.Q1TFC" },
		{ "\xE3\x80\x80\n\xC2\xA0\n\xEF\xBB\xBF", "..." },
	};

	(void)state;
	for (size_t i = 0; i < N_ITEMS(cases); i++)
		check(&ALL, cases[i].text, cases[i].kinds);
}

static void
plain_text_has_headings_and_text(void **state)
{
	(void)state;
	check(&NONE, "a\n> b\n- c\n```\n---\n| d\n# e\nf\n\ng",
	      "TtttttH1T.T");
	check(&APART, "a\nb\n\nc", "TT.T");
}

static void
a_line_that_goes_on_like_an_item_says_so(void **state)
{
	static const struct {
		const char *line;
		bool lazy;
	} cases[] = { { "- a", false }, { "b", true }, { "> c", false } };
	ScanFlow flow;
	ScanLine line;
	Scan scan;

	(void)state;
	scan_init(&scan, &ALL);
	scan_flow_init(&flow, &ALL);
	for (size_t i = 0; i < N_ITEMS(cases); i++) {
		scan_line(&scan, slice_from(cases[i].line), &line);
		scan_follow(&flow, &line);
		assert_int_equal(line.lazy, cases[i].lazy);
	}
}

/* The second of two readers knows no quotes and joins no lines. */
static void
one_scan_serves_readers_that_read_otherwise(void **state)
{
	static const struct {
		const char *line;
		ScanKind kind, other;
		bool starts;
	} cases[] = {
		{ "a", SCAN_TEXT, SCAN_TEXT, true },
		{ "b", SCAN_TEXT, SCAN_TEXT, false },
		{ ">> c", SCAN_QUOTE, SCAN_TEXT, true },
		{ ">", SCAN_BLANK, SCAN_TEXT, true },
		{ "", SCAN_BLANK, SCAN_BLANK, false },
	};
	ScanFlow flow, apart;
	ScanLine line, other;
	Scan scan;

	(void)state;
	scan_init(&scan, &ALL);
	scan_flow_init(&flow, &ALL);
	scan_flow_init(&apart, &APART);
	for (size_t i = 0; i < N_ITEMS(cases); i++) {
		scan_line(&scan, slice_from(cases[i].line), &line);
		other = line;
		scan_follow(&flow, &line);
		scan_follow(&apart, &other);
		assert_int_equal(line.kind, cases[i].kind);
		assert_int_equal(line.starts, cases[i].starts);
		assert_int_equal(other.kind, cases[i].other);
		assert_true(other.starts);
	}
}

static void
the_first_word_behind_a_fence_is_the_language(void **state)
{
	static const struct {
		const char *line, *language;
	} cases[] = {
		{ "```python", "python" },
		{ "  ~~~~ \tc++\tlinenos `x`  ", "c++" },
		{ "``` ", "" },
		{ "~~~`a", "`a" },
	};
	ScanLine line;
	Scan scan;

	(void)state;
	for (size_t i = 0; i < N_ITEMS(cases); i++) {
		Slice fence = slice_from(cases[i].line);

		scan_init(&scan, &ALL);
		scan_line(&scan, fence, &line);
		assert_int_equal(line.kind, SCAN_FENCE);
		assert_true(slice_eq(scan_language(fence, &line),
				     slice_from(cases[i].language)));
	}
	scan_line(&scan, SLICE("~~~"), &line);
	assert_int_equal(line.kind, SCAN_FENCE);
	assert_int_equal(scan_language(SLICE("~~~"), &line).len, 0);
}

static void
a_line_of_equals_signs_or_dashes_underlines(void **state)
{
	(void)state;
	assert_int_equal(scan_underline(SLICE("==== ")), 1);
	assert_int_equal(scan_underline(SLICE("--")), 2);
	assert_int_equal(scan_underline(SLICE("-")), 0);
	assert_int_equal(scan_underline(SLICE("- - -")), 0);
	assert_int_equal(scan_underline(SLICE("-----|---")), 0);
	assert_int_equal(scan_underline(SLICE("")), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_line_of_equals_signs_or_dashes_underlines),
		cmocka_unit_test(markdown_lines_are_told_apart),
		cmocka_unit_test(plain_text_has_headings_and_text),
		cmocka_unit_test(a_line_that_goes_on_like_an_item_says_so),
		cmocka_unit_test(one_scan_serves_readers_that_read_otherwise),
		cmocka_unit_test(
			the_first_word_behind_a_fence_is_the_language),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
