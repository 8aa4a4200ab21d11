#include "unit/load_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "document/shown.h"
#include "document/stats.h"
#include "formats/write_json.h"
#include "formats/write_text.h"

static size_t
next_cut(void *ctx)
{
	Loaded *loaded = ctx;

	loaded->paused = !loaded->paused;
	switch (loaded->cut) {
	case CUT_WHOLE:
		return CLOCK_UNIT;
	case CUT_BYTES:
		return 1;
	case CUT_PAUSED:
		return loaded->paused ? 1 : 0;
	default:
		loaded->random = loaded->random * 1103515245u + 12345u;
		return (loaded->random >> 16) % 24;
	}
}

void
load_as(Loaded *loaded, Slice bytes, const char *path,
	const LoaderOptions *options, unsigned cut)
{
	Source *source = source_from_memory(bytes, next_cut, loaded);
	Progress progress;

	*loaded = (Loaded){ .cut = cut, .random = cut };
	loaded->loader = loader_new(source, path, options);
	do
		progress = loader_step(loaded->loader, deadline_never());
	while (progress == PROGRESS_BLOCKED || progress == PROGRESS_MORE);
	loaded->doc = loader_doc(loaded->loader);
}

void
load(Loaded *loaded, Slice bytes, const char *path, unsigned flags,
     unsigned cut)
{
	load_as(loaded, bytes, path, &(LoaderOptions){ .flags = flags }, cut);
}

void
load_explained(Loaded *loaded, Slice bytes, const char *path, unsigned cut,
	       struct Explain *explain)
{
	const LoaderOptions options = { .flags = LOADER_WHOLE,
					.explain = explain };

	load_as(loaded, bytes, path, &options, cut);
}

void
load_text(Loaded *loaded, const char *text, const char *path)
{
	load(loaded, slice_from(text), path, LOADER_WHOLE, CUT_WHOLE);
	assert_true(loaded->doc->complete);
}

void
load_file(Loaded *loaded, const char *path)
{
	Err err = { .line = 0 };
	Source *source = source_open(path, &err);

	if (source == NULL)
		fail_msg("%s: %s", path, err.text);
	*loaded = (Loaded){ .cut = CUT_WHOLE };
	loaded->loader = loader_new(
		source, path, &(LoaderOptions){ .flags = LOADER_WHOLE });
	assert_int_equal(loader_step(loaded->loader, deadline_never()),
			 PROGRESS_DONE);
	loaded->doc = loader_doc(loaded->loader);
}

void
loaded_done(Loaded *loaded)
{
	loader_free(loaded->loader);
}

static void
append_heading(const Document *doc, ParaId id, Buf *out)
{
	Shown shown;

	for (unsigned i = 0; i < doc_para(doc, id)->level; i++)
		buf_append_char(out, '#');
	buf_append_char(out, ' ');
	shown_init(&shown);
	shown_build(&shown, doc, id);
	buf_append(out, shown.text);
	shown_done(&shown);
	buf_append_char(out, '\n');
}

static void
append_speakers(const Document *doc, TurnId turn, Buf *out)
{
	SpeakerId ids[8];
	uint32_t n = doc_turn_speakers(doc, turn, ids, 8);

	for (uint32_t i = 0; i < n && i < 8; i++) {
		buf_append(out, i == 0 ? SLICE("") : SLICE(" + "));
		buf_append(out, doc_speaker(doc, ids[i])->name);
	}
}

static void
append_passage(const Document *doc, const Passage *passage, Buf *out)
{
	static const char marks[] = "\0!>*`|#";
	Shown shown;

	if (passage->turn == DOC_NONE)
		buf_append_char(out, '-');
	else
		append_speakers(doc, passage->turn, out);
	buf_append_char(out, ':');
	shown_init(&shown);
	for (ParaId id = passage->first; id < passage->end; id++) {
		const Para *para = doc_para(doc, id);

		if (para->flags & PARA_PART)
			continue;
		buf_append_char(out, id == passage->first ? ' ' : '/');
		if (para_is_translation(para))
			buf_append_char(out, '=');
		if (marks[para->kind] != '\0')
			buf_append_char(out, marks[para->kind]);
		shown_build(&shown, doc, id);
		buf_append(out, shown.text);
	}
	shown_done(&shown);
	buf_append_char(out, '\n');
}

void
append_outline(const Document *doc, Buf *out)
{
	Passage passage;
	ParaId from = 0;

	while (from < doc_n_paras(doc)) {
		const Para *para = doc_para(doc, from);

		if (para->kind == PARA_HEADING) {
			if (!(para->flags & PARA_PART))
				append_heading(doc, from, out);
			from++;
			continue;
		}
		assert_true(doc_next_passage(doc, from, &passage));
		append_passage(doc, &passage, out);
		from = passage.end;
	}
}

static bool
write_to_buf(void *ctx, Slice bytes)
{
	return buf_append(ctx, bytes);
}

void
append_written(const Loaded *loaded, WriteDocument *write, Buf *out)
{
	const Origin origin = {
		.path = loader_path(loaded->loader),
		.format = loader_format(loaded->loader),
		.charset = loader_verdict(loaded->loader),
	};
	Selection sel = SELECTION_ALL;
	Err err = { .line = 0 };
	Stats stats;
	Out to;

	stats_init(&stats);
	stats_step(&stats, loaded->doc, deadline_never());
	out_init(&to, write_to_buf, out);
	assert_int_equal(write(&to, &origin, loaded->doc, &sel, &stats, &err),
			 STATUS_OK);
	out_done(&to);
	stats_done(&stats);
}

void
append_json(const Loaded *loaded, Buf *out)
{
	append_written(loaded, write_json, out);
}

void
append_printed(const Document *doc, uint32_t width, Buf *out)
{
	const TextStyle style = { .width = width };
	Selection sel = SELECTION_ALL;
	Out to;

	out_init(&to, write_to_buf, out);
	write_text(&to, doc, &sel, &style);
	out_done(&to);
}

void
check_outline(const char *text, const char *path, const char *want)
{
	Loaded loaded;
	Buf out;

	load_text(&loaded, text, path);
	buf_init(&out, SIZE_MAX);
	append_outline(loaded.doc, &out);
	buf_append_char(&out, '\0');
	if (strcmp(out.ptr, want) != 0)
		fail_msg("of\n%s\nbecame\n%sand not\n%s", text, out.ptr, want);
	buf_done(&out);
	loaded_done(&loaded);
}

bool
is_same(const Buf *a, const Buf *b, const char *what)
{
	size_t i = 0, from;

	if (slice_eq(buf_slice(a), buf_slice(b)))
		return true;
	while (i < a->len && i < b->len && a->ptr[i] == b->ptr[i])
		i++;
	from = i < 100 ? 0 : i - 100;
	print_message("%s: byte %zu:\n%.*s\nand not\n%.*s\n", what, i,
		      SLICE_ARGS(slice_sub(buf_slice(a), from, 200)),
		      SLICE_ARGS(slice_sub(buf_slice(b), from, 200)));
	return false;
}
