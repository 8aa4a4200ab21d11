/* Unit tests of text/cells: the form in which a cluster is painted. */
#include "text/uni.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

#include "base/items.h"
#include "base/vec.h"
#include "text/utf8.h"

/* What is painted of a cluster: the cells' code points, `|` between cells. */
static int
paint(Slice cluster, Buf *out)
{
	UniCell cells[UNI_CELLS_MAX];
	int n = uni_cluster_cells(cluster, cells);
	int cols = 0;

	assert_in_range(n, 0, UNI_CELLS_MAX);
	for (int i = 0; i < n; i++) {
		if (i > 0)
			buf_append_char(out, '|');
		for (int k = 0; k < UNI_CELL_POINTS && cells[i].points[k]; k++) {
			char bytes[UTF8_MAX];
			size_t len = utf8_encode(cells[i].points[k], bytes);

			buf_append(out, (Slice){ bytes, len });
		}
		cols += cells[i].cols;
	}
	return cols;
}

static const struct {
	const char *name, *cluster, *form;
	int cols;
} cases[] = {
	{ "a letter", "a", "a", 1 },
	{ "an ideograph", "談", "談", 2 },
	{ "an accent", "e\u0301", "e\u0301", 1 },
	{ "an accent newer than tables", "e\u1ABF", "e", 1 },
	{ "an accent alone", "\u0301", "", 0 },
	{ "more marks than a cell keeps",
	  "e\u0301\u0302\u0303\u0304\u0305\u0306",
	  "e\u0301\u0302\u0303\u0304", 1 },
	{ "kana and its voice", "か\u3099", "が", 2 },
	{ "kana that has no voice", "あ\u3099", "あ", 2 },
	{ "half-width kana", "ｶﾞ", "ｶ|ﾞ", 2 },
	{ "jamo", "\u1112\u1161\u11AB", "한", 2 },
	{ "jamo without an end", "\u1112\u1161", "하", 2 },
	{ "old jamo", "\u1112\u119E", "\u1112\u119E", 2 },
	{ "leading jamo in a row", "\u1100\u1100\u1100\u1100\u1100",
	  "\u1100|\u1100|\u1100|\u1100", 8 },
	{ "Devanagari", "\u0915\u093F", "\u0915|\u093F", 2 },
	{ "Tamil, a mark beside", "\u0B95\u0BCB", "\u0B95|\u0BCB", 2 },
	{ "a joiner", "\u0915\u094D\u200D", "\u0915\u094D", 1 },
	{ "Thai", "ก\u0E33", "ก|\u0E33", 2 },
	{ "an emoji", "😀", "😀", 2 },
	{ "an emoji newer than tables", "\U0001F970", "〓", 2 },
	{ "a flag", "🇹🇼", "T|W", 2 },
	{ "half a flag", "🇹", "T", 1 },
	{ "a flag by tags",
	  "\U0001F3F4\U000E0067\U000E0062\U000E007F", "\U0001F3F4",
	  2 },
	{ "a family", "👨\u200D👩\u200D👧", "👨", 2 },
	{ "a sign that joins", "👩\u200D\u2764\uFE0F\u200D👩", "👩", 2 },
	{ "a tone of skin", "👍🏽", "👍", 2 },
	{ "a tone alone", "🏽", "🏽", 2 },
	{ "a heart", "❤", "❤", 1 },
	{ "a coloured heart", "❤\uFE0F", "❤| ", 2 },
	{ "a joined heart", "❤\uFE0F\u200D🔥", "❤| ", 2 },
	{ "a watch in black", "⌚\uFE0E", "⌚", 2 },
	{ "a keycap", "1\uFE0F\u20E3", "1\u20E3| ", 2 },
	{ "a letter is no emoji", "a\uFE0F", "a", 1 },
	{ "a variant of an ideograph", "一\U000E0100",
	  "一\U000E0100", 2 },
	{ "a hexagram", "䷀", "\uFFFD", 1 },
	{ "a soft hyphen", "\u00AD", "", 0 },
	{ "an invisible space", "\u200B", "", 0 },
	{ "a line separator", "\u2028", "", 0 },
	{ "a control", "\x1B", "\uFFFD", 1 },
	{ "a line end", "\r\n", "\uFFFD", 1 },
	{ "a bidirectional control", "\u202E", "\uFFFD", 1 },
	{ "what was replaced", "\uFFFD", "\uFFFD", 1 },
	{ "private use", "\uE000", "\uE000", 1 },
	{ "not assigned", "\u0378", "\uFFFD", 1 },
	{ "not assigned, wide", "\U0003FFFD", "〓", 2 },
	{ "no character", "\uFFFE", "\uFFFD", 1 },
};

static void
clusters_have_a_form_of_known_width(void **state)
{
	(void)state;
	for (size_t i = 0; i < N_ITEMS(cases); i++) {
		Slice cluster = slice_from(cases[i].cluster);
		Buf out;
		int cols;

		buf_init(&out, 100);
		cols = paint(cluster, &out);
		if (uni_cluster(cluster) != cluster.len
		    || !slice_eq(buf_slice(&out), slice_from(cases[i].form))
		    || cols != cases[i].cols)
			fail_msg("%s: %.*s, %d columns", cases[i].name,
				 SLICE_ARGS(buf_slice(&out)), cols);
		assert_int_equal(uni_cluster_width(cluster), cols);
		buf_done(&out);
	}
}

static void
signs_of_two_columns_have_stand_ins_of_one(void **state)
{
	Buf out;

	(void)state;
	uni_set_ambiguous_width(2);
	buf_init(&out, 100);
	assert_int_equal(paint(SLICE("\x1B"), &out), 1);
	assert_int_equal(paint(SLICE("\uFFFD"), &out), 2);
	assert_int_equal(paint(SLICE("…"), &out), 2);
	assert_true(slice_eq(buf_slice(&out), SLICE("?\uFFFD…")));
	buf_done(&out);
	uni_set_ambiguous_width(1);
}

/* Whatever measures code point by code point counts the same columns. */
static void
the_points_of_a_cell_fill_its_columns(void **state)
{
	(void)state;
	for (uint32_t cp = 0x20; cp < 0x110000; cp += cp < 0x32000 ? 1 : 97) {
		char bytes[UTF8_MAX * 2];
		size_t len = utf8_encode(cp, bytes);
		UniCell cells[UNI_CELLS_MAX];
		int n;

		if (cp >= 0xD800 && cp < 0xE000)
			continue;
		len += utf8_encode(0x301, bytes + len);
		n = uni_cluster_cells((Slice){ bytes, len }, cells);
		for (int i = 0; i < n; i++) {
			int cols = uni_width(cells[i].points[0]);

			if (cells[i].points[1])
				cols += uni_width(cells[i].points[1]);
			if (cols != cells[i].cols)
				fail_msg("U+%04X: %d, not %d", (unsigned)cp,
					 cols, cells[i].cols);
		}
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(clusters_have_a_form_of_known_width),
		cmocka_unit_test(signs_of_two_columns_have_stand_ins_of_one),
		cmocka_unit_test(the_points_of_a_cell_fill_its_columns),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
