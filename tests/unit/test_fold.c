/* Unit tests of reading/fold: what a pattern finds beside itself. */
#include "reading/fold.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/items.h"
#include "base/vec.h"
#include "reading/pattern.h"
#include "reading/unseen.h"
#include "text/utf8.h"

typedef struct FoldCase {
	const char *source;
	const char *text;
	const char *want; /* the matches, each behind a `|` */
} FoldCase;

static void
check(const FoldCase *item, unsigned flags)
{
	Slice text = slice_from(item->text);
	Err err = { 0 };
	Pattern *pattern =
		pattern_new(slice_from(item->source), flags, &err);
	size_t from = 0, start, len;
	Buf out;

	if (!pattern)
		fail_msg("%s: %s", item->source, err.text);
	buf_init(&out, 4096);
	while (pattern_find(pattern, text, from, &start, &len) ==
	       PATTERN_FOUND) {
		buf_append_char(&out, '|');
		buf_append(&out, slice_sub(text, start, len));
		from = start + len;
	}
	buf_append_char(&out, '\0');
	if (strcmp(out.ptr, item->want) != 0)
		fail_msg("%s on %s: %s", item->source, item->text, out.ptr);
	buf_done(&out);
	pattern_free(pattern);
}

static void
check_all(const FoldCase *items, size_t n, unsigned flags)
{
	for (size_t i = 0; i < n; i++)
		check(&items[i], flags);
}

static void
forms_of_a_character_are_alike(void **state)
{
	static const FoldCase CASES[] = {
		{ "发", "发 發 髮 発 髪", "|发|發|髮|発|髪" },
		{ "發", "发 發 髮 発 髪", "|发|發|髮|発|髪" },
		{ "髮", "发 發 髮 発 髪", "|发|發|髮|発|髪" },
		{ "头发", "頭髮，头发，頭發", "|頭髮|头发|頭發" },
		{ "台", "台 臺 檯 颱 抬", "|台|臺|檯|颱" },
		{ "着", "看着 看著", "|着|著" },
		{ "裡", "里 裏 裡 理", "|里|裏|裡" },
		{ "衛", "卫 衛 衞", "|卫|衛|衞" },
		{ "国", "国 國 囯", "|国|國" },
		{ "芸", "芸 藝 艺", "|芸|藝|艺" },
		{ "訪談", "访谈", "|访谈" },
		{ "⾺", "馬 马", "|馬|马" },
		{ "来年", "來年 來年", "|來年|來年" },
		{ "好", "好 女", "|好" },
	};

	(void)state;
	check_all(CASES, N_ITEMS(CASES), 0);
	check_all(CASES, N_ITEMS(CASES), PATTERN_FIXED);
	check_all(CASES, N_ITEMS(CASES), PATTERN_WORD);
}

static void
words_of_a_region_are_alike(void **state)
{
	static const FoldCase CASES[] = {
		{ "人工智能", "人工智慧 人工智能 人工",
		  "|人工智慧|人工智能" },
		{ "人工智慧", "人工智慧 人工智能", "|人工智慧|人工智能" },
		{ "软件", "軟體 軟件 软件 软体 軟的", "|軟體|軟件|软件|软体" },
		{ "軟體", "软件", "|软件" },
		{ "软体", "软件 軟件", "|软件|軟件" },
		{ "视频", "影片 視頻 影子", "|影片|視頻" },
		{ "影片", "视频 视力", "|视频" },
		{ "网络", "網路 網絡", "|網路|網絡" },
		{ "用软件的", "我用軟體的", "|用軟體的" },
		{ "软件和网络", "軟體和網路 软件和网络",
		  "|軟體和網路|软件和网络" },
		{ "打印机", "印表機", "|印表機" },
		{ "硅", "矽", "|矽" },
	};

	(void)state;
	check_all(CASES, N_ITEMS(CASES), 0);
	check_all(CASES, N_ITEMS(CASES), PATTERN_FIXED);
}

