#include "document/verb.h"

#include "base/items.h"

/* Verbs between a name and the colon. */
static const char *const VERBS[] = {
	"说", "說", "问", "問", "答", "回答", "问道", "問道", "说道", "說道",
	"笑着说", "笑著說", "补充", "補充", "said", "says", "asked", "asks",
	"answered",
};

/* Verbs behind a name that begin indirect speech. */
static const char *const INDIRECT[] = {
	"表示", "认为", "認為", "指出", "强调", "強調", "回答", "解释", "解釋",
	"补充", "補充",
};

/* A verb ends in one of these bytes: most names do not. */
static bool
may_end(Slice name)
{
	switch (name.len > 0 ? (unsigned char)name.ptr[name.len - 1] : 0) {
	case 'd':
	case 's':
	case 0x85:	/* 充 */
	case 0x8F:	/* 問 */
	case 0x93:	/* 道 */
	case 0x94:	/* 答 */
	case 0xAA:	/* 說 */
	case 0xAE:	/* 问 */
	case 0xB4:	/* 说 */
		return true;
	default:
		return false;
	}
}

void
verb_strip(Slice *name)
{
	Slice word = *name;

	if (!may_end(word))
		return;
	while (word.len > 0 && word.ptr[word.len - 1] != ' ')
		word.len--;
	word = slice_sub(*name, word.len, SIZE_MAX);
	/* No verb begins with a capital, as most names do. */
	if (word.len == 0 || word.len == name->len ||
	    (unsigned char)word.ptr[0] < 'a')
		return;
	for (size_t i = 0; i < N_ITEMS(VERBS); i++)
		if (VERBS[i][0] == word.ptr[0] &&
		    slice_eq(word, slice_from(VERBS[i]))) {
			*name = slice_trim(slice_sub(*name, 0,
						     name->len - word.len));
			return;
		}
}

bool
verb_goes_on(Slice rest)
{
	if (rest.len == 0 || rest.ptr[0] != ' ')
		return false;
	rest = slice_trim_start(rest);
	for (size_t i = 0; i < N_ITEMS(INDIRECT); i++)
		if (slice_starts(rest, slice_from(INDIRECT[i])))
			return true;
	return false;
}
