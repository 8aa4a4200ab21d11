/*
 * Transcripts in XML: Akoma Ntoso (debates), TEI (spoken texts and plays) and
 * Transcriber.  One walk for all of them over a table of their elements;
 * speakers are named by references, which are looked up in xml_people.h.
 */
#include <string.h>

#include "base/i18n.h"
#include "base/items.h"
#include "document/direction.h"
#include "formats/read_whole.h"
#include "formats/rich.h"
#include "formats/xml_head.h"
#include "formats/xml_meta.h"
#include "formats/xml_people.h"
#include "text/xml.h"

#define VOICES_MAX 8
#define LEVEL_MAX 6

/* What a walk does with an element; others are transparent. */
typedef enum TagClass {
	TAG_OTHER,
	TAG_SKIP,
	TAG_BLOCK,
	TAG_SECTION,
	TAG_HEADING,
	TAG_SPEECH,
	TAG_DIRECTION,
	TAG_ITEM,
	TAG_QUOTE,
	TAG_BREAK,
	TAG_EMPHASIS,
	TAG_STRONG,
	TAG_LINK,
	TAG_SYNC,
	TAG_WHO,
	TAG_NOTE,
} TagClass;

static const struct {
	const char *name;
	TagClass class;
} TAGS[] = {
	{ "Episode", TAG_BLOCK },     { "Section", TAG_SECTION },
	{ "Speakers", TAG_SKIP },     { "Sync", TAG_SYNC },
	{ "Topics", TAG_SKIP },	      { "Turn", TAG_SPEECH },
	{ "Who", TAG_WHO },	      { "a", TAG_LINK },
	{ "ab", TAG_BLOCK },	      { "answer", TAG_SPEECH },
	{ "b", TAG_STRONG },	      { "bibl", TAG_BLOCK },
	{ "br", TAG_BREAK },	      { "debateSection", TAG_SECTION },
	{ "div", TAG_SECTION },	      { "div1", TAG_SECTION },
	{ "div2", TAG_SECTION },      { "div3", TAG_SECTION },
	{ "docTitle", TAG_BLOCK },    { "emph", TAG_EMPHASIS },
	{ "eol", TAG_BREAK },	      { "from", TAG_SKIP },
	{ "head", TAG_HEADING },      { "heading", TAG_HEADING },
	{ "hi", TAG_EMPHASIS },	      { "i", TAG_EMPHASIS },
	{ "incident", TAG_DIRECTION }, { "item", TAG_ITEM },
	{ "kinesic", TAG_DIRECTION }, { "l", TAG_BLOCK },
	{ "lb", TAG_BREAK },	      { "li", TAG_ITEM },
	{ "meta", TAG_SKIP },	      { "narrative", TAG_DIRECTION },
	{ "note", TAG_NOTE },	      { "p", TAG_BLOCK },
	{ "question", TAG_SPEECH },   { "quote", TAG_QUOTE },
	{ "ref", TAG_LINK },	      { "remark", TAG_DIRECTION },
	{ "scene", TAG_DIRECTION },   { "seg", TAG_BLOCK },
	{ "sp", TAG_SPEECH },	      { "speaker", TAG_SKIP },
	{ "speech", TAG_SPEECH },     { "stage", TAG_DIRECTION },
	{ "summary", TAG_BLOCK },     { "teiHeader", TAG_SKIP },
	{ "u", TAG_SPEECH },	      { "vocal", TAG_DIRECTION },
};

typedef struct Walk {
	Draft *draft;
	const People *people;
	const XmlNode *title;	/* the heading that is no chapter, or NULL */
	Rich rich;
	ParaKind kind;		/* of the paragraph that is gathered */
	unsigned level;		/* of items; of sections */
	unsigned sections;
	uint32_t line;		/* where it began; 0: not yet */
	bool spoken;		/* it is speech … */
	bool turn;		/* … that begins a turn */
	bool cues;		/* its parts have times */
	bool direction;		/* it is a stage direction */
	Slice voices[VOICES_MAX];	/* who speak */
	uint32_t n_voices;
	uint32_t voice;		/* the only one of them; DOC_NONE: all */
	uint32_t start_ms;
	uint32_t end_ms;
} Walk;

static TagClass
class_of(const XmlNode *node)
{
	for (size_t i = 0; i < N_ITEMS(TAGS); i++)
		if (xml_is(node, TAGS[i].name))
			return TAGS[i].class;
	return TAG_OTHER;
}

