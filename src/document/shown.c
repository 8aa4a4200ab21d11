/*
 * A paragraph is made visible in two passes.  The first flattens it
 * (flatten.h); the second reads the inline markup of the flat text and emits
 * what is visible, run by run.  A paragraph that needs neither is borrowed as
 * it is.
 */
#include "document/shown.h"

#include <string.h>

#include "document/direction.h"
#include "document/flatten.h"
#include "document/inline.h"
#include "document/shown_script.h"
#include "text/uni.h"
#include "text/utf8.h"

#define SHOWN_MAX ((size_t)1 << 31)
#define TITLE_CHARS 20		/* of a derived chapter's title … */
#define TITLE_CHARS_MAX 32	/* … with the rest of the last word */
#define ADDRESS_MAX 2048	/* bytes of an address in plain text */
#define NO_SPAN UINT32_MAX

void
shown_init(Shown *shown)
{
	memset(shown, 0, sizeof(*shown));
	buf_init(&shown->source, SHOWN_MAX);
	buf_init(&shown->flat, SHOWN_MAX);
	buf_init(&shown->scratch, SHOWN_MAX);
	buf_init(&shown->bytes, SHOWN_MAX);
	buf_init(&shown->run_bytes, SHOWN_MAX);
	buf_init(&shown->span_bytes, SHOWN_MAX);
	buf_init(&shown->link_bytes, SHOWN_MAX);
	buf_init(&shown->converted, SHOWN_MAX);
	buf_init(&shown->map_bytes, SHOWN_MAX);
	arena_init(&shown->arena);
}

void
shown_done(Shown *shown)
{
	buf_done(&shown->source);
	buf_done(&shown->flat);
	buf_done(&shown->scratch);
	buf_done(&shown->bytes);
	buf_done(&shown->run_bytes);
	buf_done(&shown->span_bytes);
	buf_done(&shown->link_bytes);
	buf_done(&shown->converted);
	buf_done(&shown->map_bytes);
	arena_done(&shown->arena);
}

static void
clear(Shown *shown)
{
	buf_clear(&shown->bytes);
	buf_clear(&shown->run_bytes);
	buf_clear(&shown->span_bytes);
	buf_clear(&shown->link_bytes);
	shown->open_span = NO_SPAN;
	shown->map.n_runs = 0;
	if (shown->arena.bytes > 0)
		arena_clear(&shown->arena);
}

/* Points the public fields at the buffers. */
static void
publish(Shown *shown)
{
	shown->runs = (const ShownRun *)(const void *)shown->run_bytes.ptr;
	shown->n_runs = (uint32_t)(shown->run_bytes.len / sizeof(ShownRun));
	shown->spans = (const Span *)(const void *)shown->span_bytes.ptr;
	shown->n_spans = (uint32_t)(shown->span_bytes.len / sizeof(Span));
	shown->links = (const Slice *)(const void *)shown->link_bytes.ptr;
	shown->n_links = (uint32_t)(shown->link_bytes.len / sizeof(Slice));
}

static void
add_run(Shown *shown, ShownRun run)
{
	size_t n = shown->run_bytes.len / sizeof(ShownRun);
	ShownRun *runs = (ShownRun *)(void *)shown->run_bytes.ptr;
	ShownRun *last = n > 0 ? &runs[n - 1] : NULL;

	if (last != NULL && run.shown_len == run.source_len &&
	    last->shown_len == last->source_len &&
	    last->source + last->source_len == run.source) {
		last->shown_len += run.shown_len;
		last->source_len += run.source_len;
		return;
	}
	buf_append(&shown->run_bytes,
		   (Slice){ (const char *)&run, sizeof(run) });
}

/* Appends what the source bytes `off`, `len` look like. */
static void
emit(Shown *shown, size_t off, size_t len, Slice text)
{
	ShownRun run = {
		.shown = (uint32_t)shown->bytes.len,
		.source = (uint32_t)off,
		.shown_len = (uint32_t)text.len,
		.source_len = (uint32_t)len,
	};

	if (text.len == 0)
		return;
	add_run(shown, run);
	buf_append(&shown->bytes, text);
}

