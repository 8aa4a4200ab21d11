/*
 * Unit tests of text/detect, through text/charset: bytes of every charset, from
 * texts of a few sentences and from the sample interviews.
 */
#include "text/detect.h"

#include <errno.h>
#include <iconv.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/items.h"
#include "base/mem.h"
#include "text/charset.h"
#include "text/utf8.h"

#define FILE_MAX (256 * 1024)
#define SHORT 100	/* bytes of a short input, about */

static const char HANT[] =
	"林雨：您的工作室裡有四十三座鐘。它們走得一樣快嗎？\n\n"
	"陳美：沒有兩座是一樣的。木頭會呼吸，油會變老，冬天的房間比夏天的慢。\n\n"
	"林雨：她為什麼選六點？\n\n陳美：因為她先生每天六點回家。\n";
static const char HANS[] =
	"林雨：您的工作室里有四十三座钟。它们走得一样快吗？\n\n"
	"陈美：没有两座是一样的。木头会呼吸，油会变老，冬天的房间比夏天的慢。\n\n"
	"林雨：她为什么选六点？\n\n陈美：因为她先生每天六点回家。\n";
static const char CANTONESE[] =
	"林雨：你哋間舖頭有幾多個鐘㗎？\n\n陳美：四十三個囉，冇一個係一樣嘅。\n\n"
	"林雨：咁佢點解要揀六點呢？\n\n陳美：因為佢先生日日六點返嚟。\n";
static const char JAPANESE[] =
	"田中：今日はお忙しいところ、ありがとうございます。\n\n"
	"佐藤：子どものころ、祖父の店で毎日遊んでいました。\n\n"
	"田中：なるほど。テープレコーダーの音も好きでしたか。\n\n"
	"佐藤：はい、そうですね。「時間」は不思議です。\n";
static const char KANA[] = "はい、そうですか。わかりました、ありがとうございます。\n";
static const char KOREAN[] =
	"김민수: 오늘 와 주셔서 감사합니다. 시계를 왜 만드십니까?\n\n"
	"이영희: 어릴 때 할아버지 가게에서 매일 놀았어요.\n\n"
	"김민수: 그렇군요. 가장 어려운 일은 무엇입니까?\n";
static const char RUSSIAN[] =
	"Анна: Спасибо, что пришли. Как вы начали делать часы?\n\n"
	"Пётр: В детстве я играл в мастерской деда.\n\n"
	"Анна: Что самое трудное?\n\nПётр: Ждать.\n";
static const char FRENCH[] =
	"Ann Lee: We met in a café near the river.\n\n"
	"Bob Ray: It was a long day; the façade was being painted.\n\n"
	"Ann Lee: And the rest?\n";
static const char QUOTES[] =
	"Ann Lee: He said “yes” – and it wasn’t.\n\nBob Ray: Once more…\n";
static const char GERMAN[] =
	"Anna: Schön, daß Sie da sind. Wie fühlt sich das an?\n\n"
	"Jörg: Größer als früher. Die Straße war länger.\n";
static const char SPANISH[] =
	"Ana: ¿Cómo empezó usted a hacer relojes?\n\n"
	"Luis: De niño jugaba en el taller. ¡Qué años!\n";

typedef struct Case {
	const char *text;
	const char *to;		/* iconv's name */
	const char *name;	/* of the verdict */
} Case;

