/*
 * Screen samples: the transcripts that the golden screens show.
 */
#ifndef SCREEN_SAMPLES_H
#define SCREEN_SAMPLES_H

static const char talk[] =
"---\n"
"title: 錶匠與橋 · The Clockmaker and the Bridge\n"
"date: 2026-05-04\n"
"---\n"
"\n"
"Recorded in a workshop by the river; a tram passes now and then.\n"
"\n"
"## 早晨的鐘聲\n"
"\n"
"**林雨**: 您的工作室裡有*四十三*座鐘。它們走得一樣快嗎？\n"
"\n"
"**Ada Voss**: 沒有兩座是一樣的。這是我最喜歡的部分：木頭會呼吸，油會變老，"
"冬天的房間比夏天的房間慢。有人問我哪一座最準，我說，準的那一座最無聊。"
"準的鐘只告訴你時間；不準的鐘告訴你房子、天氣，還有忘記上發條的人。\n"
"\n"
"有一次，一位老太太帶來一座停了三十年的鐘。她不要我修好它，只要我讓它每天響一次。"
"我想了整整一個星期，最後在裡面放了一隻很小的彈簧，每天傍晚六點鬆開。\n"
"\n"
"[laughs]\n"
"\n"
"**林雨**: 她為什麼選六點？\n"
"\n"
"**Ada Voss**: 因為她先生[每天六點](https://example.org/six)回家。\n"
"\n"
"## The bridge\n"
"\n"
"**Ben Okafor**: When I came to look at the bridge, I asked what everybody "
"asks: **is it safe?** Ada laughed at me. She said a bridge is a clock that "
"takes two hundred years to strike once.\n"
"\n"
"**Ada Voss**: It is. What I check is simple:\n"
"\n"
"1. the sound of the rivets,\n"
"2. the colour of the rust,\n"
"3. and who crosses it at night.\n"
"\n"
"**林雨**: 夜裡過橋的人告訴您什麼？\n"
"\n"
"**Ada Voss**: That the lamps work. 也告訴我，他們信任它。\n"
"\n"
"> A bridge nobody trusts is a wall.\n"
"\n"
"**Ben Okafor**: I have quoted that line ever since.\n";

/* A talk without headings: its questions are listed. */
static const char asked[] =
"---\n"
"title: 河邊的工作室\n"
"host: 林雨\n"
"---\n"
"\n"
"**林雨**: 今天的來賓修鐘也看橋。您是怎麼開始的？\n"
"\n"
"**Ada Voss**: 從一座停了三十年的鐘開始。您家裡也有一座這樣的鐘嗎？\n"
"\n"
"**林雨**: 真的？\n"
"\n"
"**Ada Voss**: 真的。\n"
"\n"
"**林雨**: 我先說明一下。\n"
"\n"
"這條河每年都漲一次。那麼，**橋和鐘有什麼相同的地方**，為什麼您兩樣都看？\n"
"\n"
"**Ada Voss**: A bridge is a clock that takes two hundred years to strike "
"once.\n"
"\n"
"**林雨**: 夜裡過橋的人告訴您什麼？\n"
"\n"
"**Ada Voss**: That the lamps work.\n";

/* Times, and nobody's name. */
static const char timed[] =
"1\n00:00:01,000 --> 00:00:09,000\n"
"Clocks are slow in winter, and so are those who wind them.\n"
"\n"
"2\n00:05:30,000 --> 00:05:39,000\n"
"The wood breathes.\n"
"\n"
"3\n00:12:13,000 --> 00:12:20,000\n"
"Bridges are slow all year.\n"
"\n"
"4\n00:21:40,000 --> 00:21:49,000\n"
"They strike once in two hundred years.\n"
"\n"
"5\n01:31:07,000 --> 01:31:09,000\n"
"這就是今天的節目，謝謝各位收聽，下星期同一時間再見。\n";

/* Simplified, with words that Taiwan says otherwise. */
static const char simplified[] =
"---\n"
"title: 修表的程序员\n"
"---\n"
"\n"
"## 软件与发条\n"
"\n"
"**周里**: 以前您写软件，后来修[老式打印机](https://example.org/p)，"
"现在修钟。您的头发是为钟白的吗？\n"
"\n"
"**叶后来**: 头发是为**数据库**白的。[笑] 程序员的信息都在U盘里，"
"钟的信息在发条里：您听，它说的话比人工智能少，可是句句算数。\n"
"\n"
"皇后的钟也好，公里以外的钟也好，都要有人上发条。这是默认的规矩。\n"
"\n"
"**周里**: 网络上的视频说，您闭着眼睛也能修。\n";

#endif
