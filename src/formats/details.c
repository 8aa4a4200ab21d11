#include "formats/details.h"

#include <string.h>

#include "base/items.h"

static const Slice OPEN = { "<details", 8 };
static const Slice CLOSE = { "</details>", 10 };
static const Slice SUMMARY = { "<summary", 8 };
static const Slice SUMMARY_CLOSE = { "</summary>", 10 };

/* What a summary calls a translation, and languages by their names. */
static const char *const WORDS[] = {
	"translation", "translated", "翻譯", "翻译", "譯文", "译文", "中譯",
	"中译", "英譯", "英译", "日譯", "日译", "対訳", "翻訳", "번역",
	"перевод", "Перевод", "traduction", "traducción", "tradução",
	"übersetzung", "Übersetzung",
	"english", "chinese", "中文", "英文", "英語", "英语", "日文", "日本語",
	"한국어", "русский", "Русский", "deutsch", "français", "español",
	"português",
};

/* True where `text` begins with a tag's name. */
static bool
is_tag(Slice text, Slice name)
{
	char after;

	if (text.len <= name.len ||
	    !slice_eq_nocase(slice_sub(text, 0, name.len), name))
		return false;
	after = text.ptr[name.len];
	return after == '>' || after == ' ' || after == '\t';
}

/* The bytes of a tag up to behind its `>`; all there are where it lacks one. */
static size_t
tag_len(Slice text)
{
	size_t at = slice_find(text, SLICE(">"));

	return at == SIZE_MAX ? text.len : at + 1;
}

static size_t
find_summary_end(Slice text)
{
	for (size_t i = 0; i + SUMMARY_CLOSE.len <= text.len; i++)
		if (text.ptr[i] == '<' &&
		    slice_eq_nocase(slice_sub(text, i, SUMMARY_CLOSE.len),
				    SUMMARY_CLOSE))
			return i;
	return SIZE_MAX;
}

/* The bytes of a tag, or of a mark, that `text` begins with; 0: neither. */
static size_t
mark_len(Slice text)
{
	static const char marks[] = "*_()[]/:. ";

	if (text.len == 0)
		return 0;
	if (text.ptr[0] == '<')
		return tag_len(text);
	if (slice_starts(text, SLICE("：")))
		return 3;
	return strchr(marks, text.ptr[0]) != NULL;
}

/* Without the markup and punctuation before it. */
static Slice
skip_marks(Slice text)
{
	size_t len;

	while ((len = mark_len(text)) > 0)
		text = slice_sub(text, len, SIZE_MAX);
	return text;
}

/* The bytes of the word that `text` begins with, or 0. */
static size_t
word_at(Slice text)
{
	for (size_t i = 0; i < N_ITEMS(WORDS); i++) {
		Slice word = slice_from(WORDS[i]);

		if (slice_eq_nocase(slice_sub(text, 0, word.len), word))
			return word.len;
	}
	return 0;
}

/* A summary of nothing but these words: `English translation`, `中文翻譯` */
static bool
says_translation(Slice summary)
{
	Slice text = skip_marks(summary);
	bool said = text.len > 0;
	size_t len;

	while ((len = word_at(text)) > 0)
		text = skip_marks(slice_sub(text, len, SIZE_MAX));
	return said && text.len == 0;
}

/* Takes what of a summary stands on the line; returns where it goes on. */
static size_t
read_summary(Details *details, Slice line, size_t pos, DetailsLine *ret)
{
	Slice rest = slice_sub(line, pos, SIZE_MAX);
	size_t end = find_summary_end(rest);

	details->in_summary = end == SIZE_MAX;
	ret->summary = pos;
	ret->summary_end = end == SIZE_MAX ? line.len : pos + end;
	ret->stated |= says_translation(slice_sub(
		line, pos, ret->summary_end - ret->summary));
	return end == SIZE_MAX ? line.len : pos + end + SUMMARY_CLOSE.len;
}

/* Takes one tag, or the summary that is open, off the start; 0: none. */
static size_t
read_start(Details *details, Slice line, size_t pos, DetailsLine *ret)
{
	Slice rest = slice_sub(line, pos, SIZE_MAX);
	size_t len = 0;

	if (details->in_summary)
		return read_summary(details, line, pos, ret) - pos;
	if (is_tag(rest, OPEN)) {
		len = tag_len(rest);
		ret->opens |= details->depth++ == 0;
		ret->stated |= slice_find(slice_sub(rest, 0, len),
					  SLICE("translation")) != SIZE_MAX;
	} else if (details->depth > 0 && is_tag(rest, SUMMARY)) {
		len = tag_len(rest);
		len = read_summary(details, line, pos + len, ret) - pos;
	} else if (details->depth > 0 &&
		   slice_eq_nocase(slice_sub(rest, 0, CLOSE.len), CLOSE)) {
		len = CLOSE.len;
		ret->closes |= --details->depth == 0;
	}
	return len;
}

/* Takes the tags that end blocks off the end of the line. */
static void
read_end(Details *details, Slice line, DetailsLine *ret)
{
	Slice rest = slice_trim_end(slice_sub(line, ret->start, SIZE_MAX));

	while (details->depth > 0 && rest.len >= CLOSE.len &&
	       slice_eq_nocase(slice_sub(rest, rest.len - CLOSE.len, SIZE_MAX),
			       CLOSE)) {
		ret->closes |= --details->depth == 0;
		rest.len -= CLOSE.len;
		rest = slice_trim_end(rest);
	}
	ret->end = ret->start + rest.len;
}

bool
details_read_tags(Details *details, Slice line, DetailsLine *ret)
{
	size_t blanks = line.len - slice_trim_start(line).len, start;

	*ret = (DetailsLine){ .start = blanks };
	do {
		Slice rest = slice_sub(line, ret->start, SIZE_MAX);

		start = line.len - slice_trim_start(rest).len;
		ret->start = start + read_start(details, line, start, ret);
	} while (ret->start > start && ret->start < line.len);
	read_end(details, line, ret);
	return ret->start > blanks || ret->end < slice_trim_end(line).len;
}
