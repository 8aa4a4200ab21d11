/*
 * JSON: the interface's own structure, and lists of segments with their
 * times, as podcasts and speech recognition give them.
 *
 * What a segment's parts are called differs; each name is a row in a table.
 * Times are seconds, but for whole numbers that can only be milliseconds.
 */
#include "formats/format.h"

#include <string.h>

#include "base/i18n.h"
#include "base/items.h"
#include "document/build.h"
#include "document/escape.h"
#include "formats/read_own.h"
#include "formats/read_whole.h"
#include "formats/tree.h"
#include "text/json.h"

#define MILLIS_MIN 100	/* mean length of segments in no other unit */

/* Lists of segments, in the order in which they are looked for. */
static const struct {
	const char *key;
	bool millis;		/* whole numbers are milliseconds */
} LISTS[] = {
	{ "segments", false },
	{ "utterances", true },
	{ "transcription", true },
	{ "transcript", false },
	{ "dialogue", false },
	{ "conversation", false },
	{ "messages", false },
};

static const char *const TEXTS[] = { "body", "text", "transcript", "content",
				     NULL };
static const char *const SPEAKERS[] = { "speaker", "speaker_label",
					"speaker_name", "role", NULL };
static const char *const STARTS[] = { "startTime", "start", "start_time",
				      "from", "timestamp", NULL };
static const char *const ENDS[] = { "endTime", "end", "end_time", "to", NULL };

typedef struct Segments {
	const YamlNode *list;
	bool millis;
	bool speakers;		/* one names its speaker */
} Segments;

/* What holds the times of a segment: itself, or its `offsets`. */
static const YamlNode *
times_of(const YamlNode *segment)
{
	const YamlNode *offsets = tree_get(segment, "offsets");

	return offsets != NULL ? offsets : segment;
}

static bool
is_real(const YamlNode *number)
{
	Slice text = tree_text(number);

	return text.len > 0 && memchr(text.ptr, '.', text.len) != NULL;
}

/*
 * True where the times are milliseconds: whole numbers all, and segments of
 * `mean` or more.
 */
static bool
are_millis(const YamlNode *list, double mean)
{
	double sum = 0, start, end;
	uint32_t n = 0;

	for (const YamlNode *node = list->first; node; node = node->next) {
		const YamlNode *from = tree_get_one_of(times_of(node), STARTS);
		const YamlNode *to = tree_get_one_of(times_of(node), ENDS);

		if (is_real(from) || is_real(to))
			return false;
		if (!tree_number(from, &start) || !tree_number(to, &end))
			continue;
		sum += end - start;
		n++;
	}
	return n > 0 && sum >= mean * n;
}

/* The list of segments; false where there is none. */
static bool
find_segments(const YamlNode *root, Segments *ret)
{
	*ret = (Segments){ .list = NULL };
	for (size_t i = 0; i < N_ITEMS(LISTS); i++) {
		const YamlNode *list = tree_list(root, LISTS[i].key);

		if (list == NULL)
			continue;
		ret->list = list;
		ret->millis = are_millis(list, LISTS[i].millis ? 0
							       : MILLIS_MIN);
		break;
	}
	if (ret->list == NULL && root->kind == YAML_LIST) {
		ret->list = root;
		ret->millis = are_millis(root, MILLIS_MIN);
	}
	for (const YamlNode *node = ret->list ? ret->list->first : NULL;
	     node != NULL; node = node->next)
		if (tree_text(tree_get_one_of(node, SPEAKERS)).len > 0)
			ret->speakers = true;
	return ret->list != NULL;
}

/* True where one of the segments, or none at all, holds a text. */
static bool
hold_text(const YamlNode *list)
{
	for (const YamlNode *node = list->first; node; node = node->next)
		if (tree_text(tree_get_one_of(node, TEXTS)).ptr != NULL)
			return true;
	return list->first == NULL;
}

