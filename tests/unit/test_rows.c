/*
 * Rows as Chinese and Japanese want them: over every file of FANGTAN_SHARED
 * (default: ../shared beside the sources) and those of the project, at every
 * width from 20 to 120.
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
#include "document/wrap.h"
#include "text/uni.h"
#include "text/utf8.h"
#include "unit/load_fixture.h"

/* What a row must not begin with, and must not end with. */
#define NO_START "、。，．：；！？）」』》〉】〕］｝…·・～％‰℃°々ー" \
		 "ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ"
#define NO_END "（「『《〈【〔［｛＄￥"

#ifdef FANGTAN_TINY
#define WIDTH_STEP 17
#else
#define WIDTH_STEP 1
#endif

static bool
is_one_of(Slice cluster, const char *list)
{
	Slice rest = slice_from(list);
	uint32_t cp, member;

	utf8_decode(cluster, &cp);
	while (rest.len > 0) {
		rest = slice_sub(rest, utf8_decode(rest, &member), rest.len);
		if (member == cp)
			return true;
	}
	return false;
}

/* The last code point of `text`. */
static Slice
last_of(Slice text)
{
	uint32_t cp;
	size_t len = utf8_decode_last(text, &cp);

	return slice_sub(text, text.len - len, len);
}

static bool
is_han(Slice point)
{
	uint32_t cp;

	if (point.len == 0)
		return false;
	utf8_decode(point, &cp);
	return uni_is_han(cp);
}

static void
check_quotes(Slice text, const Row *row, Slice shown)
{
	Slice before = slice_sub(text, 0, row->start);
	Slice behind = slice_sub(text, row->start + row->len, text.len);

	if (is_one_of(shown, "”’") && is_han(last_of(before)))
		fail_msg("begins with a quote: “%.*s”", SLICE_ARGS(shown));
	if (behind.len > 0 && is_one_of(last_of(shown), "“‘")
	    && is_han(behind))
		fail_msg("ends with a quote: “%.*s”", SLICE_ARGS(shown));
}

/* A paragraph whose row holds nothing but marks can be cut nowhere else. */
static void
check_row(Slice text, const Row *row, uint32_t cols)
{
	Slice shown = slice_sub(text, row->start, row->shown_len);
	bool is_last = row->start + row->len == text.len;

	if (row->cols > cols)
		fail_msg("%u columns in %u: “%.*s”", row->cols, cols,
			 SLICE_ARGS(shown));
	if (shown.len == 0)
		return;
	if (row->start > 0 && is_one_of(shown, NO_START))
		fail_msg("at %u: begins so: “%.*s”", cols, SLICE_ARGS(shown));
	if (!is_last && is_one_of(last_of(shown), NO_END))
		fail_msg("at %u: ends so: “%.*s”", cols, SLICE_ARGS(shown));
	if (row->start > 0)
		check_quotes(text, row, shown);
}

static void
check_text(UniBreaker *breaker, Slice text, uint32_t cols)
{
	uint32_t pos = 0;
	Wrap wrap;
	Row row;

	wrap_start(&wrap, breaker, text, (WrapStyle){ cols, 0 });
	while (wrap_next(&wrap, &row)) {
		assert_int_equal(row.start, pos);
		check_row(text, &row, cols);
		pos += row.len;
	}
	assert_int_equal(pos, text.len);
}

static void
check_document(const Document *doc)
{
	UniBreaker *breaker = uni_breaker_new();
	Shown shown;

	shown_init(&shown);
	for (ParaId id = 0; id < doc_n_paras(doc); id++) {
		if (doc_para(doc, id)->flags & PARA_PART)
			continue;
		shown_build(&shown, doc, id);
		for (uint32_t cols = 20; cols <= 120; cols += WIDTH_STEP)
			check_text(breaker, shown.text, cols);
	}
	shown_done(&shown);
	uni_breaker_free(breaker);
}

static int
check_folder(const char *folder)
{
	DIR *dir = opendir(folder);
	struct dirent *entry;
	int n = 0;

	while (dir != NULL && (entry = readdir(dir)) != NULL) {
		char path[4096];
		Loaded loaded;

		if (entry->d_name[0] == '.'
		    || strstr(entry->d_name, "README") != NULL)
			continue;
		snprintf(path, sizeof(path), "%s/%s", folder, entry->d_name);
		print_message("%s\n", entry->d_name);
		load_file(&loaded, path);
		check_document(loaded.doc);
		loaded_done(&loaded);
		n++;
	}
	if (dir != NULL)
		closedir(dir);
	return n;
}

static void
rows_of_the_samples_begin_and_end_well(void **state)
{
	const char *source = getenv("srcdir");
	char folder[4096];

	(void)state;
	snprintf(folder, sizeof(folder), "%s/data/interviews",
		 source != NULL ? source : ".");
	assert_true(check_folder(folder) > 0);
}

static void
rows_of_the_interviews_begin_and_end_well(void **state)
{
	static const char *const folders[] = { "verified", "audreyt",
					       "podcasting2" };
	const char *shared = getenv("FANGTAN_SHARED");
	const char *source = getenv("srcdir");
	int n = 0;

	(void)state;
	for (size_t i = 0; i < N_ITEMS(folders); i++) {
		char folder[4096];

		if (shared != NULL)
			snprintf(folder, sizeof(folder), "%s/interviews/%s",
				 shared, folders[i]);
		else
			snprintf(folder, sizeof(folder),
				 "%s/../shared/interviews/%s",
				 source != NULL ? source : ".", folders[i]);
		n += check_folder(folder);
	}
	if (n == 0) {
		print_message("the shared interviews are not there; skipped\n");
		skip();
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rows_of_the_samples_begin_and_end_well),
		cmocka_unit_test(rows_of_the_interviews_begin_and_end_well),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
