#include "document/name_words.h"

#include "base/items.h"
#include "document/word_list.h"

/* Words that stand before a colon and name nobody; whole names. */
static const Word STOP[] = {
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
	"password", "path", "file", "size", "color", "colour", "price",
	"total", "status", "state", "type", "value", "key", "index", "model",
	"memory", "network", "format", "files", "document", "info", "warn",
	"error", "errors", "debug", "fatal", "trace", "decision", "decisions",
	"hypothesis", "action", "actions", "deadline", "vote", "apologies",
	"received", "sender", "return-path", "delivered-to", "mime-version",
	"content-type", "content-transfer-encoding", "content-disposition",
	"content-id", "content-description", "message-id", "reply-to",
	"x-mailer", "organizer", "organizers", "scribe", "scribes", "regrets",
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
static const Word TITLE_WORDS[] = {
	"points", "steps", "reading", "notes", "links", "resources",
	"takeaways", "chapter", "section", "episode", "summary", "update",
	"overview", "introduction", "conclusion", "questions", "answers",
	"results", "example", "examples", "step", "figure", "table", "option",
	"phase", "version", "the", "this", "that", "these", "why", "how",
	"what", "when", "where", "is", "are", "was", "were", "in", "on",
	"with", "about", "by", "please", "read", "syntax", "bug", "bugs", "fix",
	"fixes",
};

/* A word of which makes a thing, rather than a person, of what it stands in. */
static const Word THING_WORDS[] = {
	"benefits", "cases", "channels", "complexity", "details", "error",
	"errors", "features", "files", "goals", "handling", "issues", "items",
	"output", "parameters", "performance", "practices", "recorders",
	"requirements", "risks", "settings", "tasks", "tests", "types",
	"usage", "values",
};

/* Who one is in a talk; whole names, perhaps with a number or letter. */
static const Word ROLES[] = {
	"q", "a", "host", "guest", "interviewer", "interviewee", "moderator",
	"reporter", "journalist", "question", "answer", "audience", "speaker",
	"narrator", "announcer", "caller", "operator", "chair", "chairman",
	"chairwoman", "chairperson", "all", "everyone", "unknown",
	"unknown speaker", "male speaker", "female speaker", "audience member",
	"man", "woman", "student", "judge", "witness", "panelist",
	"ｑ", "ａ", "Ｑ", "Ａ", "问", "問", "答", "主持人", "主持", "记者",
	"記者", "嘉宾", "嘉賓",
	"来宾", "來賓", "主播", "观众", "觀眾", "听众", "聽眾", "提问者",
	"提問者", "受访者", "受訪者", "受访人", "受訪人", "采访者", "採訪者",
	"访谈者", "訪談者",
	"发言人", "發言人", "旁白", "众人", "眾人", "全体", "全體", "主席",
	"甲", "乙", "丙", "丁", "正方", "反方", "控方", "辩方", "辯方",
	"司仪", "司儀", "学生", "學生", "老师", "老師", "院长", "院長", "我",
	"提问人", "提問人", "访问者", "訪問者", "网友", "網友", "画外音", "畫外音",
	"question from the audience", "audience question", "说话人", "說話人",
	"说话者", "說話者", "讲者", "講者", "主讲人", "主講人", "与谈人", "與談人",
	"司会", "司会者", "聞き手", "orador", "oradora", "audiencia", "público",
	"pregunta", "respuesta", "moderador", "moderadora", "entrevistador",
	"entrevistadora", "entrevistado", "animateur", "animatrice",
	"intervenant", "intervenante", "réponse", "sprecher", "sprecherin",
	"frage", "antwort",
	"participant", "respondent", "facilitator", "co-host", "panellist",
};

/* Who one is behind `the`: `THE COURT`, `The President`. */
static const Word OFFICES[] = {
	"court", "witness", "president", "vice president", "clerk", "speaker",
	"chair", "chairman", "chairwoman", "presiding officer", "moderator",
	"prime minister", "interpreter", "judge", "host", "interviewer",
};

/* Whom nobody knows; whole names. */
static const Word UNKNOWN[] = {
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

static const Word ROLE_SUFFIXES[] = {
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

static const Word PSEUDO[] = {
	"break", "breaks", "jingle", "music", "ad", "ads", "ad break",
	"advertisement", "sponsor", "commercial", "commercial break",
	"intro music", "outro music", "theme music", "sound effect",
	"广告", "廣告", "音乐", "音樂", "片头", "片頭", "片尾", "休息",
};

/* Small words inside a Latin name. */
static const Word PARTICLES[] = {
	"de", "da", "di", "du", "del", "della", "van", "von", "der", "den",
	"la", "le", "el", "al", "bin", "ibn", "of", "y", "e", "and", "dos",
	"ter", "ten", "zu", "af", "av",
};

/* What ends in a period inside a name. */
static const Word ABBREVIATIONS[] = {
	"mr.", "mrs.", "ms.", "dr.", "prof.", "sen.", "rep.", "gen.", "gov.",
	"capt.", "col.", "lt.", "maj.", "sgt.", "hon.", "rev.", "st.", "jr.",
	"sr.", "amb.", "sec.", "pres.", "chas.", "wm.", "geo.", "fr.", "no.",
};

static const struct {
	const Word *words;
	size_t n;
} SETS[] = {
	[NAME_WORDS_STOP] = { STOP, N_ITEMS(STOP) },
	[NAME_WORDS_TITLES] = { TITLE_WORDS, N_ITEMS(TITLE_WORDS) },
	[NAME_WORDS_THINGS] = { THING_WORDS, N_ITEMS(THING_WORDS) },
	[NAME_WORDS_ROLES] = { ROLES, N_ITEMS(ROLES) },
	[NAME_WORDS_OFFICES] = { OFFICES, N_ITEMS(OFFICES) },
	[NAME_WORDS_UNKNOWN] = { UNKNOWN, N_ITEMS(UNKNOWN) },
	[NAME_WORDS_ROLE_SUFFIXES] = { ROLE_SUFFIXES, N_ITEMS(ROLE_SUFFIXES) },
	[NAME_WORDS_PSEUDO] = { PSEUDO, N_ITEMS(PSEUDO) },
	[NAME_WORDS_PARTICLES] = { PARTICLES, N_ITEMS(PARTICLES) },
	[NAME_WORDS_ABBREVIATIONS] = { ABBREVIATIONS,
				       N_ITEMS(ABBREVIATIONS) },
};

bool
name_word_is(Slice word, NameWords set)
{
	return word_list_has(word, SETS[set].words, SETS[set].n);
}

bool
name_ends_as_role(Slice name)
{
	for (size_t i = 0; i < N_ITEMS(ROLE_SUFFIXES); i++)
		if (slice_ends(name, slice_from(ROLE_SUFFIXES[i])))
			return true;
	return false;
}
