#include "formats/format.h"

static const Format *const FORMATS[] = {
	&FORMAT_MARKDOWN,
	&FORMAT_PLAIN,
	&FORMAT_WEBVTT,
	&FORMAT_SUBRIP,
};

static const char *const ENDINGS[] = {
	".md", ".markdown", ".txt", ".text", ".vtt", ".srt",
};

const Format *
format_detect(Slice head, Slice path)
{
	const Format *best = &FORMAT_PLAIN;
	int best_score = 0;

	for (size_t i = 0; i < sizeof(FORMATS) / sizeof(*FORMATS); i++) {
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
	for (size_t i = 0; i < sizeof(FORMATS) / sizeof(*FORMATS); i++)
		if (slice_eq(slice_from(FORMATS[i]->name), name))
			return FORMATS[i];
	return NULL;
}

void
format_append_names(Buf *out)
{
	for (size_t i = 0; i < sizeof(FORMATS) / sizeof(*FORMATS); i++) {
		if (i > 0)
			buf_append(out, SLICE(", "));
		buf_append(out, slice_from(FORMATS[i]->name));
	}
}

bool
format_may_read(Slice path)
{
	for (size_t i = 0; i < sizeof(ENDINGS) / sizeof(*ENDINGS); i++) {
		Slice ending = slice_from(ENDINGS[i]);

		if (path.len > ending.len &&
		    slice_eq_nocase(slice_sub(path, path.len - ending.len,
					      ending.len),
				    ending))
			return true;
	}
	return false;
}
