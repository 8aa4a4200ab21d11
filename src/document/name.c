#include "document/name.h"

#include <string.h>

#include "document/surname.h"
#include "document/word_list.h"
#include "text/uni.h"
#include "text/utf8.h"

/* Words that stand before a colon and name nobody; whole names. */
static const char *const STOP[] = {
	"note", "notes", "topic", "topics", "location", "slides", "http",
	"https", "ftp", "mailto", "title", "date", "author", "authors",
	"source", "summary", "abstract", "example", "examples", "warning",
	"tip", "hint", "todo", "fixme", "update", "edit", "link", "links",
	"video", "audio", "transcript", "transcription", "transcribed by",
	"recorded", "published", "published on", "tags", "category",
	"categories", "description", "url", "website", "email", "phone",
	"time", "duration", "place", "venue", "attendees", "participants",
	"present", "agenda", "minutes", "references", "reference", "see also",
	"however", "therefore", "first", "second", "third", "finally",
	"result", "results", "conclusion", "introduction", "background",
	"problem", "solution", "pros", "cons", "important", "caution",
	"figure", "table", "step", "chapter", "section", "part", "episode",
	"subject", "re", "from", "to", "ps", "p.s", "e.g", "i.e",
	"in short", "in other words", "for example", "that is", "media",
	"translation", "translated by", "editor's note", "disclaimer",
	"key points", "takeaways", "key takeaways", "next steps", "resources",
	"further reading", "show notes", "action items", "related",
	"added", "changed", "fixed", "removed", "deprecated", "security",
	"usage", "requirements", "license", "install", "installation",
	"features", "options", "arguments", "returns", "default", "serves",
	"ingredients", "method", "remember", "before", "after", "input",
	"output", "name", "age", "city", "country", "job", "server", "port",
	"user", "password", "path", "file", "size", "color", "colour", "price",
	"total", "status", "state", "type", "value", "key", "index", "model",
	"memory", "network", "format", "files", "document", "info", "warn",
	"error", "errors", "debug", "fatal", "trace", "decision", "decisions",
	"hypothesis", "action", "actions", "deadline", "vote", "apologies",
	"psalm", "filename", "listing", "english", "chinese", "monday", "tuesday", "wednesday",
	"thursday", "friday", "saturday", "sunday",
	"作者", "原文", "例如", "比如", "譬如", "主题", "主題", "访谈记录",
	"訪談記錄", "注意", "备注", "備註", "注", "註", "说明", "說明", "提示",
	"来源", "來源", "出处", "出處", "编辑", "編輯", "编者按", "編者按",
	"译者", "譯者", "翻译", "翻譯", "校对", "校對", "标题", "標題", "日期",
	"时间", "時間", "地点", "地點", "主讲", "题目", "題目", "链接", "鏈接",
	"連結", "原文链接", "原文連結", "网址", "網址", "摘要", "总结", "總結",
	"结论", "結論", "简介", "簡介", "前言", "背景", "问题", "問題", "方法",
	"步骤", "步驟", "挑战", "挑戰", "机会", "機會", "优点", "優點", "缺点",
	"缺點", "图", "圖", "表", "附", "附录", "附錄", "首先", "其次", "最后",
	"最後", "第一", "第二", "第三", "总之", "總之", "因此", "所以", "但是",
	"不过", "不過", "此外", "另外", "换言之", "換言之", "简而言之", "关键词",
	"關鍵詞", "关键字", "关于", "關於", "目录", "目錄", "更新", "重点",
	"重點", "结果", "結果", "原因", "目标", "目標", "建议", "建議", "参考",
	"參考", "参考资料", "參考資料", "相关阅读", "延伸閱讀", "推荐", "推薦",
	"推荐阅读", "版权", "版權", "声明", "聲明", "联系方式", "微信", "邮箱",
	"电话", "電話", "与会者", "與會者", "出席", "列席", "主办", "主辦",
	"协办", "嘉宾介绍", "采访", "採訪", "整理", "撰文", "文", "摄影", "攝影",
	"于是", "於是", "同时", "同時", "任务", "任務", "方案", "方式", "方向",
	"安全", "平台", "平臺", "金融", "金额", "金額", "成本", "成果", "成长",
	"成長", "常识", "常識", "路线", "路線", "路径", "路徑", "时代", "時代",
	"时机", "時機", "支持", "管理", "经济", "經濟", "经验", "經驗", "解决",
	"解決", "解释", "解釋", "解读", "解讀", "应对", "應對", "宗旨", "单价",
	"單價", "单位", "單位", "程序", "程度", "温度", "溫度", "习惯", "習慣",
	"容量", "文化", "文章", "文件", "利润", "利潤", "利率", "关键", "關鍵",
	"相关", "相關", "权限", "權限", "权重", "權重", "公司", "公式", "公告",
	"计算", "計算", "计划", "計劃", "项目", "項目", "强调", "強調", "颜色",
	"顏色", "高度", "左边", "左邊", "农业", "農業", "黄金", "黃金", "石油",
	"白银", "白銀", "明天", "万一", "萬一", "优势", "優勢", "劣势", "劣勢",
	"周一", "周二", "周三", "周四", "周五", "周六", "周日", "周末", "週一",
	"时长", "時長", "高亮", "金句", "核心", "核心观点", "应用", "應用",
};

