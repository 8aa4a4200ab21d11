/*
 * YAML: the interface's own structure, as a file that people edit.
 */
#include "formats/format.h"

#include "base/i18n.h"
#include "base/items.h"
#include "formats/read_own.h"
#include "formats/read_whole.h"

/* The structure's keys; the last is the one that tells it from others. */
static const char *const KEYS[] = { "title",	"date",	    "source",
				    "metadata", "speakers", "chapters",
				    "passages" };
#define N_KEYS N_ITEMS(KEYS)

static Status
parse(Slice input, Draft *draft, Err *err)
{
	const YamlNode *root;
	Status status;
	Arena arena;

	arena_init(&arena);
	status = yaml_read_file(input, &arena, &root, err);
	if (status == STATUS_OK)
		status = read_own_is(root)
				 ? read_own(root, draft, err)
				 : err_set(err, _("this YAML holds no "
						  "transcript; a list of "
						  "`passages` is looked for"));
	arena_done(&arena);
	return status;
}

/* Which of KEYS a line begins with, or N_KEYS. */
static size_t
key_of(Slice line)
{
	size_t key = 0;

	while (key < N_KEYS) {
		Slice name = slice_from(KEYS[key]);

		if (slice_starts(line, name) && line.len > name.len &&
		    line.ptr[name.len] == ':')
			break;
		key++;
	}
	return key;
}

/* True where a line says nothing: no key stands in it. */
static bool
is_inside(Slice line)
{
	return line.len == 0 || line.ptr[0] == ' ' || line.ptr[0] == '#' ||
	       slice_starts(line, SLICE("- ")) || slice_eq(line, SLICE("-"));
}

/* Bits of the KEYS in the whole lines of `head`; 0 where others stand there. */
static unsigned
keys_of(Slice head)
{
	unsigned keys = 0;
	Slice line = slice_trim_end(slice_next_line(&head));

	if (slice_eq(line, SLICE("---")))
		line = slice_trim_end(slice_next_line(&head));
	for (; head.len > 0 || line.len > 0;
	     line = slice_trim_end(slice_next_line(&head))) {
		size_t key = key_of(line);

		if (key < N_KEYS)
			keys |= 1u << key;
		else if (!is_inside(line) && head.len > 0)
			return 0;
	}
	return keys;
}

static int
score(Slice head, Slice path)
{
	unsigned keys = keys_of(head);
	bool named = slice_ends(path, SLICE(".yaml")) ||
		     slice_ends(path, SLICE(".yml"));

	/* `title`, `source` and `speakers`; front matter ends before. */
	if (keys & 1u << (N_KEYS - 1) || (keys & 0x15) == 0x15)
		return 95;
	return named ? 30 : 0;
}

static Reader *
reader_new(const Format *format, Text *text, Slice path)
{
	return read_whole_new(format, parse, text, path);
}

const Format FORMAT_YAML = READ_WHOLE_FORMAT("yaml", score, reader_new);
