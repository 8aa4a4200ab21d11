#include "formats/format.h"

static const Format *const FORMATS[] = {
	&FORMAT_MARKDOWN,
	&FORMAT_HTML,
	&FORMAT_XML,
	&FORMAT_PLAIN,
};

static const char *const ENDINGS[] = { ".md", ".markdown", ".txt", ".text",
				       ".xml", ".html", ".htm" };

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