static void
walk_element(Walk *walk, const XmlNode *node);

static void
walk_children(Walk *walk, const XmlNode *node)
{
	for (node = node->first; node != NULL; node = node->next) {
		if (node->name.len > 0) {
			walk_element(walk, node);
			continue;
		}
		if (walk->line == 0 && slice_trim(node->text).len > 0)
			walk->line = node->line;
		rich_text(&walk->rich, node->text);
	}
}

/* Who speaks, of a part. */
static void
set_voices(Walk *walk, DraftPart *part)
{
	part->speakers = walk->voices;
	part->n_speakers = walk->n_voices;
	if (walk->voice < walk->n_voices) {
		part->speakers += walk->voice;
		part->n_speakers = 1;
	}
	part->flags |= walk->cues ? DRAFT_CUE : 0;
	part->flags |= walk->turn ? DRAFT_TURN : 0;
	walk->turn = false;
}

/* Makes a part of what was gathered. */
static void
flush(Walk *walk)
{
	DraftPart part = {
		.kind = walk->kind,
		.level = walk->level,
		.text = rich_finish(&walk->rich),
		.start_ms = walk->start_ms,
		.end_ms = walk->end_ms,
		.line = walk->line,
	};
	bool direction = walk->direction || direction_is(part.text);

	if (part.text.len > 0) {
		walk->line = 0;
		if (walk->kind == PARA_TEXT && direction)
			part.kind = PARA_DIRECTION;
		if (walk->kind != PARA_HEADING && walk->spoken &&
		    walk->n_voices > 0)
			set_voices(walk, &part);
		else if (walk->kind != PARA_HEADING && !direction)
			part.flags |= DRAFT_NARRATION;
		draft_add(walk->draft, &part);
	}
	rich_clear(&walk->rich);
}

static void
walk_block(Walk *walk, const XmlNode *node, ParaKind kind, unsigned level)
{
	ParaKind old_kind = walk->kind;
	unsigned old_level = walk->level;

	flush(walk);
	walk->kind = kind;
	walk->level = level;
	walk_children(walk, node);
	flush(walk);
	walk->kind = old_kind;
	walk->level = old_level;
}

static void
walk_heading(Walk *walk, const XmlNode *node)
{
	unsigned level = walk->sections;

	if (node == walk->title)
		return;
	level = level < 1 ? 1 : level > LEVEL_MAX ? LEVEL_MAX : level;
	walk_block(walk, node, PARA_HEADING, level);
}

/* A section of Transcriber is called by its topic. */
static void
walk_section(Walk *walk, const XmlNode *node)
{
	Slice topic = people_get(walk->people, xml_attr(node, "topic"));

	flush(walk);
	walk->sections++;
	if (topic.len > 0) {
		walk->kind = PARA_HEADING;
		walk->level = 1;
		walk->line = node->line;
		rich_text(&walk->rich, topic);
		flush(walk);
		walk->kind = PARA_TEXT;
		walk->level = 0;
	}
	walk_children(walk, node);
	flush(walk);
	walk->sections--;
}

/* The reference by which a speech says who speaks. */
static Slice
reference_of(const XmlNode *node)
{
	static const char *const attrs[] = { "by", "who", "speaker" };

	for (size_t i = 0; i < N_ITEMS(attrs); i++) {
		Slice value = xml_attr(node, attrs[i]);

		if (value.len > 0)
			return value;
	}
	return (Slice){ NULL, 0 };
}

/* Bytes of the first reference of a list; an id may hold blanks. */
static size_t
reference_len(const People *people, const XmlNode *node, Slice list)
{
	size_t end = 0;

	if (xml_attr(node, "by").len > 0 || people_get(people, list).len > 0)
		return list.len;
	while (end < list.len && (unsigned char)list.ptr[end] > ' ')
		end++;
	return end;
}

/* Who speaks: by reference, else by the label that stands inside. */
static void
find_voices(Walk *walk, const XmlNode *node)
{
	Slice rest = slice_trim(reference_of(node));
	const XmlNode *label = xml_child(node, "speaker");
	Slice name;

	walk->n_voices = 0;
	walk->voice = DOC_NONE;
	if (label == NULL)
		label = xml_child(node, "from");
	while (rest.len > 0 && walk->n_voices < VOICES_MAX) {
		size_t end = reference_len(walk->people, node, rest);

		name = people_get(walk->people, slice_sub(rest, 0, end));
		if (name.len == 0 && label != NULL)
			break;
		if (name.len == 0)
			name = people_bare(slice_sub(rest, 0, end));
		walk->voices[walk->n_voices++] = name;
		rest = slice_trim_start(slice_sub(rest, end, SIZE_MAX));
	}
	if (walk->n_voices == 0 && label != NULL) {
		name = people_label(label, &walk->draft->arena);
		walk->n_voices = name.len > 0;
		walk->voices[0] = name;
	}
}

