/* Who speaks in a document: traps that hold no speakers, and small talks. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "document/evidence.h"
#include "unit/load_fixture.h"

#define N_ITEMS(table) (sizeof(table) / sizeof((table)[0]))

#define TEXT \
	"這一段是文章的正文，沒有人在這裡說話，只是把事情說清楚。\n\n"
#define PROSE \
	"This is a paragraph of an article, in which nobody talks at all.\n\n"

/* What looks like labels and is none. */
static const char *const ARTICLES[] = {
	/* headings, bold lines and letters again and again */
	"# Soup\n\n## Ingredients:\n\n" PROSE "## For the sauce:\n\n" PROSE
	"## To serve:\n\n" PROSE "## Storage:\n\n" PROSE,
	"# Rome\n\n## Day 1\n\n### Morning\n\n" PROSE "### Lunch\n\n" PROSE
	"### Evening\n\n" PROSE "## Day 2\n\n### Morning\n\n" PROSE
	"### Lunch\n\n" PROSE "### Evening\n\n" PROSE
	"## Day 3\n\n### Morning\n\n" PROSE "### Lunch\n\n" PROSE
	"### Evening\n\n" PROSE,
	"# API\n\n## Bread\n\n### Request\n\n" PROSE "### Response\n\n" PROSE
	"## Soup\n\n### Request\n\n" PROSE "### Response\n\n" PROSE
	"## Cheese\n\n### Request\n\n" PROSE "### Response\n\n" PROSE,
	"# One\n\n**Sample Input**\n\n3\n\n**Sample Output**\n\n4\n\n# Two\n\n"
	"**Sample Input**\n\n5\n\n**Sample Output**\n\n6\n\n",
	"Q. What is the capital of France?\nA. Paris\nB. Lyon\nC. Nice\n\n"
	"Q. And of Italy?\nA. Rome\nB. Milan\nC. Turin\n\n",
	"A. One\nB. Two\n\nA. Three\nB. Four\n\nA. Five\nB. Six\n",
	"The plan\n\n10:30\nAnn Lee\n\n11:00\nBob Ray\n\n12:15\nLunch\n",
	"Ann Lee\nBaker\n\nBob Ray\nCook\n\nAnn Lee\nPoet\n\nBob Ray\nThief\n",
	/* letters */
	"From: Ann Lee\nTo: Bob Ray\nCC: Cleo Day\nSubject: the bridge\n\n" PROSE
	"From: Bob Ray\nTo: Ann Lee\nCC: Cleo Day\nSubject: the clock\n\n" PROSE,
	/* run-in headings in bold */
	"# 本週回顧\n\n**甲骨文 (Oracle)**：今天漲了。\n\n" TEXT
	"**英偉達**：今天跌了。\n\n" TEXT "**雲計算**：沒有變化。\n\n" TEXT TEXT
	"**人工智慧**：越來越多人談。\n\n" TEXT TEXT,
	"# Setup\n\n**Fast startup**: it starts fast.\n\n" PROSE
	"**Low memory**: it needs little.\n\n" PROSE
	"**Easy to use**: it is.\n\n" PROSE "**Security**: it is safe.\n\n"
	PROSE,
	"**Pros:** cheap.\n\n**Cons:** slow.\n\n" PROSE
	"**Pros:** fast.\n\n**Cons:** dear.\n\n" PROSE,
	"**优点：** 便宜。\n\n**缺点：** 慢。\n\n**优点：** 快。\n\n**缺点：** 贵。\n\n",
	/* words again and again */
	"挑战：一。\n\n机会：二。\n\n挑战：三。\n\n机会：四。\n\n挑战：五。\n\n"
	"机会：六。\n\n挑战：七。\n\n挑战：八。\n\n挑战：九。\n\n挑战：十。\n\n",
	TEXT "图：甲。\n\n" TEXT "图：乙。\n\n" TEXT "图：丙。\n\n" TEXT
	"图：丁。\n\n" TEXT "图：戊。\n\n" TEXT "图：己。\n\n",
	"Note: one.\n\nTopic: two.\n\nLocation: here.\n\nSlides: there.\n\n"
	"Note: three.\n\nTopic: four.\n\n",
	"作者：某人\n\n原文：某處\n\n主题：某事\n\n例如：這個。\n\n访谈记录：如下\n\n",
	/* times and addresses */
	"12：30 開始。\n\n13：45 休息。\n\n15：00 結束。\n\n",
	"https://example.org/\n\nhttps://example.com/\n\nhttp://e.net/\n\n",
	"10:30 Opening\n11:00 Talk\n12:15 Lunch\n",
	/* sentences before lists */
	"这就是我们需要警惕的：\n\n- 一\n- 二\n\n不幸的是，它打破了这一常规：\n\n- 三\n",
	"There are three things to do:\n\n- one\n- two\n\nAnd then these:\n\n"
	"- three\n",
	"他继续说：\n\n" TEXT "他继续说：\n\n" TEXT "他继续说：\n\n",
	/* code and tables */
	"Text.\n\n```yaml\nAnn Lee: one\nBob Ray: two\nAnn Lee: three\n```\n\n"
	PROSE,
	"| Ann Lee: one | Bob Ray: two |\n|---|---|\n| Ann Lee: a | b |\n\n"
	PROSE,
	/* minutes, a recipe, a log of changes, a README */
	"# Minutes\n\nDate: Monday\n\nPresent: Ann, Bob\n\nAgenda: the roof\n\n"
	PROSE "Action items: mend it.\n\n" PROSE "Next steps: wait.\n\n",
	"# 會議記錄\n\n时间：週一\n\n地点：會議室\n\n出席：許若庭、林茂川\n\n主席：沈芷蘭\n\n"
	TEXT TEXT TEXT TEXT TEXT TEXT TEXT,
	"# Soup\n\nServes: four\n\nTime: an hour\n\nIngredients:\n\n- leeks\n"
	"- water\n\nMethod: boil it all.\n\nTip: salt late.\n",
	"# Changelog\n\n## 1.2\n\nAdded: a thing.\n\nFixed: a bug.\n\n"
	"Changed: the name.\n\n## 1.1\n\nAdded: more.\n\nFixed: others.\n\n"
	"Removed: little.\n\n",
	"# thing\n\nUsage: thing FILE\n\nRequirements: none\n\nLicense: GPL\n\n"
	"Author: somebody\n\nInstall: make install\n\n" PROSE,
	/* terms, places, days, steps, records */
	"Option A: cheap.\n\nOption B: dear.\n\nOption A: slow.\n\n"
	"Option B: fast.\n\n",
	"Monday: rain.\n\nTuesday: sun.\n\nWednesday: wind.\n\n"
	"Thursday: rain.\n\n",
	"2023: one.\n\n2024: two.\n\n2025: three.\n\n",
	"Before: bad.\n\nAfter: good.\n\nBefore: slow.\n\nAfter: fast.\n\n",
	"Input: 3\n\nOutput: 4\n\nInput: 5\n\nOutput: 6\n\n",
	"Python: slow to run.\n\nRust: slow to write.\n\nGo: in between.\n\n"
	"Java: old.\n\n",
	"**Python:** slow to run.\n\n**Rust:** slow to write.\n\n"
	"**Go:** in between.\n\n**Java:** old.\n\n",
	"北京：冷。\n\n上海：濕。\n\n廣州：熱。\n\n"
	"北京：乾。\n\n",
	"周一：下雨。\n\n周二：晴。\n\n周三：風。\n\n"
	"周一：下雨。\n\n",
	"第一步：切菜。\n\n第二步：燒水。\n\n"
	"第三步：下鍋。\n\n",
	"Step 1: cut.\n\nStep 2: boil.\n\nStep 3: eat.\n\n",
	"优势：快。\n\n劣势：贵。\n\n优势：小。\n\n"
	"劣势：吵。\n\n",
	"From: Ann\nTo: Bob\nSubject: Hi\nDate: today\n\nDear Bob,\n\n"
	"how are you?\n\n",
	"Name: Ann Lee\n\nAge: 30\n\nCity: Rome\n\nJob: cook\n\n"
	"Name: Bob Ray\n\nAge: 40\n\nCity: Bonn\n\nJob: poet\n\n",
	"**API**: a way in.\n\n**CPU**: what thinks.\n\n"
	"**GPU**: what draws.\n\n**RAM**: what remembers.\n\n",
	"**人工智能**：一门学科。\n\n"
	"**机器学习**：一种方法。\n\n"
	"**神经网络**：一种模型。\n\n",
	"# 新闻\n\n**谷歌 (Google)**：发布。\n\n"
	"**微软 (Microsoft)**：收购。\n\n"
	"**苹果 (Apple)**：上市。\n\n",
	"**OpenAI**: released a model.\n\n**Google**: bought a firm.\n\n"
	"**Apple**: did nothing.\n\n",
	"**Release date:** May.\n\n**Version:** 2.\n\n**Platform:** all.\n\n"
	"**Price:** free.\n\n",
	"**How do I install it?** Run make.\n\n"
	"**What is it for?** Reading.\n\n",
	"John 3:16 says so.\n\nMark 1:1 too.\n\nLuke 2:2 as well.\n\n",
	"Germany 2:0 Italy\n\nSpain 3:1 France\n\n",
	"他說：「好。」\n\n她說：「不好。」\n\n"
	"他說：「再見。」\n\n她說：「再見。」\n\n",
	"林茂川說：「好。」\n\n"
	"風很大。他走了很遠的路，天黑了才到家。\n\n"
	"許若庭問：「你去哪裡了？」\n\n他沒有回答。\n\n"
	"窗外的雨下了一夜。\n\n第二天，他們又出發了。\n\n"
	"路很長。\n\n",
	"姓名：王小明\n\n年龄：三十\n\n职业：厨师\n\n"
	"姓名：李小红\n\n年龄：二十\n\n职业：诗人\n\n",
	"Server: one\nPort: 80\nUser: ann\nServer: two\nPort: 81\nUser: bob\n\n",
	"摘要：一。\n\n关键词：二。\n\n引言：三。\n\n"
	"方法：四。\n\n结论：五。\n\n",
	/* lists: no name comes back, or all do in one order */
	"**Technical Debt**: one.\n\n**Code Review**: two.\n\n"
	"**Pair Programming**: three.\n\n**Feature Flag**: four.\n\n",
	"Ann Lee: a baker.\n\nBob Ray: a cook.\n\nCy Doe: a poet.\n\n"
	"Di Poe: a thief.\n\n",
	"Mill One: fast.\n\nOak Two: slow.\n\nTea Pro: loud.\n\n"
	"Nord Mini: small.\n\n" PROSE "Mill One: dear.\n\n"
	"Oak Two: heavy.\n\nTea Pro: broken.\n\nNord Mini: cheap.\n\n",
	"Born: 1\nRole: a\nBooks: 2\n\nBorn: 3\nRole: b\nBooks: 4\n\n"
	"Born: 5\nRole: c\nBooks: 6\n",
	"Home-page: here\nAuthor-email: there\nKeywords: none\n"
	"Platform: any\nClassifier: one\nClassifier: two\n\n" PROSE,
	"Ann Lee (5):\n      one\n      two\n\nBob Ray (2):\n      three\n\n",
	"Slide 1: a map.\n\nNote 2: another.\n\nNote 1: a third.\n\n"
	"Note 2: a fourth.\n\n",
	"[08:10:12] WARN: slow\n[08:10:13] ERROR: none\n[08:10:14] INFO: again\n"
	"[08:10:15] WARN: slow\n[08:10:16] INFO: well\n",
	"Decision: yes.\n\n" PROSE "Action: Ann.\n\nDeadline: May.\n\n" PROSE
	"Decision: no.\n\nAction: Bob.\n\nDeadline: June.\n\n",
	"# 方案\n\n**关键点**：\n- 一\n\n**相关性**：\n- 二\n\n" TEXT TEXT
	"**关键点**：\n- 三\n\n**相关性**：\n- 四\n\n" TEXT TEXT,
	"# Patterns\n\nFilename: a.rs\n\nListing 1-1: one\n\n" PROSE
	"Filename: b.rs\n\nListing 1-2: two\n\nFilename: a.rs\n\n" PROSE,
	"# Plan\n\n**Use Cases:**\n\n- one\n\n**Error Handling:**\n\n- two\n\n"
	"**Use Cases:**\n\n- three\n\n**Error Handling:**\n\n- four\n\n" PROSE
	PROSE PROSE PROSE,
	"步骤一：切。\n\n步骤二：煮。\n\n",
	/* lists of changes, of people, of what happens when */
	"# Changes\n\n## 2\n\n- Fix: a\n- Docs: b\n- Fix: c\n- Test: d\n"
	"- Docs: e\n\n## 1\n\n- Fix: f\n- Test: g\n- Fix: h\n",
	"# Changes\n\n- **Bug Fix:** a\n- **New Feature:** b\n- **Bug Fix:** c\n"
	"- **New Feature:** d\n",
	"# Team\n\n" PROSE "- **Ann Lee**: cooks\n- **Bob Ray**: writes\n"
	"- **Cid Wu**: sings\n",
	"# Plan\n\n10:00 Opening: all\n10:30 Ann Lee: soups\n11:15 Break: tea\n"
	"11:30 Bob Ray: bread\n12:00 Lunch: all\n",
	"## Soups (00:12)\n\n" PROSE "## Bread (03:40)\n\n" PROSE
	"## Cheese (09:10)\n\n" PROSE,
	"*Ann Lee*: a novel.\n\n" PROSE "*Bob Ray*: a poem.\n\n" PROSE,
	"# 概念\n\n模型：一種函數。\n\n数据：它所學的。\n\n训练：學的過程。\n\n推理：用它。\n\n"
	TEXT,
};