static void
words_side_by_side_are_chosen_each_by_itself(void **state)
{
	static const FoldCase CASES[] = {
		{ "网络视频", "網絡視頻 網路影片 網路視頻 網絡影片 網絡",
		  "|網絡視頻|網路影片|網路視頻|網絡影片" },
		{ "網路影片", "网络视频 网路视频 網絡影片",
		  "|网络视频|网路视频|網絡影片" },
		{ "软件数据库", "軟體數據庫 軟件資料庫 软件资料库",
		  "|軟體數據庫|軟件資料庫|软件资料库" },
		{ "人工智能软件", "人工智慧软件 人工智能軟體",
		  "|人工智慧软件|人工智能軟體" },
		{ "移动网络视频", "行動網路視頻 移動網路影片",
		  "|行動網路視頻|移動網路影片" },
		{ "5kg硬盘", "５㎏硬碟", "|５㎏硬碟" },
	};

	(void)state;
	check_all(CASES, N_ITEMS(CASES), 0);
	check_all(CASES, N_ITEMS(CASES), PATTERN_FIXED);
	check_all(CASES, N_ITEMS(CASES), PATTERN_WORD);
}

static void
forms_of_several_characters_are_alike(void **state)
{
	static const FoldCase CASES[] = {
		{ "kg", "5kg 5㎏ ５ｋｇ kb", "|kg|㎏|ｋｇ" },
		{ "㎏", "5kg 5㎏ KG", "|kg|㎏|KG" },
		{ "kb", "㎅ KB", "|㎅|KB" },
		{ "KB", "㎅ kb", "|㎅" },
		{ "Kb", "㎅ kb", "" },
		{ "株式会社", "㍿ 株式會社", "|㍿|株式會社" },
		{ "㍿", "株式会社 株式會社 ㈱", "|株式会社|株式會社" },
		{ "office", "oﬃce oﬀice ofﬁce office",
		  "|oﬃce|oﬀice|ofﬁce|office" },
		{ "ﬁ", "fi fｉ", "|fi|fｉ" },
		{ "find", "ﬁnd Find", "|ﬁnd|Find" },
		{ "½", "1/2 1⁄2 1／2", "|1/2|1⁄2|1／2" },
		{ "1/2", "½ １⁄２", "|½|１⁄２" },
		{ "1月", "㋀ １月", "|㋀|１月" },
		{ "VIII", "Ⅷ VⅢ", "|Ⅷ|VⅢ" },
		{ "12", "⑫ ①② ⒓", "|⑫|①②" },
		{ "ガ", "ｶﾞ カ゛", "|ｶﾞ" },
		{ "ﾊﾟ", "パ", "|パ" },
		{ "℃", "°C", "|°C" },
		{ "…", "... ‥", "|..." },
	};

	(void)state;
	check_all(CASES, N_ITEMS(CASES), 0);
	check_all(CASES, N_ITEMS(CASES), PATTERN_FIXED);
}

static void
letters_and_their_marks_are_alike_composed_or_not(void **state)
{
	static const FoldCase CASES[] = {
		{ "café", "cafe\xCC\x81 CAFE\xCC\x81 CAFÉ cafe",
		  "|cafe\xCC\x81|CAFE\xCC\x81|CAFÉ" },
		{ "cafe\xCC\x81", "café cafe", "|café" },
		{ "É", "E\xCC\x81 e\xCC\x81 é", "|E\xCC\x81" },
		{ "ế", "e\xCC\x82\xCC\x81", "|e\xCC\x82\xCC\x81" },
		{ "й", "и\xCC\x86 и", "|и\xCC\x86" },
		{ "が", "か\xE3\x82\x99 か", "|か\xE3\x82\x99" },
		{ "か\xE3\x82\x99", "が か", "|が" },
	};

	(void)state;
	check_all(CASES, N_ITEMS(CASES), 0);
	check_all(CASES, N_ITEMS(CASES), PATTERN_FIXED);
}

static void
forms_that_overlap_in_many_ways_still_match(void **state)
{
	static const FoldCase CASES[] = {
		{ "1111", "⑪⑪ 1⑪1 ⑪11", "|⑪⑪|1⑪1|⑪11" },
		{ "111111111111111111111111111111111111",
		  "111111111111111111111111111111111111 ⑪⑪",
		  "|111111111111111111111111111111111111" },
		{ "111111111111111111111111111111111111软件",
		  "⑪⑪⑪⑪⑪⑪⑪⑪⑪⑪⑪⑪⑪⑪⑪⑪⑪⑪軟體",
		  "|⑪⑪⑪⑪⑪⑪⑪⑪⑪⑪⑪⑪⑪⑪⑪⑪⑪⑪軟體" },
	};

	(void)state;
	check_all(CASES, N_ITEMS(CASES), 0);
}

