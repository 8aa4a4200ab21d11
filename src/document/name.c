#include "document/name.h"

#include <string.h>

#include "base/ascii.h"
#include "base/items.h"
#include "document/name_words.h"
#include "document/surname.h"
#include "document/word_list.h"
#include "text/uni.h"
#include "text/utf8.h"

/* The last character of what is a thing though a surname begins it: `关键点`. */
static const CharList THING_CHARS =
	"值区區号器型层層度式性案法点版率码碼类線线號表費费部量項題類项题點";

/* Characters of sentences that stand in no Han name. */
static const CharList SENTENCE_CHARS =
	"么了什他们你們吗吧呢嗎她妳它很怎您我把是沒没的被讓让还这這還麼";

/* What stands before a short name: `阿明`. */
static const CharList SHORT_CHARS = "大小老阿";

/* Punctuation that ends or divides sentences, or belongs to code. */
static const bool REFUSED_ASCII[0x80] = {
	['!'] = true, ['?'] = true, [';'] = true, [':'] = true, ['<'] = true,
	['>'] = true, ['{'] = true, ['}'] = true, ['|'] = true, ['='] = true,
	['\\'] = true, ['/'] = true, ['*'] = true, ['`'] = true, ['~'] = true,
	['^'] = true, ['%'] = true, ['$'] = true,
};
static const CharList REFUSED_CHARS = "—…。〈《「『！，：；？";

/* The Han characters that most texts are written in. */
#define HAN_FIRST 0x4E00u
#define HAN_LAST 0x9FA5u

/* True where a character is one of a list's. */
#define IN_CHARS(cp, chars) char_list_has(cp, chars, sizeof(chars) - 1)

bool
name_is_pseudo(Slice name)
{
	return name_word_is(slice_trim(name), NAME_WORDS_PSEUDO);
}

bool
name_is_unknown(Slice name)
{
	return name_word_is(slice_trim(name), NAME_WORDS_UNKNOWN);
}

/* What the code points of a name are. */
typedef struct Counts {
	size_t chars;
	size_t han;
	size_t letters;		/* of other scripts */
	size_t digits;
	size_t dots;		/* between the parts of a foreign name */
	size_t ideographic_commas;
	size_t quotes;		/* around a nick: `Bo "Red" Lee` */
	bool refused;		/* holds what no name holds */
	uint32_t first;
	uint32_t last;
} Counts;

/* A letter as most are, which is told without tables. */
static inline bool
is_common_letter(uint32_t cp)
{
	return (cp | 32) - 'a' < 26 || cp - HAN_FIRST <= HAN_LAST - HAN_FIRST;
}

/* A character that no name holds. */
static bool
is_refused(uint32_t cp)
{
	return (cp < 0x80 ? REFUSED_ASCII[cp] : IN_CHARS(cp, REFUSED_CHARS)) ||
	       uni_is_control(cp);
}

/* As far as to what no name holds. */
static Counts
count(Slice name)
{
	Counts counts = { 0 };
	uint32_t cp;

	for (size_t i = 0; i < name.len && !counts.refused; counts.chars++) {
		i += utf8_decode(slice_sub(name, i, UTF8_MAX), &cp);
		if (counts.chars == 0)
			counts.first = cp;
		counts.last = cp;
		if (is_common_letter(cp)) {
			counts.han += cp >= HAN_FIRST;
			counts.letters += cp < HAN_FIRST;
			continue;
		}
		if (cp == 0xB7 || cp == 0x30FB || cp == 0x2027)
			counts.dots++;
		else if (cp == 0x3001)
			counts.ideographic_commas++;
		else if (cp == '"' || cp == 0x201C || cp == 0x201D)
			counts.quotes++;
		else if (is_refused(cp))
			counts.refused = true;
		else if (ascii_is_digit(cp))
			counts.digits++;
		else if (uni_is_letter(cp) && uni_is_han(cp))
			counts.han++;
		else if (uni_is_letter(cp))
			counts.letters++;
	}
	return counts;
}

