/*
 * The slicing property: an input fed whole, byte by byte, with pauses or cut
 * at random gives the same document, search results and export.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/items.h"
#include "support/random.h"
#include "unit/load_fixture.h"
#include "unit/search_fixture.h"

#define N_SEEDS 12

static const char *const TEXTS[] = {
	"A walk\n======\n\nOut of town\n---\n\n**Ann Lee:** one\n\n"
	"**Bob Ray:** two\n---\nAnd back\n--------\nmore\n",
	/* nothing, almost nothing */
	"", "\n", "\n\n\n", "x", "河", "#", "# t", "Ann Lee:", "---", "---\n",
	"---\n---", "\xEF\xBB\xBF", "\xEF\xBB\xBF# t\n", "\xFF", "\xE6\xB2",
	/* front matter, quotes, items, code, tables, directions */
	"---\ntitle: 河 # a\ndate: 2025-03-03\nhost: Ann Lee\ntags:\n  - a\n"
	"  - b\n---\n\n# 河\n\npreface\n\n## one\n\n**Ann Lee**: hello\nagain\n\n"
	"> quote\n> goes on\n\n**Bob Ray**: [laughs]\n\n- item\n  more\n"
	"1. first\n\n```c\n**Ann Lee**: code\n```\n\n| a | b |\n|---|---|\n\n"
	"[音乐响起]\n\n**Ann Lee**: *so* [it](http://e.org/) is &amp; was\n"
	"## two\ntext\n",
	/* the same with CR LF, CR, a mark, bad bytes */
	"\xEF\xBB\xBF---\r\ntitle: t\r\n---\r\n\r\n**A B**: one\r\ntwo\r\n\r\n"
	"**C D**: three\r\n\r\n**A B**: four\r\n",
	"**A B**: one\rtwo\r\r**C D**: three\r\r**A B**: four\r\n\r",
	"A B: \xFF\xFE one\xE6\xB2\n\nC D: \xF0\x9F\x91 two\n\nA B: \xE6",
	/* links by label */
	"[b]: /b\n\n# [T][a]\n\n**Ann Lee:** [a] and [b], [laughs]\n\n"
	"**Bob Ray:** [c][A]\n\n[a]: http://a.org\n  'title'\n\n**Ann Lee:** "
	"x\n\n[laughs]: <late>\n",
	/* a date, late labels, consecutive lines */
	"Title\n\nPublished on April 12, 2024\n\nA text that goes on, without "
	"labels, for a while.\n\nAnother one.\n\nANNA KLINE：你好。\n\nDAVID "
	"MODER：你好。\n\nANNA KLINE：再见。\n\nDAVID MODER 表示他很好。\n\nANNA "
	"KLINE（安娜）：真的？\n\nDAVID MODER 说：「是」\n",
	"Q: one\nA: two\nQ: three\nA: four\n",
	"挑战：一\n\n挑战：二\n\n挑战：三\n\n林茂川：好\n\n許若庭：好\n\n林茂川：對\n\n"
	"許若庭：嗯\n",
	"Ann:\n\none\n\nann: two\n\nBOB: three\n\nAnn: four\n\nBob: five\n",
	"# One\n\ntext\n\n# Two\n\nAnn Lee: a\n\nBob Ray: b\n\nAnn Lee: c\n",
	"## One\n\nAnn Lee: a\n\nBob Ray: b\n\n# Two\n\nAnn Lee: c\n",
	"---\nnot: closed\nAnn Lee: a\n\nBob Ray: b\n\nAnn Lee: c\n",
	"---\n\n**Ann Lee:** a\n\n**Break:**\n\n**Ann Lee:** b\n\n---\n\n"
	"**Bob Ray:** c\n\n**Bob Ray:** d\n",
	"```\nAnn Lee: a\n", "Shaun Apps（SA）：一\n\nSA：二\n\nAnn Lee：三\n\nSA：四\n",
	/* subtitles, recognised late, and what becomes none */
	"WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ann>one\n\n00:02.000 --> "
	"00:03.000\n<v Bob>two\n",
	"1\n00:00:01,000 --> 00:00:02,000\nAnn Lee: one\n\n2\n00:00:02,000 "
	"--> 00:00:03,000\nBob Ray: two\n\n3\n00:00:03,000 --> "
	"00:00:09,000\nAnn Lee: three\n",
	"WEBVTTX\n\nAnn Lee: one\n\nBob Ray: two\n\nAnn Lee: three\n",
	/* initials, first names, captions, labels without words, roles */
	"Present: Kim Lund (KL), 林茂川（LMC）\n\nKL: a?\n\nLMC: b\n\nKL:\n\n"
	"LMC: c\n\nDee Day: d\n\nDee: e\n\nEnd of it:\n\nKL: f?\n\nLMC:\n",
	">> One.\n\n>> Two\nand three.\n>>> ANN LEE: Four.\n\n>> Five.\n",
	"> one\n>> two\n\n>> Three.\n\n>> Four.\n\n>> Five.\n\n>> Six.\n",
	/* translations */
	"**A B**: Late.\n\n<details>\n<summary>\nmore</summary>\n\n船遲了。\n"
	"</details>\n\n**C D**: Fog.\n\n<details>霧很濃。</details>\n\n"
	"**A B**: And?\n<details>\n**甲**：現在呢？\n\n</details>\n",
	"Ada: Late.\n\n雅達：船遲了。\n\nBen: Fog.\n\n本：霧很濃。\n\nAda: And?"
	"\n\n雅達：現在呢？\n",
	"**A B**: Late.\n\n船遲了。\n\n**C D**: Fog.\n\n霧很濃。\n\n**A B**: "
	"And?\n\n現在呢？\n\nWait.\n\n等。\n",
	"KL: a\n\nWP: b\n\nKL:It\n\nWP: c\n\nKL: d\n\nNote:tight\n\nWP:e\n",
};
#define N_TEXTS N_ITEMS(TEXTS)

