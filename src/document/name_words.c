#include "document/name_words.h"

#include "base/items.h"
#include "document/word_list.h"

/* Words that stand before a colon and name nobody; whole names. */
static const Word STOP[] = {
	"abstract", "action", "action items", "actions", "added", "after",
	"age", "agenda", "apologies", "arguments", "attendees", "audio",
	"author", "authors", "background", "before", "categories", "category",
	"caution", "changed", "chapter", "chinese", "city", "color", "colour",
	"conclusion", "cons", "content-description", "content-disposition",
	"content-id", "content-transfer-encoding", "content-type", "country",
	"date", "deadline", "debug", "decision", "decisions", "default",
	"delivered-to", "deprecated", "description", "disclaimer", "document",
	"duration", "e.g", "edit", "editor's note", "email", "english",
	"episode", "error", "errors", "example", "examples", "fatal",
	"features", "figure", "file", "filename", "files", "finally", "first",
	"fixed", "fixme", "for example", "format", "friday", "from", "ftp",
	"further reading", "hint", "however", "http", "https", "hypothesis",
	"i.e", "important", "in other words", "in short", "index", "info",
	"ingredients", "input", "install", "installation", "introduction",
	"job", "key", "key points", "key takeaways", "license", "link", "links",
	"listing", "location", "mailto", "media", "memory", "message-id",
	"method", "mime-version", "minutes", "model", "monday", "name",
	"network", "next steps", "note", "notes", "options", "organizer",
	"organizers", "output", "p.s", "part", "participants", "password",
	"path", "phone", "place", "port", "present", "price", "problem", "pros",
	"ps", "psalm", "published", "published on", "re", "received",
	"recorded", "reference", "references", "regrets", "related", "remember",
	"removed", "reply-to", "requirements", "resources", "result", "results",
	"return-path", "returns", "saturday", "scribe", "scribes", "second",
	"section", "security", "see also", "sender", "server", "serves",
	"show notes", "size", "slides", "solution", "source", "state", "status",
	"step", "subject", "summary", "sunday", "table", "tags", "takeaways",
	"that is", "therefore", "third", "thursday", "time", "tip", "title",
	"to", "todo", "topic", "topics", "total", "trace", "transcribed by",
	"transcript", "transcription", "translated by", "translation",
	"tuesday", "type", "update", "url", "usage", "value", "venue", "video",
	"vote", "warn", "warning", "website", "wednesday", "x-mailer", "万一",
	"不过", "不過", "与会者", "主办", "主讲", "主辦", "主題", "主题",
	"习惯", "于是", "任务", "任務", "优势", "优点", "但是", "作者", "來源",
	"例如", "備註", "優勢", "優點", "公司", "公告", "公式", "关于", "关键",
	"关键字", "关键词", "其次", "农业", "出处", "出席", "出處", "列席",
	"利润", "利潤", "利率", "前言", "劣势", "劣勢", "协办", "单价", "单位",
	"原因", "原文", "原文連結", "原文链接", "参考", "参考资料", "參考",
	"參考資料", "另外", "同时", "同時", "周一", "周三", "周二", "周五",
	"周六", "周四", "周日", "周末", "問題", "單位", "單價", "嘉宾介绍",
	"因此", "图", "圖", "地点", "地點", "声明", "备注", "安全", "宗旨",
	"容量", "左边", "左邊", "常識", "常识", "平台", "平臺", "应对", "应用",
	"延伸閱讀", "建議", "建议", "強調", "强调", "微信", "总之", "总结",
	"應對", "應用", "成本", "成果", "成長", "成长", "所以", "挑战", "挑戰",
	"换言之", "採訪", "推荐", "推荐阅读", "推薦", "提示", "換言之", "摄影",
	"摘要", "撰文", "攝影", "支持", "整理", "文", "文件", "文化", "文章",
	"方向", "方式", "方案", "方法", "於是", "日期", "时代", "时机", "时长",
	"时间", "明天", "時代", "時機", "時長", "時間", "更新", "最后", "最後",
	"机会", "权重", "权限", "来源", "标题", "校对", "校對", "核心",
	"核心观点", "標題", "機會", "權重", "權限", "此外", "步驟", "步骤",
	"比如", "注", "注意", "温度", "溫度", "版权", "版權", "电话", "白銀",
	"白银", "目录", "目标", "目標", "目錄", "相关", "相关阅读", "相關",
	"石油", "程序", "程度", "第一", "第三", "第二", "简介", "简而言之",
	"管理", "簡介", "結果", "結論", "經濟", "經驗", "網址", "編者按",
	"編輯", "總之", "總結", "经济", "经验", "结果", "结论", "编者按",
	"编辑", "缺点", "缺點", "网址", "習慣", "翻譯", "翻译", "联系方式",
	"聲明", "背景", "與會者", "萬一", "表", "解决", "解決", "解讀", "解读",
	"解释", "解釋", "計劃", "計算", "訪談記錄", "註", "說明", "譬如",
	"譯者", "计划", "计算", "访谈记录", "译者", "说明", "路径", "路徑",
	"路線", "路线", "農業", "連結", "週一", "邮箱", "采访", "重点", "重點",
	"金句", "金融", "金額", "金额", "鏈接", "链接", "關於", "關鍵",
	"關鍵詞", "问题", "附", "附录", "附錄", "電話", "項目", "題目", "顏色",
	"项目", "题目", "颜色", "首先", "高亮", "高度", "黃金", "黄金",
};