static bool
holds_sentence_char(Slice name)
{
	uint32_t cp;

	for (size_t i = 0; i < name.len;) {
		i += utf8_decode(slice_sub(name, i, UTF8_MAX), &cp);
		if (IN_CHARS(cp, SENTENCE_CHARS))
			return true;
	}
	return false;
}

/* `某報記者 王明`, `网友 王明`: whose or what, and who. */
static bool
is_titled_before(Slice name)
{
	size_t wide = slice_find(name, SLICE("　"));
	size_t space = wide != SIZE_MAX ? wide : slice_find(name, SLICE(" "));
	Slice what = slice_sub(name, 0, space);

	return space != SIZE_MAX &&
	       (name_ends_as_role(what) ||
		name_word_is(what, NAME_WORDS_ROLES)) &&
	       surname_begins(slice_trim(slice_sub(name, space, SIZE_MAX)));
}

/* Where the parenthesis behind a name begins, or SIZE_MAX. */
static size_t
parenthesis(Slice name)
{
	size_t narrow = slice_find(name, SLICE("("));
	size_t wide = slice_find(name, SLICE("（"));

	return narrow < wide ? narrow : wide;
}

static NameWhy
han_why(Slice name, const Counts *counts)
{
	size_t end = counts->han > 6 ? parenthesis(name) : SIZE_MAX;

	if (holds_sentence_char(name))
		return NAME_WHY_SENTENCE;
	if (counts->dots > 0 && counts->han <= 20)
		return NAME_WHY_DOTS;
	if (counts->ideographic_commas > 0)
		return counts->han <= 20 ? NAME_WHY_LIST : NAME_WHY_SENTENCE;
	if ((name_ends_as_role(name) || is_titled_before(name)) &&
	    counts->han <= 12)
		return NAME_WHY_TITLED;
	if (counts->han > 6)
		return end != SIZE_MAX && end > 0 && counts->han < 20 &&
				       slice_ends(name, SLICE("）"))
			       ? name_why(slice_sub(name, 0, end))
			       : NAME_WHY_SENTENCE;
	if (IN_CHARS(counts->first, SHORT_CHARS) && counts->han <= 3)
		return NAME_WHY_SHORT;
	if (surname_is_long(name) && counts->han >= 3 && counts->han <= 4)
		return NAME_WHY_SURNAME;
	if (IN_CHARS(counts->last, THING_CHARS))
		return NAME_WHY_THING;
	if (surname_begins(name) && counts->han >= 2)
		return counts->han <= 3 ? NAME_WHY_SURNAME
					: NAME_WHY_SURNAME_LONG;
	return surname_is_japanese(name) && counts->han <= 5
		       ? NAME_WHY_SURNAME
		       : NAME_WHY_WORD;
}

/* The next word of `*rest`, which advances; empty at the end. */
static Slice
next_word(Slice *rest)
{
	Slice word;
	size_t n = 0;

	*rest = slice_trim_start(*rest);
	while (n < rest->len && rest->ptr[n] != ' ' && rest->ptr[n] != '\t')
		n++;
	word = slice_sub(*rest, 0, n);
	*rest = slice_sub(*rest, n, SIZE_MAX);
	return word;
}

/* Of a script without capitals. */
static bool
is_caseless(Slice word)
{
	uint32_t cp;

	utf8_decode(word, &cp);
	return cp > 0x530 && uni_is_letter(cp) && !uni_is_han(cp);
}

/* Capitalised, a number, or in parentheses. */
static bool
is_name_word(Slice word)
{
	uint32_t cp;

	utf8_decode(word, &cp);
	if (cp == '"' || cp == 0x201C)
		return true;
	return uni_is_upper(cp) || ascii_is_digit(cp) || cp == '(' ||
	       cp == '[' || cp == '&' || cp == 0xFF08 || is_caseless(word);
}

static bool
is_number(Slice word)
{
	size_t n = 0;

	while (n < word.len && (ascii_is_digit(word.ptr[n]) ||
				word.ptr[n] == '-' || word.ptr[n] == '.'))
		n++;
	return n == word.len;
}

