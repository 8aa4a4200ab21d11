#include "ui/finding.h"

#include <string.h>

#include "base/i18n.h"
#include "ui/asking.h"

#define WORDS_MAX 65536		/* bytes of an entry that are looked at */

/* The list that has the keys; NULL: none. */
static ListState *
list_now(App *app)
{
	if (!app_session(app))
		return &app->documents;
	return app->focus == PANE_CHAPTERS || app->focus == PANE_SPEAKERS
		? &app->lists[app->focus] : NULL;
}

/* How many entries it has, filtered or not. */
static uint32_t
entries_now(const App *app)
{
	const Session *session = app_session(app);

	if (!session)
		return library_count(app->library);
	return app->focus == PANE_CHAPTERS
		? outline_count(&session->outline)
		: doc_n_speakers(session->doc);
}

static ListsOf
lists_now(const App *app)
{
	const Session *session = app_session(app);

	if (!session)
		return (ListsOf){ .doc = NULL };
	return (ListsOf){ session->doc, session->doc->generation,
			  outline_kind(&session->outline) };
}

static bool
is_filtered(const App *app, const ListState *list)
{
	const ListsOf *of = &app->finding.of;
	ListsOf now;

	if (list != app->finding.list)
		return false;
	now = lists_now(app);
	return of->doc == now.doc && of->generation == now.generation
		&& of->kind == now.kind;
}

static void
append_speaker(const Speaker *speaker, Buf *out)
{
	buf_append(out, speaker->name);
	for (const SpeakerAlias *alias = speaker->aliases; alias;
	     alias = alias->next) {
		buf_append(out, SLICE("\n"));
		buf_append(out, alias->name);
	}
}

/* All by which an entry may be found, into `out`. */
static void
words_of(const App *app, uint32_t i, Buf *out)
{
	const Session *session = app_session(app);
	int depth;

	buf_clear(out);
	if (!session) {
		const LibraryEntry *entry = library_entry(app->library, i);
		const char *slash = strrchr(entry->path.ptr, '/');

		if (entry->title.ptr != entry->path.ptr)
			buf_append(out, entry->title);
		buf_append(out, SLICE("\n"));
		buf_append(out, slice_from(slash ? slash + 1
						 : entry->path.ptr));
	} else if (app->focus == PANE_CHAPTERS) {
		outline_title(&session->outline, i, out, &depth);
	} else {
		append_speaker(doc_speaker(session->doc, i), out);
	}
}

static bool
matches(const App *app, const Pattern *pattern, uint32_t i, Buf *words)
{
	size_t start, len;

	words_of(app, i, words);
	return pattern_find(pattern, buf_slice(words), 0, &start, &len)
		== PATTERN_FOUND;
}

/* Of the entries shown the first that matches from place `from` on, around. */
static void
select_match(App *app, uint32_t from)
{
	ListState *list = list_now(app);
	uint32_t n = finding_count(app, list, entries_now(app));
	Buf words;

	buf_init(&words, WORDS_MAX);
	for (uint32_t k = 0; k < n && k < FINDING_MAX; k++) {
		uint32_t i = (from + k) % n;

		if (!matches(app, app->finding.sought,
			     finding_entry(app, list, i), &words))
			continue;
		list_select(list, i);
		break;
	}
	buf_done(&words);
}

/* What is typed as a pattern; NULL: it is none, or empty. */
static Pattern *
pattern_of(App *app, Slice line)
{
	return line.len ? pattern_new(line, asking_flags(app),
				      &app->searching.err)
			: NULL;
}

static void
look(App *app, Slice line)
{
	Pattern *pattern = pattern_of(app, line);

	list_select(list_now(app), app->finding.before);
	if (!pattern)
		return;
	pattern_free(app->finding.sought);
	app->finding.sought = pattern;
	select_match(app, app->finding.before);
}

/* Nothing typed: the last pattern again. */
static void
stay(App *app, Slice line)
{
	if (!line.len && app->finding.sought)
		select_match(app, list_now(app)->selected + 1);
}