/* The document, what is printed of it, and what a search finds in it. */
static void
append_all(const Loaded *loaded, Buf *out)
{
	static const char *const queries[] = { "o", "，|。", "[a-z]+ " };

	append_json(loaded, out);
	append_printed(loaded->doc, 20, out);
	for (size_t i = 0; i < 3; i++) {
		ChunkVec found;
		bool partial;
		Err err = { .line = 0 };

		vec_init(&found, sizeof(Match));
		assert_int_equal(fix_find(loaded->doc, queries[i], &found,
					  &partial, &err), STATUS_OK);
		/* Records may be cut elsewhere, so ids are not compared. */
		for (size_t j = 0; j < found.count; j++) {
			const Match *match = vec_at(&found, j);

			buf_appendf(out, "%u %u\n", match->start, match->len);
		}
		vec_done(&found);
	}
}

static void
check_cut(Slice bytes, const char *path, unsigned cut, const Buf *whole)
{
	Loaded loaded;
	char what[64];
	Buf out;

	snprintf(what, sizeof(what), "cut %u", cut);
	load(&loaded, bytes, path, 0, cut);
	assert_true(loaded.doc->complete);
	buf_init(&out, SIZE_MAX);
	append_all(&loaded, &out);
	if (!is_same(&out, whole, what))
		fail_msg("%s:\n%.*s", path, SLICE_ARGS(bytes));
	buf_done(&out);
	loaded_done(&loaded);
}

static void
check_cuts(Slice bytes, const char *path, unsigned n_seeds)
{
	Loaded loaded;
	Buf whole;

	load(&loaded, bytes, path, LOADER_WHOLE, CUT_WHOLE);
	assert_true(loaded.doc->complete);
	buf_init(&whole, SIZE_MAX);
	append_all(&loaded, &whole);
	for (unsigned cut = CUT_WHOLE; cut < CUT_RANDOM + n_seeds; cut++)
		check_cut(bytes, path, cut, &whole);
	buf_done(&whole);
	loaded_done(&loaded);
}

static void
small_texts_are_the_same_however_cut(void **state)
{
	static const char *const paths[] = { "a.md", "a.txt", "-" };

	(void)state;
	for (size_t i = 0; i < N_TEXTS; i++)
		for (size_t j = 0; j < 3; j++)
			check_cuts(slice_from(TEXTS[i]), paths[j], N_SEEDS);
}

