/*
 * What --format=markdown writes is read back as the same document, but for
 * source, lines and times: of the project's interviews, of those in
 * FANGTAN_SHARED (default: ../shared beside the sources) where they are there,
 * and of small documents with all that could be taken for something else.
 */
#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/items.h"
#include "formats/write_markdown.h"
#include "unit/load_fixture.h"

static bool
write_to_buf(void *ctx, Slice bytes)
{
	return buf_append(ctx, bytes);
}

static void
append_markdown(const Document *doc, Buf *out)
{
	Selection sel = SELECTION_ALL;
	Out to;

	out_init(&to, write_to_buf, out);
	write_markdown(&to, doc, &sel);
	out_done(&to);
}

/* Bytes of a value at the start of `s`, with what divides it from the next. */
static size_t
value_len(Slice s)
{
	size_t n = 0;

	while (n < s.len && s.ptr[n] != ',' && s.ptr[n] != '}')
		n++;
	if (n > 0 && n < s.len && s.ptr[0] == '{')
		n++;
	while (n < s.len && (s.ptr[n] == ',' || s.ptr[n] == ' '))
		n++;
	return n;
}

/* A time is null or has decimals; the ends of a link have none. */
static bool
is_time(Slice value)
{
	return slice_starts(value, SLICE("null")) ||
	       memchr(value.ptr, '.', value_len(value)) != NULL;
}

/* Drops source, line and times of a document as JSON. */
static void
drop_places(Buf *json)
{
	static const char *const keys[] = {
		"\"source\": {\"path\": ", "\"line\": ",
		"\"start\": ", "\"end\": ",
	};
	Slice all = buf_slice(json);
	size_t len = 0;

	for (size_t i = 0; i < all.len;) {
		Slice rest = slice_sub(all, i, SIZE_MAX);
		size_t skip = 0;

		for (size_t k = 0; k < 4 && skip == 0; k++) {
			size_t n = strlen(keys[k]);
			Slice value = slice_sub(rest, n, SIZE_MAX);

			if (!slice_starts(rest, slice_from(keys[k])))
				continue;
			if (k == 0)
				skip = slice_find(rest, SLICE("}, ")) + 3;
			else if (k == 1 || is_time(value))
				skip = n + value_len(value);
		}
		/* What was the last of its object leaves a comma. */
		if (skip > 0 && i + skip < all.len && all.ptr[i + skip] == '}')
			len -= 2;
		i += skip;
		if (skip == 0)
			json->ptr[len++] = all.ptr[i++];
	}
	json->len = len;
}

/* Documents that were written otherwise are shown where they differ. */
static bool
reads_back(const Loaded *loaded, const char *what)
{
	Buf markdown, want, got;
	Loaded again;
	bool same;

	buf_init(&markdown, SIZE_MAX);
	buf_init(&want, SIZE_MAX);
	buf_init(&got, SIZE_MAX);
	append_markdown(loaded->doc, &markdown);
	load(&again, buf_slice(&markdown), "again.md", LOADER_WHOLE,
	     CUT_WHOLE);
	append_json(loaded, &want);
	append_json(&again, &got);
	drop_places(&want);
	drop_places(&got);
	same = is_same(&got, &want, what);
	loaded_done(&again);
	buf_done(&markdown);
	buf_done(&want);
	buf_done(&got);
	return same;
}

static unsigned
check_folder(const char *folder)
{
	DIR *entries = opendir(folder);
	struct dirent *entry;
	unsigned bad = 0;

	while (entries != NULL && (entry = readdir(entries)) != NULL) {
		char path[4096];
		Loaded loaded;

		if (strrchr(entry->d_name, '.') == NULL ||
		    entry->d_name[0] == '.')
			continue;
		snprintf(path, sizeof(path), "%s/%s", folder, entry->d_name);
		load_file(&loaded, path);
		bad += !reads_back(&loaded, path);
		loaded_done(&loaded);
	}
	if (entries != NULL)
		closedir(entries);
	return bad;
}

static const char *
source_folder(void)
{
	const char *folder = getenv("srcdir");

	return folder != NULL ? folder : ".";
}

static void
samples_read_back(void **state)
{
	char path[4096];

	(void)state;
	snprintf(path, sizeof(path), "%s/data/interviews", source_folder());
	assert_int_equal(check_folder(path), 0);
}

