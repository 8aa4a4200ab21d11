#include "formats/write_front.h"

#include "base/ascii.h"
#include "text/yaml_out.h"

#define NESTED_MAX 2000		/* entries beyond which keys stay flat */
#define DEPTH_MAX 16

/* Entries `first` to before `end`, whose keys begin with the same bytes. */
typedef struct Group {
	uint32_t first, end;
	size_t prefix;		/* bytes of that */
	int depth;
} Group;

typedef struct Writer {
	YamlOut *yaml;
	const MetaEntry **entries;
	uint32_t n;
} Writer;

/* The key of an entry within its group. */
static Slice
rest_of(const Writer *writer, uint32_t i, size_t prefix)
{
	return slice_sub(writer->entries[i]->key, prefix, SIZE_MAX);
}

/* A key or value as it was written. */
static void
put_scalar(Writer *writer, Slice scalar)
{
	yaml_out_scalar(writer->yaml, scalar, false);
}

static void
put_values(Writer *writer, const MetaEntry *entry)
{
	if (!entry->list) {
		put_scalar(writer, entry->n_values > 0 ? entry->values[0]
						       : SLICE(""));
		return;
	}
	yaml_out_open(writer->yaml, false);
	for (uint32_t i = 0; i < entry->n_values; i++)
		put_scalar(writer, entry->values[i]);
	yaml_out_close(writer->yaml);
}

/* True where `key` is `head` or begins with `head.`. */
static bool
is_under(Slice key, Slice head)
{
	return slice_starts(key, head) &&
	       (key.len == head.len || key.ptr[head.len] == '.');
}

/*
 * The entries from `i` on that nest under the first part of its key; false
 * where the key stays flat, for it would be read as another.
 */
static bool
nests(const Writer *writer, const Group *in, uint32_t i, Group *ret)
{
	Slice key = rest_of(writer, i, in->prefix);
	size_t dot = slice_find(key, SLICE("."));
	Slice head = slice_sub(key, 0, dot);

	if (dot == SIZE_MAX || dot == 0 || in->depth >= DEPTH_MAX ||
	    writer->n > NESTED_MAX)
		return false;
	*ret = (Group){ i, i, in->prefix + dot + 1, in->depth + 1 };
	for (uint32_t j = in->first; j < in->end; j++) {
		key = rest_of(writer, j, in->prefix);
		if (!is_under(key, head))
			continue;
		if (j != ret->end || key.len <= head.len + 1)
			return false;
		ret->end++;
	}
	return true;
}

/* The number that a key begins with where a dot or its end follows, or 0. */
static uint32_t
number_of(Slice key)
{
	uint32_t n = 0;
	size_t i = 0;

	if (key.len == 0 || key.ptr[0] == '0')
		return 0;
	while (i < key.len && i < 9 && ascii_is_digit(key.ptr[i]))
		n = 10 * n + (uint32_t)(key.ptr[i++] - '0');
	return i == key.len || key.ptr[i] == '.' ? n : 0;
}

/*
 * True where a group is a list: its keys are 1, 2, …, and not all of them hold
 * a scalar, for such a list is one entry.
 */
static bool
is_list(const Writer *writer, const Group *group)
{
	bool scalars = true;
	uint32_t last = 0;

	for (uint32_t i = group->first; i < group->end; i++) {
		Slice key = rest_of(writer, i, group->prefix);
		uint32_t n = number_of(key);
		bool nested = slice_find(key, SLICE(".")) != SIZE_MAX;

		if (n == 0 || (n != last + 1 && (n != last || !nested)))
			return false;
		if (n == last && slice_find(rest_of(writer, i - 1,
						    group->prefix),
					    SLICE(".")) == SIZE_MAX)
			return false;
		scalars = scalars && !nested && !writer->entries[i]->list;
		last = n;
	}
	return !scalars;
}

static void
put_entries(Writer *writer, const Group *group, bool list)
{
	for (uint32_t i = group->first; i < group->end;) {
		Slice key = rest_of(writer, i, group->prefix);
		Group below = { .end = i + 1 };
		bool nested = nests(writer, group, i, &below);
		bool below_list = nested && is_list(writer, &below);

		if (nested)
			key = slice_sub(key, 0, slice_find(key, SLICE(".")));
		if (!list)
			put_scalar(writer, key);
		if (nested) {
			yaml_out_open(writer->yaml, !below_list);
			put_entries(writer, &below, below_list);
			yaml_out_close(writer->yaml);
		} else {
			put_values(writer, writer->entries[i]);
		}
		i = nested ? below.end : i + 1;
	}
}

static void
put_pair(Writer *writer, Slice key, Slice value)
{
	if (value.len == 0)
		return;
	put_scalar(writer, key);
	put_scalar(writer, value);
}

static bool
has_key(const Meta *meta, Slice key)
{
	for (const MetaEntry *entry = meta->entries; entry != NULL;
	     entry = entry->next)
		if (slice_eq(entry->key, key))
			return true;
	return false;
}

static void
collect(Writer *writer, const Meta *meta)
{
	for (const MetaEntry *entry = meta->entries; entry != NULL;
	     entry = entry->next)
		writer->n++;
	writer->entries = mem_realloc_array(NULL, writer->n + 1,
					    sizeof(*writer->entries));
	writer->n = 0;
	for (const MetaEntry *entry = meta->entries; entry != NULL;
	     entry = entry->next)
		writer->entries[writer->n++] = entry;
}

static bool
is_empty(const Meta *meta)
{
	return meta->title.len == 0 && meta->date.len == 0 &&
	       meta->entries == NULL;
}

void
write_front(Out *out, const Meta *meta)
{
	Writer writer = { .n = 0 };
	Group all = { .first = 0 };
	Buf text;

	if (is_empty(meta))
		return;
	buf_init(&text, SIZE_MAX);
	writer.yaml = yaml_out_new(&text);
	collect(&writer, meta);
	all.end = writer.n;
	yaml_out_open(writer.yaml, true);
	if (!has_key(meta, SLICE("title")))
		put_pair(&writer, SLICE("title"), meta->title);
	if (!has_key(meta, SLICE("date")))
		put_pair(&writer, SLICE("date"), meta->date);
	put_entries(&writer, &all, false);
	yaml_out_close(writer.yaml);
	yaml_out_free(writer.yaml);
	out_put(out, SLICE("---\n"));
	out_put(out, buf_slice(&text));
	out_put(out, SLICE("---\n"));
	mem_free(writer.entries);
	buf_done(&text);
}