static const Case cases[] = {
	{ HANT, "BIG5", "Big5" },
	{ HANT, "BIG5-HKSCS", "Big5" },
	{ HANT, "GB18030", "GB18030" },
	{ HANT, "EUC-TW", "EUC-TW" },
	{ HANT, "UTF-16LE", "UTF-16LE" },
	{ HANT, "UTF-16BE", "UTF-16BE" },
	{ HANT, "UTF-8", "UTF-8" },
	{ CANTONESE, "BIG5-HKSCS", "Big5" },
	{ HANS, "GB2312", "GB18030" },
	{ HANS, "GBK", "GB18030" },
	{ HANS, "GB18030", "GB18030" },
	{ HANS, "UTF-16LE", "UTF-16LE" },
	{ HANS, "UTF-16BE", "UTF-16BE" },
	{ JAPANESE, "SHIFT_JIS", "Shift_JIS" },
	{ JAPANESE, "EUC-JP", "EUC-JP" },
	{ JAPANESE, "UTF-16LE", "UTF-16LE" },
	{ JAPANESE, "UTF-16BE", "UTF-16BE" },
	{ KANA, "SHIFT_JIS", "Shift_JIS" },
	{ KANA, "EUC-JP", "EUC-JP" },
	{ KANA, "UTF-16LE", "UTF-16LE" },
	{ KANA, "UTF-16BE", "UTF-16BE" },
	{ KOREAN, "EUC-KR", "EUC-KR" },
	{ KOREAN, "UTF-16LE", "UTF-16LE" },
	{ RUSSIAN, "WINDOWS-1251", "windows-1251" },
	{ RUSSIAN, "KOI8-R", "KOI8-R" },
	{ RUSSIAN, "UTF-16BE", "UTF-16BE" },
	{ FRENCH, "ISO-8859-1", "ISO-8859-1" },
	{ FRENCH, "UTF-16LE", "UTF-16LE" },
	{ FRENCH, "UTF-8", "UTF-8" },
	{ QUOTES, "WINDOWS-1252", "windows-1252" },
	{ GERMAN, "ISO-8859-1", "ISO-8859-1" },
	{ SPANISH, "ISO-8859-1", "ISO-8859-1" },
};

/* Converts; false where iconv does not know the charset. */
static bool
convert(Slice text, const char *from, const char *to, Buf *out)
{
	iconv_t converter = iconv_open(to, from);
	char *in = (char *)text.ptr;
	size_t left = text.len;

	if (converter == (iconv_t)-1)
		return false;
	while (left) {
		char piece[256];
		char *end = piece;
		size_t room = sizeof(piece);

		if (iconv(converter, &in, &left, &end, &room) == (size_t)-1 &&
		    errno != E2BIG)
			fail_msg("%s cannot hold: %.40s", to, in);
		buf_append(out, (Slice){ piece, (size_t)(end - piece) });
	}
	iconv_close(converter);
	return true;
}

typedef struct Read {
	Status status;
	Charset *charset;
	Text *text;
	Buf all;		/* of the text */
	CharsetVerdict verdict;
} Read;

static void
read_done(Read *result)
{
	charset_free(result->charset);
	text_free(result->text);
	buf_done(&result->all);
}

/* Reads `bytes` in pieces of `piece`; the text is whole where that went well. */
static void
read_bytes(Read *result, Slice bytes, const char *encoding, size_t piece,
	   unsigned flags)
{
	TextOff off = 0;
	Slice rest;

	result->charset = charset_new(encoding);
	result->text = text_new();
	result->status = STATUS_OK;
	for (size_t at = 0; at <= bytes.len && result->status == STATUS_OK;
	     at += piece) {
		bool eof = piece >= bytes.len - at;

		result->status = charset_feed(
			result->charset, result->text, text_len(result->text),
			slice_sub(bytes, at, piece),
			flags | (eof ? CHARSET_EOF : 0), NULL);
		if (eof)
			break;
	}
	result->verdict = charset_verdict(result->charset);
	buf_init(&result->all, SIZE_MAX);
	while ((rest = text_rest(result->text, off)).len) {
		buf_append(&result->all, rest);
		off += rest.len;
	}
}

/* Bytes in `charset` are taken for `name` and become `text`, however cut. */
static void
check(Slice text, const char *charset, const char *name)
{
	static const size_t pieces[] = { SIZE_MAX / 2, 1, 7, 333 };
	Buf bytes;

	buf_init(&bytes, SIZE_MAX);
	if (!convert(text, "UTF-8", charset, &bytes)) {
		print_message("iconv has no %s\n", charset);
		buf_done(&bytes);
		return;
	}
	for (size_t i = 0; i < N_ITEMS(pieces) * 2; i++) {
		Read result;

		read_bytes(&result, buf_slice(&bytes), NULL, pieces[i / 2],
			   i % 2 ? CHARSET_STABLE : 0);
		assert_int_equal(result.status, STATUS_OK);
		if (strcmp(result.verdict.name, name) ||
		    !slice_eq(buf_slice(&result.all), text))
			fail_msg("%s in %s, pieces of %zu: %s\n%.300s", name,
				 charset, pieces[i / 2], result.verdict.name,
				 result.all.len ? result.all.ptr : "");
		assert_int_equal(result.verdict.replaced, 0);
		assert_true(result.verdict.confidence > 0.25);
		read_done(&result);
	}
	buf_done(&bytes);
}