static void
read_segment(const YamlNode *segment, const Segments *segments, Draft *draft,
	     Buf *text)
{
	const YamlNode *times = times_of(segment);
	const YamlNode *start = tree_get_one_of(times, STARTS);
	const YamlNode *end = tree_get_one_of(times, ENDS);
	Slice speaker = slice_trim(
		tree_text(tree_get_one_of(segment, SPEAKERS)));
	Slice words = slice_trim(tree_text(tree_get_one_of(segment, TEXTS)));

	if (words.len == 0)
		return;
	buf_clear(text);
	escape_text(words, text);
	draft_add(draft, &(DraftPart){
		.kind = PARA_TEXT,
		.flags = DRAFT_CUE | (segments->speakers ? 0 : DRAFT_LABELS),
		.speakers = &speaker,
		.n_speakers = speaker.len > 0,
		.text = buf_slice(text),
		.start_ms = segments->millis ? tree_millis(start)
					     : tree_seconds(start),
		.end_ms = segments->millis ? tree_millis(end)
					   : tree_seconds(end),
		.line = segment->line,
	});
}

/* What such files say of themselves. */
static void
read_meta(const YamlNode *root, Document *meta)
{
	Slice title = tree_text(tree_get(root, "title"));
	Slice date = tree_text(tree_get(root, "date"));
	Slice language = tree_text(tree_get(root, "language"));

	if (title.len > 0)
		meta->meta.title = arena_copy(&meta->names, title);
	if (date.len > 0)
		meta->meta.date = arena_copy(&meta->names, date);
	if (language.len > 0)
		doc_add_meta(meta, SLICE("language"), language, false);
}

static Status
read_tree(const YamlNode *root, Draft *draft, Err *err)
{
	Segments segments;
	Buf text;

	if (read_own_is(root))
		return read_own(root, draft, err);
	if (!find_segments(root, &segments) || !hold_text(segments.list))
		return err_set(err,
			       _("this JSON holds no transcript; a list of "
				 "`segments`, `utterances` or `passages` is "
				 "looked for"));
	read_meta(root, draft->meta);
	buf_init(&text, SIZE_MAX);
	for (const YamlNode *node = segments.list->first; node != NULL;
	     node = node->next)
		read_segment(node, &segments, draft, &text);
	buf_done(&text);
	return STATUS_OK;
}

static Status
parse(Slice input, Draft *draft, Err *err)
{
	const YamlNode *root;
	Status status;
	Arena arena;

	arena_init(&arena);
	status = json_read(input, &arena, &root, err);
	if (status == STATUS_OK)
		status = read_tree(root, draft, err);
	arena_done(&arena);
	return status;
}

/* What the keys at the beginning of a file tell. */
enum Sign {
	SIGN_LIST = 1,		/* a list of segments */
	SIGN_TEXT = 2,		/* the text of a segment … */
	SIGN_OTHER = 4,		/* … its speaker or time */
	SIGN_OWN = 8,		/* the interface's lists, both */
	SIGN_OWN_LIST = 16,
	SIGN_WHOLE_TEXT = 32,	/* the text of all, before the segments */
	SIGN_WORDS = 64,	/* the words of all, before them too */
};

typedef struct SignKey {
	const char *key;
	unsigned levels;	/* bits: keys of maps so deep, from 1 */
	unsigned sign;
	char value;		/* its value begins so; 0: anyhow */
} SignKey;

#define TOP 1u		/* the first level */
#define INNER 14u	/* below */

static const SignKey SIGN_KEYS[] = {
	{ "segments", TOP, SIGN_LIST, '[' },
	{ "utterances", TOP, SIGN_LIST, '[' },
	{ "transcription", TOP, SIGN_LIST, '[' },
	{ "transcript", TOP, SIGN_LIST, '[' },
	{ "dialogue", TOP, SIGN_LIST, '[' },
	{ "conversation", TOP, SIGN_LIST, '[' },
	{ "messages", TOP, SIGN_LIST, '[' },
	{ "text", TOP, SIGN_WHOLE_TEXT, '"' },
	{ "words", TOP, SIGN_WORDS, '[' },
	{ "speakers", TOP, SIGN_OWN_LIST, '[' },
	{ "chapters", TOP, SIGN_OWN, '[' },
	{ "passages", TOP, SIGN_OWN, '[' },
	{ "body", INNER, SIGN_TEXT, '"' },
	{ "text", INNER, SIGN_TEXT, '"' },
	{ "transcript", INNER, SIGN_TEXT, '"' },
	{ "content", INNER, SIGN_TEXT, '"' },
	{ "speaker", INNER, SIGN_OTHER, 0 },
	{ "startTime", INNER, SIGN_OTHER, 0 },
	{ "start", INNER, SIGN_OTHER, 0 },
	{ "start_time", INNER, SIGN_OTHER, 0 },
	{ "speaker_name", INNER, SIGN_OTHER, '"' },
	{ "role", INNER, SIGN_OTHER, '"' },
	{ "offsets", INNER, SIGN_OTHER, '{' },
};

