#include "formats/read_own.h"

#include "base/i18n.h"
#include "base/items.h"
#include "document/build.h"
#include "document/escape.h"
#include "document/speakers.h"
#include "formats/tree.h"
#include "text/utf8.h"

#define VOICES_MAX 64
#define LEVEL_MAX 15
#define META_DEPTH_MAX 16

typedef struct Own {
	Draft *draft;
	NameTable names;		/* of the speakers: their numbers */
	const YamlNode *chapter;	/* the next that was not begun yet */
	uint32_t chapters;		/* begun so far */
	Slice turn;			/* number of the last; ptr NULL: none */
	SpeakerId voices[VOICES_MAX];	/* of the passage */
	uint32_t n_voices;
	Buf text;
	Err *err;
} Own;

bool
read_own_is(const YamlNode *root)
{
	return root != NULL && tree_list(root, "passages") != NULL;
}

/* One key of the metadata; a map's keys behind it, with points between. */
static void
add_meta(Draft *draft, Slice key, const YamlNode *node, int depth)
{
	Document *meta = draft->meta;
	Buf path;

	if (node->kind == YAML_SCALAR) {
		doc_add_meta(meta, key, node->value, false);
		return;
	}
	if (node->kind == YAML_LIST)
		doc_add_meta(meta, key, (Slice){ NULL, 0 }, true);
	for (const YamlNode *child = node->first; child != NULL;
	     child = child->next) {
		if (node->kind == YAML_LIST && child->kind == YAML_SCALAR)
			doc_add_meta(meta, key, child->value, true);
		if (node->kind == YAML_LIST || depth == META_DEPTH_MAX)
			continue;
		buf_init(&path, SIZE_MAX);
		buf_appendf(&path, "%.*s%s%.*s", SLICE_ARGS(key),
			    key.len > 0 ? "." : "", SLICE_ARGS(child->key));
		add_meta(draft, buf_slice(&path), child, depth + 1);
		buf_done(&path);
	}
}

static void
read_meta(const YamlNode *root, Draft *draft)
{
	const YamlNode *metadata = tree_get(root, "metadata");
	Document *meta = draft->meta;
	Slice title = tree_text(tree_get(root, "title"));
	Slice date = tree_text(tree_get(root, "date"));

	if (title.ptr != NULL)
		meta->meta.title = arena_copy(&meta->names, title);
	if (date.ptr != NULL)
		meta->meta.date = arena_copy(&meta->names, date);
	if (metadata != NULL && metadata->kind == YAML_MAP)
		add_meta(draft, SLICE(""), metadata, 0);
}

static SpeakerRole
role_of(const YamlNode *node)
{
	static const SpeakerRole roles[] = { SPEAKER_HOST, SPEAKER_GUEST };
	Slice name = tree_text(node);

	for (size_t i = 0; i < N_ITEMS(roles); i++)
		if (slice_eq(name, slice_from(speakers_role_name(roles[i]))))
			return roles[i];
	return SPEAKER_UNKNOWN;
}

static void
read_speaker(Own *own, const YamlNode *node)
{
	Draft *draft = own->draft;
	SpeakerId id = (SpeakerId)draft->speakers.count;
	const YamlNode *aliases = tree_list(node, "aliases");
	DraftSpeaker speaker = {
		.name = tree_text(tree_get(node, "name")),
		.role = role_of(tree_get(node, "role")),
	};
	Slice *names;
	uint32_t n = 0;

	for (const YamlNode *alias = aliases ? aliases->first : NULL;
	     alias != NULL; alias = alias->next)
		n++;
	names = arena_alloc(&draft->arena, (n + 1) * sizeof(*names));
	for (const YamlNode *alias = aliases ? aliases->first : NULL;
	     alias != NULL; alias = alias->next)
		names[speaker.n_aliases++] = tree_text(alias);
	speaker.aliases = names;
	draft_add_speaker(draft, &speaker);
	if (names_get(&own->names, speaker.name) == DOC_NONE)
		names_put(&own->names, speaker.name, id);
}