/* A word of which makes a title, not a name, of what it stands in. */
static const Word TITLE_WORDS[] = {
	"about", "answers", "are", "bug", "bugs", "by", "chapter", "conclusion",
	"episode", "example", "examples", "figure", "fix", "fixes", "how", "in",
	"introduction", "is", "links", "notes", "on", "option", "overview",
	"phase", "please", "points", "questions", "read", "reading",
	"resources", "results", "section", "step", "steps", "summary", "syntax",
	"table", "takeaways", "that", "the", "these", "this", "update",
	"version", "was", "were", "what", "when", "where", "why", "with",
};

/* A word of which makes a thing, rather than a person, of what it stands in. */
static const Word THING_WORDS[] = {
	"benefits", "cases", "channels", "complexity", "details", "error",
	"errors", "features", "files", "goals", "handling", "issues", "items",
	"output", "parameters", "performance", "practices", "recorders",
	"requirements", "risks", "settings", "tasks", "tests", "types", "usage",
	"values",
};

/* Who one is in a talk; whole names, perhaps with a number or letter. */
static const Word ROLES[] = {
	"a", "all", "animateur", "animatrice", "announcer", "answer",
	"antwort", "audience", "audience member", "audience question",
	"audiencia", "caller", "chair", "chairman", "chairperson",
	"chairwoman", "co-host", "entrevistado", "entrevistador",
	"entrevistadora", "everyone", "facilitator", "female speaker", "frage",
	"guest", "host", "intervenant", "intervenante", "interviewee",
	"interviewer", "journalist", "judge", "male speaker", "man",
	"moderador", "moderadora", "moderator", "narrator", "operator",
	"orador", "oradora", "panelist", "panellist", "participant",
	"pregunta", "público", "q", "question", "question from the audience",
	"reporter", "respondent", "respuesta", "réponse", "speaker",
	"sprecher", "sprecherin", "student", "unknown", "unknown speaker",
	"witness", "woman", "インタビュアー", "丁", "与谈人", "丙", "主席",
	"主持", "主持人", "主播", "主講人", "主讲人", "乙", "事務局", "众人",
	"來賓", "全体", "全體", "副委員長", "副議長", "参与者", "参考人",
	"參與者", "反方", "发言人", "受訪人", "受訪者", "受访人", "受访对象",
	"受访者", "司仪", "司会", "司会者", "司儀", "听众", "問", "嘉宾",
	"嘉賓", "回答者", "大会发言人", "委員長", "学生", "學生", "我",
	"採訪者", "控方", "提問人", "提問者", "提问人", "提问者", "政府参考人",
	"旁白", "来宾", "正方", "甲", "画外音", "畫外音", "發言人", "眾人",
	"答", "網友", "編集部", "网友", "老师", "老師", "聞き手", "聽眾",
	"與談人", "被訪者", "被访者", "觀眾", "观众", "記者", "訪問者",
	"訪談對象", "訪談者", "說話人", "說話者", "講者", "議長", "议长",
	"记者", "讲者", "访谈对象", "访谈者", "访问者", "说话人", "说话者",
	"質問者", "辩方", "辯方", "采访者", "问", "院長", "院长", "기자", "답",
	"답변", "문", "사회자", "진행자", "질문", "Ａ", "Ｑ", "ａ", "ｑ",
};

