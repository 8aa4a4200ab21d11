#include "print.h"

#include <poll.h>
#include <string.h>

#include "base/i18n.h"
#include "document/context.h"
#include "formats/check.h"
#include "formats/explain.h"
#include "formats/loader.h"
#include "formats/write_html.h"
#include "formats/write_json.h"
#include "formats/write_markdown.h"
#include "formats/write_text.h"
#include "formats/write_webvtt.h"
#include "formats/write_yaml.h"
#include "print/part.h"
#include "reading/finder.h"
#include "reading/pattern.h"
#include "reading/query.h"
#include "text/utf8.h"

enum PrintStatus {
	PRINT_DONE = 0,
	PRINT_NOTHING = 1,
	PRINT_ERROR = 2,
	PRINT_ABSENT = 3,	/* one of several lacks what is named */
};

/* What all documents have in common. */
typedef struct Printing {
	const Options *options;
	const PrintTarget *target;
	Script *script;		/* NULL: the text is printed as it is */
	Finder *finder;		/* NULL: nothing is searched for */
	Out out;
	bool several;
	Err absent;		/* of the first document that lacks … */
	const char *absent_path; /* … what is named; NULL: none does */
} Printing;

/* One document that is being printed. */
typedef struct Job {
	const Options *options;
	const PrintTarget *target;
	const char *path;
	Buf shown_path;		/* the same in UTF-8, NUL-terminated */
	bool several;		/* it is one of several operands */
	Err absent;		/* what it lacks */
	Out *out;
	Loader *loader;
	Explain *explain;	/* told while it is read, or NULL */
	const Document *doc;
	Script *dictionaries;	/* NULL: the text is printed as it is */
	ShownScript script;
	ShownNames names;	/* where `sel.script` is set */
	Stats stats;
	Selection sel;
	Finder *finder;		/* NULL: nothing is searched for */
	ChunkVec found;		/* of Match */
	bool partial;		/* there may be more */
	SpeakerId *speakers;
	Match *matches;
	ParaRun *groups;
} Job;

static void
complain(const Job *job, const Err *err)
{
	job->target->complain(job->target->ctx, job->path, err);
}

/* Says what was repaired: bytes that are U+FFFD now, front matter. */
static void
warn_repaired(const Job *job)
{
	CharsetVerdict verdict = loader_verdict(job->loader);
	Err err = { .line = 0 };

	if (verdict.replaced > 0) {
		charset_describe_replaced(verdict, &err);
		complain(job, &err);
	}
	if (job->doc->meta.fault != NULL)
		complain(job, job->doc->meta.fault);
}

/* True where nothing is printed of a document without a match. */
static bool
prints_only_matches(const Options *options)
{
	bool of_a_part = options->speaker.count > 0 || options->has_chapter ||
			 options->has_turn || options->has_time;

	return options->has_search && !of_a_part && !options->check &&
	       !options->explain && !options->chapters && !options->speakers &&
	       (options->count || options->format == OPTION_FORMAT_TEXT);
}

/* LoaderWanted of a Finder. */
static bool
may_match(void *ctx, Slice text, Markup markup)
{
	return finder_may_find(ctx, text, markup);
}

static bool
load(Job *job, Err *err)
{
	LoaderOptions loading = library_loading(job->options);
	Source *source = source_open(job->path, err);
	Progress progress = PROGRESS_MORE;

	if (source == NULL)
		return false;
	loading.flags = LOADER_WHOLE;
	loading.explain = job->explain;
	if (prints_only_matches(job->options)) {
		loading.wanted = may_match;
		loading.wanted_ctx = job->finder;
	}
	job->loader = loader_new(source, job->path, &loading);
	do {
		struct pollfd fd = { loader_fd(job->loader), POLLIN, 0 };

		if (progress == PROGRESS_BLOCKED)
			poll(&fd, 1, -1);
		progress = loader_step(job->loader, deadline_never());
	} while (progress == PROGRESS_MORE || progress == PROGRESS_BLOCKED);
	*err = *loader_err(job->loader);
	job->doc = loader_doc(job->loader);
	return err->text[0] == '\0';
}

static unsigned
pattern_flags(const Options *options)
{
	return (options->fixed_strings ? PATTERN_FIXED | QUERY_PLAIN : 0) |
	       (options->ignore_case ? PATTERN_IGNORE_CASE : 0) |
	       (options->no_ignore_case ? PATTERN_EXACT_CASE : 0) |
	       (options->exact_script ? PATTERN_EXACT_SCRIPT : 0);
}