/* The same for flat text, without what is dropped. */
static void
emit_flat(void *ctx, size_t off, size_t len, Slice text)
{
	Shown *shown = ctx;

	if (len != text.len) {
		emit(shown, off, len, text);
		return;
	}
	while (text.len > 0) {
		const char *drop = memchr(text.ptr, FLATTEN_DROP, text.len);
		size_t n = drop == NULL ? text.len : (size_t)(drop - text.ptr);

		emit(shown, off, n, slice_sub(text, 0, n));
		while (n < text.len && text.ptr[n] == FLATTEN_DROP)
			n++;
		off += n;
		text = slice_sub(text, n, SIZE_MAX);
	}
}

static Span *
span_at(Shown *shown, size_t i)
{
	return (Span *)(void *)shown->span_bytes.ptr + i;
}

static void
enter_span(void *ctx, SpanRole role, Slice address)
{
	Shown *shown = ctx;
	Span span = {
		.start = (uint32_t)shown->bytes.len,
		.len = shown->open_span,	/* until it is left */
		.role = role,
	};

	shown->open_span = (uint32_t)(shown->span_bytes.len / sizeof(Span));
	if (role == SPAN_LINK) {
		Slice copy = arena_copy(&shown->arena, address);

		span.link = (uint32_t)(shown->link_bytes.len / sizeof(Slice));
		buf_append(&shown->link_bytes,
			   (Slice){ (const char *)&copy, sizeof(copy) });
	}
	buf_append(&shown->span_bytes,
		   (Slice){ (const char *)&span, sizeof(span) });
}

/* Ends the innermost open span of the role: md4c may cross them. */
static void
leave_span(void *ctx, SpanRole role)
{
	Shown *shown = ctx;
	uint32_t *link = &shown->open_span;

	while (*link != NO_SPAN) {
		Span *span = span_at(shown, *link);

		if (span->role == role) {
			*link = span->len;
			span->len = (uint32_t)shown->bytes.len - span->start;
			return;
		}
		link = &span->len;
	}
}

/* Where the label of a link that opens at the start of `text` ends, or 0. */
static size_t
label_end(Slice text)
{
	size_t i = 1;

	while (i < text.len && text.ptr[i] != '[' && text.ptr[i] != ']')
		i++;
	return slice_starts(slice_sub(text, i, 2), SLICE("](")) ? i : 0;
}

/*
 * The one markup of plain text: [text](address), the address absolute and
 * without blanks.  Returns the length of the whole, or 0.
 */
static size_t
plain_link(Slice text, Slice *ret_label, Slice *ret_address)
{
	size_t middle = label_end(text);
	Slice address;
	size_t end;

	if (middle < 2)
		return 0;
	address = slice_sub(text, middle + 2, ADDRESS_MAX);
	end = slice_find(address, SLICE(")"));
	if (end == SIZE_MAX || end == 0 ||
	    memchr(address.ptr, ' ', end) != NULL)
		return 0;
	address.len = end;
	if (slice_find(address, SLICE(":")) == SIZE_MAX)
		return 0;
	*ret_label = slice_sub(text, 1, middle - 1);
	*ret_address = address;
	return middle + 2 + end + 1;
}

static void
read_plain(Shown *shown, Slice flat)
{
	size_t done = 0, off = 0;
	Slice label, address;

	while (off < flat.len) {
		Slice rest = slice_sub(flat, off, SIZE_MAX);
		const char *open = memchr(rest.ptr, '[', rest.len);
		size_t len;

		if (open == NULL)
			break;
		off += (size_t)(open - rest.ptr);
		rest = slice_sub(flat, off, SIZE_MAX);
		len = plain_link(rest, &label, &address);
		if (len == 0) {
			off++;
			continue;
		}
		emit_flat(shown, done, off - done,
			  slice_sub(flat, done, off - done));
		enter_span(shown, SPAN_LINK, address);
		emit_flat(shown, off + 1, label.len, label);
		leave_span(shown, SPAN_LINK);
		off += len;
		done = off;
	}
	emit_flat(shown, done, flat.len - done,
		  slice_sub(flat, done, SIZE_MAX));
}

static void
read_markdown(Shown *shown, Slice flat, const Defined *defined)
{
	const InlineSink sink = { emit_flat, enter_span, leave_span, shown };

	inline_read(flat, defined, &shown->scratch, &sink);
	while (shown->open_span != NO_SPAN)
		leave_span(shown, span_at(shown, shown->open_span)->role);
}

