/*
 * Evidence articles: small texts with the traps in which nobody speaks.
 */
#ifndef UNIT_EVIDENCE_ARTICLES_H
#define UNIT_EVIDENCE_ARTICLES_H

#define TEXT \
	"這一段是文章的正文，沒有人在這裡說話，只是把事情說清楚。\n\n"
#define PROSE \
	"This is a paragraph of an article, in which nobody talks at all.\n\n"

/* What looks like labels and is none. */
static const char *const ARTICLES[] = {
	/* headings, bold lines and letters again and again */
	"# Review\n\n## Notes:\n\n" PROSE "## Plans:\n\n" PROSE
	"## Ann Lee:\n\n- one\n\n## Bob Ray:\n\n- two\n\n## Next steps:\n\n" PROSE,
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
	"Return-Path: <ann@e.org>\nReceived: from there\nMIME-Version: 1.0\n"
	"Content-Type: text/plain\nMessage-ID: <1@e.org>\n\n" PROSE
	"MIME-Version: 1.0\nContent-Type: text/plain\n\n" PROSE,
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
	"# Rome\n\n" PROSE "## Day One:\n\n" PROSE PROSE,
	"# Rome\n\n## Day One:\n\n" PROSE "## Day Two\n\n" PROSE,
	"# Walks\n\n**Part One: Why Walk?**\n\n" PROSE "**Part Two: Where To?**\n\n"
	PROSE "**Part Three: And Back**\n\n" PROSE,
	"春眠　不覺曉\n\n處處　聞啼鳥\n\n夜來　風雨聲\n\n花落　知多少\n\n",
	"姓名　王小明\n\n職業　廚師\n\n姓名　李小紅\n\n職業　詩人\n\n",
	"- 　一\n- 　二\n\n<p>　三\n",
	"## Day One:\n\n" PROSE "## Day Two\n\n" PROSE,
	/* dashes, lists of what is played, and of who talks when */
	"**Load Balancer** – a server.\n\n**Message Queue** – a list.\n\n"
	"**Load Balancer** – again.\n\nMessage Queue – again.\n\n",
	"0:00 Ann Lee\n3:15 Bob Ray\n7:40 The Cats\n9:01 Ann Lee\n",
	"00:00 - Ann Lee - One\n03:15 - Bob Ray - Two\n07:40 - Ann Lee - Three\n",
	"10:00 - 10:30\nAnn Lee\n\n10:30 - 11:00\nBob Ray\n\n11:00 - 11:30\n"
	"Lunch\n",
	/* what brackets enclose, and times that are links */
	"<file> the name of it\n<dir> where it is\n<file> again\n<dir> again\n",
	"[main] Starting.\n[worker] Waiting.\n[main] Done.\n[worker] Done.\n",
	"[1] Ann Lee, a book.\n\n[Docker] runs.\n\n[Docker] stops.\n\n"
	"[Python] runs.\n\n[Python] stops.\n\n",
	"[00:00](http://e.org/?t=0) Intro\n"
	"[01:12](http://e.org/?t=72) Ann Lee: early years\n"
	"[05:40](http://e.org/?t=340) Bob Ray: late years\n",
	/* who writes of himself */
	"**Work:** I wrote a book.\n\n**Garden:** I cut the tree.\n\n"
	"**Health:** I slept.\n\n**Music:** Well, none.\n\n",
	"- Work: I wrote a book.\n- Garden: I cut the tree.\n"
	"- Health: I slept.\n- Music: none.\n",
	"Morning\nI slept.\n\nEvening\nI wrote.\n\nMorning\nI slept.\n\n"
	"Evening\nI wrote.\n\nMorning\nI slept.\n\nEvening\nI wrote.\n\n"
	"Morning\nI slept.\n\nEvening\nI wrote.\n",
	/* songs, with their times too, and what a manual says of each thing */
	"[00:12.00] Let It Rain\n[00:15.00] I was alone\n"
	"[00:18.00] Let It Rain\n[00:21.00] My love\n"
	"[00:24.00] Oh Darling\n[00:27.00] I was alone\n"
	"[00:30.00] Let It Rain\n[00:33.00] Oh Darling\n",
	"Let It Rain\nI was alone\n\nMy Love\nI was not\n\nLet It Rain\n"
	"Where were you?\n\nDown There\nI saw the sea\n\nLet It Rain\n"
	"I was alone\n\nOne More Day\nI go home\n",
	"Return Value\n\n" PROSE "Usage Notes\n\n" PROSE "Return Value\n\n"
	PROSE "Usage Notes\n\n" PROSE "Return Value\n\n" PROSE
	"Usage Notes\n\n" PROSE "Return Value\n\n" PROSE "Usage Notes\n\n"
	PROSE,
	/* strokes before quotes and whom they are of, and columns */
	TEXT "—— 一\n\n" TEXT "—— 二\n\n" TEXT "—— 三\n\n" TEXT,
	"> I was there.\n\n— Ann Lee\n\n> I was not.\n\n— Bob Ray\n\n"
	"> I was.\n\n— Cy Poe\n\n" PROSE,
	"GET\ta page\nPUT\ta page\nGET\tall pages\nPUT\tall pages\n"
	"GET\tno page\nPUT\tno page\n",
	"File Menu:\n\n  New File -- makes one\n  Old File -- opens one\n\n"
	"Edit Menu:\n\n  Cut Out -- cuts\n  Edit Text -- edits\n\n"
	"Help Menu:\n\n  Show Help -- shows it\n  File Name -- tells it\n\n"
	"Tools Menu:\n\n  Run Tools -- runs them\n",
	"# 概念\n\n模型：一種函數。\n\n数据：它所學的。\n\n训练：學的過程。\n\n推理：用它。\n\n"
	TEXT,
};

#endif
