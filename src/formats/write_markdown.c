#include "formats/write_markdown.h"

#include <string.h>

#include "document/alias.h"
#include "document/direction.h"
#include "document/listing.h"
#include "document/name.h"
#include "document/speakers.h"
#include "formats/details.h"
#include "formats/markdown.h"
#include "formats/scan.h"
#include "formats/write_front.h"
#include "text/uni.h"
#include "text/utf8.h"

#define VOICES_MAX 64		/* names in one label */
#define NAME_WORDS 6		/* of a name that are looked at */
#define LEVELS 16		/* of items: a Para has 4 bits */
#define DIRECTIONS_MAX 64	/* that may stand between a break and speech */
#define LABELS_MOST 60		/* per cent of paragraphs that tell by themselves */
#define HEADING_MAX 6		/* the deepest level that Markdown has */

typedef struct Writer {
	Out *out;
	const Document *doc;
	const Selection *sel;
	Shown shown;
	Buf block;		/* what is put next */
	Arena arena;
	NameTable names;	/* folded: speakers, aliases, metadata */
	NameTable words;	/* folded: of the speakers' names of several */
	uint32_t *turns;	/* by speaker: labels that were written */
	uint32_t *alone;	/* by speaker: his turns by himself */
	unsigned numbers[LEVELS];	/* of the item before, by level */
	bool in_list;		/* an item stands above */
	bool divided;		/* a direction begins the next chapter */
	bool in_turn;		/* what follows belongs to a turn */
	bool begun;
} Writer;

static void
add_name(Writer *writer, Slice name)
{
	Buf folded;

	buf_init(&folded, SIZE_MAX);
	uni_fold_case(slice_trim(name), &folded);
	names_put(&writer->names, arena_copy(&writer->arena,
					     buf_slice(&folded)), 0);
	buf_done(&folded);
}

static void
collect_names(Writer *writer)
{
	const Document *doc = writer->doc;

	for (SpeakerId id = 0; id < doc_n_speakers(doc); id++) {
		const Speaker *speaker = doc_speaker(doc, id);

		add_name(writer, speaker->name);
		for (const SpeakerAlias *alias = speaker->aliases;
		     alias != NULL; alias = alias->next)
			add_name(writer, alias->name);
	}
	for (const MetaEntry *entry = doc->meta.entries; entry != NULL;
	     entry = entry->next)
		for (uint32_t i = 0; i < entry->n_values; i++)
			add_name(writer, entry->values[i]);
}

/* Puts the block and its line end, a blank line above it where `apart`. */
static void
put_block(Writer *writer, bool apart)
{
	if (apart && writer->begun)
		out_put(writer->out, SLICE("\n"));
	out_put(writer->out, buf_slice(&writer->block));
	out_put(writer->out, SLICE("\n"));
	buf_clear(&writer->block);
	writer->begun = true;
}

static bool
ends_in_han(Slice name)
{
	uint32_t cp;

	if (name.len == 0)
		return false;
	utf8_decode_last(name, &cp);
	return uni_is_han(cp);
}

/* The `n`th alias of a speaker, or the empty slice. */
static Slice
alias_of(const Speaker *speaker, uint32_t n)
{
	const SpeakerAlias *alias = speaker->aliases;

	while (alias != NULL && n-- > 0)
		alias = alias->next;
	return alias == NULL ? SLICE("") : alias->name;
}

/*
 * A name as it stands in a label.  The first labels of a speaker give his
 * aliases, one each, which are read where he is also called by his bare name.
 */
static void
append_name(Writer *writer, SpeakerId id)
{
	const Speaker *speaker = doc_speaker(writer->doc, id);
	Slice alias = alias_of(speaker, writer->turns[id]++);

	buf_append(&writer->block, speaker->name);
	if (alias.len == 0)
		return;
	if (ends_in_han(speaker->name))
		buf_appendf(&writer->block, "（%.*s）", SLICE_ARGS(alias));
	else
		buf_appendf(&writer->block, " (%.*s)", SLICE_ARGS(alias));
}

