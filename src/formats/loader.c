#include "formats/loader.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "formats/format.h"

struct Loader {
	Source *source;
	Charset *charset;
	Text *text;
	char *path;
	bool whole;		/* decide at the end only */
	struct Explain *explain;	/* borrowed, or NULL */
	const YamlNode *people;	/* as in LoaderOptions */
	LoaderWanted *wanted;	/* NULL: all is, or was asked */
	void *wanted_ctx;
	const Format *forced;	/* NULL: the format is detected */
	const Format *format;	/* NULL: not detected yet */
	Reader *reader;
	Document *doc;		/* what everybody sees */
	Document *next;		/* a generation that is being built, or NULL */
	Document *old;		/* the one before `doc`, or NULL */
	TextOff decided_at;	/* text when the last decision was made */
	bool detected;		/* the format is no longer in question */
	bool decided;
	bool started;		/* records were appended to `doc` */
	bool final;		/* the decision at the end was made */
	bool eof;
	bool failed;
	Err err;
};

Status
loader_check_options(const LoaderOptions *options, Err *err)
{
	Buf names;

	if (options->encoding != NULL && !charset_is_known(options->encoding))
		return err_set(err, _("--encoding=%s: there is no such "
				      "charset; GB18030, Big5 and UTF-16 are "
				      "some"), options->encoding);
	if (options->from == NULL ||
	    format_find(slice_from(options->from)) != NULL)
		return STATUS_OK;
	buf_init(&names, SIZE_MAX);
	format_append_names(&names);
	err_set(err, _("--from=%s: there is no such format; these are: %.*s"),
		options->from, SLICE_ARGS(buf_slice(&names)));
	buf_done(&names);
	return STATUS_FAILED;
}

Loader *
loader_new(Source *source, const char *path, const LoaderOptions *options)
{
	static const LoaderOptions detected = { .flags = 0 };
	Loader *loader = mem_zalloc(sizeof(*loader));

	if (options == NULL)
		options = &detected;
	loader->source = source;
	loader->charset = charset_new(options->encoding);
	loader->text = text_new();
	loader->path = mem_strdup_slice(slice_from(path));
	loader->whole = options->flags & LOADER_WHOLE;
	loader->explain = options->explain;
	loader->people = options->people;
	loader->wanted = options->wanted;
	loader->wanted_ctx = options->wanted_ctx;
	if (options->from != NULL)
		loader->forced = format_find(slice_from(options->from));
	loader->doc = doc_new(loader->text, 0);
	return loader;
}

void
loader_free(Loader *loader)
{
	if (loader == NULL)
		return;
	doc_free(loader->next);
	doc_free(loader->old);
	doc_free(loader->doc);
	/* The reader may own the Text of the documents. */
	if (loader->reader != NULL)
		loader->format->reader_free(loader->reader);
	text_free(loader->text);
	charset_free(loader->charset);
	source_free(loader->source);
	mem_free(loader->path);
	mem_free(loader);
}

static Progress
fail(Loader *loader)
{
	loader->failed = true;
	return PROGRESS_FAILED;
}

/* From where the text must stay contiguous. */
static TextOff
keep_from(const Loader *loader)
{
	if (loader->reader == NULL || !loader->detected)
		return 0;
	return loader->format->keep(loader->reader);
}

/* Reads one unit; BLOCKED, FAILED, or MORE. */
static Progress
read_unit(Loader *loader)
{
	unsigned flags = source_is_stable(loader->source) ? CHARSET_STABLE : 0;
	Slice bytes = { NULL, 0 };

	switch (source_read(loader->source, &bytes, &loader->err)) {
	case SOURCE_AGAIN:
		return PROGRESS_BLOCKED;
	case SOURCE_FAILED:
		return fail(loader);
	case SOURCE_EOF:
		loader->eof = true;
		flags |= CHARSET_EOF;
		break;
	case SOURCE_BYTES:
		break;
	}
	if (charset_feed(loader->charset, loader->text, keep_from(loader),
			 bytes, flags, &loader->err) != STATUS_OK)
		return fail(loader);
	return PROGRESS_MORE;
}

/*
 * Chooses the reader once there is enough to tell by.  Of a source that gives
 * nothing more for now the choice is made on what there is, and made again.
 */
static void
detect(Loader *loader, bool blocked)
{
	Slice path = slice_from(loader->path);
	const Format *format;
	Slice head;
	bool enough = loader->eof || text_len(loader->text) >= CHARSET_PROBE;

	if (loader->detected || (!enough && !blocked))
		return;
	head = slice_sub(text_rest(loader->text, 0), 0, CHARSET_PROBE);
	format = loader->forced != NULL ? loader->forced
					: format_detect(head, path);
	loader->detected = enough;
	if (format == loader->format)
		return;
	if (loader->reader != NULL)
		loader->format->reader_free(loader->reader);
	loader->format = format;
	loader->reader = format->reader_new(format, loader->text, path);
	if (loader->explain != NULL)
		format->explain(loader->reader, loader->explain);
	format->know(loader->reader, loader->people);
	loader->decided = false;
}