/* True where a paragraph's matches count for the selection. */
static bool
is_selected(const Job *job, ParaId id)
{
	const Selection *sel = &job->sel;
	Passage passage = {
		.first = id,
		.end = id + 1,
		.turn = doc_para(job->doc, id)->turn,
		.chapter = doc_para_chapter(job->doc, id),
	};

	return selection_takes(sel, job->doc, &passage);
}

/* With turns around what matches, where that is asked for. */
static void
select_context(Job *job)
{
	const Options *options = job->options;
	int before = options->context, after = options->context;

	if (options->has_before_context)
		before = options->before_context;
	if (options->has_after_context)
		after = options->after_context;
	if (before == 0 && after == 0)
		return;
	job->groups = context_new(job->doc, job->matches, job->sel.n_matches,
				  (TurnId)before, (TurnId)after,
				  &job->sel.n_groups);
	job->sel.groups = job->groups;
}

static Status
select_matches(Job *job, Err *err)
{
	uint32_t n = 0;
	Status status;

	if (job->finder == NULL)
		return STATUS_OK;
	status = finder_find(job->finder, job->doc, &job->found, &job->partial,
			     err);
	if (status != STATUS_OK)
		return status;
	job->matches = mem_realloc_array(NULL, job->found.count + 1,
					 sizeof(Match));
	for (size_t i = 0; i < job->found.count; i++) {
		const Match *match = vec_at(&job->found, i);

		if (is_selected(job, match->para))
			job->matches[n++] = *match;
	}
	job->sel.matches = job->matches;
	job->sel.n_matches = n;
	select_context(job);
	return STATUS_OK;
}

static void
print_text(Job *job)
{
	TextStyle style = {
		.width = (uint32_t)job->target->columns,
		.color = job->target->color,
	};

	if (job->sel.matches == NULL && job->out->begun)
		out_put(job->out, SLICE("\n"));
	if (job->sel.matches != NULL && job->several)
		write_text_matches(job->out, job->shown_path.ptr, job->doc,
				   &job->sel, &style);
	else
		write_text(job->out, job->doc, &job->sel, &style);
}

static Origin
origin_of(const Job *job)
{
	return (Origin){
		.path = job->shown_path.ptr,
		.format = loader_format(job->loader),
		.charset = loader_verdict(job->loader),
	};
}

static Status
print_whole(Job *job, bool yaml, Err *err)
{
	const Origin origin = origin_of(job);

	return (yaml ? write_yaml : write_json)(job->out, &origin, job->doc,
						&job->sel, &job->stats, err);
}

static void
print_count(Job *job)
{
	if (job->several) {
		out_put_text(job->out, slice_from(job->shown_path.ptr));
		out_put(job->out, SLICE(":"));
	}
	out_putf(job->out, "%u\n", job->sel.n_matches);
}

static Status
print_list(Job *job, bool json, Err *err)
{
	if (job->options->chapters && json)
		return write_json_chapters(job->out, job->doc, err);
	if (job->options->speakers && json)
		return write_json_speakers(job->out, job->doc, &job->stats,
					   err);
	if (job->options->chapters)
		write_text_chapters(job->out, job->doc, job->sel.script);
	else
		write_text_speakers(job->out, job->doc, &job->stats);
	return STATUS_OK;
}

/* The document in the form that was asked for. */
static Status
print_document(Job *job, Err *err)
{
	Out *out = job->out;

	switch (job->options->format) {
	case OPTION_FORMAT_JSON:
		return print_whole(job, false, err);
	case OPTION_FORMAT_YAML:
		return print_whole(job, true, err);
	case OPTION_FORMAT_MARKDOWN:
		write_markdown(out, job->doc, &job->sel);
		break;
	case OPTION_FORMAT_HTML:
		write_html(out, job->doc, &job->sel);
		break;
	case OPTION_FORMAT_WEBVTT:
		return write_webvtt(out, job->doc, &job->sel, err);
	default:
		print_text(job);
		break;
	}
	return STATUS_OK;
}

