#include "settings/state.h"

#include <fcntl.h>
#include <inttypes.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/mem.h"
#include "settings/files.h"
#include "text/yaml.h"
#include "text/yaml_out.h"

#define RECORD_MAX (256 * 1024)	/* bytes of a file */
#define SEARCH_MAX 1024		/* bytes of a search */
#define NUMBER_MAX 1000000	/* of any value */

#define SEARCHES_FILE "searches.yaml"

static const char *const scripts[SCRIPT_FORMS] = {
	[SCRIPT_TRADITIONAL] = "traditional",
	[SCRIPT_SIMPLIFIED] = "simplified",
};

struct State {
	char *folder;
};

State *
state_new(void)
{
	State *state = NULL;
	Buf folder;

	buf_init(&folder, PATH_MAX);
	if (files_folder("XDG_STATE_HOME", "/.local/state", &folder)) {
		state = mem_zalloc(sizeof(*state));
		state->folder = mem_strdup_slice(buf_slice(&folder));
	}
	buf_done(&folder);
	return state;
}

void
state_free(State *state)
{
	if (!state)
		return;
	mem_free(state->folder);
	mem_free(state);
}

/* The map of a file, in `arena`, or NULL. */
static const YamlNode *
read_record(const char *path, Arena *arena)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	const YamlNode *root = NULL;
	Buf bytes;

	if (fd < 0)
		return NULL;
	buf_init(&bytes, 2 * RECORD_MAX);
	if (files_read(fd, RECORD_MAX, &bytes, NULL) != STATUS_OK
	    || yaml_read(buf_slice(&bytes), arena, &root, NULL) != STATUS_OK
	    || (root && root->kind != YAML_MAP))
		root = NULL;
	buf_done(&bytes);
	close(fd);
	return root;
}

/* A number of a record, which may be NULL; 0 where there is no such. */
static int
read_number(const YamlNode *record, const char *key)
{
	const YamlNode *node = record ? yaml_get(record, key) : NULL;
	char *end;
	long number;

	if (!node || node->kind != YAML_SCALAR || !node->value.len)
		return 0;
	number = strtol(node->value.ptr, &end, 10);
	if (*end || number < 0 || number > NUMBER_MAX)
		return 0;
	return (int)number;
}

/* SCRIPT_ORIGINAL where the record, which may be NULL, names no other. */
static ScriptForm
read_script(const YamlNode *record)
{
	const YamlNode *node = record ? yaml_get(record, "script") : NULL;

	for (int i = 0; node && i < SCRIPT_FORMS; i++)
		if (scripts[i] && node->kind == YAML_SCALAR
		    && slice_eq(node->value, slice_from(scripts[i])))
			return (ScriptForm)i;
	return SCRIPT_ORIGINAL;
}

/* A record that is being written: a map. */
typedef struct Record {
	Buf path;		/* NUL-terminated; set by whoever writes */
	Buf text;
	YamlOut *yaml;
} Record;

static void
record_begin(Record *record)
{
	buf_init(&record->text, RECORD_MAX);
	record->yaml = yaml_out_new(&record->text);
	yaml_out_open(record->yaml, true);
}

/* Writes it to its path, and frees it. */
static Status
record_write(Record *record, Err *err)
{
	Status status;

	yaml_out_close(record->yaml);
	yaml_out_free(record->yaml);
	status = files_write(record->path.ptr, buf_slice(&record->text), err);
	buf_done(&record->path);
	buf_done(&record->text);
	return status;
}

static void
put_text(YamlOut *yaml, const char *key, const char *text)
{
	yaml_out_scalar(yaml, slice_from(key), true);
	yaml_out_scalar(yaml, slice_from(text), true);
}

/* What was never chosen is not written. */
static void
put_number(YamlOut *yaml, const char *key, int number)
{
	char digits[16];
	int len = snprintf(digits, sizeof(digits), "%d", number);

	if (!number)
		return;
	yaml_out_scalar(yaml, slice_from(key), true);
	yaml_out_scalar(yaml, (Slice){ digits, (size_t)len }, false);
}

/* The path of a record in the program's folder, NUL-terminated. */
static void
record_path(const State *state, const char *name, Buf *out)
{
	buf_init(out, PATH_MAX);
	buf_appendf(out, "%s/%s", state->folder, name);
	buf_append_char(out, '\0');
}