/* Who one is behind `the`: `THE COURT`, `The President`. */
static const Word OFFICES[] = {
	"chair", "chairman", "chairwoman", "clerk", "court", "host",
	"interpreter", "interviewer", "judge", "moderator", "president",
	"presiding officer", "prime minister", "speaker", "vice president",
	"witness",
};

/* Whom nobody knows; whole names. */
static const Word UNKNOWN[] = {
	">>", "?", "??", "???", "attendee", "audience", "audience member",
	"audience question", "female speaker", "male speaker", "questioner",
	"speaker unknown", "unidentified", "unidentified female",
	"unidentified male", "unidentified man", "unidentified person",
	"unidentified speaker", "unidentified voice", "unidentified woman",
	"unknown", "unknown female", "unknown male", "unknown man",
	"unknown person", "unknown speaker", "unknown voice", "unknown woman",
	"unnamed", "unnamed speaker", "–", "—", "——", "――", "──", "不明",
	"不明人士", "不明发言人", "不明发言者", "不明發言人", "不明發言者",
	"匿名", "听众", "提問者", "提问者", "未具名", "未知", "未知发言人",
	"未知发言者", "未知發言人", "未知發言者", "未知說話人", "未知講者",
	"未知讲者", "未知说话人", "未識別", "未识别", "某人", "现场观众",
	"現場觀眾", "聽眾", "觀眾", "观众", "？", "？？", "？？？",
};

/* Of two characters, or three, of three bytes. */
static const Word ROLE_SUFFIXES[] = {
	"主任", "主席", "主持人", "主播", "代表", "会長", "会长", "先生",
	"公述人", "医师", "医生", "博士", "县长", "参考人", "叔叔", "司長",
	"司长", "同学", "同學", "執行長", "处长", "大臣", "太太", "女士",
	"奶奶", "委员", "委員", "小姐", "局長", "局长", "市長", "市长", "师傅",
	"師傅", "律师", "律師", "总理", "总统", "所長", "所长", "执行长",
	"教授", "會長", "校長", "校长", "次長", "次长", "爷爷", "爺爺",
	"理事長", "理事长", "知事", "社長", "科長", "科长", "秘书长", "秘書長",
	"組長", "經理", "縣長", "總理", "總統", "组长", "经理", "署長", "署长",
	"老师", "老師", "董事長", "董事长", "處長", "記者", "証人", "證人",
	"議員", "議長", "议员", "议长", "记者", "证人", "車長", "车长", "部長",
	"部长", "醫師", "醫生", "阿姨", "院長", "院长",
};

static const Word PSEUDO[] = {
	"ad", "ad break", "ads", "advertisement", "break", "breaks",
	"commercial", "commercial break", "intro music", "jingle", "music",
	"outro music", "sound effect", "sponsor", "theme music", "休息", "广告",
	"廣告", "片头", "片尾", "片頭", "音乐", "音樂",
};

/* Small words inside a Latin name. */
static const Word PARTICLES[] = {
	"af", "al", "and", "av", "bin", "da", "de", "del", "della", "den",
	"der", "di", "dos", "du", "e", "el", "ibn", "la", "le", "of", "ten",
	"ter", "van", "von", "y", "zu",
};

/* What ends in a period inside a name. */
static const Word ABBREVIATIONS[] = {
	"amb.", "capt.", "chas.", "col.", "dr.", "fr.", "gen.", "geo.", "gov.",
	"hon.", "jr.", "lt.", "maj.", "mr.", "mrs.", "ms.", "no.", "pres.",
	"prof.", "rep.", "rev.", "sec.", "sen.", "sgt.", "sr.", "st.", "wm.",
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
	for (size_t len = 2 * 3; len <= 3 * 3 && len <= name.len; len += 3)
		if (name_word_is(slice_sub(name, name.len - len, len),
				 NAME_WORDS_ROLE_SUFFIXES))
			return true;
	return false;
}