static void
articles_have_no_speakers(void **state)
{
	static const char *const paths[] = { "a.md", "a.txt" };
	int bad = 0;

	(void)state;
	for (size_t i = 0; i < 2 * N_ITEMS(ARTICLES); i++) {
		Loaded loaded;

		load_text(&loaded, ARTICLES[i / 2], paths[i % 2]);
		/* Plain text knows neither fences nor tables. */
		if (i % 2 == 1 && strpbrk(ARTICLES[i / 2], "`|") != NULL) {
			loaded_done(&loaded);
			continue;
		}
		if (doc_n_turns(loaded.doc) > 0) {
			print_message("%s: “%.*s” speaks in\n%s\n",
				      paths[i % 2],
				      SLICE_ARGS(doc_speaker(loaded.doc,
							     0)->name),
				      ARTICLES[i / 2]);
			bad++;
		}
		loaded_done(&loaded);
	}
	assert_int_equal(bad, 0);
}

/* Small talks and what they are. */
static const struct {
	const char *text;
	const char *outline;
} TALKS[] = {
	/* the forms */
	{ "**Ann Lee:** one\n\n**Bob Ray:** two\n",
	  "Ann Lee: one\nBob Ray: two\n" },
	{ "**Ann Lee**: one\n\n**Bob Ray**: two\n",
	  "Ann Lee: one\nBob Ray: two\n" },
	{ "Ann Lee: one\n\nBob Ray: two\n", "Ann Lee: one\nBob Ray: two\n" },
	{ "**Ann Lee：**one\n\n**Bob Ray：**two\n",
	  "Ann Lee: one\nBob Ray: two\n" },
	{ "**許若庭**：一\n\n**林茂川**：二\n", "許若庭: 一\n林茂川: 二\n" },
	{ "**許若庭：**一\n\n**林茂川：**二\n", "許若庭: 一\n林茂川: 二\n" },
	{ "許若庭：一\n\n林茂川：二\n", "許若庭: 一\n林茂川: 二\n" },
	{ "许若庭: 一\n\n林茂川: 二\n", "许若庭: 一\n林茂川: 二\n" },
	/* as of a spacecraft */
	{ "[001:02:03:04]\nCC: Go ahead.\n\n[001:02:03:09]\nCDR: Roger.\n\n"
	  "[001:02:03:12]\nCC: Thank you.\n\n[001:02:04:01]\nCDR: Out.\n\n"
	  "[001:02:05:12]\nCC: Good.\n\n[001:02:06:01]\nCDR: Good.\n",
	  "CC: Go ahead.\nCDR: Roger.\nCC: Thank you.\nCDR: Out.\n"
	  "CC: Good.\nCDR: Good.\n" },
	/* one word each */
	{ "**Ann**: one\n\n**Bob**: two\n", "Ann: one\nBob: two\n" },
	{ "**Ann:** one\n\n**Bob:** two\n\n**Ann:** three\n",
	  "Ann: one\nBob: two\nAnn: three\n" },
	{ "Ann: one\n\nBob: two\n\nAnn: three\n",
	  "Ann: one\nBob: two\nAnn: three\n" },
	{ "ANN: one\n\nBOB: two\n\nANN: three\n",
	  "ANN: one\nBOB: two\nANN: three\n" },
	{ "WH: one\n\nKL: two\n\nWH: three\n\nKL: four\n",
	  "WH: one\nKL: two\nWH: three\nKL: four\n" },
	{ "IS: one\n\nJN: two\n\nIS: three\n\nJN: four\n\nKT: five\n\n"
	  "Code Samples: none\n",
	  "IS: one\nJN: two\nIS: three\nJN: four\nKT: five/"
	  "Code Samples: none\n" },
	{ "[000:00:00:04]\nCDR: one\n\n[000:00:00:13]\nCC: two\n\n"
	  "[000:00:00:15]\nCDR: three\n\n[000:00:01:15]\nCC: four\n",
	  "CDR: one\nCC: two\nCDR: three\nCC: four\n" },
	/* lines without blank lines between */
	{ "Ann Lee: one\nBob Ray: two\nAnn Lee: three\n",
	  "Ann Lee: one\nBob Ray: two\nAnn Lee: three\n" },
	{ "許若庭：一\n林茂川：二\n許若庭：三\n", "許若庭: 一\n林茂川: 二\n許若庭: 三\n" },
	{ "**Ann**: one\n**Bob**: two\n**Ann**: three\n",
	  "Ann: one\nBob: two\nAnn: three\n" },
	/* headings of all sorts, nearly all of which end in a colon */
	{ "# 會議\n\n### 許若庭：\n一\n\n### ann-lee:\n二\n\n### 諮委1：\n三\n\n"
	  "### ann-lee:\n四\n\n### 許若庭：\n五\n\n### 2號的那位來賓：\n六\n",
	  "許若庭: 一\nann-lee: 二\n諮委1: 三\nann-lee: 四\n許若庭: 五\n"
	  "2號的那位來賓: 六\n" },
	{ "# 會議\n\n### 許若庭：\n一\n\n### 林茂川：\n二\n\n### 陳大文：\n三\n\n"
	  "### 王小明：\n四\n\n### 沈芷蘭處長：\n五\n",
	  "許若庭: 一\n林茂川: 二\n陳大文: 三\n王小明: 四\n沈芷蘭處長: 五\n" },
	/* no colon: a heading, bold or a time below tells, or a letter */
	{ "#### Ann\n\none\n\n#### Bob\n\ntwo\n\nUnknown Speaker  \n"
	  "three\n\n#### Ann\n\nfour\n\n#### Bob\n\nfive\n\n#### Cy\n\n"
	  "six\n\n#### Ann\n\nseven\n",
	  "Ann: one\nBob: two\nUnknown Speaker: three\nAnn: four\n"
	  "Bob: five\nCy: six\nAnn: seven\n" },
	{ "## Ann Lee\n\none\n\n## Bob Ray\n\ntwo\n\n## Ann Lee\n\nthree\n\n"
	  "## Bob Ray\n\nfour\n",
	  "Ann Lee: one\nBob Ray: two\nAnn Lee: three\nBob Ray: four\n" },
	{ "**Ann Lee**  \none\n\n**Bob Ray** \ntwo\n\nmore\n\n"
	  "**Ann Lee**\nthree\n\n**Bob Ray**\nfour\n\n**Cy Doe**\nfive\n",
	  "Ann Lee: one\nBob Ray: two/more\nAnn Lee: three\nBob Ray: four\n"
	  "Cy Doe: five\n" },
	{ "Ann Lee\n0:05\none\n\nBob Ray\n0:12\ntwo\n\nAnn Lee\n0:15\nthree\n\n"
	  "Bob Ray\n0:19\nfour\n",
	  "Ann Lee: one\nBob Ray: two\nAnn Lee: three\nBob Ray: four\n" },
	{ "A talk on soup.\n\nQ - one\n\nA - two\n\nQ - three\n\nA - four\n",
	  "-: A talk on soup.\nQ: one\nA: two\nQ: three\nA: four\n" },
	{ "Q.   one\n\nA.   two\n\nMR. LEE:  three\n\nTHE COURT:  four\n\n"
	  "Q.   five\n\nA.   six\n",
	  "Q: one\nA: two\nMR. LEE: three\nTHE COURT: four\nQ: five\n"
	  "A: six\n" },
	{ "P - one\n\nR - two\n\nP - three\n\nR - four\n",
	  "P: one\nR: two\nP: three\nR: four\n" },
	{ "[00:01] [SPEAKER_00] one\n[00:02] [Music] la\n"
	  "[00:03] [SPEAKER_01] two\n[00:04] [SPEAKER_00] three\n",
	  "SPEAKER_00: one/[Music] la\nSPEAKER_01: two\nSPEAKER_00: three\n" },
	/* a name that is a link */
	{ "**[Ann Lee](http://example.org/ann):** one\n\n**Bob Ray:** two\n",
	  "Ann Lee: one\nBob Ray: two\n" },
	/* roles */
	{ "Q: one\n\nA: two\n", "Q: one\nA: two\n" },
	{ "Q: one\nA: two\nQ: three\nA: four\n",
	  "Q: one\nA: two\nQ: three\nA: four\n" },
	{ "问：一\n\n答：二\n", "问: 一\n答: 二\n" },
	{ "主持人：一\n\n林茂川：二\n\n主持人：三\n", "主持人: 一\n林茂川: 二\n主持人: 三\n" },
	{ "记者：一\n\n嘉宾1：二\n\n嘉宾2：三\n", "记者: 一\n嘉宾1: 二\n嘉宾2: 三\n" },
	{ "THE COURT: one\n\nTHE WITNESS: two\n\nMR. LEE: three\n",
	  "THE COURT: one\nTHE WITNESS: two\nMR. LEE: three\n" },
	{ "**[主持人]**: 一\n\n**[我]**: 二\n\n**[主持人]**: 三\n\n**[我]**: 四\n",
	  "主持人: 一\n我: 二\n主持人: 三\n我: 四\n" },
	{ "Speaker 1: one\n\nSpeaker 2: two\n",
	  "Speaker 1: one\nSpeaker 2: two\n" },
	{ "**[主持人]**: 一\n\n**【林茂川】**: 二\n", "主持人: 一\n林茂川: 二\n" },
	/* names of all sorts */
	{ "Dr. Ann O'Brien: one\n\nBob de la Cruz, Jr.: two\n",
	  "Dr. Ann O'Brien: one\nBob de la Cruz, Jr.: two\n" },
	{ "**Ann O’Brien**: one\n\n**Speaker A (Interviewer)**: two\n",
	  "Ann O’Brien: one\nSpeaker A (Interviewer): two\n" },
	{ "达里奥·阿莫：一\n\n毛孟靜議員 (譯文 )：二\n",
	  "达里奥·阿莫: 一\n毛孟靜議員 (譯文 ): 二\n" },
	/* aliases, case, verbs, indirect speech */
	{ "Ann Lee（AL）：一\n\nBob Ray：二\n\nAL：三\n\nBob Ray：四\n",
	  "Ann Lee: 一\nBob Ray: 二\nAnn Lee: 三\nBob Ray: 四\n" },
	{ "Ann Lee (Lee): one\n\nBob Ray: two\n\nAnn Lee: three\n",
	  "Ann Lee: one\nBob Ray: two\nAnn Lee: three\n" },
	{ "觀眾（Natalie）：一\n\n觀眾（Gabriel）：二\n",
	  "觀眾（Natalie）: 一\n觀眾（Gabriel）: 二\n" },
	{ "ANN LEE: one\n\nBob Ray: two\n\nAnn Lee: three\n",
	  "ANN LEE: one\nBob Ray: two\nANN LEE: three\n" },
	{ "ANN LEE：一\n\nBOB RAY 说：「二」\n\nANN LEE：三\n\nBOB RAY：四\n\nANN LEE "
	  "表示她累了。\n",
	  "ANN LEE: 一\nBOB RAY: 「二」\nANN LEE: 三\nBOB RAY: 四\n"
	  "ANN LEE: ANN LEE 表示她累了。\n" },
	/* malformed labels */
	{ "Ann Lee: one\n\nBob Ray:two\n\nBob Ray: three\n\n Ann Lee: four\n",
	  "Ann Lee: one\nBob Ray: two\nBob Ray: three\nAnn Lee: four\n" },
	{ "許若庭：：一\n\n林茂川：:二\n", "許若庭: 一\n林茂川: 二\n" },
	/* a break is nobody, also from one time to another */
	{ "**Ann Lee:** one\n\n**Jingle:** \\[35:27\\] to \\[35:44\\]\n\n"
	  "**Bob Ray:** two\n",
	  "Ann Lee: one/!Jingle: [35:27] to [35:44]\nBob Ray: two\n" },
	{ "**Ann Lee: **one\n\n**Question from the audience: **[unintelligible]\n\n"
	  "**Ann Lee:** two\n",
	  "Ann Lee: one\nQuestion from the audience: ![unintelligible]\n"
	  "Ann Lee: two\n" },
	{ "说话人 1 00:01\n一\n\n说话人 2 00:04\n二\n\n说话人 1 00:06\n三\n",
	  "说话人 1: 一\n说话人 2: 二\n说话人 1: 三\n" },
	{ "**Ann Lee:** one\n\n**Break:**\n\n**Bob Ray:** two\n",
	  "Ann Lee: one/!Break:\nBob Ray: two\n" },
	/* so is who never says a word; a speaker who says none is kept */
	{ "**Ann Lee:** one\n\n**Part Two Ends:**\n\n**Bob Ray:** two\n\n"
	  "**Ann Lee:** three\n",
	  "Ann Lee: one/!Part Two Ends:\nBob Ray: two\nAnn Lee: three\n" },
	{ "Ann Lee (00:01):\none\n\nBob Ray (00:02):\ntwo\n\n"
	  "MUSIC (00:03):\n\nAnn Lee (00:04):\nthree\n",
	  "Ann Lee: one\nBob Ray: two/!MUSIC (00:03):\nAnn Lee: three\n" },
	{ "**Ann Lee:** one\n\n**Bob Ray:** two\n\n**Ann Lee:**\n\n"
	  "**Bob Ray:** three\n\n**Ann Lee:**\n",
	  "Ann Lee: one\nBob Ray: two\nAnn Lee: \nBob Ray: three\nAnn Lee: \n" },
	{ "### Ann Lee:\n\none\n\n### Bob Ray:\n\ntwo\n\n### Ann Lee:\n\n"
	  "### Bob Ray:\n\nthree\n\n### Dee Day:\n",
	  "Ann Lee: one\nBob Ray: two\nAnn Lee: \n"
	  "Bob Ray: three/!Dee Day:\n" },
	/* the label alone, and what follows it */
	{ "**Ann Lee:**\n\none\n\ntwo\n\n**Bob Ray:**\nthree\n",
	  "Ann Lee: one/two\nBob Ray: three\n" },
	{ "Ann Lee: one:\n\n- a\n- b\n\nBob Ray: two\n",
	  "Ann Lee: one:/*a/*b\nBob Ray: two\n" },
	{ "Ann Lee: one\n\n- a\nBob Ray: two\n\nAnn Lee: three\n",
	  "Ann Lee: one/*a\nBob Ray: two\nAnn Lee: three\n" },
	{ "甲：一\n\n乙：二\n\n甲：三\n\n乙：四\n", "甲: 一\n乙: 二\n甲: 三\n乙: 四\n" },
	{ "唐風（Tang Feng）：一\n\nJoy Chiang 江映雪：二\n",
	  "唐風（Tang Feng）: 一\nJoy Chiang 江映雪: 二\n" },
	/* the front matter names one */
	{ "---\nhost: Ann\n---\nPreface.\n\nMore.\n\n**Ann**: one\n\nfour\n\n"
	  "**Bob**: two\n",
	  "-: Preface./More.\nAnn: one/four\nBob: two\n" },
	/* three in turn, and two in turn before one who only listens */
	{ "Ann: 1\n\nBob: 2\n\nCy: 3\n\nAnn: 4\n\nBob: 5\n\nCy: 6\n",
	  "Ann: 1\nBob: 2\nCy: 3\nAnn: 4\nBob: 5\nCy: 6\n" },
	{ "Ann: 1\n\nBob: 2\n\nAnn: 3\n\nBob: 4\n\nCy: 5\n\nAnn: 6\n\nCy: 7\n\n"
	  "Ann: 8\n\nDi: 9\n",
	  "Ann: 1\nBob: 2\nAnn: 3\nBob: 4\nCy: 5\nAnn: 6\nCy: 7\nAnn: 8\n"
	  "Di: 9\n" },
	/* labels alone on their lines, and what is none in the text below */
	{ "Ann (00:01):\nWelcome. Today: bread.\n\nBob Ray (00:02):\nSure.\n\n"
	  "Big News: none.\n\nAnn (00:05):\nThanks, Bob. (laughs) I say: yes.\n\n"
	  "Bob Ray (00:07):\nYes.\n\nCy Doe (00:09):\nBye.\n",
	  "Ann: Welcome. Today: bread.\nBob Ray: Sure./Big News: none.\n"
	  "Ann: Thanks, Bob. (laughs) I say: yes.\nBob Ray: Yes.\n"
	  "Cy Doe: Bye.\n" },
	{ "Ann Lee:\n\none\n\nBob Ray:\n\nTwo Things: a, b.\n\nAnn Lee:\n\nthree\n\n"
	  "Bob Ray:\n\nfour\n",
	  "Ann Lee: one\nBob Ray: Two Things: a, b.\nAnn Lee: three\n"
	  "Bob Ray: four\n" },
	/* a chapter is called as a speaker is */
	{ "# Ann Lee\n\nAnn Lee: one\n\nBob Ray: two\n\n## Bob Ray\n\n**Bob Ray**\n\n"
	  "Bob Ray\n\nAnn Lee: three\n",
	  "Ann Lee: one\nBob Ray: two\n## Bob Ray\nBob Ray: Bob Ray/Bob Ray\n"
	  "Ann Lee: three\n" },
	/* who they are, before they speak */
	{ "Interviewer: Bob Ray\nInterviewee: Ann Lee\n\nBR: one\n\nAL: two\n\n"
	  "BR: three\n\nAL: four\n",
	  "-: Interviewer: Bob Ray Interviewee: Ann Lee\nBR: one\nAL: two\n"
	  "BR: three\nAL: four\n" },
	{ "主持人：许若庭\n嘉宾：林茂川、陈大文\n\n主持人：一\n\n嘉宾：谢谢\n\n"
	  "主持人：三\n",
	  "-: 主持人：许若庭/嘉宾：林茂川、陈大文\n主持人: 一\n嘉宾: 谢谢\n主持人: 三\n" },
	/* a newspaper asks */
	{ "**「晚點」**：一\n\n**許若庭**：二\n\n**「晚點」**：三\n\n**許若庭**：四\n\n"
	  "**「晚點」**：五\n\n**許若庭**：六\n",
	  "晚點: 一\n許若庭: 二\n晚點: 三\n許若庭: 四\n晚點: 五\n許若庭: 六\n" },
	{ "---\nspeakers: [Ann Lee, Bob Ray]\n---\nAnn Lee (AL): one\n\n"
	  "Bob Ray (BR): two\n\nAnn Lee (AL): three\n",
	  "Ann Lee: one\nBob Ray: two\nAnn Lee: three\n" },
	/* initials that the text explains */
	{ "Present: John Neumann (JN), Mary Hall (MH) and Rob Palmer (RPR).\n\n"
	  "JN: one\n\nMH: two\n\nRPR: three\n\nJN: four\n",
	  "-: Present: John Neumann (JN), Mary Hall (MH) and Rob Palmer (RPR).\n"
	  "John Neumann: one\nMary Hall: two\nRob Palmer: three\n"
	  "John Neumann: four\n" },
	{ "與會者：陳大文（CDW）、王小明（WXM）\n\nCDW：一\n\nWXM：二\n\n"
	  "CDW：三\n\nWXM：四\n",
	  "-: 與會者：陳大文（CDW）、王小明（WXM）\n陳大文: 一\n王小明: 二\n"
	  "陳大文: 三\n王小明: 四\n" },
	{ "- JN: John Neumann\n- **MH** - Mary Hall\n\nJN: one\n\nMH: two\n\n"
	  "JN: three\n\nMH: four\n",
	  "-: *JN: John Neumann/*MH - Mary Hall\nJohn Neumann: one\n"
	  "Mary Hall: two\nJohn Neumann: three\nMary Hall: four\n" },
	{ "JN = John Neumann\nMH = Mary Hall\n\nJN: one\n\nMH: two\n\n"
	  "JN: three\n\nMH: four\n",
	  "-: JN = John Neumann MH = Mary Hall\nJohn Neumann: one\n"
	  "Mary Hall: two\nJohn Neumann: three\nMary Hall: four\n" },
	{ "JN: John Neumann\n\nMH: Mary Hall\n\nJN: one\n\nMH: two\n\n"
	  "JN: three\n\nMH: four\n",
	  "-: JN: John Neumann/MH: Mary Hall\nJohn Neumann: one\n"
	  "Mary Hall: two\nJohn Neumann: three\nMary Hall: four\n" },
	{ "| Name | Short |\n|---|---|\n| John Neumann | JN |\n"
	  "| Mary Hall | MH |\n\n"
	  "JN: one\n\nMH: two\n\nJN: three\n\nMH: four\n",
	  "-: || Name | Short |\n|---|---|\n| John Neumann | JN |\n"
	  "| Mary Hall | MH |\n"
	  "John Neumann: one\nMary Hall: two\nJohn Neumann: three\n"
	  "Mary Hall: four\n" },
	/* of two people they are nobody's; of nobody who speaks, nothing */
	{ "John Neumann (JN) and Jane Noll (JN) came.\n\nJN: one\n\n"
	  "KL: two\n\nJN: three\n\nKL: four\n",
	  "-: John Neumann (JN) and Jane Noll (JN) came.\nJN: one\nKL: two\n"
	  "JN: three\nKL: four\n" },
	{ "We met at the Home Office (HO).\n\nAnn Lee: one\n\nBob Ray: two\n\n"
	  "Ann Lee: three\n",
	  "-: We met at the Home Office (HO).\nAnn Lee: one\nBob Ray: two\n"
	  "Ann Lee: three\n" },
	/* or the front matter, with them or not */
	{ "---\nparticipants: [John Neumann (JN), Mary Hall (MXH)]\n---\n"
	  "JN: one\n\nMXH: two\n\nJN: three\n\nMXH: four\n",
	  "John Neumann: one\nMary Hall: two\nJohn Neumann: three\n"
	  "Mary Hall: four\n" },
	{ "---\nspeakers:\n  JN: John Neumann\n  MXH: Mary Hall\n---\n"
	  "JN: one\n\nMXH: two\n\nJN: three\n\nMXH: four\n",
	  "John Neumann: one\nMary Hall: two\nJohn Neumann: three\n"
	  "Mary Hall: four\n" },
	{ "---\nspeakers: [Walter Horn, Kim Lund, Kai Lau]\n---\n"
	  "WH: one\n\nKL: two\n\nWH: three\n\nKL: four\n",
	  "Walter Horn: one\nKL: two\nWalter Horn: three\nKL: four\n" },
	/* the whole name at first, then a part of it */
	{ "Ann Lee: one\n\nBob Ray: two\n\nAnn: three\n\nMr. Ray: four\n\n"
	  "LEE: five\n\nRay: six\n",
	  "Ann Lee: one\nBob Ray: two\nAnn Lee: three\nBob Ray: four\n"
	  "Ann Lee: five\nBob Ray: six\n" },
	{ "Ann Lee: one\n\nAnn Day: two\n\nAnn: three\n\nAnn: four\n\n"
	  "Day: five\n\nDay: six\n",
	  "Ann Lee: one\nAnn Day: two\nAnn: three\nAnn: four\n"
	  "Ann Day: five\nAnn Day: six\n" },
	{ "Ann: one\n\nBob Ray: two\n\nAnn: three\n\nAnn Lee: four\n",
	  "Ann: one\nBob Ray: two\nAnn: three\nAnn Lee: four\n" },
	{ "达里奥·阿莫：一\n\n许若庭：二\n\n达里奥：三\n\n许若庭：四\n\n"
	  "达里奥：五\n\n阿莫：六\n\n阿莫：七\n",
	  "达里奥·阿莫: 一\n许若庭: 二\n达里奥·阿莫: 三\n许若庭: 四\n"
	  "达里奥·阿莫: 五\n达里奥·阿莫: 六\n达里奥·阿莫: 七\n" },
	{ "唐風：一\n\n許若庭：二\n\n唐風部長：三\n\n許若庭：四\n",
	  "唐風: 一\n許若庭: 二\n唐風部長: 三\n許若庭: 四\n" },
	/* the same but for case, apostrophes, width and blanks */
	{ "Ann O'Brien: one\n\nBob Ray: two\n\nANN O’BRIEN: three\n\n"
	  "Bob\xC2\xA0Ray: four\n\nＢｏｂ　Ｒａｙ：five\n\nBob  Ray: six\n",
	  "Ann O'Brien: one\nBob Ray: two\nAnn O'Brien: three\n"
	  "Bob Ray: four\nBob Ray: five\nBob Ray: six\n" },
	/* who is unknown is nobody else */
	{ "Ann Lee: one\n\n??: two\n\nUnknown Speaker: three\n\nAnn Lee: four\n\n"
	  "Unidentified: five\n\nAudience member: six\n",
	  "Ann Lee: one\n??: two\nUnknown Speaker: three\nAnn Lee: four\n"
	  "Unidentified: five\nAudience member: six\n" },
	{ "許若庭：一\n\n未知：二\n\n不明發言者：三\n\n許若庭：四\n",
	  "許若庭: 一\n未知: 二\n不明發言者: 三\n許若庭: 四\n" },
	{ "觀眾（Natalie）：一\n\n觀眾：二\n\n觀眾（Gabriel）：三\n\n許若庭：四\n",
	  "觀眾（Natalie）: 一\n觀眾: 二\n觀眾（Gabriel）: 三\n許若庭: 四\n" },
	{ "主持人（許若庭）：一\n\n林茂川：二\n\n主持人：三\n",
	  "主持人: 一\n林茂川: 二\n主持人: 三\n" },
	/* several at once, and one who only looks like it */
	{ "Ann: one\n\nBob: two\n\nAnn & Bob: three\n\nAnn and Bob: four\n\n"
	  "Ann/Bob: five\n\nAnn,Bob: six\n\nBob: seven\n",
	  "Ann: one\nBob: two\nAnn + Bob: three\nAnn + Bob: four\n"
	  "Ann + Bob: five\nAnn + Bob: six\nBob: seven\n" },
	{ "魏守斌：一\n\n彭筱婷：二\n\n魏守斌、彭筱婷：三\n\n魏守斌及彭筱婷：四\n",
	  "魏守斌: 一\n彭筱婷: 二\n魏守斌 + 彭筱婷: 三\n魏守斌 + 彭筱婷: 四\n" },
	{ "施克和：一\n\n陳人和：二\n\n施克和：三\n",
	  "施克和: 一\n陳人和: 二\n施克和: 三\n" },
	{ "---\nspeakers: [魏守斌, 彭筱婷]\n---\n魏守斌：一\n\n魏守斌、彭筱婷：二\n\n"
	  "魏守斌：三\n",
	  "魏守斌: 一\n魏守斌 + 彭筱婷: 二\n魏守斌: 三\n" },
	{ "Bill and Ted: one\n\nAnn Lee: two\n\nBill and Ted: three\n\n"
	  "Bill: four\n\nBill: five\n",
	  "Bill and Ted: one\nAnn Lee: two\nBill and Ted: three\n"
	  "Bill: four\nBill: five\n" },
	{ "**Ann**: one\n\n**Bob**: two\n\n**All**: three\n",
	  "Ann: one\nBob: two\nAll: three\n" },
	/* captions, where the speaker changes without a name */
	{ ">> One, two.\n\n>> Three.\n>> Four\nand five.\n\n"
	  ">>> ANN LEE: Six.\n\n>> BOB: Seven.\n",
	  ">>: One, two.\n>>: Three.\n>>: Four and five.\nANN LEE: Six.\n"
	  "BOB: Seven.\n" },
	{ "> one\n>> two\n>> three\n\n> four\n>> five\n\nSix.\n",
	  "-: >one two three/>four five/Six.\n" },
	{ ">>> a = 1\n>>> b = 2\n>>> a + b\n3\n",
	  "-: >a = 1 b = 2 a + b/3\n" },
	/* items and quotes that are turns, and an item inside one */
	{ "- **Ann Lee:** one\n- **Host:** two\n- **Ann Lee:** three\n"
	  "  - sub\n- **Host:** four\n",
	  "Ann Lee: one\nHost: two\nAnn Lee: three/*sub\nHost: four\n" },
	{ "1. Ann Lee: one\n2. Bob Ray: two\n3. Ann Lee: three\n"
	  "4. Bob Ray: four\n",
	  "Ann Lee: one\nBob Ray: two\nAnn Lee: three\nBob Ray: four\n" },
	{ "> **Q:** one\n\n> **A:** two\n\n> **Q:** three\n\n"
	  "> **A:** four\n",
	  "Q: one\nA: two\nQ: three\nA: four\n" },
	/* names with escapes, entities, quotes, two kinds of apostrophe */
	{ "**Ann O&#39;Hara:** one\n\n**Bo \"Red\" Lee:** two\n\n"
	  "**Ann O’Hara:** three\n",
	  "Ann O'Hara: one\nBo \"Red\" Lee: two\nAnn O'Hara: three\n" },
	{ "SPEAKER\\_00: one\n\nSPEAKER\\_01: two\n\nSPEAKER_00: three\n",
	  "SPEAKER_00: one\nSPEAKER_01: two\nSPEAKER_00: three\n" },
	/* two turns of one, a direction for a turn */
	{ "Ann Lee: one\n\nAnn Lee: two\n\nBob Ray: [laughs]\n",
	  "Ann Lee: one\nAnn Lee: two\nBob Ray: ![laughs]\n" },
};

