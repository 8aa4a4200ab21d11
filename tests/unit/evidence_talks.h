/*
 * Evidence talks: small talks in all forms of labels, and who says what.
 */
#ifndef UNIT_EVIDENCE_TALKS_H
#define UNIT_EVIDENCE_TALKS_H

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
	{ "## 一\n\n### 許若庭：\n一\n\n### 林茂川：\n二\n\n## 二\n\n### 許若庭：\n三\n\n"
	  "### 科長：陳大文\n四\n",
	  "許若庭: 一\n林茂川: 二\n## 二\n許若庭: 三\n陳大文: 四\n" },
	{ "**某社記者**：一\n\n**許若庭**：二\n\n**CNN記者**：三\n\n**許若庭**：四\n\n"
	  "**某某衛視記者 王小明**：五\n\n**許若庭**：六\n",
	  "某社記者: 一\n許若庭: 二\nCNN記者: 三\n許若庭: 四\n"
	  "某某衛視記者 王小明: 五\n許若庭: 六\n" },
	/* what divides names from times and words, and times above names */
	{ "Ann Lee - 00:01\none\n\nBob Ray | 00:11\ntwo\n\nAnn Lee - 00:21\nthree\n\n"
	  "Bob Ray | 00:31\nfour\n",
	  "Ann Lee: one\nBob Ray: two\nAnn Lee: three\nBob Ray: four\n" },
	{ "#### **Ann Lee** - 00:01\none\n\n#### **Bob Ray** - 00:11\ntwo\n\n"
	  "#### **Ann Lee** - 00:21\nthree\n",
	  "Ann Lee: one\nBob Ray: two\nAnn Lee: three\n" },
	{ "00:01 - Ann Lee: one\n00:11 - Bob Ray: two\n00:21 - Ann Lee: three\n"
	  "00:31 - Bob Ray: four\n",
	  "Ann Lee: one\nBob Ray: two\nAnn Lee: three\nBob Ray: four\n" },
	{ "0:00 - Ann Lee\n  one\n\n0:10 - Bob Ray\n  two\n\n0:20 - Ann Lee\n  "
	  "three\n",
	  "Ann Lee: one\nBob Ray: two\nAnn Lee: three\n" },
	{ "00:01 - 00:10\nAnn Lee\none\n\n00:10 - 00:20\nBob Ray\ntwo\n\n"
	  "00:20 - 00:30\nAnn Lee\nthree\n\n00:30 - 00:40\nBob Ray\nfour\n",
	  "Ann Lee: one\nBob Ray: two\nAnn Lee: three\nBob Ray: four\n" },
	{ "林茂川 2024-01-31 10:00:01\n一\n\n許若庭 2024-01-31 10:00:11\n二\n\n"
	  "林茂川 2024-01-31 10:00:21\n三\n",
	  "林茂川: 一\n許若庭: 二\n林茂川: 三\n" },
	{ "**Ann Lee** – Well, one?\n\nBob Ray — I see.\n\n**Ann Lee** – So two.\n\n"
	  "Bob Ray - Yes.\n",
	  "Ann Lee: Well, one?\nBob Ray: I see.\nAnn Lee: So two.\n"
	  "Bob Ray: Yes.\n" },
	{ "Ann Lee - ACME: one\n\n主席　許若庭：二\n\nAnn Lee - ACME: three\n\n主席　許若庭：四\n",
	  "Ann Lee - ACME: one\n主席　許若庭: 二\nAnn Lee - ACME: three\n"
	  "主席　許若庭: 四\n" },
	{ "糸井　なぜですか？\n\n宮本　私は、寒くて。\n\n糸井　はい。\n\n宮本　そうですね。\n\n"
	  "糸井　私も。\n\n宮本　十。\n",
	  "糸井: なぜですか？\n宮本: 私は、寒くて。\n糸井: はい。\n宮本: そうですね。\n"
	  "糸井: 私も。\n宮本: 十。\n" },
	{ "🎤 **Ann:** one\n\n**🗣️ Bob:** two\n\n🎤 **Ann:** three\n",
	  "Ann: one\nBob: two\nAnn: three\n" },
	{ "[主持人]：一\n[网友 王小明]：二\n[许若庭]：三\n[主持人]：四\n[许若庭]：五\n",
	  "主持人: 一\n网友 王小明: 二\n许若庭: 三\n主持人: 四\n许若庭: 五\n" },
	{ "Ｑ：一\n\nＡ：二\n\nＱ：三\n\nＡ：四\n", "Ｑ: 一\nＡ: 二\nＱ: 三\nＡ: 四\n" },
	/* bold as a whole, and letters in bold */
	{ "**问：一？**\n\n答：二\n\n**问：三？**\n\n答：四\n\n**问：五？**\n\n答：六\n",
	  "问: 一？\n答: 二\n问: 三？\n答: 四\n问: 五？\n答: 六\n" },
	{ "**Q.** one\n\n**A.** two\n\n**Q.** three\n\n**A.** four\n",
	  "Q: one\nA: two\nQ: three\nA: four\n" },
	{ "**糸井**\nなぜですか？\n\n**宮本**\nはい、寒くて。\n\n**糸井**\nはい。\n\n"
	  "**宮本**\nそうですね。\n\n**糸井**\n私も。\n\n**宮本**\n十。\n",
	  "糸井: なぜですか？\n宮本: はい、寒くて。\n糸井: はい。\n宮本: そうですね。\n"
	  "糸井: 私も。\n宮本: 十。\n" },
	/* a speech; headings most of which end in a colon */
	{ "# 演講\n\n### 許若庭：\n\n一\n\n二\n\n三\n", "許若庭: 一/二/三\n" },
	{ "## 一\n\n### 許若庭：\n一\n\n### 林茂川：\n二\n\n## 二\n\n### 2號桌：\n三\n\n"
	  "### 許若庭：\n四\n",
	  "許若庭: 一\n林茂川: 二\n## 二\n2號桌: 三\n許若庭: 四\n" },
	/* headings that are underlined; a rule stands below words */
	{ "The walk\n========\n\nPart one: out\n-------------\n\nAnn Lee: one\n\n"
	  "Bob Ray: two\n\nAnd back\n---\nAnn Lee: three\n---\nBob Ray: four\n"
	  "---\n",
	  "## Part one: out\nAnn Lee: one\nBob Ray: two\n## And back\n"
	  "Ann Lee: three\nBob Ray: four\n" },
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
	/* a chat: whose line it is stands in brackets, and when before */
	{ "<nvk> well, one\n<luke|away> yes\n<nvk> I see\n<luke|away> ok\n",
	  "nvk: well, one\nluke|away: yes\nnvk: I see\nluke|away: ok\n" },
	{ "[16:02] <@nvk> one\n16:03 < foxp> two\n2024-01-31T16:04:10  <nvk> "
	  "three\n[16:05] <foxp> four\n[16:06] <cyd> five\n",
	  "nvk: one\nfoxp: two\nnvk: three\nfoxp: four\ncyd: five\n" },
	{ "[1/31/24, 7:00 PM] Ann: one\n31.01.2024, 19:01 - Bob: well\n"
	  "[1/31/24, 7:02 PM] Ann: I see\n31.01.2024, 19:03 - Bob: yes\n",
	  "Ann: one\nBob: well\nAnn: I see\nBob: yes\n" },
	{ "[S1] Well, one.\n[S2] I see.\n[S1] So two.\n[S2] Yes.\n",
	  "S1: Well, one.\nS2: I see.\nS1: So two.\nS2: Yes.\n" },
	/* a time that is a link, or before the name of a heading */
	{ "[00:10](http://e.org/?t=10) Ann Lee: one\n\n"
	  "[00:20](javascript:go(0);) Bob Ray: two\n\n"
	  "[00:30](http://e.org/?t=30) Ann Lee: three\n\n"
	  "[00:40](http://e.org/?t=40) Bob Ray: four\n",
	  "Ann Lee: one\nBob Ray: two\nAnn Lee: three\nBob Ray: four\n" },
	{ "### (00:10) Ann Lee\none\n\n### [00:20] Bob Ray\ntwo\n\n"
	  "### (00:30) Ann Lee\nthree\n\n### [00:40] Bob Ray\nfour\n",
	  "Ann Lee: one\nBob Ray: two\nAnn Lee: three\nBob Ray: four\n" },
	/* forms that differ in their marks, none of which is one by itself */
	{ "**Ann**: one\n\nmore\n\nBob: two\n\n**Ann**: three\n\nmore\n\n"
	  "Bob: four\n",
	  "Ann: one/more\nBob: two\nAnn: three/more\nBob: four\n" },
	/* of a hearing */
	{ "BY MR. LEE:\n\nQ. one\n\nA. two\n\nQ. three\n\nA. four\n\n"
	  "MR. RAY: five\n\nTHE COURT: six\n\nQ. seven\n\nA. eight\n",
	  "-: BY MR. LEE:\nQ: one\nA: two\nQ: three\nA: four\n"
	  "MR. RAY: five\nTHE COURT: six\nQ: seven\nA: eight\n" },
	/* few turns, or once each, by words that somebody says */
	{ "Ann Lee: I run the library.\n\nBob Ray: Well, and I teach.\n\n"
	  "Cy Doe: My name is Cy.\n\nDi Poe: I complained.\n",
	  "Ann Lee: I run the library.\nBob Ray: Well, and I teach.\n"
	  "Cy Doe: My name is Cy.\nDi Poe: I complained.\n" },
	{ "nvk: so was it good?\n\nfoxp: yes, I think.\n\n"
	  "nvk: again?\n\nfoxp: yes.\n",
	  "nvk: so was it good?\nfoxp: yes, I think.\nnvk: again?\n"
	  "foxp: yes.\n" },
	{ "- Ann: Was it good?\n- Bob: I think so.\n- Ann: Then go.\n",
	  "Ann: Was it good?\nBob: I think so.\nAnn: Then go.\n" },
	{ "> nvk: Was it good?\n\n> Ann: I think so.\n\n> nvk: Why?\n\n"
	  "> Ann: It was.\n",
	  "nvk: Was it good?\nAnn: I think so.\nnvk: Why?\nAnn: It was.\n" },
	{ "**Ann Lee:** one\n\nmore\n\nmore\n\n**Bob Ray:** two\n\nmore\n\n"
	  "**nvk:** well, three\n\nmore\n",
	  "Ann Lee: one/more/more\nBob Ray: two/more\n"
	  "nvk: well, three/more\n" },
	{ "[00:01] Ann Lee: one\n\nmore\n\n[00:02] Bob Ray: two\n\nmore\n\n"
	  "[00:03] Ann Lee: three\n\n[00:04] Bob Ray: four\n\n"
	  "[00:05] Cy-Doe: five\n\nmore\n\nmore\n\n[00:06] nvk: six\n",
	  "Ann Lee: one/more\nBob Ray: two/more\nAnn Lee: three\n"
	  "Bob Ray: four\nCy-Doe: five/more/more\nnvk: six\n" },
	{ "C. J. Lee: one\n\nB. Ray: two\n\nC. J. Lee: three\n",
	  "C. J. Lee: one\nB. Ray: two\nC. J. Lee: three\n" },
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
	/* who presents is told between the turns */
	{ "Presenter: Ann Lee (AL)\n\nAL: one\n\nBR: two\n\nAL: three\n\nBR: four\n\n"
	  "Presenter: Bob Ray (BR)\n\nBR: five\n\nAL: six\n",
	  "-: Presenter: Ann Lee (AL)\nAnn Lee: one\nBob Ray: two\nAnn Lee: three\n"
	  "Bob Ray: four/Presenter: Bob Ray (BR)\nBob Ray: five\nAnn Lee: six\n" },
	{ "Mrs Ann Lee, mayor: one\n\nCllr. Ray: two\n\nThe Chair: three\n\n"
	  "Cllr. Ray: four\n\nThe Chair: five\n",
	  "Mrs Ann Lee, mayor: one\nCllr. Ray: two\nThe Chair: three\n"
	  "Cllr. Ray: four\nThe Chair: five\n" },
	{ "司会：一\n\n許若庭：二\n\n鈴木：三\n\n司会：四\n\n許若庭：五\n\n鈴木：六\n",
	  "司会: 一\n許若庭: 二\n鈴木: 三\n司会: 四\n許若庭: 五\n鈴木: 六\n" },
	/* a newspaper asks */
	{ "**「晚點」**：一\n\n**許若庭**：二\n\n**「晚點」**：三\n\n**許若庭**：四\n\n"
	  "**「晚點」**：五\n\n**許若庭**：六\n",
	  "晚點: 一\n許若庭: 二\n晚點: 三\n許若庭: 四\n晚點: 五\n許若庭: 六\n" },
	{ "---\nspeakers: [Ann Lee, Bob Ray]\n---\nAnn Lee (AL): one\n\n"
	  "Bob Ray (BR): two\n\nAnn Lee (AL): three\n",
	  "Ann Lee: one\nBob Ray: two\nAnn Lee: three\n" },
	{ "WH: one\n\nKL: two\n\nWH: three\n\n??: four\n\nKL: five\n",
	  "WH: one\nKL: two\nWH: three\n??: four\nKL: five\n" },
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
	/* a magazine asks, and whom a study calls by numbers answers */
	{ "The Verge: Why?\n\nAnn Lee: I was.\n\nThe Verge: When?\n\n"
	  "Ann Lee: Well, now.\n\nThe Verge: Who?\n\nAnn Lee: No one.\n",
	  "The Verge: Why?\nAnn Lee: I was.\nThe Verge: When?\n"
	  "Ann Lee: Well, now.\nThe Verge: Who?\nAnn Lee: No one.\n" },
	{ "INT: Why?\n\nP01: I was.\n\nINT: When?\n\nP01: Well, now.\n\n"
	  "INT: Who?\n\nP01: No one.\n",
	  "INT: Why?\nP01: I was.\nINT: When?\nP01: Well, now.\n"
	  "INT: Who?\nP01: No one.\n" },
	/* names above what they say, as in a script, or behind their times */
	{ "Ann\nSo, who came?\n\nBob\nI did.\n\nAnn\nWith whom?\n\n"
	  "Bob\nWell, alone.\n\nAnn\nWhy?\n\nBob\nI was told to.\n\n"
	  "Ann\nBy whom?\n\nBob\nNobody.\n",
	  "Ann: So, who came?\nBob: I did.\nAnn: With whom?\n"
	  "Bob: Well, alone.\nAnn: Why?\nBob: I was told to.\n"
	  "Ann: By whom?\nBob: Nobody.\n" },
	{ "**Ann Lee**\n\nSo, who came?\n\n**Bob Ray**\n\nI did.\n\n"
	  "**Ann Lee**\n\nWith whom?\n\n**Bob Ray**\n\nWell, alone.\n\n"
	  "**Ann Lee**\n\nWhy?\n\n**Bob Ray**\n\nI was told to.\n\n"
	  "**Ann Lee**\n\nBy whom?\n\n**Bob Ray**\n\nNobody.\n",
	  "Ann Lee: So, who came?\nBob Ray: I did.\nAnn Lee: With whom?\n"
	  "Bob Ray: Well, alone.\nAnn Lee: Why?\nBob Ray: I was told to.\n"
	  "Ann Lee: By whom?\nBob Ray: Nobody.\n" },
	{ "[00:01] ann\nSo, who came?\n\n[00:05] bob\nI did.\n\n"
	  "[00:09] ann\nWith whom?\n\n[00:12] bob\nWell, alone.\n",
	  "ann: So, who came?\nbob: I did.\nann: With whom?\n"
	  "bob: Well, alone.\n" },
	{ "Ann\n10:15 AM\nSo, who came?\n\nBob\n10:16 AM\nI did.\n\n"
	  "Ann\n10:17 AM\nWith whom?\n\nBob\n10:18 AM\nWell, alone.\n",
	  "Ann: So, who came?\nBob: I did.\nAnn: With whom?\n"
	  "Bob: Well, alone.\n" },
	/* a parliament, a court with numbered lines, and who asks by strokes */
	{ "○山田委員長　開きます。\n\n○田中国務大臣　一つ。\n\n"
	  "○山田委員長　次。\n\n○鈴木参考人　二つ。\n\n○田中国務大臣　三つ。\n",
	  "山田委員長: 開きます。\n田中国務大臣: 一つ。\n山田委員長: 次。\n"
	  "鈴木参考人: 二つ。\n田中国務大臣: 三つ。\n" },
	{ "  1       Q.  Who came?\n  2       A.  Nobody.\n"
	  "  3       Q.  Why?\n  4       A.  It rained.\n",
	  "Q: Who came?\nA: Nobody.\nQ: Why?\nA: It rained.\n" },
	{ "――誰が？\n\n編集者：猫。\n\n――なぜ？\n\n編集者：雨。\n\n"
	  "――いつ？\n\n編集者：朝。\n",
	  "――: 誰が？\n編集者: 猫。\n――: なぜ？\n編集者: 雨。\n"
	  "――: いつ？\n編集者: 朝。\n" },
	/* a tab, a sign or nothing but bold sets the name apart */
	{ "ann\tSo, who came?\nbob\tI did.\nann\tWith whom?\nbob\tI was "
	  "alone.\n",
	  "ann: So, who came?\nbob: I did.\nann: With whom?\n"
	  "bob: I was alone.\n" },
	{ "**Ann** So, who came?\n\n**Bob** I did.\n\n**Ann** With whom?\n\n"
	  "**Bob** Well, alone.\n",
	  "Ann: So, who came?\nBob: I did.\nAnn: With whom?\n"
	  "Bob: Well, alone.\n" },
	{ "Ann\nSo, who came?\n\nBob\nYeah\n\nI did.\n\nAnn\nWith whom?\n\n"
	  "Bob\nYeah\n\nWell, alone.\n\nAnn\nWhy?\n\nBob\nI was told to.\n\n",
	  "Ann: So, who came?\nBob: Yeah/I did.\nAnn: With whom?\n"
	  "Bob: Yeah/Well, alone.\nAnn: Why?\nBob: I was told to.\n" },
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

#endif
