/*
 * Variants: prints src/reading/variants_table.c, the characters and words that
 * are alike when one searches (reading/variants.h).
 *
 * Reads what data/opencc_text prints, OpenCC's dictionaries, and asks ICU for
 * compatibility and decomposed forms (NFKC, NFD).  It runs while the program is
 * built; the same dictionaries give the same table.
 */
#ifdef HAVE_CONFIG_H
#include "config.h"
#endif

#include <stdio.h>
#include <stdlib.h>

#include <unicode/uchar.h>
#include <unicode/unorm2.h>

#include "base/items.h"
#include "base/mem.h"
#include "base/vec.h"
#include "reading/variants.h"
#include "text/utf8.h"

#define POINTS 0x110000
#define FORM_MAX 32		/* UTF-16 units of what a form stands for */

typedef struct Pair {
	uint32_t from;
	uint32_t to;
} Pair;

typedef struct Word {
	uint32_t first;		/* character, without its case */
	char from[VARIANTS_WORD_SIZE];
	char to[VARIANTS_WORD_SIZE];
} Word;

typedef struct Table {
	uint32_t *mainland;	/* the Simplified form of each character, or 0 */
	Buf pairs;		/* of Pair: characters and their keys */
	Buf words;		/* of Word, each in both directions */
	unsigned seen;		/* dictionaries, by bit */
} Table;

/* Where compatibility forms are; those for emphasis in mathematics are not. */
static const Pair FORMS[] = {
	{ 0x00A0, 0x024F }, { 0x02B0, 0x02E4 }, { 0x1D2C, 0x1DBF },
	{ 0x2000, 0x2BFF }, { 0x2E80, 0x33FF }, { 0xF900, 0xFB06 },
	{ 0xFE30, 0xFE6F }, { 0xFF00, 0xFFEF }, { 0x2F800, 0x2FA1F },
};

/* Where letters are that may be written with a mark behind them instead. */
static const Pair COMPOSED[] = {
	{ 0x00C0, 0x024F }, { 0x0386, 0x045F }, { 0x1E00, 0x1EF9 },
	{ 0x304C, 0x30FE },
};

#define OPENS 0x201C		/* of double quotation marks */
#define CLOSES 0x201D
#define OPENS_SINGLE 0x2018
#define CLOSES_SINGLE 0x2019

/* Beyond compatibility: quotation marks, dashes, dots, slashes, blanks. */
static const Pair MARKS[] = {
	{ '"', OPENS },		 { '"', CLOSES },
	{ 0x300C, OPENS },	 { 0x300D, CLOSES },
	{ 0x201E, OPENS },	 { 0x201F, OPENS },
	{ 0x301D, OPENS },	 { 0x301E, CLOSES },
	{ 0x301F, CLOSES },	 { 0x00AB, OPENS },
	{ 0x00BB, CLOSES },
	{ '\'', OPENS_SINGLE },	 { '\'', CLOSES_SINGLE },
	{ 0x300E, OPENS_SINGLE }, { 0x300F, CLOSES_SINGLE },
	{ 0x201A, OPENS_SINGLE }, { 0x201B, OPENS_SINGLE },
	{ 0x2039, OPENS_SINGLE }, { 0x203A, CLOSES_SINGLE },
	{ 0x02BC, '\'' },
	{ 0x2010, '-' },	 { 0x2012, '-' },
	{ 0x2013, '-' },	 { 0x2014, '-' },
	{ 0x2015, '-' },	 { 0x2212, '-' },
	{ 0x2500, '-' },	 { 0x2E3A, '-' },
	{ 0x2E3B, '-' },
	{ 0x30FB, 0x00B7 },	 { 0x2027, 0x00B7 },
	{ 0x2022, 0x00B7 },	 { 0x2219, 0x00B7 },
	{ 0x22C5, 0x00B7 },
	{ 0x2044, '/' },	 { 0x2215, '/' },
	{ 0x301C, '~' },	 { 0x223C, '~' },
	{ '\t', ' ' },		 { '\n', ' ' },
	{ 0x22EF, 0x2026 },
};

static void
die(const char *why)
{
	fprintf(stderr, "fangtan-variants: %s\n", why);
	exit(1);
}

static uint32_t
mainland_form(const Table *table, uint32_t cp)
{
	uint32_t form = table->mainland[cp];

	return form != 0 ? form : cp;
}