static void
widths_and_marks_are_alike(void **state)
{
	static const FoldCase CASES[] = {
		{ "ai", "ＡＩ ai ａi", "|ＡＩ|ai|ａi" },
		{ "ＡＩ", "AI ai", "|AI" },
		{ "12", "１２ 12", "|１２|12" },
		{ "カ", "ｶ カ", "|ｶ|カ" },
		{ "2", "2 ２ ② ²", "|2|２|②|²" },
		{ "｢好｣", "「好」 “好” \"好\" 『好』",
		  "|「好」|“好”|\"好\"" },
		{ "\"", "a「b”c\"", "|「|”|\"" },
		{ "「", "「」“”\"", "|「|“|\"" },
		{ "'", "‘x’『", "|‘|’|『" },
		{ "don't", "don’t", "|don’t" },
		{ "--", "a——b—c--d-e─f", "|——|—|--|─" },
		{ "——", "a--b—c", "|--|—" },
		{ "a-b", "a–b a－b a−b", "|a–b|a－b|a−b" },
		{ "……", "a...b…c..d", "|...|…" },
		{ "a b", "a　b a  b a b ab", "|a　b|a  b|a b" },
		{ "奧·唐", "奧・唐 奧‧唐", "|奧・唐|奧‧唐" },
		{ "，", ", ，、", "|,|，" },
	};

	(void)state;
	check_all(CASES, N_ITEMS(CASES), 0);
	check_all(CASES, N_ITEMS(CASES), PATTERN_FIXED);
}

static void
literal_syntax_is_folded_as_it_stands(void **state)
{
	static const FoldCase CASES[] = {
		{ "...", "a...b…c。。。", "|...|…" },
		{ "(a)", "（ａ）", "|（ａ）" },
		{ "a+", "a＋ aa", "|a＋" },
		{ "[发]", "［發］", "|［發］" },
		{ "\\d", "＼ｄ 1", "|＼ｄ" },
	};

	(void)state;
	check_all(CASES, N_ITEMS(CASES), PATTERN_FIXED);
}

static void
syntax_keeps_its_meaning(void **state)
{
	static const FoldCase CASES[] = {
		{ "发+", "發髮发 x", "|發髮发" },
		{ "出发{2}", "出發髮 出發", "|出發髮" },
		{ "软件?", "軟 软件", "|軟|软件" },
		{ "...", "abcd…", "|abc" },
		{ "\\.", "a.b．c", "|.|．" },
		{ "\\Q(发\\E+", "（發发", "|（發发" },
		{ "\\d发", "1發 x发", "|1發" },
		{ "[发x]", "發ｘ好", "|發|ｘ" },
		{ "[^发]", "發好髮", "|好" },
		{ "[a-c]+", "ａb-d", "|ａb" },
		{ "[a\\-]+", "a–-b", "|a–-" },
		{ "[-a]+", "b-ａ", "|-ａ" },
		{ "[]发]+", "]發[", "|]發" },
		{ "[[:digit:]发]+", "1發a", "|1發" },
		{ "(发)\\1", "發發 發发", "|發發" },
		{ "(发)(?:x)(好)\\2", "發x好好", "|發x好好" },
		{ "(人工智能)(x)\\2", "人工智慧xx", "|人工智慧xx" },
		{ "(?<a>发)\\k<a>", "發發", "|發發" },
		{ "(?P<a>发)(?P=a)", "發發", "|發發" },
		{ "(?<=发)好", "髮好", "|好" },
		{ "(?<=软件)好", "軟件好 軟體好", "|好" },
		{ "(?<!发)好", "髮好 x好", "|好" },
		{ "(?<=a b)c", "a　bc", "|c" },
		{ "(?x)发 好 # 软件", "發好", "|發好" },
		{ "(?x: 发 )\\ 好", "發 好", "|發 好" },
		{ "(?#发)好", "发好", "|好" },
		{ "(?i)发A", "發a", "|發a" },
		{ "(?i:a)B", "ＡB aＢ ab", "|ＡB|aＢ" },
		{ "发|好", "髮好", "|髮|好" },
		{ "^发$", "發", "|發" },
		{ "\\x{53d1}", "发發", "|发" },
		{ "\\p{Han}发", "出發", "|出發" },
		{ "(发)?(?(1)好|x)", "發好 x", "|發好|x" },
		{ "(发|\\((?R)\\))", "（發)", "|（發)" },
		{ "(?|(发)|(好))\\1", "發發好好", "|發發|好好" },
		{ "(a)\\g{1}1", "aa１", "|aa１" },
		{ "(a)\\1(?#x)1", "aa1", "|aa1" },
		{ "a{", "a｛", "|a｛" },
		{ "(*plb:发)好", "發好", "|好" },
		{ "a +b", "a　 b", "|a　 b" },
		{ "kg+", "kgg ㎏", "|kgg" },
		{ "(?<=kg)x", "kgx", "|x" },
		{ "(kg)(x)\\2", "㎏xx", "|㎏xx" },
	};

	(void)state;
	check_all(CASES, N_ITEMS(CASES), 0);
}