/* The first characters of `text`, about `len` bytes. */
static Slice
beginning(Slice text, size_t len)
{
	while (len < text.len && utf8_is_continuation(text.ptr[len]))
		len++;
	return slice_sub(text, 0, len);
}

static void
texts_of_a_few_sentences_are_told_apart(void **state)
{
	(void)state;
	for (size_t i = 0; i < N_ITEMS(cases); i++)
		check(slice_from(cases[i].text), cases[i].to, cases[i].name);
}

static void
a_hundred_bytes_are_enough(void **state)
{
	(void)state;
	for (size_t i = 0; i < N_ITEMS(cases); i++) {
		if (cases[i].text == CANTONESE || cases[i].text == FRENCH)
			continue;
		check(beginning(slice_from(cases[i].text), SHORT), cases[i].to,
		      cases[i].name);
	}
}

/* A sample interview; its bytes are to be freed. */
static Slice
sample(const char *name)
{
	const char *dir = getenv("srcdir");
	char *bytes = mem_alloc(FILE_MAX);
	char path[4096];
	FILE *file;
	size_t len;

	snprintf(path, sizeof(path), "%s/data/interviews/%s", dir ? dir : ".",
		 name);
	file = fopen(path, "r");
	if (!file)
		fail_msg("%s cannot be read", path);
	len = fread(bytes, 1, FILE_MAX, file);
	fclose(file);
	return (Slice){ bytes, len };
}

static void
sample_interviews_are_read_in_every_charset(void **state)
{
	static const Case samples[] = {
		{ "tea-master.zh-Hant.md", "BIG5-HKSCS", "Big5" },
		{ "tea-master.zh-Hant.md", "GB18030", "GB18030" },
		{ "tea-master.zh-Hant.md", "UTF-16LE", "UTF-16LE" },
		{ "night-trains.zh-Hans.txt", "GBK", "GB18030" },
		{ "night-trains.zh-Hans.txt", "UTF-16BE", "UTF-16BE" },
		{ "translators-table.bilingual.md", "GB18030", "GB18030" },
		{ "lighthouse-archive.en.md", "WINDOWS-1252", "windows-1252" },
		{ "lighthouse-archive.en.md", "UTF-8", "UTF-8" },
	};

	(void)state;
	for (size_t i = 0; i < N_ITEMS(samples); i++) {
		Slice text = sample(samples[i].text);

		check(text, samples[i].to, samples[i].name);
		mem_free((char *)text.ptr);
	}
}

static void
a_mark_says_what_it_is(void **state)
{
	static const struct {
		const char *to;
		const char *name;
	} marked[] = {
		{ "UTF-16LE", "UTF-16LE" }, { "UTF-16BE", "UTF-16BE" },
		{ "UTF-32LE", "UTF-32LE" }, { "UTF-32BE", "UTF-32BE" },
		{ "UTF-8", "UTF-8" },
	};

	(void)state;
	for (size_t i = 0; i < N_ITEMS(marked); i++) {
		Buf bytes;
		Read result;

		buf_init(&bytes, SIZE_MAX);
		convert(SLICE("\xEF\xBB\xBFLi: 你好\r\nAnn: a\n"), "UTF-8",
			marked[i].to, &bytes);
		read_bytes(&result, buf_slice(&bytes), NULL, 1, 0);
		assert_string_equal(result.verdict.name, marked[i].name);
		assert_true(result.verdict.confidence == 1.0);
		assert_true(slice_eq(buf_slice(&result.all),
				     SLICE("Li: 你好\nAnn: a\n")));
		read_done(&result);
		buf_done(&bytes);
	}
}