static void
walk_speech(Walk *walk, const XmlNode *node)
{
	Walk old = *walk;

	flush(walk);
	old.rich = walk->rich;
	find_voices(walk, node);
	walk->spoken = true;
	walk->turn = true;
	walk->line = node->line;
	walk->start_ms = xml_meta_seconds(xml_attr(node, "startTime"));
	walk->end_ms = xml_meta_seconds(xml_attr(node, "endTime"));
	walk->cues = xml_is(node, "Turn");
	walk_children(walk, node);
	flush(walk);
	old.rich = walk->rich;
	old.line = 0;
	*walk = old;
}

/* A cue ends where the next begins. */
static void
walk_sync(Walk *walk, const XmlNode *node)
{
	uint32_t time_ms = xml_meta_seconds(xml_attr(node, "time"));
	uint32_t end_ms = walk->end_ms;

	walk->end_ms = time_ms;
	flush(walk);
	walk->end_ms = end_ms;
	walk->start_ms = time_ms;
}

/* Of those who speak at once, the words of one. */
static void
walk_who(Walk *walk, const XmlNode *node)
{
	Slice number = xml_attr(node, "nb");

	flush(walk);
	walk->voice = DOC_NONE;
	if (number.len == 1 && number.ptr[0] > '0' && number.ptr[0] <= '9')
		walk->voice = (uint32_t)(number.ptr[0] - '1');
}

/* True where an element stands among words and not between paragraphs. */
static bool
is_among_words(const XmlNode *node)
{
	static const char *const names[] = { "p", "u", "seg", "l", "ab" };

	for (size_t i = 0; i < N_ITEMS(names); i++)
		if (xml_is(node->parent, names[i]))
			return true;
	return false;
}

static bool
has_brackets(Slice text)
{
	static const char *const opens[] = { "(", "[", "\\[", "（", "【", "〔" };

	for (size_t i = 0; i < N_ITEMS(opens); i++)
		if (slice_starts(text, slice_from(opens[i])))
			return true;
	return false;
}

/*
 * What happens, in brackets.  A narrative without them is prose, which nobody
 * speaks.
 */
static void
walk_direction(Walk *walk, const XmlNode *node)
{
	bool inside = node->parent != NULL && is_among_words(node);
	bool spoken = walk->spoken, bracketed;
	Rich text;

	rich_init(&text);
	text.plain = true;
	for (const XmlNode *at = xml_walk(node, node); at != NULL;
	     at = xml_walk(node, at))
		rich_text(&text, at->text);
	bracketed = has_brackets(rich_finish(&text));
	if (!inside)
		flush(walk);
	walk->direction = !inside &&
			  (bracketed || !xml_is(node, "narrative"));
	walk->spoken = spoken && (inside || walk->direction);
	if (rich_is_empty(&text)) {
		rich_text(&walk->rich, SLICE(" "));
	} else if (bracketed || xml_is(node, "narrative")) {
		walk_children(walk, node);
	} else {
		rich_text(&walk->rich, SLICE("["));
		walk_children(walk, node);
		rich_text(&walk->rich, SLICE("]"));
	}
	if (!inside)
		flush(walk);
	walk->direction = false;
	walk->spoken = spoken;
	rich_done(&text);
}

static void
walk_inline(Walk *walk, const XmlNode *node, TagClass class)
{
	RichMark mark = class == TAG_STRONG ? RICH_STRONG : RICH_EMPHASIS;
	Slice address = xml_attr(node, "href");

	if (address.ptr == NULL)
		address = xml_attr(node, "target");
	if (class == TAG_LINK) {
		rich_open_link(&walk->rich);
		walk_children(walk, node);
		rich_close_link(&walk->rich, address);
	} else if (class == TAG_OTHER || walk->direction) {
		walk_children(walk, node);
	} else {
		rich_open(&walk->rich, mark);
		walk_children(walk, node);
		rich_close(&walk->rich, mark);
	}
}