/* True where the source holds a byte that may be markup. */
static bool
has_markup(Slice source, Markup markup)
{
	static const char markdown[256] = {
		['*'] = 1, ['_'] = 1, ['['] = 1, ['<'] = 1, ['&'] = 1,
		['\\'] = 1, ['`'] = 1,
	};
	const unsigned char *p = (const unsigned char *)source.ptr;
	size_t i = 0;

	if (markup == MARKUP_LINKS)
		return memchr(source.ptr, '[', source.len) != NULL;
	/* Every paragraph comes here: four bytes for one branch. */
	for (; i + 4 <= source.len; i += 4)
		if (markdown[p[i]] | markdown[p[i + 1]] | markdown[p[i + 2]] |
		    markdown[p[i + 3]])
			return true;
	while (i < source.len && !markdown[p[i]])
		i++;
	return i < source.len;
}

/* The source bytes of the chain that begins at `id`. */
static Slice
chain_source(Shown *shown, const Document *doc, ParaId id)
{
	const Para *para = doc_para(doc, id);
	uint32_t n = doc_n_paras(doc);
	Slice first = text_slice(doc->text, para_off(para), para->len);

	if (id + 1 >= n || !(doc_para(doc, id + 1)->flags & PARA_PART))
		return first;
	buf_clear(&shown->source);
	do {
		para = doc_para(doc, id);
		buf_append(&shown->source,
			   text_slice(doc->text, para_off(para), para->len));
		id++;
	} while (id < n && doc_para(doc, id)->flags & PARA_PART);
	return buf_slice(&shown->source);
}

/* Nothing is hidden: the visible text is the source. */
static void
borrow(Shown *shown, Slice source)
{
	ShownRun run = {
		.shown_len = (uint32_t)source.len,
		.source_len = (uint32_t)source.len,
	};

	if (source.len > 0)
		add_run(shown, run);
	shown->plain = source;
}

/* The plain text is there. */
static void
finish(Shown *shown)
{
	publish(shown);
	shown->text = shown->plain;
	shown_script_convert(shown);
}

/* Makes `source` visible as the paragraph that `para` describes. */
static void
build(Shown *shown, Slice source, const Para *para, Markup markup,
      const Defined *defined)
{
	bool verbatim = para->kind == PARA_CODE || para->kind == PARA_TABLE;
	bool marked = !verbatim && has_markup(source, markup);
	bool uneven = flatten_is_needed(source, para);
	Slice flat = source;

	clear(shown);
	shown->source_len = (uint32_t)source.len;
	if (!marked && !uneven) {
		borrow(shown, source);
		finish(shown);
		return;
	}
	if (uneven) {
		flatten(source, para, &shown->flat);
		flat = buf_slice(&shown->flat);
	}
	if (marked && markup == MARKUP_MARKDOWN)
		read_markdown(shown, flat, defined);
	else if (marked)
		read_plain(shown, flat);
	else
		emit_flat(shown, 0, flat.len, flat);
	shown->plain = buf_slice(&shown->bytes);
	finish(shown);
}

void
shown_set_script(Shown *shown, const ShownScript *script)
{
	shown->script = script;
}

void
shown_build(Shown *shown, const Document *doc, ParaId id)
{
	build(shown, chain_source(shown, doc, id), doc_para(doc, id),
	      doc->markup, &doc->defined);
}

void
shown_build_title(Shown *shown, const Document *doc, Slice source)
{
	const Para para = { .kind = PARA_HEADING };

	build(shown, source, &para, doc->markup, &doc->defined);
}

void
shown_build_source(Shown *shown, Slice source, ParaKind kind, Markup markup)
{
	const Para para = { .kind = (unsigned)kind & 15u };
	const Defined defined = { NULL, 0 };

	build(shown, source, &para, markup, &defined);
}

void
shown_add_directions(Shown *shown)
{
	size_t start, len, from = 0;

	while (direction_next(shown->plain, from, &start, &len)) {
		Span span = {
			.start = (uint32_t)start,
			.len = (uint32_t)len,
			.role = SPAN_DIRECTION,
		};

		shown_stretch(shown, &span.start, &span.len);
		buf_append(&shown->span_bytes,
			   (Slice){ (const char *)&span, sizeof(span) });
		from = start + len;
	}
	publish(shown);
}

void
shown_stretch(const Shown *shown, uint32_t *start, uint32_t *len)
{
	if (shown->map.n_runs > 0)
		script_map_stretch(&shown->map, start, len);
}

uint32_t
shown_to_plain(const Shown *shown, uint32_t byte)
{
	return shown->map.n_runs > 0 ? script_map_to_plain(&shown->map, byte)
				     : byte;
}

