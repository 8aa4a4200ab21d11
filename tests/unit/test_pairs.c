/*
 * Meetings that exist in two forms, Markdown and Akoma Ntoso, written down by
 * an independent hand: both must give the same turns by the same speakers.
 * They are read where FANGTAN_SHARED (default: ../shared) has them.
 */
#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/items.h"
#include "document/shown.h"
#include "text/uni.h"
#include "text/utf8.h"
#include "unit/load_fixture.h"

#define N_PAIRS 23

/* Where the two sources themselves differ: the day of the meeting. */
static const struct Difference {
	const char *day;
	uint32_t turn;
	const char *what;
} DIFFERENCES[] = {
	{ "2017-01-18", 120, "a character is another" },
	{ "2017-03-31", 6, "a character is another" },
	{ "2017-03-31", 106, "only the XML has the list at the end" },
	{ "2017-03-31", 153, "the XML doubles a character" },
	{ "2017-06-13", 271, "a character is another" },
	{ "2017-11-14", 248, "the XML doubles a character" },
	{ "2019-02-18", 2, "a character is another" },
	{ "2019-06-12", 17, "a character is another" },
	{ "2019-06-12", 25, "a character is another" },
	{ "2019-06-12", 27, "a character is another" },
	{ "2019-06-12", 31, "the XML lacks a character" },
	{ "2019-06-12", 33, "two characters are others" },
	{ "2019-06-12", 35, "a character is another" },
	{ "2019-06-12", 37, "a character is another" },
	{ "2019-06-12", 38, "two words are others" },
	{ "2019-06-12", 39, "three characters are others" },
	{ "2019-06-12", 45, "a character is another" },
	{ "2019-06-12", 64, "a character is another" },
	{ "2019-06-12", 104, "two characters are others" },
	{ "2019-06-12", 137, "a character is another" },
	{ "2019-06-12", 142, "four characters are others" },
	{ "2019-08-16", 271, "a character is another" },
	{ "2019-10-07", 21, "a character is another" },
	{ "2019-10-07", 22, "a character is another" },
	{ "2019-10-28", 5, "only the XML has the last two sentences" },
	{ "2019-10-28", 36, "a character is another" },
	{ "2019-10-28", 40, "a character is another" },
	{ "2019-10-28", 47, "four characters are others" },
	{ "2019-10-28", 66, "a word is another" },
	{ "2019-10-28", 67, "a character is another" },
	{ "2019-10-28", 68, "two characters are others" },
	{ "2019-11-07", 123, "the XML doubles a word" },
	{ "2020-03-10", 18, "the speaker's name, and a character" },
	{ "2020-03-10", 23, "the XML lacks a letter" },
	{ "2020-03-10", 52, "a character is another" },
	{ "2020-03-10", 168, "a character is another" },
	{ "2020-05-15", 68, "a character is another" },
	{ "2020-07-14", 191, "the XML doubles a character" },
};

static const char *
difference_of(const char *name, uint32_t turn)
{
	for (size_t i = 0; i < N_ITEMS(DIFFERENCES); i++)
		if (strncmp(name, DIFFERENCES[i].day, 10) == 0 &&
		    DIFFERENCES[i].turn == turn)
			return DIFFERENCES[i].what;
	return NULL;
}

/* The folder; skips the test where it is not there. */
static DIR *
open_folder(char *path, size_t size)
{
	const char *shared = getenv("FANGTAN_SHARED");
	const char *srcdir = getenv("srcdir");
	DIR *folder;

	if (shared != NULL)
		snprintf(path, size, "%s/interviews/audreyt", shared);
	else
		snprintf(path, size, "%s/../shared/interviews/audreyt",
			 srcdir != NULL ? srcdir : ".");
	folder = opendir(path);
	if (folder == NULL) {
		print_message("%s is not there; skipped\n", path);
		skip();
	}
	return folder;
}

