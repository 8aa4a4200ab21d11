#include "formats/format.h"

#include "base/items.h"

#define SURE 90			/* a score of no doubt */

static const Format *const FORMATS[] = {
	&FORMAT_JSON,
	&FORMAT_MARKDOWN,
	&FORMAT_HTML,
	&FORMAT_XML,
	&FORMAT_PLAIN,
	&FORMAT_WEBVTT,
	&FORMAT_SUBRIP,
	&FORMAT_YAML,
};

static const char *const ENDINGS[] = {
	".md", ".markdown", ".txt", ".text", ".vtt", ".srt",
};

/* Files that hold much else. */
static const char *const DOUBTFUL_ENDINGS[] = {
	".json", ".yaml", ".yml", ".xml", ".html", ".htm",
};

const Format *
format_detect(Slice head, Slice path)
{
	const Format *best = &FORMAT_PLAIN;
	int best_score = 0;

	for (size_t i = 0; i < N_ITEMS(FORMATS); i++) {
		int score = FORMATS[i]->score(head, path);

		if (score > best_score) {
			best_score = score;
			best = FORMATS[i];
		}
	}
	return best;
}

const Format *
format_find(Slice name)
{
	for (size_t i = 0; i < N_ITEMS(FORMATS); i++)
		if (slice_eq(slice_from(FORMATS[i]->name), name))
			return FORMATS[i];
	return NULL;
}

void
format_append_names(Buf *out)
{
	for (size_t i = 0; i < N_ITEMS(FORMATS); i++) {
		if (i > 0)
			buf_append(out, SLICE(", "));
		buf_append(out, slice_from(FORMATS[i]->name));
	}
}

static bool
ends_in(Slice path, const char *const *endings, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		Slice ending = slice_from(endings[i]);

		if (path.len > ending.len &&
		    slice_eq_nocase(slice_sub(path, path.len - ending.len,
					      ending.len),
				    ending))
			return true;
	}
	return false;
}

bool
format_may_read(Slice path)
{
	return ends_in(path, ENDINGS, N_ITEMS(ENDINGS)) ||
	       format_must_look(path);
}

bool
format_must_look(Slice path)
{
	return ends_in(path, DOUBTFUL_ENDINGS, N_ITEMS(DOUBTFUL_ENDINGS));
}

bool
format_is_sure(Slice head)
{
	const Slice nowhere = { "", 0 };

	return format_detect(head, nowhere)->score(head, nowhere) >= SURE;
}