/* What is doubtful; *ret_found: something is. */
static Status
print_check(Job *job, bool *ret_found, Err *err)
{
	const Origin origin = origin_of(job);
	Check *check = check_new(job->doc, &origin);
	Status status = STATUS_OK;

	*ret_found = check_count(check) > 0;
	if (job->options->format == OPTION_FORMAT_JSON)
		status = check_write_json(check, job->out, err);
	else
		check_write_text(check, job->out);
	check_free(check);
	return status;
}

/* From now on names, titles and text are in the script that is wanted. */
static void
change_script(Job *job)
{
	ShownScript *script = &job->script;

	*script = (ShownScript){
		.script = job->dictionaries,
		.form = (ScriptForm)job->options->script,
		.most = SIZE_MAX,
	};
	shown_script_survey(script->script, job->doc, &script->own);
	shown_names_init(&job->names, script, job->doc);
	job->doc = &job->names.doc;
	job->sel.script = script;
}

/* Prints what was asked for of a document that is selected from. */
static Status
print_selected(Job *job, Err *err)
{
	const Options *options = job->options;
	bool json = options->format == OPTION_FORMAT_JSON;
	bool yaml = options->format == OPTION_FORMAT_YAML;

	if (json || yaml || options->speakers)
		stats_step(&job->stats, job->doc, deadline_never());
	if (job->dictionaries != NULL)
		change_script(job);
	if (options->chapters || options->speakers)
		return print_list(job, json, err);
	if (options->count)
		print_count(job);
	else
		return print_document(job, err);
	return STATUS_OK;
}

static int
check_one(Job *job)
{
	Err err = { .line = 0 };
	bool found = false;

	if (!load(job, &err) || print_check(job, &found, &err) != STATUS_OK) {
		complain(job, &err);
		return PRINT_ERROR;
	}
	return found ? PRINT_NOTHING : PRINT_DONE;
}

static Status
print_explain(Job *job, Err *err)
{
	if (job->options->format == OPTION_FORMAT_JSON)
		return explain_write_json(job->explain, job->doc, job->out,
					  err);
	explain_write_text(job->explain, job->doc, job->shown_path.ptr,
			   job->out);
	return STATUS_OK;
}

static int
explain_one(Job *job)
{
	Err err = { .line = 0 };

	job->explain = explain_new();
	if (load(job, &err))
		warn_repaired(job);
	if (err.text[0] != '\0' || print_explain(job, &err) != STATUS_OK) {
		complain(job, &err);
		return PRINT_ERROR;
	}
	return PRINT_DONE;
}

/* What the options name, and in it what matches. */
static Status
choose(Job *job, Err *err)
{
	Status status = part_choose(job->options, job->doc, &job->sel,
				    &job->speakers, err);

	return status == STATUS_OK ? select_matches(job, err) : status;
}

/* What was found is printed; that it is all would be wrong to say. */
static int
complain_partial(const Job *job)
{
	Err err = { .line = 0 };

	err_set(&err, _("there may be more matches: the pattern is too much "
			"work; one with fewer repetitions is less"));
	complain(job, &err);
	return PRINT_ERROR;
}

static int
print_one(Job *job)
{
	Status status = STATUS_FAILED;
	Err err = { .line = 0 };

	if (job->options->check)
		return check_one(job);
	if (job->options->explain)
		return explain_one(job);
	if (load(job, &err))
		warn_repaired(job);
	if (err.text[0] == '\0')
		status = choose(job, &err);
	if (status == STATUS_ABSENT && job->several) {
		job->absent = err;
		if (job->options->count)
			print_count(job);
		return PRINT_ABSENT;
	}
	if (status != STATUS_OK || print_selected(job, &err) != STATUS_OK) {
		complain(job, &err);
		return PRINT_ERROR;
	}
	if (job->partial)
		return complain_partial(job);
	if (job->options->has_search && job->sel.n_matches == 0)
		return PRINT_NOTHING;
	return PRINT_DONE;
}