/* Appends a text without white space. */
static void
append_folded(Slice text, Buf *out)
{
	size_t len;
	uint32_t cp;

	for (; text.len > 0; text = slice_sub(text, len, SIZE_MAX)) {
		len = utf8_decode(text, &cp);
		if (!uni_is_space(cp) && cp != '\n')
			buf_append(out, slice_sub(text, 0, len));
	}
}

/* In Markdown a remark that is no stage direction is a quote in brackets. */
static bool
is_remark(const Para *para, Slice text)
{
	return para->kind == PARA_DIRECTION ||
	       (para->kind == PARA_QUOTE && (slice_starts(text, SLICE("（")) ||
					     slice_starts(text, SLICE("("))));
}

/* The speaker of a turn and what he says, without stage directions. */
static void
append_turn(const Document *doc, TurnId turn, Buf *out)
{
	Shown shown;

	buf_clear(out);
	append_folded(doc_speaker(doc, doc_turn(doc, turn)->speaker)->name,
		      out);
	buf_append(out, SLICE(": "));
	shown_init(&shown);
	for (ParaId id = doc_turn(doc, turn)->first;
	     id < doc_turn_end(doc, turn); id++) {
		const Para *para = doc_para(doc, id);

		if (para->turn != turn || para->flags & PARA_PART)
			continue;
		shown_build(&shown, doc, id);
		if (!is_remark(para, shown.text))
			append_folded(shown.text, out);
	}
	shown_done(&shown);
}

/* True where a turn is the same in both, or differs as the sources do. */
static bool
is_same_turn(const Document *markdown, const Document *xml, TurnId turn,
	     const char *name)
{
	const char *what = difference_of(name, turn + 1);
	bool same, ok;
	Buf a, b;

	buf_init(&a, SIZE_MAX);
	buf_init(&b, SIZE_MAX);
	append_turn(markdown, turn, &a);
	append_turn(xml, turn, &b);
	same = slice_eq(buf_slice(&a), buf_slice(&b));
	ok = same == (what == NULL);
	if (!ok && same)
		print_message("%s: turn %u does not differ\n", name, turn + 1);
	else if (!ok)
		is_same(&a, &b, name);
	else if (!same)
		print_message("%s: turn %u of the sources: %s\n", name,
			      turn + 1, what);
	buf_done(&a);
	buf_done(&b);
	return ok;
}

/* Compares `name` with its XML; returns how many turns are not the same. */
static uint32_t
compare(const char *folder, const char *name)
{
	Loaded markdown, xml;
	uint32_t bad = 0, n;
	char path[4096];

	snprintf(path, sizeof(path), "%s/%s", folder, name);
	load_file(&markdown, path);
	snprintf(path, sizeof(path), "%s/%.*s.an.xml", folder,
		 (int)strlen(name) - 3, name);
	load_file(&xml, path);
	assert_string_equal(loader_format(xml.loader), "xml");
	n = doc_n_turns(xml.doc);
	if (doc_n_turns(markdown.doc) != n) {
		print_message("%s: %u turns, %u in XML\n", name,
			      doc_n_turns(markdown.doc), n);
		bad++;
	} else {
		for (TurnId turn = 0; turn < n; turn++)
			bad += !is_same_turn(markdown.doc, xml.doc, turn, name);
	}
	loaded_done(&markdown);
	loaded_done(&xml);
	return bad;
}

static void
both_forms_of_a_meeting_give_the_same_turns(void **state)
{
	char path[2048];
	DIR *folder = open_folder(path, sizeof(path));
	const struct dirent *entry;
	uint32_t pairs = 0, bad = 0;

	(void)state;
	while ((entry = readdir(folder)) != NULL) {
		if (!slice_ends(slice_from(entry->d_name), SLICE(".md")))
			continue;
		pairs++;
		bad += compare(path, entry->d_name);
	}
	closedir(folder);
	assert_int_equal(bad, 0);
	assert_int_equal(pairs, N_PAIRS);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(both_forms_of_a_meeting_give_the_same_turns),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