/* A word of which makes a title, not a name, of what it stands in. */
static const char *const TITLE_WORDS[] = {
	"points", "steps", "reading", "notes", "links", "resources",
	"takeaways", "chapter", "section", "episode", "summary", "update",
	"overview", "introduction", "conclusion", "questions", "answers",
	"results", "example", "examples", "step", "figure", "table", "option",
	"phase", "version", "the", "this", "that", "these", "why", "how",
	"what", "when", "where", "is", "are", "was", "were", "in", "on",
	"with", "about", "please", "read", "syntax", "bug", "bugs", "fix",
	"fixes",
};

/* A word of which makes a thing, rather than a person, of what it stands in. */
static const char *const THING_WORDS[] = {
	"benefits", "cases", "channels", "complexity", "details", "error",
	"errors", "features", "files", "goals", "handling", "issues", "items",
	"output", "parameters", "performance", "practices", "recorders",
	"requirements", "risks", "settings", "tasks", "tests", "types",
	"usage", "values",
};

/* The last character of what is a thing though a surname begins it: `关键点`. */
static const char THING_CHARS[] =
	"性值量层層率类類式费費码碼号號版题題部区區项項表线線器点點法度型案";

/* Who one is in a talk; whole names, perhaps with a number or letter. */
static const char *const ROLES[] = {
	"q", "a", "host", "guest", "interviewer", "interviewee", "moderator",
	"reporter", "journalist", "question", "answer", "audience", "speaker",
	"narrator", "announcer", "caller", "operator", "chair", "chairman",
	"chairwoman", "chairperson", "all", "everyone", "unknown",
	"unknown speaker", "male speaker", "female speaker", "audience member",
	"man", "woman", "student", "judge", "witness", "panelist",
	"问", "問", "答", "主持人", "主持", "记者", "記者", "嘉宾", "嘉賓",
	"来宾", "來賓", "主播", "观众", "觀眾", "听众", "聽眾", "提问者",
	"提問者", "受访者", "受訪者", "采访者", "採訪者", "访谈者", "訪談者",
	"发言人", "發言人", "旁白", "众人", "眾人", "全体", "全體", "主席",
	"甲", "乙", "丙", "丁", "正方", "反方", "控方", "辩方", "辯方",
	"司仪", "司儀", "学生", "學生", "老师", "老師", "院长", "院長", "我",
	"提问人", "提問人", "访问者", "訪問者", "网友", "網友", "画外音", "畫外音",
	"participant", "respondent", "facilitator", "co-host", "panellist",
};

/* Who one is behind `the`: `THE COURT`, `The President`. */
static const char *const OFFICES[] = {
	"court", "witness", "president", "vice president", "clerk", "speaker",
	"chair", "chairman", "chairwoman", "presiding officer", "moderator",
	"prime minister", "interpreter", "judge", "host", "interviewer",
};

/* Whom nobody knows; whole names. */
static const char *const UNKNOWN[] = {
	"??", "？？", "???", "？？？", "?", "？", ">>", "unknown",
	"unknown speaker", "unknown person", "unknown voice", "unknown male",
	"unknown female", "unknown man", "unknown woman", "unidentified",
	"unidentified speaker", "unidentified person", "unidentified male",
	"unidentified female", "unidentified man", "unidentified woman",
	"unidentified voice", "speaker unknown", "male speaker",
	"female speaker", "audience", "audience member", "audience question",
	"questioner", "attendee", "unnamed", "unnamed speaker",
	"未知", "未知发言者", "未知發言者", "未知发言人", "未知發言人",
	"未知说话人", "未知說話人", "未知讲者", "未知講者", "不明", "不明发言者",
	"不明發言者", "不明发言人", "不明發言人", "不明人士", "未识别",
	"未識別", "未具名", "匿名", "某人", "观众", "觀眾", "听众", "聽眾",
	"提问者", "提問者", "现场观众", "現場觀眾",
};

