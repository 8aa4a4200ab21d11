/* Unit tests of ui/terminal/decode and of what sequences mean. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "ui/terminal/decode.h"

#include "base/items.h"
#include "base/vec.h"

#define OUT_MAX 4096

typedef struct Fixture {
	Decoder *decoder;
	Buf out;		/* names of the keys that came */
} Fixture;

static void
fixture_init(Fixture *fixture)
{
	fixture->decoder = decode_new();
	buf_init(&fixture->out, OUT_MAX);
	decode_define(fixture->decoder, SLICE("\033OA"), KEYS_UP);
	decode_define(fixture->decoder, SLICE("\033[[A"), KEYS_F1);
	decode_define(fixture->decoder, SLICE("\033[1~"), KEYS_HOME);
	decode_define(fixture->decoder, SLICE("\b"), KEYS_DELETE);
}

static void
fixture_done(Fixture *fixture)
{
	buf_done(&fixture->out);
	decode_free(fixture->decoder);
}

static void
note(Fixture *fixture, Key key)
{
	SequenceReport report = decode_report(fixture->decoder);
	char name[KEY_NAME_MAX];
	Buf *out = &fixture->out;

	if (key == KEYS_CURSOR) {
		buf_appendf(out, "@%d,%d", report.row, report.col);
	} else if (key == KEYS_BACKGROUND) {
		buf_appendf(out, "#%06x", (unsigned)report.color);
	} else if (key == KEYS_MOUSE) {
		buf_appendf(out, "mouse%d%c%d,%d", report.button,
			    report.released ? '-' : '+', report.row,
			    report.col);
	} else if (key == KEYS_PASTE) {
		buf_appendf(out, "(%.*s)",
			    SLICE_ARGS(decode_pasted(fixture->decoder)));
	} else {
		key_to_name(key, name, sizeof(name));
		buf_appendf(out, "%s", name);
	}
}

static void
drain(Fixture *fixture, bool late)
{
	Key key;

	while ((key = decode_next(fixture->decoder, late)) != KEY_NONE)
		note(fixture, key);
}

static void
feed(Fixture *fixture, Slice bytes)
{
	decode_feed(fixture->decoder, bytes);
	drain(fixture, false);
}

static void
assert_keys(Fixture *fixture, const char *wanted, const char *name)
{
	if (!slice_eq(buf_slice(&fixture->out), slice_from(wanted)))
		fail_msg("%s: %.*s, not %s", name,
			 SLICE_ARGS(buf_slice(&fixture->out)), wanted);
	buf_clear(&fixture->out);
}

/* What terminals answer: each must be nothing, but for the cursor. */
static const struct Answer {
	const char *name, *bytes, *told;
} answers[] = {
	{ "cursor", "\033[24;3R", "@23,2" },
	{ "cursor, at the left", "\033[2;1R", "@1,0" },
	{ "cursor, DEC", "\033[?24;3R", "" },
	{ "cursor in the first row", "\033[1;1R", "" },
	{ "status", "\033[0n", "" },
	{ "attributes", "\033[?62;1;6;22c", "" },
	{ "attributes, second", "\033[>41;379;0c", "" },
	{ "attributes, third", "\033P!|464F4F54\033\\", "" },
	{ "mode", "\033[?2026;2$y", "" },
	{ "mode, ANSI", "\033[4;2$y", "" },
	{ "foreground", "\033]10;rgb:dddd/dddd/dddd\033\\", "" },
	{ "background", "\033]11;rgb:1e1e/1e1e/2e2e\033\\", "#1e1e2e" },
	{ "background, short", "\033]11;rgb:f/80/fff\007", "#ff80ff" },
	{ "background, no colour", "\033]11;rgb:1e1e/1e1e\007", "" },
	{ "background, too much", "\033]11;rgb:00/00/00/00\007", "" },
	{ "background, no number", "\033]11;rgb:00//00\007", "" },
	{ "background, long digits", "\033]11;rgb:00000/0/0\007", "" },
	{ "palette", "\033]4;1;rgb:ffff/0000/0000\007", "" },
	{ "clipboard", "\033]52;c;6Kqq6KuH\033\\", "" },
	{ "capability", "\033P1+r524742=38\033\\", "" },
	{ "no capability", "\033P0+r524742\033\\", "" },
	{ "setting", "\033P1$r0m\033\\", "" },
	{ "version", "\033P>|xterm(390)\033\\", "" },
	{ "graphics", "\033_Gi=31;OK\033\\", "" },
	{ "keyboard", "\033[?1u", "" },
	{ "colour scheme", "\033[?997;1n", "" },
	{ "window", "\033[8;24;80t", "" },
	{ "cell", "\033[6;18;9t", "" },
	{ "title", "\033]l訪談\033\\", "" },
	{ "attributes of sixel", "\033[?1;0;1024S", "" },
};