static void
go_back(App *app)
{
	list_select(list_now(app), app->finding.before);
}

static const Asking asking_look = {
	.sign = "/",
	.placeholder = N_("search in the list"),
	.edited = look,
	.accepted = stay,
	.cancelled = go_back,
};

/* Selects an entry, or the next that is shown. */
static void
select_entry(App *app, uint32_t entry)
{
	ListState *list = list_now(app);
	uint32_t n = finding_count(app, list, entries_now(app));
	uint32_t i = 0;

	while (i + 1 < n && finding_entry(app, list, i) < entry)
		i++;
	list_select(list, i);
}

static void
show_all(App *app)
{
	pattern_free(app->finding.filter);
	app->finding.filter = NULL;
	app->finding.list = NULL;
	app->finding.looked = 0;
	buf_clear(&app->finding.entries);
	buf_clear(&app->finding.line);
}

static void
leave(App *app, Slice line)
{
	Pattern *pattern = pattern_of(app, line);

	if (!pattern && line.len)
		return;
	show_all(app);
	if (pattern) {
		app->finding.list = list_now(app);
		app->finding.of = lists_now(app);
		app->finding.filter = pattern;
		buf_append(&app->finding.line, line);
		finding_grow(app, app->finding.list, entries_now(app));
	}
	select_entry(app, app->finding.before);
}

static void
keep(App *app, Slice line)
{
	(void)app;
	(void)line;
}

static void
give_up(App *app)
{
	show_all(app);
	select_entry(app, app->finding.before);
}

static const Asking asking_leave = {
	.sign = "&",
	.placeholder = N_("list only what matches; nothing: all"),
	.edited = leave,
	.accepted = keep,
	.cancelled = give_up,
};

void
finding_open(App *app, bool filter)
{
	ListState *list = list_now(app);

	app->finding.before = list->selected;
	if (filter) {
		app->finding.before = finding_entry(app, list, list->selected);
		give_up(app);
	}
	asking_open(app, filter ? &asking_leave : &asking_look);
}

bool
finding_key(App *app, Key key)
{
	if (key == KEYS_ESC && is_filtered(app, list_now(app))) {
		finding_end(app);
		return true;
	}
	if (key != '/' && key != '&')
		return false;
	finding_open(app, key == '&');
	return true;
}

void
finding_end(App *app)
{
	ListState *list = app->finding.list;
	uint32_t entry;

	if (!list)
		return;
	if (!is_filtered(app, list)) {
		show_all(app);
		return;
	}
	entry = finding_entry(app, list, list->selected);
	show_all(app);
	list_select(list, entry == DOC_NONE ? app->finding.before : entry);
}

void
finding_grow(App *app, const ListState *list, uint32_t n)
{
	Finding *finding = &app->finding;
	Buf words;

	if (!is_filtered(app, list) || finding->looked >= n)
		return;
	buf_init(&words, WORDS_MAX);
	for (; finding->looked < n && finding->looked < FINDING_MAX;
	     finding->looked++)
		if (matches(app, finding->filter, finding->looked, &words))
			buf_append(&finding->entries,
				   (Slice){ (const char *)&finding->looked,
					    sizeof(finding->looked) });
	buf_done(&words);
}

uint32_t
finding_count(const App *app, const ListState *list, uint32_t n)
{
	if (!is_filtered(app, list))
		return n;
	return (uint32_t)(app->finding.entries.len / sizeof(uint32_t));
}

uint32_t
finding_entry(const App *app, const ListState *list, uint32_t i)
{
	const uint32_t *entries =
		(const uint32_t *)(const void *)app->finding.entries.ptr;

	if (!is_filtered(app, list))
		return i;
	return i < finding_count(app, list, 0) ? entries[i] : DOC_NONE;
}

void
finding_title(const App *app, const ListState *list, const char *title,
	      Buf *out)
{
	buf_append(out, slice_from(title));
	if (is_filtered(app, list))
		buf_appendf(out, " · & %.*s",
			    SLICE_ARGS(buf_slice(&app->finding.line)));
}