/* 64 bits of FNV-1a. */
static uint64_t
hash(const char *bytes)
{
	uint64_t value = 0xCBF29CE484222325u;

	for (; *bytes; bytes++)
		value = (value ^ (unsigned char)*bytes) * 0x100000001B3u;
	return value;
}

/* The path of a document's record; *ret_whole, the document's, to be freed. */
static void
document_path(const State *state, const char *path, char **ret_whole,
	      Buf *out)
{
	char *whole = realpath(path, NULL);

	*ret_whole = mem_strdup_slice(slice_from(whole ? whole : path));
	free(whole);
	buf_init(out, PATH_MAX);
	buf_appendf(out, "%s/documents/%016" PRIx64 ".yaml", state->folder,
		    hash(*ret_whole));
	buf_append_char(out, '\0');
}

void
state_read_program(const State *state, ProgramState *ret)
{
	Arena arena;
	Buf path;

	arena_init(&arena);
	record_path(state, "state.yaml", &path);
	ret->sidebar = read_number(read_record(path.ptr, &arena), "sidebar");
	buf_done(&path);
	arena_done(&arena);
}

Status
state_write_program(const State *state, const ProgramState *program, Err *err)
{
	Record record;

	record_begin(&record);
	put_number(record.yaml, "sidebar", program->sidebar);
	record_path(state, "state.yaml", &record.path);
	return record_write(&record, err);
}

size_t
state_read_searches(const State *state, Arena *arena,
		    Slice ret[STATE_SEARCHES])
{
	const YamlNode *record, *list;
	size_t n = 0;
	Buf path;

	record_path(state, SEARCHES_FILE, &path);
	record = read_record(path.ptr, arena);
	list = record ? yaml_get(record, "searches") : NULL;
	for (const YamlNode *at = list ? list->first : NULL;
	     at && n < STATE_SEARCHES; at = at->next)
		if (at->kind == YAML_SCALAR && at->value.len > 0)
			ret[n++] = at->value;
	buf_done(&path);
	return n;
}

static Status
write_searches(const State *state, const Slice *searches, size_t n, Err *err)
{
	Record record;

	record_begin(&record);
	yaml_out_scalar(record.yaml, SLICE("searches"), true);
	yaml_out_open(record.yaml, false);
	for (size_t i = 0; i < n; i++)
		yaml_out_scalar(record.yaml, searches[i], true);
	yaml_out_close(record.yaml);
	record_path(state, SEARCHES_FILE, &record.path);
	return record_write(&record, err);
}

Status
state_add_searches(const State *state, const Slice *searches, size_t n,
		   Err *err)
{
	Slice all[STATE_SEARCHES];
	Status status;
	Arena arena;
	size_t len;

	arena_init(&arena);
	len = state_read_searches(state, &arena, all);
	for (size_t i = 0; i < n; i++) {
		if (searches[i].len > SEARCH_MAX)
			continue;
		if (len == STATE_SEARCHES)
			memmove(all, all + 1, --len * sizeof(*all));
		all[len++] = searches[i];
	}
	status = write_searches(state, all, len, err);
	arena_done(&arena);
	return status;
}

void
state_read_document(const State *state, const char *path, DocumentState *ret)
{
	const YamlNode *record, *of;
	char *whole;
	Arena arena;
	Buf file;

	*ret = (DocumentState){ .measure = 0 };
	arena_init(&arena);
	document_path(state, path, &whole, &file);
	record = read_record(file.ptr, &arena);
	of = record ? yaml_get(record, "path") : NULL;
	if (of && slice_eq(of->value, slice_from(whole))) {
		ret->measure = read_number(record, "measure");
		ret->script = read_script(record);
	}
	mem_free(whole);
	buf_done(&file);
	arena_done(&arena);
}

Status
state_write_document(const State *state, const char *path,
		     const DocumentState *document, Err *err)
{
	Record record;
	char *whole;

	record_begin(&record);
	document_path(state, path, &whole, &record.path);
	put_text(record.yaml, "path", whole);
	put_number(record.yaml, "measure", document->measure);
	if (scripts[document->script])
		put_text(record.yaml, "script", scripts[document->script]);
	mem_free(whole);
	return record_write(&record, err);
}
