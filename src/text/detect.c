/*
 * ICU's detector is in a library of its own that takes milliseconds to link,
 * so it is opened by name.  Its functions have the version in theirs.
 */
#ifdef HAVE_CONFIG_H
#include "config.h"
#endif

#include "text/detect.h"

#include <string.h>

#include <unicode/ucsdet.h>

#include "base/dynlib.h"
#include "base/items.h"
#include "text/convert.h"
#include "text/plausible.h"
#include "text/utf8.h"

#define STRINGIFY(x) #x
#define NAME_OF(symbol) STRINGIFY(symbol)

#ifndef ICUI18N_SONAME
#define ICUI18N_SONAME "libicui18n.so." NAME_OF(U_ICU_VERSION_MAJOR_NUM)
#endif

#define WEIGHED 16384	/* bytes that plausibility is weighed on */
#define OWN_SHARE 0.75	/* of plausibility in the verdict */
#define OWN_RUSSIAN 0.5 /* the same where Greek looks much alike */
#define ICU_ONLY 0.6	/* what ICU's word is worth alone */
#define ERROR_WEIGHT 4	/* a bad sequence against a plausible character */
#define WIDE_MIN 0.5	/* plausibility of UTF-16 and UTF-32 */
#define TEXT_MIN 0.2	/* below it, it is UTF-8 with errors */
#define KANA 5		/* bytes 0x30 at even or odd places of a head */
#define SCALE 1.3	/* nothing is as plausible as 1 */

typedef struct Row {
	const char *name;
	const char *converter; /* that can read more; NULL: the same */
	PlausibleKind kind;
	bool wide;	       /* has NULs */
	bool icu_only;	       /* no plausibility is known */
	double handicap;
} Row;

/* The usual ones first. */
static const Row ROWS[] = {
	{ "GB18030", NULL, PLAUSIBLE_CHINESE, false, false, 0 },
	{ "Big5", "Big5-HKSCS", PLAUSIBLE_CHINESE, false, false, 0 },
	{ "Shift_JIS", NULL, PLAUSIBLE_JAPANESE, false, false, 0 },
	{ "EUC-JP", NULL, PLAUSIBLE_JAPANESE, false, false, 0 },
	{ "EUC-KR", "windows-949", PLAUSIBLE_KOREAN, false, false, 0 },
	{ "windows-1252", NULL, PLAUSIBLE_WESTERN, false, false, 0 },
	{ "windows-1251", NULL, PLAUSIBLE_RUSSIAN, false, false, 0 },
	{ "KOI8-R", NULL, PLAUSIBLE_RUSSIAN, false, false, 0 },
	{ "EUC-TW", NULL, PLAUSIBLE_CHINESE, false, false, 0.1 },
	{ "UTF-16LE", NULL, PLAUSIBLE_ALL, true, false, 0 },
	{ "UTF-16BE", NULL, PLAUSIBLE_ALL, true, false, 0 },
	{ "UTF-32LE", NULL, PLAUSIBLE_ALL, true, false, 0 },
	{ "UTF-32BE", NULL, PLAUSIBLE_ALL, true, false, 0 },
	{ "windows-1250", NULL, PLAUSIBLE_ALL, false, true, 0 },
	{ "ISO-8859-2", NULL, PLAUSIBLE_ALL, false, true, 0 },
	{ "ISO-8859-5", NULL, PLAUSIBLE_ALL, false, true, 0 },
	{ "windows-1253", NULL, PLAUSIBLE_ALL, false, true, 0 },
	{ "ISO-8859-7", NULL, PLAUSIBLE_ALL, false, true, 0 },
	{ "windows-1254", NULL, PLAUSIBLE_ALL, false, true, 0 },
	{ "ISO-8859-9", NULL, PLAUSIBLE_ALL, false, true, 0 },
	{ "windows-1255", NULL, PLAUSIBLE_ALL, false, true, 0 },
	{ "ISO-8859-8", NULL, PLAUSIBLE_ALL, false, true, 0 },
	{ "windows-1256", NULL, PLAUSIBLE_ALL, false, true, 0 },
	{ "ISO-8859-6", NULL, PLAUSIBLE_ALL, false, true, 0 },
};

#define N_ROWS N_ITEMS(ROWS)

/* ICU's detector. */
typedef struct Witness {
	UCharsetDetector *detector;
	const UCharsetMatch **matches;
	int32_t n_matches;
	const char *(*name_of)(const UCharsetMatch *, UErrorCode *);
	int32_t (*confidence_of)(const UCharsetMatch *, UErrorCode *);
	void (*close)(UCharsetDetector *);
} Witness;