static void
add_pair(Table *table, uint32_t point, uint32_t key)
{
	Pair pair = { point, key };

	if (point != key)
		buf_append(&table->pairs,
			   (Slice){ (char *)&pair, sizeof(pair) });
}

static uint32_t
fold_case(uint32_t cp)
{
	return (uint32_t)u_foldCase((UChar32)cp, U_FOLD_CASE_DEFAULT);
}

static void
append_word(Table *table, const Buf *from, const Buf *to)
{
	Word word = { .first = 0 };

	utf8_decode(buf_slice(from), &word.first);
	word.first = fold_case(word.first);
	memcpy(word.from, from->ptr, from->len);
	memcpy(word.to, to->ptr, to->len);
	buf_append(&table->words, (Slice){ (char *)&word, sizeof(word) });
}

/* What words are compared in: a Simplified character, the plain mark. */
static uint32_t
plain_form(const Table *table, uint32_t cp)
{
	for (size_t i = 0; i < N_ITEMS(MARKS); i++)
		if (MARKS[i].from == cp && MARKS[i].to < 0x80)
			return MARKS[i].to;
	return mainland_form(table, cp);
}

static void
append_plain(const Table *table, Slice text, Buf *out)
{
	char bytes[UTF8_MAX];
	uint32_t cp;

	while (text.len > 0) {
		text = slice_sub(text, utf8_decode(text, &cp), SIZE_MAX);
		cp = plain_form(table, cp);
		if (!buf_append(out, (Slice){ bytes, utf8_encode(cp, bytes) }))
			die("a word is too long");
	}
}

/* Two words that are alike, each in place of the other. */
static void
add_word(Table *table, Slice a, Slice b)
{
	Buf from, to;

	buf_init(&from, VARIANTS_WORD_SIZE - 1);
	buf_init(&to, VARIANTS_WORD_SIZE - 1);
	append_plain(table, a, &from);
	append_plain(table, b, &to);
	if (!slice_eq(buf_slice(&from), buf_slice(&to))) {
		append_word(table, &from, &to);
		append_word(table, &to, &from);
	}
	buf_done(&from);
	buf_done(&to);
}

static Slice
next_field(Slice *rest, char end)
{
	size_t len = 0;

	while (len < rest->len && rest->ptr[len] != end)
		len++;
	Slice field = slice_sub(*rest, 0, len);
	*rest = slice_sub(*rest, len + 1, SIZE_MAX);
	return field;
}

static uint32_t
only_point(Slice text)
{
	uint32_t cp = 0;

	return text.len > 0 && utf8_decode(text, &cp) == text.len ? cp : 0;
}

/* From Traditional to Simplified. */
static void
take_simplified(Table *table, Slice from, Slice values)
{
	uint32_t point = only_point(from);
	uint32_t form = only_point(next_field(&values, ' '));

	if (point == 0 || form == 0)
		return;
	table->mainland[point] = form;
	add_pair(table, point, form);
}

/* To the form of a place, which has the key of what it is a form of. */
static void
take_place(Table *table, Slice from, Slice values)
{
	uint32_t point = only_point(from);
	uint32_t form = only_point(next_field(&values, ' '));

	if (point != 0 && form != 0 && form != point)
		add_pair(table, form, mainland_form(table, point));
}

static void
take_words(Table *table, Slice from, Slice values)
{
	while (values.len > 0)
		add_word(table, from, next_field(&values, ' '));
}

typedef void TakeEntry(Table *table, Slice from, Slice values);

typedef struct Dictionary {
	const char *name;
	TakeEntry *take;
} Dictionary;

/* In the order in which they are printed. */
static const Dictionary DICTIONARIES[] = {
	{ "TSCharacters", take_simplified },
	{ "TWVariants", take_place },
	{ "HKVariants", take_place },
	{ "JPVariants", take_place },
	{ "TWPhrases", take_words },
};

static const Dictionary *
find_dictionary(Slice name)
{
	for (size_t i = 0; i < N_ITEMS(DICTIONARIES); i++)
		if (slice_eq(name, slice_from(DICTIONARIES[i].name)))
			return &DICTIONARIES[i];
	die("an unknown dictionary");
	return NULL;
}