/* A speaker by number or name becomes one of the passage's. */
static Status
add_voice(Own *own, const YamlNode *node)
{
	uint32_t n = (uint32_t)own->draft->speakers.count;
	uint32_t number = tree_uint(node, n, 0);
	SpeakerId id = number > 0 ? number - 1
				  : names_get(&own->names,
					      tree_text(node));

	if (id == DOC_NONE)
		return err_set_line(own->err, node->line,
				    _("“%.*s” is no number of one of the %u "
				      "speakers, and no name"),
				    SLICE_ARGS(slice_sub(tree_text(node), 0,
							 60)), n);
	if (own->n_voices < VOICES_MAX)
		own->voices[own->n_voices++] = id;
	return STATUS_OK;
}

/* Who speaks a passage: nobody, one, or several. */
static Status
read_voices(Own *own, const YamlNode *passage)
{
	const YamlNode *one = tree_get(passage, "speaker");
	const YamlNode *several = tree_list(passage, "speakers");

	own->n_voices = 0;
	if (several == NULL)
		return one != NULL ? add_voice(own, one) : STATUS_OK;
	for (const YamlNode *node = several->first; node != NULL;
	     node = node->next)
		if (add_voice(own, node) != STATUS_OK)
			return STATUS_FAILED;
	return STATUS_OK;
}

/* A chapter; a derived one is told by its speech. */
static void
begin_chapter(Own *own)
{
	const YamlNode *node = own->chapter;
	bool derived = tree_is_true(tree_get(node, "derived"));
	Slice title = tree_text(tree_get(node, "title"));
	DraftPart part = {
		.kind = PARA_HEADING,
		.level = tree_uint(tree_get(node, "level"), LEVEL_MAX, 1),
		.start_ms = DOC_NONE,
		.end_ms = DOC_NONE,
		.line = node->line,
	};

	buf_clear(&own->text);
	if (!derived)
		escape_text(title.len > 0 ? title : SLICE(" "), &own->text);
	part.text = buf_slice(&own->text);
	draft_add(own->draft, &part);
	own->chapter = node->next;
	own->chapters++;
}

/* The chapters up to that of a passage begin here. */
static void
begin_chapters(Own *own, const YamlNode *passage)
{
	uint32_t number = tree_uint(tree_get(passage, "chapter"), DOC_NONE, 0);

	while (own->chapter != NULL && own->chapters < number)
		begin_chapter(own);
}

static ParaKind
kind_of(const YamlNode *node)
{
	Slice name = tree_text(node);

	for (ParaKind kind = PARA_TEXT; kind < PARA_HEADING; kind++)
		if (slice_eq(name, slice_from(doc_kind_name(kind))))
			return kind;
	return PARA_TEXT;
}

/* A stretch of a text, in code points; how far it was walked. */
typedef struct Walk {
	Slice text;
	size_t off;		/* bytes … */
	uint32_t chars;		/* … and code points before it */
} Walk;

/* Walks on to code point `chars`; returns the text between. */
static Slice
walk_to(Walk *walk, uint32_t chars)
{
	size_t from = walk->off;
	uint32_t cp;

	while (walk->chars < chars && walk->off < walk->text.len) {
		walk->off += utf8_decode(slice_sub(walk->text, walk->off,
						   UTF8_MAX), &cp);
		walk->chars++;
	}
	return slice_sub(walk->text, from, walk->off - from);
}

/* The text as Markdown, with its links; one inside another is left out. */
static void
escape_para(Own *own, Slice text, const YamlNode *links)
{
	Walk walk = { .text = text };

	for (const YamlNode *link = links ? links->first : NULL; link != NULL;
	     link = link->next) {
		uint32_t start = tree_uint(tree_get(link, "start"), DOC_NONE,
					   0);
		uint32_t end = tree_uint(tree_get(link, "end"), DOC_NONE, 0);

		if (start < walk.chars || end < start)
			continue;
		escape_text(walk_to(&walk, start), &own->text);
		escape_link(walk_to(&walk, end),
			    tree_text(tree_get(link, "href")), &own->text);
	}
	escape_text(walk_to(&walk, DOC_NONE), &own->text);
}