uint32_t
shown_from_plain(const Shown *shown, uint32_t byte)
{
	return shown->map.n_runs > 0 ? script_map_from_plain(&shown->map, byte)
				     : byte;
}

uint32_t
shown_to_source(const Shown *shown, uint32_t byte)
{
	uint32_t low = 0, high = shown->n_runs;
	const ShownRun *run;

	byte = shown_to_plain(shown, byte);
	while (low < high) {
		uint32_t mid = low + (high - low) / 2;

		if (shown->runs[mid].shown <= byte)
			low = mid + 1;
		else
			high = mid;
	}
	if (low == 0)
		return 0;
	run = &shown->runs[low - 1];
	if (byte >= run->shown + run->shown_len)
		return byte >= shown->plain.len ? shown->source_len
						: run->source + run->source_len;
	if (run->shown_len != run->source_len)
		return run->source;
	return run->source + (byte - run->shown);
}

/* The byte of `plain` of a source byte. */
static uint32_t
plain_from_source(const Shown *shown, uint32_t byte)
{
	uint32_t low = 0, high = shown->n_runs;

	while (low < high) {
		uint32_t mid = low + (high - low) / 2;
		const ShownRun *run = &shown->runs[mid];

		if (run->source + run->source_len <= byte)
			low = mid + 1;
		else
			high = mid;
	}
	if (low == shown->n_runs)
		return (uint32_t)shown->plain.len;
	if (byte <= shown->runs[low].source ||
	    shown->runs[low].shown_len != shown->runs[low].source_len)
		return shown->runs[low].shown;
	return shown->runs[low].shown + (byte - shown->runs[low].source);
}

uint32_t
shown_from_source(const Shown *shown, uint32_t byte)
{
	uint32_t at = shown_from_plain(shown, plain_from_source(shown, byte));

	while (at > 0 && at < shown->text.len &&
	       utf8_is_continuation(shown->text.ptr[at]))
		at--;
	return at;
}

/* True where a title of `n` characters would cut a Latin word at `off`. */
static bool
is_inside_word(Slice text, size_t off, size_t n)
{
	uint32_t before, after;

	if (off == 0 || n >= TITLE_CHARS_MAX)
		return false;
	utf8_decode_last(slice_sub(text, 0, off), &before);
	utf8_decode(slice_sub(text, off, UTF8_MAX), &after);
	return uni_is_letter(before) && uni_is_letter(after) &&
	       !uni_is_han(before) && !uni_is_han(after);
}

static void
append_line(Slice text, Buf *out)
{
	size_t from = out->len;

	buf_append(out, slice_trim(text));
	for (size_t i = from; i < out->len; i++)
		if (out->ptr[i] == '\n' || out->ptr[i] == '\t')
			out->ptr[i] = ' ';
}

void
shown_first_words(const Document *doc, ParaId para, Buf *out)
{
	size_t n = 0, off = 0;
	uint32_t cp;
	Shown shown;

	shown_init(&shown);
	shown_build(&shown, doc, para);
	while (off < shown.text.len &&
	       (n < TITLE_CHARS || is_inside_word(shown.text, off, n))) {
		off += utf8_decode(slice_sub(shown.text, off, UTF8_MAX), &cp);
		n++;
	}
	append_line(slice_sub(shown.text, 0, off), out);
	shown_done(&shown);
}

/* The first paragraph that is spoken in a chapter, or DOC_NONE. */
static ParaId
first_spoken(const Document *doc, ChapterId chapter)
{
	ParaId end = doc_chapter_end(doc, chapter);

	for (ParaId id = doc_chapter(doc, chapter)->first; id < end; id++) {
		const Para *para = doc_para(doc, id);

		if (para->turn != DOC_NONE && para->kind != PARA_DIRECTION &&
		    !para_is_translation(para))
			return id;
	}
	return DOC_NONE;
}

void
shown_chapter_title(const Document *doc, ChapterId chapter, Buf *out)
{
	const Chapter *record = doc_chapter(doc, chapter);
	ParaId spoken;
	Shown shown;

	buf_clear(out);
	if (record->flags & CHAPTER_DERIVED) {
		spoken = first_spoken(doc, chapter);
		if (spoken != DOC_NONE)
			shown_first_words(doc, spoken, out);
		return;
	}
	shown_init(&shown);
	shown_build(&shown, doc, record->first);
	append_line(shown.text, out);
	shown_done(&shown);
}