/* True at the points where it is decided what labels mean. */
static bool
is_time_to_decide(const Loader *loader, bool blocked)
{
	TextOff len = text_len(loader->text);

	if (loader->reader == NULL)
		return false;
	if (loader->eof)
		return !loader->final;
	if (loader->whole)
		return false;
	if (len >= LOADER_DECIDE)
		return !loader->decided || loader->decided_at < LOADER_DECIDE ||
		       len >= LOADER_AGAIN * loader->decided_at;
	return blocked && (!loader->decided || loader->decided_at < len);
}

/* Decides; where the verdict is another, another generation is built. */
static void
decide(Loader *loader)
{
	bool differs = loader->format->decide(loader->reader);

	loader->decided_at = text_len(loader->text);
	loader->final = loader->eof;
	if (loader->decided && !differs)
		return;
	if (loader->started) {
		doc_free(loader->next);
		loader->next = doc_new(loader->text,
				       loader->doc->generation + 1);
		loader->format->build_start(loader->reader, loader->next);
	} else {
		loader->format->build_start(loader->reader, loader->doc);
		loader->started = true;
	}
	loader->decided = true;
}

/* What stands in a generation that has caught up is what everybody sees. */
static void
take_next(Loader *loader)
{
	if (loader->next == NULL)
		return;
	doc_free(loader->old);
	loader->old = loader->doc;
	loader->doc = loader->next;
	loader->next = NULL;
}

/* Appends a unit of records; true while there is more. */
static bool
build_unit(Loader *loader)
{
	if (!loader->decided)
		return false;
	if (loader->format->build(loader->reader, loader->eof))
		return true;
	take_next(loader);
	return false;
}

/* True while there is too little to ask whether the text is wanted. */
static bool
waits_to_ask(const Loader *loader)
{
	return loader->wanted != NULL && !loader->eof &&
	       text_len(loader->text) < LOADER_DECIDE;
}

/* Asks whether the text is wanted, once. */
static bool
is_unwanted(Loader *loader)
{
	LoaderWanted *wanted = loader->wanted;
	Slice text = text_rest(loader->text, 0);

	loader->wanted = NULL;
	return wanted != NULL && loader->eof && loader->format->in_place &&
	       text.len == text_len(loader->text) &&
	       !wanted(loader->wanted_ctx, text, loader->format->markup);
}

/* One unit of reading, deciding or building. */
static Progress
step(Loader *loader)
{
	Progress progress = PROGRESS_MORE;

	if (build_unit(loader))
		return PROGRESS_MORE;
	if (loader->eof && loader->final) {
		loader->doc->complete = true;
		return PROGRESS_DONE;
	}
	if (!loader->eof)
		progress = read_unit(loader);
	if (progress == PROGRESS_FAILED)
		return progress;
	detect(loader, progress == PROGRESS_BLOCKED);
	if (waits_to_ask(loader))
		return progress;
	if (is_unwanted(loader)) {
		loader->final = true;
		return PROGRESS_MORE;
	}
	if (loader->reader != NULL &&
	    loader->format->survey(loader->reader, loader->eof,
				   &loader->err) != STATUS_OK)
		return fail(loader);
	if (is_time_to_decide(loader, progress == PROGRESS_BLOCKED)) {
		decide(loader);
		return PROGRESS_MORE;
	}
	return progress;
}

Progress
loader_step(Loader *loader, Deadline deadline)
{
	const Document *doc = loader->doc;
	Progress progress;

	if (loader->failed)
		return PROGRESS_FAILED;
	do
		progress = step(loader);
	while (progress == PROGRESS_MORE && loader->doc == doc &&
	       !deadline_passed(deadline));
	return progress;
}

const Document *
loader_doc(const Loader *loader)
{
	return loader->doc;
}

const Err *
loader_err(const Loader *loader)
{
	return &loader->err;
}

int
loader_fd(const Loader *loader)
{
	return loader->eof ? -1 : source_fd(loader->source);
}

const char *
loader_path(const Loader *loader)
{
	return loader->path;
}

const char *
loader_format(const Loader *loader)
{
	return loader->format == NULL ? FORMAT_PLAIN.name
				      : loader->format->name;
}

CharsetVerdict
loader_verdict(const Loader *loader)
{
	return charset_verdict(loader->charset);
}

const char *
loader_candidate(const Loader *loader, size_t i)
{
	return charset_candidate(loader->charset, i);
}

TextOff
loader_bytes(const Loader *loader)
{
	return text_len(loader->text);
}

uint64_t
loader_size(const Loader *loader)
{
	return source_size(loader->source);
}
