#include "reading/scan.h"

void
scan_init(Scan *scan)
{
	*scan = (Scan){ .open = DOC_NONE, .loaded = DOC_NONE };
	shown_init(&scan->shown);
}

void
scan_done(Scan *scan)
{
	shown_done(&scan->shown);
}

void
scan_begin(Scan *scan, const Document *doc, const Filter *filter)
{
	uint32_t n = doc_n_paras(doc);

	scan->doc = doc;
	scan->filter = NULL;
	scan->open = DOC_NONE;
	if (filter && filter_is_active(filter, doc))
		scan->filter = filter;
	if (n > 0 && doc_para(doc, n - 1)->flags & PARA_OPEN)
		scan->open = doc_para_head(doc, n - 1);
}

void
scan_end(Scan *scan)
{
	if (scan->loaded == scan->open)
		scan->loaded = DOC_NONE;
}

bool
scan_shows(const Scan *scan, ParaId para)
{
	return !scan->filter || filter_shows(scan->filter, scan->doc, para);
}

Slice
scan_text(Scan *scan, ParaId para)
{
	if (scan->loaded != para) {
		shown_build(&scan->shown, scan->doc, para);
		scan->loaded = para;
	}
	return scan->shown.text;
}

bool
scan_next(Scan *scan, ScanPlace *place, Match *ret)
{
	Slice text = scan_text(scan, ret->para);
	size_t start;
	size_t len;
	PatternResult result = pattern_find(scan->pattern, text, place->from,
					    &start, &len);

	if (result == PATTERN_LIMIT)
		scan->partial = true;
	if (result != PATTERN_FOUND)
		return false;
	ret->start = (uint32_t)start;
	ret->len = (uint32_t)len;
	place->from = (uint32_t)(start + len);
	place->n++;
	return true;
}

TextOff
scan_offset(Scan *scan, ParaId para, uint32_t byte)
{
	Anchor anchor = { para, 0, ANCHOR_TEXT };

	if (para < doc_n_paras(scan->doc)) {
		Slice text = scan_text(scan, para);
		if (byte > text.len)
			byte = (uint32_t)text.len;
		anchor.byte = shown_to_source(&scan->shown, byte);
	}
	return doc_anchor_off(scan->doc, anchor);
}

uint32_t
scan_byte(Scan *scan, Anchor anchor)
{
	if (anchor.para >= doc_n_paras(scan->doc))
		return 0;
	scan_text(scan, anchor.para);
	return shown_from_source(&scan->shown, anchor.byte);
}