/* Those that cannot be told from keys once their escape was taken for Esc. */
static const char *const shy[] = { "status", "title", "attributes of sixel" };

static bool
is_shy(const char *name)
{
	for (size_t i = 0; i < N_ITEMS(shy); i++)
		if (!strcmp(shy[i], name))
			return true;
	return false;
}

static void
answers_are_no_keys_wherever_they_are_split(void **state)
{
	(void)state;
	for (size_t i = 0; i < N_ITEMS(answers); i++) {
		Slice all = slice_from(answers[i].bytes);

		for (size_t at = 0; at <= all.len; at++) {
			Fixture fixture;

			fixture_init(&fixture);
			feed(&fixture, slice_sub(all, 0, at));
			if (at != 1)
				drain(&fixture, true);
			feed(&fixture, slice_sub(all, at, SIZE_MAX));
			drain(&fixture, true);
			assert_keys(&fixture, answers[i].told,
				    answers[i].name);
			feed(&fixture, SLICE("j"));
			assert_keys(&fixture, "j", answers[i].name);
			fixture_done(&fixture);
		}
	}
}

static void
answers_are_no_keys_byte_by_byte_and_doubled(void **state)
{
	(void)state;
	for (size_t i = 0; i < N_ITEMS(answers); i++) {
		Slice all = slice_from(answers[i].bytes);
		Fixture fixture;

		fixture_init(&fixture);
		for (size_t at = 0; at < all.len; at++) {
			feed(&fixture, slice_sub(all, at, 1));
			if (at > 0)
				drain(&fixture, true);
		}
		assert_keys(&fixture, answers[i].told, answers[i].name);
		feed(&fixture, all);
		assert_keys(&fixture, answers[i].told, answers[i].name);
		feed(&fixture, SLICE("j\033[A"));
		assert_keys(&fixture, "j<Up>", answers[i].name);
		fixture_done(&fixture);
	}
}

static void
answers_of_eight_bits_are_no_keys(void **state)
{
	static const char *const cases[] = {
		"\x9b?62;1;6c", "\x9d" "10;rgb:0000/0000/0000\x9c",
		"\x90>|xterm(390)\x9c", "\x9fGi=31;OK\x9c",
		"\xc2\x9b?62;1;6c", "\xc2\x9d" "10;rgb:0/0/0\xc2\x9c",
		"\xc2\x90>|訪本\xc2\x9c", "\x9d" "2;本\x9c",
	};

	(void)state;
	for (size_t i = 0; i < N_ITEMS(cases); i++) {
		Slice all = slice_from(cases[i]);
		Fixture fixture;

		fixture_init(&fixture);
		for (size_t at = 0; at <= all.len; at++) {
			feed(&fixture, slice_sub(all, 0, at));
			drain(&fixture, true);
			feed(&fixture, slice_sub(all, at, SIZE_MAX));
			feed(&fixture, SLICE("j"));
			assert_keys(&fixture, "j", "eight bits");
		}
		fixture_done(&fixture);
	}
}

/* Cut short, it takes no key but those that could be its own. */
static void
what_follows_half_an_answer_is_a_key(void **state)
{
	static const struct {
		const char *cut, *then, *keys;
	} cases[] = {
		{ "\033[24;3", "\033[A", "<Up>" },
		{ "\033[24;3", "\r", "<Enter>" },
		{ "\033[24;3", "\x0c", "<C-l>" },
		{ "\033[24;3", "談", "談" },
		{ "\033[24;3", "\033[24;3R", "@23,2" },
		{ "\033]11;rgb:1e", "\033[A", "<Up>" },
		{ "\033]11;rgb:1e", "\033OA", "<Up>" },
		{ "\033]11;rgb:1e", "\r", "<Enter>" },
		{ "\033]11;rgb:1e", "\003", "<C-c>" },
		{ "\033]11;rgb:1e", "\033j", "<Esc>j" },
		{ "\033]11;rgb:1e", "\033]11;rgb:1e\007", "" },
		{ "\033]11;rgb:1e", "\033]11;rgb:f/f/f\007", "#ffffff" },
		{ "\033P>|xterm", "\033\033j", "<Esc><A-j>" },
	};

	(void)state;
	for (size_t i = 0; i < N_ITEMS(cases); i++) {
		Fixture fixture;

		fixture_init(&fixture);
		feed(&fixture, slice_from(cases[i].cut));
		drain(&fixture, true);
		feed(&fixture, slice_from(cases[i].then));
		assert_keys(&fixture, cases[i].keys, cases[i].cut);
		fixture_done(&fixture);
	}
}