/* Each dictionary behind a line `= NAME`; an entry is `KEY TAB VALUE…`. */
static void
read_dictionaries(Table *table)
{
	const Dictionary *dictionary = NULL;
	char bytes[4096];

	while (fgets(bytes, sizeof(bytes), stdin) != NULL) {
		Slice rest = slice_from(bytes);
		Slice line = next_field(&rest, '\n');
		if (slice_starts(line, SLICE("= "))) {
			dictionary = find_dictionary(
				slice_sub(line, 2, SIZE_MAX));
			continue;
		}
		Slice from = next_field(&line, '\t');
		if (dictionary == NULL || line.len == 0)
			die("the dictionaries of OpenCC are expected");
		dictionary->take(table, from, line);
		table->seen |= 1U << (dictionary - DICTIONARIES);
	}
	if (table->seen != (1U << N_ITEMS(DICTIONARIES)) - 1)
		die("a dictionary of OpenCC is missing or empty");
}

/* `point` is a form of `plain`, whose keys are its own too. */
static void
take_form(Table *table, uint32_t point, uint32_t plain)
{
	add_pair(table, point, plain);
	for (size_t i = 0; i < N_ITEMS(MARKS); i++)
		if (MARKS[i].from == plain)
			add_pair(table, point, MARKS[i].to);
	if (point >= 0x2E80 && point <= 0x2FDF) /* radicals */
		add_pair(table, point, mainland_form(table, plain));
}

/* A form of several characters; marks above a blank, and dots, are none. */
static void
take_long_form(Table *table, uint32_t point, const UChar *form, int32_t len)
{
	char bytes[UTF8_MAX];
	Buf text;

	if (form[0] == ' ' || form[0] == '.')
		return;
	buf_init(&text, VARIANTS_WORD_SIZE - 1);
	for (int32_t i = 0; i < len;) {
		UChar32 cp;
		U16_NEXT(form, i, len, cp);
		buf_append(&text, (Slice){ bytes, utf8_encode((uint32_t)cp,
							      bytes) });
	}
	add_word(table, (Slice){ bytes, utf8_encode(point, bytes) },
		 buf_slice(&text));
	buf_done(&text);
}

/* Of ICU: unorm2_getNFKCInstance() or another. */
typedef const UNormalizer2 *GetForm(UErrorCode *status);

/* A normal form of some characters; its length. */
static int32_t
normalize(GetForm *get, const UChar *text, int32_t len, UChar *ret)
{
	UErrorCode status = U_ZERO_ERROR;
	const UNormalizer2 *normalizer = get(&status);

	len = unorm2_normalize(normalizer, text, len, ret, FORM_MAX, &status);
	if (U_FAILURE(status) || len <= 0)
		die("ICU cannot tell normal forms");
	return len;
}

static void
read_form(Table *table, uint32_t point)
{
	UChar text[2], form[FORM_MAX];
	int32_t n = 0, i = 0;
	UChar32 plain;

	U16_APPEND_UNSAFE(text, n, point);
	n = normalize(unorm2_getNFKCInstance, text, n, form);
	U16_NEXT(form, i, n, plain);
	if (i == n)
		take_form(table, point, (uint32_t)plain);
	else
		take_long_form(table, point, form, n);
}

/* Half-width kana that are written with a mark behind them. */
static void
read_marked_kana(Table *table)
{
	char a[UTF8_MAX], b[2 * UTF8_MAX];
	UChar form[FORM_MAX];

	for (UChar kana = 0xFF66; kana <= 0xFF9D; kana++)
		for (UChar mark = 0xFF9E; mark <= 0xFF9F; mark++) {
			UChar text[2] = { kana, mark };
			if (normalize(unorm2_getNFKCInstance, text, 2,
				      form) != 1)
				continue;
			size_t len = utf8_encode(kana, b);
			len += utf8_encode(mark, b + len);
			add_word(table, (Slice){ a, utf8_encode(form[0], a) },
				 (Slice){ b, len });
		}
}

/* A letter and its mark are alike written as one character or as several. */
static void
read_composed(Table *table, uint32_t point)
{
	UChar text = (UChar)point, form[FORM_MAX];
	int32_t n = normalize(unorm2_getNFDInstance, &text, 1, form);

	if (n > 1)
		take_long_form(table, point, form, n);
}