/* ASCII, then `tail`: the verdict, and how many sequences were wrong. */
static void
check_late(size_t ascii, Slice tail, const char *name, unsigned replaced)
{
	static const size_t pieces[] = { 1000, 65536, SIZE_MAX / 2 };
	Buf bytes;

	buf_init(&bytes, SIZE_MAX);
	while (bytes.len < ascii)
		buf_append(&bytes, SLICE("Ann: some words\n"));
	buf_append(&bytes, tail);
	for (size_t i = 0; i < N_ITEMS(pieces); i++) {
		Read result;

		read_bytes(&result, buf_slice(&bytes), NULL, pieces[i], 0);
		assert_string_equal(result.verdict.name, name);
		assert_int_equal(result.verdict.replaced, replaced);
		assert_int_equal(result.verdict.first_line,
				 replaced ? ascii / 16 + 1 : 0);
		read_done(&result);
	}
	buf_done(&bytes);
}

static void
bytes_that_come_late_are_judged_by_themselves(void **state)
{
	(void)state;
	check_late(160000, SLICE("Bob: a caf\xE9 and a na\xEFve man\n"),
		   "ISO-8859-1", 0);
	check_late(160000, SLICE("caf\xC3\xA9 and so on"), "UTF-8", 0);
	check_late(160000, SLICE("你好嗎 \xFF\xFE caf\xE9"), "UTF-8", 3);
	check_late(16, SLICE("a\xFF" "b"), "UTF-8", 1);
	check_late(16, SLICE("caf\xC3\xA9 \xFF \xC3\xA8"), "UTF-8", 1);
}

static void
wrong_bytes_of_other_charsets_are_counted(void **state)
{
	Read result;

	(void)state;
	read_bytes(&result, SLICE("\xA4@\n\xA4T\xA4 \xA4H\n\xA4"), "big5", 1, 0);
	assert_string_equal(result.verdict.name, "Big5");
	assert_int_equal(result.verdict.replaced, 2);
	assert_int_equal(result.verdict.first_line, 2);
	assert_true(slice_eq(buf_slice(&result.all),
			     SLICE("一\n三\xEF\xBF\xBD 人\n\xEF\xBF\xBD")));
	assert_true(result.verdict.confidence < 1);
	read_done(&result);
}

/* Pieces of everything that means something, in any order. */
static void
make_random(unsigned *seed, size_t most, Buf *out)
{
	static const Slice parts[] = {
		{ "Ann: words\n", 11 }, { "Bob: other words\r\n", 18 },
		{ "\xE4\xBD\xA0\xE5\xA5\xBD", 6 }, { "caf\xC3\xA9 ", 6 },
		{ "caf\xE9 ", 5 }, { "\xC4\xE3\xBA\xC3\xCA\xC0\xBD\xE7", 8 },
		{ "\xA4@\xA4T", 4 }, { "a\0b\0", 4 }, { "\0a", 2 },
		{ "\x60\x4F\x7D\x59", 4 }, { "\xFF\xFE", 2 }, { "\xE2\x80", 2 },
		{ "\xE2\x80\xA8", 3 }, { "\xEF\xBB\xBF", 3 }, { "\r", 1 },
		{ "0B0D0", 5 }, { "\xFF", 1 }, { "\x82\xA0\x82\xA2", 4 },
	};
	size_t wanted;
	unsigned kinds;

	*seed = *seed * 1103515245u + 12345u;
	wanted = *seed >> 8 & 1 ? most : (*seed >> 16) % 60;
	kinds = (*seed >> 12) % N_ITEMS(parts) + 1;
	while (out->len < wanted) {
		*seed = *seed * 1103515245u + 12345u;
		buf_append(out, parts[(*seed >> 16) % kinds]);
		/* Long stretches of one kind, so that the limits are met. */
		if (*seed >> 28 == 0)
			for (int i = 0; i < 200; i++)
				buf_append(out, parts[*seed % 7 % kinds]);
	}
}

static void
assert_same(const Read *one, const Read *other, unsigned seed)
{
	if (one->status != other->status ||
	    (one->status == STATUS_OK &&
	     (strcmp(one->verdict.name, other->verdict.name) ||
	      one->verdict.replaced != other->verdict.replaced ||
	      one->verdict.first_line != other->verdict.first_line ||
	      one->verdict.confidence != other->verdict.confidence ||
	      !slice_eq(buf_slice(&one->all), buf_slice(&other->all)))))
		fail_msg("seed %u: %s, %s", seed, one->verdict.name,
			 other->verdict.name);
}