/* The escape acted as a key by then; the rest still runs nothing. */
static void
an_answer_that_has_lost_its_escape_is_no_key(void **state)
{
	(void)state;
	for (size_t i = 0; i < N_ITEMS(answers); i++) {
		Slice all = slice_from(answers[i].bytes);
		Fixture fixture;

		if (is_shy(answers[i].name))
			continue;
		fixture_init(&fixture);
		feed(&fixture, SLICE("\033"));
		drain(&fixture, true);
		assert_keys(&fixture, "<Esc>", answers[i].name);
		feed(&fixture, slice_sub(all, 1, 1));
		feed(&fixture, slice_sub(all, 2, SIZE_MAX));
		assert_keys(&fixture, answers[i].told, answers[i].name);
		feed(&fixture, SLICE("j"));
		assert_keys(&fixture, "j", answers[i].name);
		fixture_done(&fixture);
	}
}

static void
keys_behind_an_escape_that_acted_are_keys(void **state)
{
	static const struct {
		const char *bytes, *keys;
	} cases[] = {
		{ "[", "[" }, { "]", "]" }, { "P", "P" }, { "[3J", "[3J" },
		{ "[[", "[[" }, { "]12G", "]12G" }, { "PP", "PP" },
		{ "j[24;3R", "j[24;3R" }, { "[5", "[5" },
	};

	(void)state;
	for (size_t i = 0; i < N_ITEMS(cases); i++) {
		Fixture fixture;

		fixture_init(&fixture);
		feed(&fixture, SLICE("\033"));
		assert_keys(&fixture, "", "an escape alone");
		assert_true(decode_waits(fixture.decoder));
		drain(&fixture, true);
		assert_keys(&fixture, "<Esc>", "an escape, late");
		assert_false(decode_waits(fixture.decoder));
		feed(&fixture, slice_from(cases[i].bytes));
		drain(&fixture, true);
		assert_keys(&fixture, cases[i].keys, cases[i].bytes);
		fixture_done(&fixture);
	}
}

static const struct KeyCase {
	const char *bytes, *keys;
} key_cases[] = {
	{ "jJ9", "jJ9" }, { "談é😀", "談é😀" },
	{ "\r\n\t\x7f\b", "<Enter><Enter><Tab><BS><BS>" },
	{ "\001\032\034", "<C-a><C-z><C-\\>" },
	{ "\033[A\033[B\033[C\033[D", "<Up><Down><Right><Left>" },
	{ "\033OA\033OB\033OH\033OF\033OM", "<Up><Down><Home><End><Enter>" },
	{ "\033[H\033[F\033[1~\033[4~\033[7~\033[8~",
	  "<Home><End><Home><End><Home><End>" },
	{ "\033[5~\033[6~\033[3~\033[Z", "<PgUp><PgDn><Del><S-Tab>" },
	{ "\033OP\033[12~\033[15~\033[21~\033[24~",
	  "<F1><F2><F5><F10><F12>" },
	{ "\033[[A", "<F1>" },
	{ "\033[1;5C\033[1;3D\033[1;2A\033[3;5~",
	  "<C-Right><A-Left><Up><C-Del>" },
	{ "\033[1;2R\033[1;5R", "<F3><C-F3>" },
	{ "\033Oj\033Oy\033Ok", "*9+" },
	{ "\033j\033談\033\r\033\x7f", "<A-j><A-談><A-Enter><A-BS>" },
	{ "\033\033[A", "<Esc><Up>" },
	{ "\033[I\033[O", "" },
	{ "\033[<0;10;12M\033[<65;1;1M\033[<0;10;12m",
	  "mouse0+11,9mouse65+0,0mouse0-11,9" },
	{ "\033[M !!j", "j" }, { "\033[57441uj", "j" },
	{ "\033[200~one\ntwo 談\033[201~j", "(one\ntwo 談)j" },
	{ "\033[200~\033[A\033]\033[201\033[201~j", "(\033[A\033]\033[201)j" },
	{ "\xff\xe4\xb8jk", "\uFFFD\uFFFDjk" },
	{ "\033[111111111111111111111111111111111111111111111111111111111111"
	  "1111111111111111111111111111111111111111111111Rj", "j" },
};