static void
append_label(Writer *writer, TurnId turn)
{
	SpeakerId ids[VOICES_MAX];
	uint32_t n = doc_turn_speakers(writer->doc, turn, ids, VOICES_MAX);

	buf_append(&writer->block, SLICE("**"));
	for (uint32_t i = 0; i < n && i < VOICES_MAX; i++) {
		Slice name = doc_speaker(writer->doc, ids[i])->name;

		if (n > 1)
			buf_append(&writer->block, name);
		else
			append_name(writer, ids[i]);
		if (i + 1 < n && i + 1 < VOICES_MAX)
			buf_append(&writer->block, ends_in_han(name)
							   ? SLICE("、")
							   : SLICE(", "));
	}
	buf_append(&writer->block, SLICE("**:"));
}

/* What a line of text must not be taken for. */
static unsigned
guards_of(const Writer *writer, bool labelled)
{
	unsigned guards = MARKDOWN_DIRECTION;

	if (labelled)
		return guards | MARKDOWN_COLON;
	if (writer->doc->meta.date.ptr == NULL)
		guards |= MARKDOWN_DATE;
	return guards | MARKDOWN_LABEL;
}

static void
append_text(Writer *writer, bool labelled)
{
	markdown_append(&writer->shown, guards_of(writer, labelled),
			&writer->names, &writer->block);
}

static void
append_quote(Writer *writer, const Para *para)
{
	for (unsigned i = 0; i < para->level || i == 0; i++)
		buf_append(&writer->block, SLICE("> "));
	markdown_append(&writer->shown, MARKDOWN_DIRECTION, NULL,
			&writer->block);
}

/* Two columns make an item one deeper, and one more below a number. */
static void
append_item(Writer *writer, const Para *para)
{
	unsigned level = para->level > 0 ? para->level : 1;

	for (unsigned i = 1; i < level; i++)
		buf_append(&writer->block, SLICE("  "));
	if (level > 1 && writer->numbers[1] > 0)
		buf_append_char(&writer->block, ' ');
	for (unsigned i = level + 1; i < LEVELS; i++)
		writer->numbers[i] = 0;
	if (para->flags & PARA_ORDERED) {
		writer->numbers[level]++;
		buf_appendf(&writer->block, "%u. ", writer->numbers[level]);
	} else {
		writer->numbers[level] = 0;
		buf_append(&writer->block, SLICE("- "));
	}
	markdown_append(&writer->shown, 0, NULL, &writer->block);
}

static void
append_para(Writer *writer, ParaId id, bool labelled)
{
	const Para *para = doc_para(writer->doc, id);
	Slice text = writer->shown.text;

	switch ((ParaKind)para->kind) {
	case PARA_QUOTE:
		append_quote(writer, para);
		break;
	case PARA_ITEM:
		append_item(writer, para);
		break;
	case PARA_TABLE:
		if (markdown_is_table(text)) {
			buf_append(&writer->block, text);
			break;
		}
		/* fall through */
	case PARA_CODE:
		markdown_append_code(text, doc_para_language(writer->doc, id),
				     &writer->block);
		break;
	case PARA_DIRECTION:
		if (markdown_append_direction(&writer->shown, &writer->block))
			break;
		/* fall through */
	default:
		append_text(writer, labelled);
		break;
	}
}

/* What a direction does to derived chapters. */
typedef enum Division {
	DIVIDES_NOT,		/* what it is, or where: no chapter follows */
	DIVIDES,		/* the next speech begins a chapter */
	DIVIDES_NOTHING,	/* it looks like a break, but is none */
} Division;

