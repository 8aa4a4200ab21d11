#include "reading/outline.h"

#include "document/shown.h"

static uint16_t
lowest_level(const Document *doc)
{
	uint16_t lowest = UINT16_MAX;

	for (ChapterId id = 0; id < doc_n_chapters(doc); id++) {
		uint16_t level = doc_chapter(doc, id)->level;

		if (level < lowest)
			lowest = level;
	}
	return lowest;
}

uint32_t
outline_count(const Document *doc)
{
	return doc_n_chapters(doc);
}

ParaId
outline_para(const Document *doc, uint32_t i)
{
	return doc_chapter(doc, i)->first;
}

uint32_t
outline_at(const Document *doc, ParaId para)
{
	return doc_para_chapter(doc, para);
}

void
outline_title(const Document *doc, uint32_t i, Buf *out, int *ret_depth)
{
	shown_chapter_title(doc, i, out);
	*ret_depth = doc_chapter(doc, i)->level - lowest_level(doc);
}