static void
keys_are_known_wherever_they_are_split(void **state)
{
	(void)state;
	for (size_t i = 0; i < N_ITEMS(key_cases); i++) {
		Slice all = slice_from(key_cases[i].bytes);

		for (size_t at = 0; at <= all.len; at++) {
			Fixture fixture;

			fixture_init(&fixture);
			feed(&fixture, slice_sub(all, 0, at));
			feed(&fixture, slice_sub(all, at, SIZE_MAX));
			drain(&fixture, true);
			assert_keys(&fixture, key_cases[i].keys,
				    key_cases[i].bytes);
			fixture_done(&fixture);
		}
	}
}

static void
a_paste_has_its_limit(void **state)
{
	Fixture fixture;
	char part[DECODE_ROOM / 2];
	Slice pasted;

	(void)state;
	fixture_init(&fixture);
	memset(part, 'x', sizeof(part));
	feed(&fixture, SLICE("\033[200~"));
	for (size_t n = 0; n <= DECODE_PASTE_MAX; n += sizeof(part))
		feed(&fixture, (Slice){ part, sizeof(part) });
	decode_feed(fixture.decoder, SLICE("\033[201~j"));
	assert_int_equal(decode_next(fixture.decoder, false), KEYS_PASTE);
	pasted = decode_pasted(fixture.decoder);
	assert_int_equal(pasted.len, DECODE_PASTE_MAX);
	assert_int_equal(decode_next(fixture.decoder, false), 'j');
	fixture_done(&fixture);
}

static void
a_paste_that_does_not_end_is_given_up_by_control_c(void **state)
{
	Fixture fixture;

	(void)state;
	fixture_init(&fixture);
	feed(&fixture, SLICE("\033[200~one\003"));
	feed(&fixture, SLICE("q\033[201~"));
	assert_keys(&fixture, "(one\003q)", "more comes");
	feed(&fixture, SLICE("\033[200~oneq\033"));
	drain(&fixture, true);
	feed(&fixture, SLICE("\003"));
	assert_keys(&fixture, "", "a key, but more may come");
	assert_true(decode_waits(fixture.decoder));
	drain(&fixture, true);
	feed(&fixture, SLICE("j"));
	assert_keys(&fixture, "<C-c>j", "nothing came");
	fixture_done(&fixture);
}

/* Whatever comes, the bytes that wait never fill the room. */
static void
no_bytes_stop_the_decoder(void **state)
{
	static const char bytes[] = "\033\033[[]OP_^;?<>0129~RMmcuj\\\x07\x18"
		"\x9b\x9c\x9d\x90\xc2\xe4\xb8\xad\xf0\x9f\x7f";
	uint32_t random = 12345;
	Fixture fixture;

	(void)state;
	fixture_init(&fixture);
	for (int i = 0; i < 200000; i++) {
		random = random * 1103515245 + 12345;
		buf_clear(&fixture.out);
		assert_true(decode_room(fixture.decoder) > DECODE_ROOM / 2);
		decode_feed(fixture.decoder,
			    (Slice){ &bytes[(random >> 16)
					    % (sizeof(bytes) - 1)], 1 });
		while (decode_next(fixture.decoder, random >> 12 & 1)
		       != KEY_NONE)
			;
	}
	feed(&fixture, SLICE("\033[201~\r\033\\\033[201~\r"));
	feed(&fixture, SLICE("\033[201~j"));
	drain(&fixture, true);
	buf_append_char(&fixture.out, '\0');
	assert_non_null(strrchr(fixture.out.ptr, 'j'));
	fixture_done(&fixture);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(answers_are_no_keys_wherever_they_are_split),
		cmocka_unit_test(answers_are_no_keys_byte_by_byte_and_doubled),
		cmocka_unit_test(answers_of_eight_bits_are_no_keys),
		cmocka_unit_test(what_follows_half_an_answer_is_a_key),
		cmocka_unit_test(an_answer_that_has_lost_its_escape_is_no_key),
		cmocka_unit_test(keys_behind_an_escape_that_acted_are_keys),
		cmocka_unit_test(keys_are_known_wherever_they_are_split),
		cmocka_unit_test(a_paste_has_its_limit),
		cmocka_unit_test(
			a_paste_that_does_not_end_is_given_up_by_control_c),
		cmocka_unit_test(no_bytes_stop_the_decoder),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