/* `Information`, `Settings`. */
static bool
is_thing(Slice word)
{
	static const Slice ends[] = {
		{ "tion", 4 }, { "tions", 5 }, { "sions", 5 }, { "ments", 5 },
		{ "ology", 5 },
	};

	if (slice_eq_nocase(word, SLICE("question")))
		return false;
	for (size_t i = 0; i < N_ITEMS(ends); i++)
		if (word.len > 6 && slice_ends(word, ends[i]))
			return true;
	return name_word_is(word, NAME_WORDS_THINGS);
}

static bool
has_vowel(Slice word)
{
	for (size_t i = 0; i < word.len; i++)
		if (strchr("aeiouyAEIOUY", word.ptr[i]) != NULL ||
		    (unsigned char)word.ptr[i] >= 0x80)
			return true;
	return false;
}

/* `Welcome.`: ends a sentence, unlike `Prof.`, `Cllr.` and `J.` */
static bool
ends_sentence(Slice word)
{
	return word.len > 2 && word.ptr[word.len - 1] == '.' &&
	       utf8_count(word) > 2 && has_vowel(word) &&
	       memchr(word.ptr, '.', word.len - 1) == NULL &&
	       !name_word_is(word, NAME_WORDS_ABBREVIATIONS);
}

static NameWhy
latin_why(Slice name)
{
	size_t words = 0, good = 0, things = 0, caseless = 0;
	Slice rest = name, word, last = name;
	bool first_good = false, is_the = false;
	bool initials = name_style(name) == NAME_INITIALS;

	while ((word = next_word(&rest)).len > 0) {
		if (rest.len > 0 && ends_sentence(word))
			return NAME_WHY_WORDS;
		if (!initials && name_word_is(word, NAME_WORDS_TITLES)) {
			if (words > 0 || !slice_eq(word, SLICE("The")))
				return NAME_WHY_TITLE;
			is_the = true;
		}
		words++;
		last = word;
		things += is_thing(word);
		caseless += is_caseless(word);
		if (is_name_word(word) ||
		    (words > 1 && name_word_is(word, NAME_WORDS_PARTICLES)))
			good++;
		if (words == 1)
			first_good = good == 1;
	}
	if (words > 6 || caseless > 4)
		return NAME_WHY_WORDS;
	if (is_the && (good < words || words == 1))
		return NAME_WHY_TITLE;
	if ((things > 0 || is_the) && good == words)
		return NAME_WHY_THING;
	if (good == words)
		return words == 1	  ? NAME_WHY_CAPITAL
		       : is_number(last) || caseless == words
			       ? NAME_WHY_NUMBERED
			       : NAME_WHY_CAPITALS;
	if (words == 1)
		return NAME_WHY_WORD;
	return first_good && 2 * good > words ? NAME_WHY_MOSTLY
					      : NAME_WHY_WORDS;
}

/* Bytes of the digit, or of what stands between digits, that ends `s`. */
static size_t
digit_at_end(Slice s)
{
	static const char numerals[] = "一二三四五六七八九十甲乙丙丁";

	if (s.len > 0 && strchr("0123456789-.", s.ptr[s.len - 1]) != NULL)
		return 1;
	if (s.len <= 3 || (unsigned char)s.ptr[s.len - 1] < 0x80)
		return 0;
	for (size_t i = 0; i + 1 < sizeof(numerals); i += 3)
		if (memcmp(s.ptr + s.len - 3, numerals + i, 3) == 0)
			return 3;
	return 0;
}

static bool
is_capital(char c)
{
	return c >= 'A' && c <= 'Z';
}

/* The name without a number or capital letter behind it: `Speaker 7`. */
static Slice
without_number(Slice name)
{
	Slice bare = name;

	while (digit_at_end(bare) > 0)
		bare.len -= digit_at_end(bare);
	if (bare.len == name.len && bare.len > 1 &&
	    is_capital(bare.ptr[bare.len - 1]) &&
	    !is_capital(bare.ptr[bare.len - 2]))
		bare.len--;
	if (bare.len == name.len)
		return name;
	while (bare.len > 0 && (bare.ptr[bare.len - 1] == ' ' ||
				bare.ptr[bare.len - 1] == '_' ||
				bare.ptr[bare.len - 1] == '#'))
		bare.len--;
	return bare;
}

