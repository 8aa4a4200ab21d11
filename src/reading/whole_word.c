#include "reading/whole_word.h"

#include "reading/unseen.h"

#define CJK "[\\p{Han}\\p{Hiragana}\\p{Katakana}\\p{Bopomofo}]"

#define START "(?:(?<!\\w)|(?<=" CJK ")|(?=" CJK "))(?:"
#define LOOSE_START \
	"(?:(?<!\\w)(?<!\\w" UNSEEN_CLASS ")|(?<=" CJK ")|(?<=" CJK \
	UNSEEN_CLASS ")|(?=" CJK "))(?:"

/* A `\E` ends a `\Q` that the pattern left open; else it means nothing. */
#define END "\\E)(?:(?!\\w)|(?=" CJK ")|(?<=" CJK "))"
#define LOOSE_END \
	"\\E)(?:(?!" UNSEEN_CLASS "*\\w)|(?=" UNSEEN_CLASS "*" CJK ")|(?<=" \
	CJK "))"

void
whole_word_append(Slice regex, bool loose, Buf *out)
{
	buf_append(out, loose ? SLICE(LOOSE_START) : SLICE(START));
	buf_append(out, regex);
	buf_append(out, loose ? SLICE(LOOSE_END) : SLICE(END));
}
