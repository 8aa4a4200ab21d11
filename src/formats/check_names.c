/*
 * Names that are nearly equal.  Two speakers whose names differ only in case,
 * width, punctuation or blanks are one, written in two ways; so they are,
 * perhaps, where one character is another, too few or too many: told where the
 * names are long enough, or one of them hardly occurs.  `Speaker 1` and
 * `Speaker 2` are two.
 */
#include "formats/check_inner.h"

#include "base/ascii.h"
#include "base/i18n.h"
#include "text/uni.h"
#include "text/utf8.h"

#define PAIRS_MAX 2000		/* speakers that are compared with each other */
#define CHARS_MAX 64
#define LONG_NAME 6		/* code points that are no chance */
#define RARE 5			/* times that the other occurs */

/* A name without what may differ, as code points. */
typedef struct Plain {
	uint32_t cps[CHARS_MAX];
	size_t len;
	bool whole;		/* it was not longer */
} Plain;

/* Full width letters and digits as their ASCII. */
static uint32_t
narrow(uint32_t cp)
{
	return cp >= 0xFF01 && cp <= 0xFF5E ? cp - 0xFEE0 : cp;
}

static bool
counts(uint32_t cp)
{
	return uni_is_letter(cp) || ascii_is_digit(cp) || cp == '?';
}

static void
make_plain(Slice name, Plain *ret)
{
	uint32_t cp;
	Buf folded;

	buf_init(&folded, SIZE_MAX);
	for (size_t i = 0; i < name.len;) {
		char utf8[UTF8_MAX];

		i += utf8_decode(slice_sub(name, i, UTF8_MAX), &cp);
		cp = narrow(cp);
		if (counts(cp))
			uni_fold_case((Slice){ utf8, utf8_encode(cp, utf8) },
				      &folded);
	}
	ret->len = 0;
	for (size_t i = 0; i < folded.len && ret->len < CHARS_MAX;) {
		i += utf8_decode(slice_sub(buf_slice(&folded), i, UTF8_MAX),
				 &cp);
		ret->cps[ret->len++] = cp;
		ret->whole = i == folded.len;
	}
	buf_done(&folded);
}

static bool
is_same(const Plain *a, const Plain *b)
{
	if (a->len != b->len || a->len == 0 || !a->whole || !b->whole)
		return false;
	for (size_t i = 0; i < a->len; i++)
		if (a->cps[i] != b->cps[i])
			return false;
	return true;
}

/* How many code points both begin, or end, with. */
static size_t
common(const Plain *a, const Plain *b, bool at_end)
{
	size_t n = 0;

	while (n < a->len && n < b->len &&
	       (at_end ? a->cps[a->len - 1 - n] == b->cps[b->len - 1 - n]
		       : a->cps[n] == b->cps[n]))
		n++;
	return n;
}

static bool
is_digit_at(const Plain *name, size_t i)
{
	return i < name->len && ascii_is_digit(name->cps[i]);
}

/* One of them has one character more, or another one in its place. */
static bool
is_near(const Plain *a, const Plain *b)
{
	size_t start, end, longer = a->len > b->len ? a->len : b->len;

	if (!a->whole || !b->whole || a->len + 1 < b->len ||
	    b->len + 1 < a->len)
		return false;
	start = common(a, b, false);
	end = common(a, b, true);
	if (start + end < longer - 1)
		return false;
	return !is_digit_at(a, start) && !is_digit_at(b, start);
}

/* The last word of a name is one letter: `Speaker B`, `发言人B`. */
static bool
is_lettered(Slice name)
{
	return name.len > 1 && uni_is_upper((unsigned char)
						    name.ptr[name.len - 1]) &&
	       (name.ptr[name.len - 2] == ' ' ||
		name.ptr[name.len - 2] == '_' ||
		utf8_is_continuation(name.ptr[name.len - 2]));
}

static void
compare(Check *check, const Plain *plain, const uint32_t *lines, SpeakerId a,
	SpeakerId b)
{
	const Speaker *first = doc_speaker(check->doc, a);
	const Speaker *second = doc_speaker(check->doc, b);
	bool rare = first->turns >= RARE * second->turns ||
		    second->turns >= RARE * first->turns;
	bool longer = plain[a].len >= LONG_NAME && plain[b].len >= LONG_NAME;
	uint32_t line = second->turns <= first->turns ? lines[b] : lines[a];

	if (is_same(&plain[a], &plain[b]))
		check_add(check, line, "name",
			  _("“%.*s” and “%.*s” differ in case, width, blanks "
			    "or punctuation alone"),
			  CHECK_NAME(first->name), CHECK_NAME(second->name));
	else if ((longer || (rare && plain[a].len > 2 && plain[b].len > 2)) &&
		 !is_lettered(first->name) && !is_lettered(second->name) &&
		 is_near(&plain[a], &plain[b]))
		check_add(check, line, "name",
			  _("“%.*s” and “%.*s” differ in one character"),
			  CHECK_NAME(first->name), CHECK_NAME(second->name));
}

bool
check_same_name(Slice a, Slice b)
{
	Plain plain[2];

	make_plain(a, &plain[0]);
	make_plain(b, &plain[1]);
	return is_same(&plain[0], &plain[1]);
}

void
check_names(Check *check)
{
	uint32_t n = doc_n_speakers(check->doc);
	uint32_t *lines = check_first_lines(check->doc);
	Plain *plain;

	n = n < PAIRS_MAX ? n : PAIRS_MAX;
	plain = mem_realloc_array(NULL, n + 1, sizeof(*plain));
	for (SpeakerId id = 0; id < n; id++)
		make_plain(doc_speaker(check->doc, id)->name, &plain[id]);
	for (SpeakerId a = 0; a < n; a++)
		for (SpeakerId b = a + 1; b < n; b++)
			compare(check, plain, lines, a, b);
	mem_free(plain);
	mem_free(lines);
}