/* Asks ICU; without it there are no matches. */
static void
witness_init(Witness *witness, Slice sample)
{
	UCharsetDetector *(*open)(UErrorCode *);
	void (*set_text)(UCharsetDetector *, const char *, int32_t,
			 UErrorCode *);
	const UCharsetMatch **(*detect_all)(UCharsetDetector *, int32_t *,
					    UErrorCode *);
	const DynlibSymbol symbols[] = {
		{ NAME_OF(ucsdet_open), &open },
		{ NAME_OF(ucsdet_setText), &set_text },
		{ NAME_OF(ucsdet_detectAll), &detect_all },
		{ NAME_OF(ucsdet_getName), &witness->name_of },
		{ NAME_OF(ucsdet_getConfidence), &witness->confidence_of },
		{ NAME_OF(ucsdet_close), &witness->close },
	};
	UErrorCode status = U_ZERO_ERROR;

	*witness = (Witness){ .detector = NULL };
	if (!dynlib_load(ICUI18N_SONAME, symbols, N_ITEMS(symbols)))
		return;
	witness->detector = open(&status);
	set_text(witness->detector, sample.ptr, (int32_t)sample.len, &status);
	witness->matches = detect_all(witness->detector, &witness->n_matches,
				      &status);
	if (U_FAILURE(status))
		witness->n_matches = 0;
}

static void
witness_done(Witness *witness)
{
	if (witness->detector)
		witness->close(witness->detector);
}

/* ICU says ISO-8859-1 where no byte tells it from windows-1252. */
static bool
is_name_of(const char *icu_name, const char *name)
{
	return !strcmp(icu_name, name) ||
	       (!strcmp(icu_name, "ISO-8859-1") &&
		!strcmp(name, "windows-1252"));
}

/* What ICU holds of a charset, 0 to 1. */
static double
witness_says(const Witness *witness, const char *name)
{
	double best = 0;

	for (int32_t i = 0; i < witness->n_matches; i++) {
		UErrorCode status = U_ZERO_ERROR;
		const UCharsetMatch *match = witness->matches[i];
		double says = witness->confidence_of(match, &status) / 100.0;

		if (is_name_of(witness->name_of(match, &status), name) &&
		    says > best)
			best = says;
	}
	return best;
}

/* Characters of a range for private use: what a table has no place for. */
static size_t
count_private(Slice utf8)
{
	size_t n = 0;

	while (utf8.len) {
		uint32_t cp;
		size_t len = utf8_decode(utf8, &cp);

		n += cp >= 0xE000 && cp <= 0xF8FF;
		utf8 = slice_sub(utf8, len, SIZE_MAX);
	}
	return n;
}

/* How plausible the sample is in a charset, -1 to 1. */
static double
weigh_row(const Row *row, Slice sample)
{
	Convert *convert = convert_new(row->converter ? row->converter
						      : row->name);
	double weight;
	size_t bad, n;
	Buf text;

	if (!convert)
		return -1;
	buf_init(&text, SIZE_MAX);
	convert_feed(convert, slice_sub(sample, 0, WEIGHED), false, &text);
	weight = plausible(buf_slice(&text), row->kind) - row->handicap;
	bad = (size_t)convert_bad(convert).sequences +
	      count_private(buf_slice(&text));
	n = utf8_count(buf_slice(&text)) + 1;
	for (size_t i = 0; i < text.len && row->kind != PLAUSIBLE_ALL; i++)
		n -= (unsigned char)text.ptr[i] < 0x80;
	weight -= ERROR_WEIGHT * (double)bad / (double)n;
	buf_done(&text);
	convert_free(convert);
	return weight < -1 ? -1 : weight;
}

/* Too short for UTF-16, or short and not of whole units. */
static bool
is_cut_short(Slice sample)
{
	return sample.len < 4 || (sample.len % 2 && sample.len < 64);
}

static double
judge_row(const Row *row, Slice sample, const Witness *witness)
{
	double icu = witness_says(witness, row->name);
	double own_share = OWN_SHARE;
	double own;

	if (row->wide && is_cut_short(sample))
		return 0;
	if (row->icu_only)
		return icu * ICU_ONLY;
	own = weigh_row(row, sample);
	if (row->wide && own < WIDE_MIN)
		return 0;
	if (row->kind == PLAUSIBLE_RUSSIAN)
		own_share = OWN_RUSSIAN;
	return (own * own_share + icu * (1 - own_share)) * SCALE;
}

/* Puts a guess where it belongs. */
static void
add_guess(DetectGuesses *guesses, const char *name, double confidence)
{
	size_t at = guesses->n++;

	for (; at > 0 && guesses->items[at - 1].confidence < confidence; at--)
		guesses->items[at] = guesses->items[at - 1];
	guesses->items[at] = (DetectGuess){ name, confidence };
}