static void
small_talks_have_their_speakers(void **state)
{
	int bad = 0;

	(void)state;
	for (size_t i = 0; i < N_ITEMS(TALKS); i++) {
		Loaded loaded;
		Buf out;

		load_text(&loaded, TALKS[i].text, "a.md");
		buf_init(&out, SIZE_MAX);
		append_outline(loaded.doc, &out);
		if (!slice_eq(buf_slice(&out), slice_from(TALKS[i].outline))) {
			print_message("of\n%s\nbecame\n%.*s\n", TALKS[i].text,
				      SLICE_ARGS(buf_slice(&out)));
			bad++;
		}
		buf_done(&out);
		loaded_done(&loaded);
	}
	assert_int_equal(bad, 0);
}

static void
questions_behind_a_long_speech_are_turns(void **state)
{
	Loaded loaded;
	Buf text;

	(void)state;
	buf_init(&text, SIZE_MAX);
	for (int i = 0; i < 200; i++)
		buf_append(&text, SLICE(PROSE));
	buf_append(&text, SLICE("Q: one\n\nA: two\n\nQ: three\n\nA: four\n"));
	buf_append_char(&text, '\0');
	load_text(&loaded, buf_slice(&text).ptr, "a.md");
	assert_int_equal(doc_n_turns(loaded.doc), 4);
	loaded_done(&loaded);
	buf_done(&text);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(articles_have_no_speakers),
		cmocka_unit_test(small_talks_have_their_speakers),
		cmocka_unit_test(questions_behind_a_long_speech_are_turns),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