static void
shared_interviews_read_back(void **state)
{
	static const char *const folders[] = { "verified", "audreyt",
					       "podcasting2" };
	const char *shared = getenv("FANGTAN_SHARED");
	unsigned bad = 0;

	(void)state;
	for (size_t i = 0; i < 3; i++) {
		char path[4096];

		if (shared != NULL)
			snprintf(path, sizeof(path), "%s/interviews/%s",
				 shared, folders[i]);
		else
			snprintf(path, sizeof(path),
				 "%s/../shared/interviews/%s",
				 source_folder(), folders[i]);
		bad += check_folder(path);
	}
	assert_int_equal(bad, 0);
}

#define TALK_START \
	"---\ntitle: A talk\nhost: Ann Lee\n---\n\n**Ann Lee**: Hello.\n\n"
#define TALK_END \
	"\n\n**Bob Ray**: Yes.\n\n**Ann Lee**: No?\n\n**Bob Ray**: Bye.\n"

/* What stands inside a talk, whatever it looks like. */
static const char *const INSIDE[] = {
	"\\# no heading",
	"\\- no item\n\n\\* nor this\n\n\\+ nor that",
	"1\\. no number\n\n2\\) nor this",
	"\\> no quote",
	"\\| no table |",
	"\\-\\-\\-\n\n\\*\\*\\*\n\n\\_\\_\\_\n\n- \\- -",
	"\\~~~\n\n\\`\\`\\` no fence",
	"Note\\: no label\n\nBob Ray\\: nor this\n\nAnn Lee&#65306;nor this",
	"Carl Orff\\: one\n\nCarl Orff\\: two\n\nCarl Orff\\: three",
	"**Ann Lee**: \\: a colon\n\n**Bob Ray**: &#65306; another",
	"**Ann Lee**: Bob Ray: he said",
	"&#91;laughs]\n\n&#65288;笑）\n\n> &#91;laughs]",
	"\\[laughs\\]\n\n[音樂]\n\n（掌聲）\n\n> （現場笑）",
	"**Ann Lee**: [笑]",
	"**Ann Lee**:\n\n- an item\n\n  - deeper\n    1. deepest\n\n1. one\n2. two",
	"**Ann Lee**:\n\n> quoted\n> on\n\n> again\n\n> > twice",
	"```\ncode *as it is*\n\n  # more\n```\n\n````\n```\n````\n\n~~~\nx\n~~~",
	"```\n\n\n  a\n\n```\n\n**Ann Lee**:\n\n```\nb\n```",
	"```python x\na\n```\n\n~~~~ ~~~\n```\n~~~~\n\n"
	"**Ann Lee**:\n\n~~~ [b]:&amp;\nc\n~~~\n\n~~~a`b\nd\n~~~",
	"| a | b |\n|---|---|\n| *c* | d |\n\n| e |",
	"See [the *site*](https://example.org/a_b?c=1&d=2) and <https://x.org>.",
	"[all of it](https://example.org/) [with blanks](<a b>) [](e) !\n\n"
	"A \\![link](x), [brackets \\] in it](y\\)z), a \\[no link\\](z).",
	"a\\*b\\*c _d_ \\_e\\_ f_g_h \\\\ \\` `code` &amp;amp; &lt;b&gt; <i>j</i>",
	"&#32;blanks&#32;\n\n&#160;&#12288;more &#10; lines&#9;\n\nC#",
	"<b></b>\n\n- <b></b>\n\n**Ann Lee**: <b></b>",
	"<!-- nobody -->\n\nSeen.",
	"<!-- narration -->\n\nNobody says this.\n\n- nor this",
	"## One\n\nStill Ann.\n\n### Two *deeper* \\#\n\n#### [Three](x)\n\n"
	"## Two\n\n<!-- narration -->\n\nUnspoken.",
	"**Ann Lee (AL)**: one\n\n**AL**: two\n\n**ANN LEE**: three",
	"2025-03-03\n\nPublished on April 12, 2024",
	"<!-- direction -->\n\nThe slides.\n\n**Bob Ray**:\n\n"
	"<!-- direction -->\n\nNote\\: a door.\n\nIt was.",
	"Hard\nwrapped\nand 中\n文。  \nMore.",
	"**Break:**\n\nAfter it.",
	"<details>\n<summary>More\\: no label</summary>\n\nIt.\n\n</details>",
	"<details class=\"translation\">\n\n你好。\n\n- 一\n- 二\n\n1. 三\n\n"
	"Carl Orff\\: one\n\n[笑]\n\n```\n<details>\n```\n\n</details>\n\nAgain.",
	"&lt;details>\n\n\\<details>\n\n<b></b>&lt;/details>",
};