/*
 * How much of what is not ASCII is well-formed UTF-8, 0 to 1, and 1 more where
 * that is no chance.
 */
static double
judge_utf8(Slice sample)
{
	size_t good = 0, bad = 0;
	double share;

	while (sample.len) {
		uint32_t cp;
		bool cut;
		size_t len = utf8_decode(sample, &cp);
		Slice one = slice_sub(sample, 0, len);

		if (utf8_valid_prefix(one, &cut) == len)
			good += len - 1;
		else
			bad++;
		sample = slice_sub(sample, len, SIZE_MAX);
	}
	share = good + bad ? (double)good / (double)(good + bad) : 1;
	return good >= 2 * bad ? share + 1 : share / 10;
}

/* ISO-8859-1 where nothing tells it from windows-1252. */
static const char *
western_name(Slice sample)
{
	for (size_t i = 0; i < sample.len; i++) {
		unsigned char byte = (unsigned char)sample.ptr[i];

		if (byte >= 0x80 && byte < 0xA0)
			return "windows-1252";
	}
	return "ISO-8859-1";
}

/* Guesses of all rows, or of those that may hold a NUL. */
static void
guess_rows(Slice sample, bool has_nul, DetectGuesses *ret)
{
	Witness witness;

	witness_init(&witness, sample);
	for (size_t i = 0; i < N_ROWS; i++) {
		const Row *row = &ROWS[i];
		const char *name = row->name;
		double judged;

		if (has_nul && !row->wide)
			continue;
		judged = judge_row(row, sample, &witness);
		if (row->kind == PLAUSIBLE_WESTERN)
			name = western_name(sample);
		if (judged > 0)
			add_guess(ret, name, judged);
	}
	witness_done(&witness);
}

/* One byte leaves a doubt of a half, ten of a twentieth. */
static double
most_confidence(Slice sample)
{
	size_t n = 0;

	for (size_t i = 0; i < sample.len; i++)
		n += !sample.ptr[i] || (unsigned char)sample.ptr[i] > 0x7F;
	return 1 - 0.5 / (double)(n ? n : 1);
}

bool
detect_guess(Slice sample, DetectGuesses *ret)
{
	bool has_nul = memchr(sample.ptr, '\0', sample.len) != NULL;
	double utf8, most;

	ret->n = 0;
	guess_rows(sample, has_nul, ret);
	if (!has_nul) {
		utf8 = judge_utf8(sample);
		if (!ret->n || ret->items[0].confidence < TEXT_MIN)
			utf8 += 1;
		add_guess(ret, "UTF-8", utf8);
	}
	most = most_confidence(sample);
	for (size_t i = 0; i < ret->n; i++)
		if (ret->items[i].confidence > most)
			ret->items[i].confidence = most;
	return ret->n > 0;
}

void
detect_usual(DetectGuesses *ret)
{
	ret->n = 0;
	add_guess(ret, "UTF-8", 1);
	for (size_t i = 0; i < N_ROWS; i++)
		if (!ROWS[i].icu_only)
			add_guess(ret, ROWS[i].name, 0);
}

const char *
detect_mark(Slice head)
{
	static const struct {
		Slice mark;
		const char *name;
	} marks[] = {
		{ { "\xEF\xBB\xBF", 3 }, "UTF-8" },
		{ { "\xFF\xFE\0\0", 4 }, "UTF-32LE" },
		{ { "\0\0\xFE\xFF", 4 }, "UTF-32BE" },
		{ { "\xFF\xFE", 2 }, "UTF-16LE" },
		{ { "\xFE\xFF", 2 }, "UTF-16BE" },
	};

	for (size_t i = 0; i < N_ITEMS(marks); i++)
		if (slice_starts(head, marks[i].mark))
			return marks[i].name;
	return NULL;
}

/* Controls, what is no UTF-8, or kana (each of them has a byte 0x30). */
bool
detect_may_be_wide(Slice head, bool eof)
{
	size_t zeros[2] = { 0, 0 };
	bool cut;

	if (utf8_valid_prefix(head, &cut) < head.len && (!cut || eof))
		return true;
	for (size_t i = 0; i < head.len; i++) {
		unsigned char byte = (unsigned char)head.ptr[i];

		if (byte < 0x20 && !memchr("\t\n\r\f\x1B", byte, 5))
			return true;
		zeros[i % 2] += byte == '0';
	}
	return (zeros[0] >= KANA && zeros[1] < 2) ||
	       (zeros[1] >= KANA && zeros[0] < 2);
}

const char *
detect_converter(const char *name)
{
	for (size_t i = 0; i < N_ROWS; i++)
		if (!strcmp(ROWS[i].name, name) && ROWS[i].converter)
			return ROWS[i].converter;
	return strcmp(name, "ISO-8859-1") ? name : "windows-1252";
}