/* A role by itself, or with a number or letter behind: `Speaker 7`, `嘉宾1`. */
bool
name_is_role(Slice name)
{
	Slice bare = without_number(name);

	if (slice_eq_nocase(slice_sub(name, 0, 4), SLICE("the ")))
		return name_word_is(slice_sub(name, 4, SIZE_MAX), NAME_WORDS_OFFICES);
	if (name_word_is(name, NAME_WORDS_ROLES))
		return true;
	return bare.len == name.len
		       ? name_word_is(name, NAME_WORDS_ROLE_SUFFIXES)
		       : bare.len > 1 && name_word_is(bare, NAME_WORDS_ROLES);
}

/* What names nobody, perhaps with a number: `Step 3`. */
static bool
is_stop(Slice name)
{
	Slice bare = without_number(name);

	return name_word_is(name, NAME_WORDS_STOP) ||
	       (bare.len < name.len && name_word_is(bare, NAME_WORDS_STOP));
}

/* Two Han characters or more, or capitalised, each. */
static bool
are_names(Slice names)
{
	Slice word;

	while ((word = next_word(&names)).len > 0) {
		uint32_t cp;

		utf8_decode(word, &cp);
		if (uni_is_han(cp) ? word.len < 6 : !is_name_word(word))
			return false;
	}
	return true;
}

/*
 * Han and Latin side by side: `江映雪 Joy Chiang`; of `Audrey Tang（唐鳳）` the
 * name before the parenthesis tells (`甲骨文 (Oracle)` is nobody).
 */
static NameWhy
mixed_why(Slice name, const Counts *counts)
{
	size_t end = parenthesis(name);
	uint32_t cp;

	if (holds_sentence_char(name) || counts->han > 8)
		return NAME_WHY_SENTENCE;
	if (end != SIZE_MAX && end > 0)
		return name_why(slice_sub(name, 0, end));
	utf8_decode(name, &cp);
	if (!uni_is_han(cp) && !uni_is_upper(cp))
		return NAME_WHY_WORD;
	if (name_ends_as_role(name))
		return NAME_WHY_TITLED;
	return memchr(name.ptr, ' ', name.len) != NULL && are_names(name)
		       ? NAME_WHY_MIXED
		       : NAME_WHY_WORD;
}

/* A parenthesis closes, and holds more than a count: not `Ann Lee (5)`. */
static bool
is_balanced(Slice name)
{
	size_t open = slice_find(name, SLICE("("));
	size_t close = slice_find(name, SLICE(")"));
	size_t digits = open == SIZE_MAX ? 0 : open + 1;

	if (open == SIZE_MAX && close == SIZE_MAX)
		return true;
	while (digits < close && digits < name.len &&
	       ascii_is_digit(name.ptr[digits]))
		digits++;
	return open < close && close != SIZE_MAX && digits < close;
}

/* `??`, `？？？`: two question marks or more, and nothing else. */
static bool
name_is_mark(Slice name)
{
	return name.len > 1 &&
	       (name.ptr[0] == '?' || slice_starts(name, SLICE("？？"))) &&
	       name_is_unknown(name);
}

/* By which of its characters a text is no name; NAME_WHYS: by none. */
static NameWhy
why_not(Slice name, Counts *ret)
{
	Counts counts;

	if (name.len == 0)
		return NAME_WHY_EMPTY;
	if (name.len > 4 * NAME_CHARS_MAX)
		return NAME_WHY_LONG;
	if (name_is_mark(name))
		return NAME_WHY_UNKNOWN;
	*ret = counts = count(name);
	if (counts.refused || counts.quotes % 2 != 0 || counts.first == '"' ||
	    counts.first == 0x201C || (counts.quotes > 0 && counts.han > 0))
		return NAME_WHY_PUNCTUATION;
	if (counts.chars > NAME_CHARS_MAX)
		return NAME_WHY_LONG;
	if (counts.han + counts.letters == 0)
		return counts.digits > 0 ? NAME_WHY_NUMBER
					 : NAME_WHY_NO_LETTERS;
	return NAME_WHYS;
}

