#include "reading/excerpt.h"

#include "text/uni.h"
#include "text/utf8.h"

static TextOff
offset_of(const Document *doc, ParaId para, uint32_t source)
{
	return doc_anchor_off(doc, (Anchor){ para, source, ANCHOR_TEXT });
}

/*
 * The source behind a stretch.  What stands for other bytes as a whole (an
 * entity, a phrase in another script) is inside as a whole.
 */
static uint32_t
source_behind(const Shown *shown, Match stretch)
{
	uint32_t start = shown_to_source(shown, stretch.start);
	uint32_t end = stretch.start + stretch.len;

	while (stretch.len > 0 && end < shown->text.len
	       && shown_to_source(shown, end) <= start)
		end++;
	return shown_to_source(shown, end);
}

ExcerptUnit
excerpt_unit(const Document *doc, const Shown *shown, Match stretch)
{
	uint32_t start = shown_to_source(shown, stretch.start);

	return (ExcerptUnit){
		.start = offset_of(doc, stretch.para, start),
		.end = offset_of(doc, stretch.para,
				 source_behind(shown, stretch)),
	};
}

void
excerpt_start(Excerpt *excerpt, ExcerptUnit unit)
{
	*excerpt = (Excerpt){ .on = true, .fixed = unit, .moving = unit };
}

void
excerpt_extend(Excerpt *excerpt, ExcerptUnit unit)
{
	excerpt->moving = unit;
}

bool
excerpt_clear(Excerpt *excerpt)
{
	bool was_on = excerpt->on;

	excerpt->on = false;
	return was_on;
}

ExcerptUnit
excerpt_range(const Excerpt *excerpt)
{
	ExcerptUnit all = excerpt->fixed;

	if (excerpt->moving.start < all.start)
		all.start = excerpt->moving.start;
	if (excerpt->moving.end > all.end)
		all.end = excerpt->moving.end;
	return all;
}

/* The visible byte of `para` at an offset; its start or end where that is in
 * another. */
static uint32_t
visible_byte(const Document *doc, ParaId para, const Shown *shown, TextOff off)
{
	Anchor anchor;
	uint32_t at;

	if (off <= para_off(doc_para(doc, para)))
		return 0;
	anchor = doc_anchor_at(doc, off);
	if (anchor.para != para)
		return (uint32_t)shown->text.len;
	at = shown_from_source(shown, anchor.byte);
	while (at > 0 && at < shown->text.len
	       && utf8_is_continuation(shown->text.ptr[at]))
		at--;
	return at;
}

/* The same of an end: behind the character that it is in. */
static uint32_t
visible_end(const Document *doc, ParaId para, const Shown *shown, TextOff off)
{
	uint32_t at = visible_byte(doc, para, shown, off);

	while (at < shown->text.len
	       && (utf8_is_continuation(shown->text.ptr[at])
		   || offset_of(doc, para, shown_to_source(shown, at)) < off))
		at++;
	return at;
}

Match
excerpt_in_para(const Excerpt *excerpt, const Document *doc, ParaId para,
		const Shown *shown)
{
	ExcerptUnit all = excerpt_range(excerpt);
	uint32_t start, end;

	if (!excerpt->on)
		return (Match){ para, 0, 0 };
	start = visible_byte(doc, para, shown, all.start);
	end = visible_end(doc, para, shown, all.end);
	return (Match){ para, start, end - start };
}

/* Line ends are those of code. */
static bool
append_safe(Slice text, Buf *out)
{
	uint32_t cp;
	size_t len;

	for (; text.len; text = slice_sub(text, len, SIZE_MAX)) {
		Slice point;

		len = utf8_decode(text, &cp);
		point = slice_sub(text, 0, len);
		if (cp != '\n' && uni_is_control(cp))
			point = SLICE(UTF8_REPLACEMENT_BYTES);
		if (!buf_append(out, point))
			return false;
	}
	return true;
}

static bool
append_para(const Excerpt *excerpt, const Document *doc, ParaId para,
	    Shown *shown, Buf *out)
{
	Match match;

	shown_build(shown, doc, para);
	match = excerpt_in_para(excerpt, doc, para, shown);
	if (!match.len)
		return true;
	if (out->len && !buf_append(out, SLICE("\n\n")))
		return false;
	return append_safe(slice_sub(shown->text, match.start, match.len),
			   out);
}

bool
excerpt_text(const Excerpt *excerpt, const Document *doc,
	     const Filter *filter, Buf *out)
{
	ExcerptUnit all = excerpt_range(excerpt);
	bool fits = true;
	Shown shown;
	ParaId para;

	if (!excerpt->on || !doc_n_paras(doc))
		return true;
	shown_init(&shown);
	para = doc_anchor_at(doc, all.start).para;
	for (; fits && para != DOC_NONE; para = doc_para_next(doc, para)) {
		if (para_off(doc_para(doc, para)) >= all.end)
			break;
		if (filter_shows(filter, doc, para))
			fits = append_para(excerpt, doc, para, &shown, out);
	}
	shown_done(&shown);
	return fits;
}