static void
exact_script_finds_itself(void **state)
{
	static const FoldCase CASES[] = {
		{ "发", "發发", "|发" },
		{ "ai", "ＡＩ ai", "|ai" },
		{ "人工智能", "人工智慧", "" },
		{ "\"", "「\"", "|\"" },
		{ "a b", "a  b a b", "|a b" },
	};

	(void)state;
	check_all(CASES, N_ITEMS(CASES), PATTERN_EXACT_SCRIPT);
}

static void
smart_case_is_that_of_what_was_typed(void **state)
{
	static const FoldCase CASES[] = {
		{ "AI", "ai ＡＩ", "|ＡＩ" },
		{ "ai发", "AI發", "|AI發" },
		{ "[A-C]x", "bx Bx", "|Bx" },
		{ "\\W发", "，發", "|，發" },
	};

	(void)state;
	check_all(CASES, N_ITEMS(CASES), 0);
}

static void
pattern_that_grows_too_large_matches_as_it_is(void **state)
{
	Buf source;
	Pattern *pattern;
	size_t start, len;
	Err err = { 0 };

	(void)state;
	buf_init(&source, PATTERN_MAX);
	while (source.len < PATTERN_MAX - 8)
		buf_append(&source, SLICE("a"));
	pattern = pattern_new(buf_slice(&source), PATTERN_FIXED, &err);
	assert_non_null(pattern);
	assert_int_equal(pattern_find(pattern, buf_slice(&source), 0, &start,
				      &len), PATTERN_FOUND);
	pattern_free(pattern);
	buf_done(&source);
}

#define SHY "\xC2\xAD"
#define ZWSP "\xE2\x80\x8B"
#define ZWJ "\xE2\x80\x8D"
#define WJ "\xE2\x81\xA0"
#define BOM "\xEF\xBB\xBF"
#define FAMILY "👩" ZWJ "👧"

