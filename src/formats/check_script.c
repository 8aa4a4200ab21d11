/*
 * Traditional and Simplified characters side by side.  Told by frequent
 * characters that only one of the two scripts uses (and Japanese does not), so
 * what is found is there, but a rare character may be missed.
 */
#include "formats/check_inner.h"

#include "base/i18n.h"
#include "text/utf8.h"

#define MINORITY 5		/* times as many: the rest is a slip */

/* Simplified, Traditional, in turn. */
static const char PAIRS[] =
	"说說这這们們对對时時为為还還样樣给給让讓应應问問进進从從现現实實"
	"发發经經关關开開长長见見吗嗎话話谁誰谢謝请請认認觉覺难難题題讲講"
	"论論该該变變欢歡动動务務电電网網间間门門书書东東车車马馬风風议議"
	"员員业業产產战戰术術报報红紅记記设設访訪译譯词詞语語读讀课課调調"
	"边邊达達运運远遠连連选選错錯钱錢铁鐵银銀阳陽陈陳队隊阶階际際韩韓"
	"顾顧须須顿頓预預领領频頻颜顏饭飯馆館验驗鱼魚鸟鳥龙龍贵貴费費赛賽"
	"谈談诉訴试試诗詩诚誠";

typedef enum Script { SCRIPT_NONE, SCRIPT_SIMPLIFIED, SCRIPT_TRADITIONAL } Script;

#define HAN_FIRST 0x4E00
#define HAN_LAST 0x9FFF

/* What each character of the block says. */
typedef struct Table {
	uint8_t script[HAN_LAST - HAN_FIRST + 1];
} Table;

typedef struct Tally {
	uint64_t count[3];
	uint32_t line[3];	/* of the first */
	Slice first[3];
} Tally;

static void
fill(Table *table)
{
	Slice pairs = slice_from(PAIRS);
	Script script = SCRIPT_SIMPLIFIED;
	uint32_t cp;

	for (size_t i = 0; i < pairs.len;) {
		i += utf8_decode(slice_sub(pairs, i, UTF8_MAX), &cp);
		table->script[cp - HAN_FIRST] = (uint8_t)script;
		script = script == SCRIPT_SIMPLIFIED ? SCRIPT_TRADITIONAL
						     : SCRIPT_SIMPLIFIED;
	}
}

static void
count(const Table *table, Slice text, uint32_t line, Tally *tally)
{
	uint32_t cp;

	for (size_t i = 0, len; i < text.len; i += len) {
		Script script;

		len = 1;
		if ((unsigned char)text.ptr[i] < 0xE0)
			continue;
		len = utf8_decode(slice_sub(text, i, UTF8_MAX), &cp);
		if (cp < HAN_FIRST || cp > HAN_LAST)
			continue;
		script = (Script)table->script[cp - HAN_FIRST];
		if (script != SCRIPT_NONE && tally->count[script]++ == 0) {
			tally->line[script] = line;
			tally->first[script] = slice_sub(text, i, len);
		}
	}
}

static void
tell_few(Check *check, const Tally *tally, Script few)
{
	unsigned long long n = tally->count[few];
	const char *what =
		few == SCRIPT_TRADITIONAL
			? ngettext("the text is in Simplified Chinese, but "
				   "for %llu Traditional character: “%.*s”",
				   "the text is in Simplified Chinese, but "
				   "for %llu Traditional characters, the "
				   "first here: “%.*s”", n)
			: ngettext("the text is in Traditional Chinese, but "
				   "for %llu Simplified character: “%.*s”",
				   "the text is in Traditional Chinese, but "
				   "for %llu Simplified characters, the "
				   "first here: “%.*s”", n);

	check_add(check, tally->line[few], "script", what, n,
		  SLICE_ARGS(tally->first[few]));
}

static void
check_text(Check *check, const Table *table)
{
	const Document *doc = check->doc;
	Tally tally = { .count = { 0 } };
	uint64_t simplified, traditional;
	uint32_t line;

	for (ParaId id = 0; id < doc_n_paras(doc); id++) {
		const Para *para = doc_para(doc, id);

		count(table, text_slice(doc->text, para_off(para), para->len),
		      para->line, &tally);
	}
	simplified = tally.count[SCRIPT_SIMPLIFIED];
	traditional = tally.count[SCRIPT_TRADITIONAL];
	if (simplified == 0 || traditional == 0)
		return;
	if (simplified >= MINORITY * traditional) {
		tell_few(check, &tally, SCRIPT_TRADITIONAL);
		return;
	}
	if (traditional >= MINORITY * simplified) {
		tell_few(check, &tally, SCRIPT_SIMPLIFIED);
		return;
	}
	line = tally.line[SCRIPT_SIMPLIFIED] > tally.line[SCRIPT_TRADITIONAL]
		       ? tally.line[SCRIPT_SIMPLIFIED]
		       : tally.line[SCRIPT_TRADITIONAL];
	check_add(check, line, "script",
		  _("Traditional and Simplified Chinese stand side by side, "
		    "from here on"));
}

static void
check_speakers(Check *check, const Table *table)
{
	const Document *doc = check->doc;
	uint32_t *lines = check_first_lines(doc);

	for (SpeakerId id = 0; id < doc_n_speakers(doc); id++) {
		Slice name = doc_speaker(doc, id)->name;
		Tally tally = { .count = { 0 } };

		count(table, name, lines[id], &tally);
		if (tally.count[SCRIPT_SIMPLIFIED] > 0 &&
		    tally.count[SCRIPT_TRADITIONAL] > 0)
			check_add(check, lines[id], "script",
				  _("“%.*s” is written in Traditional and "
				    "Simplified characters"),
				  CHECK_NAME(name));
	}
	mem_free(lines);
}

void
check_scripts(Check *check)
{
	Table *table = mem_zalloc(sizeof(*table));

	fill(table);
	check_speakers(check, table);
	check_text(check, table);
	mem_free(table);
}