static void
read_forms(Table *table)
{
	for (size_t i = 0; i < N_ITEMS(FORMS); i++)
		for (uint32_t cp = FORMS[i].from; cp <= FORMS[i].to; cp++)
			read_form(table, cp);
	for (size_t i = 0; i < N_ITEMS(COMPOSED); i++)
		for (uint32_t cp = COMPOSED[i].from; cp <= COMPOSED[i].to; cp++)
			read_composed(table, cp);
	read_marked_kana(table);
	for (size_t i = 0; i < N_ITEMS(MARKS); i++)
		add_pair(table, MARKS[i].from, MARKS[i].to);
}

static int
compare_pairs(const void *a, const void *b)
{
	const Pair *p = a;
	const Pair *q = b;

	if (p->from != q->from)
		return p->from < q->from ? -1 : 1;
	return (p->to > q->to) - (p->to < q->to);
}

static int
compare_words(const void *a, const void *b)
{
	const Word *v = a;
	const Word *w = b;
	int order = strcmp(v->from, w->from);

	if (v->first != w->first)
		return v->first < w->first ? -1 : 1;
	return order != 0 ? order : strcmp(v->to, w->to);
}

/* Sorts records of one size, and drops the second of two that are the same. */
static size_t
sort(Buf *records, size_t size, int (*compare)(const void *, const void *))
{
	size_t n = records->len / size;
	size_t kept = 0;

	qsort(records->ptr, n, size, compare);
	for (size_t i = 0; i < n; i++) {
		char *here = records->ptr + i * size;
		if (kept > 0 && compare(here - size, here) == 0)
			continue;
		memmove(records->ptr + kept++ * size, here, size);
	}
	return kept;
}

static void
print_pairs(const Pair *pairs, size_t n, const char *name)
{
	printf("const VariantsPair %s[] = {\n", name);
	for (size_t i = 0; i < n; i++)
		printf("\t{ 0x%X, 0x%X },\n", (unsigned)pairs[i].from,
		       (unsigned)pairs[i].to);
	printf("};\n\n");
}

static void
print_all_pairs(Table *table)
{
	Pair *pairs = (Pair *)(void *)table->pairs.ptr;
	size_t n = sort(&table->pairs, sizeof(Pair), compare_pairs);

	print_pairs(pairs, n, "VARIANTS_KEYS");
	for (size_t i = 0; i < n; i++)
		pairs[i] = (Pair){ pairs[i].to, pairs[i].from };
	qsort(pairs, n, sizeof(Pair), compare_pairs);
	print_pairs(pairs, n, "VARIANTS_POINTS");
	printf("const uint32_t VARIANTS_N_PAIRS = %zu;\n\n", n);
}

/* As a C string with its NUL; returns the bytes. */
static size_t
print_text(const char *text)
{
	printf("\t\"");
	for (const char *s = text; *s != '\0'; s++)
		printf(strchr("\"\\?", *s) != NULL ? "\\%c" : "%c", *s);
	printf("\\0\"\n");
	return strlen(text) + 1;
}

static void
print_words(Table *table)
{
	const Word *words = (const Word *)(const void *)table->words.ptr;
	size_t n = sort(&table->words, sizeof(Word), compare_words);
	size_t off = 0;

	printf("const char VARIANTS_TEXT[] =\n");
	for (size_t i = 0; i < n; i++) {
		print_text(words[i].from);
		print_text(words[i].to);
	}
	printf("\t\"\";\n\nconst VariantsWord VARIANTS_WORDS[] = {\n");
	for (size_t i = 0; i < n; i++) {
		size_t to = off + strlen(words[i].from) + 1;
		printf("\t{ 0x%X, %zu, %zu },\n", (unsigned)words[i].first,
		       off, to);
		off = to + strlen(words[i].to) + 1;
		if (off > UINT16_MAX)
			die("there are too many words");
	}
	printf("};\n\nconst uint32_t VARIANTS_N_WORDS = %zu;\n", n);
}

int
main(void)
{
	Table table = { .seen = 0 };

	table.mainland = mem_zalloc(POINTS * sizeof(*table.mainland));
	buf_init(&table.pairs, SIZE_MAX);
	buf_init(&table.words, SIZE_MAX);
	read_dictionaries(&table);
	read_forms(&table);
	printf("/* Made by data/variants.c from OpenCC (Apache-2.0) and ICU. "
	       "*/\n#include \"reading/variants_table.h\"\n\n");
	print_all_pairs(&table);
	print_words(&table);
	buf_done(&table.words);
	buf_done(&table.pairs);
	mem_free(table.mainland);
	return fflush(stdout) != 0 || ferror(stdout) ? 1 : 0;
}
