/*
 * The common characters are the most frequent of each language; about 500 Han
 * characters are three quarters of any text.
 */
#include "text/plausible.h"

#include <limits.h>
#include <stdbool.h>
#include <string.h>

#include "base/items.h"
#include "text/utf8.h"

#define RUN_MAX 3     /* letters with accents that stand side by side */
#define NO_KANA 0.3   /* taken from Japanese without any */
#define FEW 3	      /* characters that prove little */
#define FEW_RUSSIAN 8 /* the same where each is one byte */

static const char *const COMMON[] = {
	"的一是不了在人有我他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着"
	"去之过家学对可她里后小么心多天而能好都然没日于起还发成事只作当想看文无开手十用主"
	"行方又如前所本见经头面公同三已老从动两长知民样现分将外但身些与高意进把法此实回二"
	"理美点月明其种声全工己话儿者向情部正名定女问力机给等几很业最间新什打便位因重被走"
	"电四第门相次东政海口使教西再平真听世气信北少关并内加化由却代军产入先山五太水万市"
	"眼体别处总才场师书比住员九笑性通目华报立马命张活难神数件安表原车白应路期叫死常提"
	"感金何更反合放做系计或司利受光王果亲界及今京务制解各任至清物台象记边共风战干接它"
	"许八特觉望直服毛林题建南度统色字请交爱让认算论百吃义科怎元社术结六功指思非流每青"
	"管夫连远资队跟带花快条院变联言权往展该领传近留红治决周保达办运武半候七必城父强步"
	"完革深区即求品士转量空甚众技轻程告江语英基派满式李息写呢识极令黄德收脸钱党倒未持"
	"取设始版双历越史商千片容研像找友孩站广改议形委早房音际则首单据导影失拿网香似石若"
	"兵弟谁校读志飞观争究包组造落视济喜离虽坏吗吧啊嗯嗎訪谈談谢謝您哪",
	"這來國個說們為時會過對麼後還發當無開見經頭與進實點種聲話兒問機給幾業間電門東氣關"
	"產萬體處總場師書員華報馬張難數車應親務邊戰覺題統請愛讓認論義術結連遠資隊帶條變聯"
	"權該領傳決運強區轉眾輕語滿寫識極黃臉錢黨設雙歷廣議際單據導網專誰讀飛觀爭組視濟離"
	"雖壞裡內兩別現樣長從動將學並沒著於樂聽記許計紅達辦節線龍熱響錄寶號調確準講藝驗農",
	"이다는의에을가고한하도지로은기리사나그어아자서인시대라를정부니게일들수있것해전만않"
	"없우습까요면말때보여년내주거오저왔네제런금무생구안녕감장신상과와세조원연문공모동",
	"оеаинтсрвлкмдпу",
	"àâäáãåçéèêëîïíìñóôöòõúùûüßæøœÀÄÅÇÉÈÊÖÜÓØŒ",
	"‘’“”–—…«»¿¡°§£€©·½\u00A0",
};

/* A bit for each code point of the first plane. */
typedef struct CommonSet {
	uint8_t bits[65536 / CHAR_BIT];
} CommonSet;

static void
make_set(CommonSet *set)
{
	memset(set, 0, sizeof(*set));
	for (size_t i = 0; i < N_ITEMS(COMMON); i++) {
		Slice rest = slice_from(COMMON[i]);

		while (rest.len) {
			uint32_t cp;
			size_t len = utf8_decode(rest, &cp);

			set->bits[cp / CHAR_BIT] |= (uint8_t)(1u << cp % 8);
			rest = slice_sub(rest, len, SIZE_MAX);
		}
	}
}

static bool
is_common(const CommonSet *set, uint32_t cp)
{
	return cp < 65536 && (set->bits[cp / CHAR_BIT] >> cp % 8 & 1);
}

static bool
in_range(uint32_t cp, uint32_t first, uint32_t last)
{
	return cp >= first && cp <= last;
}

static bool
is_han(uint32_t cp)
{
	return in_range(cp, 0x4E00, 0x9FFF);
}

/* Punctuation of East Asia: ideographic, full-width, dashes, quotes. */
static bool
is_eastern_mark(uint32_t cp)
{
	return in_range(cp, 0x3000, 0x3003) || in_range(cp, 0x3008, 0x3011) ||
	       in_range(cp, 0xFF01, 0xFF5E) || in_range(cp, 0x2014, 0x2015) ||
	       in_range(cp, 0x2018, 0x201D) || cp == 0x2026 || cp == 0xB7 ||
	       cp == 0x2027 || cp == 0x30FB;
}

static bool
is_ascii_letter(uint32_t cp)
{
	return in_range(cp | 0x20, 'a', 'z');
}

/* Quotes, dashes and the ellipsis stand behind Latin letters, the rest not. */
static double
weigh_mark(uint32_t cp, uint32_t before)
{
	return in_range(cp, 0x2010, 0x2026) || !is_ascii_letter(before) ? 0.8
									: 0.2;
}

static bool
is_hiragana(uint32_t cp)
{
	return in_range(cp, 0x3041, 0x3096);
}

static bool
is_katakana(uint32_t cp)
{
	return in_range(cp, 0x30A1, 0x30FE) && cp != 0x30FB;
}

static bool
is_hangul(uint32_t cp)
{
	return in_range(cp, 0xAC00, 0xD7A3);
}

static bool
is_cyrillic(uint32_t cp)
{
	return in_range(cp, 0x410, 0x44F) || cp == 0x401 || cp == 0x451;
}