static Division
division_of(const Writer *writer, ParaId id)
{
	const Document *doc = writer->doc;

	if (doc_para(doc, id)->kind != PARA_DIRECTION ||
	    para_is_translation(doc_para(doc, id)) ||
	    !direction_is_break(writer->shown.text) ||
	    doc_n_chapters(doc) == 0 ||
	    !(doc_chapter(doc, 0)->flags & CHAPTER_DERIVED))
		return DIVIDES_NOT;
	for (unsigned n = 0; n < DIRECTIONS_MAX; n++) {
		const Para *para;

		id = doc_para_next(doc, id);
		if (id == DOC_NONE)
			break;
		para = doc_para(doc, id);
		if (para->turn == DOC_NONE || para->kind == PARA_DIRECTION ||
		    para_is_translation(para))
			continue;
		return doc_chapter_at(doc, id) == DOC_NONE ? DIVIDES_NOTHING
							   : DIVIDES;
	}
	return DIVIDES_NOT;
}

/* True for a direction that only a comment can tell. */
static bool
is_hidden_direction(const Writer *writer, const Para *para)
{
	bool hidden;
	Buf scratch;

	if (para->kind != PARA_DIRECTION)
		return false;
	buf_init(&scratch, SIZE_MAX);
	hidden = !markdown_append_direction(&writer->shown, &scratch);
	buf_done(&scratch);
	return hidden;
}

static void
put_para(Writer *writer, ParaId id, bool opens)
{
	const Para *para = doc_para(writer->doc, id);
	bool item = para->kind == PARA_ITEM;
	bool hidden;
	Division division;

	shown_build(&writer->shown, writer->doc, id);
	hidden = is_hidden_direction(writer, para);
	division = division_of(writer, id);
	writer->divided = division == DIVIDES ||
			  (writer->divided && para->kind == PARA_DIRECTION);
	if (opens)
		append_label(writer, para->turn);
	/* Behind a label, or quoted, no direction divides. */
	if (opens && (para->kind == PARA_TEXT ||
		      (para->kind == PARA_DIRECTION && !hidden &&
		       division != DIVIDES))) {
		buf_append_char(&writer->block, ' ');
	} else if (opens) {
		put_block(writer, true);
		opens = false;
		writer->in_list = false;
	}
	if (!item || !writer->in_list)
		memset(writer->numbers, 0, sizeof(writer->numbers));
	if (hidden) {
		buf_append(&writer->block, SLICE(SCAN_DIRECTION));
		put_block(writer, true);
	} else if (division == DIVIDES_NOTHING && !opens) {
		buf_append(&writer->block, SLICE("> "));
	}
	append_para(writer, id, opens);
	put_block(writer, !item || !writer->in_list);
	writer->in_list = item;
}

/* True where a chapter begins that no direction tells of. */
static bool
is_divided(const Writer *writer, const Passage *passage)
{
	const Document *doc = writer->doc;
	ChapterId id = doc_chapter_at(doc, passage->first);

	return !writer->divided && id != DOC_NONE && id > 0 &&
	       doc_chapter(doc, id)->flags & CHAPTER_DERIVED &&
	       doc_chapter(doc, 0)->flags & CHAPTER_DERIVED;
}

/* The translation of a passage, in a block that says what it is. */
static void
put_translation(Writer *writer, const Passage *passage)
{
	buf_append(&writer->block, SLICE(DETAILS_TRANSLATION));
	put_block(writer, true);
	writer->in_list = false;
	for (ParaId id = passage->first; id < passage->end; id++) {
		unsigned flags = doc_para(writer->doc, id)->flags;

		if (flags & PARA_TRANSLATION && !(flags & PARA_PART))
			put_para(writer, id, false);
	}
	buf_append(&writer->block, SLICE("</details>"));
	put_block(writer, true);
	writer->in_list = false;
}