/* `P01`: how studies call those whom they ask. */
static bool
is_code(Slice name, const Counts *counts)
{
	return counts->letters == 1 && is_capital(name.ptr[0]) &&
	       counts->digits > 1 && counts->digits < 4 &&
	       name.len == 1 + counts->digits;
}

/* What a text with such characters is, which names somebody if anything. */
static NameWhy
why_if_any(Slice name, const Counts *counts)
{
	if (!is_balanced(name))
		return NAME_WHY_COUNT;
	if (name_is_role(name))
		return NAME_WHY_ROLE;
	if (name_is_unknown(name))
		return NAME_WHY_UNKNOWN;
	if (is_code(name, counts))
		return NAME_WHY_WORD;
	if (counts->digits > counts->han + counts->letters ||
	    ascii_is_digit(counts->first))
		return NAME_WHY_NUMBER;
	if (counts->letters == 0)
		return han_why(name, counts);
	if (counts->han == 0)
		return latin_why(name);
	return mixed_why(name, counts);
}

NameWhy
name_why(Slice name)
{
	Counts counts;
	NameWhy why;

	name = slice_trim(name);
	why = why_not(name, &counts);
	if (why == NAME_WHYS)
		why = is_stop(name) ? NAME_WHY_STOP
				    : why_if_any(name, &counts);
	return why;
}

NameLook
name_why_look(NameWhy why)
{
	static const NameLook looks[NAME_WHYS] = {
		[NAME_WHY_EMPTY] = NAME_NOT,
		[NAME_WHY_LONG] = NAME_NOT,
		[NAME_WHY_PUNCTUATION] = NAME_NOT,
		[NAME_WHY_NO_LETTERS] = NAME_NOT,
		[NAME_WHY_STOP] = NAME_NOT,
		[NAME_WHY_NUMBER] = NAME_NOT,
		[NAME_WHY_SENTENCE] = NAME_NOT,
		[NAME_WHY_TITLE] = NAME_NOT,
		[NAME_WHY_WORDS] = NAME_NOT,
		[NAME_WHY_COUNT] = NAME_NOT,
		[NAME_WHY_WORD] = NAME_WEAK,
		[NAME_WHY_THING] = NAME_WEAK,
		[NAME_WHY_NUMBERED] = NAME_PLAUSIBLE,
		[NAME_WHY_CAPITAL] = NAME_PLAUSIBLE,
		[NAME_WHY_MOSTLY] = NAME_PLAUSIBLE,
		[NAME_WHY_SHORT] = NAME_PLAUSIBLE,
		[NAME_WHY_SURNAME_LONG] = NAME_PLAUSIBLE,
		[NAME_WHY_LIST] = NAME_PLAUSIBLE,
		[NAME_WHY_UNKNOWN] = NAME_STRONG,
		[NAME_WHY_ROLE] = NAME_STRONG,
		[NAME_WHY_TITLED] = NAME_STRONG,
		[NAME_WHY_SURNAME] = NAME_STRONG,
		[NAME_WHY_DOTS] = NAME_STRONG,
		[NAME_WHY_CAPITALS] = NAME_STRONG,
		[NAME_WHY_MIXED] = NAME_STRONG,
		[NAME_WHY_FORMAL] = NAME_STRONG,
	};

	return looks[why];
}

/* What names nobody is looked up only where all else speaks for a name. */
NameLook
name_look(Slice name)
{
	Counts counts;
	NameWhy why;
	NameLook look;

	name = slice_trim(name);
	why = why_not(name, &counts);
	if (why != NAME_WHYS)
		return name_why_look(why);
	look = name_why_look(why_if_any(name, &counts));
	return look != NAME_NOT && is_stop(name) ? NAME_NOT : look;
}