static int
print_entry(Printing *printing, const char *path)
{
	Job job = {
		.options = printing->options,
		.target = printing->target,
		.dictionaries = printing->script,
		.finder = printing->finder,
		.path = path,
		.several = printing->several,
		.out = &printing->out,
		.sel = SELECTION_ALL,
	};
	int status;

	stats_init(&job.stats);
	vec_init(&job.found, sizeof(Match));
	buf_init(&job.shown_path, SIZE_MAX);
	utf8_append_repaired(&job.shown_path, slice_from(path));
	buf_append_char(&job.shown_path, '\0');
	status = print_one(&job);
	if (status == PRINT_ABSENT && printing->absent_path == NULL) {
		printing->absent = job.absent;
		printing->absent_path = path;
	}
	if (job.sel.script != NULL)
		shown_names_done(&job.names);
	buf_done(&job.shown_path);
	mem_free(job.groups);
	mem_free(job.matches);
	mem_free(job.speakers);
	vec_done(&job.found);
	stats_done(&job.stats);
	loader_free(job.loader);
	explain_free(job.explain);
	return status;
}

/* False after a complaint: a pattern that is none is no document's fault. */
static bool
take_pattern(Printing *printing)
{
	const Options *options = printing->options;
	const PrintTarget *target = printing->target;
	Err err = { .line = 0 }, told = { .line = 0 };

	if (!options->has_search)
		return true;
	printing->finder = finder_new(slice_from(options->search),
				      pattern_flags(options), &err);
	if (printing->finder == NULL) {
		err_set(&told, "--search: %s", err.text);
		target->complain(target->ctx, NULL, &told);
	}
	return printing->finder != NULL;
}

/* False after a complaint: some forms hold one document and no more. */
static bool
check_number(const Options *options, uint32_t n, const PrintTarget *target)
{
	Err err = { .line = 0 };

	if (n < 2 || options->check || options->explain || options->chapters ||
	    options->speakers || options->count ||
	    options->format == OPTION_FORMAT_TEXT ||
	    options->format == OPTION_FORMAT_JSON ||
	    options->format == OPTION_FORMAT_YAML)
		return true;
	err_set(&err, _("--format=%s prints one document; name one file"),
		options->format == OPTION_FORMAT_HTML	    ? "html"
		: options->format == OPTION_FORMAT_MARKDOWN ? "markdown"
							    : "webvtt");
	target->complain(target->ctx, NULL, &err);
	return false;
}

/* False after a complaint.  Data, and what is about bytes, stay as they are. */
static bool
open_script(Printing *printing)
{
	const Options *options = printing->options;
	ScriptForm form = (ScriptForm)options->script;
	Err err = { .line = 0 };

	if (form == SCRIPT_ORIGINAL || options->check || options->explain ||
	    options->count || options->format == OPTION_FORMAT_JSON ||
	    options->format == OPTION_FORMAT_YAML)
		return true;
	printing->script = script_new();
	if (script_open(printing->script, form, &err) == STATUS_OK)
		return true;
	printing->target->complain(printing->target->ctx, NULL, &err);
	return false;
}

/* The exit status of all, of which those in `seen` (by bit) were returned. */
static int
sum_up(const Printing *printing, unsigned seen)
{
	bool done = seen == 0 || seen & 1U << PRINT_DONE;
	bool found = seen & 1U << PRINT_NOTHING;

	if (seen & 1U << PRINT_ERROR)
		return PRINT_ERROR;
	if (seen == 1U << PRINT_ABSENT) {
		printing->target->complain(printing->target->ctx,
					   printing->absent_path,
					   &printing->absent);
		return PRINT_ERROR;
	}
	if (printing->options->check)
		return found ? PRINT_NOTHING : PRINT_DONE;
	return done ? PRINT_DONE : PRINT_NOTHING;
}

/* Prints all of the library; returns the exit status. */
static int
print_all(Printing *printing, const Library *library)
{
	uint32_t n = library_count(library);
	unsigned seen = 0;

	for (uint32_t i = 0; i < n && !printing->out.failed; i++) {
		const char *path = library_entry(library, i)->path.ptr;

		seen |= 1U << print_entry(printing, path);
	}
	return sum_up(printing, seen);
}

int
print_documents(const Options *options, const Library *library,
		const PrintTarget *target)
{
	uint32_t n = library_count(library);
	Printing printing = {
		.options = options,
		.target = target,
		.several = n > 1 || library->has_folder,
	};
	int status = PRINT_ERROR;

	out_init(&printing.out, target->write, target->ctx);
	if (take_pattern(&printing) && check_number(options, n, target) &&
	    open_script(&printing))
		status = print_all(&printing, library);
	out_done(&printing.out);
	script_free(printing.script);
	finder_free(printing.finder);
	return status;
}