static const char *const ROLE_SUFFIXES[] = {
	"议员", "議員", "先生", "女士", "小姐", "老师", "老師", "教授", "博士",
	"主任", "委员", "委員", "主席", "部长", "部長", "院长", "院長", "总统",
	"總統", "总理", "總理", "经理", "經理", "律师", "律師", "医生", "醫生",
	"医师", "醫師", "记者", "記者", "主持人", "主播", "师傅", "師傅",
	"同学", "同學", "科长", "科長", "处长", "處長", "局长", "局長", "司长",
	"司長", "署长", "署長", "次长", "次長", "市长", "市長", "县长", "縣長",
	"校长", "校長", "代表", "组长", "組長", "所长", "所長", "理事长",
	"理事長", "秘书长", "秘書長", "执行长", "執行長", "董事长", "董事長",
	"太太", "奶奶", "爷爷", "爺爺", "阿姨", "叔叔", "车长", "車長",
};

static const char *const PSEUDO[] = {
	"break", "breaks", "jingle", "music", "ad", "ads", "ad break",
	"advertisement", "sponsor", "commercial", "commercial break",
	"intro music", "outro music", "theme music", "sound effect",
	"广告", "廣告", "音乐", "音樂", "片头", "片頭", "片尾", "休息",
};

/* Small words inside a Latin name. */
static const char *const PARTICLES[] = {
	"de", "da", "di", "du", "del", "della", "van", "von", "der", "den",
	"la", "le", "el", "al", "bin", "ibn", "of", "y", "e", "and", "dos",
	"ter", "ten", "zu", "af", "av",
};

/* Characters of sentences that stand in no Han name. */
static const char SENTENCE_CHARS[] =
	"的了吗嗎呢吧这這我你妳您他她它们們什么麼怎很还還是没沒把被让讓";

/* Punctuation that ends or divides sentences, or belongs to code. */
static const char NOT_IN_NAMES[] = "。！？!?；;，：:「『《〈<>{}|=\\/*`~^%$…—";

#define IN_WORDS(word, words) \
	word_list_has(word, words, sizeof(words) / sizeof(*(words)))

bool
name_is_pseudo(Slice name)
{
	return IN_WORDS(slice_trim(name), PSEUDO);
}