static void
what_is_not_seen_stands_between_characters(void **state)
{
	static const FoldCase CASES[] = {
		{ "interview", "inter" SHY "view, interview, inter-view",
		  "|inter" SHY "view|interview" },
		{ "view", ZWSP "v" WJ "i" ZWJ "e" BOM "w" ZWSP,
		  "|v" WJ "i" ZWJ "e" BOM "w" },
		{ "view", "v" SHY ZWSP SHY "iew", "|v" SHY ZWSP SHY "iew" },
		{ "人工智能", "人" ZWSP "工智" WJ "慧 人工" SHY "智能",
		  "|人" ZWSP "工智" WJ "慧|人工" SHY "智能" },
		{ "软件", "軟" SHY "體" ZWSP, "|軟" SHY "體" },
		{ "a b", "a" ZWSP "  " ZWSP "b", "|a" ZWSP "  " ZWSP "b" },
		{ "--", "-" SHY "- —" SHY, "|—" },
		{ "a--b", "a" SHY "——" ZWSP "b", "|a" SHY "——" ZWSP "b" },
		{ "x\\.\\.\\.", "x" ZWSP "… x" SHY "...",
		  "|x" ZWSP "…|x" SHY "..." },
		{ "kg", "k" SHY "g ㎏" SHY, "|k" SHY "g|㎏" },
		/* a part of a word first, and again behind */
		{ "aab", "aaa" SHY "b aab", "|aa" SHY "b|aab" },
		/* what one types unseen */
		{ "inter" SHY "view", "interview " SHY "inter" ZWSP "view",
		  "|interview|inter" ZWSP "view" },
		{ FAMILY, FAMILY "👩👧", "|" FAMILY "|👩👧" },
		{ ZWSP, "a" ZWSP "b", "|" ZWSP },
		/* in a regular expression what stands for itself */
		{ "in(ter|tra)view", "in" SHY "t" SHY "erview",
		  "" },
		{ "in(ter|tra)view", "int" SHY "ravi" SHY "ew",
		  "|int" SHY "ravi" SHY "ew" },
		{ "vie+w", "v" SHY "ie" "ew", "|v" SHY "ieew" },
		{ "[v]iew", "vi" SHY "ew v" SHY "iew", "|vi" SHY "ew" },
		{ "(?<=in)ter", "i" SHY "nt" SHY "er", "" },
		{ "\\w+", "in" SHY "ter", "|in|ter" },
		{ "a.b", "a" SHY "b", "|a" SHY "b" },
	};
	static const FoldCase EXACT[] = {
		{ "發", "发 發" SHY, "|發" },
		{ "Ab", "A" SHY "b a" SHY "b Ａｂ", "|A" SHY "b" },
		{ "[発a]b", "發b 発b" SHY "a" SHY "b", "|発b" },
	};
	static const FoldCase WORDS[] = {
		{ "inter", "inter" SHY "view inter", "|inter" },
		{ "view", "inter" SHY "view view" SHY, "|view" },
		{ "interview", "inter" SHY "view" ZWSP " x",
		  "|inter" SHY "view" },
		{ "AI", "用" ZWSP "AI" SHY "做", "|AI" },
	};

	(void)state;
	check_all(CASES, N_ITEMS(CASES), 0);
	check_all(EXACT, N_ITEMS(EXACT), PATTERN_EXACT_SCRIPT);
	check_all(WORDS, N_ITEMS(WORDS), PATTERN_WORD);
}

/* It is found wherever it begins in a text, and nothing else is. */
static void
each_unseen_character_is_known(void **state)
{
	char text[300], bytes[UTF8_MAX];

	(void)state;
	for (uint32_t cp = 0x80; cp <= 0xFFFF; cp++) {
		size_t len, at = cp % 200;

		if (cp >= 0xD800 && cp <= 0xDFFF)
			continue;
		len = utf8_encode(cp, bytes);
		memset(text, 'a', sizeof(text));
		memcpy(text + at, bytes, len);
		assert_int_equal(unseen_in((Slice){ text, at + len + cp % 99 }),
				 unseen_is(cp));
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(forms_of_a_character_are_alike),
		cmocka_unit_test(words_of_a_region_are_alike),
		cmocka_unit_test(words_side_by_side_are_chosen_each_by_itself),
		cmocka_unit_test(forms_of_several_characters_are_alike),
		cmocka_unit_test(
			letters_and_their_marks_are_alike_composed_or_not),
		cmocka_unit_test(forms_that_overlap_in_many_ways_still_match),
		cmocka_unit_test(widths_and_marks_are_alike),
		cmocka_unit_test(literal_syntax_is_folded_as_it_stands),
		cmocka_unit_test(syntax_keeps_its_meaning),
		cmocka_unit_test(exact_script_finds_itself),
		cmocka_unit_test(smart_case_is_that_of_what_was_typed),
		cmocka_unit_test(pattern_that_grows_too_large_matches_as_it_is),
		cmocka_unit_test(what_is_not_seen_stands_between_characters),
		cmocka_unit_test(each_unseen_character_is_known),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