static void
whatever_stands_in_a_talk_reads_back(void **state)
{
	unsigned bad = 0;

	(void)state;
	for (size_t i = 0; i < N_ITEMS(INSIDE); i++) {
		Buf text;
		Loaded loaded;

		buf_init(&text, SIZE_MAX);
		buf_appendf(&text, TALK_START "%s" TALK_END, INSIDE[i]);
		load(&loaded, buf_slice(&text), "talk.md", LOADER_WHOLE,
		     CUT_WHOLE);
		bad += !reads_back(&loaded, INSIDE[i]);
		loaded_done(&loaded);
		buf_done(&text);
	}
	assert_int_equal(bad, 0);
}

static const char *const WHOLE[] = {
	"",
	/* little of the text hangs on labels */
	"<!-- speaker: Host -->\n\n**Host**: one\n\nLee, Ann\\: hm\n\n"
	"**Dan**: two\n\n# hash\n\n**Host**: three\n\nx, y\\: four\n\n"
	"x\\: five\n\nx\\: six\n\n**Dan**: seven\n\n**José**: eight\n",
	"<!-- speaker: 林茂川 -->\n\nx\\:\n\nEnglish: hello there you\n\n"
	"**林茂川**: 引\n\n我很好，謝謝。\n\n**主持人**: & more\n\n中文&#65306;"
	"你好嗎\n\n**主持人、林茂川**: 喂\n\nNote:\n\nAnn Lee\\: quoted words\n",
	"[a]: /b (c)\n\nSee [a], [d][A], [e][f] \\[a].\n\n\\[g]: /h\n",
	"Only a paragraph.\n",
	"# A title\n\nAn article\\: it has no speakers.\n\n## One\n\nText.\n",
	"---\ntitle: T\n---\n\n# T\n\n## T\n\nText.\n",
	"---\ntitle: T\n---\n\n# T\n\n# T\n\n**A B**: Text.\n\n**C D**: x\n",
	"---\ntitle: \"\"\ndate: never\n---\n\nText.\n",
	"---\na: 007\nb: true\nc: \"x: y # z\"\nd: \"\"\ne: [p, \"q, r\", \"\"]\n"
	"f: []\ng: {h: 1, i: {j: k}}\nl:\n  - name: M\n    role: n\n"
	"  - name: O\n  - p\nq: '\"\\'\n\"r s: t\": ' u '\nv.w: x\n"
	"\"y\\tz\": \"1\\n2\\t\\x07\\u2028\"\n'- ': '- -'\n訪談: 「是」\n---\n",
	"---\na.b: 1\nc: 2\na.d: 3\na: 4\n.e: 5\nf.: 6\ng..h: 7\n"
	"i: {1: x, 2: y}\nj: [[1, 2], [3], k]\nl: {2: {m: n}}\n---\n",
	"---\nguests:\n  - name: Bob Ray\nhost: {name: Ann Lee}\n---\n\n"
	"Bob Ray: a\n\nAnn Lee: b\n\nBob Ray: c\n\nAnn Lee: d\n",
	"**Ann**: one\n\n**Bob**: two\n\n[music]\n\n**Ann**: three\n\n"
	"**Bob**:\n\n[music]\n\nfour\n\n**Ann**: [music]\n\nfive\n\n"
	"**Bob**: six\n",
	"李明：第一個問題？\n\n王芳：從山上來。\n\n[音樂播放中]\n\n"
	"李明：再問一次。\n\n王芳：還是山上。\n",
	"**Ann**: one\n\n> [music]\n\n**Bob**: two\n\n**Ann**: three\n\n"
	"**Bob**: four\n\n[music]\n",
	"# 演講\n\n### 許若庭：\n\n一\n\n二\n\n三\n",
	"<!-- speaker: Bob Ray -->\n\n**Ann Lee**: one\n\n"
	"**Ann Lee, Bob Ray**: two\n\n**Ann Lee**: three\n",
	"Before.\n\n[laughs]\n\n## One\n\nMore.\n\n**Ann**: a\n\n**Bob**: b\n",
};

static void
whole_documents_read_back(void **state)
{
	unsigned bad = 0;

	(void)state;
	for (size_t i = 0; i < N_ITEMS(WHOLE); i++) {
		Loaded loaded;

		load_text(&loaded, WHOLE[i], "again.md");
		bad += !reads_back(&loaded, WHOLE[i]);
		loaded_done(&loaded);
	}
	assert_int_equal(bad, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(whatever_stands_in_a_talk_reads_back),
		cmocka_unit_test(whole_documents_read_back),
		cmocka_unit_test(samples_read_back),
		cmocka_unit_test(shared_interviews_read_back),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
