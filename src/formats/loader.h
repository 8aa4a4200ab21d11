/*
 * Loader: from a source to a Document, in steps.
 *
 * Owns the Source, the Charset, the Text and the Document.  Reads a unit at a
 * time, decodes it into the Text, surveys its lines, and appends records.
 * What labels and headings mean is decided on the first LOADER_DECIDE bytes or
 * the end of the input, whichever comes first, again whenever there are
 * LOADER_AGAIN times as many, and at the end; where the verdicts differ a new
 * generation is built over the same Text, and the Document of before stays in
 * use until that one has caught up: what is early built in vain is little.  While a slow
 * source has not given LOADER_DECIDE bytes, the Document shows what the lines
 * so far mean.  What is read, however it is cut, ends as the same Document.
 */
#ifndef FORMATS_LOADER_H
#define FORMATS_LOADER_H

#include "base/clock.h"
#include "base/err.h"
#include "document/document.h"
#include "text/charset.h"
#include "text/source.h"
#include "text/yaml.h"

#ifdef FANGTAN_TINY
#define LOADER_DECIDE 512
#else
#define LOADER_DECIDE (1024 * 1024)
#endif

#define LOADER_AGAIN 4

typedef struct Loader Loader;

enum LoaderFlag {
	LOADER_WHOLE = 1,	/* decide at the end only: for printing */
};

/* Whether a text, of whose paragraphs this is markup, may hold what one seeks. */
typedef bool LoaderWanted(void *ctx, Slice text, Markup markup);

/* How to read; all zeros: detect everything.  All is borrowed. */
typedef struct LoaderOptions {
	unsigned flags;		/* LoaderFlag */
	const char *encoding;	/* the charset; NULL: detect it */
	const char *from;	/* the format; NULL: detect it */
	struct Explain *explain;	/* told what is decided, or NULL; borrowed */
	const YamlNode *people;	/* names and roles of speakers that win, as
				   people.h reads them; NULL: none */
	LoaderWanted *wanted;	/* asked of a text below LOADER_DECIDE before
				   it is parsed, where its paragraphs are
				   stretches of it; no: the Document stays
				   empty.  NULL: all is wanted */
	void *wanted_ctx;
} LoaderOptions;

/* Fails where there is no such charset or format. */
Status
loader_check_options(const LoaderOptions *options, Err *err);

/*
 * Takes the Source.  `path` is what the user called it ("-": standard input);
 * a copy is kept.  `options` NULL: all is detected.
 */
Loader *
loader_new(Source *source, const char *path, const LoaderOptions *options);

void
loader_free(Loader *loader);

/*
 * PROGRESS_FAILED: loader_err() says why, and what was read before stays.
 * PROGRESS_BLOCKED: poll loader_fd().  A new generation ends the step, with
 * PROGRESS_MORE before any deadline.
 */
Progress
loader_step(Loader *loader, Deadline deadline);

/*
 * The document as far as it is read.  The pointer changes with the
 * generation; the one before lives until it changes again, so that places can
 * be carried over.
 */
const Document *
loader_doc(const Loader *loader);

const Err *
loader_err(const Loader *loader);

int
loader_fd(const Loader *loader);

const char *
loader_path(const Loader *loader);

/* "markdown", "plain": `source.format` of the interface. */
const char *
loader_format(const Loader *loader);

CharsetVerdict
loader_verdict(const Loader *loader);

/* As charset_candidate(). */
const char *
loader_candidate(const Loader *loader, size_t i);

/* Bytes of text so far, and in all (0: not known yet). */
TextOff
loader_bytes(const Loader *loader);

uint64_t
loader_size(const Loader *loader);

#endif