static bool
is_small_cyrillic(uint32_t cp)
{
	return in_range(cp, 0x430, 0x44F) || cp == 0x451;
}

/* Letters of Latin-1 and beyond; what Western charsets have beside them. */
static bool
is_accented(uint32_t cp)
{
	return in_range(cp, 0xC0, 0x17F);
}

static double
weigh_chinese(const CommonSet *common, uint32_t cp, uint32_t before)
{
	if (is_han(cp))
		return is_common(common, cp) ? 1 : 0.25;
	if (is_eastern_mark(cp))
		return weigh_mark(cp, before);
	if (in_range(cp, 0x3400, 0x4DBF) || in_range(cp, 0x20000, 0x323AF))
		return 0.1;
	return is_hiragana(cp) || is_katakana(cp) ? -0.3 : -1;
}

static double
weigh_japanese(const CommonSet *common, uint32_t cp, uint32_t before)
{
	if (is_hiragana(cp))
		return 1;
	if (is_katakana(cp))
		return 0.8;
	if (is_han(cp))
		return is_common(common, cp) ? 0.6 : 0.2;
	if (is_eastern_mark(cp))
		return weigh_mark(cp, before);
	return in_range(cp, 0xFF61, 0xFF9F) ? -0.6 : -1;
}

static double
weigh_korean(const CommonSet *common, uint32_t cp)
{
	if (is_hangul(cp))
		return is_common(common, cp) ? 1 : 0.1;
	if (is_eastern_mark(cp))
		return 0.4;
	return is_han(cp) ? -0.2 : -1;
}

/* KOI8 and its rivals take capitals for small letters, and turn them about. */
static double
weigh_russian(const CommonSet *common, uint32_t cp, uint32_t before)
{
	if (is_cyrillic(cp) && is_ascii_letter(before))
		return -1;
	if (is_small_cyrillic(cp))
		return is_common(common, cp) ? 1 : 0.3;
	if (is_cyrillic(cp))
		return is_small_cyrillic(before) ? -1
		       : is_cyrillic(before)	 ? 0.1
						 : 0.4;
	return is_common(common, cp) || cp == 0x2116 ? 0.5 : -1;
}

/* `run`: how many characters that are not ASCII stand side by side. */
static double
weigh_western(const CommonSet *common, const uint32_t last[2], int run)
{
	uint32_t cp = last[0];

	/* ¡ and ¿ begin a word. */
	if (run >= RUN_MAX ||
	    ((cp == 0xA1 || cp == 0xBF) && is_ascii_letter(last[1])))
		return -1;
	if (!is_common(common, cp))
		return -0.6;
	if (run == 1 || in_range(cp, 0x2010, 0x2026))
		return 1;
	return is_accented(cp) ? 0 : -0.6;
}

static double
weigh_any(const CommonSet *common, uint32_t cp)
{
	if (cp < 0x80)
		return (cp >= 0x20 && cp < 0x7F) || cp == '\n' ||
				       cp == '\r' || cp == '\t'
			       ? 1
			       : -2;
	if (is_common(common, cp) || is_eastern_mark(cp) || is_hiragana(cp) ||
	    is_katakana(cp) || cp == 0xFEFF)
		return 1;
	if (is_han(cp) || is_cyrillic(cp) || is_accented(cp))
		return 0.3;
	return is_hangul(cp) ? 0.1 : -0.5;
}

static double
weigh(const CommonSet *common, PlausibleKind kind, const uint32_t last[2],
      int run)
{
	switch (kind) {
	case PLAUSIBLE_CHINESE:
		return weigh_chinese(common, last[0], last[1]);
	case PLAUSIBLE_JAPANESE:
		return weigh_japanese(common, last[0], last[1]);
	case PLAUSIBLE_KOREAN:
		return weigh_korean(common, last[0]);
	case PLAUSIBLE_RUSSIAN:
		return weigh_russian(common, last[0], last[1]);
	case PLAUSIBLE_WESTERN:
		return weigh_western(common, last, run);
	default:
		return weigh_any(common, last[0]);
	}
}

/* What a sum is divided by, so that a few characters do not prove much. */
static double
at_least(size_t n, PlausibleKind kind)
{
	size_t few = FEW;

	if (kind == PLAUSIBLE_WESTERN || kind == PLAUSIBLE_ALL)
		few = 1;
	else if (kind == PLAUSIBLE_RUSSIAN)
		few = FEW_RUSSIAN;
	return (double)(n < few ? few : n);
}

double
plausible(Slice utf8, PlausibleKind kind)
{
	uint32_t last[2] = { 0, 0 }; /* this code point and the one before */
	double sum = 0;
	size_t n = 0, kana = 0;
	int run = 0;
	CommonSet common;

	make_set(&common);
	while (utf8.len) {
		size_t len = utf8_decode(utf8, &last[0]);

		run = len > 1 ? run + 1 : 0;
		if (len > 1 || kind == PLAUSIBLE_ALL) {
			sum += weigh(&common, kind, last, run);
			n++;
			kana += is_hiragana(last[0]) || is_katakana(last[0]);
		}
		last[1] = last[0];
		utf8 = slice_sub(utf8, len, SIZE_MAX);
	}
	if (n == 0)
		return 0;
	if (kind == PLAUSIBLE_JAPANESE && kana == 0)
		sum -= NO_KANA * (double)n;
	if (sum < -(double)n)
		return -1;
	return sum > 0 ? sum / at_least(n, kind) : sum / (double)n;
}