static void
bytes_at_random_are_the_same_however_cut(void **state)
{
	static const size_t pieces[] = { 1, 3, 50, 1000, 70000 };
	unsigned seed = 1;

	(void)state;
	for (unsigned i = 0; i < 200; i++) {
		Buf bytes;
		Read whole;

		buf_init(&bytes, SIZE_MAX);
		make_random(&seed, i % 20 ? 3000 : 150000, &bytes);
		read_bytes(&whole, buf_slice(&bytes), NULL, SIZE_MAX / 2, 0);
		for (size_t j = i % 20 ? 0 : 3; j < N_ITEMS(pieces) * 2; j++) {
			Read cut;

			read_bytes(&cut, buf_slice(&bytes), NULL, pieces[j / 2],
				   j % 2 ? CHARSET_STABLE : 0);
			assert_same(&whole, &cut, i);
			read_done(&cut);
		}
		read_done(&whole);
		buf_done(&bytes);
	}
}

static void
a_name_forces_its_charset(void **state)
{
	static const struct {
		const char *name;
		const char *iana;
		const char *want;
	} forced[] = {
		{ "utf8", "UTF-8", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"
				   "\xEF\xBF\xBD" },
		{ "gbk", "GBK", "中文" },
		{ "GB18030", "GB18030", "中文" },
		{ "latin1", "ISO-8859-1", "ÖÐÎÄ" },
		{ "cp1251", "windows-1251", "ЦРОД" },
	};

	(void)state;
	for (size_t i = 0; i < N_ITEMS(forced); i++) {
		Read result;

		read_bytes(&result, SLICE("\xD6\xD0\xCE\xC4"), forced[i].name,
			   1, 0);
		assert_string_equal(result.verdict.name, forced[i].iana);
		assert_true(slice_eq(buf_slice(&result.all),
				     slice_from(forced[i].want)));
		read_done(&result);
	}
	assert_true(charset_is_known("Shift-JIS"));
	assert_false(charset_is_known("no such"));
	assert_false(charset_is_known(""));
}

static void
line_ends_are_line_feeds_in_every_charset(void **state)
{
	Read result;

	(void)state;
	read_bytes(&result, SLICE("a\xE2\x80\xA8" "b\xE2\x80\xA9" "c\r\nd“e”\r"
				  "\xE2\x80\xA8\n"), NULL, 1, 0);
	assert_true(slice_eq(buf_slice(&result.all),
			     SLICE("a\nb\nc\nd“e”\n\n\n")));
	read_done(&result);
	read_bytes(&result, SLICE("a\0\r\0\n\0b\0\r\0c\0\x28\x20" "d\0"),
		   "UTF-16LE", 1, 0);
	assert_true(slice_eq(buf_slice(&result.all), SLICE("a\nb\nc\nd")));
	read_done(&result);
}

static void
candidates_begin_with_the_verdict_and_name_each_once(void **state)
{
	Read result;
	const char *name;

	(void)state;
	read_bytes(&result, SLICE("\xC4\xE3\xBA\xC3\xA3\xAC\xCA\xC0\xBD\xE7"),
		   NULL, SIZE_MAX / 2, 0);
	assert_string_equal(result.verdict.name, "GB18030");
	assert_string_equal(charset_candidate(result.charset, 0), "GB18030");
	for (size_t i = 0; (name = charset_candidate(result.charset, i)); i++) {
		assert_true(charset_is_known(name));
		for (size_t j = 0; j < i; j++)
			assert_string_not_equal(
				name, charset_candidate(result.charset, j));
	}
	read_done(&result);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(texts_of_a_few_sentences_are_told_apart),
		cmocka_unit_test(a_hundred_bytes_are_enough),
		cmocka_unit_test(sample_interviews_are_read_in_every_charset),
		cmocka_unit_test(a_mark_says_what_it_is),
		cmocka_unit_test(bytes_that_come_late_are_judged_by_themselves),
		cmocka_unit_test(wrong_bytes_of_other_charsets_are_counted),
		cmocka_unit_test(bytes_at_random_are_the_same_however_cut),
		cmocka_unit_test(a_name_forces_its_charset),
		cmocka_unit_test(line_ends_are_line_feeds_in_every_charset),
		cmocka_unit_test(
			candidates_begin_with_the_verdict_and_name_each_once),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