static void
put_passage(Writer *writer, const Passage *passage)
{
	const Turn *turn = passage->turn == DOC_NONE
				   ? NULL
				   : doc_turn(writer->doc, passage->turn);

	if (turn == NULL && writer->in_turn) {
		buf_append(&writer->block, SLICE(SCAN_NARRATION));
		put_block(writer, true);
		writer->in_list = false;
	}
	if (is_divided(writer, passage)) {
		buf_append(&writer->block, SLICE(SCAN_BREAK));
		put_block(writer, true);
		writer->in_list = false;
	}
	for (ParaId id = passage->first; id < passage->end; id++)
		if (!(doc_para(writer->doc, id)->flags &
		      (PARA_PART | PARA_TRANSLATION)))
			put_para(writer, id,
				 turn != NULL && turn->first == id);
	if (doc_passage_is_translated(writer->doc, passage))
		put_translation(writer, passage);
	writer->in_turn = turn != NULL;
}

static void
append_heading(Writer *writer, unsigned level)
{
	for (unsigned i = 0; i < level && i < HEADING_MAX; i++)
		buf_append_char(&writer->block, '#');
	buf_append_char(&writer->block, ' ');
	markdown_append(&writer->shown, MARKDOWN_COLON, NULL, &writer->block);
	/* `{#name}` at the end would be read as an anchor. */
	if (slice_ends(buf_slice(&writer->block), SLICE("}"))) {
		writer->block.len--;
		buf_append(&writer->block, SLICE("\\}"));
	}
}

/* Headings from `id` up to before `end`. */
static void
put_headings(Writer *writer, ParaId id, ParaId end)
{
	for (; id < end; id++) {
		const Para *para = doc_para(writer->doc, id);

		if (para->kind != PARA_HEADING || para->flags & PARA_PART ||
		    !selection_prints_heading(writer->sel, writer->doc, id))
			continue;
		shown_build(&writer->shown, writer->doc, id);
		append_heading(writer, para->level);
		put_block(writer, true);
		writer->in_list = false;
	}
}

/*
 * The title as a heading, where the first chapter is called the same and would
 * be taken for it.
 */
static void
put_title(Writer *writer)
{
	const Document *doc = writer->doc;
	Slice title = doc->meta.title;
	bool same;

	if (title.ptr == NULL || doc_n_chapters(doc) == 0 ||
	    doc_chapter(doc, 0)->flags & CHAPTER_DERIVED)
		return;
	shown_build(&writer->shown, doc, doc_chapter(doc, 0)->first);
	same = slice_eq(slice_trim(writer->shown.text), title);
	if (!same)
		return;
	append_heading(writer, 1);
	put_block(writer, true);
}

/* The words of all names, by any of which a speaker may be called. */
static void
collect_words(Writer *writer)
{
	Slice words[NAME_WORDS];

	for (SpeakerId id = 0; id < doc_n_speakers(writer->doc); id++) {
		uint32_t n = alias_words(doc_speaker(writer->doc, id)->name,
					 words, NAME_WORDS);

		for (uint32_t i = 0; n > 1 && i < n; i++)
			names_put(&writer->words,
				  survey_fold(&writer->arena, words[i]), 0);
	}
}

/* True where a reader might take the name for another speaker's. */
static bool
is_doubtful(Writer *writer, Slice name)
{
	Slice words[NAME_WORDS];

	return listing_is_initials(name) ||
	       (alias_words(name, words, NAME_WORDS) == 1 &&
		names_get(&writer->words,
			  survey_fold(&writer->arena, words[0])) != DOC_NONE);
}

/* How many speak by themselves again, under a name that looks like one. */
static uint32_t
count_returning(const Writer *writer)
{
	uint32_t n = 0;

	for (SpeakerId id = 0; id < doc_n_speakers(writer->doc); id++)
		n += writer->alone[id] > 1 &&
		     name_look(doc_speaker(writer->doc, id)->name) ==
			     NAME_STRONG;
	return n;
}

/*
 * True where so few speak again that a reader might see a list of terms, or
 * where too little of the text hangs on labels of names that look like one.
 */