static void
walk_element(Walk *walk, const XmlNode *node)
{
	TagClass class = class_of(node);

	switch (class) {
	case TAG_SKIP:
		break;
	case TAG_BLOCK:
		if (walk->direction)
			walk_children(walk, node);
		else
			walk_block(walk, node, walk->kind, walk->level);
		break;
	case TAG_SECTION:
		walk_section(walk, node);
		break;
	case TAG_HEADING:
		walk_heading(walk, node);
		break;
	case TAG_SPEECH:
		walk_speech(walk, node);
		break;
	case TAG_DIRECTION:
		walk_direction(walk, node);
		break;
	case TAG_ITEM:
		walk_block(walk, node, PARA_ITEM, walk->level + 1);
		break;
	case TAG_QUOTE:
		if (is_among_words(node))
			walk_children(walk, node);
		else
			walk_block(walk, node, PARA_QUOTE, 1);
		break;
	case TAG_BREAK:
		rich_text(&walk->rich, SLICE("\n"));
		break;
	case TAG_SYNC:
		walk_sync(walk, node);
		break;
	case TAG_WHO:
		walk_who(walk, node);
		break;
	case TAG_NOTE:
		if (!is_among_words(node) &&
		    !slice_eq(xml_attr(node, "type"), SLICE("speaker")))
			walk_block(walk, node, walk->kind, walk->level);
		break;
	default:
		walk_inline(walk, node, class);
		break;
	}
}

/*
 * The heading that is the title: the first, where no speech stands before it
 * and no other is as high.
 */
static const XmlNode *
find_title(const XmlNode *root)
{
	const XmlNode *first = NULL;
	unsigned depth = 0;

	for (const XmlNode *at = xml_walk(root, root); at != NULL;
	     at = xml_walk(root, at)) {
		unsigned sections = 0;

		if (first == NULL && class_of(at) == TAG_SPEECH)
			return NULL;
		if (!xml_is(at, "heading") && !xml_is(at, "head"))
			continue;
		for (const XmlNode *up = at->parent; up; up = up->parent)
			sections += class_of(up) == TAG_SECTION;
		if (first != NULL && sections <= depth)
			return NULL;
		if (first == NULL) {
			first = at;
			depth = sections;
		}
	}
	return first;
}

static void
walk_root(const XmlNode *root, Draft *draft)
{
	Walk walk = {
		.draft = draft,
		.start_ms = DOC_NONE,
		.end_ms = DOC_NONE,
		.voice = DOC_NONE,
	};
	People people;

	people_init(&people, root);
	rich_init(&walk.rich);
	walk.people = &people;
	if (!xml_meta_title(root, draft)) {
		walk.title = find_title(root);
		if (walk.title != NULL)
			xml_meta_set_title(walk.title, draft);
	}
	xml_meta_date(root, draft);
	walk_children(&walk, root);
	flush(&walk);
	rich_done(&walk.rich);
	people_done(&people);
}

static bool
is_known_root(Slice name)
{
	static const char *const names[] = { "akomaNtoso", "TEI", "TEI.2",
					     "teiCorpus", "Trans" };

	for (size_t i = 0; i < N_ITEMS(names); i++)
		if (slice_eq(name, slice_from(names[i])))
			return true;
	return false;
}

static Status
parse(Slice input, Draft *draft, Err *err)
{
	const XmlNode *root;
	Arena arena;
	Status status;

	if (slice_trim(input).len == 0)
		return STATUS_OK;
	arena_init(&arena);
	status = xml_read(input, &arena, &root, err);
	if (status == STATUS_OK && !is_known_root(root->name))
		status = err_set_line(err, root->line,
				      _("XML with the root <%.*s> is not "
					"known; Akoma Ntoso, TEI and "
					"Transcriber are"),
				      (int)slice_sub(root->name, 0, 60).len,
				      root->name.ptr);
	if (status == STATUS_OK)
		walk_root(root, draft);
	arena_done(&arena);
	return status;
}

static Reader *
xml_new(const Format *format, Text *text, Slice path)
{
	return read_whole_new(format, parse, text, path);
}

static int
score(Slice head, Slice path)
{
	XmlHead xml = xml_head_read(head);

	if (is_known_root(xml.root))
		return 97;
	if (xml.declared || xml.doctype.len > 0)
		return 85;
	return slice_ends(path, SLICE(".xml")) ? 60 : 0;
}

const Format FORMAT_XML = READ_WHOLE_FORMAT("xml", score, xml_new);
