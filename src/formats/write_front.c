#include "formats/write_front.h"

#include "text/yaml.h"

#define NESTED_MAX 2000		/* entries beyond which keys stay flat */
#define DEPTH_MAX 16

/* Entries `first` to before `end`, whose keys begin with the same bytes. */
typedef struct Group {
	uint32_t first, end;
	size_t prefix;		/* bytes of that */
	int depth;
} Group;

typedef struct Writer {
	Buf text;
	const MetaEntry **entries;
	uint32_t n;
	bool behind_dash;	/* on the line of a `-` that is open */
} Writer;

/* The key of an entry within its group. */
static Slice
rest_of(const Writer *writer, uint32_t i, size_t prefix)
{
	return slice_sub(writer->entries[i]->key, prefix, SIZE_MAX);
}

static void
put_indent(Writer *writer, int depth)
{
	if (writer->behind_dash)
		buf_append_char(&writer->text, ' ');
	for (int i = 0; i < depth && !writer->behind_dash; i++)
		buf_append(&writer->text, SLICE("  "));
	writer->behind_dash = false;
}

/* The values of an entry, behind its `key:` or `-`. */
static void
put_values(Writer *writer, const MetaEntry *entry, int depth)
{
	Slice value = entry->n_values > 0 ? entry->values[0] : SLICE("");

	if (!entry->list) {
		buf_append_char(&writer->text, ' ');
		yaml_append_scalar(value, &writer->text);
		buf_append_char(&writer->text, '\n');
		return;
	}
	if (entry->n_values == 0) {
		buf_append(&writer->text, SLICE(" []\n"));
		return;
	}
	buf_append_char(&writer->text, '\n');
	for (uint32_t i = 0; i < entry->n_values; i++) {
		put_indent(writer, depth + 1);
		buf_append(&writer->text, SLICE("- "));
		yaml_append_scalar(entry->values[i], &writer->text);
		buf_append_char(&writer->text, '\n');
	}
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
	while (i < key.len && i < 9 && key.ptr[i] >= '0' && key.ptr[i] <= '9')
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
put_group(Writer *writer, const Group *group);

/* What stands behind `key:` or `-`: entry `i`, or the group below it. */
static uint32_t
put_node(Writer *writer, const Group *in, uint32_t i)
{
	bool dash = slice_ends(buf_slice(&writer->text), SLICE("-"));
	Group below;

	if (nests(writer, in, i, &below)) {
		writer->behind_dash = dash;
		if (!dash)
			buf_append_char(&writer->text, '\n');
		put_group(writer, &below);
		return below.end;
	}
	put_values(writer, writer->entries[i], in->depth);
	return i + 1;
}

static void
put_group(Writer *writer, const Group *group)
{
	bool list = group->depth > 0 && is_list(writer, group);
	uint32_t i = group->first;

	while (i < group->end) {
		Slice key = rest_of(writer, i, group->prefix);
		Group below;

		put_indent(writer, group->depth);
		if (list) {
			buf_append_char(&writer->text, '-');
		} else {
			if (nests(writer, group, i, &below))
				key = slice_sub(key, 0,
						slice_find(key, SLICE(".")));
			yaml_append_scalar(key, &writer->text);
			buf_append_char(&writer->text, ':');
		}
		i = put_node(writer, group, i);
	}
}

static void
put_scalar(Writer *writer, Slice key, Slice value)
{
	if (value.len == 0)
		return;
	buf_append(&writer->text, key);
	buf_append(&writer->text, SLICE(": "));
	yaml_append_scalar(value, &writer->text);
	buf_append_char(&writer->text, '\n');
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

void
write_front(Out *out, const Meta *meta)
{
	Writer writer = { .n = 0 };
	Group all = { .first = 0 };

	buf_init(&writer.text, SIZE_MAX);
	collect(&writer, meta);
	all.end = writer.n;
	if (!has_key(meta, SLICE("title")))
		put_scalar(&writer, SLICE("title"), meta->title);
	if (!has_key(meta, SLICE("date")))
		put_scalar(&writer, SLICE("date"), meta->date);
	put_group(&writer, &all);
	if (writer.text.len > 0) {
		out_put(out, SLICE("---\n"));
		out_put(out, buf_slice(&writer.text));
		out_put(out, SLICE("---\n"));
	}
	mem_free(writer.entries);
	buf_done(&writer.text);
}
