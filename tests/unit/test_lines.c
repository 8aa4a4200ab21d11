#include "formats/lines.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/items.h"
#include "base/vec.h"

static const LineSyntax SYNTAX = { .fences = true, .details = true };

/*
 * For each line its number, `^` where blank lines stand before it, `<` where
 * it began before, its text, `~` where it does not end, and `|`; `[`, `]`
 * around what stands beside tags.
 */
static void
append_lines(Lines *lines, bool eof, Buf *out)
{
	Line line;

	lines_look(lines);
	while (lines_next(lines, eof, &line)) {
		Slice text = line.tagged ? line_beside(&line) : line.text;

		buf_appendf(out, "%u%s%s%s%.*s%s%s|", line.no,
			    line.divided ? "^" : "", line.first ? "" : "<",
			    line.tagged ? "[" : "", SLICE_ARGS(text),
			    line.tagged ? "]" : "", line.last ? "" : "~");
	}
}

/* What the text gives that comes `step` bytes at a time. */
static void
check(Slice text, size_t step, const char *want)
{
	Text *held = text_new();
	Lines lines;
	Buf out;

	buf_init(&out, SIZE_MAX);
	lines_init(&lines, held, &SYNTAX, 0, 1);
	for (size_t at = 0; at < text.len; at += step) {
		text_append(held, lines.pos, slice_sub(text, at, step));
		append_lines(&lines, false, &out);
	}
	append_lines(&lines, true, &out);
	buf_append_char(&out, '\0');
	if (strcmp(out.ptr, want) != 0)
		fail_msg("%.*s by %zu: %s and not %s", SLICE_ARGS(text), step,
			 out.ptr, want);
	buf_done(&out);
	text_free(held);
}

static void
lines_tell_of_the_blank_ones_before_them(void **state)
{
	static const struct {
		const char *text, *want;
	} cases[] = {
		{ "", "" },
		{ "\n\n", "" },
		{ "a\nb", "1a|2b~|" },
		{ "a\n\n\nb\n", "1a|4^b|" },
		{ "\n\na\n \nb\n", "3^a|4 |5b|" },
		{ "```\n\na\n```\n\nb\n", "1```|2|3a|4```|6^b|" },
		{ "<details>\n\na\n</details>\n\nb\n",
		  "1[]|2|3a|4[]|6^b|" },
	};

	(void)state;
	for (size_t i = 0; i < N_ITEMS(cases); i++)
		for (size_t step = 1; step < 9; step++)
			check(slice_from(cases[i].text), step, cases[i].want);
}

static void
a_very_long_line_comes_in_pieces(void **state)
{
	Buf text, want;

	(void)state;
	buf_init(&text, SIZE_MAX);
	buf_init(&want, SIZE_MAX);
	buf_append(&want, SLICE("1"));
	for (size_t i = 0; i + 1 < LINES_PIECE_MAX; i++) {
		buf_append_char(&text, 'a');
		buf_append_char(&want, 'a');
	}
	buf_append(&text, SLICE("é\n\nb\n"));
	buf_append(&want, SLICE("~|1<é|3^b|"));
	buf_append_char(&want, '\0');
	check(buf_slice(&text), text.len, want.ptr);
	check(buf_slice(&text), LINES_PIECE_MAX - 1, want.ptr);
	check(buf_slice(&text), 100, want.ptr);
	buf_done(&want);
	buf_done(&text);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lines_tell_of_the_blank_ones_before_them),
		cmocka_unit_test(a_very_long_line_comes_in_pieces),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
