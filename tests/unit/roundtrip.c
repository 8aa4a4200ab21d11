#include "unit/roundtrip.h"

#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "formats/write_yaml.h"

void
append_yaml(const Loaded *loaded, Buf *out)
{
	append_written(loaded, write_yaml, out);
}

/* Appends what stands before `mark`, and drops it up to behind `end`. */
static bool
drop_part(Slice *rest, const char *mark, const char *end, Buf *out)
{
	size_t at = slice_find(*rest, slice_from(mark));
	size_t len;

	if (at == SIZE_MAX)
		return false;
	buf_append(out, slice_sub(*rest, 0, at));
	*rest = slice_sub(*rest, at, SIZE_MAX);
	len = slice_find(*rest, slice_from(end));
	assert_true(len != SIZE_MAX);
	*rest = slice_sub(*rest, len + strlen(end), SIZE_MAX);
	return true;
}

void
append_comparable(const Loaded *loaded, Buf *out)
{
	Slice rest;
	Buf json;

	buf_init(&json, SIZE_MAX);
	append_json(loaded, &json);
	rest = buf_slice(&json);
	/* Quotes inside strings are escaped, so these are keys. */
	drop_part(&rest, "\"source\": {", "}, ", out);
	while (drop_part(&rest, "\"line\": ", ", ", out))
		;
	buf_append(out, rest);
	buf_done(&json);
}

void
check_reads_as(const Buf *text, const char *path, const Buf *want,
	       const char *what)
{
	Loaded loaded;
	Buf got;

	load(&loaded, buf_slice(text), path, LOADER_WHOLE, CUT_WHOLE);
	if (!loaded.doc->complete)
		fail_msg("%s as %s: line %u: %s", what, path,
			 loader_err(loaded.loader)->line,
			 loader_err(loaded.loader)->text);
	buf_init(&got, SIZE_MAX);
	append_comparable(&loaded, &got);
	if (!is_same(&got, want, what))
		fail_msg("%s as %s is another document", what, path);
	buf_done(&got);
	loaded_done(&loaded);
}

void
check_roundtrip(const Loaded *loaded, const char *what)
{
	Buf want, json, yaml, again;
	Loaded back;

	buf_init(&want, SIZE_MAX);
	buf_init(&json, SIZE_MAX);
	buf_init(&yaml, SIZE_MAX);
	buf_init(&again, SIZE_MAX);
	append_comparable(loaded, &want);
	append_json(loaded, &json);
	append_yaml(loaded, &yaml);
	check_reads_as(&json, "x.json", &want, what);
	check_reads_as(&json, "-", &want, what);
	check_reads_as(&yaml, "x.yaml", &want, what);
	check_reads_as(&yaml, "-", &want, what);
	load(&back, buf_slice(&yaml), "x.yaml", LOADER_WHOLE, CUT_WHOLE);
	append_yaml(&back, &again);
	check_reads_as(&again, "x.yaml", &want, what);
	loaded_done(&back);
	buf_done(&again);
	buf_done(&yaml);
	buf_done(&json);
	buf_done(&want);
}

static int
is_text(const struct dirent *entry)
{
	Slice name = slice_from(entry->d_name);

	return name.ptr[0] != '.' &&
	       (slice_ends(name, SLICE(".md")) ||
		slice_ends(name, SLICE(".txt")) ||
		slice_ends(name, SLICE(".vtt")) ||
		slice_ends(name, SLICE(".srt")) ||
		slice_ends(name, SLICE(".json")));
}

static void
each_in_folder(const char *folder,
	       void (*visit)(const char *path, void *ctx), void *ctx)
{
	struct dirent **names;
	int n = scandir(folder, &names, is_text, alphasort);

	for (int i = 0; i < n; i++) {
		char path[4096];

		snprintf(path, sizeof(path), "%s/%s", folder,
			 names[i]->d_name);
		visit(path, ctx);
		free(names[i]);
	}
	if (n < 0)
		print_message("%s is not there; skipped\n", folder);
	else
		free(names);
}

void
each_interview(void (*visit)(const char *path, void *ctx), void *ctx)
{
	static const char *const shared_folders[] = {
		"verified", "audreyt", "podcasting2",
	};
	const char *top = getenv("srcdir");
	const char *shared = getenv("FANGTAN_SHARED");
	char folder[4096];

	if (top == NULL)
		top = ".";
	snprintf(folder, sizeof(folder), "%s/data/interviews", top);
	each_in_folder(folder, visit, ctx);
	for (size_t i = 0; i < 3; i++) {
		if (shared != NULL)
			snprintf(folder, sizeof(folder), "%s/interviews/%s",
				 shared, shared_folders[i]);
		else
			snprintf(folder, sizeof(folder),
				 "%s/../shared/interviews/%s", top,
				 shared_folders[i]);
		each_in_folder(folder, visit, ctx);
	}
}
