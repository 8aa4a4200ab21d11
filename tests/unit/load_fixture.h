/*
 * What the tests of reading and writing share: a document loaded from bytes,
 * however they are cut, and what became of it as a short text or as JSON.
 */
#ifndef LOAD_FIXTURE_H
#define LOAD_FIXTURE_H

#include "base/vec.h"
#include "document/document.h"
#include "formats/loader.h"
#include "formats/write_json.h"

/* How a source gives its bytes. */
typedef enum Cut {
	CUT_WHOLE,
	CUT_BYTES,		/* one at a time */
	CUT_PAUSED,		/* one at a time, nothing after each */
	CUT_RANDOM,		/* a few, sometimes nothing; seeds 0, 1, … */
} Cut;

typedef struct Loaded {
	Loader *loader;
	const Document *doc;
	unsigned cut;		/* CUT_RANDOM + seed */
	unsigned random;
	bool paused;
} Loaded;

/* Loads `bytes`, which must outlive it, to the end. */
void
load(Loaded *loaded, Slice bytes, const char *path, unsigned flags,
     unsigned cut);

/* The same with all that can be said of it. */
void
load_as(Loaded *loaded, Slice bytes, const char *path,
	const LoaderOptions *options, unsigned cut);

/* As load() of a string, whole, for printing. */
void
load_text(Loaded *loaded, const char *text, const char *path);

/* As load() of a whole document; `explain` is told of its lines. */
void
load_explained(Loaded *loaded, Slice bytes, const char *path, unsigned cut,
	       struct Explain *explain);

void
load_file(Loaded *loaded, const char *path);

void
loaded_done(Loaded *loaded);

/*
 * Appends a line for each passage, `Name: one/two`, `Ann + Bob: text` or
 * `-: text`, and for each heading, `## title`.  Before a paragraph stands `!` (direction), `>`, `*`
 * (item), backquote (code) or `|`; before that `=` where it translates.
 */
void
append_outline(const Document *doc, Buf *out);

/* A writer of whole documents. */
typedef Status WriteDocument(Out *out, const Origin *origin,
			     const Document *doc, const Selection *sel,
			     const Stats *stats, Err *err);

/* What a writer makes of the document. */
void
append_written(const Loaded *loaded, WriteDocument *write, Buf *out);

/* The JSON object of --format=json. */
void
append_json(const Loaded *loaded, Buf *out);

/* The printed text at `width`. */
void
append_printed(const Document *doc, uint32_t width, Buf *out);

/* Fails where the outline of `text` is not `want`. */
void
check_outline(const char *text, const char *path, const char *want);

/* True where both hold the same; else prints where they begin to differ. */
bool
is_same(const Buf *a, const Buf *b, const char *what);

#endif