static bool
is_sparse(const Writer *writer)
{
	uint32_t n = doc_n_speakers(writer->doc);
	uint32_t turns = doc_n_turns(writer->doc), paras = 0;

	if (turns < n + (n + 3) / 4)
		return true;
	if (count_returning(writer) > 1)
		return false;
	for (ParaId id = 0; id < doc_n_paras(writer->doc); id++)
		paras += !(doc_para(writer->doc, id)->flags & PARA_PART);
	return (uint64_t)turns * 100 < (uint64_t)paras * LABELS_MOST;
}

/* True where no label can give the bare name, for all give an alias. */
static bool
is_never_bare(const Speaker *speaker)
{
	return speaker->aliases != NULL &&
	       alias_of(speaker, speaker->turns - 1).len > 0;
}

static void
collect_alone(Writer *writer)
{
	const Document *doc = writer->doc;
	SpeakerId id;

	for (TurnId turn = 0; turn < doc_n_turns(doc); turn++)
		if (doc_turn_speakers(doc, turn, &id, 1) == 1)
			writer->alone[id]++;
}

/* True where his labels alone tell a reader who he is. */
static bool
is_told_by_labels(Writer *writer, SpeakerId id)
{
	const Speaker *speaker = doc_speaker(writer->doc, id);
	NameLook least = speaker->aliases != NULL ? NAME_STRONG
						  : NAME_PLAUSIBLE;

	return writer->alone[id] > 0 && name_look(speaker->name) >= least &&
	       !is_never_bare(speaker) && !is_doubtful(writer, speaker->name);
}

/*
 * Names that do not look like one, or like another's, are told; an alias makes
 * two of one, and each is seen less often.
 */
static void
put_speakers(Writer *writer)
{
	bool apart = true, sparse = is_sparse(writer);

	for (SpeakerId id = 0; id < doc_n_speakers(writer->doc); id++) {
		Slice name = doc_speaker(writer->doc, id)->name;

		if ((!sparse && is_told_by_labels(writer, id)) ||
		    slice_find(name, SLICE("--")) != SIZE_MAX ||
		    slice_find(name, SLICE("\n")) != SIZE_MAX)
			continue;
		buf_append(&writer->block, SLICE(SCAN_SPEAKER));
		buf_append(&writer->block, name);
		buf_append(&writer->block, SLICE(" -->"));
		put_block(writer, apart);
		apart = false;
	}
}

static void
put_document(Writer *writer)
{
	Passage passage;
	ParaId from = 0;

	while (!writer->out->failed &&
	       doc_next_passage(writer->doc, from, &passage)) {
		put_headings(writer, from, passage.first);
		from = passage.end;
		if (selection_prints(writer->sel, writer->doc, &passage))
			put_passage(writer, &passage);
	}
	put_headings(writer, from, doc_n_paras(writer->doc));
}

void
write_markdown(Out *out, const Document *doc, const Selection *sel)
{
	Writer writer = { .out = out, .doc = doc, .sel = sel };

	shown_init(&writer.shown);
	shown_set_script(&writer.shown, sel->script);
	buf_init(&writer.block, SIZE_MAX);
	arena_init(&writer.arena);
	names_init(&writer.names);
	names_init(&writer.words);
	writer.turns = mem_zalloc((doc_n_speakers(doc) + 1) *
				  sizeof(*writer.turns));
	writer.alone = mem_zalloc((doc_n_speakers(doc) + 1) *
				  sizeof(*writer.alone));
	collect_alone(&writer);
	collect_names(&writer);
	collect_words(&writer);
	if (!selection_is_part(sel)) {
		write_front(out, &doc->meta);
		writer.begun = doc->meta.title.len > 0 ||
			       doc->meta.date.len > 0 ||
			       doc->meta.entries != NULL;
		put_speakers(&writer);
		put_title(&writer);
	}
	put_document(&writer);
	mem_free(writer.alone);
	mem_free(writer.turns);
	names_done(&writer.words);
	names_done(&writer.names);
	arena_done(&writer.arena);
	buf_done(&writer.block);
	shown_done(&writer.shown);
}