bool
name_is_unknown(Slice name)
{
	return IN_WORDS(slice_trim(name), UNKNOWN);
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

static Counts
count(Slice name)
{
	Counts counts = { 0 };
	uint32_t cp;

	for (size_t i = 0; i < name.len; counts.chars++) {
		i += utf8_decode(slice_sub(name, i, UTF8_MAX), &cp);
		if (counts.chars == 0)
			counts.first = cp;
		counts.last = cp;
		if (cp == 0xB7 || cp == 0x30FB || cp == 0x2027)
			counts.dots++;
		else if (cp == 0x3001)
			counts.ideographic_commas++;
		else if (cp == '"' || cp == 0x201C || cp == 0x201D)
			counts.quotes++;
		else if (word_list_holds(cp, NOT_IN_NAMES) || uni_is_control(cp))
			counts.refused = true;
		else if (cp >= '0' && cp <= '9')
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
		if (word_list_holds(cp, SENTENCE_CHARS))
			return true;
	}
	return false;
}

static bool
has_role_suffix(Slice name)
{
	for (size_t i = 0; i < sizeof(ROLE_SUFFIXES) / sizeof(*ROLE_SUFFIXES);
	     i++)
		if (slice_ends(name, slice_from(ROLE_SUFFIXES[i])))
			return true;
	return false;
}

static NameWhy
han_why(Slice name, const Counts *counts)
{
	if (holds_sentence_char(name))
		return NAME_WHY_SENTENCE;
	if (counts->dots > 0 && counts->han <= 20)
		return NAME_WHY_DOTS;
	if (counts->ideographic_commas > 0)
		return counts->han <= 20 ? NAME_WHY_LIST : NAME_WHY_SENTENCE;
	if (has_role_suffix(name) && counts->han <= 12)
		return NAME_WHY_TITLED;
	if (counts->han > 6)
		return NAME_WHY_SENTENCE;
	if (word_list_holds(counts->first, "阿小老大") && counts->han <= 3)
		return NAME_WHY_SHORT;
	if (surname_is_long(name) && counts->han >= 3 && counts->han <= 4)
		return NAME_WHY_SURNAME;
	if (word_list_holds(counts->last, THING_CHARS))
		return NAME_WHY_THING;
	if (surname_begins(name) && counts->han >= 2)
		return counts->han <= 3 ? NAME_WHY_SURNAME
					: NAME_WHY_SURNAME_LONG;
	return NAME_WHY_WORD;
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
	return uni_is_upper(cp) || (cp >= '0' && cp <= '9') || cp == '(' ||
	       cp == '[' || cp == '&' || cp == 0xFF08 || is_caseless(word);
}

static bool
is_number(Slice word)
{
	size_t n = 0;

	while (n < word.len && ((word.ptr[n] >= '0' && word.ptr[n] <= '9') ||
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
	for (size_t i = 0; i < sizeof(ends) / sizeof(*ends); i++)
		if (word.len > 6 && slice_ends(word, ends[i]))
			return true;
	return IN_WORDS(word, THING_WORDS);
}

static NameWhy
latin_why(Slice name)
{
	size_t words = 0, good = 0, things = 0, caseless = 0;
	Slice rest = name, word, last = name;
	bool first_good = false;
	bool initials = name_style(name) == NAME_INITIALS;

	while ((word = next_word(&rest)).len > 0) {
		if (!initials && IN_WORDS(word, TITLE_WORDS))
			return NAME_WHY_TITLE;
		words++;
		last = word;
		things += is_thing(word);
		caseless += is_caseless(word);
		if (is_name_word(word) ||
		    (words > 1 && IN_WORDS(word, PARTICLES)))
			good++;
		if (words == 1)
			first_good = good == 1;
	}
	if (words > 6 || caseless > 4)
		return NAME_WHY_WORDS;
	if (things > 0 && good == words)
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
	static const char numerals[] = "一二三四五六七八九十";

	if (s.len > 0 && strchr("0123456789-.", s.ptr[s.len - 1]) != NULL)
		return 1;
	for (size_t i = 0; s.len > 3 && i + 1 < sizeof(numerals); i += 3)
		if (memcmp(s.ptr + s.len - 3, numerals + i, 3) == 0)
			return 3;
	return 0;
}

/* The name without a number or capital letter behind it: `Speaker 7`. */
static Slice
without_number(Slice name)
{
	Slice bare = name;

	while (digit_at_end(bare) > 0)
		bare.len -= digit_at_end(bare);
	if (bare.len == name.len && bare.len > 1 &&
	    bare.ptr[bare.len - 1] >= 'A' && bare.ptr[bare.len - 1] <= 'Z')
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
		return IN_WORDS(slice_sub(name, 4, SIZE_MAX), OFFICES);
	if (IN_WORDS(name, ROLES))
		return true;
	return bare.len == name.len ? IN_WORDS(name, ROLE_SUFFIXES)
				    : bare.len > 1 && IN_WORDS(bare, ROLES);
}

/* Where the parenthesis behind a name begins, or SIZE_MAX. */
static size_t
parenthesis(Slice name)
{
	size_t narrow = slice_find(name, SLICE("("));
	size_t wide = slice_find(name, SLICE("（"));

	return narrow < wide ? narrow : wide;
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
	       name.ptr[digits] >= '0' && name.ptr[digits] <= '9')
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

NameWhy
name_why(Slice name)
{
	Counts counts;
	Slice bare;

	name = slice_trim(name);
	if (name.len == 0)
		return NAME_WHY_EMPTY;
	if (name.len > 4 * NAME_CHARS_MAX)
		return NAME_WHY_LONG;
	if (name_is_mark(name))
		return NAME_WHY_UNKNOWN;
	counts = count(name);
	if (counts.refused || counts.quotes % 2 != 0 || counts.first == '"' ||
	    counts.first == 0x201C || (counts.quotes > 0 && counts.han > 0))
		return NAME_WHY_PUNCTUATION;
	if (counts.chars > NAME_CHARS_MAX)
		return NAME_WHY_LONG;
	if (counts.han + counts.letters == 0)
		return counts.digits > 0 ? NAME_WHY_NUMBER
					 : NAME_WHY_NO_LETTERS;
	bare = without_number(name);
	if (IN_WORDS(name, STOP) ||
	    (bare.len < name.len && IN_WORDS(bare, STOP)))
		return NAME_WHY_STOP;
	if (!is_balanced(name))
		return NAME_WHY_COUNT;
	if (name_is_role(name))
		return NAME_WHY_ROLE;
	if (name_is_unknown(name))
		return NAME_WHY_UNKNOWN;
	if (counts.digits > counts.han + counts.letters ||
	    (counts.first >= '0' && counts.first <= '9'))
		return NAME_WHY_NUMBER;
	if (counts.letters == 0)
		return han_why(name, &counts);
	if (counts.han == 0)
		return latin_why(name);
	return mixed_why(name, &counts);
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

NameLook
name_look(Slice name)
{
	return name_why_look(name_why(name));
}
