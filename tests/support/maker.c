#include "support/maker.h"

#include <stdio.h>

#define LONG_ENGLISH \
	"Well, I think that the question of how one reads a long conversation " \
	"is mostly a question of patience: the eye wants a steady margin, the " \
	"mind wants to know who is talking, and neither wants to be startled. " \
	"Unquestionably-hyphenated-constructions-help-nobody, nor does " \
	"Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunterbeamter."

#define LONG_CHINESE \
	"我們先從河的上游說起。那時候沒有橋,村裡的人要過河,只能等渡船;" \
	"船伕姓林,撐了四十年的船,記得每一個渡過河的人。「你看,」他說," \
	"「水面是平的,可是水下面的石頭,每年都不一樣。」後來橋建好了," \
	"船就停在岸邊,一直停到爛掉為止……我常常想起那條船。"

void
maker_init(Maker *maker)
{
	*maker = (Maker){ .text = text_new(), .turn = DOC_NONE, .line = 1 };
	maker->doc = doc_new(maker->text, 0);
}

void
maker_done(Maker *maker)
{
	doc_free(maker->doc);
	text_free(maker->text);
}

TurnId
maker_turn(Maker *maker, SpeakerId speaker)
{
	while (doc_n_speakers(maker->doc) <= speaker) {
		char name[24];

		snprintf(name, sizeof(name), "Speaker %u",
			 doc_n_speakers(maker->doc) + 1);
		doc_add_speaker(maker->doc, slice_from(name));
	}
	maker->turn = doc_add_turn(maker->doc, speaker, maker->line);
	return maker->turn;
}

void
maker_narrate(Maker *maker)
{
	maker->turn = DOC_NONE;
}

ParaId
maker_kind(Maker *maker, ParaKind kind, const char *text)
{
	TurnId turn = kind == PARA_HEADING ? DOC_NONE : maker->turn;
	TextOff off;
	ParaId id;

	doc_close_para(maker->doc);
	text_append(maker->text, text_len(maker->text), SLICE("\n\n"));
	maker->line += 2;
	off = text_len(maker->text);
	text_append(maker->text, off, slice_from(text));
	id = doc_add_para(maker->doc, kind, turn, off, maker->line);
	doc_grow_para(maker->doc, text_len(maker->text));
	return id;
}

ParaId
maker_para(Maker *maker, const char *text)
{
	return maker_kind(maker, PARA_TEXT, text);
}

ChapterId
maker_chapter(Maker *maker, unsigned level, const char *title)
{
	ChapterId id = doc_add_chapter(maker->doc, level,
				       title ? 0 : CHAPTER_DERIVED);

	if (title != NULL)
		maker_kind(maker, PARA_HEADING, title);
	return id;
}

void
maker_grow(Maker *maker, const char *text)
{
	const Para *open = doc_open_para(maker->doc);

	text_append(maker->text, para_off(open), slice_from(text));
	doc_grow_para(maker->doc, text_len(maker->text));
}

void
maker_finish(Maker *maker)
{
	doc_close_para(maker->doc);
	maker->doc->complete = true;
}

static void
banter(Maker *maker, unsigned turns)
{
	static const char *const words[] = {
		"真的嗎?", "Yeah.", "對,就是這樣。", "[笑]", "No way 👩‍👩‍👧‍👦!", "嗯。",
	};

	for (unsigned i = 0; i < turns; i++) {
		maker_turn(maker, i % 3);
		maker_para(maker, words[i % 6]);
	}
}

void
maker_interview(Maker *maker)
{
	maker_init(maker);
	maker_para(maker, "這是一篇訪談的前言,沒有人說話。 A preface that nobody speaks.");
	maker_chapter(maker, 2, "## 第一章 河");
	maker_turn(maker, 0);
	maker_para(maker, "你從哪裡來?");
	maker_turn(maker, 1);
	maker_para(maker, LONG_CHINESE);
	maker_para(maker, LONG_ENGLISH);
	maker_kind(maker, PARA_QUOTE, "> 水面是平的,\n> 可是水下面的石頭每年都不一樣。");
	banter(maker, 8);
	maker_turn(maker, 1);
	maker_para(maker, "第一段見[這裡的資料](https://example.org/a)和下面:");
	maker_kind(maker, PARA_ITEM, "- 一條船,兩個人,三件行李,還有一隻不肯上船的、"
		   "叫得很大聲的老山羊");
	doc_mark_para(maker->doc, 1, PARA_MARKER);
	maker_kind(maker, PARA_ITEM, "2. second item");
	doc_mark_para(maker->doc, 2, PARA_MARKER | PARA_ORDERED);
	maker_chapter(maker, 3, "### 還是第一章,可是說到一半");
	maker_para(maker, LONG_CHINESE LONG_CHINESE LONG_ENGLISH LONG_CHINESE);
	maker_kind(maker, PARA_DIRECTION, "[音樂響起]");
	maker_kind(maker, PARA_CODE, "int\nmain(void)\n\n{ return 0; }\n");
	maker_turn(maker, 2);
	doc_add_voice(maker->doc, 0);
	maker_para(maker, "我們一起說。");
	maker_narrate(maker);
	maker_para(maker, "此處錄音中斷。");
	maker_chapter(maker, 2, "## 第二章 Bridge");
	banter(maker, 10);
	maker_turn(maker, 0);
	maker_para(maker, LONG_ENGLISH " " LONG_ENGLISH);
	maker_finish(maker);
}