/* Lines of everything that means something, in any order. */
static void
random_text(unsigned *seed, Buf *out)
{
	static const char *const parts[] = {
		"\n", "\n", "\n\n", "\r\n", "\r", " ", "\t", "# one\n",
		"## two\n\n", "- item\n", "1. item\n", "> quote\n", ">\n",
		"```\n", "---\n", "| a |\n", "**Ann Lee:** ", "**Bob**: ",
		"Ann Lee: ", "Bob：", "Ann Lee:x ", "Cid (AL): ", "挑战：",
		"林茂川：", "[laughs]", "[音乐]\n", "**Break:**\n", "words ",
		"，說了", "河水", "*so* ", "**", "_", "[a](http://b/)", "`", "<b>",
		"&amp;", "\\*", "\xFF", "\x01", "e\xCC\x81", "👩‍👩‍👧",
		"ANNA KLINE：", "ANNA KLINE 表示", "Published on April 12, 2024\n",
		"title: x\n", "\xEF\xBB\xBF", "12：30", "Note: ", "https://x.y ",
	};
	unsigned n = random_next(seed) % 90;

	buf_clear(out);
	if (random_next(seed) % 4 == 0)
		buf_append(out, SLICE("---\n"));
	while (n-- > 0)
		buf_append(out, slice_from(parts[random_next(seed) %
						 (N_ITEMS(parts))]));
}

static void
random_texts_are_the_same_however_cut(void **state)
{
	unsigned seed = 5;
	Buf text;

	(void)state;
	buf_init(&text, SIZE_MAX);
	for (unsigned i = 0; i < 300; i++) {
		random_text(&seed, &text);
		check_cuts(buf_slice(&text), i % 2 ? "a.md" : "a.txt", 3);
	}
	buf_done(&text);
}

/* Long lines over the limits of the tiny build, and of the other. */
static void
long_lines_are_the_same_however_cut(void **state)
{
	static const char *const starts[] = {
		"", "Ann Lee: a\n\nBob Ray: b\n\nAnn Lee: ", "# ", "> ", "- ",
		"```\n", "| ", "----", "        ", "**Ann Lee:**     ",
		"[", "**", "河",
	};
	static const size_t lens[] = { 60, 64, 255, 256, 257, 600, 65535,
				       65536, 70000 };
#ifdef FANGTAN_TINY
	size_t n_lens = 6;
#else
	size_t n_lens = 9;
#endif

	(void)state;
	for (size_t i = 0; i < N_ITEMS(starts); i++) {
		for (size_t j = 0; j < n_lens; j++) {
			Buf text;

			buf_init(&text, SIZE_MAX);
			buf_append(&text, slice_from(starts[i]));
			while (text.len < lens[j])
				buf_append(&text, i % 2 ? SLICE("河水 ")
							: SLICE("ab c"));
			buf_append(&text, SLICE(" end\nmore\n\nlast"));
			check_cuts(buf_slice(&text), "a.md",
				   lens[j] > 1000 ? 0 : 3);
			buf_done(&text);
		}
	}
}

/* What stands in the first part means something else by the second. */
static void
later_text_overturns_the_first_decision_the_same(void **state)
{
	Buf text;

	(void)state;
	buf_init(&text, SIZE_MAX);
	for (int i = 0; i < 40; i++)
		buf_append(&text, SLICE("A paragraph in which nobody talks.\n\n"
					"Topic: this and that.\n\n"));
	for (int i = 0; i < 80; i++)
		buf_append(&text, i % 2 ? SLICE("KL: Yes.\n\n")
					: SLICE("WPY: No.\n\nKL:It is.\n\n"));
	buf_append(&text, SLICE("## Late\n\nKL (Karl Lee): Bye.\n"));
	check_cuts(buf_slice(&text), "a.md", 4);
	check_cuts(buf_slice(&text), "a.txt", 4);
	buf_done(&text);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(small_texts_are_the_same_however_cut),
		cmocka_unit_test(random_texts_are_the_same_however_cut),
		cmocka_unit_test(long_lines_are_the_same_however_cut),
		cmocka_unit_test(
			later_text_overturns_the_first_decision_the_same),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