/* The paragraph's own part of `part`; `node` may be its text alone. */
static void
fill_para(Own *own, const YamlNode *node, DraftPart *part)
{
	bool whole = node->kind == YAML_MAP;
	Slice text = tree_text(whole ? tree_get(node, "text") : node);

	part->kind = kind_of(tree_get(node, "kind"));
	part->level = tree_uint(tree_get(node, "level"), LEVEL_MAX,
				part->kind == PARA_ITEM ||
					part->kind == PARA_QUOTE);
	if (tree_is_true(tree_get(node, "ordered")))
		part->flags |= DRAFT_ORDERED;
	part->language = tree_text(tree_get(node, "language"));
	part->start_ms = tree_seconds(tree_get(node, "start"));
	part->line = node->line;
	buf_clear(&own->text);
	if (part->kind == PARA_CODE || part->kind == PARA_TABLE)
		buf_append(&own->text, text);
	else
		escape_para(own, text, tree_list(node, "links"));
	part->text = buf_slice(&own->text);
}

/* True where the passage goes on with the turn of the one before. */
static bool
goes_on(const Own *own, Slice turn)
{
	return own->turn.ptr != NULL && turn.ptr != NULL &&
	       slice_eq(own->turn, turn);
}

/* The paragraphs of a list; `flags`: of the first, which may open a turn. */
static void
read_paras(Own *own, const YamlNode *passage, const YamlNode *list,
	   unsigned flags)
{
	for (const YamlNode *node = list->first; node != NULL;
	     node = node->next) {
		DraftPart part = {
			.flags = flags,
			.ids = flags & DRAFT_TURN ? own->voices : NULL,
			.n_speakers = flags & DRAFT_TURN ? own->n_voices : 0,
			.turn_ms = tree_seconds(tree_get(passage, "start")),
			.end_ms = tree_seconds(tree_get(passage, "end")),
		};

		fill_para(own, node, &part);
		draft_add(own->draft, &part);
		flags &= ~(unsigned)DRAFT_TURN;
	}
}

static Status
read_passage(Own *own, const YamlNode *passage)
{
	const YamlNode *paras = tree_list(passage, "paragraphs");
	const YamlNode *translation = tree_list(passage, "translation");
	Slice turn = tree_text(tree_get(passage, "turn"));
	bool is_said = paras != NULL && paras->first != NULL;
	unsigned flags = DRAFT_TURN;

	if (read_voices(own, passage) != STATUS_OK)
		return STATUS_FAILED;
	begin_chapters(own, passage);
	if (!is_said && (translation == NULL || translation->first == NULL))
		return STATUS_OK;
	if (own->n_voices == 0)
		flags = DRAFT_NARRATION;
	else if (goes_on(own, turn))
		flags = 0;
	own->turn = own->n_voices == 0 ? (Slice){ NULL, 0 } : turn;
	if (is_said)
		read_paras(own, passage, paras, flags);
	/* What nobody said before is no translation. */
	if (is_said || !(flags & (DRAFT_TURN | DRAFT_NARRATION)))
		flags = (flags & ~(unsigned)DRAFT_TURN) | DRAFT_TRANSLATION;
	if (translation != NULL)
		read_paras(own, passage, translation, flags);
	return STATUS_OK;
}

Status
read_own(const YamlNode *root, Draft *draft, Err *err)
{
	const YamlNode *speakers = tree_list(root, "speakers");
	const YamlNode *chapters = tree_list(root, "chapters");
	Own own = {
		.draft = draft,
		.chapter = chapters ? chapters->first : NULL,
		.err = err,
	};
	Status status = STATUS_OK;

	names_init(&own.names);
	draft->own = true;
	draft->has_chapters = true;
	read_meta(root, draft);
	for (const YamlNode *node = speakers ? speakers->first : NULL;
	     node != NULL; node = node->next)
		read_speaker(&own, node);
	buf_init(&own.text, SIZE_MAX);
	for (const YamlNode *node = tree_list(root, "passages")->first;
	     node != NULL && status == STATUS_OK; node = node->next)
		status = read_passage(&own, node);
	while (own.chapter != NULL)
		begin_chapter(&own);
	buf_done(&own.text);
	names_done(&own.names);
	return status;
}