/* A walk over the beginning of a JSON text, which may be cut anywhere. */
typedef struct Peek {
	Slice rest;
	unsigned depth;		/* of lists and maps */
	unsigned signs;
	bool list;		/* the whole is a list */
	bool closed;		/* the whole ends within it */
} Peek;

static void
skip_blanks(Slice *rest)
{
	*rest = slice_trim_start(*rest);
}

/* Takes a string, which the text begins with; false where it is cut. */
static bool
take_string(Slice *rest, Slice *ret)
{
	size_t i = 1;

	while (i < rest->len && rest->ptr[i] != '"')
		i += rest->ptr[i] == '\\' ? 2 : 1;
	if (i >= rest->len)
		return false;
	*ret = slice_sub(*rest, 1, i - 1);
	*rest = slice_sub(*rest, i + 1, SIZE_MAX);
	return true;
}

/* Notes what a key says whose value the rest begins with. */
static void
note_key(Peek *peek, Slice key)
{
	/* Maps in the list that is the whole are those of a list in a map. */
	unsigned level = peek->depth + (peek->list ? 1 : 0);
	unsigned bit = level > 4 ? 0 : level <= 1 ? 1u : 1u << (level - 1);
	char value = peek->rest.len > 0 ? peek->rest.ptr[0] : '\0';

	for (size_t i = 0; i < N_ITEMS(SIGN_KEYS); i++) {
		const SignKey *sign = &SIGN_KEYS[i];

		if (sign->levels & bit &&
		    (sign->value == '\0' || sign->value == value) &&
		    slice_eq(key, slice_from(sign->key)))
			peek->signs |= sign->sign;
	}
}

/* Takes a string and, where it is a key, notes it; false: it is cut. */
static bool
peek_string(Peek *peek)
{
	Slice string;

	if (!take_string(&peek->rest, &string))
		return false;
	skip_blanks(&peek->rest);
	if (peek->rest.len == 0 || peek->rest.ptr[0] != ':')
		return true;
	peek->rest = slice_sub(peek->rest, 1, SIZE_MAX);
	skip_blanks(&peek->rest);
	note_key(peek, string);
	return true;
}

static void
peek_all(Peek *peek)
{
	while (peek->rest.len > 0 && !peek->closed) {
		char c = peek->rest.ptr[0];

		if (c == '"') {
			if (!peek_string(peek))
				return;
			continue;
		}
		if (c == '[' || c == '{')
			peek->depth++;
		if ((c == ']' || c == '}') && --peek->depth == 0)
			peek->closed = true;
		peek->rest = slice_sub(peek->rest, 1, SIZE_MAX);
	}
}

static bool
has_signs(const Peek *peek, unsigned signs)
{
	return (peek->signs & signs) == signs;
}

static int
score(Slice head, Slice path)
{
	Peek peek = { .rest = slice_trim_start(head) };
	char first = peek.rest.len > 0 ? peek.rest.ptr[0] : '\0';

	if (first != '{' && first != '[')
		return 0;
	peek.list = first == '[';
	peek_all(&peek);
	if (has_signs(&peek, SIGN_OWN | SIGN_OWN_LIST) ||
	    (has_signs(&peek, SIGN_TEXT | SIGN_OTHER) &&
	     (peek.list || has_signs(&peek, SIGN_LIST))))
		return 95;
	if (!peek.closed && peek.signs & (SIGN_LIST | SIGN_WHOLE_TEXT |
					  SIGN_WORDS))
		return 50;
	return slice_ends(path, SLICE(".json")) ? 30 : 0;
}

static Reader *
reader_new(const Format *format, Text *text, Slice path)
{
	return read_whole_new(format, parse, text, path);
}

const Format FORMAT_JSON = READ_WHOLE_FORMAT("json", score, reader_new);
