#include "library.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "base/i18n.h"
#include "formats/format.h"
#include "text/utf8.h"

#define DEPTH_MAX 16		/* folders inside folders */
#define ENTRIES_MAX 100000
#define HEAD_MAX 65536		/* bytes that a doubtful name is judged by */

void
library_init(Library *library)
{
	arena_init(&library->arena);
	vec_init(&library->entries, sizeof(LibraryEntry));
	library->has_folder = false;
	library->next = 0;
	library->loading = (LoaderOptions){ .flags = 0 };
}

void
library_done(Library *library)
{
	vec_done(&library->entries);
	arena_done(&library->arena);
}

LoaderOptions
library_loading(const Options *options)
{
	return (LoaderOptions){
		.encoding = options->encoding,
		.from = options->from,
		.people = options->people,
	};
}

uint32_t
library_count(const Library *library)
{
	return (uint32_t)library->entries.count;
}

LibraryEntry *
library_entry(const Library *library, uint32_t i)
{
	return vec_at(&library->entries, i);
}

static void
add_entry(Library *library, Slice path)
{
	LibraryEntry *entry = vec_push(&library->entries);

	entry->path = arena_copy(&library->arena, path);
}

static int
is_visible(const struct dirent *entry)
{
	return entry->d_name[0] != '.';
}

/* `folder/name`, in the library's arena. */
static Slice
join(Library *library, Slice folder, const char *name)
{
	Slice path;
	Buf buf;

	while (folder.len > 1 && slice_ends(folder, SLICE("/")))
		folder.len--;
	buf_init(&buf, SIZE_MAX);
	buf_append(&buf, folder);
	if (!slice_ends(folder, SLICE("/")))
		buf_append_char(&buf, '/');
	buf_append(&buf, slice_from(name));
	path = arena_copy(&library->arena, buf_slice(&buf));
	buf_done(&buf);
	return path;
}

/* True where a file of a doubtful name begins as a transcript, or is shut. */
static bool
begins_well(Slice path)
{
	char *head = mem_alloc(HEAD_MAX);
	FILE *file = fopen(path.ptr, "rb");
	Slice text = { head, 0 };
	bool well;

	if (file == NULL) {
		mem_free(head);
		return true;
	}
	text.len = fread(head, 1, HEAD_MAX, file);
	fclose(file);
	well = format_is_sure(utf8_without_mark(text));
	mem_free(head);
	return well;
}

static bool
is_transcript(Slice path)
{
	struct stat info;

	return format_may_read(path) && stat(path.ptr, &info) == 0 &&
	       S_ISREG(info.st_mode) &&
	       (!format_must_look(path) || begins_well(path));
}

/* Adds the transcripts of a folder and of those inside, by name. */
static Status
add_folder(Library *library, Slice folder, int depth, Err *err)
{
	struct dirent **names;
	int n = scandir(folder.ptr, &names, is_visible, alphasort);

	if (n < 0)
		return err_set_system(err, errno);
	for (int i = 0; i < n; i++) {
		Slice path = join(library, folder, names[i]->d_name);
		struct stat info;
		bool listed;

		free(names[i]);
		if (library_count(library) >= ENTRIES_MAX ||
		    lstat(path.ptr, &info) != 0)
			continue;
		if (S_ISDIR(info.st_mode) && depth < DEPTH_MAX)
			listed = add_folder(library, path, depth + 1, NULL) !=
				 STATUS_OK;
		else
			listed = is_transcript(path);
		if (listed)
			add_entry(library, path);
	}
	free(names);
	return STATUS_OK;
}

Status
library_add(Library *library, const char *path, Err *err)
{
	uint32_t before = library_count(library);
	Slice name = arena_copy(&library->arena, slice_from(path));
	struct stat info;

	if (slice_eq(name, SLICE("-")) || stat(path, &info) != 0 ||
	    !S_ISDIR(info.st_mode)) {
		add_entry(library, name);
		return STATUS_OK;
	}
	library->has_folder = true;
	if (add_folder(library, name, 0, err) != STATUS_OK)
		return STATUS_FAILED;
	if (library_count(library) == before)
		return err_set(err, _("no transcripts in this directory; "
				      "files that end in .md or .txt, and "
				      "subtitles, JSON, YAML, XML and HTML "
				      "that hold one are looked for"));
	return STATUS_OK;
}

/* What is read of a pipe or a device is gone for who opens it later. */
static bool
can_be_read_twice(Slice path)
{
	struct stat info;

	return stat(path.ptr, &info) != 0 || S_ISREG(info.st_mode) ||
	       S_ISDIR(info.st_mode);
}

/* Reads the beginning of a document for its title and date. */
static void
look_at(Library *library, LibraryEntry *entry)
{
	Err err = { .line = 0 };
	const Document *doc;
	Source *source;
	Loader *loader;

	entry->title = entry->path;
	if (!can_be_read_twice(entry->path))
		return;
	source = source_open(entry->path.ptr, &err);
	if (source == NULL) {
		entry->error = arena_copy(&library->arena,
					  slice_from(err.text));
		return;
	}
	loader = loader_new(source, entry->path.ptr, &library->loading);
	while (doc_n_paras(loader_doc(loader)) == 0 &&
	       loader_step(loader, deadline_now()) == PROGRESS_MORE)
		;
	doc = loader_doc(loader);
	if (loader_err(loader)->text[0] != '\0')
		entry->error = arena_copy(
			&library->arena, slice_from(loader_err(loader)->text));
	if (doc->meta.title.len > 0)
		entry->title = arena_copy(&library->arena, doc->meta.title);
	if (doc->meta.date.len > 0)
		entry->date = arena_copy(&library->arena, doc->meta.date);
	loader_free(loader);
}

Progress
library_step(Library *library, Deadline deadline)
{
	while (library->next < library_count(library)) {
		LibraryEntry *entry = library_entry(library, library->next);

		if (!slice_eq(entry->path, SLICE("-")))
			look_at(library, entry);
		library->next++;
		if (deadline_passed(deadline))
			return PROGRESS_MORE;
	}
	return PROGRESS_DONE;
}
